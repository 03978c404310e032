"""What the lists of shipping share, which take the place of the to-do list: a note, leaving, and the way to others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from counter_app.errors import CounterError
from counter_app.ports import RawScan
from ui.buttons import button
from ui.notices import Banner
from ui.sentences import say

if TYPE_CHECKING:
    from ui.pages.page import Page


class WatchedList(QWidget):
    """`closed` is sent when the to-do list should show again."""

    closed = Signal()
    elsewhere = Signal(str, str)
    task_id = ""
    view = None

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.note = Banner("", "bad")
        self.note.hide()
        self.back = button(QCoreApplication.translate("Ship", "Back"), clicked=self.leave)
        self.back.show_hint("Escape")

    def refresh(self) -> None:
        """Read it anew."""

    def heard(self, event: object) -> None:
        """Something was announced."""

    def scanned(self, scan: RawScan) -> bool:
        return False

    def unsaved(self) -> bool:
        return False

    def escape(self) -> bool:
        self.leave()
        return True

    def leave(self) -> None:
        self.note.hide()
        self.closed.emit()

    @property
    def window_(self) -> Any:
        return self.page.window_

    @property
    def rooms(self) -> Any:
        return self.page.doing.rooms

    def tell(self, text: str, kind: str = "bad") -> None:
        self.note.show_text(text, kind)
        self.note.show()

    def refused(self, error: CounterError) -> None:
        self.window_.play("refused")
        self.tell(say(error))
        self.refresh()
