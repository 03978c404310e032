"""A home becomes a station at a real centre: whole or not at all, and what a cut left there stops nobody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from counter_app.clocks import os_entropy
from counter_app.config import read_config
from counter_app.enrolling import enrol_home
from counter_app.errors import CounterError, Offline, StoreError, SyncError
from counter_app.instance import Instance
from counter_app.paths import Home
from counter_app.store import keys, schema, station_card
from counter_app.store.db import Database
from counter_app.store.keys import KeySource
from counter_app.sync.central import Central
from counter_app.unlocking import key_source
from tests.station.homes import Town, source, town


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with town(tmp_path_factory.mktemp("centre")) as made:
        yield made


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "home")
    made.make()
    return made


class Deaf(Central):
    """The centre hears, and its answer is lost on the way."""

    def register(self, code: str, public_key: bytes, name: str) -> dict[str, Any]:
        super().register(code, public_key, name)
        raise Offline


def enrolled(shop: Town, home: Home, code: str, line: type[Central] = Central, of: KeySource | None = None) -> str:
    """The station that the store is of, by product code."""
    central = line(shop.centre.base_url)
    try:
        enrol_home(home, of or source(home), central, shop.centre.base_url, code, "One", os_entropy)
    finally:
        central.close()
    return station_card.device_of(home.store, keys.open_keys(home.keys, of or source(home)).store_key)


def files(home: Home) -> set[str]:
    # Whoever looks into the store, as these tests do, leaves an empty log beside it.
    return {path.name for path in home.root.iterdir() if path.is_file()} - {"lock", "store.db-wal", "store.db-shm"}


def refused(work: Any, *args: Any) -> str:
    with pytest.raises(CounterError) as raised:
        work(*args)
    return raised.value.code


WHOLE = {"store.db", "keys.json", "demo.key", "config.toml"}


def test_an_enrolled_home_has_its_four_files_and_nothing_half(shop: Town, home: Home) -> None:
    assert enrolled(shop, home, shop.platform.enrolment_code())
    assert files(home) == WHOLE
    assert read_config(home.config).central == shop.centre.base_url
    assert refused(enrolled, shop, home, shop.platform.enrolment_code()) == "store.exists"


def test_when_the_centre_refuses_nothing_is_left(shop: Town, home: Home) -> None:
    with pytest.raises(SyncError):
        enrolled(shop, home, "WRONGCOD")
    assert files(home) == set()


def test_a_code_whose_answer_was_lost_gives_the_same_station_when_it_is_typed_again(shop: Town, home: Home) -> None:
    code = shop.platform.enrolment_code()
    with pytest.raises(Offline):
        enrolled(shop, home, code, Deaf)
    assert files(home) == {"keys.json.enrolling", "demo.key.enrolling"}
    assert refused(key_source, home) == "store.not_enrolled"
    other = Home(home.root.parent / "other")
    other.make()
    assert refused(enrolled, shop, other, code) == "device.code_wrong"
    assert enrolled(shop, home, code)
    assert files(home) == WHOLE


def test_keys_that_were_begun_with_another_key_file_are_set_aside(shop: Town, home: Home) -> None:
    with pytest.raises(Offline):
        enrolled(shop, home, shop.platform.enrolment_code(), Deaf)
    stick = KeySource("keyfile", key_file=home.root.parent / "stick.key")
    assert enrolled(shop, home, shop.platform.enrolment_code(), of=stick)
    assert (home.root / "unfinished-1" / "keys.json.enrolling").exists()


def test_what_an_older_program_left_half_is_set_aside(shop: Town, home: Home) -> None:
    opened = keys.create(home.keys, source(home), "home1")
    db = Database(home.store, opened.store_key)
    schema.upgrade(db)
    db.close()
    before = home.store.read_bytes()
    assert enrolled(shop, home, shop.platform.enrolment_code())
    assert (home.root / "unfinished-1" / "store.db").read_bytes() == before
    assert files(home) == WHOLE


@pytest.mark.parametrize("trace", ["station.card", "high-water", "backups"])
@pytest.mark.parametrize("lost", ["keys.json", "store.db"])
def test_a_home_that_was_worked_in_is_never_moved(shop: Town, home: Home, trace: str, lost: str) -> None:
    enrolled(shop, home, shop.platform.enrolment_code())
    (home.root / trace).write_bytes(b"something")
    (home.root / lost).unlink()
    before = files(home)
    expected = "store.exists" if lost == "keys.json" else "store.keys_exist"
    assert refused(enrolled, shop, home, shop.platform.enrolment_code()) == expected
    assert files(home) == before


def test_the_key_file_of_another_home_is_never_written_over(shop: Town, home: Home) -> None:
    home.key_file.write_text("of another home\n")
    assert refused(enrolled, shop, home, shop.platform.enrolment_code()) == "store.keys_exist"
    assert home.key_file.read_text() == "of another home\n"


def test_keys_that_do_not_open_now_are_not_moved(shop: Town, home: Home) -> None:
    enrolled(shop, home, shop.platform.enrolment_code())
    home.key_file.unlink()
    assert refused(enrolled, shop, home, shop.platform.enrolment_code()) == "store.exists"
    assert files(home) == WHOLE - {"demo.key"}


def test_a_configuration_that_is_there_keeps_its_lines_and_gets_the_centre(shop: Town, home: Home) -> None:
    home.config.write_text('# ours\n[station]\ncentral = "https://old"\n\n[devices]\nscale = "hid:any"\n')
    enrolled(shop, home, shop.platform.enrolment_code())
    assert home.config.read_text().startswith("# ours\n")
    found = read_config(home.config)
    assert (found.central, found.key_mode, found.devices) == (shop.centre.base_url, "keyfile", {"scale": "hid:any"})


def test_a_configuration_that_makes_no_sense_is_told_before_the_code_is_spent(shop: Town, home: Home) -> None:
    code = shop.platform.enrolment_code()
    home.config.write_text("[station")
    assert refused(enrolled, shop, home, code) == "config.not_toml"
    home.config.unlink()
    assert enrolled(shop, home, code)


def test_a_home_that_is_in_use_is_not_enrolled(shop: Town, home: Home) -> None:
    held = Instance(home.lock)
    try:
        with pytest.raises(StoreError, match=r"^store\.already_open$"):
            enrolled(shop, home, shop.platform.enrolment_code())
    finally:
        held.release()
    assert files(home) == set()
