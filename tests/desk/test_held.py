"""A task works only on what lies in it (S-10, S-12): two counters that could not hear each other have promised the same
piece, and the centre has let it lie in the first of the two tasks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from counter_app.desk import deliveries, depositing, fetching, pickups, scanning, shredding, task_work
from counter_app.domain import fold, permissions
from counter_app.domain.operations import Operation, checked_body
from counter_app.domain.rows import to_plain
from counter_app.errors import RuleViolation
from counter_app.store import state
from tests.counter_acts import PNG, kinds, piece, refusal
from tests.desk.papers import page, paid
from tests.desk.test_depositing import deposit, prepared
from tests.desk.test_tasks import asked, charged, gather, shop, task
from tests.domain.worlds import fold_in, op, received

__all__ = ["deposit", "shop"]
PICKUP = "pickup"


def promised(shop: Any, kind: str, items: tuple[str, ...] = ()) -> str:
    """A task for pieces that lie in another one already, as the centre's rows bring both."""
    if kind != PICKUP:
        return asked(shop, kind, items)
    chosen, desk = items or tuple(item.id for item in shop.items), shop.desk
    pickup_id = desk.new_id()
    body = checked_body("pickup.requested", {"account": "a1", "mailbox": "101", "items": chosen})
    act = Operation(desk.new_id(), "pickup.requested", pickup_id, permissions.PLATFORM, desk.now_ms(), body)
    with desk.db.write() as connection:
        rows = [("pickup", pickup_id, fold.apply("pickup", None, act))]
        rows += [("item", one, fold.apply("item", state.item(connection, one), act, one)) for one in chosen]
        for entity, row_id, row in rows:
            assert state.accept_pulled(connection, entity, [(row_id, 600, to_plain(row))]) == []
    return pickup_id


def paid_out_of_nowhere(shop: Any, task_id: str) -> None:
    """The other counter has done all of it but the last step."""
    with shop.desk.db.write() as connection:
        row = state.task(connection, task_id)
        plain = to_plain(row) | {"state": "paid", "payment": "paid", "ticked": list(row.items)}
        assert state.accept_pulled(connection, "task", [(task_id, 950, plain)]) == []


def item(shop: Any, n: int = 0) -> Any:
    with shop.desk.db.read() as connection:
        return state.item(connection, shop.items[n].id)


def test_s10_a_piece_that_lies_in_another_task_is_not_ticked_and_its_task_is_named(shop: Any) -> None:
    first, second = asked(shop), promised(shop, "discard")
    assert item(shop).task_id == first
    for work in (task_work.tick, fetching.tick):
        error = refusal(work, shop.desk, shop.ann, second, shop.items[0].mail_id)
        assert error.code == "item.in_other_task"
        assert (error.facts["task_id"], error.facts["kind"]) == (first, "shred")
    assert task(shop, second).ticked == ()


def test_s12_a_pickup_neither_scans_nor_hands_out_what_lies_in_another_task(shop: Any) -> None:
    first = asked(shop, items=(shop.items[0].id,))
    visit = promised(shop, PICKUP)
    pickups.start(shop.desk, shop.ann, visit)
    pickups.check_id(shop.desk, shop.ann, visit, "Ann Lee", "passport")
    error = refusal(pickups.scan_piece, shop.desk, shop.ann, visit, shop.items[0].mail_id)
    assert (error.code, error.facts["task_id"]) == ("item.in_other_task", first)
    pickups.scan_piece(shop.desk, shop.ann, visit, shop.items[1].mail_id)
    pickups.leave_pieces(shop.desk, shop.ann, visit, [shop.items[0].id])
    assert item(shop).task_id == first, "what this pickup leaves stays in the other task"


@pytest.mark.parametrize("ask", [pickups.charge, pickups.charge_later, pickups.hand_over])
def test_s12_what_was_scanned_before_the_line_came_back_is_neither_charged_for_nor_handed_out(
    shop: Any, ask: Any
) -> None:
    visit = promised(shop, PICKUP)
    pickups.start(shop.desk, shop.ann, visit)
    pickups.check_id(shop.desk, shop.ann, visit, "Ann Lee", "passport")
    for one in shop.items:
        pickups.scan_piece(shop.desk, shop.ann, visit, one.mail_id)
    if ask is pickups.hand_over:
        pickups.charge_later(shop.desk, shop.ann, visit)
        pickups.sign(shop.desk, shop.ann, visit, PNG)
    other = moved_into(shop, shop.items[1].id)
    before = len(kinds(shop.desk))
    error = refusal(ask, shop.desk, shop.ann, visit)
    assert (error.code, error.facts["task_id"]) == ("item.in_other_task", other)
    assert len(kinds(shop.desk)) == before, "nothing of it was written"


def moved_into(shop: Any, item_id: str, new_state: str = "in_task") -> str:
    """The centre's row says that the piece lies in another task, to which another counter was first."""
    other = asked(shop, "discard", (piece(shop, shop.ann).id,))
    with shop.desk.db.write() as connection:
        plain = to_plain(state.item(connection, item_id)) | {"task_id": other, "state": new_state}
        connection.exec_driver_sql("UPDATE journal SET status = 'applied', seq = 900 WHERE status = 'waiting'")
        assert state.accept_pulled(connection, "item", [(item_id, 990, plain)]) == []
    return other


