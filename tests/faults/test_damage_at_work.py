"""The disk fails while somebody works: nothing is said to be saved, nothing more is written, it is said (6.1)."""

from __future__ import annotations

import os
import shutil
import signal
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from counter_app import desktop
from counter_app.demo.platform import CLERKS, PASSWORD
from counter_app.desk import receiving, sign_in
from counter_app.domain.employee import Actor
from counter_app.errors import StoreError
from counter_app.events import PieceReceived, StoreChecked, StoreFailed
from counter_app.station import Station
from counter_app.store import keys, room, soundness
from counter_app.store.db import Database
from tests.conftest import STORE_KEY
from tests.counter_acts import piece
from tests.station.homes import ACCOUNT, AtHome, Town, source, town
from ui.sentences import say


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with town(tmp_path_factory.mktemp("town")) as made:
        yield made


@contextmanager
def no_more_bytes(limit: int) -> Iterator[None]:
    """Files of this process cannot grow beyond `limit`: SQLite says "disk I/O error", as for a failing disk."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, heard)


@pytest.mark.skipif(os.name == "nt", reason="limits of a process are POSIX")
def test_6_1_after_a_disk_error_nothing_is_saved_nor_said_to_be(counter: Any) -> None:
    desk, clerk = counter.desk, counter.clerk()
    counter.account("a1", "214", "Ann Lee")
    piece(counter, clerk)
    told: list[str] = []
    desk.db.on_untrusted = told.append
    log = desk.db.path.with_name(desk.db.path.name + "-wal")
    counter.told.clear()
    with no_more_bytes(log.stat().st_size + 5_000), pytest.raises(StoreError, match=r"^store\.disk_error$"):
        piece(counter, clerk)
    assert told == ["store.disk_error"]
    assert [one for one in counter.told if isinstance(one, PieceReceived)] == []
    # The disk takes bytes again, and still nothing is written: what it kept of the last write nobody knows.
    with pytest.raises(StoreError, match=r"^store\.disk_error$"):
        piece(counter, clerk)
    assert told == ["store.disk_error"]
    # A start afterwards finds the store whole, without the act that was never confirmed.
    desk.db.close()
    again = Database(desk.db.path, STORE_KEY)
    with again.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM item").scalar() == 1
    again.close()


@pytest.mark.skipif(os.name == "nt", reason="limits of a process are POSIX")
def test_6_1_a_disk_error_on_a_disk_that_is_nearly_full_is_a_full_disk_and_work_goes_on(
    counter: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, clerk = counter.desk, counter.clerk()
    counter.account("a1", "214", "Ann Lee")
    piece(counter, clerk)
    told: list[str] = []
    desk.db.on_untrusted = told.append
    log = desk.db.path.with_name(desk.db.path.name + "-wal")
    usage = shutil.disk_usage(desk.db.path.parent)
    monkeypatch.setattr(room.shutil, "disk_usage", lambda folder: usage._replace(free=3_400_000))
    with no_more_bytes(log.stat().st_size + 5_000), pytest.raises(StoreError) as raised:
        piece(counter, clerk)
    assert raised.value.code == "store.full"
    assert raised.value.facts == {"free_mb": 3, "needed_mb": 228, "more_mb": 225}
    assert "Free 225 MB" in say(raised.value)
    assert told == []
    piece(counter, clerk)
    monkeypatch.setattr(room.shutil, "disk_usage", lambda folder: usage._replace(free=room.NEARLY_FULL_BYTES))
    log_ends = log.stat().st_size
    with no_more_bytes(log_ends + 5_000), pytest.raises(StoreError, match=r"^store\.disk_error$"):
        piece(counter, clerk)
    assert told == ["store.disk_error"]


def test_6_1_a_full_disk_that_has_room_is_said_without_numbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(room.shutil, "disk_usage", lambda folder: usage._replace(free=10**12))
    assert room.full(tmp_path).facts == {}  # a quota: what the disk says is not what this user has
    assert "{" not in say(room.full(tmp_path))


def damaged(counter: Any) -> tuple[Database, list[str]]:
    """The counter's store with damaged pages behind the first ones, opened again."""
    clerk = counter.clerk()
    counter.account("a1", "214", "Ann Lee")
    for _ in range(40):
        piece(counter, clerk)
    path = counter.desk.db.path
    counter.desk.db.close()
    with path.open("r+b") as file:
        for at in range(8 * 4096 + 50, path.stat().st_size, 4096):
            file.seek(at)
            file.write(b"\xa5\x5a")
    db = Database(path, STORE_KEY)
    told: list[str] = []
    db.on_untrusted = told.append
    counter.desk.db = db
    return db, told


