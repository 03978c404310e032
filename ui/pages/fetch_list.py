"""The pieces to fetch in walking order, with a tick for each; for any page that fetches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ui import words
from ui.pages import shelf_words
from ui.table import Column, Rows, RowsModel, RowTable

if TYPE_CHECKING:
    from counter_app.desk.shelves import Fetch


class FetchList(RowTable):
    """Lines of `shelves.fetch_list`. The next piece that is not ticked is the current one."""

    def __init__(self) -> None:
        columns = (
            Column("shelf", QCoreApplication.translate("Shelves", "Shelf"), 120, "strong"),
            Column("piece", QCoreApplication.translate("Shelves", "Piece"), 0, "two_line"),
            Column("who", QCoreApplication.translate("Shelves", "For"), 220, "two_line"),
            Column("state", QCoreApplication.translate("Shelves", "Fetched"), 150, "pill"),
        )
        super().__init__(RowsModel(columns, Rows()), QCoreApplication.translate("Shelves", "Pieces to fetch"))
        self._lines: list[dict[str, Any]] = []
        self._at: dict[str, int] = {}
        self.ticked_count = 0

    @property
    def count(self) -> int:
        return len(self._lines)

    @property
    def current_id(self) -> str:
        return str(self.current_row().get("id", ""))

    def show_lines(self, lines: Sequence[Fetch], ticked: Sequence[str] = ()) -> None:
        """Show what is to be fetched; `ticked` are the pieces that somebody has already."""
        self._lines = [_row(line) for line in lines]
        self._at = {line["id"]: nth for nth, line in enumerate(self._lines)}
        self.ticked_count = 0
        self.rows.set_source(Rows(self._lines))
        for item_id in ticked:
            self.tick(item_id)
        self._to_next(0)

    def tick(self, item_id: str) -> bool:
        """Tick a piece; False when it is not in this list. A second tick changes nothing."""
        at = self._at.get(item_id)
        if at is None:
            return False
        if not self._lines[at]["done"]:
            self.ticked_count += 1
            self._mark(at, QCoreApplication.translate("Shelves", "Fetched"), "ok", True)
            self._to_next(at)
        return True

    def miss(self, item_id: str) -> None:
        """Show a piece as not found."""
        at = self._at.get(item_id)
        if at is not None and not self._lines[at]["done"]:
            self._mark(at, QCoreApplication.translate("Shelves", "Not found"), "bad", False)
            self._lines[at]["passed"] = True
            self._to_next(at)

    def _mark(self, at: int, text: str, kind: str, done: bool) -> None:
        self._lines[at].update(state=text, state_kind=kind, done=done)
        model = self.rows
        model.dataChanged.emit(model.index(at, 0), model.index(at, model.columnCount() - 1))

    def _to_next(self, at: int) -> None:
        whole = len(self._lines)
        order = (*range(at, whole), *range(at))
        following = next((nth for nth in order if not self._lines[nth]["done"] and not self._lines[nth]["passed"]), -1)
        if following >= 0:
            self.select_row(following)


def _row(line: Fetch) -> dict[str, Any]:
    item = line.item
    searched = line.searched_for
    return {
        "id": item.id,
        "shelf": shelf_words.shelf_of(line.code),
        "piece": words.mail_id(item.mail_id),
        "piece_note": f"{words.carrier(item.carrier)} {words.mail_type(item.mail_type)}".strip(),
        "who": item.name_matched or item.name_on_piece,
        "who_note": words.pmb(item.mailbox),
        "state": QCoreApplication.translate("Shelves", "Searched for")
        if searched
        else QCoreApplication.translate("Shelves", "To fetch"),
        "state_kind": "bad" if searched else "",
        "done": False,
        "passed": searched,
    }
