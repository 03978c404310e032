"""The Receive room: a piece in one hand, a scanner in the other; mailbox, name, weight, photo, shelf, label.

The page refuses nothing by itself and lets nothing through: whether a piece may be inserted is decided below the
screen (S-09). It shows early what the desk would say, so that nobody is surprised.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app import events
from counter_app.domain import tracking
from counter_app.domain.mailbox import Account
from counter_app.errors import CounterError
from counter_app.ports import RawScan
from ui import words
from ui.frame import PageHead, on_key
from ui.pages.arrival_form import ArrivalForm
from ui.pages.arrivals_list import ArrivalsList
from ui.pages.mailbox_card import KEYS, MailboxCard, verdict_of
from ui.pages.name_check import NameCheck
from ui.pages.page import Page
from ui.pages.piece_devices import PieceDevices
from ui.pages.weight_entry import WeightWrong
from ui.sentences import say, sentence
from ui.widgets import lay

if TYPE_CHECKING:
    from ui.window import Window

_REFRESH = (events.PieceReceived, events.PieceChanged, events.OutcomesArrived, events.RowsArrived, events.SyncChanged)
_NEW, _ASSIGN, _REASSIGN = "new", "assign", "reassign"


class ReceivePage(Page):
    """What is in the form stays there when the clerk leaves the room, and when the counter is locked."""

    def __init__(self, window: Window) -> None:
        super().__init__(
            window,
            PageHead(
                QCoreApplication.translate("Rooms", "Receive"),
                QCoreApplication.translate("Receive", "Scan the piece, say whose it is, put it on its shelf"),
            ),
        )
        self.place: Any = None
        self.mode, self.item = _NEW, None
        self._aside_draft: dict[str, Any] | None = None
        self.piece = 0
        self._busy = False
        self.names = NameCheck(self)
        self.devices = PieceDevices(self)
        self.form = ArrivalForm(self)
        self.card = MailboxCard()
        self.list = ArrivalsList()
        right = QWidget()
        lay(QVBoxLayout(right), self.card, self.list, gap=14)
        line = lay(QHBoxLayout(), self.form, right, gap=16)
        line.setStretch(0, 10)
        line.setStretch(1, 11)
        self.body.addLayout(line)
        self.fold(line)
        self._connect()
        self.show_mode()

    def _connect(self) -> None:
        form = self.form
        form.tracking.edit.textEdited.connect(self._tracking_typed)
        form.tracking.entered.connect(lambda _text: form.whom.edit.setFocus())
        form.whom.edit.textEdited.connect(lambda _text: self._forget_mailbox())
        form.whom.entered.connect(self._whom_entered)
        form.name.changed.connect(lambda _text: self.names.changed())
        form.name.entered.connect(lambda _text: self.names.entered())
        form.name.edit.editingFinished.connect(lambda: self.names.check(final=True))
        form.verdict.confirmed.connect(self.names.confirm)
        form.shelf.entered.connect(lambda _text: form.weight.pounds.edit.setFocus())
        form.weight.pounds.entered.connect(lambda _text: form.weight.ounces.edit.setFocus())
        form.weight.ounces.entered.connect(lambda _text: self.window_.focus_scan_box())
        self.card.name_pressed.connect(self.names.take)
        self.list.opened.connect(self._opened)
        self.list.asked.connect(self._list_again)
        for n in range(KEYS):
            on_key(self, f"Ctrl+{n + 1}", lambda n=n: self.names.key(n))
        on_key(self, "Ctrl+Enter", self.receive)  # the keypad's Enter is a key of its own
        on_key(self, "F6", self._turn_list)

    # ------------------------------------------------------------ coming and going

    def unsaved(self) -> bool:
        return self._busy or self.mode != _NEW or not self.form.is_empty()

    def shown(self) -> None:
        self._list_again()
        self._ask_place(self.form.account_id)

    def open(self, account_id: str = "", tracking: str = "", item_id: str = "", mode: str = _ASSIGN) -> None:
        """Start with a mailbox or a tracking number in the form, or give the piece `item_id` to a mailbox.

        A number that is already in the form is not written over: then the clerk is told, and nothing is lost.
        """
        if item_id:
            self._begin_piece(item_id, mode)
            return
        if self.mode != _NEW:
            self._leave_piece()
        if tracking:
            self._take_tracking(tracking)
        if account_id:
            self._ask_place(account_id, focus=True)

    def escape(self) -> bool:
        if self.mode != _NEW:
            self._leave_piece()
            return True
        return False

    def heard(self, event: object) -> None:
        if isinstance(event, events.WeightArrived):
            take = self.isVisible() and self.mode == _NEW
            self.form.weight.heard(event.reading, event.code, take)
        elif isinstance(event, _REFRESH) and self.isVisible() and self.doing.actor is not None:
            self._list_again()
            if isinstance(event, events.RowsArrived) and self.form.account_id:
                self._ask_place(self.form.account_id)

    # ------------------------------------------------------------ scans

    def scanned(self, scan: RawScan) -> bool:
        typed = scan.source == "typed"
        self.doing.do(
            self.doing.rooms.receiving.recognise,
            scan.text,
            done=lambda found: self._recognised(found, typed),
            failed=self.window_.say,
        )
        return True

    def _recognised(self, found: Any, typed: bool) -> None:
        if found.kind == "piece" or (found.kind == "unknown" and typed):
            self.window_.answer(found.text)
        elif found.kind == "mailbox":
            self._choose_one(found.accounts, found.text)
        elif found.kind == "tracking":
            self._take_tracking(found.reading.number, found.reading, found.earlier)
        elif found.kind == "shelf" and self.mode == _NEW:
            self.form.shelf.set_text(found.shelf)
            self.window_.focus_scan_box()
        else:
            self.window_.play("unknown")
            self.form.show_trouble(sentence("receive.unknown_code", {"code": words.listed([found.text[:40]])}), "warn")

    def _take_tracking(self, number: str, reading: Any = None, earlier: Any = None) -> None:
        if self.mode != _NEW:
            self.window_.play("refused")
            self.form.show_trouble(sentence("receive.finish_first"), "warn")
            return
        there = self.form.tracking.text().strip()
        if there and there != number:
            self.window_.play("unknown")
            self.form.show_trouble(sentence("receive.second_number", {"number": number, "there": there}), "warn")
            return
        self.form.tracking.set_text(number)
        self.form.show_trouble("")
        self.form.show_carrier(reading or next(iter(tracking.identify(number)), None))
        if earlier is not None:
            self._show_duplicate(earlier.mail_id, earlier.mailbox)
        (self.form.whom if self.place is None else self.form.name).edit.setFocus()

    def _tracking_typed(self, text: str) -> None:
        self.form.show_carrier(next(iter(tracking.identify(text)), None) if text.strip() else None)
        self.form.show_reason(False)
        self.form.show_trouble("")

    # ------------------------------------------------------------ for whom

    def _whom_entered(self, text: str) -> None:
        if self.place is not None or not text.strip():
            self.form.name.edit.setFocus()
            return
        self.doing.do(
            self.doing.rooms.receiving.recognise,
            text,
            done=lambda found: self._whom_recognised(text, found),
            failed=self.window_.say,
        )

    def _whom_recognised(self, text: str, found: Any) -> None:
        if found.kind == "mailbox":
            self._choose_one(found.accounts, text)
            return
        self.doing.do(self.doing.rooms.customers.find, text, done=lambda accounts: self._choose_one(accounts, text))

    def _choose_one(self, accounts: Sequence[Account], text: str) -> None:
        if len(accounts) == 1:
            self.choose(accounts[0])
            return
        self.form.whom.edit.setFocus()
        if accounts:
            # Several holders, or a former one: both are shown and nobody is picked by the program.
            self._forget_mailbox()
            self.form.whom.set_text(text)
            self.form.whom_list.offer(accounts)
        else:
            self.window_.play("unknown")
            self.form.whom.show_error(sentence("receive.nobody", {"asked": text[:40]}))

    def choose(self, account: Account) -> None:
        """The piece is for this mailbox: show at once what that means."""
        self._ask_place(account.id, focus=True)

    def _ask_place(self, account_id: str, focus: bool = False) -> None:
        if not account_id:
            return
        self.doing.do(
            self.doing.rooms.receiving.destination,
            account_id,
            done=lambda place: self._placed(place, focus),
            failed=self.window_.say,
        )

    def _placed(self, place: Any, focus: bool) -> None:
        account = place.account
        if not focus and self.form.account_id != account.id:
            return  # the clerk has gone on to another mailbox
        if self.form.account_id != account.id:
            self.form.confirmed = ""
            self.form.show_trouble("")
        self.place = place
        self.form.account_id = account.id
        self.form.whom.set_text(f"{words.pmb(account.mailbox)} · {account.holder}")
        self.form.whom_list.close()
        self.card.show_place(place)
        self.names.check(final=False)
        if focus:
            if not place.takes:
                self.window_.play("refused")
            self.form.name.edit.setFocus()
        self.show_mode()

    def _forget_mailbox(self) -> None:
        if self.place is None and not self.form.account_id:
            return
        self.place, self.form.account_id, self.form.confirmed = None, "", ""
        self.card.clear()
        self.form.verdict.say("", "")
        self.show_mode()

    # ------------------------------------------------------------ the act

    def receive(self) -> None:
        """Receive the piece, or give the one that is shown to its mailbox."""
        rooms = self.doing.rooms.receiving
        if self.form.account_id == "":
            self._refuse(sentence("receive.no_mailbox"))
            self.form.whom.edit.setFocus()
        elif self.mode == _NEW:
            self._act(rooms.receive)
        else:
            self._give()

    def keep_unassigned(self) -> None:
        """Put it on the shelf without a mailbox; it is late until it has one."""
        if self.mode != _NEW:
            return
        if self.form.is_empty():
            self._refuse(sentence("receive.nothing_yet"))
            return
        self._act(self.doing.rooms.receiving.receive_unassigned)

    def _act(self, use_case: Any) -> None:
        if self._busy:
            return  # the same piece is not taken twice by a key that was pressed twice
        try:
            arrival = self.doing.rooms.receiving.Arrival(**self.form.values())
        except WeightWrong:
            self._refuse(sentence("receive.weight_wrong"))
            self.form.weight.show_error()
            self.form.weight.pounds.edit.setFocus()
            return
        self._busy = True
        draft = self.form.draft()
        self.doing.do(use_case, arrival, done=lambda got: self._received(got, draft), failed=self._failed)

    def _received(self, got: Any, draft: dict[str, Any]) -> None:
        self._busy = False
        item = got.item
        self._next_piece()
        text = QCoreApplication.translate("Receive", "{mail_id} for {mailbox}").format(
            mail_id=words.mail_id(item.mail_id), mailbox=words.pmb(item.mailbox)
        )
        if not item.mailbox:
            text = QCoreApplication.translate("Receive", "{mail_id} is kept as unassigned").format(
                mail_id=words.mail_id(item.mail_id)
            )
        if got.job_id:
            text = QCoreApplication.translate("Receive", "{text} · label printing").format(text=text)
        self.window_.play("taken")
        self.window_.toasts.show_toast(text, undo=lambda: self._take_back(item, draft))
        self._list_again()
        self.window_.focus_scan_box()

    def _take_back(self, item: Any, draft: dict[str, Any]) -> None:
        def back(_none: Any) -> None:
            if self.mode == _NEW and self.form.is_empty():
                self._load(draft)
            gone = QCoreApplication.translate("Receive", "{mail_id} is taken back; throw its label away")
            self.window_.toasts.show_toast(gone.format(mail_id=words.mail_id(item.mail_id)))
            self._list_again()

        self.doing.do(self.doing.rooms.receiving.take_back, item.id, done=back, failed=self.window_.say)

    def drop(self) -> None:
        """Empty the form: nothing was inserted, and it can be brought back while the toast shows."""
        if self.mode != _NEW:
            self._leave_piece()
            return
        if self.form.is_empty():
            return
        draft = self.form.draft()
        returned = self._refused_here()
        self._next_piece()
        text = (
            QCoreApplication.translate("Receive", "Not taken in: give the piece back to its carrier")
            if returned
            else QCoreApplication.translate("Receive", "The form is empty again")
        )
        self.window_.toasts.show_toast(text, undo=lambda: self._load(draft))
        self.window_.focus_scan_box()

    def _next_piece(self) -> None:
        self.piece += 1
        self.place = None
        self.form.clear()
        self.card.clear()
        self.show_mode()

    def _load(self, draft: dict[str, Any]) -> None:
        self.piece += 1
        self.place = None
        self.card.clear()
        self.form.load(draft)
        if draft["tracking"]:
            self.form.show_carrier(next(iter(tracking.identify(draft["tracking"])), None))
            self.form.carrier.set_key(draft["carrier"])
        self._ask_place(draft["account_id"])
        self.show_mode()

    # ------------------------------------------------------------ refusals

    def _refuse(self, text: str) -> None:
        self.window_.play("refused")
        self.form.show_trouble(text)

    def _failed(self, error: CounterError) -> None:
        self._busy = False
        code, form = error.code, self.form
        self._refuse("")
        if code == "name.missing":
            form.name.edit.setFocus()
            form.name.show_error(sentence("name.missing"))
        elif code in ("name.not_on_form", "name.confirm"):
            form.name.edit.setFocus()
            if not self.names.check(final=True):
                form.show_trouble(say(error))
        elif code == "item.duplicate":
            self._show_duplicate(error.facts.get("mail_id", ""), error.facts.get("mailbox", ""))
            form.reason.edit.setFocus()
        elif code == "item.shelf_wrong":
            form.shelf.edit.setFocus()
            form.show_trouble(say(error))
        elif code == "item.reason_missing":
            form.reason.edit.setFocus()
            form.reason.show_error(say(error))
        elif code.startswith("mailbox."):
            form.show_trouble(verdict_of(self.place)[0] if self.place is not None else say(error))
            self._ask_place(form.account_id)
        elif code == "rights.level_too_low":
            facts = {**error.facts, "level": self.doing.clerk.level if self.doing.clerk else 0}
            form.show_trouble(sentence(code, facts))
        else:
            form.show_trouble(say(error))

    def _show_duplicate(self, mail_id: str, mailbox: str) -> None:
        facts = {"mail_id": words.mail_id(mail_id), "mailbox": mailbox or "–"}
        self.form.show_trouble(sentence("item.duplicate", facts), "warn")
        self.form.show_reason(True)

    def _refused_here(self) -> bool:
        return self.form.verdict.kind == "bad" or (self.place is not None and not self.place.takes)

    # ------------------------------------------------------------ pieces that are here already

    def _begin_piece(self, item_id: str, mode: str) -> None:
        def loaded(item: Any) -> None:
            if self.mode == _NEW:
                self._aside_draft = None if self.form.is_empty() else self.form.draft()
            self._next_piece()
            self.mode, self.item = mode, item
            values = {"account_id": "", "confirmed": "", "photo": b"", "duplicate_reason": "", "whom": ""}
            kept = ("mail_type", "carrier", "tracking", "weight_g", "shelf", "flags")
            self.form.load({**values, **{one: getattr(item, one) for one in kept}, "name": item.name_on_piece})
            self.show_mode()
            self.form.show_reason(mode == _REASSIGN)
            self.form.whom.edit.setFocus()

        self.doing.do(self.doing.rooms.receiving.piece, item_id, done=loaded, failed=self.window_.say)

    def _give(self) -> None:
        if self._busy or self.item is None:
            return
        self._busy = True
        form, item, rooms = self.form, self.item, self.doing.rooms.receiving
        name = form.name.text().strip()
        if self.mode == _ASSIGN:
            args = (rooms.assign, item.id, form.account_id, name, form.confirmed)
        else:
            args = (rooms.reassign, item.id, form.account_id, name, form.reason.text(), form.confirmed)
        self.doing.do(*args, done=self._given, failed=self._failed)

    def _given(self, item: Any) -> None:
        self._busy = False
        self._leave_piece()
        self.window_.play("taken")
        text = QCoreApplication.translate("Receive", "{mail_id} belongs to {mailbox} now · label printing")
        self.window_.toasts.show_toast(
            text.format(mail_id=words.mail_id(item.mail_id), mailbox=words.pmb(item.mailbox))
        )
        self._list_again()
        self.window_.focus_scan_box()

    def _leave_piece(self) -> None:
        draft, self._aside_draft = self._aside_draft, None
        self.mode, self.item = _NEW, None
        self._next_piece()
        self.form.shelf.clear()
        if draft is not None:
            self._load(draft)

    # ------------------------------------------------------------ the list, and what the form is called

    def _list_again(self) -> None:
        rooms = self.doing.rooms.receiving
        self.doing.do(
            rooms.latest,
            done=lambda today: self.doing.do(
                rooms.unassigned, done=lambda waiting: self.list.show_pieces(today, waiting)
            ),
        )

    def _turn_list(self) -> None:
        self.list.turn()
        self.list.take_focus()

    def _opened(self, which: str, found: dict[str, Any]) -> None:
        if which == "unassigned":
            self.open(item_id=found["id"])
        else:
            self.window_.answer(found["mail_id"])

    def show_mode(self) -> None:
        """What the form and its keys are called now."""
        form = self.form
        spoken = words.mail_id(self.item.mail_id) if self.item is not None else ""
        titles = {
            _NEW: QCoreApplication.translate("Receive", "The piece in hand"),
            _ASSIGN: QCoreApplication.translate("Receive", "Whose is {mail_id}?").format(mail_id=spoken),
            _REASSIGN: QCoreApplication.translate("Receive", "Move {mail_id} to the right mailbox").format(
                mail_id=spoken
            ),
        }
        acts = {
            _NEW: QCoreApplication.translate("Receive", "Receive"),
            _ASSIGN: QCoreApplication.translate("Receive", "Assign"),
            _REASSIGN: QCoreApplication.translate("Receive", "Move it"),
        }
        form.title.setText(titles[self.mode])
        form.receive.set_text(acts[self.mode])
        form.only_whom(self.mode != _NEW)
        if self.mode != _NEW:
            form.drop.set_text(QCoreApplication.translate("Receive", "Leave"))
        elif self._refused_here():
            form.drop.set_text(QCoreApplication.translate("Receive", "Return it"))
        else:
            form.drop.set_text(QCoreApplication.translate("Receive", "Clear"))
