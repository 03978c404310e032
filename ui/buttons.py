"""Buttons: each paints its own face with the key that does the same, and has an accessible name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QShortcutEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from resources.theme import METRICS
from ui.flow import Flow
from ui.theme import color, font, icon, look, pixmap
from ui.widgets import key_text, paint_focus_ring, plain_button_text, spoken, tip


@lru_cache(maxsize=16)
def _metrics(size: int, weight: int) -> QFontMetrics:
    # Asked at each layout of each button; no theme changes the font.
    return QFontMetrics(font(size, weight))


class Button(QPushButton):
    """A button that paints its own face: icon, text and the shortcut that does the same."""

    def __init__(self, text: str, kind: str, icon_name: str, shortcut: str, accessible: str) -> None:
        super().__init__()
        self.kind = kind
        self._icon_name = icon_name
        self._hint = key_text(shortcut) if shortcut else ""
        self._label = ""
        self.set_text(text, accessible)
        if shortcut:
            self.setShortcut(QKeySequence(shortcut))
        if kind == "filter":
            self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        look.themed.connect(self.update)

    def set_text(self, text: str, accessible: str = "") -> None:
        keep = self.shortcut()
        self._label = text
        self.setText(plain_button_text(text))  # clears the shortcut
        self.setShortcut(keep)
        self.setAccessibleName(spoken(accessible or text))
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Shortcut and isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()  # Qt would show the press for 100 ms first; a clerk does not wait for that
            return True
        return super().event(event)

    def label(self) -> str:
        return self._label

    def show_as(self, text: str, kind: str, icon_name: str) -> None:
        """Become another button in the same place: cheaper than a new one, which Qt would have to style first."""
        if (text, kind, icon_name) != (self._label, self.kind, self._icon_name):
            self.kind, self._icon_name = kind, icon_name
            self.set_text(text)
            self.update()

    def show_hint(self, shortcut: str) -> None:
        """Show a key that somebody else listens to."""
        self._hint = key_text(shortcut)
        self.updateGeometry()

    def _inner_width(self) -> int:
        big, small = _metrics(METRICS.t_body, 600), _metrics(METRICS.t_cap, 500)
        width = big.horizontalAdvance(self._label)
        width += 26 if self._icon_name else 0
        width += small.horizontalAdvance(self._hint) + 10 if self._hint else 0
        return width

    def sizeHint(self) -> QSize:
        side = {"filter": 14, "link": 8}.get(self.kind, 18)
        height = METRICS.h_filter if self.kind == "filter" else METRICS.h_ctl
        return QSize(self._inner_width() + 2 * side, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _colors(self) -> tuple[str, str, str]:
        """(ground, edge, ink) as tokens; an empty token is not painted."""
        hover = self.underMouse() or self.isDown()
        if not self.isEnabled():
            return ("", "", "muted") if self.kind == "link" else ("sunken", "line", "muted")
        if self.kind == "primary":
            return ("accent_hi" if hover else "accent", "", "on_accent")
        if self.kind == "danger":
            return ("danger_hi" if hover else "danger", "", "on_danger")
        if self.kind == "link":
            return ("accent_soft" if hover else "", "", "accent_soft_text" if hover else "accent")
        if self.kind == "filter":
            if self.isChecked():
                return ("accent_soft", "accent_soft_text", "accent_soft_text")
            return ("sunken" if hover else "surface", "ctl", "muted")
        if self.kind == "toast":
            return ("", "", "toast_act")
        return ("sunken" if hover else "surface", "ctl", "text")

    def paintEvent(self, event: QPaintEvent) -> None:
        ground, edge, ink = self._colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = box.height() / 2 if self.kind == "filter" else METRICS.r_m
        painter.setPen(QPen(color(edge), 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(color(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), radius, self._ring(ink), inset=self.kind in ("primary", "danger"))
        self._paint_face(painter, ink)
        painter.end()

    def _ring(self, ink: str) -> str:
        return ink if self.kind in ("primary", "danger", "toast") else "focus"

    def _paint_face(self, painter: QPainter, ink: str) -> None:
        x = (self.width() - self._inner_width()) / 2
        middle = self.height() / 2
        if self._icon_name:
            painter.drawPixmap(QPointF(x, middle - 9), pixmap(self._icon_name, ink, 18))
            x += 26
        painter.setPen(color(ink))
        painter.setFont(font(METRICS.t_body, 600))
        width = painter.fontMetrics().horizontalAdvance(self._label)
        painter.drawText(QRectF(x, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self._label)
        if self._hint:
            painter.setFont(font(METRICS.t_cap, 500))
            rest = QRectF(x + width + 10, 0.5, self.width(), self.height())
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self._hint)


def button(
    text: str,
    kind: str = "second",
    icon_name: str = "",
    shortcut: str = "",
    accessible: str = "",
    clicked: Callable[[], object] | None = None,
) -> Button:
    """A button: primary, second, danger, link or filter (checkable). Its shortcut is shown on it."""
    made = Button(text, kind, icon_name, shortcut, accessible)
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: clicked())
    return made


class IconButton(QToolButton):
    """A square button that is only an icon; its name is its tip."""

    def __init__(self, icon_name: str, accessible: str, role: str = "muted", size: int = 22) -> None:
        super().__init__()
        self._icon_name, self._role, self._size = icon_name, role, size
        self.setIconSize(QSize(size, size))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(accessible)
        tip(self, accessible)
        self._draw()
        look.themed.connect(self._draw)

    def show_icon(self, icon_name: str, accessible: str = "") -> None:
        self._icon_name = icon_name
        if accessible:
            self.setAccessibleName(accessible)
            tip(self, accessible)
        self._draw()

    def _draw(self) -> None:
        self.setIcon(icon(self._icon_name, self._role, self._size))


def icon_button(
    icon_name: str, accessible: str, clicked: Callable[[], object] | None = None, role: str = "muted"
) -> IconButton:
    made = IconButton(icon_name, accessible, role)
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: clicked())
    return made


class FilterBar(Flow):
    """Filter chips of which exactly one is chosen. `changed` carries its key."""

    changed = Signal(str)

    def __init__(self, items: Sequence[tuple[str, str]], at_the_end: Sequence[QWidget] = ()) -> None:
        self._texts = dict(items)
        self._chips = {key: button(text, "filter") for key, text in items}
        super().__init__(tuple(self._chips.values()), at_the_end)
        for key, chip in self._chips.items():
            chip.setAutoExclusive(True)
            chip.clicked.connect(lambda _checked=False, key=key: self.changed.emit(key))
        if items:
            self._chips[items[0][0]].setChecked(True)

    def key(self) -> str:
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def set_key(self, key: str) -> None:
        self._chips[key].setChecked(True)

    def set_count(self, key: str, count: int) -> None:
        self._chips[key].set_text(f"{self._texts[key]}  {count}")