@pytest.mark.parametrize("kind", ["shred", "discard"])
def test_s10_a_task_is_not_charged_and_its_pieces_do_not_go_while_one_lies_elsewhere(shop: Any, kind: str) -> None:
    task_id = asked(shop, kind)
    gather(shop, task_id)
    if kind == "shred":
        for one in shop.items:
            shredding.count_pages(shop.desk, shop.ann, task_id, one.id, 3)
    moved_into(shop, shop.items[0].id)
    assert refusal(task_work.charge, shop.desk, shop.ann, task_id).code == "item.in_other_task"
    paid_out_of_nowhere(shop, task_id)
    ends = shredding.put_on_pile if kind == "shred" else shredding.discard
    assert refusal(ends, shop.desk, shop.ann, task_id).code == "item.in_other_task"
    task_work.missing(shop.desk, shop.ann, task_id, shop.items[0].id)
    ends(shop.desk, shop.ann, task_id)
    assert item(shop).state == "in_task", "the piece of the other task is still there"
    assert not item(shop).searching_ms, "and nobody searches for it"


def test_s17_a_driver_gets_nothing_that_lies_in_another_task(shop: Any) -> None:
    from tests import delivering

    task_id = delivering.asked(shop, shop.items)
    delivering.work(shop, shop.ann, task_id)
    moved_into(shop, shop.items[1].id)
    error = refusal(deliveries.hand_over, shop.desk, shop.ann, task_id, True)
    assert error.code == "item.in_other_task"
    assert delivering.task(shop, task_id).state == "code_matched"


def test_s04_a_scan_is_not_sent_while_its_letter_lies_in_another_task(shop: Any) -> None:
    task_id = asked(shop, "scan")
    gather(shop, task_id)
    scanning.open_envelope(shop.desk, shop.ann, task_id)
    scanning.save(shop.desk, shop.ann, task_id, [page(shop)])
    paid(shop, task_id)
    moved_into(shop, shop.items[0].id)
    pdf = shop.desk.blobs.keep(b"%PDF-1.4", "scan")
    assert refusal(scanning.complete, shop.desk, shop.ann, task_id, pdf, 8, True).code == "item.in_other_task"
    task_work.missing(shop.desk, shop.ann, task_id, shop.items[0].id)
    scanning.complete(shop.desk, shop.ann, task_id, pdf, 8, True)
    assert [item(shop, n).state for n in (0, 1)] == ["in_task", "scanned"]


def test_a_deposit_gets_no_label_while_one_of_its_checks_lies_in_another_task(deposit: Any) -> None:
    prepared(deposit)
    depositing.pack(deposit.desk, deposit.ann, deposit.task, "letter", 40)
    depositing.price(deposit.desk, deposit.ann, deposit.task, "usps_priority", 1_085)
    paid(deposit, deposit.task)
    moved_into(deposit, deposit.items[1].id)
    error = refusal(depositing.label, deposit.desk, deposit.ann, deposit.task, "9405503699300483071923")
    assert error.code == "item.in_other_task"
    task_work.missing(deposit.desk, deposit.ann, deposit.task, deposit.items[1].id)
    depositing.label(deposit.desk, deposit.ann, deposit.task, "9405503699300483071923")
    depositing.hand_over(deposit.desk, deposit.ann, "9405503699300483071923")
    assert [item(deposit, n).state for n in (0, 1)] == ["deposited", "in_task"]


def test_a_piece_that_the_other_task_has_let_go_is_taken_in_when_it_is_scanned(shop: Any) -> None:
    first, second = asked(shop), promised(shop, "discard")
    task_work.decline(shop.desk, shop.ann, first, "customer_wish")
    assert item(shop).state == "received"
    gather(shop, second)
    assert (item(shop).state, item(shop).task_id) == ("in_task", second)
    assert task(shop, second).state == "gathered"
    assert kinds(shop.desk).count("task.pieces_added") == 2


def test_a_pickup_takes_in_what_the_other_task_has_let_go_also_when_it_is_charged(shop: Any) -> None:
    first, visit = asked(shop), promised(shop, PICKUP)
    task_work.decline(shop.desk, shop.ann, first, "customer_wish")
    pickups.start(shop.desk, shop.ann, visit)
    pickups.check_id(shop.desk, shop.ann, visit, "Ann Lee", "passport")
    for one in shop.items:
        pickups.scan_piece(shop.desk, shop.ann, visit, one.mail_id)
    pickups.charge_later(shop.desk, shop.ann, visit)
    pickups.sign(shop.desk, shop.ann, visit, PNG)
    pickups.hand_over(shop.desk, shop.ann, visit)
    assert [item(shop, n).state for n in (0, 1)] == ["picked_up", "picked_up"]


