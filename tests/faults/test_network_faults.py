"""The way to the centre goes wrong in every way: work goes on, nothing leaks, and afterwards each act is there once."""

from __future__ import annotations

import gzip
import http.client
import os
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from central_service.server import EmbeddedCentre
from counter_app.demo.platform import STORE, Platform
from counter_app.desk.settings import settings_from
from counter_app.domain.employee import Actor
from counter_app.errors import Offline
from counter_app.events import SyncChanged
from counter_app.store.journal import Identity
from counter_app.sync.central import Central
from counter_app.sync.engine import Engine
from counter_app.sync.schedule import Schedule
from counter_app.sync.worker import Worker
from tests.counter_acts import piece
from tests.outside.shop import CUSTOMERS
from tests.sync.test_central_http import Authority, Server
from tests.sync.test_central_http import http as answer_of
from ui.sentences import SENTENCES

HTML = b"<html>Welcome to Free Wi-Fi. Accept the terms to go on.</html>"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
AT_ONCE_S = 2.0
"""What an act at the counter may take on a busy machine; the exchange's own deadline is far beyond it."""

Fault = Callable[[socket.socket, Server], None]


def drip(first: bytes, each: bytes = b" ", pause_s: float = 0.05) -> Fault:
    def answer(line: socket.socket, server: Server) -> None:
        line.sendall(first)
        while not server.stopping.wait(pause_s):
            line.sendall(each)

    return answer


def says(data: bytes) -> Fault:
    return lambda line, server: line.sendall(data)


def faults(elsewhere: int) -> dict[str, tuple[Fault, str, str]]:
    """What answers instead of the centre, and which state and code the counter then shows."""
    bomb = gzip.compress(b"[" + b" " * 30_000_000 + b"]")
    packed = HEAD + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(bomb) + bomb
    away = answer_of("302 Found", HTML, "text/html", Location=f"http://127.0.0.1:{elsewhere}/login")
    return {
        "portal 200": (says(answer_of("200 OK", HTML, "text/html")), "offline", "sync.not_the_centre"),
        "portal 302": (says(away), "offline", "sync.portal"),
        "portal 511": (says(answer_of("511 Sign in", HTML, "text/html")), "offline", "sync.portal"),
        "down 500": (says(answer_of("500 Broken", {"code": "server.fault", "args": {}})), "offline", "server.fault"),
        "gateway 502": (says(answer_of("502 Bad", HTML, "text/html")), "offline", "sync.busy"),
        "wait 429": (says(answer_of("429 Slow", HTML, "text/html", Retry_After="1")), "offline", "sync.busy"),
        "byte by byte": (drip(HEAD + b"Content-Length: 9999\r\n\r\n"), "offline", "sync.too_slow"),
        "head byte by byte": (drip(HEAD + b"X-Long: ", b"x"), "offline", "sync.too_slow"),
        "cut body": (says(HEAD + b'Content-Length: 999\r\n\r\n{"epoch":'), "offline", "sync.offline"),
        "gzip bomb": (says(packed), "offline", "sync.answer_too_large"),
        "hangs up": (lambda line, server: None, "offline", "sync.offline"),
    }


