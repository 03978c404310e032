"""Rows of the centre on their way into a station's store: the product's own apply against bare executemany.

Both write the same pieces in the same order into the same tables with the same indexes, encrypted, synchronous FULL,
as many rows in a transaction. Both begin with the bytes of the centre's answers. The floor parses them and picks its
columns; the product does what it always does: reads and understands each row, lays own acts over it, looks for tasks,
moves the cursor.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import sqlcipher3.dbapi2 as driver

from benchmarks.bench import KEY, Figure, apart
from benchmarks.large_store import items
from counter_app.clocks import SystemClock
from counter_app.domain.rows import to_plain
from counter_app.limits import PULL_MAX_ROWS
from counter_app.store import schema, state
from counter_app.store.db import CACHE_KIB, WAL_PAGES, Database
from counter_app.store.journal import Identity
from counter_app.sync import wire
from counter_app.sync.central import Central
from counter_app.sync.engine import ROWS_PER_COMMIT, Engine
from counter_app.sync.pull_answer import parse_pulled

ROWS, ROUNDS, GOAL = 10_000, 5, 0.85
STREAM = "store:s"
PAGE = PULL_MAX_ROWS


def measure(folder: Path, rows: int = ROWS, rounds: int = ROUNDS) -> list[Figure]:
    """Rows a second of the product, as a share of the floor's in the same rounds."""
    random = Random(7)  # noqa: S311 - invented data
    made = [(one.id, seq, to_plain(one)) for seq, one in enumerate(items(random, rows, max(1, rows // 10)), 1)]
    pages = [_answer(made[start : start + PAGE], start, start + PAGE < rows, rows) for start in range(0, rows, PAGE)]
    ours, floor = [], []
    for number in range(rounds + 1):
        # In turn, so that whatever else the machine does falls on both. The first round warms both up.
        told = _product(folder / f"ours-{number}.db", pages), _raw(folder / f"raw-{number}.db", pages)
        if number:
            ours.append(told[0])
            floor.append(told[1])
    shares = [theirs / mine for mine, theirs in zip(ours, floor, strict=True)]
    value = statistics.median(floor) / statistics.median(ours)
    speed, bare = rows / statistics.median(ours), rows / statistics.median(floor)
    note = f"{speed:,.0f} rows/s against {bare:,.0f}; {rows:,} pieces, {ROWS_PER_COMMIT} a transaction, {rounds} rounds"
    against = "the same bytes parsed, bare executemany: same rows, transactions, tables, indexes, encrypted, FULL"
    return [Figure("sync_bulk_apply", round(value, 3), "x", GOAL, value >= GOAL, against, note, apart(shares))]


def _answer(rows: Sequence[Any], start: int, more: bool, high: int) -> bytes:
    page = {"id": STREAM, "high": high, "more": more, "next": f"c{start}", "tables": {"item": rows}}
    said = {"epoch": "epoch", "server_time_ms": 1, "streams": [page], "hints": {"poll_s": 15, "spread_s": 3}}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def _new(path: Path) -> Database:
    db = Database(path, KEY)
    schema.upgrade(db)
    db.checkpoint()
    return db


def _product(path: Path, pages: Sequence[bytes]) -> float:
    db = _new(path)
    central = Central("http://127.0.0.1:9")  # never asked
    identity = Identity("o", "s", "d", "i", b"", lambda data: b"", "boot")
    engine = Engine(db, central, identity, SystemClock(), lambda event: None)
    try:
        began = time.perf_counter()
        for number, data in enumerate(pages):
            (page,) = wire.pages(parse_pulled(data))
            engine._keep(page, "epoch", first=not number)
        return time.perf_counter() - began
    finally:
        db.close()
        central.close()


def _raw(path: Path, pages: Sequence[bytes]) -> float:
    _new(path).close()
    raw = driver.connect(str(path), isolation_level=None)
    raw.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    for pragma in (
        "cell_size_check = ON",
        "secure_delete = ON",
        "synchronous = FULL",
        f"cache_size = -{CACHE_KIB}",
        f"wal_autocheckpoint = {WAL_PAGES}",
    ):
        raw.execute(f"PRAGMA {pragma}")
    statement = state._UPSERT["item"]
    began = time.perf_counter()
    columns = state._COLUMNS["item"]
    for data in pages:
        values = [
            (row_id, seq, *(row.get(name, "") for name in columns), json.dumps(row))
            for row_id, seq, row in json.loads(data)["streams"][0]["tables"]["item"]
        ]
        for start in range(0, len(values), ROWS_PER_COMMIT):
            raw.execute("BEGIN IMMEDIATE")
            raw.executemany(statement, values[start : start + ROWS_PER_COMMIT])
            raw.execute("COMMIT")
    took = time.perf_counter() - began
    raw.close()
    return took
