"""The first sync of a station of a large store, and how long a clerk's act takes meanwhile.

The floor is what cannot be left out: the same bytes parsed, and the same columns written by bare `executemany` in one
transaction into an encrypted file without any index. Ours takes the same bytes through the product's own code: checks
of each row, commits with their cursor, indexes, search words, and the exchange of the files. Then the whole over real
HTTP, with a clerk who receives pieces all the while; a clerk's goal is told beside this disk's own fsync.
"""

from __future__ import annotations

import json
import os
import statistics
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from benchmarks.bench import KEY, Figure, apart, desk_in, p99
from benchmarks.sync_in import _enrolled, centre_with
from counter_app.config import Config
from counter_app.desk import register, to_be_checked
from counter_app.desk.context import Desk
from counter_app.desk.intake import Arrival
from counter_app.domain.employee import Actor
from counter_app.errors import RuleViolation
from counter_app.events import FirstSyncMoved
from counter_app.limits import PULL_MAX_ROWS
from counter_app.station import Station
from counter_app.store import state
from counter_app.store.keys import KeySource
from counter_app.sync import wire
from counter_app.sync.engine import Engine
from counter_app.sync.pull_answer import PulledAnswer

ROWS, RUNS = 120_000, 3
GOAL_X, GOAL_MS = 0.6, 30.0
CLERK = Actor("clerk", 4, "password", "grant")
BETWEEN_ACTS_S = 0.01


class Canned:
    """A centre whose answers are here already, so that only what the station does with them is measured."""

    def __init__(self, bodies: Sequence[bytes]) -> None:
        self._bodies = list(bodies)
        self._by_cursor: dict[str, bytes] = {}
        before = ""
        for body in bodies:
            self._by_cursor[before] = body
            before = json.loads(body)["streams"][0]["next"]

    def pull(self, body: dict[str, Any]) -> PulledAnswer:
        cursor = body["streams"][0]["cursor"]
        found = self._by_cursor.get(cursor)
        if found is not None:
            return PulledAnswer(found)
        last = json.loads(self._bodies[-1])
        last["streams"][0].update(tables={}, gone=[], more=False, next=cursor)
        return PulledAnswer(json.dumps(last).encode())


def measure(folder: Path, rows: int = ROWS, runs: int = RUNS) -> list[Figure]:
    """Rows a second against the floor; p99 of an act while rows come in."""
    with centre_with(folder, rows) as (url, platform):
        home = _enrolled(folder / "home", url, platform)
        station = Station(home, Config(central=url), KeySource("keyfile", key_file=home.key_file), lambda event: None)
        try:
            bodies = _bodies(station)
            flushes = _flushes(folder)
            acts, seconds = _with_a_clerk(station)
            took = max(seconds, 0.001)
            with station.db.read() as connection:
                sql = "SELECT (SELECT count(*) FROM item WHERE seq > 0) + count(*) FROM account"
                came = int(connection.exec_driver_sql(sql).scalar_one())
        finally:
            station.close()
    if came < rows:
        raise RuntimeError(f"{came} of {rows} rows came in")
    floors, bare, ours = [], [], []
    for run in range(runs):
        floors.append(_floor(folder / f"floor-{run}.db", bodies, KEY))
        bare.append(_floor(folder / f"bare-{run}.db", bodies, b""))
        ours.append(_ours(folder / f"ours-{run}", bodies))
    ratios = [floor / mine for floor, mine in zip(floors, ours, strict=True)]
    value = statistics.median(ratios)
    load = os.getloadavg()[0]
    note = (
        f"ours {rows / statistics.median(ours):.0f} rows/s, floor {rows / statistics.median(floors):.0f}, "
        f"without encryption {rows / statistics.median(bare):.0f}; over HTTP with a clerk at work {took:.1f} s "
        f"({rows / took:.0f} rows/s); {rows} rows, median of {runs}; load {load:.1f} on {os.cpu_count()} processors"
    )
    against = "the same bytes parsed, bare executemany, one transaction, no index, encrypted, FULL"
    first = Figure("first_sync_x_floor", round(value, 3), "x", GOAL_X, value >= GOAL_X, against, note, apart(ratios))
    fsync_ms = _slowest(flushes) * 1000
    goal = round(GOAL_MS + 2 * fsync_ms, 1)
    act = p99(
        "act_during_first_sync",
        acts,
        goal,
        f"30 ms + 2 fsync; fsync p99 {fsync_ms:.2f} ms here, while {rows / took:.0f} rows/s came in (goal 20000)",
    )
    return [first, act]


def _slowest(seconds: Sequence[float]) -> float:
    return statistics.quantiles(seconds, n=100)[98]


