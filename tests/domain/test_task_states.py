"""Every pair of states of every kind of task, and what the acts that all tasks share make of them (2.5 to 2.10, S-10).

The legal moves are written down here a second time, from the trade's own state machines.
"""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from counter_app.domain import fold, task
from counter_app.domain.employee import Actor
from counter_app.domain.fold import Rejected
from counter_app.domain.operations import MalformedOperationError, Operation, checked_body
from counter_app.domain.permissions import PLATFORM
from counter_app.domain.task import CHARGED_FROM, ENDED, ChargeLine, Task, TaskKind, TaskState
from counter_app.domain.tasks import TASKS

ANN, BEN = Actor("ann", 2), Actor("ben", 2)
WAYS = {
    "scan": """
requested -> gathered declined cancelled
gathered -> opened declined cancelled
opened -> scanned
scanned -> charging paid
charging -> paid payment_declined
payment_declined -> scanned declined cancelled
paid -> completed
""",
    "ship": """
requested -> gathered declined cancelled
gathered -> weighed declined cancelled
weighed -> priced declined cancelled
priced -> weighed awaiting_customer charging paid declined cancelled
awaiting_customer -> priced declined cancelled
charging -> paid payment_declined
payment_declined -> priced declined cancelled
paid -> label_printed
label_printed -> handed_to_carrier voided
voided -> paid declined
""",
    "consolidate": """
requested -> gathered declined cancelled
gathered -> charging paid declined cancelled
charging -> paid payment_declined
payment_declined -> gathered declined cancelled
paid -> consolidated
consolidated -> undone
""",
    "shred": """
requested -> gathered declined cancelled
gathered -> counted declined cancelled
counted -> charging paid declined cancelled
charging -> paid payment_declined
payment_declined -> counted declined cancelled
paid -> in_shred_pile
in_shred_pile -> shredded rescued
""",
    "discard": """
requested -> gathered declined cancelled
gathered -> charging paid declined cancelled
charging -> paid payment_declined
payment_declined -> gathered declined cancelled
paid -> discarded
""",
    "check_deposit": """
requested -> gathered declined cancelled
gathered -> prepared declined cancelled
prepared -> weighed declined cancelled
weighed -> priced declined cancelled
priced -> weighed awaiting_customer charging paid declined cancelled
awaiting_customer -> priced declined cancelled
charging -> paid payment_declined
payment_declined -> priced declined cancelled
paid -> label_printed
label_printed -> handed_to_carrier
""",
    "personal_delivery": """
requested -> gathered declined cancelled
gathered -> sealed declined cancelled
sealed -> labelled declined cancelled
labelled -> driver_arrived declined cancelled
driver_arrived -> photo_taken labelled declined cancelled
photo_taken -> code_matched labelled declined cancelled
code_matched -> handed_to_driver labelled declined cancelled
handed_to_driver -> delivered returned
""",
    "fee": """
requested -> charging paid declined cancelled
charging -> paid payment_declined
payment_declined -> requested declined cancelled
""",
}
PAIRS = [
    (kind, old.value, new.value) for kind in WAYS for old, new in product(TaskState, TaskState)
]  # every pair of every kind


def legal(kind: str) -> set[tuple[str, str]]:
    rows = [line.split(" -> ") for line in WAYS[kind].strip().splitlines()]
    return {(old, new) for old, news in rows for new in news.split()}


def of(kind: str, state: str, **more: Any) -> Task:
    base = TASKS[kind]("t1", kind, "a1", "12", state, items=("i1", "i2"), ticked=("i1", "i2"))
    return replace(base, **more)


def op(name: str, actor: Actor = ANN, at_ms: int = 5, op_id: str = "o1", **body: Any) -> Operation:
    by = PLATFORM if name in ("task.requested", "task.charged", "task.cancelled", "task.customer_answered") else actor
    return Operation(op_id, name, "t1", by, at_ms, checked_body(name, body))


def fold_in(row: Task | None, act: Operation) -> Task:
    after = fold.apply("task", row, act)
    assert isinstance(after, Task)
    return after


@pytest.mark.parametrize(("kind", "old", "new"), PAIRS)
def test_every_pair_of_every_kind(kind: str, old: str, new: str) -> None:
    assert task.may_move(TaskKind(kind), TaskState(old), TaskState(new)) is ((old, new) in legal(kind))


