"""kill -9 of a real program during its first sync: it goes on where it was, and no act of the counter is lost."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from benchmarks.large_store import accounts, items
from central_service.server import EmbeddedCentre
from counter_app.clocks import os_entropy
from counter_app.domain.rows import to_plain
from counter_app.paths import Home
from counter_app.store import keys
from counter_app.store.db import Database
from counter_app.store.keys import KeySource
from counter_app.store.side_file import path_beside
from counter_app.sync.central import Central
from counter_app.sync.enrol import enrol
from tests.central.station import PLATFORM_TOKEN, Platform, fresh_id

ROOT = Path(__file__).resolve().parents[2]
LONG = os.environ.get("COUNTER_LONG") == "1"
ROWS, CUSTOMERS = (12_000 if LONG else 3_000), 300
ROUNDS = 20 if LONG else 3
SEED = 1583
STATION = """
import os, sys, threading
from pathlib import Path
from counter_app.config import Config
from counter_app.desk import register, to_be_checked
from counter_app.desk.intake import Arrival
from counter_app.domain.employee import Actor
from counter_app.errors import RuleViolation
from counter_app.events import FirstSyncMoved
from counter_app.paths import Home
from counter_app.station import Station
from counter_app.store.keys import KeySource
from counter_app.sync import engine, first_sync

first_sync.COMMIT_ROWS = first_sync.TELL_MS = 0
engine.PAGE_ROWS = 100
arrived = threading.Event()

def say(*words):
    os.write(1, (" ".join(map(str, words)) + "\\n").encode())  # two threads speak: a line is one write

def hear(event):
    if isinstance(event, FirstSyncMoved):
        say("moved", event.state, event.done)
        if event.state == "arrived":
            arrived.set()

home = Home(Path(sys.argv[1]))
station = Station(home, Config(central=sys.argv[2]), KeySource("keyfile", key_file=home.key_file), hear)
station.worker._engine.first_sync.large_rows = 500
station.start()
clerk = Actor("clerk-1", 2)
while True:
    if arrived.is_set():
        break
    if not register.state(station.desk):
        with station.db.read() as connection:
            if connection.exec_driver_sql("SELECT 1 FROM cursor").first():
                break
        arrived.wait(0.01)
        continue
    try:
        got = to_be_checked.receive(station.desk, clerk, Arrival(name="Ann Lee", mailbox="1007", label=False))
    except RuleViolation:
        continue
    say("act", got.item.id)
    arrived.wait(0.03)
say("finished")
station.close()
"""


@pytest.fixture
def home(tmp_path: Path) -> tuple[Home, str, Path, str]:
    path = tmp_path / "central.db"
    service = EmbeddedCentre(path, platform_token=PLATFORM_TOKEN)
    service.start()
    platform, store = Platform(service.base_url), fresh_id()
    try:
        platform.store(store)
        made = [("account", row) for row in accounts(Random(3), CUSTOMERS)]
        made += [("item", row) for row in items(Random(4), ROWS - CUSTOMERS, CUSTOMERS)]
        raw = sqlite3.connect(path, timeout=30)
        (head,) = raw.execute("SELECT seq FROM stream_head WHERE store_id = ?", (store,)).fetchone()
        raw.executemany(
            "INSERT INTO state_row (store_id, entity, id, seq, account, row) VALUES (?, ?, ?, ?, '', ?)",
            [(store, kind, row.id, head + n, json.dumps(to_plain(row))) for n, (kind, row) in enumerate(made, 1)],
        )
        raw.execute("UPDATE stream_head SET seq = ? WHERE store_id = ?", (head + len(made), store))
        raw.commit()
        raw.close()
        found = Home(tmp_path / "home")
        found.make()
        central = Central(service.base_url)
        source = KeySource("keyfile", key_file=found.key_file)
        code = platform.post("enrolments", store=store)["code"]
        enrol(found.store, found.keys, source, central, code, "Counter 1", os_entropy)
        central.close()
        yield found, service.base_url, path, store
    finally:
        platform.close()
        service.stop()


def _run(home: Home, url: str, kill_at: int) -> tuple[list[str], int, bool]:
    """One life of the station: its acts, the rows it told of last, whether it came to its end. Killed at a line."""
    acts: list[str] = []
    done, finished, lines = 0, False, 0
    with subprocess.Popen(
        [sys.executable, "-c", STATION, str(home.root), url], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        for line in child.stdout:
            word, *more = line.split()
            lines += 1
            if word == "act":
                acts.append(more[0])
            elif word == "moved":
                done = int(more[1])
            finished = finished or word == "finished"
            if lines == kill_at:
                child.send_signal(signal.SIGKILL)
        child.wait(60)
    return acts, done, finished


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is what Windows has no word for")
def test_p1_kill_minus_nine_during_the_first_sync_loses_nothing(home: tuple[Home, str, Path, str]) -> None:
    place, url, centre, store = home
    random, confirmed, reached = Random(SEED), [], 0
    for number in range(ROUNDS):
        acts, done, finished = _run(place, url, 2 + random.randrange(14) if number else 6)
        confirmed += acts
        assert done == 0 or done >= reached or finished, "what was kept is not fetched again"
        reached = max(reached, done - 200)  # two pages may have been told and not kept; 0: killed before it told any
        print(f"life {number + 1}: {len(acts)} acts, {done} rows{', whole' if finished else ''}")
    acts, _, finished = _run(place, url, 0)
    confirmed += acts
    assert finished
    again, _, finished = _run(place, url, 0)
    assert (again, finished) == ([], True), "the program starts on what came of it"
    raw = sqlite3.connect(centre, timeout=30)
    truth = dict(raw.execute("SELECT id, seq FROM state_row WHERE store_id = ? AND entity = 'item'", (store,)))
    raw.close()
    opened = keys.open_keys(place.keys, KeySource("keyfile", key_file=place.key_file))
    db = Database(place.store, opened.store_key)
    try:
        with db.read() as connection:
            rows = dict(connection.exec_driver_sql("SELECT id, seq FROM item").all())
            journal = connection.exec_driver_sql(
                "SELECT position, n, entity FROM journal WHERE kind = 'item.received' ORDER BY position"
            ).all()
            check = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
            tasks = set(connection.exec_driver_sql("SELECT op_id FROM inbox WHERE state = 'open'").scalars())
        assert check == "ok"
        assert not path_beside(db).exists()
        received = [row[2] for row in journal]
        assert [one for one in received if one in confirmed] == confirmed, "in the order in which they were confirmed"
        assert len(set(received)) == len(received)
        assert [row[1] for row in journal] == sorted(row[1] for row in journal)
        assert truth.keys() <= rows.keys()
        assert {row_id for row_id in rows if row_id not in truth} <= set(received)
        assert {f"check:{one}" for one in confirmed} <= tasks
    finally:
        db.close()
