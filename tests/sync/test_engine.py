"""The exchange of a real station with a real centre: every act arrives once, whatever the line does in between."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from central_service.server import EmbeddedCentre
from counter_app.desk import customers, inbox, pickups, receiving
from counter_app.desk.settings import settings_from
from counter_app.domain.employee import Actor
from counter_app.errors import Offline, ServerBusy, SyncError
from counter_app.events import InboxChanged, OutcomesArrived, RowsArrived
from counter_app.limits import PULL_MAX_ROWS
from counter_app.store import journal, state
from counter_app.store.journal import Identity
from counter_app.sync.central import Central, EpochChanged
from counter_app.sync.engine import BATCH_OPS, Engine
from tests.central.station import PLATFORM_TOKEN, Platform, fresh_id
from tests.counter_acts import PNG, one, piece


@dataclass
class Line:
    """A network that behaves: the real calls, and between them whatever a test wants to go wrong."""

    central: Central
    lose_answers: int = 0
    faults: list[Exception] = field(default_factory=list)
    choke: Callable[[dict[str, Any]], Exception | None] = lambda body: None
    pushes: list[int] = field(default_factory=list)
    pulls: int = 0

    def push(self, body: dict[str, Any]) -> dict[str, Any]:
        if self.faults:
            raise self.faults.pop(0)
        error = self.choke(body)
        self.pushes.append(len(body["ops"]))
        if error is not None:
            raise error
        said = self.central.push(body)
        if self.lose_answers:
            self.lose_answers -= 1
            raise Offline
        return said

    def pull(self, body: dict[str, Any]) -> dict[str, Any]:
        if self.faults:
            raise self.faults.pop(0)
        self.pulls += 1
        return self.central.pull(body)

    def hello(self) -> dict[str, Any]:
        return self.central.hello()

    def digest(self, stream: str) -> dict[str, Any]:
        return self.central.digest(stream)

    def bucket(self, stream: str, number: int) -> dict[str, Any]:
        return self.central.bucket(stream, number)


@dataclass
class Station:
    counter: Any
    engine: Engine
    line: Line
    clerk: Actor
    offsets: list[int]

    @property
    def desk(self) -> Any:
        return self.counter.desk

    def waiting(self) -> int:
        with self.desk.db.read() as connection:
            return journal.waiting_count(connection)

    def statuses(self) -> dict[str, int]:
        with self.desk.db.read() as connection:
            sql = "SELECT status, count(*) FROM journal GROUP BY status"
            return {row[0]: row[1] for row in connection.exec_driver_sql(sql)}

    def rows(self) -> dict[tuple[str, str], tuple[int, dict[str, Any]]]:
        """Every row as the clerk sees it."""
        with self.desk.db.read() as connection:
            return {
                (entity, row_id): (seq, json.loads(data))
                for entity in ("item", "pickup", "account", "employee")
                for row_id, seq, data in connection.exec_driver_sql(f"SELECT id, seq, data FROM {entity}")
            }


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedCentre]:
    centre = EmbeddedCentre(tmp_path_factory.mktemp("centre") / "central.db", platform_token=PLATFORM_TOKEN)
    centre.start()
    yield centre
    centre.stop()


@dataclass
class Shop:
    """One store on the centre with an account and as many stations as asked for."""

    make_counter: Any
    platform: Platform
    url: str
    store: str
    clerk: str
    account: str
    opened: list[Central] = field(default_factory=list)

    def station(self, name: str = "one") -> Station:
        counter = self.make_counter(name)
        desk = counter.desk
        key = desk.identity.sign.__self__  # the private key behind the fixture's identity
        public = key.public_key().public_bytes_raw()
        central = Central(self.url)
        self.opened.append(central)
        code = self.platform.post("enrolments", store=self.store)["code"]
        said = central.register(code, public, name)
        identity = Identity(
            said["org"], said["store"], said["device_id"], said["incarnation"], public, key.sign, "boot-1"
        )
        desk.identity = identity
        desk.settings = settings_from(said["settings"])
        with desk.db.write() as connection:
            connection.exec_driver_sql("UPDATE meta SET value = ? WHERE key = 'epoch'", (said["epoch"],))
        central.speak_for(identity.device, identity.sign)
        line, offsets = Line(central), []
        engine = Engine(desk.db, line, identity, counter.clock, counter.told.append, offsets.append)  # type: ignore[arg-type]
        return Station(counter, engine, line, Actor(self.clerk, 4), offsets)

    def at_the_centre(self) -> dict[tuple[str, str], tuple[int, dict[str, Any]]]:
        """Every row of the store, read by a station that has done nothing itself."""
        reader = self.station(f"reader-{len(self.opened)}")
        reader.engine.round()
        return reader.rows()


@pytest.fixture
def shop(running: EmbeddedCentre, make_counter: Any) -> Iterator[Shop]:
    platform = Platform(running.base_url)
    store = fresh_id()
    platform.store(store)
    clerk = platform.clerk(store, level=4)
    account = platform.account(store)
    made = Shop(make_counter, platform, running.base_url, store, clerk, account)
    yield made
    for central in made.opened:
        central.close()
    platform.close()


def _receive(station: Station, account: str, count: int = 1) -> list[Any]:
    return [piece(station.counter, station.clerk, account) for _ in range(count)]


def _assert_same(shop: Shop, *stations: Station) -> None:
    """P3: after everything was sent and pulled, every station shows exactly what the centre has."""
    for station in stations:
        station.engine.round()
    for station in stations:
        station.engine.round()
    truth = shop.at_the_centre()
    for station in stations:
        assert station.waiting() == 0
        assert station.rows() == truth


def test_rows_come_and_acts_go(shop: Shop) -> None:
    station = shop.station()
    station.engine.round()
    assert customers.by_mailbox(station.desk, station.clerk, "12")[0].id == shop.account
    (item,) = _receive(station, shop.account)
    station.engine.round()
    assert station.statuses() == {"applied": 1}
    assert [type(event) for event in station.counter.told[-2:]] == [OutcomesArrived, RowsArrived]
    second = shop.station("two")
    second.engine.round()
    assert second.rows()["item", item.id][1]["mail_id"] == item.mail_id
    _assert_same(shop, station, second)


def test_p1_a_whole_visit_arrives_and_the_centre_charges(shop: Shop) -> None:
    station = shop.station()
    station.engine.round()
    (item,) = _receive(station, shop.account)
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
    _assert_same(shop, station)
    assert set(station.statuses()) == {"applied"}


def test_p8_an_answer_that_was_lost_is_asked_for_again_and_counts_once(shop: Shop) -> None:
    station = shop.station()
    station.engine.round()
    _receive(station, shop.account, 3)
    station.line.lose_answers = 2
    for _ in range(2):
        with pytest.raises(Offline):
            station.engine.round()
        assert station.waiting() == 3
    _assert_same(shop, station)
    assert len([key for key in station.rows() if key[0] == "item"]) == 3


def test_p6_a_lost_answer_and_a_pull_do_not_show_an_act_twice_or_not_at_all(shop: Shop) -> None:
    station = shop.station()
    station.engine.round()
    (item,) = _receive(station, shop.account)
    station.line.lose_answers = 1
    with pytest.raises(Offline):
        station.engine.push_once()
    station.engine.pull_once()
    with station.desk.db.read() as connection:
        row = state.item(connection, item.id)
    assert row is not None
    assert [entry[1] for entry in row.history] == ["item.received"]
    _assert_same(shop, station)


def test_p18_without_the_internet_everything_is_kept_and_in_order(shop: Shop) -> None:
    station = shop.station()
    station.engine.round()
    before = station.rows()
    station.line.faults = [Offline(), Offline("sync.portal"), ServerBusy("sync.busy", retry_after_s=9)]
    items = _receive(station, shop.account, 2)
    for _ in range(3):
        with pytest.raises(SyncError):
            station.engine.round()
        assert station.waiting() == 2
    assert station.rows().keys() - before.keys() == {("item", item.id) for item in items}
    assert one(station.desk, "SELECT max(tries) FROM journal") == 0
    _assert_same(shop, station)


def test_a_batch_has_fifty_acts_and_the_rest_follows_in_the_same_round(shop: Shop) -> None:
    station = shop.station()
    station.engine.round()
    (item,) = _receive(station, shop.account)
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
    (item,) = _receive(first, shop.account)
    first.engine.round()
    second.engine.round()
    receiving.take_back(first.desk, first.clerk, item.id)
    pickups.open_walk_in(second.desk, second.clerk, shop.account, [item.id])
    first.engine.round()
    second.engine.round()
    assert [entry.kind for entry in inbox.entries(second.desk)] == ["pickup.opened"]
    assert second.counter.told.count(InboxChanged(1)) == 1
    _assert_same(shop, first, second)


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
    _assert_same(shop, station)


def test_p7_a_second_round_moves_nothing(shop: Shop) -> None:
    station = shop.station()
    station.engine.round()
    _receive(station, shop.account, 2)
    station.engine.round()
    station.engine.round()
    pushes, told, rows = len(station.line.pushes), len(station.counter.told), station.rows()
    station.engine.round()
    assert (len(station.line.pushes), len(station.counter.told), station.rows()) == (pushes, told, rows)


def test_p4_the_cursor_is_saved_with_the_last_of_its_rows(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    from counter_app.sync import engine as engine_module

    first, second = shop.station("one"), shop.station("two")
    first.engine.round()
    _receive(first, shop.account, 5)
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
    _assert_same(shop, first, second)


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
        _receive(station, shop.account, 2)
        station.engine.round()
        centre.stop()
        shutil.copyfile(path, tmp_path / "backup.db")
        centre.start()
        station.line.central._session.close()
        (late,) = _receive(station, shop.account)
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
        (after,) = _receive(station, shop.account)
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
    _receive_without_account(station)
    with pytest.raises(SyncError, match=r"sync\.epoch_missing"):
        station.engine.round()
    assert len(station.line.faults) >= 48


def _receive_without_account(station: Station) -> None:
    receiving.receive_unassigned(station.desk, station.clerk, receiving.Arrival(name="Who"))


def test_an_epoch_without_a_name_changes_nothing(shop: Shop) -> None:
    station = shop.station()
    _receive_without_account(station)
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
    _receive(station, shop.account, 8)
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
    _assert_same(shop, station)


@pytest.mark.parametrize(
    "error",
    [Offline(), ServerBusy("sync.busy"), ServerBusy("x", retry_after_s=5), SyncError("sync.device_forked", status=409)],
    ids=["offline", "502 of a gateway", "429", "409"],
)
def test_a_centre_that_is_down_parks_nothing(shop: Shop, error: SyncError) -> None:
    station = shop.station()
    station.engine.round()
    _receive(station, shop.account, 2)
    for _ in range(3 * journal.TRIES_ALONE):
        station.line.faults = [error]
        with pytest.raises(SyncError):
            station.engine.round()
    assert station.waiting() == 2
    assert one(station.desk, "SELECT max(tries) FROM journal") == 0
    assert inbox.entries(station.desk) == []
    _assert_same(shop, station)


def test_the_batch_grows_again_after_a_good_push(shop: Shop) -> None:
    station = shop.station()
    station.engine.round()
    (item,) = _receive(station, shop.account)
    for number in range(60):
        receiving.move(station.desk, station.clerk, item.id, f"B-{number}")
    for _ in range(3):
        station.line.faults = [ServerBusy("sync.busy")]
        with pytest.raises(ServerBusy):
            station.engine.round()
    station.engine.round()
    assert station.line.pushes == [6, 12, 24, 19]
    assert station.engine.batch_ops == 50


def test_an_answer_about_other_acts_or_of_another_shape_changes_nothing(shop: Shop) -> None:
    station = shop.station()
    _receive_without_account(station)
    op_id = one(station.desk, "SELECT op_id FROM journal")
    for results in (
        None,
        {},
        [1],
        [{"op_id": "another", "status": "applied", "seq": 1}],
        [{"op_id": op_id, "status": "swallowed", "seq": 1}],
        [{"op_id": op_id, "status": "applied", "seq": "1"}],
        [{"op_id": op_id, "status": "applied", "seq": True}],
        [{"op_id": op_id, "status": "applied", "seq": -1}],
        [{"op_id": 5, "status": "applied", "seq": 1}],
    ):
        station.line.central = _Says({"results": results})  # type: ignore[assignment]
        with pytest.raises(Offline):
            station.engine.push_once()
        assert station.statuses() == {"waiting": 1}


@dataclass
class _Says:
    said: dict[str, Any]

    def push(self, body: Any) -> dict[str, Any]:
        return self.said

    def pull(self, body: Any) -> dict[str, Any]:
        return self.said


def _page(shop: Shop, **more: Any) -> dict[str, Any]:
    page = {"id": f"store:{shop.store}", "tables": {}, "next": "c1", "more": False, "high": 5} | more
    return {"epoch": "e", "streams": [page]}


@pytest.mark.parametrize(
    "wrong",
    [
        {"tables": []},
        {"tables": {"item": 5}},
        {"tables": {"item": {"a": 1}}},
        {"tables": {"item": [["id", 1]]}},
        {"tables": {"item": [["id", "1", {}]]}},
        {"tables": {"item": [["id", True, {}]]}},
        {"tables": {"item": [[7, 1, {}]]}},
        {"tables": {"item": [["\ud800", 1, {}]]}},
        {"more": 1},
        {"high": "5"},
        {"next": None},
        {"next": "\udfff"},
    ],
    ids=str,
)
def test_t21_a_page_that_makes_no_sense_is_not_kept_and_its_cursor_neither(shop: Shop, wrong: dict[str, Any]) -> None:
    station = shop.station()
    before = station.rows()
    station.line.central = _Says(_page(shop, **wrong))  # type: ignore[assignment]
    with pytest.raises(Offline):
        station.engine.pull_once()
    assert (station.rows(), one(station.desk, "SELECT count(*) FROM cursor")) == (before, 0)


def test_t21_a_page_that_repeats_itself_for_ever_is_left(shop: Shop) -> None:
    station = shop.station()
    station.line.central = _Says(_page(shop, more=True))  # type: ignore[assignment]
    with pytest.raises(SyncError, match=r"sync\.no_progress"):
        station.engine.round()
    assert station.line.pulls <= 3


def test_tables_of_a_newer_centre_are_left_out(shop: Shop) -> None:
    station = shop.station()
    station.line.central = _Says(_page(shop, tables={"drone": [["d", 1, {}]], "item": []}))  # type: ignore[assignment]
    assert station.engine.pull_once() is False
    assert one(station.desk, "SELECT cursor FROM cursor") == "c1"


def test_3_10_the_clocks_offset_is_measured_at_every_answer(shop: Shop) -> None:
    station = shop.station()
    station.engine.round()
    station.counter.clock.wall -= 3_600_000
    said = _page(shop) | {"server_time_ms": station.counter.clock.wall + 3_600_000}
    station.line.central = _Says(said)  # type: ignore[assignment]
    station.engine.pull_once()
    assert abs(station.offsets[-1] - 3_600_000) < 1_000
    count = len(station.offsets)
    station.line.central = _Says(_page(shop) | {"server_time_ms": "noon"})  # type: ignore[assignment]
    station.engine.pull_once()
    assert len(station.offsets) == count


def test_a_round_ends_when_the_program_ends(shop: Shop) -> None:
    station = shop.station()
    _receive_without_account(station)
    station.engine.stopping = lambda: True
    station.engine.round()
    assert (station.line.pushes, station.line.pulls, station.waiting()) == ([], 0, 1)


def test_a_device_that_is_not_of_this_store_pulls_nothing(shop: Shop) -> None:
    station = shop.station()
    station.engine.identity = replace(station.engine.identity, store=fresh_id())
    with pytest.raises(SyncError):
        station.engine.round()
    assert station.rows() == {}


def test_a_page_is_as_long_as_agreed() -> None:
    assert PULL_MAX_ROWS == 1_000
