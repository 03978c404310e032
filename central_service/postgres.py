"""What is particular to PostgreSQL: how it is reached, how a transaction begins on it, what its errors mean.

The driver is pg8000: BSD, pure Python, wheels for nothing needed. psycopg and libpq are LGPL and are not shipped;
a URL that names another driver of SQLAlchemy is taken as it is, for whoever installed that one.
"""

from __future__ import annotations

import os
import re
import ssl
from typing import Any

from sqlalchemy import URL, Connection, ExceptionContext, make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

PASSWORD_ENVIRONMENT = "COUNTER_DATABASE_PASSWORD"  # noqa: S105 - the name of a variable, not a secret
STATEMENT_SECONDS = 15
SOCKET_SECONDS = 17
"""Longer than a statement may take, shorter than a station waits for the first byte of an answer (20 s)."""
_LOOPBACK = ("", "localhost", "127.0.0.1", "::1")
_SCOPE = re.compile(r"[A-Za-z0-9._:-]{0,64}|\*")

SERIALIZATION = ("40001", "40P01")
UNIQUE = "23505"
"""Two writers made the same new row: the one that comes second runs again and finds it."""
_READ_ONLY = "25006"
_DISK_FULL = "53100"
_AWAY = ("08", "53", "57")
"""SQLSTATE classes: connection, no room or memory, stopped by the operator or by the clock."""


class UnsafeRoleError(RuntimeError):
    """The service would connect as a role that row-level security does not bind."""


class DatabaseAwayError(RuntimeError):
    """The database does not answer at the start."""


def is_postgres(url: URL) -> bool:
    return url.get_backend_name() == "postgresql"


def reached(url: str) -> tuple[URL, dict[str, Any]]:
    """The URL and the driver's arguments. `sslmode` is `verify-full` (with `sslrootcert`) or `disable`; without it
    another machine is reached by verified TLS and this one in the clear. ValueError for any other mode.

    A password that is not in the URL comes from COUNTER_DATABASE_PASSWORD.
    """
    made = make_url(url)
    if not is_postgres(made):
        return made, {}
    if made.password is None and os.environ.get(PASSWORD_ENVIRONMENT):
        made = made.set(password=os.environ[PASSWORD_ENVIRONMENT])
    if made.drivername == "postgresql":
        made = made.set(drivername="postgresql+pg8000")
    if made.get_driver_name() != "pg8000":
        return made, {}
    query = dict(made.query)
    mode, root = query.pop("sslmode", ""), query.pop("sslrootcert", None)
    if mode not in ("", "disable", "verify-full"):
        raise ValueError("sslmode is verify-full or disable: encryption that checks nobody protects from nobody")
    plain = mode == "disable" or (not mode and ("unix_sock" in query or (made.host or "") in _LOOPBACK))
    context = False if plain else ssl.create_default_context(cafile=root if isinstance(root, str) else None)
    return made.set(query=query), {"ssl_context": context, "timeout": SOCKET_SECONDS, "application_name": "counter"}


def begin(scope: str, *, writes: bool, seconds: int = STATEMENT_SECONDS) -> str:
    """The statement that begins a transaction which sees the rows of `scope` only; one round trip.

    A reader sees one state (its rows never come from two). A writer is READ COMMITTED: it holds its store's head row
    from its first statement on, and what it reads after that is what the writer before it left. `SET LOCAL` ends with
    the transaction, so that a pooler may hand the connection to another store.
    """
    if not _SCOPE.fullmatch(scope):
        raise ValueError("not a store")
    kind = "READ COMMITTED READ WRITE" if writes else "REPEATABLE READ READ ONLY"
    return (
        f"BEGIN ISOLATION LEVEL {kind}; SET LOCAL counter.store = '{scope}'; SET LOCAL statement_timeout = '{seconds}s'"
    )


def check_role(connection: Connection) -> None:
    """UnsafeRoleError for a role that may look past row-level security."""
    found = connection.exec_driver_sql(
        "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
    ).scalar_one()
    if found:
        raise UnsafeRoleError(
            "this database role may see past the wall between the stores. Make one of its own and connect as it: "
            "CREATE ROLE counter LOGIN PASSWORD '...'; CREATE DATABASE counter OWNER counter;"
        )


def broken_line(error: OSError, statement: str | None = None) -> DBAPIError:
    """A line that broke or fell silent, in SQLAlchemy's words."""
    return InterfaceError(statement, None, error, connection_invalidated=True)


def note_broken_line(context: ExceptionContext) -> DBAPIError | None:
    """The driver lets through what the socket says when a read fails (pg8000 1.31). Such a connection stands in the
    middle of an answer: whoever used it next would read what belongs to another store, so it is thrown away.
    """
    if not isinstance(context.original_exception, OSError):
        return None
    context.is_disconnect = True
    return broken_line(context.original_exception, context.statement)


def sqlstate(error: DBAPIError) -> str:
    """The five characters that PostgreSQL names an error by; "" when the driver has none."""
    said = getattr(error.orig, "sqlstate", None)
    if said is None and error.orig is not None and error.orig.args and isinstance(error.orig.args[0], dict):
        said = error.orig.args[0].get("C")
    return said or ""


def is_away(error: Exception) -> bool:
    """Whether the database cannot be asked now: away, full, shutting down, a copy, or too slow. Ask again later."""
    if isinstance(error, PoolTimeoutError):
        return True
    if not isinstance(error, DBAPIError):
        return False
    state = sqlstate(error)
    if state:
        return state[:2] in _AWAY or state == _READ_ONLY or state in SERIALIZATION
    return error.connection_invalidated or isinstance(error, (InterfaceError, OperationalError))


def is_full(error: Exception) -> bool:
    """Whether the disk of the database, this one or SQLite's, has no room for what was written."""
    if not isinstance(error, DBAPIError):
        return False
    return sqlstate(error) == _DISK_FULL or "disk is full" in str(error.orig)


def is_copy(error: Exception) -> bool:
    """Whether the other end turned out to be a standby, as after a failover: every connection is to be made anew."""
    return isinstance(error, DBAPIError) and sqlstate(error) == _READ_ONLY
