"""What is taller than its place scrolls up and down; sideways nothing ever scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

AROUND = 12


class PageScroll(QScrollArea):
    """Holds a whole room: on a small screen it scrolls up and down, and it asks for no room by itself.

    A resizable QScrollArea would give wrapped texts the height that they like best; here a room is squeezed first, as
    in any window.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setWidget(page)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        room, least = self.maximumViewportSize(), self.widget().minimumSizeHint().height()
        bar = self.verticalScrollBar().sizeHint().width() if least > room.height() else 0
        self.widget().resize(room.width() - bar, max(room.height(), least))


def bring_into_view(widget: QWidget) -> None:
    """Scroll whatever holds `widget` so far that it can be seen."""
    over = widget.parentWidget()
    while over is not None:
        if isinstance(over, QScrollArea):
            over.ensureWidgetVisible(widget, 0, AROUND)
        over = over.parentWidget()


class Scroll(QScrollArea):
    """Holds `inside` and is never narrower than it, whatever its words take in the language in force."""

    def __init__(self, inside: QWidget, least_height: int = 96) -> None:
        super().__init__()
        self._least_height = least_height
        self._whole = False
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        whole = self.widget().minimumSizeHint()
        return QSize(whole.width() + bar, whole.height() if self._whole else self._least_height)

    def show_whole(self, whole: bool) -> None:
        """Whether this never scrolls itself: on a small screen the room around it does."""
        if whole != self._whole:
            self._whole = whole
            self.updateGeometry()
