"""A mailbox card: whose it is, who may collect, what lies on the shelf, what happened lately, and the note."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.rows import NOTE_MAX
from counter_app.domain.values import spoken_mail_id
from ui.buttons import button
from ui.chips import Chip
from ui.entries import NoteEdit
from ui.figures import day_of, moment_text
from ui.notices import FactGrid
from ui.pages import pickup_words as words
from ui.scroll import Scrolled
from ui.sentences import sentence
from ui.widgets import Card, column, lay, row, rule, text_label

if TYPE_CHECKING:
    from counter_app.desk.context import Desk
    from counter_app.desk.customers import Card as CustomerCard
    from counter_app.domain.mailbox import Account

CARD_WIDTH = 400
LINES = 8


class MailboxCard(Card):
    """Shows a card that the desk gave; `save(note)` is asked to keep the note."""

    def __init__(
        self, hand_over: Callable[[], object], receive: Callable[[], object], save: Callable[[str], object]
    ) -> None:
        super().__init__(margins=(1, 1, 1, 1))
        self.setFixedWidth(CARD_WIDTH)
        self._save = save
        self._before = ""
        self.name = text_label("", "h2", elide="right")
        self.chip = Chip("")
        self.pickup = Chip("")
        self.state = text_label("", "body", wrap=True)
        self.former = text_label("", "warn", wrap=True)
        self.facts = FactGrid(
            (
                ("mailbox", QCoreApplication.translate("Customers", "Mailbox")),
                ("id", QCoreApplication.translate("Customers", "ID valid until")),
                ("plan", QCoreApplication.translate("Customers", "Plan")),
            ),
            wide=("plan",),
        )
        self.contact = FactGrid(
            (
                ("phone", QCoreApplication.translate("Customers", "Phone")),
                ("email", QCoreApplication.translate("Customers", "E-mail")),
            )
        )
        self.names = _Lines(QCoreApplication.translate("Customers", "Names on the Form 1583"))
        self.collect = _Lines(QCoreApplication.translate("Customers", "May collect"))
        self.shelf = _Lines(QCoreApplication.translate("Customers", "On the shelf"))
        self.past = _Lines(QCoreApplication.translate("Customers", "Latest pieces"))
        self.moved = _Lines(QCoreApplication.translate("Customers", "Lay here by mistake"))
        self.note = NoteEdit(QCoreApplication.translate("Customers", "Note for every clerk"), max_chars=NOTE_MAX)
        self.note.setFixedHeight(62)
        self.keep = button(
            QCoreApplication.translate("Customers", "Save note"), shortcut="Ctrl+S", clicked=self.save_note
        )
        self.keep.setEnabled(False)
        self.note.textChanged.connect(self._noted)
        self.hand_over = button(
            QCoreApplication.translate("Customers", "Hand over"), "primary", "", "Ctrl+Return", clicked=hand_over
        )
        self.receive = button(
            QCoreApplication.translate("Customers", "Receive a piece"), "second", "package-plus", clicked=receive
        )
        self._area = self._scrolled()
        foot = column(self.hand_over, self.receive, gap=8, margins=(17, 12, 17, 17))
        self.body.setSpacing(0)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(rule())
        self._foot = QWidget()
        self._foot.setLayout(foot)
        self.body.addWidget(self._foot)
        self.clear()

    def _scrolled(self) -> Scrolled:
        inside = QWidget()
        inside.setObjectName("plain")
        lay(
            QVBoxLayout(inside),
            self.name,
            row(self.chip, self.pickup, None),
            self.state,
            self.former,
            rule(),
            self.facts,
            self.contact,
            self.names,
            self.collect,
            rule(),
            self.shelf,
            self.past,
            self.moved,
            column(text_label(QCoreApplication.translate("Customers", "Note"), "caption"), self.note, gap=4),
            row(None, self.keep),
            None,
            gap=10,
            margins=(17, 15, 14, 8),
        )
        area = Scrolled(inside)
        area.setAccessibleName(QCoreApplication.translate("Customers", "Mailbox card"))
        return area

    def clear(self) -> None:
        """Nobody is chosen."""
        self.hide()

    def show_card(self, card: CustomerCard, others: int, desk: Desk) -> None:
        """`others`: how many other holders carry this number, now or before (R-17)."""
        account = card.account
        today = desk.today()
        self.name.setText(account.holder)
        self._show_state(account, others)
        text, kind = words.pickup_pill(card.pickup.state) if card.pickup else ("", "")
        self.pickup.show_state(QCoreApplication.translate("Customers", "Pickup: {state}").format(state=text), kind)
        self.pickup.setVisible(card.pickup is not None)
        self.facts.set_value("mailbox", words.pmb(account.mailbox))
        self.facts.set_value("plan", account.plan.replace("_", " ").capitalize())
        self.facts.set_value("id", _expiry(account.id_expires_on, today))
        self.contact.setVisible(card.may_contact)
        self.contact.set_value("phone", account.phone if card.may_contact else "")
        self.contact.set_value("email", account.email if card.may_contact else "")
        self.names.show_lines([_on_form(one, today) for one in account.names])
        self.collect.show_lines(list(account.may_collect(today)))
        now = desk.now_ms()
        self.shelf.show_lines([_on_shelf(item, now) for item in card.on_shelf])
        self.past.show_lines([_past(item, desk) for item in card.earlier])
        self.moved.show_lines([_moved(item) for item in card.by_mistake])
        if account.note != self._before or not self.note.document().isModified():
            self._before = account.note
            self.note.setPlainText(account.note)
            self.note.document().setModified(False)
        self.keep.setEnabled(self.note.document().isModified())
        under_way = card.pickup is not None and card.pickup.state not in ("scheduled", "ready")
        self.hand_over.setEnabled(under_way or (words.may_go_out(account.state) and bool(card.on_shelf)))
        self.show()

    def _show_state(self, account: Account, others: int) -> None:
        text, kind = words.account_pill(account.state)
        self.chip.show_state(text, kind, "circle-check" if kind == "ok" else "circle-alert")
        why = words.why_not(account.state)
        self.state.setText(sentence(why, {"mailbox": account.mailbox}) if why else "")
        self.state.setVisible(bool(why))
        gone = account.state in ("inactive", "released")
        if gone and others:
            said = QCoreApplication.translate(
                "Customers", "Former holder: this number has another holder now. Look at the name, never at the number."
            )
        elif others:
            said = QCoreApplication.translate(
                "Customers", "This number had another holder before. Look at the name on each piece."
            )
        else:
            said = ""
        self.former.setText(said)
        self.former.setVisible(bool(said))

    def forget_note(self) -> None:
        """Another customer: what was typed and not saved does not follow him."""
        self.note.document().setModified(False)
        self._before = ""

    def saved(self) -> None:
        self.note.document().setModified(False)
        self._before = self.note.text()
        self.keep.setEnabled(False)

    @property
    def note_before(self) -> str:
        """The note as it is kept, before what is being written."""
        return self._before

    def save_note(self) -> None:
        if self.keep.isEnabled():
            self._save(self.note.text())

    def _noted(self) -> None:
        self.keep.setEnabled(self.note.text() != self._before)


class _Lines(QWidget):
    """A caption with some lines of text; hidden while there are none."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self._labels = [text_label("", "body", elide="right") for _ in range(LINES)]
        self._more = text_label("", "muted")
        lay(QVBoxLayout(self), text_label(caption, "caption"), *self._labels, self._more, gap=2)

    def show_lines(self, lines: list[str]) -> None:
        for n, label in enumerate(self._labels):
            label.setText(lines[n] if n < len(lines) else "")
            label.setVisible(n < len(lines))
        left = len(lines) - LINES
        self._more.setText(QCoreApplication.translate("Customers", "and {count} more").format(count=left))
        self._more.setVisible(left > 0)
        self.setVisible(bool(lines))

    def texts(self) -> list[str]:
        return [label.text() for label in self._labels if label.text()]


