"""Three short sounds: taken, refused, unknown. What is heard is said in words too: a muted counter misses nothing."""

from __future__ import annotations

import sys

from PySide6.QtCore import QProcess, QStandardPaths
from PySide6.QtGui import QGuiApplication

from resources import path

SOUNDS = ("taken", "refused", "unknown")
PLAYERS = ("afplay",) if sys.platform == "darwin" else ("pw-play", "paplay", "aplay")
KEPT = 50


class Sounds:
    """`play` one of `SOUNDS`; `muted` is the counter's own choice. `heard` keeps the last ones, muted or not."""

    def __init__(self) -> None:
        self.muted = False
        self.heard: list[str] = []
        self._player: str | None = None

    def play(self, sound: str) -> None:
        """Begin to play and go on at once; silent where the computer has no player."""
        self.heard.append(sound)
        del self.heard[:-KEPT]
        if not self.muted and QGuiApplication.platformName() != "offscreen":
            self._begin(str(path(f"sounds/{sound}.wav")))

    def _begin(self, file: str) -> None:
        # QtMultimedia is not shipped: the platform's own player, on Windows inside the process.
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(file, winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
            return
        if self._player is None:
            found = (QStandardPaths.findExecutable(name) for name in PLAYERS)
            self._player = next((one for one in found if one), "")
        if self._player:
            QProcess.startDetached(self._player, [file])
