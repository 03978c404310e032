"""The database of the centre: one engine, every transaction begun by hand, for one store or for a wider scope by name.

pysqlite's own transactions lose updates under threads (4 x 100 increments gave 106), so the driver is set to
autocommit and BEGIN IMMEDIATE is ours. A busy-waiting pool of writers is slow on SQLite: writers queue
on a lock of this process instead. On a server database there is no such lock; the head row serialises a store, and
row-level security is the second wall: a transaction sees the rows of the store that it was begun for.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from central_service import postgres, schema
from central_service.refusal import Refusal

T = TypeVar("T")
BUSY_TIMEOUT_MS = 2_000
WRITE_TRIES = 5
POOL = 20
"""Connections of one process: more than it has threads, and four processes stay below PostgreSQL's usual 100."""
AT_ONCE_S = 1.0
EVERY_STORE = "*"
"""The scope of the platform, of sign-in before the store is known, and of the threads: said where it is used."""
NO_STORE = ""
_WRITE = "counter_write"
_STORE = "counter_store"


class Database:
    """Transactions on the centre's database; `close` it when done. Connections are shared by all threads.

    `store` is the signer's store, never one that a request names without being entitled to it. Without it a
    transaction on a server database sees no row of any store.
    """

    def __init__(self, url: str) -> None:
        made, more = postgres.reached(url)
        self._engine = create_engine(made, pool_size=POOL, max_overflow=0, pool_timeout=10, connect_args=more)
        self._turn: AbstractContextManager[Any] = nullcontext()
        self.on_busy: Callable[[], None] = lambda: None
        """Told each time that a transaction is begun again."""
        self._is_server = self._engine.dialect.name != "sqlite"
        if self._is_server:
            event.listen(self._engine, "connect", _set_up_server)
            event.listen(self._engine, "begin", _begin_server)
            event.listen(self._engine, "handle_error", postgres.note_broken_line)
            # Several rows in one statement: the driver would send them one by one.
            self._engine.dialect.use_insertmanyvalues_wo_returning = True
        else:
            self._turn = threading.Lock()
            if self._engine.url.database:
                # Names and addresses are inside: the owner's only. SQLite gives -wal and -shm the same mode.
                Path(self._engine.url.database).touch(mode=0o600)
            event.listen(self._engine, "connect", _set_up_sqlite)
            event.listen(self._engine, "begin", _begin_sqlite)
        try:
            if self._is_server:
                with self._engine.connect() as connection:
                    postgres.check_role(connection)
            schema.upgrade(lambda: self._begun(EVERY_STORE, writes=True))
        except BaseException as error:
            self.close()
            if self._is_server and isinstance(error, DBAPIError) and postgres.is_away(error):
                where = f"{made.host or 'localhost'}/{made.database or ''}"
                raise postgres.DatabaseAwayError(f"the database {where} does not answer. Is it running?") from error
            raise

    @property
    def is_server(self) -> bool:
        """Whether several processes may write at once."""
        return self._is_server

    @contextmanager
    def read(self, store: str = NO_STORE) -> Iterator[Connection]:
        """A transaction that sees one state of the database and writes nothing. Refusal 503 when it is away."""
        try:
            with self._begun(store, writes=False) as connection:
                yield connection
        except (DBAPIError, PoolTimeoutError) as error:
            self._say_if_away(error)
            raise

    def transact(self, work: Callable[[Connection], T], store: str = NO_STORE) -> T:
        """What `work` returns, committed. `work` may run again when the database asks for it; it does no I/O else.

        Refusal 503 when the database stayed busy, is away or its disk is full; whatever `work` raises rolls back.
        """
        for attempt in range(1, WRITE_TRIES + 1):
            try:
                with self._turn, self._begun(store, writes=True) as connection:
                    result = work(connection)
                    connection.commit()
                    return result
            except (DBAPIError, PoolTimeoutError) as error:
                if postgres.is_full(error):
                    raise Refusal(503, "server.disk_full") from error
                if attempt < WRITE_TRIES and _may_try_again(error):
                    self.on_busy()
                    continue
                if isinstance(error, OperationalError) and "locked" in str(error.orig):
                    raise Refusal(503, "server.busy") from error
                self._say_if_away(error)
                raise
        raise AssertionError("unreachable")

    def close(self) -> None:
        self._engine.dispose()

    def _begun(self, store: str, *, writes: bool) -> Connection:
        # A connection that the server dropped since its last use is found out here, before any work: one more try.
        # One that was silent until its time was over is not asked for again: the next would be silent as long.
        began = time.monotonic()
        for last in (False, True):
            try:
                connection = self._engine.connect().execution_options(**{_WRITE: writes, _STORE: store})
            except OSError as error:  # as `note_broken_line`, before there is a connection
                raise postgres.broken_line(error) from error
            try:
                connection.begin()
            except BaseException as error:
                connection.close()
                dropped = isinstance(error, DBAPIError) and error.connection_invalidated
                if last or not dropped or time.monotonic() - began > AT_ONCE_S:
                    raise
            else:
                return connection
        raise AssertionError("unreachable")

    def _say_if_away(self, error: Exception) -> None:
        if not self._is_server or not postgres.is_away(error):
            return
        if postgres.is_copy(error):
            self._engine.dispose()
        raise Refusal(503, "server.busy") from error


def _may_try_again(error: Exception) -> bool:
    if isinstance(error, OperationalError) and "locked" in str(error.orig):
        return True
    return isinstance(error, DBAPIError) and postgres.sqlstate(error) in (*postgres.SERIALIZATION, postgres.UNIQUE)


def _set_up_sqlite(driver: Any, _record: object) -> None:
    driver.isolation_level = None
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "trusted_schema=OFF",
        "cell_size_check=ON",
    ):
        driver.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _set_up_server(driver: Any, _record: object) -> None:
    driver.autocommit = True
    # pg8000 leaves Nagle's wait on: a statement of more than one buffer would take 40 ms longer.
    line = getattr(driver, "_usock", None)
    if line is not None and line.family != getattr(socket, "AF_UNIX", None):
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _begin_server(connection: Connection) -> None:
    said = connection.get_execution_options()
    connection.exec_driver_sql(postgres.begin(said.get(_STORE, NO_STORE), writes=said.get(_WRITE, False)))
