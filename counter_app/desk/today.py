"""Today: the day at a glance, from the local store only."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from counter_app.desk import tasks
from counter_app.desk.context import Desk
from counter_app.desk.deliveries_list import lines_of
from counter_app.desk.supplies import stock_of
from counter_app.domain.service_level import due_at
from counter_app.domain.task import TaskKind
from counter_app.store import journal, photos, print_jobs

if TYPE_CHECKING:
    from sqlalchemy import Connection

STEPS_OF_A_KIND = 50
"""More than a clerk can do before looking again."""


@dataclass(frozen=True, slots=True)
class Day:
    """Numbers of the day, and until when the store is open (None: closed today)."""

    date: str
    closes_at: datetime | None
    received: int
    unassigned: int
    on_shelf: int
    handed_over: int
    pickups_scheduled: int
    pickups_in_progress: int
    payment_declined: int
    to_send: int
    print_open: int
    inbox_open: int
    oldest_days: int
    tasks: int = 0
    """Open tasks that do not wait for the customer; pickups are counted apart."""
    tasks_late: int = 0
    opens_at: datetime | None = None
    """When the store opens today, or next when it is closed now; None when it does not open within a year."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do next. `kind`: unassigned, task, pickup, delivery, bags, doubtful, inbox; `room` is where, `id`
    what to open.

    `facts` are plain values for its sentence; times are UTC milliseconds, `due_ms` 0 when nothing hurries.
    """

    kind: str
    room: str
    id: str
    facts: dict[str, Any] = field(hash=False)
    at_ms: int = 0
    due_ms: int = 0
    late: bool = False


def day(desk: Desk) -> Day:
    """The day at the store, in the store's own zone."""
    now = desk.now_ms()
    local = desk.local(now)
    midnight = int(local.replace(hour=0, minute=0, second=0, microsecond=0).timestamp() * 1000)
    with desk.db.read() as connection:

        def one(sql: str, *values: object) -> int:
            return int(connection.exec_driver_sql(sql, values).scalar() or 0)

        held = tasks.counted(desk, connection)
        oldest = one("SELECT min(received_ms) FROM item WHERE state IN ('received', 'scanned', 'in_task')")
        return Day(
            date=local.date().isoformat(),
            closes_at=_closes_at(desk, local),
            received=one("SELECT count(*) FROM item WHERE received_ms >= ? AND state <> 'taken_back'", midnight),
            unassigned=one(
                "SELECT count(*) FROM item WHERE state = 'unassigned' "
                "AND coalesce(json_extract(data, '$.apart'), '') = ''"
            ),
            on_shelf=one("SELECT count(*) FROM item WHERE state IN ('received', 'scanned', 'in_task')"),
            handed_over=one(
                # Named, because the planner would read every pickup that was ever handed over.
                "SELECT count(*) FROM pickup INDEXED BY ix_pickup_handed_ms "
                "WHERE state = 'handed_over' AND json_extract(data, '$.handed_ms') >= ?",
                midnight,
            ),
            pickups_scheduled=one("SELECT count(*) FROM pickup WHERE state IN ('scheduled', 'ready')"),
            pickups_in_progress=one("SELECT count(*) FROM pickup WHERE state IN ('in_progress', 'charging', 'paid')"),
            payment_declined=one("SELECT count(*) FROM pickup WHERE state = 'payment_declined'"),
            to_send=journal.unsent_count(connection) + photos.waiting_count(connection),
            print_open=print_jobs.open_count(connection),
            inbox_open=one("SELECT count(*) FROM inbox WHERE state = 'open'"),
            oldest_days=max(0, (now - oldest) // 86_400_000) if oldest else 0,
            tasks=held.work,
            tasks_late=held.of("late"),
            opens_at=_opens_at(desk, local),
        )


def next_steps(desk: Desk) -> tuple[Step, ...]:
    """What to do next: pieces without a mailbox (oldest first), tasks, pickups, deliveries, labels in doubt, the Inbox.

    Due times follow T2 for pieces that are not inserted yet, T3 and T4 for tasks and pickups.
    """
    now = desk.now_ms()
    with desk.db.read() as connection:
        return (
            *_unassigned(desk, connection, now),
            *_tasks(desk, connection),
            *_pickups(desk, connection, now),
            *_deliveries(desk, connection, now),
            *_bags(connection),
            *_doubtful(connection),
            *_open_entries(connection),
        )


def _unassigned(desk: Desk, connection: Connection, now: int) -> list[Step]:
    rows = connection.exec_driver_sql(
        "SELECT id, mail_id, received_ms, shelf, json_extract(data, '$.name_on_piece'), "
        "json_extract(data, '$.carrier') FROM item WHERE state = 'unassigned' "
        "AND coalesce(json_extract(data, '$.apart'), '') = '' "
        "ORDER BY received_ms LIMIT ?",
        (STEPS_OF_A_KIND,),
    ).all()
    found = []
    for row_id, mail_id, at_ms, shelf, name, carrier in rows:
        due = due_ms(desk, "insert", at_ms)
        facts = {"mail_id": mail_id, "shelf": shelf, "name": name or "", "carrier": carrier or ""}
        found.append(Step("unassigned", "receive", row_id, facts, at_ms, due, due < now))
    return found


def _pickups(desk: Desk, connection: Connection, now: int) -> list[Step]:
    rows = connection.exec_driver_sql(
        "SELECT p.id, p.state, p.mailbox, p.requested_ms, json_array_length(p.data, '$.items'), a.holder, "
        "coalesce(json_extract(p.data, '$.appointment_ms'), 0) "
        "FROM pickup p LEFT JOIN account a ON a.id = p.account_id WHERE p.state IN "
        "('scheduled', 'ready', 'in_progress', 'charging', 'paid', 'pay_later', 'payment_declined') "
        "ORDER BY coalesce(nullif(json_extract(p.data, '$.appointment_ms'), 0), p.requested_ms) LIMIT ?",
        (STEPS_OF_A_KIND,),
    ).all()
    found = []
    for row_id, state, mailbox, at_ms, pieces, holder, appointment_ms in rows:
        due = due_ms(desk, "pickup", at_ms) if at_ms else 0
        if appointment_ms and state in ("scheduled", "ready"):
            due = appointment_ms  # the customer comes then, and not before
        facts = {
            "state": state,
            "mailbox": mailbox,
            "pieces": int(pieces or 0),
            "holder": holder or "",
            "appointment_ms": int(appointment_ms),
        }
        found.append(Step("pickup", "pickups", row_id, facts, at_ms, due, 0 < due < now))
    return found


def _deliveries(desk: Desk, connection: Connection, now: int) -> list[Step]:
    found = []
    for line in lines_of(desk, connection, "prepare")[:STEPS_OF_A_KIND]:
        task = line.task
        facts = {
            "state": task.state,
            "mailbox": task.mailbox,
            "pieces": len(task.items),
            "holder": line.holder,
            "courier": line.courier,
            "late_request": line.late_request,
            "no_show": line.no_show,
        }
        found.append(Step("delivery", "deliveries", task.id, facts, task.requested_ms, line.due_ms, line.late))
    return found


def _bags(connection: Connection) -> list[Step]:
    stock = stock_of(connection)
    facts = {"left": stock.left, "level": stock.level}
    return [Step("bags", "deliveries", "", facts, stock.since_ms)] if stock.order_now else []


def _tasks(desk: Desk, connection: Connection) -> list[Step]:
    found = []
    for one in tasks.first(desk, connection, STEPS_OF_A_KIND):
        if one.kind == TaskKind.PERSONAL_DELIVERY.value:
            continue  # these have a room and steps of their own
        facts = {
            "kind": one.kind,
            "state": one.state,
            "mailbox": one.mailbox,
            "pieces": one.pieces,
            "holder": one.holder,
        }
        found.append(Step("task", "tasks", one.id, facts, one.requested_ms, one.due_ms, one.late))
    return found


def _doubtful(connection: Connection) -> list[Step]:
    rows = connection.exec_driver_sql(
        "SELECT id, kind, payload, created_ms FROM print_job WHERE state = 'doubtful' ORDER BY position LIMIT ?",
        (STEPS_OF_A_KIND,),
    ).all()
    return [
        Step("doubtful", "print", row_id, {"kind": kind, "payload": json.loads(payload)}, at_ms)
        for row_id, kind, payload, at_ms in rows
    ]


def _open_entries(connection: Connection) -> list[Step]:
    rows = connection.exec_driver_sql(
        "SELECT op_id, kind, code, facts, at_ms FROM inbox WHERE state = 'open' ORDER BY at_ms LIMIT ?",
        (STEPS_OF_A_KIND,),
    ).all()
    return [
        Step("inbox", "inbox", op_id, {**json.loads(facts or "{}"), "kind": kind, "code": code}, at_ms)
        for op_id, kind, code, facts, at_ms in rows
    ]


def due_ms(desk: Desk, kind: str, at_ms: int) -> int:
    """When what was asked for at `at_ms` is due, UTC milliseconds; 0 where nothing hurries."""
    try:
        due = due_at(kind, datetime.fromtimestamp(at_ms / 1000, UTC), desk.settings.hours)
    except ValueError:  # a store that never opens has no due clock
        return 0
    return int(due.timestamp() * 1000)


def _closes_at(desk: Desk, local: datetime) -> datetime | None:
    hours = desk.settings.hours
    return hours.closing_at(local.date()) if hours.is_business_day(local.date()) else None


def _opens_at(desk: Desk, local: datetime) -> datetime | None:
    hours, today = desk.settings.hours, local.date()
    if hours.is_business_day(today) and local < hours.closing_at(today):
        return hours.opening_at(today)
    try:
        return hours.opening_at(hours.next_business_day(today))
    except ValueError:
        return None
