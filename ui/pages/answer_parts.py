"""The parts of the yes/no screen: the band with the word, the lines, what is known, and the offers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui import words
from ui.buttons import Button, button
from ui.chips import Chip
from ui.figures import weight_text
from ui.notices import FactGrid
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import KIND_ICON, Card, Label, column, frame, icon_label, lay, repolish, row, text_label

MOST_OFFERS = 6
MAIN = ("receive", "hand_over", "assign")
"""What Enter may do: the jobs of the counter, and nothing that only corrects."""
ICONS = {
    "receive": "package-plus",
    "hand_over": "hand-helping",
    "assign": "mail",
    "move": "map-pin",
    "reassign": "arrow-right-left",
    "print_again": "printer",
    "shelf_slip": "tag",
    "note": "pen-line",
}


def offer_name(action: str) -> str:
    return {
        "receive": QCoreApplication.translate("Answer", "Receive a piece"),
        "hand_over": QCoreApplication.translate("Answer", "Hand over"),
        "assign": QCoreApplication.translate("Answer", "Assign"),
        "move": QCoreApplication.translate("Answer", "Move"),
        "reassign": QCoreApplication.translate("Answer", "Reassign"),
        "print_again": QCoreApplication.translate("Answer", "Print label"),
        "shelf_slip": QCoreApplication.translate("Answer", "Shelf slip"),
        "note": QCoreApplication.translate("Answer", "Note"),
    }.get(action, action)


class Band:
    """One word, large, on its colour, and what it is about."""

    def __init__(self) -> None:
        self.frame = frame("banner")
        self._icon = icon_label("info", "info", 32)
        self.word = text_label("", "big")
        self.what = text_label("", "strong", wrap=True)
        line = lay(QHBoxLayout(self.frame), self._icon, self.word, self.what, gap=16, margins=(18, 10, 18, 10))
        line.setStretch(2, 1)
        self.frame.setMinimumHeight(68)
        self.frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def say(self, kind: str, word: str, what: str) -> None:
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
        self._lines = lay(QVBoxLayout(inside), gap=10)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self.body.addLayout(head)
        self.body.addWidget(scroll, 1)
        self.texts: list[str] = []
        self._rows: list[_Fact] = []
        self._lines.addStretch(1)

    def show_lines(self, title: str, chip: tuple[str, str], lines: Sequence[tuple[str, str]]) -> None:
        """`lines` are (kind, sentence)."""
        self._title.setText(title)
        self._chip.setVisible(bool(chip[0]))
        self._chip.show_state(*chip)
        self.texts = [text for _, text in lines]
        while len(self._rows) < len(lines):
            self._rows.append(_Fact())
            self._lines.insertWidget(len(self._rows) - 1, self._rows[-1])
        for n, one in enumerate(self._rows):
            if n < len(lines):
                one.say(*lines[n])
            one.setVisible(n < len(lines))


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


class MailboxFacts(Card):
    """Who may get mail there, and what lies on the shelf; Enter on a piece asks about it."""

    def __init__(self, opened: Callable[[str], object]) -> None:
        super().__init__(margins=(6, 14, 6, 6))
        self._names = text_label("", "value", wrap=True)
        self._shelf = text_label("", "caption")
        columns = [
            Column("piece", QCoreApplication.translate("Answer", "Piece"), 180, "two_line"),
            Column("who", QCoreApplication.translate("Answer", "For"), 0, "two_line"),
            Column("shelf", QCoreApplication.translate("Answer", "Shelf"), 70, "strong"),
            Column("state", QCoreApplication.translate("Answer", "State"), 124, "pill"),
        ]
        self.table = RowTable(RowsModel(columns, Rows()), QCoreApplication.translate("Answer", "Pieces on the shelf"))
        self.table.activated_row.connect(lambda found: opened(found["mail_id"]))
        caption = text_label(QCoreApplication.translate("Answer", "Names on the Form 1583"), "caption")
        self.body.addLayout(column(caption, self._names, self._shelf, gap=6, margins=(12, 0, 12, 0)))
        self.body.addWidget(self.table, 1)

    def show_mailbox(self, names: Sequence[str], pieces: Sequence[dict[str, Any]]) -> None:
        none = QCoreApplication.translate("Answer", "Nobody")
        self._names.setText("  ·  ".join(names) or none)
        self._shelf.setText(
            QCoreApplication.translate("Answer", "On the shelf")
            if pieces
            else QCoreApplication.translate("Answer", "Nothing is on the shelf")
        )
        self.table.rows.set_source(Rows(pieces))
        self.table.setVisible(bool(pieces))
        self.body.setStretch(self.body.indexOf(self.table), 1 if pieces else 0)
        if not pieces and self.body.itemAt(self.body.count() - 1).spacerItem() is None:
            self.body.addStretch(1)


class OfferBar(QWidget):
    """What may be done, each with its key; what may not be done says why beneath. `pressed` gets the action."""

    def __init__(self, pressed: Callable[[str], object]) -> None:
        super().__init__()
        self._pressed = pressed
        self._actions: list[str] = []
        self.buttons: dict[str, Button] = {}
        self.reasons: dict[str, str] = {}
        self._line = lay(QHBoxLayout(self), gap=14)
        self._line.addStretch(0)
        self._parts: list[tuple[QWidget, Button, Label]] = []
        self._keys: list[QShortcut] = []
        for n in range(MOST_OFFERS):
            key = QShortcut(QKeySequence(f"Ctrl+{n + 1}"), self)
            key.activated.connect(lambda n=n: self._press(n))
            self._keys.append(key)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _add_part(self) -> None:
        n = len(self._parts)
        one = button("", clicked=lambda: self._chosen(n))
        one.setMaximumWidth(230)
        reason = text_label("", "caption", wrap=True)
        part = QWidget()
        lay(QVBoxLayout(part), one, reason, None, gap=4)
        part.setMaximumWidth(230)
        self._line.insertWidget(n, part, 1)
        self._parts.append((part, one, reason))

    def first(self) -> str:
        """The first action that is allowed, "" when none is: what Enter does."""
        return next((action for action, one in self.buttons.items() if one.isEnabled() and action in MAIN), "")

    def show_offers(self, offers: Sequence[tuple[str, bool, str]]) -> None:
        """`offers` are (action, allowed, why not in words)."""
        offers = offers[:MOST_OFFERS]
        self._actions = [action for action, _, _ in offers]
        self.buttons, self.reasons = {}, {}
        main = next((action for action, allowed, _ in offers if allowed and action in MAIN), "")
        if not offers:
            return  # the bar is hidden as a whole; its parts stay as they are for the next answer
        while len(self._parts) < len(offers):
            self._add_part()
        for n, (part, one, reason) in enumerate(self._parts):
            if n < len(offers):
                action, allowed, why = offers[n]
                one.show_as(offer_name(action), "primary" if action == main else "second", ICONS.get(action, ""))
                one.show_hint("Return" if action == main else f"Ctrl+{n + 1}")
                one.setEnabled(allowed)
                one.setAccessibleDescription(why)
                reason.setText(why)
                reason.setVisible(bool(why))
                self.buttons[action], self.reasons[action] = one, why
            part.setVisible(n < len(offers))

    def _press(self, n: int) -> None:
        if n < len(self._actions):
            self._parts[n][1].click()  # a button that is off does nothing

    def _chosen(self, n: int) -> None:
        if n < len(self._actions):
            self._pressed(self._actions[n])
