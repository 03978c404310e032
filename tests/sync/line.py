"""The line between a station and its centre, which does what it is told: a request is handed to the centre's door, and
faults decide what becomes of it and of its answer."""

from __future__ import annotations

import base64
import io
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import requests
from requests import packages

from tests.sync.power import Crash

if TYPE_CHECKING:
    from tests.sync.world import World

HTTPResponse: Any = packages.urllib3.response.HTTPResponse  # type: ignore[attr-defined]
CHOKE = "CHOKE"
"""A shelf that something between station and centre answers with 500, each time."""
STATUSES = {
    "401": (401, {"code": "auth.needed", "args": {}}),
    "403": (403, {"code": "auth.other_device", "args": {}}),
    "408": (408, {"code": "request.too_slow", "args": {}}),
    "409": (409, {"code": "sync.cursor_scope", "args": {}}),
    "410": (410, {"code": "sync.cursor_expired", "args": {}}),
    "413": (413, {"code": "sync.batch_too_large", "args": {"max_bytes": 1}}),
    "426": (426, {"code": "sync.version", "args": {}}),
    "429": (429, {"code": "request.too_often", "args": {"wait_s": 3}}),
    "500": (500, {"code": "server.fault", "args": {"id": "ab"}}),
    "503": (503, {"code": "server.busy", "args": {"id": "ab"}}),
}
FAULTS = ("lost_request", "lost_answer", "late", "twice", "cut", "html", "crash", *STATUSES)


class Line(requests.adapters.BaseAdapter):
    """What one station's requests go through. `faults` are spent one by one on what it asks of the exchange."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world
        self.faults: list[str] = []

    def send(self, request: requests.PreparedRequest, *_: Any, **__: Any) -> requests.Response:
        url = urlsplit(request.url or "")
        body = request.body if isinstance(request.body, bytes) else b""
        asked = (request.method or "", url.path, url.query, request.headers.get("Authorization", ""), body)
        fault = self.faults.pop(0) if self.faults and url.path.startswith("/v1/sync/") else ""
        if fault == "lost_request":
            raise requests.ConnectTimeout
        if fault == "html":
            return _answer(request, 200, {"Content-Type": "text/html"}, b"<html>Welcome to the Wi-Fi</html>")
        if fault in STATUSES:
            status, said = STATUSES[fault]
            head = {"Content-Type": "application/json", **({"Retry-After": "3"} if status == 429 else {})}
            return _answer(request, status, head, json.dumps(said).encode())
        if fault == "late":
            self.world.under_way.append(asked)
            raise requests.ReadTimeout
        if fault == "twice":
            self.world.deliver(*asked)
        if fault == "crash":
            self.world.cut.after = 1 + self.world.random.randrange(12)
        try:
            status, head, data = self.world.deliver(*asked)
        except Crash:
            self.world.power_back()
            raise requests.ConnectionError from None
        finally:
            self.world.cut.after = -1
        if fault == "lost_answer":
            raise requests.ReadTimeout
        return _answer(request, status, head, data[: len(data) // 2] if fault == "cut" else data)

    def close(self) -> None:
        pass


def _answer(request: requests.PreparedRequest, status: int, head: dict[str, str], data: bytes) -> requests.Response:
    made = requests.Response()
    made.status_code, made.url, made.request = status, request.url or "", request
    made.headers.update(head)
    made.raw = HTTPResponse(body=io.BytesIO(data), headers=head, status=status, preload_content=False)
    return made


def choking(body: bytes) -> bool:
    return any(CHOKE.encode() in base64.b64decode(op["core"]) for op in json.loads(body)["ops"])
