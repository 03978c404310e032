"""A checklist of steps, each a line with its tick and a body that opens when it is its turn; and the STOP band."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from resources.theme import METRICS
from ui.theme import color, font, look, pixmap
from ui.widgets import column, lay, paint_focus_ring, rule

STATES = {
    "done": ("circle-check", "ok"),
    "now": ("play", "accent"),
    "wait": ("clock", "warn"),
    "bad": ("circle-alert", "bad"),
}


class StopBand(QWidget):
    """STOP, in red and across the page: a piece of somebody else is on the counter (S-12)."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self.setFixedHeight(68)
        look.themed.connect(self.update)
        self.hide()

    def stop(self, text: str) -> None:
        """Stays until `clear`."""
        self._text = text
        self.setAccessibleName(text)
        self.show()
        self.update()

    def clear(self) -> None:
        self._text = ""
        self.hide()

    def text(self) -> str:
        return self._text

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("danger"))
        painter.drawRoundedRect(QRectF(self.rect()), METRICS.r_l, METRICS.r_l)
        painter.drawPixmap(QPointF(20, self.height() / 2 - 16), pixmap("ban", "on_danger", 32))
        painter.setPen(color("on_danger"))
        painter.setFont(font(METRICS.t_h2, 700))
        room = QRectF(68, 4, self.width() - 84, self.height() - 8)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self._text)
        painter.end()


class StepHead(QAbstractButton):
    """A step's line: tick, title, and what was done or is to do. Pressing it opens the step."""

    def __init__(self, number: int, title: str) -> None:
        super().__init__()
        self._number, self._title = number, title
        self.state, self.note = "", ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.say("", "")
        look.themed.connect(self.update)

    def say(self, state: str, note: str) -> None:
        """`state`: done, now, wait, bad, or "" for a step whose turn has not come."""
        self.state, self.note = state, note
        done = QCoreApplication.translate("Pickups", "done")
        spoken = (f"{self._number}. {self._title}", done if state == "done" else "", note)
        self.setAccessibleName(", ".join(part for part in spoken if part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        if self.state in ("done", "wait", "bad"):
            name, ink = STATES[self.state]
            painter.drawPixmap(QPointF(0, middle - 11), pixmap(name, ink, 22))
        else:
            self._paint_number(painter, middle)
        painter.setFont(font(METRICS.t_strong, 600))
        painter.setPen(color("text" if self.state else "muted"))
        width = painter.fontMetrics().horizontalAdvance(self._title) + 4
        across = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(34, 0, width, self.height()), across, self._title)
        painter.setFont(font(METRICS.t_body, 500))
        painter.setPen(color({"done": "ok", "wait": "warn", "bad": "bad"}.get(self.state, "muted")))
        room = QRectF(34 + width + 14, 0, self.width() - width - 52, self.height())
        shown = painter.fontMetrics().elidedText(self.note, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, across | Qt.AlignmentFlag.AlignRight, shown)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), METRICS.r_m, "focus")
        painter.end()

    def _paint_number(self, painter: QPainter, middle: float) -> None:
        now = self.state == "now"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent" if now else "sunken"))
        spot = QRectF(0, middle - 11, 22, 22)
        painter.drawEllipse(spot)
        painter.setPen(color("on_accent" if now else "muted"))
        painter.setFont(font(METRICS.t_cap, 700))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, str(self._number))


class Step(QWidget):
    """A head, and a body below it that is open or not."""

    def __init__(self, number: int, title: str, body: QWidget, grows: bool) -> None:
        super().__init__()
        self._grows = grows
        self.head = StepHead(number, title)
        self.inside = body
        column_ = lay(QVBoxLayout(self), self.head, body, gap=4)
        column_.setStretch(1, 1)
        body.hide()

    def open(self, yes: bool) -> None:
        """An open step with a list or a pad takes the room; the others are as high as they need."""
        self.inside.setVisible(yes)
        grows = yes and self._grows
        tall = QSizePolicy.Policy.Preferred if grows else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Preferred, tall)
        parent = self.parentWidget()
        inside = parent.layout() if parent else None
        if isinstance(inside, QVBoxLayout):
            inside.setStretchFactor(self, 1 if grows else 0)


def steps_of(bodies: Sequence[tuple[str, QWidget, bool]]) -> tuple[QWidget, list[Step]]:
    """The checklist: the steps one below the other, with a line between two.

    Each is (title, body, whether its body takes the spare room).
    """
    made = [Step(n + 1, *one) for n, one in enumerate(bodies)]
    whole = QWidget()
    whole.setObjectName("plain")
    inside = column(gap=4)
    for n, one in enumerate(made):
        if n:
            inside.addWidget(rule())
        inside.addWidget(one)
    inside.addStretch(0)
    whole.setLayout(inside)
    return whole, made
