"""Whether this worker lives, whether it can work, and its figures: for a load balancer and for whoever watches."""

from __future__ import annotations

import hmac
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, func, make_url, select
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from central_service import mail
from central_service.centre import Centre
from central_service.database import EVERY_STORE
from central_service.front_door import UnderWay, address
from central_service.messages import Alive
from central_service.metrics import CONTENT_TYPE
from central_service.refusal import Refusal
from central_service.tables import SCHEMA_VERSION, charge, journal, quarantine
from central_service.tables import centre as centre_table

DISK_NEEDED_BYTES = 100 * 1024 * 1024
"""Below it nothing new is taken in: SQLite needs room to fold its log back, and a full disk loses the answer."""
FRESH_S = 15.0
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


def ready(centre: Centre) -> Alive:
    """The database answers, has this program's tables, and its disk has room; Refusal 503 `server.not_ready` else."""
    if centre.restored.is_set():
        raise _not_ready("restored")
    try:
        with centre.db.read() as connection:
            version = connection.execute(select(centre_table.c.schema_version)).scalar_one()
    except SQLAlchemyError:
        raise _not_ready("database") from None
    if version != SCHEMA_VERSION:
        raise _not_ready("schema")
    if free_bytes(centre.database_url) < DISK_NEEDED_BYTES:
        raise _not_ready("disk")
    return Alive(True)


def _not_ready(why: str) -> Refusal:
    refusal = Refusal(503, "server.not_ready", why=why)
    refusal.retry_after_s = 5
    return refusal


def free_bytes(database_url: str) -> int:
    """Room on the disk of a database in a file; a database server watches its own."""
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        return DISK_NEEDED_BYTES
    return shutil.disk_usage(Path(url.database).parent).free


class Watch:
    """`/metrics` in the text format of Prometheus: for this computer, or with the token."""

    def __init__(self, centre: Centre, under_way: UnderWay, token: str) -> None:
        self._centre, self._under_way, self._token = centre, under_way, token
        self._lock = threading.Lock()
        self._at, self._found = -FRESH_S, dict[str, float]()

    def allows(self, request: Request) -> bool:
        """From loopback without a proxy in between, or with the bearer token."""
        _, _, given = request.headers.get("authorization", "").partition(" ")
        if self._token and hmac.compare_digest(given.encode(), self._token.encode()):
            return True
        return not given and not self._token and address(request.scope) in _LOOPBACK

    def answer(self) -> Response:
        gauges = self._gauges() | {"counter_requests_under_way": self._under_way.count}
        return PlainTextResponse(self._centre.metrics.text(gauges), 200, {"Cache-Control": "no-store"}, CONTENT_TYPE)

    def _gauges(self) -> dict[str, float]:
        """Counts of the whole database, asked at most every 15 seconds: whoever scrapes more is no load."""
        with self._lock:
            if time.monotonic() - self._at >= FRESH_S:
                try:
                    with self._centre.db.read(EVERY_STORE) as connection:
                        self._found = {name: float(ask(connection)) for name, ask in _ASKED.items()}
                    self._at = time.monotonic()
                except SQLAlchemyError:
                    return {}  # the process has figures of its own even when the database has none
            return self._found


def _charges(connection: Connection) -> int:
    open_ = select(func.count()).select_from(charge).where(charge.c.next_try_ms >= 0)
    return int(connection.execute(open_).scalar_one())


def _quarantined(connection: Connection) -> int:
    return int(connection.execute(select(func.count()).select_from(quarantine)).scalar_one())


def _contested(connection: Connection) -> int:
    found = select(func.count()).select_from(journal).where(journal.c.status == "contested")
    return int(connection.execute(found).scalar_one())


def _mails(state: str) -> Callable[[Connection], int]:
    return lambda connection: mail.counts(connection).get(state, 0)


_ASKED: dict[str, Callable[[Connection], int]] = {
    "counter_charges_open": _charges,
    "counter_quarantined": _quarantined,
    "counter_contested": _contested,
    "counter_mails_queued": _mails("queued"),
    "counter_mails_doubtful": _mails("doubtful"),
}
