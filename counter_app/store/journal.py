"""The journal: what was done at this counter, in the exact bytes that were hashed, chained and signed.

It is the outbox too. Nothing is ever deleted from it or changed in it but the centre's answer beside an operation.
That answer is not signed here, so every line also carries a `mark` over all of its columns: a byte that was changed
by hand anywhere in a line shows.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from counter_app.domain import evidence
from counter_app.domain.employee import Actor
from counter_app.domain.operations import Operation, checked_body, kind_of, touches
from counter_app.domain.rows import Row
from counter_app.domain.values import new_id
from counter_app.store import state
from counter_app.store.db import note_end, straight
from counter_app.store.high_water import Mark

FINAL = ("applied", "contested", "rejected", "quarantined")
WAITING = ("waiting", "deferred")
TRIES_ALONE = 8


@dataclass(frozen=True, slots=True)
class Identity:
    """Who writes this journal: the place of the device in the world and its signing key."""

    org: str
    store: str
    device: str
    incarnation: str
    public_key: bytes
    sign: Callable[[bytes], bytes]
    boot: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """When an act happened, by every clock there is: wall and monotonic milliseconds, last measured offset."""

    wall_ms: int
    mono_ms: int
    offset_ms: int = 0
    offset_age_s: int = 0


@dataclass(frozen=True, slots=True)
class Appended:
    """A new operation, its place in the journal, and the rows after it."""

    op: Operation
    position: int
    op_hash: bytes
    rows: list[Row]

    @property
    def anchor(self) -> str:
        """What paper carries so that the journal cannot be rewritten behind it: n and ten characters of the hash."""
        return f"n {self.position} · {self.op_hash.hex()[:10]}"


def append(
    connection: Connection,
    identity: Identity,
    entropy: Callable[[int], bytes],
    moment: Moment,
    actor: Actor,
    kind_name: str,
    entity_id: str,
    body: Mapping[str, Any],
) -> Appended:
    """Write one act: its signed bytes, its disclosures, and the rows that it changes, in the caller's transaction.

    `prev` and `n` are read from the journal itself and never from memory. Raises fold.Rejected for an INTENT that
    the rows do not allow, MalformedOperationError for a body that its kind does not have.
    """
    kind = kind_of(kind_name)
    typed = checked_body(kind_name, body)
    op_id = new_id(moment.wall_ms, entropy(10))
    raw = straight(connection)
    n, prev = head(connection, identity)
    # The number that SQLite would give; nobody else writes now, so the line and its mark are one statement.
    position = (raw.execute("SELECT max(position) FROM journal").fetchone()[0] or 0) + 1
    hidden, opened = evidence.conceal(typed, kind.personal, entropy)
    core = evidence.canonical(
        {
            "v": 1,
            "op_id": op_id,
            "n": n + 1,
            "prev": prev.hex(),
            "kind": kind_name,
            "entity": entity_id,
            "actor": actor.id,
            "grant": actor.grant,
            "present": actor.present,
            "at_ms": moment.wall_ms,
            "mono_ms": moment.mono_ms,
            "boot": identity.boot,
            "offset_ms": moment.offset_ms,
            "offset_age_s": moment.offset_age_s,
            "org": identity.org,
            "store": identity.store,
            "device": identity.device,
            "incarnation": identity.incarnation,
            "body": hidden,
        }
    )
    digest = evidence.op_hash(core)
    signature = identity.sign(evidence.signing_bytes(digest))
    line = (
        position,
        op_id,
        identity.incarnation,
        n + 1,
        kind_name,
        entity_id,
        moment.wall_ms,
        core,
        digest,
        signature,
        "waiting",
        None,
        "",
        "",
        0,
        int(actor.level),  # the mark names the type of each value as the store gives it back
    )
    raw.execute(_LINE, (*line, mark_of(line)))
    if opened:
        raw.executemany(
            "INSERT INTO disclosure (op_id, field, salt, value) VALUES (?, ?, ?, ?)",
            [(op_id, field, salt, value) for field, (salt, value) in opened.items()],
        )
    note_end(connection, Mark(position, n + 1, moment.wall_ms, digest))
    op = Operation(op_id, kind_name, entity_id, actor, moment.wall_ms, typed)
    rows = state.fold_in(connection, op, touches(op))
    return Appended(op, position, digest, rows)


def mark_of(columns: Sequence[Any]) -> bytes:
    """SHA-256 over the columns of a line in the order of `MARKED`; each value with its type and length."""
    parts = [b"counter-line-1\n"]
    for value in columns:
        raw = value if isinstance(value, bytes) else str(value).encode()
        parts += (f"{type(value).__name__}:{len(raw)}:".encode(), raw)
    return hashlib.sha256(b"".join(parts)).digest()


MARKED = (
    "position, op_id, incarnation, n, kind, entity, at_ms, core, op_hash, sig, status, seq, code, args, tries, level"
)
_LINE = f"INSERT INTO journal ({MARKED}, mark) VALUES ({', '.join('?' * 17)})"  # noqa: S608 - own constants


def mark_anew(connection: Connection, op_ids: Sequence[str]) -> None:
    """Write the mark of each line over its columns as they are now; whoever changed one of them does this."""
    raw = straight(connection)
    for op_id in op_ids:
        row = raw.execute(f"SELECT {MARKED} FROM journal WHERE op_id = ?", (op_id,)).fetchone()  # noqa: S608
        if row is not None:
            raw.execute("UPDATE journal SET mark = ? WHERE op_id = ?", (mark_of(row), op_id))


def told_missing(cores: Iterable[bytes]) -> dict[str, list[tuple[int, int]]]:
    """The holes that a station noted by acts of its own (`station.*`): incarnation -> first and last number."""
    told: dict[str, list[tuple[int, int]]] = {}
    for core in cores:
        try:
            said = evidence.parse(core)
        except evidence.EvidenceError:
            continue  # found wrong elsewhere
        body = said.get("body")
        if str(said.get("kind")).startswith("station.") and isinstance(body, dict):
            for text in body.get("missing") or ():
                first, _, last = str(text).partition("-")
                if first.isdecimal() and last.isdecimal():
                    told.setdefault(str(body.get("incarnation", "")), []).append((int(first), int(last)))
    return told


def end(connection: Connection) -> Mark | None:
    """The last line of the whole journal, whatever its incarnation; None for an empty one."""
    row = connection.exec_driver_sql(
        "SELECT position, n, at_ms, op_hash FROM journal ORDER BY position DESC LIMIT 1"
    ).first()
    return Mark(*row) if row is not None else None


def head(connection: Connection, identity: Identity) -> tuple[int, bytes]:
    """The running number and hash of the last operation of this incarnation; (0, genesis) before the first."""
    row = (
        straight(connection)
        .execute(
            "SELECT n, op_hash FROM journal WHERE incarnation = ? ORDER BY n DESC LIMIT 1", (identity.incarnation,)
        )
        .fetchone()
    )
    if row is not None:
        return row[0], row[1]
    first = evidence.genesis(identity.org, identity.store, identity.device, identity.incarnation, identity.public_key)
    return 0, first


@dataclass(frozen=True, slots=True)
class Waiting:
    """An operation that the centre has not answered: its bytes, its signature and what opens its commitments."""

    position: int
    op_id: str
    kind: str
    core: bytes
    sig: bytes
    opened: dict[str, tuple[bytes, str]]
    tries: int


def waiting(connection: Connection, limit: int) -> list[Waiting]:
    """The oldest operations that wait for the centre, in the order in which they happened."""
    rows = connection.exec_driver_sql(
        "SELECT position, op_id, kind, core, sig, tries FROM journal WHERE status IN ('waiting', 'deferred') "
        "ORDER BY position LIMIT ?",
        (limit,),
    ).all()
    return [_with_disclosures(connection, row) for row in rows]


def unanswered(connection: Connection) -> list[tuple[Waiting, str]]:
    """Everything that the centre has not answered for good, also what was set aside, with its status, in order."""
    rows = connection.exec_driver_sql(
        "SELECT position, op_id, kind, core, sig, tries, status FROM journal "
        "WHERE status NOT IN ('applied', 'contested', 'rejected', 'quarantined') ORDER BY position"
    ).all()
    return [(_with_disclosures(connection, row), row[6]) for row in rows]


def _with_disclosures(connection: Connection, row: Any) -> Waiting:
    position, op_id, kind, core, sig, tries, *_ = row
    opened = connection.exec_driver_sql("SELECT field, salt, value FROM disclosure WHERE op_id = ?", (op_id,)).all()
    return Waiting(position, op_id, kind, core, sig, {f: (s, v) for f, s, v in opened}, tries)


def waiting_count(connection: Connection) -> int:
    sql = "SELECT count(*) FROM journal WHERE status IN ('waiting', 'deferred')"
    return int(connection.exec_driver_sql(sql).scalar_one())


def unsent_count(connection: Connection) -> int:
    """What the centre has not answered, also what was set aside: not everything is sent while this is not 0."""
    sql = "SELECT count(*) FROM journal WHERE status IN ('waiting', 'deferred', 'parked')"
    return int(connection.exec_driver_sql(sql).scalar_one())


@dataclass(frozen=True, slots=True)
class Answer:
    """What the centre said about one operation."""

    op_id: str
    status: str
    seq: int | None
    code: str = ""
    args: str = ""
    held: tuple[bytes, bytes] | None = None
    """Core and signature that the centre has of this act, when they are not those that were sent."""


def record(connection: Connection, answers: Sequence[Answer], now_ms: int) -> None:
    """Write the centre's answers beside their operations; what was not simply applied goes to the Inbox."""
    for answer in answers:
        # A deferred one has no place in the centre's order yet (the centre says 0): rows do not cover it.
        seq = None if answer.status == "deferred" else answer.seq
        changed = connection.exec_driver_sql(
            "UPDATE journal SET status = ?, seq = ?, code = ?, args = ? WHERE op_id = ? AND status IN "
            "('waiting', 'deferred', 'parked')",
            (answer.status, seq, answer.code, answer.args, answer.op_id),
        )
        if not changed.rowcount:
            continue  # The first answer stands; a clerk who dealt with it is not asked again.
        mark_anew(connection, [answer.op_id])
        if answer.status in ("contested", "rejected", "quarantined"):
            put_in_inbox(connection, answer.op_id, answer.code or f"op.{answer.status}", answer.args, now_ms)
        if answer.status == "deferred":
            continue
        # Every station shows one picture (P3). The centre's rows go on without what was not taken; and a row that
        # came before this answer and covers the act may be without it too: the act left the store with the row.
        refused = answer.status in ("rejected", "quarantined")
        for entity, row_id in connection.exec_driver_sql(
            "SELECT t.entity, t.id FROM touched t LEFT JOIN base_row b ON b.entity = t.entity AND b.id = t.id "
            "WHERE t.op_id = ? AND (? OR b.seq >= ?)",
            (answer.op_id, refused, seq),
        ).all():
            state.lay_over(connection, entity, row_id)


