"""Every pair of states of every table: the legal moves, and that no operation makes an illegal one.

The legal sets are written down here a second time, from the state machines of the trade: account 2.1, piece 2.3,
pickup 2.4, payment 2.5, with the additions that the code documents.
"""

import json
from collections.abc import Callable, Iterator
from enum import Enum
from itertools import product
from typing import Any

import pytest

from counter_app.domain import fold, mail_item, mailbox, payment, pickup
from counter_app.domain.employee import Actor
from counter_app.domain.fold import Rejected
from counter_app.domain.kinds_shelves import SHELVES
from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.mailbox import Account, AccountState
from counter_app.domain.operations import KINDS, Nature, Operation, checked_body
from counter_app.domain.payment import ChargeResult, PaymentState
from counter_app.domain.permissions import PLATFORM
from counter_app.domain.pickup import Pickup, PickupState

ACCOUNT = """
signed_up -> docs_submitted
docs_submitted -> pre_review
pre_review -> signed_up pending_approval
pending_approval -> active pre_review rejected
active -> pending_approval resubmission_due on_hold expired inactive
resubmission_due -> pending_approval
on_hold -> active inactive
expired -> active inactive
inactive -> active released
"""
ITEM = """
unassigned -> received taken_back returned_to_sender lost
received -> in_task scanned included_in_consolidation picked_up returned_to_sender lost taken_back
in_task -> received scanned shipped picked_up shredded discarded deposited handed_to_driver lost
scanned -> in_task included_in_consolidation picked_up lost
in_task -> received scanned included_in_consolidation shipped picked_up shredded discarded deposited handed_to_driver
included_in_consolidation -> received scanned
scanned -> in_task included_in_consolidation
handed_to_driver -> delivered received
lost -> unassigned received scanned
"""
PICKUP = """
scheduled -> ready in_progress declined
ready -> in_progress declined
in_progress -> ready charging paid pay_later
charging -> paid payment_declined pay_later
payment_declined -> in_progress declined
paid -> handed_over
pay_later -> handed_over payment_declined
"""
PAYMENT = """
open -> processing declined
processing -> completed payment_declined
payment_declined -> open
"""


def legal(text: str) -> set[tuple[str, str]]:
    rows = [line.split(" -> ") for line in text.strip().splitlines()]
    return {(old, new) for old, news in rows for new in news.split()}


def all_pairs() -> Iterator[Any]:
    tables: list[tuple[type[Enum], Callable[[Any, Any], bool], str]] = [
        (AccountState, mailbox.may_move, ACCOUNT),
        (ItemState, mail_item.may_move, ITEM),
        (PickupState, pickup.may_move, PICKUP),
        (PaymentState, payment.may_move, PAYMENT),
    ]
    for states, may_move, text in tables:
        for old, new in product(states, states):
            name = f"{states.__name__}-{old.value}-{new.value}"
            yield pytest.param(may_move, old, new, (old.value, new.value) in legal(text), id=name)


@pytest.mark.parametrize(("may_move", "old", "new", "expected"), list(all_pairs()))
def test_every_pair(may_move: Callable[[Any, Any], bool], old: Enum, new: Enum, expected: bool) -> None:
    assert may_move(old, new) is expected


@pytest.mark.parametrize(
    ("states", "text"), [(AccountState, ACCOUNT), (ItemState, ITEM), (PickupState, PICKUP), (PaymentState, PAYMENT)]
)
def test_every_state_stands_in_the_table(states: type[Enum], text: str) -> None:
    assert {state.value for state in states} == {one for pair in legal(text) for one in pair}


def test_final_and_open_states_follow_from_the_table() -> None:
    assert {state.value for state in mail_item.FINAL} == {
        "included_in_consolidation",
        "shipped",
        "picked_up",
        "shredded",
        "discarded",
        "deposited",
        "delivered",
        "returned_to_sender",
        "taken_back",
    }
    assert {state.value for state in PickupState if state not in pickup.OPEN} == {"handed_over", "declined"}
    for state in ItemState:
        shown = MailItem(id="i", mail_id="M", state=state.value).on_the_shelf
        assert shown is (state.value in {"unassigned", "received", "in_task", "scanned"})


