"""The shred pile: what lies on it and since when, saving from it, and shredding it in one go (2.10, T24)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.values import spoken_mail_id
from counter_app.errors import CounterError
from counter_app.events import RowsArrived, TaskChanged
from counter_app.ports import RawScan
from ui.buttons import button
from ui.entries import beside, field
from ui.figures import day_of, when_text
from ui.notices import Banner, EmptyState
from ui.pages import pickup_words
from ui.sentences import say, sentence
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import Card, lay, row, text_label

if TYPE_CHECKING:
    from ui.pages.page import Page


class ShredPile(QWidget):
    """A list in the place of the to-do list. Scanning a piece chooses its task; nothing goes without a typed count."""

    closed = Signal()
    elsewhere = Signal(str, str)
    task_id = ""
    view = None

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self._piled: tuple[Any, ...] = ()
        self._chosen: list[str] = []
        self.note = Banner("", "bad")
        self.note.hide()
        columns = (
            Column("who", QCoreApplication.translate("Paper", "Customer"), 0, "two_line"),
            Column("pieces", QCoreApplication.translate("Paper", "Pieces"), 70),
            Column("pages", QCoreApplication.translate("Paper", "Pages"), 70),
            Column("since", QCoreApplication.translate("Paper", "On the pile since"), 170, gives_way=True),
            Column("by", QCoreApplication.translate("Paper", "By"), 130, gives_way=True),
            Column("state", QCoreApplication.translate("Paper", "State"), 226, "pill"),
        )
        self.table = RowTable(
            RowsModel(columns, Rows()), QCoreApplication.translate("Paper", "Tasks on the shred pile")
        )
        self.table.activated_row.connect(lambda _row: self._toggle())
        self.empty = EmptyState(
            "trash-2",
            QCoreApplication.translate("Paper", "The shred pile is empty"),
            QCoreApplication.translate("Paper", "Paid shred tasks appear here once their pieces are put on the pile."),
        )
        self.empty.hide()
        self.toggle = button(QCoreApplication.translate("Paper", "Choose or leave"), clicked=self._toggle)
        self.toggle.show_hint("Return")
        self.all = button(
            QCoreApplication.translate("Paper", "Choose all that may go"), shortcut="Ctrl+Shift+A", clicked=self._all
        )
        self.count = field(QCoreApplication.translate("Paper", "How many pieces are in your hand?"), max_chars=4)
        self.count.entered.connect(lambda _text: self._shred())
        self.go = button(
            QCoreApplication.translate("Paper", "Shred"), "danger", "trash-2", "Ctrl+Return", clicked=self._shred
        )
        self.shelf = field(QCoreApplication.translate("Paper", "Back to shelf"), max_chars=12)
        self.reason = field(QCoreApplication.translate("Paper", "Why"), max_chars=200)
        self.reason.entered.connect(lambda _text: self._rescue())
        self.rescue = button(
            QCoreApplication.translate("Paper", "Take off the pile"), "second", "undo-2", clicked=self._rescue
        )
        self.back = button(QCoreApplication.translate("Paper", "Back"), clicked=self.leave)
        self.back.show_hint("Escape")
        self.sum = text_label("", "strong")
        sheet = Card(margins=(0, 0, 0, 0))
        sheet.body.addWidget(self.table)
        sheet.body.addWidget(self.empty)
        self.shelf.setFixedWidth(140)
        self.count.setFixedWidth(224)
        below = row(
            beside(self.toggle),
            beside(self.all),
            None,
            beside(self.sum),
            self.count,
            beside(self.go),
            gap=8,
        )
        saving = row(self.shelf, self.reason, beside(self.rescue), beside(self.back), gap=8)
        saving.setStretch(1, 1)
        whole = lay(QVBoxLayout(self), self.note, sheet, below, saving, gap=12)
        whole.setStretch(1, 1)

    # ------------------------------------------------------------ as a panel of the Tasks room

    def refresh(self) -> None:
        if self.page.doing.clerk is not None:
            self.page.doing.do(self.page.doing.rooms.shredding.pile, done=self._show)

    def heard(self, event: object) -> None:
        if isinstance(event, (TaskChanged, RowsArrived)):
            self.refresh()

    def scanned(self, scan: RawScan) -> bool:
        shredding = self.page.doing.rooms.shredding
        self.page.doing.do(shredding.on_pile, scan.text, done=self._scanned, failed=self._refused)
        return True

    def unsaved(self) -> bool:
        return False

    def escape(self) -> bool:
        self.leave()
        return True

    def leave(self) -> None:
        self._chosen = []
        self.note.hide()
        for one in (self.count, self.shelf, self.reason):
            one.clear()
            one.show_error("")
        self.closed.emit()

    # ------------------------------------------------------------ showing

    def _show(self, piled: tuple[Any, ...]) -> None:
        self._piled = piled
        self._chosen = [one for one in self._chosen if any(known.task_id == one for known in piled)]
        desk = self.page.doing.station.desk
        self.page.head.set_title(QCoreApplication.translate("Paper", "Shred pile"))
        self.page.head.set_subtitle(
            QCoreApplication.translate("Paper", "%n piece(s)", "", sum(len(one.mail_ids) for one in piled))
        )
        now = desk.local(desk.now_ms())
        rows = [
            {
                "id": one.task_id,
                "who": one.holder or pickup_words.pmb(one.mailbox),
                "who_note": " · ".join((pickup_words.pmb(one.mailbox), *(spoken_mail_id(m) for m in one.mail_ids[:2]))),
                "pieces": str(len(one.mail_ids)),
                "pages": str(one.pages),
                "since": when_text(desk.local(one.since_ms), now),
                "by": one.by,
                **self._state(one, desk),
            }
            for one in piled
        ]
        at = max(0, self.table.currentIndex().row())
        self.table.rows.set_source(Rows(rows))
        self.table.select_row(min(at, len(rows) - 1))
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        pieces = sum(len(one.mail_ids) for one in piled if one.task_id in self._chosen)
        self.sum.setText(QCoreApplication.translate("Paper", "%n task(s) chosen", "", len(self._chosen)))
        self.go.setEnabled(pieces > 0)

    def _state(self, one: Any, desk: Any) -> dict[str, str]:
        if one.task_id in self._chosen:
            return {"state": QCoreApplication.translate("Paper", "Chosen"), "state_kind": "info"}
        if one.ripe:
            return {"state": QCoreApplication.translate("Paper", "May be shredded"), "state_kind": "warn"}
        text = QCoreApplication.translate("Paper", "Kept until {date}").format(date=_until(one, desk))
        return {"state": text, "state_kind": "ok"}

    # ------------------------------------------------------------ acting

    def _scanned(self, task_id: str) -> None:
        one = next((known for known in self._piled if known.task_id == task_id), None)
        if one is None:
            self.refresh()
            return
        self.table.select_id(task_id)
        self._choose(one)

    def _toggle(self) -> None:
        chosen = self.table.current_row()
        one = next((known for known in self._piled if chosen and known.task_id == chosen["id"]), None)
        if one is not None:
            self._choose(one)

    def _choose(self, one: Any) -> None:
        if one.task_id in self._chosen:
            self._chosen.remove(one.task_id)
        elif one.ripe:
            self._chosen.append(one.task_id)
            self.window_.play("taken")
            self.note.hide()
        else:
            until = _until(one, self.page.doing.station.desk)
            self._tell(sentence("shred.window_open", {"mail_id": spoken_mail_id(one.mail_ids[0]), "until": until}))
        self._show(self._piled)

    def _all(self) -> None:
        self._chosen = [one.task_id for one in self._piled if one.ripe]
        self._show(self._piled)

    def _shred(self) -> None:
        text = self.count.text().strip()
        typed = int(text) if text.isascii() and text.isdigit() else 0
        shredding = self.page.doing.rooms.shredding
        self.page.doing.do(shredding.shred, tuple(self._chosen), typed, done=self._shredded, failed=self._not_shredded)

    def _shredded(self, pieces: int) -> None:
        self._chosen = []
        self.count.clear()
        self.note.hide()
        self.window_.play("taken")
        self.window_.toasts.show_toast(QCoreApplication.translate("Paper", "%n piece(s) shredded", "", pieces))
        self.refresh()

    def _not_shredded(self, error: CounterError) -> None:
        self.window_.play("refused")
        self.count.show_error(self._said(error))
        self.count.setFocus()

    def _rescue(self) -> None:
        chosen = self.table.current_row()
        if chosen:
            shredding = self.page.doing.rooms.shredding
            self.page.doing.do(
                shredding.rescue,
                str(chosen["id"]),
                self.shelf.text(),
                self.reason.text(),
                done=self._rescued,
                failed=self._refused,
            )

    def _rescued(self, view: Any) -> None:
        self.shelf.clear()
        self.reason.clear()
        self.note.hide()
        self.window_.play("taken")
        text = QCoreApplication.translate("Paper", "%n piece(s) taken off the pile", "", len(view.task.at_hand))
        self.window_.toasts.show_toast(text)
        self.refresh()

    def _refused(self, error: CounterError) -> None:
        self._tell(self._said(error))

    def _tell(self, text: str) -> None:
        self.window_.play("refused")
        self.note.show_text(text, "bad")
        self.note.show()

    def _said(self, error: CounterError) -> str:
        facts = {**error.facts, "mail_id": spoken_mail_id(str(error.facts.get("mail_id") or ""))}
        return sentence(error.code, facts) if error.facts else say(error)

    @property
    def window_(self) -> Any:
        return self.page.window_


def _until(one: Any, desk: Any) -> str:
    """The day on which a piece can be saved for the last time, as it is written here."""
    return day_of(f"{desk.local(one.rescue_until_ms):%Y-%m-%d}")
