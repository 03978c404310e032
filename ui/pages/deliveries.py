"""The Deliveries room: to prepare, scheduled, with a driver, back again; and the steps of one of them (S-17, S-18)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counter_app.domain.values import spoken_mail_id
from counter_app.errors import CounterError
from counter_app.events import OutcomesArrived, RowsArrived, SupplyChanged, TaskChanged
from counter_app.ports import RawScan
from ui.buttons import FilterBar, button
from ui.frame import PageHead
from ui.notices import Banner, EmptyState
from ui.pages import delivery_words as words
from ui.pages import pickup_words
from ui.pages.bags_box import BagsBox, stock_text
from ui.pages.codes import is_piece_code
from ui.pages.delivery_card import DeliveryCard
from ui.pages.page import Page
from ui.pages.task_personal_delivery import DeliveryPanel
from ui.pages.windowed import Fill, Windowed
from ui.sentences import say, sentence
from ui.table import PAGE_ROWS, Column, Rows, RowsModel, RowTable
from ui.widgets import Card, ShownStack, lay

if TYPE_CHECKING:
    from counter_app.desk.deliveries import Line
    from ui.window import Window

CHANGES = (TaskChanged, SupplyChanged, RowsArrived, OutcomesArrived)
LISTS = ("prepare", "scheduled", "in_progress", "returned")


class DeliveriesPage(Page):
    """Four lists with the card of the chosen delivery, or the panel of the one that is worked on."""

    def __init__(self, window: Window) -> None:
        self.title = QCoreApplication.translate("Deliveries", "Deliveries")
        self.bags_button = button(
            QCoreApplication.translate("Deliveries", "Poly bags"), "second", "boxes", "Ctrl+P", clicked=self.open_bags
        )
        super().__init__(window, PageHead(self.title, "", self.bags_button))
        self.low = Banner("", "warn")
        self.low.hide()
        self.bags = BagsBox(self._change_bags)
        self.filters = FilterBar(
            (
                ("prepare", QCoreApplication.translate("Deliveries", "To prepare")),
                ("scheduled", QCoreApplication.translate("Deliveries", "Scheduled")),
                ("in_progress", QCoreApplication.translate("Deliveries", "In progress")),
                ("returned", QCoreApplication.translate("Deliveries", "Returned")),
            )
        )
        self.filters.changed.connect(lambda _key: self.reload(top=True))
        columns = (
            Column("customer", QCoreApplication.translate("Deliveries", "Customer"), 0, "two_line"),
            Column("pieces", QCoreApplication.translate("Deliveries", "Pieces"), 70),
            Column("courier", QCoreApplication.translate("Deliveries", "Courier"), 104, gives_way=True),
            Column("when", QCoreApplication.translate("Deliveries", "When"), 192),
            Column("state", QCoreApplication.translate("Deliveries", "State"), 156, "pill"),
        )
        self.table = RowTable(
            RowsModel(columns, Rows()), QCoreApplication.translate("Deliveries", "Personal deliveries")
        )
        self.table.selected_row.connect(self._chosen)
        self.table.activated_row.connect(lambda _row: self.work_on_chosen())
        self.empty = EmptyState(
            "truck",
            QCoreApplication.translate("Deliveries", "No delivery here"),
            QCoreApplication.translate("Deliveries", "What customers ask to have brought appears here by itself."),
        )
        self._table_or_empty = QStackedWidget()
        self._table_or_empty.addWidget(self.table)
        self._table_or_empty.addWidget(self.empty)
        sheet = Card(margins=(1, 4, 1, 6))
        sheet.body.addWidget(self._table_or_empty)
        self.card = DeliveryCard(self.work_on_chosen, self.put_back, self._delivered, self._not_back, self._look)
        self._list = QWidget()
        body = lay(QHBoxLayout(), sheet, self.card, gap=16)
        self.fold(body)
        body.setStretch(0, 1)
        whole = lay(QVBoxLayout(self._list), self.low, self.bags, self.filters, body, gap=12)
        whole.setStretch(3, 1)
        self.panel = DeliveryPanel(self)
        self.panel.closed.connect(self._back_to_list)
        self.panel.elsewhere.connect(self._go_elsewhere)
        self.stack = ShownStack()
        self.stack.addWidget(self._list)
        self.stack.addWidget(self.panel)
        self.body.addWidget(self.stack)
        self._line: dict[str, Any] = {}
        self._asked = 0

    # ------------------------------------------------------------ Page

    @property
    def deliveries(self) -> Any:
        return self.doing.rooms.deliveries

    @property
    def at_work(self) -> bool:
        return self.panel.view is not None

    def shown(self) -> None:
        if self.doing.clerk is None:
            return
        if self.at_work:
            self.panel.refresh()
        self.reload()

    def left(self) -> None:
        self.card.hide_photo()

    def heard(self, event: object) -> None:
        if self.doing.clerk is None or not self.isVisible():
            return
        if self.at_work:
            self.panel.heard(event)
        elif isinstance(event, CHANGES):
            self.reload()

    def unsaved(self) -> bool:
        return self.at_work and self.panel.unsaved()

    def escape(self) -> bool:
        if self.at_work:
            return self.panel.escape()
        if not self.bags.isHidden():
            self.bags.hide()
            return True
        return self.card.close_boxes()

    def scanned(self, scan: RawScan) -> bool:
        """At work, the panel's. In the lists a piece that a driver has comes back; any other opens its delivery."""
        if self.at_work:
            return self.panel.scanned(scan)
        if not is_piece_code(scan.text):
            return False
        self.doing.do(self.deliveries.of_piece, scan.text, done=lambda found: self._found(scan.text, *found))
        return True

    def open(self, task_id: str = "", bags: str | None = None) -> None:
        """Work on this delivery, or show the poly bags."""
        if bags is not None:
            self.open_bags()
        else:
            self.work_on(task_id)

    # ------------------------------------------------------------ the lists

    def reload(self, task_id: str = "", top: bool = False) -> None:
        """Read the list anew; the chosen delivery (or `task_id`, in whichever list it is) stays chosen."""
        self._asked += 1
        asked, chosen = self._asked, self.filters.key()
        keep = "" if top else task_id or str(self._line.get("id") or "")
        at = 0 if top else max(0, self.table.currentIndex().row())
        deliveries, supplies = self.deliveries, self.doing.rooms.supplies

        def read(desk: Any, actor: Any) -> Any:
            where, place = deliveries.place(desk, actor, keep) if keep else ("", -1)
            shown = where if task_id and where else chosen
            lines = deliveries.listing(desk, actor, shown, 0, PAGE_ROWS)
            counts = deliveries.counts(desk, actor)
            rows = [_row(one, desk) for one in lines]
            return shown, counts, place if where == shown else -1, rows, supplies.poly_bags(desk, actor)

        self.doing.do(read, done=lambda answer: self._show(asked, at, *answer))

    def _show(self, asked: int, at: int, chosen: str, counts: Any, place: int, rows: Any, stock: Any) -> None:
        if asked != self._asked:
            return  # a newer question is under way
        for key in LISTS:
            self.filters.set_count(key, counts[key])
        self.low.show_text(stock_text(stock), "warn")
        self.low.setVisible(stock.order_now and self.bags.isHidden())
        self.bags.show_stock(stock, self._level)
        if self.at_work:
            return  # the list is read anew when it shows again
        self.filters.set_key(chosen)
        self.head.set_title(self.title)
        self.head.set_subtitle(_summary(counts))
        count = counts[chosen]
        self._table_or_empty.setCurrentIndex(0 if count else 1)
        scroll = self.table.verticalScrollBar().value()
        self.table.rows.set_source(Windowed(count, {0: rows}, self._more, self.table.viewport().update))
        self.table.verticalScrollBar().setValue(scroll)
        if not count:
            self._chosen({})
            return
        self.table.select_row(place if place >= 0 else min(at, count - 1))

    def _more(self, offset: int, limit: int, fill: Fill) -> None:
        deliveries, chosen = self.deliveries, self.filters.key()
        self.doing.do(
            lambda desk, actor: [_row(one, desk) for one in deliveries.listing(desk, actor, chosen, offset, limit)],
            done=fill,
        )

    @property
    def _level(self) -> int:
        return self.doing.clerk.level if self.doing.clerk else 0

    def _chosen(self, row: dict[str, Any]) -> None:
        if row.get("id") != self._line.get("id"):
            self.card.close_boxes()
            self.card.hide_photo()
        self._line = dict(row)
        if not row:
            self.card.clear()
            return
        desk = self.doing.station.desk
        self.card.show_line(row["line"], desk.local, desk.now_ms(), self._level)

    # ------------------------------------------------------------ at work

    def work_on_chosen(self) -> None:
        """The primary button: work on the chosen delivery."""
        if self._line and self._line["line"].task.open:
            self.work_on(str(self._line["id"]))

    def work_on(self, task_id: str) -> None:
        """Take the delivery up and show its steps."""
        if self.panel.task_id != task_id:
            take = self.doing.rooms.task_work.take
            self.doing.do(take, task_id, done=self._taken, failed=lambda error: self._not_taken(task_id, error))

    def _taken(self, view: Any) -> None:
        if view.task.kind != "personal_delivery":
            self.window_.go("tasks", task_id=view.task.id, kind=view.task.kind)
            return
        self.bags_button.hide()
        self.stack.setCurrentWidget(self.panel)
        self.panel.show_view(view, anew=True)
        self.window_.focus_scan_box()

    def _not_taken(self, task_id: str, error: CounterError) -> None:
        self.window_.say(error)
        self.reload(task_id=task_id)

    def _go_elsewhere(self, kind: str, task_id: str) -> None:
        if kind == "personal_delivery":
            self.work_on(task_id)
        else:
            self.window_.go("tasks", task_id=task_id, kind=kind)

    def _back_to_list(self) -> None:
        self.bags_button.show()
        self.stack.setCurrentWidget(self._list)
        self.head.set_title(self.title)
        self.head.set_subtitle("")
        self.reload()
        self.window_.focus_scan_box()

    # ------------------------------------------------------------ from the list

    def _found(self, text: str, task_id: str, out: bool) -> None:
        if not task_id:
            self.window_.answer(text)
        elif out:
            self.doing.do(self.deliveries.take_back, text, done=lambda view: self._back(text, view))
        else:
            self.window_.play("taken")
            self.work_on(task_id)

    def _back(self, text: str, view: Any) -> None:
        self.window_.play("taken")
        if view.task.state == "returned":
            said = QCoreApplication.translate("Deliveries", "All back: the pieces of {name} are on the shelf again")
        else:
            said = QCoreApplication.translate("Deliveries", "{mail_id} is back; scan the others of {name} too")
        self.window_.toasts.show_toast(said.format(mail_id=spoken_mail_id(text), name=view.account.holder))
        self.reload(task_id=view.task.id)
        self.window_.focus_scan_box()

    def put_back(self) -> None:
        """No driver came: with one key the pieces are on the shelf again."""
        if self._line and self._line["line"].no_show:
            self.doing.do(self.deliveries.put_back, str(self._line["id"]), done=self._put_back)

    def _put_back(self, view: Any) -> None:
        self.window_.play("taken")
        text = QCoreApplication.translate("Deliveries", "Put back: the pieces of {name} are free again")
        self.window_.toasts.show_toast(text.format(name=view.account.holder))
        self.reload()

    def _delivered(self, reason: str) -> None:
        self.doing.do(
            self.deliveries.note_delivered,
            str(self._line.get("id") or ""),
            reason,
            done=self._noted,
            failed=lambda error: self.card.how.reason.show_error(say(error)),
        )

    def _noted(self, view: Any) -> None:
        self.card.close_boxes()
        self.window_.play("taken")
        text = QCoreApplication.translate("Deliveries", "Noted: {name} has the pieces")
        self.window_.toasts.show_toast(text.format(name=view.account.holder))
        self.window_.focus_scan_box()
        self.reload()

    def _not_back(self) -> None:
        self.doing.do(self.deliveries.not_returned, str(self._line.get("id") or ""), done=self._searched)

    def _searched(self, view: Any) -> None:
        self.window_.play("taken")
        text = QCoreApplication.translate(
            "Deliveries", "%n piece(s) did not come back and are searched for", "", len(view.task.not_returned)
        )
        self.window_.toasts.show_toast(text, kind="warn")
        self.reload(task_id=view.task.id)

    def _look(self, reason: str) -> None:
        task_id, station = str(self._line.get("id") or ""), self.doing.station

        def fetch(name: str) -> None:
            self.card.close_boxes()
            self.doing.aside(lambda: station.see_photo(name), done=lambda data: self._seen(task_id, data))

        self.doing.do(
            self.deliveries.look_at_driver,
            task_id,
            reason,
            done=fetch,
            failed=lambda error: self.card.why.reason.show_error(say(error)),
        )

    def _seen(self, task_id: str, data: bytes) -> None:
        if task_id == self._line.get("id"):
            self.card.show_photo(data)

    # ------------------------------------------------------------ poly bags

    def open_bags(self) -> None:
        """Show how many poly bags there should be, and count them."""
        if not self.at_work:
            self.low.hide()
            self.bags.open_box()

    def _change_bags(self, what: str, amount: int) -> None:
        supplies = self.doing.rooms.supplies
        acts = {"count": supplies.count_bags, "restock": supplies.restock_bags, "level": supplies.set_bag_level}
        self.doing.do(acts[what], amount, done=self._bags_changed)

    def _bags_changed(self, stock: Any) -> None:
        self.window_.play("taken")
        self.window_.toasts.show_toast(stock_text(stock))
        self.bags.hide()
        self.reload()
        self.window_.focus_scan_box()


