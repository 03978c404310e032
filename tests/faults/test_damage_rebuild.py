"""A damaged, cut or deleted store: it is noticed, the counter goes on, and every act that can be had arrives (7.3)."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from counter_app import rebuild
from counter_app.clocks import SystemClock, os_entropy
from counter_app.desk import receiving, sign_in
from counter_app.errors import StoreError
from counter_app.events import ActsLost
from counter_app.paths import Home
from counter_app.station import Station
from counter_app.store import keys, salvage
from counter_app.store.db import Database
from tests.counter_acts import piece
from tests.station.homes import ACCOUNT, AtHome, Town, source, town

PAGE = 4096


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with town(tmp_path_factory.mktemp("town")) as made:
        yield made


def a_day(shop: Town, folder: Path, sent: int, unsent: int, *, clean: bool = True) -> tuple[Home, list[str], list[str]]:
    """A home with acts that the centre has and acts that it does not; the op_ids of both.

    `clean` False: as after a power cut, with everything in the write-ahead log.
    """
    live = shop.home(folder / "live")
    station = AtHome(shop, live)
    station.exchange()
    for _ in range(sent):
        piece(station, station.clerk, ACCOUNT)
    station.exchange()
    answered = station.own()
    for _ in range(unsent):
        piece(station, station.clerk, ACCOUNT)
    waiting = station.own()[len(answered) :]
    if not clean:
        shutil.copytree(live.root, folder / "home")
    station.close()
    if clean:
        shutil.copytree(live.root, folder / "home")
    return Home(folder / "home"), answered, waiting


def opened(home: Home) -> keys.Keys:
    return keys.open_keys(home.keys, source(home))


def rebuilt(shop: Town, home: Home) -> tuple[AtHome, list[Any]]:
    """The fresh store at work, with a piece that was received before anything was rescued."""
    rebuild.begin(home, opened(home), SystemClock().wall_ms(), os_entropy)
    station = AtHome(shop, home)
    return station, []


def rescued(station: AtHome, home: Home) -> ActsLost:
    desk = station.desk
    told = list(rebuild.rescue(home, opened(home), station.station.db, lambda: desk.identity, desk.moment, os_entropy))
    assert isinstance(told[-1], ActsLost)
    return told[-1]


def refused_start(shop: Town, home: Home) -> StoreError:
    with pytest.raises(StoreError) as raised:
        Station(home, shop.config(), source(home), lambda event: None)
    return raised.value


def flip(path: Path, places: list[int], bit: int = 3) -> None:
    with path.open("r+b") as file:
        for place in places:
            file.seek(place)
            byte = file.read(1)[0]
            file.seek(place)
            file.write(bytes([byte ^ 1 << bit]))


DAMAGES = ("first_page", "many_pages", "truncated", "emptied", "deleted", "overwritten_start")


def hurt(home: Home, how: str, seed: int = 7) -> None:
    rnd = random.Random(seed)
    size = home.store.stat().st_size
    if how == "first_page":
        flip(home.store, [200])
    elif how == "many_pages":
        flip(home.store, [page * PAGE + 99 for page in rnd.sample(range(size // PAGE), 6)] + [60])
    elif how == "truncated":
        os.truncate(home.store, size // 2 + 77)
    elif how == "emptied":
        os.truncate(home.store, 0)
    elif how == "deleted":
        home.store.unlink()
    else:
        with home.store.open("r+b") as file:
            file.write(rnd.randbytes(3 * PAGE))


@pytest.mark.parametrize("how", DAMAGES)
def test_7_3_a_damaged_store_is_noticed_and_the_counter_goes_on(shop: Town, tmp_path: Path, how: str) -> None:
    home, answered, waiting = a_day(shop, tmp_path, 5, 5)
    before = set(shop.there())
    hurt(home, how)
    assert refused_start(shop, home).code in ("store.damaged", "store.missing")
    old = home.store.read_bytes() if home.store.exists() else b""

    station, _ = rebuilt(shop, home)
    meanwhile = receiving.receive_unassigned(station.desk, station.clerk, receiving.Arrival(name="?")).item
    told = rescued(station, home)
    station.exchange()
    later = piece(station, station.clerk, ACCOUNT)
    station.exchange()

    there = shop.there()
    assert len(there) == len(set(there)), "an act arrived twice"
    own = station.own()
    found = [op for op in (*answered, *waiting) if op in own]
    assert told.rescued == len(found)
    assert set(found) <= set(there)
    new = set(there) - before
    # Nothing was invented: what is new at the centre was done before the damage or in the fresh journal.
    assert new <= set(own)
    assert new & set(waiting) == set(waiting) & set(own)
    assert {("item", meanwhile.id), ("item", later.id)} <= set(station.rows())
    # What the centre had is back, whatever became of the journal's lines.
    pulled = {row_id for kind, row_id in station.rows() if kind == "item"}
    assert len(pulled) >= 5 + len([op for op in waiting if op in own]) + 2
    assert told.count == told.total - told.rescued
    if how == "first_page":
        assert (told.count, set(found)) == (0, {*answered, *waiting})
    if how in ("emptied", "deleted"):
        assert found == []
        assert told.count == len(answered) + len(waiting)
    verdict = station.verdict()
    assert verdict.exit_code == (4 if told.count or verdict.undisclosed else 0), verdict.lines()
    aside = next(home.root.glob("damaged-*"))
    if old:
        assert (aside / "store.db").read_bytes() == old
    station.close()
    again = AtHome(shop, home)
    assert rebuild.unfinished(home) == []
    again.close()


def test_7_3_the_log_of_the_damaged_store_is_not_read_as_that_of_the_fresh_one(shop: Town, tmp_path: Path) -> None:
    home, answered, waiting = a_day(shop, tmp_path, 2, 4, clean=False)
    log = home.root / "store.db-wal"
    assert log.stat().st_size > 0
    hurt(home, "many_pages")
    station, _ = rebuilt(shop, home)
    assert station.own() != []
    assert not set(station.own()) & {*answered, *waiting}, "nothing was taken over yet"
    told = rescued(station, home)
    assert (told.count, {*answered, *waiting} <= set(station.own())) == (0, True)
    station.exchange()
    assert {*answered, *waiting} <= set(shop.there())
    station.close()


def test_7_3_sign_in_and_register_come_back_without_the_centre(shop: Town, tmp_path: Path) -> None:
    home, _, _ = a_day(shop, tmp_path, 2, 1)
    hurt(home, "first_page")
    rebuild.begin(home, opened(home), SystemClock().wall_ms(), os_entropy)
    from counter_app.config import Config
    from counter_app.demo.platform import CLERKS, PASSWORD

    station = Station(home, Config(name="One"), source(home), lambda event: None)
    desk = station.desk
    assert sign_in.clerks(desk) == []
    list(rebuild.rescue(home, opened(home), station.db, lambda: desk.identity, desk.moment, os_entropy))
    clerk = sign_in.actor_of(desk, sign_in.sign_in(desk, CLERKS[0][2], PASSWORD).id)
    assert receiving.receive(desk, clerk, receiving.Arrival(account_id=ACCOUNT, name="Ann Lee")).item.mailbox == "214"
    station.close()


def test_7_3_a_rescue_that_was_stopped_goes_on_at_the_next_start(shop: Town, tmp_path: Path) -> None:
    home, answered, waiting = a_day(shop, tmp_path, 3, 3)
    hurt(home, "first_page")
    station, _ = rebuilt(shop, home)
    desk, db = station.desk, station.station.db
    steps = iter(range(100))
    told = list(
        rebuild.rescue(
            home, opened(home), db, lambda: desk.identity, desk.moment, os_entropy, stopping=lambda: next(steps) >= 3
        )
    )
    assert not any(isinstance(one, ActsLost) for one in told)
    assert rebuild.unfinished(home)
    station.close()
    # Damaged a second time in the middle of it.
    hurt(home, "first_page")
    station, _ = rebuilt(shop, home)
    assert len(rebuild.unfinished(home)) == 2
    assert rescued(station, home).count == 0
    station.exchange()
    assert {*answered, *waiting} <= set(shop.there())
    assert {*answered, *waiting} <= set(station.own())
    station.close()


def test_7_3_unsent_acts_behind_a_hole_arrive_under_the_new_chain(
    shop: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, answered, waiting = a_day(shop, tmp_path, 2, 6)
    hurt(home, "first_page")
    real = salvage.salvage

    def with_a_hole(*given: Any, **named: Any) -> Any:
        found = real(*given, **named)
        gone = next(at for at, line in found.lines.items() if line.op_id == waiting[2])
        del found.lines[gone]
        return found

    monkeypatch.setattr(rebuild, "salvage", with_a_hole)
    station, _ = rebuilt(shop, home)
    told = rescued(station, home)
    assert (told.count, told.rescued) == (1, len(answered) + 5)
    assert told.since_ms <= told.until_ms
    station.exchange()
    station.exchange()
    there = shop.there()
    assert [op for op in there if op in waiting] == [op for op in waiting if op != waiting[2]]
    assert len(there) == len(set(there))
    found = station.verdict()
    assert found.exit_code == 4, found.lines()
    station.close()


def test_7_3_a_station_whose_name_nobody_knows_changes_nothing(shop: Town, tmp_path: Path) -> None:
    home, _, _ = a_day(shop, tmp_path, 1, 1)
    hurt(home, "emptied")
    home.card.unlink()
    listed = sorted(one.name for one in home.root.iterdir())
    with pytest.raises(StoreError, match=r"^store\.identity_lost$"):
        rebuild.begin(home, opened(home), 0, os_entropy)
    assert sorted(one.name for one in home.root.iterdir()) == listed


def test_7_3_what_the_damaged_store_lost_comes_from_the_newest_backup(shop: Town, tmp_path: Path) -> None:
    home, answered, waiting = a_day(shop, tmp_path, 2, 3)
    folder = home.backups / "counter-20261102T150000Z-n6"
    folder.mkdir(parents=True)
    db = Database(home.store, opened(home).store_key)
    with db._reader.connect() as connection:
        connection.connection.cursor().execute("VACUUM INTO ?", (str(folder / "store.db"),))
    db.close()
    later = AtHome(shop, home)
    piece(later, later.clerk, ACCOUNT)
    after = later.own()[len(answered) + len(waiting) :]
    later.close()
    hurt(home, "emptied")
    station, _ = rebuilt(shop, home)
    told = rescued(station, home)
    assert (told.rescued, told.count) == (len(answered) + len(waiting), len(after))
    station.exchange()
    there = shop.there()
    assert {*answered, *waiting} <= set(there)
    assert len(there) == len(set(there))
    assert not set(after) & set(there)
    assert station.verdict().exit_code == 4
    station.close()


def test_7_3_paper_that_was_owed_is_asked_about_and_never_printed_unasked(shop: Town, tmp_path: Path) -> None:
    home, _, _ = a_day(shop, tmp_path, 1, 2)
    hurt(home, "first_page")
    station, _ = rebuilt(shop, home)
    rescued(station, home)
    with station.station.db.read() as connection:
        states = [row[0] for row in connection.exec_driver_sql("SELECT state FROM print_job")]
    assert states == ["doubtful"] * 3
    station.close()


def test_7_3_a_store_of_another_home_in_its_place_gives_nothing(shop: Town, tmp_path: Path) -> None:
    """Lines that another device signed are not taken over, nor is anything of a store with another key."""
    home, answered, waiting = a_day(shop, tmp_path / "one", 1, 1)
    other, theirs, unsent = a_day(shop, tmp_path / "two", 1, 1)
    shutil.copy(other.store, home.store)
    assert refused_start(shop, home).code == "store.damaged"
    station, _ = rebuilt(shop, home)
    told = rescued(station, home)
    assert told.rescued == 0
    assert told.count == len(answered) + len(waiting)
    assert not set(station.own()) & {*theirs, *unsent}
    station.close()
