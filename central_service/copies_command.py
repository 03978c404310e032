"""`central-backup` and `central-restored`: a copy of the centre's SQLite file, and what comes after any restore."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from central_service import history, leaving
from central_service.centre import open_centre
from central_service.payments import NoGateway
from central_service.platform_messages import Heads

FAILED = 1


def back_up(database_url: str, target: Path, clock_ms: int) -> int:
    """Copy a SQLite database that may be in use, prove the copy, and tell the stations that it exists. The exit code.

    The heads are read before the copy begins, so that what is called durable is in it (sync 3.9). The key is not
    copied: it belongs elsewhere than the data.
    """
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        return _no("This copies a SQLite file. A PostgreSQL is copied by its own tools: see docs/operations.md.")
    if not Path(url.database).is_file():
        return _no(f"There is no database {url.database}.")
    if target.exists():
        return _no(f"{target} is there already. Nothing was written over.")
    centre = open_centre(
        database_url,
        platform_token="",
        demo=False,
        clock=lambda: clock_ms,
        entropy=os.urandom,
        gateway=NoGateway(),
    )
    try:
        heads = leaving.heads(centre)
        side = target.with_name(target.name + ".part")
        side.unlink(missing_ok=True)
        try:
            _copy(Path(url.database), side)
        except (sqlite3.Error, OSError) as error:
            side.unlink(missing_ok=True)
            return _no(f"The copy did not come about ({type(error).__name__}: {error}). Nothing was kept of it.")
        os.replace(side, target)
        leaving.note_durable(centre, Heads(heads.epoch, heads.heads))
    finally:
        centre.db.close()
    print(f"{target}: {target.stat().st_size:,} bytes, {len(heads.heads)} stores. Keep the key file apart from it.")
    return 0


def _copy(source: Path, side: Path) -> None:
    with closing(sqlite3.connect(source, timeout=30)) as open_:
        open_.execute("VACUUM INTO ?", (str(side),))
    with closing(sqlite3.connect(side)) as copy:
        said = copy.execute("PRAGMA integrity_check").fetchone()[0]
    if said != "ok":
        raise sqlite3.DatabaseError("the copy is damaged")
    with side.open("rb+") as made:
        os.fsync(made.fileno())


def restored(database_url: str) -> int:
    """Give a restored database a history of its own. The exit code."""
    try:
        centre = open_centre(
            database_url,
            platform_token="",
            demo=False,
            clock=lambda: 0,
            entropy=os.urandom,
            gateway=NoGateway(),
        )
    except (SQLAlchemyError, RuntimeError) as error:
        return _no(f"The database cannot be opened ({error}). Nothing was changed.")
    try:
        epoch = history.begin_again(centre.db, os.urandom)
        note = history.note_of(database_url)
        if note is not None:
            history.History(note).look(centre.db)
    finally:
        centre.db.close()
    print(f"The database has the new epoch {epoch}. Start the service: every station sends again what it keeps.")
    return 0


def _no(sentence: str) -> int:
    print(f"counter: {sentence}", file=sys.stderr)
    return FAILED
