"""The status bar: connection, what waits to be sent, paper, and every device, always as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from counter_app.events import (
    ClockJudged,
    DeviceChanged,
    InboxChanged,
    PickupChanged,
    PieceChanged,
    PieceReceived,
    PrintJobChanged,
    RowsArrived,
    SyncChanged,
    WeightArrived,
)
from counter_app.ports import DeviceState, DeviceStatus
from ui.cutoff import CutoffLine
from ui.figures import weight_text
from ui.sentences import sentence
from ui.store_chips import show_store

if TYPE_CHECKING:
    from ui.window import Window

ICONS = {
    "scanner": "scan-barcode",
    "scale": "scale",
    "camera": "camera",
    "printer": "printer",
    "receipt_printer": "receipt",
    "shipping_printer": "package",
    "pages": "file-text",
}
_COUNTED = (InboxChanged, PieceReceived, PieceChanged, PickupChanged, PrintJobChanged, RowsArrived, SyncChanged)


class StatusLine:
    """Keeps the chips of the window's status bar and the counts on its rail true."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._bar = window.status
        self._weight = ""
        self._clock_wrong = False
        self._cutoff = CutoffLine(window)
        self._sync = SyncChanged("offline", 0, None, "")
        self._unsent = 0
        self._timer = QTimer(self._bar, interval=1000)
        self._timer.timeout.connect(self._show_connection)
        self._recount = QTimer(self._bar, interval=60, singleShot=True)
        self._recount.timeout.connect(self._count)

    def begin(self) -> None:
        """The station is there: show what it has."""
        for status in self._window.doing.station.device_statuses():
            self._device(status)
        self._show_connection()
        self._timer.start()
        self._cutoff.begin()
        self._count()

    def heard(self, event: object) -> None:
        if isinstance(event, DeviceChanged):
            self._device(event.status)
        elif isinstance(event, ClockJudged):
            self._show_clock(event)
        elif isinstance(event, WeightArrived):
            self._weigh(event)
        elif isinstance(event, SyncChanged):
            self._sync, self._unsent = event, event.waiting
            self._show_connection()
        show_store(self._bar, event)
        self._cutoff.heard(event)
        if isinstance(event, _COUNTED) and self._window.doing.ready:
            self._recount.start()

    def show_slow(self, slow: bool, stoppable: bool) -> None:
        """Say that something takes longer than a blink; what can be stopped is stopped by pressing it."""
        if not slow:
            self._bar.remove_chip("busy")
            return
        text = (
            QCoreApplication.translate("Status", "Working … · Stop")
            if stoppable
            else QCoreApplication.translate("Status", "Working …")
        )
        self._bar.show_chip("busy", text, "info", "clock", text, left=True)

    def _show_connection(self) -> None:
        if not self._window.doing.ready:
            return
        state, last = self._sync.state, self._sync.last_success_ms
        if state == "online" and last is not None:
            ago = max(0, self._window.doing.station.desk.now_ms() - last) // 1000
            text = QCoreApplication.translate("Status", "Online · just synced")
            if ago >= 5:
                text = QCoreApplication.translate("Status", "Online · synced {age} ago").format(age=age(ago))
            spoken = QCoreApplication.translate("Status", "Connection: online")
            if self._unsent:  # green says that everything is sent: no act waits, and the centre keeps every photo
                text = QCoreApplication.translate("Status", "Online · not everything is sent yet")
            self._bar.show_chip("connection", text, "info" if self._unsent else "ok", "wifi", spoken, left=True)
        elif state == "refused":
            text = QCoreApplication.translate("Status", "The centre refuses this computer")
            self._bar.show_chip("connection", text, "bad", "cloud-off", text, left=True)
        else:
            text = QCoreApplication.translate("Status", "Offline · everything is kept here")
            why = sentence(self._sync.code) if self._sync.code else text
            spoken = QCoreApplication.translate("Status", "Connection: offline")
            self._bar.show_chip("connection", text, "warn", "wifi-off", f"{spoken}. {why}", left=True)

    def _show_clock(self, event: ClockJudged) -> None:
        """A chip only while the computer's clock is wrong; said aloud once when it turns out to be."""
        whole = clock_sentence(event.off_by_ms, event.proven)
        if not whole:
            self._bar.remove_chip("clock")
            self._clock_wrong = False
            return
        by = age(round(abs(event.off_by_ms) / 1000))
        text = QCoreApplication.translate("Status", "Computer's clock: wrong by {by}").format(by=by)
        self._bar.show_chip("clock", text, "warn", "clock", whole, left=True)
        if not self._clock_wrong:
            self._clock_wrong = True
            self._window.toasts.show_toast(whole, kind="warn")

    def _count(self) -> None:
        doing = self._window.doing
        doing.ask(doing.rooms.today.day, done=self._counted)

    def _counted(self, day: object) -> None:
        self._unsent = waiting = day.to_send  # type: ignore[attr-defined]
        self._show_connection()
        text = QCoreApplication.translate("Status", "%n to send", "", waiting)
        self._bar.show_chip("queue", text, "warn" if waiting else "", "cloud-upload", text, left=True)
        counts = {
            "inbox": day.inbox_open,  # type: ignore[attr-defined]
            "print": day.print_open,  # type: ignore[attr-defined]
            "tasks": day.tasks,  # type: ignore[attr-defined]
            "pickups": day.pickups_scheduled + day.pickups_in_progress,  # type: ignore[attr-defined]
        }
        for key, count in counts.items():
            if key in self._window.pages:
                self._window.rail.set_count(key, count)

    def _weigh(self, event: WeightArrived) -> None:
        reading = event.reading
        if reading is None:
            # A failure never looks like a value: no weight is shown at all.
            self._weight = ""
        else:
            self._weight = weight_text(reading.grams) if reading.stable else "…"
        for status in self._window.doing.station.device_statuses():
            if status.role == "scale":
                self._device(status)

    def _device(self, status: DeviceStatus) -> None:
        name = role_name(status.role)
        kind, text = "ok", name
        if status.state == DeviceState.READY:
            if status.role == "scale" and self._weight:
                text = f"{name} {self._weight}"
            if status.code:
                kind, text = "warn", in_trouble(name, short(status.code))
        else:
            kind = "bad" if status.state == DeviceState.FAULT else "warn"
            text = in_trouble(name, short(status.code) if status.code else state_name(status.state))
        self._bar.show_chip(status.name, text, kind, ICONS.get(status.role, "plug"), text)


