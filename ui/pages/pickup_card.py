"""The card beside the list of pickups: whose pieces they are, who may collect them, and the way to the hand-over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.buttons import button
from ui.chips import Chip
from ui.entries import field
from ui.figures import moment_text
from ui.notices import FactGrid
from ui.pages import pickup_words as words
from ui.scroll import Scroll
from ui.sentences import sentence
from ui.widgets import Card, column, lay, row, rule, text_label

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
    """A reason and the button that acts on it, in place of a dialog."""

    def __init__(self, question: str, action: str, then: Callable[[str], object]) -> None:
        super().__init__()
        self._then = then
        self.reason = field(question, max_chars=200)
        self.reason.entered.connect(lambda _text: self.act())
        self.go = button(action, "danger", clicked=self.act)
        self.cancel = button(QCoreApplication.translate("Pickups", "Cancel"), clicked=self.close_box)
        lay(QVBoxLayout(self), self.reason, row(self.go, self.cancel, gap=8), gap=8)
        self.hide()

    def open_box(self) -> None:
        self.reason.clear()
        self.show()
        self.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_box(self) -> None:
        self.hide()

    def act(self) -> None:
        """Without a reason nothing is asked for: the customer is told why."""
        if not self.reason.text().strip():
            self.reason.show_error(sentence("pickup.reason_missing"))
            return
        self._then(self.reason.text())


class WaitingCard(Card):
    """Facts of the customer that is chosen in the list; `wants` are what its buttons do."""

    def __init__(self, hand_over: Callable[[], object], look: Callable[[], object], decline: Callable[[str], object]):
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
        self._inside = QWidget()
        captions = column(
            text_label(QCoreApplication.translate("Pickups", "Allowed to collect"), "caption"), self.collect
        )
        captions.setSpacing(2)
        past = column(text_label(QCoreApplication.translate("Pickups", "History"), "caption"), *self.history, gap=2)
        buttons = row(self.look, self.decline, gap=8)
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
            self.reason,
            self.hand_over,
            buttons,
            gap=8,
        )
        self.body.addWidget(self._inside)
        self.clear()

    def clear(self) -> None:
        """Nobody is chosen."""
        self.hide()
        self.reason.close_box()

    def show_customer(self, card: CustomerCard, local: Callable[[int], datetime], now_ms: int, today: str) -> None:
        """A customer of the list, with the facts of the newest piece."""
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
        if not can_decline:
            self.reason.close_box()
        self.show()

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
        if self.reason.isHidden():
            self.reason.open_box()
        else:
            self.reason.close_box()


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
