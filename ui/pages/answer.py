"""The yes/no screen: one answer for anything typed or scanned, and what may be done now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from counter_app import events
from counter_app.errors import CounterError
from ui import words
from ui.buttons import button
from ui.entries import field
from ui.figures import when_text
from ui.frame import PageHead
from ui.notices import EmptyState
from ui.pages.answer_parts import Band, LinesCard, PieceCard
from ui.pages.answer_words import say_line
from ui.pages.names_and_shelf import MailboxFacts
from ui.pages.offer_bar import OfferBar
from ui.pages.page import Page
from ui.search_list import account_columns, found_row
from ui.sentences import SENTENCES, say, sentence
from ui.table import Rows, RowsModel, RowTable
from ui.widgets import Card, frame, lay, text_label

if TYPE_CHECKING:
    from ui.window import Window

_STALE = (events.PieceReceived, events.PieceChanged, events.PickupChanged, events.RowsArrived)


class AnswerPage(Page):
    """Shows what the desk answers; a further scan asks anew, Escape goes back to the room before."""

    def __init__(self, window: Window) -> None:
        self.story = button(
            QCoreApplication.translate("Answer", "Story"), "second", "history", "Ctrl+H", clicked=self._tell_story
        )
        super().__init__(window, PageHead("", "", self.story))
        self.answer: Any = None
        self._again: Callable[[], None] | None = None
        self._serial = 0
        self.band = Band()
        self.lines = LinesCard()
        self.piece = PieceCard()
        self.mailbox = MailboxFacts(window.answer)
        self.choices = RowTable(
            RowsModel(account_columns(), Rows()), QCoreApplication.translate("Answer", "Mailboxes that match")
        )
        self.choices.activated_row.connect(self._chosen)
        self.offers = OfferBar(self._offer_pressed)
        self._facts = QStackedWidget()
        self._facts.addWidget(self.piece)
        self._facts.addWidget(self.mailbox)
        subject = QWidget()
        line = lay(QHBoxLayout(subject), self.lines, self._facts, gap=16)
        line.setStretch(0, 10)
        line.setStretch(1, 11)
        choosing = Card(margins=(6, 6, 6, 6))
        choosing.body.addWidget(self.choices)
        self._nothing = EmptyState(
            "search",
            QCoreApplication.translate("Answer", "Nothing found"),
            QCoreApplication.translate(
                "Answer", "Type part of a name, a mailbox number, a phone number or the last digits of a label."
            ),
        )
        self._new = EmptyState(
            "package-plus",
            QCoreApplication.translate("Answer", "A new piece?"),
            QCoreApplication.translate("Answer", "Enter takes this number to the Receive room. Esc goes back."),
        )
        self._stack = QStackedWidget()
        self._pages = {"subject": subject, "choice": choosing, "nothing": self._nothing, "new_piece": self._new}
        for widget in self._pages.values():
            self._stack.addWidget(widget)
        self._inline = self._make_inline()
        for widget in (self.band.frame, self._stack, self._inline, self.offers):
            self.body.addWidget(widget)
        self.body.setSpacing(12)
        self.body.setStretch(1, 1)
        self._enter_keys = [QShortcut(QKeySequence(key), self) for key in ("Return", "Enter")]
        for key in self._enter_keys:
            key.activated.connect(self._enter)
        window.scan_box.textChanged.connect(lambda _text: self._set_enter())
        self._act = ""

    # ------------------------------------------------------------ asking

    def open(self, account_id: str) -> None:
        """Show the answer for an account that the clerk has picked himself."""
        rooms = self.doing.rooms.answers
        self._ask(lambda done: self.doing.do(rooms.about_mailbox, account_id, done=done))

    def ask(self, text: str) -> None:
        """Ask the desk what may be done with `text`, and show it."""
        self.head.set_title(words.mail_id(text[:60]))
        rooms = self.doing.rooms.answers
        self._ask(lambda done: self.doing.do(rooms.answer, text, done=done))

    def _ask(self, question: Callable[[Callable[[Any], None]], None]) -> None:
        self._serial += 1
        serial = self._serial
        self._close_inline()

        def answered(answer: Any) -> None:
            if serial == self._serial:
                self._show(answer)

        self._again = lambda: question(answered)
        self._again()

    def heard(self, event: object) -> None:
        if isinstance(event, _STALE) and self.isVisible() and self._again and self.doing.actor is not None:
            self._again()

    def shown(self) -> None:
        self._set_enter()

    def left(self) -> None:
        self._close_inline()

    def unsaved(self) -> bool:
        return bool(self._act)

    def escape(self) -> bool:
        if self._act:
            self._close_inline()
            return True
        return False

    # ------------------------------------------------------------ showing

    def _show(self, answer: Any) -> None:
        self.answer = answer
        self.head.set_title(self._title(answer))
        said = [(line.kind, self._say(line.code, line.facts)) for line in answer.lines]
        if answer.subject == "mailbox":
            self._show_mailbox(answer, said)
        elif answer.subject == "piece":
            self._show_piece(answer, said)
        elif answer.subject == "choice":
            # The band asks whether it was meant; the rows need not ask again.
            self.choices.rows.set_source(Rows([found_row(replace(one, guess=False)) for one in answer.found]))
        do = f"do.{answer.verdict}"
        what = sentence(do) if do in SENTENCES else said[0][1]
        if answer.subject == "piece":
            what = f"{said[0][1]} {what}"  # where it is comes first: that is what the clerk walks to
        self.band.say(answer.colour, sentence(f"verdict.{answer.verdict}"), what)
        key = answer.subject if answer.subject in self._pages else "subject"
        self._stack.setCurrentWidget(self._pages[key])
        self.offers.show_offers([(one.action, *self._allowed(one)) for one in answer.offers], answer.main)
        self.offers.setVisible(bool(answer.offers))
        self.story.setVisible(answer.subject == "piece")
        self.head.set_subtitle(
            QCoreApplication.translate("Answer", "↑ ↓ choose, Enter opens, Esc goes back")
            if answer.subject == "choice"
            else QCoreApplication.translate("Answer", "Scan or type something else, or go back with Esc")
        )
        if answer.subject == "choice":
            self.choices.setFocus(Qt.FocusReason.OtherFocusReason)
            self.choices.setCurrentIndex(QModelIndex())  # the focus alone would make the first row current
        elif answer.subject == "nothing":
            self.window_.play("unknown")
        self._set_enter()

    def _title(self, answer: Any) -> str:
        if answer.subject == "mailbox":
            return QCoreApplication.translate("Answer", "PMB {number}").format(number=answer.account.mailbox)
        return words.mail_id((answer.item.mail_id if answer.item is not None else answer.asked)[:60])

    def _chosen(self, found: dict[str, Any]) -> None:
        if not self.choices.selectionModel().hasSelection():
            return  # Enter on a list in which nobody has chosen picks nobody
        if any(one.item is not None and one.item.id == found["id"] for one in self.answer.found):
            rooms = self.doing.rooms.answers
            self._ask(lambda done: self.doing.do(rooms.about_piece, found["id"], done=done))
        else:
            self.open(account_id=found["id"])

    def _show_mailbox(self, answer: Any, said: list[tuple[str, str]]) -> None:
        account = answer.account
        self.lines.show_lines(account.holder, words.mailbox_state(account), said)
        self.mailbox.show_mailbox(answer.names, [self._piece_row(item) for item in answer.on_shelf])
        self._facts.setCurrentWidget(self.mailbox)

    def _show_piece(self, answer: Any, said: list[tuple[str, str]]) -> None:
        item = answer.item
        name = item.name_matched or item.name_on_piece or QCoreApplication.translate("Answer", "No name on it")
        self.lines.show_lines(name, words.piece_state(item), said[1:])
        self.piece.show_piece(item, self._when(item.received_ms))
        self._facts.setCurrentWidget(self.piece)

    def _piece_row(self, item: Any) -> dict[str, Any]:
        state, kind = words.piece_state(item)
        return {
            "id": item.id,
            "mail_id": item.mail_id,
            "piece": words.mail_id(item.mail_id),
            "piece_note": f"{words.carrier(item.carrier)} {words.mail_type(item.mail_type)}".strip(),
            "who": item.name_matched or item.name_on_piece,
            "who_note": self._when(item.received_ms),
            "shelf": item.shelf or "–",
            "state": state,
            "state_kind": kind,
        }

    def _say(self, code: str, facts: dict[str, Any]) -> str:
        desk, answer = self.doing.station.desk, self.answer
        level = self.doing.clerk.level if self.doing.clerk else 0
        account = answer.account if answer is not None else None
        known = {"mailbox": account.mailbox if account is not None else "", "level": level}
        return say_line(code, {**known, **facts}, answer.item if answer is not None else None, desk)

    def _when(self, at_ms: int) -> str:
        desk = self.doing.station.desk
        return when_text(desk.local(at_ms), desk.local(desk.now_ms())) if at_ms else ""

    # ------------------------------------------------------------ offers

    def _allowed(self, offer: Any) -> tuple[bool, str]:
        if offer.action in ("hand_over", "open_task") and "pickups" not in self.window_.pages:
            return False, sentence("answer.room_missing")
        if not offer.allowed:
            return False, self._say(offer.why, offer.facts)
        return True, ""

    def _enter(self) -> None:
        if action := self.offers.first():
            self._offer_pressed(action)

    def _set_enter(self) -> None:
        # Enter belongs to whatever is being written; a list of choices has its own.
        writing = bool(self.window_.scan_box.text()) or bool(self._act)
        choosing = self.answer is not None and self.answer.subject == "choice"
        for key in self._enter_keys:
            key.setEnabled(not writing and not choosing)

    def _offer_pressed(self, action: str) -> None:
        answer = self.answer
        if answer is None or not any(one.action == action and one.allowed for one in answer.offers):
            return
        account_id = answer.account.id if answer.account is not None else ""
        if action == "receive":
            self.window_.go("receive", account_id=account_id, tracking=answer.tracking)
        elif action in ("hand_over", "open_task"):
            item_id = answer.item.id if answer.item is not None else ""
            pickup_id = answer.pickup.id if answer.pickup is not None else ""
            self.window_.go("pickups", account_id=account_id, item_id=item_id, pickup_id=pickup_id)
        elif action in ("assign", "reassign"):
            self.window_.go("receive", item_id=answer.item.id, mode=action)
        elif action == "print_again":
            self.doing.do(self.doing.rooms.receiving.print_again, answer.item.id, done=self._printed)
        elif action == "shelf_slip":
            self.doing.do(self.doing.rooms.receiving.print_shelf_slip, answer.item.id, done=self._slip_printed)
        else:
            self._open_inline(action)

    def _tell_story(self) -> None:
        if self.answer is not None and self.answer.item is not None:
            self.window_.go("story", item_id=self.answer.item.id)

    def _printed(self, _job: str) -> None:
        self.window_.play("taken")
        self.window_.toasts.show_toast(QCoreApplication.translate("Answer", "The label is printing again"))

    def _slip_printed(self, _job: str) -> None:
        self.window_.play("taken")
        self.window_.toasts.show_toast(QCoreApplication.translate("Answer", "The shelf slip is printing"))

    # ------------------------------------------------------------ the line beneath: shelf or note

    def _make_inline(self) -> QFrame:
        sheet = frame("ask", QCoreApplication.translate("Answer", "What is asked"))
        self._question = text_label("", "strong")
        self.inline = field("", "", accessible=QCoreApplication.translate("Answer", "Your answer"))
        self.inline.entered.connect(lambda _text: self._save_inline())
        save = button(
            QCoreApplication.translate("Answer", "Save"), "primary", shortcut="Ctrl+Return", clicked=self._save_inline
        )
        line = lay(QHBoxLayout(sheet), self._question, self.inline, save, gap=12, margins=(16, 10, 12, 10))
        line.setStretch(1, 1)
        sheet.hide()
        return sheet

    def _open_inline(self, action: str) -> None:
        self._act = action
        if action == "move":
            self._question.setText(QCoreApplication.translate("Answer", "Which shelf?"))
            self.inline.set_text(self.answer.item.shelf)
        else:
            self._question.setText(QCoreApplication.translate("Answer", "Note for every clerk"))
            self.inline.set_text(self.answer.account.note)
        self.inline.edit.setAccessibleName(self._question.text())
        self._inline.show()
        self.inline.edit.setFocus()
        self.inline.edit.selectAll()
        self._set_enter()

    def _close_inline(self) -> None:
        self._act = ""
        self._inline.hide()
        self._set_enter()

    def _save_inline(self) -> None:
        text, rooms = self.inline.text(), self.doing.rooms
        if self._act == "move":
            item = self.answer.item
            self._change(rooms.receiving.move, item.id, text, item.shelf, words.mail_id(item.mail_id))
        elif self._act == "note":
            account = self.answer.account
            self._change(rooms.customers.set_note, account.id, text, account.note, words.pmb(account.mailbox))

    def _change(self, use_case: Any, subject_id: str, new: str, old: str, what: str) -> None:
        """Do it, say it, and offer to put the old text back."""

        def again() -> None:
            if self._again is not None:
                self._again()

        def done(_result: Any) -> None:
            self._close_inline()
            self.window_.play("taken")
            told = QCoreApplication.translate("Answer", "{what}: {text}").format(
                what=what, text=new.strip() or QCoreApplication.translate("Answer", "nothing")
            )
            self.window_.toasts.show_toast(
                told, undo=lambda: self.doing.do(use_case, subject_id, old, done=lambda _done: again())
            )
            again()
            self.window_.focus_scan_box()

        self.doing.do(use_case, subject_id, new, done=done, failed=self._not_saved)

    def _not_saved(self, error: CounterError) -> None:
        self.window_.play("refused")
        self.inline.show_error(say(error))
