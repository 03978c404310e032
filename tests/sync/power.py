"""Power that fails at any statement and behind any commit of a database, without a process that has to die."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from counter_app.store.db import Database

KEY = b"\x07" * 32


class Crash(BaseException):
    """The power is gone. No code of the program can catch it and go on."""


@dataclass
class Cut:
    """Power that fails at the `after`-th statement of a database from now on; -1 never, 0 behind a commit."""

    after: int = -1

    def spent(self) -> bool:
        if self.after < 0:
            return False
        self.after -= 1
        return self.after < 0


class Disk(Database):
    """The station's store on a computer that can lose its power between two statements and behind a commit."""

    def __init__(self, path: Path, cut: Cut) -> None:
        self._cut = cut
        super().__init__(path, KEY)

    def _open(self, read_only: bool = False) -> None:
        super()._open(read_only)
        # At the driver, so that the program takes the same ways past SQLAlchemy as without anybody who listens.
        pool: Any = self._writer.pool
        connect = pool._creator
        pool._creator = lambda: _Mains(connect(), self._cut)

    @contextmanager
    def write(self, *, background: bool = False) -> Iterator[Any]:
        with super().write(background=background) as connection:
            yield connection
        if self._cut.spent():
            raise Crash  # it is on the disk, and nobody was told


class _Mains:
    """A connection of the driver whose statements need power."""

    def __init__(self, real: Any, cut: Cut) -> None:
        self._real, self._cut = real, cut

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def cursor(self) -> Any:
        made = self._real.cursor(_Cursor)
        made.cut = self._cut
        return made

    def execute(self, *asked: Any) -> Any:
        if self._cut.spent():
            raise Crash
        return self._real.execute(*asked)

    def executemany(self, *asked: Any) -> Any:
        if self._cut.spent():
            raise Crash
        return self._real.executemany(*asked)


class _Cursor(driver.Cursor):  # type: ignore[misc]
    cut: Cut

    def execute(self, *asked: Any) -> Any:
        if self.cut.spent():
            raise Crash
        return super().execute(*asked)

    def executemany(self, *asked: Any) -> Any:
        if self.cut.spent():
            raise Crash
        return super().executemany(*asked)
