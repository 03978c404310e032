"""What the centre signs so that it cannot take anything back: a receipt for each operation, a checkpoint of each store.

A station signs the newest checkpoint that it has checked (cosigns it), so that a centre that shows two stations two
histories has signed the proof of it. Signing keys are the caller's business; this module is pure (security 5.1).
"""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.evidence import canonical
from counter_app.domain.merkle import leaf_hash

RECEIPT_TAG, CHECKPOINT_TAG, COSIGN_TAG = b"counter-receipt-1\n", b"counter-checkpoint-1\n", b"counter-cosign-1\n"


@dataclass(frozen=True, slots=True)
class Receipt:
    """The centre has this operation: `hash` of its core (hex), its `seq`, what became of it, when (UTC ms), and which
    leaf of the store's tree it is."""

    epoch: str
    store: str
    op_id: str
    hash: str
    seq: int
    position: int
    received_ms: int
    status: str

    def signed_bytes(self) -> bytes:
        """What the centre's key signs."""
        said = {name: getattr(self, name) for name in self.__slots__}
        return RECEIPT_TAG + canonical(said)

    def leaf(self) -> bytes:
        """The hash of its leaf."""
        return leaf_of(self.hash, self.seq, self.received_ms, self.status)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The tree of a store's journal as the centre has it: how many leaves, their root (hex), when (UTC ms)."""

    epoch: str
    store: str
    size: int
    root: str
    at_ms: int

    def signed_bytes(self) -> bytes:
        """What the centre's key signs."""
        return CHECKPOINT_TAG + self._said()

    def cosigned_bytes(self) -> bytes:
        """What a station signs that has checked it."""
        return COSIGN_TAG + self._said()

    def _said(self) -> bytes:
        return canonical({name: getattr(self, name) for name in self.__slots__})


def leaf_of(op_hash: str, seq: int, received_ms: int, status: str) -> bytes:
    """The hash of the leaf of one operation of the journal."""
    return leaf_hash(bytes.fromhex(op_hash) + seq.to_bytes(8, "big") + received_ms.to_bytes(8, "big") + status.encode())
