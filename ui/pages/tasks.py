"""The Tasks room: everything that customers have asked for, the most urgent first, and the way to work on it (S-10)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counter_app.errors import CounterError
from counter_app.events import OutcomesArrived, PickupChanged, RowsArrived, TaskChanged
from counter_app.ports import RawScan
from ui.buttons import FilterBar, button
from ui.frame import PageHead
from ui.notices import EmptyState
from ui.pages import pickup_words
from ui.pages import task_words as words
from ui.pages.codes import is_piece_code
from ui.pages.page import Page
from ui.pages.task_card import TaskCard
from ui.pages.task_panels import LISTS, PANELS
from ui.pages.windowed import Fill, Windowed, page_of
from ui.sentences import sentence
from ui.table import PAGE_ROWS, Column, Rows, RowsModel, RowTable
from ui.widgets import Card, ShownStack, lay

if TYPE_CHECKING:
    from ui.pages.task_panel import TaskPanel
    from ui.window import Window

CHANGES = (TaskChanged, PickupChanged, RowsArrived, OutcomesArrived)


class TasksPage(Page):
    """The list with the card of the chosen task, or the panel of the one that is worked on."""

    def __init__(self, window: Window) -> None:
        self.title = QCoreApplication.translate("Tasks", "Tasks")
        super().__init__(window, PageHead(self.title))
        self.pile = button(
            QCoreApplication.translate("Paper", "Shred pile"),
            "link",
            "",
            "Ctrl+D",
            clicked=lambda: self.show_list("shred_pile"),
        )
        self.deposits = button(
            QCoreApplication.translate("Paper", "Deposits for the carrier"),
            "link",
            "",
            "Ctrl+J",
            clicked=lambda: self.show_list("deposits_out"),
        )
        self.parcels = button(
            QCoreApplication.translate("Ship", "Parcels for the carrier"),
            "link",
            "",
            "Ctrl+Shift+L",
            clicked=lambda: self.show_list("parcels_out"),
        )
        self.filters = FilterBar(
            (
                ("next", QCoreApplication.translate("Tasks", "Do next")),
                ("late", QCoreApplication.translate("Tasks", "Late")),
                ("payment_declined", QCoreApplication.translate("Tasks", "Payment declined")),
                ("awaiting_customer", QCoreApplication.translate("Tasks", "Customer asked")),
            ),
            at_the_end=(self.pile, self.deposits, self.parcels),
        )
        self.kinds = FilterBar(
            (
                ("next", QCoreApplication.translate("Tasks", "All kinds")),
                *((key, words.kind(key)) for key in KINDS_SHOWN),
            )
        )
        self.filters.changed.connect(lambda _key: self._choose(self.kinds))
        self.kinds.changed.connect(lambda _key: self._choose(self.filters))
        columns = (
            Column("task", QCoreApplication.translate("Tasks", "Task"), 0, "two_line"),
            Column("pieces", QCoreApplication.translate("Tasks", "Pieces"), 70),
            Column("shelf", QCoreApplication.translate("Tasks", "Shelf"), 76, "strong", gives_way=True),
            Column("due", QCoreApplication.translate("Tasks", "Due"), 176, "pill"),
            Column("state", QCoreApplication.translate("Tasks", "State"), 164, "pill"),
        )
        self.table = RowTable(RowsModel(columns, Rows()), QCoreApplication.translate("Tasks", "Open tasks"))
        self.table.selected_row.connect(self._chosen)
        self.table.activated_row.connect(lambda _row: self.work_on_chosen())
        self.empty = EmptyState(
            "list-checks",
            QCoreApplication.translate("Tasks", "Nothing to do here"),
            QCoreApplication.translate(
                "Tasks", "What customers ask for appears here by itself, with the time until when it is due."
            ),
        )
        self._table_or_empty = QStackedWidget()
        self._table_or_empty.addWidget(self.table)
        self._table_or_empty.addWidget(self.empty)
        sheet = Card(margins=(1, 4, 1, 6))
        sheet.body.addWidget(self._table_or_empty)
        self.card = TaskCard(self.work_on_chosen, self._take_over, self._look)
        self._list = QWidget()
        body = lay(QHBoxLayout(), sheet, self.card, gap=16)
        self.fold(body)
        body.setStretch(0, 1)
        whole = lay(QVBoxLayout(self._list), self.filters, self.kinds, body, gap=10)
        whole.setStretch(2, 1)
        self.stack = ShownStack()
        self.stack.addWidget(self._list)
        self.body.addWidget(self.stack)
        self.panel: TaskPanel | None = None
        self._panels: dict[str, TaskPanel] = {}
        self._lists: dict[str, Any] = {}
        self._line: dict[str, Any] = {}
        self._asked = 0

    # ------------------------------------------------------------ Page

    def shown(self) -> None:
        if self.doing.clerk is None:
            return
        if self.panel in self._lists.values():
            self._back_to_list()  # the room's key leads to what is to be done; work that was begun stays open
            return
        if self.panel is not None:
            self.panel.refresh()
        self.reload()

    def heard(self, event: object) -> None:
        if self.doing.clerk is None or not self.isVisible():
            return
        if self.panel is not None:
            self.panel.heard(event)
        elif isinstance(event, CHANGES):
            self.reload()

    def unsaved(self) -> bool:
        return self.panel is not None and self.panel.unsaved()

    def escape(self) -> bool:
        if self.panel is not None:
            return self.panel.escape()
        if not self.card.takeover.isHidden():
            self.card.takeover.close_box()
            return True
        return False

    def scanned(self, scan: RawScan) -> bool:
        """At work, the panel's; in the list, a piece opens the task that it is in."""
        if self.panel is not None:
            return self.panel.scanned(scan)
        if not is_piece_code(scan.text):
            return False
        self.doing.do(self.doing.rooms.tasks.of_piece, scan.text, done=lambda found: self._found(scan.text, *found))
        return True

    def open(self, task_id: str = "", kind: str = "") -> None:
        """Work on this task; a pickup is handed over in its own room."""
        self.work_on(kind, task_id)

    # ------------------------------------------------------------ the list

    def _choose(self, other: FilterBar) -> None:
        other.set_key("next")
        self.reload(top=True)

    def chosen_filter(self) -> str:
        """The filter that is chosen: a kind, or one of the four above."""
        return self.kinds.key() if self.kinds.key() != "next" else self.filters.key()

    def reload(self, task_id: str = "", top: bool = False) -> None:
        """Read the list anew; the chosen task (or `task_id`) stays chosen where it stands now."""
        self._asked += 1
        asked, chosen = self._asked, self.chosen_filter()
        keep = "" if top else task_id or str(self._line.get("id") or "")
        at = 0 if top else max(0, self.table.currentIndex().row())
        tasks = self.doing.rooms.tasks

        def read(desk: Any, actor: Any) -> Any:
            whole = tasks.opened(desk, actor, chosen, keep, {0, page_of(at)}, PAGE_ROWS)
            return whole, {offset: [_row(one, desk) for one in lines] for offset, lines in whole.pages.items()}

        self.doing.do(read, done=lambda answer: self._show(asked, chosen, at, *answer))

    def _show(self, asked: int, chosen: str, at: int, whole: Any, pages: Any) -> None:
        if asked != self._asked:
            return  # a newer question is under way
        counts = whole.counts
        for key in ("next", "late", "payment_declined", "awaiting_customer"):
            self.filters.set_count(key, counts.of(key))
        for key in KINDS_SHOWN:
            self.kinds.set_count(key, counts.of(key))
        if self.panel is not None:
            return  # the list is read anew when it shows again
        self.head.set_title(self.title)
        self.head.set_subtitle(self._summary(counts))
        count = counts.of(chosen)
        self._table_or_empty.setCurrentIndex(0 if count else 1)
        scroll = self.table.verticalScrollBar().value()
        self.table.rows.set_source(Windowed(count, pages, self._more, self.table.viewport().update))
        self.table.verticalScrollBar().setValue(scroll)
        if not count:
            self._chosen({})
            return
        self.table.select_row(whole.place if whole.place >= 0 else min(at, count - 1))

    def _more(self, offset: int, limit: int, fill: Fill) -> None:
        tasks, chosen = self.doing.rooms.tasks, self.chosen_filter()
        self.doing.do(
            lambda desk, actor: [_row(one, desk) for one in tasks.todo(desk, actor, chosen, offset, limit)], done=fill
        )

    def _summary(self, counts: Any) -> str:
        if not counts.of("next"):
            return QCoreApplication.translate("Tasks", "Everything is done")
        text = QCoreApplication.translate("Tasks", "%n task(s) to do", "", counts.of("next"))
        if counts.of("late"):
            return f"{text} · " + QCoreApplication.translate("Tasks", "%n late", "", counts.of("late"))
        if counts.next_due_ms:
            desk = self.doing.station.desk
            when = words.due(counts.next_due_ms, False, desk.local, desk.now_ms())
            return f"{text} · " + QCoreApplication.translate("Tasks", "next one due {when}").format(when=when)
        return text

    def _chosen(self, row: dict[str, Any]) -> None:
        if row.get("id") != self._line.get("id"):
            self.card.takeover.close_box()
        self._line = dict(row)
        if not row:
            self.card.clear()
            return
        desk, clerk = self.doing.station.desk, self.doing.clerk
        self.card.show_line(row["line"], desk.local, desk.now_ms(), clerk.id if clerk else "")

    # ------------------------------------------------------------ the way to a task

    def work_on_chosen(self) -> None:
        """The primary button: work on the chosen task."""
        if self._line and self.card.go.isEnabled():
            self.work_on(str(self._line["kind"]), str(self._line["id"]))

    def work_on(self, kind: str, task_id: str, takeover_reason: str = "") -> None:
        """Take the task up and show its panel."""
        if kind == "pickup":
            self.window_.go("pickups", pickup_id=task_id)
            return
        if takeover_reason or self.panel is None or self.panel.task_id != task_id:
            take = self.doing.rooms.task_work.take
            self.doing.do(
                take, task_id, takeover_reason, done=self._taken, failed=lambda e: self._not_taken(task_id, e)
            )

    def _taken(self, view: Any) -> None:
        kind = view.task.kind
        if kind not in PANELS:
            self.window_.say(CounterError("task.no_panel"))
            return
        if self.panel is not None:
            self.panel.leave()
        if kind not in self._panels:
            panel = PANELS[kind](self)
            panel.closed.connect(self._back_to_list)
            panel.elsewhere.connect(self._go_elsewhere)
            self.stack.addWidget(panel)
            self._panels[kind] = panel
        self.panel = self._panels[kind]
        self.stack.setCurrentWidget(self.panel)
        self.panel.show_view(view, anew=True)
        self.window_.focus_scan_box()

    def show_list(self, key: str) -> None:
        """Show one of LISTS in the place of the to-do list: what is out of it and still watched."""
        if key not in self._lists:
            made = LISTS[key](self)
            made.closed.connect(self._back_to_list)
            self.stack.addWidget(made)
            self._lists[key] = made
        self.panel = self._lists[key]
        self.stack.setCurrentWidget(self.panel)
        self.panel.refresh()
        self.window_.focus_scan_box()

    def _not_taken(self, task_id: str, error: CounterError) -> None:
        self.window_.say(error)
        self.reload(task_id=task_id)

    def _go_elsewhere(self, kind: str, task_id: str) -> None:
        self.work_on(kind, task_id)

    def _take_over(self, reason: str) -> None:
        self.work_on(str(self._line["kind"]), str(self._line["id"]), reason)

    def _look(self) -> None:
        if self._line:
            self.window_.go("customers", account_id=str(self._line["line"].account_id))

    def _found(self, text: str, kind: str, task_id: str) -> None:
        if not task_id:
            self.window_.answer(text)
            return
        self.window_.play("taken")
        self.filters.set_key("next")
        self.kinds.set_key("next")
        self.work_on(kind, task_id)

    def _back_to_list(self) -> None:
        self.panel = None
        self.stack.setCurrentWidget(self._list)
        self.head.set_title(self.title)
        self.head.set_subtitle("")
        self.reload()
        self.window_.focus_scan_box()


KINDS_SHOWN = (
    "scan",
    "ship",
    "consolidate",
    "shred",
    "discard",
    "check_deposit",
    "personal_delivery",
    "pickup",
)


def _row(one: Any, desk: Any) -> dict[str, Any]:
    state, kind = words.state_pill(one.state, one.kind)
    due = words.due(one.due_ms, one.late, desk.local, desk.now_ms())
    note = [one.holder or pickup_words.pmb(one.mailbox), pickup_words.pmb(one.mailbox)]
    if one.locked_by:
        note.append(sentence("task.worked_on", {"by": one.locked_by}))
    return {
        "id": one.id,
        "kind": one.kind,
        "line": one,
        "task": words.kind(one.kind, one.pieces),
        "task_note": " · ".join(note),
        "pieces": str(one.pieces) if one.pieces else "–",
        "shelf": one.shelf or "–",
        "due": due,
        "due_kind": "bad" if one.late else "",
        "state": state,
        "state_kind": kind,
    }
