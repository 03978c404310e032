"""Before anything is read: the request's id, whether this worker is stopping, how often an address has come.

And behind it: how long it took. A plain ASGI layer around everything, so that also what no route serves is counted.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from central_service import request_id
from central_service.centre import Centre
from central_service.limits_at_door import Buckets, Rates

ROUTE = "counter.route"
"""Where the route's own path stands in the scope once it is known; an address with an id in it is no label."""
STOPPING_RETRY_S = 5
Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
_LOOPBACK = ("127.0.0.1", "::1")


class UnderWay:
    """What is being served, and whether this worker takes in anything new."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._count = 0
        self.stopping = False

    @property
    def count(self) -> int:
        return self._count

    def begin(self) -> None:
        with self._lock:
            self._count += 1

    def end(self) -> None:
        with self._lock:
            self._count -= 1


class FrontDoor:
    """The layer around `app`. Without `rates` nobody is limited (a demo on this computer, a benchmark)."""

    def __init__(self, app: App, centre: Centre, under_way: UnderWay, rates: Rates | None) -> None:
        self._app, self._centre, self._under_way = app, centre, under_way
        self._addresses = Buckets(rates.address, rates.remembered, time.monotonic) if rates else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        # Whatever is behind sees the caller as he is: the console's cookies go by the scheme, its tries by the address.
        scope["client"], scope["scheme"] = (address(scope), 0), scheme(scope)
        name = request_id.begin(_header(scope, b"x-request-id"), self._centre.entropy)
        began, status = time.monotonic(), 500

        async def send_named(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (b"x-request-id", name.encode())]
            await send(message)

        self._under_way.begin()
        try:
            refusal = self._refusal(scope)
            if refusal is None:
                await self._app(scope, receive, send_named)
            else:
                await _refuse(send_named, *refusal)
        finally:
            self._under_way.end()
            route = str(scope.get(ROUTE, "other"))
            self._centre.metrics.count("counter_requests_total", route=route, status=str(status))
            self._centre.metrics.took(route, time.monotonic() - began)

    def _refusal(self, scope: Scope) -> tuple[int, str, int] | None:
        if self._under_way.stopping and scope["path"] != "/healthz":
            self._centre.metrics.count("counter_refused_total", code="server.stopping")
            return 503, "server.stopping", STOPPING_RETRY_S
        where = address(scope)
        if self._addresses is None or where in _LOOPBACK:
            return None
        wait_s = self._addresses.take(where)
        if not wait_s:
            return None
        self._centre.metrics.count("counter_refused_total", code="rate.address")
        return 429, "rate.address", wait_s


def address(scope: Scope) -> str:
    """Who is calling: the other end, or what a proxy on this computer says of it.

    A proxy appends what it has seen, so that only the last entry is its own word.
    """
    peer = str((scope.get("client") or ("", 0))[0])
    forwarded = _header(scope, b"x-forwarded-for")
    return forwarded.rpartition(",")[2].strip()[:64] if forwarded and peer in _LOOPBACK else peer


def scheme(scope: Scope) -> str:
    """`https` when a proxy on this computer says that its caller came so, else how the caller came here."""
    peer = str((scope.get("client") or ("", 0))[0])
    forwarded = _header(scope, b"x-forwarded-proto").rpartition(",")[2].strip().lower()
    return forwarded if forwarded in ("http", "https") and peer in _LOOPBACK else str(scope["scheme"])


def _header(scope: Scope, name: bytes) -> str:
    found = [value for key, value in scope["headers"] if key == name]
    return found[-1].decode("latin-1") if found else ""


async def _refuse(send: Send, status: int, code: str, retry_after_s: int) -> None:
    body = json.dumps({"code": code, "args": {"wait_s": retry_after_s}}).encode()
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
        (b"retry-after", str(retry_after_s).encode()),
        # The body was not read, so nothing else can come on this connection.
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
