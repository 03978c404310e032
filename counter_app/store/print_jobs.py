"""The print queue: what paper is owed, in the store, in the transaction of the act that owes it.

Paper is not idempotent: a job is marked `printing` before its first byte leaves, and one that a crash caught there is
`doubtful` until a clerk has said whether the label came out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from counter_app.domain.print_job import STATES, Job
from counter_app.store.db import Database, straight

_OPEN = "state IN (" + ", ".join(f"'{state}'" for state in STATES if state != "done") + ")"
"""Not `<> 'done'`, which reads every label that was ever printed."""
_COLUMNS = "id, kind, payload, printer, copies, tries, position, state, code, created_ms"


def owe(
    connection: Connection,
    job_id: str,
    kind: str,
    payload: Mapping[str, Any],
    printer: str,
    now_ms: int,
    *,
    item_id: str = "",
    copies: int = 1,
) -> None:
    """Put a label into the queue, in the transaction of the act that it belongs to."""
    straight(connection).execute(
        "INSERT INTO print_job (id, kind, payload, printer, copies, state, item_id, created_ms) "
        "VALUES (?, ?, ?, ?, ?, 'owed', ?, ?)",
        (job_id, kind, json.dumps(payload, ensure_ascii=False), printer, copies, item_id, now_ms),
    )


def _job(row: Any) -> Job:
    return Job(row[0], row[1], json.loads(row[2]), *row[3:])


def listed(connection: Connection, *, open_only: bool = True, limit: int = 200) -> list[Job]:
    """Jobs of the queue, those that need somebody first."""
    where = f"WHERE {_OPEN}" if open_only else ""
    order = "CASE state WHEN 'doubtful' THEN 0 WHEN 'failed' THEN 1 WHEN 'printing' THEN 2 ELSE 3 END, position"
    rows = connection.exec_driver_sql(
        f"SELECT {_COLUMNS} FROM print_job {where} ORDER BY {order} LIMIT ?",  # noqa: S608 - own constants
        (limit,),
    )
    return [_job(row) for row in rows]


def open_count(connection: Connection) -> int:
    sql = f"SELECT count(*) FROM print_job WHERE {_OPEN}"  # noqa: S608 - own constants
    return int(connection.exec_driver_sql(sql).scalar_one())


def doubt_all(connection: Connection) -> None:
    """Nobody knows which of these came out: the store was set back, and time has gone on without it."""
    connection.exec_driver_sql(
        "UPDATE print_job SET state = 'doubtful', code = 'printer.restored' WHERE state IN ('owed', 'printing')"
    )


class StoredJobs:
    """The print queue as the spooler needs it: every step is its own transaction, on the disk before it goes on."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def next_owed(self, printer: str) -> Job | None:
        """The oldest job that is owed by `printer`."""
        with self._db.read() as connection:
            row = connection.exec_driver_sql(
                f"SELECT {_COLUMNS} FROM print_job WHERE state = 'owed' AND printer = ? "  # noqa: S608
                "ORDER BY position LIMIT 1",
                (printer,),
            ).first()
        return _job(row) if row else None

    def printing(self) -> list[Job]:
        """Jobs that were on their way to paper, of all printers: after a crash nobody knows how far they came."""
        with self._db.read() as connection:
            rows = connection.exec_driver_sql(
                f"SELECT {_COLUMNS} FROM print_job WHERE state = 'printing' ORDER BY position"  # noqa: S608
            ).all()
        return [_job(row) for row in rows]

    def job(self, job_id: str) -> Job | None:
        with self._db.read() as connection:
            row = connection.exec_driver_sql(
                f"SELECT {_COLUMNS} FROM print_job WHERE id = ?",  # noqa: S608 - own constants
                (job_id,),
            ).first()
        return _job(row) if row else None

    def mark(self, job_id: str, state: str, code: str = "") -> bool:
        """Move a job; counts a try when it starts to print, which only one that is still owed does: else False."""
        if state not in STATES:
            raise ValueError(f"no such state of a print job: {state}")
        begins = state == "printing"
        with self._db.write() as connection:
            changed = connection.exec_driver_sql(
                "UPDATE print_job SET state = ?, code = ?, tries = tries + ? "
                "WHERE id = ? AND (state = 'owed' OR NOT ?)",
                (state, code, int(begins), job_id, int(begins)),
            )
            return bool(changed.rowcount)
