"""The cut-off, said where every clerk looks: a chip from 30 minutes before closing while something is not inserted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout

from counter_app import events
from counter_app.errors import CounterError
from ui.buttons import button
from ui.entries import field
from ui.figures import clock_text
from ui.sentences import say
from ui.widgets import icon_label, lay, text_label

if TYPE_CHECKING:
    from ui.pages.page import Page
    from ui.window import Window

LOOK_MS = 30_000
_HEARD = (events.PieceReceived, events.PieceChanged, events.IntakeChanged, events.RowsArrived)


class CutoffLine:
    """Asks the desk twice a minute and after each act; a toast says it once a day, the chip as long as it is so."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._told = ""
        self._timer = QTimer(window, interval=LOOK_MS)
        self._timer.timeout.connect(self._ask)
        self._soon = QTimer(window, interval=100, singleShot=True)
        self._soon.timeout.connect(self._ask)

    def begin(self) -> None:
        self._timer.start()
        self._soon.start()

    def heard(self, event: object) -> None:
        if isinstance(event, _HEARD):
            self._soon.start()

    def _ask(self) -> None:
        doing = self._window.doing
        if doing.ready:
            doing.ask(doing.rooms.cutoff.look, done=self._show)

    def _show(self, found: Any) -> None:
        if not found.alarm:
            self._window.status.remove_chip("cutoff")
            return
        desk = self._window.doing.station.desk
        text = said(found, desk)
        self._window.status.show_chip("cutoff", text, "bad", "clock", text, left=True)
        if self._told != desk.today() and self._window.doing.clerk is not None:
            self._told = desk.today()
            self._window.play("refused")
            self._window.toasts.show_toast(text, kind="warn")


def said(found: Any, desk: Any) -> str:
    """The alarm in one line."""
    if found.closes_at is None:
        return QCoreApplication.translate("Today", "%n not inserted yet", "", found.waiting)
    local = found.closes_at.astimezone(desk.local(desk.now_ms()).tzinfo)
    text = QCoreApplication.translate("Today", "%n not inserted yet, due by {time}", "", found.waiting)
    return text.format(time=clock_text(local))


class CutoffBar(QFrame):
    """The alarm on Today, and beneath it why what is left waits until tomorrow (S-04, S-09)."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.setProperty("kind", "ask")
        self._page = page
        self._icon = icon_label("clock", "bad", 22)
        self.text = text_label("", "strong", wrap=True)
        self.reason = field(
            "",
            QCoreApplication.translate("Today", "Why they wait until tomorrow"),
            accessible=QCoreApplication.translate("Today", "Why they wait until tomorrow"),
        )
        self.reason.entered.connect(lambda _text: self.explain())
        insert = button(
            QCoreApplication.translate("Today", "Insert them"), "primary", clicked=lambda: page.window_.go("receive")
        )
        note = button(QCoreApplication.translate("Today", "Note the reason"), clicked=self.explain)
        line = lay(QHBoxLayout(self), self._icon, self.text, self.reason, note, insert, gap=12, margins=(16, 8, 12, 8))
        line.setStretch(1, 2)
        line.setStretch(2, 3)
        self.hide()

    def ask(self) -> None:
        self._page.doing.ask(self._page.doing.rooms.cutoff.look, done=self.show_state)

    def show_state(self, found: Any) -> None:
        self.setVisible(found.alarm)
        if found.alarm:
            text = said(found, self._page.doing.station.desk)
            if found.slipped:
                more = QCoreApplication.translate("Today", "%n of them came on an earlier day", "", found.slipped)
                text = f"{text}. {more}"
            self.text.setText(text)
            self.setAccessibleName(text)

    def explain(self) -> None:
        """Note the reason for everything that is left."""
        doing = self._page.doing
        doing.do(doing.rooms.cutoff.explain, self.reason.text(), done=self._explained, failed=self._wrong)

    def _explained(self, count: int) -> None:
        self.reason.clear()
        text = QCoreApplication.translate("Today", "The reason is noted for %n", "", count)
        self._page.window_.toasts.show_toast(text)
        self.ask()

    def _wrong(self, error: CounterError) -> None:
        self._page.window_.play("refused")
        self.reason.show_error(say(error))
        self.reason.edit.setFocus()
