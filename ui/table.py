"""Long lists: a model that reads only the pages in sight, and the table that paints them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from resources.theme import METRICS
from ui.chips import chip_size, paint_chip
from ui.theme import color, font, look

PAGE_ROWS = 200
PAGES_KEPT = 50
Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole


LEAST_WIDE = 120
"""A column that takes what is left is never narrower; before that, the columns that give way go."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `key` names the row's value; `width` 0 takes what is left.

    kind: text, strong, mono (elided in the middle), when (muted), weight (right-aligned); two_line has its
    second line under `key + "_note"`, pill its kind under `key + "_kind"` (ok warn bad info or "").
    """

    key: str
    title: str
    width: int = 0
    kind: str = "text"
    gives_way: bool = False


class Source(Protocol):
    """Where the rows come from. Each row has a unique `id`; its values are texts ready to be shown."""

    def count(self) -> int: ...

    def page(self, offset: int, limit: int) -> Sequence[Mapping[str, Any]]: ...


class Rows:
    """A source over rows that are already in memory."""

    def __init__(self, rows: Sequence[Mapping[str, Any]] = ()) -> None:
        self.rows = list(rows)

    def count(self) -> int:
        return len(self.rows)

    def page(self, offset: int, limit: int) -> Sequence[Mapping[str, Any]]:
        return self.rows[offset : offset + limit]


class RowsModel(QAbstractTableModel):
    """Rows of a source, 200 at a time, the last 50 pages kept. The store sorts and filters, no proxy does."""

    def __init__(self, columns: Sequence[Column], source: Source) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._source = source
        self._count = source.count()
        self._pages: OrderedDict[int, Sequence[Mapping[str, Any]]] = OrderedDict()

    def set_source(self, source: Source) -> None:
        self._source = source
        self.reload()

    def reload(self) -> None:
        """Forget all pages and count anew. `RowTable.refresh` calls it and keeps the selection."""
        self.beginResetModel()
        self._pages.clear()
        self._count = self._source.count()
        self.endResetModel()

    def row_at(self, row: int) -> Mapping[str, Any]:
        """The row's mapping; empty when the source shrank in between."""
        number, rest = divmod(row, PAGE_ROWS)
        page = self._pages.get(number)
        if page is None:
            page = self._source.page(number * PAGE_ROWS, PAGE_ROWS)
            self._pages[number] = page
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[rest] if 0 <= rest < len(page) else {}

    def find(self, row_id: object, near: int) -> int:
        """Where a row is now: on the page where it was or a neighbour of it; -1 when it is not there."""
        middle = near // PAGE_ROWS
        for number in (middle, middle - 1, middle + 1):
            first = number * PAGE_ROWS
            for row in range(max(0, first), min(first + PAGE_ROWS, self._count)):
                if self.row_at(row).get("id") == row_id:
                    return row
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_alignment(self.columns[section].kind))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(self.row_at(index.row()), column)
        if role == ROW_ROLE:
            return self.row_at(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self.row_at(index.row()), column)
        return None


def cell_text(row: Mapping[str, Any], column: Column) -> str:
    value = row.get(column.key)
    return "" if value is None else str(value)


def spoken(row: Mapping[str, Any], column: Column) -> str:
    """What a screen reader says of a cell: `Customer: Chen, Wei-Lin, PMB 331`."""
    note = str(row.get(column.key + "_note") or "") if column.kind == "two_line" else ""
    return f"{column.title}: {cell_text(row, column)}" + (f", {note}" if note else "")


