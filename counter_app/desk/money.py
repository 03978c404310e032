"""What the day took in to the cent, what storage begins to cost, and fees that come without work (2.5, 2.21, S-15)."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from counter_app.desk.context import Desk, demand
from counter_app.desk.task_work import TaskView, account_of, done, open_at_counter, task_of
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import MailItem
from counter_app.domain.storage import charged_days, days_left, free_until, storage_cents
from counter_app.domain.task import ChargeLine, TaskKind
from counter_app.errors import RuleViolation
from counter_app.events import PieceChanged, PrintJobChanged
from counter_app.store import state
from counter_app.store.db import straight

if TYPE_CHECKING:
    from sqlalchemy import Connection

STORED = "('received', 'scanned')"
"""What somebody has asked for costs no storage meanwhile (2.21)."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One payment of the day. `kind`: pickup, or a task's kind; cents."""

    id: str
    kind: str
    holder: str
    mailbox: str
    cents: int
    at_ms: int
    lines: tuple[ChargeLine, ...]


@dataclass(frozen=True, slots=True)
class DayEnd:
    """The money of one day at the store. `paid` was moved today; the others stand open now, whenever they began.

    `by_line` adds the lines of everything that was paid, by their key; with `unlisted` (pickups and rounding that have
    no lines) it is the sum of `paid` to the cent.
    """

    day: str
    paid: tuple[Taken, ...]
    paid_cents: int
    by_kind: dict[str, tuple[int, int]]
    """Kind -> how many, cents."""
    by_line: dict[str, int]
    unlisted_cents: int
    checking: tuple[int, int]
    declined: tuple[int, int]
    put_off: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stored:
    """A piece whose free days end: `days_left` -1 on the first day that costs. `cents` is owed up to today."""

    item: MailItem
    holder: str
    free_until: str
    days_left: int
    days: int
    cents: int
    tomorrow_cents: int
    """What one more day adds; for "what starts to cost tomorrow"."""


def day_end(desk: Desk, actor: Actor, day: str = "") -> DayEnd:
    """What was paid on `day` (ISO, today when it is not named), and what stands open now. Needs the right to reports.

    RuleViolation("money.day_wrong") for what is no day.
    """
    demand(actor, "money.report")
    chosen = day or desk.today()
    begin, end = _borders(desk, chosen)
    with desk.db.read() as connection:
        paid = [*_paid_tasks(connection, begin, end), *_paid_pickups(connection, begin, end)]
        open_ = {what: _open(connection, *states) for what, states in _OPEN.items()}
    paid.sort(key=lambda one: (one.at_ms, one.id))
    by_kind: dict[str, tuple[int, int]] = {}
    by_line: dict[str, int] = {}
    for one in paid:
        count, cents = by_kind.get(one.kind, (0, 0))
        by_kind[one.kind] = (count + 1, cents + one.cents)
        for line in one.lines:
            by_line[line.key] = by_line.get(line.key, 0) + line.cents
    whole = sum(one.cents for one in paid)
    return DayEnd(chosen, tuple(paid), whole, by_kind, by_line, whole - sum(by_line.values()), **open_)


def storage_preview(desk: Desk, actor: Actor, within_days: int = 1) -> tuple[Stored, ...]:
    """The pieces that cost storage, or begin to within so many days; those that cost most first."""
    demand(actor, "customer.look")
    today = desk.today()
    found = []
    with desk.db.read() as connection:
        paid = _paid_storage(connection)
        plans: dict[str, tuple[str, str]] = {}
        for item in _stored(connection):
            if item.account_id not in plans:
                account = state.account(connection, item.account_id)
                plans[item.account_id] = (account.plan, account.holder) if account else ("", "")
            plan, holder = plans[item.account_id]
            one = _stored_piece(desk, item, plan, holder, today, paid.get(item.id, ""))
            if one.days_left < within_days:
                found.append(one)
    return tuple(sorted(found, key=lambda one: (-one.cents, one.days_left, one.item.mail_id)))


def charge_storage(desk: Desk, actor: Actor, account_id: str) -> TaskView:
    """Open a fee for all storage that a customer owes up to today; a day is never charged twice.

    RuleViolation: money.nothing_due, and those of `open_at_counter`.
    """
    demand(actor, "task.process")
    due = [one for one in storage_preview(desk, actor, 0) if one.item.account_id == account_id and one.cents]
    if not due:
        raise RuleViolation("money.nothing_due")
    charges = [asdict(ChargeLine("storage", f"{one.item.mail_id} · {one.days} d", 1, one.cents)) for one in due]
    terms = {"what": "storage", "about": [one.item.id for one in due], "until": desk.today(), "charges": charges}
    return open_at_counter(desk, actor, TaskKind.FEE.value, account_id, [], terms=terms)


