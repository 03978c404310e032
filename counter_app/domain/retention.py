"""Which backups are kept: the newest of each of the last hours, days and weeks that have one.

Counted over periods that have a backup and not over the calendar, so that a store that was closed for a week, or a
clock that jumped, costs nothing: what is newest now is never dropped, and an old one goes only for a newer one.
"""

from __future__ import annotations

from collections.abc import Iterable

HOURLY, DAILY, WEEKLY = 24, 14, 8
HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
_MONDAY_MS = 4 * DAY_MS
"""1970 began on a Thursday; the first Monday was the fifth of January."""


def kept(at_ms: Iterable[int], hourly: int = HOURLY, daily: int = DAILY, weekly: int = WEEKLY) -> frozenset[int]:
    """The times (UTC milliseconds) that are kept of those given; all others may go."""
    newest_first = sorted(set(at_ms), reverse=True)
    found: set[int] = set()
    for length, start, count in ((HOUR_MS, 0, hourly), (DAY_MS, 0, daily), (7 * DAY_MS, _MONDAY_MS, weekly)):
        periods: dict[int, int] = {}
        for at in newest_first:
            periods.setdefault((at - start) // length, at)
        found.update(list(periods.values())[:count])
    return frozenset(found)
