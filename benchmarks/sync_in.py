"""How long the window stands still while 50,000 rows come in from the centre.

Everything is real: a centre in a process of its own on loopback, a station with all its threads, the window with the
list of customers showing. A timer of 5 ms in the window's thread writes down its gaps; the same timer before the
exchange, with nothing to do, is the floor.
"""

from __future__ import annotations

import os
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import msgspec
from PySide6.QtCore import Qt, QTimer

from benchmarks.bench import Figure, apart
from benchmarks.large_store import accounts, items
from benchmarks.processor import without_processor
from benchmarks.window import signed_in, wait_for
from counter_app import desktop
from counter_app.clocks import os_entropy
from counter_app.config import Config
from counter_app.demo.platform import STORE, Platform
from counter_app.events import SyncChanged
from counter_app.paths import Home
from counter_app.station import Station
from counter_app.store.keys import KeySource
from counter_app.sync.central import Central
from counter_app.sync.enrol import enrol
from ui.doing import Doing
from ui.window import Window

ROOT = Path(__file__).resolve().parents[1]
ROWS, RUNS = 50_000, 3
GOAL_MS = 50.0
BEAT_MS = 5
IDLE_S = 2.0
CENTRE = """
import sys
from central_service.server import EmbeddedCentre
centre = EmbeddedCentre(sys.argv[1], demo=True)
print(centre.start(), centre.platform_token, flush=True)
sys.stdin.read()
centre.stop()
"""


@dataclass(slots=True)
class Heart:
    """A timer in the window's thread: how long each beat was late in coming, and of that without a processor.

    The second is told where the system counts it (Linux): seconds in which the thread could have run, but other
    programs had every processor. That is the machine's share and not this program's.
    """

    beats: list[tuple[float, float]] = field(default_factory=list)
    last: float = 0.0
    waited: float = 0.0

    def beat(self) -> None:
        now, waited = time.perf_counter(), without_processor()
        if self.last:
            self.beats.append((now - self.last, waited - self.waited))
        self.last, self.waited = now, waited

    def take(self) -> list[tuple[float, float]]:
        taken, self.beats, self.last = self.beats, [], 0.0
        return taken


def measure(folder: Path, rows: int = ROWS, runs: int = RUNS) -> list[Figure]:
    """The longest gap of the worst run."""
    longest, own, p99s, speeds, idle = [], [], [], [], []
    with centre_with(folder, rows) as (url, platform):
        for run in range(runs):
            home = _enrolled(folder / f"home-{run}", url, platform)
            quiet, busy, seconds = _pull(home, url, rows)
            gaps = [gap for gap, _ in busy]
            idle.append(max(gap for gap, _ in quiet) * 1000)
            longest.append(max(gaps) * 1000)
            own.append(max(gap - waited for gap, waited in busy) * 1000)
            p99s.append(statistics.quantiles(gaps, n=100)[98] * 1000 if len(gaps) > 1 else gaps[0] * 1000)
            speeds.append(rows / seconds)
    value = max(longest)
    note = (
        f"{max(own):.1f} ms without the time for which other programs had the processors; "
        f"p99 of the gaps {max(p99s):.1f} ms, {statistics.median(speeds):.0f} rows/s, {rows} rows, worst of {runs} runs"
    )
    against = f"the same timer with nothing to do: longest gap {max(idle):.1f} ms"
    return [
        Figure("sync_longest_gap", round(value, 1), "ms", GOAL_MS, value <= GOAL_MS, against, note, apart(longest)),
    ]


Beats = list[tuple[float, float]]


def _pull(home: Home, url: str, rows: int) -> tuple[Beats, Beats, float]:
    """Gaps without work, gaps while `rows` come in, and how many seconds that took."""
    app = desktop.application()
    doing, heart = Doing(), Heart()
    station = Station(home, Config(central=url), KeySource("keyfile", key_file=home.key_file), doing.hear)
    window = Window(doing, wedge=False)
    timer = QTimer(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(heart.beat)
    try:
        window.show()
        doing.start(station)
        window.ready()
        signed_in(station.desk, doing)
        window.go("customers")
        desktop.at_rest()
        timer.start()
        wait_for(lambda told: QTimer.singleShot(int(IDLE_S * 1000), told))
        quiet = heart.take()
        began = time.perf_counter()
        ended: list[float] = []

        def begin(told: object) -> None:
            def heard(event: object) -> None:
                if isinstance(event, SyncChanged) and event.state == "online":
                    ended.append(time.perf_counter())
                    told()  # type: ignore[operator]

            doing.heard.connect(heard)
            station.start()

        wait_for(begin, 300)
        busy = heart.take()
        with station.db.read() as connection:
            came = connection.exec_driver_sql("SELECT (SELECT count(*) FROM item) + count(*) FROM account").scalar_one()
        if came != rows:
            raise RuntimeError(f"{came} of {rows} rows came in")
        return quiet, busy, ended[0] - began
    finally:
        timer.stop()
        station.close()
        window.close()
        app.processEvents()


@contextmanager
def centre_with(folder: Path, rows: int) -> Iterator[tuple[str, Platform]]:
    """A centre in a process of its own whose store holds `rows` rows, a tenth of them mailboxes."""
    path = folder / "central.db"
    with subprocess.Popen(  # noqa: S603 - this interpreter, a program of this file
        [sys.executable, "-c", CENTRE, str(path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as child:
        assert child.stdout is not None
        url, token = child.stdout.readline().decode().split()
        platform = Platform(url, token)
        try:
            platform.found([])
            _fill(path, rows)
            yield url, platform
        finally:
            platform.close()
            assert child.stdin is not None
            child.stdin.close()
            child.wait(60)


def _fill(path: Path, rows: int) -> None:
    random = Random(7)  # noqa: S311 - invented data
    customers = max(1, rows // 10)
    raw = sqlite3.connect(path, timeout=30)
    known = raw.execute("SELECT seq FROM stream_head WHERE store_id = ?", (STORE,)).fetchone()[0]
    raw.execute("DELETE FROM state_row")  # the clerks of the demo, which are not counted here
    # As the centre writes them (`central_service/book.py`): compact, so that they leave as they lie there.
    made = [("account", row) for row in accounts(random, customers)]
    made += [("item", row) for row in items(random, rows - customers, customers)]
    raw.executemany(
        "INSERT INTO state_row (store_id, entity, id, seq, account, row) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (STORE, entity, row.id, known + n, getattr(row, "account_id", ""), msgspec.json.encode(row).decode())
            for n, (entity, row) in enumerate(made, 1)
        ),
    )
    raw.execute("UPDATE stream_head SET seq = ? WHERE store_id = ?", (known + len(made), STORE))
    raw.commit()
    raw.close()


def _enrolled(root: Path, url: str, platform: Platform) -> Home:
    home = Home(root)
    home.make()
    central = Central(url)
    try:
        source = KeySource("keyfile", key_file=home.key_file)
        enrol(home.store, home.keys, source, central, platform.enrolment_code(), "Counter 1", os_entropy)
    finally:
        central.close()
    return home
