"""The encrypted SQLite store: one writer, many readers, every commit on the disk before anybody is told.

SQLAlchemy's own transactions on SQLite lose updates under threads, so transactions begin here by hand: reading with
BEGIN, writing with BEGIN IMMEDIATE. WAL with synchronous=FULL; checkpoints are taken when idle, off the commit path.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import QueuePool

from counter_app.errors import StoreError
from counter_app.store import room
from counter_app.store.high_water import HighWater, Mark

BUSY_MS = 5_000
WAL_PAGES = 10_000
CACHE_KIB = 16_384
"""Pages that a connection keeps in the clear: at a million names the search would decrypt the same ones each time."""
_CAUSES = (
    ("file is not a database", "store.key_wrong"),
    ("database or disk is full", "store.full"),
    ("readonly database", "store.read_only"),
    ("malformed", "store.damaged"),
    ("vtable constructor failed", "store.damaged"),
    ("disk I/O error", "store.disk_error"),
    ("unable to open", "store.cannot_open"),
    ("locked", "store.busy"),
    ("interrupted", "store.stopped"),
)
STEPS_BETWEEN_LOOKS = 20_000
"""Steps of SQLite's machine between two looks at whether long work shall stop: some milliseconds."""


UNTRUSTED = ("store.damaged", "store.disk_error")
"""After one of these nothing is written any more: what the disk says next cannot be believed (security 6.1)."""
_END = "counter_end"


