"""Pieces that came in while the register was not here yet: marked "to be checked", and looked at when it has come."""

from __future__ import annotations

import json

from sqlalchemy import Connection

FLAG = "to_be_checked"
CODE = "piece.to_check"
"""The Inbox entry of such a piece."""
_SQL = "SELECT id, data FROM item WHERE state = 'unassigned' ORDER BY received_ms"


def key_of(item_id: str) -> str:
    """The name of a piece's Inbox entry, which is about no operation that the centre answered."""
    return f"check:{item_id}"


def put_in_inbox(connection: Connection, now_ms: int) -> int:
    """An Inbox entry for each piece on the shelf that waits to be checked; how many. Safe to repeat."""
    count = 0
    for item_id, data in connection.exec_driver_sql(_SQL).all():
        row = json.loads(data)
        if FLAG in row.get("flags", ()):
            facts = {key: row.get(key, "") for key in ("mail_id", "mailbox")}
            facts |= {"item": item_id, "name": row.get("name_on_piece", ""), "done_ms": row.get("received_ms", 0)}
            connection.exec_driver_sql(
                "INSERT INTO inbox (op_id, kind, code, facts, at_ms, state) "
                "VALUES (?, 'item.received', ?, ?, ?, 'open') "
                "ON CONFLICT (op_id) DO UPDATE SET facts = excluded.facts, state = 'open'",
                (key_of(item_id), CODE, json.dumps(facts), now_ms),
            )
            count += 1
    return count


def close(connection: Connection, item_id: str) -> bool:
    """The piece has its mailbox, or is not here any more: nothing is left to check. Whether there was something."""
    sql = "UPDATE inbox SET state = 'done' WHERE op_id = ? AND state = 'open'"
    return connection.exec_driver_sql(sql, (key_of(item_id),)).rowcount > 0
