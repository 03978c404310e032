"""What a carrier brings at once, counted, so that a piece that is missing is seen the same hour (2.3)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class IntakeState(Enum):
    OPEN = "open"
    SQUARED = "squared"
    """Every piece is inserted, or somebody has said why the count differs."""


@dataclass(frozen=True, slots=True)
class Intake:
    """One drop of a carrier, as station and centre keep it. Times in UTC milliseconds."""

    id: str
    state: str
    carrier: str = ""
    driver: str = ""
    pieces: int = 0
    accountable: int = 0
    opened_ms: int = 0
    opened_by: str = ""
    squared_ms: int = 0
    squared_by: str = ""
    inserted: int = 0
    reason: str = ""
    slipped_on: str = ""
    slip_reason: str = ""
    contested: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    history: tuple[tuple[str, str, int, str], ...] = ()
