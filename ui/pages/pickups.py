"""The Pickups room: who has pieces waiting, and the way to the hand-over of one of them (S-12, S-14, S-16)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counter_app.domain import permissions
from counter_app.domain.values import Money, spoken_mail_id
from counter_app.errors import CounterError
from counter_app.events import InboxChanged, OutcomesArrived, PickupChanged, PieceChanged, PieceReceived, RowsArrived
from counter_app.ports import RawScan
from ui.buttons import FilterBar, button
from ui.figures import money
from ui.frame import PageHead
from ui.notices import Banner, EmptyState
from ui.pages import pickup_words as words
from ui.pages.codes import is_card, is_document, is_piece_code
from ui.pages.hand_over import HandOver
from ui.pages.other_task import InOtherTask
from ui.pages.page import Page
from ui.pages.pickup_acts import CardActs
from ui.pages.pickup_card import WaitingCard
from ui.pages.windowed import Fill, Windowed, page_of
from ui.sentences import say, sentence
from ui.table import PAGE_ROWS, Column, Rows, RowsModel, RowTable
from ui.widgets import Card, ShownStack, lay

if TYPE_CHECKING:
    from ui.window import Window

CHANGES = (PickupChanged, PieceReceived, PieceChanged, RowsArrived, OutcomesArrived, InboxChanged)


class PickupsPage(Page):
    """The list with its card, or the hand-over that is under way; the hand-over is found again where it was."""

    def __init__(self, window: Window) -> None:
        self.new = button(
            QCoreApplication.translate("Pickups", "New pickup"),
            "second",
            "package-check",
            accessible=QCoreApplication.translate("Pickups", "New pickup: find the customer"),
            clicked=lambda: self.window_.go("customers"),
        )
        self.list_head = QCoreApplication.translate("Pickups", "Pickups")
        super().__init__(window, PageHead(self.list_head, "", self.new))
        self.filters = FilterBar(
            (
                ("all", QCoreApplication.translate("Pickups", "All")),
                ("scheduled", QCoreApplication.translate("Pickups", "Scheduled")),
                ("in_progress", QCoreApplication.translate("Pickups", "In progress")),
                ("payment_declined", QCoreApplication.translate("Pickups", "Payment declined")),
                ("waiting_long", QCoreApplication.translate("Pickups", "Waiting long")),
                ("owed", QCoreApplication.translate("Pickups", "Owed")),
            )
        )
        self.filters.changed.connect(lambda _key: self.reload(top=True))
        columns = (
            Column("customer", QCoreApplication.translate("Pickups", "Customer"), 0, "two_line"),
            Column("tracking", QCoreApplication.translate("Pickups", "Tracking no."), 156, "mono"),
            Column("carrier", QCoreApplication.translate("Pickups", "Carrier"), 84),
            Column("shelf", QCoreApplication.translate("Pickups", "Shelf"), 68, "strong"),
            Column("waiting", QCoreApplication.translate("Pickups", "Waiting"), 70),
            Column("status", QCoreApplication.translate("Pickups", "Status"), 186, "pill"),
        )
        self.table = RowTable(
            RowsModel(columns, Rows()), QCoreApplication.translate("Pickups", "Customers with pieces waiting")
        )
        self.table.selected_row.connect(self._chosen)
        self.table.activated_row.connect(lambda row: self.begin(account_id=str(row["id"])))
        self.empty = EmptyState(
            "package-check",
            QCoreApplication.translate("Pickups", "Nobody is waiting here"),
            QCoreApplication.translate(
                "Pickups", "Pieces on the shelf and pickups that customers ask for appear here."
            ),
        )
        self._table_or_empty = QStackedWidget()
        self._table_or_empty.addWidget(self.table)
        self._table_or_empty.addWidget(self.empty)
        sheet = Card(margins=(1, 4, 1, 6))
        sheet.body.addWidget(self._table_or_empty)
        self.acts = CardActs(self)
        self.card = WaitingCard(
            self.hand_over_chosen,
            self._look,
            self._decline,
            self.acts.mark,
            self.acts.set_time,
            self.acts.charge_owed,
            self.acts.give_up,
            self.acts.let_go,
        )
        self._list = QWidget()
        body = lay(QHBoxLayout(), sheet, self.card, gap=16)
        body.setStretch(0, 1)
        whole = lay(QVBoxLayout(self._list), self.filters, body, gap=14)
        whole.setStretch(1, 1)
        self.hand_over = HandOver(self)
        self.hand_over.closed.connect(self._back_to_list)
        self.stack = ShownStack()
        self.stack.addWidget(self._list)
        self.stack.addWidget(self.hand_over)
        self.other = InOtherTask(self, self._freed)
        self.said = Banner("", "warn")
        self.said.hide()
        self.body.addWidget(self.other)
        self.body.addWidget(self.said)
        self.body.addWidget(self.stack, 1)
        self._account_id = ""
        self._asked = 0

    # ------------------------------------------------------------ Page

    def shown(self) -> None:
        if self.doing.clerk is None:
            return
        if self.hand_over.open_now:
            self.hand_over.refresh()
        self.reload()

    def heard(self, event: object) -> None:
        if self.doing.clerk is None or not self.isVisible():
            return
        self.hand_over.heard(event)
        if isinstance(event, CHANGES) and not self.hand_over.open_now:
            self.reload()

    def unsaved(self) -> bool:
        return self.hand_over.open_now

    def escape(self) -> bool:
        if self.hand_over.open_now:
            return self.hand_over.escape()
        if not self.other.isHidden():
            self.other.close_all()
            return True
        return self.card.close_boxes()

    def scanned(self, scan: RawScan) -> bool:
        """A piece's number selects its customer; a licence is never passed on; names go to the yes/no screen."""
        if self.hand_over.open_now:
            return self.hand_over.scanned(scan)
        if is_card(scan) or is_document(scan.text):
            self.window_.play("refused")
            self.window_.toasts.show_toast(sentence("pickup.open_it_first"), kind="warn")
            return True
        if not is_piece_code(scan.text):
            return False
        pickups = self.doing.rooms.pickups
        self.doing.ask(pickups.find_waiting, scan.text, done=lambda item: self.acts.scanned(scan.text, item))
        return True

    def say_below(self, text: str) -> None:
        """What happened to the pickup that was just left, and what is next; until the clerk does something else."""
        self.said.show_text(text, "warn")
        self.said.show()

    def _freed(self) -> None:
        if self.hand_over.open_now:
            self.hand_over.refresh()
        else:
            self.reload()

    def open(self, account_id: str = "", item_id: str = "", pickup_id: str = "") -> None:
        """Hand over to this customer, this piece's customer, or within this pickup."""
        self.begin(account_id=account_id, item_id=item_id, pickup_id=pickup_id)

    # ------------------------------------------------------------ the list

    def reload(self, account_id: str = "", top: bool = False) -> None:
        """Read the list anew; the chosen customer (or `account_id`) stays chosen where he stands now."""
        self._asked += 1
        asked, chosen = self._asked, self.filters.key()
        if account_id and account_id != self._account_id:
            self.card.close_boxes()
            self._account_id = account_id  # a newer question, after something arrived, keeps to him too
        keep = "" if top else account_id or self._account_id
        row = 0 if top else max(0, self.table.currentIndex().row())
        pickups = self.doing.rooms.pickups

        def read(desk: Any) -> Any:
            place = pickups.place(desk, chosen, keep) if keep else -1
            offsets = {0, page_of(place), page_of(row)}
            return (
                pickups.counts(desk),
                place,
                {
                    one: [_row(found, desk) for found in pickups.listing(desk, chosen, one, PAGE_ROWS)]
                    for one in offsets
                },
                desk.now_ms(),
            )

        self.doing.ask(read, done=lambda answer: self._show(asked, chosen, row, *answer))

    def _show(self, asked: int, chosen: str, row: int, counts: Any, place: int, pages: Any, now_ms: int) -> None:
        if asked != self._asked:
            return  # a newer question is under way
        for key in ("all", "scheduled", "in_progress", "payment_declined", "waiting_long", "owed"):
            self.filters.set_count(key, getattr(counts, key))
        if self.hand_over.open_now:
            return  # the list is read anew when it shows again
        self.head.set_title(self.list_head)
        self.head.set_subtitle(
            QCoreApplication.translate("Pickups", "Scan the pieces that you bring to the counter")
            if chosen == "scheduled" and counts.scheduled
            else _summary(counts, now_ms)
        )
        count = getattr(counts, chosen)
        self._table_or_empty.setCurrentIndex(0 if count else 1)
        scroll = self.table.verticalScrollBar().value()
        source = Windowed(count, pages, self._more, self.table.viewport().update)
        self.table.rows.set_source(source)
        self.table.verticalScrollBar().setValue(scroll)
        if not count:
            self._chosen({})
            return
        self.table.select_row(place if place >= 0 else min(row, count - 1))

    def _more(self, offset: int, limit: int, fill: Fill) -> None:
        pickups, chosen = self.doing.rooms.pickups, self.filters.key()

        def read(desk: Any) -> list[dict[str, Any]]:
            return [_row(one, desk) for one in pickups.listing(desk, chosen, offset, limit)]

        self.doing.ask(read, done=fill)

    def _chosen(self, row: dict[str, Any]) -> None:
        account_id = str(row.get("id") or "")
        if account_id != self._account_id:
            self.card.close_boxes()
        self._account_id = account_id
        if not account_id:
            self.card.clear()
        else:
            self.doing.do(self.doing.rooms.customers.card, account_id, done=self._show_card, failed=self._no_card)

    def _show_card(self, card: Any) -> None:
        if card.account.id == self._account_id:
            desk, actor = self.doing.station.desk, self.doing.actor
            pickups = self.doing.rooms.pickups
            declines_from = pickups.declinable_from(desk, card.pickup) if card.pickup else ""
            early = bool(actor and permissions.allows(actor, "pickup.decline_early"))
            clerk = actor.id if actor else ""
            self.card.show_customer(card, desk.local, desk.now_ms(), desk.today(), declines_from, early, clerk)
            self.acts.show_owed(card.account.id)

    def _no_card(self, error: CounterError) -> None:
        self.card.clear()
        if error.code != "mailbox.unknown":
            self.doing.refused.emit(error)

    def _found(self, text: str, item: Any) -> None:
        if item is None:
            self.window_.answer(text)
            return
        self.window_.play("taken")
        self.filters.set_key("all")
        self.reload(account_id=item.account_id)
        self.window_.focus_scan_box()

    def _look(self) -> None:
        self.window_.go("customers", account_id=self._account_id)

    def _decline(self, reason: str) -> None:
        account_id = self._account_id
        rooms = self.doing.rooms

        def act(desk: Any, actor: Any) -> Any:
            pickup = rooms.customers.card(desk, actor, account_id).pickup
            return rooms.pickups.decline(desk, actor, pickup.id if pickup else "", reason)

        self.doing.do(act, done=self._declined, failed=lambda error: self.card.reason.reason.show_error(say(error)))

    def _declined(self, visit: Any) -> None:
        self.card.reason.close_box()
        self.window_.play("taken")
        text = QCoreApplication.translate("Pickups", "Pickup of {name} declined; its pieces are free again")
        self.window_.toasts.show_toast(text.format(name=visit.account.holder))
        self.window_.focus_scan_box()
        self.reload()

    # ------------------------------------------------------------ the hand-over

    def hand_over_chosen(self) -> None:
        """The primary button: hand over to the chosen customer."""
        if self._account_id and not self.hand_over.open_now:
            self.begin(account_id=self._account_id)

    def begin(self, **what: str) -> None:
        """Open a hand-over; another one that is open stays in progress."""
        self.said.hide()
        self.other.close_all()
        pickups = self.doing.rooms.pickups
        self.doing.do(lambda desk, actor: pickups.begin(desk, actor, **what), done=self._begun)

    def _begun(self, visit: Any) -> None:
        self._account_id = visit.account.id
        self.new.hide()
        self.stack.setCurrentWidget(self.hand_over)
        self.hand_over.show_visit(visit, anew=True)
        self.window_.focus_scan_box()

    def _back_to_list(self) -> None:
        self.new.show()
        self.stack.setCurrentWidget(self._list)
        self.head.set_title(self.list_head)
        self.head.set_subtitle("")
        self.reload()
        self.window_.focus_scan_box()


