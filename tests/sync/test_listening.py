"""Waiting for news at the centre: a round at once when something moved, and on any trouble nothing but the polls."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from central_service.server import EmbeddedCentre
from counter_app.errors import Offline, ServerBusy, SyncError
from counter_app.sync.central import Central
from counter_app.sync.listening import NOT_SERVED_S, Listener
from counter_app.sync.schedule import Schedule
from counter_app.sync.worker import Worker
from tests.central.station import PLATFORM_TOKEN, Platform, Station
from tests.sync.test_central_http import Server, http
from tests.sync.test_worker import Heard, Rounds

WAIT_S = 10.0
STREAM = "store:s1"
TOKEN = [http(body={"challenge": "ab" * 40}), http(body={"token": "t", "heads": {}})]
MOVED = http(body={"epoch": "e", "moved": True})


class Line:
    """A centre that answers each question as it is told to; the last is for ever, None never comes."""

    def __init__(self, *answers: Any) -> None:
        self.answers = list(answers)
        self.asked: queue.Queue[str] = queue.Queue()
        self.cut_ = threading.Event()

    def wait(self, stream: str, cursor: str) -> dict[str, Any]:
        self.asked.put(cursor)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if answer is None:
            assert self.cut_.wait(WAIT_S)
            raise Offline
        if isinstance(answer, Exception):
            raise answer
        return dict(answer)

    def cut(self) -> None:
        self.cut_.set()


def stand(db: Any, cursor: str) -> None:
    with db.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO cursor (stream, epoch, cursor, high) VALUES (?, 'e', ?, 1) "
            "ON CONFLICT (stream) DO UPDATE SET cursor = excluded.cursor",
            (STREAM, cursor),
        )


@pytest.fixture
def exchange(counter: Any) -> Iterator[Callable[..., tuple[Worker, Rounds, Heard]]]:
    """An exchange that polls every ten minutes, and listens at `line`."""
    made: list[Worker] = []

    def make(line: Any, *outcomes: Exception | None) -> tuple[Worker, Rounds, Heard]:
        rounds, heard = Rounds(counter.desk.db, list(outcomes or (None,))), Heard()
        listener = Listener(counter.desk.db, line, STREAM, Schedule(random=lambda: 0.0), 0.01)
        schedule = Schedule(random=lambda: 1.0, poll_s=600.0)
        worker = Worker(rounds, schedule, counter.clock, heard, listener=listener)  # type: ignore[arg-type]
        made.append(worker)
        worker.start()
        return worker, rounds, heard

    stand(counter.desk.db, "c1")
    yield make
    for worker in made:
        assert worker.close()


def test_a_round_comes_at_once_when_something_moved(exchange: Any) -> None:
    _, rounds, heard = exchange(Line({"moved": True}, None))
    heard.next()
    heard.next()
    assert rounds.count == 2


def test_without_news_the_next_round_is_the_polls(exchange: Any) -> None:
    line = Line({"moved": False})
    _, rounds, heard = exchange(line)
    heard.next()
    for _ in range(5):
        assert line.asked.get(timeout=WAIT_S) == "c1"
    assert rounds.count == 1


def test_it_does_not_ask_before_a_round_went_well_nor_from_the_beginning(exchange: Any, counter: Any) -> None:
    line = Line({"moved": True})
    worker, _, heard = exchange(line, Offline(), None)
    assert heard.next().state == "offline"
    assert line.asked.empty()
    stand(counter.desk.db, "")
    worker.kick()
    assert heard.next().state == "online"
    with pytest.raises(queue.Empty):
        line.asked.get(timeout=0.1)


def test_a_round_that_brought_it_already_is_not_done_twice(exchange: Any, counter: Any) -> None:
    rounds_begun = threading.Event()

    class Slow(Line):
        def wait(self, stream: str, cursor: str) -> dict[str, Any]:
            self.asked.put(cursor)
            assert rounds_begun.wait(WAIT_S)
            if cursor == "c2":
                return super().wait(stream, cursor)
            return {"moved": True}

    line = Slow({"moved": False})
    worker, rounds, heard = exchange(line)
    heard.next()
    assert line.asked.get(timeout=WAIT_S) == "c1"
    worker.kick()
    heard.next()
    stand(counter.desk.db, "c2")
    rounds_begun.set()
    assert line.asked.get(timeout=WAIT_S) == "c2"
    assert rounds.count == 2


def test_a_centre_that_calls_wolf_makes_no_round_after_the_other(exchange: Any) -> None:
    line = Line({"moved": True})
    _, rounds, heard = exchange(line)
    heard.next()
    heard.next()
    for _ in range(4):
        line.asked.get(timeout=WAIT_S)
    assert rounds.count == 2


TROUBLE = [
    Offline("sync.portal"),
    ServerBusy("server.busy"),
    SyncError("sync.cursor_scope", status=409),
    SyncError("sync.cursor_expired", status=410),
    ServerBusy("server.restored", status=503),
    ZeroDivisionError(),
    {"moved": "yes"},
    {},
]


@pytest.mark.parametrize("trouble", TROUBLE, ids=repr)
def test_whatever_goes_wrong_with_it_is_asked_again_and_no_round_is_hindered(exchange: Any, trouble: Any) -> None:
    line = Line(trouble)
    worker, rounds, heard = exchange(line)
    heard.next()
    for _ in range(2):
        line.asked.get(timeout=WAIT_S)
    worker.kick()
    said = heard.next()
    assert (said.state, said.code, rounds.count) == ("online", "", 2)


@pytest.mark.parametrize(
    ("error", "least", "most"),
    [
        (SyncError("request.not_found", status=404), NOT_SERVED_S, NOT_SERVED_S),
        (ServerBusy("server.busy", retry_after_s=120), 120, 240),
        (Offline(), 0, 1),
    ],
    ids=repr,
)
def test_how_long_it_keeps_quiet(counter: Any, error: Any, least: float, most: float) -> None:
    listener = Listener(counter.desk.db, Line(None), STREAM, Schedule(random=lambda: 0.5))  # type: ignore[arg-type]
    assert least <= listener._after(error) <= most


def test_an_act_does_not_wait_behind_a_question_that_is_not_answered(exchange: Any) -> None:
    line = Line(None)
    worker, rounds, heard = exchange(line)
    heard.next()
    line.asked.get(timeout=WAIT_S)
    worker.kick()
    assert heard.next().state == "online"
    assert rounds.count == 2
    assert line.asked.empty()


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    opened: list[Server] = []

    def make(*answers: Any) -> Server:
        opened.append(Server(list(answers)))
        return opened[-1]

    yield make
    for server in opened:
        server.close()


def of(server: Server, **times: Any) -> Central:
    central = Central(f"http://127.0.0.1:{server.port}", **times)
    central.speak_for("d1", lambda data: b"\x01" * 64)
    return central


def silent(line: Any, server: Server) -> None:
    while not server.stopping.is_set():
        try:
            if not line.recv(1):
                return
        except TimeoutError:
            return


def test_closing_cuts_a_question_on_its_way_and_leaves_no_thread(exchange: Any, serve: Any) -> None:
    server = serve(*TOKEN, silent)
    before = set(threading.enumerate())
    worker, _, heard = exchange(of(server, timeouts_s=(3.0, 58.0), answer_s=60.0))
    heard.next()
    end = time.monotonic() + WAIT_S
    while len(server.requests) < 3:
        assert time.monotonic() < end
        threading.Event().wait(0.005)
    assert b"GET /v1/sync/wait?stream=store%3As1&cursor=c1 " in server.requests[2]
    began = time.monotonic()
    assert worker.close()
    assert time.monotonic() - began < 2
    assert [one for one in set(threading.enumerate()) - before if one.name.startswith("sync")] == []


def test_after_the_cut_nothing_is_asked_any_more(serve: Any) -> None:
    server = serve(*TOKEN, MOVED)
    central = of(server)
    assert central.wait(STREAM, "c1")["moved"] is True
    central.cut()
    with pytest.raises(Offline):
        central.wait(STREAM, "c1")
    central.close()


def test_a_portal_or_a_line_that_is_cut_leaves_the_polls(exchange: Any, serve: Any) -> None:
    portal = http("302 Found", Location="http://portal.example/")
    html = http(body=b"<html>sign in</html>", content_type="text/html")
    server = serve(*TOKEN, portal, html, lambda line, _: None, MOVED)
    _, rounds, heard = exchange(of(server))
    assert heard.next().state == "online"
    said = heard.next()  # only the fourth answer is the centre's
    assert (said.state, rounds.count) == ("online", 2)
    assert len(server.requests) >= 6


def test_at_a_real_centre_another_stations_act_is_heard_long_before_the_poll(
    tmp_path: Any, counter: Any, exchange: Any
) -> None:
    centre = EmbeddedCentre(tmp_path / "central.db", platform_token=PLATFORM_TOKEN)
    url = centre.start()
    platform = Platform(url)
    try:
        platform.store("s1")
        here, there = Station(url, platform, "s1"), Station(url, platform, "s1")
        there.clerk = platform.clerk("s1")
        stand(counter.desk.db, here.pull()["next"])
        central = Central(url)
        central.speak_for(here.device, here.key.sign)
        _, rounds, heard = exchange(central)
        heard.next()
        there.push(there.received())
        heard.next()
        assert rounds.count == 2
    finally:
        platform.close()
        centre.stop()
