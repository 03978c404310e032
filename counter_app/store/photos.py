"""The rows of photos on their way to the centre: captured, sending, stored, durable, purged; or lost.

What a photo belongs to stands in `photo_act`. It is written with the act and can be found again from the journal, as
after a rescue or in a store of an older version.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from counter_app.domain import evidence
from counter_app.domain.photo_keeping import ActOf, may_leave
from counter_app.domain.retention import DAY_MS
from counter_app.store import journal, pulled

TRIES = 8
"""Refusals of one photo before it is set aside and a clerk is told (3.7)."""
_NAMED_BY = {
    "item.received": "photo",
    "pickup.signed": "signature",
    "task.scan_completed": "pdf",
    "item.incident": "photo",
}
_UNSENT = "('captured', 'sending', 'stored')"


@dataclass(frozen=True, slots=True)
class Photo:
    """One photo: its name (SHA-256 of the plain bytes), what it shows, and where it is."""

    sha256: str
    kind: str
    size: int
    state: str
    created_ms: int
    upload: str = ""
    tries: int = 0
    durable_ms: int = 0
    purged_ms: int = 0


_PHOTO = (
    "SELECT p.sha256, p.kind, p.size, p.state, p.created_ms, coalesce(w.upload, ''), coalesce(w.tries, 0), "
    "coalesce(w.durable_ms, 0), coalesce(w.purged_ms, 0) FROM photo p LEFT JOIN photo_way w ON w.sha256 = p.sha256 "
)
_LEAVING = (
    f"{_PHOTO}WHERE p.state = 'durable' AND (? OR w.durable_ms <= ?) "  # noqa: S608 - own constants
    "AND EXISTS (SELECT 1 FROM photo_act a WHERE a.sha256 = p.sha256) "
    "AND NOT EXISTS (SELECT 1 FROM photo_act a JOIN journal j ON j.op_id = a.op_id "
    "WHERE a.sha256 = p.sha256 AND j.status IN ('waiting', 'deferred', 'parked')) ORDER BY p.created_ms LIMIT ?"
)


def named(connection: Connection, name: str) -> Photo | None:
    row = connection.exec_driver_sql(f"{_PHOTO} WHERE p.sha256 = ?", (name,)).first()
    return Photo(*row) if row is not None else None


def waiting_count(connection: Connection) -> int:
    """Photos that the centre does not keep for good yet, also those that it refused."""
    sql = f"SELECT count(*) FROM photo WHERE state IN {_UNSENT}"  # noqa: S608 - own constants
    return int(connection.exec_driver_sql(sql).scalar_one())


def to_send(connection: Connection, but: Iterable[str] = ()) -> Photo | None:
    """The oldest photo to send, begun ones first; none that was set aside or is in `but`."""
    skipped = tuple(but)
    marks = ", ".join("?" * len(skipped))
    row = connection.exec_driver_sql(
        f"{_PHOTO} WHERE p.state IN ('sending', 'captured') AND coalesce(w.tries, 0) < ? "
        f"AND p.sha256 NOT IN ({marks}) ORDER BY p.state = 'captured', p.created_ms, p.sha256 LIMIT 1",
        (TRIES, *skipped),
    ).first()
    return Photo(*row) if row is not None else None


def in_state(connection: Connection, state: str) -> set[str]:
    return set(connection.exec_driver_sql("SELECT sha256 FROM photo WHERE state = ?", (state,)).scalars())


def stored(connection: Connection, limit: int) -> list[Photo]:
    """What the centre has but does not call durable yet."""
    sql = f"{_PHOTO} WHERE p.state = 'stored' ORDER BY p.created_ms LIMIT ?"
    return [Photo(*row) for row in connection.exec_driver_sql(sql, (limit,))]


def leaving(connection: Connection, now_ms: int, low_disk: bool, limit: int) -> list[Photo]:
    """Photos that may leave this station now, the oldest first."""
    rows = connection.exec_driver_sql(_LEAVING, (low_disk, now_ms - DAY_MS, 4 * limit)).all()
    found = (Photo(*row) for row in rows)
    return [one for one in found if may_purge(connection, one, now_ms, low_disk)][:limit]


def may_purge(connection: Connection, photo: Photo, now_ms: int, low_disk: bool) -> bool:
    """`may_leave`, asked of this store."""
    acts = connection.exec_driver_sql(
        "SELECT coalesce(j.status, ''), j.seq FROM photo_act a LEFT JOIN journal j ON j.op_id = a.op_id "
        "WHERE a.sha256 = ?",
        (photo.sha256,),
    )
    return may_leave(
        photo.state,
        [ActOf(*row) for row in acts],
        _durable_seq(connection),
        captured_ms=photo.created_ms,
        durable_ms=photo.durable_ms,
        now_ms=now_ms,
        low_disk=low_disk,
    )


def _durable_seq(connection: Connection) -> int:
    """Up to where a backup of the centre has this store's acts, in its present history (3.9); 0 while none has."""
    store, epoch = (
        str(connection.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (key,)).scalar() or "")
        for key in ("store", "epoch")
    )
    return pulled.durable_seq(connection, f"store:{store}", epoch)


