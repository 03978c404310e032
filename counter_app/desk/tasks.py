"""The to-do list: every open task and pickup with its due time, the most urgent first (S-04, S-10)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

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
    work: int
    """Tasks that can be worked on now; pickups are not among them."""

    def of(self, chosen: str) -> int:
        return self.by_filter.get(chosen, 0)


@dataclass(frozen=True, slots=True)
class Opened:
    """The list as it is when it opens: counts, where the kept task stands (-1: nowhere), and the pages asked for."""

    counts: TodoCounts
    place: int
    pages: dict[int, tuple[Todo, ...]]


class _Key(NamedTuple):
    """An open task by what the list is sorted by, in the order of the sorting: there may be thousands."""

    paused: bool
    due_ms: int
    requested_ms: int
    id: str
    kind: str
    state: str
    late: bool


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
    work = sum(1 for key in keys if not key.paused and key.kind != PICKUP)
    return TodoCounts(held, min((key.due_ms for key in keys if not key.paused and key.due_ms), default=0), work)


def due_of(desk: Desk, kind: str, requested_ms: int, wanted_ms: int = 0) -> int:
    """When a task is due, UTC milliseconds: when the customer wants it, else by the store's hours (T3, T4)."""
    return wanted_ms or DueClock(desk.settings.hours).due_ms(kind, requested_ms)


def _keys(desk: Desk, connection: Connection) -> list[_Key]:
    """Every open task in the order of the list."""
    now, due_ms = desk.now_ms(), DueClock(desk.settings.hours).due_ms
    found = []
    for row_id, kind, at, requested_ms, wanted_ms in straight(connection).execute(_KEYS):
        paused = at in _PAUSED
        due = wanted_ms or (due_ms(kind, requested_ms) if requested_ms else 0)
        found.append(_Key(paused, due, requested_ms, row_id, kind, at, not paused and 0 < due < now))
    found.sort()
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


_LINE = """
SELECT t.id, t.account_id, t.mailbox, a.holder, json_array_length(t.data, '$.items'), i.shelf,
  json_extract(t.data, '$.locked_by'), e.name
FROM {table} t LEFT JOIN account a ON a.id = t.account_id
  LEFT JOIN item i ON i.id = json_extract(t.data, '$.items[0]')
  LEFT JOIN employee e ON e.id = json_extract(t.data, '$.locked_by')
WHERE t.id IN ({marks})"""


def _lines(connection: Connection, keys: Sequence[_Key]) -> Iterator[Todo]:
    raw = straight(connection)
    rows: dict[str, tuple[Any, ...]] = {}
    for table, pickups in (("task", False), ("pickup", True)):
        ids = [key.id for key in keys if (key.kind == PICKUP) is pickups]
        if ids:
            sql = _LINE.format(table=table, marks=", ".join("?" * len(ids)))
            rows |= {row[0]: row[1:] for row in raw.execute(sql, ids)}
    for key in keys:
        account_id, mailbox, holder, pieces, shelf, locked, clerk = rows[key.id]
        yield Todo(
            id=key.id,
            kind=key.kind,
            state=key.state,
            account_id=account_id,
            holder=holder or "",
            mailbox=mailbox,
            pieces=pieces or 0,
            requested_ms=key.requested_ms,
            due_ms=0 if key.paused else key.due_ms,
            late=key.late,
            paused=key.paused,
            locked_by=clerk or locked or "",
            locked_id=locked or "",
            shelf=shelf or "",
        )