class Database:
    """An open store. `read()` and `write()` give a Connection inside one transaction; the caller owns it.

    With `high_water` the end of the journal is noted there after each commit that wrote to it. `on_untrusted` is told
    once, from any thread, the code of the error after which nothing is written any more.
    """

    def __init__(self, path: Path, key: bytes, *, read_only: bool = False, high_water: Path | None = None) -> None:
        self.path = path
        self.untrusted = ""
        self.on_untrusted: Callable[[str], None] = lambda code: None
        self._opened = False
        self._high_water = HighWater(high_water) if high_water is not None else None
        self._turn = _Turn()
        self._door = _Door()
        self._key = key
        self._open(read_only)

    def _open(self, read_only: bool = False) -> None:
        self._writer = _engine(self.path, self._key, "BEGIN IMMEDIATE", pool_size=1, read_only=read_only)
        self._reader = _engine(self.path, self._key, "BEGIN", pool_size=4, read_only=read_only)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One unchanging picture of the store."""
        with (
            self._watched(),
            translated(),
            self._door.inside(),
            self._reader.connect() as connection,
            connection.begin(),
        ):
            yield connection
        self._opened = True

    @contextmanager
    def write(self, *, background: bool = False) -> Iterator[Connection]:
        """One transaction that is on the disk when the block ends, or that never was.

        The counter goes before `background` writers such as the exchange with the centre.
        """
        with self._watched(), translated(), self._turn.taken(background), self._writer.connect() as connection:
            if self.untrusted:
                raise StoreError(self.untrusted)
            connection.info.pop(_END, None)
            with connection.begin():
                yield connection
            # Committed. Still in the writer's turn, so that marks never overtake each other.
            end: Mark | None = connection.info.pop(_END, None)
            if end is not None and self._high_water is not None:
                self._high_water.note(end)

    def checkpoint(self) -> None:
        """Move the WAL into the main file without making anybody wait; called when idle."""
        with self._watched(), translated(), self._door.inside(), self._reader.connect() as connection:
            # Past SQLAlchemy, which would begin a transaction: inside of one SQLite refuses ("table is locked").
            # A passive checkpoint needs no writer's turn.
            connection.connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)")

    def copy_into(self, path: Path, stopping: Callable[[], bool] = lambda: False) -> None:
        """Write a compact copy with the same key, of one moment, while everybody goes on reading and writing.

        StoreError("store.stopped") soon after `stopping` says so; then, as after any other error, the caller removes
        what is there of `path`. The copy is not yet flushed to the disk.
        """
        # A disk error may be the copy's own disk, such as a stick that was pulled: no reason to distrust the store.
        with self._watched(("store.damaged",)):
            self._long("VACUUM INTO ?", (str(path),), stopping)

    def damage(self, stopping: Callable[[], bool] = lambda: False) -> list[str]:
        """What SQLite's quick check finds wrong, [] for a good store; reads every page, so StoreError("store.damaged")
        comes from the pages' own seals. StoreError("store.stopped") as in `copy_into`."""
        with self._watched():
            rows = self._long("PRAGMA quick_check(20)", (), stopping)
        found = [row[0] for row in rows if row[0] != "ok"]
        if found:
            self._distrust("store.damaged")
        return found

    def _long(self, sql: str, values: tuple[str, ...], stopping: Callable[[], bool]) -> list[Any]:
        with translated(), self._door.inside(), self._reader.connect() as connection:
            raw: Any = connection.connection.driver_connection  # past SQLAlchemy, which would begin a transaction
            raw.set_progress_handler(lambda: int(stopping()), STEPS_BETWEEN_LOOKS)
            try:
                return list(raw.execute(sql, values).fetchall())
            finally:
                raw.set_progress_handler(None, 0)

    @contextmanager
    def _watched(self, distrusted: tuple[str, ...] = UNTRUSTED) -> Iterator[None]:
        try:
            yield
        except StoreError as error:
            # A key that has opened the store before does not become wrong: the first page has.
            code = "store.damaged" if error.code == "store.key_wrong" and self._opened else error.code
            folder = self.path.parent
            if code == "store.full" or (code == "store.disk_error" and not self.untrusted and room.nearly_full(folder)):
                raise room.full(folder) from error
            if code in distrusted:
                self._distrust(code)
            if code != error.code:
                raise StoreError(code) from error
            raise

    def _distrust(self, code: str) -> None:
        if not self.untrusted:
            self.untrusted = code
            self.on_untrusted(code)

    def note_high_water(self, mark: Mark) -> None:
        """Write the high-water file anew, for a store that has none yet or an unreadable one."""
        if self._high_water is not None:
            self._high_water.note(mark)

    @contextmanager
    def put_aside(self, within_s: float = 0.5) -> Iterator[None]:
        """Nobody reads or writes until the block ends, and the file lies there closed and whole, without its log.

        It may be replaced by another of the same key meanwhile. StoreError("store.busy") when somebody reads on for
        longer than `within_s` (a backup), or another program has the file open; then nothing has happened. Nobody
        may be inside of `read` or `write` on the calling thread.
        """
        with self._turn.taken(background=True), self._door.shut(within_s):
            if self.untrusted:
                raise StoreError(self.untrusted)
            # The last connection that closes moves the log into the file and takes it away.
            self._reader.dispose()
            self._writer.dispose()
            try:
                if log_of(self.path).exists():
                    raise StoreError("store.busy")  # a log that stayed would be read into whatever file comes
                yield
            finally:
                self._open()

    def side(self, path: Path) -> Engine:
        """An engine on another file under the same key: a file that is being made, for one thread."""
        return _engine(path, self._key, "BEGIN IMMEDIATE", pool_size=1, read_only=False, side=True)

    def attach(self, connection: Connection) -> None:
        """Make this store readable as `here` on a connection of `side`, while this one is put aside."""
        raw: Any = connection.connection.driver_connection
        raw.execute(f"ATTACH DATABASE ? AS here KEY \"x'{self._key.hex()}'\"", (str(self.path.absolute()),))

    def close(self) -> None:
        self._reader.dispose()
        self._writer.dispose()
        if self._high_water is not None:
            self._high_water.close()


def note_end(connection: Connection, mark: Mark) -> None:
    """Say in a transaction that it wrote to the journal, and up to where; noted once it is committed."""
    connection.info[_END] = mark


