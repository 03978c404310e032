"""The Customers room: find a mailbox, see its card, keep a note, and go on to receive or hand over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget

from counter_app.domain import aamva
from counter_app.errors import CounterError
from counter_app.events import FirstSyncMoved, OutcomesArrived, PickupChanged, PieceChanged, PieceReceived, RowsArrived
from counter_app.ports import RawScan
from ui.buttons import FilterBar
from ui.entries import field
from ui.frame import SEARCH_DELAY_MS, PageHead, on_key
from ui.list_export import ListExport
from ui.notices import EmptyState
from ui.pages import pickup_words as words
from ui.pages.codes import is_card
from ui.pages.customer_card import MailboxCard
from ui.pages.page import Page
from ui.pages.windowed import Fill, Windowed, page_of
from ui.sentences import sentence
from ui.table import PAGE_ROWS, Column, Rows, RowsModel, RowTable
from ui.widgets import Card, KeyCap, lay, row

if TYPE_CHECKING:
    from ui.window import Window

CHANGES = (PickupChanged, PieceReceived, PieceChanged, RowsArrived, OutcomesArrived)


class CustomersPage(Page):
    """A list of all accounts, or of those that were searched; the chosen one's card on the right."""

    def __init__(self, window: Window) -> None:
        super().__init__(window, PageHead(QCoreApplication.translate("Customers", "Customers")))
        self._wait = QTimer(self, singleShot=True, interval=SEARCH_DELAY_MS)
        self._wait.timeout.connect(lambda: self.reload(top=True))
        self.search = field(
            "",
            QCoreApplication.translate("Customers", "Name, firm, mailbox, phone or e-mail"),
            accessible=QCoreApplication.translate("Customers", "Find a customer"),
        )
        self.search.setFixedWidth(320)
        self.search.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.search.changed.connect(lambda _text: self._wait.start())
        self.search.entered.connect(lambda _text: self._search_now())
        on_key(self, "Ctrl+F", self.focus_search)
        self.filters = FilterBar(
            (
                ("all", QCoreApplication.translate("Customers", "All")),
                ("active", QCoreApplication.translate("Customers", "Active")),
                ("on_hold", QCoreApplication.translate("Customers", "On hold")),
                ("expired", QCoreApplication.translate("Customers", "Expired")),
                ("closed", QCoreApplication.translate("Customers", "Closed")),
                ("not_approved", QCoreApplication.translate("Customers", "Not approved")),
            )
        )
        self.filters.changed.connect(lambda _key: self.reload(top=True))
        columns = (
            Column("customer", QCoreApplication.translate("Customers", "Customer"), 0, "two_line"),
            Column("mailbox", QCoreApplication.translate("Customers", "Mailbox"), 96, "strong"),
            Column("pieces", QCoreApplication.translate("Customers", "Pieces"), 78),
            Column("state", QCoreApplication.translate("Customers", "State"), 156, "pill"),
        )
        self.table = RowTable(RowsModel(columns, Rows()), QCoreApplication.translate("Customers", "Customers"))
        self.table.selected_row.connect(self._chosen)
        self.table.activated_row.connect(lambda _row: self._hand_over())
        self._hint = QCoreApplication.translate(
            "Customers", "Type a part of the name, the mailbox number, or the last digits of the phone number."
        )
        self.empty = EmptyState("users", QCoreApplication.translate("Customers", "Nobody found"), self._hint)
        self._table_or_empty = QStackedWidget()
        self._table_or_empty.addWidget(self.table)
        self._table_or_empty.addWidget(self.empty)
        sheet = Card(margins=(1, 4, 1, 6))
        sheet.body.addWidget(self._table_or_empty)
        self.card = MailboxCard(self._hand_over, self._receive, self._save_note)
        bar = row(row(self.search, KeyCap("Ctrl+F"), None, gap=10), self.filters, gap=10)
        bar.setStretch(1, 1)
        self.fold(bar)
        body = lay(QHBoxLayout(), sheet, self.card, gap=16)
        self.fold(body)
        body.setStretch(0, 1)
        self.body.setSpacing(14)
        self.body.addLayout(bar)
        self.body.addLayout(body)
        self.body.setStretch(1, 1)
        self.export = ListExport(self)
        self.head.add_action(self.export.button(self.export.customers))
        self._account_id = ""
        self._others = 0
        self._asked = 0

    # ------------------------------------------------------------ Page

    def shown(self) -> None:
        if self.doing.clerk is not None:
            self.reload()

    def heard(self, event: object) -> None:
        if isinstance(event, FirstSyncMoved):
            # An empty list must not be taken for the truth.
            self.empty.hint.setText(self.window_.first_sync.text() or self._hint)
        if self.doing.clerk is not None and self.isVisible() and isinstance(event, CHANGES):
            self.reload()

    def escape(self) -> bool:
        if self.search.text():
            self.search.clear()
            return True
        return False

    def scanned(self, scan: RawScan) -> bool:
        """A licence finds its holder by name; everything else goes to the yes/no screen."""
        if not is_card(scan):
            return False
        try:
            card = aamva.parse(scan.text)
        except aamva.AamvaError as error:
            self.window_.say(CounterError(error.code))
            return True
        self.filters.set_key("all")
        self.search.set_text(f"{card.given_names.split()[0] if card.given_names else ''} {card.family_name}".strip())
        self.window_.play("taken")
        return True

    def open(self, account_id: str = "") -> None:
        """Show this mailbox's card."""
        self.search.clear()
        self._wait.stop()
        self.filters.set_key("all")
        self.reload(account_id=account_id)

    def focus_search(self) -> None:
        self.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()

    # ------------------------------------------------------------ the list

    def _search_now(self) -> None:
        self._wait.stop()
        self.reload(top=True)
        self.window_.focus_scan_box()

    def reload(self, account_id: str = "", top: bool = False) -> None:
        """Read the list anew; the chosen account (or `account_id`) stays chosen."""
        self._asked += 1
        asked, group, typed = self._asked, self.filters.key(), self.search.text().strip()
        keep, at = account_id or self._account_id, 0 if top else max(0, self.table.currentIndex().row())
        customers = self.doing.rooms.customers

        def read(desk: Any, actor: Any) -> Any:
            if typed:
                found = [_row(one) for one in customers.search_listing(desk, actor, typed, group)]
                place = next((n for n, one in enumerate(found) if one["id"] == keep), -1)
                return len(found), place, {n: found[n : n + PAGE_ROWS] for n in range(0, len(found), PAGE_ROWS)}
            place = customers.place(desk, actor, group, keep) if keep and not top else -1
            offsets = {0, page_of(at), page_of(place)}
            pages = {one: [_row(it) for it in customers.listing(desk, actor, group, one, PAGE_ROWS)] for one in offsets}
            return customers.count(desk, actor, group), place, pages

        self.doing.do(read, done=lambda answer: self._show(asked, typed, at, *answer))

    def _show(self, asked: int, typed: str, at: int, count: int, place: int, pages: Any) -> None:
        if asked != self._asked:
            return  # a newer question is under way
        text = (
            QCoreApplication.translate("Customers", "%n found", "", count)
            if typed
            else QCoreApplication.translate("Customers", "%n mailbox(es)", "", count)
        )
        self.head.set_subtitle(text)
        self._table_or_empty.setCurrentIndex(0 if count else 1)
        scroll = self.table.verticalScrollBar().value()
        self.table.rows.set_source(Windowed(count, pages, self._more, self.table.viewport().update))
        self.table.verticalScrollBar().setValue(scroll)
        if not count:
            self._chosen({})
            return
        self.table.select_row(place if place >= 0 else min(at, count - 1))

    def _more(self, offset: int, limit: int, fill: Fill) -> None:
        customers, group = self.doing.rooms.customers, self.filters.key()
        self.doing.do(
            lambda desk, actor: [_row(one) for one in customers.listing(desk, actor, group, offset, limit)], done=fill
        )

    def _chosen(self, row_: dict[str, Any]) -> None:
        account_id = str(row_.get("id") or "")
        if account_id != self._account_id:
            self.card.forget_note()
        if not account_id:
            self.card.clear()
        self._account_id, self._others = account_id, int(row_.get("same_number") or 0)
        if account_id:
            self.doing.do(self.doing.rooms.customers.card, account_id, done=self._show_card)

    def _show_card(self, card: Any) -> None:
        if card.account.id == self._account_id:
            self.card.show_card(card, self._others, self.doing.station.desk)

    # ------------------------------------------------------------ acts

    def _hand_over(self) -> None:
        if self._account_id and self.card.hand_over.isEnabled():
            self.window_.go("pickups", account_id=self._account_id)

    def _receive(self) -> None:
        if self._account_id and "receive" in self.window_.pages:
            self.window_.go("receive", account_id=self._account_id)

    def _save_note(self, note: str) -> None:
        account_id, before = self._account_id, self.card.note_before
        self.doing.do(
            self.doing.rooms.customers.set_note,
            account_id,
            note,
            done=lambda _nothing: self._note_saved(account_id, before),
        )

    def _note_saved(self, account_id: str, before: str) -> None:
        self.card.saved()
        self.window_.play("taken")
        self.window_.toasts.show_toast(
            sentence("customer.note_saved"), undo=lambda: self._note_back(account_id, before)
        )
        self.window_.focus_scan_box()

    def _note_back(self, account_id: str, before: str) -> None:
        if account_id == self._account_id:
            self.card.forget_note()
        self.doing.do(self.doing.rooms.customers.set_note, account_id, before, done=lambda _nothing: self.reload())

    def unsaved(self) -> bool:
        return self.card.keep.isEnabled()


def _row(one: Any) -> dict[str, Any]:
    text, kind = words.account_pill(one.state)
    return {
        "id": one.account_id,
        "customer": one.holder,
        "customer_note": _note(one),
        "mailbox": one.mailbox,
        "pieces": str(one.pieces) if one.pieces else "–",
        "state": text,
        "state_kind": kind,
        "same_number": one.same_number,
    }


def _note(one: Any) -> str:
    """Both holders of one number are marked (R-17)."""
    gone = one.state in ("inactive", "released")
    if one.same_number and gone:
        return QCoreApplication.translate("Customers", "Former holder of PMB {mailbox}").format(mailbox=one.mailbox)
    if one.same_number:
        return QCoreApplication.translate("Customers", "PMB {mailbox} · holder now, there was another").format(
            mailbox=one.mailbox
        )
    return ""
