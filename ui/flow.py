"""A line of controls that goes on below where its room ends, so that no text is ever cut."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP, LINE_GAP = 8, 6


class Flow(QWidget):
    """`widgets` side by side, as wide as they like; `at_the_end` stand on the right while one line holds all.

    Its height follows its width, and it asks for no more width than its widest control needs.
    """

    def __init__(self, widgets: Sequence[QWidget] = (), at_the_end: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self._widgets, self._at_the_end = list(widgets), list(at_the_end)
        for one in (*self._widgets, *self._at_the_end):
            one.setParent(self)
        self._height = max((one.sizeHint().height() for one in self._widgets), default=0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._one_line(), self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(max((one.sizeHint().width() for one in self._shown()), default=0), self._height)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a text in it has another length now
            self._place()
        elif event.type() == QEvent.Type.User:
            self.setFixedHeight(self._height)
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _shown(self) -> list[QWidget]:
        return [one for one in (*self._widgets, *self._at_the_end) if not one.isHidden()]

    def _one_line(self) -> int:
        widths = [one.sizeHint().width() for one in self._shown()]
        return sum(widths) + GAP * max(0, len(widths) - 1)

    def _lines(self, room: int) -> list[list[QWidget]]:
        """What stands in each line; the end begins a line of its own where it does not fit into the last."""
        lines: list[list[QWidget]] = []
        end = [one for one in self._shown() if one in self._at_the_end]
        x = 0
        for one in self._shown():
            wide = one.sizeHint().width()
            breaks = self._one_line() > room if end and one is end[0] else x + wide > room
            if not lines or breaks:
                lines.append([])
                x = 0
            lines[-1].append(one)
            x += wide + GAP
        return lines

    def _place(self) -> None:
        lines, before, y = self._lines(self.width()), self._height, 0
        end = [one for one in self._shown() if one in self._at_the_end]
        for line in lines:
            x, high = 0, max(one.sizeHint().height() for one in line)
            for one in line:
                size = one.sizeHint()
                if len(lines) == 1 and end and one is end[0]:
                    x += self.width() - self._one_line()
                one.setGeometry(QRect(x, y + (high - size.height()) // 2, size.width(), size.height()))
                x += size.width() + GAP
            y += high + LINE_GAP
        self._height = max(0, y - LINE_GAP)
        if self._height != before:
            # Not now: the layout around it is at work, and would not hear of it.
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))