class Statements(Protocol):
    """`execute` and `executemany`, which give something with `fetchone`, `fetchall` and `rowcount`."""

    def execute(self, statement: str, values: Sequence[Any] = ...) -> Any: ...

    def executemany(self, statement: str, values: Sequence[Sequence[Any]]) -> Any: ...


def straight(connection: Connection) -> Statements:
    """The driver itself inside of the same transaction, for statements that run at each act or for each row.

    SQLAlchemy's result objects cost ten times what such a statement costs. The transaction stays the caller's, the
    driver's errors are translated like all others, and whoever listens to the statements of the store hears these too.
    """
    if connection.dispatch.before_cursor_execute:
        return _Heard(connection)
    driven: Statements = connection.connection.driver_connection  # type: ignore[assignment]
    return driven


class _Heard:
    """The long way, past SQLAlchemy's listeners."""

    def __init__(self, connection: Connection) -> None:
        self.execute = connection.exec_driver_sql
        self.executemany = connection.exec_driver_sql


class _Turn:
    """The one writer's turn: a clerk never waits behind a queue of background pages."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._busy = False
        self._clerks_waiting = 0

    @contextmanager
    def taken(self, background: bool) -> Iterator[None]:
        with self._condition:
            self._clerks_waiting += not background
            try:
                while self._busy or (background and self._clerks_waiting):
                    if not self._condition.wait(timeout=60):
                        raise StoreError("store.busy")
                self._busy = True
            finally:
                self._clerks_waiting -= not background
        try:
            yield
        finally:
            with self._condition:
                self._busy = False
                self._condition.notify_all()


class _Door:
    """Everybody who reads goes in by it; it is shut only for the moment in which the file is exchanged."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._inside = 0
        self._shut = False

    @contextmanager
    def inside(self) -> Iterator[None]:
        with self._condition:
            while self._shut:
                if not self._condition.wait(timeout=60):
                    raise StoreError("store.busy")
            self._inside += 1
        try:
            yield
        finally:
            with self._condition:
                self._inside -= 1
                self._condition.notify_all()

    @contextmanager
    def shut(self, within_s: float) -> Iterator[None]:
        with self._condition:
            self._shut = True
            empty = self._condition.wait_for(lambda: self._inside == 0, timeout=within_s)
        try:
            if not empty:
                raise StoreError("store.busy")
            yield
        finally:
            with self._condition:
                self._shut = False
                self._condition.notify_all()


def log_of(path: Path) -> Path:
    """The write-ahead log beside a store."""
    return path.with_name(f"{path.name}-wal")


@contextmanager
def translated() -> Iterator[None]:
    """Turns the driver's errors into StoreError with a stable code; everything else passes."""
    try:
        yield
    except (DBAPIError, driver.Error) as error:
        text = str(getattr(error, "orig", None) or error)
        for needle, code in _CAUSES:
            if needle in text:
                raise StoreError(code) from error
        raise
    except PoolTimeout as error:
        raise StoreError("store.busy") from error


def _engine(path: Path, key: bytes, begin: str, pool_size: int, read_only: bool, side: bool = False) -> Engine:
    def connect() -> Any:
        mode = "ro" if read_only else "rwc"
        connection = driver.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=BUSY_MS / 1000,
        )
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        if side:
            # New pages need no copy in a rollback journal and are written once; in a log they are written twice.
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA secure_delete = OFF")
            connection.execute(f"PRAGMA cache_size = -{8 * CACHE_KIB}")
        elif not read_only:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA wal_autocheckpoint = {WAL_PAGES}")
        return connection

    with translated():
        engine = create_engine(
            "sqlite+pysqlite://",
            module=driver,
            creator=connect,
            poolclass=QueuePool,
            pool_size=pool_size,
            max_overflow=0 if pool_size == 1 else 4,
            pool_timeout=30,
            # A COMMIT that fails leaves its transaction open; the one writer's connection must not stay in it.
            pool_reset_on_return="rollback",
        )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        straight(connection).execute(begin)

    return engine
