"""What every room of the central service works with: database, keys, epoch, time, randomness, the payment gateway."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, make_url, select

from central_service import request_id
from central_service.database import Database
from central_service.keys import KeyMissingError, Keys, load_keys
from central_service.metrics import Metrics
from central_service.payments import Gateway
from central_service.tables import SCHEMA_VERSION
from central_service.tables import centre as centre_table

logger = logging.getLogger("central_service")


@dataclass(frozen=True)
class Centre:
    """The parts of a running centre. `clock` gives UTC milliseconds, `entropy` random bytes of the system."""

    db: Database
    keys: Keys
    epoch: str
    clock: Callable[[], int]
    entropy: Callable[[int], bytes]
    gateway: Gateway
    platform_token: str
    demo: bool
    database_url: str = ""
    metrics: Metrics = field(default_factory=Metrics)
    restored: threading.Event = field(default_factory=threading.Event)
    """Set once this database is known to be an older copy of itself: nothing is served from it any more."""
    blobs: Path | None = None
    """The folder of photos; None where nobody said which."""

    def log(self, what: str, **facts: Any) -> None:
        """One line of JSON. Facts are ids, codes and counts; never names, bodies, tokens or foreign messages."""
        name = request_id.current.get()
        line = {"at_ms": self.clock(), "what": what, **({"request": name} if name else {}), **facts}
        logger.info(json.dumps(line, sort_keys=True))


def open_centre(
    database_url: str,
    *,
    platform_token: str,
    demo: bool,
    clock: Callable[[], int],
    entropy: Callable[[int], bytes],
    gateway: Gateway,
    blobs: Path | None = None,
) -> Centre:
    """Open the database, and make its tables, epoch and key when it is new.

    KeyMissingError when the database was made under another key; RuntimeError when a newer program made it.
    """
    db = Database(database_url)
    try:
        with db.read() as connection:
            known = connection.execute(select(centre_table)).one_or_none()
        if known is not None and known.schema_version > SCHEMA_VERSION:
            raise RuntimeError("the database was made by a newer program")
        keys = load_keys(_key_file(database_url), entropy, may_make=known is None)
        if known is not None and known.public_key != keys.public_hex:
            raise KeyMissingError("the database belongs to another key")
        epoch = known.epoch if known is not None else _begin_epoch(db, keys, entropy)
    except BaseException:
        db.close()
        raise
    folder = blobs or blob_folder(database_url)
    return Centre(db, keys, epoch, clock, entropy, gateway, platform_token, demo, database_url, blobs=folder)


def _begin_epoch(db: Database, keys: Keys, entropy: Callable[[int], bytes]) -> str:
    epoch = entropy(16).hex()

    def work(connection: Connection) -> str:
        # Several processes may open a new database at once: the first one's epoch is everybody's.
        made = connection.execute(select(centre_table)).one_or_none()
        if made is not None:
            if made.public_key != keys.public_hex:
                raise KeyMissingError("the database belongs to another key")
            return str(made.epoch)
        connection.execute(
            insert(centre_table).values(schema_version=SCHEMA_VERSION, epoch=epoch, public_key=keys.public_hex)
        )
        return epoch

    return db.transact(work)


def blob_folder(database_url: str) -> Path | None:
    """Where photos lie when nobody says so: beside an SQLite file, nowhere beside a database server."""
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return None
    return Path(url.database + ".blobs")


def _key_file(database_url: str) -> Path | None:
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        return None
    return Path(url.database + ".key")
