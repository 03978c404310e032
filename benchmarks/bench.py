"""What a figure is, and the counter that the figures are measured on."""

from __future__ import annotations

import json
import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from counter_app.clocks import SystemClock, os_entropy
from counter_app.desk.context import Desk
from counter_app.desk.settings import settings_from
from counter_app.store import schema
from counter_app.store.blobs import Blobs
from counter_app.store.db import Database
from counter_app.store.journal import Identity

KEY = b"\x11" * 32


BLOCKS = 8
"""A run is cut into so many parts; how far their figures lie apart is the spread that is told."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure beside its goal; `floor` says what a ratio was taken against in the same run.

    `spread` is how far apart the same figure lay in the parts of this run, in the same unit: two runs on one machine
    agree within it. `value` is None where something was not here to measure; the note says what to type.
    """

    name: str
    value: float | None
    unit: str
    goal: float
    holds: bool
    floor: str
    note: str = ""
    spread: float = 0.0


def not_measured(name: str, unit: str, goal: float, why: str, note: str = "") -> Figure:
    """A row that keeps its place: a figure that is missing is neither met nor forgotten."""
    return Figure(name, None, unit, goal, False, f"NOT MEASURED: {why}", note or "nothing was measured")


def ratio(name: str, ours: Sequence[float], floor: Sequence[float], goal: float, against: str) -> Figure:
    """The ratio of medians, with both medians in the note."""
    value = statistics.median(ours) / statistics.median(floor)
    note = f"ours p50 {_ms(statistics.median(ours))}, floor p50 {_ms(statistics.median(floor))}, {len(ours)} rounds"
    parts = [
        statistics.median(mine) / statistics.median(theirs)
        for mine, theirs in zip(_parts(ours), _parts(floor), strict=True)
    ]
    return Figure(name, round(value, 3), "x", goal, value <= goal, against, note, apart(parts))


def p99(name: str, seconds: Sequence[float], goal_ms: float, floor: str) -> Figure:
    """The 99th percentile in milliseconds."""
    value = _p99(seconds) * 1000
    note = f"p50 {_ms(statistics.median(seconds))}, {len(seconds)} rounds"
    parts = [_p99(part) * 1000 for part in _parts(seconds)]
    return Figure(name, round(value, 3), "ms", goal_ms, value <= goal_ms, floor, note, apart(parts))


def apart(values: Sequence[float]) -> float:
    """How far the largest of these lies from the smallest."""
    return round(max(values) - min(values), 3) if values else 0.0


def _parts(values: Sequence[float]) -> list[Sequence[float]]:
    # One after the other: a machine that slows down in the middle shows in the spread.
    count = min(BLOCKS, len(values))
    return [values[len(values) * n // count : len(values) * (n + 1) // count] for n in range(count)]


def _p99(seconds: Sequence[float]) -> float:
    return statistics.quantiles(seconds, n=100)[98] if len(seconds) > 1 else seconds[0]


def timed(work: Callable[[int], Any], rounds: int) -> list[float]:
    """Seconds of each of `rounds` calls of `work(number)`."""
    found = []
    for number in range(rounds):
        started = time.perf_counter()
        work(number)
        found.append(time.perf_counter() - started)
    return found


@contextmanager
def desk_in(folder: Path) -> Iterator[Desk]:
    """A desk on a new encrypted store in `folder`, offline."""
    db = Database(folder / "store.db", KEY)
    schema.upgrade(db)
    db.close()
    (folder / "blobs").mkdir()
    with desk_on(folder) as desk:
        yield desk


@contextmanager
def desk_on(folder: Path) -> Iterator[Desk]:
    """A desk on the store that lies in `folder`, offline, with a new device key."""
    key = Ed25519PrivateKey.generate()
    db = Database(folder / "store.db", KEY)
    identity = Identity(
        "o", "s", "d", os.urandom(4).hex(), key.public_key().public_bytes_raw(), key.sign, os.urandom(4).hex()
    )
    try:
        yield Desk(
            db=db,
            blobs=Blobs(folder / "blobs", KEY),
            identity=identity,
            settings=settings_from({}),
            clock=SystemClock(),
            entropy=os_entropy,
            announce=lambda event: None,
            pepper=KEY,
        )
    finally:
        db.close()


def as_json(figures: Sequence[Figure]) -> str:
    """The shape that outside checks read."""
    return json.dumps({"figures": [asdict(one) for one in figures]}, indent=1)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.3f} ms"
