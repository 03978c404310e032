"""Waiting for news: told when something moves, by whichever process; no thread is held, and a stop waits for nobody."""

from __future__ import annotations

import base64
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any

import pytest
from sqlalchemy import insert, update

from central_service.app import WORKERS
from central_service.front_door import UnderWay
from central_service.server import EmbeddedCentre, _config, _listen
from central_service.stopping import LINGER_S, OrderlyServer
from central_service.tables import device, stream_mark
from central_service.waiting import Waits
from tests.central.conftest import Shop, empty_database
from tests.central.station import PLATFORM_TOKEN, Refused, Station, call

SOON_S = 10.0
"""Long before the 55 seconds are over."""


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(WORKERS + 4) as pool:
        yield pool


@pytest.fixture
def centre(tmp_path) -> Iterator[EmbeddedCentre]:
    made = EmbeddedCentre(tmp_path / "central.db", platform_token=PLATFORM_TOKEN)
    made.more["blobs"] = tmp_path / "photos"
    yield made
    made.stop()


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as made:
        yield made


def ask(station: Station, cursor: str, store: str = "", url: str = "") -> Any:
    query = {"stream": f"store:{store or station.store}", "cursor": cursor}
    return call(station.session, url or station.url, "GET", "/v1/sync/wait", station.token, params=query)


def until(true: Callable[[], object]) -> None:
    end = time.monotonic() + SOON_S
    while not true():
        assert time.monotonic() < end
        threading.Event().wait(0.005)


def held(centre: EmbeddedCentre, count: int) -> None:
    """Until so many requests are under way at the wait."""
    until(lambda: len(waiters(centre)) == count)


def waiters(centre: EmbeddedCentre) -> Any:
    assert centre._server is not None
    return centre._server.config.app.state.waiters  # type: ignore[union-attr]


def service(centre: EmbeddedCentre) -> Any:
    return waiters(centre)._centre


def head(station: Station) -> str:
    cursor, more = "", True
    while more:
        page = station.pull(cursor)
        cursor, more = page["next"], page["more"]
    return cursor


def test_what_is_behind_the_cursor_is_told_at_once(shop):
    station = shop.station()
    began = time.monotonic()
    assert ask(station, "") == {"epoch": station.epoch, "moved": True}
    cursor = head(station)
    station.push(station.received())
    assert ask(station, cursor) == {"epoch": station.epoch, "moved": True}
    assert time.monotonic() - began < SOON_S


def test_who_waits_is_told_when_another_station_has_done_something(shop, threads):
    waits, acts = shop.station(), shop.station()
    cursor = head(waits)
    said = threads.submit(ask, waits, cursor)
    held(shop.centre, 1)
    assert not said.done()
    acts.push(acts.received())
    assert said.result(SOON_S) == {"epoch": waits.epoch, "moved": True}
    held(shop.centre, 0)


def test_another_store_wakes_nobody_here(shop, threads):
    waits = shop.station()
    cursor = head(waits)
    shop.platform.store(shop.store + "b")
    other = shop.station(shop.store + "b")
    said = threads.submit(ask, waits, cursor)
    held(shop.centre, 1)
    other.push(other.received())
    assert ask(other, "")["moved"]
    with pytest.raises(TimeoutError):
        said.result(1.3)
    waits.push(waits.received())
    assert said.result(SOON_S)["moved"]


def test_a_cursor_of_another_stream_or_hand_is_refused_as_in_a_pull(shop):
    station = shop.station()
    shop.platform.store(shop.store + "b")
    other = shop.station(shop.store + "b")
    cursor = head(station)
    body, _, seal = cursor.partition(".")
    forged = base64.urlsafe_b64encode(base64.urlsafe_b64decode(body).replace(b'"seq":', b'"seq":1')).decode()
    for bad in (head(other), f"{forged}.{seal}", "x", ".", "e30=." + seal, cursor + "0"):
        with pytest.raises(Refused) as refused:
            ask(station, bad)
        assert (refused.value.status, refused.value.code) == (409, "sync.cursor_scope")
    with pytest.raises(Refused) as refused:
        ask(station, cursor, store=other.store)
    assert (refused.value.status, refused.value.code) == (403, "auth.other_store")


def test_a_revoked_station_does_not_wait(shop):
    station = shop.station()
    cursor = head(station)
    with shop.beneath() as connection:
        connection.execute(update(device).where(device.c.id == station.device).values(revoked=1))
    with pytest.raises(Refused) as refused:
        ask(station, cursor)
    assert (refused.value.status, refused.value.code) == (401, "auth.needed")


def test_a_cursor_that_may_have_missed_a_tombstone_is_refused_as_in_a_pull(shop):
    station = shop.station()
    station.push(station.received())
    cursor = head(station)
    station.push(station.received())
    with shop.beneath() as connection:
        connection.execute(insert(stream_mark).values(store_id=station.store, floor=10_000))
    with pytest.raises(Refused) as refused:
        ask(station, cursor)
    assert (refused.value.status, refused.value.code) == (410, "sync.cursor_expired")


