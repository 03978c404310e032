"""One request from its arrival to its answer: who calls, what is asked, and what becomes of whatever goes wrong."""

from __future__ import annotations

import asyncio
import contextvars
import os
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from sqlalchemy.exc import OperationalError
from starlette.requests import Request
from starlette.responses import Response

from central_service import door, history
from central_service.callers import Callers
from central_service.centre import Centre
from central_service.front_door import ROUTE
from central_service.limits_at_door import Buckets, body_max_bytes
from central_service.refusal import Refusal, too_many
from central_service.route import Call, Route
from central_service.waiting import Waiters

POLLS_LINE_S = 10.0
AT_ONCE_BYTES = 4_000
"""A larger request is read in a thread, so that it holds up nobody else's answer."""
HEALTH, READY = "/healthz", "/readyz"


@dataclass(frozen=True, slots=True)
class Serving:
    """What every request needs: the centre, its threads, its callers, who waits, and how often a station may ask."""

    centre: Centre
    workers: ThreadPoolExecutor
    callers: Callers
    waiters: Waiters
    stations: Buckets | None


class _Polls:
    """The polls that were answered at once, in one line of the log for all of ten seconds: thousands a second say less
    than their number."""

    def __init__(self, centre: Centre) -> None:
        self._centre, self._count, self._since = centre, 0, time.monotonic()

    def note(self) -> None:
        self._count += 1
        seconds = time.monotonic() - self._since
        if seconds >= POLLS_LINE_S:
            self._centre.log("polls", count=self._count, seconds=round(seconds))
            self._count, self._since = 0, time.monotonic()


def endpoint_of(serving: Serving, route: Route) -> Callable[[Request], Awaitable[Response]]:
    """The web server's end of a route."""
    centre, polls = serving.centre, _Polls(serving.centre)

    async def endpoint(request: Request) -> Response:
        request.scope[ROUTE] = route.path
        began = time.monotonic()
        code = ""
        try:
            response, at_once = await _serve(serving, route, request)
            if at_once:
                polls.note()
                return response
        except Refusal as refusal:
            code, response = refusal.code, door.refused(refusal)
        except OperationalError as error:
            code = "server.busy"
            response = failed(centre, 503, code, error)
        except Exception as error:
            code = "server.fault"
            response = failed(centre, 500, code, error)
        response.headers.update(route.said_with_all)
        took_ms = round((time.monotonic() - began) * 1_000)
        centre.log("request", method=route.method, route=route.path, status=response.status_code, code=code, ms=took_ms)
        return response

    return endpoint


async def _serve(serving: Serving, route: Route, request: Request) -> tuple[Response, bool]:
    """The answer, and whether it was made at once from what is known of the caller."""
    centre = serving.centre
    if route.path == HEALTH:  # says that the process lives: it waits for no thread and no database
        return door.answer(200, route.serve(Call(centre, None, None, ""))), False
    if centre.restored.is_set() and route.path != READY:
        raise history.refusal()
    if centre.demo:
        door.check_origin(request)
    # Who calls is settled before the body is read: a stranger can't make us hold two megabytes.
    token = door.presented(centre, route.caller, request.headers.get("authorization", ""))
    standing = door.admitted(route.caller, await serving.callers.who(token)) if token else None
    if standing is not None and serving.stations is not None:
        wait_s = serving.stations.take(standing.signer.device)
        if wait_s:
            raise too_many("rate.station", wait_s)
    body = b""
    if route.method in ("POST", "PATCH"):
        body = await door.read_body(request, route.body, body_max_bytes(route.path))
    if standing is not None and route.at_once is not None and len(body) <= AT_ONCE_BYTES:
        quick = route.at_once(centre, door.message(route, request, body), standing)
        if quick is not None:
            return door.answer(200, quick), True
    if standing is not None and route.held:
        standing = replace(standing, head=await serving.waiters.head_after(request, standing))

    def work() -> Response:
        asked = door.message(route, request, body)
        made = route.serve(Call(centre, asked, standing, door.path_id(request), request.headers, body))
        return made if isinstance(made, Response) else door.answer(200, made)

    if not route.waits:
        return work(), False
    # The thread writes its log lines under the request's id too.
    context = contextvars.copy_context()
    return await asyncio.get_running_loop().run_in_executor(serving.workers, context.run, work), False


def failed(centre: Centre, status: int, code: str, error: Exception) -> Response:
    """The answer to what was not foreseen: a code and an id that ties it to the log; what went wrong stays here."""
    trouble = centre.entropy(8).hex()
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{os.path.basename(place.tb_frame.f_code.co_filename)}:{place.tb_lineno}" if place else ""
    centre.metrics.count("counter_faults_total", code=code)
    centre.log("fault", id=trouble, error=type(error).__name__, where=where)
    return door.answer(status, {"code": code, "args": {"id": trouble}}, 5 if status == 503 else 0)