def _bodies(station: Station) -> list[bytes]:
    """Every page of the store's stream as it comes over the line."""
    found: list[bytes] = []
    stream, cursor = f"store:{station.desk.identity.store}", ""
    while station.central is not None:
        asked = {"streams": [{"id": stream, "cursor": cursor}], "max_rows": PULL_MAX_ROWS, "schema": 1, "unread": 0}
        said = station.central.pull(asked)
        if not isinstance(said, PulledAnswer):
            raise TypeError("the line reads an answer before anybody asks")
        found.append(said.data)
        page = said["streams"][0]
        cursor = page["next"]
        if not page.get("more"):
            break
    return found


def _with_a_clerk(station: Station) -> tuple[list[float], float]:
    """Seconds of each act of a clerk while the register comes in over HTTP, and how long that took."""
    worker = station.worker
    if worker is None:
        raise RuntimeError("a station without a centre")
    engine = worker._engine
    begun, done, acts = threading.Event(), threading.Event(), []
    moved: list[FirstSyncMoved] = []

    def hear(event: object) -> None:
        if isinstance(event, FirstSyncMoved):
            moved.append(event)
            begun.set()

    engine.first_sync.announce = hear

    def work() -> None:
        begun.wait(120)
        while not done.is_set() and register.state(station.desk):
            started = time.perf_counter()
            try:
                to_be_checked.receive(station.desk, CLERK, Arrival(name="Ann Lee", mailbox="1007", label=False))
            except RuleViolation:
                break  # the register came in this very moment
            acts.append(time.perf_counter() - started)
            time.sleep(BETWEEN_ACTS_S)

    clerk = threading.Thread(target=work, name="clerk")
    clerk.start()
    began = time.perf_counter()
    try:
        while not (moved and moved[-1].state == "arrived"):
            engine.pull_once()
    finally:
        seconds = time.perf_counter() - began
        done.set()
        begun.set()
        clerk.join(30)
    return acts, seconds


def _ours(folder: Path, bodies: Sequence[bytes]) -> float:
    folder.mkdir()
    with desk_in(folder) as desk:
        engine = Engine(desk.db, Canned(bodies), desk.identity, desk.clock, lambda event: None)  # type: ignore[arg-type]
        engine.first_sync.stream = json.loads(bodies[0])["streams"][0]["id"]
        page = wire.pages(json.loads(bodies[0]))[0]
        epoch = json.loads(bodies[0])["epoch"]
        began = time.perf_counter()
        first = wire.pages(dict(PulledAnswer(bodies[0])))[0]
        engine.first_sync.begin(first, epoch)
        engine.first_sync.run(lambda: False)
        seconds = time.perf_counter() - began
        _demand_all(desk, bodies, page.total)
        return seconds


def _demand_all(desk: Desk, bodies: Sequence[bytes], total: int) -> None:
    with desk.db.read() as connection:
        sql = "SELECT (SELECT count(*) FROM item) + (SELECT count(*) FROM account) + count(*) FROM employee"
        came = connection.exec_driver_sql(sql).scalar_one()
    if came != total:
        raise RuntimeError(f"{came} of {total} rows came in, from {len(bodies)} pages")


def _floor(path: Path, bodies: Sequence[bytes], key: bytes) -> float:
    raw = driver.connect(str(path), isolation_level=None)
    if key:
        raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("PRAGMA journal_mode = WAL")
    for entity, columns in state._COLUMNS.items():
        raw.execute(f"CREATE TABLE {entity} (id TEXT, seq INTEGER, {', '.join(columns)}, data TEXT)")
    began = time.perf_counter()
    raw.execute("BEGIN IMMEDIATE")
    for body in bodies:
        for entity, rows in json.loads(body)["streams"][0]["tables"].items():
            columns = state._COLUMNS[entity]
            marks = ", ".join("?" * (len(columns) + 3))
            values = [
                (row_id, seq, *(row.get(name, "") for name in columns), json.dumps(row)) for row_id, seq, row in rows
            ]
            raw.executemany(f"INSERT INTO {entity} VALUES ({marks})", values)  # noqa: S608 - own names
    raw.execute("COMMIT")
    seconds = time.perf_counter() - began
    raw.close()
    return seconds


def _flushes(folder: Path, rounds: int = 300) -> list[float]:
    """Seconds of a page written and flushed, by the disk that the store is on."""
    found = []
    with (folder / "flushed").open("wb", buffering=0) as file:
        for _ in range(rounds):
            began = time.perf_counter()
            file.write(b"\x00" * 4096)
            os.fsync(file.fileno())
            found.append(time.perf_counter() - began)
    return found
