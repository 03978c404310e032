"""The rows of the trade as the counter sees them: what the centre sent, with this station's own acts laid over it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from enum import Enum
from functools import cache
from typing import Any

from sqlalchemy import Connection

from counter_app.domain import fold
from counter_app.domain.employee import Actor, Employee
from counter_app.domain.evidence import INTEGER_MAX, parse, reveal
from counter_app.domain.intake import IntakeState
from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.mailbox import Account, AccountState
from counter_app.domain.manifest import ManifestState
from counter_app.domain.operations import Operation, checked_body
from counter_app.domain.pickup import Pickup, PickupState
from counter_app.domain.rows import ENTITIES, Row, class_of, cleaned, from_plain, to_plain
from counter_app.domain.shelf import ShelfState
from counter_app.domain.stocktake import StocktakeState
from counter_app.domain.supply import Supply
from counter_app.domain.task import Task, TaskState
from counter_app.store import ready_rows, search
from counter_app.store.db import straight
from counter_app.store.ready_rows import ReadyRow

Pulled = tuple[str, int, Mapping[str, Any]]
"""A row as the centre sends it: id, seq, content."""
Understood = tuple[str, tuple[Any, ...], Mapping[str, Any]]
"""A row as the store keeps it: id, the values of its columns, content as JSON values."""
_NOTHING: Mapping[str, Any] = {}
_COLUMNS: dict[str, tuple[str, ...]] = {
    "item": (
        "mail_id",
        "state",
        "account_id",
        "mailbox",
        "tracking",
        "tracking_reversed",
        "shelf",
        "received_ms",
        "task_id",
    ),
    "pickup": ("state", "account_id", "mailbox", "requested_ms"),
    "account": ("mailbox", "state", "holder"),
    "employee": ("email", "name", "level", "active"),
    "task": ("state", "kind", "account_id", "mailbox", "requested_ms", "wanted_ms", "locked_by"),
    "intake": ("state", "carrier", "opened_ms"),
    "shelf": ("state", "code", "turn"),
    "manifest": ("state", "kind", "carrier", "opened_ms"),
    "stocktake": ("state", "shelf", "begun_ms"),
    "supply": ("on_hand",),
}


def _upsert_sql(entity: str) -> str:
    names = ("id", "seq", *_COLUMNS[entity], "data")
    changes = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
    marks = ", ".join("?" * len(names))
    # Table and column names are this module's own constants; every value is bound.
    return (
        f"INSERT INTO {entity} ({', '.join(names)}) VALUES ({marks}) "  # noqa: S608
        f"ON CONFLICT (id) DO UPDATE SET {changes} WHERE excluded.seq >= {entity}.seq"
    )


_STATES: dict[str, type[Enum]] = {
    "item": ItemState,
    "pickup": PickupState,
    "account": AccountState,
    "task": TaskState,
    "intake": IntakeState,
    "shelf": ShelfState,
    "manifest": ManifestState,
    "stocktake": StocktakeState,
}
_READY = {
    entity: ready_rows.reader(cls, _COLUMNS[entity], [one.value for one in _STATES.get(entity, ())])
    for entity, cls in ENTITIES.items()
}
# Of which class a task is, only its kind says: it takes the long way.
_READY["task"] = lambda row_id, seq, raw: None
_UPSERT = {entity: _upsert_sql(entity) for entity in ENTITIES}
_SELECT = {entity: f"SELECT data, seq FROM {entity} WHERE id = ?" for entity in ENTITIES}  # noqa: S608
_UNCOVERED = """
    SELECT j.op_id, j.core, j.level FROM touched t JOIN journal j ON j.op_id = t.op_id
    WHERE t.entity = ? AND t.id = ? AND j.status NOT IN ('rejected', 'quarantined') AND (j.seq IS NULL OR j.seq > ?)
    ORDER BY j.position"""


@cache
def _fields_of(cls: Any) -> frozenset[str]:
    return frozenset(one.name for one in fields(cls))


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _extra(entity: str, plain: Mapping[str, Any]) -> dict[str, Any]:
    """The columns that this program does not know (a newer centre): kept beside the others, for the next program."""
    unknown = plain.keys() - _fields_of(class_of(entity, plain))
    return {key: plain[key] for key in unknown} if unknown else {}


def _values(entity: str, row: Row, seq: int, extra: Mapping[str, Any] = _NOTHING) -> tuple[Any, ...]:
    columns: dict[str, Any] = {name: getattr(row, name, "") for name in _COLUMNS[entity]}
    if isinstance(row, MailItem):
        columns["tracking_reversed"] = row.tracking[::-1]
    elif isinstance(row, Employee):
        columns["active"] = int(row.active)
    plain = {**extra, **to_plain(row)} if extra else to_plain(row)
    return (row.id, seq, *columns.values(), _encode(plain))


def get(connection: Connection, entity: str, row_id: str) -> Row | None:
    """The row as the counter sees it now, or None."""
    found = straight(connection).execute(_SELECT[entity], (row_id,)).fetchone()
    return from_plain(entity, json.loads(found[0])) if found else None


def item(connection: Connection, row_id: str) -> MailItem | None:
    row = get(connection, "item", row_id)
    return row if isinstance(row, MailItem) else None


def pickup(connection: Connection, row_id: str) -> Pickup | None:
    row = get(connection, "pickup", row_id)
    return row if isinstance(row, Pickup) else None


def task(connection: Connection, row_id: str) -> Task | None:
    row = get(connection, "task", row_id)
    return row if isinstance(row, Task) else None


def supply(connection: Connection, row_id: str) -> Supply | None:
    row = get(connection, "supply", row_id)
    return row if isinstance(row, Supply) else None


def account(connection: Connection, row_id: str) -> Account | None:
    row = get(connection, "account", row_id)
    return row if isinstance(row, Account) else None


def put(connection: Connection, entity: str, row: Row, seq: int, extra: Mapping[str, Any] = _NOTHING) -> None:
    """Write the row, its search columns and, for an account, its words."""
    straight(connection).execute(_UPSERT[entity], _values(entity, row, seq, extra))
    if isinstance(row, Account):
        search.index_account(connection, row)


def put_plain(connection: Connection, entity: str, seq: int, plain: Mapping[str, Any]) -> None:
    """Write a row that is kept as JSON values, with the columns that this program does not know."""
    put(connection, entity, from_plain(entity, plain), seq, _extra(entity, plain))


def fold_in(connection: Connection, op: Operation, touched: Iterable[tuple[str, str]]) -> list[Row]:
    """Apply a new operation of this station to every row that it touches; the rows after it.

    The first time that this station touches a row of the centre, the row is kept aside as it came.
    """
    raw = straight(connection)
    after: list[Row] = []
    for entity, row_id in touched:
        found = raw.execute(_SELECT[entity], (row_id,)).fetchone()
        data, seq = (found[0], found[1]) if found else (None, 0)
        if data is not None:
            _keep_base(connection, entity, row_id, seq, data)
        plain = json.loads(data) if data else None
        row = fold.apply(entity, from_plain(entity, plain) if plain else None, op, row_id)
        raw.execute("INSERT INTO touched (op_id, entity, id) VALUES (?, ?, ?)", (op.op_id, entity, row_id))
        put(connection, entity, row, seq, _extra(entity, plain) if plain else _NOTHING)
        after.append(row)
    return after


def _keep_base(connection: Connection, entity: str, row_id: str, seq: int, data: str) -> None:
    raw = straight(connection)
    known = raw.execute("SELECT 1 FROM touched WHERE entity = ? AND id = ? LIMIT 1", (entity, row_id)).fetchone()
    if known is None:
        raw.execute(
            "INSERT INTO base_row (entity, id, seq, data) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (entity, row_id, seq, data),
        )


def own_operation(connection: Connection, op_id: str, core: bytes, level: int) -> Operation:
    """An operation of this station's journal as the fold sees it, with what is still disclosed."""
    said = parse(core)
    rows = connection.exec_driver_sql("SELECT field, salt, value FROM disclosure WHERE op_id = ?", (op_id,))
    opened = {field: (salt, value) for field, salt, value in rows}
    body = reveal(said["body"], opened)
    actor = Actor(said["actor"], level, said["present"], said["grant"])
    return Operation(op_id, said["kind"], said["entity"], actor, said["at_ms"], checked_body(said["kind"], body))


