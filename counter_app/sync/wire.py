"""The shapes on the wire, checked at the door: what goes out is what the journal holds, what comes in is only data."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeGuard

from counter_app.domain.digest import BUCKETS, bucket_of
from counter_app.domain.rows import ENTITIES
from counter_app.errors import Offline
from counter_app.limits import INTEGER_MAX, JSON_MAX_DEPTH, PUSH_MAX_BYTES
from counter_app.store.journal import Answer, Waiting

STATUSES = ("applied", "contested", "rejected", "quarantined", "deferred")


def parse_json(data: bytes) -> dict[str, Any]:
    """A JSON object of the centre. Offline("sync.not_the_centre") for anything else: HTML, a list, too deep,
    a key said twice, a number that no store can keep (T15)."""
    try:
        value = json.loads(data, object_pairs_hook=_once, parse_int=_bounded, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise Offline("sync.not_the_centre") from error
    if not isinstance(value, dict) or _depth(value) > JSON_MAX_DEPTH:
        raise Offline("sync.not_the_centre")
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _bounded(digits: str) -> int:
    number = int(digits) if len(digits) < 20 else INTEGER_MAX + 1
    if abs(number) > INTEGER_MAX:
        raise ValueError("number too large")
    return number


def _refused(text: str) -> Any:
    raise ValueError(f"{text} is no JSON")


def _depth(value: Any) -> int:
    deepest, level = 0, [value]
    while level:
        deepest += 1
        if deepest > JSON_MAX_DEPTH:
            return deepest
        level = [
            inner
            for one in level
            if isinstance(one, (dict, list))
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
    return deepest


def pushed(op: Waiting) -> dict[str, Any]:
    """One operation as it travels: its exact bytes, its signature, and what opens its commitments."""
    return {
        "core": base64.b64encode(op.core).decode(),
        "sig": op.sig.hex(),
        "open": {field: [salt.hex(), value] for field, (salt, value) in op.opened.items()},
    }


def batch(ops: Sequence[Waiting], max_ops: int) -> list[Waiting]:
    """The first operations that fit into one push: at most `max_ops`, and well below a megabyte."""
    chosen: list[Waiting] = []
    size = 0
    for op in ops[:max_ops]:
        size += len(op.core) * 4 // 3 + 300 + sum(len(value) * 2 + 80 for _, value in op.opened.values())
        if chosen and size > PUSH_MAX_BYTES * 9 // 10:
            break
        chosen.append(op)
    return chosen


def answers(said: Mapping[str, Any], asked: Sequence[str]) -> list[Answer]:
    """The centre's answers, each to an operation that was asked about; nonsense raises Offline and changes nothing."""
    found: list[Answer] = []
    for one in _list(said, "results"):
        op_id, status, seq = _text(one, "op_id"), _text(one, "status"), one.get("seq")
        if op_id not in asked or status not in STATUSES or not (seq is None or _whole(seq)):
            raise Offline("sync.not_the_centre")
        args = one.get("args") or {}
        facts = json.dumps(args if isinstance(args, dict) else {})
        code = one.get("code")
        found.append(
            Answer(
                op_id,
                status,
                seq,
                code[:80] if isinstance(code, str) and _storable(code) else "",
                facts if len(facts) <= 2_000 else "{}",
                _held(one.get("held")),
            )
        )
    return found


def _held(said: Any) -> tuple[bytes, bytes] | None:
    if said is None:
        return None
    if not isinstance(said, dict):
        raise Offline("sync.not_the_centre")
    try:
        return base64.b64decode(_text(said, "core"), validate=True), bytes.fromhex(_text(said, "sig"))
    except ValueError as error:
        raise Offline("sync.not_the_centre") from error


@dataclass(frozen=True, slots=True)
class Page:
    """A page of one stream: entity -> rows (id, seq, content), where to go on, and the head when it was read.

    `gone` are rows that left the store: entity, id, seq. `next` is "" when the cursor stays where it is. `total` is how
    many rows there are in all, on the first page of a walk from the beginning; 0 when the centre does not say.
    """

    stream: str
    rows: dict[str, list[tuple[str, int, Mapping[str, Any]]]]
    next: str
    more: bool
    high: int
    gone: tuple[tuple[str, str, int], ...] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class Digest:
    """What the centre's rows come to at `high`: count and sum of each bucket."""

    epoch: str
    high: int
    buckets: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Bucket:
    """Every row of one bucket at `high`."""

    epoch: str
    high: int
    rows: dict[str, list[tuple[str, int, Mapping[str, Any]]]]


@dataclass(frozen=True, slots=True)
class Hints:
    """When the centre would like to be asked again: seconds, and how many more by chance."""

    poll_s: int
    spread_s: int


