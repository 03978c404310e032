"""The messages of receipts, checkpoints and cosignatures; what is signed: counter_app.domain.receipts."""

from __future__ import annotations

from typing import Annotated, Literal

from central_service.shapes import Count, Shape, many, text, whole

_Hash = Annotated[str, text(64, 64, r"[0-9a-f]{64}")]
_Sig = Annotated[str, text(128, 128, r"[0-9a-f]{128}")]
_Path = Annotated[tuple[_Hash, ...], many(128)]


class SignedReceipt(Shape, frozen=True):
    """The centre has this operation and cannot deny it; epoch and store are those of the answer."""

    op_id: str
    hash: _Hash
    seq: int
    position: int
    received_ms: int
    status: Literal["applied", "contested", "rejected", "quarantined"]
    sig: _Sig


class TreeAsked(Shape, frozen=True):
    """The checkpoint that the station has (size 0: none), and a leaf that it wants to be shown (-1: none).

    The beginning of the root is enough to ask whether there is news.
    """

    size: Count = 0
    root: Annotated[str, text(64, 0, r"([0-9a-f]{8,64})?")] = ""
    position: Annotated[int, whole(-1)] = -1


class ProvenCheckpoint(Shape, frozen=True):
    """The store's tree now, signed; `consistency` leads from the asked size to it, `inclusion` from the asked leaf."""

    size: int
    root: _Hash
    at_ms: int
    sig: _Sig
    consistency: _Path
    inclusion: _Path


class Cosigned(Shape, frozen=True):
    """A checkpoint as the centre signed it (`sig`), and the station's own signature (`cosig`) that it checks."""

    epoch: Annotated[str, text(64, 1)]
    size: Annotated[int, whole(1)]
    root: _Hash
    at_ms: Count
    sig: _Sig
    cosig: _Sig


class Witness(Shape, frozen=True):
    """The newest checkpoint that a station of the store has cosigned."""

    device: str
    public_key: _Hash
    size: int
    root: _Hash
    at_ms: int
    sig: _Sig


class Witnessed(Shape, frozen=True):
    """The checkpoint that was asked for, and what the store's stations have cosigned in this epoch."""

    epoch: str
    server_time_ms: int
    checkpoint: ProvenCheckpoint
    witnesses: tuple[Witness, ...]
