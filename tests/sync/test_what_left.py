"""A row that leaves the store takes the task about its contested acts along, at every counter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sync.world import World, new_item, set_up


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    (tmp_path / "made").mkdir()
    (tmp_path / "day").mkdir()
    made = World(tmp_path / "day", set_up(tmp_path / "made"))
    yield made
    made.close()


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
