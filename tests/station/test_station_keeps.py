"""A station as it is put together: it saves itself when it closes, upgrades by way of a copy, and says that it does."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from counter_app import closing
from counter_app.errors import StoreError
from counter_app.events import BackupChanged
from counter_app.paths import Home
from counter_app.station import Station
from counter_app.store import backup, keys, schema
from counter_app.store.db import Database
from tests.counter_acts import piece
from tests.older_stores import take_back
from tests.station.homes import ACCOUNT, AtHome, Town, source, town
from ui.sentences import sentence
from ui.widgets import Label


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with town(tmp_path_factory.mktemp("town")) as made:
        yield made


def opened(home: Home, *, read_only: bool = False) -> Database:
    return Database(home.store, keys.open_keys(home.keys, source(home)).store_key, read_only=read_only)


def test_7_4_a_station_that_closes_leaves_a_backup_with_its_last_act(shop: Town, tmp_path: Path) -> None:
    home = shop.home(tmp_path / "home")
    at_home = AtHome(shop, home)
    at_home.exchange()
    at_home.station.start()
    piece(at_home, at_home.clerk, ACCOUNT)
    last = at_home.own()[-1]
    at_home.close()
    (made,) = backup.listed(home.backups)
    copy = Database(made.store, keys.open_keys(home.keys, source(home)).store_key, read_only=True)
    with copy.read() as connection:
        there = connection.exec_driver_sql("SELECT op_id FROM journal ORDER BY position DESC LIMIT 1").scalar()
    copy.close()
    assert there == last
    assert [one.state for one in at_home.heard if isinstance(one, BackupChanged)][-1] == "saved"


def test_7_1_an_act_at_the_counter_ends_what_is_done_while_nobody_works(shop: Town, tmp_path: Path) -> None:
    at_home = AtHome(shop, shop.home(tmp_path / "home"))
    at_home.exchange()
    at_home.station.keeping._acted = -1
    piece(at_home, at_home.clerk, ACCOUNT)
    assert at_home.station.keeping._acted >= 0
    at_home.close()


def test_7_5_a_station_on_an_older_store_saves_it_and_then_upgrades_it(shop: Town, tmp_path: Path) -> None:
    home = shop.home(tmp_path / "home")
    first = AtHome(shop, home)
    first.exchange()
    piece(first, first.clerk, ACCOUNT)
    own = first.own()
    first.close()
    db = opened(home)
    with db.write() as connection:
        take_back(connection, "0001")
    db.close()
    again = AtHome(shop, home)
    assert again.own()[: len(own)] == own
    again.exchange()
    assert set(own) <= set(shop.there())
    with again.station.db.read() as connection:
        assert schema.current(connection) == schema.HEAD
    again.close()
    assert len(backup.listed(home.backups)) == 1
    assert len(list(home.root.glob("store.db.before-*"))) == 1


def test_7_5_each_step_of_an_upgrade_is_said_while_it_lasts(shop: Town, tmp_path: Path) -> None:
    home = shop.home(tmp_path / "home")
    db = opened(home)
    with db.write() as connection:
        take_back(connection, "0001")
    db.close()
    told: list[str] = []
    Station(home, shop.config(), source(home), lambda event: None, tell=told.append).close()
    steps = [code.removeprefix("store.upgrade_") for code in told if code.startswith("store.upgrade_")]
    assert steps == ["saving", "copying", "upgrading", "comparing", "swapping"]
    assert {sentence(code) for code in told}.isdisjoint(told)


def test_6_1_a_station_on_a_newer_store_does_not_start_and_does_not_write(shop: Town, tmp_path: Path) -> None:
    home = shop.home(tmp_path / "home")
    db = opened(home)
    with db.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0999'")
    db.close()
    before = home.store.read_bytes()
    with pytest.raises(StoreError, match=r"store\.too_new"):
        AtHome(shop, home)
    assert home.store.read_bytes() == before
    assert not home.backups.exists()


def test_7_4_closing_that_takes_longer_than_a_blink_is_said(qapp: Any) -> None:
    shown = threading.Event()

    class Slow:
        def close(self) -> None:
            assert shown.wait(10)

    def look() -> None:
        for one in QApplication.topLevelWidgets():
            if isinstance(one, Label) and one.isVisible() and "backup" in one.text():
                shown.set()

    from PySide6.QtCore import QTimer

    timer = QTimer(interval=10)
    timer.timeout.connect(look)
    timer.start()
    closing.close_down(qapp, Slow())
    timer.stop()
    assert shown.is_set()


def test_a_closing_that_fails_is_not_swallowed(qapp: Any) -> None:
    class Broken:
        def close(self) -> None:
            raise ValueError("a bug")

    with pytest.raises(ValueError, match="a bug"):
        closing.close_down(qapp, Broken())
