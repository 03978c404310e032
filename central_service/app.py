"""The central service as an ASGI application."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route as WebRoute

from central_service import cashier, door, health, history, leaving
from central_service import mail as mail_queue
from central_service.callers import Callers
from central_service.centre import Centre, open_centre
from central_service.console.ways import ways
from central_service.console.web import web_routes
from central_service.front_door import ROUTE, FrontDoor, UnderWay
from central_service.limits_at_door import Buckets, Rates
from central_service.openapi import PATH, openapi
from central_service.payments import CardSimulator, Gateway, NoGateway
from central_service.rhythm import Rhythm
from central_service.routes import routes
from central_service.serving import Serving, endpoint_of
from central_service.smtp_line import MailConfig
from central_service.waiting import Waiters, Waits

WORKERS = 16
PURGE_EVERY_S = 3_600.0
METRICS = "/metrics"
WAITS = Waits()


def wall_ms() -> int:
    """UTC milliseconds."""
    return time.time_ns() // 1_000_000


def create_app(
    database_url: str,
    *,
    platform_token: str,
    demo: bool = False,
    clock: Callable[[], int] = wall_ms,
    entropy: Callable[[int], bytes] = os.urandom,
    gateway: Gateway | None = None,
    rates: Rates | None = None,
    under_way: UnderWay | None = None,
    metrics_token: str = "",
    mail: MailConfig | None = None,
    note: Path | None = None,
    blobs: Path | None = None,
    waits: Waits = WAITS,
) -> Starlette:
    """The service on `database_url`. It runs while its lifespan does: threads and database end with it.

    Without `gateway` a demo pays by the card simulator, anything else by nobody (every charge stays unknown). Without
    `rates` nobody is limited. `under_way` is what an orderly end waits for. `/metrics` is for this computer, or for
    whoever has `metrics_token`. Without `mail` nobody is written to. `note` is the file by which a restored copy is
    known (`history`): RestoredError for one. Photos lie in `blobs`, by default beside an SQLite file.
    """
    if len(platform_token) < 16:
        raise ValueError("the platform token needs at least 16 characters")
    centre = open_centre(
        database_url,
        platform_token=platform_token,
        demo=demo,
        clock=clock,
        entropy=entropy,
        gateway=gateway or (CardSimulator() if demo else NoGateway()),
        blobs=blobs,
    )
    centre.db.on_busy = lambda: centre.metrics.count("counter_database_busy_total")
    past = history.History(note) if note else None
    if past is not None:
        try:
            past.look(centre.db)
        except BaseException:
            centre.db.close()
            raise
    under_way = under_way or UnderWay()
    watch = health.Watch(centre, under_way, metrics_token)
    stations = Buckets(rates.station, rates.remembered, time.monotonic) if rates else None
    served = routes(demo=demo)
    document = openapi(served)
    workers = ThreadPoolExecutor(WORKERS, thread_name_prefix="centre-worker")

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        rhythms = _rhythms(centre, mail, past)
        for one in rhythms:
            one.start()
        try:
            yield
        finally:
            for one in rhythms:
                one.stop()
            workers.shutdown(wait=True)
            if past is not None:
                with suppress(SQLAlchemyError):  # a database that is away is looked at by the next start
                    history.look_again(centre, past)
            centre.db.close()

    async def describe(request: Request) -> Response:
        return door.answer(200, document)

    async def figures(request: Request) -> Response:
        request.scope[ROUTE] = METRICS
        if not watch.allows(request):
            return door.answer(401, {"code": "auth.needed", "args": {}})
        return await asyncio.get_running_loop().run_in_executor(workers, watch.answer)

    waiters = Waiters(centre, workers, waits)
    serving = Serving(centre, workers, Callers(centre, workers), waiters, stations)
    web = [WebRoute(one.path, endpoint_of(serving, one), methods=[one.method]) for one in served]
    app = Starlette(
        routes=[
            *web,
            WebRoute(PATH, describe, methods=["GET"]),
            WebRoute(METRICS, figures, methods=["GET"]),
            *web_routes(centre, ways(demo=demo), workers),
        ],
        lifespan=lifespan,
        middleware=[
            Middleware(FrontDoor, centre=centre, under_way=under_way, rates=rates),
            Middleware(GZipMiddleware, minimum_size=1_000, compresslevel=1),
        ],
        exception_handlers={HTTPException: _not_served},
    )
    app.state.waiters = waiters
    return app


def _rhythms(centre: Centre, post: MailConfig | None, past: history.History | None) -> list[Rhythm]:
    """What comes again while the service runs. A thread is given the time that its longest question may take."""
    retry_s = cashier.LOOK_EVERY_S
    found = [
        Rhythm(
            centre,
            "cashier",
            retry_s,
            partial(cashier.retry_due, centre),
            cashier.ASK_TIMEOUT_S + retry_s + 5,
        ),
        Rhythm(centre, "purge", PURGE_EVERY_S, lambda _: leaving.purge_everywhere(centre)),
    ]
    if post is not None:
        send = partial(mail_queue.look_and_send, centre, post)
        found.append(Rhythm(centre, "mail", mail_queue.LOOK_EVERY_S, send, 2 * post.timeout_s))
    if past is not None:
        found.append(Rhythm(centre, "history", history.EVERY_S, lambda _: history.look_again(centre, past)))
    return found


async def _not_served(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    code = {404: "request.not_found", 405: "request.method_not_allowed"}.get(status, "request.refused")
    return door.answer(status, {"code": code, "args": {}})
