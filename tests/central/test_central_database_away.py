"""The database hangs, or its disk is full: a clear answer in time, the process says that it lives, nothing is lost."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

import pytest
import requests
from sqlalchemy import Pool, create_engine, event, text
from sqlalchemy.exc import OperationalError

from central_service import postgres as on_postgres
from central_service.server import EmbeddedCentre
from tests.central.conftest import Shop, past_the_wall
from tests.central.real_postgres import HOW, RealPostgres, binaries, serving
from tests.central.station import PLATFORM_TOKEN, Refused, Station

OWN_SQL = True
LONG = os.environ.get("COUNTER_LONG") == "1"
GONE_S, SILENT_S = (60.0, on_postgres.SOCKET_SECONDS) if LONG else (3.0, 1)
"""How long the database stands still, and when the service gives a silent one up."""
STATIONS = 20
"""More than the service has threads."""


def _processes(server: RealPostgres) -> list[int]:
    """The server and everybody who is connected to it but us."""
    engine = create_engine(past_the_wall(server.url("postgres")))
    with engine.begin() as connection:
        backends = connection.execute(text("SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()"))
        found = [int(row[0]) for row in backends]
    engine.dispose()
    assert server._process is not None
    return [server._process.pid, *found]


def _push(station: Station, op: dict, answers: list[tuple[str, float]], end: float) -> None:
    """Until it is taken, as a station does."""
    while time.monotonic() < end:
        began = time.monotonic()
        try:
            answers.append((station.push(op)[0]["status"], time.monotonic() - began))
        except Refused as error:
            answers.append((f"{error.status} {error.code}", time.monotonic() - began))
            time.sleep(0.2)  # what a station waits at least
        except requests.Timeout:
            # More stations than threads: whoever stands behind those that wait goes away, and comes again.
            answers.append(("none", time.monotonic() - began))
        else:
            return


def test_a_database_that_stands_still_is_told_in_time_and_afterwards_everything_is_there_once(monkeypatch):
    if not binaries():
        pytest.skip(HOW)
    monkeypatch.setattr(on_postgres, "SOCKET_SECONDS", SILENT_S)
    monkeypatch.setenv("COUNTER_CENTRE_KEY", "5e" * 32)
    with serving(binaries()[0]) as own, ExitStack() as stack:
        centre = EmbeddedCentre(own.database(), platform_token=PLATFORM_TOKEN)
        centre.start()
        stack.callback(centre.stop)
        shop = Shop(centre, stack)
        stations = [shop.station() for _ in range(STATIONS)]
        ops = [one.received() for one in stations]
        answers: list[tuple[str, float]] = []
        end = time.monotonic() + GONE_S + 60
        threads = [
            threading.Thread(target=_push, args=(one, op, answers, end)) for one, op in zip(stations, ops, strict=True)
        ]
        still = _processes(own)
        for pid in still:
            os.kill(pid, signal.SIGSTOP)
        try:
            for thread in threads:
                thread.start()
            until, alive = time.monotonic() + GONE_S, []
            while time.monotonic() < until:
                began = time.monotonic()
                assert requests.get(f"{centre.base_url}/healthz", timeout=20).json() == {"ok": True}
                alive.append(time.monotonic() - began)
                time.sleep(0.1)
        finally:
            for pid in still:
                os.kill(pid, signal.SIGCONT)
        for thread in threads:
            thread.join(90)
        assert {what for what, _ in answers} - {"none"} == {"503 server.busy", "applied"}
        assert sum(what == "applied" for what, _ in answers) == STATIONS
        assert len(stations[0].rows()["item"]) == STATIONS
        print(f"{Counter(what for what, _ in answers)}, the slowest after {max(took for _, took in answers):.1f} s")
        print(f"/healthz asked {len(alive)} times, the slowest after {max(alive):.2f} s")
        assert max(alive) < 1.0


def test_while_the_disk_is_full_it_is_said_and_read_and_everything_is_taken_once_there_is_room(tmp_path: Path):
    room = {"pages": 1}
    with ExitStack() as stack:
        centre = EmbeddedCentre(tmp_path / "central.db", platform_token=PLATFORM_TOKEN)
        centre.start()
        stack.callback(centre.stop)
        shop = Shop(centre, stack)
        station = shop.station()
        station.push(station.received())

        def narrow(connection, _record=None, _proxy=None) -> None:
            connection.execute(f"PRAGMA max_page_count = {room['pages']}").close()

        event.listen(Pool, "checkout", narrow)
        stack.callback(event.remove, Pool, "checkout", narrow)
        ops = [station.received() for _ in range(40)]  # more than the pages that are there have room for
        with pytest.raises(Refused) as refused:
            station.push(*ops)
        assert (refused.value.status, refused.value.code) == (503, "server.disk_full")
        assert len(station.rows()["item"]) == 1
        room["pages"] = 1_000_000
        assert [one["status"] for one in station.push(*ops)] == ["applied"] * 40
        assert len(station.rows()["item"]) == 41


def test_a_full_disk_of_postgresql_is_told_alike():
    class Full(Exception):
        sqlstate = "53100"

    for full in (OperationalError("INSERT", {}, Full()), OperationalError("INSERT", {}, Exception("disk is full"))):
        assert on_postgres.is_full(full)
    assert not on_postgres.is_full(OperationalError("INSERT", {}, Exception("database is locked")))
