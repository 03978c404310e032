"""`./counter central` with several processes: one port, one database, one picture; what is refused is a sentence."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests

from central_service import workers
from central_service.keys import KEY_ENVIRONMENT
from tests.central.real_postgres import CENTRE_KEY, RealPostgres
from tests.central.station import PLATFORM_TOKEN, Platform, Station

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "counter_app.main", "central", "--port", "0"]
ENVIRONMENT = {KEY_ENVIRONMENT: CENTRE_KEY, "COUNTER_PLATFORM_TOKEN": PLATFORM_TOKEN}


def started(*more: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, *more],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def refused(*more: str, **environment: str) -> str:
    process = started(*more, **environment)
    out, said = process.communicate(timeout=60)
    assert (process.returncode, out) == (2, "")
    assert said.startswith("counter: ")
    assert "Traceback" not in said
    return said


def test_two_processes_are_refused_on_sqlite_and_in_a_demo(tmp_path):
    assert "one process writes to a SQLite file" in refused("--workers", "2", "--database", f"{tmp_path}/c.db")
    assert not (tmp_path / "c.db").exists()
    with pytest.raises(workers.WorkersError, match="1 or more"):
        workers.check("sqlite:///c.db", 0, demo=False)
    with pytest.raises(workers.WorkersError, match="card simulator"):
        workers.check("postgresql://u@h/n", 2, demo=True)
    workers.check("postgresql://u@h/n", 2, demo=False)


def test_a_database_that_does_not_answer_is_said_in_a_sentence():
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        said = refused("--database", f"postgresql://u:secret@127.0.0.1:{closed.getsockname()[1]}/none", **ENVIRONMENT)
    assert "does not answer" in said
    assert "secret" not in said


@pytest.fixture
def service(postgres: RealPostgres) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    url = postgres.database()
    process = started("--workers", "2", "--database", url, **ENVIRONMENT)
    assert process.stdout is not None
    said = re.search(r"http://\S+:\d+", process.stdout.readline())
    try:
        assert said, process.communicate(timeout=5)
        yield said.group(), process
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
        postgres.drop(url)


def until(true: Callable[[], object]) -> None:
    end = time.monotonic() + 30
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def answers(url: str) -> bool:
    try:
        return requests.get(url + "/readyz", timeout=5).status_code == 200
    except requests.ConnectionError:
        return False


def children(parent: int) -> list[int]:
    return [int(text) for text in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]


def serving(parent: int) -> list[int]:
    return [one for one in children(parent) if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for the processes in /proc")
def test_two_processes_serve_one_picture_and_one_that_dies_is_replaced(service):
    url, process = service
    until(lambda: answers(url))
    platform = Platform(url)
    platform.store("s1")
    stations = [Station(url, platform, "s1") for _ in range(3)]
    clerk = platform.clerk("s1")
    for station in stations:
        station.clerk = clerk
        assert [one["status"] for one in station.push(station.received(), station.received())] == ["applied"] * 2
    before = set(serving(process.pid))
    assert len(before) == 2
    os.kill(min(before), signal.SIGKILL)
    until(lambda: len(serving(process.pid)) == 2 and set(serving(process.pid)) != before)
    until(lambda: answers(url))
    for station in stations:
        station.session.close()  # its connection may have been to the one that died
        station.push(station.received())
    pictures = [station.rows() for station in stations]
    assert len(pictures[0]["item"]) == 9
    assert pictures[1] == pictures[2] == pictures[0]
    for station in stations:
        station.close()
    platform.close()
