"""A store that was set back to an older image and knows nothing of it: nothing is lost, nothing comes twice (3.9)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.errors import SyncError
from counter_app.paths import Home
from counter_app.store import journal
from counter_app.store.incarnation import new_incarnation
from tests.counter_acts import piece
from tests.station.homes import ACCOUNT, AtHome, Town, town


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with town(tmp_path_factory.mktemp("town")) as made:
        yield made


def test_3_9_a_store_that_was_set_back_goes_on_beside_its_old_chain(shop: Town, tmp_path: Path) -> None:
    home = shop.home(tmp_path / "home")
    first = AtHome(shop, home)
    first.exchange()
    kept = piece(first, first.clerk, ACCOUNT)
    waited = first.own()[-1]  # in the image it waits; it is sent after the image was taken
    first.close()
    shutil.copytree(home.root, tmp_path / "image")
    first = AtHome(shop, home)
    sent_later = piece(first, first.clerk, ACCOUNT)
    first.exchange()
    old = first.desk.identity.incarnation
    sent = first.own()
    first.close()
    shutil.rmtree(home.root)
    (tmp_path / "image").rename(home.root)

    again = AtHome(shop, home)
    after = [piece(again, again.clerk, ACCOUNT) for _ in range(3)]
    again.exchange()
    later = piece(again, again.clerk, ACCOUNT)
    again.exchange()
    assert again.desk.identity.incarnation != old
    there = shop.there()
    assert set(sent) | set(again.own()) <= set(there)
    assert len(there) == len(set(there))
    assert waited in there
    items = {key[1] for key in again.rows() if key[0] == "item"}
    assert {one.id for one in (kept, sent_later, *after, later)} <= items
    assert again.verdict().exit_code == 0
    again.close()
    # The next start goes on under the new name, too.
    once_more = AtHome(shop, home)
    assert once_more.desk.identity.incarnation == again.desk.identity.incarnation
    piece(once_more, once_more.clerk, ACCOUNT)
    once_more.exchange()
    assert set(once_more.own()) <= set(shop.there())
    once_more.close()


def test_3_9_a_centre_that_refuses_the_new_chain_too_is_asked_once_in_a_round(shop: Town, tmp_path: Path) -> None:
    station = AtHome(shop, shop.home(tmp_path / "home"))
    station.exchange()
    piece(station, station.clerk, ACCOUNT)
    engine = station.station.worker._engine  # type: ignore[union-attr]
    asked = []

    def push(body: dict[str, object]) -> None:
        from counter_app.sync.central import DeviceForked

        asked.append(body["incarnation"])
        raise DeviceForked("sync.device_forked", n=1)

    real, engine.central.push = engine.central.push, push  # type: ignore[method-assign, assignment]
    with pytest.raises(SyncError, match=r"sync\.device_forked"):
        engine.round()
    assert len(set(asked)) == 2 == len(asked)
    assert station.verdict().exit_code == 0
    with pytest.raises(SyncError, match=r"sync\.device_forked"):
        engine.round()
    assert len(set(asked)) == 3
    engine.central.push = real  # type: ignore[method-assign]
    station.exchange()
    assert set(station.own()) <= set(shop.there())
    assert station.verdict().exit_code == 0
    station.close()


def test_3_9_a_copy_that_was_restored_in_its_turn_still_gets_its_acts_through(shop: Town, tmp_path: Path) -> None:
    """Two computers from one image; the second worked offline and was restored before it ever sent anything."""
    home = shop.home(tmp_path / "home")
    first = AtHome(shop, home)
    first.exchange()
    first.close()
    shutil.copytree(home.root, tmp_path / "copy")
    first = AtHome(shop, home)
    piece(first, first.clerk, ACCOUNT)
    first.exchange()
    first.close()
    copy = AtHome(shop, Home(tmp_path / "copy"))
    for _ in range(3):
        piece(copy, copy.clerk, ACCOUNT)
    with copy.station.db.write() as connection:
        copy.desk.identity = new_incarnation(connection, copy.desk.identity, copy.desk.entropy)
    copy.close()
    copy = AtHome(shop, Home(tmp_path / "copy"))
    for _ in range(9):
        piece(copy, copy.clerk, ACCOUNT)
    copy.exchange()
    piece(copy, copy.clerk, ACCOUNT)
    copy.exchange()
    there = shop.there()
    assert set(copy.own()) <= set(there)
    assert len(there) == len(set(there))
    with copy.station.db.read() as connection:
        assert journal.waiting_count(connection) == 0
    assert copy.verdict().exit_code == 0
    copy.close()


def test_3_9_what_waits_keeps_its_bytes_when_a_new_incarnation_is_taken_in_time(shop: Town, tmp_path: Path) -> None:
    station = AtHome(shop, shop.home(tmp_path / "home"))
    station.exchange()
    piece(station, station.clerk, ACCOUNT)
    db = station.station.db
    with db.read() as connection:
        before = connection.exec_driver_sql("SELECT op_id, core, n, incarnation FROM journal ORDER BY position").all()
    with db.write() as connection:
        station.desk.identity = new_incarnation(connection, station.desk.identity, station.desk.entropy)
    with db.read() as connection:
        after = connection.exec_driver_sql("SELECT op_id, core, n, incarnation FROM journal ORDER BY position").all()
    assert after == before
    piece(station, station.clerk, ACCOUNT)
    station.exchange()
    with db.read() as connection:
        lines = connection.exec_driver_sql("SELECT n, incarnation, status FROM journal ORDER BY position").all()
    assert (lines[-1].n, lines[-1].incarnation) == (1, station.desk.identity.incarnation)
    assert {line.status for line in lines} == {"applied"}
    assert station.verdict().exit_code == 0
    station.close()
