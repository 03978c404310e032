"""What the centre signed, held against the journal: the part of `./counter verify` that sees a journal made anew.

Whoever holds the device key can write a whole journal again, with good hashes and signatures. What the centre has
signed he cannot: a receipt names the bytes, their place and their answer, and stays signed when its line is gone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from counter_app.store import receipts, superseded

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from counter_app.domain.receipts import Receipt


@dataclass(slots=True)
class Anchored:
    """What was found: sentences about what is wrong, and what is only missing because the station noted a loss."""

    wrong: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    receipts: int = 0
    checkpoint: int = 0
    """Leaves of the newest good checkpoint; 0 when there is none."""
    newer: int = 0
    """Operations without a receipt of the centre's present history."""

    def line(self) -> str:
        """The line above the verdict; "" when the centre has signed nothing yet."""
        if not self.receipts:
            return ""
        tree = f" and by a checkpoint of {self.checkpoint} operations" if self.checkpoint else ""
        return f"anchored by {self.receipts} receipts of the centre{tree}; {self.newer} operations are not anchored yet"


def check(connection: Connection, centre_key: str, losses_noted: bool) -> Anchored:
    """Hold receipts and checkpoints against the journal. `centre_key` (hex) from outside weighs more than the store's
    own; "" takes the store's. Every signed thing that is missing or different is in `wrong`."""
    found = Anchored()
    store, known_key, epoch = receipts.known(connection)
    key = centre_key or known_key
    if centre_key and known_key and centre_key != known_key:
        found.wrong.append("the store names another key of the centre than the one that was given")
    kept = receipts.every(connection, store)
    if kept and not key:
        found.wrong.append("there are receipts, and the centre's key is not in the store any more")
        return found
    places: dict[tuple[str, int], str] = {}
    for receipt, sig in kept:
        found.receipts += receipt.epoch == epoch
        if not receipts.by_centre(key, sig, receipt.signed_bytes()):
            found.wrong.append(f"the receipt of operation {receipt.op_id} is not signed by the centre")
            continue
        other = places.setdefault((receipt.epoch, receipt.position), receipt.op_id)
        if other != receipt.op_id:
            found.wrong.append(f"the centre gave one place in its journal to {other} and to {receipt.op_id}")
        _held(connection, receipt, epoch, losses_noted, found)
    _checkpoints(connection, store, key, epoch, found)
    sql = (
        "SELECT count(*) FROM journal j LEFT JOIN receipt r ON r.op_id = j.op_id AND r.epoch = ? WHERE r.op_id IS NULL"
    )
    found.newer = int(connection.exec_driver_sql(sql, (epoch,)).scalar_one())
    return found


def _held(connection: Connection, receipt: Receipt, epoch: str, losses_noted: bool, found: Anchored) -> None:
    line = receipts.answer_of(connection, receipt.op_id)
    if line is None:
        told = f"operation {receipt.op_id}, for which the centre gave a receipt, is not in the journal"
        (found.lost if losses_noted else found.wrong).append(told)
        return
    seq, status = line
    if not superseded.names(connection, receipt.op_id, bytes.fromhex(receipt.hash)):
        found.wrong.append(f"operation {receipt.op_id} is not the one for which the centre gave a receipt")
    elif receipt.epoch == epoch and (seq, status) != (receipt.seq, receipt.status):
        # Of an earlier history the answer was forgotten on purpose: everything was sent again.
        found.wrong.append(f"the answer beside operation {receipt.op_id} is not what the centre signed")


def _checkpoints(connection: Connection, store: str, key: str, epoch: str, found: Anchored) -> None:
    for one in receipts.checkpoints(connection, store):
        at = one.checkpoint
        if not receipts.by_centre(key, one.sig, at.signed_bytes()):
            found.wrong.append(f"the checkpoint of {at.size} operations is not signed by the centre")
        elif one.state == "refused":
            found.wrong.append(f"the centre changed its history: its checkpoint of {at.size} operations contradicts")
        elif at.epoch == epoch:
            found.checkpoint = max(found.checkpoint, at.size)
