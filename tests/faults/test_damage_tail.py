"""The newest commits are gone without any error: they come back from the log, or their loss is told and noted (7.2)."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from counter_app.desk import inbox
from counter_app.paths import Home
from counter_app.store import high_water
from counter_app.store.pages import PAGE
from tests.counter_acts import piece
from tests.station.homes import ACCOUNT, AtHome, Town, town

FRAME = PAGE + 24


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with town(tmp_path_factory.mktemp("town")) as made:
        yield made


class Cut:
    """A station that lost its power: three acts that the centre has, four that it does not, all in the log."""

    def __init__(self, shop: Town, folder: Path, *, send_all: bool = False) -> None:
        live = shop.home(folder / "live")
        first = AtHome(shop, live)
        first.exchange()
        first.close()
        station = AtHome(shop, live)
        self.log_at_start = (live.root / "store.db-wal").stat().st_size
        self.items = [piece(station, station.clerk, ACCOUNT).id for _ in range(3)]
        station.exchange()
        self.sent = station.own()
        self.items += [piece(station, station.clerk, ACCOUNT).id for _ in range(4)]
        if send_all:
            station.exchange()
        self.done = station.own()
        self.incarnation = station.desk.identity.incarnation
        shutil.copytree(live.root, folder / "home")
        self.home = Home(folder / "home")
        self.log = self.home.root / "store.db-wal"
        station.close()


def flip(path: Path, place: int) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ 8]))


FLIPS: dict[str, Callable[[int], int]] = {
    "salt": lambda size: 18,
    "checksum": lambda size: 26,
    "page_size": lambda size: 9,
    "first_frame": lambda size: 32 + 24 + 500,
    "first_frame_head": lambda size: 32 + 9,
    "middle": lambda size: 32 + (size // FRAME // 2) * FRAME + 900,
}


@pytest.mark.parametrize("where", FLIPS)
def test_7_2_acts_behind_a_flipped_bit_come_back_from_the_log(shop: Town, tmp_path: Path, where: str) -> None:
    cut = Cut(shop, tmp_path)
    flip(cut.log, FLIPS[where](cut.log.stat().st_size))
    station = AtHome(shop, cut.home)
    told = station.station.acts_lost
    assert told is not None
    assert told.count == 0, told
    assert told.rescued > 0
    assert station.desk.identity.incarnation == cut.incarnation
    assert station.own()[: len(cut.done)] == cut.done
    assert {("item", one) for one in cut.items} <= set(station.rows())
    station.exchange()
    there = shop.there()
    assert len(there) == len(set(there))
    assert set(station.own()) <= set(there)
    assert station.verdict().exit_code == 0
    station.close()
    assert list(cut.home.root.glob("lost-*/store.db-wal"))


def test_7_2_a_deleted_log_is_told_noted_and_pulled_again(shop: Town, tmp_path: Path) -> None:
    cut = Cut(shop, tmp_path)
    for name in ("store.db-wal", "store.db-shm"):
        (cut.home.root / name).unlink(missing_ok=True)
    mark = high_water.look(cut.home.high_water).mark
    station = AtHome(shop, cut.home)
    told = station.station.acts_lost
    assert told is not None
    left = [op for op in station.own() if op in cut.done]
    assert told.count == len(cut.done) - len(left) > 4
    assert mark is not None
    assert told.since_ms <= told.until_ms == mark.at_ms
    entry = next(one for one in inbox.entries(station.desk) if one.code == "store.tail_lost")
    assert (entry.kind, entry.facts["count"]) == ("station.tail_lost", told.count)
    assert station.desk.identity.incarnation != cut.incarnation
    new = piece(station, station.clerk, ACCOUNT)
    station.exchange()
    station.exchange()
    # What the centre had is back as rows; what it did not have is gone, and nobody says otherwise.
    pulled = {row_id for kind, row_id in station.rows() if kind == "item"}
    assert {*cut.items[:3], new.id} <= pulled
    assert not set(cut.items[3:]) & pulled
    there = shop.there()
    assert len(there) == len(set(there))
    assert set(station.own()) | set(cut.sent) <= set(there)
    verdict = station.verdict()
    assert verdict.exit_code == 4, verdict.lines()
    assert any("noted as lost" in line for line in verdict.lines())
    station.close()
    # Told once: the next start has nothing new to say.
    again = AtHome(shop, cut.home)
    assert again.station.acts_lost is None
    again.close()


def test_7_2_without_any_mark_the_centre_tells_how_far_it_has_heard(shop: Town, tmp_path: Path) -> None:
    cut = Cut(shop, tmp_path, send_all=True)
    for name in ("store.db-wal", "store.db-shm", "high-water"):
        (cut.home.root / name).unlink(missing_ok=True)
    station = AtHome(shop, cut.home)
    assert station.station.acts_lost is None  # nobody here can know
    station.exchange()
    station.exchange()
    told = [one for one in station.heard if type(one).__name__ == "ActsLost"]
    assert [one.count > 0 for one in told] == [True]
    assert any(one.code == "store.behind_the_centre" for one in inbox.entries(station.desk))
    assert {("item", one) for one in cut.items} <= set(station.rows())
    there = shop.there()
    assert len(there) == len(set(there))
    assert set(cut.done) | set(station.own()) <= set(there)
    verdict = station.verdict()
    assert verdict.exit_code == 4, verdict.lines()
    station.close()


def test_7_2_verify_says_what_is_missing_before_anybody_has_noticed(shop: Town, tmp_path: Path) -> None:
    from counter_app import main

    cut = Cut(shop, tmp_path)
    assert main.main(["verify", str(cut.home.root)]) in (0, 5)
    cut.log.unlink()
    assert main.main(["verify", str(cut.home.root)]) == 4
    cut.home.high_water.write_bytes(b"garbled")
    assert main.main(["verify", str(cut.home.root)]) == 5


@pytest.mark.parametrize("content", [b"", bytes(64), bytes(range(7, 256, 4))], ids=["empty", "zeros", "noise"])
def test_7_2_a_garbled_high_water_file_is_written_anew(shop: Town, tmp_path: Path, content: bytes) -> None:
    cut = Cut(shop, tmp_path)
    cut.home.high_water.write_bytes(content)
    station = AtHome(shop, cut.home)
    assert station.station.acts_lost is None
    assert high_water.look(cut.home.high_water).state == "good"
    assert station.own()[: len(cut.done)] == cut.done
    station.close()
