"""An act keeps what it says and loses its place: a store was copied, and a disk is set back to before that showed."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest

from counter_app import verify
from tests.sync.acts import new_item, received
from tests.sync.station import Station
from tests.sync.world import World


def set_back(world: World, *acts: Any) -> Station:
    """A station whose acts were numbered anew beside its copy, are at the centre, and wait again under the old ones."""
    one = world.stations["A"]
    assert one.round() == ""
    world.clone_station(one, "C")
    for act in acts:
        one.act(act)
    world.back_up_station(one)
    copy = world.stations["C"]
    copy.act(received(world, new_item(world), "C1"))
    assert (copy.round(), one.round()) == ("", "")
    world.restore_station(one)
    assert one.unsent() == len(acts)
    return one


def moved(world: World) -> tuple[str, str, dict[str, Any]]:
    """Of a piece that nobody has received: contested."""
    return "item.moved", new_item(world), {"shelf": "B1"}


def sent_and_sound(world: World, station: Station) -> None:
    """Nothing waits, nothing is in question, and every receipt is about an act of this journal."""
    assert station.unsent() == 0
    assert station.alarms() == []
    assert [row[0] for row in world.query("SELECT code FROM quarantine")] == []
    mine = station.eye.ask("SELECT count(*) FROM journal j JOIN receipt r ON r.op_id = j.op_id")[0][0]
    assert mine == len(station.acts())
    found = verify.verify(station.db, station.identity.public_key, world.now_ms)
    assert found.found == [], found.lines()


def test_p8_an_act_offered_again_under_its_old_number_gets_its_first_answer(world: World) -> None:
    one = set_back(world, received(world, new_item(world), "A1"))
    before = world.numbers_listed()
    assert one.round() == ""
    assert [status for _, status, _ in one.acts()] == ["applied"]
    assert world.numbers_listed() == before
    sent_and_sound(world, one)


def test_p10_a_contested_act_offered_again_under_its_old_number_is_a_task_here(world: World) -> None:
    one = set_back(world, moved(world))
    for station in world.stations.values():
        assert station.round() == ""
        assert len(station.contested_tasks()) == 1
    sent_and_sound(world, one)


def test_p8_what_waits_behind_such_an_act_and_what_is_done_next_arrive(world: World) -> None:
    one = set_back(world, *(received(world, new_item(world), "A1") for _ in range(3)))
    one.act(received(world, new_item(world), "A2"))
    assert one.round() == ""
    one.act(received(world, new_item(world), "A3"))
    assert one.round() == ""
    assert {status for _, status, _ in one.acts()} == {"applied"}
    assert len(world.numbers_listed()) == len(world.numbers()) == 6
    sent_and_sound(world, one)


def test_p8_a_new_history_takes_the_act_in_the_place_that_the_station_knows(world: World) -> None:
    one = world.stations["A"]
    world.back_up()
    one = set_back(world, received(world, new_item(world), "A1"))
    assert one.round() == ""
    world.restore()
    for station in (*world.stations.values(), *world.stations.values()):
        station.round()
    assert one.unsent() == 0
    assert one.confirmed <= world.numbers()
    sent_and_sound(world, one)


def told_otherwise(world: World, change: Callable[[dict[str, Any]], None]) -> None:
    """From now on each answer to an act reaches the station with this change."""
    real = world.deliver

    def deliver(method: str, path: str, query: str, who: str, body: bytes) -> Any:
        status, _, data = real(method, path, query, who, body)
        said = json.loads(data)
        for result in said.get("results", ()):
            change(result)
        return status, {"Content-Type": "application/json"}, json.dumps(said).encode()

    world.deliver = deliver  # type: ignore[method-assign]


@pytest.mark.parametrize("how", ["another act", "not signed", "no core"])
def test_bytes_that_are_not_this_act_in_this_hand_are_not_taken_for_it(world: World, how: str) -> None:
    one = set_back(world, received(world, new_item(world), "A1"))
    copys = world.stations["C"].eye.ask("SELECT core, sig FROM journal")[0]

    def change(result: dict[str, Any]) -> None:
        held = result["held"]
        if how == "another act":
            held["core"], held["sig"] = base64.b64encode(copys[0]).decode(), copys[1].hex()
        elif how == "not signed":
            held["sig"] = "00" * 64
        else:
            held["core"] = "e30="

    told_otherwise(world, change)
    assert one.round() == ""
    assert [code for code, _ in one.alarms()] == ["proof.receipt_wrong"]
    assert one.eye.ask("SELECT 1 FROM meta WHERE key LIKE 'superseded:%'") == []


@pytest.mark.parametrize(
    "held", [5, {}, {"core": 1, "sig": "00"}, {"core": "####", "sig": "00"}, {"core": "", "sig": "x"}]
)
def test_an_answer_without_sense_changes_nothing(world: World, held: Any) -> None:
    one = set_back(world, received(world, new_item(world), "A1"))
    real = world.deliver
    told_otherwise(world, lambda result: result.update(held=held))
    assert one.round() == "sync.not_the_centre"
    assert one.unsent() == 1
    world.deliver = real  # type: ignore[method-assign]
    assert one.round() == ""
    sent_and_sound(world, one)
