"""The pages of a scan as thumbnails: turned, taken out, moved and kept by key and by mouse."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QRect, QSize, Qt, QUuid, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QIcon,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QTransform,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem

from counter_app.domain.task_scan import ScanPage, is_blank, turned
from ui.theme import color, font, look, pixmap

FACE = QSize(118, 150)
_PLACE = Qt.ItemDataRole.UserRole
_PAGES = "application/x-counter-pages"
_NOWHERE, _EDGE = -1, 24


def dropped_files(data: QMimeData) -> list[Path]:
    """The files of this computer that are dragged, in their order."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class PageStrip(QListWidget):
    """`changed` is sent whenever the pages, their order or their turn is another one; `files` when files are dropped,
    with the place of the mark: they become pages there."""

    changed = Signal()
    files = Signal(list, int)

    def __init__(self, accessible: str) -> None:
        super().__init__()
        self.setAccessibleName(accessible)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setIconSize(FACE)
        self.setGridSize(QSize(FACE.width() + 18, FACE.height() + 34))
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(150)
        self._pages: list[ScanPage] = []
        self._thumbs: dict[str, QImage] = {}
        self._blank_below = 0
        self._editable = True
        self._mark = _NOWHERE
        self._name = QUuid.createUuid().toString()
        self.takes_files = True
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.viewport().setAcceptDrops(True)  # a list whose items stay in their grid has switched that off
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)  # it knows places on an item and beside one; here pages go between two
        look.themed.connect(self._draw)

    # ------------------------------------------------------------ what it holds

    def pages(self) -> tuple[ScanPage, ...]:
        return tuple(self._pages)

    def show_pages(self, pages: Sequence[ScanPage], blank_below: int, editable: bool) -> None:
        """These pages instead of what showed; thumbnails that are known stay."""
        self._editable = editable
        if list(pages) == self._pages and blank_below == self._blank_below and self.count() == len(pages):
            return
        self._pages, self._blank_below = list(pages), blank_below
        self._draw()

    def add_thumbs(self, thumbs: Mapping[str, bytes]) -> None:
        """Pictures of pages by their names; b"" draws a sheet with a sign."""
        for name, data in thumbs.items():
            self._thumbs[name] = QImage.fromData(data, "JPG") if data else QImage()
        self._draw()

    def missing_thumbs(self) -> list[ScanPage]:
        return [page for page in self._pages if page.sha256 not in self._thumbs]

    def add(self, pages: Sequence[ScanPage], place: int = -1) -> None:
        """New pages in front of the one at `place`, or at the end."""
        at = place if 0 <= place <= len(self._pages) else len(self._pages)
        self._pages[at:at] = pages
        self._draw()
        self.setCurrentRow(at + len(pages) - 1)
        self.changed.emit()

    def forget(self) -> None:
        self._pages, self._thumbs = [], {}
        self.clear()

    # ------------------------------------------------------------ what is done with them

    def turn(self, by: int) -> None:
        """Turn the chosen pages by so many degrees, clockwise."""
        self._change(lambda page: page if page.pdf else turned(page, by))

    def keep(self) -> None:
        """Keep the chosen blank sides, or leave them out again."""
        self._change(lambda page: replace(page, kept=1 - page.kept) if is_blank(page, self._blank_below) else page)

    def take_out(self) -> tuple[ScanPage, ...]:
        """Take the chosen pages out; the pages as they were, for an undo."""
        before, chosen = self.pages(), set(self._chosen())
        if not self._editable or not chosen:
            return before
        self._pages = [page for n, page in enumerate(self._pages) if n not in chosen]
        self._draw()
        self.setCurrentRow(min(min(chosen), len(self._pages) - 1))
        self.changed.emit()
        return before

    def put(self, pages: Sequence[ScanPage]) -> None:
        """These pages: what an undo brings back."""
        self._pages = list(pages)
        self._draw()
        self.changed.emit()

    def move_to(self, rows: Sequence[int], place: int) -> None:
        """Move these pages, in their order, in front of the one that stands at `place` now (behind the last: its
        count)."""
        moved = sorted(set(rows))
        if not self._editable or not moved or not 0 <= moved[0] <= moved[-1] < len(self._pages):
            return
        at = place - sum(row < place for row in moved)
        kept = [page for n, page in enumerate(self._pages) if n not in moved]
        pages = [*kept[:at], *(self._pages[n] for n in moved), *kept[at:]]
        if pages == self._pages:
            return
        self._pages = pages
        self._draw()
        self.clearSelection()
        self.setCurrentRow(at)
        for n in range(at, at + len(moved)):
            self.item(n).setSelected(True)
        self.changed.emit()

    def move(self, by: int) -> None:
        """Move the chosen page by one place to the left (-1) or right (1)."""
        at = self.currentRow()
        to = at + by
        if not self._editable or not 0 <= to < len(self._pages) or at < 0:
            return
        self._pages.insert(to, self._pages.pop(at))
        self._draw()
        self.setCurrentRow(to)
        self.changed.emit()

    # ------------------------------------------------------------ Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if alt and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.move(-1 if event.key() == Qt.Key.Key_Left else 1)
        elif plain and event.key() == Qt.Key.Key_Space:
            self.keep()
        else:
            super().keyPressEvent(event)

    def mimeTypes(self) -> list[str]:
        return [_PAGES, "text/uri-list"]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """The places of the pages that are dragged: they mean something in this strip only."""
        data = QMimeData()
        data.setData(_PAGES, ",".join((self._name, *(str(self.row(one)) for one in items))).encode())
        return data

    def startDrag(self, supported: Qt.DropAction) -> None:
        if self._editable:
            super().startDrag(supported)
            self._show_mark(_NOWHERE)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._drag_goes_on(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drag_goes_on(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_mark(_NOWHERE)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        place, data = self._place_at(event.position().toPoint()), event.mimeData()
        self._show_mark(_NOWHERE)
        if not self._takes(data):
            event.ignore()
            return
        # The pages are moved here: a view that is told of a move takes out what was dragged.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if self._own(data):
            self.move_to(self._own(data), place)
        else:
            self.files.emit(dropped_files(data), place)

    def _drag_goes_on(self, event: QDragMoveEvent) -> None:
        if not self._takes(event.mimeData()):
            event.ignore()
            return
        event.acceptProposedAction()
        y, bar = event.position().toPoint().y(), self.verticalScrollBar()
        if y < _EDGE or y > self.viewport().height() - _EDGE:
            bar.setValue(bar.value() + (-_EDGE if y < _EDGE else _EDGE))
        self._show_mark(self._place_at(event.position().toPoint()))

    def _own(self, data: QMimeData) -> list[int]:
        """The places of pages of this strip that are dragged."""
        name, *rows = bytes(data.data(_PAGES).data()).decode("ascii", "replace").split(",")
        return [int(row) for row in rows] if name == self._name else []

    def _takes(self, data: QMimeData) -> bool:
        return self._editable and (bool(self._own(data)) or (self.takes_files and bool(dropped_files(data))))

    def _place_at(self, point: QPoint) -> int:
        """In front of which page something falls that is dropped at `point`; the count behind the last one."""
        for n in range(self.count()):
            box = self.visualItemRect(self.item(n))
            if point.y() < box.bottom() + 1 and point.x() < box.center().x():
                return n
            if point.y() < box.top():
                return n
        return self.count()

    def _show_mark(self, place: int) -> None:
        if place != self._mark:
            self._mark = place
            self.viewport().update()

    def mark_box(self) -> QRect:
        """Where the mark of a drop stands in the viewport; nothing while nothing is dragged over it."""
        if self._mark == _NOWHERE or not self._editable:
            return QRect()
        if not self.count():
            return QRect(2, 4, 4, FACE.height())
        last = self._mark == self.count()
        box = self.visualItemRect(self.item(self._mark - 1 if last else self._mark))
        return QRect(box.right() - 2 if last else max(0, box.left() - 2), box.top() + 4, 4, FACE.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        mark = self.mark_box()
        if not mark.isNull():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent"))
            painter.drawRoundedRect(mark, 2, 2)
            painter.end()

    def keyboardSearch(self, search: str) -> None:
        """Typing letters goes to the scan field and chooses no page."""

    def _chosen(self) -> list[int]:
        rows = sorted(index.row() for index in self.selectedIndexes())
        return rows or ([self.currentRow()] if self.currentRow() >= 0 else [])

    def _change(self, change: Callable[[ScanPage], ScanPage]) -> None:
        chosen = self._chosen()
        if not self._editable or not chosen:
            return
        for n in chosen:
            self._pages[n] = change(self._pages[n])
        self._draw()
        for n in chosen:
            self.item(n).setSelected(True)
        self.changed.emit()

    def _draw(self) -> None:
        at = self.currentRow()
        while self.count() > len(self._pages):
            self.takeItem(self.count() - 1)
        while self.count() < len(self._pages):
            self.addItem(QListWidgetItem())
        for n, page in enumerate(self._pages):
            drawn = (page, self._blank_below, look.mode, page.sha256 in self._thumbs, n)
            one = self.item(n)
            if one.data(_PLACE) == drawn:
                continue
            one.setData(_PLACE, drawn)
            one.setIcon(QIcon(self._face(page)))
            one.setText(str(n + 1))
            one.setData(Qt.ItemDataRole.AccessibleTextRole, self._spoken(n, page))
        if 0 <= at < len(self._pages):
            self.setCurrentRow(at)

    def _spoken(self, n: int, page: ScanPage) -> str:
        parts = [QCoreApplication.translate("Paper", "Page {n}").format(n=n + 1)]
        if page.turn:
            parts.append(QCoreApplication.translate("Paper", "turned by {degrees} degrees").format(degrees=page.turn))
        if page.pdf:
            parts.append(QCoreApplication.translate("Paper", "PDF of %n page(s)", "", page.sides))
        elif is_blank(page, self._blank_below):
            parts.append(
                QCoreApplication.translate("Paper", "blank, kept")
                if page.kept
                else QCoreApplication.translate("Paper", "blank, left out")
            )
        return ", ".join(parts)

    def _face(self, page: ScanPage) -> QPixmap:
        ratio = self.devicePixelRatioF()
        face = QPixmap(FACE * ratio)
        face.setDevicePixelRatio(ratio)
        face.fill(Qt.GlobalColor.transparent)
        painter = QPainter(face)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        image = self._thumbs.get(page.sha256, QImage())
        left_out = is_blank(page, self._blank_below) and not page.kept
        if left_out:
            painter.setOpacity(0.45)
        if image.isNull():
            painter.setBrush(color("sunken"))
            painter.setPen(color("line"))
            painter.drawRoundedRect(8, 4, FACE.width() - 16, FACE.height() - 8, 4, 4)
            sign = pixmap("file-text", "muted", 32)
            painter.drawPixmap((FACE.width() - 32) // 2, 46, sign)
        else:
            shown = image.transformed(QTransform().rotate(page.turn)) if page.turn else image
            size = shown.size().scaled(FACE - QSize(8, 8), Qt.AspectRatioMode.KeepAspectRatio)
            x, y = (FACE.width() - size.width()) // 2, (FACE.height() - size.height()) // 2
            painter.drawPixmap(x, y, size.width(), size.height(), QPixmap.fromImage(shown))
            painter.setPen(color("line"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(x, y, size.width() - 1, size.height() - 1)
        painter.setOpacity(1.0)
        word = self._word(page)
        if word:
            painter.setFont(font(12, 700))
            room = painter.fontMetrics().horizontalAdvance(word) + 16
            x = (FACE.width() - room) // 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("warn_soft" if left_out else "sunken"))
            painter.drawRoundedRect(x, FACE.height() - 32, room, 22, 11, 11)
            painter.setPen(color("warn" if left_out else "muted"))
            painter.drawText(x, FACE.height() - 32, room, 22, Qt.AlignmentFlag.AlignCenter, word)
        painter.end()
        return face

    def _word(self, page: ScanPage) -> str:
        if page.pdf:
            return QCoreApplication.translate("Paper", "%n page(s)", "", page.sides)
        if not is_blank(page, self._blank_below):
            return ""
        if page.kept:
            return QCoreApplication.translate("Paper", "blank, kept")
        return QCoreApplication.translate("Paper", "blank")
