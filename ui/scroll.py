"""What is taller than its place scrolls up and down; sideways nothing ever scrolls.

Not by QScrollArea: its accessible interface answers any index of a child without looking (Qt 6.11,
QAccessibleAbstractScrollArea::child), so a screen reader that asks for a scroll bar which has just gone ends the
program.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollBar, QSizePolicy, QWidget

AROUND = 12
STEP = 20
LIKED_MOST = QSize(560, 400)
"""The most room that a scrolled place asks for by itself."""


class Scrolled(QWidget):
    """Holds `inside`; where it is too tall, a bar on the right moves it.

    `squeezed`: `inside` gets no more height than it needs at least; otherwise what its wrapped texts like best.
    """

    def __init__(self, inside: QWidget, *, squeezed: bool = False) -> None:
        super().__init__()
        self.inside, self.hole, self._squeezed = inside, QWidget(self), squeezed
        self.hole.setObjectName("plain")
        inside.setParent(self.hole)
        inside.installEventFilter(self)
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.setSingleStep(STEP)
        self.bar.valueChanged.connect(lambda value: inside.move(0, -value))
        self.bar.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_part(self, part: QWidget) -> None:
        """Scroll so far that `part` can be seen, its upper end first."""
        top = part.mapTo(self.inside, part.rect().topLeft()).y() - AROUND
        bottom = top + part.height() + 2 * AROUND
        value = max(self.bar.value(), bottom - self.hole.height())
        self.bar.setValue(min(value, top))

    def sizeHint(self) -> QSize:
        return self.inside.sizeHint().boundedTo(LIKED_MOST)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 60)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self.inside:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self.bar, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: -STEP,
            Qt.Key.Key_Down: STEP,
            Qt.Key.Key_PageUp: -self.bar.pageStep(),
            Qt.Key.Key_PageDown: self.bar.pageStep(),
        }
        if event.key() in steps and self.bar.maximum():
            self.bar.setValue(self.bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        room, width = self.size(), self.width()
        height = self._height_at(width)
        if height > room.height():
            width -= self.bar.sizeHint().width()
            height = self._height_at(width)
        scrolls = height > room.height()
        self.bar.setGeometry(width, 0, room.width() - width, room.height())
        self.bar.setPageStep(room.height())
        self.bar.setRange(0, height - room.height() if scrolls else 0)
        self.bar.setVisible(scrolls)
        self.hole.setGeometry(0, 0, width, room.height())
        self.inside.resize(width, max(room.height(), height))
        self.inside.move(0, -self.bar.value())

    def _height_at(self, width: int) -> int:
        least = self.inside.minimumSizeHint().height()
        if not self._squeezed and self.inside.hasHeightForWidth():
            return max(least, self.inside.heightForWidth(width))
        return least


class PageScroll(Scrolled):
    """Holds a whole room: on a small screen it scrolls up and down, and it asks for no room by itself.

    A room is squeezed first, as in any window.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, squeezed=True)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 160)


class Scroll(Scrolled):
    """Holds `inside` and is never narrower than it, whatever its words take in the language in force."""

    def __init__(self, inside: QWidget, least_height: int = 96) -> None:
        super().__init__(inside)
        self._least_height = least_height
        self._whole = False

    def minimumSizeHint(self) -> QSize:
        least = self.inside.minimumSizeHint()
        width = least.width() + self.bar.sizeHint().width()
        return QSize(width, least.height() if self._whole else self._least_height)

    def show_whole(self, whole: bool) -> None:
        """Whether this never scrolls itself: on a small screen the room around it does."""
        if whole != self._whole:
            self._whole = whole
            self.updateGeometry()


def bring_into_view(widget: QWidget) -> None:
    """Scroll whatever holds `widget` so far that it can be seen."""
    over = widget.parentWidget()
    while over is not None:
        if isinstance(over, Scrolled):
            over.show_part(widget)
        over = over.parentWidget()
