"""The checks of a deposit: the bank they go to, a line for each, and what is read off one (2.10)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.task_deposit import CHECKS_MOST, DepositTask
from counter_app.domain.values import spoken_mail_id
from ui.buttons import button
from ui.entries import beside, check, combo, field
from ui.flow import Flow
from ui.pages import task_words
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import lay, row, text_label

if TYPE_CHECKING:
    from counter_app.desk.task_work import TaskView


class ChecksBody(QWidget):
    """`add`, `remove(number)`, `absent(item_id)`, `bank` and `slip` are what its buttons do."""

    def __init__(
        self,
        add: Callable[[], object],
        remove: Callable[[int], object],
        absent: Callable[[str], object],
        bank: Callable[[], object],
        slip: Callable[[], object],
    ) -> None:
        super().__init__()
        self._remove, self._absent = remove, absent
        self.bank = field(QCoreApplication.translate("Paper", "Deposited at"), max_chars=80)
        self.address = field(QCoreApplication.translate("Paper", "Address of the bank"), max_chars=160)
        self.number = field(QCoreApplication.translate("Paper", "Account of the customer"), max_chars=40)
        self.set_bank = button(QCoreApplication.translate("Paper", "Set the bank"), clicked=bank)
        columns = (
            Column("check", QCoreApplication.translate("Paper", "Check"), 0, "two_line"),
            Column("dated", QCoreApplication.translate("Paper", "Dated"), 124),
            Column("amount", QCoreApplication.translate("Paper", "Amount"), 110, "strong"),
            Column("state", QCoreApplication.translate("Paper", "State"), 150, "pill"),
        )
        self.table = RowTable(RowsModel(columns, Rows()), QCoreApplication.translate("Paper", "Checks of this deposit"))
        self.table.setMinimumHeight(120)
        self.piece = combo(QCoreApplication.translate("Paper", "In the piece"), ())
        self.drawn = field(QCoreApplication.translate("Paper", "Bank on the check"), max_chars=80)
        self.account = field(QCoreApplication.translate("Paper", "Account"), max_chars=40)
        self.amount = field(QCoreApplication.translate("Paper", "Amount"), "0.00", max_chars=20)
        self.dated = field(QCoreApplication.translate("Paper", "Date"), "2026-03-02", max_chars=10)
        self.payee = field(QCoreApplication.translate("Paper", "Pay to the order of"), max_chars=120)
        self.endorsed = check(QCoreApplication.translate("Paper", "“For Deposit Only” is on its back"))
        self.add = button(
            QCoreApplication.translate("Paper", "Add the check"), "second", "", "Ctrl+Shift+A", clicked=add
        )
        for one in (self.drawn, self.account, self.amount, self.dated, self.payee):
            one.entered.connect(lambda _text: add())
        self.amount.setFixedWidth(110)
        self.dated.setFixedWidth(118)
        self.account.setFixedWidth(110)
        self.piece.setFixedWidth(172)
        self.take_off = button(QCoreApplication.translate("Paper", "Take off the list"), clicked=self._take_off)
        self.none = button(QCoreApplication.translate("Paper", "No check in this piece"), clicked=self._none)
        self.sum = text_label("", "strong")
        self.slip = button(
            QCoreApplication.translate("Paper", "Print the slip"), "primary", "printer", "Ctrl+P", clicked=slip
        )
        first = row(self.bank, self.address, self.number, beside(self.set_bank), gap=8)
        first.setStretch(1, 1)
        second = row(self.piece, self.drawn, self.account, self.amount, self.dated, gap=8)
        second.setStretch(1, 1)
        third = row(self.payee, beside(self.endorsed), beside(self.add), gap=8)
        third.setStretch(0, 1)
        whole = lay(
            QVBoxLayout(self),
            first,
            second,
            third,
            self.table,
            Flow((self.take_off, self.none), (self.sum, self.slip)),
            gap=8,
            margins=(20, 0, 0, 8),
        )
        whole.setStretch(3, 1)

    def show_view(self, view: TaskView, task: DepositTask, stale: frozenset[int], editable: bool) -> None:
        names = {item.id: spoken_mail_id(item.mail_id) for item in view.items}
        self.table.rows.set_source(
            Rows(
                [
                    {
                        "id": str(one.number),
                        "check": f"{one.bank} {one.account}".strip(),
                        "check_note": " · ".join((names.get(one.item, ""), one.payee)),
                        "dated": one.dated,
                        "amount": task_words.cents(one.cents),
                        **_state(one.endorsed, one.number in stale),
                    }
                    for one in task.checks
                ]
                + [
                    {
                        "id": f"-{item}",
                        "check": names.get(item, ""),
                        "check_note": QCoreApplication.translate("Paper", "goes back to its shelf"),
                        "dated": "",
                        "amount": "",
                        "state": QCoreApplication.translate("Paper", "No check"),
                        "state_kind": "",
                    }
                    for item in task.absent
                ]
            )
        )
        self.piece.set_items([(item, names.get(item, "")) for item in task.with_checks])
        if not self.bank.text() and not self.address.text():
            self.bank.set_text(task.bank)
            self.address.set_text(task.bank_address)
            self.number.set_text(task.bank_account)
        self.sum.setText(
            QCoreApplication.translate("Paper", "{count} of {most} checks · {total}").format(
                count=len(task.checks), most=CHECKS_MOST, total=task_words.cents(task.total)
            )
        )
        for one in (self.add, self.take_off, self.none, self.set_bank):
            one.setEnabled(editable)
        self.slip.setEnabled(bool(task.checks))

    def clear_entry(self) -> None:
        for one in (self.drawn, self.account, self.amount, self.dated, self.payee):
            one.clear()
            one.show_error("")
        self.endorsed.setChecked(False)
        self.drawn.setFocus()

    def forget(self) -> None:
        self.clear_entry()
        for one in (self.bank, self.address, self.number):
            one.clear()

    def _take_off(self) -> None:
        chosen: dict[str, Any] = self.table.current_row()
        if chosen and not str(chosen["id"]).startswith("-"):
            self._remove(int(chosen["id"]))

    def _none(self) -> None:
        if self.piece.key():
            self._absent(self.piece.key())


def _state(endorsed: int, stale: bool) -> dict[str, str]:
    if stale:
        return {"state": QCoreApplication.translate("Paper", "Over 180 days"), "state_kind": "warn"}
    if endorsed:
        return {"state": QCoreApplication.translate("Paper", "Endorsed"), "state_kind": "ok"}
    return {"state": QCoreApplication.translate("Paper", "Not endorsed"), "state_kind": "bad"}
