"""A shelf counted by scanning what really lies there; the differences are what it is for (2.11)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class StocktakeState(Enum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
    """Begun by mistake; nothing follows from it."""


S = StocktakeState
MOVES: frozenset[tuple[StocktakeState, StocktakeState]] = frozenset({(S.OPEN, S.DONE), (S.OPEN, S.DROPPED)})


@dataclass(frozen=True, slots=True)
class Stocktake:
    """One count of one shelf, as station and centre keep it. Times in UTC milliseconds.

    `expected` is what the register had when it was begun, at most 500 pieces; the differences are taken from what the
    register says now, since pieces come and go while somebody counts.
    """

    id: str
    state: str
    shelf: str = ""
    expected: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    """Codes that were scanned there and that no piece has."""
    missing: tuple[str, ...] = ()
    """What was not found, when it ended; these are searched for."""
    begun_ms: int = 0
    begun_by: str = ""
    ended_ms: int = 0
    contested: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    history: tuple[tuple[str, str, int, str], ...] = ()

    @property
    def open(self) -> bool:
        return self.state == StocktakeState.OPEN.value
