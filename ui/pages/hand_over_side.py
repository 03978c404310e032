"""Beside the checklist: whose pieces they are, what is still to do in words, and the button that hands over."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.values import Money
from ui.buttons import button
from ui.figures import money
from ui.notices import Bullets, FactGrid
from ui.pages import pickup_words as words
from ui.pages.pickup_card import ReasonBox, some_names
from ui.pages.side_card import SideCard
from ui.widgets import column, rule, text_label

if TYPE_CHECKING:
    from counter_app.desk.pickups import Visit


class Side(SideCard):
    """The card of the hand-over; it shows, and its buttons ask."""

    def __init__(
        self, hand_over: Callable[[], object], back: Callable[[], object], decline: Callable[[str], object]
    ) -> None:
        super().__init__()
        self.facts = FactGrid(
            (
                ("mailbox", QCoreApplication.translate("Pickups", "Mailbox")),
                ("pieces", QCoreApplication.translate("Pickups", "Pieces")),
                ("total", QCoreApplication.translate("Pickups", "Fee")),
                ("collector", QCoreApplication.translate("Pickups", "Collected by")),
            ),
            columns=3,
            wide=("collector",),
        )
        self.collect = text_label("", "body", wrap=True)
        self.collect_title = text_label(QCoreApplication.translate("Pickups", "Allowed to collect"), "caption")
        self.open_title = text_label(QCoreApplication.translate("Pickups", "Still to do"), "caption")
        self.open_gaps = Bullets()
        self.give = button(
            QCoreApplication.translate("Pickups", "Hand over"), "primary", "", "Ctrl+Return", clicked=hand_over
        )
        self.back = button(QCoreApplication.translate("Pickups", "Back"), shortcut="", clicked=back)
        self.back.show_hint("Escape")
        self.decline = button(QCoreApplication.translate("Pickups", "Decline"), clicked=self._ask_reason)
        self.reason = ReasonBox(
            QCoreApplication.translate("Pickups", "Why? The customer is told."),
            QCoreApplication.translate("Pickups", "Decline pickup"),
            decline,
        )
        known = (
            self.facts,
            column(self.collect_title, self.collect, gap=2),
            rule(),
            column(self.open_title, self.open_gaps, gap=4),
        )
        self.fill(known, self.reason, self.give, self.back, self.decline)

    def show_visit(self, visit: Visit, amount: Money, stopped: bool) -> None:
        """`stopped`: a piece of somebody else lies on the counter."""
        pickup = visit.pickup
        self.show_whose(visit.account.holder, *words.pickup_pill(pickup.state))
        self.facts.set_value("mailbox", words.pmb(visit.account.mailbox))
        self.facts.set_value("pieces", str(len(pickup.to_hand_over)))
        self.facts.set_value("collector", pickup.collector)
        self.facts.set_value("total", money(amount))
        self.collect.setText(some_names(visit.may_collect) or "–")
        for label in (self.collect_title, self.collect):
            label.setVisible(not pickup.collector_listed)
        todo = [words.gap(code) for code in visit.open_gaps]
        if stopped:
            todo = [QCoreApplication.translate("Pickups", "Put the wrong piece back")]  # nothing else comes before it
        self.open_title.setVisible(bool(todo))
        done = QCoreApplication.translate("Pickups", "Everything is done. Hand the pieces over.")
        self.open_gaps.show_lines(todo, done)
        self.give.setEnabled(not todo)
        self.decline.setVisible(pickup.state in ("in_progress", "payment_declined"))

    def _ask_reason(self) -> None:
        if self.reason.isHidden():
            self.reason.open_box()
        else:
            self.reason.close_box()