def test_every_kind_has_its_way_and_its_end() -> None:
    assert set(WAYS) == {kind.value for kind in TaskKind} == set(TASKS)
    ended = {kind.value: {state.value for state in states} for kind, states in ENDED.items()}
    assert ended == {
        "scan": {"completed", "declined", "cancelled"},
        "ship": {"handed_to_carrier", "declined", "cancelled"},
        "consolidate": {"undone", "declined", "cancelled"},
        "shred": {"shredded", "rescued", "declined", "cancelled"},
        "discard": {"discarded", "declined", "cancelled"},
        "check_deposit": {"handed_to_carrier", "declined", "cancelled"},
        "personal_delivery": {"delivered", "returned", "declined", "cancelled"},
        "fee": {"paid", "declined", "cancelled"},
    }


MOVING: list[tuple[str, str, dict[str, Any]]] = [
    ("task.customer_asked", "awaiting_customer", {"amount_cents": 900}),
    ("task.customer_answered", "priced", {"amount_cents": 900, "agreed": 1}),
    ("task.charge_asked", "charging", {"attempt": 1}),
    ("task.nothing_due", "paid", {}),
    ("task.declined", "declined", {"reason": "other"}),
    ("task.cancelled", "cancelled", {}),
]


@pytest.mark.parametrize(("kind", "old"), list(product(WAYS, [state.value for state in TaskState])))
@pytest.mark.parametrize(("name", "new", "body"), MOVING)
def test_the_shared_acts_make_only_legal_moves(kind: str, old: str, name: str, new: str, body: dict[str, Any]) -> None:
    may = (old, new) in legal(kind)
    if name in ("task.charge_asked", "task.nothing_due"):
        before = CHARGED_FROM.get(TaskKind(kind))
        may = before is not None and old == before.value
    if name == "task.customer_answered":
        may = may and old == "awaiting_customer"
    if name == "task.declined" and not may:
        with pytest.raises(Rejected, match="move_not_allowed"):
            fold.apply("task", of(kind, old), op(name, **body))
        return
    after = fold_in(of(kind, old), op(name, **body))
    assert (after.state, fold.is_contested(after, op(name, **body))) == ((new, False) if may else (old, True))
    assert bool(after.ended_ms) is (may and TaskState(new) in ENDED[TaskKind(kind)])


@pytest.mark.parametrize(("kind", "old"), list(product(WAYS, [state.value for state in TaskState])))
@pytest.mark.parametrize("result", ["paid", "declined", "unknown"])
def test_s15_an_answer_moves_only_a_task_that_is_charging(kind: str, old: str, result: str) -> None:
    act = op("task.charged", result=result, attempt=1)
    after = fold_in(of(kind, old, attempt=1), act)
    may = old == "charging" and kind != "personal_delivery"
    state = {"paid": "paid", "declined": "payment_declined", "unknown": "charging"}[result] if may else old
    known = may or (old == "charging" and result == "unknown")
    assert (after.state, fold.is_contested(after, act)) == (state, not known)


def test_s15_a_late_answer_to_an_earlier_attempt_changes_nothing() -> None:
    row = of("shred", "charging", attempt=2)
    after = fold_in(row, op("task.charged", result="declined", attempt=1))
    assert (after.state, after.contested) == ("charging", ("o1",))


def test_s15_no_attempt_is_asked_for_twice() -> None:
    row = of("shred", "counted", attempt=2)
    assert fold_in(row, op("task.charge_asked", attempt=2)).contested == ("o1",)
    assert fold_in(row, op("task.charge_asked", attempt=3)).state == "charging"


@pytest.mark.parametrize("kind", [kind.value for kind in CHARGED_FROM])
def test_s15_after_a_declined_card_the_task_goes_back_to_where_it_was_charged(kind: str) -> None:
    after = fold_in(of(kind, "payment_declined", payment="declined"), op("task.tried_again"))
    assert (after.state, after.payment) == (CHARGED_FROM[TaskKind(kind)].value, "")


def test_a_sum_that_is_not_that_of_its_lines_is_noted() -> None:
    lines = json.dumps([{"key": "pages", "unit_cents": 225}, {"key": "gift", "unit_cents": 25, "sign": -1}])
    right = fold_in(of("shred", "counted"), op("task.charge_asked", attempt=1, amount_cents=200, lines=lines))
    wrong = fold_in(of("shred", "counted"), op("task.charge_asked", attempt=1, amount_cents=225, lines=lines))
    assert (right.amount_cents, right.lines[1], right.remarks) == (200, ChargeLine("gift", "", 1, 25, -1), ())
    assert wrong.remarks == ("task.sum_differs:o1",)


def test_a_discount_never_makes_the_customer_richer() -> None:
    assert task.total_cents((ChargeLine("a", "", 1, 100), ChargeLine("b", "", 1, 500, -1))) == 0


