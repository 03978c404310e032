"""The pages of a scan as thumbnails: turned, taken out, moved and kept by key and by mouse."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QKeyEvent, QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem

from counter_app.domain.task_scan import ScanPage, is_blank, turned
from ui.theme import color, font, look, pixmap

FACE = QSize(118, 150)
_PLACE = Qt.ItemDataRole.UserRole


class PageStrip(QListWidget):
    """`changed` is sent whenever the pages, their order or their turn is another one."""

    changed = Signal()

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

    def add(self, pages: Sequence[ScanPage]) -> None:
        """New pages behind the last chosen one, or at the end."""
        self._pages += pages
        self._draw()
        self.setCurrentRow(len(self._pages) - 1)
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
