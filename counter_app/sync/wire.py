"""The shapes on the wire, checked at the door: what goes out is what the journal holds, what comes in is only data."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeGuard

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
            )
        )
    return found


@dataclass(frozen=True, slots=True)
class Page:
    """A page of one stream: entity -> rows (id, seq, content), where to go on, and the head when it was read."""

    stream: str
    rows: dict[str, list[tuple[str, int, dict[str, Any]]]]
    next: str
    more: bool
    high: int


def pages(said: Mapping[str, Any]) -> list[Page]:
    """The pulled pages; an entity that this program does not know is left out (a newer centre)."""
    found = []
    for one in _list(said, "streams"):
        tables, more, high = one.get("tables"), one.get("more"), one.get("high")
        if not (isinstance(tables, dict) and isinstance(more, bool) and _whole(high)):
            raise Offline("sync.not_the_centre")
        rows = {entity: _rows(tables[entity]) for entity in ENTITIES if entity in tables}
        found.append(Page(_text(one, "id"), rows, _text(one, "next"), more, high))
    return found


def _rows(rows: Any) -> list[tuple[str, int, dict[str, Any]]]:
    if not isinstance(rows, list):
        raise Offline("sync.not_the_centre")
    return [_row(row) for row in rows]


def _row(row: Any) -> tuple[str, int, dict[str, Any]]:
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
    return isinstance(value, str) and not any("\ud800" <= ch <= "\udfff" for ch in value)


def _whole(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
