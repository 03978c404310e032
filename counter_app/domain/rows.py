"""The rows that the fold keeps, as plain JSON values and back: one shape for store, wire and proofs."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from counter_app.domain.employee import Employee
from counter_app.domain.intake import Intake
from counter_app.domain.mail_item import MailItem
from counter_app.domain.mailbox import Account
from counter_app.domain.manifest import Manifest
from counter_app.domain.pickup import Pickup
from counter_app.domain.shelf import Shelf
from counter_app.domain.stocktake import Stocktake
from counter_app.domain.supply import Supply
from counter_app.domain.task import Task
from counter_app.domain.tasks import task_class
from counter_app.domain.text import TEXT_MAX, clean

Row = MailItem | Pickup | Account | Employee | Task | Intake | Shelf | Manifest | Stocktake | Supply
ENTITIES: dict[str, type[Row]] = {
    "item": MailItem,
    "pickup": Pickup,
    "account": Account,
    "employee": Employee,
    "task": Task,
    "intake": Intake,
    "shelf": Shelf,
    "manifest": Manifest,
    "stocktake": Stocktake,
    "supply": Supply,
}
"""Entity -> class of its rows; a task's row is of the class of its kind (`tasks.TASKS`)."""


def class_of(entity: str, plain: Mapping[str, Any]) -> Any:
    """The class of the row that `plain` holds; ValueError for an entity or kind of task that nobody knows."""
    if entity == "task":
        return task_class(plain.get("kind"))
    cls = ENTITIES.get(entity)
    if cls is None:
        raise ValueError(f"no such entity: {entity[:40]}")
    return cls


NOTE_MAX = 500
"""Characters of the note on a mailbox card."""

_LONGER = {"note": NOTE_MAX}


def cleaned(row: Row) -> Row:
    """`row` with each of its texts as one line of visible characters within its limit (T14, T21).

    What the centre or another station let through is not shown, printed or searched as it came; the operation that
    brought it keeps its bytes. A row that is clean already is given back as it is.
    """
    changes: dict[str, Any] = {}
    for name in _names(type(row)):  # type: ignore[arg-type]
        value = getattr(row, name)
        better = _cleaned(value, _LONGER.get(name, TEXT_MAX))
        if better != value:
            changes[name] = better
    return replace(row, **changes) if changes else row


def _cleaned(value: Any, limit: int = TEXT_MAX) -> Any:
    if isinstance(value, str):
        return clean(value, limit).text
    if isinstance(value, tuple):
        return tuple(_cleaned(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{name: _cleaned(getattr(value, name)) for name in _names(value.__class__)})
    return value


def to_plain(row: Row) -> dict[str, Any]:
    """`row` as JSON values: dataclasses become dicts, tuples become lists."""
    return _fields(row)


@cache
def _names(cls: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(cls))


def _plain(value: Any) -> Any:
    # Not `asdict`, which copies every text deeply: this runs for each row that is written or pulled.
    if isinstance(value, (str, int)):
        return value
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return _fields(value)


def _fields(value: Any) -> dict[str, Any]:
    return {name: _plain(getattr(value, name)) for name in _names(value.__class__)}


def from_plain(entity: str, plain: Mapping[str, Any]) -> Row:
    """The row that `to_plain` wrote. Unknown keys are ignored (a newer centre); missing ones take their default.

    ValueError when the entity is unknown, a needed key is missing or a value has the wrong type.
    """
    cls = class_of(entity, plain)
    try:
        row: Row = cls(**typed(cls, plain))
    except TypeError as error:
        raise ValueError(f"{entity} row is incomplete or misshapen") from error
    return row


def typed(cls: Any, plain: Mapping[str, Any]) -> dict[str, Any]:
    """What of `plain` are fields of the dataclass `cls`, each of its type; ValueError when one is not."""
    return {key: _value(key, typ, plain[key]) for key, typ in _types(cls).items() if key in plain}


@cache
def _types(cls: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(cls)
    return {one.name: hints[one.name] for one in fields(cls)}


def _entry(cls: Any, entry: Any) -> Any:
    if not isinstance(entry, Mapping):
        raise ValueError(f"wrong type of a {cls.__name__}")  # noqa: TRY004 - one kind of error for every bad row
    try:
        return cls(**typed(cls, entry))
    except TypeError as error:
        raise ValueError(f"wrong type in a {cls.__name__}") from error


def _value(key: str, typ: Any, value: Any) -> Any:
    if value.__class__ is typ:
        return value
    if typ in (str, int, bool):
        if not isinstance(value, typ) or (typ is int and isinstance(value, bool)):
            raise ValueError(f"wrong type of {key}")
        return value
    if is_dataclass(typ):
        return _entry(typ, value)
    if not isinstance(value, (list, tuple)):
        raise ValueError(f"wrong type of {key}")  # noqa: TRY004 - one kind of error for every bad row
    inside = (typing.get_args(typ) or (None,))[0]
    if is_dataclass(inside):
        return tuple(_entry(inside, one) for one in value)
    if key == "history":
        return tuple((str(a), str(b), int(c), str(d)) for a, b, c, d in value)
    if not all(isinstance(one, str) for one in value):
        raise ValueError(f"wrong type of {key}")
    return tuple(value)
