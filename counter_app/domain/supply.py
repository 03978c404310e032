"""Something that the store uses up: poly bags for deliveries, with the level at which it is ordered anew (2.20, S-17).

The row has what was counted or came in last; what was used since then stands in the deliveries themselves.
"""

from __future__ import annotations

from dataclasses import dataclass

POLY_BAG = "poly_bag"
SUPPLIES = (POLY_BAG,)
LEVEL = 20
"""From how many on somebody orders, while the store has not said otherwise."""
COUNT_MAX = 100_000


@dataclass(frozen=True, slots=True)
class Supply:
    """A supply as station and centre keep it; `id` is which one. Times in UTC milliseconds."""

    id: str
    on_hand: int = 0
    """How many there were at `since_ms`."""
    since_ms: int = 0
    """When that was counted, or last came in; 0 while nobody has counted."""
    level: int = LEVEL
    contested: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    history: tuple[tuple[str, str, int, str], ...] = ()


def estimate(supply: Supply, used_since: int) -> int:
    """How many there should be after `used_since` were used; never below nothing."""
    return max(0, supply.on_hand - used_since)