def folded_again(connection: Connection, entity: str, row_id: str) -> tuple[Row | None, int]:
    """The row as base plus every own operation that the base does not cover, and the base's seq."""
    base = connection.exec_driver_sql(
        "SELECT data, seq FROM base_row WHERE entity = ? AND id = ?", (entity, row_id)
    ).first()
    data, seq = (base[0], base[1]) if base else (None, 0)
    row = from_plain(entity, json.loads(data)) if data else None
    for op_id, core, level in connection.exec_driver_sql(_UNCOVERED, (entity, row_id, seq)).all():
        try:
            row = fold.apply(entity, row, own_operation(connection, op_id, core, level), row_id)
        except fold.Rejected:
            continue  # An INTENT that the centre's newer row no longer allows; its own answer will say so.
    return row, seq


def lay_over(connection: Connection, entity: str, row_id: str) -> None:
    """Write the row anew from its base and this station's uncovered operations."""
    row, seq = folded_again(connection, entity, row_id)
    if row is None:
        if entity == "account":  # its number is given again, and another must not be found by these words
            search.forget_account(connection, row_id)
        connection.exec_driver_sql(f"DELETE FROM {entity} WHERE id = ?", (row_id,))  # noqa: S608 - own constant
        return
    base = connection.exec_driver_sql(
        "SELECT data FROM base_row WHERE entity = ? AND id = ?", (entity, row_id)
    ).scalar()
    put(connection, entity, row, seq, _extra(entity, json.loads(base)) if base else _NOTHING)


