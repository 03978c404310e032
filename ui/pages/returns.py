"""The Returns room: everything that is not for a shelf here, and the list of what the carrier takes back (2.12)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QStackedWidget

from counter_app import events
from counter_app.errors import CounterError
from counter_app.ports import RawScan
from ui import words
from ui.buttons import FilterBar, button
from ui.entries import combo
from ui.figures import when_text
from ui.frame import PageHead
from ui.notices import Banner, EmptyState
from ui.pages.page import Page
from ui.pages.return_card import ReturnCard
from ui.sentences import say, sentence
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import Card, row, text_label

if TYPE_CHECKING:
    from ui.window import Window

_HEARD = (events.PieceChanged, events.ReturnsChanged, events.RowsArrived)
SIDE_WIDTH = 400


class ReturnsPage(Page):
    """Scanning a marked piece puts it on the list; any other piece asks why it goes back. Ctrl+Enter hands over."""

    def __init__(self, window: Window) -> None:
        super().__init__(
            window,
            PageHead(
                QCoreApplication.translate("Rooms", "Returns"),
                QCoreApplication.translate("Returns", "Scan each piece as the carrier takes it"),
            ),
        )
        self._apart: tuple[Any, ...] = ()
        self._manifest: Any = None
        self._item: Any = None
        self._build()
        self._again = QTimer(self, interval=80, singleShot=True)
        self._again.timeout.connect(self._read)

    # ------------------------------------------------------------ how it lies

    def _build(self) -> None:
        self.filter = FilterBar(
            [
                ("return", QCoreApplication.translate("Returns", "Goes back")),
                ("hold", QCoreApplication.translate("Returns", "Kept apart")),
            ]
        )
        self.filter.changed.connect(lambda _key: self._show())
        columns = (
            Column("piece", QCoreApplication.translate("Returns", "Piece"), 150, "two_line"),
            Column("why", QCoreApplication.translate("Returns", "Why"), 0, "two_line"),
            Column("due", QCoreApplication.translate("Returns", "By"), 146, "when"),
            Column("state", QCoreApplication.translate("Returns", "State"), 116, "pill"),
        )
        self.table = RowTable(RowsModel(columns, Rows()), QCoreApplication.translate("Returns", "Not for a shelf here"))
        self.table.selected_row.connect(self._chosen)
        self._empty = EmptyState(
            "undo-2",
            QCoreApplication.translate("Returns", "Nothing goes back"),
            QCoreApplication.translate(
                "Returns", "What may not be inserted is marked in the Receive room, or scan a piece here."
            ),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.trouble = Banner("", "bad")
        self.trouble.hide()
        self.keep = button(
            QCoreApplication.translate("Returns", "Keep it here"), "second", shortcut="Ctrl+K", clicked=self.keep_it
        )
        self.label = button(
            QCoreApplication.translate("Returns", "Label again"),
            "second",
            "printer",
            "Ctrl+P",
            clicked=self.print_label,
        )
        sheet = Card(margins=(2, 12, 2, 12))
        sheet.body.addLayout(row(self.filter, self.label, self.keep, gap=8, margins=(14, 0, 14, 0)))
        sheet.body.addWidget(self._stack, 1)
        self._side = QStackedWidget()
        self._side.setFixedWidth(SIDE_WIDTH)
        self._side.addWidget(self._list_card())
        self.card = ReturnCard(self._mark, self._leave_card)
        self._side.addWidget(self.card)
        both = row(sheet, self._side, gap=16)
        both.setStretch(0, 1)
        self.body.addWidget(self.trouble)
        self.body.addLayout(both, 1)
        self.fold(both)

    def _list_card(self) -> Card:
        made = Card(margins=(16, 14, 16, 16))
        self._title = text_label("", "h2", elide="right")
        self._note = text_label("", "muted", wrap=True)
        carriers = [one for one in words.carriers() if one[0]]
        self.carrier = combo(QCoreApplication.translate("Returns", "Who takes them"), carriers)
        self.count = text_label("", "big")
        self.go = button(
            QCoreApplication.translate("Returns", "Handed over"),
            "primary",
            "truck",
            "Ctrl+Return",
            clicked=self.hand_over,
        )
        for one in (self._title, self.carrier, self.count, self._note):
            made.body.addWidget(one)
        made.body.addStretch(1)
        made.body.addWidget(self.go)
        return made

    # ------------------------------------------------------------ coming and going

    def shown(self) -> None:
        self._read()

    def unsaved(self) -> bool:
        return self._item is not None

    def heard(self, event: object) -> None:
        if isinstance(event, _HEARD) and self.isVisible() and self.doing.actor is not None:
            self._again.start()

    def escape(self) -> bool:
        if self._item is not None:
            self._leave_card()
            return True
        return False

    def _read(self) -> None:
        rooms = self.doing.rooms.returns
        self.doing.do(rooms.listing, done=self._listed)
        self.doing.do(rooms.manifest, done=self._show_manifest)

    # ------------------------------------------------------------ showing

    def _listed(self, apart: Sequence[Any]) -> None:
        self._apart = tuple(apart)
        self._show()

    def _show(self) -> None:
        for key in ("return", "hold"):
            self.filter.set_count(key, sum(one.todo == key for one in self._apart))
        shown = [one for one in self._apart if one.todo == self.filter.key()]
        chosen = self._selected()
        self.table.rows.set_source(Rows([self._row(one) for one in shown]))
        self.table.refresh()
        self._stack.setCurrentIndex(0 if shown else 1)
        if chosen and any(one.item.id == chosen for one in shown):
            self.table.select_row(next(n for n, one in enumerate(shown) if one.item.id == chosen))
        elif shown:
            self.table.select_row(0)
        self._buttons()
        self._show_count()

    def _row(self, one: Any) -> dict[str, Any]:
        desk = self.doing.station.desk
        item = one.item
        box = words.pmb(one.mailbox) if one.mailbox else ""
        who = " · ".join(part for part in (box, item.name_matched or item.name_on_piece) if part)
        if one.todo == "hold":
            why = QCoreApplication.translate("Returns", "On hold: keep it until there is an instruction")
        else:
            why = sentence(f"reason.{item.return_reason}")
        state, kind = QCoreApplication.translate("Returns", "To scan"), "info"
        if one.listed:
            state, kind = QCoreApplication.translate("Returns", "On the list"), "ok"
        elif one.late:
            state, kind = QCoreApplication.translate("Returns", "Late"), "bad"
        elif one.todo == "hold":
            state, kind = QCoreApplication.translate("Returns", "Kept apart"), "warn"
        due = when_text(desk.local(one.due_ms), desk.local(desk.now_ms())) if one.due_ms else "–"
        number = f"{words.carrier(item.carrier)} {item.tracking[-6:]}".strip()
        return {
            "id": item.id,
            "piece": words.mail_id(item.mail_id),
            "piece_note": number or words.mail_type(item.mail_type),
            "why": why,
            "why_note": item.return_note or who,
            "due": due,
            "state": state,
            "state_kind": kind,
        }

    def _show_manifest(self, found: Any) -> None:
        self._manifest = found
        self.carrier.setEnabled(found is None)
        if found is not None:
            self.carrier.set_key(found.carrier)
        self._title.setText(QCoreApplication.translate("Returns", "What the carrier takes"))
        self._show_count()

    def _show_count(self) -> None:
        done = len(self._manifest.entries) if self._manifest is not None else 0
        due = sum(one.todo == "return" for one in self._apart)
        self.count.setText(QCoreApplication.translate("Returns", "{done} of {all}").format(done=done, all=due))
        self.count.setAccessibleName(
            QCoreApplication.translate("Returns", "{done} of {all} scanned").format(done=done, all=due)
        )
        self._note.setText(
            QCoreApplication.translate(
                "Returns", "Scan each piece into the carrier's hands; then its driver signs the list."
            )
            if due
            else QCoreApplication.translate("Returns", "Nothing waits for a carrier.")
        )
        self.go.setEnabled(done > 0)

    def _chosen(self, _found: Any) -> None:
        self._buttons()

    def _buttons(self) -> None:
        one = self._current()
        self.keep.setEnabled(one is not None and one.todo == "return")
        self.label.setEnabled(one is not None and one.todo == "return")

    def _selected(self) -> str:
        found = self.table.current_row()
        return str(found["id"]) if found else ""

    def _current(self) -> Any:
        chosen = self._selected()
        return next((one for one in self._apart if one.item.id == chosen), None)

    # ------------------------------------------------------------ scans

    def scanned(self, scan: RawScan) -> bool:
        rooms = self.doing.rooms.returns
        self.doing.do(rooms.find, scan.text, done=self._found, failed=self._refused)
        return True

    def _found(self, item: Any) -> None:
        self.trouble.hide()
        if item.apart == "return" and item.on_the_shelf:
            self._scan_onto(item)
            return
        rooms = self.doing.rooms.returns
        self.doing.do(rooms.choices, item.id, done=lambda found: self._ask(item, found), failed=self._refused)

    def _scan_onto(self, item: Any) -> None:
        rooms = self.doing.rooms.returns

        def onto(manifest: Any) -> None:
            self.doing.do(rooms.scan_onto, manifest.id, item.mail_id, done=self._taken, failed=self._refused)

        self.doing.do(rooms.begin, self.carrier.key(), done=onto, failed=self._refused)

    def _taken(self, item: Any) -> None:
        self.window_.play("taken")
        text = QCoreApplication.translate("Returns", "{mail_id} is on the list").format(
            mail_id=words.mail_id(item.mail_id)
        )
        self.window_.toasts.show_toast(text)
        self.filter.set_key("return")
        self._read()

    def _refused(self, error: CounterError) -> None:
        self.window_.play("refused")
        self.trouble.show_text(say(error), "bad")
        self.trouble.show()

    # ------------------------------------------------------------ marking

    def _ask(self, item: Any, found: Any) -> None:
        self._item = item
        title = QCoreApplication.translate("Returns", "{mail_id} back to its sender?")
        self.card.show_choices(title.format(mail_id=words.mail_id(item.mail_id)), found, self.doing.station.desk)
        self._side.setCurrentIndex(1)
        self.go.setEnabled(False)
        self.card.reason.box.setFocus()

    def _leave_card(self) -> None:
        self._item = None
        self._side.setCurrentIndex(0)
        self._show_count()
        self.window_.focus_scan_box()

    def _mark(self, reason: str, note: str) -> None:
        if self._item is None:
            return
        rooms = self.doing.rooms.returns
        self.doing.do(rooms.mark, self._item.id, reason, b"", note, done=self._marked, failed=self._not_marked)

    def _marked(self, got: Any) -> None:
        self._leave_card()
        self.window_.play("taken")
        text = QCoreApplication.translate("Receive", "{mail_id} goes back to its sender · label printing")
        self.window_.toasts.show_toast(
            text.format(mail_id=words.mail_id(got.item.mail_id)), undo=lambda: self._unmark(got.item.id)
        )
        self.filter.set_key("return")
        self._read()

    def _not_marked(self, error: CounterError) -> None:
        self.window_.play("refused")
        self.card.show_trouble(say(error))

    def _unmark(self, item_id: str) -> None:
        rooms = self.doing.rooms.returns
        self.doing.do(rooms.unmark, item_id, done=self._kept, failed=self._refused)

    def keep_it(self) -> None:
        """Take the mark of the chosen piece back: it stays here."""
        one = self._current()
        if one is not None and one.todo == "return":
            self._unmark(one.item.id)

    def _kept(self, item: Any) -> None:
        self.window_.play("taken")
        text = QCoreApplication.translate("Returns", "{mail_id} stays here; throw its label away")
        self.window_.toasts.show_toast(text.format(mail_id=words.mail_id(item.mail_id)))
        self._read()

    def print_label(self) -> None:
        """The endorsement label of the chosen piece once more; nothing else happens."""
        one = self._current()
        if one is not None and one.todo == "return":
            rooms = self.doing.rooms.returns
            self.doing.do(rooms.print_endorsement, one.item.id, done=self._printed, failed=self._refused)

    def _printed(self, _job: str) -> None:
        self.window_.play("taken")
        self.window_.toasts.show_toast(QCoreApplication.translate("Returns", "The label is printing again"))

    # ------------------------------------------------------------ the hand-over

    def hand_over(self) -> None:
        """The carrier has what is on the list."""
        if self._manifest is not None and self._item is None:
            rooms = self.doing.rooms.returns
            self.doing.do(rooms.hand_over, self._manifest.id, done=self._gone, failed=self._refused)

    def _gone(self, manifest: Any) -> None:
        self.window_.play("taken")
        text = QCoreApplication.translate(
            "Returns", "{carrier} took back %n piece(s) · list printing", "", len(manifest.entries)
        )
        self.window_.toasts.show_toast(text.format(carrier=words.carrier(manifest.carrier)))
        self._read()
        self.window_.focus_scan_box()
