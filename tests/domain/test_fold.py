"""The fold: pure, idempotent, equal everywhere; nothing that happened in the shop is lost (S-12, S-15, P8 to P10)."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from counter_app.domain import fold, permissions, pickup, rows
from counter_app.domain.employee import Actor, Employee
from counter_app.domain.fold import Rejected
from counter_app.domain.intake import Intake
from counter_app.domain.mail_item import FLAGS, MAIL_TYPES, SEARCH_STEPS, ItemState, MailItem
from counter_app.domain.mailbox import Account, AccountState, Collector, FormName
from counter_app.domain.manifest import Manifest
from counter_app.domain.operations import KINDS, MalformedOperationError, Nature, Operation, checked_body, touches
from counter_app.domain.permissions import PLATFORM
from counter_app.domain.pickup import ID_TYPES, Pickup, PickupState, gaps
from counter_app.domain.returns import REASONS
from counter_app.domain.rows import Row, from_plain, to_plain
from counter_app.domain.shelf import SHELF_KINDS
from counter_app.domain.supply import Supply
from counter_app.domain.task import TaskKind, TaskState
from counter_app.domain.tasks import TASKS

World = dict[tuple[str, str], Row]
CLERK = Actor("clerk", 6)
DEFAULTS: dict[str, dict[str, Any]] = {
    "item.received": {"mail_type": "package", "mail_id": "M1"},
    "pickup.opened": {"mode": "walk_in"},
    "pickup.id_checked": {"id_type": "passport", "collector": "Ada", "listed": 1},
    "pickup.charged": {"result": "paid", "attempt": 1},
    "task.charged": {"result": "paid", "attempt": 1},
    "task.requested": {"task_kind": "shred"},
    "task.opened": {"task_kind": "shred"},
    "shelf.set": {"shelf_kind": "bin"},
    "item.looked_for": {"step": "boxes"},
    "task.driver_gone": {"why": "left"},
    "task.delivery_put_back": {"why": "no_show"},
    "item.return_marked": {"return_reason": "unknown"},
    "item.notice_given": {"outcome": "hold"},
}
_numbers = iter(range(10**9))
BEGIN = {"pickup.opened", "pickup.requested", "pickup.planned", "pickup.courtesy_marked"}
"""With these a pickup comes into the world."""


def op(kind: str, entity_id: str, actor: Actor | None = None, op_id: str = "", **body: Any) -> Operation:
    actor = actor or (PLATFORM if KINDS[kind].action in permissions.PLATFORM_ONLY else CLERK)
    checked = checked_body(kind, {**DEFAULTS.get(kind, {}), **body})
    return Operation(op_id or f"op{next(_numbers)}", kind, entity_id, actor, 1_000, checked)


def fold_in(world: World, act: Operation) -> World:
    """The world after `act`, as station and centre do it: every touched row, or none when one step refuses."""
    after = dict(world)
    for entity, row_id in touches(act):
        row = fold.apply(entity, world.get((entity, row_id)), act, row_id)
        if row is not None:
            after[entity, row_id] = row
    return after


def world_of(acts: Iterable[Operation], world: World | None = None) -> World:
    after = dict(world or {})
    for act in acts:
        after = fold_in(after, act)
    return after


def through_json(world: World) -> World:
    return {
        (entity, row_id): from_plain(entity, json.loads(json.dumps(to_plain(row))))
        for (entity, row_id), row in world.items()
    }


def item(world: World, row_id: str) -> MailItem:
    row = world["item", row_id]
    assert isinstance(row, MailItem)
    return row


def visit(world: World, row_id: str = "p1") -> Pickup:
    row = world["pickup", row_id]
    assert isinstance(row, Pickup)
    return row


def received(*items: str, account: str = "a1") -> list[Operation]:
    return [op("item.received", one, account=account, mailbox="12", mail_id=f"M-{one}") for one in items]


def ready_to_pay(*items: str, pickup_id: str = "p1") -> list[Operation]:
    """Received, opened, ID checked, every piece scanned."""
    return [
        *received(*items),
        op("pickup.opened", pickup_id, account="a1", mailbox="12", items=items),
        op("pickup.id_checked", pickup_id),
        *[op("pickup.piece_scanned", pickup_id, item=one) for one in items],
    ]


def paid(*items: str) -> list[Operation]:
    asked = op("pickup.charge_asked", "p1", amount_cents=450, attempt=1)
    return [*ready_to_pay(*items), asked, op("pickup.charged", "p1"), op("pickup.signed", "p1", signature="sha")]


# ------------------------------------------------------------ one whole visit


def test_s12_a_visit_from_receiving_to_the_door() -> None:
    acts = paid("i1", "i2")
    world = world_of(acts)
    assert gaps(visit(world)) == ()
    assert [item(world, one).state for one in ("i1", "i2")] == ["in_task", "in_task"]
    done = fold_in(world, op("pickup.handed_over", "p1", items=("i1", "i2")))
    assert (visit(done).state, visit(done).payment, visit(done).handed_by) == ("handed_over", "paid", "clerk")
    assert visit(done).remarks == visit(done).contested == ()
    for one in ("i1", "i2"):
        gone = item(done, one)
        assert (gone.state, gone.final_ms, gone.task_id, gone.contested) == ("picked_up", 1_000, "p1", ())
        assert [entry[1] for entry in gone.history] == ["item.received", "pickup.opened", "pickup.handed_over"]


def test_s12_the_gaps_come_in_the_order_of_work() -> None:
    assert gaps(Pickup("p", "a", "12", "in_progress")) == (
        "pickup.no_pieces",
        "pickup.id_not_checked",
        "pickup.not_paid",
        "pickup.not_signed",
    )
    world, shown = world_of(received("i1", "i2")), []
    for act in [
        op("pickup.opened", "p1", items=("i1", "i2")),
        op("pickup.id_checked", "p1", listed=0),
        op("pickup.id_checked", "p1", listed=1),
        op("pickup.piece_scanned", "p1", item="i1"),
        op("pickup.piece_missing", "p1", item="i2"),
        op("pickup.nothing_due", "p1"),
        op("pickup.signed", "p1", signature="sha"),
    ]:
        world = fold_in(world, act)
        shown.append(gaps(visit(world)))
    tail = ("pickup.pieces_not_scanned", "pickup.not_paid", "pickup.not_signed")
    assert shown == [
        ("pickup.id_not_checked", *tail),
        ("pickup.collector_not_authorised", *tail),
        tail,
        tail,
        tail[1:],
        tail[2:],
        (),
    ]
    assert visit(world).to_hand_over == ("i1",)
    found = fold_in(world, op("pickup.piece_scanned", "p1", item="i2"))
    assert (visit(found).missing, visit(found).to_hand_over) == ((), ("i1", "i2"))


def test_s12_all_pieces_missing_leave_nothing_to_hand_over() -> None:
    world = world_of([*paid("i1"), op("pickup.piece_missing", "p1", item="i1")])
    assert gaps(visit(world)) == ("pickup.no_pieces",)


@pytest.mark.parametrize(
    ("left_out", "remark"),
    [
        ("pickup.id_checked", "pickup.id_not_checked"),
        ("pickup.signed", "pickup.not_signed"),
        ("pickup.piece_scanned", "pickup.pieces_not_scanned"),
    ],
)
def test_s12_a_gate_that_stood_open_is_written_beside_the_hand_over(left_out: str, remark: str) -> None:
    act = op("pickup.handed_over", "p1", items=("i1",))
    world = world_of([*[one for one in paid("i1") if one.kind != left_out], act])
    assert visit(world).remarks == (f"{remark}:{act.op_id}",)
    assert (visit(world).state, item(world, "i1").state) == ("handed_over", "picked_up")


def test_s12_a_hand_over_without_payment_is_kept_contested_and_remarked() -> None:
    act = op("pickup.handed_over", "p1", items=("i1",))
    world = world_of([*ready_to_pay("i1"), act])
    assert visit(world).state == "in_progress"
    assert fold.is_contested(visit(world), act)
    assert visit(world).remarks == (f"pickup.not_paid:{act.op_id}", f"pickup.not_signed:{act.op_id}")
    assert visit(world).history[-1][0] == act.op_id


def test_s12_other_pieces_than_those_of_the_pickup_are_remarked() -> None:
    act = op("pickup.handed_over", "p1", items=("i1", "stranger"))
    world = world_of([*paid("i1"), *received("stranger"), act])
    assert visit(world).remarks == (f"pickup.pieces_differ:{act.op_id}",)
    assert (item(world, "i1").state, item(world, "stranger").state) == ("picked_up", "received")
    assert item(world, "stranger").contested == (act.op_id,)


def test_s12_a_piece_of_another_mailbox_does_not_get_into_the_task() -> None:
    act = op("pickup.opened", "p1", account="a1", items=("i1", "foreign"))
    world = world_of([*received("i1"), *received("foreign", account="a2"), act])
    assert (item(world, "i1").state, item(world, "foreign").state) == ("in_task", "received")
    assert item(world, "foreign").contested == (act.op_id,)


def test_a_pickup_that_was_put_back_forgets_person_and_signature() -> None:
    world = world_of([*ready_to_pay("i1"), op("pickup.signed", "p1", signature="sha"), op("pickup.put_back", "p1")])
    one = visit(world)
    assert (one.state, one.scanned, one.collector, one.collector_listed) == ("ready", (), "", False)
    assert (one.id_type, one.id_checked_by, one.signature) == ("", "", "")
    assert item(world, "i1").task_id == "p1"


def test_a_scheduled_pickup_is_started_and_declined_back_to_the_shelf() -> None:
    asked = op("pickup.requested", "p1", account="a1", items=("i1", "i1"), appointment_ms=77)
    world = world_of([*received("i1"), asked])
    assert (visit(world).state, visit(world).mode, visit(world).appointment_ms) == ("scheduled", "scheduled", 77)
    assert visit(world).items == ("i1",)
    declined = fold_in(world, op("pickup.declined", "p1", items=("i1",), reason="not collected"))
    assert (visit(declined).state, visit(declined).reason) == ("declined", "not collected")
    assert (item(declined, "i1").state, item(declined, "i1").task_id) == ("received", "")


def test_declining_leaves_a_piece_of_another_task_alone() -> None:
    world = world_of(
        [
            *received("i1", "i2"),
            op("pickup.requested", "p1", items=("i1",)),
            op("pickup.requested", "p2", items=("i2",)),
        ]
    )
    after = fold_in(world, op("pickup.declined", "p1", items=("i1", "i2")))
    assert (item(after, "i2").state, item(after, "i2").task_id) == ("in_task", "p2")


def test_more_items_join_the_open_pickup_once() -> None:
    world = world_of([*ready_to_pay("i1"), *received("i2"), op("pickup.pieces_added", "p1", items=("i2", "i1"))])
    assert visit(world).items == ("i1", "i2")
    assert item(world, "i2").task_id == "p1"


# ------------------------------------------------------------ two hand-overs, two tasks


def test_p10_two_hand_overs_of_one_piece_are_both_kept_and_contested() -> None:
    first = op("pickup.handed_over", "p1", Actor("anna", 2), items=("i1",))
    second = op("pickup.handed_over", "p1", Actor("ben", 2), items=("i1",))
    taken = op("pickup.taken", "p1", Actor("anna", 2), takeover_reason="shift change")
    world = world_of([*paid("i1"), taken, first, second])
    for row in (item(world, "i1"), visit(world)):
        assert [entry[3] for entry in row.history[-2:]] == ["anna", "ben"]
        assert row.contested == (second.op_id,)
        assert not fold.is_contested(row, first)
    assert (visit(world).handed_by, visit(world).remarks) == ("anna", ())


def test_p10_one_piece_in_two_pickups_made_offline() -> None:
    here = op("pickup.opened", "p1", account="a1", items=("i1",))
    there = op("pickup.opened", "p2", account="a1", items=("i1",))
    gone = op("pickup.handed_over", "p2", items=("i1",))
    world = world_of([*received("i1"), here, there, gone])
    assert (item(world, "i1").state, item(world, "i1").task_id) == ("in_task", "p1")
    assert item(world, "i1").contested == (there.op_id, gone.op_id)
    assert [entry[0] for entry in item(world, "i1").history[1:]] == [here.op_id, there.op_id, gone.op_id]


# ------------------------------------------------------------ charging


def charging(attempt: int = 1) -> World:
    return world_of([*ready_to_pay("i1"), op("pickup.charge_asked", "p1", amount_cents=450, attempt=attempt)])


def test_s15_an_unknown_result_never_shows_as_paid() -> None:
    world = fold_in(charging(), op("pickup.charged", "p1", result="unknown"))
    assert (visit(world).state, visit(world).payment) == ("charging", "unknown")
    assert "pickup.not_paid" in gaps(visit(world))
    known = fold_in(world, op("pickup.charged", "p1", result="paid"))
    assert (visit(known).state, visit(known).payment) == ("paid", "paid")


def test_s15_a_declined_charge_is_tried_again_or_given_up() -> None:
    world = fold_in(charging(), op("pickup.charged", "p1", result="declined"))
    assert (visit(world).state, item(world, "i1").state) == ("payment_declined", "in_task")
    again = fold_in(world, op("pickup.tried_again", "p1"))
    assert (visit(again).state, visit(again).payment) == ("in_progress", "")
    given_up = fold_in(world, op("pickup.declined", "p1", items=("i1",)))
    assert (visit(given_up).state, item(given_up, "i1").state) == ("declined", "received")


@pytest.mark.parametrize("result", ["paid", "declined", "unknown"])
def test_s15_a_late_answer_to_an_earlier_attempt_decides_nothing(result: str) -> None:
    late = op("pickup.charged", "p1", result=result, attempt=1)
    world = fold_in(charging(attempt=2), late)
    assert (visit(world).state, visit(world).payment, visit(world).contested) == ("charging", "asked", (late.op_id,))


@pytest.mark.parametrize("result", ["paid", "declined", "unknown"])
def test_s15_custody_stays_whatever_the_answer_after_a_hand_over_on_credit(result: str) -> None:
    put_off = op("pickup.charge_put_off", "p1", amount_cents=450, attempt=1)
    gone = op("pickup.handed_over", "p1", items=("i1",))
    world = world_of([*ready_to_pay("i1"), put_off, op("pickup.signed", "p1", signature="s"), gone])
    assert (visit(world).state, visit(world).payment, visit(world).remarks) == ("handed_over", "asked", ())
    after = fold_in(world, op("pickup.charged", "p1", result=result))
    assert (visit(after).state, visit(after).payment, visit(after).contested) == ("handed_over", result, ())
    assert item(after, "i1").state == "picked_up"


@pytest.mark.parametrize("result", ["paid", "declined", "unknown"])
def test_s15_what_is_settled_is_not_answered_again(result: str) -> None:
    again = op("pickup.charged", "p1", result=result)
    for acts in (paid("i1"), [*paid("i1"), op("pickup.handed_over", "p1", items=("i1",))]):
        after = world_of([*acts, again])
        assert (visit(after).payment, visit(after).contested) == ("paid", (again.op_id,))


def test_s15_an_earlier_attempt_says_nothing_after_the_door() -> None:
    put_off = op("pickup.charge_put_off", "p1", attempt=3)
    late = op("pickup.charged", "p1", result="paid", attempt=2)
    after = world_of([*ready_to_pay("i1"), put_off, late])
    assert (visit(after).payment, visit(after).contested) == ("asked", (late.op_id,))


# ------------------------------------------------------------ pieces


def test_a_piece_without_an_account_is_assigned_later() -> None:
    world = world_of(received("i1", account=""))
    assert item(world, "i1").state == "unassigned"
    after = fold_in(world, op("item.assigned", "i1", account="a1", mailbox="12", name="Ada", verdict="exact"))
    one = item(after, "i1")
    assert (one.state, one.account_id, one.mailbox, one.name_on_piece, one.verdict) == (
        "received",
        "a1",
        "12",
        "Ada",
        "exact",
    )


def test_shelf_weight_reassignment_and_taking_back() -> None:
    world = world_of(
        [
            *received("i1"),
            op("item.moved", "i1", shelf="B-2"),
            op("item.weighed", "i1", weight_g=3218),
            op("item.reassigned", "i1", account="a2", mailbox="13", reason="wrong customer"),
        ]
    )
    one = item(world, "i1")
    assert (one.shelf, one.weight_g, one.account_id, one.state) == ("B-2", 3218, "a2", "received")
    back = item(fold_in(world, op("item.taken_back", "i1")), "i1")
    assert (back.state, back.final_ms) == ("taken_back", 1_000)


@pytest.mark.parametrize("kind", ["item.assigned", "item.reassigned", "item.moved", "item.weighed", "item.taken_back"])
def test_an_act_on_an_unknown_piece_is_kept_and_contested_until_the_piece_arrives(kind: str) -> None:
    early = op(kind, "i1", shelf="B-2") if kind == "item.moved" else op(kind, "i1")
    world = fold_in({}, early)
    stub = item(world, "i1")
    assert (stub.id, stub.mail_id, stub.state, stub.contested) == ("i1", "", "unassigned", (early.op_id,))
    after = item(world_of(received("i1"), world), "i1")
    assert (after.mail_id, after.state, after.contested) == ("M-i1", "received", (early.op_id,))
    assert after.history[0][0] == early.op_id


@pytest.mark.parametrize("kind", ["pickup.opened", "pickup.requested", "pickup.pieces_added", "pickup.handed_over"])
def test_unknown_pieces_of_a_pickup_get_stubs_with_their_own_ids(kind: str) -> None:
    act = op(kind, "p1", items=("i1", "i2"))
    world = fold_in({}, act)
    assert [(item(world, one).id, item(world, one).contested) for one in ("i1", "i2")] == [
        ("i1", (act.op_id,)),
        ("i2", (act.op_id,)),
    ]


def test_a_stub_needs_to_know_which_piece_it_is() -> None:
    act = op("pickup.opened", "p1", items=("i1",))
    assert getattr(fold.apply("item", None, act), "id", "") == "i1"
    with pytest.raises(MalformedOperationError, match="row_not_touched"):
        fold.apply("item", None, act, "i9")
    with pytest.raises(MalformedOperationError, match="row_not_touched"):
        fold.apply("item", None, op("pickup.opened", "p1", items=("i1", "i2")))


@pytest.mark.parametrize(
    "kind",
    [kind.name for kind in KINDS.values() if kind.entity == "pickup" and kind.nature is Nature.FACT],
)
def test_a_fact_about_an_unknown_pickup_is_kept(kind: str) -> None:
    act = op(kind, "p9")
    row = visit(fold_in({}, act), "p9")
    assert row.id == "p9"
    assert row.history[0][0] == act.op_id
    assert fold.is_contested(row, act) is (kind not in BEGIN)


@pytest.mark.parametrize(("kind", "entity"), [("pickup.declined", "pickup"), ("account.note_set", "account")])
def test_a_wish_about_something_unknown_is_rejected(kind: str, entity: str) -> None:
    with pytest.raises(Rejected, match="unknown"):
        fold.apply(entity, None, op(kind, "x", items=("i1",)) if kind == "pickup.declined" else op(kind, "x"))
    with pytest.raises(Rejected, match=r"op\.item_unknown"):
        fold.apply("item", None, op("pickup.declined", "p1", items=("i1",)))


# ------------------------------------------------------------ rights


def test_a_fact_without_the_right_is_kept_with_a_remark() -> None:
    act = op("pickup.opened", "p1", Actor("new", 1), items=("i1",))
    world = world_of([*received("i1"), act])
    for row in (visit(world), item(world, "i1")):
        assert row.remarks == (f"rights.level_too_low:{act.op_id}",)
    assert item(world, "i1").state == "in_task"


def test_a_wish_without_the_right_is_rejected() -> None:
    world = world_of([*received("i1"), op("pickup.requested", "p1", items=("i1",))])
    with pytest.raises(Rejected) as caught:
        fold_in(world, op("pickup.declined", "p1", Actor("new", 1), items=("i1",)))
    assert caught.value.code == "rights.level_too_low"


@pytest.mark.parametrize("level", range(8))
@pytest.mark.parametrize("kind", [kind.name for kind in KINDS.values() if kind.action.startswith("platform.")])
def test_no_clerk_does_what_only_the_platform_does(kind: str, level: int) -> None:
    known: World = world_of([*ready_to_pay("i1"), op("pickup.charge_asked", "p1", attempt=1)])
    known["account", "p1"] = Account("p1", "12", "on_hold", "Ada")
    known["employee", "p1"] = Employee("p1", "Eve", "eve@example.org", 1)
    act = op(kind, "p1", Actor("eve", level), **({"state": "active"} if kind == "account.state_set" else {}))
    for world in ({}, known):
        with pytest.raises(MalformedOperationError, match="platform_only"):
            fold_in(world, act)


# ------------------------------------------------------------ accounts and employees

NAMES = json.dumps([{"text": "Ada Byron"}, {"text": "Byron Ltd", "kind": "business", "valid_to": "2026-12-31"}])


def registered() -> Account:
    row = fold.apply("account", None, op("account.registered", "a1", mailbox="12", holder="Ada Byron", names=NAMES))
    assert isinstance(row, Account)
    return row


def test_an_account_from_sign_up_to_release() -> None:
    row: Row = registered()
    for state, since in [
        ("docs_submitted", ""),
        ("pre_review", ""),
        ("pending_approval", ""),
        ("active", "2025-01-02"),
        ("inactive", "2025-08-31"),
        ("released", "2025-11-29"),
    ]:
        after = fold.apply("account", row, op("account.state_set", "a1", state=state, since=since))
        assert isinstance(after, Account)
        assert (after.state, after.contested) == (state, ())
        row = after
    assert isinstance(row, Account)
    assert row.state_since == "2025-08-31"  # R-14 counts from the closing
    assert row.names == (FormName("Ada Byron"), FormName("Byron Ltd", "business", valid_to="2026-12-31"))


def test_payment_and_id_are_set_without_a_move() -> None:
    act = op("account.state_set", "a1", payment="declined", id_expires_on="2026-05-06")
    row = fold.apply("account", registered(), act)
    assert isinstance(row, Account)
    assert (row.state, row.payment, row.id_expires_on, row.contested) == ("signed_up", "declined", "2026-05-06", ())
    kept = fold.apply("account", row, op("account.state_set", "a1", state="signed_up"))
    assert isinstance(kept, Account)
    assert (kept.payment, kept.id_expires_on) == ("declined", "2026-05-06")


def test_names_and_note_of_an_account() -> None:
    people = json.dumps([{"name": "Carl"}])
    row = fold.apply("account", registered(), op("account.names_set", "a1", names="", collectors=people))
    row = fold.apply("account", row, op("account.note_set", "a1", Actor("c", 3), note="rings twice"))
    assert isinstance(row, Account)
    assert (row.names, row.collectors, row.note) == ((), (Collector("Carl"),), "rings twice")


@pytest.mark.parametrize(
    "names",
    ["{", "5", '"Ada"', '["Ada"]', '[{"text":5}]', '[{"text":"Ada","age":"9"}]', "[{}]", "null", "[" * 4_000],
)
def test_names_that_make_no_sense_are_malformed(names: str) -> None:
    with pytest.raises(MalformedOperationError, match=r"op\.field_wrong"):
        fold.apply("account", registered(), op("account.names_set", "a1", names=names))


def test_an_account_nobody_registered_and_a_state_nobody_knows_are_malformed() -> None:
    for act in (op("account.state_set", "a9", state="active"), op("account.names_set", "a9")):
        with pytest.raises(MalformedOperationError, match="account_unknown"):
            fold.apply("account", None, act)
    with pytest.raises(MalformedOperationError, match="state"):
        fold.apply("account", registered(), op("account.state_set", "a1", state="asleep"))


def test_s20_an_employee_is_changed_and_keeps_the_history() -> None:
    first = op("employee.set", "e1", name="Eve", email="eve@example.org", level=2, active=1)
    row = fold.apply("employee", None, first)
    assert row is not None
    row = fold.apply("employee", replace(row, contested=("x",), remarks=("y",)), op("employee.set", "e1", name="Eve"))
    assert isinstance(row, Employee)
    assert (row.name, row.level, row.active, row.contested, row.remarks) == ("Eve", 0, False, ("x",), ("y",))
    assert row.history[0][0] == first.op_id
    assert len(row.history) == 2


# ------------------------------------------------------------ what no input may break

WORDS = st.sampled_from(["", "a1", "a2", "i1", "i2", "p1", "2026-03-02", "active", "Zoë", "\U0001f4e6"])
CHOICE: dict[str, st.SearchStrategy[Any]] = {
    "mail_type": st.sampled_from(MAIL_TYPES),
    "id_type": st.sampled_from(ID_TYPES),
    "mode": st.sampled_from(["scheduled", "walk_in"]),
    "verdict": st.sampled_from(["exact", "likely", "no", ""]),
    "result": st.sampled_from(["paid", "declined", "unknown"]),
    "task_kind": st.sampled_from([one.value for one in TaskKind]),
    "shelf_kind": st.sampled_from(SHELF_KINDS),
    "step": st.sampled_from(SEARCH_STEPS),
    "terms": st.sampled_from(["", "{}", "[]", "{"]),
    "lines": st.sampled_from(["", "[]", "{}", '[{"key": "pages", "unit_cents": 225}]', '[{"key": 5}]']),
    "flags": st.lists(st.sampled_from(FLAGS), max_size=2),
    "return_reason": st.sampled_from(REASONS),
    "outcome": st.sampled_from(["return", "hold"]),
    "restricted_delivery": st.sampled_from(["", "yes", "no"]),
    "since": st.sampled_from(["", "2026-03-02"]),
    "id_expires_on": st.sampled_from(["", "2026-03-02"]),
    "received_on": st.sampled_from(["", "2026-03-02"]),
    "until": st.sampled_from(["", "2026-03-02"]),
    "state": st.sampled_from([state.value for state in AccountState]) | WORDS,
}
BY_TYPE: dict[str, st.SearchStrategy[Any]] = {
    "int": st.integers(0, 3) | st.integers(0, 2**53),
    "list": st.lists(st.sampled_from(["i1", "i2", "i3"]), max_size=3),
    "json": st.sampled_from(["", "[]", NAMES, '[{"name":"Carl"}]']) | st.text(max_size=10),
    "str": WORDS,
}
ACTORS = st.builds(Actor, st.sampled_from(["anna", "ben"]), st.integers(0, 6)) | st.just(PLATFORM)


def body_of(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    chosen = {key: CHOICE.get(key, BY_TYPE[typ]) for key, typ in KINDS[kind].fields.items()}
    chosen |= {key: st.sampled_from(values) for key, values in KINDS[kind].choices.items()}
    return st.fixed_dictionaries(chosen)


@st.composite
def any_operation(draw: st.DrawFn, kinds: Iterable[str] = tuple(KINDS)) -> Operation:
    kind = draw(st.sampled_from(list(kinds)))
    entity_id = draw(
        st.sampled_from({"pickup": ["p1", "p2"], "item": ["i1", "i2", "i3"]}.get(kind.partition(".")[0], ["x"]))
    )
    return op(kind, entity_id, draw(ACTORS), **draw(body_of(kind)))


LISTS = st.lists(st.sampled_from(["i1", "i2"]), max_size=2, unique=True).map(tuple)
any_row = st.one_of(
    st.none(),
    st.builds(Intake, id=st.just("x"), state=st.sampled_from(["open", "squared"]), pieces=st.integers(0, 3)),
    st.builds(Manifest, id=st.just("x"), state=st.sampled_from(["open", "handed_over"]), entries=LISTS),
    st.builds(
        MailItem,
        id=st.just("i1"),
        mail_id=st.sampled_from(["", "M1"]),
        state=st.sampled_from([one.value for one in ItemState]),
        account_id=st.sampled_from(["", "a1"]),
        task_id=st.sampled_from(["", "p1", "p2"]),
        state_before_task=st.sampled_from(["", "received", "scanned", "unassigned"]),
        apart=st.sampled_from(["", "hold", "return"]),
        notice=st.sampled_from(["", "hold", "return"]),
    ),
    st.builds(
        Pickup,
        id=st.just("p1"),
        account_id=st.just("a1"),
        mailbox=st.just("12"),
        state=st.sampled_from([one.value for one in PickupState]),
        items=LISTS,
        scanned=LISTS,
        missing=LISTS,
        attempt=st.integers(0, 3),
        payment=st.sampled_from(["", "asked", "paid", "declined", "unknown", "nothing_due"]),
    ),
    st.builds(
        Account,
        id=st.just("a1"),
        mailbox=st.just("12"),
        state=st.sampled_from([one.value for one in AccountState]),
        holder=st.just("Ada"),
    ),
    st.builds(Employee, id=st.just("e1"), name=st.just("Eve"), email=st.just(""), level=st.integers(0, 6)),
    st.builds(
        lambda kind, **fields: TASKS[kind](kind=kind, **fields),
        id=st.just("t1"),
        kind=st.sampled_from([one.value for one in TaskKind]),
        account_id=st.just("a1"),
        mailbox=st.just("12"),
        state=st.sampled_from([one.value for one in TaskState]),
        items=LISTS,
        ticked=LISTS,
        missing=LISTS,
        locked_by=st.sampled_from(["", "c1", "c2"]),
        attempt=st.integers(0, 3),
    ),
    st.builds(Supply, id=st.just("poly_bag"), on_hand=st.integers(0, 9)),
)


ENTITIES = ["item", "pickup", "account", "employee", "task", "intake", "manifest", "session"]


@settings(max_examples=400, deadline=None)
@given(any_operation(), any_row, st.sampled_from([*rows.ENTITIES, "session"]))
@given(any_operation(), any_row, st.sampled_from(ENTITIES))
def test_any_operation_on_any_row_gives_a_row_or_one_of_two_refusals(
    act: Operation, row: Row | None, entity: str
) -> None:
    before = None if row is None else to_plain(row)
    try:
        after = fold.apply(entity, row, act, row_id="i1")
    except MalformedOperationError:
        return
    except Rejected:
        refused = KINDS[act.kind].nature
        assert refused is Nature.INTENT
        return
    assert (None if row is None else to_plain(row)) == before
    assert after is not None
    assert after.history[-1][0] == act.op_id
    assert fold.apply(entity, after, act, row_id="i1") is after
    if KINDS[act.kind].nature is Nature.INTENT:
        assert not fold.is_contested(after, act)


def test_sessions_have_no_row_and_strangers_no_step() -> None:
    assert touches(op("session.signed_in", "c1")) == ()
    with pytest.raises(MalformedOperationError, match="no_step"):
        fold.apply("item", None, op("session.signed_in", "c1"))
    for entity, row in [("item", registered()), ("pickup", MailItem("i", "M", "received"))]:
        with pytest.raises(MalformedOperationError, match="wrong_row"):
            fold.apply(entity, row, op({"item": "item.moved", "pickup": "pickup.signed"}[entity], "x"))


# ------------------------------------------------------------ rows as plain values


@given(any_row.filter(lambda row: row is not None))
def test_rows_survive_json(row: Row) -> None:
    entity = next(name for name, cls in rows.ENTITIES.items() if isinstance(row, cls))
    full = replace(row, contested=("o1",), remarks=("r:o1",), history=(("o1", "item.moved", 5, "c1"),))
    assert from_plain(entity, json.loads(json.dumps(to_plain(full)))) == full


def test_a_newer_centre_may_send_more() -> None:
    row = registered()
    plain = to_plain(row)
    plain["colour"] = "green"
    plain["names"][0]["pronounced"] = "AY-da"
    assert from_plain("account", plain) == row


@pytest.mark.parametrize(
    "change",
    [
        {"state": 5},
        {"state": None},
        {"names": "Ada"},
        {"names": [5]},
        {"names": [["Ada"]]},
        {"names": [{"kind": "person"}]},
        {"names": [{"text": 5}]},
        {"collectors": [{"name": None}]},
        {"contested": [5]},
        {"history": [["o1", "k", 5]]},
        {"history": [["o1", "k", None, "c"]]},
        {"history": [5]},
        {"remarks": {"a": 1}},
    ],
)
def test_a_misshapen_row_is_a_value_error(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"account|type|unpack"):
        from_plain("account", {**to_plain(registered()), **change})


def test_an_unknown_or_incomplete_row_is_a_value_error() -> None:
    for entity, plain in [
        ("spaceship", {}),
        ("item", {}),
        ("employee", {"id": "e", "name": "E", "email": "", "level": True}),
    ]:
        with pytest.raises(ValueError, match=r"entity|incomplete|level"):
            from_plain(entity, plain)


# ------------------------------------------------------------ any sequence of acts

GUIDE: dict[str, list[str]] = {
    "scheduled": ["pickup.started", "pickup.declined"],
    "ready": ["pickup.started", "pickup.declined"],
    "in_progress": ["pickup.id_checked", "pickup.signed", "pickup.charge_asked", "pickup.charge_put_off"],
    "charging": ["pickup.charged"],
    "payment_declined": ["pickup.tried_again", "pickup.declined"],
    "paid": ["pickup.handed_over", "pickup.signature_refused"],
    "pay_later": ["pickup.handed_over", "pickup.charged"],
    "handed_over": ["pickup.charged", "pickup.handed_over", "pickup.owed_retried", "pickup.owed_given_up"],
    "declined": ["pickup.pieces_added"],
}


class Shop(RuleBasedStateMachine):
    """Two pickups, three pieces, every act in any order from anybody, and the usual course of work now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.world: World = {}
        self.acts: list[Operation] = []

    def take(self, act: Operation) -> None:
        before = {key: to_plain(row) for key, row in self.world.items()}
        rejected = False
        try:
            after = fold_in(self.world, act)
        except MalformedOperationError:
            after = self.world
        except Rejected:
            after, rejected = self.world, True
        else:
            assert fold_in(after, act) == after, "the same act twice is not the same as once"
            for key in touches(act):
                assert sum(entry[0] == act.op_id for entry in after[key].history) == 1
                assert after[key].id == key[1]
                for old in getattr(self.world.get(key), "history", ()):
                    assert old in after[key].history
                if fold.is_contested(after[key], act) and key in self.world:
                    assert getattr(after[key], "state", "") == getattr(self.world[key], "state", "")
        assert {key: to_plain(row) for key, row in self.world.items()} == before, "the fold changed its input"
        assert not rejected or KINDS[act.kind].nature is Nature.INTENT, "a FACT was dropped"
        self.world = after
        self.acts.append(act)

    @rule(act=any_operation([name for name in KINDS if name.startswith(("item.", "pickup."))]))
    def anybody_does_anything(self, act: Operation) -> None:
        self.take(act)

    @rule(one=st.sampled_from(["i1", "i2", "i3"]))
    def receive(self, one: str) -> None:
        self.take(received(one)[0])

    @rule(one=st.sampled_from(["p1", "p2"]), data=st.data(), scheduled=st.booleans())
    def next_step(self, one: str, data: st.DataObject, scheduled: bool) -> None:
        row = self.world.get(("pickup", one))
        if not isinstance(row, Pickup):
            kind = "pickup.requested" if scheduled else "pickup.opened"
            self.take(op(kind, one, items=data.draw(LISTS)))
            return
        kind = data.draw(st.sampled_from(GUIDE[row.state]))
        body: dict[str, Any] = data.draw(body_of(kind))
        if "items" in body:
            body["items"] = row.items
        if "attempt" in body and kind == "pickup.charged":
            body["attempt"] = row.attempt
        self.take(op(kind, one, **body))

    @rule(data=st.data())
    def something_arrives_again(self, data: st.DataObject) -> None:
        if self.acts:
            act = data.draw(st.sampled_from(self.acts))
            before = self.world
            known = all(any(e[0] == act.op_id for e in before[k].history) for k in touches(act) if k in before)
            if known and all(key in before for key in touches(act)):
                self.take(act)
                self.acts.pop()
                assert self.world == before

    @invariant()
    def a_piece_is_in_at_most_one_open_task(self) -> None:
        for row in self.world.values():
            if isinstance(row, MailItem):
                assert (row.state == "in_task") <= bool(row.task_id)
                tasks = [
                    one.id
                    for one in self.world.values()
                    if isinstance(one, Pickup)
                    and PickupState(one.state) in pickup.OPEN
                    and row.id in one.items
                    and row.task_id == one.id
                ]
                assert len(tasks) <= 1

    @invariant()
    def nothing_is_picked_up_without_a_pickup_in_which_it_lies(self) -> None:
        for row in self.world.values():
            if isinstance(row, MailItem) and row.state == "picked_up":
                lies_in = self.world["pickup", row.task_id]
                assert isinstance(lies_in, Pickup)
                assert row.id in lies_in.items or lies_in.contested

    @invariant()
    def unknown_never_shows_as_paid(self) -> None:
        for row in self.world.values():
            if isinstance(row, Pickup):
                assert not (row.state == "paid" and row.payment not in {"paid", "nothing_due"})

    @invariant()
    def station_and_centre_agree_and_json_changes_nothing(self) -> None:
        assert through_json(self.world) == self.world

    def teardown(self) -> None:
        centre: World = {}
        for act in self.acts:
            try:
                centre = fold_in(through_json(centre), act)
            except (Rejected, MalformedOperationError):
                continue
        assert centre == self.world, "P9: the same acts in the same order gave two worlds"


TestShop = Shop.TestCase
TestShop.settings = settings(max_examples=80, stateful_step_count=30, deadline=None)