def test_s15_an_unknown_answer_leaves_the_payment_in_processing() -> None:
    assert payment.after_answer(ChargeResult.PAID) is PaymentState.COMPLETED
    assert payment.after_answer(ChargeResult.DECLINED) is PaymentState.PAYMENT_DECLINED
    assert payment.after_answer(ChargeResult.UNKNOWN) is PaymentState.PROCESSING


def test_s15_each_attempt_has_its_own_key() -> None:
    assert payment.charge_key("p1", 1) == payment.charge_key("p1", 1)
    assert len({payment.charge_key(p, n) for p in ("p1", "p2") for n in (1, 2)}) == 4


# ------------------------------------------------------------ the same through the fold

BODY: dict[str, dict[str, Any]] = {
    "item.received": {"mail_type": "letter"},
    "pickup.opened": {"mode": "walk_in"},
    "pickup.id_checked": {"id_type": "passport"},
    "pickup.charged": {"result": "paid", "attempt": 1},
    "pickup.handed_over": {"items": ["i1"]},
    "task.requested": {"task_kind": "shred"},
    "item.return_marked": {"return_reason": "unknown"},
    "item.notice_given": {"outcome": "hold"},
    "task.opened": {"task_kind": "shred"},
}


def op(kind: str, entity_id: str, **body: Any) -> Operation:
    actor = PLATFORM if KINDS[kind].action.startswith("platform.") else Actor("c1", 6)
    return Operation("op1", kind, entity_id, actor, 5, checked_body(kind, {**BODY.get(kind, {}), **body}))


def moved(entity: str, row: Any, act: Operation, new: str, is_legal: bool) -> None:
    """Folds `act` and checks: legal -> `new`; illegal FACT -> contested, state kept; illegal INTENT -> Rejected."""
    if not is_legal and KINDS[act.kind].nature is Nature.INTENT:
        with pytest.raises(Rejected):
            fold.apply(entity, row, act)
        return
    after = fold.apply(entity, row, act)
    assert after is not None
    assert after.history[-1] == ("op1", act.kind, 5, act.actor.id)
    assert fold.is_contested(after, act) is not is_legal
    assert getattr(after, "state") == (new if is_legal else row.state)  # noqa: B009 - an Employee has no state


ITEM_ACTS = [
    ("item.assigned", "i1", "received", ""),
    ("item.taken_back", "i1", "taken_back", ""),
    ("pickup.opened", "p1", "in_task", ""),
    ("pickup.requested", "p1", "in_task", ""),
    ("pickup.pieces_added", "p1", "in_task", ""),
    ("pickup.pieces_left", "p1", "received", "p1"),
    ("pickup.handed_over", "p1", "picked_up", "p1"),
    ("pickup.declined", "p1", "received", "p1"),
    ("pickup.planned", "p1", "in_task", ""),
    ("pickup.courtesy_marked", "p1", "picked_up", ""),
    ("task.requested", "p1", "in_task", ""),
    ("task.opened", "p1", "in_task", ""),
    ("task.declined", "p1", "received", "p1"),
    ("task.cancelled", "p1", "received", "p1"),
    ("task.scan_completed", "p1", "scanned", "p1"),
    ("task.rescued", "p1", "received", "p1"),
    ("task.discarded", "p1", "discarded", "p1"),
    ("task.deposit_sent", "p1", "deposited", "p1"),
]


