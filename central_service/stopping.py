"""An orderly end: what is under way is finished, what is new is sent elsewhere, then the database is closed."""

from __future__ import annotations

import time
from types import FrameType

import uvicorn

from central_service.front_door import UnderWay
from central_service.line import Line

LINGER_S = 1.0
"""How long new requests are answered 503 before the port is closed: a load balancer looks every second or so."""
FINISH_S = 20.0
"""How long what is under way may take; the platform asks for at most 10 + 5 seconds for one request."""


class OrderlyServer(uvicorn.Server):
    """uvicorn that lingers: told to end, it serves what it has begun and answers everything else 503 with Retry-After.

    Told a second time it ends at once. The exit code is 0 either way: an end that was asked for is no failure.
    """

    def __init__(self, config: uvicorn.Config, under_way: UnderWay) -> None:
        super().__init__(config)
        self._under_way = under_way
        self._told_at: float | None = None

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        if self._told_at is not None:
            self.should_exit = self.force_exit = True
            return
        self._told_at = time.monotonic()
        self._under_way.stopping = True

    async def on_tick(self, counter: int) -> bool:
        if self._told_at is not None:
            for line in list(self.server_state.connections):
                if isinstance(line, Line):
                    line.end_wait()
            since = time.monotonic() - self._told_at
            if since >= FINISH_S or (since >= LINGER_S and self._under_way.count == 0):
                self.should_exit = True
        return await super().on_tick(counter)
