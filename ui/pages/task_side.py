"""Beside the steps of a task: whose it is, until when, what was asked for in words, and the ways out of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.task import MOVES, TaskState
from ui.buttons import button
from ui.entries import combo, field
from ui.notices import Bullets, FactGrid
from ui.pages import pickup_words
from ui.pages import task_words as words
from ui.pages.side_card import SideCard
from ui.sentences import sentence
from ui.widgets import column, lay, row, rule, text_label

if TYPE_CHECKING:
    from counter_app.desk.task_work import TaskView

DECLINABLE = {
    kind.value: frozenset(old.value for old, new in moves if new is TaskState.DECLINED) for kind, moves in MOVES.items()
}
"""Kind -> the states in which a store may still give it up."""


class DeclineBox(QWidget):
    """Why a task is given up: a reason that the trade knows, and the clerk's own words for the customer."""

    def __init__(self, then: Callable[[str, str], object]) -> None:
        super().__init__()
        self._then = then
        self.reason = combo(QCoreApplication.translate("Tasks", "Why? The customer is told."), words.reasons())
        self.comment = field(QCoreApplication.translate("Tasks", "In your own words"), max_chars=200)
        self.comment.entered.connect(lambda _text: self.act())
        self.go = button(QCoreApplication.translate("Tasks", "Decline task"), "danger", clicked=self.act)
        self.cancel = button(QCoreApplication.translate("Tasks", "Cancel"), clicked=self.hide)
        lay(QVBoxLayout(self), self.reason, self.comment, row(self.go, self.cancel, gap=8), gap=8)
        self.hide()

    def open_box(self) -> None:
        self.comment.clear()
        self.show()
        self.reason.setFocus()

    def act(self) -> None:
        self._then(self.reason.key(), self.comment.text())


class TaskSide(SideCard):
    """The card of a task; it shows, and its buttons ask."""

    def __init__(
        self, go_on: Callable[[], object], back: Callable[[], object], decline: Callable[[str, str], object]
    ) -> None:
        super().__init__()
        self.facts = FactGrid(
            (
                ("mailbox", QCoreApplication.translate("Tasks", "Mailbox")),
                ("pieces", QCoreApplication.translate("Tasks", "Pieces")),
                ("fee", QCoreApplication.translate("Tasks", "Fee")),
                ("due", QCoreApplication.translate("Tasks", "Due")),
            ),
            columns=3,
            wide=("due",),
        )
        self.wish_title = text_label(QCoreApplication.translate("Tasks", "The customer writes"), "caption")
        self.wish = text_label("", "body", wrap=True, selectable=True, accessible=self.wish_title.text())
        self.more = text_label("", "body", wrap=True)
        self.todo_title = text_label(QCoreApplication.translate("Tasks", "Still to do"), "caption")
        self.todo = Bullets()
        self.go = button(QCoreApplication.translate("Tasks", "Go on"), "primary", "", "Ctrl+Return", clicked=go_on)
        self.back = button(QCoreApplication.translate("Tasks", "Back"), clicked=back)
        self.back.show_hint("Escape")
        self.decline = button(QCoreApplication.translate("Tasks", "Decline"), clicked=self._ask_reason)
        self.reason = DeclineBox(decline)
        known = (
            self.facts,
            self.more,
            column(self.wish_title, self.wish, gap=2),
            rule(),
            column(self.todo_title, self.todo, gap=4),
        )
        self.fill(known, self.reason, self.go, self.back, self.decline)

    def show_view(self, view: TaskView, local: Callable[[int], datetime], now_ms: int) -> None:
        """What every task has; the panel of its kind says what is still to do and what the button does."""
        task = view.task
        self.show_whose(view.account.holder, *words.state_pill(task.state, task.kind))
        self.facts.set_value("mailbox", pickup_words.pmb(view.account.mailbox))
        self.facts.set_value("pieces", str(len(task.at_hand)))
        self.facts.set_value("fee", words.cents(view.due_cents))
        self.facts.set_value("due", words.due(view.due_ms, view.late, local, now_ms))
        self.wish.setText(task.instructions)
        for label in (self.wish_title, self.wish):
            label.setVisible(bool(task.instructions))
        self.more.hide()
        self.decline.setVisible(task.state in DECLINABLE[task.kind])
        if self.decline.isHidden():
            self.reason.hide()

    def say_more(self, text: str) -> None:
        """What only this kind of task has to say, under the facts."""
        self.more.setText(text)
        self.more.setVisible(bool(text))

    def show_todo(self, todo: list[str], action: str, ready: str = "") -> None:
        """What stands open, in the order of work; with nothing open, `ready`, and `action` may be pressed."""
        self.todo_title.setVisible(bool(todo))
        self.todo.show_lines(todo, ready or sentence("task.last_step" if action else "task.all_done"))
        self.go.set_text(action or QCoreApplication.translate("Tasks", "Go on"))
        self.go.setVisible(bool(action))
        self.go.setEnabled(not todo)

    def _ask_reason(self) -> None:
        if self.reason.isHidden():
            self.reason.open_box()
        else:
            self.reason.hide()
