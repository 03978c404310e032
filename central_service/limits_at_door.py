"""How much and how often: the size of a body by route, and token buckets for each station and each address.

Both are kept in a bounded room: whoever comes from a million addresses makes the oldest bucket be forgotten, not the
memory full. A station obeys the 429 already, and whoever does not is answered without touching the database.
"""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from counter_app.limits import REQUEST_MAX_BYTES

SMALL = 128 * 1024
BODY_MAX_BYTES = {
    "/v1/devices/register": SMALL,
    "/v1/devices/challenge": SMALL,
    "/v1/devices/token": SMALL,
    "/v1/clerks/login": SMALL,
    "/v1/blobs": SMALL,
    "/v1/sync/checkpoint": SMALL,
    "/v1/sync/cosign": SMALL,
    "/v1/sync/pull": SMALL,
}
"""What is not named here may have 2 MB."""


def body_max_bytes(path: str) -> int:
    return BODY_MAX_BYTES.get(path, REQUEST_MAX_BYTES)


@dataclass(frozen=True)
class Rate:
    """`burst` at once, then `per_second`."""

    per_second: float
    burst: float


@dataclass(frozen=True)
class Rates:
    """What one station and one address may ask. A station works with less than one request a second, a drain of days
    with some ten; a store's five stations share one address, and so may a whole building."""

    station: Rate = Rate(20, 600)
    address: Rate = Rate(100, 2_000)
    remembered: int = 20_000


class Buckets:
    """Token buckets by name. `clock` gives seconds and never goes back."""

    def __init__(self, rate: Rate, remembered: int, clock: Callable[[], float]) -> None:
        self._rate, self._remembered, self._clock = rate, remembered, clock
        self._lock = threading.Lock()
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._left)

    def take(self, name: str) -> int:
        """Take one; 0 when there was one, else the seconds until there is one again (at least 1)."""
        now = self._clock()
        with self._lock:
            left, at = self._left.pop(name, (self._rate.burst, now))
            left = min(self._rate.burst, left + (now - at) * self._rate.per_second)
            wait = 0 if left >= 1 else max(1, math.ceil((1 - left) / self._rate.per_second))
            self._left[name] = (left if wait else left - 1, now)
            if len(self._left) > self._remembered:
                self._left.popitem(last=False)
        return wait
