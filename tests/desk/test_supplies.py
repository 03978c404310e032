"""Poly bags: used by deliveries, counted, restocked, when to order; an estimate, never below nothing (S-17)."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.desk import deliveries, supplies, today
from counter_app.domain.employee import Actor
from counter_app.events import SupplyChanged
from tests.counter_acts import piece, refusal
from tests.delivering import asked, work

MEG = Actor("meg", 4)


@pytest.fixture
def shop(counter: Any) -> Any:
    counter.account("a1", "101", "Ann Lee")
    counter.ann = counter.clerk(level=2, clerk_id="ann")
    return counter


def delivery(shop: Any, bags: int) -> str:
    task_id = asked(shop, [piece(shop, shop.ann)])
    work(shop, shop.ann, task_id, until="seal", bags=bags)
    return task_id


def test_s17_before_anybody_has_counted_nothing_is_claimed(shop: Any) -> None:
    delivery(shop, 2)
    stock = supplies.poly_bags(shop.desk, shop.ann)
    assert (stock.since_ms, stock.left, stock.used, stock.order_now) == (0, 0, 2, False)


def test_s17_the_estimate_follows_use_counts_and_what_comes_in(shop: Any) -> None:
    delivery(shop, 5)
    stock = supplies.count_bags(shop.desk, shop.ann, 24)
    assert (stock.left, stock.used, stock.order_now) == (24, 0, False)
    assert SupplyChanged("poly_bag") in shop.told
    task_id = delivery(shop, 4)
    assert supplies.poly_bags(shop.desk, shop.ann).left == 20
    deliveries.seal(shop.desk, shop.ann, task_id, 3)  # counted anew: it were only three
    assert supplies.poly_bags(shop.desk, shop.ann).left == 21
    stock = supplies.restock_bags(shop.desk, shop.ann, 100)
    assert (stock.left, stock.used) == (121, 0)
    deliveries.put_back(shop.desk, shop.ann, task_id)
    assert supplies.poly_bags(shop.desk, shop.ann).left == 121  # what was opened again is used all the same


def test_s17_at_the_level_somebody_orders_and_today_says_so(shop: Any) -> None:
    supplies.count_bags(shop.desk, shop.ann, 22)
    assert not [one for one in today.next_steps(shop.desk) if one.kind == "bags"]
    delivery(shop, 2)
    assert supplies.poly_bags(shop.desk, shop.ann).order_now
    step = next(one for one in today.next_steps(shop.desk) if one.kind == "bags")
    assert (step.room, step.facts) == ("deliveries", {"left": 20, "level": 20})
    assert not supplies.set_bag_level(shop.desk, MEG, 10).order_now


def test_s17_the_estimate_is_never_below_nothing(shop: Any) -> None:
    supplies.count_bags(shop.desk, shop.ann, 1)
    delivery(shop, 9)
    assert supplies.poly_bags(shop.desk, shop.ann).left == 0
    assert supplies.restock_bags(shop.desk, shop.ann, 50).left == 50


def test_s17_numbers_that_cannot_be_right_and_hands_that_may_not_are_refused(shop: Any) -> None:
    for count in (-1, 100_001):
        assert refusal(supplies.count_bags, shop.desk, shop.ann, count).code == "supply.count_wrong"
        assert refusal(supplies.set_bag_level, shop.desk, MEG, count).code == "supply.count_wrong"
    assert refusal(supplies.restock_bags, shop.desk, shop.ann, 0).code == "supply.count_wrong"
    assert refusal(supplies.set_bag_level, shop.desk, shop.ann, 5).code == "rights.level_too_low"
    assert refusal(supplies.count_bags, shop.desk, Actor("new", 1), 5).code == "rights.level_too_low"
