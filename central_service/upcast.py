"""Operations of older programs, understood as today's: queued operations are never rewritten, only read anew (3.12).

The `v` of a core names the shape of its body. A shape is understood for at least 24 months after the last station
that wrote it was sold. The journal keeps the bytes as they came; only what the fold sees is cast, one step at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from counter_app.domain.operations import MalformedOperationError

Cast = Callable[[str, dict[str, Any]], tuple[str, dict[str, Any]]]
"""From the kind and body of one version to those of the next. A hidden field keeps its commitment."""

CURRENT = 1
CASTS: dict[int, Cast] = {}
"""Version -> the step from it to the next. There is one version so far, and so no step."""


def upcast(version: int, kind: str, body: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Kind and body as version `CURRENT` has them. MalformedOperationError for a version without a way to it."""
    found = (kind, dict(body))
    if version > CURRENT:
        raise MalformedOperationError("op.version_unknown")
    for step in range(version, CURRENT):
        cast = CASTS.get(step)
        if cast is None:
            raise MalformedOperationError("op.version_unknown")
        found = cast(*found)
    return found
