"""The sign-in screen: who works at this counter now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.window import Window


class SignInPage(QWidget):
    """Shown while nobody is signed in, and when the counter is locked."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.window_ = window

    def shown(self) -> None:
        """Ask the store who has signed in here before."""

    def tell(self, text: str) -> None:
        """How far the start is."""

    def set_hint(self, text: str) -> None:
        """Who can sign in at a demo."""
