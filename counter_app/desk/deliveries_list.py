"""The lists of the Deliveries room: what is to prepare, what is for another day, what drives, what came back (S-17)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.desk.context import Desk, demand
from counter_app.domain import delivery
from counter_app.domain.delivery import DeliveryTask
from counter_app.domain.employee import Actor
from counter_app.domain.retention import DAY_MS
from counter_app.domain.rows import from_plain
from counter_app.domain.task import OPEN, TaskState
from counter_app.store.db import straight

if TYPE_CHECKING:
    from sqlalchemy import Connection

LISTS = ("prepare", "scheduled", "in_progress", "returned")
PAGE_MAX = 200
SHOWN_MS = 30 * DAY_MS
"""So long what came back is shown."""
_OPEN = tuple(state.value for state in OPEN)


@dataclass(frozen=True, slots=True)
class Line:
    """One delivery of a list. `day` is the store's date, ISO; times in UTC milliseconds, `due_ms` 0 for none."""

    task: DeliveryTask
    holder: str
    courier: str
    day: str
    due_ms: int
    late: bool
    late_request: bool
    no_show: bool
    locked_by: str
    """The name of whoever works on it; "" for nobody."""


def listing(desk: Desk, actor: Actor, chosen: str, offset: int = 0, limit: int = PAGE_MAX) -> tuple[Line, ...]:
    """At most 200 lines of one of LISTS, the most urgent first; ValueError for another list."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        lines = lines_of(desk, connection, chosen)
    return lines[max(0, offset) : max(0, offset) + max(0, min(limit, PAGE_MAX))]


def counts(desk: Desk, actor: Actor) -> dict[str, int]:
    """How many deliveries each list holds."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        return {chosen: len(lines_of(desk, connection, chosen)) for chosen in LISTS}


def place(desk: Desk, actor: Actor, task_id: str) -> tuple[str, int]:
    """In which list a delivery stands and where; ("", -1) when it is in none."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        for chosen in LISTS:
            for n, line in enumerate(lines_of(desk, connection, chosen)):
                if line.task.id == task_id:
                    return chosen, n
    return "", -1


def lines_of(desk: Desk, connection: Connection, chosen: str) -> tuple[Line, ...]:
    """Every line of a list, in a transaction that is under way."""
    if chosen not in LISTS:
        raise ValueError(f"no such list: {chosen[:40]}")
    today = desk.today()
    if chosen == "in_progress":
        found = list(_read(desk, connection, (TaskState.HANDED_TO_DRIVER.value,)))
        found.sort(key=lambda line: (line.task.handed_ms, line.task.id))
    elif chosen == "returned":
        since = desk.now_ms() - SHOWN_MS
        found = [one for one in _read(desk, connection, (TaskState.RETURNED.value,)) if one.task.ended_ms >= since]
        found.sort(key=lambda line: (-line.task.ended_ms, line.task.id))
    else:
        later = chosen == "scheduled"
        found = [one for one in _read(desk, connection, _OPEN) if (one.day > today) is later]
        found.sort(key=lambda line: (line.day, line.due_ms, line.task.requested_ms, line.task.id))
    return tuple(found)


def _read(desk: Desk, connection: Connection, states: tuple[str, ...]) -> Iterable[Line]:
    marks = ", ".join("?" * len(states))
    rows = straight(connection).execute(
        "SELECT t.data, a.holder, e.name FROM task t LEFT JOIN account a ON a.id = t.account_id "  # noqa: S608 - marks
        f"LEFT JOIN employee e ON e.id = t.locked_by WHERE t.state IN ({marks}) AND t.kind = 'personal_delivery'",
        states,
    )
    now, hours = desk.now_ms(), desk.settings.hours
    for data, holder, clerk in rows.fetchall():
        task = from_plain("task", json.loads(data))
        if not isinstance(task, DeliveryTask):
            continue
        due = delivery.due_ms(task, hours) if task.open else 0
        yield Line(
            task=task,
            holder=holder or "",
            courier=desk.settings.couriers.get(task.courier, task.courier),
            day=delivery.day_of(task, hours).isoformat(),
            due_ms=due,
            late=0 < due < now,
            late_request=delivery.late_request(task, hours),
            no_show=delivery.no_show(task, now, hours),
            locked_by=clerk or task.locked_by,
        )
