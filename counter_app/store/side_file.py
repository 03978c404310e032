"""The register of a store while it arrives for the first time: built in a file of its own beside the store, which the
counter goes on using, and exchanged with the store in one step when it is whole (sync.md 3.4, 3.14).

It has the store's tables and key. Pages are kept with their cursor in one commit; indexes and search words are made
when all rows are here, which takes a quarter of the time. At the end the store's own journal and everything else that
is only here is carried over, the station's acts are laid over the rows, and the file is renamed over the store: before
the rename everything is as it was, behind it everything is new, and there is nothing between (ADR 0008).
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection

from counter_app.domain.mailbox import Account
from counter_app.domain.rows import ENTITIES, from_plain
from counter_app.errors import StoreError
from counter_app.on_disk import flush_folder
from counter_app.store import pulled, search, state, to_check
from counter_app.store.db import Database, log_of, translated
from counter_app.store.ready_rows import is_contested, quick
from counter_app.store.state import Pulled

OF_THE_REGISTER = frozenset({*ENTITIES, "base_row", "cursor", "search_word"})
"""Tables that are made from what the centre sends; all others are only here, and are carried over: what was done and
what the counter knows, and which version of the tables this is, without which no start would take the file for a store.
"""
KEY = "first_sync"
"""In the store's `meta` while its register is built: arriving, or paused by a clerk."""
NOTES = "first:"
_NOT_CARRIED = f"key LIKE 'unread:%' OR key LIKE '{NOTES}%' OR key IN ('{KEY}', 'anew', 'compared_ms')"
_WORDS_AT_ONCE = 2_000
_account = quick(Account)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a side file is: rows that arrived, rows expected, the epoch and the cursor to go on with."""

    done: int
    total: int
    epoch: str
    cursor: str
    high: int
    whole: bool
    """Every page has come; what is left is to make it searchable and to bring it in."""


@dataclass(slots=True)
class Batch:
    """Rows that wait for their commit, as the store will have them: flat values, of which a collector sees nothing."""

    pages: int = 0
    count: int = 0
    values: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)
    unread: list[tuple[str, str, int, Mapping[str, Any]]] = field(default_factory=list)
    contested: list[tuple[str, str, int]] = field(default_factory=list)
    gone: list[pulled.Named] = field(default_factory=list)

    def take(self, rows: Mapping[str, Sequence[Pulled]], gone: Sequence[pulled.Named]) -> None:
        """The next page. What it says has left is taken out of what came before it, and never out of its own rows."""
        self.pages += 1
        left = {(entity, row_id): seq for entity, row_id, seq in gone}
        if left:
            for entity, values in self.values.items():
                self.values[entity] = [one for one in values if left.get((entity, one[0]), -1) < one[1]]
            self.unread = [one for one in self.unread if left.get(one[:2], -1) < one[2]]
            self.contested = [one for one in self.contested if left.get(one[:2], -1) < one[2]]
            self.gone += gone
        for entity, found in rows.items():
            self.count += len(found)
            understood, bad = state.understand(entity, found) if entity in ENTITIES else ([], [one[0] for one in found])
            self.values.setdefault(entity, []).extend([values for _, values, _ in understood])
            if entity in pulled.CONTESTABLE:
                # Later rows of the same piece say whether it still is: the note is looked at when all is here.
                self.contested += [(entity, one[0], one[1][1]) for one in understood if is_contested(one[2])]
            if bad:
                of = set(bad)
                self.unread += [(entity, *one) for one in found if one[0] in of]


def path_beside(db: Database) -> Path:
    return db.path.with_name(f"{db.path.stem}-arriving{db.path.suffix}")


def state_of(connection: Connection) -> str:
    """Whether the register of this store is still being built: "arriving", "paused", or "" (it is here)."""
    found = connection.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (KEY,)).scalar()
    return str(found or "")


def note_state(connection: Connection, value: str) -> None:
    connection.exec_driver_sql(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (KEY, value),
    )


class SideFile:
    """One that is being built; used by one thread. `close` keeps what was committed, `discard` throws it away."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.path = path_beside(db)
        self._engine = db.side(self.path)

    @classmethod
    def opened(cls, db: Database, stream: str) -> SideFile | None:
        """The one that was begun here before; None when there is none, or none that can be gone on with."""
        if not path_beside(db).exists():
            return None
        made = cls(db)
        try:
            with made._write() as connection:
                same = _tables(connection) == made._tables_of_store()
            same = same and bool(made.standing(stream).cursor)
        except StoreError:
            same = False  # cut off while it was made, damaged, or of another key: there is nothing in it to save
        if same:
            return made
        made.discard()
        return None

    @classmethod
    def begun(cls, db: Database, total: int) -> SideFile:
        """A new one, empty, with the store's tables and none of its indexes."""
        made = cls(db)
        made.discard()
        made.path.touch(mode=0o600)  # SQLite takes an empty file for a new one, and its mode stays
        made._engine = db.side(made.path)
        tables = made._tables_of_store()
        with made._write() as connection:
            for sql in tables.values():
                connection.exec_driver_sql(sql)
            _note(connection, "total", str(total))
        return made

    def _tables_of_store(self) -> dict[str, str]:
        with self._db.read() as connection:
            return _tables(connection)

    # ------------------------------------------------------------ pages

    def keep(self, stream: str, epoch: str, batch: Batch, at: Standing) -> None:
        """Keep rows and the cursor behind them in one commit."""
        with self._write() as connection:
            for entity, row_id, seq in batch.gone:
                connection.exec_driver_sql("DELETE FROM meta WHERE key = ?", (f"unread:{entity}:{row_id}",))
                if entity in ENTITIES:
                    sql = f"DELETE FROM {entity} WHERE id = ? AND seq <= ?"  # noqa: S608 - own constants
                    connection.exec_driver_sql(sql, (row_id, seq))
            for entity, values in batch.values.items():
                if values:
                    state.upsert(connection, entity, values)
            for entity, row_id, _ in batch.contested:
                _note(connection, f"contested:{entity}:{row_id}", "1")
            for entity, row_id, seq, content in batch.unread:
                pulled.note_unread(connection, entity, row_id, seq, content)
            connection.exec_driver_sql(
                "INSERT INTO cursor (stream, epoch, cursor, high) VALUES (?, ?, ?, ?) ON CONFLICT (stream) "
                "DO UPDATE SET epoch = excluded.epoch, cursor = excluded.cursor, high = excluded.high",
                (stream, epoch, at.cursor, at.high),
            )
            for key, value in (("done", at.done), ("total", at.total), ("whole", int(at.whole))):
                _note(connection, key, str(value))

    def standing(self, stream: str) -> Standing:
        with self._write() as connection:
            row = connection.exec_driver_sql(
                "SELECT epoch, cursor, high FROM cursor WHERE stream = ?", (stream,)
            ).first()
            sql = "SELECT key, value FROM meta WHERE key LIKE ?"
            notes: dict[str, str] = {row[0]: row[1] for row in connection.exec_driver_sql(sql, (f"{NOTES}%",))}
        epoch, cursor, high = row if row else ("", "", 0)
        done, total, whole = (int(notes.get(NOTES + key, "0")) for key in ("done", "total", "whole"))
        return Standing(done, total, epoch, cursor, high, bool(whole))

    # ------------------------------------------------------------ searchable

    def arrange(self, stopping: Callable[[], bool] = lambda: False) -> bool:
        """Make indexes, then search words; False when it was stopped. What is made is kept; safe to repeat."""
        with self._db.read() as connection:
            wanted = connection.exec_driver_sql(
                "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
            ).all()
        with self._write() as connection:  # in one commit: of a small register, flushes would be the most of it
            there = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'index'").scalars())
            for name, sql in wanted:
                if stopping():
                    return False
                if name not in there:
                    connection.exec_driver_sql(sql)
        with self._write() as connection:
            if connection.exec_driver_sql("SELECT 1 FROM meta WHERE key = ?", (f"{NOTES}words",)).first() is None:
                search.index_all(connection, _accounts(connection))
                _note(connection, "words", "1")
        return not stopping()

    # ------------------------------------------------------------ bringing it in

    def bring_in(self, stream: str, now_ms: int) -> None:
        """Make this the store. StoreError("store.busy") when somebody reads for long: then nothing has happened.

        The counter waits meanwhile, for some milliseconds more than its own journal takes to be copied.
        """
        with self._db.put_aside():
            self._carry_over(stream, now_ms)
            self._engine.dispose()
            for path in (log_of(self._db.path), _rollback_of(self.path), _rollback_of(self._db.path)):
                if path.exists():
                    raise StoreError("store.busy")  # what belongs to one file must never be read into the other
            _flush(self.path)
            _replace(self.path, self._db.path)
            # Before anybody writes: an act in the new file must not be lost because the old one comes back.
            flush_folder(self.path.parent)
        with self._db.write(background=True) as connection:
            tidy(connection)

    def _carry_over(self, stream: str, now_ms: int) -> None:
        with translated(), self._engine.connect() as connection:
            self._db.attach(connection)
            with connection.begin():
                _take_back(connection)
                local = [name for name in _tables(connection) if _is_local(name)]
                for name in local:
                    where = f"WHERE NOT ({_NOT_CARRIED})" if name == "meta" else ""
                    sql = f"INSERT OR REPLACE INTO main.{name} SELECT * FROM here.{name} {where}"  # noqa: S608
                    connection.exec_driver_sql(sql)
                high = connection.exec_driver_sql("SELECT high FROM cursor WHERE stream = ?", (stream,)).scalar_one()
                _lay_over_all(connection, high)
                _tell_contested(connection, now_ms)
                pulled.close_what_left(connection)
                to_check.put_in_inbox(connection, now_ms)

    def close(self) -> None:
        self._engine.dispose()

    def discard(self) -> None:
        """Throw it away, so that a new one begins."""
        self._engine.dispose()
        # The rollback journal first: one that stays would be rolled into the next file of this name.
        for path in (_rollback_of(self.path), log_of(self.path), self.path):
            path.unlink(missing_ok=True)

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with translated(), self._engine.connect() as connection, connection.begin():
            yield connection


