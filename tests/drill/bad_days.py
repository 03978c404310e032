"""Five stations and their centre as processes, the bad way between them, and who kills them: rounds of bad days."""

from __future__ import annotations

import json
import os
import select
import socket
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import Any

from counter_app.clocks import os_entropy
from counter_app.config import Config, config_text
from counter_app.demo import people
from counter_app.demo.platform import Platform, account_id
from counter_app.paths import Home
from counter_app.store.keys import KeySource
from counter_app.sync.central import Central
from counter_app.sync.enrol import enrol
from tests.drill.bad_way import BadWay
from tests.drill.told_against_kept import Centre, Shelf, compare, quiet

ROOT = Path(__file__).resolve().parents[2]
STATIONS = ("one", "two", "three", "four", "five")
START_S, QUIET_S = 30.0, 45.0
SHARES = (0.0, 0.1, 0.3, 0.6, 1.0)
"""How much of what is sent in a round suffers something; 1.0 is a day on which nothing comes through whole."""


class Processes:
    """The program that forks; whoever is still there when it ends is ended by it."""

    def __init__(self, log: Path) -> None:
        self._log = log.open("ab")
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "tests.drill.processes"],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            bufsize=0,
        )
        self._rest = b""
        self._line()

    def order(self, **order: Any) -> dict[str, Any]:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        return self._line()

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(60)
        self._process.stdout.close()
        self._log.close()

    def _line(self) -> dict[str, Any]:
        out, until = self._process.stdout, time.monotonic() + 90
        assert out is not None
        while b"\n" not in self._rest:
            ready, _, _ = select.select([out], [], [], max(0.0, until - time.monotonic()))
            assert ready, f"no answer of the processes: {self._log.name}"
            part = os.read(out.fileno(), 65_536)
            assert part, f"the processes are gone: {self._log.name}"
            self._rest += part
        line, _, self._rest = self._rest.partition(b"\n")
        return json.loads(line)