def mark(connection: Connection, name: str, state: str, **way: Any) -> None:
    """Write the state of a photo, and with it columns of `photo_way`."""
    connection.exec_driver_sql("UPDATE photo SET state = ? WHERE sha256 = ?", (state, name))
    connection.exec_driver_sql("INSERT INTO photo_way (sha256) VALUES (?) ON CONFLICT DO NOTHING", (name,))
    for column, value in way.items():
        connection.exec_driver_sql(
            f"UPDATE photo_way SET {column} = ? WHERE sha256 = ?",  # noqa: S608 - own constants
            (value, name),
        )


def count_refusal(connection: Connection, photo: Photo, code: str, now_ms: int) -> bool:
    """The centre refused this photo once more; True when it is set aside now and stands in the Inbox."""
    mark(connection, photo.sha256, "captured", upload="", tries=photo.tries + 1, code=code)
    if photo.tries + 1 < TRIES:
        return False
    _tell(connection, photo.sha256, "photo.refused", now_ms)
    return True


def mark_lost(connection: Connection, name: str, now_ms: int) -> None:
    """Neither this station nor the centre has the photo: a task for a person (3.11, `blob_missing`)."""
    mark(connection, name, "lost", upload="", code="photo.missing")
    _tell(connection, name, "photo.missing", now_ms)


def _tell(connection: Connection, name: str, code: str, now_ms: int) -> None:
    op_id = connection.exec_driver_sql(
        "SELECT a.op_id FROM photo_act a JOIN journal j ON j.op_id = a.op_id WHERE a.sha256 = ? ORDER BY j.position",
        (name,),
    ).scalar()
    journal.put_in_inbox(connection, op_id or f"photo:{name}", code, json.dumps({"photo": name[:12]}), now_ms)


def try_again(connection: Connection, op_id: str) -> None:
    """The photos of this act that were set aside are sent again."""
    connection.exec_driver_sql(
        "UPDATE photo_way SET tries = 0, code = '' WHERE sha256 IN "
        "(SELECT sha256 FROM photo_act WHERE op_id = ? UNION SELECT substr(?, 7))",
        (op_id, op_id),
    )


def to_look_after(connection: Connection, now_ms: int, limit: int) -> list[Photo]:
    """Purged photos that the centre is to be asked about now."""
    sql = f"{_PHOTO} WHERE w.look_ms BETWEEN 1 AND ? AND p.state = 'purged' ORDER BY w.look_ms LIMIT ?"
    return [Photo(*row) for row in connection.exec_driver_sql(sql, (now_ms, limit))]


def set_back(connection: Connection) -> None:
    """The centre has another history (3.9): nothing that it said of photos counts any more."""
    connection.exec_driver_sql(
        "UPDATE photo SET state = 'captured' WHERE state IN ('local', 'sending', 'stored', 'durable')"
    )
    connection.exec_driver_sql("UPDATE photo_way SET upload = '', durable_ms = 0, look_ms = min(look_ms, 1)")


def link(connection: Connection) -> None:
    """Find the acts of photos that no act is known of."""
    sql = "SELECT sha256 FROM photo WHERE sha256 NOT IN (SELECT sha256 FROM photo_act)"
    alone = set(connection.exec_driver_sql(sql).scalars())
    if not alone:
        return
    marks = ", ".join("?" * len(_NAMED_BY))
    sql = f"SELECT op_id, kind, core FROM journal WHERE kind IN ({marks})"  # noqa: S608 - only marks
    found = []
    for op_id, kind, core in connection.exec_driver_sql(sql, tuple(_NAMED_BY)):
        try:
            body = evidence.parse(core).get("body")
        except evidence.EvidenceError:
            continue  # found wrong elsewhere
        name = body.get(_NAMED_BY[kind]) if isinstance(body, dict) else None
        if isinstance(name, str) and name in alone:
            found.append((name, op_id))
    if found:
        connection.exec_driver_sql("INSERT INTO photo_act (sha256, op_id) VALUES (?, ?) ON CONFLICT DO NOTHING", found)
