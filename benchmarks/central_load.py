"""What one centre carries: stations that push, pull and ask whether there is anything new, over HTTP on loopback.

The centre is a process of its own with its own store on the disk; the stations share this one, a thread each, and have
every request ready before the clock runs. So both stand on the same cores, and no TLS is in the way: the figures are of
this arrangement and of no other.
"""

from __future__ import annotations

import gzip
import json
import os
import selectors
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier, Thread
from urllib.parse import urlsplit

from benchmarks.bench import Figure, apart
from benchmarks.load_station import Line, LoadStation
from counter_app.demo.platform import Platform

ROOT = Path(__file__).resolve().parents[1]
STATIONS, BATCH = 4, 50
BATCHES, ALONE, POLLS, PAGE = 40, 300, 4_000, 1_000
POLLERS, ROUNDS = 32, 3
BYTES_EACH, EMPTY_BYTES, ONE_MS, POLLS_EACH = 90, 1_024, 3.0, 4_000
START_S = 15.0
DRAIN = 15_000
"""Operations a second that a centre should take in when stations come back (10,000 stores after a day: ten minutes)."""

URL = "COUNTER_BENCH_DATABASE"
"""Another database for the centre, for instance postgresql+psycopg://..."""

CENTRE = """
import os, sys
from central_service.server import serve
serve(sys.argv[1], int(sys.argv[2]), demo=True)
"""

BARE = """
import socket, uvicorn
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
BODY = b'{"epoch":"' + b"0" * 32 + b'","streams":[{"next":"' + b"0" * 200 + b'"}]}' + b" " * 100
async def answer(request):
    await request.body()
    return Response(BODY, media_type="application/json")
line = socket.create_server(("127.0.0.1", 0))
print(line.getsockname()[1], flush=True)
app = Starlette(routes=[Route("/v1/sync/pull", answer, methods=["POST"])])
config = uvicorn.Config(app, http="h11", loop="asyncio", ws="none", log_config=None, access_log=False)
uvicorn.Server(config).run([line])
"""
"""The floor of a poll: the same web server with a handler that does nothing."""


def measure(folder: Path) -> list[Figure]:
    """Push in batches, push one alone, pull, empty polls, bytes on the wire."""
    database = os.environ.get(URL) or f"sqlite:///{folder / 'central.db'}"
    kind = database.partition("+")[0].partition(":")[0]
    with _centre(database, folder) as (url, token, process):
        stations = _stations(url, token, STATIONS, "load")
        try:
            return [
                *_push(stations, kind),
                _one_alone(stations[0], kind),
                *_pull(stations[0], kind),
                *_polls(url, token, kind, process),
            ]
        finally:
            for one in stations:
                one.line.close()


def _push(stations: list[LoadStation], kind: str) -> list[Figure]:
    ready = [one.pushes(BATCHES, BATCH) for one in stations]
    took, each = _together(stations, ready)
    ops = len(stations) * BATCHES * BATCH
    thirds = [len(part) * BATCH * len(stations) / sum(part) for part in _thirds(each)]
    note = (
        f"{ops:,} operations of {len(stations)} stations in batches of {BATCH}, each checked, folded, journaled, one "
        f"transaction a batch; a request p50 {_p(each, 50):.1f} ms, p99 {_p(each, 99):.1f} ms; {kind}"
    )
    value = round(ops / took)
    floor = "none: operations a second, client and centre on the same cores"
    return [Figure("central_push_ops", value, "/s", DRAIN, value >= DRAIN, floor, note, apart(thirds))]


def _one_alone(station: LoadStation, kind: str) -> Figure:
    _, each = _together([station], [station.pushes(ALONE, 1)])
    value = _p(each, 50)
    spread = apart([_p(part, 50) for part in _thirds(each)])
    note = f"{ALONE} pushes of one operation, p99 {_p(each, 99):.2f} ms; {kind}"
    floor = "none: milliseconds from request to answer"
    return Figure("central_push_one_p50", round(value, 3), "ms", ONE_MS, value <= ONE_MS, floor, note, spread)


def _pull(station: LoadStation, kind: str) -> list[Figure]:
    rows = 0
    cursor, more, packed, plain = "", True, 0, 0
    seconds: list[float] = []
    while more:
        request = station.pull(cursor, PAGE, gzip=True)
        began = time.perf_counter()
        head, body = station.line.send(request)
        seconds.append(time.perf_counter() - began)
        packed += len(body)
        data = gzip.decompress(body) if b"content-encoding: gzip" in head else body
        plain += len(data)
        page = json.loads(data)["streams"][0]
        cursor, more = page.get("next", cursor), page.get("more", False)
        rows += sum(len(found) for found in page.get("tables", {}).values())
    _, nothing = station.line.send(station.pull(cursor, PAGE))
    each = round(packed / rows, 1)
    per_s = round(rows / sum(seconds))
    wire = f"{rows:,} rows, gzip as the centre sends it; {plain / rows:.0f} bytes a row before"
    note = f"{len(seconds)} pages of {PAGE}, without reading them; {kind}"
    return [
        Figure("central_pull_rows", per_s, "/s", 80_000, per_s >= 80_000, "none: rows a second", note),
        Figure("central_bytes_per_row", each, "B", BYTES_EACH, each <= BYTES_EACH, "none: bytes on the wire", wire),
        Figure(
            "central_empty_round", len(nothing), "B", EMPTY_BYTES, len(nothing) <= EMPTY_BYTES, "none: bytes", "body"
        ),
    ]


