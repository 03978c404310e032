"""Stations that wait until something of their store moves: held on the event loop, none of them has a thread.

One look a second asks for the heads of all the stores that are waited for, in one statement; so a push that another
process took in is seen as soon as one of this process. It is a comfort only: a station that is refused here polls.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import select
from starlette.requests import Request

from central_service import history
from central_service.centre import Centre
from central_service.database import EVERY_STORE
from central_service.devices import Standing
from central_service.line import when_ending
from central_service.refusal import Refusal
from central_service.tables import stream_head

TOGETHER_MAX = 500
"""Stores in one statement."""
FULL_RETRY_S = 120


@dataclass(frozen=True)
class Waits:
    """How long a station is held, how often is looked, and how many may wait in one process."""

    hold_s: float = 55.0
    look_s: float = 1.0
    most: int = 2_000


@dataclass(frozen=True, slots=True)
class _Waiter:
    store: str
    since: int
    head: asyncio.Future[int]

    def end(self) -> None:
        """Nothing moved, as far as anybody knows."""
        self.tell(self.since)

    def tell(self, head: int) -> None:
        if not self.head.done():
            self.head.set_result(head)

    def fail(self, error: Exception) -> None:
        if not self.head.done():
            self.head.set_exception(error)


class Waiters:
    """Who waits, on one event loop; `workers` are the threads that ask the database."""

    def __init__(self, centre: Centre, workers: ThreadPoolExecutor, waits: Waits) -> None:
        self._centre, self._workers, self._waits = centre, workers, waits
        self._open: dict[str, _Waiter] = {}
        self._looking: asyncio.Task[None] | None = None

    def __len__(self) -> int:
        return len(self._open)

    async def head_after(self, request: Request, standing: Standing) -> int:
        """The head of the caller's stream once it is above `standing.head`; the same head when it did not move in
        time, when the caller hung up or asked anew, and when the service ends.

        Refusal 503 `server.busy` when too many wait already; raises what the database raises.
        """
        device = standing.signer.device
        before = self._open.get(device)
        if before is not None:
            before.end()  # a station waits once: whatever it asked before was lost on the way
        elif len(self._open) >= self._waits.most:
            full = Refusal(503, "server.busy")
            full.retry_after_s = FULL_RETRY_S
            raise full
        loop = asyncio.get_running_loop()
        waiter = self._open[device] = _Waiter(standing.signer.store, standing.head, loop.create_future())
        when_ending(request.scope, waiter.end)
        if self._looking is None:
            self._looking = loop.create_task(self._look())
        gone = loop.create_task(_hung_up(request))
        try:
            await asyncio.wait((waiter.head, gone), timeout=self._waits.hold_s, return_when=asyncio.FIRST_COMPLETED)
            waiter.end()
            return waiter.head.result()
        finally:
            gone.cancel()
            if self._open.get(device) is waiter:
                del self._open[device]

    async def _look(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while self._open:
                await asyncio.sleep(self._waits.look_s)
                waiting = list(self._open.values())
                try:
                    if self._centre.restored.is_set():
                        raise history.refusal()
                    stores = sorted({one.store for one in waiting})
                    heads = await loop.run_in_executor(self._workers, _heads, self._centre, stores) if stores else {}
                except Exception as error:
                    for one in waiting:
                        one.fail(error)
                else:
                    for one in waiting:
                        if heads.get(one.store, 0) > one.since:
                            one.tell(heads[one.store])
        finally:
            self._looking = None


def _heads(centre: Centre, stores: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    with centre.db.read(EVERY_STORE) as connection:
        for start in range(0, len(stores), TOGETHER_MAX):
            some = stores[start : start + TOGETHER_MAX]
            rows = connection.execute(
                select(stream_head.c.store_id, stream_head.c.seq).where(stream_head.c.store_id.in_(some))
            )
            found |= {row.store_id: row.seq for row in rows}
    return found


async def _hung_up(request: Request) -> None:
    with suppress(RuntimeError):
        while (await request.receive())["type"] != "http.disconnect":
            pass
