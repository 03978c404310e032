"""The pieces that came in today, and those whose mailbox is not known yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal

from ui import words
from ui.buttons import FilterBar
from ui.figures import weight_text
from ui.notices import EmptyState
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import Card, KeyCap, ShownStack, row


class ArrivalsList(Card):
    """`opened` carries a row: a piece of today to look at, or an unassigned one to give to a mailbox."""

    opened = Signal(str, dict)
    asked = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(2, 12, 2, 4))
        self.filter = FilterBar(
            [
                ("today", QCoreApplication.translate("Receive", "Today")),
                ("unassigned", QCoreApplication.translate("Receive", "Unassigned")),
            ]
        )
        self.filter.changed.connect(lambda _key: self.asked.emit())
        columns = [
            Column("piece", QCoreApplication.translate("Receive", "Piece"), 148, "two_line"),
            Column("who", QCoreApplication.translate("Receive", "For"), 0, "two_line"),
            Column("shelf", QCoreApplication.translate("Receive", "Shelf"), 94, "two_line"),
            Column("sent", QCoreApplication.translate("Receive", "State"), 98, "pill", gives_way=True),
        ]
        self.table = RowTable(RowsModel(columns, Rows()), QCoreApplication.translate("Receive", "Received pieces"))
        self.table.activated_row.connect(lambda found: self.opened.emit(self.filter.key(), found))
        self._empty = {
            "today": EmptyState(
                "package-plus",
                QCoreApplication.translate("Receive", "Nothing has come in today"),
                QCoreApplication.translate("Receive", "Each piece that you receive shows here."),
            ),
            "unassigned": EmptyState(
                "circle-check",
                QCoreApplication.translate("Receive", "No piece without a mailbox"),
                QCoreApplication.translate("Receive", "What you keep as unassigned waits here."),
            ),
        }
        self._stack = ShownStack()
        for widget in (self.table, *self._empty.values()):
            self._stack.addWidget(widget)
        self.body.addLayout(row(self.filter, KeyCap("F6"), gap=8, margins=(14, 0, 14, 0)))
        self.body.addWidget(self._stack, 1)
        self.body.setSpacing(4)

    def show_pieces(self, today: Sequence[Any], unassigned: Sequence[Any]) -> None:
        """Show what the desk has listed (Arrived); the chosen filter says which."""
        self.filter.set_count("today", len(today))
        self.filter.set_count("unassigned", len(unassigned))
        key = self.filter.key()
        shown = today if key == "today" else unassigned
        self.table.rows.set_source(_Listed(shown))
        self._stack.setCurrentWidget(self.table if shown else self._empty[key])

    def turn(self) -> None:
        """Show the other list and put the keyboard into it."""
        self.filter.set_key("unassigned" if self.filter.key() == "today" else "today")
        self.asked.emit()

    def take_focus(self) -> bool:
        """Put the keyboard into the rows; False when there are none."""
        if self._stack.currentWidget() is not self.table:
            return False
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.table.select_row(0)
        return True

    def row_count(self) -> int:
        return self.table.rows.rowCount(QModelIndex())


class _Listed(Rows):
    """Rows made only for the pages in sight."""

    def page(self, offset: int, limit: int) -> Sequence[dict[str, Any]]:
        return [arrived_row(one) for one in self.rows[offset : offset + limit]]


def arrived_row(arrived: Any) -> dict[str, Any]:
    """An Arrived as a row of the list."""
    item = arrived.item
    sent, kind = words.sent_state(arrived.sent)
    number = shortened(item.tracking)
    return {
        "id": item.id,
        "mail_id": item.mail_id,
        "piece": words.mail_id(item.mail_id),
        "piece_note": " ".join(part for part in (words.carrier(item.carrier), number) if part)
        or words.mail_type(item.mail_type),
        "who": item.name_matched or item.name_on_piece or QCoreApplication.translate("Receive", "No name"),
        "who_note": words.pmb(item.mailbox) if item.account_id or not item.mailbox else to_be_checked(item.mailbox),
        "shelf": item.shelf or "–",
        "shelf_note": weight_text(item.weight_g)
        if item.weight_g
        else QCoreApplication.translate("Receive", "not weighed"),
        "sent": sent,
        "sent_kind": kind,
    }


def to_be_checked(mailbox: str) -> str:
    """The mailbox that only stands on the piece."""
    return QCoreApplication.translate("Receive", "{mailbox}, to be checked").format(mailbox=words.pmb(mailbox))


def shortened(number: str, most: int = 13) -> str:
    """A tracking number without its middle: the last digits are what clerks compare."""
    return number if len(number) <= most else f"{number[:3]}…{number[-6:]}"
