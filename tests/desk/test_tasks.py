"""The to-do list and what every kind of task has in common, through the use cases on a real store (S-10, S-15, 2.5)."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.desk import task_work, tasks
from counter_app.domain.employee import Actor
from counter_app.domain.operations import Operation, checked_body
from counter_app.domain.permissions import PLATFORM
from counter_app.domain.rows import to_plain
from counter_app.errors import RuleViolation
from counter_app.events import TaskChanged
from counter_app.store import state
from tests.conftest import MONDAY_MS
from tests.counter_acts import everything, kinds, piece, refusal

HOUR = 3_600_000
BEN = Actor("ben", 2)


@pytest.fixture
def shop(counter: Any) -> Any:
    counter.account("a1", "101", "Ann Lee")
    counter.account("b1", "102", "Bob Stone")
    counter.ann = counter.clerk(level=2, clerk_id="ann")
    counter.items = [piece(counter, counter.ann), piece(counter, counter.ann)]
    return counter


def asked(shop: Any, kind: str = "shred", items: tuple[str, ...] = (), at_ms: int = 0, **more: Any) -> str:
    """A task that the customer asked for, as the centre's rows bring it to this counter."""
    from counter_app.domain import fold

    chosen = items or tuple(item.id for item in shop.items)
    task_id = shop.desk.new_id()
    body = checked_body(
        "task.requested", {"task_kind": kind, "account": "a1", "mailbox": "101", "items": chosen, **more}
    )
    op = Operation(shop.desk.new_id(), "task.requested", task_id, PLATFORM, at_ms or shop.desk.now_ms(), body)
    with shop.desk.db.write() as connection:
        row = fold.apply("task", None, op)
        assert state.accept_pulled(connection, "task", [(task_id, 500, to_plain(row))]) == []
        for item_id in chosen:
            item = fold.apply("item", state.item(connection, item_id), op, item_id)
            assert state.accept_pulled(connection, "item", [(item_id, 500, to_plain(item))]) == []
    return task_id


def charged(shop: Any, task_id: str, result: str) -> None:
    """The centre's row after it has asked the card."""
    from counter_app.domain import fold

    with shop.desk.db.write() as connection:
        row = state.task(connection, task_id)
        assert row is not None
        body = checked_body("task.charged", {"result": result, "attempt": row.attempt})
        op = Operation(shop.desk.new_id(), "task.charged", task_id, PLATFORM, shop.desk.now_ms(), body)
        after = fold.apply("task", row, op)
        # Covering this station's own acts, as the centre's rows do once it has them.
        connection.exec_driver_sql("UPDATE journal SET status = 'applied', seq = 900 WHERE status = 'waiting'")
        assert state.accept_pulled(connection, "task", [(task_id, 901, to_plain(after))]) == []


def task(shop: Any, task_id: str) -> Any:
    with shop.desk.db.read() as connection:
        return state.task(connection, task_id)


def gather(shop: Any, task_id: str) -> None:
    for item in shop.items:
        task_work.tick(shop.desk, shop.ann, task_id, item.mail_id)


def test_s10_the_most_urgent_is_first_and_what_is_late_says_so(shop: Any) -> None:
    later = asked(shop, items=(shop.items[0].id,), at_ms=MONDAY_MS + 4 * HOUR)  # 14:00: due tomorrow
    sooner = asked(shop, items=(shop.items[1].id,), at_ms=MONDAY_MS)  # 10:00: due today
    shop.clock.advance(5 * HOUR)
    listed = tasks.todo(shop.desk, shop.ann, "next")
    assert [(one.id, one.late) for one in listed] == [(sooner, False), (later, False)]
    assert listed[1].due_ms - listed[0].due_ms == 24 * HOUR
    shop.clock.advance(4 * HOUR)
    assert [one.id for one in tasks.todo(shop.desk, shop.ann, "late")] == [sooner]
    assert tasks.counts(shop.desk, shop.ann).of("late") == 1
    opened = tasks.opened(shop.desk, shop.ann, "next", later)
    assert (opened.place, [one.id for one in opened.pages[0]]) == (1, [sooner, later])
    assert tasks.opened(shop.desk, shop.ann, "late", later).place == -1


