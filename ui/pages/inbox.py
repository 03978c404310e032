"""The Inbox: what the centre could not simply apply, each with what happened and one thing to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTimer

from counter_app.errors import CounterError
from counter_app.events import InboxChanged, OutcomesArrived
from ui import words
from ui.acts import act_name, what_happened
from ui.buttons import button
from ui.chips import Chip
from ui.figures import when_text
from ui.frame import PageHead
from ui.notices import EmptyState, FactGrid
from ui.pages.page import Page, list_or_empty
from ui.pages.piece_check import TO_CHECK, PieceCheck
from ui.sentences import say
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import Card, lay, row, rule, text_label

if TYPE_CHECKING:
    from counter_app.desk.inbox import Entry
    from ui.window import Window

AGAIN = ("op.parked", "photo.refused")
"""The codes whose act is to send again."""


class InboxPage(Page):
    """Entries on the left, the chosen one on the right. Enter or Ctrl+Enter does its action."""

    def __init__(self, window: Window) -> None:
        super().__init__(window, PageHead(QCoreApplication.translate("Inbox", "Inbox"), ""))
        self._entries: dict[str, Entry] = {}
        self._wanted = ""
        self._busy = False
        self._check = PieceCheck(self)
        self._build()
        self._again = QTimer(self, interval=80, singleShot=True)
        self._again.timeout.connect(self._read)

    def _build(self) -> None:
        columns = (
            Column("what", QCoreApplication.translate("Inbox", "What happened"), 0, "two_line"),
            Column("when", QCoreApplication.translate("Inbox", "When"), 140, "when"),
            Column("state", QCoreApplication.translate("Inbox", "To do"), 132, "pill"),
        )
        self.table = RowTable(RowsModel(columns, Rows()), QCoreApplication.translate("Inbox", "Inbox"))
        self.table.selected_row.connect(self._choose)
        self.table.activated_row.connect(lambda _one: self.act())
        sheet = Card(margins=(2, 4, 2, 8))
        sheet.body.addWidget(self.table)
        self._title = text_label("", "h2", wrap=True)
        self._pill = Chip("", "warn")
        self._sentence = text_label(
            "", wrap=True, selectable=True, accessible=QCoreApplication.translate("Inbox", "What happened")
        )
        self._facts = FactGrid(
            (
                ("mail_id", QCoreApplication.translate("Inbox", "Mail ID")),
                ("mailbox", QCoreApplication.translate("Inbox", "Mailbox")),
                ("done", QCoreApplication.translate("Inbox", "Done here")),
                ("answered", QCoreApplication.translate("Inbox", "Answered")),
            )
        )
        self._error = text_label("", "error", wrap=True)
        self._error.hide()
        self.action = button(
            QCoreApplication.translate("Inbox", "Mark as seen"), "primary", "check", "Ctrl+Return", clicked=self.act
        )
        side = Card()
        side.setFixedWidth(332)
        lay(
            side.body,
            self._title,
            row(self._pill, None),
            rule(),
            self._sentence,
            self._facts,
            None,
            self._error,
            self.action,
            gap=12,
            margins=(18, 16, 18, 18),
        )
        self.empty = EmptyState(
            "circle-check",
            QCoreApplication.translate("Inbox", "Nothing to look at"),
            QCoreApplication.translate(
                "Inbox",
                "The centre took everything that was sent. What it cannot simply take comes here, with what to do.",
            ),
        )
        self._stack = list_or_empty(self, sheet, side, self.empty)
        self.body.addWidget(self._stack, 1)

    # ------------------------------------------------------------ reading

    def shown(self) -> None:
        self._read()

    def heard(self, event: object) -> None:
        if isinstance(event, (InboxChanged, OutcomesArrived)) and self.isVisible():
            self._again.start()

    def open(self, op_id: str) -> None:
        """Choose the entry of this operation once the entries are there."""
        self._wanted = op_id

    def _read(self) -> None:
        if self.doing.ready:
            self.doing.ask(self.doing.rooms.inbox.entries, done=self._show)

    def _show(self, entries: list[Entry]) -> None:
        desk = self.doing.station.desk
        now = desk.local(desk.now_ms())
        at = self.table.currentIndex().row()
        self._entries = {one.op_id: one for one in entries}
        rows = []
        for one in entries:
            again = one.code in AGAIN
            about = f"PMB {one.mailbox}" if one.mailbox else words.mail_id(one.mail_id)
            rows.append(
                {
                    "id": one.op_id,
                    "what": f"{act_name(one.kind)} · {about}" if about else act_name(one.kind),
                    "what_note": what_happened(one.code, one.kind, one.facts),
                    "when": when_text(desk.local(one.at_ms), now),
                    "state": _to_do(one.code),
                    "state_kind": "bad" if again else "warn",
                }
            )
        self.table.rows.set_source(Rows(rows))
        waiting = QCoreApplication.translate("Inbox", "%n thing(s) to look at", "", len(entries))
        self.head.set_subtitle(waiting if entries else QCoreApplication.translate("Inbox", "All is well"))
        self._stack.setCurrentIndex(0 if entries else 1)
        if entries:
            self._choose_again(at)

    def _choose_again(self, at: int) -> None:
        wanted, self._wanted = self._wanted or str(self.table.current_row().get("id", "")), ""
        if not (wanted and self.table.select_id(wanted)):
            self.table.select_row(min(max(0, at), len(self._entries) - 1))
        self._choose(self.table.current_row())

    def _choose(self, chosen: dict[str, Any]) -> None:
        entry = self._entries.get(str(chosen.get("id", "")))
        self._error.hide()
        if entry is None:
            return
        desk = self.doing.station.desk
        now = desk.local(desk.now_ms())
        self._title.setText(act_name(entry.kind))
        self._sentence.setText(what_happened(entry.code, entry.kind, entry.facts))
        self._sentence.setAccessibleName(self._sentence.text())
        again = entry.code in AGAIN
        self._pill.show_state(
            QCoreApplication.translate("Inbox", "Not sent") if again else _verdict(entry.code),
            "bad" if again else "warn",
            "cloud-off" if again else "eye",
        )
        if entry.code == TO_CHECK:
            self._check.choose(entry)
        else:
            self.action.set_text(
                QCoreApplication.translate("Inbox", "Try again")
                if again
                else QCoreApplication.translate("Inbox", "Mark as seen")
            )
        self._facts.set_value("mail_id", words.mail_id(entry.mail_id))
        self._facts.set_value("mailbox", f"PMB {entry.mailbox}" if entry.mailbox else "")
        self._facts.set_value("done", when_text(desk.local(entry.done_ms), now) if entry.done_ms else "")
        self._facts.set_value("answered", when_text(desk.local(entry.at_ms), now))

    # ------------------------------------------------------------ acting

    def act(self) -> None:
        """Do the chosen entry's one action."""
        op_id = str(self.table.current_row().get("id", ""))
        if op_id in self._entries and not self._busy:
            self._busy = True
            entry = self._entries[op_id]
            if entry.code == TO_CHECK and self._check.act(entry):
                return
            again = entry.code in AGAIN
            self.doing.do(
                self.doing.rooms.inbox.resolve, op_id, done=lambda _none: self.done(_told(again)), failed=self.refused
            )

    def idle(self) -> None:
        """Nothing is under way any more."""
        self._busy = False

    def say_about(self, text: str) -> None:
        """What is known of the chosen entry by now."""
        self._sentence.setText(text)
        self._sentence.setAccessibleName(text)

    def done(self, text: str) -> None:
        self.idle()
        self.window_.play("taken")
        self.window_.toasts.show_toast(text)
        self._read()
        if not self.table.hasFocus():
            self.window_.focus_scan_box()

    def refused(self, error: CounterError) -> None:
        self._busy = False
        self.window_.play("refused")
        self._error.setText(say(error))
        self._error.show()
        if error.code == "inbox.gone":
            self._read()


def _told(again: bool) -> str:
    if again:
        return QCoreApplication.translate("Inbox", "It is sent again.")
    return QCoreApplication.translate("Inbox", "Marked as seen.")


def _to_do(code: str) -> str:
    return {
        **dict.fromkeys(AGAIN, QCoreApplication.translate("Inbox", "Try again")),
        TO_CHECK: QCoreApplication.translate("Inbox", "Check"),
    }.get(code, QCoreApplication.translate("Inbox", "Look"))


def _verdict(code: str) -> str:
    return {
        "op.contested": QCoreApplication.translate("Inbox", "Two acts on the same thing"),
        TO_CHECK: QCoreApplication.translate("Inbox", "To be checked"),
        "op.quarantined": QCoreApplication.translate("Inbox", "Kept apart"),
        "photo.missing": QCoreApplication.translate("Inbox", "A photo is lost"),
    }.get(code, QCoreApplication.translate("Inbox", "Not accepted"))
