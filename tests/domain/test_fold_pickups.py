"""The gate in the fold for papers, locks and declining: the same at the station and at the centre (S-12, S-14, T7)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from counter_app.domain import fold
from counter_app.domain.employee import Actor
from counter_app.domain.fold import Rejected
from counter_app.domain.mail_item import MailItem
from counter_app.domain.operations import KINDS, Operation, checked_body
from counter_app.domain.permissions import PLATFORM
from counter_app.domain.pickup import DECLINE_LEAST_MS, Paper, Pickup, gaps

ANNA, BEN, MANAGER = Actor("anna", 2), Actor("ben", 2), Actor("mia", 4)
DAY = 86_400_000
PAPER = {"paper": "w1", "name": "Carl", "mailbox": "12", "until": "2026-11-05", "until_ms": 5 * DAY}


def op(kind: str, actor: Actor = ANNA, at_ms: int = DAY, op_id: str = "", **body: Any) -> Operation:
    actor = PLATFORM if KINDS[kind].action.startswith("platform.") else actor
    body = {"id_type": "passport"} | body if kind == "pickup.id_checked" else body
    return Operation(op_id or f"{kind}@{at_ms}", kind, "p1", actor, at_ms, checked_body(kind, body))


def after(row: Pickup, *acts: Operation) -> Pickup:
    for act in acts:
        row = fold.apply("pickup", row, act)  # type: ignore[assignment]
        assert isinstance(row, Pickup)
    return row


def pickup(**more: Any) -> Pickup:
    return replace(Pickup("p1", "a1", "12", "in_progress", items=("i1", "i2"), locked_by="anna"), **more)


CHECKED = {"collector": "Carl", "listed": 0, "paper": "w1"}


def test_s12_somebody_with_a_paper_of_this_pickup_may_collect() -> None:
    row = after(pickup(), op("pickup.authorised", **PAPER), op("pickup.id_checked", **CHECKED))
    assert (row.collector_listed, row.paper) == (True, "w1")
    assert "pickup.collector_not_authorised" not in gaps(row)


@pytest.mark.parametrize(
    ("paper", "checked", "at_ms"),
    [
        (PAPER, CHECKED | {"paper": "w2"}, DAY),  # of no paper of this pickup
        (PAPER, CHECKED | {"collector": "Dora"}, DAY),  # for somebody else
        (PAPER, CHECKED, 5 * DAY + 1),  # expired
        (PAPER | {"mailbox": "13"}, CHECKED, DAY),  # for another mailbox: contested, and no paper at all
    ],
)
def test_s12_a_paper_that_is_not_for_this_opens_no_gate(paper: Any, checked: Any, at_ms: int) -> None:
    row = after(pickup(), op("pickup.authorised", **paper), op("pickup.id_checked", at_ms=at_ms, **checked))
    assert not row.collector_listed
    assert "pickup.collector_not_authorised" in gaps(row)


def test_s12_a_paper_that_is_used_up_opens_no_gate() -> None:
    used = Paper("w1", "Carl", "2026-11-05", 5 * DAY, used_ms=DAY)
    assert not after(pickup(papers=(used,)), op("pickup.id_checked", **CHECKED)).collector_listed


def test_s12_a_paper_that_names_pieces_lets_no_other_go() -> None:
    named = op("pickup.authorised", **PAPER, items=["i1"])
    row = after(pickup(), named, op("pickup.id_checked", **CHECKED))
    assert gaps(row)[0] == "pickup.paper_not_for_piece"
    left = after(row, op("pickup.piece_missing", item="i2", items=["i2"]))
    assert "pickup.paper_not_for_piece" not in gaps(left)


def paid_on_paper() -> Pickup:
    return pickup(
        state="paid",
        scanned=("i1", "i2"),
        signature="sha",
        collector="Carl",
        collector_listed=True,
        id_type="passport",
        id_checked_by="anna",
        paper="w1",
        papers=(Paper("w1", "Carl", "2026-11-05", 5 * DAY), Paper("w2", "Dora", "2026-11-05", 5 * DAY)),
    )


def test_s12_the_hand_over_uses_the_paper_up_and_that_one_only() -> None:
    row = after(paid_on_paper(), op("pickup.handed_over", at_ms=2 * DAY, items=["i1", "i2"]))
    assert (row.state, row.remarks) == ("handed_over", ())
    assert [one.used_ms for one in row.papers] == [2 * DAY, 0]


def test_s12_a_hand_over_on_an_expired_paper_or_past_the_lock_is_remarked() -> None:
    late = op("pickup.handed_over", at_ms=6 * DAY, items=["i1", "i2"])
    assert after(paid_on_paper(), late).remarks == (f"pickup.paper_expired:{late.op_id}",)
    other = op("pickup.handed_over", BEN, items=["i1", "i2"])
    assert after(paid_on_paper(), other).remarks == (f"pickup.locked:{other.op_id}",)


def test_two_clerks_at_one_pickup_take_it_over_with_a_reason() -> None:
    row = pickup()
    with pytest.raises(Rejected, match=r"pickup\.locked"):
        fold.apply("pickup", row, op("pickup.taken", BEN))
    with pytest.raises(Rejected, match=r"pickup\.locked"):
        fold.apply("pickup", row, op("pickup.let_go", BEN))
    taken = after(row, op("pickup.taken", BEN, takeover_reason="shift change"))
    assert (taken.locked_by, taken.locked_ms) == ("ben", DAY)
    assert after(taken, op("pickup.let_go", BEN)).locked_by == ""


@pytest.mark.parametrize(
    ("kind", "state"),
    [("pickup.put_back", "in_progress"), ("pickup.signature_refused", "paid"), ("pickup.handed_over", "paid")],
)
def test_whoever_leaves_a_pickup_leaves_its_lock(kind: str, state: str) -> None:
    assert after(pickup(state=state), op(kind)).locked_by == ""


def test_s15_a_declined_card_leaves_the_lock_to_whoever_comes_next() -> None:
    row = pickup(state="charging", attempt=1)
    assert after(row, op("pickup.charged", result="declined", attempt=1)).locked_by == ""
    assert after(row, op("pickup.charged", result="paid", attempt=1)).locked_by == "anna"


ASKED = Pickup("p1", "a1", "12", "scheduled", "scheduled", ("i1",), requested_ms=DAY)


@pytest.mark.parametrize("state", ["scheduled", "ready"])
@pytest.mark.parametrize("appointment_ms", [0, 3 * DAY])
def test_t7_before_the_week_is_over_only_a_manager_declines(state: str, appointment_ms: int) -> None:
    row = replace(ASKED, state=state, appointment_ms=appointment_ms)
    from_ms = (appointment_ms or DAY) + DECLINE_LEAST_MS
    with pytest.raises(Rejected, match=r"pickup\.too_early"):
        fold.apply("pickup", row, op("pickup.declined", at_ms=from_ms - 1, reason="gone"))
    assert after(row, op("pickup.declined", at_ms=from_ms, reason="gone")).state == "declined"
    assert after(row, op("pickup.declined", MANAGER, at_ms=from_ms - 1, reason="gone")).state == "declined"


@pytest.mark.parametrize("row", [replace(ASKED, mode="walk_in", state="ready"), pickup(state="payment_declined")])
def test_t7_a_walk_in_and_a_declined_card_wait_for_nobody(row: Pickup) -> None:
    assert after(row, op("pickup.declined", reason="gone")).state == "declined"


def test_2_11_a_missing_piece_keeps_who_did_not_find_it_and_where_it_was_seen_last() -> None:
    item = MailItem("i1", "M1", "in_task", task_id="p1", shelf="B-7")
    act = op("pickup.piece_missing", item="i1", items=["i1"], shelf="B-7")
    gone = fold.apply("item", item, act, "i1")
    assert isinstance(gone, MailItem)
    assert gone.history[-1] == (act.op_id, "pickup.piece_missing", DAY, "anna")
    assert (gone.shelf, gone.state, gone.task_id) == ("B-7", "in_task", "p1")
    free = fold.apply("item", gone, op("pickup.handed_over", items=["i2"], missing=["i1"]), "i1")
    assert isinstance(free, MailItem)
    assert (free.task_id, free.shelf) == ("", "B-7")
    assert [entry[1] for entry in free.history] == ["pickup.piece_missing", "pickup.handed_over"]


def test_courtesy_takes_what_is_free_and_contests_what_lies_in_a_task() -> None:
    act = op("pickup.courtesy_marked", Actor("cleo", 3), account="a1", items=["i1", "i2", "i3"], reason="by post")
    free = MailItem("i1", "M1", "scanned", account_id="a1")
    in_task = MailItem("i2", "M2", "in_task", account_id="a1", task_id="p9")
    foreign = MailItem("i3", "M3", "received", account_id="a2")
    rows = [fold.apply("item", one, act, one.id) for one in (free, in_task, foreign)]
    assert [getattr(row, "state", "") for row in rows] == ["picked_up", "in_task", "received"]
    assert [fold.is_contested(row, act) for row in rows] == [False, True, True]
    made = fold.apply("pickup", None, act)
    assert isinstance(made, Pickup)
    assert (made.mode, made.state, made.reason, made.amount_cents) == ("courtesy", "handed_over", "by post", 0)


def test_s14_a_pickup_is_ready_once_and_its_first_time_is_kept() -> None:
    row = after(
        replace(ASKED, items=("i1", "i2")),
        op("pickup.piece_fetched", items=["i1"], shelf="COUNTER"),
        op("pickup.piece_missing", at_ms=2 * DAY, item="i2", items=["i2"]),
    )
    assert (row.state, row.ready_ms) == ("ready", 2 * DAY)
    later = after(
        row,
        op("pickup.started", at_ms=3 * DAY),
        op("pickup.put_back", at_ms=3 * DAY),
        op("pickup.piece_fetched", at_ms=4 * DAY, items=["i2"], shelf="COUNTER"),
    )
    assert (later.state, later.ready_ms) == ("ready", 2 * DAY)
