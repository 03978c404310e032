"""The real clock and the operating system's randomness."""

from __future__ import annotations

import os
import time


class SystemClock:
    """Wall time in UTC milliseconds, monotonic milliseconds."""

    def wall_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def mono_ms(self) -> int:
        return time.monotonic_ns() // 1_000_000


def os_entropy(count: int, /) -> bytes:
    """`count` random bytes from the operating system."""
    return os.urandom(count)
