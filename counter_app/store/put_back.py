"""Writing what was salvaged into a sound store: lines keep their bytes, rows stand in until the next pull."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Connection

from counter_app.domain import evidence
from counter_app.domain.operations import touches
from counter_app.store import journal, state, superseded
from counter_app.store.db import note_end
from counter_app.store.high_water import Mark
from counter_app.store.journal import Identity
from counter_app.store.salvage import Line, Salvage


def put_back(connection: Connection, line: Line) -> bool:
    """Write a salvaged line behind the journal's end, as it was signed; False when the journal has it already.

    An operation that waited for the centre waits again: its op_id decides that it arrives once.
    """
    known = connection.exec_driver_sql(
        "SELECT 1 FROM journal WHERE op_id = ? OR (incarnation = ? AND n = ?)", (line.op_id, line.incarnation, line.n)
    ).first()
    if known is not None:
        return False
    said = line.said
    position = connection.exec_driver_sql(
        "INSERT INTO journal (op_id, incarnation, n, kind, entity, at_ms, core, op_hash, sig, status, seq, code, args, "
        "level) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING position",
        (
            line.op_id,
            line.incarnation,
            line.n,
            said["kind"],
            said["entity"],
            line.at_ms,
            line.core,
            line.op_hash,
            line.sig,
            line.status,
            line.seq,
            line.code,
            line.args,
            line.level,
        ),
    ).scalar_one()
    for key, (salt, value) in line.opened.items():
        connection.exec_driver_sql(
            "INSERT INTO disclosure (op_id, field, salt, value) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (line.op_id, key, salt, value),
        )
    journal.mark_anew(connection, [line.op_id])
    op = state.own_operation(connection, line.op_id, line.core, line.level)
    state.lay_back(connection, line.op_id, touches(op))
    note_end(connection, Mark(position, line.n, line.at_ms, line.op_hash))
    return True


def put_rows(connection: Connection, found: Salvage, entity: str, ids: Sequence[str]) -> None:
    """Rows of the centre as this station last had them; what is newer here stays, the next pull has the last word.

    A row that this station has touched comes from what the centre sent of it, never with own acts laid over it.
    """
    own = {row[0] for row in connection.exec_driver_sql("SELECT DISTINCT id FROM touched WHERE entity = ?", (entity,))}
    rows = []
    for row_id in ids:
        one = found.bases.get((entity, row_id)) or (None if row_id in own else found.rows.get((entity, row_id)))
        if one is not None and one[0] > _seq(connection, entity, row_id):
            rows.append((row_id, one[0], json.loads(one[1])))
    state.accept_pulled(connection, entity, rows)


def _seq(connection: Connection, entity: str, row_id: str) -> int:
    sql = f"SELECT seq FROM {entity} WHERE id = ?"  # noqa: S608 - own constants
    return int(connection.exec_driver_sql(sql, (row_id,)).scalar() or 0)


def put_superseded(connection: Connection, found: Salvage) -> None:
    """What acts that were numbered anew looked like before: a paper may name their hash."""
    for which, kept in found.superseded.items():
        connection.exec_driver_sql(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING", (superseded.PREFIX + which, kept)
        )


def put_people(connection: Connection, found: Salvage) -> None:
    """Who can sign in here without the internet, with the tries that were counted; a newer sign-in stays."""
    marks = ", ".join("?" * 11)
    if found.verifiers:
        connection.exec_driver_sql(
            'INSERT INTO verifier (clerk_id, email, name, level, password_hash, "grant", grant_sig, not_after_ms, '  # noqa: S608 - only marks
            f"tries, pin_hash, pin_tries) VALUES ({marks}) ON CONFLICT DO NOTHING",
            found.verifiers,
        )


def put_paper(connection: Connection, found: Salvage) -> None:
    """Labels that were owed, and which photos are kept. Paper may have come out since: a clerk is asked about each."""
    open_jobs = [(*job[:5], "doubtful", "printer.interrupted", *job[7:]) for job in found.jobs if job[5] != "done"]
    if open_jobs:
        connection.exec_driver_sql(
            "INSERT INTO print_job (id, kind, payload, printer, copies, state, code, tries, item_id, created_ms) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            open_jobs,
        )
    if found.photos:
        connection.exec_driver_sql(
            "INSERT INTO photo (sha256, kind, size, state, created_ms) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            found.photos,
        )


def carry_over(connection: Connection, identity: Identity, op_ids: Sequence[str]) -> list[str]:
    """Number anew, at the end of the present chain, what the centre cannot take because acts before it are gone.

    Only operations of an earlier incarnation whose predecessor this journal does not have either: such a hole is
    never filled. Each keeps its op_id, its time, its body and its disclosures; the superseded bytes stay in `meta`.
    Returns the op_ids that were carried over.
    """
    carried = []
    for op_id in op_ids:
        row = connection.exec_driver_sql(
            "SELECT incarnation, n, core, sig, position FROM journal WHERE op_id = ? AND status = 'deferred'", (op_id,)
        ).first()
        if row is None or row[0] == identity.incarnation or not _behind_a_hole(connection, row[0], row[1]):
            continue
        n, prev = journal.head(connection, identity)
        said = evidence.parse(row[2]) | {"n": n + 1, "prev": prev.hex(), "incarnation": identity.incarnation}
        core = evidence.canonical(said)
        digest = evidence.op_hash(core)
        superseded.keep(connection, op_id, row[0], row[2], row[3])
        # Behind everything else, so that the order of the lines is the order of the numbers.
        position = connection.exec_driver_sql(
            "UPDATE journal SET position = (SELECT max(position) + 1 FROM journal), incarnation = ?, n = ?, core = ?, "
            "op_hash = ?, sig = ?, status = 'waiting', code = '' WHERE op_id = ? RETURNING position",
            (identity.incarnation, n + 1, core, digest, identity.sign(evidence.signing_bytes(digest)), op_id),
        ).scalar_one()
        journal.mark_anew(connection, [op_id])
        note_end(connection, Mark(position, n + 1, said["at_ms"], digest))
        carried.append(op_id)
    return carried


def _behind_a_hole(connection: Connection, incarnation: str, n: int) -> bool:
    """Whether an act before `n` is neither here nor, as far as its answers here tell, at the centre."""
    lines = connection.exec_driver_sql(
        "SELECT n, status FROM journal WHERE incarnation = ? AND n < ? ORDER BY n DESC", (incarnation, n)
    )
    expected = n - 1
    for found, status in lines:
        if found != expected:
            return True
        if status in journal.FINAL:
            return False
        expected = found - 1
    return expected > 0
