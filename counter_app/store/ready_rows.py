"""Rows of the centre that are as this program itself would write them, which nearly all are: checked by compiled code.

A row that is whole, typed, known in every column and clean in every text goes into the store as it came. Whatever is
not so beyond doubt (a newer column, a missing one, an accent, two blanks, a state nobody knows) takes the long way,
which alone decides what becomes of it.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Collection, Mapping
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Annotated, Any

import msgspec

from counter_app.domain.evidence import INTEGER_MAX
from counter_app.domain.rows import Row
from counter_app.domain.text import TEXT_MAX

Ready = tuple[Any, ...]
_TEXT = Annotated[str, msgspec.Meta(max_length=TEXT_MAX)]
_NUMBER = Annotated[int, msgspec.Meta(ge=-INTEGER_MAX, le=INTEGER_MAX)]
_encode = msgspec.json.Encoder().encode


def reader(
    cls: type[Row], columns: tuple[str, ...], states: Collection[str]
) -> Callable[[str, int, Mapping[str, Any]], Ready | None]:
    """A function (id, seq, content) -> the values of `columns` between id, seq and the row's JSON; None for any doubt.

    `states` are those that a row may be in; empty for rows without any. The column `tracking_reversed` is the tracking
    number from its end, as the search needs it.
    """
    shape = _shape(cls)
    pick = attrgetter(*("tracking" if name == "tracking_reversed" else name for name in columns))
    reversed_at = columns.index("tracking_reversed") if "tracking_reversed" in columns else -1
    bool_at = columns.index("active") if "active" in columns else -1

    def ready(row_id: str, seq: int, content: Mapping[str, Any]) -> Ready | None:
        try:
            row: Any = msgspec.convert(content, shape)
            data = _encode(content)
        except (ValueError, TypeError, RecursionError, OverflowError):
            return None
        if row.id != row_id or (states and row.state not in states) or not -INTEGER_MAX <= seq <= INTEGER_MAX:
            return None
        if not _clean(data):
            return None
        values = pick(row)
        if reversed_at >= 0:
            values = (*values[:reversed_at], values[reversed_at][::-1], *values[reversed_at + 1 :])
        if bool_at >= 0:
            values = (*values[:bool_at], int(values[bool_at]), *values[bool_at + 1 :])
        return (row_id, seq, *values, data.decode())

    return ready


def _shape(cls: Any) -> type:
    hints = typing.get_type_hints(cls)
    members = [(one.name, _limited(hints[one.name])) for one in fields(cls)]
    return msgspec.defstruct(cls.__name__, members, forbid_unknown_fields=True, gc=False)


def _clean(data: bytes) -> bool:
    # In compact JSON a blank stands only inside of a text, and beside a quotation mark only at one of its ends.
    return (
        data.isascii()
        and b"\\" not in data
        and b"  " not in data
        and b'" ' not in data
        and b' "' not in data
        and b"\x7f" not in data
    )


def _limited(hint: Any) -> Any:
    if hint is str:
        return _TEXT
    if hint is int:
        return _NUMBER
    if is_dataclass(hint):
        return _shape(hint)
    inside = typing.get_args(hint)
    if not inside:
        return hint
    return tuple[tuple(one if one is Ellipsis else _limited(one) for one in inside)]  # type: ignore[misc]
