"""When a photo may leave the station: never before the centre is known to keep it for good (3.11, P12)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counter_app.domain.retention import DAY_MS

ANSWERED = ("applied", "contested", "rejected", "quarantined")


@dataclass(frozen=True, slots=True)
class ActOf:
    """An act that a photo belongs to: the centre's answer, and its place in the centre's order."""

    status: str
    seq: int | None


def may_leave(
    state: str,
    acts: Iterable[ActOf],
    durable_seq: int,
    *,
    captured_ms: int,
    durable_ms: int,
    now_ms: int,
    low_disk: bool,
) -> bool:
    """Whether the photo's file may be removed here. Times are trusted ones, UTC milliseconds.

    Durable at the centre, every act of it answered at or below `durable_seq` (what a backup of the centre has; 0 while
    there is none), and 24 h both since it was taken and since it is durable. A low disk shortens the time and nothing
    else. A photo whose act nobody knows stays.
    """
    if state != "durable" or not durable_ms:
        return False
    known = list(acts)
    if not known or not all(_safe(one, durable_seq) for one in known):
        return False
    return low_disk or (now_ms - durable_ms >= DAY_MS and now_ms - captured_ms >= DAY_MS)


def _safe(act: ActOf, durable_seq: int) -> bool:
    return act.status in ANSWERED and act.seq is not None and 0 < act.seq <= durable_seq