def test_who_waits_is_sent_away_when_the_database_turns_out_to_be_an_old_copy(shop, threads):
    waits = shop.station()
    said = threads.submit(ask, waits, head(waits))
    held(shop.centre, 1)
    service(shop.centre).restored.set()
    try:
        with pytest.raises(Refused) as refused:
            said.result(SOON_S)
    finally:
        service(shop.centre).restored.clear()
    assert (refused.value.status, refused.value.code) == (503, "server.restored")
    held(shop.centre, 0)


def test_nothing_is_told_when_the_time_is_over(centre, stack):
    centre.more["waits"] = Waits(hold_s=0.05)
    centre.start()
    station = Shop(centre, stack).station()
    assert ask(station, head(station)) == {"epoch": station.epoch, "moved": False}


def test_more_may_wait_than_there_are_threads_and_work_goes_on(centre, stack, threads):
    centre.start()
    shop = Shop(centre, stack)
    stations = [shop.station() for _ in range(WORKERS + 2)]
    cursors = [head(one) for one in stations]
    said: list[Future[Any]] = [threads.submit(ask, *one) for one in zip(stations, cursors, strict=True)]
    held(centre, len(stations))
    acts = shop.station()
    acts.push(acts.received())
    assert [one.result(SOON_S)["moved"] for one in said] == [True] * len(stations)


def test_beyond_the_bound_a_station_is_sent_back_to_polling(centre, stack, threads):
    centre.more["waits"] = Waits(most=1)
    centre.start()
    shop = Shop(centre, stack)
    first, second = shop.station(), shop.station()
    cursor = head(first)
    said = threads.submit(ask, first, cursor)
    held(centre, 1)
    with pytest.raises(Refused) as refused:
        ask(second, cursor)
    assert (refused.value.status, refused.value.code) == (503, "server.busy")
    assert second.pull(cursor)["high"]
    second.push(second.received())
    assert said.result(SOON_S)["moved"]


def test_a_station_waits_once_and_its_last_question_counts(centre, stack, threads):
    centre.more["waits"] = Waits(most=1)
    centre.start()
    station = Shop(centre, stack).station()
    cursor = head(station)
    first = threads.submit(ask, station, cursor)
    held(centre, 1)
    second = threads.submit(ask, station, cursor)
    assert first.result(SOON_S)["moved"] is False
    station.push(station.received())
    assert second.result(SOON_S)["moved"] is True


def test_who_hangs_up_leaves_its_place(centre, stack, threads):
    centre.start()
    station = Shop(centre, stack).station()
    cursor = head(station)
    line = socket.create_connection(("127.0.0.1", centre.port), timeout=SOON_S)
    path = f"/v1/sync/wait?stream=store:{station.store}&cursor={cursor}"
    said = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{centre.port}\r\nAuthorization: Bearer {station.token}\r\n\r\n"
    line.sendall(said.encode())
    held(centre, 1)
    line.close()
    held(centre, 0)


def test_a_stop_answers_all_who_wait_at_once(centre, stack, threads):
    centre.start()
    station = Shop(centre, stack).station()
    said = threads.submit(ask, station, head(station))
    held(centre, 1)
    began = time.monotonic()
    centre.stop()
    assert time.monotonic() - began < 3
    assert said.result(SOON_S)["moved"] is False


def test_what_another_process_took_in_is_told_too(tmp_path, request, stack, threads):
    url = stack.enter_context(empty_database("postgresql", tmp_path, request))
    one, two = (EmbeddedCentre(url, platform_token=PLATFORM_TOKEN) for _ in range(2))
    for centre in (one, two):
        centre.more["blobs"] = tmp_path / "photos"
        centre.start()
        stack.callback(centre.stop)
    here, there = Shop(one, stack), Shop(two, stack)
    waits = here.station()
    acts = there.station(here.store, here.clerk)
    said = threads.submit(ask, waits, head(waits))
    held(one, 1)
    acts.push(acts.received())
    assert said.result(SOON_S)["moved"]


def test_an_orderly_end_waits_for_nobody_who_waits(centre, stack, threads):
    centre.more["under_way"] = under_way = UnderWay()
    centre.start()
    station = Shop(centre, stack).station()
    cursor = head(station)
    centre.stop()
    server = OrderlyServer(_config(centre._url, PLATFORM_TOKEN, True, None, under_way=under_way), under_way)
    listener = _listen("127.0.0.1", centre.port)
    thread = threading.Thread(target=server.run, args=([listener],))
    thread.start()
    until(lambda: server.started)
    said = threads.submit(ask, station, cursor)
    until(lambda: len(server.config.app.state.waiters) == 1)  # type: ignore[union-attr]
    server.handle_exit(signal.SIGTERM, None)
    assert said.result(LINGER_S)["moved"] is False
    thread.join(SOON_S)
    assert not thread.is_alive()
