"""The door: who is calling, from where, and how much; bytes to checked messages and back.

Only what passed here reaches a room. Answers that are not 200 say {code, args} and nothing else.
"""

from __future__ import annotations

import asyncio
import hmac
import json
from typing import Any, TypeVar
from urllib.parse import urlsplit

import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from central_service.centre import Centre
from central_service.messages import Id
from central_service.refusal import Refusal
from central_service.route import JSON_BODY, Body, Caller, Route
from central_service.shapes import Shape, ShapeError, read
from counter_app.limits import JSON_MAX_DEPTH, REQUEST_MAX_BYTES

Admitted = TypeVar("Admitted")
HEADERS_MAX = 64
BODY_SECONDS = 10.0
_DRAIN_BYTES = 8 * REQUEST_MAX_BYTES
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class _IdIn(Shape, frozen=True):
    """The {id} of a path."""

    id: Id


def answer(status: int, body: Any, retry_after_s: int = 0) -> Response:
    """JSON that nobody keeps."""
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    if retry_after_s:
        headers["Retry-After"] = str(retry_after_s)
    return Response(msgspec.json.encode(body), status, headers, "application/json")


def refused(refusal: Refusal) -> Response:
    return answer(refusal.status, {"code": refusal.code, "args": refusal.args_out}, refusal.retry_after_s)


def check_origin(request: Request) -> None:
    """On loopback (demo) only this computer's own programs: Refusal 403 for a web page's request (T23)."""
    if urlsplit("//" + request.headers.get("host", "")).hostname not in _LOOPBACK:
        raise Refusal(403, "request.host_foreign")
    origin = request.headers.get("origin")
    if origin is not None and origin != f"http://{request.headers['host']}":
        raise Refusal(403, "request.origin_foreign")


async def read_body(request: Request, wanted: Body = JSON_BODY, most: int = REQUEST_MAX_BYTES) -> bytes:
    """The body as the route wants it, at most `most` bytes; Refusal 413, 408, or 415 for another type."""
    most = min(most, wanted.most)
    if len(request.headers) > HEADERS_MAX:
        raise Refusal(431, "request.too_many_headers")
    if request.headers.get("content-encoding", "identity") != "identity":
        raise Refusal(415, "request.encoding_unknown")
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != wanted.type:
        raise Refusal(415, wanted.refusal)
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(wanted.seconds or BODY_SECONDS):
            async for part in request.stream():
                size += len(part)
                if size <= most:
                    parts.append(part)
                elif size > _DRAIN_BYTES:
                    break  # the rest of a merely long body is read and dropped, so that the answer can be heard
    except TimeoutError:
        raise Refusal(408, "request.too_slow") from None
    except ClientDisconnect:
        raise Refusal(400, "request.cut_off") from None
    if size > most:
        raise Refusal(413, "request.too_large", max_bytes=most)
    return b"".join(parts)


def parse(body: bytes) -> Any:
    """The JSON value in `body`; Refusal 400 on bad UTF-8, duplicate keys, NaN, or more than 20 levels."""
    try:
        value = json.loads(body.decode("utf-8"), object_pairs_hook=_no_duplicates, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise Refusal(400, "request.not_json") from None
    if _depth(value) > JSON_MAX_DEPTH:
        raise Refusal(400, "request.too_deep")
    return value


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("duplicate key")
    return found


def _no_constant(text: str) -> Any:
    raise ValueError("not a JSON number")


def _depth(value: Any) -> int:
    deepest, waiting = 0, [(value, 1)]
    while waiting:
        one, level = waiting.pop()
        if not isinstance(one, (dict, list)):
            continue
        deepest = max(deepest, level)
        if level > JSON_MAX_DEPTH:
            break
        waiting += [(inner, level + 1) for inner in (one.values() if isinstance(one, dict) else one)]
    return deepest


def message(route: Route, request: Request, body: bytes) -> Any:
    """The request as the route's shape; Refusal 400 with code and field, 413 for a list that is too long."""
    if route.asks is None:
        return None
    value: Any
    if route.method == "GET":
        pairs = request.query_params.multi_items()
        value = dict(pairs)
        if len(value) != len(pairs):
            raise Refusal(400, "request.field_twice")
    else:
        value = parse(body)
    return _shaped(route.asks, value)


def path_id(request: Request) -> str:
    """The {id} of the path, "" where there is none."""
    text = request.path_params.get("id", "")
    return _shaped(_IdIn, {"id": text}).id if text else ""


def _shaped(shape: type, value: Any) -> Any:
    try:
        return read(shape, value)
    except ShapeError as error:
        status = 413 if error.code == "request.too_many" else 400
        raise Refusal(status, error.code, field=_printable(error.field)) from None


def _printable(text: str) -> str:
    return text.encode("ascii", "replace").decode()


def presented(centre: Centre, wanted: Caller, authorization: str) -> str:
    """The station's token that a request brings and that is still to be looked up; "" when the caller needs none.

    Refusal 401 without any, 403 for the platform's own where a station must ask.
    """
    if wanted == "anybody":
        return ""
    scheme, _, text = authorization.partition(" ")
    if scheme.lower() != "bearer" or not text:
        raise Refusal(401, "auth.needed")
    if not hmac.compare_digest(text.encode(), centre.platform_token.encode()):
        return text
    if wanted == "device":
        raise Refusal(403, "auth.device_only")
    return ""


def admitted(wanted: Caller, station: Admitted | None) -> Admitted:
    """Whoever was found for a token, as the caller of a route. Refusal 401 for nobody, 403 for the wrong sort."""
    if station is None:
        raise Refusal(401, "auth.needed")
    if wanted == "platform":
        raise Refusal(403, "auth.platform_only")
    return station
