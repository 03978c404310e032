"""Python's collector of cycles runs in the window's thread only.

It runs by itself in whichever thread happens to allocate, and takes what it finds apart right there: a table that
Python owns and that hangs in a cycle then dies in the thread of the exchange, while the window, or a screen reader
that walks its accessible objects, still has it in hand. Qt allows a widget to die in its own thread only.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 250
"""A quarter of a second of garbage is collected in a few milliseconds."""


class Collecting(QObject):
    """From `begin` to `end` nothing else collects. To be made and used in the window's thread."""

    def __init__(self) -> None:
        super().__init__()
        self._was_on = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer.start()

    def end(self) -> None:
        self._timer.stop()
        if self._was_on:
            gc.enable()

    def look(self) -> None:
        """Collect as far as Python itself would have by now."""
        found = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, limit) in enumerate(found) if count > limit > 0]
        if due:
            gc.collect(due[-1])
