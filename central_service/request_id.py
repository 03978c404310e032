"""The id of the request that is being served: in its answer and in every log line that is written on its behalf."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextvars import ContextVar

HEADER = "X-Request-Id"
current: ContextVar[str] = ContextVar("request_id", default="")
# Hexadecimal and dashes only: nobody's name comes into the log by this way.
_TAKEN = re.compile("[0-9a-fA-F][0-9a-fA-F-]{7,63}")


def begin(given: str, entropy: Callable[[int], bytes]) -> str:
    """Take over the id that a proxy or a station gave, or make one; the id."""
    made = given if _TAKEN.fullmatch(given) else entropy(8).hex()
    current.set(made)
    return made
