"""`./counter verify HOME`: does the custody journal prove itself, and is the state what the journal says?

Opens read-only, needs no network and no window, and may run beside the program. It finds a changed, missing, added or
reordered line, a wrong signature, a disclosure that does not fit, and a row that the journal did not make. It cannot
find a lie at entry, nor an edit by somebody who holds the device key before anything was sent (security 5.4): what the
centre has answered it has signed, and that is held against the journal too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from counter_app import anchors
from counter_app.domain import evidence, fold
from counter_app.domain.operations import MalformedOperationError, Nature, kind_of, touches
from counter_app.domain.rows import ENTITIES, Row, from_plain, to_plain
from counter_app.errors import StoreError
from counter_app.store import high_water, journal, schema, soundness, state, superseded
from counter_app.store.db import Database

if TYPE_CHECKING:
    from sqlalchemy import Connection

GOOD, USAGE, UNREADABLE, TAMPERED, INCOMPLETE, WARNINGS = 0, 1, 2, 3, 4, 5
_WORST_FIRST = (TAMPERED, INCOMPLETE, UNREADABLE, WARNINGS)
FINDINGS_SHOWN = 20
RECEIPTS_SINCE = "0005"
"""The first schema of a store that keeps what the centre signs."""
UNSENT_MS = 72 * 3600 * 1000
_STATUSES = (*journal.FINAL, *journal.WAITING, "parked")


@dataclass(slots=True)
class Verdict:
    """What was found: exit code -> sentences, and the figures of the last line."""

    operations: int = 0
    rows: int = 0
    unsent: int = 0
    found: list[tuple[int, str]] = field(default_factory=list)
    undisclosed: set[str] = field(default_factory=set)
    """Operations of which something is not disclosed any more: the centre may have folded what is not here."""
    anchored: str = ""
    """How far the centre's signatures reach."""

    def add(self, code: int, what: str) -> None:
        self.found.append((code, what))

    @property
    def exit_code(self) -> int:
        codes = {code for code, _ in self.found}
        return next((code for code in _WORST_FIRST if code in codes), GOOD)

    def lines(self) -> list[str]:
        """What is printed: at most 20 findings, then the sentence to be read."""
        shown = [what for _, what in self.found[:FINDINGS_SHOWN]]
        if len(self.found) > FINDINGS_SHOWN:
            shown.append(f"... and {len(self.found) - FINDINGS_SHOWN} more")
        words = {
            GOOD: "VERIFIED",
            TAMPERED: "TAMPERED",
            INCOMPLETE: "INCOMPLETE",
            UNREADABLE: "UNREADABLE",
            WARNINGS: "WARNINGS ONLY",
        }
        shown.append(
            f"{self.operations} operations, {self.rows} rows folded again, {self.unsent} not yet answered by the centre"
        )
        if self.anchored:
            shown.append(self.anchored)
        shown.append(f"{words[self.exit_code]} (exit {self.exit_code})")
        return shown


def verify(
    db: Database, public_key: bytes, now_ms: int, mark_file: Path | None = None, centre_key: str = ""
) -> Verdict:
    """Check everything in one unchanging picture of the store. StoreError when it cannot be read.

    With `mark_file` the journal's end is held against the high-water file: what it should have and has not is missing.
    `centre_key` (hex) from outside of the store is what receipts and checkpoints must be signed by.
    """
    verdict = Verdict()
    # Before the picture is taken: a mark is never ahead of a journal that is read later.
    seen = high_water.look(mark_file) if mark_file is not None else None
    with db.read() as connection:
        found = schema.current(connection)
        if found not in schema.KNOWN:
            raise StoreError("store.too_new", found=found, known=schema.HEAD)
        meta: dict[str, str] = {row[0]: row[1] for row in connection.exec_driver_sql("SELECT key, value FROM meta")}
        broken = _journal(connection, meta, public_key, now_ms, verdict)
        if found >= RECEIPTS_SINCE:
            _anchors(connection, centre_key, verdict)
        if seen is not None:
            _end(connection, seen, verdict)
        _rows(connection, broken, verdict)
    return verdict


def _anchors(connection: Connection, centre_key: str, verdict: Verdict) -> None:
    anchored = anchors.check(connection, centre_key, bool(_told_missing(connection)))
    verdict.anchored = anchored.line()
    for what in anchored.wrong:
        verdict.add(TAMPERED, what)
    for what in anchored.lost:
        verdict.add(INCOMPLETE, what)