def _polls(url: str, token: str, kind: str, process: int) -> list[Figure]:
    stations = _stations(url, token, POLLERS, "poll")
    try:
        ready = [(one.line, _poll_of(one)) for one in stations]
        ours, bare = [], []
        with _bare_server() as floor:
            lines = [(Line(floor), request) for _, request in ready]
            spent = _processor_s(process)
            for _ in range(ROUNDS):
                ours.append(asked_in_turn(ready, POLLS))
                bare.append(asked_in_turn(lines, POLLS))
            spent = _processor_s(process) - spent
            for line, _ in lines:
                line.close()
    finally:
        for one in stations:
            one.line.close()
    value = round(statistics.median(ours))
    each = f"{spent / (ROUNDS * POLLS) * 1e6:.0f} us of the centre's processor each" if spent else ""
    note = f"{POLLERS} stations, a token and a connection each, {ROUNDS} rounds of {POLLS:,}; {each}; {kind}"
    against = f"a handler that answers the same bytes, same server, same rounds: {statistics.median(bare):,.0f}/s"
    return [Figure("central_empty_polls", value, "/s", POLLS_EACH, value >= POLLS_EACH, against, note, apart(ours))]


def _poll_of(station: LoadStation) -> bytes:
    cursor, more = "", True
    while more:
        page = json.loads(station.line.send(station.pull(cursor, PAGE))[1])["streams"][0]
        cursor, more = page.get("next", cursor), page.get("more", False)
    return station.pull(cursor, PAGE)


def asked_in_turn(ready: Sequence[tuple[Line, bytes]], count: int) -> float:
    """Answers a second: one thread keeps one question open on every line. Every answer is read and looked at."""
    waiting, left, asked = selectors.DefaultSelector(), count, 0
    for line, request in ready:
        waiting.register(line.fileno(), selectors.EVENT_READ, (line, request))
    began = time.perf_counter()
    for line, request in ready:
        line.ask_only(request)
        asked += 1
    while left:
        for key, _ in waiting.select():
            line, request = key.data
            line.hear()
            left -= 1
            if asked < count:
                line.ask_only(request)
                asked += 1
    took = time.perf_counter() - began
    waiting.close()
    return count / took


@contextmanager
def _bare_server() -> Iterator[str]:
    with subprocess.Popen([sys.executable, "-c", BARE], stdout=subprocess.PIPE) as process:  # noqa: S603
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.terminate()


def _processor_s(process: int) -> float:
    """Seconds of processor that a process has used; 0.0 where the system does not tell."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return 0.0


def _together(stations: list[LoadStation], ready: list[list[bytes]]) -> tuple[float, list[float]]:
    """Seconds of the whole, and of each request, when all stations send theirs at once."""
    each: list[list[float]] = [[] for _ in stations]
    faults: list[BaseException] = []
    begin = Barrier(len(stations) + 1)

    def send(number: int) -> None:
        begin.wait(10)
        try:
            for request in ready[number]:
                began = time.perf_counter()
                _, body = stations[number].line.send(request)
                each[number].append(time.perf_counter() - began)
                if b'"status":"quarantined"' in body or b'"status":"deferred"' in body:
                    raise RuntimeError(f"not taken in: {body[:300]!r}")
        except BaseException as fault:
            faults.append(fault)

    threads = [Thread(target=send, args=(number,)) for number in range(len(stations))]
    for one in threads:
        one.start()
    begin.wait(10)
    began = time.perf_counter()
    for one in threads:
        one.join()
    if faults:
        raise faults[0]
    return time.perf_counter() - began, [second for part in zip(*each, strict=True) for second in part]


def _stations(url: str, token: str, count: int, name: str) -> list[LoadStation]:
    platform = Platform(url, token)
    made = []
    try:
        for number in range(count):
            store = f"{name}-{number}"
            platform.post("stores", org="load", store=store, name=store, settings={"zone": "America/New_York"})
            clerk = f"{store}-clerk"
            said = {"id": clerk, "name": "Load", "email": f"{clerk}@example.org", "level": 4, "password": "load load"}
            platform.post("employees", store=store, **said)
            code = str(platform.post("enrolments", store=store)["code"])
            made.append(LoadStation(url, store, code, clerk))
    finally:
        platform.close()
    return made


@contextmanager
def _centre(database: str, folder: Path) -> Iterator[tuple[str, str, int]]:
    """A centre in a process of its own; its URL, platform token and process id."""
    token = os.urandom(16).hex()
    environment = {**os.environ, "COUNTER_PLATFORM_TOKEN": token, "PYTHONPATH": str(ROOT)}
    with (folder / "centre.log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - this program
            [sys.executable, "-c", CENTRE, database, "0"], env=environment, stdout=subprocess.PIPE, stderr=log
        )
        try:
            told = process.stdout.readline().decode() if process.stdout else ""
            if " on http" not in told:
                raise RuntimeError(f"the centre did not start: {(folder / 'centre.log').read_text()[-500:]}")
            url = told.split(" on ")[1].split(",")[0]
            _wait_for(url)
            yield url, token, process.pid
        finally:
            process.terminate()
            process.wait(20)


def _wait_for(url: str) -> None:
    """The address is told before the port is open."""
    parts, until = urlsplit(url), time.monotonic() + START_S
    while True:
        try:
            socket.create_connection((parts.hostname or "", parts.port or 0), 1).close()
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)


def _thirds(values: list[float]) -> list[list[float]]:
    size = max(1, len(values) // 3)
    return [values[start : start + size] for start in range(0, size * 3, size)]


def _p(seconds: list[float], percent: int) -> float:
    return statistics.quantiles(seconds, n=100)[percent - 1] * 1_000
