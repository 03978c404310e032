"""Shred and discard through the use cases: pages, fee, the pile, saving from it, the shredder (2.10, T24, S-04)."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.desk import shredding, task_work
from counter_app.domain.employee import Actor
from counter_app.domain.task import TaskState
from tests.counter_acts import everything, kinds, refusal
from tests.desk.papers import item, paid, put_in
from tests.desk.test_tasks import asked, gather, shop, task

__all__ = ["shop"]
DAY = 86_400_000
MIA = Actor("mia", 4)


def piled(shop: Any, items: Any = None, pages: int = 3) -> str:
    """A paid shred task on the pile."""
    chosen = items or shop.items
    task_id = asked(shop, "shred", tuple(one.id for one in chosen))
    for one in chosen:
        task_work.tick(shop.desk, shop.ann, task_id, one.mail_id)
    for one in chosen:
        shredding.count_pages(shop.desk, shop.ann, task_id, one.id, pages)
    paid(shop, task_id)
    shredding.put_on_pile(shop.desk, shop.ann, task_id)
    return task_id


@pytest.mark.parametrize(("pages", "cents"), [(1, 225), (10, 225), (11, 250), (30, 725)])
def test_s10_a_piece_costs_2_25_up_to_ten_pages_and_25_cents_for_each_further_one(
    shop: Any, pages: int, cents: int
) -> None:
    task_id = asked(shop, "shred", (shop.items[0].id,))
    task_work.tick(shop.desk, shop.ann, task_id, shop.items[0].mail_id)
    view = shredding.count_pages(shop.desk, shop.ann, task_id, shop.items[0].id, pages)
    assert (view.task.state, view.due_cents) == ("counted", cents)


def test_the_fee_is_for_each_piece_and_not_for_the_sum_of_pages(shop: Any) -> None:
    task_id = asked(shop, "shred")
    gather(shop, task_id)
    shredding.count_pages(shop.desk, shop.ann, task_id, shop.items[0].id, 8)
    view = shredding.count_pages(shop.desk, shop.ann, task_id, shop.items[1].id, 12)
    assert view.due_cents == 225 + 225 + 50


@pytest.mark.parametrize(
    ("pages", "code"), [(0, "shred.no_pages"), (-1, "shred.no_pages"), (2_001, "shred.too_many_pages")]
)
def test_a_count_that_cannot_be_right_is_refused(shop: Any, pages: int, code: str) -> None:
    task_id = asked(shop, "shred")
    gather(shop, task_id)
    assert refusal(shredding.count_pages, shop.desk, shop.ann, task_id, shop.items[0].id, pages).code == code
    assert refusal(shredding.count_pages, shop.desk, shop.ann, task_id, "x", 5).code == "task.piece_not_in_task"
    assert task(shop, task_id).state == "gathered"


def test_with_the_last_count_it_can_be_charged_and_a_count_is_put_right(shop: Any) -> None:
    task_id = asked(shop, "shred")
    gather(shop, task_id)
    shredding.count_pages(shop.desk, shop.ann, task_id, shop.items[0].id, 5)
    assert refusal(task_work.charge, shop.desk, shop.ann, task_id).code == "task.wrong_step"
    shredding.count_pages(shop.desk, shop.ann, task_id, shop.items[1].id, 5)
    assert shredding.count_pages(shop.desk, shop.ann, task_id, shop.items[1].id, 11).due_cents == 475
    paid(shop, task_id)
    assert refusal(shredding.count_pages, shop.desk, shop.ann, task_id, shop.items[1].id, 1).code == "task.wrong_step"


def test_the_pile_says_who_when_and_how_long(shop: Any) -> None:
    task_id = piled(shop)
    assert [item(shop, one.id).shelf for one in shop.items] == ["SHRED", "SHRED"]
    shop.clock.advance(2 * DAY)
    (line,) = shredding.pile(shop.desk, shop.ann)
    assert (line.task_id, line.holder, line.mailbox, line.pages, line.days, line.ripe) == (
        task_id, "Ann Lee", "101", 6, 2, False,
    )  # fmt: skip
    assert set(line.mail_ids) == {one.mail_id for one in shop.items}
    assert line.rescue_until_ms - line.since_ms == 7 * DAY
    assert shredding.on_pile(shop.desk, shop.ann, shop.items[0].mail_id) == task_id


def test_the_pile_is_the_shelf_of_that_kind(shop: Any) -> None:
    with shop.desk.db.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO shelf (id, state, data) VALUES ('s1', 'in_use', "
            '\'{"id": "s1", "state": "in_use", "code": "BIN-7", "kind": "shred_pile"}\')'
        )
    assert task(shop, piled(shop)).pile == "BIN-7"


def test_a_manager_saves_a_piece_within_the_days_and_nobody_afterwards(shop: Any) -> None:
    task_id = piled(shop)
    assert refusal(shredding.rescue, shop.desk, shop.ann, task_id, "A-1", "x").code == "rights.level_too_low"
    assert refusal(shredding.rescue, shop.desk, MIA, task_id, "", "x").code == "shred.shelf_missing"
    assert refusal(shredding.rescue, shop.desk, MIA, task_id, "A-1", " ").code == "item.reason_missing"
    assert refusal(shredding.rescue, shop.desk, MIA, "nothing", "A-1", "x").code == "task.unknown"
    shop.clock.advance(7 * DAY - 60_000)
    view = shredding.rescue(shop.desk, MIA, task_id, "A-1", "Customer changed his mind")
    assert view.task.state == "rescued"
    assert {(one.state, one.shelf, one.task_id) for one in view.items} == {("received", "A-1", "")}
    assert shredding.pile(shop.desk, shop.ann) == ()
    assert refusal(shredding.rescue, shop.desk, MIA, task_id, "A-1", "x").code == "shred.not_on_pile"
    later = piled(shop)
    shop.clock.advance(7 * DAY)
    assert refusal(shredding.rescue, shop.desk, MIA, later, "A-1", "x").code == "shred.window_over"


def test_the_pile_is_shredded_in_one_act_after_the_typed_count(shop: Any) -> None:
    first, second = piled(shop, [shop.items[0]]), piled(shop, [shop.items[1]])
    error = refusal(shredding.shred, shop.desk, shop.ann, [first], 1)
    assert (error.code, error.facts["mail_id"]) == ("shred.window_open", shop.items[0].mail_id)
    shop.clock.advance(7 * DAY)
    assert refusal(shredding.shred, shop.desk, shop.ann, [], 0).code == "shred.nothing_chosen"
    for typed in (0, 1, 3):
        assert refusal(shredding.shred, shop.desk, shop.ann, [first, second], typed).code == "shred.count_differs"
    assert {item(shop, one.id).state for one in shop.items} == {"in_task"}
    assert shredding.shred(shop.desk, shop.ann, [first, second, first], 2) == 2
    assert kinds(shop.desk).count("task.pile_shredded") == 1
    assert {item(shop, one.id).state for one in shop.items} == {"shredded"}
    assert (task(shop, first).state, task(shop, second).state) == ("shredded", "shredded")
    assert refusal(shredding.shred, shop.desk, shop.ann, [first], 1).code == "shred.not_on_pile"
    assert refusal(shredding.on_pile, shop.desk, shop.ann, shop.items[0].mail_id).code == "shred.not_on_pile"
    assert refusal(shredding.on_pile, shop.desk, shop.ann, "M0").code == "item.unknown"


def test_every_step_of_a_shred_is_refused_in_every_other_state(shop: Any) -> None:
    task_id = asked(shop, "shred")
    gather(shop, task_id)
    steps: dict[str, tuple[tuple[Any, ...], set[TaskState]]] = {
        "count_pages": ((shop.items[0].id, 3), {TaskState.GATHERED, TaskState.COUNTED}),
        "put_on_pile": ((), {TaskState.PAID}),
        "rescue": (("A-1", "why"), {TaskState.IN_SHRED_PILE}),
    }
    for name, (arguments, allowed) in steps.items():
        for state in set(TaskState) - allowed:
            put_in(shop, task_id, state.value, locked_by="")
            before = everything(shop.desk)["journal"]
            actor = MIA if name == "rescue" else shop.ann
            error = refusal(getattr(shredding, name), shop.desk, actor, task_id, *arguments)
            assert error.code in ("task.wrong_step", "task.not_open", "shred.not_on_pile"), (name, state)
            assert everything(shop.desk)["journal"] == before


def test_s04_nothing_is_discarded_unless_the_customer_has_asked_and_paid(shop: Any) -> None:
    task_id = asked(shop, "discard")
    gather(shop, task_id)
    assert refusal(shredding.discard, shop.desk, shop.ann, task_id).code == "task.wrong_step"
    paid(shop, task_id)
    view = shredding.discard(shop.desk, shop.ann, task_id)
    assert view.task.state == "discarded"
    assert {(one.state, one.final_ms > 0) for one in view.items} == {("discarded", True)}


def test_s04_a_clerk_alone_never_decides_that_a_piece_is_thrown_away(shop: Any) -> None:
    view = task_work.open_at_counter(shop.desk, shop.ann, "discard", "a1", [one.id for one in shop.items])
    gather(shop, view.task.id)
    paid(shop, view.task.id)
    assert refusal(shredding.discard, shop.desk, shop.ann, view.task.id).code == "discard.not_asked"
    assert {item(shop, one.id).state for one in shop.items} == {"in_task"}


def test_s04_what_the_customer_has_said_at_the_counter_is_his_word(shop: Any) -> None:
    ids = [one.id for one in shop.items]
    view = task_work.open_at_counter(shop.desk, shop.ann, "discard", "a1", ids, "By telephone, 10:20")
    gather(shop, view.task.id)
    paid(shop, view.task.id)
    assert shredding.discard(shop.desk, shop.ann, view.task.id).task.state == "discarded"


def test_a_discard_costs_what_the_store_has_set_and_else_nothing(shop: Any) -> None:
    from dataclasses import replace

    from counter_app.domain.task_fees import TaskPrices

    task_id = asked(shop, "discard")
    gather(shop, task_id)
    assert task_work.view(shop.desk, shop.ann, task_id).due_cents == 0
    shop.desk.settings = replace(shop.desk.settings, task_prices=TaskPrices(discard=75))
    assert task_work.view(shop.desk, shop.ann, task_id).due_cents == 150


def test_a_shred_task_is_no_discard(shop: Any) -> None:
    task_id = asked(shop, "shred")
    gather(shop, task_id)
    put_in(shop, task_id, "paid", locked_by="")
    assert refusal(shredding.discard, shop.desk, shop.ann, task_id).code == "task.wrong_step"
