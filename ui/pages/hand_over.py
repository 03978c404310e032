"""The hand-over: a checklist in the order of the work, ticked by what the store says and by nothing else (S-12).

The panel decides nothing. Each key and button asks the desk, which holds the gate; what comes back is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain import aamva, mrz
from counter_app.errors import CounterError
from counter_app.events import OutcomesArrived, PickupChanged, RowsArrived, SyncChanged
from counter_app.ports import RawScan
from ui.notices import Answer, AskBar, Banner
from ui.pages import hand_over_states as states
from ui.pages import pickup_words as words
from ui.pages.checklist import StopBand, steps_of
from ui.pages.codes import is_card, is_document, is_piece_code
from ui.pages.hand_over_papers import Papers
from ui.pages.hand_over_scans import Scans
from ui.pages.hand_over_side import Side
from ui.pages.hand_over_steps import FeeBody, IdBody, PiecesBody, SignBody
from ui.pages.pickup_boxes import TakeOver
from ui.scroll import Scroll, bring_into_view
from ui.sentences import say, sentence
from ui.widgets import Card, lay

if TYPE_CHECKING:
    from counter_app.desk.pickups import Visit
    from ui.pages.pickups import PickupsPage

NO_TURN = "none yet"


class HandOver(QWidget):
    """One pickup at the counter. `closed` is sent when the list should show again."""

    closed = Signal()

    def __init__(self, page: PickupsPage) -> None:
        super().__init__()
        self.page = page
        self.visit: Visit | None = None
        self.busy = False
        self.scans = Scans(self)
        self._opened = ""
        self._turn_before = NO_TURN
        self._lines: tuple[str, ...] = ()
        self.stop = StopBand()
        self.note = Banner("", "bad")
        self.note.hide()
        self.question = AskBar()
        self.take_over = TakeOver(self._take)
        self.papers = Papers(self)
        self.id = IdBody(self._check_id, self.document_line, self.papers.box)
        self.id.write_paper.clicked.connect(self.papers.open_box)
        self.pieces = PiecesBody(self._missing, self._add, self._leave_piece)
        self.fee = FeeBody(self._charge, self._charge_later, self._try_again)
        self.sign = SignBody(self._sign, self._refused_to_sign)
        list_, self.steps = steps_of(
            (
                (QCoreApplication.translate("Pickups", "Photo ID"), self.id, False),
                (QCoreApplication.translate("Pickups", "Pieces"), self.pieces, True),
                (QCoreApplication.translate("Pickups", "Fee"), self.fee, False),
                (QCoreApplication.translate("Pickups", "Signature"), self.sign, True),
            )
        )
        for key, step in zip(states.STEPS, self.steps, strict=True):
            step.head.clicked.connect(lambda _checked=False, key=key: self._open_step(key))
        sheet = Card(margins=(18, 12, 18, 12))
        sheet.body.addWidget(Scroll(list_))
        self.side = Side(self.hand_over, self.escape, self._decline)
        body = lay(QHBoxLayout(), sheet, self.side, gap=16)
        body.setStretch(0, 1)
        page.fold(body)
        whole = lay(QVBoxLayout(self), self.stop, self.take_over, self.note, self.question, body, gap=12)
        whole.setStretch(4, 1)

    # ------------------------------------------------------------ what shows

    @property
    def open_now(self) -> bool:
        return self.visit is not None

    @property
    def pickup_id(self) -> str:
        return self.visit.pickup.id if self.visit else ""

    def refresh(self) -> None:
        """Read the pickup anew: it may have been charged, changed elsewhere, or handed over."""
        if self.visit is not None:
            pickup_id = self.pickup_id
            self.page.doing.ask(
                self.page.doing.rooms.pickups.visit,
                pickup_id,
                done=lambda visit: self.show_visit(visit) if pickup_id == self.pickup_id else None,
            )

    def heard(self, event: object) -> None:
        ours = isinstance(event, PickupChanged) and event.pickup_id == self.pickup_id
        if self.open_now and (ours or isinstance(event, (RowsArrived, OutcomesArrived, SyncChanged))):
            self.refresh()

    def show_visit(self, visit: Visit, anew: bool = False) -> None:
        """Show a pickup as the store has it. `anew`: another customer stands at the counter now."""
        if visit.pickup.state in ("handed_over", "declined"):
            if self.open_now:
                self._leave()
            return
        before = self.visit
        self.visit = visit
        if anew and (before is None or before.pickup.id != visit.pickup.id):
            self._forget()
        title, subtitle = states.head_of(visit)
        self.page.head.set_title(title)
        self.page.head.set_subtitle(subtitle)
        now_ms = self.page.doing.station.desk.now_ms()
        on_paper = tuple(one.name for one in visit.pickup.papers if one.good_at(now_ms))
        self.id.show_people(tuple(dict.fromkeys((*on_paper, *visit.may_collect))), on_paper)
        actor = self.page.doing.actor
        others = visit.pickup.locked_by not in ("", actor.id if actor else "")
        self.take_over.show_clerk(visit.locked_by if others else "")
        self.pieces.show_pieces(visit)
        self.fee.show_visit(visit, self.page.doing.station.desk.online, self.page.doing.station.desk.settings)
        self.sign.caption.setText(
            QCoreApplication.translate("Pickups", "{name} signs for {pieces}").format(
                name=visit.pickup.collector or visit.account.holder, pieces=words.pieces(len(visit.pickup.to_hand_over))
            )
        )
        self._show_steps(visit)
        self.side.show_visit(visit, states.amount_of(visit), bool(self.stop.text()))
        self._settle_nothing(visit)

    def _show_steps(self, visit: Visit) -> None:
        turn = states.turn_of(visit)
        if turn != self._turn_before:
            self._opened = turn
        self._turn_before = turn
        known = states.step_states(visit)
        for key, step in zip(states.STEPS, self.steps, strict=True):
            state, note = known[key]
            step.head.say("now" if not state and key == turn else state, note)
            step.open(key == self._opened)

    def _open_step(self, key: str) -> None:
        if self.visit is not None:
            self._opened = key
            self._show_steps(self.visit)
        self.page.window_.focus_scan_box()

    def _forget(self) -> None:
        self.scans.forget()
        self.stop.clear()
        self.note.hide()
        self.question._answer("")
        self.take_over.show_clerk("")
        self._lines = ()
        self.id.reset()
        self.sign.pad.clear()
        self.side.reason.close_box()
        self._turn_before = NO_TURN

    # ------------------------------------------------------------ acting

    def act(
        self,
        use_case: Callable[..., Any],
        *args: Any,
        done: Callable[[Visit], object] | None = None,
        failed: Callable[[CounterError], object] | None = None,
    ) -> None:
        """Ask the desk for one step of this pickup; while it is under way no other one is asked for."""
        if self.busy or self.visit is None:
            return
        pickup_id = self.pickup_id
        self.busy = True

        def came(visit: Visit) -> None:
            self.busy = False
            if pickup_id == self.pickup_id:
                (done or self.show_visit)(visit)
            self.scans.next()

        def refused(error: CounterError) -> None:
            self.busy = False
            (failed or self._refused)(error)
            self.scans.next()

        self.page.doing.do(use_case, pickup_id, *args, done=came, failed=refused)

    def _refused(self, error: CounterError) -> None:
        self.page.window_.play("refused")
        if error.code == "item.in_other_task":
            self.page.other.show_task(str(error.facts.get("task_id") or ""), str(error.facts.get("mail_id") or ""))
            self.refresh()
            return
        self.tell(say(error), "bad")
        self.refresh()

    def tell(self, text: str, kind: str) -> None:
        self.note.show_text(text, kind)
        self.note.show()
        bring_into_view(self.note)

    def went_on(self, visit: Visit) -> None:
        self.note.hide()
        self.show_visit(visit)
        self.page.window_.focus_scan_box()

    @property
    def pickups(self) -> Any:
        return self.page.doing.rooms.pickups

    # 1 -- the ID

    def _check_id(self, name: str, id_type: str) -> None:
        self.act(self.pickups.check_id, name, id_type, done=self._id_checked, failed=self._id_refused)

    def _id_checked(self, visit: Visit) -> None:
        self.id.reset()
        self.page.window_.play("taken")
        self.went_on(visit)

    def _id_refused(self, error: CounterError) -> None:
        self.page.window_.play("refused")
        self._open_step("id")
        self.id.show_problem(say(error))

    def _card(self, text: str) -> None:
        """A licence: only its name and its date go on from here, its number is never shown or kept."""
        try:
            card = aamva.parse(text)
        except aamva.AamvaError as error:
            self._id_refused(CounterError(error.code))
            return
        check = self.pickups.check_card
        self.scans.in_turn(lambda: self.act(check, card, done=self._id_checked, failed=self._id_refused))

    def document_line(self, text: str) -> bool:
        """A line of a passport or an ID card, of two or three; with the last one the document is read. False for what
        is none: it may be a name, or a piece."""
        lines = mrz.lines_of(text)
        if is_document(text):
            self._lines = lines
        elif self._lines and lines and len(lines[0]) == len(self._lines[0]):
            self._lines = (*self._lines, *lines)
        else:
            self._lines = ()
            return False
        if mrz.lines_missing(self._lines):
            self._open_step("id")
            self.id.show_problem("")
            self.tell(sentence("mrz.next_line"), "info")
            return True
        read, self._lines = "\n".join(self._lines), ()
        try:
            document = mrz.parse(read)
        except mrz.MrzError as error:
            self.note.hide()
            self._id_refused(CounterError(error.code))
            return True
        check = self.pickups.check_document
        self.scans.in_turn(lambda: self.act(check, document, done=self._id_checked, failed=self._id_refused))
        return True

    def _take(self, reason: str) -> None:
        self.act(self.pickups.take, reason, done=self.went_on)

    # 2 -- the pieces

    def scanned(self, scan: RawScan) -> bool:
        """A licence, a passport or a piece. Typed text that is none of them goes to the yes/no screen."""
        if is_card(scan):
            self._card(scan.text)
        elif self.document_line(scan.text) or self.papers.named(scan.text):
            return True
        elif scan.source == "typed" and not is_piece_code(scan.text):
            return False
        else:
            self.scans.scan(scan.text)
        return True

    def _add(self, item_ids: tuple[str, ...]) -> None:
        self.act(self.pickups.add_pieces, item_ids, done=self.went_on)

    def _leave_piece(self, item_id: str) -> None:
        self.act(self.pickups.leave_pieces, (item_id,), done=self.went_on)

    def _missing(self, item_id: str) -> None:
        self.act(self.pickups.piece_missing, item_id, done=self.went_on)

    # 3 -- the fee

    def _settle_nothing(self, visit: Visit) -> None:
        ready = visit.open_gaps[:1] in (("pickup.not_paid",),)
        if ready and visit.due.cents == 0 and visit.pickup.state == "in_progress":
            self.act(self.pickups.charge, done=self.went_on)

    def _charge(self) -> None:
        self._settle(self.pickups.charge)

    def _charge_later(self) -> None:
        self._settle(self.pickups.charge_later)

    def _settle(self, use_case: Callable[..., Any]) -> None:
        if states.EARLY & set(self.visit.open_gaps if self.visit else ()):
            self.page.window_.play("refused")
            return
        self.act(use_case, done=self.went_on)

    def _try_again(self) -> None:
        self.act(self.pickups.try_again, done=self.went_on)

    # 4 -- the signature

    def _refused_to_sign(self) -> None:
        """Asked once more, because it ends the visit: nothing leaves without a signature."""
        self.question.ask(
            QCoreApplication.translate("Pickups", "Nobody signs? Then nothing leaves, and the pieces go back."),
            (
                Answer("refused", QCoreApplication.translate("Pickups", "Nobody signs"), "danger", "Ctrl+Y"),
                Answer("no", QCoreApplication.translate("Pickups", "Sign after all"), "second", "Ctrl+N"),
            ),
            lambda key: self.act(self.pickups.refuse_to_sign, done=self._not_signed) if key == "refused" else None,
        )

    def _not_signed(self, visit: Visit) -> None:
        self.page.window_.play("refused")
        paid = visit.pickup.state in ("paid", "pay_later", "charging")
        self._leave()
        code = "pickup.signature_refused_paid" if paid else "pickup.signature_refused"
        self.page.say_below(sentence(code))

    def _sign(self, picture: bytes) -> None:
        self.act(self.pickups.sign, picture, done=self._signed)

    def _signed(self, visit: Visit) -> None:
        self.sign.pad.clear()
        self.page.window_.play("taken")
        self.went_on(visit)

    # 5 -- out

    def hand_over(self) -> None:
        """Ask the desk to hand the pieces over; it refuses while anything is open, whoever asks."""
        if self.stop.text():
            self.page.window_.play("refused")
            return
        self.act(self.pickups.hand_over, done=self._handed_over)

    def _handed_over(self, visit: Visit) -> None:
        self.page.window_.play("taken")
        text = QCoreApplication.translate("Pickups", "{pieces} handed to {name}").format(
            pieces=words.pieces(len(visit.pickup.to_hand_over)), name=visit.pickup.collector
        )
        self.page.window_.toasts.show_toast(text)
        self._leave()

    def escape(self) -> bool:
        """Go back to the list: a pickup that is not charged can be put back, or stay in progress."""
        if not self.side.reason.isHidden():
            self.side.reason.close_box()
            self.page.window_.focus_scan_box()
            return True
        if self.visit is None:
            return False
        if self.visit.pickup.state != "in_progress":
            self._leave()
            return True
        self.question.ask(
            QCoreApplication.translate("Pickups", "Leave this pickup in progress, or put the pieces back?"),
            (
                Answer("leave", QCoreApplication.translate("Pickups", "Leave in progress"), "primary", "Ctrl+I"),
                Answer("back", QCoreApplication.translate("Pickups", "Put back"), "second", "Ctrl+B"),
                Answer("stay", QCoreApplication.translate("Pickups", "Stay"), "second"),
            ),
            self._escaped,
        )
        return True

    def _escaped(self, key: str) -> None:
        if key == "leave":
            self._leave()
        elif key == "back":
            self.act(self.pickups.put_back, done=lambda _visit: self._put_back())
        else:
            self.page.window_.focus_scan_box()

    def _put_back(self) -> None:
        self.page.window_.toasts.show_toast(
            QCoreApplication.translate("Pickups", "Put back: the pieces stay kept for this pickup")
        )
        self._leave()

    def _decline(self, reason: str) -> None:
        pickups, under_way = self.pickups, self.visit is not None and self.visit.pickup.state == "in_progress"

        def decline(desk: Any, actor: Any, pickup_id: str) -> Any:
            if under_way:
                pickups.put_back(desk, actor, pickup_id, reason)
            return pickups.decline(desk, actor, pickup_id, reason)

        self.act(decline, done=self._declined, failed=lambda error: self.side.reason.reason.show_error(say(error)))

    def _declined(self, visit: Visit) -> None:
        self.page.window_.play("taken")
        text = QCoreApplication.translate("Pickups", "Pickup of {name} declined; its pieces are free again")
        self.page.window_.toasts.show_toast(text.format(name=visit.account.holder))
        self._leave()

    def _leave(self) -> None:
        self._forget()
        self.visit = None
        self.closed.emit()
