"""Discard at work: gather, pay, and throw away what the customer has asked to have thrown away (S-04)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.task import TaskState
from ui.notices import Answer
from ui.pages.task_panel import TaskPanel

if TYPE_CHECKING:
    from counter_app.desk.task_work import TaskView


class DiscardPanel(TaskPanel):
    """Nothing beyond what every task has, but that it asks before anything goes for good."""

    def action(self, view: TaskView) -> str:
        return QCoreApplication.translate("Paper", "Discard %n piece(s)", "", len(view.task.at_hand))

    def finish(self) -> None:
        if self.view is None or TaskState(self.view.task.state) is not TaskState.PAID:
            return
        text = QCoreApplication.translate("Paper", "Throw %n piece(s) away for good?", "", len(self.view.task.at_hand))
        self.question.ask(
            text,
            (
                Answer("yes", QCoreApplication.translate("Paper", "Throw away"), "danger", "Ctrl+Y"),
                Answer("no", QCoreApplication.translate("Paper", "No"), "second", "Ctrl+N"),
            ),
            lambda key: self.act(self.page.doing.rooms.shredding.discard) if key == "yes" else None,
            focus=False,
        )