class Way:
    """What stands between the counter and its centre: it passes on, or does what a fault does."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.fault: Fault | None = None
        self.server = Server([self._answer])

    def _answer(self, line: socket.socket, server: Server) -> None:
        if self.fault is not None:
            self.fault(line, server)
        else:
            line.sendall(self._passed_on(server.requests[-1]))

    def _passed_on(self, request: bytes) -> bytes:
        head, _, body = request.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        method, path, _ = first.split(" ")
        asked = http.client.HTTPConnection("127.0.0.1", self._port, timeout=10)
        try:
            asked.request(method, path, body, dict(one.split(": ", 1) for one in lines if not one.startswith("Accept")))
            got = asked.getresponse()
            data = got.read()
        finally:
            asked.close()
        return answer_of(f"{got.status} {got.reason}", data, got.headers["Content-Type"])


class Station:
    """A counter with its exchange on its own thread, on a clock that lives."""

    def __init__(self, counter: Any, centre: EmbeddedCentre, platform: Platform, way: Way) -> None:
        self.counter, self.told = counter, counter.told
        desk, key = counter.desk, counter.desk.identity.sign.__self__
        public = key.public_key().public_bytes_raw()
        self.central = Central(f"http://127.0.0.1:{way.server.port}", timeouts_s=(3.0, 2.0), answer_s=2.0)
        registrar = Central(centre.base_url)
        said = registrar.register(platform.enrolment_code(), public, "one")
        registrar.close()
        desk.identity = Identity(
            said["org"], said["store"], said["device_id"], said["incarnation"], public, key.sign, "boot-1"
        )
        desk.settings = settings_from(said["settings"])
        with desk.db.write() as connection:
            connection.exec_driver_sql("UPDATE meta SET value = ? WHERE key = 'epoch'", (said["epoch"],))
        self.central.speak_for(said["device_id"], key.sign)
        engine = Engine(desk.db, self.central, desk.identity, counter.clock, self.told.append)
        self.worker = Worker(
            engine, Schedule(random=lambda: 0.05, poll_s=0.05, cap_s=4.0), counter.clock, self.told.append
        )
        self.worker.start()

    def wait(self, fact: Callable[[SyncChanged], bool], within_s: float = 30.0) -> SyncChanged:
        """The next word of the exchange, counted from now, that fits."""
        begun, until = len(self.told), time.monotonic() + within_s
        while time.monotonic() < until:
            for event in self.told[begun:]:
                if isinstance(event, SyncChanged) and fact(event):
                    return event
            time.sleep(0.005)  # between two looks
        raise AssertionError([event for event in self.told[begun:] if isinstance(event, SyncChanged)][-5:])

    def receive(self, count: int) -> float:
        """Receive pieces; the longest that one of them took, in seconds."""
        worst = 0.0
        for _ in range(count):
            begun = time.monotonic()
            piece(self.counter, Actor("clerk-jordan", 4), "account-101", CUSTOMERS[0].holder)
            worst = max(worst, time.monotonic() - begun)
            self.worker.kick()
        return worst

    def statuses(self) -> list[tuple[str, str]]:
        with self.counter.desk.db.read() as connection:
            return [tuple(row) for row in connection.exec_driver_sql("SELECT op_id, status FROM journal ORDER BY n")]

    def close(self) -> None:
        assert self.worker.close(5)
        self.central.close()


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedCentre]:
    made = EmbeddedCentre(tmp_path_factory.mktemp("centre") / "central.db", demo=True)
    made.start()
    platform = Platform(made.base_url, made.platform_token)
    platform.found(CUSTOMERS)
    platform.close()
    yield made
    made.stop()


@pytest.fixture
def elsewhere() -> Iterator[Server]:
    made = Server([answer_of(body={})])
    yield made
    made.close()


@pytest.fixture
def world(counter: Any, centre: EmbeddedCentre) -> Iterator[Any]:
    platform = Platform(centre.base_url, centre.platform_token)
    way = Way(centre.port)
    counter.desk.entropy = os.urandom  # the centre is shared: what is made here must be new for it too
    station = Station(counter, centre, platform, way)
    try:
        station.wait(lambda said: said.state == "online")
        yield station, way, platform
    finally:
        station.close()
        way.server.close()
        platform.close()


@pytest.mark.parametrize("name", list(faults(0)))
def test_a_fault_is_named_the_queue_is_kept_and_drains_exactly_once(world: Any, elsewhere: Server, name: str) -> None:
    station, way, platform = world
    fault, state, code = faults(elsewhere.port)[name]
    station.receive(1)
    station.wait(lambda said: said.state == "online" and said.waiting == 0)
    way.fault = fault
    station.wait(lambda said: said.state != "online")
    assert station.receive(3) < AT_ONCE_S, "the clerk waits for no line"
    told = station.wait(lambda said: said.waiting == 3)
    assert (told.state, told.code) == (state, code)
    assert code in SENTENCES
    assert [status for _, status in station.statuses()[-3:]] == ["waiting"] * 3
    assert elsewhere.connections == 0, "nothing is sent on to where a portal points"
    way.fault = None
    station.worker.kick()
    station.wait(lambda said: said.state == "online" and said.waiting == 0)
    own = [op_id for op_id, _ in station.statuses()]
    there = [line["op_id"] for line in platform.journal()]
    assert [there.count(op_id) for op_id in own] == [1] * len(own)


def test_p5_a_storm_of_errors_loses_and_doubles_nothing(world: Any) -> None:
    """Three of ten answers are errors, some of them after the centre has kept what was sent."""
    station, way, platform = world
    random = Random(11)

    def storm(line: socket.socket, server: Server) -> None:
        luck = random.random()
        if luck < 0.15:
            line.sendall(answer_of("503 Busy", HTML, "text/html"))
            return
        answer = way._passed_on(server.requests[-1])
        if luck > 0.15 + 0.15:
            line.sendall(answer)

    way.fault = storm
    for _ in range(6):
        assert station.receive(3) < AT_ONCE_S
    station.wait(lambda said: said.waiting == 0, 60)
    own = [op_id for op_id, _ in station.statuses()]
    there = [line["op_id"] for line in platform.journal()]
    assert [there.count(op_id) for op_id in own] == [1] * len(own)
    rows = [row for row in platform.get("items", store=STORE) if row["received_by"] == "clerk-jordan"]
    assert len({row["mail_id"] for row in rows}) == len(rows)


@pytest.mark.parametrize("slow", ["head", "handshake", "never reads"])
def test_one_deadline_holds_for_every_part_of_an_exchange(slow: str, tmp_path: Path) -> None:
    """Each byte comes in time for the next: without a deadline over all it would go on for hours."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = Server([drip(HEAD + b"X-Long: ", b"x")])
    port = server.port if slow == "head" else listener.getsockname()[1]
    scheme = "https" if slow == "handshake" else "http"
    ca_file = str(Authority(tmp_path, "ours").file) if slow == "handshake" else ""
    central = Central(f"{scheme}://127.0.0.1:{port}", ca_file=ca_file, timeouts_s=(5.0, 5.0), answer_s=0.5)
    central._token = "t"
    begun = time.monotonic()
    with pytest.raises(Offline) as caught:
        central.push({"ops": ["x" * 20_000_000 if slow == "never reads" else ""]})
    assert time.monotonic() - begun < 3
    assert caught.value.code == "sync.too_slow"
    central.close()
    server.close()
    listener.close()


