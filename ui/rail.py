"""The rail on the left: the rooms with their keys and counts; on a small screen only their icons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from resources.theme import METRICS
from ui.scroll import Scrolled
from ui.theme import color, font, look, pixmap
from ui.widgets import column, icon_label, key_text, lay, paint_focus_ring, row, text_label, tip

TEXT_AT = 42
"""Where the name of a room begins on the rail."""
W_ICONS = 68
"""How wide the rail is while it shows icons only."""
HIGH, LOW = 44, 34
"""How high a room is where there is room, and at least; below that the rooms scroll."""


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
        self.icons_only = False
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a screen reader says "radio button"; each has a parent of its own, see Rail
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(LOW)
        self.setMaximumHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
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
        self._show_tip()
        self.update()

    def show_icon_only(self, only: bool) -> None:
        """On a small screen: the name and the key are the tip then."""
        self.icons_only = only
        self._show_tip()
        self.update()

    def _show_tip(self) -> None:
        hidden = self.icons_only or (self.item.shortcut and not self._key_fits())
        tip(self, self.accessibleName() if hidden else "")

    def _key_fits(self) -> bool:
        """A function key stands beside the name; a chord would leave the name no room."""
        return 0 < len(self.item.shortcut) <= 3

    def sizeHint(self) -> QSize:
        return QSize((W_ICONS if self.icons_only else METRICS.w_rail) - 24, HIGH)

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
        painter.drawPixmap(QPointF(12, round(box.height() / 2) - 10), pixmap(self.item.icon, ink, 20))
        if not self.icons_only:
            self._paint_words(painter, box, ink)
        elif self.count:
            self._paint_dot(painter, box)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), METRICS.r_m, "rail_focus")
        painter.end()

    def _paint_words(self, painter: QPainter, box: QRectF, ink: str) -> None:
        right = box.right() - 12
        middle = Qt.AlignmentFlag.AlignVCenter
        if self._key_fits():
            painter.setFont(font(METRICS.t_cap, 500))
            painter.setPen(color("rail_hint"))
            hint = QRectF(right - 30, 0, 30, box.height())
            painter.drawText(hint, middle | Qt.AlignmentFlag.AlignRight, key_text(self.item.shortcut))
            right -= 28
        if self.count:
            right = self._paint_count(painter, right, box.height() / 2)
        painter.setFont(font(METRICS.t_body, 600 if self.isChecked() else 500))
        painter.setPen(color(ink))
        painter.drawText(QRectF(TEXT_AT, 0, right, box.height()), middle, self.shown_text())

    def _count_text(self) -> str:
        return str(self.count) if self.count < 1_000 else "999+"

    def _count_width(self) -> float:
        return max(20.0, QFontMetricsF(font(11, 700, tabular=True)).horizontalAdvance(self._count_text()) + 12)

    def shown_text(self) -> str:
        """The name as there is room for it beside the count and the key."""
        room = self.width() - TEXT_AT - 12 - (28 if self._key_fits() else 0)
        room -= int(self._count_width()) + 8 if self.count else 0
        metrics = QFontMetricsF(font(METRICS.t_body, 600 if self.isChecked() else 500))
        return metrics.elidedText(self.item.text, Qt.TextElideMode.ElideRight, room)

    def _paint_dot(self, painter: QPainter, box: QRectF) -> None:
        """Something waits; how much is in the tip."""
        painter.setPen(QPen(color("rail"), 2))
        painter.setBrush(color("badge"))
        painter.drawEllipse(QPointF(box.right() - 12, 12), 6, 6)

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
        self._names = QWidget()
        lay(QVBoxLayout(self._names), self._brand, self._store, gap=1)
        self._buttons: dict[str, RailButton] = {}
        head = row(icon_label("mail", "rail_on", 24), self._names, gap=12, margins=(10, 8, 8, 14))
        head.setStretch(1, 1)
        rooms = QWidget()
        rooms.setObjectName("plain")
        inside = lay(QVBoxLayout(rooms), gap=4)
        for item in items:
            inside.addWidget(self._place(self._add(item)))
        inside.addStretch(1)
        self.bottom = column(gap=4)
        for item in lower:
            self.bottom.addWidget(self._place(self._add(item)))
        inside.addLayout(self.bottom)
        self._scroll = Scrolled(rooms, squeezed=True)
        lay(QVBoxLayout(self), head, self._scroll, gap=4, margins=(12, 12, 12, 14))

    @staticmethod
    def _place(made: RailButton) -> QWidget:
        # Exclusive buttons of one parent are a group: Tab would stop at a single room, and the arrow keys would
        # press all between. A parent of its own for each keeps the role and leaves the keys alone.
        place = QWidget()
        lay(QVBoxLayout(place), made, gap=0)
        return place

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
        for one, made in self._buttons.items():
            made.setChecked(one == key)

    def show_icons_only(self, only: bool) -> None:
        """Give the rooms the width; names, keys and counts are told by tips and to screen readers."""
        self.setFixedWidth(W_ICONS if only else METRICS.w_rail)
        self._names.setVisible(not only)
        for made in self._buttons.values():
            made.show_icon_only(only)

    def set_count(self, key: str, count: int) -> None:
        self._buttons[key].set_count(count)

    def set_store(self, brand: str, store: str) -> None:
        self._brand.setText(brand)
        self._store.setText(store)
