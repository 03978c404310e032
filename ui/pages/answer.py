"""The yes/no screen: one answer for anything typed or scanned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.frame import PageHead
from ui.pages.page import Page

if TYPE_CHECKING:
    from ui.window import Window


class AnswerPage(Page):
    """Shows what the desk answers; Escape goes back to the room before."""

    def __init__(self, window: Window) -> None:
        super().__init__(window, PageHead("", ""))

    def ask(self, text: str) -> None:
        """Ask the desk what may be done with `text`, and show it."""
        self.doing.do(self.doing.rooms.answers.answer, text, done=self._show)

    def _show(self, answer: Any) -> None:
        self.head.set_title(answer.asked)
