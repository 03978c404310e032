"""Chips: a state in a pill, as a label, as a button, and painted into the rows of a table."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy

from resources.theme import METRICS
from ui.theme import color, font, look, pixmap
from ui.widgets import paint_focus_ring, spoken, tip


class Chip(QLabel):
    """A state in a pill: icon, text and colour together, so that colour is never alone."""

    def __init__(self, text: str, kind: str = "", icon_name: str = "", accessible: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(text, kind, icon_name, accessible)
        look.themed.connect(self.update)

    def show_state(self, text: str, kind: str = "", icon_name: str = "", accessible: str = "") -> None:
        """`kind`: ok, warn, bad, info or ""."""
        self.kind, self._icon_name = kind, icon_name
        self.setText(spoken(text))
        self.setAccessibleName(spoken(accessible or text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self.text(), self._icon_name)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self.text(), self.kind, self._icon_name)
        painter.end()


class ChipButton(QAbstractButton):
    """A chip that can be pressed: the status bar's way to the page behind it."""

    def __init__(self, text: str, kind: str = "", icon_name: str = "", accessible: str = "") -> None:
        super().__init__()
        self._shown = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(text, kind, icon_name, accessible)
        look.themed.connect(self.update)

    def shown_text(self) -> str:
        return self._shown

    def show_state(self, text: str, kind: str = "", icon_name: str = "", accessible: str = "") -> None:
        self.kind, self._icon_name, self._shown = kind, icon_name, spoken(text)
        self.setAccessibleName(spoken(accessible or text))
        tip(self, accessible if accessible != text else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self._shown, self._icon_name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self._shown, self.kind, self._icon_name)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), self.height() / 2, "focus")
        painter.end()


def chip_size(text: str, icon_name: str = "") -> QSize:
    width = QFontMetrics(font(METRICS.t_cap, 600)).horizontalAdvance(text)
    return QSize(width + (42 if icon_name else 22), METRICS.h_chip)


def paint_chip(painter: QPainter, box: QRectF, text: str, kind: str, icon_name: str = "") -> None:
    """A pill of the height of `box`, as wide as its text (never wider than `box`)."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = kind or "muted"
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(f"{kind}_soft" if kind else "sunken"))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    left = box.left() + 11
    if icon_name:
        painter.drawPixmap(QPointF(left - 1, box.center().y() - 7), pixmap(icon_name, ink, 14))
        left += 20
    painter.setPen(color(ink))
    painter.setFont(font(METRICS.t_cap, 600))
    room = box.right() - 9 - left
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room) + 1)
    painter.drawText(QRectF(left, box.top(), room + 4, box.height()), Qt.AlignmentFlag.AlignVCenter, shown)