def test_a_scanned_piece_leads_to_its_task(shop: Any) -> None:
    task_id = asked(shop, "scan", items=(shop.items[0].id,))
    assert tasks.of_piece(shop.desk, shop.ann, shop.items[0].mail_id) == ("scan", task_id)
    assert tasks.of_piece(shop.desk, shop.ann, shop.items[1].mail_id) == ("", "")
    assert tasks.of_piece(shop.desk, shop.ann, "no such piece") == ("", "")


def test_thousands_of_tasks_are_paged_by_their_due_time(shop: Any) -> None:
    ids = [asked(shop, "fee", at_ms=MONDAY_MS + n, items=(shop.items[0].id,)) for n in (3, 1, 2)]
    opened = tasks.opened(shop.desk, shop.ann, "fee", ids[0], {0}, 1)
    assert opened.place == 2
    assert {offset: [one.id for one in lines] for offset, lines in opened.pages.items()} == {0: [ids[1]], 2: [ids[0]]}


@pytest.mark.parametrize(("minute", "days"), [(12 * 60 + 59, 0), (13 * 60, 1), (13 * 60 + 1, 1)])
def test_s10_thirteen_o_clock_sharp_is_after(shop: Any, minute: int, days: int) -> None:
    asked(shop, at_ms=MONDAY_MS - 10 * HOUR + minute * 60_000)  # MONDAY_MS is 10:00 at the store
    due = tasks.todo(shop.desk, shop.ann, "next")[0].due_ms
    assert due == MONDAY_MS + 8 * HOUR + days * 24 * HOUR


def test_a_line_says_whose_it_is_where_it_lies_and_who_works_on_it(shop: Any) -> None:
    task_id = asked(shop)
    task_work.take(shop.desk, shop.ann, task_id)
    line = tasks.todo(shop.desk, shop.ann, "shred")[0]
    assert (line.holder, line.mailbox, line.pieces, line.locked_id) == ("Ann Lee", "101", 2, "ann")


def test_a_pickup_stands_in_the_list_too(shop: Any) -> None:
    from counter_app.desk import pickups

    visit = pickups.open_walk_in(shop.desk, shop.ann, "a1", [shop.items[0].id])
    assert [(one.id, one.kind) for one in tasks.todo(shop.desk, shop.ann, "pickup")] == [(visit.pickup.id, "pickup")]


def test_what_waits_for_the_customer_is_paused_and_not_late(shop: Any) -> None:
    task_id = asked(shop, at_ms=MONDAY_MS - 72 * HOUR)
    with shop.desk.db.write() as connection:
        row = to_plain(state.task(connection, task_id))  # type: ignore[arg-type]
        state.accept_pulled(connection, "task", [(task_id, 900, {**row, "state": "payment_declined"})])
    assert tasks.todo(shop.desk, shop.ann, "next") == ()
    line = tasks.todo(shop.desk, shop.ann, "payment_declined")[0]
    assert (line.paused, line.late, line.due_ms) == (True, False, 0)
    assert tasks.counts(shop.desk, shop.ann).next_due_ms == 0


def test_an_unknown_filter_is_a_mistake_of_the_program(shop: Any) -> None:
    with pytest.raises(ValueError, match="no such filter"):
        tasks.todo(shop.desk, shop.ann, "everything; --")


