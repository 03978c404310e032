"""The proof that nothing of a journal was changed or lost: a tree per store, receipts, checkpoints, cosignatures.

All of it is made from the journal when it is asked for, and signed with the centre's key; only the tree (proof_tree)
and the stations' cosignatures are kept. An epoch is one history: a restored centre begins a new one and says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select, update

from central_service import proof_messages as m
from central_service import proof_tree
from central_service.arrival import Signer
from central_service.centre import Centre
from central_service.keys import signed_by
from central_service.messages import Nothing, Result
from central_service.proof_tables import cosignature
from central_service.proof_tree import Leaf
from central_service.refusal import Refusal
from central_service.tables import device, journal
from counter_app.domain import merkle
from counter_app.domain.receipts import Checkpoint, Receipt

# ---------------------------------------------------------------- receipts


def receipts(centre: Centre, store: str, results: Sequence[Result], new: Sequence[Leaf]) -> tuple[m.SignedReceipt, ...]:
    """A receipt for each of these answers that the journal has, in the order given; `new` is what was just added.

    A repeated operation gets its first receipt again, byte for byte: it says only what the journal says. What is only
    in quarantine (not proven, or under another's op_id) gets none.
    """
    leaves = {(one.op_id, one.seq): one for one in new}
    asked = dict.fromkeys((one.op_id, one.seq) for one in results if one.seq)
    old = [op_id for op_id, seq in asked if (op_id, seq) not in leaves]
    if old:
        leaves |= {(one.op_id, one.seq): one for one in _known(centre, store, old)}
    return tuple(_signed(centre, store, leaves[key]) for key in asked if key in leaves)


def _known(centre: Centre, store: str, op_ids: Sequence[str]) -> list[Leaf]:
    with centre.db.read(store) as connection:
        found = connection.execute(
            select(journal.c.op_id, *proof_tree.LEAF).where(journal.c.store_id == store, journal.c.op_id.in_(op_ids))
        ).all()
        places = proof_tree.positions(connection, store, sorted(row.seq for row in found))
    # A journal that is older than its tree has no places yet: the tree is made with the next operation.
    return [Leaf(*row, places[row.seq]) for row in found if row.seq in places]


def _signed(centre: Centre, store: str, leaf: Leaf) -> m.SignedReceipt:
    op_id, digest, seq, received_ms, status, position = leaf
    receipt = Receipt(centre.epoch, store, op_id, digest, seq, position, received_ms, status)
    sig = centre.keys.sign(receipt.signed_bytes()).hex()
    return m.SignedReceipt(op_id, digest, seq, position, received_ms, status, sig)  # type: ignore[arg-type]


# ---------------------------------------------------------------- checkpoints


def with_pull(centre: Centre, station: Signer, asked: Sequence[m.TreeAsked]) -> tuple[m.ProvenCheckpoint, ...]:
    """The newest checkpoint for a pull that asks for it; () when the station has it already."""
    if not asked:
        return ()
    with centre.db.read(station.store) as connection:
        now = proof_tree.peaks(connection, station.store)
    return () if is_known(now, asked[0]) else (checkpoint(centre, station.store, asked[0]),)


def is_known(now: merkle.Peaks, asked: m.TreeAsked) -> bool:
    """Whether a station that asks so has the newest checkpoint already."""
    return now.size == asked.size and now.root().hex().startswith(asked.root or "none")


def checkpoint(centre: Centre, store: str, asked: m.TreeAsked) -> m.ProvenCheckpoint:
    """The tree of `store` as it is now, signed; what shows that it begins with the one of `asked.size` leaves; and
    what shows that the leaf `asked.position` is in it (-1: nothing asked).

    What a station has and this history has not (a larger tree, a leaf behind the end) gets no proof.
    """
    with centre.db.read(store) as connection:
        peaks, whole = proof_tree.peaks(connection, store), proof_tree.nodes(connection, store)
        path = merkle.consistency(asked.size, peaks.size, whole) if asked.size <= peaks.size else []
        shown = merkle.inclusion(asked.position, peaks.size, whole) if 0 <= asked.position < peaks.size else []
    now = Checkpoint(centre.epoch, store, peaks.size, peaks.root().hex(), centre.clock())
    return m.ProvenCheckpoint(
        now.size,
        now.root,
        now.at_ms,
        centre.keys.sign(now.signed_bytes()).hex(),
        tuple(one.hex() for one in path),
        tuple(one.hex() for one in shown),
    )


# ---------------------------------------------------------------- cosignatures


def cosign(centre: Centre, station: Signer, said: m.Cosigned) -> Nothing:
    """Keep what a station has signed of a checkpoint. Refusal 409 `proof.other_history` when this centre never said
    it, 403 `proof.cosignature_wrong` when it is not by the station's key."""
    seen = Checkpoint(said.epoch, station.store, said.size, said.root, said.at_ms)
    if said.epoch != centre.epoch or not signed_by(
        centre.keys.public_hex, bytes.fromhex(said.sig), seen.signed_bytes()
    ):
        raise Refusal(409, "proof.other_history")
    if not signed_by(station.public_key, bytes.fromhex(said.cosig), seen.cosigned_bytes()):
        raise Refusal(403, "proof.cosignature_wrong")
    mine = (cosignature.c.store_id == station.store, cosignature.c.device == station.device)
    values = {"epoch": said.epoch, "size": said.size, "root": said.root, "at_ms": said.at_ms, "sig": said.cosig}

    def work(connection: Connection) -> Nothing:
        known = connection.execute(select(cosignature.c.epoch, cosignature.c.size).where(*mine)).one_or_none()
        if known is None:
            connection.execute(insert(cosignature).values(store_id=station.store, device=station.device, **values))
        elif known.epoch != said.epoch or known.size < said.size:
            connection.execute(update(cosignature).where(*mine).values(**values))
        return Nothing()

    return centre.db.transact(work, station.store)


def witnesses(centre: Centre, store: str) -> tuple[m.Witness, ...]:
    """Which stations of `store` have signed which checkpoint, for every other station to compare with its own."""
    with centre.db.read(store) as connection:
        rows = connection.execute(
            select(cosignature, device.c.public_key)
            .join(device, (device.c.store_id == cosignature.c.store_id) & (device.c.id == cosignature.c.device))
            .where(cosignature.c.store_id == store, cosignature.c.epoch == centre.epoch)
            .order_by(cosignature.c.device)
        ).all()
    return tuple(m.Witness(row.device, row.public_key, row.size, row.root, row.at_ms, row.sig) for row in rows)
