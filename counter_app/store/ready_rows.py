"""Rows of the centre that are as this program itself would write them, which nearly all are: checked by compiled code.

A row that is whole, typed, known in every column and clean in every text goes into the store as its bytes came.
Whatever is not so beyond doubt (a newer column, a missing one, a letter that could be written in two ways, two blanks,
a state nobody knows) takes the long way, which alone decides what becomes of it.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Annotated, Any

import msgspec

from counter_app.domain.evidence import INTEGER_MAX
from counter_app.domain.rows import Row
from counter_app.domain.text import TEXT_MAX, is_plain

Ready = tuple[Any, ...]
Reader = Callable[[str, int, bytes], Ready | None]
_TEXT = Annotated[str, msgspec.Meta(max_length=TEXT_MAX)]
_SETTLED = b'"contested":[]'
_NUMBER = Annotated[int, msgspec.Meta(ge=-INTEGER_MAX, le=INTEGER_MAX)]


class ReadyRow(Mapping[str, Any]):
    """The content of a row that a reader took, as `raw` bytes of JSON and as `values` of the store's columns.

    It is made into a mapping only when somebody asks for a column.
    """

    __slots__ = ("_content", "raw", "values_ready")

    def __init__(self, raw: bytes, values: Ready) -> None:
        self.raw, self.values_ready = raw, values
        self._content: dict[str, Any] | None = None

    def _read(self) -> dict[str, Any]:
        if self._content is None:
            self._content = msgspec.json.decode(self.raw)
        return self._content

    def __getitem__(self, key: str) -> Any:
        return self._read()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())


def quick(cls: type[Row]) -> Callable[[str], Any]:
    """A function that reads a row's JSON from the store as an object with the attributes of `cls`.

    msgspec.ValidationError for a row that is not as this program would write it: `rows.from_plain` reads that one.
    """
    decode: Callable[[str], Any] = msgspec.json.Decoder(_shape(cls)).decode
    return decode


def is_contested(content: Mapping[str, Any]) -> bool:
    """Whether a pulled row of custody says that acts contradict each other; without making a mapping of it."""
    if isinstance(content, ReadyRow) and _SETTLED in content.raw:
        return False
    return bool(content.get("contested"))


def reader(cls: type[Row], columns: tuple[str, ...], states: Collection[str]) -> Reader:
    """A function (id, seq, row as compact JSON) -> the values of `columns` between id, seq and the JSON; None for any
    doubt, also for a key that stands twice.

    `states` are those that a row may be in; empty for rows without any. The column `tracking_reversed` is the tracking
    number from its end, as the search needs it.
    """
    decode: Callable[[bytes], Any] = msgspec.json.Decoder(_shape(cls)).decode
    pick = attrgetter(*("tracking" if name == "tracking_reversed" else name for name in columns))
    reversed_at = columns.index("tracking_reversed") if "tracking_reversed" in columns else -1
    bool_at = columns.index("active") if "active" in columns else -1
    keys = len(fields(cls))
    inside = _keys_inside(cls)

    def ready(row_id: str, seq: int, raw: bytes) -> Ready | None:
        try:
            row: Any = decode(raw)
            data = raw.decode()
        except (ValueError, RecursionError):
            return None
        if row.id != row_id or (states and row.state not in states) or not -INTEGER_MAX <= seq <= INTEGER_MAX:
            return None
        said = keys
        for name, each in inside:
            said += each * len(getattr(row, name))
        # Without a backslash a quotation mark and a colon stand together behind a key and nowhere else.
        if not _clean(raw, data) or raw.count(b'":') != said:
            return None
        values = pick(row) if len(columns) > 1 else (pick(row),)
        if reversed_at >= 0:
            values = (*values[:reversed_at], values[reversed_at][::-1], *values[reversed_at + 1 :])
        if bool_at >= 0:
            values = (*values[:bool_at], int(values[bool_at]), *values[bool_at + 1 :])
        return (row_id, seq, *values, data)

    return ready


def _shape(cls: Any) -> type:
    hints = typing.get_type_hints(cls)
    members = [(one.name, _limited(hints[one.name])) for one in fields(cls)]
    return msgspec.defstruct(cls.__name__, members, forbid_unknown_fields=True, gc=False)


def _keys_inside(cls: Any) -> list[tuple[str, int]]:
    """The columns that are lists of small objects, and how many keys each of those has."""
    found = []
    for name, hint in typing.get_type_hints(cls).items():
        entry = (typing.get_args(hint) or (None,))[0]
        if isinstance(entry, type) and is_dataclass(entry):
            found.append((name, len(fields(entry))))
    return found


def _clean(raw: bytes, data: str) -> bool:
    # In compact JSON a blank stands only inside of a text, and beside a quotation mark only at one of its ends.
    return is_plain(data) and b"\\" not in raw and b"  " not in raw and b'" ' not in raw and b' "' not in raw


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
