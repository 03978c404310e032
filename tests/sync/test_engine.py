"""The exchange of a real station with a real centre: every act arrives once, whatever the line does in between."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from central_service.server import EmbeddedCentre
from counter_app.desk import customers, inbox, pickups, receiving
from counter_app.domain.employee import Actor
from counter_app.errors import Offline, ServerBusy, SyncError
from counter_app.events import InboxChanged, OutcomesArrived, RowsArrived
from counter_app.store import journal, state
from counter_app.sync.central import EpochChanged
from counter_app.sync.engine import BATCH_OPS
from tests.central.station import PLATFORM_TOKEN, Platform, fresh_id
from tests.counter_acts import PNG, one
from tests.sync.real_shop import Shop, assert_same, receive, receive_without_account


def test_rows_come_and_acts_go(shop: Shop) -> None:
    station = shop.station()
    station.engine.round()
    assert customers.by_mailbox(station.desk, station.clerk, "12")[0].id == shop.account
    (item,) = receive(station, shop.account)
    station.engine.round()
    assert station.statuses() == {"applied": 1}
    assert [type(event) for event in station.counter.told[-2:]] == [OutcomesArrived, RowsArrived]
    second = shop.station("two")
    second.engine.round()
    assert second.rows()["item", item.id][1]["mail_id"] == item.mail_id
    assert_same(shop, station, second)


def test_p1_a_whole_visit_arrives_and_the_centre_charges(shop: Shop) -> None:
    station = shop.station()
    station.engine.round()
    (item,) = receive(station, shop.account)
    desk, clerk = station.desk, station.clerk
    pickup_id = pickups.open_walk_in(desk, clerk, shop.account, [item.id]).pickup.id
    pickups.check_id(desk, clerk, pickup_id, "Ann Lee", "passport")
    pickups.scan_piece(desk, clerk, pickup_id, item.mail_id)
    pickups.sign(desk, clerk, pickup_id, PNG)
    pickups.charge(desk, clerk, pickup_id)
    for _ in range(40):
        station.engine.round()
        if pickups.visit(desk, pickup_id).pickup.state != "charging":
            break
    assert pickups.visit(desk, pickup_id).pickup.state == "paid"
    pickups.hand_over(desk, clerk, pickup_id)
    assert_same(shop, station)
    assert set(station.statuses()) == {"applied"}


def test_p8_an_answer_that_was_lost_is_asked_for_again_and_counts_once(shop: Shop) -> None:
    station = shop.station()
    station.engine.round()
    receive(station, shop.account, 3)
    station.line.lose_answers = 2
    for _ in range(2):
        with pytest.raises(Offline):
            station.engine.round()
        assert station.waiting() == 3
    assert_same(shop, station)
    assert len([key for key in station.rows() if key[0] == "item"]) == 3


def test_p6_a_lost_answer_and_a_pull_do_not_show_an_act_twice_or_not_at_all(shop: Shop) -> None:
    station = shop.station()
    station.engine.round()
    (item,) = receive(station, shop.account)
    station.line.lose_answers = 1
    with pytest.raises(Offline):
        station.engine.push_once()
    station.engine.pull_once()
    with station.desk.db.read() as connection:
        row = state.item(connection, item.id)
    assert row is not None
    assert [entry[1] for entry in row.history] == ["item.received"]
    assert_same(shop, station)


def test_p18_without_the_internet_everything_is_kept_and_in_order(shop: Shop) -> None:
    station = shop.station()
    station.engine.round()
    before = station.rows()
    station.line.faults = [Offline(), Offline("sync.portal"), ServerBusy("sync.busy", retry_after_s=9)]
    items = receive(station, shop.account, 2)
    for _ in range(3):
        with pytest.raises(SyncError):
            station.engine.round()
        assert station.waiting() == 2
    assert station.rows().keys() - before.keys() == {("item", item.id) for item in items}
    assert one(station.desk, "SELECT max(tries) FROM journal") == 0
    assert_same(shop, station)


def test_a_batch_has_fifty_acts_and_the_rest_follows_in_the_same_round(shop: Shop) -> None:
    station = shop.station()
    station.engine.round()
    (item,) = receive(station, shop.account)
    for number in range(2 * BATCH_OPS):
        receiving.move(station.desk, station.clerk, item.id, f"B-{number}")
    station.engine.round()
    assert station.line.pushes == [50, 50, 1]
    assert station.waiting() == 0


def test_acts_with_long_texts_do_not_grow_a_push_past_its_megabyte(shop: Shop) -> None:
    from counter_app.limits import PUSH_MAX_BYTES
    from counter_app.store.journal import Waiting
    from counter_app.sync import wire

    ops = [Waiting(n, f"{n}", "k", b"x" * 4_000, b"s" * 64, {"name": (b"0" * 16, "é" * 4_000)}, 0) for n in range(200)]
    chosen = wire.batch(ops, 200)
    assert 1 < len(chosen) < 200
    assert len(json.dumps([wire.pushed(op) for op in chosen], ensure_ascii=False).encode()) < PUSH_MAX_BYTES
    huge = Waiting(1, "1", "k", b"x" * 2_000_000, b"s", {}, 0)
    assert wire.batch([huge, *ops], 200) == [huge]


def test_two_stations_see_each_others_acts_and_a_contradiction_goes_to_the_inbox(shop: Shop) -> None:
    first, second = shop.station("one"), shop.station("two")
    first.engine.round()
    (item,) = receive(first, shop.account)
    first.engine.round()
    second.engine.round()
    receiving.take_back(first.desk, first.clerk, item.id)
    pickups.open_walk_in(second.desk, second.clerk, shop.account, [item.id])
    first.engine.round()
    second.engine.round()
    assert [entry.kind for entry in inbox.entries(second.desk)] == ["pickup.opened"]
    assert second.counter.told.count(InboxChanged(1)) == 1
    assert_same(shop, first, second)


def test_a_wish_that_the_centre_rejects_is_undone_here_and_shown(shop: Shop) -> None:
    station = shop.station()
    station.engine.round()
    low = shop.platform.clerk(shop.store, level=1)
    # This station believes in a level that the centre never gave.
    customers.set_note(station.desk, Actor(low, 4), shop.account, "Rings twice")
    assert customers.by_mailbox(station.desk, station.clerk, "12")[0].note == "Rings twice"
    station.engine.round()
    assert customers.by_mailbox(station.desk, station.clerk, "12")[0].note == ""
    assert [entry.code for entry in inbox.entries(station.desk)] == ["rights.level_too_low"]
    assert_same(shop, station)


def test_p7_a_second_round_moves_nothing(shop: Shop) -> None:
    station = shop.station()
    station.engine.round()
    receive(station, shop.account, 2)
    station.engine.round()
    station.engine.round()
    pushes, told, rows = len(station.line.pushes), len(station.counter.told), station.rows()
    station.engine.round()
    assert (len(station.line.pushes), len(station.counter.told), station.rows()) == (pushes, told, rows)


def test_p4_the_cursor_is_saved_with_the_last_of_its_rows(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    from counter_app.sync import engine as engine_module

    first, second = shop.station("one"), shop.station("two")
    first.engine.round()
    receive(first, shop.account, 5)
    first.engine.round()
    monkeypatch.setattr(engine_module, "ROWS_PER_COMMIT", 2)
    real = state.accept_pulled
    calls = []

    def cut(connection: Any, entity: str, rows: Any) -> list[str]:
        calls.append(entity)
        found = real(connection, entity, rows)
        if len(calls) == 3:
            raise LookupError("power")
        return found

    monkeypatch.setattr(state, "accept_pulled", cut)
    with pytest.raises(LookupError):
        second.engine.round()
    assert one(second.desk, "SELECT count(*) FROM cursor") == 0
    monkeypatch.setattr(state, "accept_pulled", real)
    assert_same(shop, first, second)


def test_p1_after_a_restore_of_the_centre_everything_is_sent_and_pulled_again(
    make_counter: Any, tmp_path: Path
) -> None:
    import shutil
    import sqlite3

    path = tmp_path / "restored.db"
    centre = EmbeddedCentre(path, platform_token=PLATFORM_TOKEN)
    platform = Platform(centre.start())
    store = fresh_id()
    platform.store(store)
    shop = Shop(make_counter, platform, centre.base_url, store, platform.clerk(store, level=4), platform.account(store))
    station = shop.station()
    try:
        station.engine.round()
        receive(station, shop.account, 2)
        station.engine.round()
        centre.stop()
        shutil.copyfile(path, tmp_path / "backup.db")
        centre.start()
        station.line.central._session.close()
        (late,) = receive(station, shop.account)
        station.engine.round()
        assert station.statuses() == {"applied": 3}
        centre.stop()
        # The centre is set back to its backup, and its history gets a new name, as the rule demands (3.9).
        for side in ("-wal", "-shm"):
            path.with_name(path.name + side).unlink(missing_ok=True)
        shutil.copyfile(tmp_path / "backup.db", path)
        with sqlite3.connect(path) as raw:
            (name,) = raw.execute(
                "SELECT name FROM sqlite_master WHERE sql LIKE '%epoch%' AND type = 'table'"
            ).fetchone()
            raw.execute(f"UPDATE {name} SET epoch = ?", (os.urandom(16).hex(),))
        raw.close()
        centre.start()
        station.line.central._session.close()
        (after,) = receive(station, shop.account)
        station.engine.round()
        station.engine.round()
        assert station.waiting() == 0
        assert set(station.statuses()) == {"applied"}
        truth = shop.at_the_centre()
        assert {("item", late.id), ("item", after.id)} <= truth.keys()
        assert len([key for key in truth if key[0] == "item"]) == 4
        assert station.rows() == truth
    finally:
        for central in shop.opened:
            central.close()
        platform.close()
        centre.stop()


def test_a_history_that_changes_all_the_time_does_not_make_the_station_run_in_circles(shop: Shop) -> None:
    station = shop.station()
    station.line.faults = [EpochChanged("sync.epoch_changed", epoch=f"e{n}") for n in range(50)]
    receive_without_account(station)
    with pytest.raises(SyncError, match=r"sync\.epoch_missing"):
        station.engine.round()
    assert len(station.line.faults) >= 48


def test_an_epoch_without_a_name_changes_nothing(shop: Shop) -> None:
    station = shop.station()
    receive_without_account(station)
    station.line.faults = [EpochChanged("sync.epoch_changed", epoch="")]
    before = one(station.desk, "SELECT value FROM meta WHERE key = 'epoch'")
    with pytest.raises(SyncError):
        station.engine.round()
    assert one(station.desk, "SELECT value FROM meta WHERE key = 'epoch'") == before


def _fault(body: dict[str, Any]) -> SyncError:
    return SyncError("push.too_large", status=413)


def test_p5_a_batch_that_chokes_the_centre_is_halved_down_to_the_one_act(shop: Shop) -> None:
    station = shop.station()
    station.engine.round()
    receive(station, shop.account, 8)
    poison = one(station.desk, "SELECT op_id FROM journal ORDER BY position LIMIT 1 OFFSET 5")

    def choke(body: dict[str, Any]) -> SyncError | None:
        import base64

        cores = [base64.b64decode(op["core"]) for op in body["ops"]]
        return _fault(body) if any(poison.encode() in core for core in cores) else None

    station.line.choke = choke
    for _ in range(40):
        if inbox.entries(station.desk):
            break
        try:
            station.engine.round()
        except SyncError:
            continue
    assert station.line.pushes[:2] == [8, 4]
    assert [(entry.op_id, entry.code) for entry in inbox.entries(station.desk)] == [(poison, "op.parked")]
    assert one(station.desk, "SELECT tries FROM journal WHERE op_id = ?", poison) == journal.TRIES_ALONE
    assert one(station.desk, "SELECT max(tries) FROM journal WHERE op_id <> ?", poison) == 0
    assert station.counter.told.count(InboxChanged(1)) == 1
    # Cured, and put back by a clerk: everything arrives, and nothing twice.
    station.line.choke = lambda body: None
    inbox.resolve(station.desk, station.clerk, poison)
    assert_same(shop, station)


@pytest.mark.parametrize(
    "error",
    [Offline(), ServerBusy("sync.busy"), ServerBusy("x", retry_after_s=5), SyncError("sync.device_forked", status=409)],
    ids=["offline", "502 of a gateway", "429", "409"],
)
def test_a_centre_that_is_down_parks_nothing(shop: Shop, error: SyncError) -> None:
    station = shop.station()
    station.engine.round()
    receive(station, shop.account, 2)
    for _ in range(3 * journal.TRIES_ALONE):
        station.line.faults = [error]
        with pytest.raises(SyncError):
            station.engine.round()
    assert station.waiting() == 2
    assert one(station.desk, "SELECT max(tries) FROM journal") == 0
    assert inbox.entries(station.desk) == []
    assert_same(shop, station)


def test_the_batch_grows_again_after_a_good_push(shop: Shop) -> None:
    station = shop.station()
    station.engine.round()
    (item,) = receive(station, shop.account)
    for number in range(60):
        receiving.move(station.desk, station.clerk, item.id, f"B-{number}")
    for _ in range(3):
        station.line.faults = [ServerBusy("sync.busy")]
        with pytest.raises(ServerBusy):
            station.engine.round()
    station.engine.round()
    assert station.line.pushes == [6, 12, 24, 19]
    assert station.engine.batch_ops == 50
