"""Fetching: which task or pickup, then its pieces in walking order, ticked by scan (S-10, 2.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from counter_app.errors import CounterError
from ui import words
from ui.buttons import button
from ui.figures import when_text
from ui.notices import EmptyState, ProgressLine
from ui.pages import shelf_words
from ui.pages.fetch_list import FetchList
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import Card, lay, row, text_label

if TYPE_CHECKING:
    from counter_app.desk.fetching import ToFetch
    from ui.pages.shelves import ShelvesPage


class FetchPart(QWidget):
    """The list of what is to be fetched; Enter opens one, Escape goes back."""

    def __init__(self, page: ShelvesPage) -> None:
        super().__init__()
        self.page = page
        self.one: ToFetch | None = None
        self._found: dict[str, ToFetch] = {}
        columns = (
            Column("what", QCoreApplication.translate("Shelves", "For"), 0, "two_line"),
            Column("pieces", QCoreApplication.translate("Shelves", "Pieces"), 130),
            Column("when", QCoreApplication.translate("Shelves", "Asked for"), 150, "when"),
        )
        self.table = RowTable(RowsModel(columns, Rows()), QCoreApplication.translate("Shelves", "To be fetched"))
        self.table.activated_row.connect(lambda one: self.begin(self._found.get(str(one.get("id", "")))))
        sheet = Card(margins=(2, 4, 2, 8))
        sheet.body.addWidget(self.table)
        self.empty = EmptyState(
            "package",
            QCoreApplication.translate("Shelves", "Nothing to fetch"),
            QCoreApplication.translate(
                "Shelves", "Pieces of tasks and of pickups that customers asked for come here, in walking order."
            ),
        )
        nothing = Card()
        nothing.body.addWidget(self.empty)
        self.list = FetchList()
        self.title = text_label("", "h2")
        self.progress = ProgressLine(QCoreApplication.translate("Shelves", "Fetched"))
        self.print_it = button(
            QCoreApplication.translate("Shelves", "Print the list"),
            "second",
            "printer",
            "Ctrl+P",
            clicked=self.print_list,
        )
        self.not_there = button(
            QCoreApplication.translate("Shelves", "Not there"), "second", "search", "Ctrl+M", clicked=self.miss
        )
        self.back = button(QCoreApplication.translate("Shelves", "Back to the list"), "second", clicked=self.close_list)
        fetching = Card(margins=(2, 12, 2, 8))
        head = row(self.title, None, self.print_it, self.not_there, self.back, gap=8, margins=(14, 8, 14, 0))
        lay(fetching.body, head, row(self.progress, margins=(14, 0, 14, 0)), self.list, gap=10)
        fetching.body.setStretch(2, 1)
        self.stack = QStackedWidget()
        for widget in (nothing, sheet, fetching):
            self.stack.addWidget(widget)
        lay(QVBoxLayout(self), self.stack)

    # ------------------------------------------------------------ reading

    def open(self, shelf: str = "", item_id: str = "") -> None:
        """Nothing of it is chosen from elsewhere."""

    def knows(self, event: object) -> bool:
        """A tick of this list is drawn with its own answer; to ask for everything would make the next scan wait."""
        return self.one is not None and getattr(event, "kind", "") == "task.piece_ticked"

    def reload(self) -> None:
        doing = self.page.doing
        if self.one is not None:
            one = self.one
            doing.do(
                doing.rooms.fetching.again, one.what, one.id, done=self._again, failed=lambda _e: self.close_list()
            )
        else:
            doing.do(doing.rooms.fetching.to_fetch, done=self._show)

    def _show(self, found: Any) -> None:
        desk = self.page.doing.station.desk
        now = desk.local(desk.now_ms())
        self._found = {one.id: one for one in found}
        rows = [
            {
                "id": one.id,
                "what": _name(one),
                "what_note": words.pmb(one.mailbox),
                "pieces": QCoreApplication.translate("Shelves", "{open} of {all}").format(
                    open=len(one.open_items), all=len(one.items)
                ),
                "when": when_text(desk.local(one.asked_ms), now),
            }
            for one in found
        ]
        self.table.rows.set_source(Rows(rows))
        self.stack.setCurrentIndex(1 if rows else 0)
        if rows:
            self.table.select_row(max(0, self.table.currentIndex().row()))

    def begin(self, one: ToFetch | None) -> None:
        """Show the pieces of a task or pickup in walking order."""
        if one is None:
            return
        self.one = one
        self.title.setText(f"{_name(one)} · {words.pmb(one.mailbox)}")
        doing = self.page.doing
        doing.ask(doing.rooms.shelves.fetch_list, one.items, done=lambda lines: self._fetched(one, lines))

    def _fetched(self, one: ToFetch, lines: Any) -> None:
        if self.one is not one:
            return
        self.list.show_lines(lines, one.ticked)
        self._tell()
        self.stack.setCurrentIndex(2)

    def _again(self, one: ToFetch) -> None:
        """Another counter ticked, or the task is over."""
        if self.one is None or one.id != self.one.id:
            return
        self.one = one
        for item_id in one.ticked:
            self.list.tick(item_id)
        for item_id in one.missing:
            self.list.miss(item_id)
        self._tell()

    def _tell(self) -> None:
        done, whole = self.list.ticked_count, self.list.count
        text = QCoreApplication.translate("Shelves", "{done} of {whole} fetched").format(done=done, whole=whole)
        self.progress.show_step(done, max(1, whole), text)

    # ------------------------------------------------------------ acting

    def scanned(self, text: str) -> bool:
        if self.one is None:
            return False
        doing = self.page.doing
        if self.one.what == "pickup":
            doing.do(doing.rooms.fetching.piece_of, text, done=self._ticked, failed=self._refused)
        else:
            doing.do(doing.rooms.fetching.tick, self.one.id, text, done=self._ticked, failed=self._refused)
        return True

    def _ticked(self, item: Any) -> None:
        if not self.list.tick(item.id):
            where = shelf_words.shelf_of(item.shelf)
            self._refused(CounterError("fetch.not_in_list", mail_id=words.mail_id(item.mail_id), shelf=where))
            return
        self.page.window_.play("taken")
        self._tell()
        if item.searched_for and self.one is not None and self.one.what == "pickup":
            doing = self.page.doing
            doing.do(doing.rooms.searches.seen, item.mail_id)  # the tick of a task says it itself

    def miss(self) -> None:
        """The piece that comes next is not on its shelf."""
        item_id = self.list.current_id
        if self.one is not None and item_id:
            doing = self.page.doing
            doing.do(
                doing.rooms.fetching.missing,
                self.one.what,
                self.one.id,
                item_id,
                done=lambda _none: self._missed(item_id),
                failed=self._refused,
            )

    def _missed(self, item_id: str) -> None:
        self.list.miss(item_id)
        self.page.window_.toasts.show_toast(
            QCoreApplication.translate("Shelves", "It is searched for from now on; see Missing."), kind="warn"
        )
        self._tell()

    def print_list(self) -> None:
        if self.one is not None:
            doing = self.page.doing
            doing.do(
                doing.rooms.shelves.print_fetch_list,
                self.title.text(),
                self.one.items,
                done=self._printed,
                failed=self._refused,
            )

    def _printed(self, _job: str) -> None:
        self.page.window_.play("taken")
        self.page.window_.toasts.show_toast(QCoreApplication.translate("Shelves", "The fetch list is printing"))

    def close_list(self) -> None:
        self.one = None
        self.page.reload()

    def _refused(self, error: CounterError) -> None:
        self.page.window_.say(error)

    def escape(self) -> bool:
        if self.one is not None:
            self.close_list()
            return True
        return False

    def left(self) -> None:
        """What was ticked for a pickup is kept while the list is open."""


def _name(one: ToFetch) -> str:
    return {
        "pickup": QCoreApplication.translate("Shelves", "Pickup"),
        "scan": QCoreApplication.translate("Shelves", "Open and scan"),
        "ship": QCoreApplication.translate("Shelves", "Ship"),
        "consolidate": QCoreApplication.translate("Shelves", "Consolidate"),
        "shred": QCoreApplication.translate("Shelves", "Shred"),
        "discard": QCoreApplication.translate("Shelves", "Discard"),
        "check_deposit": QCoreApplication.translate("Shelves", "Check deposit"),
        "personal_delivery": QCoreApplication.translate("Shelves", "Personal delivery"),
    }.get(one.what, one.what)
