"""The card beside the steps of a task or a hand-over: whose it is, what is known, and under it the way on and out."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from ui.buttons import Button
from ui.chips import Chip
from ui.pages.pickup_card import CARD_WIDTH, LEAST_KNOWN
from ui.scroll import Scroll
from ui.widgets import Card, lay, row, rule, text_label


class SideCard(Card):
    """A name and a state above, the buttons always in sight below; what is known scrolls between them."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(CARD_WIDTH)
        self.name = text_label("", "h2", elide="right")
        self.chip = Chip("")

    def fill(
        self, known: tuple[QWidget | QLayout, ...], reason: QWidget, go: Button, back: Button, decline: Button
    ) -> None:
        """Lay out what the card of this kind has: `reason` is open only while it is asked for."""
        inside = QWidget()
        inside.setObjectName("plain")
        lay(QVBoxLayout(inside), *known, None, gap=10)
        lay(
            self.body,
            self.name,
            row(self.chip, None),
            rule(),
            Scroll(inside, LEAST_KNOWN),
            reason,
            go,
            row(back, decline, gap=8),
            gap=10,
            margins=(18, 16, 18, 18),
        )

    def show_whose(self, name: str, state: str, kind: str) -> None:
        """Whose it is, and how far, as a pill of `kind`."""
        self.name.setText(name)
        self.chip.show_state(state, kind, {"ok": "circle-check", "bad": "circle-alert"}.get(kind, "clock"))
