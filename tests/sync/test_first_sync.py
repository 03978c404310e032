"""A large register arrives beside the store: stopped, cut and gone on with, nothing of the counter's lost."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from threading import Event
from typing import Any

import pytest

from benchmarks.large_store import accounts, items
from central_service.server import EmbeddedCentre
from counter_app.desk import customers, receiving, register, to_be_checked
from counter_app.desk.receiving import Arrival
from counter_app.domain.employee import Actor
from counter_app.domain.rows import to_plain
from counter_app.errors import Offline, SyncError
from counter_app.events import FirstSyncMoved
from counter_app.store import journal, search, side_file, soundness, state
from counter_app.store.db import Database
from counter_app.store.journal import Identity
from counter_app.store.side_file import SideFile, path_beside
from counter_app.sync import engine as engine_module
from counter_app.sync import first_sync
from counter_app.sync.central import Central
from counter_app.sync.engine import Engine
from tests.central.station import PLATFORM_TOKEN, Platform, fresh_id
from tests.conftest import STORE_KEY
from tests.counter_acts import one

ROWS = 330
CUSTOMERS = 60
PAGE = 100


class PowerCut(BaseException):
    """No code of the program can catch it and go on."""


@dataclass
class Line:
    """The real calls; what a test wants to happen happens before the pull with a number."""

    central: Central
    before: Callable[[int], None] = lambda number: None
    pulls: int = 0

    def pull(self, body: dict[str, Any]) -> dict[str, Any]:
        self.pulls += 1
        self.before(self.pulls)
        return self.central.pull(body)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.central, name)


@dataclass
class Centre:
    service: EmbeddedCentre
    path: Path
    platform: Platform
    store: str

    def change(self, mailbox: str, holder: str) -> None:
        """Another row of the store, as if the platform had registered somebody."""
        self.platform.account(self.store, mailbox=mailbox)


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    path = tmp_path_factory.mktemp("centre") / "central.db"
    service = EmbeddedCentre(path, platform_token=PLATFORM_TOKEN)
    service.start()
    platform, store = Platform(service.base_url), fresh_id()
    platform.store(store)
    made = [("account", row) for row in accounts(Random(3), CUSTOMERS)]
    made += [("item", row) for row in items(Random(4), ROWS - CUSTOMERS, CUSTOMERS)]
    raw = sqlite3.connect(path, timeout=30)
    (head,) = raw.execute("SELECT seq FROM stream_head WHERE store_id = ?", (store,)).fetchone()
    raw.executemany(
        "INSERT INTO state_row (store_id, entity, id, seq, account, row) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (store, entity, row.id, head + n, getattr(row, "account_id", ""), json.dumps(to_plain(row)))
            for n, (entity, row) in enumerate(made, 1)
        ],
    )
    raw.execute("UPDATE stream_head SET seq = ? WHERE store_id = ?", (head + len(made), store))
    raw.commit()
    raw.close()
    yield Centre(service, path, platform, store)
    platform.close()
    service.stop()


@dataclass
class Station:
    counter: Any
    engine: Engine
    line: Line
    clerk: Actor

    @property
    def desk(self) -> Any:
        return self.counter.desk

    @property
    def db(self) -> Database:
        return self.desk.db  # type: ignore[no-any-return]

    def again(self) -> None:
        """The program starts once more, on what is on the disk."""
        self.engine.first_sync.close()
        self.engine = _engine(self.desk, self.line, self.engine.identity, self.counter)

    def told(self) -> list[FirstSyncMoved]:
        return [event for event in self.counter.told if isinstance(event, FirstSyncMoved)]

    def rows(self) -> dict[tuple[str, str], tuple[int, dict[str, Any]]]:
        with self.db.read() as connection:
            return {
                (entity, row_id): (seq, json.loads(data))
                for entity in ("item", "pickup", "account", "employee")
                for row_id, seq, data in connection.exec_driver_sql(f"SELECT id, seq, data FROM {entity}")
            }

    def acts(self) -> list[tuple[Any, ...]]:
        with self.db.read() as connection:
            sql = "SELECT position, code, n, status FROM journal ORDER BY position"
            return [tuple(row) for row in connection.exec_driver_sql(sql)]

    def receive(self, mailbox: str = "1007", name: str = "Ann Lee") -> Any:
        arrival = Arrival(name=name, mailbox=mailbox, shelf="A-1")
        return to_be_checked.receive(self.desk, self.clerk, arrival).item


def _engine(desk: Any, line: Line, identity: Identity, counter: Any) -> Engine:
    engine = Engine(desk.db, line, identity, counter.clock, counter.told.append)  # type: ignore[arg-type]
    engine.first_sync.large_rows = 200
    return engine


@pytest.fixture
def station(centre: Centre, make_counter: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Station]:
    monkeypatch.setattr(first_sync, "COMMIT_ROWS", PAGE)
    monkeypatch.setattr(engine_module, "PAGE_ROWS", PAGE)
    counter = make_counter("one")
    desk = counter.desk
    key = desk.identity.sign.__self__
    public = key.public_key().public_bytes_raw()
    central = Central(centre.service.base_url)
    code = centre.platform.post("enrolments", store=centre.store)["code"]
    said = central.register(code, public, "one")
    identity = Identity(said["org"], said["store"], said["device_id"], said["incarnation"], public, key.sign, "boot-1")
    desk.identity, desk.entropy = identity, os.urandom  # one centre for all tests: an id must not come twice
    with desk.db.write() as connection:
        connection.exec_driver_sql("UPDATE meta SET value = ? WHERE key = 'epoch'", (said["epoch"],))
    central.speak_for(identity.device, identity.sign)
    line = Line(central)
    made = Station(counter, _engine(desk, line, identity, counter), line, Actor("clerk-1", 2))
    yield made
    made.engine.first_sync.close()
    central.close()


def _cut_at(number: int, error: BaseException) -> Callable[[int], None]:
    def before(pull: int) -> None:
        if pull == number:
            raise error

    return before


def _whole(station: Station, centre: Centre) -> None:
    """P3: what the store shows is what the centre has, and it is found."""
    raw = sqlite3.connect(centre.path, timeout=30)
    sql = "SELECT entity, id, seq FROM state_row WHERE store_id = ?"
    truth = {(entity, row_id): seq for entity, row_id, seq in raw.execute(sql, (centre.store,))}
    raw.close()
    assert {key: seq for key, (seq, _) in station.rows().items()} == truth
    assert one(station.desk, "PRAGMA integrity_check") == "ok"
    assert one(station.desk, "SELECT count(*) FROM account_search") == one(station.desk, "SELECT count(*) FROM account")
    assert not path_beside(station.db).exists()
    soundness.examine(station.db.path, STORE_KEY, station.db.path.with_name("no-mark"))  # as the next start does
    assert register.state(station.desk) == ""
    assert not one(station.desk, "SELECT count(*) FROM meta WHERE key LIKE 'first%'")


def test_the_register_arrives_with_its_progress_and_is_searchable(station: Station, centre: Centre) -> None:
    plans = one(station.desk, "SELECT group_concat(name) FROM (SELECT name FROM sqlite_master ORDER BY name)")
    station.engine.round()
    _whole(station, centre)
    told = station.told()
    assert [event.state for event in told][:1] + [event.state for event in told][-2:] == [
        "arriving",
        "arranging",
        "arrived",
    ]
    assert told[0].done == PAGE
    assert told[0].total >= ROWS
    assert told[-1].done == told[-1].total
    assert customers.by_mailbox(station.desk, station.clerk, "1007")[0].mailbox == "1007"
    with station.db.read() as connection:
        holder = state.account(connection, "a7").holder  # type: ignore[union-attr]
        assert "a7" in search.account_ids(connection, holder)
    same = one(station.desk, "SELECT group_concat(name) FROM (SELECT name FROM sqlite_master ORDER BY name)")
    assert same == plans, "every table and index of the store is there again"
    station.engine.round()
    _whole(station, centre)


def test_a_small_register_comes_straight_into_the_store(station: Station, centre: Centre) -> None:
    station.engine.first_sync.large_rows = 100_000
    station.engine.round()
    assert station.told() == []
    _whole(station, centre)


def test_the_store_shows_nothing_of_a_register_that_is_half_here(station: Station) -> None:
    seen = []
    station.line.before = lambda pull: seen.append(len(station.rows()))
    station.engine.round()
    assert set(seen[:4]) == {0}


def test_p1_acts_during_the_first_sync_survive_it_in_their_order(station: Station, centre: Centre) -> None:
    made = []

    def before(pull: int) -> None:
        if pull in (2, 3):
            made.append(station.receive())
            receiving.move(station.desk, station.clerk, made[-1].id, f"B-{pull}")

    station.line.before = before
    station.engine.round()
    acts = station.acts()
    assert [row[0] for row in acts] == [1, 2, 3, 4]
    assert [row[2] for row in acts] == [1, 2, 3, 4]
    assert {row[3] for row in acts} == {"applied"}
    rows = station.rows()
    assert [rows["item", item.id][1]["shelf"] for item in made] == ["B-2", "B-3"]
    assert one(station.desk, "SELECT count(*) FROM print_job") == 2
    station.engine.round()
    _whole(station, centre)


def test_p6_an_act_that_is_not_sent_yet_is_shown_after_the_register_came(station: Station) -> None:
    station.line.before = _cut_at(4, Offline())
    with pytest.raises(Offline):
        station.engine.round()
    item = station.receive()
    station.line.before = lambda pull: None
    while station.engine.first_sync.run(lambda: False) is not True:
        pass
    assert station.rows()["item", item.id][1]["mail_id"] == item.mail_id
    assert [row[3] for row in station.acts()] == ["waiting"]


@pytest.mark.parametrize("pull", [2, 3, 4])
def test_offline_in_the_middle_goes_on_where_it_was(station: Station, centre: Centre, pull: int) -> None:
    station.line.before = _cut_at(pull, Offline())
    with pytest.raises(Offline):
        station.engine.round()
    assert station.told()[-1].state == "waiting"
    assert path_beside(station.db).exists()
    station.again()
    station.line.before = lambda number: None
    before = station.line.pulls
    station.engine.round()
    assert station.line.pulls - before <= 6 - pull  # nothing is fetched twice
    _whole(station, centre)


def test_a_clerk_stops_it_and_goes_on_after_a_new_start(station: Station, centre: Centre) -> None:
    station.line.before = lambda pull: register.pause(station.desk, station.clerk) if pull == 3 else None
    station.engine.round()
    assert (register.state(station.desk), station.told()[-1].state) == ("paused", "paused")
    kept = station.told()[-1].done
    assert PAGE <= kept < ROWS
    station.line.before = lambda pull: pytest.fail("asked although it was stopped")
    station.receive()
    station.again()
    station.engine.round()
    assert station.told()[-1] == FirstSyncMoved("paused", kept, station.told()[-1].total)
    assert {row[3] for row in station.acts()} == {"applied"}, "what is done at the counter goes out all the same"
    station.line.before = lambda pull: None
    register.go_on(station.desk, station.clerk)
    station.engine.round()
    station.engine.round()
    _whole(station, centre)


def test_rows_that_change_or_leave_meanwhile_come_out_right(station: Station, centre: Centre) -> None:
    ids = iter(["a3", "a4"])

    def before(pull: int) -> None:
        if pull == 3:
            centre.platform.account(centre.store, mailbox="9001")
            centre.platform.post("gone", store=centre.store, entity="account", id=next(ids))

    station.line.before = before
    station.engine.round()
    station.engine.round()
    _whole(station, centre)
    assert ("account", "a3") not in station.rows()


def test_the_next_page_is_asked_for_before_one_is_read(station: Station, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {number: Event() for number in range(1, 10)}
    read: list[bool] = []
    real = first_sync.FirstSync._page_of

    def page_of(sync: first_sync.FirstSync, said: Any) -> Any:
        page = len(read) + 2  # the first one shows how large the register is, and is read before
        read.append(asked[page + 1].wait(20) if said.onward() else False)
        return real(sync, said)

    monkeypatch.setattr(first_sync.FirstSync, "_page_of", page_of)
    station.line.before = lambda number: asked[number].set()
    station.engine.round()
    assert read == [True] * (len(read) - 1) + [False]
    assert len(read) > 1


def test_a_cursor_of_no_use_begins_again_and_keeps_the_acts(station: Station, centre: Centre) -> None:
    def before(pull: int) -> None:
        if pull == 3:
            station.receive()
            raise SyncError("sync.cursor_expired", status=410)

    station.line.before = before
    station.engine.round()
    station.engine.round()
    _whole(station, centre)
    assert [row[3] for row in station.acts()] == ["applied"]


def test_a_row_that_is_not_understood_is_kept_for_a_newer_program(station: Station, centre: Centre) -> None:
    real = station.line.central.pull
    odd = ["odd", 7, {"id": "odd", "state": "of tomorrow", "mail_id": "X"}]

    def pull(body: dict[str, Any]) -> dict[str, Any]:
        said = real(body)
        if station.line.pulls == 2:
            said["streams"][0]["tables"]["item"].append(odd)
        return said

    station.line.central.pull = pull  # type: ignore[method-assign]
    station.engine.round()
    assert one(station.desk, "SELECT count(*) FROM meta WHERE key = 'unread:item:odd'") in (0, 1)
    assert ("item", "odd") not in station.rows()


def test_a_contested_piece_that_came_with_the_register_is_a_task(station: Station) -> None:
    real = station.line.central.pull
    told: list[str] = []

    def pull(body: dict[str, Any]) -> dict[str, Any]:
        said = real(body)
        for row in said["streams"][0].get("tables", {}).get("item", [])[:1]:
            act = row[2]["history"][0][0]
            row[2]["contested"] = [act]
            told.append(act)
        return said

    station.line.central.pull = pull  # type: ignore[method-assign]
    station.engine.round()
    with station.db.read() as connection:
        open_ = set(connection.exec_driver_sql("SELECT op_id FROM inbox WHERE code = 'op.contested'").scalars())
    assert open_
    assert open_ == set(told[: len(open_)])


# ---------------------------------------------------------------- cut at every step of the exchange


STEPS = ("attach", "commit", "flush", "rename", "renamed", "folder")


@pytest.mark.parametrize("step", STEPS)
def test_p18_a_cut_at_any_step_of_bringing_in_leaves_the_old_or_the_new(
    station: Station, centre: Centre, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    station.line.before = lambda pull: (station.receive(), None)[1] if pull == 3 else None
    armed = [True]

    def cut(*_: object) -> None:
        if armed[0]:
            armed[0] = False
            raise PowerCut

    def before(real: Any) -> Any:
        return lambda *args: (cut(), real(*args))[1]

    def after(real: Any) -> Any:
        return lambda *args: (real(*args), cut())[0]

    if step == "attach":
        monkeypatch.setattr(Database, "attach", before(Database.attach))
    elif step == "commit":
        monkeypatch.setattr(side_file.to_check, "put_in_inbox", after(side_file.to_check.put_in_inbox))
    elif step == "flush":
        monkeypatch.setattr(side_file, "_flush", before(side_file._flush))
    elif step == "folder":
        monkeypatch.setattr(side_file, "flush_folder", after(side_file.flush_folder))
    else:
        wrap = before if step == "rename" else after
        monkeypatch.setattr(side_file, "_replace", wrap(side_file._replace))
    with pytest.raises(PowerCut):
        station.engine.round()
    assert not armed[0]
    old = step in STEPS[:4]
    assert len(station.acts()) == 1
    assert len(station.rows()) == (1 if old else len(station.rows()))
    assert old or len(station.rows()) >= ROWS
    assert path_beside(station.db).exists() is old
    station.again()
    if old:
        station.receive(name="Bo Lee")  # the counter goes on, and this must not be lost by what was carried over before
    station.engine.round()
    station.engine.round()
    assert len(station.acts()) == (2 if old else 1)
    assert {row[3] for row in station.acts()} == {"applied"}, station.acts()
    _whole(station, centre)


def test_somebody_who_reads_for_long_is_not_disturbed(station: Station, centre: Centre) -> None:
    with station.db.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM item").scalar_one() == 0
        station.engine.round()
        assert connection.exec_driver_sql("SELECT count(*) FROM item").scalar_one() == 0
    assert station.told()[-1].state == "arranging"
    station.engine.round()
    _whole(station, centre)


def test_a_log_that_stays_beside_the_store_stops_the_exchange(station: Station) -> None:
    other = Database(station.db.path, STORE_KEY)
    with other.write() as connection:
        connection.exec_driver_sql("INSERT INTO meta (key, value) VALUES ('x', '1')")
    station.engine.round()
    assert station.told()[-1].state == "arranging"
    assert len(station.rows()) == 0
    other.close()
    station.engine.round()
    assert station.told()[-1].state == "arrived"


@pytest.mark.parametrize("content", [b"", b"no database at all" * 500])
def test_a_side_file_that_is_none_is_thrown_away(station: Station, centre: Centre, content: bytes) -> None:
    path_beside(station.db).write_bytes(content)
    station.engine.round()
    _whole(station, centre)


def test_a_side_file_of_an_older_program_is_thrown_away(station: Station, centre: Centre) -> None:
    station.line.before = _cut_at(3, Offline())
    with pytest.raises(Offline):
        station.engine.round()
    with station.db.write() as connection:
        connection.exec_driver_sql("ALTER TABLE item ADD COLUMN newer TEXT NOT NULL DEFAULT ''")
    station.again()
    assert SideFile.opened(station.db, f"store:{centre.store}") is None
    station.line.before = lambda pull: None
    station.engine.round()
    _whole(station, centre)


def test_the_side_file_is_encrypted_like_the_store(station: Station) -> None:
    station.line.before = _cut_at(4, Offline())
    with pytest.raises(Offline):
        station.engine.round()
    data = path_beside(station.db).read_bytes()
    assert len(data) > 50_000
    assert b"Ann Lee" not in data
    assert b"SQLite format" not in data
    if os.name == "posix":
        assert path_beside(station.db).stat().st_mode & 0o077 == 0


def test_journal_marks_hold_after_the_exchange(station: Station) -> None:
    station.line.before = lambda pull: (station.receive(), None)[1] if pull == 3 else None
    station.engine.round()
    with station.db.read() as connection:
        for *columns, mark in connection.exec_driver_sql(f"SELECT {journal.MARKED}, mark FROM journal"):
            assert journal.mark_of(columns) == mark
