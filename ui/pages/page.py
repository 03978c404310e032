"""What every page is: a head, a body, and what it does with scans, typed text and events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counter_app.ports import RawScan
from ui.doing import Doing
from ui.frame import PageHead
from ui.scroll import Scroll
from ui.widgets import Card, lay, row

if TYPE_CHECKING:
    from ui.window import Window


MOST_WIDE = 1760
NARROW, LOW = 1030, 600
"""Below this width what stands side by side stands one below the other; below this height the margins shrink."""


class Page(QWidget):
    """A room. A page only shows what the store says; it refreshes when it is shown and when it hears of a change."""

    key = ""
    finds = False
    """Whether a scan here ends the search for a missing piece by itself, with the shelf where it was found."""

    def __init__(self, window: Window, head: PageHead) -> None:
        super().__init__()
        self.setObjectName("page")
        self.window_ = window
        self.head = head
        self.body = QVBoxLayout()
        self._folding: list[QBoxLayout] = []
        self._column = QVBoxLayout(self)
        lay(self._column, head, self.body, gap=14, margins=(24, 20, 24, 20))
        self._column.setStretch(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # On a very wide screen the eye would lose the line: the page keeps its width and stands in the middle.
        side = max(12 if self.width() < NARROW else 24, (self.width() - MOST_WIDE) // 2)
        above = 10 if self.height() < LOW else 20
        self._column.setContentsMargins(side, above, side, above)
        self._fold()

    def fold(self, line: QBoxLayout) -> None:
        """`line` holds two parts that stand one below the other where there is no room for both."""
        self._folding.append(line)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < NARROW
        for inner in self.findChildren(Scroll):
            inner.show_whole(narrow)
        down = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for line in self._folding:
            if line.direction() != down:
                line.setDirection(down)

    @property
    def doing(self) -> Doing:
        return self.window_.doing

    def shown(self) -> None:
        """The page has become the current one: ask the store anew."""

    def left(self) -> None:
        """Another page has become the current one."""

    def unsaved(self) -> bool:
        """Whether something is half entered here that would be lost with the page."""
        return False

    def scanned(self, scan: RawScan) -> bool:
        """A scan or an entered text while this page shows; True when the page took it.

        What no page takes is answered by the yes/no screen.
        """
        return False

    def heard(self, event: object) -> None:
        """Something was announced; called for every page, shown or not."""

    def escape(self) -> bool:
        """Escape was pressed; True when the page had something to leave."""
        return False


def list_or_empty(page: Page, sheet: QWidget, side: QWidget, empty: QWidget) -> QStackedWidget:
    """A list with its card beside it at index 0, and at index 1 what shows while there is nothing in the list."""
    both = row(sheet, side, gap=16)
    both.setStretch(0, 1)
    page.fold(both)
    filled = QWidget()
    filled.setLayout(both)
    nothing = Card()
    nothing.body.addWidget(empty)
    stack = QStackedWidget()
    stack.addWidget(filled)
    stack.addWidget(nothing)
    return stack
