"""Is the store sound, and does it end where it ended? Asked at every start, before anything is written.

SQLite promises a consistent store, not the newest commits: a flipped bit in the write-ahead log drops them silently.
So the journal's end is held against the high-water file. What is found is told; nothing is repaired here (7.1-7.3).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from counter_app.domain import evidence
from counter_app.errors import StoreError
from counter_app.store import high_water, journal, schema, superseded
from counter_app.store.db import Database
from counter_app.store.high_water import Mark

LINKS = 1_000
"""So many lines at the end of the journal are held against each other at a start; all of them by `verify`."""


@dataclass(frozen=True, slots=True)
class Tail:
    """The journal ends at `kept`, and had come as far as `reached`: what was between is lost from this store."""

    kept: Mark | None
    reached: Mark

    @property
    def count(self) -> int:
        return max(1, self.reached.position - (self.kept.position if self.kept else 0))

    @property
    def since_ms(self) -> int:
        return self.kept.at_ms if self.kept else self.reached.at_ms


@dataclass(frozen=True, slots=True)
class Found:
    """What a start finds. `high_water`: good, missing, unreadable; `unclean`: the program did not end properly."""

    high_water: str = "missing"
    unclean: bool = False
    tail: Tail | None = None


def examine(store: Path, key: bytes, mark_file: Path, tell: Callable[[str], None] = lambda code: None) -> Found:
    """Look the store over, read-only. After an unclean stop every page is read; `tell("store.checking")` says so.

    StoreError: store.missing, store.too_new, store.damaged (with `where`), store.disk_error. The key must be known to
    be the right one: then a store that it does not open is damaged.
    """
    try:
        size = store.stat().st_size
    except FileNotFoundError as error:
        raise StoreError("store.missing", folder=str(store.parent)) from error
    log = store.with_name(store.name + "-wal")
    unclean = log.exists() and log.stat().st_size > 0
    if size < 512 and not unclean:
        raise StoreError("store.damaged", where="header")
    db = Database(store, key, read_only=True)
    try:
        with db.read() as connection:
            if schema.current(connection) == "":
                raise StoreError("store.damaged", where="header")
            if schema.current(connection) not in schema.KNOWN:
                raise StoreError("store.too_new", found=schema.current(connection), known=schema.HEAD)
            if unclean:
                tell("store.checking")
                _demand_whole(connection)
            _demand_chained(connection)
            seen = high_water.look(mark_file)
            return Found(seen.state, unclean, tail_of(connection, seen.mark) if seen.mark else None)
    except StoreError as error:
        if error.code == "store.key_wrong":
            raise StoreError("store.damaged", where="header") from error
        raise
    except DBAPIError as error:  # a table that is not there, a column that is none
        raise StoreError("store.damaged", where="schema") from error
    finally:
        db.close()


def _demand_whole(connection: Connection) -> None:
    found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if found != "ok":
        raise StoreError("store.damaged", where="page")


def _demand_chained(connection: Connection) -> None:
    # The columns only: what the centre answered is covered by the mark, and nothing is re-encoded here.
    sql = f"SELECT {journal.MARKED}, mark FROM journal ORDER BY position DESC LIMIT ?"  # noqa: S608 - own constant
    after: dict[str, tuple[int, str]] = {}
    for *columns, mark in connection.exec_driver_sql(sql, (LINKS,)):
        _, _, incarnation, n, _, _, _, core, digest, *_ = columns
        if journal.mark_of(columns) != mark or evidence.op_hash(core) != digest:
            raise StoreError("store.damaged", where="journal")
        next_n, prev = after.get(incarnation, (0, ""))
        if next_n == n + 1 and prev != digest.hex():
            raise StoreError("store.damaged", where="journal")
        after[incarnation] = (n, json.loads(core)["prev"])


def tail_of(connection: Connection, mark: Mark) -> Tail | None:
    """What the journal lacks of what the high-water file says that it had; None when nothing."""
    line = connection.exec_driver_sql("SELECT op_id, op_hash FROM journal WHERE position = ?", (mark.position,)).first()
    if line is None:
        return Tail(journal.end(connection), mark)
    if superseded.names(connection, line[0], mark.op_hash):
        return None
    # Another act stands where the mark was set: the store was set back and written on.
    before = connection.exec_driver_sql(
        "SELECT position, n, at_ms, op_hash FROM journal WHERE position < ? ORDER BY position DESC LIMIT 1",
        (mark.position,),
    ).first()
    return Tail(Mark(*before) if before else None, mark)