def _expiry(day: str, today: str) -> str:
    if not day:
        return ""
    if day < today:
        return QCoreApplication.translate("Customers", "{day}, expired").format(day=day_of(day))
    return day_of(day)


def _on_form(name: Any, today: str) -> str:
    """A name with until when it stands on the form."""
    if name.valid_on(today):
        if not name.valid_to:
            return str(name.text)
        return QCoreApplication.translate("Customers", "{name} · until {day}").format(
            name=name.text, day=day_of(name.valid_to)
        )
    if name.valid_from > today:
        return QCoreApplication.translate("Customers", "{name} · not before {day}").format(
            name=name.text, day=day_of(name.valid_from)
        )
    return QCoreApplication.translate("Customers", "{name} · no longer, since {day}").format(
        name=name.text, day=day_of(name.valid_to)
    )


def _on_shelf(item: Any, now_ms: int) -> str:
    parts = (
        item.shelf or "–",
        words.described(item),
        words.waited(item.received_ms, now_ms),
        spoken_mail_id(item.mail_id),
    )
    return " · ".join(parts)


def _moved(item: Any) -> str:
    now = QCoreApplication.translate("Customers", "now {mailbox}").format(mailbox=words.pmb(item.mailbox))
    return " · ".join(part for part in (spoken_mail_id(item.mail_id), now, item.moved_why) if part)


def _past(item: Any, desk: Desk) -> str:
    if item.history:
        _, kind, at_ms, _ = item.history[-1]
        what, when = words.happened(kind), moment_text(desk.local(at_ms), desk.local(desk.now_ms()))
    else:
        what, when = words.item_pill(item.state)[0], day_of(item.received_on)
    return " · ".join(part for part in (what, when, words.described(item), spoken_mail_id(item.mail_id)) if part)
