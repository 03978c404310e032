"""Brings the centre's database to the tables of this program; alembic is loaded only when there is something to do.

The revisions are the files in `migrations/versions`, `0001_...` on; the last one is the one this program works with.
Any number of processes may open a new database at once: the tables' own names let one of them win, and the others
look again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from sqlalchemy import Connection, inspect
from sqlalchemy.exc import DBAPIError

MIGRATIONS = Path(__file__).parent / "migrations"
FIRST = "0001"
TRIES = 5
_ONE_AT_A_TIME = threading.Lock()
"""alembic keeps the running migration in globals of the process."""


class TooNewError(RuntimeError):
    """A newer program made this database."""


class ForeignDatabaseError(RuntimeError):
    """There are tables in it that this program did not make."""


def known() -> tuple[str, ...]:
    """Every revision in order."""
    return tuple(sorted(file.name[:4] for file in (MIGRATIONS / "versions").glob("[0-9]*_*.py")))


def current(connection: Connection) -> str:
    """The revision of the database, "" for an empty one, "0001" for one from before there were revisions."""
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" in tables:
        row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
        if row is not None:
            return str(row[0])
    if not tables & {"centre", "journal", "state_row"}:
        return ""
    if not {"centre", "journal", "state_row", "stream_head", "charge"} <= tables:
        raise ForeignDatabaseError("the tables in this database were not made by this program")
    return FIRST


def upgrade(begun: Callable[[], AbstractContextManager[Connection]], to: str = "") -> None:
    """Bring the database to revision `to` (the newest) in one transaction. TooNewError when a newer program made it.

    `begun` gives a connection with a transaction of its own, for every store.
    """
    revisions = known()
    target = to or revisions[-1]
    for attempt in range(1, TRIES + 1):
        with begun() as connection:
            found = current(connection)
            if found and found not in revisions:
                raise TooNewError("the database was made by a newer program")
            if found == target and "alembic_version" in inspect(connection).get_table_names():
                return
            try:
                with _ONE_AT_A_TIME:
                    _run(connection, found, target)
                connection.commit()
                return
            except DBAPIError:
                # Another process was quicker with the same tables, or this is a real fault and stays one.
                if attempt == TRIES:
                    raise


def _run(connection: Connection, found: str, target: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
    if found:
        command.stamp(config, found)
    command.upgrade(config, target)