def _row(line: Line, desk: Any) -> dict[str, Any]:
    task = line.task
    state, kind = words.state_pill(line)
    note = [pickup_words.pmb(task.mailbox)]
    if line.late_request and task.open:
        note.append(QCoreApplication.translate("Deliveries", "late request"))
    if line.locked_by:
        note.append(sentence("task.worked_on", {"by": line.locked_by}))
    elif task.address:
        note.append(task.address)
    when = words.window(task, line.due_ms, desk.local, desk.now_ms())
    if not task.open:
        at_ms = task.ended_ms or task.handed_ms
        when = words.moment(at_ms, desk.local, desk.now_ms())
    return {
        "id": task.id,
        "line": line,
        "customer": line.holder or pickup_words.pmb(task.mailbox),
        "customer_note": " · ".join(note),
        "pieces": str(len(task.at_hand)),
        "courier": line.courier or "–",
        "when": when,
        "state": state,
        "state_kind": kind,
    }


def _summary(counts: Any) -> str:
    said = [
        QCoreApplication.translate("Deliveries", "%n to prepare", "", counts["prepare"]),
        QCoreApplication.translate("Deliveries", "%n with a driver", "", counts["in_progress"]),
    ]
    return " · ".join(said) if counts["prepare"] or counts["in_progress"] else ""