def _alignment(kind: str) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if kind == "weight" else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class RowDelegate(QStyledItemDelegate):
    """Paints a cell by the kind of its column; the chosen row has a bar as well as a ground."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, METRICS.h_row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, RowsModel):
            return
        column = model.columns[index.column()]
        row = model.row_at(index.row())
        box = QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, color("accent_soft"))
            if index.column() == 0:
                painter.fillRect(QRect(box.left(), box.top(), 4, box.height()), color("accent"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), color("line"))
        room = box.adjusted(14, 0, -8, -1)
        if column.kind == "two_line":
            self._two_lines(painter, room, cell_text(row, column), str(row.get(column.key + "_note") or ""))
        elif column.kind == "pill":
            self._pill(painter, room, cell_text(row, column), str(row.get(column.key + "_kind") or ""))
        else:
            self._line(painter, room, cell_text(row, column), column.kind)
        painter.restore()

    def _line(self, painter: QPainter, room: QRect, text: str, kind: str) -> None:
        painter.setFont(font(METRICS.t_body, 600 if kind == "strong" else 400, tabular=True))
        painter.setPen(color("text" if kind in ("strong", "mono", "weight") else "muted"))
        cut = Qt.TextElideMode.ElideMiddle if kind == "mono" else Qt.TextElideMode.ElideRight
        painter.drawText(room, _alignment(kind), painter.fontMetrics().elidedText(text, cut, room.width()))

    def _two_lines(self, painter: QPainter, room: QRect, text: str, note: str) -> None:
        upper = room.adjusted(0, 6, 0, -21) if note else room
        painter.setFont(font(METRICS.t_body, 600))
        painter.setPen(color("text"))
        middle, cut = Qt.AlignmentFlag.AlignVCenter, Qt.TextElideMode.ElideRight
        painter.drawText(upper, middle, painter.fontMetrics().elidedText(text, cut, room.width()))
        if note:
            painter.setFont(font(METRICS.t_cap, 400, tabular=True))
            painter.setPen(color("muted"))
            lower = room.adjusted(0, 24, 0, -5)
            painter.drawText(lower, middle, painter.fontMetrics().elidedText(note, cut, room.width()))

    def _pill(self, painter: QPainter, room: QRect, text: str, kind: str) -> None:
        if not text:
            return
        size = chip_size(text)
        width = min(size.width(), room.width())
        top = room.top() + (room.height() - 24) / 2
        paint_chip(painter, QRectF(QPointF(room.left(), top), QPointF(room.left() + width, top + 24)), text, kind)


class RowTable(QTableView):
    """A table over a RowsModel. Enter or a double click sends `activated_row`, a choice `selected_row`."""

    activated_row = Signal(dict)
    selected_row = Signal(dict)

    def __init__(self, model: RowsModel, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        model.setParent(self)
        self.setItemDelegate(RowDelegate(self))
        self.setAccessibleName(accessible)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        heads = self.verticalHeader()
        heads.hide()
        heads.setMinimumSectionSize(METRICS.h_row)
        heads.setDefaultSectionSize(METRICS.h_row)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setFixedHeight(METRICS.h_head)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setModel(model)  # last: with rows in place, each header setting walks all of them
        self.doubleClicked.connect(lambda index: self._activate(index.row()))
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self._tell(now.row()))
        look.themed.connect(self.viewport().update)

    def refresh(self) -> None:
        """Read anew; the chosen row stays chosen by its id, and the view stays where it was."""
        chosen, row = self.current_row(), self.currentIndex().row()
        place = self.verticalScrollBar().value()
        self.rows.reload()
        if chosen:
            found = self.rows.find(chosen.get("id"), row)
            if found >= 0:
                self._choose(found)
        self.verticalScrollBar().setValue(place)

    def current_row(self) -> dict[str, Any]:
        """The chosen row; empty when none is."""
        index = self.currentIndex()
        return dict(self.rows.row_at(index.row())) if index.isValid() else {}

    def select_row(self, row: int) -> None:
        self._choose(row)
        self.scrollTo(self.rows.index(row, 0))

    def select_id(self, row_id: object, near: int = 0) -> bool:
        """Choose the row with this id if it is on the pages around `near`."""
        found = self.rows.find(row_id, near)
        if found >= 0:
            self.select_row(found)
        return found >= 0

    def _choose(self, row: int) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.rows.index(row, 0), flags)

    def _tell(self, row: int) -> None:
        self.selected_row.emit(dict(self.rows.row_at(row)) if row >= 0 else {})

    def _activate(self, row: int) -> None:
        if 0 <= row < self.rows.rowCount() and (found := dict(self.rows.row_at(row))):
            self.activated_row.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self._activate(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typing belongs to the scan box, not to a hunt through the rows."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = self.rows.columns
        # A title is never cut: another language may need more room than the column asks for.
        title = self.horizontalHeader().sectionSizeHint
        wanted = [max(column.width, title(n)) if column.width else 0 for n, column in enumerate(columns)]
        wide = wanted.count(0)
        left = self.viewport().width() - sum(wanted)
        for n, column in enumerate(columns):
            gone = column.gives_way and left < LEAST_WIDE * wide
            self.setColumnHidden(n, gone)
            left += wanted[n] if gone else 0
        for n, width in enumerate(wanted):
            if not self.isColumnHidden(n):
                self.setColumnWidth(n, width or max(LEAST_WIDE, left // max(1, wide)))