@pytest.mark.parametrize("old", [state.value for state in ItemState])
@pytest.mark.parametrize(("kind", "entity_id", "new", "task"), ITEM_ACTS)
def test_a_piece_makes_only_legal_moves(old: str, kind: str, entity_id: str, new: str, task: str) -> None:
    row = MailItem(id="i1", mail_id="M1", state=old, task_id=task, state_before_task="received" if task else "")
    moved("item", row, op(kind, entity_id), new, (old, new) in legal(ITEM))


@pytest.mark.parametrize("old", [state.value for state in ItemState])
def test_a_scanned_piece_goes_back_to_scanned(old: str) -> None:
    row = MailItem(id="i1", mail_id="M1", state=old, task_id="p1", state_before_task="scanned")
    moved("item", row, op("pickup.declined", "p1"), "scanned", (old, "scanned") in legal(ITEM))


@pytest.mark.parametrize("old", [state.value for state in ItemState])
def test_only_a_piece_that_lies_free_is_reassigned(old: str) -> None:
    row = MailItem(id="i1", mail_id="M1", state=old, account_id="a1")
    act = op("item.reassigned", "i1", account="a2")
    moved("item", row, act, old, old in {"received", "scanned"})


PICKUP_ACTS = [
    ("pickup.started", "in_progress", {}),
    ("pickup.charge_asked", "charging", {}),
    ("pickup.charge_put_off", "pay_later", {}),
    ("pickup.nothing_due", "paid", {}),
    ("pickup.tried_again", "in_progress", {}),
    ("pickup.put_back", "ready", {}),
    ("pickup.handed_over", "handed_over", {}),
    ("pickup.declined", "declined", {}),
]


@pytest.mark.parametrize("old", [state.value for state in PickupState])
@pytest.mark.parametrize(("kind", "new", "body"), PICKUP_ACTS)
def test_a_pickup_makes_only_legal_moves(old: str, kind: str, new: str, body: dict[str, Any]) -> None:
    row = Pickup(id="p1", account_id="a1", mailbox="12", state=old, items=("i1",))
    moved("pickup", row, op(kind, "p1", **body), new, (old, new) in legal(PICKUP))


@pytest.mark.parametrize("old", [state.value for state in PickupState])
@pytest.mark.parametrize("result", ["paid", "declined", "unknown"])
def test_s15_an_answer_moves_only_a_pickup_that_is_charging(old: str, result: str) -> None:
    row = Pickup(id="p1", account_id="a1", mailbox="12", state=old, attempt=1)
    act = op("pickup.charged", "p1", result=result)
    if old in {"pay_later", "handed_over"}:
        after = fold.apply("pickup", row, act)
        assert isinstance(after, Pickup)
        # Declined before anything left the counter: the gate closes again.
        closes = old == "pay_later" and result == "declined"
        assert (after.state, after.payment, after.contested) == ("payment_declined" if closes else old, result, ())
    else:
        new = {"paid": "paid", "declined": "payment_declined", "unknown": "charging"}[result]
        moved("pickup", row, act, new, old == "charging")


@pytest.mark.parametrize("old", [state.value for state in PickupState])
def test_a_refused_signature_puts_back_what_is_not_charged_and_keeps_what_is(old: str) -> None:
    row = Pickup(id="p1", account_id="a1", mailbox="12", state=old, items=("i1",), collector="Ann", signature="s")
    is_legal = old not in {"scheduled", "ready", "handed_over", "declined"}
    act = op("pickup.signature_refused", "p1")
    moved("pickup", row, act, "ready" if old == "in_progress" else old, is_legal)
    after = fold.apply("pickup", row, act)
    assert isinstance(after, Pickup)
    assert (after.collector, after.signature) == (("", "") if is_legal else ("Ann", "s"))


@pytest.mark.parametrize("old", [state.value for state in PickupState])
def test_with_its_last_piece_at_the_counter_a_scheduled_pickup_is_ready(old: str) -> None:
    row = Pickup(id="p1", account_id="a1", mailbox="12", state=old, items=("i1", "i2"), fetched=("i2",))
    act = op("pickup.piece_fetched", "p1", items=["i1"])
    new = "ready" if old == "scheduled" else old
    moved("pickup", row, act, new, old not in {"handed_over", "declined"})