def pages(said: Mapping[str, Any]) -> list[Page]:
    """The pulled pages; also of entities that this program does not know (a newer centre): they are kept raw."""
    found = []
    for one in _list(said, "streams"):
        tables, more, high = one.get("tables", {}), one.get("more", False), one.get("high")
        if not (isinstance(tables, dict) and isinstance(more, bool) and _whole(high)):
            raise Offline("sync.not_the_centre")
        gone = one.get("gone") or []
        if not isinstance(gone, list):
            raise Offline("sync.not_the_centre")
        left = tuple(_gone(entry) for entry in gone)
        onward = _text(one, "next") if "next" in one else ""
        total = one.get("total")
        said_total = total if _whole(total) else 0
        found.append(Page(_text(one, "id"), _tables(tables), onward, more, high, left, said_total))
    return found


def _tables(tables: dict[str, Any]) -> dict[str, list[tuple[str, int, Mapping[str, Any]]]]:
    unknown = [name for name in tables if name not in ENTITIES]
    if not all(re.fullmatch(r"[a-z_]{1,16}", name) for name in unknown):
        raise Offline("sync.not_the_centre")
    # The trade's own order first: pieces before the pickups that name them.
    return {entity: _rows(tables[entity]) for entity in (*ENTITIES, *unknown) if entity in tables}


def _gone(entry: Any) -> tuple[str, str, int]:
    if not (isinstance(entry, list) and len(entry) == 3):
        raise Offline("sync.not_the_centre")
    entity, row_id, seq = entry
    if not (_storable(entity) and _storable(row_id) and _whole(seq)):
        raise Offline("sync.not_the_centre")
    return entity, row_id, seq


def digest(said: Mapping[str, Any]) -> Digest:
    """The centre's sums; Offline("sync.not_the_centre") for anything else."""
    high, buckets = said.get("high"), said.get("buckets")
    if not (_whole(high) and isinstance(buckets, list) and len(buckets) == BUCKETS):
        raise Offline("sync.not_the_centre")
    found = []
    for one in buckets:
        if not (isinstance(one, list) and len(one) == 2 and _whole(one[0]) and _storable(one[1])):
            raise Offline("sync.not_the_centre")
        found.append((one[0], one[1]))
    return Digest(_text(said, "epoch"), high, tuple(found))


def moved(said: Mapping[str, Any]) -> bool:
    """Whether something is behind the cursor; Offline("sync.not_the_centre") for anything else."""
    value = said.get("moved")
    if not isinstance(value, bool):
        raise Offline("sync.not_the_centre")
    return value


def bucket(said: Mapping[str, Any], number: int) -> Bucket:
    """The rows of bucket `number`; Offline("sync.not_the_centre") for anything else, also for rows of another one."""
    high, tables = said.get("high"), said.get("tables")
    if not (_whole(high) and said.get("bucket") == number and isinstance(tables, dict)):
        raise Offline("sync.not_the_centre")
    rows = _tables(tables)
    if any(bucket_of(entity, one[0]) != number for entity, found in rows.items() for one in found):
        raise Offline("sync.not_the_centre")
    return Bucket(_text(said, "epoch"), high, rows)


def durable(said: Mapping[str, Any]) -> dict[str, int]:
    """stream -> seq that a backup of the centre has; what is no such thing is left out, an older centre says none."""
    value = said.get("durable")
    found = value.items() if isinstance(value, dict) else ()
    return {stream: seq for stream, seq in found if _storable(stream) and _whole(seq)}


def hints(said: Mapping[str, Any]) -> Hints | None:
    """When to ask again, within an hour; None from an older centre and for nonsense."""
    value = said.get("hints")
    if not isinstance(value, dict):
        return None
    poll_s, spread_s = value.get("poll_s"), value.get("spread_s")
    if not (_whole(poll_s) and _whole(spread_s)) or poll_s < 1:
        return None
    return Hints(min(poll_s, 3_600), min(spread_s, 3_600))


class CheckedRows(list[tuple[str, int, Mapping[str, Any]]]):
    """Rows whose id, seq and content were looked at when they were read (`pull_answer`)."""


def _rows(rows: Any) -> list[tuple[str, int, Mapping[str, Any]]]:
    if rows.__class__ is CheckedRows:
        return rows
    if not isinstance(rows, list):
        raise Offline("sync.not_the_centre")
    return [_row(row) for row in rows]


def _row(row: Any) -> tuple[str, int, Mapping[str, Any]]:
    if not (isinstance(row, list) and len(row) == 3):
        raise Offline("sync.not_the_centre")
    row_id, seq, content = row
    if not (_storable(row_id) and _whole(seq) and isinstance(content, dict)):
        raise Offline("sync.not_the_centre")
    return row_id, seq, content


def _list(said: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    value = said.get(key)
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise Offline("sync.not_the_centre")
    return value


def _text(said: Mapping[str, Any], key: str) -> str:
    value = said.get(key)
    if not _storable(value):
        raise Offline("sync.not_the_centre")
    return str(value)


def _storable(value: Any) -> bool:
    """Text that has bytes: JSON can say half of a surrogate pair, and no store can keep it."""
    return isinstance(value, str) and (value.isascii() or not any("\ud800" <= ch <= "\udfff" for ch in value))


def _whole(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
