"""Today: how the day stands, and what to do next; every number leads to the room where it is worked on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QStackedWidget

from counter_app.errors import CounterError
from counter_app.events import (
    InboxChanged,
    IntakeChanged,
    PickupChanged,
    PieceChanged,
    PieceReceived,
    PrintJobChanged,
    RowsArrived,
    SyncChanged,
    TaskChanged,
)
from ui import words
from ui.acts import act_name, carrier_name, paper_for, paper_name, what_happened
from ui.buttons import button
from ui.cutoff import CutoffBar
from ui.entries import field
from ui.figures import clock_text, date_text, long_date, when_text
from ui.frame import PageHead
from ui.list_export import ListExport
from ui.notices import Banner, EmptyState
from ui.pages.page import Page
from ui.pages.task_words import kind as task_kind
from ui.sentences import say
from ui.status import clock_sentence
from ui.table import Column, Rows, RowsModel, RowTable
from ui.tiles import Line, Pressable, Tile
from ui.widgets import Card, column, icon_label, lay, row, rule, text_label

if TYPE_CHECKING:
    from counter_app.desk.today import Day, Step
    from ui.window import Window

OFFLINE_SHOWN_AFTER_MS = 60_000
"""A gap of a minute is nothing to tell a clerk about; the status bar says it anyway."""

_HEARD = (
    InboxChanged,
    IntakeChanged,
    PieceReceived,
    PieceChanged,
    PickupChanged,
    PrintJobChanged,
    RowsArrived,
    TaskChanged,
)
OPENS = {
    "unassigned": "item_id",
    "task": "task_id",
    "pickup": "pickup_id",
    "delivery": "task_id",
    "bags": "bags",
    "doubtful": "job_id",
    "inbox": "op_id",
}
"""By which name a room is asked to open a step."""


class TodayPage(Page):
    """The day at a glance, from the local store only."""

    def __init__(self, window: Window) -> None:
        super().__init__(window, PageHead(QCoreApplication.translate("Today", "Today"), ""))
        self._steps: dict[str, Step] = {}
        self._offline_since: int | None = None
        self._pin_declined: set[str] = set()
        self._build()
        self.export = ListExport(self)
        self.head.add_action(self.export.button(self.export.pieces))
        self._again = QTimer(self, interval=80, singleShot=True)
        self._again.timeout.connect(self._read)
        self._minute = QTimer(self, interval=30_000)
        self._minute.timeout.connect(self._read)

    # ------------------------------------------------------------ how it looks

    def _build(self) -> None:
        self.offline = Banner("", "warn")
        self.offline.hide()
        self.clock = Banner("", "warn")
        self.clock.hide()
        self.cutoff = CutoffBar(self)
        self.tiles: dict[str, Pressable] = {
            "received": Tile(QCoreApplication.translate("Today", "Received today"), "package-plus"),
            "unassigned": Tile(QCoreApplication.translate("Today", "Not inserted yet"), "package"),
            "tasks": Tile(QCoreApplication.translate("Today", "Tasks to do"), "list-checks"),
            "pickups": Tile(QCoreApplication.translate("Today", "Pickups"), "hand-helping"),
            "on_shelf": Line(QCoreApplication.translate("Today", "On the shelf"), "boxes"),
            "handed_over": Line(QCoreApplication.translate("Today", "Handed over today"), "package-check"),
            "declined": Line(QCoreApplication.translate("Today", "Payment declined"), "ban"),
            "to_send": Line(QCoreApplication.translate("Today", "Waiting to be sent"), "cloud-upload"),
            "print": Line(QCoreApplication.translate("Today", "Paper"), "printer"),
            "inbox": Line(QCoreApplication.translate("Today", "Inbox"), "inbox"),
        }
        rooms = {
            "received": "receive",
            "unassigned": "receive",
            "tasks": "tasks",
            "on_shelf": "customers",
            "pickups": "pickups",
            "handed_over": "pickups",
            "declined": "pickups",
            "to_send": "inbox",
            "print": "print",
            "inbox": "inbox",
        }
        for key, one in self.tiles.items():
            one.clicked.connect(lambda _checked=False, room=rooms[key]: self._go(room))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(14)
        for n, key in enumerate(("received", "unassigned", "tasks", "pickups")):
            grid.addWidget(self.tiles[key], 0, n)
            grid.setColumnStretch(n, 1)
        columns = (
            Column("what", QCoreApplication.translate("Today", "Next to do"), 0, "two_line"),
            Column("since", QCoreApplication.translate("Today", "Since"), 120, "when"),
            Column("state", QCoreApplication.translate("Today", "Due"), 184, "pill"),
        )
        self.steps = RowTable(RowsModel(columns, Rows()), QCoreApplication.translate("Today", "Next to do"))
        self.steps.activated_row.connect(lambda one: self._open(str(one["id"])))
        self.empty = EmptyState(
            "scan-barcode",
            QCoreApplication.translate("Today", "Nothing waits"),
            QCoreApplication.translate(
                "Today", "Scan the first piece, or type a name. Everything starts in the box above."
            ),
            QCoreApplication.translate("Today", "Receive a piece"),
        )
        self.empty.pressed.connect(lambda: self._go("receive"))
        self._next = QStackedWidget()
        self._next.addWidget(self.steps)
        self._next.addWidget(self.empty)
        sheet = Card(margins=(2, 4, 2, 8))
        sheet.body.addWidget(self._next, 1)
        side = Card(margins=(10, 14, 10, 14))
        side.setFixedWidth(316)
        self._hours = text_label("", "strong", wrap=True)
        self._hours_note = text_label("", "muted", wrap=True)
        clock = row(
            icon_label("clock", "muted", 20),
            column(self._hours, self._hours_note, gap=2),
            gap=12,
            margins=(10, 0, 8, 0),
        )
        clock.setStretch(1, 1)
        lay(side.body, clock, gap=2, margins=(10, 10, 10, 8))
        side.body.addSpacing(2)
        side.body.addWidget(rule())
        for key in ("handed_over", "declined", "to_send", "print", "inbox"):
            side.body.addWidget(self.tiles[key])
        side.body.addStretch(1)
        self.pin_card = self._pin_card()
        right = column(side, self.pin_card, gap=14)
        right.setStretch(0, 1)
        below = row(sheet, right, gap=16)
        below.setStretch(0, 1)
        lay(self.body, self.clock, self.offline, self.cutoff, grid, below, gap=14)
        self.body.setStretch(4, 1)

    def _pin_card(self) -> Card:
        card = Card(margins=(18, 14, 18, 14))
        card.setFixedWidth(316)
        self.pin = field(
            "",
            QCoreApplication.translate("Today", "6 digits"),
            max_chars=6,
            secret=True,
            accessible=QCoreApplication.translate("Today", "New PIN, 6 digits"),
        )
        self.pin.entered.connect(lambda _text: self._set_pin())
        set_it = button(QCoreApplication.translate("Today", "Set PIN"), clicked=self._set_pin)
        later = button(
            QCoreApplication.translate("Today", "Not now"),
            "link",
            accessible=QCoreApplication.translate("Today", "Do not set a PIN now"),
            clicked=self._no_pin,
        )
        lay(
            card.body,
            row(
                text_label(QCoreApplication.translate("Today", "Set a PIN for quick switching"), "strong"), None, gap=8
            ),
            row(self.pin, set_it, later, gap=6),
            gap=6,
            margins=(18, 10, 12, 10),
        )
        card.hide()
        return card

    # ------------------------------------------------------------ reading

    def shown(self) -> None:
        self._read()
        self._minute.start()
        self._ask_pin()

    def unsaved(self) -> bool:
        return bool(self.pin.text() or self.cutoff.reason.text())

    def left(self) -> None:
        self._minute.stop()

    def heard(self, event: object) -> None:
        if isinstance(event, SyncChanged):
            self._connection(event)
        if isinstance(event, (*_HEARD, SyncChanged)) and self.isVisible():
            self._again.start()

    def _read(self) -> None:
        if self.doing.ready:
            self.doing.ask(self.doing.rooms.today.day, done=self._show_day)
            self.cutoff.ask()
            self.doing.ask(self.doing.rooms.today.next_steps, done=self._show_steps)

    def _show_day(self, day: Day) -> None:
        desk = self.doing.station.desk
        now = desk.local(desk.now_ms())
        clerk = self.doing.clerk
        self.head.set_title(_greeting(now, clerk.name if clerk else ""))
        self.head.set_subtitle(f"{long_date(now)} · {desk.settings.name}")
        self._show_hours(day, now)
        show = self._show_number
        show("received", day.received)
        due = QCoreApplication.translate("Today", "Must be in a mailbox today") if day.unassigned else ""
        show("unassigned", day.unassigned, due or QCoreApplication.translate("Today", "All are in a mailbox"), "warn")
        oldest = QCoreApplication.translate("Today", "All came today")
        if day.oldest_days:
            oldest = QCoreApplication.translate("Today", "Oldest: %n day(s)", "", day.oldest_days)
        show("on_shelf", day.on_shelf, oldest if day.on_shelf else "")
        late = QCoreApplication.translate("Today", "%n late", "", day.tasks_late) if day.tasks_late else ""
        show("tasks", day.tasks, late or QCoreApplication.translate("Today", "All in time"), "bad" if late else "")
        under_way = QCoreApplication.translate("Today", "{n} in progress").format(n=day.pickups_in_progress)
        show("pickups", day.pickups_scheduled + day.pickups_in_progress, under_way if day.pickups_in_progress else "")
        show("handed_over", day.handed_over)
        show("declined", day.payment_declined, tone="bad")
        show("to_send", day.to_send)
        show("print", day.print_open)
        show("inbox", day.inbox_open, tone="warn")
        self._show_offline(day.to_send)
        judged = desk.watch.judged()
        wrong = clock_sentence(judged.off_by_ms, judged.proven)
        self.clock.setVisible(bool(wrong))
        if wrong:
            self.clock.show_text(wrong, "warn")

    def _show_number(self, key: str, number: int, note: str = "", tone: str = "") -> None:
        self.tiles[key].show_number(number, note, tone if number else "")

    def _show_hours(self, day: Day, now: datetime) -> None:
        zone = now.tzinfo
        closes = day.closes_at.astimezone(zone) if day.closes_at else None
        opens = day.opens_at.astimezone(zone) if day.opens_at else None
        if closes is not None and opens is not None and opens <= now < closes:
            text = QCoreApplication.translate("Today", "Open until {time}").format(time=clock_text(closes))
        elif opens is not None and opens.date() == now.date():
            text = QCoreApplication.translate("Today", "Opens at {time}").format(time=clock_text(opens))
        else:
            text = QCoreApplication.translate("Today", "Closed")
        note = ""
        if opens is not None and opens.date() != now.date():
            note = QCoreApplication.translate("Today", "Opens {day}, {time}").format(
                day=date_text(opens), time=clock_text(opens)
            )
        elif closes is not None and opens is not None:
            note = QCoreApplication.translate("Today", "Today {opens} to {closes}").format(
                opens=clock_text(opens), closes=clock_text(closes)
            )
        self._hours.setText(text)
        self._hours_note.setText(f"{note} · {now.tzname()}" if note else "")

    def _show_steps(self, steps: tuple[Step, ...]) -> None:
        desk = self.doing.station.desk
        now = desk.local(desk.now_ms())
        self._steps = {one.id: one for one in steps}
        self.steps.rows.set_source(Rows([_step_row(one, now, desk.local) for one in steps]))
        self.steps.refresh()
        self._next.setCurrentWidget(self.steps if steps else self.empty)

    # ------------------------------------------------------------ connection

    def _connection(self, event: SyncChanged) -> None:
        if event.state in ("online", "sending"):
            self._offline_since = None
        elif self._offline_since is None:
            self._offline_since = self.doing.station.desk.clock.mono_ms() if self.doing.ready else 0

    def _show_offline(self, waiting: int) -> None:
        since, clock = self._offline_since, self.doing.station.desk.clock
        long = since is not None and clock.mono_ms() - since >= OFFLINE_SHOWN_AFTER_MS
        if long:
            acts = QCoreApplication.translate("Today", "%n act(s) wait to be sent", "", waiting)
            text = QCoreApplication.translate(
                "Today", "Everything is kept here: {acts}. Work goes on without the internet."
            )
            self.offline.show_text(text.format(acts=acts), "warn")
        self.offline.setVisible(long)
        if long:  # what matters now needs the room
            self.pin_card.hide()

    # ------------------------------------------------------------ going on

    def _go(self, room: str) -> None:
        if room in self.window_.pages:
            self.window_.go(room)

    def _open(self, step_id: str) -> None:
        step = self._steps.get(step_id)
        if step is not None and step.room in self.window_.pages:
            self.window_.go(step.room, **{OPENS[step.kind]: step.id})

    # ------------------------------------------------------------ the PIN

    def _ask_pin(self) -> None:
        self.pin_card.hide()
        clerk = self.doing.clerk
        if clerk is not None and clerk.id not in self._pin_declined:
            self.doing.ask(self.doing.rooms.sign_in.clerks, done=self._offer_pin)

    def _offer_pin(self, clerks: list[Any]) -> None:
        clerk = self.doing.clerk
        known = next((one for one in clerks if clerk is not None and one.id == clerk.id), None)
        self.pin_card.setVisible(known is not None and not known.has_pin and self.offline.isHidden())

    def _set_pin(self) -> None:
        self.doing.do(self.doing.rooms.sign_in.set_pin, self.pin.text(), done=self._pin_set, failed=self._pin_wrong)

    def _pin_set(self, _nothing: object) -> None:
        self._no_pin()
        text = QCoreApplication.translate("Today", "PIN set. Lock the counter, and six digits bring you back.")
        self.window_.toasts.show_toast(text)

    def _pin_wrong(self, error: CounterError) -> None:
        self.pin.clear()
        self.pin.show_error(say(error))
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _no_pin(self) -> None:
        if self.doing.clerk is not None:
            self._pin_declined.add(self.doing.clerk.id)
        self.pin.clear()
        self.pin_card.hide()
        self.window_.focus_scan_box()


def _greeting(now: datetime, name: str) -> str:
    if now.hour < 12:
        text = QCoreApplication.translate("Today", "Good morning, {name}")
    elif now.hour < 18:
        text = QCoreApplication.translate("Today", "Good afternoon, {name}")
    else:
        text = QCoreApplication.translate("Today", "Good evening, {name}")
    return text.format(name=name.split()[0]) if name else QCoreApplication.translate("Today", "Today")


def _step_row(step: Step, now: datetime, local: Callable[[int], datetime]) -> dict[str, str]:
    """A step as the list shows it."""
    what, note = _step_words(step)
    appointment_ms = step.facts.get("appointment_ms", 0)
    if appointment_ms and step.facts.get("state") in ("scheduled", "ready"):
        at = local(appointment_ms)
        said = QCoreApplication.translate("Today", "expected {when}")
        note = f"{note} · {said.format(when=f'{when_text(at, now)} {at.tzname()}')}"
    made = {"id": step.id, "what": what, "what_note": note, "state": "", "state_kind": ""}
    made["since"] = when_text(local(step.at_ms), now) if step.at_ms else ""
    if step.kind == "delivery" and step.facts["no_show"]:
        made["state"], made["state_kind"] = QCoreApplication.translate("Today", "Put back now"), "bad"
    elif step.late:
        made["state"], made["state_kind"] = QCoreApplication.translate("Today", "Late"), "bad"
    elif step.due_ms:
        due = local(step.due_ms) if step.due_ms else datetime.now(UTC)
        made["state"] = QCoreApplication.translate("Today", "by {time}").format(time=when_text(due, now))
        made["state_kind"] = "warn" if due.date() == now.date() else ""
    elif step.kind == "bags":
        made["state"], made["state_kind"] = QCoreApplication.translate("Today", "Running low"), "warn"
    elif step.kind == "doubtful":
        made["state"], made["state_kind"] = QCoreApplication.translate("Today", "Needs an answer"), "warn"
    elif step.kind == "inbox":
        made["state"], made["state_kind"] = QCoreApplication.translate("Today", "Needs a look"), "warn"
    return made


def _step_words(step: Step) -> tuple[str, str]:
    facts = step.facts
    if step.kind == "unassigned":
        name = facts["name"] or QCoreApplication.translate("Today", "no name")
        parts = (words.mail_id(facts["mail_id"]), carrier_name(facts["carrier"]), facts["shelf"])
        text = QCoreApplication.translate("Today", "Find the mailbox: {name}").format(name=name)
        return text, " · ".join(part for part in parts if part)
    if step.kind == "task":
        box = QCoreApplication.translate("Today", "PMB {mailbox}").format(mailbox=facts["mailbox"])
        pieces = QCoreApplication.translate("Today", "%n piece(s)", "", facts["pieces"])
        text = QCoreApplication.translate("Today", "{task}: {who}")
        return text.format(task=task_kind(facts["kind"], facts["pieces"]), who=facts["holder"] or box), (
            f"{box} · {pieces}" if facts["pieces"] else box
        )
    if step.kind == "pickup":
        box = QCoreApplication.translate("Today", "PMB {mailbox}").format(mailbox=facts["mailbox"])
        pieces = QCoreApplication.translate("Today", "%n piece(s)", "", facts["pieces"])
        if facts["state"] == "payment_declined":
            text = QCoreApplication.translate("Today", "Payment declined: {who}")
        elif facts["state"] in ("scheduled", "ready"):
            text = QCoreApplication.translate("Today", "Pickup: {who}")
        else:
            text = QCoreApplication.translate("Today", "Finish the pickup: {who}")
        return text.format(who=facts["holder"] or box), f"{box} · {pieces}"
    if step.kind == "delivery":
        return _delivery_words(facts)
    if step.kind == "bags":
        text = QCoreApplication.translate("Today", "Order poly bags: about %n left", "", facts["left"])
        return text, QCoreApplication.translate("Today", "The store orders at {level}.").format(level=facts["level"])
    if step.kind == "doubtful":
        text = QCoreApplication.translate("Today", "Did it come out? {paper}").format(paper=paper_name(facts["kind"]))
        return text, paper_for(facts["kind"], facts["payload"])
    text = QCoreApplication.translate("Today", "Look at: {act}").format(act=act_name(facts["kind"]))
    return text, what_happened(facts["code"], facts["kind"], facts)


def _delivery_words(facts: dict[str, Any]) -> tuple[str, str]:
    box = QCoreApplication.translate("Today", "PMB {mailbox}").format(mailbox=facts["mailbox"])
    notes = [box, QCoreApplication.translate("Today", "%n piece(s)", "", facts["pieces"]), facts["courier"]]
    if facts["late_request"]:
        notes.append(QCoreApplication.translate("Today", "asked for late"))
    if facts["no_show"]:
        text = QCoreApplication.translate("Today", "No driver, put back: {who}")
    elif facts["state"] in ("requested", "gathered", "sealed"):
        text = QCoreApplication.translate("Today", "Prepare the delivery: {who}")
    else:
        text = QCoreApplication.translate("Today", "Delivery waits for its driver: {who}")
    return text.format(who=facts["holder"] or box), " · ".join(part for part in notes if part)
