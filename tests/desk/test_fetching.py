"""What is to be fetched, and ticking it by scan: tasks for everybody, pickups at the counter (S-10, S-12)."""

from dataclasses import replace
from typing import Any

import pytest

from counter_app.desk import fetching, pickups, searches
from counter_app.domain.employee import Actor
from counter_app.domain.rows import to_plain
from counter_app.domain.task import Task
from counter_app.store import state
from tests.counter_acts import everything, kinds, piece, refusal

CLERK, MANAGER = Actor("clerk-1", 2), Actor("meg", 4)


@pytest.fixture
def shop(counter: Any) -> Any:
    counter.account("a1", "101", "Ann Lee")
    counter.clerk()
    counter.items = [piece(counter, MANAGER, shelf="A-1") for _ in range(3)]
    _put(counter, Task("t1", "ship", "a1", "101", "requested", tuple(one.id for one in counter.items[:2])))
    return counter


def _put(shop: Any, task: Task, seq: int = 5) -> None:
    with shop.desk.db.write() as connection:
        assert state.accept_pulled(connection, "task", [(task.id, seq, to_plain(task))]) == []


def test_tasks_and_pickups_that_wait_are_to_be_fetched_and_gathered_ones_are_not(shop: Any) -> None:
    waiting = pickups.open_walk_in(shop.desk, MANAGER, "a1", [shop.items[2].id]).pickup.id
    assert [(one.what, one.id) for one in fetching.to_fetch(shop.desk, CLERK)] == [("ship", "t1")]
    pickups.put_back(shop.desk, MANAGER, waiting)
    assert sorted(one.what for one in fetching.to_fetch(shop.desk, CLERK)) == ["pickup", "ship"]
    for item in shop.items[:2]:
        fetching.tick(shop.desk, CLERK, "t1", item.mail_id)
    assert [one.what for one in fetching.to_fetch(shop.desk, CLERK)] == ["pickup"]
    again = fetching.again(shop.desk, CLERK, "ship", "t1")
    assert (len(again.ticked), again.open_items) == (2, ())
    assert fetching.again(shop.desk, CLERK, "pickup", waiting).items == (shop.items[2].id,)


def test_a_piece_is_ticked_once_and_a_foreign_one_says_where_it_belongs(shop: Any) -> None:
    fetching.tick(shop.desk, CLERK, "t1", shop.items[0].mail_id)
    fetching.tick(shop.desk, CLERK, "t1", shop.items[0].mail_id)
    assert kinds(shop.desk).count("task.piece_ticked") == 1
    before = everything(shop.desk)
    error = refusal(fetching.tick, shop.desk, CLERK, "t1", shop.items[2].mail_id)
    assert (error.code, error.facts["shelf"]) == ("fetch.not_in_list", "A-1")
    assert refusal(fetching.tick, shop.desk, CLERK, "t1", "nothing").code == "item.unknown"
    assert refusal(fetching.piece_of, shop.desk, CLERK, "nothing").code == "item.unknown"
    assert refusal(fetching.tick, shop.desk, CLERK, "t9", shop.items[0].mail_id).code == "task.unknown"
    assert refusal(fetching.again, shop.desk, CLERK, "ship", "t9").code == "task.unknown"
    assert everything(shop.desk) == before


def test_a_task_that_somebody_else_works_on_is_not_ticked(shop: Any) -> None:
    with shop.desk.db.read() as connection:
        task = state.task(connection, "t1")
    _put(shop, replace(task, locked_by="bo"), 6)
    error = refusal(fetching.tick, shop.desk, CLERK, "t1", shop.items[0].mail_id)
    assert (error.code, error.facts["by"]) == ("task.locked", "bo")


def test_a_piece_missing_in_a_task_is_searched_for_until_it_is_ticked(shop: Any) -> None:
    missed = shop.items[0]
    fetching.missing(shop.desk, CLERK, "ship", "t1", missed.id)
    assert [(one.item.id, one.last_shelf) for one in searches.listing(shop.desk, CLERK)] == [(missed.id, "A-1")]
    assert fetching.again(shop.desk, CLERK, "ship", "t1").missing == (missed.id,)
    fetching.tick(shop.desk, CLERK, "t1", missed.mail_id)
    assert searches.listing(shop.desk, CLERK) == ()
    assert refusal(fetching.missing, shop.desk, CLERK, "ship", "t1", shop.items[2].id).code == "item.unknown"


def test_a_piece_missing_for_a_pickup_is_searched_for_and_the_visit_is_left_to_the_counter(shop: Any) -> None:
    fetching.missing(shop.desk, CLERK, "pickup", "p1", shop.items[2].id)
    fetching.missing(shop.desk, CLERK, "pickup", "p1", shop.items[2].id)
    assert [one.item.id for one in searches.listing(shop.desk, CLERK)] == [shop.items[2].id]
    assert kinds(shop.desk).count("item.missed") == 1
