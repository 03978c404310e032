"""The window's frame: rail on the left, scan box and clerk on top, page head, status bar at the foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from counter_app import limits
from resources.theme import METRICS
from ui.theme import color, font, look, pixmap
from ui.widgets import (
    ChipButton,
    KeyCap,
    column,
    icon_button,
    icon_label,
    key_text,
    lay,
    paint_focus_ring,
    row,
    spoken,
    text_label,
)

SEARCH_DELAY_MS = 40
TEXT_AT = 42
"""Where the name of a room begins on the rail."""


@dataclass(frozen=True, slots=True)
class RailItem:
    """A room of the window: its key, its name, its icon and its function key ("" for none)."""

    key: str
    text: str
    icon: str
    shortcut: str = ""


class RailButton(QAbstractButton):
    """A room on the rail, painted whole: icon, name, count and key."""

    def __init__(self, item: RailItem) -> None:
        super().__init__()
        self.item = item
        self.count = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(44)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_count(0)
        look.themed.connect(self.update)

    def set_count(self, count: int) -> None:
        self.count = count
        parts = [self.item.text]
        if count:
            parts.append(QCoreApplication.translate("Rail", "{count} waiting").format(count=count))
        if self.item.shortcut:
            parts.append(key_text(self.item.shortcut))
        self.setAccessibleName(", ".join(parts))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(METRICS.w_rail - 24, 44)

    def nextCheckState(self) -> None:
        """Pressing the room that shows leaves it marked."""
        self.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, hover = self.isChecked(), self.underMouse()
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or hover:
            painter.setBrush(color("rail_sel" if chosen else "rail_hover"))
            painter.drawRoundedRect(box, METRICS.r_m, METRICS.r_m)
        if chosen:  # a bar, so that the choice is not colour alone
            painter.setBrush(color("rail_focus"))
            painter.drawRoundedRect(QRectF(0, 12, 3, box.height() - 24), 1.5, 1.5)
        ink = "rail_on" if chosen or hover else "rail_text"
        painter.drawPixmap(QPointF(12, 12), pixmap(self.item.icon, ink, 20))
        right = box.right() - 12
        middle = Qt.AlignmentFlag.AlignVCenter
        if self.item.shortcut:
            painter.setFont(font(METRICS.t_cap, 500))
            painter.setPen(color("rail_hint"))
            hint = QRectF(right - 30, 0, 30, box.height())
            painter.drawText(hint, middle | Qt.AlignmentFlag.AlignRight, key_text(self.item.shortcut))
            right -= 28
        if self.count:
            right = self._paint_count(painter, right, box.height() / 2)
        painter.setFont(font(METRICS.t_body, 600 if chosen else 500))
        painter.setPen(color(ink))
        painter.drawText(QRectF(TEXT_AT, 0, right, box.height()), middle, self.shown_text())
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), METRICS.r_m, "rail_focus")
        painter.end()

    def _count_text(self) -> str:
        return str(self.count) if self.count < 1_000 else "999+"

    def _count_width(self) -> float:
        return max(20.0, QFontMetricsF(font(11, 700, tabular=True)).horizontalAdvance(self._count_text()) + 12)

    def shown_text(self) -> str:
        """The name as there is room for it beside the count and the key."""
        room = self.width() - TEXT_AT - 12 - (28 if self.item.shortcut else 0)
        room -= int(self._count_width()) + 8 if self.count else 0
        metrics = QFontMetricsF(font(METRICS.t_body, 600 if self.isChecked() else 500))
        return metrics.elidedText(self.item.text, Qt.TextElideMode.ElideRight, room)

    def _paint_count(self, painter: QPainter, right: float, middle: float) -> float:
        shown, width = self._count_text(), self._count_width()
        painter.setFont(font(11, 700, tabular=True))
        badge = QRectF(right - width - 4, middle - 10, width, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("badge"))
        painter.drawRoundedRect(badge, 10, 10)
        painter.setPen(color("badge_text"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, shown)
        return badge.left()


class Rail(QFrame):
    """The rooms. `current_changed` carries a room's key, by mouse, Tab or function key alike."""

    current_changed = Signal(str)

    def __init__(self, brand: str, store: str, items: Sequence[RailItem], lower: Sequence[RailItem] = ()) -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        self.setFixedWidth(METRICS.w_rail)
        self._brand = text_label(brand, "brand", elide="right")
        self._store = text_label(store, "store", elide="right")
        self._buttons: dict[str, RailButton] = {}
        names = column(self._brand, self._store, gap=1)
        head = row(icon_label("mail", "rail_on", 24), names, gap=12, margins=(12, 8, 8, 14))
        head.setStretch(1, 1)
        inside = lay(QVBoxLayout(self), head, gap=4, margins=(12, 12, 12, 14))
        for item in items:
            inside.addWidget(self._add(item))
        inside.addStretch(1)
        self.bottom = column(gap=4)
        for item in lower:
            self.bottom.addWidget(self._add(item))
        inside.addLayout(self.bottom)

    def _add(self, item: RailItem) -> RailButton:
        made = RailButton(item)
        self._buttons[item.key] = made
        made.clicked.connect(lambda _checked=False: self._pressed(item.key))
        if item.shortcut:
            QShortcut(QKeySequence(item.shortcut), self).activated.connect(made.click)
        return made

    def _pressed(self, key: str) -> None:
        self.set_current(key)
        self.current_changed.emit(key)

    def current(self) -> str:
        return next((key for key, one in self._buttons.items() if one.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Mark a room as the one that shows; announces nothing."""
        # No button group: within one, Tab would stop at a single room and the arrow keys would press all between.
        for one, made in self._buttons.items():
            made.setChecked(one == key)

    def set_count(self, key: str, count: int) -> None:
        self._buttons[key].set_count(count)

    def set_store(self, brand: str, store: str) -> None:
        self._brand.setText(brand)
        self._store.setText(store)


class ScanBox(QLineEdit):
    """Where every scan and search begins: `entered` on Enter, `typed` 40 ms after the last key."""

    entered = Signal(str)
    typed = Signal(str)

    def __init__(self, placeholder: str = "", accessible: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "scan")
        self.setMaxLength(limits.WEDGE_SCAN_MAX_CHARS)
        self.setPlaceholderText(
            placeholder
            or QCoreApplication.translate("ScanBox", "Scan a parcel, or type a name, mailbox or tracking number")
        )
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
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.isUndoAvailable()
        ):
            event.ignore()  # the toast's Undo, not this box, knows what to take back
            return False
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._icon.move(15, (self.height() - self._icon.height()) // 2)
        cap = self._cap.sizeHint()
        self._cap.resize(cap)
        self._cap.move(self.width() - cap.width() - 16, (self.height() - cap.height()) // 2)


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
            "lock", QCoreApplication.translate("TopBar", "Lock the counter"), self.lock_pressed.emit
        )
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
