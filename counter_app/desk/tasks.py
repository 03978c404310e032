"""The to-do list: every open task and pickup with its due time, the most urgent first (S-04, S-10)."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.desk.context import Desk, demand
from counter_app.desk.pieces import find_piece
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import ItemState
from counter_app.domain.service_level import DueClock
from counter_app.domain.task import OPEN, PAUSED, TaskKind
from counter_app.store import state
from counter_app.store.db import straight

if TYPE_CHECKING:
    from sqlalchemy import Connection

PAGE_MAX = 200
PICKUP = "pickup"
KINDS = (*(kind.value for kind in TaskKind), PICKUP)
FILTERS = ("next", "late", *KINDS, "payment_declined", "awaiting_customer")
"""next: everything that is not paused; late: what is past its due time."""
_PAUSED = frozenset(state.value for state in PAUSED)
_OPEN = ", ".join(f"'{state.value}'" for state in OPEN)
_KEYS = f"""
SELECT id, kind, state, requested_ms, wanted_ms FROM task
  WHERE state IN ({_OPEN}) AND NOT (kind = 'fee' AND state = 'paid')
UNION ALL
SELECT id, 'pickup', state, requested_ms, json_extract(data, '$.appointment_ms') FROM pickup
  WHERE state IN ('scheduled', 'ready', 'in_progress', 'charging', 'paid', 'pay_later', 'payment_declined')"""  # noqa: S608 - own constants


@dataclass(frozen=True, slots=True)
class Todo:
    """One line of the list. Times are UTC milliseconds; `due_ms` 0 when nothing is due while it is paused."""

    id: str
    kind: str
    state: str
    account_id: str
    holder: str
    mailbox: str
    pieces: int
    requested_ms: int
    due_ms: int
    late: bool
    paused: bool
    locked_by: str
    """The name of the clerk who works on it, "" for nobody."""
    locked_id: str
    shelf: str
    """Where its first piece lies."""


@dataclass(frozen=True, slots=True)
class TodoCounts:
    """How many lines each filter holds, and when the next one is due (0: nothing is)."""

    by_filter: dict[str, int]
    next_due_ms: int

    def of(self, chosen: str) -> int:
        return self.by_filter.get(chosen, 0)


@dataclass(frozen=True, slots=True)
class Opened:
    """The list as it is when it opens: counts, where the kept task stands (-1: nowhere), and the pages asked for."""

    counts: TodoCounts
    place: int
    pages: dict[int, tuple[Todo, ...]]


@dataclass(frozen=True, slots=True)
class _Key:
    due_ms: int
    id: str
    kind: str
    state: str
    paused: bool
    late: bool
    requested_ms: int


def todo(desk: Desk, actor: Actor, chosen: str, offset: int = 0, limit: int = PAGE_MAX) -> tuple[Todo, ...]:
    """At most 200 lines of one of FILTERS from `offset` on, by due time; ValueError for another filter."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        keys = _chosen(_keys(desk, connection), chosen)
        page = keys[max(0, offset) : max(0, offset) + max(0, min(limit, PAGE_MAX))]
        return tuple(_lines(connection, page))


