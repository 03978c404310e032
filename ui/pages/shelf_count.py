"""Counting a shelf by scan: what is there, what is missing, what belongs elsewhere, what nobody knows (2.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from counter_app.errors import CounterError
from ui import words
from ui.buttons import button
from ui.figures import when_text
from ui.notices import Answer, EmptyState, FactGrid, ask
from ui.pages import shelf_words
from ui.sentences import say
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import Card, lay, row, rule, text_label

if TYPE_CHECKING:
    from counter_app.desk.stocktakes import Count
    from ui.pages.shelves import ShelvesPage


class CountPart(QWidget):
    """Scan a shelf, then everything that lies there; Enter on a line does what it asks for, Ctrl+Enter ends."""

    def __init__(self, page: ShelvesPage) -> None:
        super().__init__()
        self.page = page
        self.shelf = ""
        self.count: Count | None = None
        columns = (
            Column("piece", QCoreApplication.translate("Shelves", "Piece"), 0, "two_line"),
            Column("who", QCoreApplication.translate("Shelves", "For"), 190, "two_line"),
            Column("shelf", QCoreApplication.translate("Shelves", "On the books"), 130, "strong"),
            Column("state", QCoreApplication.translate("Shelves", "Counted"), 170, "pill"),
        )
        self.table = RowTable(RowsModel(columns, Rows()), QCoreApplication.translate("Shelves", "Pieces of this count"))
        self.table.activated_row.connect(self._act_on)
        sheet = Card(margins=(2, 4, 2, 8))
        sheet.body.addWidget(self.table)
        both = row(sheet, self._make_side(), gap=16)
        both.setStretch(0, 1)
        page.fold(both)
        counting = QWidget()
        counting.setLayout(both)
        self.empty = EmptyState(
            "list-checks",
            QCoreApplication.translate("Shelves", "Count a shelf"),
            QCoreApplication.translate(
                "Shelves",
                "Scan the label of a shelf, then every piece that lies there. A count that was left is gone on with.",
            ),
        )
        nothing = Card()
        nothing.body.addWidget(self.empty)
        self.stack = QStackedWidget()
        self.stack.addWidget(nothing)
        self.stack.addWidget(counting)
        lay(QVBoxLayout(self), self.stack)

    def _make_side(self) -> Card:
        side = Card()
        side.setFixedWidth(332)
        self.title = text_label("", "h2")
        self.by = text_label("", "muted", wrap=True)
        self.facts = FactGrid(
            (
                ("right", QCoreApplication.translate("Shelves", "There")),
                ("missing", QCoreApplication.translate("Shelves", "Not scanned yet")),
                ("misplaced", QCoreApplication.translate("Shelves", "Belongs elsewhere")),
                ("unknown", QCoreApplication.translate("Shelves", "Unknown")),
            )
        )
        self.hint = text_label("", wrap=True)
        self.move_all = button(
            QCoreApplication.translate("Shelves", "All belong here"),
            "second",
            "map-pin",
            "Ctrl+B",
            clicked=self.move_all_here,
        )
        self.drop = button(
            QCoreApplication.translate("Shelves", "Drop the count"), "second", "x", clicked=self.ask_drop
        )
        self.end = button(
            QCoreApplication.translate("Shelves", "End the count"),
            "primary",
            "check",
            "Ctrl+Return",
            clicked=self.ask_end,
        )
        lay(
            side.body,
            self.title,
            self.by,
            rule(),
            self.facts,
            self.hint,
            None,
            self.drop,
            self.move_all,
            self.end,
            gap=12,
            margins=(18, 16, 18, 18),
        )
        return side

    # ------------------------------------------------------------ reading

    def open(self, shelf: str = "", item_id: str = "") -> None:
        if shelf:
            self.begin(shelf)

    def begin(self, shelf: str) -> None:
        """Count this shelf, or go on with the count that is open."""
        doing = self.page.doing
        doing.do(doing.rooms.stocktakes.begin, shelf, done=self._show, failed=self._refused)

    def knows(self, event: object) -> bool:
        """Whether what was announced shows here already."""
        return False

    def reload(self) -> None:
        doing = self.page.doing
        doing.do(doing.rooms.stocktakes.open_counts, done=self._opened)

    def _opened(self, counts: Any) -> None:
        open_now = {one.shelf: one for one in counts}
        self.page.tabs.set_count("count", len(open_now))
        if not self.shelf and open_now:
            self.shelf = next(iter(open_now))
        if self.shelf in open_now:
            self._show(open_now[self.shelf])
        else:
            self.shelf, self.count = "", None
            self.stack.setCurrentIndex(0)

    def _show(self, count: Count) -> None:
        self.shelf, self.count = count.shelf, count
        desk = self.page.doing.station.desk
        now = desk.local(desk.now_ms())
        self.title.setText(QCoreApplication.translate("Shelves", "Counting {shelf}").format(shelf=count.shelf))
        self.by.setText(
            QCoreApplication.translate("Shelves", "Begun {when} by {who}").format(
                when=when_text(desk.local(count.begun_ms), now), who=words.listed(count.begun_by)
            )
        )
        for key, value in (
            ("right", count.right),
            ("missing", count.missing),
            ("misplaced", count.misplaced),
            ("unknown", count.unknown),
        ):
            self.facts.set_value(key, str(len(value)))
        self.hint.setText(
            QCoreApplication.translate("Shelves", "The shelf is as the register says.")
            if count.even
            else QCoreApplication.translate(
                "Shelves", "At the end, what was not scanned is searched for, and what lies here belongs here."
            )
        )
        self.move_all.setEnabled(any(one.here_by_right for one in count.misplaced))
        at = self.table.currentIndex().row()
        self.table.rows.set_source(Rows(self._rows(count)))
        self.table.select_row(max(0, at))
        self.stack.setCurrentIndex(1)

    def _rows(self, count: Count) -> list[dict[str, Any]]:
        desk = self.page.doing.station.desk
        rows: list[dict[str, Any]] = []
        for code in count.unknown:
            text = QCoreApplication.translate("Shelves", "Enter: receive it")
            rows.append(_line(f"unknown.{code}", code, text, QCoreApplication.translate("Shelves", "Unknown"), "bad"))
        for one in count.misplaced:
            said = (
                (QCoreApplication.translate("Shelves", "Enter: belongs here"), "warn")
                if one.here_by_right
                else (QCoreApplication.translate("Shelves", "Left by the register"), "bad")
            )
            where = words.piece_state(one.item)[0] if one.where == "gone" else shelf_words.shelf_of(one.where)
            rows.append(
                {**shelf_words.piece_row(one.item, desk), "shelf": where, "state": said[0], "state_kind": said[1]}
            )
        for pieces, text, kind in (
            (count.missing, QCoreApplication.translate("Shelves", "Not scanned yet"), ""),
            (count.right, QCoreApplication.translate("Shelves", "There"), "ok"),
        ):
            rows += [{**shelf_words.piece_row(one, desk), "state": text, "state_kind": kind} for one in pieces]
        return rows

    # ------------------------------------------------------------ acting

    def scanned(self, text: str) -> bool:
        doing = self.page.doing
        doing.do(doing.rooms.shelves.recognise, text, done=lambda scan: self._take(scan, text), failed=self._refused)
        return True

    def _take(self, scan: Any, text: str) -> None:
        doing = self.page.doing
        known = scan.kind == "shelf" and scan.place is not None and (scan.place.shelf is not None or scan.place.pieces)
        if not self.shelf:
            if scan.kind == "shelf":
                self.begin(scan.place.code)
            else:
                self._refused(CounterError("shelf.scan_first"))
        elif known and scan.place.code != self.shelf:
            self._refused(CounterError("stocktake.other_shelf", shelf=self.shelf, other=scan.place.code))
        elif not known:
            doing.do(doing.rooms.stocktakes.scan, self.shelf, text, done=self._counted, failed=self._refused)

    def _counted(self, answer: tuple[Count, str]) -> None:
        count, what = answer
        self.page.window_.play({"right": "taken", "again": "taken"}.get(what, "unknown"))
        self._show(count)

    def _act_on(self, chosen: dict[str, Any]) -> None:
        if self.count is None:
            return
        row_id, doing = str(chosen.get("id", "")), self.page.doing
        if row_id.startswith("unknown."):
            self.page.window_.go("receive", tracking=row_id.removeprefix("unknown."))
        elif any(one.item.id == row_id and one.here_by_right for one in self.count.misplaced):
            doing.do(doing.rooms.stocktakes.move_here, self.shelf, row_id, done=self._moved, failed=self._refused)
        else:
            self.page.window_.open_piece(str(chosen.get("mail_id", "")))

    def move_all_here(self) -> None:
        doing = self.page.doing
        doing.do(doing.rooms.stocktakes.move_all_here, self.shelf, done=self._moved, failed=self._refused)

    def _moved(self, count: Count) -> None:
        self.page.window_.play("taken")
        self._show(count)

    def ask_end(self) -> None:
        """End at once when all is even; otherwise say what follows first."""
        if self.count is None:
            return
        if not self.count.missing:
            self._end("end")
            return
        ask(
            self.page,
            QCoreApplication.translate(
                "Shelves", "%n piece(s) were not scanned. Search for them?", "", len(self.count.missing)
            ),
            (
                Answer("end", QCoreApplication.translate("Shelves", "End and search"), "primary"),
                Answer("", QCoreApplication.translate("Shelves", "Go on counting")),
            ),
            self._end,
        )

    def _end(self, key: str) -> None:
        if key == "end":
            doing = self.page.doing
            doing.do(doing.rooms.stocktakes.end, self.shelf, done=self._ended, failed=self._refused)

    def _ended(self, count: Count) -> None:
        window = self.page.window_
        window.play("taken")
        missing = len(count.missing)
        window.toasts.show_toast(
            QCoreApplication.translate("Shelves", "{shelf} is counted: %n piece(s) to search for", "", missing).format(
                shelf=count.shelf
            )
            if missing
            else QCoreApplication.translate("Shelves", "{shelf} is counted: nothing is missing").format(
                shelf=count.shelf
            ),
            kind="warn" if missing else "ok",
        )
        self.shelf = ""
        self.page.reload()
        window.focus_scan_box()

    def ask_drop(self) -> None:
        ask(
            self.page,
            QCoreApplication.translate("Shelves", "Drop the count of {shelf}? Nothing follows from it.").format(
                shelf=self.shelf
            ),
            (
                Answer("drop", QCoreApplication.translate("Shelves", "Drop the count")),
                Answer("", QCoreApplication.translate("Shelves", "Go on counting"), "primary"),
            ),
            self._drop,
        )

    def _drop(self, key: str) -> None:
        if key == "drop":
            doing, shelf = self.page.doing, self.shelf
            self.shelf = ""
            doing.do(doing.rooms.stocktakes.drop, shelf, done=lambda _none: self.page.reload(), failed=self._refused)

    def _refused(self, error: CounterError) -> None:
        self.page.window_.play("refused")
        self.page.window_.toasts.show_toast(say(error), kind="bad")
        if error.code == "stocktake.not_open":
            self.shelf = ""
            self.page.reload()

    def escape(self) -> bool:
        return False

    def left(self) -> None:
        """The count stays open; it is gone on with when the shelf is scanned again."""


def _line(row_id: str, what: str, note: str, state: str, kind: str) -> dict[str, Any]:
    return {
        "id": row_id,
        "piece": what,
        "piece_note": note,
        "who": "–",
        "who_note": "",
        "shelf": "–",
        "state": state,
        "state_kind": kind,
    }
