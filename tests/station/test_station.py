"""A station put together from a real home: what it refuses to start with, and that it ends."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import pytest

from central_service.server import EmbeddedCentre
from counter_app.clocks import os_entropy
from counter_app.config import Config
from counter_app.demo.platform import CLERKS, PASSWORD, Platform
from counter_app.desk import sign_in
from counter_app.domain.print_job import Job
from counter_app.errors import StoreError, SyncError
from counter_app.events import SyncChanged
from counter_app.paths import Home
from counter_app.station import Station
from counter_app.store import keys
from counter_app.store.db import Database
from counter_app.store.keys import KeySource
from counter_app.sync.central import Central
from counter_app.sync.enrol import enrol


@pytest.fixture
def centre(tmp_path: Path) -> Any:
    running = EmbeddedCentre(tmp_path / "central.db", demo=True)
    running.start()
    platform = Platform(running.base_url, running.platform_token)
    platform.found([])
    yield running, platform
    platform.close()
    running.stop()


def a_home(tmp_path: Path, centre: Any, code: str = "") -> tuple[Home, KeySource]:
    running, platform = centre
    home = Home(tmp_path / "home")
    home.make()
    source = KeySource("keyfile", key_file=home.key_file)
    central = Central(running.base_url)
    try:
        enrol(home.store, home.keys, source, central, code or platform.enrolment_code(), "One", os_entropy)
    finally:
        central.close()
    return home, source


def test_a_station_is_enrolled_signs_in_online_and_sends_its_first_act(tmp_path: Path, centre: Any) -> None:
    running, platform = centre
    home, source = a_home(tmp_path, centre)
    told = threading.Condition()
    heard: list[Any] = []

    def hear(event: Any) -> None:
        with told:
            heard.append(event)
            told.notify_all()

    before = set(threading.enumerate())
    station = Station(home, Config(central=running.base_url), source, hear)
    station.start()
    try:
        assert station.central is not None
        said = station.central.log_in(CLERKS[0][2], PASSWORD)
        clerk = sign_in.sign_in_online(station.desk, said, PASSWORD)
        assert clerk.level == 4
        with told:
            assert told.wait_for(
                lambda: any(isinstance(one, SyncChanged) and one.state == "online" for one in heard), 10
            )
            assert told.wait_for(
                lambda: [line["kind"] for line in platform.journal()].count("session.signed_in") == 1, 10
            )
    finally:
        station.close()
    left = [one.name for one in threading.enumerate() if one not in before and not one.name.startswith("centre")]
    assert left == []


def test_a_wrong_code_leaves_nothing_behind(tmp_path: Path, centre: Any) -> None:
    with pytest.raises(SyncError):
        a_home(tmp_path, centre, code="WRONGCOD")
    home = Home(tmp_path / "home")
    assert not home.store.exists()
    assert not home.keys.exists()
    assert not home.key_file.exists()


def test_a_home_is_never_enrolled_twice(tmp_path: Path, centre: Any) -> None:
    a_home(tmp_path, centre)
    with pytest.raises(StoreError, match=r"^store\.exists$"):
        a_home(tmp_path, centre)


def test_settings_that_make_no_sense_are_a_sentence_and_not_a_crash(tmp_path: Path, centre: Any) -> None:
    home, source = a_home(tmp_path, centre)
    db = Database(home.store, keys.open_keys(home.keys, source).store_key)
    with db.write() as connection:
        connection.exec_driver_sql(
            "UPDATE meta SET value = ? WHERE key = 'settings'", (json.dumps({"zone": "Nowhere"}),)
        )
    db.close()
    with pytest.raises(StoreError, match=r"^store\.settings_wrong$"):
        Station(home, Config(), source, lambda event: None)


def test_carriers_labels_go_to_the_4_x_6_printer_where_there_is_one(tmp_path: Path, centre: Any) -> None:
    home, source = a_home(tmp_path, centre)
    label, shipping = (f"file:{tmp_path / name}" for name in ("small", "large"))
    told = []
    for printers in ({"label": label}, {"label": label, "shipping": f"{shipping}?language=zpl&media=4x6"}):
        station = Station(home, Config(printers=printers), source, lambda event: None)
        try:
            told.append((station.desk.shipping_printer, [one.role for one in station.device_statuses()]))
        finally:
            station.close()
    assert told == [("label", ["printer"]), ("shipping", ["printer", "shipping_printer"])]


def test_the_picture_of_a_carriers_label_has_its_size(tmp_path: Path, centre: Any) -> None:
    import struct

    home, source = a_home(tmp_path, centre)
    station = Station(home, Config(), source, lambda event: None)
    payload: dict[str, Any] = {
        "sender": ["Ann Lee", "PMB 101"],
        "to": ["Cara Wells", "7 Pine Street", "Portland, OR 97201"],
        "carrier": "UPS",
        "service": "Ground",
        "tracking": "1Z999AA10123456784",
        "weight": "2 lb 0 oz",
        "mail_id": "",
        "ships_on": "2026-11-02",
        "signature": "",
    }
    try:
        drawn = station.preview(Job("1", "shipping_label", payload, "shipping"))
    finally:
        station.close()
    assert struct.unpack(">II", drawn[16:24]) == (812, 1218)
