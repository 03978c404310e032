"""A home that died comes back from its backup: everything that was in the backup or at the centre is there once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from counter_app import restoring
from counter_app.clocks import os_entropy
from counter_app.desk import pickups
from counter_app.errors import StoreError
from counter_app.paths import Home
from counter_app.store import backup, keys
from counter_app.store.backup import Backup, Belongings
from counter_app.store.db import Database
from counter_app.store.keys import KeySource
from tests.conftest import MONDAY_MS
from tests.counter_acts import PNG, piece
from tests.station.homes import ACCOUNT, AtHome, Town, source, town


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with town(tmp_path_factory.mktemp("town")) as made:
        yield made


def saved(at_home: AtHome, home: Home, now_ms: int = MONDAY_MS) -> Backup:
    opened = keys.open_keys(home.keys, source(home))
    what = Belongings(opened.store_key, home.keys, home.config, home.blobs)
    return backup.make(at_home.station.db, what, home.backups, now_ms)


def opening(home: Home) -> restoring.Opening:
    """With the key of `home`, wherever the restored one lies."""
    return lambda new: keys.open_keys(new.keys, source(home))


def key_kept(home: Home, folder: Path) -> restoring.Opening:
    """The owner's own copy of the key file, on paper or elsewhere: it is in no backup."""
    path = folder / "kept.key"
    shutil.copy(home.key_file, path)
    path.chmod(0o600)
    return lambda new: keys.open_keys(new.keys, KeySource("keyfile", key_file=path))


def test_7_4_3_9_a_destroyed_home_comes_back_and_every_act_is_at_the_centre_once(shop: Town, tmp_path: Path) -> None:
    home = shop.home(tmp_path / "home")
    first = AtHome(shop, home)
    first.exchange()
    sent = piece(first, first.clerk, ACCOUNT, photo=PNG)
    first.exchange()
    waiting = piece(first, first.clerk, ACCOUNT)  # waits in the backup, is sent after it
    visit = pickups.open_walk_in(first.desk, first.clerk, ACCOUNT, [sent.id])
    made = saved(first, home)
    in_backup = first.own()
    pickups.check_id(first.desk, first.clerk, visit.pickup.id, "Ann Lee", "passport")
    after = piece(first, first.clerk, ACCOUNT)
    first.exchange()
    at_the_centre = set(first.own())
    gone = piece(first, first.clerk, ACCOUNT)  # nobody but this disk has it
    gone_ops = set(first.own()) - at_the_centre
    old = first.desk.identity.incarnation
    first.close()

    open_it = key_kept(home, tmp_path)
    shutil.copytree(made.folder, tmp_path / "stick" / made.folder.name)
    shutil.rmtree(home.root)
    done = restoring.restore(tmp_path / "stick", tmp_path / "home", open_it, os_entropy)
    assert (done.operations, done.incarnation != old) == (len(in_backup), True)
    assert done.waiting == 2
    shutil.copy(tmp_path / "kept.key", home.key_file)

    again = AtHome(shop, done.home)
    new = piece(again, again.clerk, ACCOUNT)  # offline as yet: the very first act after the restore
    again.exchange()
    there = shop.there()
    assert len(there) == len(set(there))
    assert set(in_backup) | at_the_centre | set(again.own()) <= set(there)
    assert not gone_ops & set(there)
    with again.station.db.read() as connection:
        assert {row[0] for row in connection.exec_driver_sql("SELECT status FROM journal")} == {"applied"}
    items = {key[1] for key in again.rows() if key[0] == "item"}
    assert {sent.id, waiting.id, after.id, new.id} <= items
    assert gone.id not in items
    assert again.desk.blobs.open_plain(_photo(again)) == PNG
    assert again.verdict().exit_code == 0
    # P3: it shows what another station of the store sees.
    reader = AtHome(shop, shop.home(tmp_path / "reader"))
    for one in (reader, again, reader):
        one.exchange()
    assert again.rows() == reader.rows()
    reader.close()
    again.close()


def _photo(at_home: AtHome) -> str:
    with at_home.station.db.read() as connection:
        return str(connection.exec_driver_sql("SELECT sha256 FROM photo").scalar_one())


def test_7_4_labels_that_were_owed_are_asked_about_and_never_printed_by_themselves(shop: Town, tmp_path: Path) -> None:
    home = shop.home(tmp_path / "home")
    first = AtHome(shop, home)
    first.exchange()
    piece(first, first.clerk, ACCOUNT)
    made = saved(first, home)
    first.close()
    done = restoring.restore(made.folder, tmp_path / "new", opening(home), os_entropy)
    db = Database(done.home.store, keys.open_keys(done.home.keys, source(home)).store_key, read_only=True)
    with db.read() as connection:
        states = connection.exec_driver_sql("SELECT state, code FROM print_job").all()
    db.close()
    assert [tuple(one) for one in states] == [("doubtful", "printer.restored")]


