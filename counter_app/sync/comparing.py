"""Once a day, and after every beginning anew: does this store have what the centre has? What differs is mended (3.8).

256 sums are compared, and only the buckets that differ are fetched. Nothing is ever wiped, and no act is touched.
"""

from __future__ import annotations

import logging

from counter_app.domain.digest import buckets_of
from counter_app.store import pulled
from counter_app.store.db import Database
from counter_app.sync import wire
from counter_app.sync.central import Central

EVERY_MS = 86_400_000
log = logging.getLogger(__name__)


def due(db: Database, now_ms: int) -> bool:
    """Whether the last comparison is a day old, by a clock that may step either way."""
    with db.read() as connection:
        at_ms = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'compared_ms'").scalar()
    return at_ms is None or abs(now_ms - int(at_ms)) >= EVERY_MS


def compare(db: Database, central: Central, stream: str, epoch: str, now_ms: int) -> int | None:
    """How many rows had to be mended; None when the centre moved on meanwhile, so that there was nothing to compare.

    Raises SyncError; what was mended until then is kept.
    """
    said = wire.digest(central.digest(stream))
    with db.read() as connection:
        high = connection.exec_driver_sql("SELECT high FROM cursor WHERE stream = ?", (stream,)).scalar()
        mine = buckets_of(pulled.named(connection))
    if said.epoch != epoch or said.high != high:
        return None
    mended = 0
    for number, (ours, theirs) in enumerate(zip(mine, said.buckets, strict=True)):
        if ours == theirs:
            continue
        bucket = wire.bucket(central.bucket(stream, number), number)
        if bucket.epoch != epoch or bucket.high < said.high:
            return None
        with db.write(background=True) as connection:
            mended += pulled.mend(connection, number, bucket.rows, bucket.high, now_ms)
    if mended:
        log.warning("rows differed from the centre's", extra={"code": "sync.mended", "count": mended})
    with db.write(background=True) as connection:
        connection.exec_driver_sql(
            "INSERT INTO meta (key, value) VALUES ('compared_ms', ?) "
            "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (str(now_ms),),
        )
    return mended
