"""What an operator of the central service wants this store to look at: each notice comes into the Inbox once."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from counter_app.store import journal

CODE = "inbox.told"
_KEPT = 200


def take(connection: Connection, notices: Sequence[Mapping[str, str]], now_ms: int) -> int:
    """Put those into the Inbox that were not there before; how many. Each has `id`, `op_id` and `kind`."""
    kept = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'notices'").scalar()
    known: list[str] = json.loads(kept) if kept else []
    fresh = [one for one in notices if one["id"] not in known]
    for one in fresh:
        journal.put_in_inbox(connection, one["op_id"], CODE, "", now_ms)
        # An act of another station is not in this one's journal: its kind is the notice's.
        connection.exec_driver_sql(
            "UPDATE inbox SET kind = ? WHERE op_id = ? AND kind = ''", (one["kind"], one["op_id"])
        )
    if fresh:
        ids = [*known, *(one["id"] for one in fresh)][-_KEPT:]
        connection.exec_driver_sql(
            "INSERT INTO meta (key, value) VALUES ('notices', ?) "
            "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (json.dumps(ids),),
        )
    return len(fresh)


def counts(connection: Connection) -> tuple[int, int, int, int]:
    """(waiting, parked, photos that are only here, open entries of the Inbox)."""

    def count(sql: str) -> int:
        return int(connection.exec_driver_sql(sql).scalar_one())

    return (
        journal.waiting_count(connection),
        count("SELECT count(*) FROM journal WHERE status = 'parked'"),
        count("SELECT count(*) FROM photo WHERE state IN ('captured', 'sending', 'stored')"),
        count("SELECT count(*) FROM inbox WHERE state = 'open'"),
    )
