"""The clerks of a counter, to choose from with the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from resources.theme import METRICS
from ui.theme import color, font

if TYPE_CHECKING:
    from counter_app.desk.sign_in import Clerk

ROW_HEIGHT = 60
ROWS_SHOWN = 4
CLERK_ROLE = Qt.ItemDataRole.UserRole


class ClerkList(QListView):
    """Who has signed in here before, and "Somebody else". Arrow keys choose; Enter goes on to the entry."""

    went_on = Signal(object)
    """A clerk was picked; with the key press that shall go into the entry, or None."""

    def __init__(self) -> None:
        super().__init__()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_ClerkRow(self))
        self.setAccessibleName(QCoreApplication.translate("SignIn", "Clerks of this counter"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.chosen = self.selectionModel().currentChanged
        self.clicked.connect(lambda _index: self._go_on())

    def show_clerks(self, clerks: list[Clerk], chosen_id: str) -> None:
        """Fill the list; the clerk of `chosen_id` is chosen, else the only one, else the first."""
        blocked = self.selectionModel().blockSignals(True)
        self._model.clear()
        for clerk in clerks:
            item = QStandardItem(clerk.name)
            item.setData(clerk, CLERK_ROLE)
            item.setData(f"{clerk.name}, {clerk.email}", Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        if clerks:
            self._model.appendRow(QStandardItem(QCoreApplication.translate("SignIn", "Somebody else")))
        at = next((n for n, clerk in enumerate(clerks) if clerk.id == chosen_id), 0)
        if clerks:
            self.setCurrentIndex(self._model.index(at, 0))
        self.selectionModel().blockSignals(blocked)
        self.setFixedHeight(min(ROWS_SHOWN, max(1, self.count())) * ROW_HEIGHT + 6)
        self.viewport().update()

    def count(self) -> int:
        return self._model.rowCount()

    def clerk(self) -> Clerk | None:
        """The chosen clerk; None for somebody else."""
        index = self.currentIndex()
        return index.data(CLERK_ROLE) if index.isValid() else None

    def step(self, by: int) -> None:
        """Choose the next or the one before."""
        row = min(max(0, self.currentIndex().row() + by), self.count() - 1)
        self.setCurrentIndex(self._model.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
            return
        if event.text().isprintable() and event.text().strip():
            self._go_on(event)
            return
        super().keyPressEvent(event)

    def _go_on(self, event: QKeyEvent | None = None) -> None:
        """Leave for the entry; a letter that was typed here is typed there."""
        self.clearFocus()
        self.went_on.emit(event)


class _ClerkRow(QStyledItemDelegate):
    """A clerk: initials, name, e-mail; a bar and a ground for the chosen one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        clerk = index.data(CLERK_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRectF(option.rect).adjusted(0, 2, 0, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color("accent" if chosen else "line"))
        painter.setBrush(color("accent_soft" if chosen else "surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), METRICS.r_m, METRICS.r_m)
        badge = QRectF(box.left() + 12, box.center().y() - 18, 36, 36)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent" if chosen else "accent_soft"))
        painter.drawEllipse(badge)
        painter.setPen(color("on_accent" if chosen else "accent_soft_text"))
        painter.setFont(font(13, 700))
        name = index.data() or ""
        initials = "".join(part[0] for part in name.split()[:2]).upper() if clerk else "+"
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, initials)
        room = QRect(int(badge.right()) + 12, int(box.top()), int(box.right() - badge.right()) - 24, int(box.height()))
        left, middle = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
        painter.setPen(color("text"))
        painter.setFont(font(METRICS.t_strong, 600))
        upper = room.adjusted(0, 8, 0, -room.height() // 2 + 2) if clerk else room
        cut = Qt.TextElideMode.ElideRight
        painter.drawText(upper, left | middle, painter.fontMetrics().elidedText(name, cut, room.width()))
        if clerk:
            painter.setPen(color("muted"))
            painter.setFont(font(METRICS.t_cap, 400))
            lower = room.adjusted(0, room.height() // 2, 0, -6)
            painter.drawText(lower, left | middle, painter.fontMetrics().elidedText(clerk.email, cut, room.width()))
        painter.restore()
