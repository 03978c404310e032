"""What the exchange notes beside the centre's rows: rows that this program does not understand, how far the centre's
history is safe, and when it last had to begin anew. Kept in `meta`, so that no store needs another shape for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from counter_app.domain.digest import bucket_of
from counter_app.domain.rows import ENTITIES
from counter_app.store import journal, search, state
from counter_app.store.ready_rows import is_contested
from counter_app.store.state import Pulled

ANEW_WINDOW_MS = 86_400_000
"""More than one beginning anew in a day is a fault somewhere: it stops, and somebody is told (3.8)."""
STOPPED = "station:resync"
"""The Inbox entry that tells so; closing it allows the next one at once."""
CONTESTABLE = ("item", "pickup", "task")
"""Rows of custody: who has the piece is a question for people."""
Named = tuple[str, str, int]

# ---------------------------------------------------------------- rows


def accept(connection: Connection, entity: str, rows: Sequence[Pulled], now_ms: int) -> list[str]:
    """Keep rows of the centre. What is not understood is kept raw, for a program that will be newer; the ids of it."""
    bad = set(state.accept_pulled(connection, entity, rows) if entity in ENTITIES else [one[0] for one in rows])
    known = _unread_keys(connection)
    for row_id, seq, content in rows if bad or known else ():
        key = f"unread:{entity}:{row_id}"
        if row_id in bad:
            note_unread(connection, entity, row_id, seq, content)
        elif key in known:
            connection.exec_driver_sql("DELETE FROM meta WHERE key = ?", (key,))
    if entity in CONTESTABLE:
        tell_contested(connection, entity, [one for one in rows if one[0] not in bad] if bad else rows, now_ms)
    return sorted(bad)


def note_unread(connection: Connection, entity: str, row_id: str, seq: int, content: Mapping[str, Any]) -> None:
    """Keep a row raw that is not understood."""
    _note(connection, f"unread:{entity}:{row_id}", json.dumps({"seq": seq, "row": dict(content)}))


def tell_contested(connection: Connection, entity: str, rows: Sequence[Pulled], now_ms: int) -> None:
    """An act that contradicts a row is a task at every counter of the store, until somebody settles it (P10)."""
    sql = "SELECT op_id, facts FROM inbox WHERE state = 'open' AND code = 'op.contested'"
    waiting = {op_id: json.loads(facts or "{}") for op_id, facts in connection.exec_driver_sql(sql)}
    for row_id, _, content in rows:
        if not waiting and not is_contested(content):
            continue
        contested, here = set(content.get("contested") or ()), [entity, row_id]
        for op_id, facts in waiting.items():
            if here in facts.get("rows", ()) and op_id not in contested:
                facts["rows"].remove(here)
                connection.exec_driver_sql(
                    "UPDATE inbox SET facts = ?, state = ? WHERE op_id = ?",
                    (json.dumps(facts), "open" if facts["rows"] else "done", op_id),
                )
        for op_id, kind, at_ms, actor in content.get("history") or () if contested else ():
            facts = waiting.get(op_id, {})
            if op_id not in contested or here in facts.get("rows", ()):
                continue
            news = {"by": actor, "done_ms": at_ms, "rows": [*facts.get("rows", ()), here]}
            news |= {key: content[key] for key in ("mail_id", "mailbox") if content.get(key)}
            connection.exec_driver_sql(
                "INSERT INTO inbox (op_id, kind, code, facts, at_ms, state) "
                "VALUES (?, ?, 'op.contested', ?, ?, 'open') "
                "ON CONFLICT (op_id) DO UPDATE SET code = excluded.code, facts = excluded.facts, state = 'open'",
                (op_id, kind, json.dumps({**facts, **news}), now_ms),
            )


def close_what_left(connection: Connection) -> None:
    """Close the tasks about contested acts on rows that have left the store, or that the centre calls settled."""
    sql = "SELECT op_id, facts FROM inbox WHERE state = 'open' AND code = 'op.contested'"
    for op_id, text in connection.exec_driver_sql(sql).all():
        facts = json.loads(text or "{}")
        rows = facts.get("rows", [])
        kept = [one for one in rows if op_id in _contested(connection, *one)]
        if kept != rows:
            connection.exec_driver_sql(
                "UPDATE inbox SET facts = ?, state = ? WHERE op_id = ?",
                (json.dumps({**facts, "rows": kept}), "open" if kept else "done", op_id),
            )


def _contested(connection: Connection, entity: str, row_id: str) -> Sequence[str]:
    """The contested acts of a row as the centre sent it; of one that is not here, none."""
    asked = [("base_row", " AND entity = ?", (row_id, entity)), (entity, "", (row_id,))]
    for table, more, values in asked if entity in CONTESTABLE else ():
        sql = f"SELECT data FROM {table} WHERE id = ?{more}"  # noqa: S608 - own constants
        found = connection.exec_driver_sql(sql, values).first()
        if found is not None:
            return json.loads(found[0]).get("contested") or () if found[0] else ()
    return ()


def read_again(connection: Connection, now_ms: int) -> int:
    """Try every row that was not understood once more, as after an update; how many are understood now."""
    kept = unread(connection)
    for (entity, row_id), (seq, content) in kept.items():
        if entity in ENTITIES:
            accept(connection, entity, [(row_id, seq, content)], now_ms)
    return len(kept) - len(_unread_keys(connection))


def unread(connection: Connection) -> dict[tuple[str, str], tuple[int, dict[str, Any]]]:
    """(entity, id) -> seq and content of the rows that are kept without being understood."""
    found = {}
    for key, value in connection.exec_driver_sql("SELECT key, value FROM meta WHERE key LIKE 'unread:%'"):
        _, entity, row_id = key.split(":", 2)
        said = json.loads(value)
        found[entity, row_id] = (int(said["seq"]), said["row"])
    return found


def _unread_keys(connection: Connection) -> set[str]:
    return {row[0] for row in connection.exec_driver_sql("SELECT key FROM meta WHERE key LIKE 'unread:%'")}


def unread_count(connection: Connection) -> int:
    return len(_unread_keys(connection))


def forget(connection: Connection, gone: Iterable[Named]) -> int:
    """Rows that left the store, up to a seq; own acts that came later stay laid over nothing. How many were here."""
    count, left = 0, False
    for entity, row_id, seq in gone:
        connection.exec_driver_sql("DELETE FROM meta WHERE key = ?", (f"unread:{entity}:{row_id}",))
        if entity not in ENTITIES:
            continue
        sql = f"SELECT seq FROM {entity} WHERE id = ?"  # noqa: S608 - own constant
        here = connection.exec_driver_sql(sql, (row_id,)).scalar()
        if here is not None and here > seq:
            continue
        touched = connection.exec_driver_sql(
            "SELECT 1 FROM touched WHERE entity = ? AND id = ? LIMIT 1", (entity, row_id)
        ).first()
        if touched is not None:
            connection.exec_driver_sql(
                "INSERT INTO base_row (entity, id, seq, data) VALUES (?, ?, ?, NULL) ON CONFLICT (entity, id) "
                "DO UPDATE SET seq = excluded.seq, data = NULL",
                (entity, row_id, seq),
            )
            # Also down to an older seq: what is laid over nothing has none.
            connection.exec_driver_sql(f"UPDATE {entity} SET seq = 0 WHERE id = ?", (row_id,))  # noqa: S608
            state.lay_over(connection, entity, row_id)
        elif here is not None:
            if entity == "account":
                search.forget_account(connection, row_id)
            connection.exec_driver_sql(f"DELETE FROM {entity} WHERE id = ?", (row_id,))  # noqa: S608
        count += here is not None
        left = True
    if left:
        close_what_left(connection)
    return count


# ---------------------------------------------------------------- the same on both sides


def named(connection: Connection) -> list[Named]:
    """(entity, id, seq) of every row that the centre sent, understood or not."""
    found = {
        (entity, row_id): seq
        for entity in ENTITIES
        for row_id, seq in connection.exec_driver_sql(f"SELECT id, seq FROM {entity} WHERE seq > 0")  # noqa: S608
    }
    found |= {key: seq for key, (seq, _) in unread(connection).items()}
    return [(entity, row_id, seq) for (entity, row_id), seq in found.items()]


def mend(connection: Connection, bucket: int, tables: Mapping[str, Sequence[Pulled]], high: int, now_ms: int) -> int:
    """Make one bucket what the centre says it is at `high`; how many rows were not so. Never touches own acts."""
    mine = {(entity, row_id): seq for entity, row_id, seq in named(connection) if bucket_of(entity, row_id) == bucket}
    theirs = {(entity, one[0]): one for entity, rows in tables.items() for one in rows}
    count = forget(connection, [(*key, high) for key, seq in mine.items() if key not in theirs and seq <= high])
    for (entity, row_id), row in theirs.items():
        if mine.get((entity, row_id)) == row[1]:
            continue
        if entity in ENTITIES and mine.get((entity, row_id), 0) > row[1]:
            connection.exec_driver_sql(f"UPDATE {entity} SET seq = 0 WHERE id = ?", (row_id,))  # noqa: S608
            connection.exec_driver_sql("UPDATE base_row SET seq = 0 WHERE entity = ? AND id = ?", (entity, row_id))
        accept(connection, entity, [row], now_ms)
        count += 1
    return count


# ---------------------------------------------------------------- beginning anew


def may_begin_anew(connection: Connection, now_ms: int) -> bool:
    """Whether the rows were not fetched from the beginning within the last day already."""
    at_ms = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'began_anew_ms'").scalar()
    return at_ms is None or abs(now_ms - int(at_ms)) > ANEW_WINDOW_MS


def begin_anew(connection: Connection, now_ms: int) -> None:
    """Fetch every row from the beginning. What waits to be sent is not touched, and what is shown stays meanwhile."""
    connection.exec_driver_sql("DELETE FROM cursor")
    connection.exec_driver_sql("UPDATE base_row SET seq = 0")
    for entity in ENTITIES:
        connection.exec_driver_sql(f"UPDATE {entity} SET seq = 0")  # noqa: S608 - own constants
    _note(connection, "began_anew_ms", str(now_ms))
    fetching(connection)
    connection.exec_driver_sql("UPDATE inbox SET state = 'done' WHERE op_id = ?", (STOPPED,))


def stop_beginning_anew(connection: Connection, now_ms: int) -> None:
    """Tell somebody that the rows would have to be fetched again and again."""
    journal.put_in_inbox(connection, STOPPED, "sync.resync_stopped", "", now_ms)


def allow_anew(connection: Connection) -> None:
    """Somebody has looked: the rows may be fetched from the beginning again."""
    connection.exec_driver_sql("DELETE FROM meta WHERE key = 'began_anew_ms'")


def fetching(connection: Connection) -> None:
    """Note that the rows are being fetched from the beginning, until `arrived` says that they are all here."""
    _note(connection, "anew", "1")


def arrived(connection: Connection, high: int) -> bool:
    """After the last page of a walk from the beginning, which saw everything up to `high`.

    What did not come is not in the centre's history, or has left the store: own acts that it covers go with it.
    """
    if connection.exec_driver_sql("DELETE FROM meta WHERE key = 'anew'").rowcount == 0:
        return False
    for entity in ENTITIES:
        left = connection.exec_driver_sql(f"SELECT id FROM {entity} WHERE seq = 0").all()  # noqa: S608
        forget(connection, [(entity, row[0], high) for row in left])
    # What had left before is shown no more, but own acts would be laid over nothing again, as if they had come later.
    bases = connection.exec_driver_sql("SELECT entity, id FROM base_row WHERE seq = 0").all()
    forget(connection, [(entity, row_id, high) for entity, row_id in bases])
    close_what_left(connection)  # also about rows that were gone from here already
    return True


# ---------------------------------------------------------------- how far is safe


def note_durable(connection: Connection, durable: Mapping[str, int], epoch: str) -> None:
    """Up to which seq a backup of the centre has each stream; it counts within one epoch only and never goes back."""
    for stream, seq in durable.items():
        if seq > durable_seq(connection, stream, epoch):
            _note(connection, f"durable:{stream}", f"{epoch}:{seq}")


def durable_seq(connection: Connection, stream: str, epoch: str) -> int:
    """The highest seq of `stream` that survives the loss of the centre's disk, in this epoch; 0 while none is known."""
    kept = connection.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (f"durable:{stream}",)).scalar()
    of_epoch, _, seq = str(kept or "").rpartition(":")
    return int(seq) if kept and of_epoch == epoch else 0


def _note(connection: Connection, key: str, value: str) -> None:
    connection.exec_driver_sql(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )
