"""Putting pieces on a shelf by scan: the shelf first, then piece after piece; Escape or a new parcel ends it (2.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ui import words

if TYPE_CHECKING:
    from ui.pages.receive import ReceivePage


class Putting:
    """Remembers the shelf that was scanned with nothing in hand, and moves each piece that is scanned after it."""

    def __init__(self, page: ReceivePage) -> None:
        self._page = page
        self.shelf = ""

    def begin(self, shelf: str) -> None:
        """A shelf was scanned; with a piece in hand it is only that piece's."""
        if not self._page.form.is_empty():
            return
        self.shelf = shelf
        text = QCoreApplication.translate("Receive", "Shelf {shelf}: scan the pieces that lie there. Esc ends it.")
        self._page.form.show_trouble(text.format(shelf=shelf), "info")

    def end(self) -> bool:
        """Whether it was under way."""
        there, self.shelf = self.shelf, ""
        if there:
            self._page.form.show_trouble("")
        return bool(there)

    def takes(self, found: Any) -> bool:
        """Whether what was recognised is a piece to be put there."""
        if not self.shelf:
            return False
        if found.kind == "shelf":
            return False  # another shelf: its own `begin` follows
        if not self._page.form.is_empty():
            self.end()
            return False
        if found.kind == "piece":
            code = found.text
        elif found.kind == "tracking" and found.earlier is not None and found.earlier.on_the_shelf:
            code = found.earlier.mail_id
        else:
            self.end()
            return False
        rooms, shelf = self._page.doing.rooms.receiving, self.shelf
        self._page.doing.do(rooms.put, code, shelf, done=self._put, failed=self._page.window_.say)
        return True

    def _put(self, put: Any) -> None:
        item, before = put
        self._page.window_.play("taken")
        text = QCoreApplication.translate("Receive", "{mail_id} lies on {shelf}")
        rooms = self._page.doing.rooms.receiving
        self._page.window_.toasts.show_toast(
            text.format(mail_id=words.mail_id(item.mail_id), shelf=item.shelf),
            undo=lambda: self._page.doing.do(
                rooms.move, item.id, before, done=lambda _item: self._page.list_again(), failed=self._page.window_.say
            ),
        )
        self._page.list_again()
