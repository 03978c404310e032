"""Other bytes of an act of this journal: it stood, or at the centre it stands, in another place of its station's chain.

An act is numbered anew after a fork and keeps its op_id, its time, its body and its disclosures. A paper names the hash
that it had before; a receipt may name the one that it got in a life of this store which a restore took away. Kept in
`meta` as `superseded:<op_id>:<which>` (in the oldest stores without the last part), core and signature in hex.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from counter_app.domain import evidence

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from counter_app.store.journal import Answer

PREFIX = "superseded:"


def keep(connection: Connection, op_id: str, which: str, core: bytes, sig: bytes) -> None:
    """Keep the bytes beside the line; `which` names them among those of this act, and the first under a name stay."""
    connection.exec_driver_sql(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING",
        (f"{PREFIX}{op_id}:{which}", f"{core.hex()}:{sig.hex()}"),
    )


def keep_held(connection: Connection, public_key: bytes, answers: Sequence[Answer]) -> None:
    """Keep what the centre says that it has of acts of this journal, where it is the same act in this station's hand.

    Anything else is not kept, and the receipt about it fits to nothing here.
    """
    key = Ed25519PublicKey.from_public_bytes(public_key)
    for answer in answers:
        if answer.held is None:
            continue
        core, sig = answer.held
        line = connection.exec_driver_sql("SELECT core FROM journal WHERE op_id = ?", (answer.op_id,)).scalar_one()
        digest = evidence.op_hash(core)
        try:
            key.verify(sig, evidence.signing_bytes(digest))
            own = evidence.same_act(line, core)
        except (InvalidSignature, evidence.EvidenceError):
            continue
        if own:
            keep(connection, answer.op_id, digest.hex(), core, sig)


def names(connection: Connection, op_id: str, digest: bytes) -> bool:
    """Whether the line of `op_id` is the act whose bytes have this hash: it stands there with them, or stood."""
    line = connection.exec_driver_sql("SELECT core, op_hash FROM journal WHERE op_id = ?", (op_id,)).first()
    if line is None:
        return False
    if line[1] == digest:
        return True
    kept = connection.exec_driver_sql(
        "SELECT value FROM meta WHERE key = ? OR key LIKE ?", (PREFIX + op_id, f"{PREFIX}{op_id}:%")
    )
    return any(_is(str(value), digest, line[0]) for (value,) in kept)


def _is(value: str, digest: bytes, line: bytes) -> bool:
    try:
        core = bytes.fromhex(value.partition(":")[0])
        return evidence.op_hash(core) == digest and evidence.same_act(line, core)
    except (ValueError, TypeError):  # meta is not covered by a mark
        return False


def places(kept: Iterable[str]) -> list[tuple[str, int]]:
    """Which places (incarnation, n) such bytes stand for, as `meta` keeps them; what cannot be read names none."""
    found = []
    for value in kept:
        try:
            said = evidence.parse(bytes.fromhex(value.partition(":")[0]))
            found.append((str(said["incarnation"]), int(said["n"])))
        except (ValueError, KeyError, TypeError):
            continue
    return found
