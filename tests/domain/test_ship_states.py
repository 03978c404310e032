"""The fold of parcels, bundles and carriers' lists: gates as remarks, contradictions contested, undo refused (S-11)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from counter_app.domain import fold
from counter_app.domain.address_shape import Address
from counter_app.domain.employee import Actor
from counter_app.domain.fold import Rejected
from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.manifest import Manifest
from counter_app.domain.operations import Operation, checked_body
from counter_app.domain.task import TaskState
from counter_app.domain.task_consolidate import ConsolidateTask
from counter_app.domain.task_ship import ShipTask

ANN, BOSS = Actor("ann", 2), Actor("boss", 4)
PRICED: dict[str, Any] = {"carrier": "ups", "service": "Ground", "source": "store"}
PARCEL = ShipTask("t1", "ship", "a1", "12", "weighed", items=("i1",), contents="none", to=Address(name="Bo"))


def op(name: str, entity_id: str = "t1", actor: Actor = ANN, **body: Any) -> Operation:
    return Operation("o1", name, entity_id, actor, 5, checked_body(name, body))


def parcel(row: Any, act: Operation) -> ShipTask:
    after = fold.apply("task", row, act)
    assert isinstance(after, ShipTask)
    return after


@pytest.mark.parametrize(
    ("postage", "reason", "remarks"),
    [
        (1_200, "", ()),
        (1_201, "", ("ship.markup_unreasoned:o1",)),
        (1_201, "  ", ("ship.markup_unreasoned:o1",)),
        (1_500, "No discount", ()),
        (1_501, "No discount", ("ship.markup_blocked:o1",)),
    ],
)
def test_s11_the_fold_notes_a_price_that_went_round_the_guard(
    postage: int, reason: str, remarks: tuple[str, ...]
) -> None:
    after = parcel(PARCEL, op("ship.priced", **PRICED, retail_cents=1_000, postage_cents=postage, reason=reason))
    assert (after.state, after.remarks) == ("priced", remarks)


def test_a_price_without_the_question_and_abroad_without_customs_is_noted() -> None:
    row = replace(PARCEL, contents="", to=Address(name="Bo", country="CH"))
    after = parcel(row, op("ship.priced", **PRICED, retail_cents=1_000, postage_cents=1_000))
    assert after.remarks == ("ship.contents_not_asked:o1", "ship.customs_missing:o1")


ACTS = [
    ("ship.weighed", {"packaging": "box"}, {"gathered", "weighed", "priced"}, "weighed"),
    ("ship.priced", PRICED, {"weighed", "priced"}, "priced"),
    ("ship.label_made", {"label": "l2"}, {"paid"}, "label_printed"),
    ("ship.voided", {"label": "l1"}, {"label_printed"}, "voided"),
    ("ship.label_wanted", {}, {"voided"}, "paid"),
    ("manifest.parcels_handed_over", {"tasks": ["t1"]}, {"label_printed"}, "handed_to_carrier"),
]


@pytest.mark.parametrize("old", [one.value for one in TaskState])
@pytest.mark.parametrize(("name", "body", "may", "new"), ACTS)
def test_a_parcel_makes_only_legal_moves(old: str, name: str, body: dict[str, Any], may: set[str], new: str) -> None:
    row = replace(PARCEL, state=old, label_id="l1")
    act = op(name, "m1" if name.startswith("manifest") else "t1", **body)
    after = parcel(row, act)
    assert (after.state, fold.is_contested(after, act)) == ((new, False) if old in may else (old, True))


def test_a_label_that_was_replaced_already_is_not_voided() -> None:
    act = op("ship.voided", label="older")
    assert fold.is_contested(parcel(replace(PARCEL, state="label_printed", label_id="l1"), act), act)


def test_an_act_of_shipping_on_another_kind_of_task_is_contested() -> None:
    row = ConsolidateTask("t1", "consolidate", "a1", "12", "paid")
    act = op("ship.label_made", label="l")
    assert fold.is_contested(fold.apply("task", row, act), act)


@pytest.mark.parametrize("old", [one.value for one in ItemState])
def test_only_a_piece_of_a_parcel_on_the_list_is_shipped(old: str) -> None:
    act = op("manifest.parcels_handed_over", "m1", tasks=["t1"], items=["i1"])
    for task_id in ("t1", "t2", ""):
        row = MailItem("i1", "M1", old, task_id=task_id)
        after = fold.apply("item", row, act, "i1")
        may = old == "in_task" and task_id == "t1"
        assert (getattr(after, "state"), fold.is_contested(after, act)) == ("shipped" if may else old, not may)  # noqa: B009


def test_a_list_that_is_closed_or_of_returns_takes_no_parcel_and_a_difference_is_noted() -> None:
    act = op("manifest.parcel_scanned", "m1", task="t1")
    for row in (Manifest("m1", "handed_over", "parcels"), Manifest("m1", "open", "returns")):
        assert fold.is_contested(fold.apply("manifest", row, act), act)
    handed = op("manifest.parcels_handed_over", "m1", tasks=["t2"])
    after = fold.apply("manifest", Manifest("m1", "open", "parcels", entries=("t1",)), handed)
    assert (getattr(after, "state"), getattr(after, "remarks")) == ("handed_over", ("manifest.parcels_differ:o1",))  # noqa: B009


@pytest.mark.parametrize("state", [one.value for one in ItemState])
def test_a_bundle_is_undone_only_while_it_lies_on_its_shelf(state: str) -> None:
    parent = MailItem("p1", "C1", state, parts=("i1",))
    act = op("consolidate.undone", actor=BOSS, parent=["p1"], items=["i1"], reason="x")
    if state != "received":
        with pytest.raises(Rejected, match="not_on_shelf"):
            fold.apply("item", parent, act, "p1")
        return
    assert getattr(fold.apply("item", parent, act, "p1"), "state") == "taken_back"  # noqa: B009


def test_a_child_comes_back_as_it_was_and_a_clerk_does_not_undo() -> None:
    child = MailItem("i1", "M1", "included_in_consolidation", task_id="t1", state_before_task="scanned", parent_id="p1")
    act = op("consolidate.undone", actor=BOSS, parent=["p1"], items=["i1"], reason="x")
    after = fold.apply("item", replace(child, final_ms=9), act, "i1")
    assert isinstance(after, MailItem)
    assert (after.state, after.task_id, after.parent_id, after.final_ms) == ("scanned", "", "", 0)
    with pytest.raises(Rejected, match="level_too_low"):
        fold.apply("item", child, replace(act, actor=ANN), "i1")


def test_a_bundle_is_made_once() -> None:
    act = op("item.bundled", "p1", mail_id="C1", mail_type="package", account="a1", parts=["i1", "i2"])
    made = fold.apply("item", None, act, "p1")
    assert isinstance(made, MailItem)
    assert (made.state, made.parts, made.account_id) == ("received", ("i1", "i2"), "a1")
    again = replace(act, op_id="o2")
    assert fold.is_contested(fold.apply("item", made, again, "p1"), again)
