"""The parts of the yes/no screen: the band with the word, the lines, what is known, and the offers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import words
from ui.chips import Chip
from ui.figures import weight_text
from ui.notices import FactGrid
from ui.scroll import Scrolled
from ui.widgets import KIND_ICON, Card, column, frame, icon_label, lay, repolish, row, spoken, text_label


class Band:
    """The verdict, large, on its colour, and beneath it what to do now."""

    def __init__(self) -> None:
        self.frame = frame("banner")
        self._icon = icon_label("info", "info", 44)
        self.word = text_label("", "big")
        self.what = text_label("", "strong", wrap=True)
        said = column(self.word, self.what, gap=1)
        line = lay(QHBoxLayout(self.frame), self._icon, said, gap=18, margins=(20, 8, 20, 10))
        line.setStretch(1, 1)
        self.frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def say(self, kind: str, word: str, what: str) -> None:
        """`kind`: ok, warn, bad, info; the words say the same as the colour."""
        self.frame.setProperty("tone", kind)
        self.frame.setAccessibleName(f"{word}. {what}")
        self._icon.show_icon(KIND_ICON[kind], kind)
        self.word.setText(word)
        self.what.setText(what)
        repolish(self.frame)


class LinesCard(Card):
    """What there is to know, one line each: its kind as an icon, its sentence in words."""

    def __init__(self) -> None:
        super().__init__(margins=(18, 14, 18, 14))
        self._title = text_label("", "h2", elide="right")
        self._chip = Chip("")
        head = row(self._title, self._chip, gap=8)
        head.setStretch(0, 1)
        inside = QWidget()
        inside.setObjectName("plain")
        self._lines = lay(QVBoxLayout(inside), gap=7)
        self.area = Readable(inside, QCoreApplication.translate("Answer", "What there is to know"))
        self.body.addLayout(head)
        self.body.addWidget(self.area, 1)
        self.texts: list[str] = []
        self._rows: list[_Fact] = []
        self._lines.addStretch(1)

    def show_lines(self, title: str, chip: tuple[str, str], lines: Sequence[tuple[str, str]]) -> None:
        """`lines` are (kind, sentence)."""
        self._title.setText(title)
        self._chip.setVisible(bool(chip[0]))
        self._chip.show_state(*chip)
        self.texts = [text for _, text in lines]
        self.area.setAccessibleName(spoken(". ".join((title, chip[0], *self.texts))))
        while len(self._rows) < len(lines):
            self._rows.append(_Fact())
            self._lines.insertWidget(len(self._rows) - 1, self._rows[-1])
        for n, one in enumerate(self._rows):
            if n < len(lines):
                one.say(*lines[n])
            one.setVisible(n < len(lines))


class Readable(Scrolled):
    """Texts that Tab reaches, so that a screen reader reads them and the arrows scroll what does not fit."""

    def __init__(self, inside: QWidget, accessible: str) -> None:
        super().__init__(inside)
        self.setAccessibleName(accessible)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)


class _Fact(QWidget):
    """One line with its sign; it stays and says something else, because a new one has to be styled first."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = icon_label(KIND_ICON["info"], "info", 18)
        self._label = text_label("", "body", wrap=True)
        line = lay(QHBoxLayout(self), self._icon, self._label, gap=10)
        line.setStretch(1, 1)
        line.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)

    def say(self, kind: str, text: str) -> None:
        self._icon.show_icon(KIND_ICON[kind], kind)
        self._label.set_role("body" if kind in ("info", "ok") else kind)
        self._label.setText(text)


class PieceCard(Card):
    """What is known of a piece."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("Answer", "The piece"))
        self.facts = FactGrid(
            [
                ("mailbox", QCoreApplication.translate("Answer", "Mailbox")),
                ("shelf", QCoreApplication.translate("Answer", "Shelf")),
                ("name", QCoreApplication.translate("Answer", "Name on the piece")),
                ("form", QCoreApplication.translate("Answer", "Name on the form")),
                ("carrier", QCoreApplication.translate("Answer", "Carrier")),
                ("tracking", QCoreApplication.translate("Answer", "Tracking number")),
                ("weight", QCoreApplication.translate("Answer", "Weight")),
                ("received", QCoreApplication.translate("Answer", "Received")),
                ("type", QCoreApplication.translate("Answer", "Type")),
                ("flags", QCoreApplication.translate("Answer", "Remarks")),
            ]
        )
        self.body.addWidget(self.facts)
        self.body.addStretch(1)

    def show_piece(self, item: Any, received: str) -> None:
        told = dict(words.flags())
        values = {
            "mailbox": words.pmb(item.mailbox),
            "shelf": item.shelf,
            "name": item.name_on_piece,
            "form": item.name_matched,
            "carrier": words.carrier(item.carrier),
            "tracking": item.tracking,
            "weight": weight_text(item.weight_g) if item.weight_g else "",
            "received": received,
            "type": words.mail_type(item.mail_type),
            "flags": ", ".join(told.get(one, one) for one in item.flags),
        }
        for key, value in values.items():
            self.facts.set_value(key, value)
