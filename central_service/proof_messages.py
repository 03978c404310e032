"""The messages of receipts, checkpoints and cosignatures; what is signed: counter_app.domain.receipts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from central_service.shapes import Many, Text, Whole

_Hash = Annotated[str, Text(64, 64, r"[0-9a-f]{64}")]
_Sig = Annotated[str, Text(128, 128, r"[0-9a-f]{128}")]
_Path = Annotated[tuple[_Hash, ...], Many(128)]


@dataclass(frozen=True)
class SignedReceipt:
    """The centre has this operation and cannot deny it; epoch and store are those of the answer."""

    op_id: str
    hash: _Hash
    seq: int
    position: int
    received_ms: int
    status: Literal["applied", "contested", "rejected", "quarantined"]
    sig: _Sig


@dataclass(frozen=True)
class TreeAsked:
    """The checkpoint that the station has (size 0: none), and a leaf that it wants to be shown (-1: none)."""

    size: Annotated[int, Whole()] = 0
    root: Annotated[str, Text(64, 0, r"([0-9a-f]{64})?")] = ""
    position: Annotated[int, Whole(-1)] = -1


@dataclass(frozen=True)
class ProvenCheckpoint:
    """The store's tree now, signed; `consistency` leads from the asked size to it, `inclusion` from the asked leaf."""

    size: int
    root: _Hash
    at_ms: int
    sig: _Sig
    consistency: _Path
    inclusion: _Path


@dataclass(frozen=True)
class Cosigned:
    """A checkpoint as the centre signed it (`sig`), and the station's own signature (`cosig`) that it checks."""

    epoch: Annotated[str, Text(64, 1)]
    size: Annotated[int, Whole(1)]
    root: _Hash
    at_ms: Annotated[int, Whole()]
    sig: _Sig
    cosig: _Sig


@dataclass(frozen=True)
class Witness:
    """The newest checkpoint that a station of the store has cosigned."""

    device: str
    public_key: _Hash
    size: int
    root: _Hash
    at_ms: int
    sig: _Sig


@dataclass(frozen=True)
class Witnessed:
    """The checkpoint that was asked for, and what the store's stations have cosigned in this epoch."""

    epoch: str
    server_time_ms: int
    checkpoint: ProvenCheckpoint
    witnesses: tuple[Witness, ...]