class BadDays:
    """One store with five stations. `round` is a second or so of work under faults, `evening` the check."""

    def __init__(self, folder: Path, stack: ExitStack, seed: int, database: str = "", bug: str = "") -> None:
        self.random, self._folder, self._bug = Random(seed), folder, bug
        self._database = database or f"sqlite:///{folder}/central.db"
        self._environment = {"COUNTER_PLATFORM_TOKEN": "token-of-the-drill", "COUNTER_CENTRE_KEY": "5e" * 32}
        self._processes = Processes(folder / "processes.log")
        stack.callback(self._processes.close)
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self._port = probe.getsockname()[1]
        self.up: set[str] = set()
        self.killed: Counter[str] = Counter()
        self._begin_centre()
        self.way = BadWay(self._port, seed)
        stack.callback(self.way.close)
        self._found()
        self.shelves = [self._enrolled(name) for name in STATIONS]
        self.centre = Centre(self._database)

    def _found(self) -> None:
        platform = Platform(f"http://127.0.0.1:{self._port}", "token-of-the-drill")
        customers = people.customers(self.random, count=8, names=10)
        platform.found(customers)
        self._customers = [(account_id(one), one.holder) for one in customers if one.names[0][1] == "person"]
        self._codes = [platform.enrolment_code() for _ in STATIONS]
        platform.close()

    def _enrolled(self, name: str) -> Shelf:
        home = Home(self._folder / name)
        home.make()
        source = KeySource("keyfile", key_file=home.key_file)
        central = Central(f"http://127.0.0.1:{self._port}")
        opened = enrol(home.store, home.keys, source, central, self._codes.pop(), name, os_entropy)
        central.close()
        config = Config(central=f"http://127.0.0.1:{self.way.port}", key_mode="keyfile")
        home.config.write_text(config_text(config), encoding="utf-8")
        return Shelf(name, home.store, opened.store_key, self._folder / f"{name}.confirmed")

    # ------------------------------------------------------------ processes

    def _begin_centre(self) -> None:
        log = str(self._folder / "centre.log")
        more = {"environment": self._environment, "database": self._database, "port": self._port, "log": log}
        self._processes.order(begin="centre", do="centre", **more)
        self.up.add("centre")
        self._wait(self._listens, START_S, "the centre listens")

    def _listens(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self._port), 1).close()
        except OSError:
            return False
        return True

    def _begin(self, shelf: Shelf, pause_s: float = 0.25) -> None:
        self._processes.order(
            begin=shelf.name,
            do="station",
            home=str(self._folder / shelf.name),
            confirmed=str(self._folder / f"{shelf.name}.confirmed"),
            log=str(self._folder / f"{shelf.name}.log"),
            seed=self.random.randrange(2**32),
            customers=self._customers,
            bug=self._bug,
            pause_s=pause_s,
        )
        self.up.add(shelf.name)

    def _kill(self, name: str) -> None:
        said = self._processes.order(kill=name)
        self.up.discard(name)
        self.killed["centre" if name == "centre" else "stations"] += 1
        assert not said["by_itself"], f"{name} had ended by itself with {said['ended']}:\n{self._tail(name)}"

    def _tail(self, name: str) -> str:
        log = self._folder / f"{name}.log"
        return log.read_text(errors="replace")[-2_000:] if log.exists() else ""

    def _wait(self, fact: Any, seconds: float, what: str) -> None:
        until = time.monotonic() + seconds
        while not fact():
            assert time.monotonic() < until, f"waited {seconds:.0f} s in vain: {what}\n{self._tail('centre')}"
            time.sleep(0.02)  # between two looks

    # ------------------------------------------------------------ days

    def _start_all(self) -> None:
        if "centre" not in self.up:
            self._begin_centre()
        for shelf in self.shelves:
            if shelf.name not in self.up:
                self._begin(shelf)

    def round(self, seconds: float = 1.0) -> None:
        """Whoever is down comes back, mostly; the way gets better or worse; somebody is killed, mostly."""
        if "centre" not in self.up and self.random.random() < 0.8:
            self._begin_centre()
        for shelf in self.shelves:
            if shelf.name not in self.up and self.random.random() < 0.8:
                self._begin(shelf)
        self.way.share = self.random.choice(SHARES)
        dying = [name for name in sorted(self.up) if self.random.random() < (0.35 if name == "centre" else 0.25)]
        self.random.shuffle(dying)
        for name in dying:
            time.sleep(self.random.random() * seconds / len(dying))  # the day goes on until the seed has it die
            self._kill(name)
        if not dying:
            time.sleep(seconds)

    def evening(self, quiet_s: float = QUIET_S) -> dict[str, list[Any]]:
        """No faults, no new acts: wait until nothing moves, close everything, and say what is wrong."""
        self.way.share = 0.0
        opened = {shelf.name: shelf.ready() for shelf in self.shelves if shelf.name not in self.up}
        self._start_all()
        until = time.monotonic() + START_S
        for shelf in self.shelves:
            while shelf.ready() <= opened.get(shelf.name, 0):
                if time.monotonic() > until:
                    return {f"{shelf.name} does not open": [self._tail(shelf.name)]}
                time.sleep(0.02)  # between two looks
        for shelf in self.shelves:
            self._processes.order(evening=shelf.name)
        until = time.monotonic() + quiet_s
        while not quiet(self.centre, self.shelves) and time.monotonic() < until:
            time.sleep(0.1)  # between two looks
        still = {} if time.monotonic() < until else {one.name: [one.waits(), one.reached()] for one in self.shelves}
        for shelf in self.shelves:
            said = self._processes.order(end=shelf.name)
            self.up.discard(shelf.name)
            assert said == {"ended": 0, "by_itself": False}, f"{shelf.name}: {said}\n{self._tail(shelf.name)}"
        wrong = compare(self.centre, self.shelves)
        return wrong | ({"not quiet": [self.centre.head(), still]} if still else {})

    def figures(self) -> dict[str, object]:
        """For the evidence."""
        kept = self.centre.ask("SELECT status, count(*) FROM journal WHERE device <> 'centre' GROUP BY status")
        return {
            "killed": dict(self.killed),
            "acts confirmed": sum(len(one.confirmed()) for one in self.shelves),
            "at the centre, by answer": dict(sorted(kept)),
            "requests, by what happened to them": dict(sorted(self.way.done.items())),
        }
