"""A piece lies in somebody else's task: which one, go there, or decline it with its own notice (2.4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.values import spoken_mail_id
from counter_app.errors import CounterError
from ui.notices import Answer, AskBar
from ui.pages import pickup_words as words
from ui.pages.pickup_card import ReasonBox
from ui.sentences import say, sentence
from ui.widgets import lay

if TYPE_CHECKING:
    from ui.pages.pickups import PickupsPage


class InOtherTask(QWidget):
    """Shows itself above the room when a piece cannot be taken; `declined()` is called when it is free again."""

    def __init__(self, page: PickupsPage, declined: Callable[[], object]) -> None:
        super().__init__()
        self._page, self._declined = page, declined
        self._task: Any = None
        self.question = AskBar()
        self.reason = ReasonBox(
            QCoreApplication.translate("Pickups", "Why? The customer is told."),
            QCoreApplication.translate("Pickups", "Decline that task"),
            self._decline,
        )
        self.reason.setMaximumWidth(620)
        lay(QVBoxLayout(self), self.question, self.reason, gap=8)
        self.hide()

    def show_task(self, task_id: str, mail_id: str) -> None:
        """Ask the desk which task it is, and then the clerk what to do."""
        self._page.doing.ask(
            self._page.doing.rooms.pickups.other_task, task_id, done=lambda task: self._ask(task, mail_id)
        )

    def close_all(self) -> None:
        self.question._answer("")
        self.reason.close_box()
        self.hide()

    def _ask(self, task: Any, mail_id: str) -> None:
        self._task = task
        self.reason.close_box()
        spoken = spoken_mail_id(mail_id)
        if task is None or not task.open:
            self._page.window_.toasts.show_toast(sentence("item.in_other_task", {"mail_id": spoken}), kind="warn")
            return
        text = QCoreApplication.translate("Pickups", "{mail_id} is in another task: {task}, PMB {mailbox}.")
        answers = []
        if self._room():
            answers.append(Answer("go", QCoreApplication.translate("Pickups", "Go there"), "primary", "Ctrl+Y"))
        answers += [
            Answer("decline", QCoreApplication.translate("Pickups", "Decline it"), "second", "Ctrl+D"),
            Answer("no", QCoreApplication.translate("Pickups", "Leave it"), "second", "Ctrl+N"),
        ]
        self.show()
        self.question.ask(
            text.format(mail_id=spoken, task=words.task_kind(task.kind), mailbox=task.mailbox or "–"),
            answers,
            self._answered,
            focus=False,
        )

    def _room(self) -> str:
        rooms = ("pickups",) if self._task.kind == "pickup" else ("todo", "tasks")
        return next((one for one in rooms if one in self._page.window_.pages), "")

    def _answered(self, key: str) -> None:
        task = self._task
        if key == "go" and task.kind == "pickup":
            self.hide()
            self._page.open(pickup_id=task.id)
        elif key == "go":
            self.hide()
            self._page.window_.go(self._room(), task_id=task.id)
        elif key == "decline":
            self.reason.open_box()
        else:
            self.hide()

    def _decline(self, reason: str) -> None:
        pickups, task = self._page.doing.rooms.pickups, self._task
        if task is None:
            return
        self._page.doing.do(
            pickups.decline_other,
            task.id,
            reason,
            done=lambda _nothing: self._done(),
            failed=self._refused,
        )

    def _refused(self, error: CounterError) -> None:
        self._page.window_.play("refused")
        self.reason.reason.show_error(say(error))

    def _done(self) -> None:
        self.close_all()
        self._page.window_.play("taken")
        self._page.window_.toasts.show_toast(
            QCoreApplication.translate("Pickups", "Declined: its pieces are free again and its customer is told")
        )
        self._declined()
