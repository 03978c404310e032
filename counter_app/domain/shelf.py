"""A place where pieces lie: a folder, shelf, bin or floor space with a barcode, and its turn on the walk (2.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

SHELF_KINDS = ("folder", "shelf", "bin", "floor", "shred_pile", "returns")


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

    @property
    def in_use(self) -> bool:
        return self.state == ShelfState.IN_USE.value


def shelf_id(code: str) -> str:
    """The row of a shelf is named by its code: counters that set the same shelf up with the line cut mean one shelf."""
    return f"shelf.{code}"


def in_order(code: str) -> tuple[tuple[int, str], ...]:
    """A code as one walks past it: B-2 comes before B-10."""
    parts = re.findall(r"[0-9]+|[^0-9]+", code)
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in parts)


def on_the_walk(shelf: Shelf | None, code: str) -> tuple[object, ...]:
    """Where the shelf comes on the walk through the store: by its turn, shelves without one after those that have one,
    codes that nobody has set up after them, and what has no place at all last."""
    if not code:
        return (3, 0, "", ())
    if shelf is None:
        return (2, 0, "", in_order(code))
    return (0 if shelf.turn else 1, shelf.turn, shelf.zone, in_order(code))
