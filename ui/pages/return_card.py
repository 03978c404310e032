"""Back to its sender: why, a photo, and the words for the carrier (2.12, R-18). The desk decides what may go back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from counter_app.domain import returns
from ui.buttons import button
from ui.entries import combo, field
from ui.figures import when_text
from ui.notices import Banner
from ui.sentences import sentence
from ui.widgets import Card, row, text_label


class ReturnCard(Card):
    """`go(reason, note)` marks the piece; `leave()` was asked. What may not go back has no reason to choose."""

    def __init__(self, go: Callable[[str, str], object], leave: Callable[[], object]) -> None:
        super().__init__(margins=(16, 14, 16, 14))
        self._go = go
        self._title = text_label("", "h2", elide="right")
        self.trouble = Banner("", "bad")
        self.reason = combo(QCoreApplication.translate("Returns", "Why it goes back"), [])
        self.note = field(
            QCoreApplication.translate("Returns", "Note"),
            QCoreApplication.translate("Returns", "What the next clerk should know"),
        )
        self._words = text_label("", "muted", wrap=True)
        self._due = text_label("", "strong", wrap=True)
        self.mark = button(
            QCoreApplication.translate("Returns", "Mark it, print the label"),
            "primary",
            shortcut="Ctrl+Return",
            clicked=self.press,
        )
        self.leave = button(QCoreApplication.translate("Returns", "Leave"), "second", clicked=leave)
        self.leave.show_hint("Escape")
        self.reason.changed.connect(lambda _key: self._say())
        self.note.entered.connect(lambda _text: self.press())
        for one in (self._title, self.trouble, self.reason, self._words, self.note, self._due):
            self.body.addWidget(one)
        self.body.addStretch(1)
        buttons = row(self.mark, self.leave, gap=8)
        buttons.setStretch(0, 1)
        self.body.addLayout(buttons)
        self.trouble.hide()

    def show_choices(self, title: str, found: Any, desk: Any) -> None:
        """Show Choices of the desk: the reasons, and by when the piece must be with its carrier."""
        self._title.setText(title)
        self.note.clear()
        self.reason.set_items([(one, sentence(f"reason.{one}")) for one in found.reasons])
        self.reason.box.setCurrentIndex(0)
        mailbox = found.account.mailbox if found.account is not None else ""
        inside = getattr(found, "inside_six_months", False)
        self.trouble.setVisible(inside)
        if inside:
            self.trouble.show_text(sentence("return.inside_six_months", {"mailbox": mailbox}), "warn")
        due = when_text(desk.local(found.due_ms), desk.local(desk.now_ms())) if found.due_ms else ""
        self._due.setText(QCoreApplication.translate("Returns", "With the carrier by {time}").format(time=due))
        self._due.setVisible(bool(due))
        self._say()

    def show_trouble(self, text: str) -> None:
        self.trouble.show_text(text, "bad")
        self.trouble.show()

    def press(self) -> None:
        if self.reason.key():
            self._go(self.reason.key(), self.note.text())

    def _say(self) -> None:
        words = returns.endorsement(self.reason.key()) if self.reason.key() else ""
        self._words.setText(QCoreApplication.translate("Returns", "On the label: {words}").format(words=words))
        self._words.setVisible(bool(words))
