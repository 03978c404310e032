"""Pieces whose free days end: what starts to cost tomorrow, what is owed already, and one key to tell the customer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.storage import WARN_DAYS
from counter_app.domain.values import spoken_mail_id
from ui import words
from ui.buttons import button
from ui.chips import Chip
from ui.figures import day_of
from ui.notices import EmptyState, FactGrid
from ui.pages import pickup_words
from ui.pages.page import list_or_empty
from ui.pages.pickup_card import CARD_WIDTH, LEAST_KNOWN
from ui.pages.task_words import cents
from ui.scroll import Scroll
from ui.sentences import sentence
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import Card, lay, row, rule, text_label

if TYPE_CHECKING:
    from counter_app.desk.money import Stored
    from ui.pages.money import MoneyPage


class StorageView(QWidget):
    """The list, and the card of the chosen piece."""

    def __init__(self, page: MoneyPage) -> None:
        super().__init__()
        self.page = page
        self._chosen: Stored | None = None
        self._pieces: dict[str, Stored] = {}
        columns = (
            Column("customer", QCoreApplication.translate("Money", "Customer"), 0, "two_line"),
            Column("piece", QCoreApplication.translate("Money", "Piece"), 150, gives_way=True),
            Column("shelf", QCoreApplication.translate("Money", "Shelf"), 76, "strong"),
            Column("free", QCoreApplication.translate("Money", "Free until"), 176, "pill"),
            Column("owed", QCoreApplication.translate("Money", "Owed"), 96, "weight"),
        )
        self.table = RowTable(
            RowsModel(columns, Rows()), QCoreApplication.translate("Money", "Pieces whose free days end")
        )
        self.table.selected_row.connect(self._choose)
        sheet = Card(margins=(1, 4, 1, 6))
        sheet.body.addWidget(self.table)
        empty = EmptyState(
            "clock",
            QCoreApplication.translate("Money", "No piece costs storage soon"),
            QCoreApplication.translate(
                "Money", "A piece appears here five days before its free days end, and stays while it costs."
            ),
        )
        self.name = text_label("", "h2", elide="right")
        self.chip = Chip("")
        self.facts = FactGrid(
            (
                ("mailbox", QCoreApplication.translate("Money", "Mailbox")),
                ("shelf", QCoreApplication.translate("Money", "Shelf")),
                ("mail_id", QCoreApplication.translate("Money", "Mail ID")),
                ("kind", QCoreApplication.translate("Money", "Kind")),
                ("days", QCoreApplication.translate("Money", "Days that cost")),
                ("owed", QCoreApplication.translate("Money", "Owed")),
                ("tomorrow", QCoreApplication.translate("Money", "Tomorrow adds")),
            ),
            wide=("mail_id",),
        )
        self.told = text_label("", "muted", wrap=True)
        self.charge = button(
            QCoreApplication.translate("Money", "Charge storage"), "primary", "", "Ctrl+Return", clicked=self._charge
        )
        self.tell = button(
            QCoreApplication.translate("Money", "Tell the customer"), "second", "mail", "Ctrl+T", clicked=self._tell
        )
        known = QWidget()
        known.setObjectName("plain")
        lay(QVBoxLayout(known), self.facts, self.told, None, gap=10)
        self.side = Card()
        self.side.setFixedWidth(CARD_WIDTH)
        lay(
            self.side.body,
            self.name,
            row(self.chip, None),
            rule(),
            Scroll(known, LEAST_KNOWN),
            self.charge,
            self.tell,
            gap=10,
            margins=(18, 16, 18, 18),
        )
        self._list = list_or_empty(page, sheet, self.side, empty)
        whole = lay(QVBoxLayout(self), self._list)
        whole.setStretch(0, 1)

    def reload(self) -> None:
        """Read the pieces anew: those that cost, and those that will within five days."""
        self.page.doing.do(self.page.doing.rooms.money.storage_preview, WARN_DAYS, done=self._show)

    def _show(self, found: tuple[Stored, ...]) -> None:
        keep = self._chosen.item.id if self._chosen else ""
        self._pieces = {one.item.id: one for one in found}
        owed = sum(one.cents for one in found)
        tomorrow = sum(1 for one in found if one.days_left == 0)
        self.page.head.set_subtitle(
            QCoreApplication.translate("Money", "{owed} owed · {count} start to cost tomorrow").format(
                owed=cents(owed), count=tomorrow
            )
        )
        self.table.rows.set_source(Rows([_row(one) for one in found]))
        self._list.setCurrentIndex(0 if found else 1)
        place = next((n for n, one in enumerate(found) if one.item.id == keep), 0)
        if found:
            self.table.select_row(place)

    def _choose(self, row_: dict[str, Any]) -> None:
        self._chosen = self._pieces.get(str(row_.get("id") or ""))
        one = self._chosen
        if one is None:
            return
        self.name.setText(one.holder or pickup_words.pmb(one.item.mailbox))
        text, kind = _until(one)
        self.chip.show_state(text, kind, "clock")
        self.facts.set_value("mailbox", pickup_words.pmb(one.item.mailbox))
        self.facts.set_value("shelf", one.item.shelf)
        self.facts.set_value("mail_id", spoken_mail_id(one.item.mail_id))
        self.facts.set_value("kind", words.mail_type(one.item.mail_type))
        self.facts.set_value("days", str(one.days) if one.days else "")
        self.facts.set_value("owed", cents(one.cents) if one.cents else "")
        self.facts.set_value("tomorrow", cents(one.tomorrow_cents) if one.tomorrow_cents else "")
        told = one.item.storage_noted_ms
        self.told.setText(sentence("money.told", {"until": one.item.storage_until}) if told else "")
        self.told.setVisible(bool(told))
        self.charge.setEnabled(
            any(other.cents for other in self._pieces.values() if other.item.account_id == one.item.account_id)
        )

    def _charge(self) -> None:
        if self._chosen is not None and self.charge.isEnabled():
            account_id = self._chosen.item.account_id
            self.page.doing.do(self.page.doing.rooms.money.charge_storage, account_id, done=self._charged)

    def _charged(self, view: Any) -> None:
        self.page.window_.play("taken")
        self.page.window_.go("tasks", task_id=view.task.id, kind="fee")

    def _tell(self) -> None:
        if self._chosen is not None:
            self.page.doing.do(
                self.page.doing.rooms.money.note_storage, self._chosen.item.id, done=lambda _nothing: self._told()
            )

    def _told(self) -> None:
        self.page.window_.play("taken")
        self.page.window_.toasts.show_toast(
            QCoreApplication.translate("Money", "The customer is told with the next exchange")
        )
        self.reload()


def _until(one: Stored) -> tuple[str, str]:
    if one.days_left < 0:
        return QCoreApplication.translate("Money", "costs since %n day(s)", "", -one.days_left), "bad"
    if one.days_left == 0:
        return QCoreApplication.translate("Money", "costs from tomorrow"), "warn"
    return day_of(one.free_until), ""


def _row(one: Stored) -> dict[str, Any]:
    text, kind = _until(one)
    return {
        "id": one.item.id,
        "customer": one.holder or pickup_words.pmb(one.item.mailbox),
        "customer_note": pickup_words.pmb(one.item.mailbox),
        "piece": words.mail_type(one.item.mail_type),
        "shelf": one.item.shelf or "–",
        "free": text,
        "free_kind": kind,
        "owed": cents(one.cents) if one.cents else "–",
    }
