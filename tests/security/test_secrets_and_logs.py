"""T5, T19: after a short day of a real station no name and no secret stands in any file of its home in the clear.

The day: enrolled at a real centre, signed in, a PIN, a piece with its photo and label, refusals, a licence, a bug, a
list that was stopped, a hand-over begun. Then every file is read, whatever it is called.
"""

from __future__ import annotations

import json
import logging
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from central_service.server import EmbeddedCentre
from counter_app.clocks import os_entropy
from counter_app.config import Config
from counter_app.demo.platform import STORE, Platform
from counter_app.desk import customers, export, pickups, receiving, sign_in
from counter_app.desk.receiving import Arrival
from counter_app.domain import aamva
from counter_app.events import RowsArrived
from counter_app.paths import Home
from counter_app.station import Station
from counter_app.store.keys import KeySource
from counter_app.sync.central import Central
from counter_app.sync.enrol import enrol
from tests.counter_acts import PNG, refusal
from tests.domain.aamva_cards import payload
from tests.security.hostile_strings import few

HOLDER, COLLECTOR, NOTE, REASON = "Zebulon Quackenbush", "Philomena Thistlewood", "likes marmalade", "ribbon was torn"
PASSWORD, PIN, LICENCE, PHONE = "perfectly-secret-heron", "918273", "T99887766", "5185550142"
MAIL, TRACKING, STREET = "zebulon@quackenbush.example", "1Z999AA10123456784", "77 LANTERN STREET"
CLERK = "jordan.canary@northgate.example"
PERSONAL = [*HOLDER.split(), *COLLECTOR.split(), "marmalade", "ribbon", PHONE, MAIL, TRACKING, STREET, LICENCE, CLERK]
SECRETS = [PASSWORD, PIN]


class Day:
    """A station at a centre on this computer, with one clerk and one customer."""

    def __init__(self, folder: Path) -> None:
        self.centre = EmbeddedCentre(folder / "central.db", demo=True)
        self.centre.start()
        platform = Platform(self.centre.base_url, self.centre.platform_token)
        platform.found([])
        platform.post("employees", store=STORE, id="c1", name="Jordan", email=CLERK, level=4, password=PASSWORD)
        platform.post(
            "accounts", store=STORE, id="a1", mailbox="214", holder=HOLDER, names=[{"text": HOLDER, "kind": "person"}],
            collectors=[{"name": COLLECTOR}], email=MAIL, phone=PHONE, plan="gold", state="active", since="2026-01-01",
            id_expires_on="2030-01-01",
        )  # fmt: skip
        self.home = Home(folder / "home")
        self.home.make()
        self.source = KeySource("keyfile", key_file=self.home.key_file)
        self.code = platform.enrolment_code()
        central = Central(self.centre.base_url)
        enrol(self.home.store, self.home.keys, self.source, central, self.code, "One", os_entropy)
        central.close()
        platform.close()
        self.told = threading.Condition()
        self.heard: list[Any] = []
        self.station = Station(self.home, Config(central=self.centre.base_url), self.source, self.hear)
        self.station.start()

    def hear(self, event: Any) -> None:
        with self.told:
            self.heard.append(event)
            self.told.notify_all()

    def wait(self, fact: Any) -> None:
        with self.told:
            assert self.told.wait_for(fact, 20)

    def secrets(self) -> list[bytes]:
        """What must never be on the disk in the clear: keys and tokens of this very run."""
        station = self.station
        lines = [station.central, station.worker._engine.central]
        tokens = [one._token.encode() for one in lines if one._token]
        return [*tokens, station.desk.pepper, station.desk.pepper.hex().encode(), self.code.encode()]

    def close(self) -> None:
        self.station.close()
        self.centre.stop()


@pytest.fixture
def day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Day]:
    temp = tmp_path / "temp"
    temp.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temp))
    made = Day(tmp_path)
    yield made
    made.close()


