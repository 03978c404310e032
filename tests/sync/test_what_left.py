"""A row that leaves the store takes its acts and the tasks about them along, at every counter."""

from __future__ import annotations

import pytest

from counter_app import verify
from tests.sync.acts import handed_over, new_item, received
from tests.sync.world import World


@pytest.mark.parametrize("anew", [False, True])
def test_p10_the_task_about_a_row_that_left_is_closed(world: World, anew: bool) -> None:
    one, other = world.stations["A"], world.stations["B"]
    item = new_item(world)
    one.act(("item.moved", item, {"shelf": "B1"}))  # of a piece that nobody has received
    for station in (one, other):
        assert station.round() == ""
        assert len(station.contested_tasks()) == 1
    world.leave("item", item)
    if anew:
        with other.db.write() as connection:
            connection.exec_driver_sql("DELETE FROM cursor")
            connection.exec_driver_sql("UPDATE item SET seq = 0")
            connection.exec_driver_sql("INSERT INTO meta (key, value) VALUES ('anew', '1')")
    for station in (one, other):
        assert station.round() == ""
        assert station.contested_tasks() == set()


def test_p3_what_had_left_before_everything_was_fetched_anew_stays_gone(world: World) -> None:
    one = world.stations["A"]
    item = new_item(world)
    one.act(received(world, item, "A1"))
    assert one.round() == ""
    world.leave("item", item)
    assert one.round() == ""
    world.back_up()
    world.restore()
    assert one.round() == ""
    assert ("item", item) not in one.rows()
    assert verify.verify(one.db, one.identity.public_key, world.now_ms).found == []
    one.act(("item.taken_back", item, {"reason": "wrong store"}))
    assert [entry[1] for entry in one.rows()["item", item][1]["history"]] == ["item.taken_back"]
    assert one.round() == ""
    assert one.rows()["item", item] == world.truth()["item", item]


@pytest.mark.parametrize("came_back", [False, True])
def test_p3_an_act_left_with_its_row_although_its_answer_comes_last(world: World, came_back: bool) -> None:
    one, other = world.stations["A"], world.stations["B"]
    item = new_item(world)
    other.act(*handed_over(world, item))
    other.line.faults = ["lost_answer"]
    assert other.round() == "sync.offline"  # the centre has it
    world.leave("item", item)
    if came_back:
        one.act(received(world, item, "A1"))
        assert one.round() == ""
    other.engine.pull_once()
    assert ("item", item) in other.rows(), "not answered yet, so it is shown"
    assert other.round() == ""
    assert other.rows().get(("item", item)) == world.truth().get(("item", item))
    assert (("item", item) in world.truth()) == came_back


def test_p3_a_later_act_brings_the_row_back_without_the_acts_that_left_with_it(world: World) -> None:
    one = world.stations["A"]
    item = new_item(world)
    one.act(received(world, item, "A1"))
    assert one.engine.push_once()
    one.act(("item.taken_back", item, {"reason": "wrong store"}))
    world.leave("item", item)
    for station in world.stations.values():
        assert station.round() == ""
        assert station.rows()["item", item] == world.truth()["item", item]
        history = station.rows()["item", item][1]["history"]
        assert [kind for _, kind, _, _ in history] == ["item.taken_back"]
