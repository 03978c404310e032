"""The one way in which a request is refused."""

from __future__ import annotations

from typing import Any


class Refusal(Exception):
    """A request that is not served: an HTTP status, a stable dotted code and plain facts without personal data."""

    def __init__(self, status: int, code: str, **args: Any) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.args_out: dict[str, Any] = args
        self.retry_after_s = 0


def too_many(code: str, wait_s: int) -> Refusal:
    """429 with the seconds to wait, in the answer and in Retry-After."""
    refusal = Refusal(429, code, wait_s=wait_s)
    refusal.retry_after_s = wait_s
    return refusal
