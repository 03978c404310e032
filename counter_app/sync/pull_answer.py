"""The answer of a pull, read quickly: rows that are as they should be stay bytes until somebody asks for a column.

A page of a thousand rows is most of what a station ever reads. Its tables are cut out, the rest is read as every other
answer, and each row is read by compiled code that knows its shape. A row that this leaves in any doubt is read as
strictly as every other JSON of the centre (T15): a key said twice, a number that no store can keep, anything too deep
refuses the whole answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from counter_app.domain.rows import ENTITIES
from counter_app.limits import INTEGER_MAX
from counter_app.store.ready_rows import ReadyRow
from counter_app.store.state import reader_of
from counter_app.sync.wire import CheckedRows, parse_json


class PulledAnswer(Mapping[str, Any]):
    """An answer of a pull that is read when something of it is asked for: Offline("sync.not_the_centre") then."""

    __slots__ = ("_read", "data")

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._read: dict[str, Any] | None = None

    def onward(self) -> str:
        """The cursor at which the next page begins, before this one is read; "" when that is not beyond doubt."""
        try:
            (stream,) = _ahead(self.data).streams
        except (ValueError, RecursionError):
            return ""
        return stream.next if stream.more else ""

    def _whole(self) -> dict[str, Any]:
        if self._read is None:
            self._read = parse_pulled(self.data)
        return self._read

    def __getitem__(self, key: str) -> Any:
        return self._whole()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())


class _StreamAhead(msgspec.Struct):
    next: str = ""
    more: bool = False


class _AnswerAhead(msgspec.Struct):
    streams: list[_StreamAhead]


class _Stream(msgspec.Struct):
    tables: msgspec.Raw = msgspec.Raw(b"{}")


class _Answer(msgspec.Struct):
    streams: list[_Stream]


_ahead = msgspec.json.Decoder(_AnswerAhead).decode
_answer = msgspec.json.Decoder(_Answer).decode
_tables = msgspec.json.Decoder(dict[str, list[tuple[str, int, msgspec.Raw]]]).decode
_NAMED = b'"tables":'
_READERS = {entity: reader_of(entity) for entity in ENTITIES}


def parse_pulled(data: bytes) -> dict[str, Any]:
    """As `wire.parse_json`, with the rows of known tables as `CheckedRows`. Offline("sync.not_the_centre") as there."""
    try:
        cut = [bytes(one.tables) for one in _answer(data).streams]
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        return parse_json(data)  # which says what is wrong with it, or that it is no answer of a pull
    rest = data
    for tables in cut:
        rest = _without(rest, tables)
    said = parse_json(rest)
    streams = said.get("streams")
    if b"\\" in rest or not isinstance(streams, list) or len(streams) != len(cut):
        return parse_json(data)
    for stream, tables in zip(streams, cut, strict=True):
        if "tables" in stream:
            quick = None if b"\\" in tables else _quickly(tables)
            stream["tables"] = parse_json(tables) if quick is None else quick
    return said


def _without(data: bytes, tables: bytes) -> bytes:
    """`data` with `{}` where these tables stand."""
    at = data.find(_NAMED) + len(_NAMED)
    if data.startswith(tables, at):  # as the centre writes it; to search a megabyte in a megabyte takes ten times that
        return data[:at] + b"{}" + data[at + len(tables) :]
    return data.replace(tables, b"{}", 1)


def _quickly(data: bytes) -> dict[str, Any] | None:
    try:
        tables = _tables(data)
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        return None
    keys = len(tables)
    found: dict[str, Any] = {}
    for entity, rows in tables.items():
        reader = _READERS.get(entity)
        read = found[entity] = CheckedRows()
        for row_id, seq, raw in rows:
            if not 0 <= seq <= INTEGER_MAX:
                return None
            content = bytes(raw)
            # Without a backslash a quotation mark and a colon stand together behind a key and nowhere else.
            keys += content.count(b'":')
            values = reader(row_id, seq, content) if reader is not None else None
            read.append((row_id, seq, parse_json(content) if values is None else ReadyRow(content, values)))
    return found if keys == data.count(b'":') else None
