"""The keys of a stack of letters, and what is pressed and scanned while camera and disk are at work (S-04)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from counter_app.ports import RawScan

MOST = 40
"""Of keys and scans that wait: the letters of half a minute."""


class Later:
    """Keys and scans of the next letters while `held()`: a hand is faster than camera and disk, and none is lost.

    `go_on` does them in their order once nothing holds them. Beyond MOST they are refused with a sound.
    """

    def __init__(
        self, held: Callable[[], bool], do: Callable[[str | RawScan], object], refused: Callable[[], object]
    ) -> None:
        self._held, self._do, self._refused = held, do, refused
        self._waiting: list[str | RawScan] = []

    def keeps(self, one: str | RawScan) -> bool:
        """True when it has to wait; it is done later then."""
        if not self._held():
            return False
        if len(self._waiting) < MOST:
            self._waiting.append(one)
        else:
            self._refused()
        return True

    def go_on(self) -> None:
        while self._waiting and not self._held():
            self._do(self._waiting.pop(0))

    def clear(self) -> None:
        """The letter before did not go in: what was pressed after it was meant for another moment."""
        self._waiting.clear()


class Pad(QWidget):
    """What has the keyboard once the mailbox is known: letters choose, Space takes the picture, Enter inserts."""

    def __init__(self, pressed: Callable[[str], bool]) -> None:
        super().__init__()
        self._pressed = pressed
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        names = {
            Qt.Key.Key_Return: "enter",
            Qt.Key.Key_Enter: "enter",
            Qt.Key.Key_Space: "picture",
            Qt.Key.Key_Backspace: "back",
        }
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        said = names.get(Qt.Key(event.key()), event.text().upper())
        if not (plain and said and self._pressed(said)):
            super().keyPressEvent(event)
