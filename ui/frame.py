"""The window's frame: scan box and clerk on top, page head, status bar at the foot; the rail has a file of its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from counter_app import limits
from resources.theme import METRICS
from ui.buttons import icon_button
from ui.chips import ChipButton
from ui.theme import look
from ui.widgets import KeyCap, column, icon_label, key_text, lay, row, spoken, text_label

SEARCH_DELAY_MS = 40
BESIDE_PLACEHOLDER = 92
"""Pixels of the scan box beside its words: its icon on the left, and the gaps around the key on the right."""
LOCK_KEY = "Ctrl+L"
"""A scanner that types a form feed so is held by the filter of keys as a part of its burst."""


class ScanBox(QLineEdit):
    """Where every scan and search begins: `entered` on Enter, `typed` 40 ms after the last key."""

    entered = Signal(str)
    typed = Signal(str)

    def __init__(self, placeholder: str = "", accessible: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "scan")
        self.setMaxLength(limits.WEDGE_SCAN_MAX_CHARS)
        self._long = placeholder or QCoreApplication.translate(
            "ScanBox", "Scan a parcel, or type a name, mailbox or tracking number"
        )
        self.setPlaceholderText(self._long)
        self.setAccessibleName(accessible or QCoreApplication.translate("ScanBox", "Scan or search"))
        self.setMinimumWidth(320)
        self._wait = QTimer(self, singleShot=True, interval=SEARCH_DELAY_MS)
        self._wait.timeout.connect(lambda: self.typed.emit(self.text().strip()))
        self.textEdited.connect(lambda _text: self._wait.start())
        self.returnPressed.connect(self._enter)
        self._icon = icon_label("scan-barcode", "accent", 28)
        self._icon.setParent(self)
        self._cap = KeyCap("Return")
        self._cap.setParent(self)

    def reset(self) -> None:
        """Empty the box and forget what was typed, so that Ctrl+Z means the last act again."""
        self._wait.stop()
        self.setText("")

    def _enter(self) -> None:
        self._wait.stop()
        if text := self.text().strip():
            self.entered.emit(text)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (
                (event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable())
                or (event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable())
            )
        ):
            # The toast's Undo, not this box, knows what to take back; and Windows' Redo is the page's Ctrl+Y, Yes.
            event.ignore()
            return False
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._icon.move(15, (self.height() - self._icon.height()) // 2)
        cap = self._cap.sizeHint()
        self._cap.resize(cap)
        self._cap.move(self.width() - cap.width() - 16, (self.height() - cap.height()) // 2)
        fits = self.fontMetrics().horizontalAdvance(self._long) + BESIDE_PLACEHOLDER + cap.width() <= self.width()
        self.setPlaceholderText(self._long if fits else self.accessibleName())


class TopBar(QFrame):
    """Scan box, theme switch, who works here, and the lock."""

    theme_pressed = Signal()
    lock_pressed = Signal()

    def __init__(self, scan_box: ScanBox) -> None:
        super().__init__()
        self.setProperty("kind", "topbar")
        self.setFixedHeight(84)
        self.scan_box = scan_box
        self._theme = icon_button(
            "moon", QCoreApplication.translate("TopBar", "Light or dark"), self.theme_pressed.emit
        )
        self._lock = icon_button(
            "lock",
            f"{QCoreApplication.translate('TopBar', 'Lock the counter')}, {key_text(LOCK_KEY)}",
            self.lock_pressed.emit,
        )
        on_key(self, LOCK_KEY, self.lock_pressed.emit)
        self._avatar = text_label("", "avatar")
        self._avatar.setFixedSize(40, 40)
        self._avatar.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name = text_label("", "value", elide="right")
        self._level = text_label("", "muted", elide="right")
        self._who = QWidget()
        names = column(None, self._name, self._level, None, gap=0)
        lay(QHBoxLayout(self._who), self._avatar, names, gap=10)
        self._who.setMaximumWidth(220)
        line = lay(QHBoxLayout(self), scan_box, gap=8, margins=(24, 12, 20, 12))
        line.setStretch(0, 1)
        line.addSpacing(8)
        for one in (self._theme, self._who, self._lock):
            line.addWidget(one)
        self._show_mode()
        look.themed.connect(self._show_mode)
        self.show_clerk("", "")

    def show_clerk(self, name: str, level: str) -> None:
        """Who is signed in; "" hides the corner."""
        self._who.setVisible(bool(name))
        self._lock.setVisible(bool(name))
        self._avatar.setText("".join(part[0] for part in name.split()[:2]).upper())
        self._name.setText(name)
        self._level.setText(level)
        self._who.setAccessibleName(spoken(f"{name}, {level}") if name else "")

    def _show_mode(self) -> None:
        self._theme.show_icon("sun" if look.mode == "dark" else "moon")


class PageHead(QWidget):
    """A page's title and subtitle, the slot for toasts, and the page's own buttons."""

    def __init__(self, title: str, subtitle: str = "", *actions: QWidget) -> None:
        super().__init__()
        self._title = text_label(title, "h1", elide="right")
        self._subtitle = text_label(subtitle, "muted", elide="right")
        self.slot = QWidget()
        self.slot.setFixedHeight(METRICS.h_toast)
        self.slot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        lay(QHBoxLayout(self.slot), None, gap=0)
        line = lay(QHBoxLayout(self), column(self._title, self._subtitle, gap=2), self.slot, *actions, gap=12)
        line.setStretch(1, 1)
        self.setFixedHeight(54)

    def add_action(self, action: QWidget) -> None:
        """A button of the page, at the right end."""
        self.layout().addWidget(action)

    def set_title(self, text: str) -> None:
        self._title.setText(text)

    def set_subtitle(self, text: str) -> None:
        self._subtitle.setText(text)


class StatusBar(QFrame):
    """Connection and queue left, devices right, always as text. `pressed` carries a chip's key."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "status")
        self.setFixedHeight(43)
        self._chips: dict[str, ChipButton] = {}
        self._left, self._right = row(gap=8), row(gap=8)
        lay(QHBoxLayout(self), self._left, None, self._right, gap=8, margins=(24, 8, 24, 8))

    def show_chip(
        self,
        key: str,
        text: str,
        kind: str = "",
        icon_name: str = "",
        accessible: str = "",
        left: bool = False,
    ) -> ChipButton:
        """Set a chip's state; the first call for a key makes the chip (on the left with `left`)."""
        chip = self._chips.get(key)
        if chip is None:
            chip = ChipButton(text, kind, icon_name, accessible)
            chip.clicked.connect(lambda _checked=False: self.pressed.emit(key))
            self._chips[key] = chip
            (self._left if left else self._right).addWidget(chip)
        else:
            chip.show_state(text, kind, icon_name, accessible)
        return chip

    def remove_chip(self, key: str) -> None:
        chip = self._chips.pop(key, None)
        if chip is not None:
            chip.hide()
            chip.deleteLater()

    def chip(self, key: str) -> ChipButton:
        return self._chips[key]


def on_key(widget: QWidget, shortcut: str, act: Callable[[], object]) -> QShortcut:
    """A key that works anywhere in the window of `widget`."""
    made = QShortcut(QKeySequence(shortcut), widget)
    made.activated.connect(lambda: act())
    return made
