"""The database of the centre: one engine, one writer at a time, every transaction begun by hand.

pysqlite's own transactions lose updates under threads (4 x 100 increments gave 106), so the driver is set to
autocommit and BEGIN IMMEDIATE is ours. A busy-waiting pool of writers is slow on SQLite: writers queue
on a lock of this process instead. On a server database the lock is not needed; the head row serialises a store.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError, OperationalError

from central_service.refusal import Refusal
from central_service.tables import metadata

T = TypeVar("T")
BUSY_TIMEOUT_MS = 2_000
WRITE_TRIES = 5
_WRITE = "counter_write"


class Database:
    """Transactions on the centre's database; `close` it when done. Connections are shared by all threads."""

    def __init__(self, url: str) -> None:
        self._engine = create_engine(url, pool_size=24, max_overflow=0, pool_timeout=10)
        self._lock = threading.Lock()
        if self._engine.dialect.name == "sqlite":
            if self._engine.url.database:
                # Names and addresses are inside: the owner's only. SQLite gives -wal and -shm the same mode.
                Path(self._engine.url.database).touch(mode=0o600)
            event.listen(self._engine, "connect", _set_up_sqlite)
            event.listen(self._engine, "begin", _begin_sqlite)
        metadata.create_all(self._engine)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database and writes nothing."""
        with self._engine.connect() as connection, connection.begin():
            yield connection

    def transact(self, work: Callable[[Connection], T]) -> T:
        """What `work` returns, committed. `work` may run again when the database asks for it; it does no I/O else.

        Refusal 503 when the database stayed busy; whatever `work` raises rolls back.
        """
        for attempt in range(1, WRITE_TRIES + 1):
            try:
                with (
                    self._lock,
                    self._engine.connect().execution_options(**{_WRITE: True}) as connection,
                    connection.begin(),
                ):
                    return work(connection)
            except DBAPIError as error:
                if not _may_try_again(error):
                    raise
                if attempt == WRITE_TRIES:
                    raise Refusal(503, "server.busy") from error
        raise AssertionError("unreachable")

    def close(self) -> None:
        self._engine.dispose()


def _may_try_again(error: DBAPIError) -> bool:
    if isinstance(error, OperationalError) and "locked" in str(error.orig):
        return True
    return getattr(error.orig, "sqlstate", None) in ("40001", "40P01")


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