def _end(connection: Connection, seen: high_water.Seen, verdict: Verdict) -> None:
    if seen.mark is None:
        if verdict.operations:
            verdict.add(WARNINGS, f"the high-water file is {seen.state}: a lost end of the journal would not be seen")
        return
    tail = soundness.tail_of(connection, seen.mark)
    if tail is not None:
        verdict.add(
            INCOMPLETE,
            f"the journal ends at operation {tail.kept.position if tail.kept else 0} and had come to operation "
            f"{seen.mark.position}: {tail.count} are missing at its end",
        )


def _told_missing(connection: Connection) -> dict[str, list[tuple[int, int]]]:
    """The holes that the station itself noted in its journal: incarnation -> first and last number."""
    sql = "SELECT core FROM journal WHERE kind IN ('station.tail_lost', 'station.rebuilt') ORDER BY position"
    cores = [row[0] for row in connection.exec_driver_sql(sql)]
    return journal.told_missing(core for core in cores if isinstance(core, bytes))


def _journal(
    connection: Connection, meta: dict[str, str], public_key: bytes, now_ms: int, verdict: Verdict
) -> set[str]:
    key = Ed25519PublicKey.from_public_bytes(public_key)
    expected: dict[str, tuple[int, str]] = {}
    broken: set[str] = set()
    told = _told_missing(connection)
    for name, holes in told.items():
        for low, high in holes:
            verdict.add(INCOMPLETE, f"operations {low} to {high} of chain {name or '?'} are missing, and noted as lost")
    left = set(superseded.places(value for key, value in meta.items() if key.startswith(superseded.PREFIX)))
    sql = f"SELECT {journal.MARKED}, mark FROM journal ORDER BY position"  # noqa: S608 - own constant
    for row in connection.exec_driver_sql(sql):
        *columns, mark = row
        position, op_id, incarnation, n, kind, entity, at_ms, core, digest, sig, status, _, _, _, _, _ = columns
        verdict.operations += 1

        def wrong(what: str, position: Any = position, op_id: Any = op_id) -> None:
            verdict.add(TAMPERED, f"operation {position}: {what}")
            broken.add(str(op_id))

        if journal.mark_of(columns) != mark:
            wrong("the line was changed after it was written")
        if not isinstance(core, bytes) or evidence.op_hash(core) != digest:
            wrong("the bytes do not fit their hash")
            expected.pop(str(incarnation), None)
            continue
        if not _signed(key, sig, digest):
            wrong("the signature is wrong")
        try:
            said = evidence.parse(core)
        except evidence.EvidenceError as error:
            wrong(f"the bytes are not an operation ({error.code})")
            continue
        first = evidence.genesis(said["org"], said["store"], said["device"], said["incarnation"], public_key).hex()
        last_n, prev = expected.get(str(incarnation), (0, first))
        gap = range(last_n + 1, said["n"])
        name = str(incarnation)
        explained = gap and all(
            (name, one) in left or any(low <= one <= high for low, high in told.get(name, ())) for one in gap
        )
        if not explained and (said["n"] != last_n + 1 or said["prev"] != prev):
            wrong("the chain is broken here: something before it is missing, added or out of order")
        expected[str(incarnation)] = (said["n"], digest.hex())
        beside = (op_id, incarnation, n, kind, entity, at_ms)
        if beside != tuple(said[name] for name in ("op_id", "incarnation", "n", "kind", "entity", "at_ms")):
            wrong("the columns beside the bytes say something else")
        if (said["org"], said["store"], said["device"]) != (meta.get("org"), meta.get("store"), meta.get("device_id")):
            wrong("it was written by another station")
        if status not in _STATUSES or (status == "rejected" and kind_of(said["kind"]).nature is Nature.FACT):
            wrong("the answer beside it is none that the centre can give")
        if status in journal.WAITING:
            verdict.unsent += 1
            if now_ms - at_ms > UNSENT_MS:
                verdict.add(WARNINGS, f"operation {position} has waited for the centre for more than 72 hours")
        _disclosed(connection, op_id, said, wrong, verdict)
    return broken


def _disclosed(
    connection: Connection, op_id: str, said: dict[str, Any], wrong: Callable[[str], None], verdict: Verdict
) -> None:
    rows = connection.exec_driver_sql("SELECT field, salt, value FROM disclosure WHERE op_id = ?", (op_id,))
    opened = {field: (salt, value) for field, salt, value in rows}
    try:
        shown = evidence.reveal(said["body"], opened)
    except evidence.EvidenceError:
        wrong("a disclosed value does not fit what was signed")
        return
    hidden = {key for key, value in said["body"].items() if isinstance(value, dict)}
    if set(opened) - hidden:
        wrong("something is disclosed that was never signed")
    for key in sorted(hidden - set(shown)):
        verdict.undisclosed.add(op_id)
        verdict.add(INCOMPLETE, f"operation {said['n']}: {key} is not disclosed any more")