@pytest.mark.parametrize("old", [state.value for state in PickupState])
@pytest.mark.parametrize("payment", ["paid", "declined", "asked", "given_up", "nothing_due"])
def test_only_what_is_gone_and_declined_is_owed(old: str, payment: str) -> None:
    row = Pickup(id="p1", account_id="a1", mailbox="12", state=old, payment=payment, attempt=1)
    is_owed = old == "handed_over" and payment == "declined"
    moved("pickup", row, op("pickup.owed_retried", "p1", attempt=2), old, is_owed)
    moved("pickup", row, op("pickup.owed_given_up", "p1", reason="moved away"), old, is_owed)
    if is_owed:  # and never twice under one key
        moved("pickup", row, op("pickup.owed_retried", "p1", attempt=1), old, False)


@pytest.mark.parametrize("old", [state.value for state in PickupState])
def test_only_a_pickup_whose_customer_is_here_is_taken(old: str) -> None:
    row = Pickup(id="p1", account_id="a1", mailbox="12", state=old)
    moved("pickup", row, op("pickup.taken", "p1"), old, old not in {"scheduled", "ready", "handed_over", "declined"})


@pytest.mark.parametrize("old", [state.value for state in PickupState])
@pytest.mark.parametrize(
    "kind",
    [
        "pickup.id_checked",
        "pickup.piece_scanned",
        "pickup.piece_missing",
        "pickup.signed",
        "pickup.appointed",
    ],
)
def test_work_on_a_closed_pickup_is_contested(old: str, kind: str) -> None:
    row = Pickup(id="p1", account_id="a1", mailbox="12", state=old, items=("i1",))
    body = {"item": "i1"} if "item" in KINDS[kind].fields else {}
    moved("pickup", row, op(kind, "p1", **body), old, old not in {"handed_over", "declined"})


@pytest.mark.parametrize("old", [state.value for state in PickupState])
def test_s16_pieces_are_left_only_before_the_fee_is_asked_for_and_never_all_of_them(old: str) -> None:
    row = Pickup(id="p1", account_id="a1", mailbox="12", state=old, items=("i1", "i2"), scanned=("i1", "i2"))
    act = op("pickup.pieces_left", "p1", items=["i1"])
    moved("pickup", row, act, old, old == "in_progress")
    if old == "in_progress":
        after: Any = fold.apply("pickup", row, act)
        assert (after.items, after.scanned) == (("i2",), ("i2",))
    moved("pickup", row, op("pickup.pieces_left", "p1", items=["i1", "i2"]), old, False)
    moved("pickup", row, op("pickup.pieces_left", "p1", items=["i3"]), old, False)


@pytest.mark.parametrize("old", [state.value for state in PickupState])
def test_s15_pieces_are_added_only_before_the_fee_is_asked_for(old: str) -> None:
    row = Pickup(id="p1", account_id="a1", mailbox="12", state=old)
    moved("pickup", row, op("pickup.pieces_added", "p1", items=["i1"]), old, old == "in_progress")


def test_s12_a_scanned_piece_that_is_not_in_the_pickup_is_contested() -> None:
    row = Pickup(id="p1", account_id="a1", mailbox="12", state="in_progress", items=("i1",))
    moved("pickup", row, op("pickup.piece_scanned", "p1", item="i2"), "in_progress", False)


def test_s12_another_collector_has_not_signed_yet() -> None:
    row = Pickup(id="p1", account_id="a1", mailbox="12", state="paid", items=("i1",), collector="Ann", signature="s")
    same = fold.apply("pickup", row, op("pickup.id_checked", "p1", collector="Ann"))
    other = fold.apply("pickup", row, op("pickup.id_checked", "p1", collector="Bob"))
    assert isinstance(same, Pickup)
    assert isinstance(other, Pickup)
    assert (same.signature, other.signature) == ("s", "")


