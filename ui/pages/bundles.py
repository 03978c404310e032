"""Bundles that lie on a shelf; a manager takes one apart again with a reason (2.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from counter_app.domain.values import spoken_mail_id
from counter_app.errors import CounterError
from counter_app.events import RowsArrived, TaskChanged
from ui.buttons import button
from ui.entries import beside, field
from ui.figures import when_text
from ui.notices import EmptyState
from ui.pages import pickup_words
from ui.pages.watched_list import WatchedList
from ui.sentences import say, sentence
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import Card, lay, row

if TYPE_CHECKING:
    from ui.pages.page import Page


class Bundles(WatchedList):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        columns = (
            Column("who", QCoreApplication.translate("Ship", "Customer"), 0, "two_line"),
            Column("mail_id", QCoreApplication.translate("Ship", "Bundle"), 170, "mono"),
            Column("parts", QCoreApplication.translate("Ship", "Pieces"), 80),
            Column("shelf", QCoreApplication.translate("Ship", "Shelf"), 90, "strong"),
            Column("since", QCoreApplication.translate("Ship", "Bound"), 170, gives_way=True),
        )
        self.table = RowTable(RowsModel(columns, Rows()), QCoreApplication.translate("Ship", "Bundles on the shelf"))
        self.empty = EmptyState(
            "boxes",
            QCoreApplication.translate("Ship", "No bundle lies on a shelf"),
            QCoreApplication.translate(
                "Ship", "Consolidated pieces are here until the customer has them shipped or fetches them."
            ),
        )
        sheet = Card(margins=(0, 0, 0, 0))
        sheet.body.addWidget(self.table)
        sheet.body.addWidget(self.empty)
        self.reason = field(QCoreApplication.translate("Ship", "Why is it taken apart?"), max_chars=200)
        self.reason.entered.connect(lambda _text: self.undo())
        self.go = button(QCoreApplication.translate("Ship", "Take apart"), "danger", "undo-2", clicked=self.undo)
        below = row(self.reason, beside(self.go), beside(self.back), gap=8)
        below.setStretch(0, 1)
        whole = lay(QVBoxLayout(self), self.note, sheet, below, gap=12)
        whole.setStretch(1, 1)

    def refresh(self) -> None:
        if self.page.doing.clerk is not None:
            self.page.doing.do(self.rooms.consolidating.lying, done=self._show)

    def heard(self, event: object) -> None:
        if isinstance(event, (TaskChanged, RowsArrived)):
            self.refresh()

    def _show(self, found: tuple[Any, ...]) -> None:
        desk = self.page.doing.station.desk
        self.page.head.set_title(QCoreApplication.translate("Ship", "Bundles on the shelf"))
        self.page.head.set_subtitle(sentence("consolidate.undo_how"))
        now = desk.local(desk.now_ms())
        rows = [
            {
                "id": one.task_id,
                "who": one.holder or pickup_words.pmb(one.mailbox),
                "who_note": pickup_words.pmb(one.mailbox),
                "mail_id": spoken_mail_id(one.mail_id),
                "parts": str(one.parts),
                "shelf": one.shelf or "–",
                "since": when_text(desk.local(one.bundled_ms), now),
            }
            for one in found
        ]
        self.table.rows.set_source(Rows(rows))
        self.table.select_row(0)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.go.setEnabled(bool(rows))

    def undo(self) -> None:
        chosen = self.table.current_row()
        if chosen:
            undo = self.rooms.consolidating.undo
            task_id = str(chosen["id"])
            self.page.doing.do(undo, task_id, self.reason.text(), done=self._undone, failed=self._wrong)

    def _undone(self, view: Any) -> None:
        self.reason.clear()
        self.window_.play("taken")
        self.tell(QCoreApplication.translate("Ship", "%n piece(s) are back in the mailbox", "", len(view.items)), "ok")
        self.refresh()

    def _wrong(self, error: CounterError) -> None:
        self.window_.play("refused")
        if error.code == "task.reason_missing":
            self.reason.show_error(sentence("consolidate.undo_why"))
            self.reason.setFocus()
        else:
            self.tell(say(error))
