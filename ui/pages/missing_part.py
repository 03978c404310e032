"""What is searched for: where it was seen last, by whom, where one has looked; found again, or given up (2.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from counter_app.errors import CounterError
from ui import words
from ui.acts import act_name
from ui.buttons import button
from ui.entries import check, field
from ui.figures import when_text
from ui.notices import EmptyState, FactGrid
from ui.pages import shelf_words
from ui.sentences import say
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import Card, lay, row, rule, text_label

if TYPE_CHECKING:
    from counter_app.desk.searches import Search
    from ui.pages.shelves import ShelvesPage


class MissingPart(QWidget):
    """The list on the left, the search of the chosen piece on the right; a scan of a missing piece ends its search."""

    def __init__(self, page: ShelvesPage) -> None:
        super().__init__()
        self.page = page
        self._searches: dict[str, Search] = {}
        self._wanted = ""
        self._in_task = False
        columns = (
            Column("piece", QCoreApplication.translate("Shelves", "Piece"), 0, "two_line"),
            Column("who", QCoreApplication.translate("Shelves", "For"), 180, "two_line"),
            Column("shelf", QCoreApplication.translate("Shelves", "Was on"), 90, "strong"),
            Column("seen", QCoreApplication.translate("Shelves", "Last seen"), 150, "two_line"),
            Column("state", QCoreApplication.translate("Shelves", "Search"), 140, "pill"),
        )
        self.table = RowTable(
            RowsModel(columns, Rows()), QCoreApplication.translate("Shelves", "Pieces that are searched for")
        )
        self.table.selected_row.connect(self._choose)
        self.table.activated_row.connect(lambda one: self.page.window_.open_piece(str(one.get("mail_id", ""))))
        sheet = Card(margins=(2, 4, 2, 8))
        sheet.body.addWidget(self.table)
        both = row(sheet, self._make_side(), gap=16)
        both.setStretch(0, 1)
        page.fold(both)
        filled = QWidget()
        filled.setLayout(both)
        self.empty = EmptyState(
            "circle-check",
            QCoreApplication.translate("Shelves", "Nothing is missing"),
            QCoreApplication.translate(
                "Shelves",
                "What is not found at a hand-over, in a task or in a count comes here, with where it was seen last.",
            ),
        )
        nothing = Card()
        nothing.body.addWidget(self.empty)
        self.stack = QStackedWidget()
        self.stack.addWidget(nothing)
        self.stack.addWidget(filled)
        lay(QVBoxLayout(self), self.stack)

    def _make_side(self) -> Card:
        side = Card()
        side.setFixedWidth(348)
        self.title = text_label("", "h2")
        self.facts = FactGrid(
            (
                ("seen", QCoreApplication.translate("Shelves", "Last seen")),
                ("by", QCoreApplication.translate("Shelves", "By")),
                ("act", QCoreApplication.translate("Shelves", "Doing what")),
                ("missed", QCoreApplication.translate("Shelves", "Missed by")),
            )
        )
        self.checks = {key: check(text) for key, text in shelf_words.steps()}
        for key, box in self.checks.items():
            box.clicked.connect(lambda _checked=False, key=key: self.look(key))
        looked = QGridLayout()
        looked.setVerticalSpacing(0)
        for nth, box in enumerate(self.checks.values()):
            looked.addWidget(box, nth // 2, nth % 2)
        self.found = button(
            QCoreApplication.translate("Shelves", "Found, in my hand"),
            "primary",
            "check",
            "Ctrl+Return",
            clicked=self.find,
        )
        self.story = button(
            QCoreApplication.translate("Shelves", "Story"), "second", "history", "Ctrl+H", clicked=self.show_story
        )
        self.give_up = button(
            QCoreApplication.translate("Shelves", "Declare lost"),
            "second",
            "package-x",
            "Ctrl+D",
            clicked=self.ask_reason,
        )
        self.reason = field(QCoreApplication.translate("Shelves", "Why is it given up?"), max_chars=200)
        self.reason.entered.connect(lambda _text: self.declare())
        self.reason.hide()
        lay(
            side.body,
            self.title,
            self.facts,
            rule(),
            text_label(QCoreApplication.translate("Shelves", "Looked for it in"), "caption"),
            looked,
            None,
            self.reason,
            self.story,
            self.give_up,
            self.found,
            gap=9,
            margins=(18, 16, 18, 18),
        )
        return side

    # ------------------------------------------------------------ reading

    def open(self, shelf: str = "", item_id: str = "") -> None:
        self._wanted = item_id

    def knows(self, event: object) -> bool:
        """Whether what was announced shows here already."""
        return False

    def reload(self) -> None:
        doing = self.page.doing
        doing.do(doing.rooms.searches.listing, done=self._show)

    def _show(self, searches: Any) -> None:
        desk = self.page.doing.station.desk
        now = desk.local(desk.now_ms())
        at = self.table.currentIndex().row()
        wanted = self._wanted or str(self.table.current_row().get("id", ""))
        self._wanted = ""
        self._searches = {one.item.id: one for one in searches}
        rows = []
        for one in searches:
            missed = when_text(desk.local(one.missed_ms), now)
            said = (
                (QCoreApplication.translate("Shelves", "Lost"), "bad")
                if one.lost
                else (QCoreApplication.translate("Shelves", "Since {when}").format(when=missed), "warn")
            )
            rows.append(
                {
                    **shelf_words.piece_row(one.item, desk),
                    "shelf": shelf_words.shelf_of(one.last_shelf),
                    "seen": when_text(desk.local(one.seen_ms), now),
                    "seen_note": one.seen_by,
                    "state": said[0],
                    "state_kind": said[1],
                }
            )
        self.table.rows.set_source(Rows(rows))
        self.stack.setCurrentIndex(1 if rows else 0)
        if rows and not (wanted and self.table.select_id(wanted)):
            self.table.select_row(min(max(0, at), len(rows) - 1))
        self._choose(self.table.current_row())

    @property
    def search(self) -> Search | None:
        """The search of the piece that is chosen."""
        return self._searches.get(str(self.table.current_row().get("id", "")))

    def _choose(self, _chosen: dict[str, Any]) -> None:
        one = self.search
        if one is None:
            return
        desk = self.page.doing.station.desk
        now = desk.local(desk.now_ms())
        self.title.setText(words.mail_id(one.item.mail_id))
        self.facts.set_value("seen", when_text(desk.local(one.seen_ms), now))
        self.facts.set_value("by", one.seen_by)
        self.facts.set_value("act", act_name(one.seen_kind))
        self.facts.set_value("missed", one.missed_by)
        for key, box in self.checks.items():
            box.setChecked(key in one.item.looked)
            box.setEnabled(not one.lost and key not in one.item.looked)
        clerk = self.page.doing.clerk
        self.give_up.setVisible(not one.lost and clerk is not None and clerk.level >= 4)
        self._hide_reason()

    # ------------------------------------------------------------ acting

    def scanned(self, text: str) -> bool:
        doing = self.page.doing
        doing.do(doing.rooms.searches.seen, text, done=lambda item: self._seen(item, text), failed=self._refused)
        return True

    def _seen(self, item: Any, text: str) -> None:
        if item is None:
            self.page.window_.answer(text)
        else:
            self.was_found(item)

    def was_found(self, item: Any) -> None:
        """Say that the search is over, and what comes next."""
        self.page.window_.play("taken")
        self.page.window_.toasts.show_toast(
            QCoreApplication.translate(
                "Shelves", "{piece} is found again. Put it on a shelf now: scan it on the map."
            ).format(piece=words.mail_id(item.mail_id))
        )
        self.page.reload()

    def find(self) -> None:
        if self.search is not None:
            doing = self.page.doing
            doing.do(doing.rooms.searches.found, self.search.item.id, done=self.was_found, failed=self._refused)

    def look(self, step: str) -> None:
        if self.search is not None:
            doing = self.page.doing
            done = lambda _search: self.page.reload()  # noqa: E731
            doing.do(doing.rooms.searches.look, self.search.item.id, step, done=done, failed=self._refused)

    def ask_reason(self) -> None:
        """Ask why it is given up; Enter in the line, or Ctrl+D again, does it."""
        if self.reason.isVisible():
            self.declare()
            return
        self.reason.show()
        self.reason.edit.setFocus()

    def declare(self) -> None:
        if self.search is not None:
            doing = self.page.doing
            self._in_task = self.search.item.state == "in_task"
            doing.do(
                doing.rooms.searches.declare_lost,
                self.search.item.id,
                self.reason.text(),
                done=self._declared,
                failed=self._not_declared,
            )

    def _declared(self, search: Search) -> None:
        self._hide_reason()
        self.page.window_.play("taken")
        text = QCoreApplication.translate("Shelves", "{piece} is declared lost")
        if self._in_task:
            text = QCoreApplication.translate("Shelves", "{piece} is declared lost; its task goes on without it")
        self.page.window_.toasts.show_toast(text.format(piece=words.mail_id(search.item.mail_id)))
        self.page.reload()

    def _not_declared(self, error: CounterError) -> None:
        self.page.window_.play("refused")
        self.reason.show_error(say(error))

    def _hide_reason(self) -> None:
        self.reason.clear()
        self.reason.hide()

    def show_story(self) -> None:
        if self.search is not None:
            self.page.window_.go("story", item_id=self.search.item.id)

    def _refused(self, error: CounterError) -> None:
        self.page.window_.say(error)
        self.page.reload()

    def escape(self) -> bool:
        if self.reason.isVisible():
            self._hide_reason()
            return True
        return False

    def left(self) -> None:
        self._hide_reason()