def test_a_piece_that_left_through_another_task_is_said_and_left_out(shop: Any) -> None:
    task_id = asked(shop)
    gather(shop, task_id)
    for one in shop.items:
        shredding.count_pages(shop.desk, shop.ann, task_id, one.id, 3)
    moved_into(shop, shop.items[0].id, "picked_up")
    error = refusal(task_work.charge, shop.desk, shop.ann, task_id)
    assert (error.code, error.facts["item_id"]) == ("task.piece_gone", shop.items[0].id)
    task_work.missing(shop.desk, shop.ann, task_id, shop.items[0].id)
    view = task_work.charge(shop.desk, shop.ann, task_id)
    assert (view.due_cents, task(shop, task_id).state) == (225, "charging")
    assert item(shop).state == "picked_up"


def test_what_does_lie_in_the_task_is_not_left_out_once_it_is_worked_on(shop: Any) -> None:
    task_id = asked(shop)
    gather(shop, task_id)
    for one in shop.items:
        shredding.count_pages(shop.desk, shop.ann, task_id, one.id, 3)
    assert refusal(task_work.missing, shop.desk, shop.ann, task_id, shop.items[0].id).code == "task.wrong_step"
    charged_after(shop, task_id)
    assert refusal(task_work.missing, shop.desk, shop.ann, task_id, shop.items[0].id).code == "task.wrong_step"


def charged_after(shop: Any, task_id: str) -> None:
    task_work.charge(shop.desk, shop.ann, task_id)
    charged(shop, task_id, "paid")


@pytest.mark.parametrize(
    ("change", "code"),
    [({"account_id": "b1", "mailbox": "102"}, "pickup.foreign_piece"), ({"apart": "return"}, "item.marked_for_return")],
)
def test_what_is_free_but_of_somebody_else_or_on_its_way_back_is_not_taken_in(
    shop: Any, change: dict[str, str], code: str
) -> None:
    first, second = asked(shop), promised(shop, "discard")
    task_work.decline(shop.desk, shop.ann, first, "customer_wish")
    with shop.desk.db.write() as connection:
        connection.exec_driver_sql("UPDATE journal SET status = 'applied', seq = 900 WHERE status = 'waiting'")
        plain = to_plain(state.item(connection, shop.items[0].id)) | change
        assert state.accept_pulled(connection, "item", [(shop.items[0].id, 990, plain)]) == []
    with pytest.raises(RuleViolation) as caught:
        task_work.tick(shop.desk, shop.ann, second, shop.items[0].mail_id)
    assert caught.value.code == code
    assert item(shop).task_id == ""


# ---------------------------------------------------------------- the fold: the same at the centre


def world_with_task() -> Any:
    """Two discards for the same piece; it lies in the first."""
    world = fold_in({}, received("i1")[0])
    for task_id in ("t1", "t2"):
        world = fold_in(world, op("task.requested", task_id, task_kind="discard", account="a1", items=("i1",)))
    return world


def test_a_piece_is_taken_in_by_a_task_that_names_it_and_by_no_other() -> None:
    world = world_with_task()
    assert world["item", "i1"].task_id == "t1"
    taken = fold_in(world, op("task.pieces_added", "t2", items=("i1",)))
    assert taken["item", "i1"].task_id == "t1", "what lies in a task is not taken out of it"
    assert taken["item", "i1"].contested
    freed = fold_in(world, op("task.declined", "t1", items=("i1",), reason="customer_wish"))
    taken = fold_in(freed, op("task.pieces_added", "t2", items=("i1",)))
    assert (taken["item", "i1"].task_id, taken["task", "t2"].contested) == ("t2", ())
    strange = fold_in(freed, op("task.pieces_added", "t2", items=("i9",)))
    assert strange["task", "t2"].contested
    over = fold_in(freed, op("task.pieces_added", "t1", items=("i1",)))
    assert over["task", "t1"].contested, "a declined task takes nothing in"


@pytest.mark.parametrize("at", ["requested", "gathered", "opened", "scanned", "counted", "weighed", "priced", "paid"])
def test_a_piece_is_left_out_at_any_step_and_the_step_stays(at: str) -> None:
    world = world_with_task()
    row = replace(world["task", "t2"], state=at, ticked=("i1",))
    after = fold_in({**world, ("task", "t2"): row}, op("task.piece_left_out", "t2", item="i1"))
    assert (after["task", "t2"].missing, after["task", "t2"].ticked) == (("i1",), ())
    assert after["task", "t2"].state == ("requested" if at in ("requested", "gathered") else at)
    assert not after["item", "i1"].searching_ms


@pytest.mark.parametrize("at", ["charging", "discarded", "declined", "label_printed", "in_shred_pile"])
def test_nothing_is_left_out_while_the_card_is_asked_or_once_the_pieces_went(at: str) -> None:
    world = world_with_task()
    row = replace(world["task", "t2"], state=at)
    after = fold_in({**world, ("task", "t2"): row}, op("task.piece_left_out", "t2", item="i1"))
    assert after["task", "t2"].missing == ()
    assert after["task", "t2"].contested
