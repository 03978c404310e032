"""The rows that the fold keeps, as plain JSON values and back: one shape for store, wire and proofs."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from functools import cache
from typing import Any

from counter_app.domain.employee import Employee
from counter_app.domain.mail_item import MailItem
from counter_app.domain.mailbox import Account, Collector, FormName
from counter_app.domain.pickup import Pickup
from counter_app.domain.text import TEXT_MAX, clean

Row = MailItem | Pickup | Account | Employee
ENTITIES: dict[str, type[Row]] = {"item": MailItem, "pickup": Pickup, "account": Account, "employee": Employee}


NOTE_MAX = 500
"""Characters of the note on a mailbox card."""

_LONGER = {"note": NOTE_MAX}
_FIELDS = {cls: tuple(one.name for one in fields(cls)) for cls in ENTITIES.values()}


def cleaned(row: Row) -> Row:
    """`row` with each of its texts as one line of visible characters within its limit (T14, T21).

    What the centre or another station let through is not shown, printed or searched as it came; the operation that
    brought it keeps its bytes. A row that is clean already is given back as it is.
    """
    changes: dict[str, Any] = {}
    for name in _FIELDS[type(row)]:
        value = getattr(row, name)
        better = _cleaned(value, _LONGER.get(name, TEXT_MAX))
        if better != value:
            changes[name] = better
    return replace(row, **changes) if changes else row


def _cleaned(value: Any, limit: int = TEXT_MAX) -> Any:
    if isinstance(value, str):
        if len(value) <= limit and value.isascii() and value.isprintable() and " " not in value:
            return value  # ids, codes, dates, numbers: nearly all of a page of the centre
        return clean(value, limit).text
    if isinstance(value, tuple):
        return tuple(_cleaned(one) for one in value)
    if isinstance(value, FormName):
        return replace(value, text=_cleaned(value.text))
    return replace(value, name=_cleaned(value.name)) if isinstance(value, Collector) else value


def to_plain(row: Row) -> dict[str, Any]:
    """`row` as JSON values: dataclasses become dicts, tuples become lists."""
    return {key: _plain(value) for key, value in asdict(row).items()}


def _plain(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value


def from_plain(entity: str, plain: Mapping[str, Any]) -> Row:
    """The row that `to_plain` wrote. Unknown keys are ignored (a newer centre); missing ones take their default.

    ValueError when the entity is unknown, a needed key is missing or a value has the wrong type.
    """
    cls = ENTITIES.get(entity)
    if cls is None:
        raise ValueError(f"no such entity: {entity[:40]}")
    try:
        known = {key: _value(key, typ, plain[key]) for key, typ in _types(entity).items() if key in plain}
        return cls(**known)
    except TypeError as error:
        raise ValueError(f"{entity} row is incomplete or misshapen") from error


@cache
def _types(entity: str) -> dict[str, Any]:
    cls = ENTITIES[entity]
    hints = typing.get_type_hints(cls)
    return {one.name: hints[one.name] for one in fields(cls)}


def _texts(cls: type[FormName | Collector], entry: Any) -> dict[str, str]:
    texts = {one.name: entry[one.name] for one in fields(cls) if one.name in entry}
    if not all(isinstance(value, str) for value in texts.values()):
        raise ValueError("wrong type in a name")
    return texts


def _value(key: str, typ: Any, value: Any) -> Any:
    if typ in (str, int, bool):
        if not isinstance(value, typ) or (typ is int and isinstance(value, bool)):
            raise ValueError(f"wrong type of {key}")
        return value
    if not isinstance(value, (list, tuple)):
        raise ValueError(f"wrong type of {key}")  # noqa: TRY004 - one kind of error for every bad row
    if key == "names":
        return tuple(FormName(**_texts(FormName, one)) for one in value)
    if key == "collectors":
        return tuple(Collector(**_texts(Collector, one)) for one in value)
    if key == "history":
        return tuple((str(a), str(b), int(c), str(d)) for a, b, c, d in value)
    if not all(isinstance(one, str) for one in value):
        raise ValueError(f"wrong type of {key}")
    return tuple(value)