@pytest.fixture
def kept(shop: Town, tmp_path: Path) -> Any:
    """A home with one backup, closed."""
    home = shop.home(tmp_path / "home")
    first = AtHome(shop, home)
    first.exchange()
    piece(first, first.clerk, ACCOUNT)
    made = saved(first, home)
    first.close()
    return home, made


def test_7_4_a_folder_with_anything_in_it_is_left_alone(kept: Any, tmp_path: Path) -> None:
    home, made = kept
    full = tmp_path / "full"
    full.mkdir()
    (full / "letter.txt").write_text("mine")
    with pytest.raises(StoreError, match=r"backup\.folder_not_empty"):
        restoring.restore(made.folder, full, opening(home), os_entropy)
    with pytest.raises(StoreError, match=r"backup\.folder_not_empty"):
        restoring.restore(made.folder, home.root, opening(home), os_entropy)
    assert [one.name for one in full.iterdir()] == ["letter.txt"]
    empty = tmp_path / "empty"
    empty.mkdir()
    assert restoring.restore(made.folder, empty, opening(home), os_entropy).home.store.exists()


@pytest.mark.parametrize("step", ["copying", "checking", "going_on", "writing"])
def test_7_4_a_restore_that_is_stopped_leaves_nothing(kept: Any, tmp_path: Path, step: str) -> None:
    home, made = kept
    before = {path: path.stat().st_mtime_ns for path in made.folder.rglob("*")}

    def tell(now: str) -> None:
        if now == step:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restoring.restore(made.folder, tmp_path / "new", opening(home), os_entropy, tell=tell)
    assert not (tmp_path / "new").exists()
    assert not list(tmp_path.glob(".*"))
    assert {path: path.stat().st_mtime_ns for path in made.folder.rglob("*")} == before


def test_7_4_a_backup_that_was_damaged_is_not_restored(kept: Any, tmp_path: Path) -> None:
    home, made = kept
    data = bytearray(made.store.read_bytes())
    data[-2_000] ^= 1
    made.store.write_bytes(data)
    with pytest.raises(StoreError, match=r"backup\.copy_wrong"):
        restoring.restore(made.folder, tmp_path / "new", opening(home), os_entropy)
    assert not (tmp_path / "new").exists()
    found = restoring.drill(home, opening(home), os_entropy, MONDAY_MS)
    assert (found.good, found.code) == (False, "backup.copy_wrong")


def test_7_4_a_backup_does_not_open_without_its_key(kept: Any, tmp_path: Path) -> None:
    _, made = kept
    with pytest.raises(StoreError, match=r"store\.key_missing"):
        restoring.restore(made.folder, tmp_path / "new", lambda new: opening(new)(new), os_entropy)
    assert not (tmp_path / "new").exists()


def test_7_4_what_a_backup_is_asked_for_is_found_in_a_home_or_not_at_all(kept: Any, tmp_path: Path) -> None:
    home, made = kept
    for given in (made.folder, made.store, home.backups, home.root):
        assert restoring.find(given) == made
    with pytest.raises(StoreError, match=r"backup\.not_found"):
        restoring.find(tmp_path)


def test_7_4_a_drill_says_what_would_be_lost_and_touches_nothing(shop: Town, tmp_path: Path) -> None:
    home = shop.home(tmp_path / "home")
    station = AtHome(shop, home)
    station.exchange()
    assert restoring.drill(home, opening(home), os_entropy, MONDAY_MS).code == "backup.not_found"
    saved(station, home)
    piece(station, station.clerk, ACCOUNT)
    station.exchange()
    piece(station, station.clerk, ACCOUNT, photo=PNG)
    there, own = shop.there(), station.own()
    found = restoring.drill(home, opening(home), os_entropy, station.desk.now_ms())
    assert found.good, found
    assert found.compared
    assert (found.after, dict(found.lost), found.photos_lost) == (1, {"item.received": 1}, 1)
    assert found.verdict.startswith("VERIFIED")
    assert 0 < found.seconds < 60
    assert (shop.there(), station.own()) == (there, own)
    assert list(home.scratch.iterdir()) == []
    # The station goes on under its own name: a drill is no restore.
    piece(station, station.clerk, ACCOUNT)
    station.exchange()
    assert set(station.own()) <= set(shop.there())
    station.close()
    os.truncate(home.store, 5_000)
    again = restoring.drill(home, opening(home), os_entropy, MONDAY_MS)
    assert (again.good, again.compared) == (True, False)
