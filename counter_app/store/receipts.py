"""What the centre signed, kept beside the journal: a receipt for each answered operation, and the newest checkpoint.

A checkpoint that did not fit to the one before is kept too: it bears the centre's signature, and so it is the proof.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection

from counter_app.domain.receipts import Checkpoint, Receipt

REFUSED_KEPT = 20
_COLUMNS = "epoch, op_id, hash, seq, position, received_ms, status"


@dataclass(frozen=True, slots=True)
class Kept:
    """A checkpoint of this store, its signature by the centre, and whether it was cosigned or found wrong."""

    checkpoint: Checkpoint
    sig: bytes
    state: str


def by_centre(centre_key: str, sig: bytes, data: bytes) -> bool:
    """Whether the centre's key (hex) signed `data`."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(centre_key)).verify(sig, data)
    except (InvalidSignature, TypeError, ValueError):
        return False
    return True


def known(connection: Connection) -> tuple[str, str, str]:
    """The store's id, the centre's key (hex) and its epoch; "" for what this store was never told."""
    rows = connection.exec_driver_sql("SELECT key, value FROM meta WHERE key IN ('store', 'centre_key', 'epoch')")
    said = {row[0]: str(row[1]) for row in rows}
    return said.get("store", ""), said.get("centre_key", ""), said.get("epoch", "")


def keep(connection: Connection, receipt: Receipt, sig: bytes) -> None:
    """Keep the receipt of an operation; one of a later history takes the place of an earlier one."""
    connection.exec_driver_sql(
        f"INSERT INTO receipt ({_COLUMNS}, sig, shown) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0) "  # noqa: S608 - own constant
        "ON CONFLICT (op_id) DO UPDATE SET epoch = excluded.epoch, hash = excluded.hash, seq = excluded.seq, "
        "position = excluded.position, received_ms = excluded.received_ms, status = excluded.status, "
        "sig = excluded.sig, shown = 0 WHERE excluded.epoch <> receipt.epoch",
        (
            receipt.epoch,
            receipt.op_id,
            receipt.hash,
            receipt.seq,
            receipt.position,
            receipt.received_ms,
            receipt.status,
            sig,
        ),
    )


def every(connection: Connection, store: str) -> list[tuple[Receipt, bytes]]:
    """All receipts with their signatures, in the order of the centre's tree."""
    rows = connection.exec_driver_sql(f"SELECT {_COLUMNS}, sig FROM receipt ORDER BY epoch, position")  # noqa: S608
    return [(Receipt(row[0], store, *row[1:7]), row[7]) for row in rows]


def to_be_shown(connection: Connection, store: str, epoch: str) -> Receipt | None:
    """The newest receipt whose leaf the centre has not shown in its tree yet."""
    row = connection.exec_driver_sql(
        f"SELECT {_COLUMNS} FROM receipt WHERE shown = 0 AND epoch = ? ORDER BY position DESC LIMIT 1",  # noqa: S608
        (epoch,),
    ).first()
    return Receipt(row[0], store, *row[1:7]) if row is not None else None


def note_shown(connection: Connection, op_id: str) -> None:
    connection.exec_driver_sql("UPDATE receipt SET shown = 1 WHERE op_id = ?", (op_id,))


def newest(connection: Connection, store: str, epoch: str) -> Kept | None:
    """The last checkpoint of this history that was checked and found right."""
    found = [one for one in checkpoints(connection, store) if one.state != "refused" and one.checkpoint.epoch == epoch]
    return found[-1] if found else None


def checkpoints(connection: Connection, store: str) -> list[Kept]:
    """Every checkpoint that is kept, the smallest first."""
    rows = connection.exec_driver_sql(
        "SELECT epoch, size, root, at_ms, sig, state FROM checkpoint ORDER BY size, at_ms"
    )
    return [Kept(Checkpoint(row[0], store, *row[1:4]), row[4], row[5]) for row in rows]


def move_on(connection: Connection, one: Checkpoint, sig: bytes) -> None:
    """Take a checkpoint that was proven to follow from the one before, in its place."""
    connection.exec_driver_sql(
        "DELETE FROM checkpoint WHERE epoch = ? AND state = 'kept' AND size <= ?", (one.epoch, one.size)
    )
    _put(connection, one, sig, "kept")


def refuse(connection: Connection, one: Checkpoint, sig: bytes) -> None:
    """Keep a signed checkpoint that does not follow from the one before; the first ones, which say it all."""
    count = connection.exec_driver_sql("SELECT count(*) FROM checkpoint WHERE state = 'refused'").scalar_one()
    if count < REFUSED_KEPT:
        _put(connection, one, sig, "refused")


def note_cosigned(connection: Connection, one: Checkpoint) -> None:
    """This station has signed it too; the one that was cosigned before is not needed any more."""
    connection.exec_driver_sql("DELETE FROM checkpoint WHERE state = 'cosigned' AND epoch = ?", (one.epoch,))
    connection.exec_driver_sql(
        "UPDATE checkpoint SET state = 'cosigned' WHERE epoch = ? AND size = ? AND root = ?",
        (one.epoch, one.size, one.root),
    )


def _put(connection: Connection, one: Checkpoint, sig: bytes, state: str) -> None:
    connection.exec_driver_sql(
        "INSERT INTO checkpoint (epoch, size, root, at_ms, sig, state) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING",
        (one.epoch, one.size, one.root, one.at_ms, sig, state),
    )


def tell(connection: Connection, epoch: str, code: str, facts: dict[str, str | int], now_ms: int) -> bool:
    """An entry of the Inbox that is about the centre itself; True the first time in this history."""
    told = connection.exec_driver_sql(
        "INSERT INTO inbox (op_id, kind, code, facts, at_ms, state) VALUES (?, 'centre.proof', ?, ?, ?, 'open') "
        "ON CONFLICT (op_id) DO NOTHING",
        (f"{code}:{epoch}", code, json.dumps(facts), now_ms),
    )
    return bool(told.rowcount)


def answer_of(connection: Connection, op_id: str) -> tuple[int | None, str] | None:
    """(seq, status) beside the journal's line; None when it is not there."""
    row = connection.exec_driver_sql("SELECT seq, status FROM journal WHERE op_id = ?", (op_id,)).first()
    return (row[0], row[1]) if row is not None else None
