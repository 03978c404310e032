"""Carrier drops, pieces kept apart and lists of returns: every act in every state (2.3, 2.12, R-14, R-18)."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.domain import fold
from counter_app.domain.employee import Actor
from counter_app.domain.intake import Intake
from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.manifest import Manifest
from counter_app.domain.operations import Operation, checked_body

STATES = [one.value for one in ItemState]
BODY: dict[str, dict[str, Any]] = {
    "item.return_marked": {"return_reason": "unknown", "due_ms": 9, "note": "n", "photo": "p"},
    "item.notice_given": {"outcome": "hold", "account": "a1", "mailbox": "12"},
}


def op(kind: str, entity_id: str, op_id: str = "op1", **body: Any) -> Operation:
    return Operation(op_id, kind, entity_id, Actor("c1", 1), 5, checked_body(kind, {**BODY.get(kind, {}), **body}))


def after(entity: str, row: Any, act: Operation) -> Any:
    return fold.apply(entity, row, act, "i1" if entity == "item" else "")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("apart", ["", "hold", "return"])
def test_r18_only_a_piece_that_lies_free_is_marked_and_only_once(state: str, apart: str) -> None:
    row, act = MailItem("i1", "M1", state, apart=apart), op("item.return_marked", "i1")
    done = after("item", row, act)
    may = state in ("unassigned", "received") and apart != "return"
    assert fold.is_contested(done, act) is not may
    assert (done.apart, done.return_reason, done.return_due_ms) == (("return", "unknown", 9) if may else (apart, "", 0))
    assert done.state == state


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("apart", ["", "hold", "return"])
@pytest.mark.parametrize("notice", ["", "hold"])
def test_r18_a_mark_is_taken_back_while_the_piece_is_here(state: str, apart: str, notice: str) -> None:
    row = MailItem("i1", "M1", state, apart=apart, notice=notice, return_reason="unknown", return_due_ms=9)
    act = op("item.return_unmarked", "i1")
    done = after("item", row, act)
    may = row.on_the_shelf and apart == "return"
    assert fold.is_contested(done, act) is not may
    assert done.apart == (notice if may else apart)  # on hold it is kept apart again
    assert done.return_reason == ("" if may else "unknown")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("apart", ["", "hold", "return"])
def test_r18_only_a_marked_piece_leaves_with_the_list(state: str, apart: str) -> None:
    row = MailItem("i1", "M1", state, apart=apart)
    act = op("manifest.returns_handed_over", "m1", items=["i1"])
    done = after("item", row, act)
    may = apart == "return" and state in ("unassigned", "received")
    assert fold.is_contested(done, act) is not may
    assert (done.state, done.manifest) == (("returned_to_sender", "m1") if may else (state, ""))
    assert done.apart == ("" if may else apart)
    assert (done.final_ms > 0) is may


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("notice", ["", "return", "hold"])
def test_a_notice_is_given_once_and_only_for_a_piece_without_a_mailbox(state: str, notice: str) -> None:
    for outcome in ("return", "hold"):
        row, act = MailItem("i1", "M1", state, notice=notice), op("item.notice_given", "i1", outcome=outcome)
        done = after("item", row, act)
        may = state == "unassigned" and not notice
        assert fold.is_contested(done, act) is not may
        assert done.notice == (outcome if may else notice)
        assert done.apart == ("hold" if may and outcome == "hold" else "")


@pytest.mark.parametrize("state", STATES)
def test_t2_only_what_is_not_inserted_slips(state: str) -> None:
    act = op("item.slipped", "i1", day="2026-11-02", reason="late truck")
    done = after("item", MailItem("i1", "M1", state), act)
    assert fold.is_contested(done, act) is (state != "unassigned")
    assert done.slipped_on == ("2026-11-02" if state == "unassigned" else "")


@pytest.mark.parametrize("kind", ["task.opened", "pickup.opened"])
def test_r18_what_goes_back_gets_into_no_task(kind: str) -> None:
    body = {"task_kind": "shred"} if kind == "task.opened" else {"mode": "walk_in"}
    act = op(kind, "t1", items=["i1"], **body)
    done = after("item", MailItem("i1", "M1", "received", apart="return"), act)
    assert (done.state, done.task_id, fold.is_contested(done, act)) == ("received", "", True)


def test_r18_what_goes_back_is_given_to_no_mailbox_and_what_is_kept_may_be() -> None:
    act = op("item.assigned", "i1", account="a1", mailbox="12")
    marked = after("item", MailItem("i1", "M1", "unassigned", apart="return"), act)
    kept = after("item", MailItem("i1", "M1", "unassigned", apart="hold", notice="hold"), act)
    assert (marked.state, fold.is_contested(marked, act)) == ("unassigned", True)
    assert (kept.state, kept.apart, kept.account_id) == ("received", "", "a1")


def test_both_mailboxes_keep_a_trace_of_a_piece_that_was_in_the_wrong_one() -> None:
    row = MailItem("i1", "M1", "received", account_id="a1", mailbox="12", photo="sha")
    once = after("item", row, op("item.reassigned", "i1", account="a2", mailbox="13", reason="misread"))
    twice = after("item", once, op("item.reassigned", "i1", "op2", account="a3", mailbox="14", reason="again"))
    assert (once.account_id, once.was_of, once.moved_why) == ("a2", ("a1",), "misread")
    assert (twice.account_id, twice.was_of, twice.moved_why) == ("a3", ("a1", "a2"), "again")


def test_r20_registered_mail_that_was_taken_in_is_remarked() -> None:
    act = op("item.received", "i1", mail_type="letter", account="a1", flags=["registered"])
    assert after("item", None, act).remarks == ("item.registered:op1",)
    plain = op("item.received", "i1", mail_type="letter", account="a1", flags=["restricted"])
    assert after("item", None, plain).remarks == ()


# ------------------------------------------------------------ drops


def opened(**body: Any) -> Any:
    said = {"carrier": "usps", "pieces": 40, "accountable": 2, "driver": "Pat"}
    return after("intake", None, op("intake.opened", "d1", "op0", **{**said, **body}))


def test_a_drop_is_opened_once_and_squared_once() -> None:
    drop = opened()
    assert (drop.state, drop.carrier, drop.pieces, drop.accountable, drop.driver) == ("open", "usps", 40, 2, "Pat")
    again = op("intake.opened", "d1", pieces=7)
    assert (after("intake", drop, again).pieces, fold.is_contested(after("intake", drop, again), again)) == (40, True)
    done = after("intake", drop, op("intake.squared", "d1", inserted=40))
    assert (done.state, done.squared_by, done.inserted, done.remarks) == ("squared", "c1", 40, ())
    for kind in ("intake.squared", "intake.slipped"):
        late = op(kind, "d1", "op2", reason="x")
        assert fold.is_contested(after("intake", done, late), late)


def test_a_difference_without_a_reason_is_remarked() -> None:
    assert after("intake", opened(), op("intake.squared", "d1", inserted=39)).remarks == ("intake.reason_missing:op1",)
    assert after("intake", opened(), op("intake.squared", "d1", inserted=39, reason="one torn")).remarks == ()


@pytest.mark.parametrize("kind", ["intake.squared", "intake.slipped"])
def test_an_act_on_an_unknown_drop_is_kept(kind: str) -> None:
    row = after("intake", None, op(kind, "d1"))
    assert (row, row.contested) == (Intake("d1", "open", contested=("op1",), history=row.history), ("op1",))


def test_a_drop_that_slips_stays_open_with_its_reason() -> None:
    row = after("intake", opened(), op("intake.slipped", "d1", day="2026-11-02", reason="late truck"))
    assert (row.state, row.slipped_on, row.slip_reason) == ("open", "2026-11-02", "late truck")


# ------------------------------------------------------------ lists of returns


def test_r18_a_list_takes_pieces_until_it_is_handed_over() -> None:
    row = after("manifest", None, op("manifest.returns_begun", "m1", "op0", carrier="usps"))
    assert (row.state, row.kind, row.carrier) == ("open", "returns", "usps")
    for n, item in enumerate(("i1", "i2", "i1")):
        row = after("manifest", row, op("manifest.return_scanned", "m1", f"s{n}", item=item))
    assert row.entries == ("i1", "i2")
    row = after("manifest", row, op("manifest.return_taken_off", "m1", "t", item="i1"))
    done = after("manifest", row, op("manifest.returns_handed_over", "m1", items=["i2"]))
    assert (done.state, done.entries, done.handed_by, done.remarks) == ("handed_over", ("i2",), "c1", ())
    for kind in ("manifest.return_scanned", "manifest.return_taken_off", "manifest.returns_handed_over"):
        late = op(kind, "m1", "op9", **({"items": ["i2"]} if kind.endswith("over") else {"item": "i2"}))
        assert fold.is_contested(after("manifest", done, late), late)
        assert after("manifest", done, late).entries == ("i2",)
    twice = op("manifest.returns_begun", "m1", "op8", carrier="ups")
    assert fold.is_contested(after("manifest", done, twice), twice)


def test_r18_other_pieces_than_those_on_the_list_are_remarked() -> None:
    row = after("manifest", None, op("manifest.returns_begun", "m1", "op0"))
    done = after("manifest", row, op("manifest.returns_handed_over", "m1", items=["i9"]))
    assert done.remarks == ("manifest.pieces_differ:op1",)


def test_a_list_of_parcels_is_no_list_of_returns() -> None:
    row, act = Manifest("m1", "open", "parcels"), op("manifest.return_scanned", "m1", item="i1")
    assert fold.is_contested(after("manifest", row, act), act)
    lost = after("manifest", None, act)
    assert (lost.kind, lost.contested) == ("returns", ("op1",))
