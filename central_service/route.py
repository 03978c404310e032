"""What a route is: who may call it, what it asks, what it answers, and the call that it serves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from central_service import devices
from central_service.arrival import Signer
from central_service.centre import Centre
from central_service.refusal import Refusal
from counter_app.limits import REQUEST_MAX_BYTES

Caller = Literal["anybody", "device", "platform"]
Method = Literal["GET", "HEAD", "POST", "PATCH", "DELETE"]


@dataclass(frozen=True)
class Call:
    """One request, read and checked. `standing` is set on device routes, `path_id` where the path has an {id}."""

    centre: Centre
    asked: Any
    standing: devices.Standing | None
    path_id: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def station(self) -> Signer:
        if self.standing is None:
            raise Refusal(401, "auth.needed")
        return self.standing.signer

    @property
    def durable(self) -> dict[str, int]:
        """stream -> how far a backup had it when the caller was looked up; empty while none has."""
        return {} if self.standing is None else self.standing.durable_streams


@dataclass(frozen=True)
class Body:
    """What a request carries: its type, how much of it, the code for another type, and in how many seconds.

    0 seconds are those of every body (`door.BODY_SECONDS`).
    """

    type: str
    most: int
    refusal: str
    seconds: float = 0.0


JSON_BODY = Body("application/json", REQUEST_MAX_BYTES, "request.not_json_type")


@dataclass(frozen=True)
class Route:
    """`asks` is the shape of the body (POST) or of the query (GET); None when there is nothing to say.

    `at_once` may answer from the caller's standing alone, without thread and database; None when that is not enough.
    `serve` gives what `answers` says, or a whole response. `described` completes the route's part of openapi.json.
    """

    method: Method
    path: str
    caller: Caller
    asks: type | None
    answers: Any
    serve: Callable[[Call], Any]
    summary: str
    waits: bool = True
    """False for what asks no database: it is answered at once, also while every thread waits for one."""
    at_once: Callable[[Centre, Any, devices.Standing], Any] | None = None
    held: bool = False
    """True for what is served only when the head of the caller's store has moved, or some time has passed without."""
    body: Body = JSON_BODY
    said_with_all: Mapping[str, str] = field(default_factory=dict)
    described: Mapping[str, Any] = field(default_factory=dict)
