"""A piece that may not be inserted: `mail received`, or back to its sender; the desk says which (2.3, 2.12)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from counter_app.errors import CounterError
from ui import words
from ui.pages.piece_here import ASSIGN, NEW
from ui.pages.return_card import ReturnCard
from ui.sentences import say

if TYPE_CHECKING:
    from ui.pages.receive import ReceivePage

NOTICES = ("notice_and_return", "notice_and_hold")


class SetAside:
    """Works on the piece in the form of the page, a new one or an unassigned one that is here."""

    def __init__(self, page: ReceivePage) -> None:
        self._page = page
        self._open = False
        self.card = ReturnCard(self._mark, lambda: self.leave())

    def may(self) -> tuple[bool, bool]:
        """Whether the form offers `mail received`, and the way back to the sender."""
        page = self._page
        if page.mode not in (NEW, ASSIGN):
            return False, False
        notice = page.place is not None and page.place.todo in NOTICES and page.form.verdict.kind != "bad"
        return notice, page.refused_here() or page.mode == ASSIGN

    # ------------------------------------------------------------ mail received

    def mail_received(self) -> None:
        page = self._page
        if page.busy or not self.may()[0]:
            return
        arrival = page.arrival()
        if arrival is None:
            return
        page.busy = True
        item_id = page.item.id if page.item is not None else ""
        rooms = page.doing.rooms.returns
        page.doing.do(rooms.mail_received, arrival, item_id, done=self._noticed, failed=page.failed)

    def _noticed(self, got: Any) -> None:
        kept = got.item.apart == "hold"
        text = (
            QCoreApplication.translate("Receive", "{mail_id} is kept apart, the customer is told · label printing")
            if kept
            else QCoreApplication.translate("Receive", "{mail_id} goes back, the customer is told · label printing")
        )
        self._done(text.format(mail_id=words.mail_id(got.item.mail_id)))

    # ------------------------------------------------------------ back to the sender

    def begin(self) -> None:
        """Ask why the piece in the form goes back."""
        page = self._page
        if page.busy or page.mode not in (NEW, ASSIGN) or (page.mode == NEW and page.form.is_empty()):
            return
        item_id = page.item.id if page.item is not None else ""
        page.doing.do(
            page.doing.rooms.returns.choices,
            item_id,
            page.form.account_id,
            page.form.name.text().strip(),
            done=self._show,
            failed=page.window_.say,
        )

    def _show(self, found: Any) -> None:
        title = QCoreApplication.translate("Returns", "Back to its sender")
        self.card.show_choices(title, found, self._page.doing.station.desk)
        self._open = True
        self._page.form.photo.setEnabled(True)  # what goes back leaves a picture here
        self._page.show_side(1)
        self.card.reason.box.setFocus()

    def leave(self) -> bool:
        """Whether the question was open."""
        was, self._open = self._open, False
        if was:
            self._page.show_side(0)
            self._page.here.show_mode()
            self._page.window_.focus_scan_box()
        return was

    def press(self) -> bool:
        """Enter while the question is open answers it."""
        if self._open:
            self.card.press()
        return self._open

    def _mark(self, reason: str, note: str) -> None:
        page = self._page
        arrival = page.arrival()
        if page.busy or arrival is None:
            return
        page.busy = True
        rooms = page.doing.rooms.returns
        if page.item is None:
            page.doing.do(rooms.take_in, arrival, reason, note, done=self._marked, failed=self._failed)
            return
        args = (page.item.id, reason, arrival.photo, note, arrival.account_id)
        page.doing.do(rooms.mark, *args, done=self._marked, failed=self._failed)

    def _failed(self, error: CounterError) -> None:
        self._page.busy = False
        self._page.window_.play("refused")
        self.card.show_trouble(say(error))

    def _marked(self, got: Any) -> None:
        text = QCoreApplication.translate("Receive", "{mail_id} goes back to its sender · label printing")
        rooms = self._page.doing.rooms.returns
        self._done(
            text.format(mail_id=words.mail_id(got.item.mail_id)),
            lambda: self._page.doing.do(rooms.unmark, got.item.id, done=self._unmarked, failed=self._page.window_.say),
        )

    def _unmarked(self, item: Any) -> None:
        text = QCoreApplication.translate("Receive", "{mail_id} stays here as unassigned; throw its label away")
        self._page.window_.toasts.show_toast(text.format(mail_id=words.mail_id(item.mail_id)))
        self._page.list_again()

    def _done(self, text: str, undo: Any = None) -> None:
        page = self._page
        page.busy = False
        self.leave()
        if page.mode != NEW:
            page.here.leave()
        else:
            page.next_piece()
        page.window_.play("taken")
        page.window_.toasts.show_toast(text, undo=undo)
        page.list_again()
        page.window_.focus_scan_box()
