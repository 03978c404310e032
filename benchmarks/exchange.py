"""The exchange beside PouchDB and Kinto: rows pulled into a station's store, operations pushed to a centre.

Same rows, loopback, no TLS, every server a process of its own; in turn, round for round. Ours is the whole of it: the
token, the sealed cursor, each row understood, the encrypted store with its indexes, synchronous FULL.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from random import Random

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from benchmarks import beside
from benchmarks.bench import KEY, Figure, apart, not_measured
from benchmarks.large_store import accounts, items
from benchmarks.load_station import LoadStation
from benchmarks.sync_in import centre_with
from counter_app.clocks import SystemClock
from counter_app.demo.platform import CLERKS, STORE, Platform
from counter_app.domain.rows import to_plain
from counter_app.store import schema
from counter_app.store.db import Database
from counter_app.store.journal import Identity
from counter_app.sync.central import Central
from counter_app.sync.engine import Engine

ROWS, PUSHED, BATCH, ROUNDS = 20_000, 4_000, 50, 3
PULL_GOALS = {"pouch_default": 10.0, "pouch_1000": 6.0, "kinto_1000": 5.0}
PUSH_GOAL = 1.5
PUSH_PEERS = ("pouch_default", "pouch_1000")
Turns = dict[str, Callable[[int], float]]


def measure(folder: Path, rows: int = ROWS, pushed: int = PUSHED, rounds: int = ROUNDS) -> list[Figure]:
    """Times the speed of each peer, and how far the rounds lie apart."""
    pulled, sent = folder / "rows.json", folder / "sent.json"
    made = _made(rows)
    pulled.write_text(json.dumps(made), "utf-8")
    sent.write_text(json.dumps(made[-pushed:]), "utf-8")
    with ExitStack() as stack:
        url, platform = stack.enter_context(centre_with(folder, rows))
        pull: Turns = {"ours": lambda n: _pull(folder / f"ours-{n}.db", url, platform, rows)}
        push: Turns = {"ours": lambda n: _push(url, platform, pushed)}
        known = ""
        if beside.are_here():
            known = beside.versions()
            pouch = stack.enter_context(beside.pouch(folder, pulled))
            kinto = stack.enter_context(beside.kinto(pulled))
            pull["pouch_default"] = lambda n: beside.replicate("pull", folder / f"d{n}", pouch, 0, pulled)
            pull["pouch_1000"] = lambda n: beside.replicate("pull", folder / f"t{n}", pouch, 1_000, pulled)
            pull["kinto_1000"] = lambda n: beside.pull_kinto(kinto, folder / f"kinto-{n}.db", 1_000)
            push["pouch_default"] = lambda n: beside.replicate("push", folder / f"pd{n}", pouch, 0, sent)
            push["pouch_1000"] = lambda n: beside.replicate("push", folder / f"pt{n}", pouch, 1_000, sent)
        pulls, pushes = _in_turn(pull, rounds), _in_turn(push, rounds)
    unit = f"{rows:,} rows, page 1000, encrypted store, FULL"
    found = [_times(f"sync_pull_{peer}", pulls, peer, goal, unit, known) for peer, goal in PULL_GOALS.items()]
    unit = f"{pushed:,} operations in batches of {BATCH}, each checked, folded, journaled with row, event and dedupe"
    return [
        *found,
        *(_times(f"sync_push_{peer}", pushes, peer, PUSH_GOAL, unit, known) for peer in list(PULL_GOALS)[:2]),
    ]


def _made(rows: int) -> list[dict[str, object]]:
    random = Random(7)  # noqa: S311 - invented data
    customers = max(1, rows // 10)
    made = [to_plain(row) for row in accounts(random, customers)]
    return made + [to_plain(row) for row in items(random, rows - customers, customers)]


def _in_turn(who: Turns, rounds: int) -> dict[str, list[float]]:
    # The median of an odd number of rounds leaves out a first one that had to warm up.
    told = [{name: work(number) for name, work in who.items()} for number in range(rounds)]
    return {name: [one[name] for one in told] for name in who}


def _times(name: str, told: dict[str, list[float]], peer: str, goal: float, unit: str, known: str) -> Figure:
    ours = statistics.median(told["ours"])
    if peer not in told:
        return not_measured(name, "x", goal, f"{peer} is not installed: {beside.HOW}", f"ours {ours:,.0f}/s; {unit}")
    theirs = statistics.median(told[peer])
    value = ours / theirs
    note = f"ours {ours:,.0f}/s, theirs {theirs:,.0f}/s; {unit}; {len(told[peer])} rounds"
    spread = apart([mine / other for mine, other in zip(told["ours"], told[peer], strict=True)])
    return Figure(name, round(value, 2), "x", goal, value >= goal, f"{peer} ({known})", note, spread)


def _pull(path: Path, url: str, platform: Platform, rows: int) -> float:
    central, key = Central(url), Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw()
    said = central.register(platform.enrolment_code(), public, "Bench")
    db = Database(path, KEY)
    try:
        schema.upgrade(db)
        with db.write() as connection:
            connection.exec_driver_sql("INSERT INTO meta (key, value) VALUES ('epoch', ?)", (said["epoch"],))
        central.speak_for(said["device_id"], key.sign)
        names = (said["org"], said["store"], said["device_id"], said["incarnation"])
        engine = Engine(db, central, Identity(*names, public, key.sign, "boot"), SystemClock(), lambda event: None)
        began = time.perf_counter()
        while engine.pull_once():
            pass
        took = time.perf_counter() - began
        with db.read() as connection:
            came = connection.exec_driver_sql("SELECT (SELECT count(*) FROM item) + count(*) FROM account").scalar_one()
        if came < rows:
            raise RuntimeError(f"{came} of {rows} rows came in")
        return rows / took
    finally:
        db.close()
        central.close()


def _push(url: str, platform: Platform, count: int) -> float:
    station = LoadStation(url, STORE, platform.enrolment_code(), CLERKS[0][0])
    try:
        ready = station.pushes(count // BATCH, BATCH)
        began = time.perf_counter()
        answers = [station.line.send(one)[1] for one in ready]
        took = time.perf_counter() - began
    finally:
        station.line.close()
    kept = sum(one["status"] == "applied" for answer in answers for one in json.loads(answer)["results"])
    if kept != count:
        raise RuntimeError(f"{kept} of {count} operations were applied: {answers[0][:300]!r}")
    return count / took
