"""Small forms of the Pickups room: take over from another clerk, set a time, what is still owed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.buttons import button
from ui.entries import field
from ui.sentences import sentence
from ui.widgets import Card, lay, row, text_label


class TakeOver(Card):
    """Another clerk is at it: who, and a reason that takes it over."""

    def __init__(self, take: Callable[[str], object]) -> None:
        super().__init__(margins=(16, 10, 16, 12))
        self._take = take
        self.who = text_label("", "warn", wrap=True)
        self.reason = field(
            "",
            QCoreApplication.translate("Pickups", "Why do you take it over?"),
            max_chars=200,
            accessible=QCoreApplication.translate("Pickups", "Why do you take it over?"),
        )
        self.reason.entered.connect(lambda _text: self.act())
        self.go = button(QCoreApplication.translate("Pickups", "Take over"), "primary", "", "Ctrl+T", clicked=self.act)
        line = row(self.reason, self.go, gap=8)
        line.setStretch(0, 1)
        lay(self.body, self.who, line, gap=6, margins=(16, 10, 16, 12))
        self.hide()

    def show_clerk(self, name: str) -> None:
        """`name` is at it; "" when nobody else is."""
        self.setVisible(bool(name))
        if name:
            self.who.setText(sentence("pickup.locked", {"by": name}))
        else:
            self.reason.clear()

    def act(self) -> None:
        if not self.reason.text().strip():
            self.reason.show_error(sentence("pickup.takeover_reason_missing"))
            self.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._take(self.reason.text())


class TimeBox(QWidget):
    """A day and a time at the store. `then(ms)` gets UTC milliseconds, 0 for none; `toggled` tells if it is open."""

    toggled = Signal(bool)

    def __init__(self, then: Callable[[int], object]) -> None:
        super().__init__()
        self._then = then
        self._zone = ZoneInfo("UTC")
        self.day = field(QCoreApplication.translate("Pickups", "Day"), "2026-11-30", max_chars=10)
        self.time = field(QCoreApplication.translate("Pickups", "Time"), "14:30", max_chars=5)
        for one in (self.day, self.time):
            one.entered.connect(lambda _text: self.act())
        self.go = button(QCoreApplication.translate("Pickups", "Set the time"), "primary", clicked=self.act)
        self.cancel = button(QCoreApplication.translate("Pickups", "Cancel"), clicked=self.close_box)
        line = row(self.day, self.time, gap=8)
        line.setStretch(0, 3)
        line.setStretch(1, 2)
        lay(QVBoxLayout(self), line, row(self.go, self.cancel, gap=8), gap=8)
        self.hide()

    def open_box(self, zone: str, known: datetime | None) -> None:
        """`known` is the appointment that there is, in the store's zone."""
        self._zone = ZoneInfo(zone)
        self.day.set_text(known.strftime("%Y-%m-%d") if known else "")
        self.time.set_text(known.strftime("%H:%M") if known else "")
        self.show()
        self.toggled.emit(True)
        self.day.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_box(self) -> None:
        self.hide()
        self.toggled.emit(False)

    def show_error(self, text: str) -> None:
        self.day.show_error(text)

    def act(self) -> None:
        """What was entered as an instant; nothing entered means no fixed time."""
        day, time = self.day.text().strip(), self.time.text().strip()
        if not day and not time:
            self._then(0)
            return
        try:
            at = datetime.strptime(f"{day} {time}", "%Y-%m-%d %H:%M").replace(tzinfo=self._zone)
        except ValueError:
            self.show_error(sentence("pickup.time_unreadable"))
            return
        self._then(int(at.timestamp() * 1000))
