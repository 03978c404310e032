"""Photo files that nothing refers to: a crash leaves half ones, a refused act leaves one without a row.

Whatever the store names anywhere stays: every text and every blob of every table is looked at, not only the table of
photos, so that a file which an act, a row of the centre or a table of tomorrow names is never taken for a leftover.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection

from counter_app.domain.retention import DAY_MS, HOUR_MS
from counter_app.errors import StoreError
from counter_app.store.blobs import Blobs
from counter_app.store.db import Database

MOST = 100
"""Files removed in one go; what is left waits for the next."""
ROWS_BETWEEN_LOOKS = 1_000
_HALF = re.compile(r"([0-9a-f]{64})\.[0-9a-f]{8}\.new")
_WHOLE = re.compile(r"[0-9a-f]{64}")
_NAMED = re.compile(r"(?=([0-9a-f]{64}))")
_NAMED_BYTES = re.compile(rb"(?=([0-9a-f]{64}))")


def sweep(
    db: Database, blobs: Blobs, now_ms: int, stopping: Callable[[], bool] = lambda: False, most: int = MOST
) -> int:
    """Remove half files older than an hour and photos without any reference older than 24 h; how many.

    `now_ms` is trusted time. StoreError("store.stopped") soon after `stopping` says so, with nothing removed but half
    files; and those of the store. What this program itself has kept since its start is never touched.
    """
    half, whole = _old(blobs.folder, now_ms)
    gone = sum(blobs.remove(path, name) for path, name in half[:most])
    whole = whole[: most - gone]
    if whole:
        free = {path.name for path in whole} - named(db, {path.name for path in whole}, stopping)
        gone += sum(blobs.remove(path, path.name) for path in whole if path.name in free)
    return gone


def named(db: Database, names: set[str], stopping: Callable[[], bool] = lambda: False) -> set[str]:
    """Those of `names` (SHA-256, hex) that the store names anywhere."""
    with db.read() as connection:
        rows = connection.exec_driver_sql("SELECT sha256 FROM photo").scalars()
        found = names.intersection(rows)
        for table, columns in _tables(connection):
            if found == names:
                break
            found |= names & _in_table(connection, table, columns, stopping)
        return found


def _tables(connection: Connection) -> list[tuple[str, list[str]]]:
    # The search index takes its words apart, and its inner tables hold no whole value.
    sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'account_search%'"
    tables = list(connection.exec_driver_sql(sql).scalars())
    return [
        (table, [row[1] for row in connection.exec_driver_sql(f'PRAGMA table_info("{table}")')]) for table in tables
    ]


def _in_table(connection: Connection, table: str, columns: list[str], stopping: Callable[[], bool]) -> set[str]:
    chosen = ", ".join(f'"{column}"' for column in columns)
    found: set[str] = set()
    rows = connection.exec_driver_sql(f'SELECT {chosen} FROM "{table}"')  # noqa: S608 - names from the schema
    for number, row in enumerate(rows):
        if number % ROWS_BETWEEN_LOOKS == 0 and stopping():
            raise StoreError("store.stopped")
        for value in row:
            if isinstance(value, str) and len(value) >= 64:
                found.update(_NAMED.findall(value))
            elif isinstance(value, bytes):
                found.update(one.decode() for one in _NAMED_BYTES.findall(value))
                found.add(value.hex())  # a hash as it is, 32 bytes
    return found


def _old(folder: Path, now_ms: int) -> tuple[list[tuple[Path, str]], list[Path]]:
    """Half files with the name that they would have had, and whole ones; the oldest first."""
    half: list[tuple[int, Path, str]] = []
    whole: list[tuple[int, Path]] = []
    for path in folder.iterdir():
        try:
            at_ms = path.stat().st_mtime_ns // 1_000_000
        except OSError:
            continue  # gone meanwhile
        match = _HALF.fullmatch(path.name)
        if match and now_ms - at_ms > HOUR_MS:
            half.append((at_ms, path, match[1]))
        elif _WHOLE.fullmatch(path.name) and now_ms - at_ms > DAY_MS:
            whole.append((at_ms, path))
    return [(path, name) for _, path, name in sorted(half)], [path for _, path in sorted(whole)]