def demand_stopped(db: Database, told: list[str]) -> None:
    assert told == ["store.damaged"]
    with pytest.raises(StoreError, match=r"^store\.damaged$"), db.write():
        pass
    assert told == ["store.damaged"]
    db.close()


def test_7_1_a_damaged_page_that_the_daily_check_finds_ends_the_writing(counter: Any) -> None:
    db, told = damaged(counter)
    with pytest.raises(StoreError, match=r"^store\.damaged$"):
        db.damage()
    demand_stopped(db, told)


def test_7_1_what_the_quick_check_says_ends_the_writing_too(counter: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    db, told = counter.desk.db, []
    db.on_untrusted = told.append
    monkeypatch.setattr(db, "_long", lambda *args: [("row 3 missing from index",)])
    assert db.damage() == ["row 3 missing from index"]
    demand_stopped(db, told)


def test_7_1_a_damaged_page_that_a_backup_reads_ends_the_writing(counter: Any, tmp_path: Path) -> None:
    db, told = damaged(counter)
    with pytest.raises(StoreError, match=r"^store\.damaged$"):
        db.copy_into(tmp_path / "copy.db")
    demand_stopped(db, told)


@pytest.mark.skipif(os.name == "nt", reason="limits of a process are POSIX")
def test_7_4_a_disk_error_of_the_copy_is_no_reason_to_distrust_the_store(counter: Any, tmp_path: Path) -> None:
    db, told = counter.desk.db, []
    db.on_untrusted = told.append
    with no_more_bytes(20_000), pytest.raises(StoreError, match=r"^store\.(disk_error|full)$"):
        db.copy_into(tmp_path / "copy.db")
    assert told == []
    counter.clerk()


def test_7_1_the_idle_check_of_a_station_stops_it_on_a_damaged_page(shop: Town, tmp_path: Path) -> None:
    at = AtHome(shop, shop.home(tmp_path / "home"))
    at.exchange()
    for _ in range(20):
        piece(at, at.clerk, ACCOUNT)
    at.close()
    size = at.station.home.store.stat().st_size
    with at.station.home.store.open("r+b") as file:
        file.seek(size // 4096 // 2 * 4096 + 50)
        file.write(b"\xa5\x5a")
    heard: list[Any] = []
    station = Station(at.station.home, shop.config(), source(at.station.home), heard.append)
    station.keeping._check()
    station.close()
    assert heard == [StoreFailed("store.damaged"), StoreChecked("store.damaged")]


def test_6_1_a_page_that_fails_at_work_ends_the_writing(counter: Any) -> None:
    db, told = damaged(counter)
    with pytest.raises(StoreError, match=r"^store\.damaged$"):
        receiving.latest(counter.desk, Actor("clerk-1", 4, "password", ""))
    demand_stopped(db, told)


def test_6_1_a_full_disk_or_a_busy_store_is_no_reason_to_distrust_it(counter: Any) -> None:
    db = counter.desk.db
    for code in ("store.full", "store.busy"):
        with pytest.raises(StoreError), db.write():
            raise StoreError(code)
    assert db.untrusted == ""
    counter.clerk()


def test_7_1_the_look_at_a_start_stays_within_its_budget(counter: Any, tmp_path: Path) -> None:
    desk, clerk = counter.desk, counter.clerk()
    with desk.act(clerk, "session.own") as act:
        for _ in range(1_200):
            act.write("session.signed_in", clerk.id, clerk=clerk.id, present="password")
    desk.db.close()
    times = []
    for _ in range(5):
        began = time.process_time()
        assert soundness.examine(desk.db.path, STORE_KEY, tmp_path / "high-water").tail is None
        times.append((time.process_time() - began) * 1000)
    print(f"\nlook at a start over {soundness.LINKS} links: {statistics.median(times):.1f} ms")
    assert min(times) < 50


def test_7_1_after_an_unclean_stop_every_page_is_read_and_it_is_said(counter: Any, tmp_path: Path) -> None:
    counter.clerk()
    path = counter.desk.db.path
    told: list[str] = []
    found = soundness.examine(path, STORE_KEY, tmp_path / "none", told.append)
    assert (found.unclean, told, found.high_water) == (True, ["store.checking"], "missing")
    counter.desk.db.close()
    told.clear()
    assert not soundness.examine(path, STORE_KEY, tmp_path / "none", told.append).unclean
    assert told == []


def wait_for(qtbot: Any, fact: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(fact()), timeout=30_000)


def test_7_3_from_the_damaged_stores_screen_to_the_first_piece(shop: Town, tmp_path: Path, qapp: Any) -> None:
    """The real window, the real threads: damaged start, Rebuild by the keyboard, sign-in, rescue, the next piece."""
    from PySide6.QtCore import QTimer

    from ui.damage import StoppedPage
    from ui.window import Window

    home = shop.home(tmp_path / "home")
    before = AtHome(shop, home)
    before.exchange()
    for _ in range(3):
        piece(before, before.clerk, ACCOUNT)
    done = before.own()
    before.close()
    with home.store.open("r+b") as file:
        file.seek(300)
        file.write(b"damaged")

    seen: list[str] = []
    signed: list[Any] = []

    def window() -> Window | None:
        return next((one for one in qapp.topLevelWidgets() if isinstance(one, Window) and one.isVisible()), None)

    def look() -> None:
        shown = window()
        if shown is None:
            return
        page = shown.stopped
        if isinstance(page, StoppedPage) and page.isVisible() and not seen:
            seen.append(page.text.text())
            page.buttons["rebuild"].click()
        elif shown.doing.ready and "sign-in" not in seen:
            assert shown.sign_in_page.isVisible()
            seen.append("sign-in")
        elif "sign-in" in seen and not signed:
            station = shown.doing.station
            signed.append(station)
            said = station.central.log_in(CLERKS[0][2], PASSWORD)
            clerk = sign_in.sign_in_online(station.desk, said, PASSWORD)
            shown.doing.sign_in(clerk)
        elif signed and "all 4 acts" in shown.rescue_line.accessibleName().lower():
            actor = sign_in.actor_of(signed[0].desk, CLERKS[0][0])
            seen.append(receiving.receive_unassigned(signed[0].desk, actor, receiving.Arrival(name="?")).item.id)
            timer.stop()
            shown.close()

    timer = QTimer(interval=20)
    timer.timeout.connect(look)
    timer.start()
    QTimer.singleShot(60_000, qapp.quit)
    code = desktop.run(home.root, "", "", "One")
    timer.stop()
    assert code == 0, seen
    assert "damaged" in seen[0]
    assert len(done) == 4
    again = AtHome(shop, home)
    assert set(done) <= set(again.own())
    assert ("item", seen[-1]) in again.rows()
    again.exchange()
    there = shop.there()
    assert set(again.own()) <= set(there)
    assert len(there) == len(set(there))
    again.close()
    assert keys.open_keys(home.keys, source(home))
