"""The mailbox of the piece in hand: what to do today in colour and words, and the names on its form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import words
from ui.chips import Chip, ChipButton
from ui.notices import Banner, EmptyState
from ui.sentences import sentence
from ui.widgets import Card, key_text, lay, row, text_label

NAMES_SHOWN = 6
KEYS = 5


class MailboxCard(Card):
    """Shows a Destination. `name_pressed` carries the name on the form that the clerk says stands on the piece."""

    name_pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__(margins=(16, 14, 16, 14))
        self.names: tuple[str, ...] = ()
        self._title = text_label("", "h2", elide="right")
        self._state = Chip("")
        self.band = Banner("", "info")
        self._caption = text_label("", "caption")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._more = text_label("", "muted", elide="right")
        self._note = text_label("", "muted", elide="right")
        head = row(self._title, self._state, gap=10)
        head.setStretch(0, 1)
        full = QWidget()
        lay(QVBoxLayout(full), head, self.band, self._caption, self._grid, self._more, self._note, None, gap=7)
        self._hint = QCoreApplication.translate(
            "Receive",
            "Scan the tracking number, then type the mailbox or the name. What may be done shows here at once.",
        )
        self._empty = EmptyState("mail", QCoreApplication.translate("Receive", "Whose piece is it?"), self._hint)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(full)
        self.body.addWidget(self._stack)
        self.setFixedHeight(240)

    def clear(self) -> None:
        self.names = ()
        self._stack.setCurrentIndex(0)
        self.setAccessibleName("")

    def show_arriving(self, text: str) -> None:
        """While nobody can be looked up yet: how far the register is, and what to do; "" when it is here."""
        how = QCoreApplication.translate(
            "Receive", "Type mailbox and name as they stand on the piece and receive it: it is checked later."
        )
        self._empty.hint.setText(f"{text} {how}" if text else self._hint)

    def show_place(self, place: Any) -> None:
        """Show a Destination: its state, today's rule, its names."""
        account = place.account
        self.names = tuple(place.names)
        self._title.setText(f"{words.pmb(account.mailbox)} · {account.holder}")
        state, kind = words.mailbox_state(account)
        self._state.show_state(state, kind)
        text, tone = verdict_of(place)
        self.band.show_text(text, tone)
        self._show_names(self.names)
        shelf = QCoreApplication.translate("Receive", "Nothing on the shelf")
        if place.on_shelf:
            shelf = QCoreApplication.translate("Receive", "%n piece(s) on the shelf", "", place.on_shelf)
        self._note.setText(" · ".join(part for part in (shelf, account.note) if part))
        self._stack.setCurrentIndex(1)
        self.setAccessibleName(f"{self._title.text()}. {text}")

    def _show_names(self, names: Sequence[str]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._caption.setText(
            QCoreApplication.translate("Receive", "Names on the Form 1583")
            if names
            else QCoreApplication.translate("Receive", "No name on the Form 1583: nothing may be inserted")
        )
        for n, name in enumerate(names[:NAMES_SHOWN]):
            key = key_text(f"Ctrl+{n + 1}") if n < KEYS else ""
            chip = ChipButton(f"{name}   {key}".rstrip(), "info", "user-round", name)
            chip.setMaximumWidth(250)
            chip.clicked.connect(lambda _checked=False, name=name: self.name_pressed.emit(name))
            self._grid.addWidget(chip, n // 2, n % 2, Qt.AlignmentFlag.AlignLeft)
        self._grid.setColumnStretch(2, 1)
        rest = len(names) - NAMES_SHOWN
        self._more.setText(QCoreApplication.translate("Receive", "and %n more", "", rest) if rest > 0 else "")
        self._more.setVisible(rest > 0)


def verdict_of(place: Any) -> tuple[str, str]:
    """(sentence, kind): what to do with a piece for this mailbox today."""
    account = place.account
    reason = account.rule.reason
    if place.takes and not reason:
        return QCoreApplication.translate("Receive", "Yes: insert it."), "ok"
    said = sentence(reason, {"mailbox": account.mailbox})
    if place.takes:
        return QCoreApplication.translate("Receive", "Yes, but: {why}").format(why=said), "warn"
    if account.state in ("inactive", "released"):
        # What to do turns on how long ago it was closed; the other sentences say it themselves.
        said = f"{sentence('receive.closed', {'mailbox': account.mailbox})} {sentence(f'todo.{place.todo}')}"
    return QCoreApplication.translate("Receive", "No: {why}").format(why=said), "bad"