def note_storage(desk: Desk, actor: Actor, item_id: str) -> None:
    """Tell the customer that a piece is about to cost storage; the centre writes the e-mail, once for each note."""
    with desk.act(actor, "customer.contact") as act:
        item = state.item(act.connection, item_id)
        if item is None:
            raise RuleViolation("item.unknown")
        account = account_of(act.connection, item.account_id)
        until = free_until(_since(desk, item), desk.settings.storage.free_days(account.plan, item.mail_type))
        noted = act.write("item.storage_noted", item_id, until=until)
        act.tell(PieceChanged(item_id, "item.storage_noted", noted.op.op_id))


def charge_postage_due(desk: Desk, actor: Actor, item_id: str, cents: int) -> TaskView:
    """Open a fee for the postage that the store paid to the carrier for a piece (2.3).

    RuleViolation: item.unknown, task.amount_wrong, money.charged_already (once for each piece).
    """
    demand(actor, "task.process")
    with desk.db.read() as connection:
        item = state.item(connection, item_id)
        if item is None:
            raise RuleViolation("item.unknown")
        if _fee_about(connection, item.account_id, "postage_due", item_id):
            raise RuleViolation("money.charged_already", mail_id=item.mail_id)
    if not 0 < cents <= 100_000:
        raise RuleViolation("task.amount_wrong", limit_cents=100_000)
    charges = [asdict(ChargeLine("postage_due", "", 1, cents))]
    terms = {"what": "postage_due", "about": [item_id], "charges": charges}
    return open_at_counter(desk, actor, TaskKind.FEE.value, item.account_id, [], terms=terms)


def print_receipt(desk: Desk, actor: Actor, task_id: str) -> TaskView:
    """Owe a receipt for a task that is paid; asked for twice it comes out twice, and nothing is charged.

    RuleViolation: task.unknown, money.not_paid.
    """
    with desk.act(actor, "task.process") as act:
        task = task_of(act.connection, task_id)
        if task.payment not in ("paid", "nothing_due"):
            raise RuleViolation("money.not_paid")
        account = account_of(act.connection, task.account_id)
        items = [found for one in task.at_hand if (found := state.item(act.connection, one))]
        slip = {
            "store": [desk.settings.name, *desk.settings.address_lines],
            "title": task.kind.replace("_", " ").capitalize(),
            "when": desk.local(task.charged_ms or desk.now_ms()).strftime("%Y-%m-%d %H:%M %Z"),
            "about": f"PMB {account.mailbox}",
            "pieces": [[item.mail_id, item.mail_type.replace("_", " ")] for item in items],
            "fees": [[line.label or line.key.replace("_", " "), _dollars(line.cents)] for line in task.lines],
            "total": _dollars(task.amount_cents if task.payment == "paid" else 0),
            "paid": "Paid by card" if task.payment == "paid" else "Nothing due",
            "clerk": actor.id,
        }
        job_id = act.owe("money_slip", slip, printer="receipt")
        act.tell(PrintJobChanged(job_id, "money_slip", "owed"))
        return done(act, task_id)


def print_day_end(desk: Desk, actor: Actor, day: str = "") -> DayEnd:
    """Owe the day's totals on receipt paper; what is printed is what `day_end` says now."""
    with desk.act(actor, "money.report") as act:
        found = day_end(desk, actor, day)
        fees = [
            [f"{count} x {kind.replace('_', ' ')}", _dollars(cents)] for kind, (count, cents) in found.by_kind.items()
        ]
        waits = found.checking[1] + found.declined[1] + found.put_off[1]
        slip = {
            "store": [desk.settings.name, *desk.settings.address_lines],
            "title": f"Day end {found.day}",
            "when": desk.local(desk.now_ms()).strftime("%Y-%m-%d %H:%M %Z"),
            "about": f"Open: {_dollars(waits)}",
            "pieces": [],
            "fees": fees,
            "total": _dollars(found.paid_cents),
            "paid": f"{len(found.paid)} payments",
            "clerk": actor.id,
        }
        job_id = act.owe("money_slip", slip, printer="receipt")
        act.tell(PrintJobChanged(job_id, "money_slip", "owed"))
        return found


_OPEN: dict[str, tuple[str, ...]] = {
    "checking": ("charging",),
    "declined": ("payment_declined",),
    "put_off": ("pay_later",),
}


def _borders(desk: Desk, day: str) -> tuple[int, int]:
    try:
        chosen = date.fromisoformat(day)
    except ValueError:
        raise RuleViolation("money.day_wrong") from None
    zone = ZoneInfo(desk.settings.zone)
    begin = datetime.combine(chosen, time(), zone)
    end = datetime.combine(chosen + timedelta(days=1), time(), zone)
    return int(begin.timestamp() * 1000), int(end.timestamp() * 1000)