def opened(
    desk: Desk, actor: Actor, chosen: str, keep: str = "", offsets: Collection[int] = (0,), limit: int = PAGE_MAX
) -> Opened:
    """Everything that the list shows when it opens, read at once; `keep` is the task that stays chosen.

    The pages are those at `offsets`, and the one on which `keep` stands.
    """
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        keys = _keys(desk, connection)
        shown = _chosen(keys, chosen)
        place = next((n for n, key in enumerate(shown) if key.id == keep), -1) if keep else -1
        wanted = {*offsets, max(0, place) // limit * limit}
        pages = {one: tuple(_lines(connection, shown[one : one + limit])) for one in sorted(wanted)}
    return Opened(_counted(keys), place, pages)


def counts(desk: Desk, actor: Actor) -> TodoCounts:
    """What the filters hold now."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        return counted(desk, connection)


def counted(desk: Desk, connection: Connection) -> TodoCounts:
    """`counts` within a read that is under way."""
    return _counted(_keys(desk, connection))


def first(desk: Desk, connection: Connection, limit: int) -> list[Todo]:
    """The tasks, without pickups, that come first; within a read that is under way."""
    keys = [key for key in _chosen(_keys(desk, connection), "next") if key.kind != PICKUP]
    return list(_lines(connection, keys[:limit]))


def of_piece(desk: Desk, actor: Actor, scanned: str) -> tuple[str, str]:
    """Kind and id of the open task that a scanned piece is in; ("", "") when it is in none, or no piece."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        item = find_piece(connection, scanned)
        if item is None or ItemState(item.state) is not ItemState.IN_TASK:
            return "", ""
        task = state.task(connection, item.task_id)
    if task is None:
        return PICKUP, item.task_id
    return (task.kind, task.id) if task.open else ("", "")


def _counted(keys: list[_Key]) -> TodoCounts:
    held = dict.fromkeys(FILTERS, 0)
    for key in keys:
        for one in (key.kind, key.state if key.paused else "next", "late" if key.late else ""):
            if one in held:
                held[one] += 1
    return TodoCounts(held, min((key.due_ms for key in keys if not key.paused and key.due_ms), default=0))


def due_of(desk: Desk, kind: str, requested_ms: int, wanted_ms: int = 0) -> int:
    """When a task is due, UTC milliseconds: when the customer wants it, else by the store's hours (T3, T4)."""
    return wanted_ms or DueClock(desk.settings.hours).due_ms(kind, requested_ms)


def _keys(desk: Desk, connection: Connection) -> list[_Key]:
    """Every open task in the order of the list; few columns of each, because there may be thousands."""
    now, clock = desk.now_ms(), DueClock(desk.settings.hours)
    found = []
    for row_id, kind, at, requested_ms, wanted_ms in straight(connection).execute(_KEYS):
        paused = at in _PAUSED
        due = wanted_ms or (clock.due_ms(kind, requested_ms) if requested_ms else 0)
        found.append(_Key(due, row_id, kind, at, paused, not paused and 0 < due < now, requested_ms))
    found.sort(key=lambda key: (key.paused, key.due_ms, key.requested_ms, key.id))
    return found


def _chosen(keys: list[_Key], chosen: str) -> list[_Key]:
    if chosen not in FILTERS:
        raise ValueError(f"no such filter: {chosen[:40]}")
    if chosen == "next":
        return [key for key in keys if not key.paused]
    if chosen == "late":
        return [key for key in keys if key.late]
    if chosen in KINDS:
        return [key for key in keys if key.kind == chosen]
    return [key for key in keys if key.state == chosen]


def _lines(connection: Connection, keys: Iterable[_Key]) -> Iterable[Todo]:
    raw = straight(connection)
    for key in keys:
        table = "pickup" if key.kind == PICKUP else "task"
        found = raw.execute(
            f"SELECT t.data, a.holder FROM {table} t LEFT JOIN account a ON a.id = t.account_id WHERE t.id = ?",  # noqa: S608 - own constants
            (key.id,),
        ).fetchone()
        row = json.loads(found[0])
        items = row.get("items") or []
        first = raw.execute("SELECT shelf FROM item WHERE id = ?", (items[0],)).fetchone() if items else None
        locked = row.get("locked_by") or ""
        clerk = raw.execute("SELECT name FROM employee WHERE id = ?", (locked,)).fetchone() if locked else None
        yield Todo(
            id=key.id,
            kind=key.kind,
            state=key.state,
            account_id=row["account_id"],
            holder=found[1] or "",
            mailbox=row["mailbox"],
            pieces=len(items),
            requested_ms=key.requested_ms,
            due_ms=0 if key.paused else key.due_ms,
            late=key.late,
            paused=key.paused,
            locked_by=(clerk[0] if clerk else locked),
            locked_id=locked,
            shelf=first[0] if first else "",
        )
