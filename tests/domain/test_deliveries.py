"""A personal delivery in the fold: every pair of states, the six gates, the code that nobody can read (S-17, S-18)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.domain import delivery, fold
from counter_app.domain.delivery import GONE, PREPARED, DeliveryTask, gaps
from counter_app.domain.employee import Actor
from counter_app.domain.fold import Rejected
from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.operations import KINDS, Operation, checked_body
from counter_app.domain.permissions import PLATFORM, PLATFORM_ONLY
from counter_app.domain.rows import from_plain, to_plain
from counter_app.domain.service_level import StoreHours
from counter_app.domain.supply import Supply, estimate
from counter_app.domain.task import Task, TaskState

ANN, MEG = Actor("ann", 2), Actor("meg", 4)
PROOF = "p" * 64
CHECK = delivery.check_of(PROOF)
BEFORE = {"requested", "gathered", *(state.value for state in PREPARED)}


def op(name: str, actor: Actor = ANN, at_ms: int = 5, op_id: str = "o1", **body: Any) -> Operation:
    by = PLATFORM if KINDS[name].action in PLATFORM_ONLY else actor
    return Operation(op_id, name, "t1", by, at_ms, checked_body(name, body))


def ready(**more: Any) -> DeliveryTask:
    """A delivery with every gate open to the driver."""
    base = DeliveryTask(
        "t1",
        "personal_delivery",
        "a1",
        "12",
        "code_matched",
        items=("i1", "i2"),
        ticked=("i1", "i2"),
        code_salt="aa",
        code_check=CHECK,
        bags=1,
        sealed_ms=1,
        labelled=("i1", "i2"),
        driver_ms=2,
        photo="f" * 64,
        matched_ms=3,
    )
    return replace(base, **more)


def fold_in(row: Task | None, act: Operation) -> DeliveryTask:
    after = fold.apply("task", row, act)
    assert isinstance(after, DeliveryTask)
    return after


OUT = {"items": ["i1", "i2"]}
MOVES: list[tuple[str, dict[str, Any], set[str], str]] = [
    ("task.bags_sealed", {"bags": 1}, {"gathered"}, "sealed"),
    ("task.labels_owed", {"pieces": ["i1", "i2"]}, {"sealed"}, "labelled"),
    ("task.driver_arrived", {}, {"labelled"}, "driver_arrived"),
    ("task.driver_gone", {"why": "left"}, {"driver_arrived", "photo_taken", "code_matched"}, "labelled"),
    ("task.driver_photographed", {"photo": "f"}, {"driver_arrived"}, "photo_taken"),
    ("task.code_tried", {"proof": PROOF}, {"photo_taken"}, "code_matched"),
    ("task.handed_to_driver", {**OUT, "ticked": 1}, {"code_matched"}, "handed_to_driver"),
    ("task.delivery_put_back", {**OUT, "why": "no_show"}, BEFORE - {"requested"}, "declined"),
    ("task.delivered", OUT, {"handed_to_driver"}, "delivered"),
    ("task.delivery_noted", OUT, {"handed_to_driver"}, "delivered"),
    ("task.pieces_returned", OUT, {"handed_to_driver"}, "returned"),
    ("task.pieces_not_returned", OUT, {"handed_to_driver"}, "returned"),
    ("task.cancelled", {}, BEFORE, "cancelled"),
]
AGAIN = {
    # The count put right, labels after a piece dropped out, a better photo: the delivery stays where it is.
    "task.bags_sealed": {state.value for state in PREPARED},
    "task.labels_owed": {"labelled", "driver_arrived", "photo_taken", "code_matched"},
    "task.driver_photographed": {"photo_taken"},
}


@pytest.mark.parametrize("old", [state.value for state in TaskState])
@pytest.mark.parametrize(("name", "body", "froms", "new"), MOVES, ids=[move[0] for move in MOVES])
def test_s18_every_state_and_every_act(name: str, body: dict[str, Any], froms: set[str], new: str, old: str) -> None:
    act = op(name, **body)
    after = fold_in(ready(state=old), act)
    expected = new if old in froms else old
    stays = old in AGAIN.get(name, ())
    assert (after.state, fold.is_contested(after, act)) == (expected, not (old in froms or stays))


@pytest.mark.parametrize("name", [name for name in KINDS if name in {move[0] for move in MOVES[:12]}])
def test_s18_an_act_of_deliveries_on_another_task_is_a_contradiction(name: str) -> None:
    row = Task("t1", "shred", "a1", "12", "gathered", items=("i1",))
    body = next(move[1] for move in MOVES if move[0] == name)
    after = fold.apply("task", row, op(name, **body))
    assert isinstance(after, Task)
    assert (after.state, after.contested) == ("gathered", ("o1",))
    stub = fold.apply("task", None, op(name, **body))
    assert getattr(stub, "contested", ()) == ("o1",)


OPENED: list[tuple[dict[str, Any], str]] = [
    ({"ticked": ("i1",)}, "delivery.not_gathered"),
    ({"sealed_ms": 0}, "delivery.not_sealed"),
    ({"labelled": ()}, "delivery.labels_owed"),
    ({"labelled": ("i1",)}, "delivery.labels_owed"),
    ({"driver_ms": 0}, "delivery.no_driver"),
    ({"photo": ""}, "delivery.no_photo"),
    ({"matched_ms": 0}, "delivery.code_not_matched"),
    ({"matched_ms": 0, "tries": 3}, "delivery.code_locked"),
    ({"items": (), "labelled": ()}, "delivery.no_pieces"),
]


@pytest.mark.parametrize(("change", "gap"), OPENED)
def test_s18_a_gate_that_stood_open_is_written_beside_the_hand_over(change: dict[str, Any], gap: str) -> None:
    row = ready(**change)
    assert gap in gaps(row)
    after = fold_in(row, op("task.handed_to_driver", items=row.at_hand, ticked=1))
    assert f"{gap}:o1" in after.remarks


def test_s18_the_tick_is_a_gate_and_the_pieces_are_those_that_were_gathered() -> None:
    assert gaps(ready()) == ()
    clean = fold_in(ready(), op("task.handed_to_driver", items=["i1", "i2"], ticked=1))
    assert (clean.state, clean.remarks, clean.handed_by) == ("handed_to_driver", (), "ann")
    after = fold_in(ready(), op("task.handed_to_driver", items=["i1"], ticked=0))
    assert after.remarks == ("delivery.not_ticked:o1", "delivery.pieces_differ:o1")
    again = fold_in(clean, op("task.handed_to_driver", op_id="o2", items=["i1"], ticked=0))
    assert (again.contested, again.remarks) == (("o2",), ())


def test_s18_three_wrong_codes_lock_it_and_only_a_manager_or_a_new_code_go_on() -> None:
    row = ready(state="photo_taken", matched_ms=0)
    for n in (1, 2, 3):
        row = fold_in(row, op("task.code_tried", op_id=f"w{n}", proof="wrong"))
        assert (row.state, row.tries, row.locked_out) == ("photo_taken", n, n == 3)
    late = fold_in(row, op("task.code_tried", op_id="w4", proof=PROOF))
    assert (late.state, late.contested) == ("photo_taken", ("w4",))
    with pytest.raises(Rejected, match="level_too_low"):
        fold.apply("task", row, op("task.code_released", ANN, reason="support"))
    released = fold_in(row, op("task.code_released", MEG, reason="support"))
    assert fold_in(released, op("task.code_tried", op_id="r", proof=PROOF)).state == "code_matched"
    with pytest.raises(Rejected, match="not_locked"):
        fold.apply("task", released, op("task.code_released", MEG, op_id="o9", reason="support"))
    other = delivery.check_of("q" * 64)
    renewed = fold_in(row, op("task.code_sent", code_salt="bb", code_check=other, courier="roadie"))
    assert (renewed.tries, renewed.photo, renewed.courier) == (0, "f" * 64, "roadie")
    assert fold_in(renewed, op("task.code_tried", op_id="r1", proof=PROOF)).tries == 1
    assert fold_in(renewed, op("task.code_tried", op_id="r2", proof="q" * 64)).state == "code_matched"


def test_s18_another_driver_does_not_give_three_more_tries() -> None:
    row = ready(state="photo_taken", matched_ms=0, tries=2)
    row = fold_in(row, op("task.driver_gone", why="wrong_code"))
    assert (row.state, row.tries, row.photo, row.driver_ms, row.gone) == ("labelled", 2, "", 0, "wrong_code")


def test_s18_a_new_code_after_the_match_means_another_driver() -> None:
    after = fold_in(ready(), op("task.code_sent", code_salt="bb", code_check="cc"))
    assert (after.state, after.matched_ms, after.photo, after.driver_ms) == ("labelled", 0, "", 0)
    act = op("task.code_sent", code_salt="bb", code_check="cc")
    assert fold.is_contested(fold_in(ready(state="handed_to_driver"), act), act)


def test_s18_a_piece_that_drops_out_owes_the_labels_again() -> None:
    row = fold_in(ready(), op("task.piece_dropped", piece="i2"))
    assert (row.at_hand, gaps(row)) == (("i1",), ("delivery.labels_owed",))
    row = fold_in(row, op("task.labels_owed", op_id="o2", pieces=["i1"]))
    assert (row.state, gaps(row), delivery.label_numbers(row)) == ("code_matched", (), (("i1", "1 of 1"),))
    act = op("task.piece_dropped", op_id="o3", piece="i2")
    assert fold.is_contested(fold_in(row, act), act)


@pytest.mark.parametrize(
    ("typed", "right"), [("7K 4m 21", True), ("7k4M21", True), (" 7K-4M-21\t", True), ("7K4M2", False)]
)
def test_s18_spaces_and_case_of_a_code_do_not_matter(typed: str, right: bool) -> None:
    row = ready(**delivery.sealed_code("7K4M21", "5a17"))
    assert delivery.is_right(row, delivery.proof_of(typed, row.code_salt)) is right


def test_s18_neither_row_nor_check_show_the_code_and_no_check_is_ever_right() -> None:
    sealed = delivery.sealed_code("4821", "5a17")
    assert "4821" not in "".join(sealed.values())
    assert sealed["code_check"] != delivery.proof_of("4821", "5a17")
    assert not delivery.is_right(ready(code_check=""), "")
    assert not delivery.is_right(ready(**sealed), sealed["code_check"])


# ------------------------------------------------------------ the pieces


def item(state: str = "in_task", **more: Any) -> MailItem:
    return MailItem("i1", "M1", state, account_id="a1", task_id="t1", state_before_task="scanned", **more)


def of_item(row: MailItem, act: Operation) -> MailItem:
    after = fold.apply("item", row, act, "i1")
    assert isinstance(after, MailItem)
    return after


def test_s17_the_pieces_go_and_come_back_with_their_delivery() -> None:
    act = op("task.handed_to_driver", items=["i1"], ticked=1)
    out = of_item(item(), act)
    assert (out.state, out.task_id) == ("handed_to_driver", "t1")
    assert of_item(out, op("task.delivered", op_id="o2", items=["i1"])).state == "delivered"
    back = of_item(out, op("task.pieces_returned", op_id="o2", items=["i1"]))
    assert (back.state, back.task_id, back.final_ms) == ("received", "", 0)
    gone = of_item(replace(out, shelf="B-2"), op("task.pieces_not_returned", op_id="o3", items=["i1"]))
    assert (gone.state, gone.shelf, gone.remarks) == ("received", "", ("item.not_returned:o3",))
    assert (gone.searched_for, gone.searching_by, gone.last_shelf) == (True, "ann", "B-2")
    missing = of_item(item(), op("task.handed_to_driver", items=["i2"], missing=["i1"], ticked=1))
    assert (missing.state, missing.task_id) == ("scanned", "")
    put_back = of_item(item(), op("task.delivery_put_back", items=["i1"], why="no_show"))
    assert (put_back.state, put_back.task_id) == ("scanned", "")


@pytest.mark.parametrize("state", [state.value for state in ItemState])
@pytest.mark.parametrize(
    ("name", "new"),
    [("task.delivered", "delivered"), ("task.delivery_noted", "delivered"), ("task.pieces_returned", "received")],
)
def test_s17_only_what_is_out_with_this_driver_is_delivered_or_comes_back(state: str, name: str, new: str) -> None:
    after = of_item(item(state), op(name, items=["i1"]))
    assert (after.state, after.contested) == ((new if state == "handed_to_driver" else state), ())
    other = of_item(replace(item("handed_to_driver"), task_id="t9"), op(name, items=["i1"]))
    assert other.state == "handed_to_driver"


def test_s17_a_piece_of_another_task_is_not_handed_to_a_driver() -> None:
    act = op("task.handed_to_driver", items=["i1"], ticked=1)
    after = of_item(replace(item(), task_id="t9"), act)
    assert (after.state, after.contested) == ("in_task", ("o1",))


def test_s17_returned_needs_every_piece_accounted_for() -> None:
    row = ready(state="handed_to_driver")
    one = fold_in(row, op("task.pieces_returned", items=["i1"]))
    assert (one.state, one.out) == ("handed_to_driver", ("i2",))
    act = op("task.pieces_returned", op_id="o2", items=["i1"])
    assert fold.is_contested(fold_in(one, act), act)
    for name in ("task.pieces_returned", "task.pieces_not_returned"):
        done = fold_in(one, op(name, op_id="o3", items=["i2"]))
        assert (done.state, done.outcome, done.ended_by) == ("returned", "returned", "ann")
    rest = fold_in(one, op("task.delivered", op_id="o4", items=["i2"], delivered_ms=77))
    assert (rest.state, rest.outcome, rest.delivered_ms) == ("delivered", "partly_returned", 77)
    empty = op("task.pieces_returned", op_id="o5")
    assert fold.is_contested(fold_in(row, empty), empty)


# ------------------------------------------------------------ its day

HOURS = StoreHours("America/New_York", dict.fromkeys(range(5), (540, 1020)))
ZONE = ZoneInfo("America/New_York")


def at(day: int, hour: int, minute: int) -> int:
    from datetime import datetime

    return int(datetime(2026, 11, day, hour, minute, tzinfo=ZONE).timestamp() * 1000)


@pytest.mark.parametrize(
    ("hour", "minute", "late", "day"),
    [(9, 0, False, 2), (16, 0, False, 2), (16, 1, True, 2), (16, 59, True, 2), (17, 0, False, 3), (20, 0, False, 3)],
)
def test_s17_t8_sixteen_oh_one_for_seventeen_is_late(hour: int, minute: int, late: bool, day: int) -> None:
    row = ready(requested_ms=at(2, hour, minute))
    assert (delivery.late_request(row, HOURS), delivery.day_of(row, HOURS)) == (late, date(2026, 11, day))


def test_s17_a_scheduled_one_has_its_day_and_is_not_late() -> None:
    row = ready(requested_ms=at(2, 16, 30), window_from_ms=at(4, 10, 0), window_to_ms=at(4, 12, 0))
    assert delivery.day_of(row, HOURS) == date(2026, 11, 4)
    assert not delivery.late_request(row, HOURS)
    assert delivery.due_ms(row, HOURS) == at(4, 12, 0)
    assert delivery.due_ms(ready(requested_ms=at(2, 9, 0)), HOURS) == at(2, 17, 0)
    same = replace(row, window_from_ms=at(2, 16, 45), window_to_ms=at(2, 17, 0))
    assert delivery.late_request(same, HOURS)


def test_s17_a_request_on_a_day_without_business_is_for_the_next_one() -> None:
    row = ready(requested_ms=at(7, 11, 0))  # Saturday
    assert delivery.day_of(row, HOURS) == date(2026, 11, 9)
    never = StoreHours("America/New_York", {})
    assert (delivery.day_of(row, never), delivery.due_ms(row, never)) == (date(2026, 11, 7), 0)


def test_s17_no_show_is_said_thirty_minutes_before_closing() -> None:
    row = ready(requested_ms=at(2, 9, 0))
    assert not delivery.no_show(row, at(2, 16, 29), HOURS)
    assert delivery.no_show(row, at(2, 16, 30), HOURS)
    assert delivery.no_show(row, at(7, 11, 0), HOURS)
    assert not delivery.no_show(replace(row, state="gathered"), at(2, 16, 30), HOURS)
    later = replace(row, window_from_ms=at(4, 10, 0))
    assert not delivery.no_show(later, at(2, 16, 45), HOURS)


# ------------------------------------------------------------ any order of acts

PIECES = ("i1", "i2", "i3")
some = st.lists(st.sampled_from(PIECES), max_size=3, unique=True)
BODIES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "task.piece_ticked": st.fixed_dictionaries({"item": st.sampled_from(PIECES)}),
    "task.piece_missing": st.fixed_dictionaries({"item": st.sampled_from(PIECES)}),
    "task.bags_sealed": st.fixed_dictionaries({"bags": st.integers(0, 5)}),
    "task.labels_owed": st.fixed_dictionaries({"pieces": some}),
    "task.piece_dropped": st.fixed_dictionaries({"piece": st.sampled_from(PIECES)}),
    "task.driver_arrived": st.just({"driver": "Dee"}),
    "task.driver_gone": st.fixed_dictionaries({"why": st.sampled_from(GONE)}),
    "task.driver_photographed": st.just({"photo": "f" * 64}),
    "task.code_tried": st.fixed_dictionaries({"proof": st.sampled_from([PROOF, "", CHECK])}),
    "task.code_released": st.just({"reason": "support"}),
    "task.code_sent": st.just({"code_salt": "bb", "code_check": CHECK}),
    "task.handed_to_driver": st.fixed_dictionaries({"items": some, "ticked": st.integers(0, 1)}),
    "task.delivery_put_back": st.fixed_dictionaries({"why": st.sampled_from(GONE), "items": st.just(list(PIECES))}),
    "task.delivered": st.fixed_dictionaries({"items": some}),
    "task.pieces_returned": st.fixed_dictionaries({"items": some}),
    "task.pieces_not_returned": st.fixed_dictionaries({"items": some}),
}
GUIDE = {
    "requested": ["task.piece_ticked", "task.piece_missing"],
    "gathered": ["task.bags_sealed"],
    "sealed": ["task.labels_owed"],
    "labelled": ["task.driver_arrived", "task.piece_dropped", "task.labels_owed"],
    "driver_arrived": ["task.driver_photographed"],
    "photo_taken": ["task.code_tried"],
    "code_matched": ["task.handed_to_driver"],
    "handed_to_driver": ["task.pieces_returned", "task.delivered"],
}


@settings(max_examples=300)
@given(st.data())
def test_s18_whatever_the_order_no_open_gate_passes_unseen_and_nothing_is_counted_below_nothing(
    data: st.DataObject,
) -> None:
    row = DeliveryTask(
        "t1", "personal_delivery", "a1", "12", "requested", items=PIECES, code_salt="a", code_check=CHECK
    )
    for n in range(data.draw(st.integers(5, 22))):
        likely = GUIDE.get(row.state, list(BODIES))
        name = data.draw(st.sampled_from(likely) if data.draw(st.integers(0, 3)) else st.sampled_from(list(BODIES)))
        body = data.draw(BODIES[name])
        if name == "task.handed_to_driver" and data.draw(st.booleans()):
            body = {"items": row.at_hand, "ticked": 1}
        if name == "task.labels_owed" and data.draw(st.booleans()):
            body = {"pieces": row.at_hand}
        act = op(name, MEG, op_id=f"o{n}", at_ms=n + 1, **body)
        open_before = set(gaps(row))
        try:
            after = fold_in(row, act)
        except Rejected:
            continue
        if after.state == "handed_to_driver" != row.state:
            noted = {text.partition(":")[0] for text in after.remarks}
            assert open_before <= noted
            assert bool(act.number("ticked")) or "delivery.not_ticked" in noted
            if not noted:
                assert set(after.labelled) == set(after.at_hand) == set(act.names("items"))
        assert after.bags >= 0
        assert 0 <= after.tries <= delivery.TRIES
        assert not set(after.returned) & set(after.not_returned)
        if after.state == "returned":
            assert set(after.returned) | set(after.not_returned) == set(after.at_hand)
        if after.matched_ms and not row.matched_ms:
            assert act.text("proof") == PROOF
        assert from_plain("task", to_plain(after)) == after
        row = after


# ------------------------------------------------------------ poly bags


@given(st.integers(0, 50), st.integers(0, 500))
def test_s17_the_estimate_of_poly_bags_is_never_below_nothing(on_hand: int, used: int) -> None:
    left = estimate(Supply("poly_bag", on_hand), used)
    assert left == max(0, on_hand - used) >= 0


def test_s17_poly_bags_are_counted_restocked_and_have_a_level() -> None:
    row = fold.apply("supply", None, Operation("o1", "supply.counted", "poly_bag", ANN, 5, {"on_hand": 40}))
    assert (row.id, row.on_hand, row.since_ms, row.level) == ("poly_bag", 40, 5, 20)  # type: ignore[union-attr]
    act = Operation("o2", "supply.restocked", "poly_bag", ANN, 9, {"count": 50, "on_hand": 85})
    row = fold.apply("supply", row, act)
    assert (row.on_hand, row.since_ms) == (85, 9)  # type: ignore[union-attr]
    row = fold.apply("supply", row, Operation("o3", "supply.level_set", "poly_bag", MEG, 11, {"level": 30}))
    assert (row.on_hand, row.level, row.remarks) == (85, 30, ())  # type: ignore[union-attr]
    low = fold.apply("supply", row, Operation("o4", "supply.level_set", "poly_bag", ANN, 12, {"level": 1}))
    assert low.remarks == ("rights.level_too_low:o4",)


def test_the_pairs_named_here_are_all_pairs_of_deliveries() -> None:
    """What the acts can do is what the table of moves allows, apart from what the shared acts do."""
    from counter_app.domain.task import TaskKind, may_move

    said = {(old, new) for name, _, froms, new in MOVES for old in froms}
    said |= {("requested", "gathered"), ("requested", "declined"), *((old, "declined") for old in BEFORE)}
    allowed = {
        (old.value, new.value)
        for old, new in product(TaskState, TaskState)
        if may_move(TaskKind.PERSONAL_DELIVERY, old, new)
    }
    assert said == allowed
