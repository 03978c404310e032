"""A charge or a discount that a clerk adds before a task is charged: what for, how much, and what is there already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from counter_app.domain.values import AmountError, parse_money
from counter_app.errors import CounterError
from ui.buttons import Button, FilterBar, button
from ui.entries import field
from ui.pages import task_words as words
from ui.sentences import say, sentence
from ui.widgets import column, lay, row, text_label

if TYPE_CHECKING:
    from counter_app.domain.task import ChargeLine


class ExtrasBox(QFrame):
    """Shown above the steps while it is needed. `add(label, cents, discount)`, `remove(key)`."""

    def __init__(self, add: Callable[[str, int, bool], object], remove: Callable[[str], object]) -> None:
        super().__init__()
        self.setProperty("kind", "ask")
        self._add, self._remove = add, remove
        self.which = FilterBar(
            (
                ("charge", QCoreApplication.translate("Tasks", "Extra charge")),
                ("discount", QCoreApplication.translate("Tasks", "Discount")),
            )
        )
        self.label = field(QCoreApplication.translate("Tasks", "What for? It is on the receipt."), max_chars=60)
        self.amount = field(QCoreApplication.translate("Tasks", "Amount"), "0.00", max_chars=20)
        self.amount.setFixedWidth(130)
        for one in (self.label, self.amount):
            one.entered.connect(lambda _text: self.act())
        self.go = button(QCoreApplication.translate("Tasks", "Add"), "primary", clicked=self.act)
        self.cancel = button(QCoreApplication.translate("Tasks", "Cancel"), clicked=self.hide)
        self._there = column(gap=4)
        self._rows: list[Button] = []
        fields = row(self.label, self.amount, gap=10)
        fields.setStretch(0, 1)
        lay(
            QVBoxLayout(self),
            text_label(QCoreApplication.translate("Tasks", "Charge or discount"), "strong"),
            self._there,
            self.which,
            fields,
            row(self.go, self.cancel, None, gap=8),
            gap=8,
            margins=(16, 12, 16, 12),
        )
        self.hide()

    def open_box(self) -> None:
        self.label.clear()
        self.amount.clear()
        self.which.set_key("charge")
        self.show()
        self.label.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_lines(self, lines: Sequence[ChargeLine]) -> None:
        """What was added so far; pressing a line takes it away."""
        for old in self._rows:
            old.hide()
            old.deleteLater()
        self._rows = []
        for line in lines:
            text = f"{words.line_text(line)} · {words.cents(line.cents)}"
            named = QCoreApplication.translate("Tasks", "Take away: {line}").format(line=text)
            one = button(text, "second", "x", accessible=named)
            one.clicked.connect(lambda _checked=False, key=line.key: self._remove(key))
            self._there.addLayout(row(one, None))
            self._rows.append(one)

    def act(self) -> None:
        if not self.label.text().strip():
            self.label.show_error(sentence("task.label_missing"))
            return
        try:
            cents = parse_money(self.amount.text())
        except AmountError as error:
            self.amount.show_error(sentence(error.code))
            return
        self._add(self.label.text(), cents, self.which.key() == "discount")

    def refused(self, error: CounterError) -> None:
        (self.label if error.code == "task.label_missing" else self.amount).show_error(say(error))
