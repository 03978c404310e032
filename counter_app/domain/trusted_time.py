"""What time it is, held against what is known: the computer's clock alone decides no expiry (security 4.3).

    trusted = max(last server time + monotonic since, highest time committed + monotonic since,
                  the wall clock if it is within 24 h of these)

A wall clock that goes back lets nothing live longer; one that jumps forward lets nothing end by the jump alone. All
times are milliseconds; wall and server times are UTC, monotonic ones those of this boot.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

PLAUSIBLE_MS = 24 * 3600 * 1000
"""So far ahead of what is known a wall clock is believed: a night, a computer that slept."""

TOLERATED_MS = 2 * 60 * 1000
"""A difference that nobody is told of (4.2 case 2)."""


@dataclass(frozen=True, slots=True)
class Known:
    """The highest time that is known to have been, and the last time that the centre told; 0 for none."""

    high_ms: int = 0
    high_at_mono_ms: int = 0
    server_ms: int = 0
    server_at_mono_ms: int = 0

    def least_ms(self, mono_ms: int) -> int:
        """It is at least so late; 0 while nothing is known. A monotonic clock that went back counts as standing."""
        least = 0
        for at_ms, then_ms in ((self.high_ms, self.high_at_mono_ms), (self.server_ms, self.server_at_mono_ms)):
            if at_ms:
                least = max(least, at_ms + max(0, mono_ms - then_ms))
        return least


@dataclass(frozen=True, slots=True)
class Judged:
    """The trusted time, and by how much the wall clock is off it: positive when it is ahead, 0 within tolerance.

    `proven`: the centre or the clock itself has shown it; else the wall clock is only too far ahead to be believed.
    """

    trusted_ms: int
    off_by_ms: int = 0
    proven: bool = True

    @property
    def suspect(self) -> bool:
        return self.off_by_ms != 0


def judge(known: Known, wall_ms: int, mono_ms: int) -> Judged:
    """What to make of the wall clock now."""
    least = known.least_ms(mono_ms)
    if not least:
        return Judged(wall_ms)
    ahead = wall_ms - least
    trusted = wall_ms if 0 <= ahead <= PLAUSIBLE_MS else least
    if known.server_ms:
        off_by = wall_ms - (known.server_ms + max(0, mono_ms - known.server_at_mono_ms))
        return Judged(trusted, off_by if abs(off_by) > TOLERATED_MS else 0)
    if ahead < -TOLERATED_MS:
        return Judged(trusted, ahead)
    return Judged(trusted, ahead if ahead > PLAUSIBLE_MS else 0, proven=False)


def seen(known: Known, trusted_ms: int, mono_ms: int) -> Known:
    """`known` after this trusted time was committed; it never goes back."""
    if trusted_ms <= known.least_ms(mono_ms):
        trusted_ms = known.least_ms(mono_ms)
    return replace(known, high_ms=trusted_ms, high_at_mono_ms=mono_ms)


def told(known: Known, server_ms: int, mono_ms: int) -> Known:
    """`known` after the centre has told the time."""
    return replace(known, server_ms=server_ms, server_at_mono_ms=mono_ms)