def lay_back(connection: Connection, op_id: str, touched: Iterable[tuple[str, str]]) -> None:
    """Note the rows that an older own operation touched, which has come back, and fold them anew with it."""
    for entity, row_id in touched:
        found = connection.exec_driver_sql(_SELECT[entity], (row_id,)).first()
        if found is not None:
            _keep_base(connection, entity, row_id, found[1], found[0])
        connection.exec_driver_sql(
            "INSERT INTO touched (op_id, entity, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", (op_id, entity, row_id)
        )
        lay_over(connection, entity, row_id)


def accept_pulled(connection: Connection, entity: str, rows: Sequence[Pulled]) -> list[str]:
    """Rows from the centre replace local ones; own operations that they do not cover are laid over them again.

    Returns the ids of rows that could not be understood; they are left out, the caller reports them.
    """
    own = _touched_ids(connection, entity, [row_id for row_id, _, _ in rows])
    understood, bad = understand(entity, rows)
    plain: list[tuple[Any, ...]] = []
    accounts: list[Account] = []
    for row_id, values, content in understood:
        if row_id in own:
            connection.exec_driver_sql(
                "INSERT INTO base_row (entity, id, seq, data) VALUES (?, ?, ?, ?) ON CONFLICT (entity, id) "
                "DO UPDATE SET seq = excluded.seq, data = excluded.data WHERE excluded.seq >= base_row.seq",
                (entity, row_id, values[1], values[-1]),
            )
            lay_over(connection, entity, row_id)
        else:
            plain.append(values)
            if entity == "account" and isinstance(row := from_plain(entity, content), Account):
                accounts.append(row)
    if plain:
        upsert(connection, entity, plain)
    if not accounts:
        return bad
    raw = straight(connection)
    seqs = {row_id: seq for row_id, seq, _ in rows}
    # A row that came late was not kept: what is kept has a higher seq, and is found by its own words already.
    search.index_accounts(
        connection,
        [
            one
            for one in accounts
            if raw.execute("SELECT seq FROM account WHERE id = ?", (one.id,)).fetchone()[0] == seqs[one.id]
        ],
    )
    return bad


def understand(entity: str, rows: Iterable[Pulled]) -> tuple[list[Understood], list[str]]:
    """Rows of the centre as the store keeps them, and the ids of those that this program cannot use."""
    found: list[Understood] = []
    bad: list[str] = []
    ready = _READY[entity]
    for row_id, seq, content in rows:
        if content.__class__ is ReadyRow:
            found.append((row_id, content.values_ready, content))
            continue
        values = ready(row_id, seq, _as_bytes(content))
        if values is not None:
            found.append((row_id, values, content))
            continue
        try:
            found.append(_by_the_row(entity, row_id, seq, content))
        except (ValueError, TypeError):
            bad.append(row_id)
    return found, bad


def reader_of(entity: str) -> ready_rows.Reader:
    """How the rows of `entity` are read at once, as `ready_rows` says."""
    return _READY[entity]


def _as_bytes(content: Mapping[str, Any]) -> bytes:
    try:
        return _encode(content).encode()
    except (ValueError, TypeError, RecursionError):
        return b""  # which no row is


def _by_the_row(entity: str, row_id: str, seq: int, content: Mapping[str, Any]) -> Understood:
    row = cleaned(from_plain(entity, content))
    values = _values(entity, row, seq, _extra(entity, content))
    _demand_storable(entity, row, values)
    if row.id != row_id:
        raise ValueError("another row's id")
    return row_id, values, to_plain(row)


def upsert(connection: Connection, entity: str, values: Sequence[tuple[Any, ...]]) -> None:
    """Write what `understand` gave; a row that is newer already stays."""
    straight(connection).executemany(_UPSERT[entity], values)


def _demand_storable(entity: str, row: Row, values: tuple[Any, ...]) -> None:
    """ValueError for a row that the store cannot keep or the fold cannot work with: one such row must not stop
    all the others of its page for ever (T21)."""
    states = _STATES.get(entity)
    if states is not None:
        states(getattr(row, "state", ""))
    for value in values:
        if isinstance(value, int) and abs(value) > INTEGER_MAX:
            raise ValueError("number too large")


def _touched_ids(connection: Connection, entity: str, ids: Sequence[str]) -> set[str]:
    marks = ",".join("?" * len(ids))
    sql = f"SELECT DISTINCT id FROM touched WHERE entity = ? AND id IN ({marks})"  # noqa: S608 - only marks
    return {row[0] for row in connection.exec_driver_sql(sql, (entity, *ids))} if ids else set()
