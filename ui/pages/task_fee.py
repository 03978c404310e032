"""What a task costs: its lines, what a clerk adds or takes off before it is charged, and the one way on (2.5, 2.6)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from counter_app.domain.task import TaskState
from ui.buttons import button
from ui.pages import task_words as words
from ui.sentences import sentence
from ui.widgets import lay, row, text_label

if TYPE_CHECKING:
    from counter_app.desk.task_work import TaskView


class FeeBody(QWidget):
    """The lines of the fee. `wants` are what its buttons do: charge, ask the customer, try again, change the extras."""

    def __init__(
        self,
        charge: Callable[[], object],
        ask: Callable[[], object],
        again: Callable[[], object],
        extras: Callable[[], object],
        receipt: Callable[[], object],
    ) -> None:
        super().__init__()
        self._lines = QGridLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(24)
        self._lines.setVerticalSpacing(6)
        self._lines.setColumnStretch(0, 1)
        self._shown: list[QWidget] = []
        self.note = text_label("", "muted", wrap=True)
        self.charge = button(QCoreApplication.translate("Tasks", "Charge"), "primary", "", "Ctrl+G", clicked=charge)
        self.ask = button(QCoreApplication.translate("Tasks", "Ask the customer"), "primary", "", "Ctrl+K", clicked=ask)
        self.again = button(
            QCoreApplication.translate("Tasks", "Try the card again"), "primary", "", "Ctrl+R", clicked=again
        )
        self.extras = button(
            QCoreApplication.translate("Tasks", "Charge or discount"), "second", "plus", "Ctrl+E", clicked=extras
        )
        self.receipt = button(
            QCoreApplication.translate("Tasks", "Print receipt"), "second", "printer", clicked=receipt
        )
        lay(
            QVBoxLayout(self),
            self._lines,
            self.note,
            row(self.charge, self.ask, self.again, self.extras, self.receipt, None, gap=8),
            gap=10,
            margins=(34, 0, 0, 8),
        )

    def show_view(self, view: TaskView, chargeable: bool) -> None:
        """`chargeable`: everything before the fee is done."""
        state = TaskState(view.task.state)
        self._show_lines(view)
        open_ = state not in (TaskState.CHARGING, TaskState.PAID) and view.task.open
        self.charge.setVisible(open_ and state is not TaskState.PAYMENT_DECLINED and not view.must_ask)
        self.charge.setEnabled(chargeable)
        self.charge.set_text(
            QCoreApplication.translate("Tasks", "Charge {amount}").format(amount=words.cents(view.due_cents))
            if view.due_cents
            else QCoreApplication.translate("Tasks", "Nothing to pay: go on")
        )
        self.ask.setVisible(open_ and view.must_ask and state is not TaskState.AWAITING_CUSTOMER)
        self.ask.setEnabled(chargeable)
        self.again.setVisible(state is TaskState.PAYMENT_DECLINED)
        self.extras.setVisible(open_ and state is not TaskState.PAYMENT_DECLINED)
        self.receipt.setVisible(view.task.payment in ("paid", "nothing_due"))
        self.note.set_role("error" if state is TaskState.PAYMENT_DECLINED else "muted")
        self.note.setText(_note(view, state))
        self.note.setVisible(bool(self.note.text()))

    def _show_lines(self, view: TaskView) -> None:
        for old in self._shown:
            old.hide()
            old.deleteLater()
        self._shown = []
        right = Qt.AlignmentFlag.AlignRight
        for n, line in enumerate(view.lines):
            name, amount = text_label(words.line_text(line), "body", elide="right"), text_label(words.cents(line.cents))
            self._lines.addWidget(name, n, 0)
            self._lines.addWidget(amount, n, 1, right)
            self._shown += [name, amount]
        total = text_label(QCoreApplication.translate("Tasks", "Total"), "strong")
        amount = text_label(words.cents(view.due_cents), "strong")
        self._lines.addWidget(total, len(view.lines), 0)
        self._lines.addWidget(amount, len(view.lines), 1, right)
        self._shown += [total, amount]


def _note(view: TaskView, state: TaskState) -> str:
    if state is TaskState.PAYMENT_DECLINED:
        return sentence("task.card_declined")
    if state is TaskState.CHARGING:
        return sentence("task.checking")
    if state is TaskState.AWAITING_CUSTOMER:
        return sentence("task.awaiting_customer")
    if view.must_ask:
        return sentence("task.customer_must_agree_to", {"agreed": words.cents(view.task.agreed_cents)})
    return ""