def test_a_deadline_that_was_kept_cuts_nothing(centre: EmbeddedCentre) -> None:
    """Not even when it was about to, just as the exchange ended."""
    set_up: list[threading.Timer] = []

    class Late(threading.Timer):
        def start(self) -> None:
            set_up.append(self)

    central = Central(centre.base_url, answer_s=0.5)
    central._deadline._timer = Late
    for _ in range(3):
        assert "v1" in central.hello()["api"]
        set_up[-1].function(*set_up[-1].args)
        assert not central._deadline.passed
        lines = list(central._deadline._lines)
        assert lines
        assert all(line.getpeername() for line in lines), "a line that was shut has no peer"
    central.close()


def test_t16_a_counter_on_a_foreign_line_says_so_and_sends_nothing(tmp_path: Path) -> None:
    """A certificate that vouches for itself, or for another, is no centre: not one byte of an act leaves."""
    ours, theirs = Authority(tmp_path, "ours"), Authority(tmp_path, "theirs")
    context: ssl.SSLContext = theirs.server()
    server = Server([answer_of(body={})], context)
    central = Central(f"https://127.0.0.1:{server.port}", ca_file=str(ours.file), timeouts_s=(1.0, 1.0))
    central._token = "secret-token"
    with pytest.raises(Offline) as caught:
        central.push({"ops": ["Ann Lee"]})
    assert caught.value.code == "sync.not_private"
    assert caught.value.code in SENTENCES
    assert server.requests == []
    central.close()
    server.close()
