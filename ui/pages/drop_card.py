"""The carrier's drop at hand: how many of its pieces are in, a new one, and squaring it (2.3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from counter_app.errors import CounterError
from ui import words
from ui.buttons import button
from ui.entries import combo, field
from ui.figures import clock_text
from ui.sentences import say, sentence
from ui.widgets import Card, icon_label, lay, row, text_label

if TYPE_CHECKING:
    from ui.pages.receive import ReceivePage

NO_DROP = "-"


class DropCard(Card):
    """One line while pieces come in; it opens into a form for a new drop, and into one for a difference."""

    def __init__(self, page: ReceivePage) -> None:
        super().__init__(margins=(16, 8, 12, 8))
        self._page = page
        self.drops: tuple[Any, ...] = ()
        self.at_hand = ""
        self.said = text_label("", "strong", elide="right")
        self.note = text_label("", "muted", elide="right")
        self.choose = combo("", [], QCoreApplication.translate("Receive", "Drop at hand"))
        self.choose.changed.connect(self._chosen)
        self.new = button(
            QCoreApplication.translate("Receive", "New"),
            "second",
            shortcut="Ctrl+D",
            accessible=QCoreApplication.translate("Receive", "New drop"),
            clicked=self.begin,
        )
        self.square = button(
            QCoreApplication.translate("Receive", "Square"),
            "second",
            shortcut="Ctrl+Q",
            accessible=QCoreApplication.translate("Receive", "Square the drop"),
            clicked=self.square_it,
        )
        self._forms = (self._line(), self._opening(), self._differing())
        for one in self._forms:
            self.body.addWidget(one)
        self._which = 0
        self._show(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.show_drops(())

    # ------------------------------------------------------------ how it lies

    def _line(self) -> QWidget:
        made = QWidget()
        both = lay(QVBoxLayout(), self.said, self.note, gap=0)
        line = row(icon_label("truck", "muted", 22), both, self.square, self.new, gap=8)
        line.setStretch(1, 1)
        lay(QVBoxLayout(made), line, self.choose, gap=4)
        return made

    def _opening(self) -> QWidget:
        made = QWidget()
        carriers = [one for one in words.carriers() if one[0]]
        self.carrier = combo(QCoreApplication.translate("Receive", "Carrier"), carriers)
        self.pieces = field(QCoreApplication.translate("Receive", "Pieces"), "40", max_chars=5)
        self.accountable = field(QCoreApplication.translate("Receive", "Accountable"), "0", max_chars=5)
        self.driver = field(QCoreApplication.translate("Receive", "Driver"), max_chars=60)
        self.pieces.setFixedWidth(72)
        self.accountable.setFixedWidth(96)
        self.trouble = text_label("", "error", wrap=True)
        for one in (self.pieces, self.accountable, self.driver):
            one.entered.connect(lambda _text: self.open_it())
        fields = row(self.carrier, self.pieces, self.accountable, self.driver, gap=8)
        fields.setStretch(3, 1)
        go = button(QCoreApplication.translate("Receive", "Open the drop"), "primary", clicked=self.open_it)
        go.show_hint("Return")
        leave = button(QCoreApplication.translate("Receive", "Leave"), "link", clicked=self.leave)
        leave.show_hint("Escape")
        lay(QVBoxLayout(made), fields, self.trouble, row(None, leave, go, gap=8), gap=6)
        return made

    def _differing(self) -> QWidget:
        made = QWidget()
        self.difference = text_label("", "warn", wrap=True)
        self.reason = field(
            "",
            QCoreApplication.translate("Receive", "For example: one piece was torn and went back"),
            accessible=QCoreApplication.translate("Receive", "Why the count differs"),
        )
        self.reason.entered.connect(lambda _text: self.square_it(self.reason.text()))
        go = button(
            QCoreApplication.translate("Receive", "Square it"),
            "primary",
            clicked=lambda: self.square_it(self.reason.text()),
        )
        go.show_hint("Return")
        leave = button(QCoreApplication.translate("Receive", "Leave"), "link", clicked=self.leave)
        leave.show_hint("Escape")
        line = row(self.reason, leave, go, gap=8)
        line.setStretch(0, 1)
        lay(QVBoxLayout(made), self.difference, line, gap=6)
        return made

    # ------------------------------------------------------------ what it shows

    def ask(self) -> None:
        self._page.doing.do(self._page.doing.rooms.drops.open_drops, done=self.show_drops)

    def show_drops(self, drops: Sequence[Any]) -> None:
        """The drops that are open; the one at hand stays so, the first one is it by itself."""
        self.drops = tuple(drops)
        ids = [one.intake.id for one in self.drops]
        if self.at_hand not in (*ids, NO_DROP):
            self.at_hand = ids[-1] if ids else ""
        if not ids:
            self.at_hand = ""
        self.choose.setVisible(len(ids) > 1)
        self.square.setVisible(self._drop() is not None)
        items = [(one.intake.id, self._title(one)) for one in self.drops]
        items.append((NO_DROP, QCoreApplication.translate("Receive", "None of them")))
        self.choose.set_items(items if ids else [])
        self.choose.box.blockSignals(True)
        self.choose.set_key(self.at_hand)
        self.choose.box.blockSignals(False)
        self._say()

    def _say(self) -> None:
        drop = self._drop()
        if drop is None:
            self.said.setText(QCoreApplication.translate("Receive", "No drop is open"))
            self.note.setText(QCoreApplication.translate("Receive", "Count what the carrier brings"))
            self.setAccessibleName(self.said.text())
            return
        text = QCoreApplication.translate("Receive", "{done} of {all} inserted")
        self.said.setText(text.format(done=drop.inserted, all=drop.intake.pieces))
        self.said.set_role("ok" if drop.inserted == drop.intake.pieces else "strong")
        parts = []
        if drop.waiting:
            parts.append(QCoreApplication.translate("Receive", "%n without a mailbox", "", drop.waiting))
        if drop.intake.accountable:
            said = QCoreApplication.translate("Receive", "{seen} of {all} accountable")
            parts.append(said.format(seen=drop.accountable, all=drop.intake.accountable))
        self.note.setText(" · ".join(parts or [drop.intake.driver or self._title(drop)]))
        self.setAccessibleName(f"{self._title(drop)}: {self.said.text()}. {self.note.text()}")

    def _title(self, drop: Any) -> str:
        at = self._page.doing.station.desk.local(drop.intake.opened_ms)
        return f"{words.carrier(drop.intake.carrier)} {clock_text(at)}"

    def _drop(self) -> Any:
        return next((one for one in self.drops if one.intake.id == self.at_hand), None)

    def _chosen(self, key: str) -> None:
        self.at_hand = key
        self.square.setVisible(self._drop() is not None)
        self._say()

    # ------------------------------------------------------------ what it does

    def is_open(self) -> bool:
        """Whether a form of it shows."""
        return self._which != 0

    def begin(self) -> None:
        """The form of a new drop."""
        self.trouble.hide()
        self._show(1)
        self.pieces.edit.setFocus()

    def leave(self) -> None:
        self._show(0)
        self.reason.clear()
        self._page.window_.focus_scan_box()

    def _show(self, index: int) -> None:
        self._which = index
        for n, one in enumerate(self._forms):
            one.setVisible(n == index)

    def open_it(self) -> None:
        try:
            counts = [_count(one.text()) for one in (self.pieces, self.accountable)]
        except ValueError:
            self._wrong(CounterError("intake.count_wrong", most=2000))
            return
        rooms, driver = self._page.doing.rooms.drops, self.driver.text()
        self._page.doing.do(rooms.open_drop, self.carrier.key(), *counts, driver, done=self._opened, failed=self._wrong)

    def _opened(self, intake: Any) -> None:
        self.at_hand = intake.id
        for one in (self.pieces, self.accountable, self.driver):
            one.clear()
        self.leave()
        text = QCoreApplication.translate("Receive", "{carrier}: %n piece(s) to insert", "", intake.pieces)
        self._page.window_.play("taken")
        self._page.window_.toasts.show_toast(text.format(carrier=words.carrier(intake.carrier)))
        self.ask()

    def _wrong(self, error: CounterError) -> None:
        self._page.window_.play("refused")
        self.trouble.setText(say(error))
        self.trouble.show()
        bad = {"intake.accountable_wrong": self.accountable}.get(error.code, self.pieces)
        bad.edit.setFocus()
        bad.edit.selectAll()

    def square_it(self, reason: str = "") -> None:
        """Close the drop at hand; a difference asks why."""
        if self._drop() is not None:
            rooms = self._page.doing.rooms.drops
            self._page.doing.do(rooms.square, self.at_hand, reason, done=self._squared, failed=self._differs)

    def _squared(self, intake: Any) -> None:
        self.leave()
        self._page.window_.play("taken")
        text = QCoreApplication.translate("Receive", "The drop of {carrier} is squared: {done} of {all}")
        said = text.format(carrier=words.carrier(intake.carrier), done=intake.inserted, all=intake.pieces)
        self._page.window_.toasts.show_toast(said)
        self.at_hand = ""
        self.ask()

    def _differs(self, error: CounterError) -> None:
        self._page.window_.play("refused")
        if error.code != "intake.differs":
            self._page.window_.say(error)
            self.ask()
            return
        self.difference.setText(sentence(error.code, error.facts))
        self._show(2)
        self.reason.edit.setFocus()


def _count(text: str) -> int:
    said = text.strip()
    if said and not (said.isascii() and said.isdigit()):
        raise ValueError("no count")
    return int(said or 0)
