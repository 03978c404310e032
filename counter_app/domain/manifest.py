"""Pieces that leave together with one carrier: what goes back to its senders, and the day's parcels (2.6, 2.12)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class ManifestState(Enum):
    OPEN = "open"
    HANDED_OVER = "handed_over"


@dataclass(frozen=True, slots=True)
class Manifest:
    """One list of what a carrier takes, as station and centre keep it. `kind`: returns, parcels."""

    id: str
    state: str
    kind: str = ""
    carrier: str = ""
    entries: tuple[str, ...] = ()
    """Ids of pieces (returns) or of tasks (parcels) that were scanned onto it."""
    opened_ms: int = 0
    handed_ms: int = 0
    handed_by: str = ""
    contested: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    history: tuple[tuple[str, str, int, str], ...] = ()
