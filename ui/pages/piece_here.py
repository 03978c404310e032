"""Pieces that are here already: an unassigned one gets its mailbox, a wrongly inserted one the right one.

The piece that was half entered before waits aside meanwhile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ui import words

if TYPE_CHECKING:
    from ui.pages.receive import ReceivePage

NEW, ASSIGN, REASSIGN = "new", "assign", "reassign"
"""What the form of the page is for: a new piece, or whose one is that is here."""


class PieceHere:
    """Shows such a piece in the form of the page, and gives it to the mailbox that the clerk says."""

    def __init__(self, page: ReceivePage) -> None:
        self._page = page
        self._aside_draft: dict[str, Any] | None = None

    def begin(self, item_id: str, mode: str) -> None:
        def loaded(item: Any) -> None:
            if self._page.mode == NEW:
                self._aside_draft = None if self._page.form.is_empty() else self._page.form.draft()
            self._page.next_piece()
            self._page.mode, self._page.item = mode, item
            values = {"account_id": "", "confirmed": "", "photo": b"", "duplicate_reason": "", "whom": ""}
            kept = ("mail_type", "carrier", "tracking", "weight_g", "shelf", "flags")
            self._page.form.load({**values, **{one: getattr(item, one) for one in kept}, "name": item.name_on_piece})
            self.show_mode()
            self._page.form.show_reason(mode == REASSIGN)
            self._page.form.whom.edit.setFocus()

        self._page.doing.do(self._page.doing.rooms.receiving.piece, item_id, done=loaded, failed=self._page.window_.say)

    def give(self) -> None:
        if self._page.busy or self._page.item is None:
            return
        self._page.busy = True
        form, item, rooms = self._page.form, self._page.item, self._page.doing.rooms.receiving
        name = form.name.text().strip()
        if self._page.mode == ASSIGN:
            args = (rooms.assign, item.id, form.account_id, name, form.confirmed)
        else:
            args = (rooms.reassign, item.id, form.account_id, name, form.reason.text(), form.confirmed)
        self._page.doing.do(*args, done=self._given, failed=self._page.failed)

    def _given(self, item: Any) -> None:
        self._page.busy = False
        self.leave()
        self._page.window_.play("taken")
        text = QCoreApplication.translate("Receive", "{mail_id} belongs to {mailbox} now · label printing")
        self._page.window_.toasts.show_toast(
            text.format(mail_id=words.mail_id(item.mail_id), mailbox=words.pmb(item.mailbox))
        )
        self._page.list_again()
        self._page.window_.focus_scan_box()

    def leave(self) -> None:
        draft, self._aside_draft = self._aside_draft, None
        self._page.mode, self._page.item = NEW, None
        self._page.next_piece()
        self._page.form.shelf.clear()
        if draft is not None:
            self._page.load(draft)

    def show_mode(self) -> None:
        """What the form and its keys are called now."""
        form = self._page.form
        spoken = words.mail_id(self._page.item.mail_id) if self._page.item is not None else ""
        titles = {
            NEW: QCoreApplication.translate("Receive", "The piece in hand"),
            ASSIGN: QCoreApplication.translate("Receive", "Whose is {mail_id}?").format(mail_id=spoken),
            REASSIGN: QCoreApplication.translate("Receive", "Move {mail_id} to the right mailbox").format(
                mail_id=spoken
            ),
        }
        acts = {
            NEW: QCoreApplication.translate("Receive", "Receive"),
            ASSIGN: QCoreApplication.translate("Receive", "Assign"),
            REASSIGN: QCoreApplication.translate("Receive", "Move it"),
        }
        form.title.setText(titles[self._page.mode])
        form.receive.set_text(acts[self._page.mode])
        form.only_whom(self._page.mode != NEW)
        if self._page.mode != NEW:
            form.drop.set_text(QCoreApplication.translate("Receive", "Leave"))
        elif self._page.refused_here():
            form.drop.set_text(QCoreApplication.translate("Receive", "Return it"))
        else:
            form.drop.set_text(QCoreApplication.translate("Receive", "Clear"))
        form.show_instead(*self._page.set_aside.may())
