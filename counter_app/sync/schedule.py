"""When to try again: full jitter, so that ten thousand stores do not come back in the same second."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

CAP_S = 300.0
POLL_ACTIVE_S = 15.0
POLL_IDLE_S = 60.0


@dataclass(slots=True)
class Schedule:
    """Counts failures and says how long to wait; `random` gives 0..1."""

    random: Callable[[], float]
    poll_s: float = POLL_ACTIVE_S
    cap_s: float = CAP_S
    spread_s: float = 0.0
    failures: int = 0

    def succeeded(self) -> float:
        """Seconds until the next round after one that went well: as the centre asked for, spread by chance."""
        self.failures = 0
        return self.poll_s + self.random() * self.spread_s

    def hinted(self, poll_s: float, spread_s: float) -> None:
        """The centre said how often it would like to be asked."""
        self.poll_s, self.spread_s = poll_s, spread_s

    def failed(self, retry_after_s: float = 0.0) -> float:
        """Seconds until the next try: uniform below a doubling bound, or what the centre asked for, spread."""
        bound = min(self.cap_s, float(2 ** min(self.failures, 20)))
        self.failures += 1
        if retry_after_s:
            return retry_after_s * (1.0 + self.random())
        return self.random() * bound