def walked(day: Day, folder: Path) -> list[bytes]:
    """A short day; the secrets that came up in it."""
    station, desk = day.station, day.station.desk
    day.wait(lambda: any(isinstance(one, RowsArrived) for one in day.heard))
    assert station.central is not None
    sign_in.sign_in_online(desk, station.central.log_in(CLERK, PASSWORD), PASSWORD)
    actor = sign_in.actor_of(desk, "c1")
    refusal(sign_in.sign_in, desk, CLERK, PASSWORD + "x")
    sign_in.set_pin(desk, actor, PIN)
    photo = b"\xff\xd8\xff" + HOLDER.encode() * 50
    item = receiving.receive(desk, actor, Arrival("a1", HOLDER, tracking=TRACKING, photo=photo)).item
    refusal(receiving.receive, desk, actor, Arrival("a1", COLLECTOR, tracking=TRACKING))
    customers.set_note(desk, actor, "a1", NOTE)
    assert customers.find(desk, actor, "zebulon")
    visit = pickups.open_walk_in(desk, actor, "a1", [item.id]).pickup.id
    card = aamva.parse(payload(family="Quackenbush", first="Zebulon", middle="", number=LICENCE, street=STREET))
    pickups.check_card(desk, actor, visit, card)
    pickups.sign(desk, actor, visit, PNG + HOLDER.encode())
    pickups.put_back(desk, actor, visit, REASON)
    stopped = folder / "list.csv"
    assert export.save(desk, actor, "customers", stopped, stopped=lambda: True) == -1

    def bug() -> None:
        raise ValueError(f"{HOLDER} {PASSWORD} {desk.pepper!r}")

    failures: list[Any] = []
    station.thread.submit(bug, failures.append, failures.append)
    station.thread.submit(lambda: refusal(sign_in.sign_in, desk, MAIL, PASSWORD), failures.append, failures.append)
    log = logging.getLogger("counter_app.devices")
    for _, text in few(10)[:200]:
        log.warning("device not usable", extra={"role": text, "code": text, "name_on_piece": HOLDER})
    found = day.secrets()
    assert found[0], "the exchange has its token"
    day.wait(lambda: failures)
    return found


def files(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*") if one.is_file()]


def test_t5_t19_a_day_leaves_nothing_in_the_clear(day: Day, tmp_path: Path, tally: Any) -> None:
    tally.path("canaries in files")
    out = tmp_path / "out"
    out.mkdir()
    secrets = [*walked(day, out), *(one.encode() for one in SECRETS)]
    day.station.close()
    places = [*files(day.home.root), *files(tmp_path / "temp"), *files(out)]
    assert {"store.db", "keys.json", "counter.jsonl"} <= {one.name for one in places}
    assert any(day.home.blobs in one.parents for one in places), "the photo was kept"
    hits = []
    for file in places:
        data = file.read_bytes().lower()
        for canary in (*(one.encode() for one in PERSONAL), *secrets):
            tally.add("canary")
            if canary.lower() in data or canary.decode("latin-1").encode("utf-16-le").lower() in data:
                hits.append((file.name, canary))
    assert hits == []
    assert files(out) == [], "a stopped list leaves nothing"


def test_t5_the_log_stays_lines_of_json_whatever_it_is_told(day: Day, tmp_path: Path) -> None:
    walked(day, tmp_path / "temp")
    lines = day.home.log.read_bytes().split(b"\n")
    assert lines.pop() == b""
    assert len(lines) > 100
    for line in lines:
        said = json.loads(line)
        assert line.isascii()
        assert not set(line) & set(range(0x20)), "no control reaches a terminal"
        assert set(said) <= {"at_ms", "level", "where", "what", "role", "code", "fault", "trace", "entity", "row"}
        assert said["what"] != "forged"
        assert all(len(str(value)) <= 200 or key == "trace" for key, value in said.items())
    assert any(json.loads(line).get("fault") == "ValueError" for line in lines), "the bug was logged, without its words"


def test_the_search_for_canaries_finds_a_planted_one(day: Day, tmp_path: Path) -> None:
    (day.home.scratch / "left-behind.txt").write_text(f"for {HOLDER}")
    assert [one for one in files(day.home.root) if HOLDER.encode() in one.read_bytes()] == [
        day.home.scratch / "left-behind.txt"
    ]
