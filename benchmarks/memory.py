"""What a station keeps in memory with the demo's store open, after a walk through all rooms, its camera closed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from benchmarks.bench import Figure, apart
from benchmarks.window import settle, signed_in, wait_for
from counter_app import desktop
from counter_app.config import config_text, read_config
from counter_app.demo.store import DemoStore
from counter_app.events import SyncChanged
from counter_app.paths import Home
from counter_app.station import Station
from counter_app.store.keys import KeySource
from ui.doing import Doing
from ui.window import Window

ROOT = Path(__file__).resolve().parents[1]
GOAL_MB = 250.0
RUNS = 2
STATUS = Path("/proc/self/status")
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
app.processEvents()
print(next(int(line.split()[1]) / 1024 for line in open("/proc/self/status") if line.startswith("VmRSS:")))
"""


def measure(folder: Path, runs: int = RUNS) -> list[Figure]:
    """The largest of the runs; each is a process of its own. Nothing where the system does not tell (not Linux)."""
    if not STATUS.exists():
        print("memory: not measured on this system")
        return []
    shop = DemoStore(folder, 1583, lambda text: None)
    try:
        found = []
        for run in range(runs):
            home = shop.new_station(f"counter-{run}")
            config = read_config(home.config)
            devices = {role: address for role, address in config.devices.items() if role != "camera"}
            home.config.write_text(config_text(replace(config, devices=devices)), encoding="utf-8")
            found.append(_said_by("-m", "benchmarks.memory", str(home.root)))
    finally:
        shop.close()
    bare = _said_by("-c", BARE)
    value = max(found)
    note = f"largest of {runs} processes, after a walk through all rooms; camera closed"
    against = f"a bare QMainWindow: {bare:.0f} MB"
    return [
        Figure("memory_demo_store", round(value, 1), "MB", GOAL_MB, value <= GOAL_MB, against, note, _spread(found))
    ]


def _spread(found: list[float]) -> float:
    return max(2.0, apart(found))  # the system counts in pages, and a malloc more or less is none of ours


def _said_by(*program: str) -> float:
    said = subprocess.run(  # noqa: S603 - this interpreter, a program of this file
        [sys.executable, *program],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=120,
        check=True,
    )
    return float(said.stdout.split()[-1])


def _resident_mb() -> float:
    line = next(one for one in STATUS.read_text().splitlines() if one.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def at_work(root: Path) -> float:
    """In the child: open the station, exchange once, look into every room; megabytes then."""
    app = desktop.application()
    home, doing = Home(root), Doing()
    station = Station(home, read_config(home.config), KeySource("keyfile", key_file=home.key_file), doing.hear)
    window = Window(doing, wedge=False)
    try:
        window.show()
        doing.start(station)
        window.ready()
        desktop.at_rest()
        signed_in(station.desk, doing)

        def begin(told: Callable[[], None]) -> None:
            doing.heard.connect(lambda event: told() if _exchanged(event) else None)
            station.start()

        wait_for(begin, 60)
        for key in window.pages:
            window.go(key)
            settle(doing)
            app.processEvents()
        window.answer("101")
        settle(doing)
        app.processEvents()
        return _resident_mb()
    finally:
        station.close()
        window.close()


def _exchanged(event: object) -> bool:
    return isinstance(event, SyncChanged) and event.state == "online"


if __name__ == "__main__":
    print(at_work(Path(sys.argv[1])))
