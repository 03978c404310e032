"""Numbers that can be pressed: the tiles and lines of a page that shows how the day stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from resources.theme import METRICS
from ui.theme import color, font, look, pixmap
from ui.widgets import paint_focus_ring


class Pressable(QAbstractButton):
    """What a tile and a line have in common: a caption, a number, a note, a tone, Enter as well as Space."""

    def __init__(self, caption: str, icon_name: str) -> None:
        super().__init__()
        self.caption, self.icon_name = caption, icon_name
        self.number, self.note, self.tone = "–", "", ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(caption)
        look.themed.connect(self.update)

    def show_number(self, number: int, note: str = "", tone: str = "") -> None:
        """`tone`: warn or bad when somebody must look, else ""."""
        self.number, self.note, self.tone = str(number), note, tone
        said = f"{self.caption}: {number}"
        self.setAccessibleName(f"{said}, {note}" if note else said)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)


class Tile(Pressable):
    """A big number on a card."""

    def __init__(self, caption: str, icon_name: str) -> None:
        super().__init__(caption, icon_name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(220, 118)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, 118)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        hover = self.underMouse() or self.isDown()
        painter.setPen(QPen(color("accent" if hover else "line"), 1))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(box, METRICS.r_l, METRICS.r_l)
        badge = QRectF(box.right() - 16 - 36, box.top() + 16, 36, 36)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(f"{self.tone}_soft" if self.tone else "accent_soft"))
        painter.drawRoundedRect(badge, METRICS.r_m, METRICS.r_m)
        shown = "triangle-alert" if self.tone == "warn" else "circle-alert" if self.tone == "bad" else self.icon_name
        ink = self.tone or "accent_soft_text"
        painter.drawPixmap(badge.topLeft() + QPointF(8, 8), pixmap(shown, ink, 20))
        left, wide = box.left() + 18, box.width() - 36
        self._line(painter, QRectF(left, box.top() + 14, wide - 44, 20), self.caption, "muted", 13, 600)
        self._line(painter, QRectF(left, box.top() + 36, wide - 44, 44), self.number, "text", METRICS.t_big, 700)
        self._line(painter, QRectF(left, box.bottom() - 32, wide, 20), self.note, self.tone or "muted", 13, 500)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), METRICS.r_l, "focus")
        painter.end()

    def _line(self, painter: QPainter, room: QRectF, text: str, ink: str, size: int, weight: int) -> None:
        painter.setFont(font(size, weight, tabular=True))
        painter.setPen(color(ink))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


class Line(Pressable):
    """A small number at the end of a line in a card."""

    def __init__(self, caption: str, icon_name: str) -> None:
        super().__init__(caption, icon_name)
        self.setMinimumHeight(33)
        self.setMaximumHeight(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(240, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("sunken"))
            painter.drawRoundedRect(box, METRICS.r_m, METRICS.r_m)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawPixmap(QPointF(10, box.center().y() - 9), pixmap(self.icon_name, self.tone or "muted", 18))
        painter.setFont(font(METRICS.t_body, 700, tabular=True))
        painter.setPen(color(self.tone or "text"))
        number = QRectF(box.right() - 62, 0, 52, box.height())
        painter.drawText(number, middle | Qt.AlignmentFlag.AlignRight, self.number)
        painter.setFont(font(METRICS.t_body, 400))
        painter.setPen(color("text"))
        room = QRectF(40, 0, number.left() - 44, box.height())
        shown = painter.fontMetrics().elidedText(self.caption, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, middle, shown)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), METRICS.r_m, "focus")
        painter.end()
