"""The shapes on the wire, checked at the door: what goes out is what the journal holds, what comes in is only data."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from counter_app.domain.rows import ENTITIES
from counter_app.errors import Offline
from counter_app.limits import JSON_MAX_DEPTH, PUSH_MAX_BYTES
from counter_app.store.journal import Answer, Waiting

STATUSES = ("applied", "contested", "rejected", "quarantined", "deferred")


def parse_json(data: bytes) -> dict[str, Any]:
    """A JSON object of the centre. Offline("sync.not_the_centre") for anything else: HTML, a list, too deep."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Offline("sync.not_the_centre") from error
    if not isinstance(value, dict) or _depth(value) > JSON_MAX_DEPTH:
        raise Offline("sync.not_the_centre")
    return value


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
        if op_id not in asked or status not in STATUSES or not (seq is None or isinstance(seq, int)):
            raise Offline("sync.not_the_centre")
        args = one.get("args") or {}
        found.append(Answer(op_id, status, seq, str(one.get("code") or "")[:80], json.dumps(args)[:2_000]))
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
        if not (isinstance(tables, dict) and isinstance(more, bool) and isinstance(high, int)):
            raise Offline("sync.not_the_centre")
        rows = {entity: [_row(row) for row in tables[entity]] for entity in ENTITIES if entity in tables}
        found.append(Page(_text(one, "id"), rows, _text(one, "next"), more, high))
    return found


def _row(row: Any) -> tuple[str, int, dict[str, Any]]:
    if not (isinstance(row, list) and len(row) == 3):
        raise Offline("sync.not_the_centre")
    row_id, seq, content = row
    if not (isinstance(row_id, str) and isinstance(seq, int) and isinstance(content, dict)):
        raise Offline("sync.not_the_centre")
    return row_id, seq, content


def _list(said: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    value = said.get(key)
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise Offline("sync.not_the_centre")
    return value


def _text(said: Mapping[str, Any], key: str) -> str:
    value = said.get(key)
    if not isinstance(value, str):
        raise Offline("sync.not_the_centre")
    return value