@pytest.mark.parametrize(
    "lines", ["{", '{"key": 1}', '[{"unit_cents": 5}]', '[{"key": "a", "unit_cents": "5"}]', "[5]"]
)
def test_lines_that_cannot_be_read_are_malformed(lines: str) -> None:
    with pytest.raises(MalformedOperationError, match="lines"):
        fold.apply("task", of("shred", "counted"), op("task.charge_asked", attempt=1, lines=lines))


def test_a_task_is_gathered_with_its_last_piece_and_not_without_it() -> None:
    row = replace(of("shred", "requested"), ticked=())
    row = fold_in(row, op("task.piece_ticked", item="i1", op_id="o1"))
    assert (row.state, row.ticked) == ("requested", ("i1",))
    row = fold_in(row, op("task.piece_missing", item="i2", op_id="o2"))
    assert (row.state, row.at_hand) == ("gathered", ("i1",))
    row = fold_in(row, op("task.piece_missing", item="i1", op_id="o3"))
    assert (row.state, row.at_hand) == ("requested", ())
    row = fold_in(row, op("task.piece_ticked", item="i2", op_id="o4"))
    assert (row.state, row.at_hand, row.missing) == ("gathered", ("i2",), ("i1",))


def test_a_piece_of_another_task_is_not_gathered_here() -> None:
    act = op("task.piece_ticked", item="i9")
    assert fold.is_contested(fold_in(of("shred", "requested"), act), act)


def test_two_clerks_do_not_work_on_one_task() -> None:
    row = fold_in(of("shred", "requested"), op("task.taken", ANN, at_ms=7))
    assert (row.locked_by, row.locked_ms) == ("ann", 7)
    for name in ("task.taken", "task.let_go"):
        with pytest.raises(Rejected, match="locked"):
            fold.apply("task", row, op(name, BEN, op_id="o2"))
    assert fold_in(row, op("task.taken", ANN, op_id="o2")).locked_by == "ann"
    over = fold_in(row, op("task.taken", BEN, op_id="o2", takeover_reason="Ann is ill"))
    assert over.locked_by == "ben"
    assert fold_in(over, op("task.let_go", BEN, op_id="o3")).locked_by == ""


def test_a_task_that_is_done_is_nobodys() -> None:
    with pytest.raises(Rejected, match="not_open"):
        fold.apply("task", of("shred", "shredded"), op("task.taken"))
    row = of("shred", "requested", locked_by="ann", locked_ms=3)
    assert fold_in(row, op("task.declined", reason="other")).locked_by == ""


def test_an_extra_replaces_the_one_of_its_key_and_can_be_taken_away() -> None:
    row = fold_in(of("ship", "weighed"), op("task.extra_set", key="labour", label="Labour", unit_cents=300))
    row = fold_in(row, op("task.extra_set", op_id="o2", key="labour", label="Labour", unit_cents=200))
    row = fold_in(row, op("task.extra_set", op_id="o3", key="sorry", label="Sorry", unit_cents=50, discount=1))
    assert [line.cents for line in row.extras] == [200, -50]
    row = fold_in(row, op("task.extra_removed", op_id="o4", key="labour"))
    assert [line.key for line in row.extras] == ["sorry"]


@pytest.mark.parametrize("state", ["charging", "paid", "label_printed", "declined"])
def test_nothing_is_added_to_what_was_charged(state: str) -> None:
    act = op("task.extra_set", key="labour", unit_cents=300)
    assert fold.is_contested(fold_in(of("ship", state), act), act)


def test_nothing_begins_twice_and_nonsense_does_not_begin() -> None:
    row = fold_in(None, op("task.requested", task_kind="shred", account="a1", mailbox="12", items=["i1", "i1"]))
    assert (row.state, row.items, row.requested_ms, row.opened_by) == ("requested", ("i1",), 5, "")
    assert fold_in(None, op("task.opened", task_kind="shred")).opened_by == "ann"
    again = op("task.requested", task_kind="ship", op_id="o2")
    assert (fold_in(row, again).kind, fold_in(row, again).contested) == ("shred", ("o2",))
    for terms in ("[]", "{", "5"):
        with pytest.raises(MalformedOperationError, match="terms"):
            fold.apply("task", None, op("task.requested", task_kind="shred", terms=terms))


def test_an_act_on_a_task_that_was_never_seen_is_kept() -> None:
    row = fold_in(None, op("task.piece_ticked", item="i1"))
    assert (row.contested, row.history[0][1]) == (("o1",), "task.piece_ticked")
    with pytest.raises(Rejected, match="task_unknown"):
        fold.apply("task", None, op("task.declined", reason="other"))
