"""The Receive room: a piece in one hand, a scanner in the other; mailbox, name, weight, photo, shelf, label.

The page refuses nothing by itself and lets nothing through: whether a piece may be inserted is decided below the
screen (S-09). It shows early what the desk would say, so that nobody is surprised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counter_app import events
from counter_app.domain import tracking
from counter_app.errors import CounterError
from counter_app.ports import RawScan
from ui import words
from ui.buttons import button
from ui.frame import PageHead, on_key
from ui.pages.arrival_form import ArrivalForm
from ui.pages.arrivals_list import ArrivalsList
from ui.pages.batch import BatchCard
from ui.pages.destination import Destination
from ui.pages.drop_card import DropCard
from ui.pages.mailbox_card import KEYS, MailboxCard, verdict_of
from ui.pages.name_check import NameCheck
from ui.pages.page import Page
from ui.pages.piece_details import DetailWrong
from ui.pages.piece_devices import PieceDevices
from ui.pages.piece_here import ASSIGN, NEW, PieceHere
from ui.pages.putting import Putting
from ui.pages.set_aside import SetAside
from ui.pages.weight_entry import WeightWrong
from ui.sentences import say, sentence
from ui.widgets import lay

if TYPE_CHECKING:
    from ui.window import Window

_REFRESH = (
    events.IntakeChanged,
    events.PieceReceived,
    events.PieceChanged,
    events.OutcomesArrived,
    events.RowsArrived,
    events.SyncChanged,
)


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
        self.mode, self.item = NEW, None
        self.piece = 0
        self.busy = False
        self.destination = Destination(self)
        self.here = PieceHere(self)
        self.names = NameCheck(self)
        self.devices = PieceDevices(self)
        self.form = ArrivalForm(self)
        self.card = MailboxCard()
        self.list = ArrivalsList()
        self.drop_card = DropCard(self)
        self.set_aside = SetAside(self)
        self.putting = Putting(self)
        self.batch = BatchCard(self)
        self.batch_key = button("", "second", "list-checks", "Ctrl+B", clicked=self.turn_batch)
        self.head.add_action(self.batch_key)
        self._left = QStackedWidget()
        self._left.addWidget(self.form)
        self._left.addWidget(self.batch)
        right = QWidget()
        column = lay(QVBoxLayout(right), self.card, self.drop_card, self.list, self.set_aside.card, gap=10)
        column.setStretch(2, 1)
        column.setStretch(3, 1)
        line = lay(QHBoxLayout(), self._left, right, gap=16)
        line.setStretch(0, 10)
        line.setStretch(1, 11)
        self.body.addLayout(line)
        self.fold(line)
        self.set_aside.card.hide()
        self._connect()
        self._show_batch(False)
        self.here.show_mode()

    def _connect(self) -> None:
        form = self.form
        form.tracking.edit.textEdited.connect(self._tracking_typed)
        form.tracking.entered.connect(lambda _text: form.whom.edit.setFocus())
        form.whom.edit.textEdited.connect(lambda _text: self.destination.forget())
        form.whom.entered.connect(self.destination.entered)
        form.name.changed.connect(lambda _text: self.names.changed())
        form.name.entered.connect(lambda _text: self.names.entered())
        form.name.edit.editingFinished.connect(lambda: self.names.check(final=True))
        form.verdict.confirmed.connect(self.names.confirm)
        form.shelf.entered.connect(lambda _text: form.weight.pounds.edit.setFocus())
        form.weight.pounds.entered.connect(lambda _text: form.weight.ounces.edit.setFocus())
        form.weight.ounces.entered.connect(lambda _text: self.window_.focus_scan_box())
        self.card.name_pressed.connect(self.names.take)
        self.list.opened.connect(self._opened)
        self.list.asked.connect(self.list_again)
        for n in range(KEYS):
            on_key(self, f"Ctrl+{n + 1}", lambda n=n: self.names.key(n))
        on_key(self, "Ctrl+Enter", self.receive)  # the keypad's Enter is a key of its own
        on_key(self, "F6", self._turn_list)

    # ------------------------------------------------------------ coming and going

    def unsaved(self) -> bool:
        return self.busy or self.mode != NEW or not self.form.is_empty() or self.batch.unsaved()

    def shown(self) -> None:
        self.list_again()
        self.form.offer_types(self.doing.station.desk.settings.custom_types)
        self.card.show_arriving(self.window_.first_sync.text())
        self.destination.ask(self.form.account_id)

    def open(self, account_id: str = "", tracking: str = "", item_id: str = "", mode: str = ASSIGN) -> None:
        """Start with a mailbox or a tracking number in the form, or give the piece `item_id` to a mailbox.

        A number that is already in the form is not written over: then the clerk is told, and nothing is lost.
        """
        self._show_batch(False)
        if item_id:
            self.here.begin(item_id, mode)
            return
        if self.mode != NEW:
            self.here.leave()
        if tracking:
            self._take_tracking(tracking)
        if account_id:
            self.destination.ask(account_id, focus=True)

    def escape(self) -> bool:
        if self.set_aside.leave() or self.putting.end():
            return True
        if self.drop_card.is_open():
            self.drop_card.leave()
            return True
        if self.batch_on:
            self.turn_batch()
            return True
        if self.mode != NEW:
            self.here.leave()
            return True
        return False

    def heard(self, event: object) -> None:
        if isinstance(event, events.WeightArrived):
            take = self.isVisible() and self.mode == NEW
            self.form.weight.heard(event.reading, event.code, take)
        elif isinstance(event, events.FirstSyncMoved):
            self.card.show_arriving(self.window_.first_sync.text())
        elif isinstance(event, _REFRESH) and self.isVisible() and self.doing.actor is not None:
            self.list_again()
            if isinstance(event, events.RowsArrived) and self.form.account_id:
                self.destination.ask(self.form.account_id)

    # ------------------------------------------------------------ scans

    def scanned(self, scan: RawScan) -> bool:
        typed = scan.source == "typed"
        if self.batch_on and not typed:
            return self.batch.scanned(scan)
        self.doing.do(
            self.doing.rooms.receiving.recognise,
            scan.text,
            done=lambda found: self._recognised(found, typed),
            failed=self.window_.say,
        )
        return True

    def _recognised(self, found: Any, typed: bool) -> None:
        if self.putting.takes(found):
            return
        if found.kind == "piece" or (found.kind == "unknown" and typed):
            self.window_.answer(found.text)
        elif found.kind == "mailbox":
            self.destination.choose_one(found.accounts, found.text)
        elif found.kind == "tracking":
            self._take_tracking(found.reading.number, found.reading, found.earlier)
        elif found.kind == "shelf" and self.mode == NEW:
            self.putting.begin(found.shelf)
            self.form.shelf.set_text(found.shelf)
            self.window_.focus_scan_box()
        else:
            self.window_.play("unknown")
            self.form.show_trouble(sentence("receive.unknown_code", {"code": words.listed([found.text[:40]])}), "warn")

    def _take_tracking(self, number: str, reading: Any = None, earlier: Any = None) -> None:
        if self.mode != NEW:
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

    # ------------------------------------------------------------ the act

    def receive(self) -> None:
        """Receive the piece, or give the one that is shown to its mailbox."""
        rooms = self.doing.rooms.receiving
        if self.batch_on or self.set_aside.press():
            return
        if self.form.account_id == "" and self.mode == NEW and self.window_.first_sync.under_way:
            self._act(self.doing.rooms.to_be_checked.receive, mailbox=self.form.whom.text().strip())
        elif self.form.account_id == "":
            self._refuse(sentence("receive.no_mailbox"))
            self.form.whom.edit.setFocus()
        elif self.mode == NEW:
            self._act(rooms.receive)
        else:
            self.here.give()

    def keep_unassigned(self) -> None:
        """Put it on the shelf without a mailbox; it is late until it has one."""
        if self.mode != NEW or self.batch_on:
            return
        if self.form.is_empty():
            self._refuse(sentence("receive.nothing_yet"))
            return
        self._act(self.doing.rooms.receiving.receive_unassigned)

    def _act(self, use_case: Any, **more: Any) -> None:
        if self.busy:
            return  # the same piece is not taken twice by a key that was pressed twice
        arrival = self.arrival(**more)
        if arrival is None:
            return
        self.busy = True
        draft = self.form.draft()
        self.doing.do(use_case, arrival, done=lambda got: self._received(got, draft), failed=self.failed)

    def arrival(self, **more: Any) -> Any:
        """What is in the form as an Arrival; None, with the reason said, when a field cannot be read."""
        values = {"intake": self.drop_card.at_hand, **more}
        try:
            return self.doing.rooms.receiving.Arrival(**self.form.values(), **values)
        except WeightWrong:
            self._refuse(sentence("receive.weight_wrong"))
            self.form.weight.show_error()
            self.form.weight.pounds.edit.setFocus()
        except DetailWrong as wrong:
            self._refuse(sentence(wrong.code))
        return None

    def mail_received(self) -> None:
        """Tell the customer that mail has come for a mailbox that takes none."""
        self.set_aside.mail_received()

    def to_sender(self) -> None:
        """Ask why the piece goes back to its sender."""
        self.set_aside.begin()

    def _received(self, got: Any, draft: dict[str, Any]) -> None:
        self.busy = False
        item = got.item
        self.next_piece()
        text = QCoreApplication.translate("Receive", "{mail_id} for {mailbox}").format(
            mail_id=words.mail_id(item.mail_id), mailbox=words.pmb(item.mailbox)
        )
        if not item.account_id and item.mailbox:
            text = QCoreApplication.translate("Receive", "{mail_id} is taken in, to be checked").format(
                mail_id=words.mail_id(item.mail_id)
            )
        elif not item.mailbox:
            text = QCoreApplication.translate("Receive", "{mail_id} is kept as unassigned").format(
                mail_id=words.mail_id(item.mail_id)
            )
        if got.job_id:
            text = QCoreApplication.translate("Receive", "{text} · label printing").format(text=text)
        self.window_.play("taken")
        self.window_.toasts.show_toast(text, undo=lambda: self._take_back(item, draft))
        self.list_again()
        self.window_.focus_scan_box()

    def _take_back(self, item: Any, draft: dict[str, Any]) -> None:
        def back(_none: Any) -> None:
            if self.mode == NEW and self.form.is_empty():
                self.load(draft)
            gone = QCoreApplication.translate("Receive", "{mail_id} is taken back; throw its label away")
            self.window_.toasts.show_toast(gone.format(mail_id=words.mail_id(item.mail_id)))
            self.list_again()

        self.doing.do(self.doing.rooms.receiving.take_back, item.id, done=back, failed=self.window_.say)

    def drop(self) -> None:
        """Empty the form: nothing was inserted, and it can be brought back while the toast shows."""
        if self.mode != NEW:
            self.here.leave()
            return
        if self.form.is_empty():
            return
        draft = self.form.draft()
        returned = self.refused_here()
        self.next_piece()
        text = (
            QCoreApplication.translate("Receive", "Not taken in: give the piece back to its carrier")
            if returned
            else QCoreApplication.translate("Receive", "The form is empty again")
        )
        self.window_.toasts.show_toast(text, undo=lambda: self.load(draft))
        self.window_.focus_scan_box()

    def next_piece(self) -> None:
        self.piece += 1
        self.place = None
        self.form.clear()
        self.card.clear()
        self.here.show_mode()

    def load(self, draft: dict[str, Any]) -> None:
        self.piece += 1
        self.place = None
        self.card.clear()
        self.form.load(draft)
        if draft["tracking"]:
            self.form.show_carrier(next(iter(tracking.identify(draft["tracking"])), None))
            self.form.carrier.set_key(draft["carrier"])
        self.destination.ask(draft["account_id"])
        self.here.show_mode()

    # ------------------------------------------------------------ refusals

    def _refuse(self, text: str) -> None:
        self.window_.play("refused")
        self.form.show_trouble(text)

    def failed(self, error: CounterError) -> None:
        self.busy = False
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
            self.destination.ask(form.account_id)
        elif code == "register.here":
            self.destination.entered(form.whom.text())  # it has come this very moment: whose is it?
        elif code == "rights.level_too_low":
            facts = {**error.facts, "level": self.doing.clerk.level if self.doing.clerk else 0}
            form.show_trouble(sentence(code, facts))
        else:
            form.show_trouble(say(error))

    def _show_duplicate(self, mail_id: str, mailbox: str) -> None:
        facts = {"mail_id": words.mail_id(mail_id), "mailbox": mailbox or "–"}
        self.form.show_trouble(sentence("item.duplicate", facts), "warn")
        self.form.show_reason(True)

    def show_side(self, index: int) -> None:
        """0: the list, 1: why a piece goes back."""
        for one in (self.card, self.drop_card, self.list):  # the question needs their room, and says what they say
            one.setVisible(index == 0)
        self.set_aside.card.setVisible(index == 1)
        self.form.receive.setEnabled(index == 0)

    @property
    def batch_on(self) -> bool:
        return self._left.currentWidget() is self.batch

    def turn_batch(self) -> None:
        """From one piece to a stack of letters, and back; what is in the form waits there."""
        if not self.batch_on and self.mode != NEW:
            self.here.leave()
        self._show_batch(not self.batch_on)
        if self.batch_on:
            self.batch.begin()
        else:
            self.window_.focus_scan_box()

    def _show_batch(self, on: bool) -> None:
        if self.batch_on and not on:
            self.batch.leave()
            self.card.clear()
        self._left.setCurrentWidget(self.batch if on else self.form)
        one = QCoreApplication.translate("Receive", "One piece")
        self.batch_key.set_text(one if on else QCoreApplication.translate("Receive", "Stack of letters"))

    def refused_here(self) -> bool:
        return self.form.verdict.kind == "bad" or (self.place is not None and not self.place.takes)

    # ------------------------------------------------------------ the list

    def list_again(self) -> None:
        self.drop_card.ask()
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
