"""The card beside the list of pickups: whose pieces they are, who may collect them, and the way to the hand-over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.values import Money
from ui.buttons import button
from ui.chips import Chip
from ui.entries import field
from ui.figures import day_of, moment_text, money
from ui.notices import FactGrid
from ui.pages import pickup_words as words
from ui.pages.pickup_boxes import TimeBox
from ui.scroll import Scroll
from ui.sentences import sentence
from ui.widgets import Card, column, lay, row, rule, text_label, tip

if TYPE_CHECKING:
    from counter_app.desk.customers import Card as CustomerCard

NAMES_SHOWN = 6
CARD_WIDTH = 316
LEAST_KNOWN = 190
"""How high what is known stands at least, before it scrolls: the buttons of a card are always in sight."""


def some_names(names: Sequence[str]) -> str:
    """The first names of a list, and how many more there are."""
    shown = ", ".join(names[:NAMES_SHOWN])
    left = len(names) - NAMES_SHOWN
    return f"{shown} +{left}" if left > 0 else shown


class ReasonBox(QWidget):
    """A reason and the button that acts on it, in place of a dialog. `toggled` tells whether it is open."""

    toggled = Signal(bool)

    def __init__(
        self, question: str, action: str, then: Callable[[str], object], missing: str = "pickup.reason_missing"
    ) -> None:
        super().__init__()
        self._then, self._missing = then, missing
        self.reason = field(question, max_chars=200)
        self.reason.entered.connect(lambda _text: self.act())
        self.go = button(action, "danger", clicked=self.act)
        self.cancel = button(QCoreApplication.translate("Pickups", "Cancel"), clicked=self.close_box)
        lay(QVBoxLayout(self), self.reason, row(self.go, self.cancel, gap=8), gap=8)
        self.hide()

    def open_box(self) -> None:
        self.reason.clear()
        self.show()
        self.toggled.emit(True)
        self.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_box(self) -> None:
        self.hide()
        self.toggled.emit(False)

    def act(self) -> None:
        """Without a reason nothing is asked for: the customer is told why."""
        if not self.reason.text().strip():
            self.reason.show_error(sentence(self._missing))
            return
        self._then(self.reason.text())


class WaitingCard(Card):
    """Facts of the customer that is chosen in the list; the rest are what its buttons do."""

    def __init__(
        self,
        hand_over: Callable[[], object],
        look: Callable[[], object],
        decline: Callable[[str], object],
        mark: Callable[[str], object],
        set_time: Callable[[int], object],
        again: Callable[[], object],
        give_up: Callable[[str], object],
        let_go: Callable[[], object],
    ):
        super().__init__()
        self.setFixedWidth(CARD_WIDTH)
        self.name = text_label("", "h2", elide="right")
        self.chip = Chip("")
        self.facts = FactGrid(
            (
                ("mailbox", QCoreApplication.translate("Pickups", "Mailbox")),
                ("shelf", QCoreApplication.translate("Pickups", "Shelf")),
                ("carrier", QCoreApplication.translate("Pickups", "Carrier")),
                ("waiting", QCoreApplication.translate("Pickups", "Waiting")),
                ("tracking", QCoreApplication.translate("Pickups", "Tracking no.")),
                ("weight", QCoreApplication.translate("Pickups", "Weight")),
            )
        )
        self.collect = text_label("", "value", wrap=True)
        self.history = [text_label("", "muted", elide="right") for _ in range(3)]
        self.hand_over = button(
            QCoreApplication.translate("Pickups", "Hand over"), "primary", "", "Ctrl+Return", clicked=hand_over
        )
        self.look = button(QCoreApplication.translate("Pickups", "Mailbox card"), clicked=look)
        self.decline = button(QCoreApplication.translate("Pickups", "Decline"), clicked=self._ask_reason)
        self.why = text_label("", "bad", wrap=True)
        self.why.hide()
        self.reason = ReasonBox(
            QCoreApplication.translate("Pickups", "Why? The customer is told."),
            QCoreApplication.translate("Pickups", "Decline pickup"),
            decline,
        )
        self.mark = button(
            QCoreApplication.translate("Pickups", "Picked up…"),
            shortcut="Ctrl+E",
            accessible=QCoreApplication.translate("Pickups", "Mark the pieces as picked up, without a fee"),
            clicked=lambda: self._open(self.courtesy),
        )
        self.courtesy = ReasonBox(
            QCoreApplication.translate("Pickups", "How did the customer get them? No fee."),
            QCoreApplication.translate("Pickups", "Mark as picked up"),
            mark,
            "pickup.courtesy_reason_missing",
        )
        self.time = button(
            QCoreApplication.translate("Pickups", "Time…"),
            shortcut="Ctrl+T",
            accessible=QCoreApplication.translate("Pickups", "Agree on a time with the customer"),
            clicked=self._ask_time,
        )
        self.when = TimeBox(set_time)
        self.let_go = button(
            QCoreApplication.translate("Pickups", "Leave to others"),
            shortcut="Ctrl+O",
            accessible=QCoreApplication.translate("Pickups", "Leave this pickup to the other clerks"),
            clicked=let_go,
        )
        self._zone, self._known = "UTC", None
        self.owed_text = text_label("", "bad", wrap=True)
        self.again = button(
            QCoreApplication.translate("Pickups", "Charge again"), "primary", shortcut="F9", clicked=again
        )
        self.give_up = button(
            QCoreApplication.translate("Pickups", "Give up…"),
            accessible=QCoreApplication.translate("Pickups", "Give up what is owed"),
            clicked=lambda: self._open(self.lost),
        )
        self.lost = ReasonBox(
            QCoreApplication.translate("Pickups", "Why does the store give this fee up?"),
            QCoreApplication.translate("Pickups", "Give up the fee"),
            give_up,
            "pickup.give_up_reason_missing",
        )
        self._inside = QWidget()
        captions = column(
            text_label(QCoreApplication.translate("Pickups", "Allowed to collect"), "caption"), self.collect
        )
        captions.setSpacing(2)
        past = column(text_label(QCoreApplication.translate("Pickups", "History"), "caption"), *self.history, gap=2)
        buttons = row(self.look, self.decline, gap=8)
        owed = row(self.again, self.give_up, gap=8)
        # While something is asked for, its own buttons stand in place of these: a card has no room for both.
        self.ways = QWidget()
        self.ways.setObjectName("plain")
        lay(
            QVBoxLayout(self.ways),
            owed,
            self.hand_over,
            row(self.mark, self.time, gap=8),
            self.let_go,
            buttons,
            gap=8,
        )
        for box in (self.courtesy, self.when, self.lost):
            box.toggled.connect(lambda _is_open: self._show_ways())
        known = QWidget()
        known.setObjectName("plain")
        lay(QVBoxLayout(known), self.facts, captions, past, None, gap=6)
        lay(
            QVBoxLayout(self._inside),
            self.name,
            row(self.chip, None),
            rule(),
            Scroll(known, LEAST_KNOWN),
            self.why,
            self.owed_text,
            self.reason,
            self.courtesy,
            self.when,
            self.lost,
            self.ways,
            gap=8,
        )
        self.body.addWidget(self._inside)
        self.clear()

    def _show_ways(self) -> None:
        self.ways.setVisible(all(box.isHidden() for box in (self.courtesy, self.when, self.lost)))

    def clear(self) -> None:
        """Nobody is chosen."""
        self.hide()
        self.close_boxes()
        self.show_owed(0, 0)

    def close_boxes(self) -> bool:
        """Close what asks for something; whether anything did."""
        boxes = [one for one in (self.reason, self.courtesy, self.when, self.lost) if not one.isHidden()]
        for one in boxes:
            one.close_box()
        return bool(boxes)

    def show_owed(self, cents: int, count: int) -> None:
        """What is still owed for pieces that are gone; nothing of it shows at 0."""
        text = QCoreApplication.translate(
            "Pickups", "{amount} is owed: the card was declined after the pieces had left."
        )
        self.owed_text.setText(text.format(amount=money(Money(cents))) if count else "")
        for one in (self.owed_text, self.again, self.give_up):
            one.setVisible(bool(count))
        if count and self.hand_over.isHidden():
            self.chip.show_state(QCoreApplication.translate("Pickups", "Owed"), "bad", "circle-alert")
        if not count:
            self.lost.close_box()

    def show_customer(
        self,
        card: CustomerCard,
        local: Callable[[int], datetime],
        now_ms: int,
        today: str,
        declines_from: str = "",
        may_decline_early: bool = False,
        clerk_id: str = "",
    ) -> None:
        """A customer of the list, with the facts of the newest piece. `declines_from`: until that day a pickup that he
        asked for waits for him (T7). `clerk_id`: who looks; a pickup that he is at can be left to the others."""
        newest = card.on_shelf[0] if card.on_shelf else None
        oldest = card.on_shelf[-1] if card.on_shelf else None
        account = card.account
        self.name.setText(account.holder)
        self._show_chip(card)
        self.facts.set_value("mailbox", words.pmb(account.mailbox))
        self.facts.set_value("shelf", newest.shelf if newest else "")
        self.facts.set_value("carrier", words.carrier(newest.carrier) if newest else "")
        self.facts.set_value("waiting", words.waited_in_full(oldest.received_ms, now_ms) if oldest else "")
        self.facts.set_value("tracking", newest.tracking if newest else "")
        self.facts.set_value("weight", words.weight(newest.weight_g) if newest else "")
        self.collect.setText(some_names(account.may_collect(today)) or "–")
        said = _history(card, local, local(now_ms))
        for n, line in enumerate(self.history):
            line.setText(said[n] if n < len(said) else "")
            line.setVisible(n < len(said))
        may = words.may_go_out(account.state) or bool(card.pickup and card.pickup.state not in ("scheduled", "ready"))
        self.hand_over.setEnabled(may)
        self.why.setText("" if may else sentence(words.why_not(account.state), {"mailbox": account.mailbox}))
        self.why.setVisible(not may)
        self.hand_over.set_text(_way_on(card))
        can_decline = bool(card.pickup and card.pickup.state in ("scheduled", "ready", "payment_declined"))
        self.decline.setVisible(can_decline)
        early = declines_from > today and not may_decline_early
        self.decline.setEnabled(not early)
        waits = QCoreApplication.translate("Pickups", "Can be declined from {day} on").format(day=day_of(declines_from))
        tip(self.decline, waits if early else "")
        self.decline.setAccessibleDescription(waits if early else "")
        if not can_decline or early:
            self.reason.close_box()
        waiting = card.pickup is None or card.pickup.state in ("scheduled", "ready")
        free = [one for one in card.on_shelf if one.state in ("received", "scanned")]
        self.mark.setVisible(bool(card.on_shelf) and waiting)
        self.time.setVisible(may and waiting and (card.pickup is not None or bool(free)))
        at_ms = card.pickup.appointment_ms if card.pickup else 0
        self._known = local(at_ms) if at_ms else None
        self._zone = str(local(now_ms).tzinfo)
        if at_ms:
            self._show_appointment(local(at_ms), local(now_ms))
        self.let_go.setVisible(bool(card.pickup and clerk_id and card.pickup.locked_by == clerk_id))
        self.hand_over.setVisible(bool(card.on_shelf) or card.pickup is not None)
        self.show()

    def _show_appointment(self, at: datetime, now: datetime) -> None:
        said = words.appointment(at, now)
        if at < now:
            late = QCoreApplication.translate("Pickups", "Late: expected {when}").format(when=said)
            self.chip.show_state(late, "bad", "clock")
        else:
            due = QCoreApplication.translate("Pickups", "Expected {when}").format(when=said)
            self.chip.show_state(due, "info", "calendar")

    def _ask_time(self) -> None:
        shown = not self.when.isHidden()
        self.close_boxes()
        if not shown:
            self.when.open_box(self._zone, self._known)

    def _open(self, box: ReasonBox) -> None:
        shown = not box.isHidden()
        self.close_boxes()
        if not shown:
            box.open_box()

    def _show_chip(self, card: CustomerCard) -> None:
        if not words.may_go_out(card.account.state):
            text, kind = words.account_pill(card.account.state)
            self.chip.show_state(text, kind, "shield-alert")
        elif card.pickup is not None and card.pickup.state not in ("scheduled", "ready"):
            text, kind = words.pickup_pill(card.pickup.state)
            self.chip.show_state(text, kind, "circle-alert" if kind == "bad" else "clock")
        else:
            check = QCoreApplication.translate("Pickups", "Check a photo ID before handing over")
            self.chip.show_state(check, "warn", "shield-check")

    def _ask_reason(self) -> None:
        self._open(self.reason)


def _way_on(card: CustomerCard) -> str:
    if card.pickup is not None and card.pickup.state not in ("scheduled", "ready"):
        return QCoreApplication.translate("Pickups", "Go on")
    return QCoreApplication.translate("Pickups", "Hand over")


def _history(card: CustomerCard, local: Callable[[int], datetime], now: datetime) -> list[str]:
    past: list[tuple[int, str]] = []
    entries: list[Any] = [*card.on_shelf[:3], *card.earlier[:3]]
    for item in entries:
        past += [(at_ms, kind) for _, kind, at_ms, _ in item.history]
    latest = sorted(set(past), reverse=True)[:3]
    return [f"{words.happened(kind)} · {moment_text(local(at_ms), now)}" for at_ms, kind in latest]
