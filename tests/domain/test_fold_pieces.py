"""Pieces through the fold, what nobody has heard of, and who may do what (P8)."""

import pytest

from counter_app.domain import fold
from counter_app.domain.employee import Actor, Employee
from counter_app.domain.fold import Rejected
from counter_app.domain.mailbox import Account
from counter_app.domain.operations import KINDS, MalformedOperationError, Nature
from tests.domain.worlds import BEGIN, World, fold_in, item, op, ready_to_pay, received, visit, world_of

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