def left_over(connection: Connection) -> bool:
    """Whether notes of the building are still in the store that came of it."""
    sql = "SELECT 1 FROM meta WHERE key LIKE ? LIMIT 1"
    return connection.exec_driver_sql(sql, (f"{NOTES}%",)).first() is not None


def tidy(connection: Connection) -> None:
    """Take the notes of the building out of the store: the register is here, or nothing of it is."""
    connection.exec_driver_sql("DELETE FROM meta WHERE key LIKE ? OR key = ?", (f"{NOTES}%", KEY))


def _tables(connection: Connection) -> dict[str, str]:
    """name -> SQL of each table, FTS5's own left out: they come with the table that they belong to."""
    rows = connection.exec_driver_sql(
        "SELECT name, sql FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND name NOT LIKE 'account_search\\_%' ESCAPE '\\' ORDER BY rowid"
    )
    return {row[0]: row[1] for row in rows}


def _is_local(name: str) -> bool:
    return name not in OF_THE_REGISTER and not name.startswith("account_")


def _take_back(connection: Connection) -> None:
    """Undo a carrying over that was not followed by the rename: the rows as the centre sent them, nothing local."""
    for entity, row_id in connection.exec_driver_sql("SELECT DISTINCT entity, id FROM main.touched").all():
        base = connection.exec_driver_sql(
            "SELECT data, seq FROM main.base_row WHERE entity = ? AND id = ?", (entity, row_id)
        ).first()
        if entity == "account" and (base is None or base[0] is None):
            search.forget_account(connection, row_id)
        connection.exec_driver_sql(f"UPDATE main.{entity} SET seq = 0 WHERE id = ?", (row_id,))  # noqa: S608
        if base is not None and base[0] is not None:
            state.put_plain(connection, entity, base[1], json.loads(base[0]))
        else:
            connection.exec_driver_sql(f"DELETE FROM main.{entity} WHERE id = ?", (row_id,))  # noqa: S608
    for name in [one for one in _tables(connection) if _is_local(one) and one != "meta"]:
        connection.exec_driver_sql(f"DELETE FROM main.{name}")  # noqa: S608 - names of our own tables
    connection.exec_driver_sql("DELETE FROM main.base_row")
    sql = f"DELETE FROM main.meta WHERE NOT (key LIKE 'unread:%' OR key LIKE '{NOTES}%')"  # noqa: S608
    connection.exec_driver_sql(sql)


