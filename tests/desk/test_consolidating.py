"""Consolidation through the use cases on a real store (2.7)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from counter_app.desk import consolidating, task_work
from counter_app.desk.consolidating import Bundle
from counter_app.domain.rows import to_plain
from counter_app.domain.task import TaskState
from counter_app.domain.task_consolidate import too_big_for
from counter_app.domain.values import parse_mail_id
from counter_app.store import state
from tests.counter_acts import kinds, one, piece, refusal
from tests.desk.parcel_acts import opened
from tests.desk.test_tasks import asked, charged, task

BUNDLE = Bundle(2_100, 300, 250, 200, "package", "B3")


@pytest.fixture
def shop(counter: Any) -> Any:
    return opened(counter)


def bundle(shop: Any, letters: int = 2, packages: int = 2, missing: int = 0) -> str:
    """Gathered and paid."""
    found = [piece(shop, shop.ann, mail_type="letter") for _ in range(letters)]
    found += [piece(shop, shop.ann, mail_type="package") for _ in range(packages)]
    task_id = asked(shop, "consolidate", tuple(item.id for item in found))
    for item in found[missing:]:
        task_work.tick(shop.desk, shop.ann, task_id, item.mail_id)
    for item in found[:missing]:
        task_work.missing(shop.desk, shop.ann, task_id, item.id)
    if task_work.charge(shop.desk, shop.ann, task_id).task.state == "charging":
        charged(shop, task_id, "paid")
    return task_id


def parent_of(shop: Any, task_id: str) -> Any:
    with shop.desk.db.read() as connection:
        return state.item(connection, task(shop, task_id).parent)


def pieces_of(shop: Any, task_id: str) -> list[Any]:
    with shop.desk.db.read() as connection:
        return [state.item(connection, item) for item in task(shop, task_id).items]


def test_two_letters_and_two_packages_become_one_piece_with_a_c(shop: Any) -> None:
    task_id = bundle(shop)
    assert [(line.key, line.quantity, line.cents) for line in task(shop, task_id).lines] == [("package", 2, 390)]
    view = consolidating.bind(shop.desk, shop.ann, task_id, BUNDLE)
    parent = parent_of(shop, task_id)
    assert parent.mail_id.startswith("C")
    assert parse_mail_id(parent.mail_id) == parent.mail_id
    assert (parent.state, parent.mailbox, parent.weight_g, parent.shelf) == ("received", "101", 2_100, "B3")
    assert {(item.state, item.parent_id) for item in pieces_of(shop, task_id)} == {
        ("included_in_consolidation", parent.id)
    }
    assert view.task.state == "consolidated"
    assert one(shop.desk, "SELECT count(*) FROM print_job WHERE kind = 'item_label'") == 5  # four, and the bundle's


def test_the_new_piece_is_a_piece_like_any_other(shop: Any) -> None:
    from counter_app.desk import receiving

    task_id = bundle(shop)
    consolidating.bind(shop.desk, shop.ann, task_id, BUNDLE)
    parent = parent_of(shop, task_id)
    receiving.move(shop.desk, shop.ann, parent.id, "C1")
    assert task_work.open_at_counter(shop.desk, shop.ann, "ship", "a1", [parent.id]).task.items == (parent.id,)


@pytest.mark.parametrize(("letters", "packages", "cents"), [(2, 0, 0), (3, 1, 195), (0, 4, 780)])
def test_letters_are_free_and_packages_cost_a_dollar_ninety_five_each(
    shop: Any, letters: int, packages: int, cents: int
) -> None:
    task_id = bundle(shop, letters, packages)
    assert sum(line.cents for line in task(shop, task_id).lines) == cents


def test_a_missing_child_is_left_out_and_free_again(shop: Any) -> None:
    task_id = bundle(shop, letters=1, packages=2, missing=1)
    consolidating.bind(shop.desk, shop.ann, task_id, BUNDLE)
    lost, *others = pieces_of(shop, task_id)
    assert (lost.state, lost.task_id, lost.parent_id) == ("received", "", "")
    assert parent_of(shop, task_id).parts == tuple(item.id for item in others)


def test_one_piece_is_no_bundle(shop: Any) -> None:
    task_id = bundle(shop, letters=0, packages=2, missing=1)
    assert refusal(consolidating.bind, shop.desk, shop.ann, task_id, BUNDLE).code == "consolidate.one_piece"


def test_pieces_of_two_mailboxes_and_pieces_of_another_task_are_never_bound_together(shop: Any) -> None:
    mine, strange = piece(shop, shop.ann), piece(shop, shop.ann, account="b1", name="Bob Stone")
    opened = task_work.open_at_counter
    error = refusal(opened, shop.desk, shop.ann, "consolidate", "a1", [mine.id, strange.id])
    assert (error.code, error.facts["mailbox"]) == ("pickup.not_of_mailbox", "102")
    busy = opened(shop.desk, shop.ann, "discard", "a1", [mine.id]).task.id
    error = refusal(opened, shop.desk, shop.ann, "consolidate", "a1", [mine.id])
    assert (error.code, error.facts["task_id"]) == ("item.in_other_task", busy)
    task_id = bundle(shop)
    first = pieces_of(shop, task_id)[0]
    for change, code in (({"account_id": "b1"}, "consolidate.two_mailboxes"), ({"task_id": "x"}, "item.in_other_task")):
        with shop.desk.db.write() as connection:
            assert (
                state.accept_pulled(connection, "item", [(first.id, 5_000, to_plain(replace(first, **change)))]) == []
            )
        assert refusal(consolidating.bind, shop.desk, shop.ann, task_id, BUNDLE).code == code
    assert "consolidate.bundled" not in kinds(shop.desk)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"weight_g": 0}, "ship.weight_wrong"),
        ({"height_mm": 3_001}, "ship.size_wrong"),
        ({"width_mm": -1}, "ship.size_wrong"),
        ({"mail_type": "crate"}, "consolidate.type_wrong"),
    ],
)
def test_a_bundle_that_cannot_be_right_is_refused(shop: Any, change: Any, code: str) -> None:
    task_id = bundle(shop)
    assert refusal(consolidating.bind, shop.desk, shop.ann, task_id, replace(BUNDLE, **change)).code == code


def test_an_oversize_bundle_is_warned_of_and_made(shop: Any) -> None:
    assert too_big_for(2_100, 300, 250, 200) == ()
    assert too_big_for(32_000, 300, 250, 200) == ("usps",)
    assert too_big_for(80_000, 3_000, 900, 900) == ("usps", "ups", "fedex", "dhl")
    task_id = bundle(shop)
    heavy = replace(BUNDLE, weight_g=80_000)
    assert consolidating.bind(shop.desk, shop.ann, task_id, heavy).task.state == "consolidated"


def test_only_a_manager_undoes_a_bundle_and_only_while_it_lies_on_its_shelf(shop: Any) -> None:
    task_id = bundle(shop)
    consolidating.bind(shop.desk, shop.ann, task_id, BUNDLE)
    manager = shop.clerk(level=4, clerk_id="boss")
    error = refusal(consolidating.undo, shop.desk, shop.clerk(level=3, clerk_id="c3"), task_id, "Wrong")
    assert (error.code, error.facts["least_level"]) == ("rights.level_too_low", 4)
    assert refusal(consolidating.undo, shop.desk, manager, task_id, "  ").code == "task.reason_missing"
    parent = parent_of(shop, task_id)
    shipping = task_work.open_at_counter(shop.desk, shop.ann, "ship", "a1", [parent.id]).task.id
    assert refusal(consolidating.undo, shop.desk, manager, task_id, "Wrong").code == "consolidate.not_on_shelf"
    task_work.decline(shop.desk, shop.ann, shipping, "customer_wish")
    view = consolidating.undo(shop.desk, manager, task_id, "Customer wants them apart")
    assert (view.task.state, parent_of(shop, task_id).state) == ("undone", "taken_back")
    assert {(item.state, item.task_id, item.parent_id, item.final_ms) for item in pieces_of(shop, task_id)} == {
        ("received", "", "", 0)
    }
    assert refusal(consolidating.undo, shop.desk, manager, task_id, "Again").code == "task.wrong_step"


@pytest.mark.parametrize("now", [one.value for one in TaskState])
def test_binding_and_undoing_in_every_state(shop: Any, now: str) -> None:
    task_id = bundle(shop)
    row = replace(task(shop, task_id), state=now)
    manager = shop.clerk(level=4, clerk_id="boss")
    with shop.desk.db.write() as connection:
        assert state.accept_pulled(connection, "task", [(task_id, 5_000, to_plain(row))]) == []
    if now == "paid":
        assert consolidating.bind(shop.desk, shop.ann, task_id, BUNDLE).task.contested == ()
    else:
        assert refusal(consolidating.bind, shop.desk, shop.ann, task_id, BUNDLE).code
        assert "consolidate.bundled" not in kinds(shop.desk)
        assert refusal(consolidating.undo, shop.desk, manager, task_id, "x").code
