"""The card beside the list of tasks: what was asked for, by whom, until when, and who works on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.buttons import button
from ui.chips import Chip
from ui.figures import when_text
from ui.notices import FactGrid
from ui.pages import pickup_words
from ui.pages import task_words as words
from ui.pages.pickup_card import CARD_WIDTH, ReasonBox
from ui.scroll import Scroll
from ui.sentences import sentence
from ui.widgets import Card, lay, row, rule, text_label

if TYPE_CHECKING:
    from counter_app.desk.tasks import Todo


LEAST_FACTS = 132
"""Less than other cards: two lines of filters stand above this one, and a declined card is three lines of text."""


class TaskCard(Card):
    """Facts of the task that is chosen in the list; what its buttons do is said by the page."""

    def __init__(
        self, go: Callable[[], object], take_over: Callable[[str], object], look: Callable[[], object]
    ) -> None:
        super().__init__()
        self.setFixedWidth(CARD_WIDTH)
        self.name = text_label("", "h2", elide="right")
        self.holder = text_label("", "body", elide="right")
        self.chip = Chip("")
        self.facts = FactGrid(
            (
                ("mailbox", QCoreApplication.translate("Tasks", "Mailbox")),
                ("pieces", QCoreApplication.translate("Tasks", "Pieces")),
                ("asked", QCoreApplication.translate("Tasks", "Asked for")),
                ("due", QCoreApplication.translate("Tasks", "Due")),
                ("shelf", QCoreApplication.translate("Tasks", "First shelf")),
            ),
            wide=("asked", "due"),
        )
        self.why = text_label("", "warn", wrap=True)
        self.takeover = ReasonBox(
            QCoreApplication.translate("Tasks", "Why do you take it over?"),
            QCoreApplication.translate("Tasks", "Take over"),
            take_over,
        )
        self.go = button(QCoreApplication.translate("Tasks", "Process"), "primary", "", "Ctrl+Return", clicked=go)
        self.over = button(QCoreApplication.translate("Tasks", "Take over"), clicked=self._ask_reason)
        self.look = button(QCoreApplication.translate("Tasks", "Mailbox card"), clicked=look)
        self._inside = QWidget()
        known = QWidget()
        known.setObjectName("plain")
        lay(QVBoxLayout(known), self.facts, None, gap=6)
        lay(
            QVBoxLayout(self._inside),
            self.name,
            self.holder,
            row(self.chip, None),
            rule(),
            Scroll(known, LEAST_FACTS),
            self.why,
            self.takeover,
            self.go,
            row(self.over, self.look, gap=8),
            gap=8,
        )
        self.body.addWidget(self._inside)
        self.clear()

    def clear(self) -> None:
        """No task is chosen."""
        self.hide()
        self.takeover.close_box()

    def show_line(self, line: Todo, local: Callable[[int], datetime], now_ms: int, clerk_id: str) -> None:
        """A task of the list."""
        self.name.setText(words.kind(line.kind, line.pieces))
        self.holder.setText(line.holder)
        text, kind = words.state_pill(line.state, line.kind)
        self.chip.show_state(text, kind, {"ok": "circle-check", "bad": "circle-alert"}.get(kind, "clock"))
        self.facts.set_value("mailbox", pickup_words.pmb(line.mailbox))
        self.facts.set_value("pieces", str(line.pieces))
        self.facts.set_value("asked", when_text(local(line.requested_ms), local(now_ms)) if line.requested_ms else "")
        self.facts.set_value("due", words.due(line.due_ms, line.late, local, now_ms) if line.due_ms else "")
        self.facts.set_value("shelf", line.shelf)
        others = line.locked_id not in ("", clerk_id)
        self.go.setEnabled(not others)
        self.over.setVisible(others)
        why = sentence("task.worked_on", {"by": line.locked_by}) if others else ""
        if line.paused and not others:
            why = sentence(f"task.paused_{line.state}")
        self.why.setText(why)
        self.why.setVisible(bool(why))
        if not others:
            self.takeover.close_box()
        self.show()

    def _ask_reason(self) -> None:
        if self.takeover.isHidden():
            self.takeover.open_box()
        else:
            self.takeover.close_box()