def _lay_over_all(connection: Connection, high: int) -> None:
    """This station's acts over the rows that came. What did not come has left the store, up to `high`."""
    for entity, row_id in connection.exec_driver_sql("SELECT DISTINCT entity, id FROM main.touched").all():
        came = connection.exec_driver_sql(
            f"SELECT seq, data FROM main.{entity} WHERE id = ?",  # noqa: S608 - own constants
            (row_id,),
        ).first()
        connection.exec_driver_sql(
            "INSERT INTO main.base_row (entity, id, seq, data) VALUES (?, ?, ?, ?)",
            (entity, row_id, *(came or (high, None))),
        )
        state.lay_over(connection, entity, row_id)


def _tell_contested(connection: Connection, now_ms: int) -> None:
    notes = f"{NOTES}contested:"
    keys = connection.exec_driver_sql("SELECT key FROM main.meta WHERE key LIKE ?", (f"{notes}%",)).scalars().all()
    for key in keys:
        entity, _, row_id = key.removeprefix(notes).partition(":")
        row = connection.exec_driver_sql(
            f"SELECT seq, data FROM main.{entity} WHERE id = ?",  # noqa: S608 - own constants
            (row_id,),
        ).first()
        if row is not None:
            pulled.tell_contested(connection, entity, [(row_id, row[0], json.loads(row[1]))], now_ms)


def _accounts(connection: Connection) -> Iterator[tuple[int, Account]]:
    """(number, account) of every account; a portion at a time, so that memory stays small."""
    after = -1
    while True:
        sql = "SELECT number, data FROM account WHERE number > ? ORDER BY number LIMIT ?"
        rows = connection.exec_driver_sql(sql, (after, _WORDS_AT_ONCE)).all()
        if not rows:
            return
        for number, data in rows:
            try:
                yield number, _account(data)
            except msgspec.ValidationError:
                row = from_plain("account", json.loads(data))
                if isinstance(row, Account):
                    yield number, row
        after = rows[-1][0]


def _note(connection: Connection, key: str, value: str) -> None:
    connection.exec_driver_sql(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (NOTES + key, value),
    )


def _rollback_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _replace(new: Path, old: Path) -> None:
    try:
        os.replace(new, old)
    except OSError as error:
        # On Windows, another program that looks at the file (a scanner for viruses): the old one stays.
        raise StoreError("store.busy") from error
