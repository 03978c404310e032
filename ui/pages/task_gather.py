"""The first step of every task: its pieces with their shelves, ticked as they are scanned."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.values import spoken_mail_id
from ui import words
from ui.buttons import button
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import lay, row

if TYPE_CHECKING:
    from counter_app.desk.task_work import TaskView
    from counter_app.domain.mail_item import MailItem


class GatherBody(QWidget):
    """The pieces of a task. `missing(item_id)` is called for the chosen one that is not on its shelf."""

    def __init__(self, missing: Callable[[str], object]) -> None:
        super().__init__()
        self._missing = missing
        columns = (
            Column("piece", QCoreApplication.translate("Tasks", "Piece"), 0, "two_line"),
            Column("tracking", QCoreApplication.translate("Tasks", "Tracking no."), 168, "mono", gives_way=True),
            Column("shelf", QCoreApplication.translate("Tasks", "Shelf"), 76, "strong"),
            Column("status", QCoreApplication.translate("Tasks", "Status"), 128, "pill"),
        )
        self.table = RowTable(RowsModel(columns, Rows()), QCoreApplication.translate("Tasks", "Pieces of this task"))
        self.not_there = button(
            QCoreApplication.translate("Tasks", "Not on the shelf"), "second", "", "Ctrl+M", clicked=self._not_there
        )
        whole = lay(QVBoxLayout(self), self.table, row(self.not_there, None), gap=8, margins=(20, 0, 0, 6))
        whole.setStretch(0, 1)

    def show_view(self, view: TaskView) -> None:
        """The pieces as the store has them."""
        task = view.task
        rows = [
            {
                "id": item.id,
                "piece": " · ".join(
                    part for part in (words.carrier(item.carrier), words.mail_type(item.mail_type)) if part
                ),
                "piece_note": spoken_mail_id(item.mail_id),
                "tracking": item.tracking or "–",
                "shelf": item.shelf or "–",
                **_status(item.id in task.ticked, item.id in task.missing, item.task_id not in ("", task.id)),
            }
            for item in sorted(view.items, key=lambda item: (item.id in task.ticked, item.shelf, item.mail_id))
        ]
        self.table.rows.set_source(Rows(rows))
        self.table.select_row(0)
        self.not_there.setEnabled(any(item.id not in task.ticked for item in view.items))

    def _not_there(self) -> None:
        chosen = self.table.current_row()
        if chosen:
            self._missing(str(chosen["id"]))


def _described(item: MailItem) -> str:
    return " · ".join(part for part in (words.carrier(item.carrier), words.mail_type(item.mail_type)) if part)


def _status(ticked: bool, missing: bool, elsewhere: bool) -> dict[str, str]:
    if missing:
        return {"status": QCoreApplication.translate("Tasks", "Not found"), "status_kind": "bad"}
    if elsewhere:
        return {"status": QCoreApplication.translate("Tasks", "In another task"), "status_kind": "bad"}
    if ticked:
        return {"status": QCoreApplication.translate("Tasks", "Gathered"), "status_kind": "ok"}
    return {"status": QCoreApplication.translate("Tasks", "To scan"), "status_kind": "warn"}