def _row(one: Any, desk: Any) -> dict[str, Any]:
    now_ms = desk.now_ms()
    text, kind = words.waiting_pill(one.account_state, one.pickup_state)
    if one.appointment_ms and one.pickup_state in ("scheduled", "ready"):
        text = words.appointment(desk.local(one.appointment_ms), desk.local(now_ms))
        if one.appointment_ms < now_ms:
            text, kind = QCoreApplication.translate("Pickups", "Late · {when}").format(when=text), "bad"
    note: Sequence[str] = [words.pmb(one.mailbox)]
    if one.owed_cents:
        note = [*note, money(Money(one.owed_cents))]
    elif one.pieces != 1:
        note = [*note, words.pieces(one.pieces)]
    return {
        "id": one.account_id,
        "customer": one.holder or words.pmb(one.mailbox),
        "customer_note": " · ".join(note),
        "tracking": one.tracking or spoken_mail_id(one.mail_id),
        "carrier": words.carrier(one.carrier),
        "shelf": one.shelf,
        "waiting": words.waited(one.oldest_ms, now_ms),
        "status": text,
        "status_kind": kind,
    }


def _summary(counts: Any, now_ms: int) -> str:
    if not counts.all:
        return QCoreApplication.translate("Pickups", "No piece waits for anybody")
    return QCoreApplication.translate("Pickups", "{pieces} waiting for {customers} · oldest {age}").format(
        pieces=words.pieces(counts.pieces),
        customers=QCoreApplication.translate("Pickups", "%n customer(s)", "", counts.all),
        age=words.waited_in_full(counts.oldest_ms, now_ms),
    )
