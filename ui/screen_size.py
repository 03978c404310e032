"""A screen that is too small for its enlargement: the window is shown as large as the screen has room for it.

Qt takes the enlargement of the system (100 to 200 % and more). On 1366x768 at 150 % that leaves 910x512, on 1280x720
at 200 % only 640x360, and no counter fits there. Then the program goes below the system's enlargement by itself, as
little as it must, and says so.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import NoReturn

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QApplication, QWidget

LEAST = (900, 520)
"""The smallest window that a clerk can work in, in logical pixels."""
TITLE_BAR = 32
"""What the system's own bar above the window takes, in its logical pixels."""
SMALLEST_DPR = 0.8
"""Below this, a text of 14 pixels cannot be read any more."""
FACTOR = "QT_SCALE_FACTOR"
"""Qt multiplies the system's enlargement by it, and reads it once, when the application is made."""
LESS = "COUNTER_ENLARGED_TO"
"""Set for the second start: how many percent it is enlarged to."""


def less_by(room: QSize, dpr: float = 1.0) -> float:
    """By what to multiply the enlargement so that LEAST fits into `room` (logical pixels at `dpr`); 1.0 if it does."""
    wanted = min(1.0, room.width() / LEAST[0], (room.height() - TITLE_BAR) / LEAST[1])
    return min(1.0, max(wanted, SMALLEST_DPR / dpr))


def fitting_application() -> QApplication:
    """A new QApplication, enlarged as the system says, or less where the window would not fit on the first screen.

    Less means: the program starts once more, because Qt reads the factor once in a process and takes every signal
    away with its application. Nothing may be open yet.
    """
    app = QApplication(sys.argv[:1])
    screen = app.primaryScreen()
    less = less_by(screen.availableSize(), screen.devicePixelRatio())
    if less < 1.0 and LESS not in os.environ:
        factor = float(os.environ.get(FACTOR) or 1) * less
        _start_again({**os.environ, FACTOR: f"{factor:.4f}", LESS: str(round(screen.devicePixelRatio() * less * 100))})
    return app


def _start_again(surroundings: dict[str, str]) -> NoReturn:
    line = [sys.executable, *sys.orig_argv[1:]]
    if sys.platform == "win32":  # there a process cannot become another one
        raise SystemExit(subprocess.call(line, env=surroundings))  # noqa: S603 - this program itself
    os.execve(sys.executable, line, surroundings)  # noqa: S606 - this program itself


def note() -> str:
    """One sentence when the program shows itself smaller than the system asked for, else ""."""
    percent = os.environ.get(LESS, "")
    if not percent.isdecimal():
        return ""
    text = QCoreApplication.translate("Window", "This screen is small, so Counter is enlarged to {percent} % only.")
    return text.format(percent=percent)


def show(window: QWidget) -> None:
    """Show the window as it is, or over the whole screen where there is no room around it."""
    room = window.screen().availableSize()
    if room.width() <= window.width() or room.height() - TITLE_BAR <= window.height():
        window.showMaximized()
    else:
        window.show()
