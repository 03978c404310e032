"""A place where pieces lie: a folder, shelf, bin or floor space with a barcode, and its turn on the walk (2.3)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class ShelfState(Enum):
    IN_USE = "in_use"
    CLOSED = "closed"
    """Nothing is put here any more; what lies here is still found."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A place of the store. `turn` is its place on the walk through the store; `capacity` in pieces, 0 for any."""

    id: str
    state: str
    code: str = ""
    zone: str = ""
    kind: str = "shelf"
    turn: int = 0
    capacity: int = 0
    contested: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    history: tuple[tuple[str, str, int, str], ...] = ()
