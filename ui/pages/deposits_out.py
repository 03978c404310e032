"""Deposits that have their label and wait for the carrier: each label is scanned as he takes it (2.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.errors import CounterError
from counter_app.events import RowsArrived, TaskChanged
from counter_app.ports import RawScan
from ui.buttons import button
from ui.notices import Banner, EmptyState
from ui.pages import pickup_words, task_words
from ui.pages.deposit_mailing import service_name
from ui.sentences import say
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import Card, lay, row

if TYPE_CHECKING:
    from ui.pages.page import Page


class DepositsOut(QWidget):
    """A list in the place of the to-do list; a scan hands over."""

    closed = Signal()
    elsewhere = Signal(str, str)
    task_id = ""
    view = None

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.note = Banner("", "bad")
        self.note.hide()
        columns = (
            Column("bank", QCoreApplication.translate("Paper", "Bank"), 0, "two_line"),
            Column("mailbox", QCoreApplication.translate("Paper", "Mailbox"), 110),
            Column("total", QCoreApplication.translate("Paper", "Amount"), 120, "strong"),
            Column("tracking", QCoreApplication.translate("Paper", "Tracking number"), 230, "mono"),
        )
        self.table = RowTable(
            RowsModel(columns, Rows()), QCoreApplication.translate("Paper", "Deposits for the carrier")
        )
        self.empty = EmptyState(
            "truck",
            QCoreApplication.translate("Paper", "No deposit waits for the carrier"),
            QCoreApplication.translate("Paper", "Deposits with a label appear here until the carrier has taken them."),
        )
        self.back = button(QCoreApplication.translate("Paper", "Back"), clicked=self.leave)
        self.back.show_hint("Escape")
        sheet = Card(margins=(0, 0, 0, 0))
        sheet.body.addWidget(self.table)
        sheet.body.addWidget(self.empty)
        whole = lay(QVBoxLayout(self), self.note, sheet, row(None, self.back), gap=12)
        whole.setStretch(1, 1)

    def refresh(self) -> None:
        if self.page.doing.clerk is not None:
            self.page.doing.do(self.page.doing.rooms.depositing.waiting, done=self._show)

    def heard(self, event: object) -> None:
        if isinstance(event, (TaskChanged, RowsArrived)):
            self.refresh()

    def scanned(self, scan: RawScan) -> bool:
        self.page.doing.do(
            self.page.doing.rooms.depositing.hand_over, scan.text, done=self._handed, failed=self._refused
        )
        return True

    def unsaved(self) -> bool:
        return False

    def escape(self) -> bool:
        self.leave()
        return True

    def leave(self) -> None:
        self.note.hide()
        self.closed.emit()

    def _show(self, tasks: tuple[Any, ...]) -> None:
        self.page.head.set_title(QCoreApplication.translate("Paper", "Deposits for the carrier"))
        self.page.head.set_subtitle(QCoreApplication.translate("Paper", "Scan each label as the carrier takes it"))
        self.table.rows.set_source(
            Rows(
                [
                    {
                        "id": one.id,
                        "bank": one.bank,
                        "bank_note": service_name(one.service),
                        "mailbox": pickup_words.pmb(one.mailbox),
                        "total": task_words.cents(one.total),
                        "tracking": one.tracking,
                    }
                    for one in tasks
                ]
            )
        )
        self.table.setVisible(bool(tasks))
        self.empty.setVisible(not tasks)

    def _handed(self, view: Any) -> None:
        self.note.hide()
        self.page.window_.play("taken")
        text = QCoreApplication.translate("Paper", "Deposit for {bank} handed over").format(bank=view.task.bank)
        self.page.window_.toasts.show_toast(text)
        self.refresh()

    def _refused(self, error: CounterError) -> None:
        self.page.window_.play("refused")
        self.note.show_text(say(error), "bad")
        self.note.show()
