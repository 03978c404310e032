"""Who calls, found for every request that waits in one statement: what a poll costs is not paid once for each.

While one lookup is on its way, the tokens that arrive meanwhile gather for the next one. So nothing is remembered from
before a request: a station that is revoked, a token that has ended and a head that has moved count at once, in every
process, and under load the statement is shared by all who wait.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from central_service.centre import Centre
from central_service.devices import Standing, standings
from central_service.keys import token_hash

TOGETHER_MAX = 200
"""Tokens in one statement."""


class Callers:
    """The lookups of one event loop; `workers` are the threads that ask the database."""

    def __init__(self, centre: Centre, workers: ThreadPoolExecutor) -> None:
        self._centre, self._workers = centre, workers
        self._waiting: dict[str, asyncio.Future[Standing | None]] = {}
        self._asking: asyncio.Task[None] | None = None

    async def who(self, token: str) -> Standing | None:
        """Whose token this is and where his stream stands, read after this was asked; None when nobody's.

        Raises what the database raises.
        """
        name = token_hash(token)
        answer = self._waiting.get(name)
        if answer is None:
            answer = self._waiting[name] = asyncio.get_running_loop().create_future()
        if self._asking is None:
            self._asking = asyncio.create_task(self._ask())
        # The answer is everybody's with this token: one who hangs up does not take it from the others.
        return await asyncio.shield(answer)

    async def _ask(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while self._waiting:
                names = list(self._waiting)[:TOGETHER_MAX]
                now = {name: self._waiting.pop(name) for name in names}
                try:
                    found = (
                        await loop.run_in_executor(self._workers, standings, self._centre, names)
                        if self._centre.db.is_server
                        # A reader of a SQLite file waits for nobody, and takes less time than the way to a thread.
                        else standings(self._centre, names)
                    )
                except Exception as error:
                    for answer in now.values():
                        answer.set_exception(error)
                else:
                    for name, answer in now.items():
                        answer.set_result(found.get(name))
        finally:
            self._asking = None
