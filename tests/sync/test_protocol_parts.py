"""Each part of the protocol by itself, over the real station and the real centre in one thread."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from central_service import leaving, pull, upcast
from central_service import messages as m
from central_service import platform_messages as pm
from central_service.devices import standings
from central_service.keys import token_hash
from counter_app.errors import SyncError, VersionMismatch
from counter_app.store import journal, pulled, state
from counter_app.sync.schedule import Schedule
from counter_app.sync.wire import Hints
from tests.sync.acts import handed_over, new_item, received
from tests.sync.line import CHOKE
from tests.sync.poison import POISON, poisoned
from tests.sync.set_up import STORE, Setup, set_up
from tests.sync.station import Station
from tests.sync.world import World

DAY_MS = 86_400_000
STREAM = f"store:{STORE}"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Setup:
    return set_up(tmp_path_factory.mktemp("parts"))


@pytest.fixture
def world(made: Setup, tmp_path: Path) -> Iterator[World]:
    with poisoned():
        opened = World(tmp_path, made)
        for station in opened.stations.values():
            assert station.round() == ""
        yield opened
        opened.close()


def piece(station: Station, shelf: str = "A1") -> str:
    item = new_item(station.world)
    station.act(received(station.world, item, shelf))
    return item


def statuses(station: Station) -> list[str]:
    return [status for _, status, _ in station.acts()]


def meta(station: Station, key: str) -> str | None:
    with station.db.read() as connection:
        return connection.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (key,)).scalar()


def change_row(world: World, item: str, **columns: Any) -> None:
    """The centre of a newer version writes more into a row."""
    (_, row) = world.truth()["item", item]

    def work(connection: Any) -> None:
        connection.exec_driver_sql("UPDATE stream_head SET seq = seq + 1")
        connection.exec_driver_sql(
            "UPDATE state_row SET row = ?, seq = (SELECT seq FROM stream_head) WHERE id = ?",
            (json.dumps({**row, **columns}), item),
        )

    world.centre.db.transact(work)


# ---------------------------------------------------------------- poison


def test_p5_an_act_that_is_set_aside_holds_up_nothing_and_arrives_when_it_is_tried_again(world: World) -> None:
    a = world.stations["A"]
    first = piece(a, CHOKE)
    second = piece(a)
    for _ in range(40):
        a.round()
    assert statuses(a) == ["parked", "applied"]
    third = piece(a)
    a.round()
    assert statuses(a) == ["parked", "applied", "applied"]
    assert {("item", second), ("item", third)} <= world.truth().keys()
    world.chokes = False
    with a.db.write() as connection:
        journal.try_again(connection, a.acts()[0][0])
    assert a.round() == ""
    assert statuses(a) == ["applied"] * 3
    assert ("item", first) in world.truth()
    assert a.rows() == world.truth()


def test_p3_what_the_centre_could_not_fold_in_is_not_shown_here_as_if_it_had(world: World) -> None:
    a = world.stations["A"]
    item = piece(a)
    a.act(("item.moved", item, {"shelf": POISON}))
    assert a.round() == ""
    assert statuses(a) == ["applied", "quarantined"]
    assert a.rows() == world.truth()
    assert a.rows()["item", item][1]["shelf"] == "A1"


# ---------------------------------------------------------------- cursors


@pytest.mark.parametrize("fault", ["409", "410"])
def test_a_cursor_that_is_refused_fetches_the_rows_anew_and_sends_nothing_again(world: World, fault: str) -> None:
    a = world.stations["A"]
    piece(a)
    assert a.round() == ""
    before, acts = a.rows(), a.acts()
    a.line.faults = [fault]
    assert a.engine.pull_once()
    assert a.round() == ""
    assert (a.rows(), a.acts()) == (before, acts)


def test_a_second_beginning_anew_in_a_day_stops_and_is_told_and_work_goes_on(world: World) -> None:
    a = world.stations["A"]
    a.line.faults = ["410"]
    assert a.engine.pull_once()
    assert a.round() == ""
    item = piece(a)
    a.line.faults = ["", "410"]
    assert a.round() == "sync.resync_stopped"
    assert statuses(a) == ["applied"]
    assert ("item", item) in a.rows()
    with a.db.read() as connection:
        sql = "SELECT code FROM inbox WHERE state = 'open'"
        assert connection.exec_driver_sql(sql).scalars().all() == ["sync.resync_stopped"]
    world.now_ms += DAY_MS + 60_000
    a.line.faults = ["410"]
    assert a.engine.pull_once()
    assert a.round() == ""
    with a.db.read() as connection:
        assert connection.exec_driver_sql(sql).scalars().all() == []


def test_a_cursor_older_than_the_tombstones_is_expired(world: World) -> None:
    a, b = world.stations.values()
    item = piece(a)
    a.round()
    b.round()
    assert ("item", item) in b.rows()
    world.leave("item", item)
    world.now_ms += 401 * DAY_MS
    assert leaving.purge(world.centre, STORE) == 1
    with pytest.raises(SyncError) as refused:
        b.central.pull({"streams": [{"id": STREAM, "cursor": _cursor(b)}]})
    assert (refused.value.code, refused.value.facts["status"]) == ("sync.cursor_expired", 410)
    assert b.round() == ""
    assert a.round() == ""
    assert a.rows() == b.rows() == world.truth()


def _cursor(station: Station) -> str:
    with station.db.read() as connection:
        return str(connection.exec_driver_sql("SELECT cursor FROM cursor").scalar())


def test_a_row_that_leaves_the_store_leaves_every_station_and_its_events_stay(world: World) -> None:
    a, b = world.stations.values()
    item = piece(a)
    for station in (a, b, a):
        station.round()
    world.leave("item", item)
    for station in (a, b):
        assert station.round() == ""
        assert ("item", item) not in station.rows()
    assert statuses(a) == ["applied"]


# ---------------------------------------------------------------- the same on both sides


@pytest.mark.parametrize("how", ["lost", "old", "invented"])
def test_p15_a_row_that_differs_is_found_and_only_its_bucket_is_fetched(world: World, how: str) -> None:
    a, b = world.stations.values()
    items = [piece(a) for _ in range(12)]
    a.round()
    b.round()
    b.spoil(items[3], how)
    assert b.rows() != world.truth()
    asked: list[int] = []
    real = b.central.bucket
    b.central.bucket = lambda stream, number: asked.append(number) or real(stream, number)  # type: ignore[method-assign]
    assert b.compare_now() == ""
    assert b.rows() == world.truth()
    assert len(asked) == 1
    assert b.compare_now() == ""
    assert len(asked) == 1


def test_the_comparison_is_made_once_a_day(world: World) -> None:
    a = world.stations["A"]
    asked: list[str] = []
    real = a.central.digest
    a.central.digest = lambda stream: asked.append(stream) or real(stream)  # type: ignore[method-assign]
    a.round()
    assert asked == []
    world.now_ms += DAY_MS + 1
    a.round()
    a.round()
    assert asked == [STREAM]


# ---------------------------------------------------------------- versions


def test_a_row_that_is_not_understood_is_kept_raw_and_read_after_an_update(world: World) -> None:
    a, b = world.stations.values()
    item = piece(a)
    a.round()
    change_row(world, item, state="on_the_moon")
    assert b.round() == ""
    assert ("item", item) not in b.rows()
    with b.db.read() as connection:
        assert pulled.unread_count(connection) == 1
    assert b.compare_now() == ""  # it is here, only not understood
    with b.db.read() as connection:
        assert pulled.unread_count(connection) == 1
    states = state._STATES.pop("item")  # the newer program knows the state
    try:
        b.power_back()
        assert b.round() == ""
    finally:
        state._STATES["item"] = states
    assert b.rows()["item", item] == world.truth()["item", item]


def test_p14_columns_of_a_newer_centre_are_kept_through_own_acts(world: World) -> None:
    a = world.stations["A"]
    item = piece(a)
    a.round()
    change_row(world, item, colour="blue")
    a.round()
    assert a.rows()["item", item][1]["colour"] == "blue"
    a.act(("item.moved", item, {"shelf": "B2"}))
    row = a.rows()["item", item][1]
    assert (row["colour"], row["shelf"]) == ("blue", "B2")


def test_p14_an_operation_of_an_older_program_is_cast_and_its_bytes_stay(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def from_one(kind: str, body: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        return ("item.moved" if kind == "item.put" else kind), {
            "shelf" if key == "place" and kind == "item.put" else key: value for key, value in body.items()
        }

    monkeypatch.setattr(upcast, "CURRENT", 2)
    monkeypatch.setattr(upcast, "CASTS", {1: from_one})
    a = world.stations["A"]
    item = piece(a)
    a.round()
    said = upcast.upcast(1, "item.put", {"place": "C3"})
    assert said == ("item.moved", {"shelf": "C3"})
    a.act(("item.moved", item, {"shelf": "C3"}))
    assert a.round() == ""
    assert world.truth()["item", item][1]["shelf"] == "C3"
    monkeypatch.setattr(upcast, "CASTS", {})
    a.act(("item.moved", item, {"shelf": "D4"}))
    a.round()
    assert statuses(a)[-1] == "quarantined"


def test_a_program_too_old_to_pull_still_sends(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pull, "SCHEMA_LEAST", 2)
    a = world.stations["A"]
    item = piece(a)
    with pytest.raises(VersionMismatch):
        a.engine.round()
    assert statuses(a) == ["applied"]
    assert ("item", item) in world.truth()


# ---------------------------------------------------------------- what is told beside


def test_how_far_a_backup_has_the_stream_is_told_and_kept_for_one_epoch(world: World) -> None:
    a = world.stations["A"]

    def told() -> dict[str, int]:
        name = token_hash(a.central._token)
        return standings(world.centre, [name])[name].durable_streams

    piece(a)
    a.round()
    heads = leaving.heads(world.centre)
    leaving.note_durable(world.centre, heads)
    a.round()
    with a.db.read() as connection:
        assert pulled.durable_seq(connection, STREAM, world.centre.epoch) == heads.heads[STORE]
        assert pulled.durable_seq(connection, STREAM, "another") == 0
    leaving.note_durable(world.centre, pm.Heads(world.centre.epoch, {STORE: 1}))
    assert told() == {STREAM: heads.heads[STORE]}
    world.rename()
    assert told() == {}
    assert a.round() == ""
    assert statuses(a) == ["applied"]  # acked and durable, and here all the same


def test_the_centre_says_when_to_ask_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pull, "HINTS", m.Hints(40, 20))
    a = world.stations["A"]
    heard: list[Hints] = []
    a.engine.on_hints = heard.append
    a.round()
    assert heard == [Hints(40, 20)]
    schedule = Schedule(random=lambda: 0.5)
    schedule.hinted(40, 20)
    assert schedule.succeeded() == 50


# ---------------------------------------------------------------- contested custody


def test_p10_one_piece_handed_out_twice_is_a_task_at_every_counter_until_it_is_settled(world: World) -> None:
    a, b = world.stations.values()
    item = piece(a)
    for station in (a, b):
        station.round()
    a.act(*handed_over(world, item))
    b.act(*handed_over(world, item))
    for station in (a, b, a):
        assert station.round() == ""
    tasks = a.contested_tasks()
    assert len(tasks) == 2  # the second pickup's opening, and its hand-over
    assert b.contested_tasks() == tasks
    kinds = [entry[1] for entry in world.truth()["item", item][1]["history"]]
    assert kinds.count("pickup.handed_over") == 2
    with a.db.read() as connection:
        rows = {
            op_id: json.loads(facts)["rows"]
            for op_id, facts in connection.exec_driver_sql("SELECT op_id, facts FROM inbox WHERE state = 'open'")
        }
    a.act(*((f"{entity}.settled", row_id, {"acts": [op_id]}) for op_id in rows for entity, row_id in rows[op_id]))
    for station in (a, b, a):
        assert station.round() == ""
    assert a.contested_tasks() == b.contested_tasks() == set()
    row = world.truth()["item", item][1]
    assert row["contested"] == []
    assert [entry[1] for entry in row["history"]].count("pickup.handed_over") == 2


def test_who_may_not_settle_custody_settles_nothing(world: World) -> None:
    a, b = world.stations.values()
    item = piece(a)
    for station in (a, b):
        station.round()
    for station in (a, b):
        station.act(*handed_over(world, item))
    for station in (a, b, a):
        station.round()
    open_before = a.contested_tasks()
    a.act(*(("item.settled", item, {"acts": [one]}) for one in open_before), actor=world.low, level=4)
    for station in (a, b, a):
        assert station.round() == ""
    row = world.truth()["item", item][1]
    assert set(row["contested"]) == open_before
    assert b.contested_tasks() == open_before
    assert a.contested_tasks() == open_before