def put_in_inbox(connection: Connection, op_id: str, code: str, args: str, now_ms: int) -> None:
    """An entry that a clerk must see; one for each operation, the newest reason wins."""
    kind = connection.exec_driver_sql("SELECT kind FROM journal WHERE op_id = ?", (op_id,)).scalar() or ""
    connection.exec_driver_sql(
        "INSERT INTO inbox (op_id, kind, code, facts, at_ms, state) VALUES (?, ?, ?, ?, ?, 'open') "
        "ON CONFLICT (op_id) DO UPDATE SET code = excluded.code, at_ms = excluded.at_ms, state = 'open', "
        # A row that came before this answer has said more about it already.
        "facts = CASE WHEN excluded.facts = '{}' THEN inbox.facts ELSE excluded.facts END",
        (op_id, kind, code, args or json.dumps({}), now_ms),
    )


def park(connection: Connection, op_id: str, code: str, now_ms: int) -> None:
    """Set an operation aside that could not be sent alone 8 times; it stays visible and can be tried again."""
    connection.exec_driver_sql("UPDATE journal SET status = 'parked', code = ? WHERE op_id = ?", (code, op_id))
    mark_anew(connection, [op_id])
    put_in_inbox(connection, op_id, "op.parked", "", now_ms)


def try_again(connection: Connection, op_id: str) -> None:
    """Put a parked operation back into the queue."""
    connection.exec_driver_sql(
        "UPDATE journal SET status = 'waiting', tries = 0 WHERE op_id = ? AND status = 'parked'", (op_id,)
    )
    mark_anew(connection, [op_id])


def count_try(connection: Connection, op_ids: Sequence[str]) -> None:
    """Count one more try to send each of these alone."""
    connection.exec_driver_sql("UPDATE journal SET tries = tries + 1 WHERE op_id = ?", [(op_id,) for op_id in op_ids])
    mark_anew(connection, op_ids)


def send_all_again(connection: Connection) -> None:
    """Everything this station ever did waits again: the centre has lost its history (3.9). Parked ones stay parked.

    What the lost history had refused is shown again until the new one refuses it too.
    """
    undone = connection.exec_driver_sql(
        "SELECT DISTINCT t.entity, t.id FROM touched t JOIN journal j ON j.op_id = t.op_id "
        "WHERE j.status IN ('rejected', 'quarantined')"
    ).all()
    ids = [row[0] for row in connection.exec_driver_sql("SELECT op_id FROM journal WHERE status <> 'parked'")]
    connection.exec_driver_sql("UPDATE journal SET status = 'waiting', seq = NULL WHERE status <> 'parked'")
    mark_anew(connection, ids)
    for entity, row_id in undone:
        state.lay_over(connection, entity, row_id)