def age(seconds: int) -> str:
    """How long ago, short: 12 s, 5 min, 3 h, 2 d."""
    if seconds < 60:
        return QCoreApplication.translate("Status", "{n} s").format(n=seconds)
    if seconds < 3600:
        return QCoreApplication.translate("Status", "{n} min").format(n=seconds // 60)
    if seconds < 86_400:
        return QCoreApplication.translate("Status", "{n} h").format(n=seconds // 3600)
    return QCoreApplication.translate("Status", "{n} d").format(n=seconds // 86_400)


def clock_sentence(off_by_ms: int, proven: bool = True) -> str:
    """What to say of a computer's clock that is off by so much, "" for one that is right (security 4.3).

    Not `proven`: it is only too far ahead of everything known to be believed.
    """
    if not off_by_ms:
        return ""
    return sentence("clock.wrong" if proven else "clock.suspect", {"by": age(round(abs(off_by_ms) / 1000))})


def in_trouble(name: str, trouble: str) -> str:
    """A device and what is the matter with it."""
    return QCoreApplication.translate("Status", "{name}: {trouble}").format(name=name, trouble=trouble)


def role_name(role: str) -> str:
    return {
        "scanner": QCoreApplication.translate("Status", "Scanner"),
        "scale": QCoreApplication.translate("Status", "Scale"),
        "camera": QCoreApplication.translate("Status", "Camera"),
        "printer": QCoreApplication.translate("Status", "Label printer"),
        "receipt_printer": QCoreApplication.translate("Status", "Receipts"),
        "shipping_printer": QCoreApplication.translate("Status", "Shipping labels"),
        "pages": QCoreApplication.translate("Status", "Document scanner"),
    }.get(role, role)


def state_name(state: str) -> str:
    return {
        "ready": QCoreApplication.translate("Status", "ready"),
        "asleep": QCoreApplication.translate("Status", "asleep"),
        "gone": QCoreApplication.translate("Status", "not connected"),
        "fault": QCoreApplication.translate("Status", "out of order"),
    }.get(state, QCoreApplication.translate("Status", "starting"))


def short(code: str) -> str:
    """A device's trouble in two words for its chip."""
    return {
        "printer.no_paper": QCoreApplication.translate("Status", "no paper"),
        "printer.head_open": QCoreApplication.translate("Status", "cover open"),
        "printer.cover_open": QCoreApplication.translate("Status", "cover open"),
        "printer.paused": QCoreApplication.translate("Status", "paused"),
        "printer.gone": QCoreApplication.translate("Status", "not connected"),
        "printer.not_confirmed": QCoreApplication.translate("Status", "does not answer"),
        "device.gone": QCoreApplication.translate("Status", "not connected"),
        "device.asleep": QCoreApplication.translate("Status", "asleep"),
        "device.busy": QCoreApplication.translate("Status", "busy"),
        "scale.in_motion": QCoreApplication.translate("Status", "moving"),
        "scale.over_limit": QCoreApplication.translate("Status", "overloaded"),
        "scale.under_zero": QCoreApplication.translate("Status", "below zero"),
        "camera.black": QCoreApplication.translate("Status", "picture is black"),
    }.get(code, state_name("fault"))