def _signed(key: Ed25519PublicKey, sig: Any, digest: bytes) -> bool:
    try:
        key.verify(sig, evidence.signing_bytes(digest))
    except (InvalidSignature, TypeError, ValueError):
        return False
    return True


def _rows(connection: Connection, broken: set[str], verdict: Verdict) -> None:
    _touched(connection, broken, verdict)
    pairs = connection.exec_driver_sql("SELECT DISTINCT entity, id FROM touched ORDER BY entity, id").all()
    for entity, row_id in pairs:
        if entity not in ENTITIES:
            verdict.add(TAMPERED, "a row of an unknown kind is said to be touched")
            continue
        verdict.rows += 1
        try:
            again, _ = state.folded_again(connection, entity, row_id)
            now = state.get(connection, entity, row_id)
            whole = _from_nothing(connection, entity, row_id, verdict.undisclosed)
        except (ValueError, MalformedOperationError, fold.Rejected, KeyError):
            verdict.add(TAMPERED, f"{entity} {row_id}: cannot be folded again from the journal")
            continue
        if again != now:
            _differs(connection, entity, row_id, (again, now), verdict)
        elif whole is not None and _facts(whole) != _facts(now):
            verdict.add(TAMPERED, f"{entity} {row_id}: the centre's row is not what the journal makes of it")


def _differs(
    connection: Connection, entity: str, row_id: str, sides: tuple[Row | None, Row | None], verdict: Verdict
) -> None:
    """Words that are not disclosed any more may be in the row still; anything else that differs was changed."""
    again, now = sides
    own = connection.exec_driver_sql("SELECT op_id FROM touched WHERE entity = ? AND id = ?", (entity, row_id))
    if again is not None and now is not None and not verdict.undisclosed.isdisjoint(own.scalars()):
        folded, kept = to_plain(again), to_plain(now)
        apart = [name for name in kept if folded.get(name) != kept[name]]
        if all(isinstance(kept[name], str) and not folded.get(name) for name in apart):
            verdict.add(INCOMPLETE, f"{entity} {row_id}: {', '.join(apart)} cannot be compared with the journal")
            return
    verdict.add(TAMPERED, f"{entity} {row_id}: the row is not what the journal makes of it")


def _touched(connection: Connection, broken: set[str], verdict: Verdict) -> None:
    noted: dict[str, set[tuple[str, str]]] = {}
    for op_id, entity, row_id in connection.exec_driver_sql("SELECT op_id, entity, id FROM touched"):
        noted.setdefault(op_id, set()).add((entity, row_id))
    for op_id, core, level in _whole(connection):
        if op_id in broken:
            continue
        try:
            op = state.own_operation(connection, op_id, core, level)
        except (ValueError, KeyError, MalformedOperationError):
            verdict.add(TAMPERED, f"operation {op_id}: cannot be read")
            continue
        if noted.pop(op_id, set()) != set(touches(op)):
            verdict.add(TAMPERED, f"operation {op_id}: the rows that it touched are noted wrongly")
    if set(noted) - broken:
        verdict.add(TAMPERED, "rows are noted as touched by operations that are not in the journal")


def _from_nothing(connection: Connection, entity: str, row_id: str, undisclosed: set[str]) -> Row | None:
    """The centre's row folded from nothing, when every operation in its history is this station's own."""
    base = connection.exec_driver_sql(
        "SELECT data FROM base_row WHERE entity = ? AND id = ?", (entity, row_id)
    ).scalar()
    if base is None:
        return None
    row = from_plain(entity, json.loads(base))
    own = {
        op_id: (core, level)
        for op_id, core, level in connection.exec_driver_sql(
            "SELECT j.op_id, j.core, j.level FROM touched t JOIN journal j ON j.op_id = t.op_id "
            "WHERE t.entity = ? AND t.id = ?",
            (entity, row_id),
        )
    }
    if not row.history or any(entry[0] not in own or entry[0] in undisclosed for entry in row.history):
        return None
    folded: Row | None = None
    for op_id, *_ in row.history:
        folded = fold.apply(entity, folded, state.own_operation(connection, op_id, *own[op_id]), row_id)
    waiting, _ = state.folded_again(connection, entity, row_id)
    return folded if waiting is not None and waiting.history == row.history else None


def _facts(row: Row | None) -> Any:
    # Remarks tell of rights as each side knew them (a level lowered at the centre), so they may differ.
    return None if row is None else {**to_plain(row), "remarks": []}


def _whole(connection: Connection) -> Iterable[tuple[str, bytes, int]]:
    rows = connection.exec_driver_sql("SELECT op_id, core, level FROM journal ORDER BY position")
    return [(op_id, core, level) for op_id, core, level in rows]
