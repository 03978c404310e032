"""Shred at work: gather, count the pages of each piece, pay, put on the pile (2.10)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.task import TaskState
from counter_app.domain.task_shred import ShredTask
from counter_app.domain.values import spoken_mail_id
from counter_app.errors import CounterError
from ui import words
from ui.buttons import button
from ui.entries import beside, field
from ui.pages.task_panel import Part, TaskPanel
from ui.sentences import say
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import lay, row

if TYPE_CHECKING:
    from counter_app.desk.task_work import TaskView


class CountBody(QWidget):
    """The pieces with their pages. `count(item_id, pages)` is called with what was typed for the chosen one."""

    def __init__(self, count: Callable[[str, str], object]) -> None:
        super().__init__()
        self._count = count
        self._shown = ("", "")
        columns = (
            Column("piece", QCoreApplication.translate("Paper", "Piece"), 0, "two_line"),
            Column("pages", QCoreApplication.translate("Paper", "Pages"), 110, "strong"),
        )
        self.table = RowTable(RowsModel(columns, Rows()), QCoreApplication.translate("Paper", "Pages by piece"))
        self.table.selected_row.connect(self._chosen)
        self.pages = field(QCoreApplication.translate("Paper", "Pages of the chosen piece"), max_chars=6)
        self.pages.entered.connect(lambda _text: self.act())
        self.pages.setFixedWidth(240)
        self.go = button(QCoreApplication.translate("Paper", "Save the count"), "second", clicked=self.act)
        whole = lay(
            QVBoxLayout(self),
            self.table,
            row(self.pages, beside(self.go), None, gap=8),
            gap=8,
            margins=(20, 0, 0, 6),
        )
        whole.setStretch(0, 1)

    def show_view(self, view: TaskView, task: ShredTask) -> None:
        """As the store has it; the first piece without a count is chosen."""
        rows = [
            {
                "id": item.id,
                "piece": words.mail_type(item.mail_type),
                "piece_note": spoken_mail_id(item.mail_id),
                "pages": str(task.pages_of(item.id) or "–"),
            }
            for item in view.items
            if item.id in task.at_hand
        ]
        self.table.rows.set_source(Rows(rows))
        self.table.select_row(next((n for n, one in enumerate(rows) if one["pages"] == "–"), 0))

    def choose(self, item_id: str) -> bool:
        """Choose a piece that was scanned; False when it is not in the list."""
        if not self.table.select_id(item_id):
            return False
        self.pages.setFocus()
        return True

    def act(self) -> None:
        chosen = self.table.current_row()
        if chosen:
            self._count(str(chosen["id"]), self.pages.text())

    def _chosen(self, chosen: dict[str, str]) -> None:
        known = str(chosen.get("pages") or "") if chosen else ""
        shown = (str(chosen.get("id") or "") if chosen else "", known)
        if shown == self._shown:
            return  # the list was read anew: what is being typed stays
        self._shown = shown
        self.pages.set_text("" if known == "–" else known)

    def forget(self) -> None:
        self._shown = ("", "")
        self.pages.clear()


class ShredPanel(TaskPanel):
    def parts(self) -> list[Part]:
        self.count = CountBody(self._count)
        return [
            self.gather_part(),
            Part("count", QCoreApplication.translate("Paper", "Count the pages"), self.count, True),
            self.fee_part(),
        ]

    def standing(self, view: TaskView) -> dict[str, tuple[str, str]]:
        task = _of(view)
        pages = sum(task.pages_of(item) for item in task.at_hand)
        return {
            **super().standing(view),
            "count": ("done" if task.counted else "", QCoreApplication.translate("Paper", "%n page(s)", "", pages)),
        }

    def todo(self, view: TaskView) -> list[str]:
        found = super().todo(view)
        if not _of(view).counted:
            found.insert(len(found) - 1, QCoreApplication.translate("Paper", "Count the pages of each piece"))
        return found

    def action(self, view: TaskView) -> str:
        return QCoreApplication.translate("Paper", "Put on the shred pile")

    def finish(self) -> None:
        if self.view is not None and TaskState(self.view.task.state) is TaskState.PAID:
            self.act(self.page.doing.rooms.shredding.put_on_pile)

    def forget(self) -> None:
        self.count.forget()

    def show_more(self, view: TaskView) -> None:
        self.count.show_view(view, _of(view))
        open_ = TaskState(view.task.state) in (TaskState.GATHERED, TaskState.COUNTED)
        self.count.pages.setEnabled(open_)
        self.count.go.setEnabled(open_)

    def went_on(self, view: TaskView) -> None:
        super().went_on(view)
        if TaskState(view.task.state) is TaskState.GATHERED and not _of(view).counted:
            self.count.pages.setFocus()

    def _count(self, item_id: str, typed: str) -> None:
        text = typed.strip()
        pages = int(text) if text.isascii() and text.isdigit() else 0
        shredding = self.page.doing.rooms.shredding
        self.act(
            lambda desk, actor, task_id: shredding.count_pages(desk, actor, task_id, item_id, pages),
            failed=self._not_counted,
        )

    def _not_counted(self, error: CounterError) -> None:
        self.window_.play("refused")
        self.count.pages.show_error(say(error))
        self.count.pages.setFocus()


def _of(view: TaskView) -> ShredTask:
    task = view.task
    return task if isinstance(task, ShredTask) else ShredTask(task.id, task.kind, "", "", task.state)
