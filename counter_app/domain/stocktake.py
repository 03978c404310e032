"""A shelf counted by scanning what really lies there; the differences are what it is for (2.11)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class StocktakeState(Enum):
    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Stocktake:
    """One count of one shelf, as station and centre keep it. Times in UTC milliseconds."""

    id: str
    state: str
    shelf: str = ""
    expected: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    begun_ms: int = 0
    begun_by: str = ""
    ended_ms: int = 0
    contested: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    history: tuple[tuple[str, str, int, str], ...] = ()
