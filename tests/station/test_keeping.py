"""What a station does for its own store: hourly backups, a check when nobody works, an eye on the disk."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Any

import pytest

from counter_app import keeping
from counter_app.desk import receiving
from counter_app.domain.retention import DAY_MS, HOUR_MS
from counter_app.domain.space import MB, RESERVE_BYTES
from counter_app.errors import StoreError
from counter_app.events import BackupChanged, DrillDue, SpaceChanged, StoreChecked
from counter_app.keeping import IDLE_MS, Keeping
from counter_app.paths import Home
from counter_app.photo_sweep import PhotoSweep
from counter_app.restoring import find, note_drill
from counter_app.space_watch import SpaceWatch
from counter_app.store import backup
from tests.conftest import STORE_KEY
from tests.counter_acts import PNG, piece, refusal


class Disk:
    """A disk with as much room as it is told."""

    def __init__(self, free_mb: int = 50_000) -> None:
        self.free_mb = free_mb

    def __call__(self, folder: Path) -> int:
        return self.free_mb * MB


@pytest.fixture
def kept(counter: Any, tmp_path: Path) -> Any:
    """A counter, its home, and what keeps it; nothing runs by itself."""
    counter.account("a1", "12", "Ann Lee")
    counter.clerk_ = counter.clerk()
    counter.home = Home(tmp_path / "home")
    counter.home.make()
    counter.home.keys.write_text("{}")
    counter.disk = Disk()
    counter.told.clear()

    def keep(**more: Any) -> Keeping:
        watch = SpaceWatch(counter.home, counter.desk, counter.told.append, counter.disk)
        options = {"space": watch, "free": counter.disk} | more
        desk = counter.desk
        return Keeping(counter.home, desk.db, STORE_KEY, counter.clock, counter.told.append, **options)

    counter.keep = keep
    return counter


def backups(counter: Any) -> int:
    return len(backup.listed(counter.home.backups))


def told(counter: Any, kind: type) -> list[Any]:
    found = [one for one in counter.told if isinstance(one, kind)]
    counter.told.clear()
    return found


def test_7_4_a_backup_is_taken_every_hour_in_which_something_was_done(kept: Any) -> None:
    keeper = kept.keep()
    keeper.look()
    assert backups(kept) == 1
    said = told(kept, BackupChanged)
    assert [one.step for one in said[:-1]] == ["copying", "checking", "photos", "writing", "naming"]
    assert (said[-1].state, said[-1].code) == ("saved", "")
    piece(kept, kept.clerk_)
    kept.clock.advance(HOUR_MS // 2)
    keeper.look()
    assert backups(kept) == 1
    kept.clock.advance(HOUR_MS // 2)
    keeper.look()
    keeper.look()
    assert backups(kept) == 2
    kept.clock.advance(HOUR_MS)
    keeper.look()
    assert backups(kept) == 2  # nothing was done
    kept.clock.advance(DAY_MS)
    keeper.look()
    assert backups(kept) == 3
    kept.clock.wall -= 40 * DAY_MS
    piece(kept, kept.clerk_)
    keeper.look()
    assert backups(kept) == 4  # a clock that went back stops nothing


def test_7_4_the_next_start_knows_the_last_backup(kept: Any) -> None:
    kept.keep().look()
    keeper = kept.keep()
    kept.clock.advance(HOUR_MS)
    keeper.look()
    assert backups(kept) == 1


def test_7_4_a_failed_backup_is_told_and_tried_again_in_ten_minutes(kept: Any) -> None:
    kept.disk.free_mb = 90
    keeper = kept.keep(space=None)
    keeper.look()
    keeper.look()
    assert [(one.state, one.code) for one in told(kept, BackupChanged)] == [("failed", "backup.no_room")]
    kept.disk.free_mb = 50_000
    kept.clock.advance(keeping.AGAIN_MS)
    keeper.look()
    assert told(kept, BackupChanged)[-1].state == "saved"


def test_7_4_a_second_place_that_is_not_there_is_told_and_costs_nothing(kept: Any, tmp_path: Path) -> None:
    second = tmp_path / "stick"
    keeper = kept.keep(second=str(second))
    keeper.look()
    assert (backups(kept), told(kept, BackupChanged)[-1].code) == (1, "backup.second_gone")
    second.mkdir()
    piece(kept, kept.clerk_)
    kept.clock.advance(HOUR_MS)
    keeper.look()
    assert told(kept, BackupChanged)[-1].code == ""
    assert len(backup.listed(second / "station-unknown")) == 1


def test_7_4_stations_that_share_a_second_place_leave_each_others_backups_alone(kept: Any, tmp_path: Path) -> None:
    second = tmp_path / "nas"
    for number in range(60):
        (second / "station-aa11" / f"counter-20261102T15{number:02}00Z-n{number}").mkdir(parents=True)
    kept.home.keys.write_text('{"home_id": "bb22"}')
    keeper = kept.keep(second=str(second))
    keeper.look()
    assert told(kept, BackupChanged)[-1].code == ""
    assert len(backup.listed(second / "station-aa11")) == 60
    (made,) = backup.listed(second / "station-bb22")
    with pytest.raises(StoreError, match=r"backup\.which_station"):
        find(second)
    assert find(second / "station-bb22") == made


def test_7_4_what_was_saved_elsewhere_by_hand_is_not_cleared_away(kept: Any, tmp_path: Path) -> None:
    place = tmp_path / "mine"
    place.mkdir(mode=0o755)
    for _ in range(3):
        keeping.take(kept.home, kept.desk.db, STORE_KEY, kept.clock.wall_ms(), into=place, free=kept.disk)
        kept.clock.advance(1_000)
    assert len(backup.listed(place)) == 3
    if os.name == "posix":
        assert place.stat().st_mode & 0o777 == 0o755


def test_7_4_two_programs_do_not_take_backups_into_one_folder_at_once(kept: Any) -> None:
    def tell(step: str) -> None:
        if step == "photos":
            with pytest.raises(StoreError, match=r"backup\.already_running"):
                keeping.take(kept.home, kept.desk.db, STORE_KEY, kept.clock.wall_ms(), free=kept.disk)

    keeping.take(kept.home, kept.desk.db, STORE_KEY, kept.clock.wall_ms(), free=kept.disk, tell=tell)
    assert backups(kept) == 1


def test_7_4_closing_saves_what_was_done_and_only_then(kept: Any) -> None:
    for done in (True, False):
        if done:
            piece(kept, kept.clerk_)
        kept.clock.advance(1_000)
        keeper = kept.keep()
        keeper.start()
        assert keeper.close() is True
        assert backups(kept) == 1
    assert keeper._thread.is_alive() is False


def test_7_4_closing_does_not_wait_for_a_backup_that_takes_for_ever(kept: Any) -> None:
    keeper = kept.keep()
    reached = threading.Event()

    def slow(path: Path, stopping: Any = None) -> None:
        reached.set()
        while not stopping():
            kept.clock.advance(1_000)  # the time that it takes
        raise StoreError("store.stopped")

    real, kept.desk.db.copy_into = kept.desk.db.copy_into, slow
    keeper.start()
    before = kept.clock.mono
    assert keeper.close(deadline_s=5.0) is True
    assert kept.clock.mono - before <= 7_000
    kept.desk.db.copy_into = real
    assert reached.is_set()
    assert told(kept, BackupChanged)[-1].code == "store.stopped"
    assert backups(kept) == 0
    assert not list(kept.home.backups.glob(".half*"))


def test_7_1_every_page_is_read_once_a_day_when_nobody_works(kept: Any) -> None:
    keeper = kept.keep()
    keeper.look()
    assert told(kept, StoreChecked) == []
    kept.clock.advance(IDLE_MS)
    keeper.look()
    keeper.look()
    assert told(kept, StoreChecked) == [StoreChecked("")]
    kept.clock.advance(DAY_MS)
    keeper.noticed()
    keeper.look()
    assert told(kept, StoreChecked) == []


def test_7_1_a_check_ends_when_somebody_comes_back_and_is_made_later(kept: Any) -> None:
    keeper = kept.keep()
    kept.clock.advance(IDLE_MS)
    real = kept.desk.db.damage

    def interrupted(stopping: Any) -> list[str]:
        assert stopping() is False
        kept.clock.advance(1)
        keeper.noticed()
        assert stopping() is True
        raise StoreError("store.stopped")

    kept.desk.db.damage = interrupted
    keeper.look()
    assert told(kept, StoreChecked) == []
    kept.desk.db.damage = real
    kept.clock.advance(IDLE_MS)
    keeper.look()
    assert told(kept, StoreChecked) == [StoreChecked("")]


def test_7_1_a_damaged_page_is_told(kept: Any) -> None:
    keeper = kept.keep()
    keeper.look()
    kept.desk.db.damage = lambda stopping: ["page 3"]
    kept.clock.advance(IDLE_MS)
    keeper.look()
    assert told(kept, StoreChecked) == [StoreChecked("store.damaged")]


def test_7_4_a_drill_is_asked_for_thirty_days_after_the_last_one(kept: Any) -> None:
    keeper = kept.keep()
    keeper.look()
    keeper.look()
    assert told(kept, DrillDue) == [DrillDue(False)]
    kept.clock.advance(31 * DAY_MS)
    keeper.look()
    assert told(kept, DrillDue) == [DrillDue(True)]
    note_drill(kept.home, kept.clock.wall_ms(), True)
    kept.clock.advance(DAY_MS)
    keeper.look()
    assert told(kept, DrillDue) == [DrillDue(False)]
    kept.home.last_drill.write_text("[]")
    kept.clock.advance(DAY_MS)
    keeper.look()
    assert told(kept, DrillDue) == [DrillDue(True)]


# ---------------------------------------------------------------- room on the disk


def test_7_6_a_disk_that_fills_up_gives_up_photos_then_the_reserve_then_new_acts(kept: Any) -> None:
    watch = SpaceWatch(kept.home, kept.desk, kept.told.append, kept.disk)
    watch.look(idle=False)
    assert not kept.home.reserve.exists()
    watch.look(idle=True)
    assert kept.home.reserve.stat().st_size == RESERVE_BYTES
    kept.disk.free_mb = 1_900
    watch.look(idle=False)
    watch.look(idle=False)
    assert told(kept, SpaceChanged) == [SpaceChanged("low", 1_900)]
    with_photo = piece(kept, kept.clerk_, photo=PNG)
    kept.disk.free_mb = 400
    watch.look(idle=False)
    without = piece(kept, kept.clerk_, photo=PNG)
    assert (bool(with_photo.photo), bool(without.photo)) == (True, False)
    kept.disk.free_mb = 90
    watch.look(idle=False)
    assert not kept.home.reserve.exists()
    arrival = receiving.Arrival(account_id="a1", name="Ann Lee")
    assert refusal(receiving.receive, kept.desk, kept.clerk_, arrival).code == "store.no_room"
    with kept.desk.db.write(background=True) as connection:  # the exchange still may
        connection.exec_driver_sql("UPDATE meta SET value = 'e2' WHERE key = 'epoch'")
    kept.disk.free_mb = 90 + 64
    watch.look(idle=False)
    assert refusal(receiving.receive, kept.desk, kept.clerk_, arrival).code == "store.no_room"
    kept.disk.free_mb = 5_000
    watch.look(idle=False)
    assert kept.home.reserve.exists()
    assert piece(kept, kept.clerk_, photo=PNG).photo
    assert [one.state for one in told(kept, SpaceChanged)][-1] == "plenty"


def test_7_6_a_disk_that_cannot_be_asked_stops_nobody(kept: Any) -> None:
    def broken(folder: Path) -> int:
        raise OSError("gone")

    SpaceWatch(kept.home, kept.desk, kept.told.append, broken).look(idle=True)
    assert piece(kept, kept.clerk_)


def test_7_6_a_nearly_full_disk_keeps_fewer_old_backups(kept: Any) -> None:
    kept.home.backups.mkdir()
    for day in range(1, 29):
        (kept.home.backups / f"counter-202610{day:02}T120000Z-n1").mkdir()
    kept.disk.free_mb = 1_500
    keeping.take(kept.home, kept.desk.db, STORE_KEY, kept.clock.wall_ms(), free=kept.disk)
    assert backups(kept) <= sum(backup.TIGHT)


@pytest.mark.parametrize(
    ("online", "beside", "goes"),
    [(True, "", True), (False, "", False), (True, "damaged-1", False), (True, "lost-1", False)],
)
def test_a_leftover_photo_goes_when_nobody_works_and_nothing_can_name_it(
    kept: Any, caplog: pytest.LogCaptureFixture, online: bool, beside: str, goes: bool
) -> None:
    desk = kept.desk
    name = desk.blobs.keep(b"of an act that was refused", "piece")
    desk.blobs._kept.clear()  # as after a new start
    at = (desk.watch.now_ms() - 2 * DAY_MS) / 1000
    os.utime(desk.blobs.folder / name, (at, at))
    desk.online = online
    if beside:
        (kept.home.root / beside).mkdir()
    keeper = kept.keep(sweep=PhotoSweep(kept.home, desk))
    with caplog.at_level("INFO"):
        keeper.look()
        assert (desk.blobs.folder / name).exists()
        kept.clock.advance(IDLE_MS)
        keeper.look()
    assert (desk.blobs.folder / name).exists() is not goes
    assert name not in caplog.text
    assert told(kept, StoreChecked) == [StoreChecked("")]
