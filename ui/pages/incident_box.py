"""Something went wrong with a piece: which one, what, in whose words, with a picture or without (2.8)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from ui.buttons import button
from ui.entries import check, combo, field
from ui.widgets import Card, column, row, text_label


class IncidentBox(Card):
    """`then(scanned, kind, text)` is called with what was entered; whoever made it shows what is refused."""

    def __init__(self, then: Callable[[str, str, str], object]) -> None:
        super().__init__(margins=(18, 12, 18, 14))
        self._then = then
        self.piece = field(QCoreApplication.translate("Paper", "Mail ID or tracking number"), max_chars=64)
        self.kind = combo(
            QCoreApplication.translate("Paper", "What happened"),
            (
                ("opened_by_mistake", QCoreApplication.translate("Paper", "Opened by mistake")),
                ("other_person", QCoreApplication.translate("Paper", "Read by somebody it is not meant for")),
                ("damaged", QCoreApplication.translate("Paper", "Damaged while it was opened")),
            ),
        )
        self.words = field(
            QCoreApplication.translate("Paper", "In your own words; the customer reads it"), max_chars=200
        )
        self.words.entered.connect(lambda _text: self.act())
        self.picture = check(QCoreApplication.translate("Paper", "With a photo"))
        self.go = button(QCoreApplication.translate("Paper", "Report"), "danger", clicked=self.act)
        self.cancel = button(QCoreApplication.translate("Paper", "Cancel"), clicked=self.hide)
        self.body.addWidget(
            text_label(QCoreApplication.translate("Paper", "Something went wrong with a piece"), "strong")
        )
        line = row(self.piece, self.kind, self.words, gap=8)
        line.setStretch(2, 1)
        self.body.addLayout(line)
        self.body.addLayout(row(self.picture, None, column(self.go), self.cancel, gap=8))
        self.hide()

    def open_box(self) -> None:
        self.words.clear()
        self.picture.setChecked(False)
        self.show()
        self.piece.setFocus()

    def act(self) -> None:
        self._then(self.piece.text(), self.kind.key(), self.words.text())
