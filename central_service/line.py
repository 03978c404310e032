"""One connection of the web server, which tells whoever holds a request on it that the service ends.

uvicorn lets a request that has begun go on until its time is over. A station that waits for news would hold up every
stop by that long, so it is answered at once instead.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

_ENDING, _TELL = "counter.ending", "counter.tell_ending"


def when_ending(scope: MutableMapping[str, Any], tell: Callable[[], None]) -> None:
    """Call `tell` on the event loop as soon as the service ends; at once when it is ending already."""
    scope[_TELL] = tell
    if scope.get(_ENDING):
        tell()


class Line(H11Protocol):
    """uvicorn's connection; `end_wait` may be called as often as one likes."""

    def end_wait(self) -> None:
        """The request that is held on this connection is to be answered now."""
        if self.cycle is None or self.cycle.response_complete:
            return
        scope: MutableMapping[str, Any] = self.cycle.scope  # type: ignore[assignment]
        scope[_ENDING] = True
        if (tell := scope.get(_TELL)) is not None:
            tell()

    def shutdown(self) -> None:
        self.end_wait()
        super().shutdown()
