"""Poly bags: how many there should be, counted or restocked with a few keys (S-17)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from counter_app.domain.supply import COUNT_MAX
from ui.buttons import button
from ui.entries import number
from ui.widgets import Card, lay, row, text_label

if TYPE_CHECKING:
    from counter_app.desk.supplies import Stock


class BagsBox(Card):
    """`act(what, number)` is called with count, restock or level."""

    def __init__(self, act: Callable[[str, int], object]) -> None:
        super().__init__()
        self._act = act
        self.state = text_label("", "body", wrap=True)
        self.amount = number(QCoreApplication.translate("Deliveries", "Number of poly bags"), 0, COUNT_MAX)
        self.amount.setFixedWidth(110)
        self.count = self._button("count", QCoreApplication.translate("Deliveries", "I counted so many"), "Alt+1")
        self.restock = self._button("restock", QCoreApplication.translate("Deliveries", "So many came in"), "Alt+2")
        self.level = self._button("level", QCoreApplication.translate("Deliveries", "Order at so many"), "Alt+3")
        self.close_ = button(QCoreApplication.translate("Deliveries", "Close"), clicked=self.hide)
        line = row(self.amount, self.count, self.restock, self.level, None, self.close_, gap=8)
        lay(self.body, self.state, line, gap=8, margins=(18, 12, 18, 12))
        self.hide()

    def _button(self, what: str, text: str, shortcut: str) -> object:
        return button(text, "second", "", shortcut, clicked=lambda: self._act(what, self.amount.value()))

    def open_box(self) -> None:
        self.show()
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)
        self.amount.selectAll()

    def show_stock(self, stock: Stock, level: int) -> None:
        """What is known; only managers set from how many on the store orders."""
        self.state.setText(stock_text(stock))
        self.state.set_role("warn" if stock.order_now else "body")
        self.level.setVisible(level >= 4)


def stock_text(stock: Stock) -> str:
    """The estimate in a sentence."""
    if not stock.since_ms:
        return QCoreApplication.translate(
            "Deliveries", "Poly bags were never counted here. Count them once; then each delivery takes its own off."
        )
    text = QCoreApplication.translate("Deliveries", "About %n poly bag(s) left", "", stock.left)
    order = QCoreApplication.translate("Deliveries", "the store orders at {level}").format(level=stock.level)
    if stock.order_now:
        order = QCoreApplication.translate("Deliveries", "order now: the level is {level}").format(level=stock.level)
    used = QCoreApplication.translate("Deliveries", "%n used since they were counted", "", stock.used)
    return f"{text} · {used} · {order}"