def test_a_task_is_gathered_by_scanning_and_a_foreign_piece_stops_it(shop: Any) -> None:
    foreign = piece(shop, shop.ann, account="b1", name="Bob Stone")
    task_id = asked(shop, items=(shop.items[0].id,))
    error = refusal(task_work.tick, shop.desk, shop.ann, task_id, foreign.mail_id)
    assert (error.code, error.facts["mailbox"]) == ("pickup.foreign_piece", "102")
    assert refusal(task_work.tick, shop.desk, shop.ann, task_id, "M00000").code == "item.unknown"
    assert refusal(task_work.tick, shop.desk, shop.ann, task_id, shop.items[1].mail_id).code == "task.piece_not_in_task"
    view = task_work.tick(shop.desk, shop.ann, task_id, shop.items[0].mail_id)
    assert (view.task.state, view.mine) == ("gathered", True)
    assert TaskChanged(task_id, "shred", "gathered") in shop.told
    before = everything(shop.desk)["journal"]
    task_work.tick(shop.desk, shop.ann, task_id, shop.items[0].mail_id)
    assert everything(shop.desk)["journal"] == before  # ticked twice is ticked once


def test_a_piece_in_another_task_says_which(shop: Any) -> None:
    first = asked(shop, "scan", items=(shop.items[0].id,))
    second = asked(shop, "shred", items=(shop.items[1].id,))
    error = refusal(task_work.tick, shop.desk, shop.ann, second, shop.items[0].mail_id)
    assert (error.code, error.facts["task_id"], error.facts["kind"]) == ("item.in_other_task", first, "scan")
    error = refusal(task_work.open_at_counter, shop.desk, shop.ann, "shred", "a1", [shop.items[0].id])
    assert (error.code, error.facts["task_id"]) == ("item.in_other_task", first)


def test_two_clerks_never_work_on_one_task_unless_one_says_why(shop: Any) -> None:
    task_id = asked(shop)
    task_work.take(shop.desk, shop.ann, task_id)
    for work in (task_work.take, task_work.charge, task_work.try_again):
        error = refusal(work, shop.desk, BEN, task_id)
        assert error.code == "task.locked"
    assert refusal(task_work.tick, shop.desk, BEN, task_id, shop.items[0].mail_id).code == "task.locked"
    assert refusal(task_work.decline, shop.desk, BEN, task_id, "other", "x").code == "task.locked"
    assert task_work.take(shop.desk, BEN, task_id, "Ann went home").mine
    assert refusal(task_work.tick, shop.desk, shop.ann, task_id, shop.items[0].mail_id).code == "task.locked"
    task_work.let_go(shop.desk, BEN, task_id)
    assert task_work.tick(shop.desk, shop.ann, task_id, shop.items[0].mail_id).mine


def test_s15_the_card_is_asked_once_an_attempt_and_nothing_is_paid_before_it_answers(shop: Any) -> None:
    task_id = asked(shop, "discard")
    gather(shop, task_id)
    task_work.set_extra(shop.desk, shop.ann, task_id, "labour", "Heavy box", 300)
    view = task_work.charge(shop.desk, shop.ann, task_id)
    assert (view.task.state, view.task.amount_cents, view.task.attempt, view.due_cents) == ("charging", 300, 1, 300)
    assert refusal(task_work.charge, shop.desk, shop.ann, task_id).code == "task.wrong_step"
    assert refusal(task_work.set_extra, shop.desk, shop.ann, task_id, "x", "X", 1).code == "task.charged_already"
    charged(shop, task_id, "unknown")
    assert task(shop, task_id).state == "charging"
    charged(shop, task_id, "declined")
    assert tasks.todo(shop.desk, shop.ann, "payment_declined")[0].id == task_id
    task_work.try_again(shop.desk, shop.ann, task_id)
    assert task_work.charge(shop.desk, shop.ann, task_id).task.attempt == 2
    charged(shop, task_id, "paid")
    assert (task(shop, task_id).state, task(shop, task_id).payment) == ("paid", "paid")


def test_s15_nothing_due_asks_no_card(shop: Any) -> None:
    task_id = asked(shop, "discard")
    gather(shop, task_id)
    assert task_work.charge(shop.desk, shop.ann, task_id).task.payment == "nothing_due"
    assert "task.charge_asked" not in kinds(shop.desk)


