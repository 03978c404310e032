"""How far this service has seen its database come: a copy from a backup is not served as if nothing had happened.

A restored database has the same epoch and less in it. Stations would trust their cursors and their answered operations,
and what was lost would never be sent again (sync 3.9). Three things give it away: a note beside the database (or in the
state folder of this computer, for a database server) that is ahead of it, a note that it falls behind while it is
served, and a station's cursor, which this centre signed itself and which is ahead of it. Then nothing is served until
`./counter central-restored` has given the database a new epoch; every station then sends again all that it keeps, and
pulls anew. The note is written after the fact: it is never ahead of an honest database.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, func, make_url, select, update

from central_service.centre import Centre
from central_service.database import EVERY_STORE, Database
from central_service.refusal import Refusal
from central_service.tables import centre as centre_table
from central_service.tables import stream_head

EVERY_S = 5.0
RETRY_S = 60
STATE_ENVIRONMENT = "COUNTER_CENTRAL_STATE"
SENTENCE = (
    "The database is older than what was served from it: it was restored from a backup. Nothing is lost at the "
    "stations. Stop the service everywhere, give the database a new history with: ./counter central-restored "
    "--database URL, and start the service again"
)


class RestoredError(Exception):
    """The database is an older copy of the one that was served here; nothing may be served from it as it is."""


class History:
    """The note of one database on this computer, as (epoch, places used by all stores together)."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def look(self, db: Database) -> None:
        """RestoredError when the database holds less of its epoch than was seen here. Else the note is renewed.

        Another epoch is a new history. A disk that refuses the note stops nothing: the old one still holds.
        """
        epoch, now = _now(db)
        seen = self._read()
        if seen is not None and seen[0] == epoch and now < seen[1]:
            raise RestoredError(SENTENCE)
        if seen == (epoch, now):
            return
        side = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            made = os.open(side, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with open(made, "w", encoding="ascii") as note:
                json.dump({"epoch": epoch, "seq": now}, note)
            os.replace(side, self._path)
        except OSError:
            return

    def _read(self) -> tuple[str, int] | None:
        try:
            said = json.loads(self._path.read_text(encoding="ascii"))
            return str(said["epoch"]), int(said["seq"])
        except (OSError, ValueError, KeyError, TypeError):
            return None


def note_of(database_url: str) -> Path | None:
    """Where the note of a database is: beside a SQLite file, else in the state folder. None for one in memory."""
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        return Path(url.database + ".seen") if url.database and url.database != ":memory:" else None
    name = hashlib.sha256(f"{url.host}:{url.port}/{url.database}".encode()).hexdigest()[:16]
    return _state_folder() / f"central-{name}.seen"


def _state_folder() -> Path:
    given = os.environ.get(STATE_ENVIRONMENT) or os.environ.get("STATE_DIRECTORY")  # the second is systemd's
    return Path(given) if given else Path.home() / ".local" / "state" / "counter-central"


def look_again(centre: Centre, history: History) -> None:
    """One look while the service runs; once it is behind, `centre.restored` stays set."""
    try:
        history.look(centre.db)
    except RestoredError:
        found_restored(centre, "note")
    if _now(centre.db)[0] != centre.epoch:
        found_restored(centre, "epoch")  # somebody gave it a new one under the running service


def found_restored(centre: Centre, by: str) -> None:
    """From now on this process serves nothing; said once in the log."""
    if not centre.restored.is_set():
        centre.restored.set()
        centre.log("restored", by=by)


def refusal() -> Refusal:
    """503 `server.restored`: stations try again later, and lose nothing by it."""
    made = Refusal(503, "server.restored")
    made.retry_after_s = RETRY_S
    return made


def _now(db: Database) -> tuple[str, int]:
    """The epoch, and how many places in their order all stores have used; within an epoch that only grows."""
    with db.read(EVERY_STORE) as connection:
        epoch = connection.execute(select(centre_table.c.epoch)).scalar_one()
        used = connection.execute(select(func.coalesce(func.sum(stream_head.c.seq), 0))).scalar_one()
    return str(epoch), int(used)


def begin_again(db: Database, entropy: Callable[[int], bytes]) -> str:
    """Give the database a new epoch; the epoch. Stations notice it at their next exchange."""
    epoch = entropy(16).hex()

    def work(connection: Connection) -> str:
        connection.execute(update(centre_table).values(epoch=epoch))
        return epoch

    return db.transact(work, EVERY_STORE)
