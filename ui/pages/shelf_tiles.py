"""The map: each zone a group, each shelf a tile with how many pieces lie there and how full it is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from resources.theme import METRICS
from ui.pages import shelf_words
from ui.theme import color, font
from ui.tiles import Pressable
from ui.widgets import lay, paint_focus_ring, text_label

if TYPE_CHECKING:
    from counter_app.desk.places import Place

COLUMNS = 4


class ShelfTile(Pressable):
    """One shelf: code, pieces, and a bar that fills up where a capacity was set."""

    def __init__(self, place: Place) -> None:
        super().__init__(place.code, "boxes")
        self.place = place
        self.chosen = False
        said, self.tone = shelf_words.fullness(place)
        self.note = said
        self.number = str(place.pieces)
        self.setAccessibleName(f"{place.code}: {shelf_words.pieces(place.pieces)}, {said}")

    def choose(self, chosen: bool) -> None:
        """Drawn as the one whose pieces show beside."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(150, 74)

    def minimumSizeHint(self) -> QSize:
        return QSize(110, 74)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        lit = self.chosen or self.underMouse() or self.isDown()
        painter.setPen(QPen(color("accent" if lit else "line"), 2 if self.chosen else 1))
        painter.setBrush(color("accent_soft" if self.chosen else "surface"))
        painter.drawRoundedRect(box, METRICS.r_m, METRICS.r_m)
        left, wide = box.left() + 12, box.width() - 24
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font(METRICS.t_body, 700, tabular=True))
        painter.setPen(color("text"))
        code = painter.fontMetrics().elidedText(self.caption, Qt.TextElideMode.ElideRight, int(wide - 40))
        painter.drawText(QRectF(left, box.top() + 8, wide - 36, 22), middle, code)
        painter.drawText(
            QRectF(box.right() - 48, box.top() + 8, 36, 22), middle | Qt.AlignmentFlag.AlignRight, self.number
        )
        painter.setFont(font(12, 500))
        ink = self.tone if self.tone in ("warn", "bad") else "muted"
        painter.setPen(color(ink))
        note = painter.fontMetrics().elidedText(self.note, Qt.TextElideMode.ElideRight, int(wide))
        painter.drawText(QRectF(left, box.top() + 30, wide, 18), middle, note)
        shelf = self.place.shelf
        if shelf is not None and shelf.capacity:
            bar = QRectF(left, box.bottom() - 14, wide, 5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("sunken"))
            painter.drawRoundedRect(bar, 2.5, 2.5)
            share = min(1.0, self.place.pieces / shelf.capacity)
            bar.setWidth(wide * share)
            painter.setBrush(color(self.tone or "ok"))
            if share:
                painter.drawRoundedRect(bar, 2.5, 2.5)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), METRICS.r_m, "focus")
        painter.end()


class ShelfTiles(QWidget):
    """All shelves of the store in walking order, by zone. `chosen` carries the code."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.tiles: dict[str, ShelfTile] = {}
        self._column = lay(QVBoxLayout(self), gap=8, margins=(14, 10, 14, 14))
        self._inside: QWidget | None = None
        self._shown: tuple[Place, ...] = ()

    def show_places(self, places: Sequence[Place]) -> None:
        """Draw the map anew, if anything of it changed; the focus stays on the shelf that has it."""
        if tuple(places) == self._shown:
            return
        self._shown = tuple(places)
        focused = next((code for code, tile in self.tiles.items() if tile.hasFocus()), "")
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self.tiles = {}
        self._inside = QWidget()
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        line = 0
        for zone, group in groupby(places, key=lambda one: one.zone):
            caption = text_label(zone or QCoreApplication.translate("Shelves", "Not set up"), "caption")
            grid.addWidget(caption, line, 0, 1, COLUMNS)
            line += 1
            at = -1
            for at, place in enumerate(group):
                tile = ShelfTile(place)
                tile.clicked.connect(lambda _checked=False, code=place.code: self.chosen.emit(code))
                self.tiles[place.code] = tile
                grid.addWidget(tile, line + at // COLUMNS, at % COLUMNS)
            line += at // COLUMNS + 1
        for nth in range(COLUMNS):
            grid.setColumnStretch(nth, 1)
        grid.setRowStretch(line, 1)
        self._column.addWidget(self._inside)
        if focused in self.tiles:
            self.tiles[focused].setFocus()

    def choose(self, code: str) -> None:
        for one, tile in self.tiles.items():
            tile.choose(one == code)
