"""Pictures on screen: the pad a customer signs on, and the view of a photo."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from resources.theme import METRICS
from ui.theme import color, font, look

INK_WIDTH = 2.6


class SignaturePad(QWidget):
    """Takes a signature by mouse, pen or finger. `changed` tells whether there is one now."""

    changed = Signal(bool)

    def __init__(self, accessible: str) -> None:
        super().__init__()
        self.setAccessibleName(accessible)
        self.setMinimumSize(240, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._strokes: list[list[QPointF]] = []
        self._drawing = False
        look.themed.connect(self.update)

    def is_empty(self) -> bool:
        """A single tap is no signature."""
        return sum(len(stroke) for stroke in self._strokes) < 4

    def clear(self) -> None:
        self._strokes = []
        self._drawing = False
        self._told()

    def draw_strokes(self, strokes: Iterable[Iterable[tuple[float, float]]]) -> None:
        """Put strokes on the pad as if they had been drawn; points are pixels of the pad."""
        self._strokes.extend([QPointF(x, y) for x, y in stroke] for stroke in strokes)
        self._told()

    def image(self, scale: float = 2.0) -> QImage:
        """The signature as dark ink on white, at `scale` pixels per pixel of the pad."""
        made = QImage(
            max(1, round(self.width() * scale)),
            max(1, round(self.height() * scale)),
            QImage.Format.Format_RGB32,
        )
        made.fill(Qt.GlobalColor.white)
        painter = QPainter(made)
        painter.scale(scale, scale)
        self._paint_ink(painter)
        painter.end()
        # One bit a pixel: ink or none. It is small on its way, and measured at once.
        return made.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)

    def sizeHint(self) -> QSize:
        return QSize(420, 170)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            points = event.points()
            if points:
                self._pen(
                    points[0].position(),
                    down=event.type() == QEvent.Type.TouchBegin,
                    up=event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel),
                )
            event.accept()
            return True
        return super().event(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        self._pen(
            event.position(),
            down=event.type() == QEvent.Type.TabletPress,
            up=event.type() == QEvent.Type.TabletRelease,
        )
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pen(event.position(), down=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pen(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pen(event.position(), up=True)

    def _pen(self, where: QPointF, down: bool = False, up: bool = False) -> None:
        if down:
            self._drawing = True
            self._strokes.append([where])
        elif self._drawing:
            self._strokes[-1].append(where)
        if up:
            self._drawing = False
        self._told()

    def _told(self) -> None:
        self.update()
        self.changed.emit(not self.is_empty())

    def _paint_ink(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(color("ink"), INK_WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            if len(stroke) == 1:
                painter.drawPoint(stroke[0])
                continue
            path = QPainterPath(stroke[0])
            for before, after in pairwise(stroke):
                path.quadTo(before, (before + after) / 2)
            path.lineTo(stroke[-1])
            painter.drawPath(path)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(color("ctl"), 1))
        painter.setBrush(color("paper"))
        painter.drawRoundedRect(box, METRICS.r_m, METRICS.r_m)
        base = box.bottom() - 30
        painter.setPen(QPen(color("ctl"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(20, base), QPointF(box.right() - 20, base))
        if not self._strokes:
            painter.setPen(color("#526072"))
            painter.setFont(font(METRICS.t_cap, 500))
            say = QCoreApplication.translate("SignaturePad", "Sign here")
            painter.drawText(QRectF(20, base + 4, box.width(), 22), Qt.AlignmentFlag.AlignVCenter, say)
        self._paint_ink(painter)
        painter.end()


class PhotoView(QWidget):
    """A picture scaled to fit, never stretched, never larger than it is."""

    def __init__(self, accessible: str) -> None:
        super().__init__()
        self.setAccessibleName(accessible)
        self.setMinimumSize(160, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._image = QImage()
        self._empty = ""
        look.themed.connect(self.update)

    def show_image(self, image: QImage, accessible: str = "") -> None:
        self._image = image
        if accessible:
            self.setAccessibleName(accessible)
        self.update()

    def show_nothing(self, why: str) -> None:
        """No picture, and the reason in its place."""
        self._image, self._empty = QImage(), why
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 240)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(color("line"), 1))
        painter.setBrush(color("sunken"))
        painter.drawRoundedRect(box, METRICS.r_m, METRICS.r_m)
        if self._image.isNull():
            painter.setPen(color("muted"))
            painter.setFont(font())
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box.adjusted(12, 12, -12, -12), flags, self._empty)
        else:
            room = box.adjusted(6, 6, -6, -6)
            wide, high = self._image.width(), self._image.height()
            scale = min(1.0, room.width() / wide, room.height() / high)
            spot = QRectF(0, 0, wide * scale, high * scale)
            spot.moveCenter(room.center())
            painter.drawImage(spot, self._image)
        painter.end()
