"""Counter was started twice on one home: the first one's window comes to the front instead of a second one.

The lock in the home decides who is first. This is only the bell between the two: the second one puts an empty file
into the home's scratch folder, the first takes it away and shows itself. Nothing listens on any network.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject

WAIT_S = 2.0
LOOK_EVERY_S = 0.02


def _bell(scratch: Path) -> Path:
    return scratch / "come-forward"


class Bell(QObject):
    """Held by the first program; `come` is called on the main thread each time that a second one rings."""

    def __init__(self, scratch: Path, come: Callable[[], None]) -> None:
        super().__init__()
        self._come = come
        self._file = _bell(scratch)
        self._file.unlink(missing_ok=True)  # of one that rang while nobody was there
        self._watcher = QFileSystemWatcher([str(scratch)], self)
        self._watcher.directoryChanged.connect(self._look)

    def _look(self, _folder: str) -> None:
        try:
            self._file.unlink()
        except OSError:
            return  # something else happened in the folder
        self._come()

    def close(self) -> None:
        self._watcher.deleteLater()


def ring(scratch: Path, wait_s: float = WAIT_S) -> bool:
    """Ask the program that has this home to come to the front; whether it did. On any thread."""
    bell = _bell(scratch)
    try:
        bell.touch(mode=0o600)
    except OSError:
        return False
    until = time.monotonic() + wait_s
    while time.monotonic() < until:
        if not bell.exists():
            return True
        time.sleep(LOOK_EVERY_S)
    bell.unlink(missing_ok=True)
    return False
