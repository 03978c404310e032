"""The door of the pages: sessions, forms, headers. What a page is asked and answers never meets HTTP itself.

A page loads nothing from elsewhere, runs no script but ours, is never kept, never framed. A form counts only from
this server's own page (Origin), with the session's cookie (SameSite) and with the token that the page gave it.
"""

from __future__ import annotations

import asyncio
import functools
import os
import threading
import time
import traceback
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qsl, urlsplit

from sqlalchemy.exc import OperationalError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route as WebRoute

from central_service.centre import Centre
from central_service.console import frame, look, operators
from central_service.console.visit import Elsewhere, Visit, Way
from central_service.door import BODY_SECONDS, HEADERS_MAX, check_origin
from central_service.keys import token_hash
from central_service.refusal import Refusal, too_many

FORM_MAX_BYTES = 64 * 1024
FORM_MAX_FIELDS = 300
SIGN_IN = "/console/login"
WRONG_A_MINUTE = 20
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_ADDRESSES_MAX = 10_000
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; "
        "img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # "no-referrer" would make the browser send "Origin: null" with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Tries:
    """How many wrong sign-ins came from one address in the last minute; safe for all threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._wrong: OrderedDict[str, deque[float]] = OrderedDict()

    def check(self, address: str) -> None:
        """Refusal 429 after twenty."""
        with self._lock:
            times = self._wrong.get(address, deque())
            while times and times[0] <= self._clock() - 60:
                times.popleft()
            if len(times) >= WRONG_A_MINUTE:
                raise too_many("operator.too_many_tries", int(60 - (self._clock() - times[0])) + 1)

    def wrong(self, address: str) -> None:
        with self._lock:
            self._wrong.setdefault(address, deque(maxlen=WRONG_A_MINUTE)).append(self._clock())
            self._wrong.move_to_end(address)
            if len(self._wrong) > _ADDRESSES_MAX:
                self._wrong.popitem(last=False)


def web_routes(centre: Centre, ways: Sequence[Way], workers: ThreadPoolExecutor) -> list[WebRoute]:
    """The pages as routes of the service; they are no part of openapi.json."""
    tries = Tries()
    made = [WebRoute(one.path, _endpoint(centre, one, workers, tries), methods=[one.method]) for one in ways]
    # Before the last page of the table, which is there for every address that is none.
    return [WebRoute("/console/static/{mark}/{name}", _static, methods=["GET"]), *made]


async def _static(request: Request) -> Response:
    file = look.file(request.path_params["name"])
    if file is None or request.path_params["mark"] != look.mark():
        return Response(b"", 404, HEADERS)
    # The address changes with the file, so it may be kept for ever.
    headers = HEADERS | {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(file.body, 200, headers, file.media_type)


def _endpoint(
    centre: Centre, way: Way, workers: ThreadPoolExecutor, tries: Tries
) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        began = time.monotonic()
        code = ""
        try:
            response = await _serve(centre, way, workers, tries, request)
        except Refusal as refusal:
            code = refusal.code
            response = _send(frame.refused(refusal), request)
            if refusal.retry_after_s:
                response.headers["Retry-After"] = str(refusal.retry_after_s)
        except Exception as error:
            busy = isinstance(error, OperationalError)
            code = "server.busy" if busy else "server.fault"
            trouble = centre.entropy(8).hex()
            centre.log("fault", id=trouble, error=type(error).__name__, where=_where(error))
            response = _send(frame.failed(503 if busy else 500, trouble), request)
        took_ms = round((time.monotonic() - began) * 1_000)
        centre.log("page", method=way.method, route=way.path, status=response.status_code, code=code, ms=took_ms)
        return response

    return endpoint


def _where(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{os.path.basename(last.filename)}:{last.lineno}"


async def _serve(centre: Centre, way: Way, workers: ThreadPoolExecutor, tries: Tries, request: Request) -> Response:
    if len(request.headers) > HEADERS_MAX:
        raise Refusal(431, "request.too_many_headers")
    query = _address(request)
    if centre.demo:
        check_origin(request)
    _check_own_page(request)
    run = functools.partial(asyncio.get_running_loop().run_in_executor, workers)
    by_itself = request.headers.get("x-counter-by-itself") == "1"
    token = request.cookies.get(_cookie(request), "")
    session = None
    if way.who == "operator":
        session = await run(functools.partial(operators.session_of, centre, token, by_itself=by_itself))
        if session is None:
            return _go(Elsewhere(SIGN_IN, "" if token else None), request)
    # Before there is a session, the forms are tied to a random cookie of their own.
    visitor = "" if session else request.cookies.get(_cookie(request, "visitor"), "")
    fresh = "" if session or visitor else centre.entropy(16).hex()
    bearer = session.hash if session else token_hash(visitor or fresh)
    form: dict[str, tuple[str, ...]] = {}
    if way.method == "POST":
        form = await _form(request)
        given = form.get("form_token", ("",))
        if fresh or len(given) != 1 or not operators.is_form_token(centre, bearer, given[0]):
            raise Refusal(403, "form.not_ours")
    visit = Visit(centre, request.url.path, dict(request.path_params), query, form, session, bearer)
    signing_in = way.method == "POST" and way.path == SIGN_IN
    address = request.client.host if request.client else ""
    if signing_in:
        tries.check(address)
    try:
        found = await run(lambda: way.serve(visit))
    except Refusal:
        if signing_in:
            tries.wrong(address)
        raise
    if isinstance(found, Elsewhere):
        return _go(found, request)
    if signing_in:
        tries.wrong(address)
    response = _send(frame.document(found, visit), request, found.status)
    if fresh:
        _set_cookie(response, request, _cookie(request, "visitor"), fresh)
    return response


def _address(request: Request) -> dict[str, str]:
    """What the address asks for; Refusal 400 when host or address are none."""
    try:
        urlsplit("//" + request.headers.get("host", ""))
        urlsplit(request.headers.get("origin", ""))
        return dict(parse_qsl(request.url.query, keep_blank_values=True, max_num_fields=20, errors="replace"))
    except ValueError:
        raise Refusal(400, "request.address_wrong") from None


def _check_own_page(request: Request) -> None:
    """What changes something comes from a page of this server; a browser says so, twice."""
    if request.method == "GET":
        return
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host", ""):
        raise Refusal(403, "request.origin_foreign")
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise Refusal(403, "request.origin_foreign")


async def _form(request: Request) -> dict[str, tuple[str, ...]]:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/x-www-form-urlencoded":
        raise Refusal(415, "request.not_a_form")
    body = b""
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for part in request.stream():
                body += part
                if len(body) > FORM_MAX_BYTES:
                    raise Refusal(413, "request.too_large", max_bytes=FORM_MAX_BYTES)
    except TimeoutError:
        raise Refusal(408, "request.too_slow") from None
    except ClientDisconnect:
        raise Refusal(400, "request.cut_off") from None
    try:
        text = body.decode("utf-8")
        pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=FORM_MAX_FIELDS, errors="strict")
    except ValueError:
        raise Refusal(400, "request.not_a_form") from None
    found: dict[str, tuple[str, ...]] = {}
    for name, value in pairs:
        found[name] = (*found.get(name, ()), value)
    return found


def _send(body: bytes, request: Request, status: int = 0) -> Response:
    """`body` with the headers of every page. `status` 0: the one that the body of a refusal was made for."""
    if isinstance(body, frame.Trouble):
        status = body.status
    return Response(bytes(body), status or 200, HEADERS, "text/html; charset=utf-8")


def _go(found: Elsewhere, request: Request) -> Response:
    response = Response(b"", 303, HEADERS | {"Location": found.to})
    if found.token:
        _set_cookie(response, request, _cookie(request), found.token)
    elif found.token == "":
        _set_cookie(response, request, _cookie(request), "")
    return response


def _plain_loopback(request: Request) -> bool:
    return request.url.scheme == "http" and (request.url.hostname or "") in _LOOPBACK


def _cookie(request: Request, name: str = "console") -> str:
    # With this prefix a browser takes it only over TLS, from this host and for all of it.
    return f"counter-{name}" if _plain_loopback(request) else f"__Host-counter-{name}"


def _set_cookie(response: Response, request: Request, name: str, value: str) -> None:
    response.set_cookie(
        name,
        value,
        max_age=None if value else 0,
        path="/",
        secure=not _plain_loopback(request),
        httponly=True,
        samesite="strict",
    )