def test_a_piece_that_was_missing_at_a_hand_over_is_free_again() -> None:
    row = MailItem(id="i1", mail_id="M1", state="in_task", task_id="p1", state_before_task="scanned")
    after = fold.apply("item", row, op("pickup.handed_over", "p1", items=["i2"], missing=["i1"]), "i1")
    assert isinstance(after, MailItem)
    assert (after.state, after.task_id, after.contested) == ("scanned", "", ())


@pytest.mark.parametrize("kind", ["item.moved", "item.weighed"])
@pytest.mark.parametrize("old", [state.value for state in ItemState])
def test_only_a_piece_on_the_shelf_is_moved_or_weighed(old: str, kind: str) -> None:
    row = MailItem(id="i1", mail_id="M1", state=old)
    moved("item", row, op(kind, "i1"), old, row.on_the_shelf)


@pytest.mark.parametrize(("old", "new"), list(product([s.value for s in AccountState], repeat=2)))
def test_an_account_makes_only_legal_moves(old: str, new: str) -> None:
    row = Account(id="a1", mailbox="12", state=old, holder="Ada")
    act = op("account.state_set", "a1", state=new, since="2026-03-02")
    moved("account", row, act, new, old == new or (old, new) in legal(ACCOUNT))


@pytest.mark.parametrize(
    ("entity", "kind", "row"),
    [
        ("item", "item.received", MailItem(id="x", mail_id="M1", state="picked_up")),
        ("pickup", "pickup.opened", Pickup(id="x", account_id="a1", mailbox="12", state="paid")),
        ("pickup", "pickup.requested", Pickup(id="x", account_id="a1", mailbox="12", state="declined")),
        ("account", "account.registered", Account(id="x", mailbox="12", state="active", holder="Ada")),
    ],
)
def test_nothing_begins_twice(entity: str, kind: str, row: Any) -> None:
    moved(entity, row, op(kind, "x"), row.state, False)


def test_every_kind_that_moves_a_state_is_walked_above() -> None:
    walked = {act[0] for act in ITEM_ACTS} | {act[0] for act in PICKUP_ACTS}
    walked |= {"item.received", "item.reassigned", "pickup.charged", "account.state_set", "account.registered"}
    still = {"item.moved", "item.weighed", "pickup.id_checked", "pickup.piece_scanned", "pickup.piece_missing"}
    still |= {"pickup.signed", "account.note_set", "account.names_set", "employee.set"}
    still |= {"item.settled", "pickup.settled", "item.storage_noted"}
    still |= {"item.settled", "pickup.settled", "pickup.signature_refused", "pickup.piece_fetched", "pickup.taken"}
    still |= {"pickup.owed_retried", "pickup.owed_given_up", "pickup.appointed", "pickup.courtesy_marked"}
    still |= {"pickup.authorised", "pickup.let_go"}  # test_fold_pickups walks these
    # test_task_states, test_deliveries walk those; a supply has no state.
    elsewhere = {name for name, one in KINDS.items() if one.entity in ("task", "supply")}
    elsewhere |= {kind.name for kind in SHELVES}  # and test_shelf_states these
    walked |= {"item.return_marked", "item.return_unmarked", "item.notice_given", "item.slipped"}
    walked |= {name for name in KINDS if name.startswith(("intake.", "manifest."))}  # all in test_intake_states
    still |= {"item.incident"}
    elsewhere |= {"item.bundled"}  # test_ship_states
    assert {name for name in KINDS if not name.startswith(("session.", "station."))} == walked | still | elsewhere


def test_names_are_kept_as_frozen_text() -> None:
    body = op("account.names_set", "a1", names=json.dumps([{"text": "Ada"}])).body
    assert body["names"] == '[{"text": "Ada"}]'