def _paid_tasks(connection: Connection, begin: int, end: int) -> list[Taken]:
    rows = straight(connection).execute(
        "SELECT t.id, a.holder FROM task t INDEXED BY ix_task_charged_ms LEFT JOIN account a ON a.id = t.account_id "
        "WHERE json_extract(t.data, '$.charged_ms') >= ? AND json_extract(t.data, '$.charged_ms') < ?",
        (begin, end),
    )
    found = []
    for row_id, holder in rows.fetchall():
        task = state.task(connection, row_id)
        if task is not None and task.payment == "paid":
            found.append(
                Taken(task.id, task.kind, holder or "", task.mailbox, task.amount_cents, task.charged_ms, task.lines)
            )
    return found


def _paid_pickups(connection: Connection, begin: int, end: int) -> list[Taken]:
    rows = straight(connection).execute(
        "SELECT p.id, a.holder FROM pickup p INDEXED BY ix_pickup_charged_ms "
        "LEFT JOIN account a ON a.id = p.account_id "
        "WHERE json_extract(p.data, '$.charged_ms') >= ? AND json_extract(p.data, '$.charged_ms') < ?",
        (begin, end),
    )
    found = []
    for row_id, holder in rows.fetchall():
        one = state.pickup(connection, row_id)
        if one is not None and one.payment == "paid":
            found.append(Taken(one.id, "pickup", holder or "", one.mailbox, one.amount_cents, one.charged_ms, ()))
    return found


def _open(connection: Connection, *states: str) -> tuple[int, int]:
    marks = ", ".join("?" * len(states))
    count, cents = 0, 0
    for table in ("task", "pickup"):
        sql = (
            f"SELECT count(*), coalesce(sum(json_extract(data, '$.amount_cents')), 0) FROM {table} "  # noqa: S608
            f"WHERE state IN ({marks})"
        )
        row = straight(connection).execute(sql, states).fetchone()
        count, cents = count + row[0], cents + row[1]
    return count, cents


def _stored(connection: Connection) -> list[MailItem]:
    sql = f"SELECT id FROM item WHERE state IN {STORED} AND account_id <> '' ORDER BY received_ms LIMIT ?"  # noqa: S608
    ids = [row[0] for row in straight(connection).execute(sql, (100_000,)).fetchall()]
    return [found for one in ids if (found := state.item(connection, one))]


def _since(desk: Desk, item: MailItem) -> str:
    return item.received_on or desk.local(item.received_ms).date().isoformat()


def _stored_piece(desk: Desk, item: MailItem, plan: str, holder: str, today: str, paid_until: str) -> Stored:
    terms, since = desk.settings.storage, _since(desk, item)
    free, rate = terms.free_days(plan, item.mail_type), terms.rates.of(item.mail_type)
    tomorrow = (date.fromisoformat(today) + timedelta(days=1)).isoformat()
    days = charged_days(since, free, today, paid_until, weekends=terms.rates.weekends)
    more = charged_days(since, free, tomorrow, paid_until, weekends=terms.rates.weekends) - days
    return Stored(
        item,
        holder,
        free_until(since, free),
        days_left(since, free, today),
        days,
        storage_cents(rate, item.weight_g, days),
        storage_cents(rate, item.weight_g, more),
    )


def _fees(connection: Connection, what: str, account_id: str = "") -> list[dict[str, Any]]:
    """The fees of a kind that stand or were paid, of one customer or of all."""
    rows = straight(connection).execute(
        "SELECT data FROM task WHERE kind = 'fee' AND json_extract(data, '$.what') = ? "
        "AND state NOT IN ('declined', 'cancelled') AND account_id IN (?, CASE ? WHEN '' THEN account_id END)",
        (what, account_id, account_id),
    )
    return [json.loads(row[0]) for row in rows.fetchall()]


def _paid_storage(connection: Connection) -> dict[str, str]:
    """Piece -> the day up to which a fee covers its storage, also one that is not paid yet: nothing is asked twice."""
    until: dict[str, str] = {}
    for fee in _fees(connection, "storage"):
        for item_id in fee.get("about") or ():
            until[item_id] = max(until.get(item_id, ""), str(fee.get("until") or ""))
    return until


def _fee_about(connection: Connection, account_id: str, what: str, item_id: str) -> bool:
    return any(item_id in (fee.get("about") or ()) for fee in _fees(connection, what, account_id))


def _dollars(cents: int) -> str:
    sign = "-" if cents < 0 else ""
    return f"{sign}${abs(cents) // 100}.{abs(cents) % 100:02d}"
