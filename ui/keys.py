"""The application's key filter: scans become `scanned`, typing goes on, stray letters find the scan box.

Qt looks a shortcut up before the key press is delivered, so two kinds of event are watched: key presses, and
the `Shortcut` events that a chord has already turned into. Both wait here until it is known that no scanner
sent them.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcutEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from counter_app.devices.wedge import (
    SILENCE_MS,
    Dropped,
    Held,
    Key,
    Overlong,
    Passed,
    Replay,
    Scan,
    WedgeMachine,
    WedgeSettings,
)
from counter_app.ports import RawScan

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
)
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
EDITORS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
CLOCK_TRUST_MS = 10_000
LATE_MS = 20


def mono_ms() -> float:
    return monotonic() * 1_000


class _Waiting:
    """An event that is held: where it was going, and how to send it there again."""

    def __init__(self, receiver: QObject, copy: QKeyEvent | QShortcutEvent) -> None:
        self.receiver = receiver
        self.copy = copy


class WedgeFilter(QObject):
    """Install once: `WedgeFilter(app, scan_box)`. Signals: `scanned(RawScan)`, `overlong()`.

    `clock` gives monotonic milliseconds; a key's own timestamp is preferred where the platform sets one.
    """

    scanned = Signal(object)
    overlong = Signal()

    def __init__(
        self,
        app: QApplication,
        scan_box: QLineEdit | None = None,
        settings: WedgeSettings | None = None,
        clock: Callable[[], float] = mono_ms,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._scan_box = scan_box
        self._clock = clock
        self._machine = WedgeMachine(settings)
        self._sending = False
        self._swallow_release: set[int] = set()
        self._last_override: Key | None = None
        self._shift_ms: float | None = None
        self._armed_ms = 0.0
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._silence)
        app.installEventFilter(self)

    def set_scan_box(self, scan_box: QLineEdit | None) -> None:
        self._scan_box = scan_box

    def remove(self) -> None:
        """Stop filtering; what is held is given back."""
        self._app.removeEventFilter(self)
        self._timer.stop()
        self._carry_out(self._machine.tick(float("inf")))

    # ------------------------------------------------------------ events in

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._sending:
            return False  # our own replay, and what a receiver makes of it, is never filtered again
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key_press(watched, event)
        if kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            return self._key_release(event)
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self._last_override = self._read(event, None)
        elif kind == QEvent.Type.Shortcut and isinstance(event, QShortcutEvent):
            return self._shortcut(watched, event)
        return False

    def _key_press(self, watched: QObject, event: QKeyEvent) -> bool:
        if not isinstance(watched, QWidget | QWindow):
            return False
        return self._feed(self._read(event, _Waiting(watched, _copy(event))))

    def _key_release(self, event: QKeyEvent) -> bool:
        if event.key() not in self._swallow_release:
            return False
        if not event.isAutoRepeat():
            self._swallow_release.discard(event.key())
        return True  # its press is held, dropped, or was replayed together with a release

    def _shortcut(self, watched: QObject, event: QShortcutEvent) -> bool:
        seen, self._last_override = self._last_override, None
        if seen is None:
            return False
        copy = QShortcutEvent(QKeySequence(event.key()), event.shortcutId(), event.isAmbiguous())
        key = Key(
            text=seen.text,
            at_ms=seen.at_ms,
            name=seen.name,
            command=seen.command,
            ctrl=seen.ctrl,
            alt=seen.alt,
            enter=seen.enter,
            repeat=seen.repeat,
            ref=_Waiting(watched, copy),
        )
        return self._feed(key)

    def _feed(self, key: Key) -> bool:
        outputs = self._machine.feed(key)
        self._carry_out(outputs)
        self._arm()
        taken = isinstance(outputs[-1], Held | Dropped)
        if taken and isinstance(key.ref, _Waiting) and isinstance(key.ref.copy, QKeyEvent):
            self._swallow_release.add(key.ref.copy.key())
        return taken

    def _read(self, event: QKeyEvent, waiting: _Waiting | None) -> Key:
        code, held = event.key(), event.modifiers()
        function = Qt.Key.Key_F1 <= code <= Qt.Key.Key_F35
        chord = bool(held & COMMANDS) and not (held & Qt.KeyboardModifier.GroupSwitchModifier)
        if held & Qt.KeyboardModifier.ControlModifier and held & Qt.KeyboardModifier.AltModifier:
            chord = not (event.text() and event.text().isprintable())  # AltGr on Windows types a letter
        return Key(
            text=event.text(),
            at_ms=self._time_of(event),
            name=QKeySequence(code).toString(QKeySequence.SequenceFormat.PortableText).lower(),
            command=function or chord or code in (Qt.Key.Key_Alt, Qt.Key.Key_Control, Qt.Key.Key_Meta),
            ctrl=bool(held & Qt.KeyboardModifier.ControlModifier),
            alt=bool(held & Qt.KeyboardModifier.AltModifier),
            enter=code in ENTERS and not chord,
            modifier=code in MODIFIERS,
            repeat=event.isAutoRepeat(),
            ref=waiting,
        )

    def _time_of(self, event: QKeyEvent) -> float:
        """When the key went down, on our clock: the platform's stamp, shifted by the smallest delay seen.

        The shift stands still while keys are held, so that gaps within a burst are the platform's own.
        """
        now, stamp = self._clock(), event.timestamp()
        if stamp <= 0:
            return now
        shift = now - stamp
        if self._shift_ms is None or abs(shift - self._shift_ms) > CLOCK_TRUST_MS:
            self._shift_ms = shift
        elif not self._machine.holding:
            self._shift_ms = min(shift, self._shift_ms)
        return stamp + self._shift_ms

    # ------------------------------------------------------------ silence

    def _arm(self) -> None:
        due = self._machine.due_ms()
        if due is None:
            self._timer.stop()
            return
        now = self._clock()
        wait = min(max(1.0, due - now), SILENCE_MS)  # a stamp ahead of our clock makes nobody wait longer
        self._armed_ms = now + wait
        self._timer.start(round(wait) + 1)

    def _silence(self) -> None:
        now = self._clock()
        if now - self._armed_ms > LATE_MS:
            # The loop stood still: keys of the same burst may be waiting behind this timer. They come first.
            self._armed_ms = now
            self._timer.start(10)
            return
        self._carry_out(self._machine.tick(max(now, self._machine.due_ms() or now)))
        self._arm()

    # ------------------------------------------------------------ events out

    def _carry_out(self, outputs: list[Held | Passed | Dropped | Replay | Scan | Overlong]) -> None:
        for output in outputs:
            if isinstance(output, Replay):
                for key in output.keys:
                    self._send(key)
            elif isinstance(output, Scan):
                text = output.text
                self.scanned.emit(RawScan(text.encode("utf-8"), text, output.symbology, int(output.at_ms), "wedge"))
            elif isinstance(output, Overlong):
                self.overlong.emit()

    def _send(self, key: Key) -> None:
        waiting = key.ref
        if not isinstance(waiting, _Waiting):
            return
        self._sending = True
        try:
            if isinstance(waiting.copy, QShortcutEvent):
                if shiboken6.isValid(waiting.receiver):
                    self._app.sendEvent(waiting.receiver, waiting.copy)
                return
            target = self._target(key, waiting)
            if target is None:
                return
            self._app.sendEvent(target, waiting.copy)
            if shiboken6.isValid(target):
                self._app.sendEvent(target, _copy(waiting.copy, QEvent.Type.KeyRelease))
        finally:
            self._sending = False

    def _target(self, key: Key, waiting: _Waiting) -> QObject | None:
        """Who gets a typed key: an editor that has the focus, else the scan box for what can be written."""
        focus: QObject | None = self._app.focusWidget()
        if focus is None and shiboken6.isValid(waiting.receiver):
            focus = waiting.receiver
        box = self._scan_box
        if not key.plain or key.text == " " or _edits(focus) or box is None or not shiboken6.isValid(box):
            return focus
        if self._app.activeModalWidget() is not None or not box.isVisible() or not box.isEnabled():
            return focus
        if isinstance(focus, QWidget) and focus.window() is not box.window():
            return focus
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        return box


def _edits(widget: QObject | None) -> bool:
    return isinstance(widget, EDITORS) or (isinstance(widget, QComboBox) and widget.isEditable())


def _copy(event: QKeyEvent, kind: QEvent.Type | None = None) -> QKeyEvent:
    return QKeyEvent(
        kind or event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
