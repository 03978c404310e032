"""A visit through the fold, from the first piece to the door and the card's last answer (S-12, S-15, P10)."""

import pytest

from counter_app.domain import fold
from counter_app.domain.employee import Actor
from counter_app.domain.pickup import Pickup, gaps
from tests.domain.worlds import World, fold_in, item, op, paid, ready_to_pay, received, visit, world_of

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