@pytest.mark.parametrize(
    ("label", "cents", "quantity", "code"),
    [
        ("", 100, 1, "task.label_missing"),
        (" \u202e ", 100, 1, "task.label_missing"),
        ("x", 0, 1, "task.amount_wrong"),
        ("x", -5, 1, "task.amount_wrong"),
        ("x", 10_000_001, 1, "task.amount_wrong"),
        ("x", 100, 0, "task.amount_wrong"),
        ("x", 100, 1_001, "task.amount_wrong"),
    ],
)
def test_an_extra_that_cannot_be_right_is_refused(shop: Any, label: str, cents: int, quantity: int, code: str) -> None:
    task_id = asked(shop)
    assert refusal(task_work.set_extra, shop.desk, shop.ann, task_id, "k", label, cents, quantity).code == code


def test_extras_and_discounts_are_in_what_it_costs(shop: Any) -> None:
    task_id = asked(shop, "discard")
    task_work.set_extra(shop.desk, shop.ann, task_id, "a", "Heavy", 300, 2)
    view = task_work.set_extra(shop.desk, shop.ann, task_id, "b", "Sorry", 150, discount=True)
    assert ([line.cents for line in view.lines], view.due_cents) == ([600, -150], 450)
    assert task_work.remove_extra(shop.desk, shop.ann, task_id, "a").due_cents == 0


def test_a_declined_task_frees_its_pieces_and_says_why(shop: Any) -> None:
    task_id = asked(shop)
    assert refusal(task_work.decline, shop.desk, shop.ann, task_id, "because").code == "task.reason_missing"
    assert refusal(task_work.decline, shop.desk, shop.ann, task_id, "other", " ").code == "task.comment_missing"
    view = task_work.decline(shop.desk, shop.ann, task_id, "not_allowed", "Lithium batteries")
    assert (view.task.state, view.task.reason, view.task.comment) == ("declined", "not_allowed", "Lithium batteries")
    assert {item.state for item in view.items} == {"received"}
    assert tasks.todo(shop.desk, shop.ann, "next") == ()
    assert refusal(task_work.take, shop.desk, shop.ann, task_id).code == "task.not_open"


def test_a_missing_piece_lets_the_others_go_on(shop: Any) -> None:
    task_id = asked(shop)
    task_work.tick(shop.desk, shop.ann, task_id, shop.items[0].mail_id)
    view = task_work.missing(shop.desk, shop.ann, task_id, shop.items[1].id)
    assert (view.task.state, view.task.at_hand) == ("gathered", (shop.items[0].id,))


def test_a_task_written_down_at_the_counter_is_held_against_the_same_rules(shop: Any) -> None:
    shop.account("e1", "103", "Eve Old", state="expired")
    open_ = task_work.open_at_counter
    assert refusal(open_, shop.desk, shop.ann, "shred", "e1", []).code == "mailbox.expired"
    assert refusal(open_, shop.desk, shop.ann, "shred", "nobody", []).code == "mailbox.unknown"
    assert refusal(open_, shop.desk, shop.ann, "shred", "a1", []).code == "task.no_pieces"
    assert refusal(open_, shop.desk, shop.ann, "shred", "b1", [shop.items[0].id]).code == "pickup.not_of_mailbox"
    view = open_(shop.desk, shop.ann, "shred", "a1", [shop.items[0].id] * 2, "Please\u202e today")
    assert (view.task.items, view.task.opened_by) == ((shop.items[0].id,), "ann")
    assert view.task.instructions == "Please today"
    fee = open_(shop.desk, shop.ann, "fee", "a1", [])
    assert fee.task.state == "requested"


def test_terms_that_the_kind_does_not_know_are_left_out(shop: Any) -> None:
    view = task_work.open_at_counter(shop.desk, shop.ann, "shred", "a1", [shop.items[0].id], terms={"state": "paid"})
    assert view.task.state == "requested"


def test_an_unknown_task_is_said(shop: Any) -> None:
    for work in (task_work.view, task_work.take, task_work.let_go, task_work.charge):
        with pytest.raises(RuleViolation, match=r"task\.unknown"):
            work(shop.desk, shop.ann, "nothing")
