"""Shelves, counts and searches through the fold: every state against every act (2.3, 2.11)."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain import fold
from counter_app.domain.employee import Actor
from counter_app.domain.fold import Rejected
from counter_app.domain.mail_item import ON_THE_SHELF, ItemState, MailItem
from counter_app.domain.operations import Operation, checked_body
from counter_app.domain.pickup import OPEN, Pickup, PickupState
from counter_app.domain.rows import Row
from counter_app.domain.shelf import Shelf, ShelfState, in_order, on_the_walk, shelf_id
from counter_app.domain.stocktake import Stocktake, StocktakeState
from counter_app.domain.task import ENDED, TaskKind, TaskState, may_end_without_work
from counter_app.domain.task_ship import ShipTask
from counter_app.domain.tasks import task_class

MANAGER, CLERK = Actor("meg", 4), Actor("ann", 1)
ITEM_STATES = [state.value for state in ItemState]
BODY: dict[str, dict[str, Any]] = {"shelf.set": {"shelf_kind": "bin"}, "item.looked_for": {"step": "boxes"}}


def op(
    kind: str, entity_id: str = "i1", op_id: str = "o1", at_ms: int = 50, actor: Actor = MANAGER, **body: Any
) -> Any:
    return Operation(op_id, kind, entity_id, actor, at_ms, checked_body(kind, {**BODY.get(kind, {}), **body}))


def piece(state: str = "received", **more: Any) -> MailItem:
    return MailItem(id="i1", mail_id="M1", state=state, **{"shelf": "B-3", **more})


def after(row: Row | None, act: Operation, entity: str = "item") -> Any:
    return fold.apply(entity, row, act, "i1" if entity == "item" else "")


# ------------------------------------------------------------ shelves


@pytest.mark.parametrize("old", list(ShelfState))
@pytest.mark.parametrize(("kind", "new"), [("shelf.closed", "closed"), ("shelf.reopened", "in_use")])
def test_a_shelf_makes_only_legal_moves(old: ShelfState, kind: str, new: str) -> None:
    row = Shelf(shelf_id("B-3"), old.value, code="B-3")
    if old.value == new:
        with pytest.raises(Rejected, match=r"op\.move_not_allowed"):
            after(row, op(kind, row.id), "shelf")
    else:
        assert after(row, op(kind, row.id), "shelf").state == new


@pytest.mark.parametrize("old", list(ShelfState))
def test_setting_a_shelf_up_again_changes_what_it_is_and_not_whether_it_is_used(old: ShelfState) -> None:
    row = Shelf(shelf_id("B-3"), old.value, code="B-3", zone="Front")
    changed = after(row, op("shelf.set", row.id, code="B-3", zone="Back", turn=4, capacity=9), "shelf")
    assert (changed.state, changed.zone, changed.kind, changed.turn, changed.capacity) == (
        old.value,
        "Back",
        "bin",
        4,
        9,
    )


def test_the_same_code_set_up_at_two_counters_is_one_shelf() -> None:
    first = after(None, op("shelf.set", shelf_id("B-3"), "o1", code="B-3", zone="Front"), "shelf")
    both = after(first, op("shelf.set", shelf_id("B-3"), "o2", code="B-3", zone="Back"), "shelf")
    assert (both.id, both.zone, both.contested) == ("shelf.B-3", "Back", ())


@pytest.mark.parametrize("kind", ["shelf.closed", "shelf.reopened"])
def test_a_shelf_that_nobody_set_up_is_neither_closed_nor_reopened(kind: str) -> None:
    with pytest.raises(Rejected, match=r"op\.shelf_unknown"):
        after(None, op(kind, "shelf.B-3"), "shelf")


def test_one_walks_by_the_turn_then_by_the_code_as_it_is_counted() -> None:
    def shelf(code: str, turn: int = 0) -> tuple[Any, ...]:
        return on_the_walk(Shelf(code, "in_use", code=code, turn=turn), code)

    walk = [
        shelf("Z", 1),
        shelf("A-2", 2),
        shelf("A-2"),
        shelf("A-10"),
        on_the_walk(None, "A-1"),
        on_the_walk(None, ""),
    ]
    assert sorted(walk) == walk
    assert in_order("B-2") < in_order("B-10") < in_order("C-1")


# ------------------------------------------------------------ counts


@pytest.mark.parametrize("old", list(StocktakeState))
@pytest.mark.parametrize("kind", ["stocktake.ended", "stocktake.dropped"])
def test_a_count_makes_only_legal_moves(old: StocktakeState, kind: str) -> None:
    row = Stocktake("s1", old.value, shelf="B-3")
    done = after(row, op(kind, "s1"), "stocktake")
    new = "done" if kind == "stocktake.ended" else "dropped"
    # Two counters that counted together may both say that they are through.
    allowed = old is StocktakeState.OPEN or (old is StocktakeState.DONE and new == "done")
    assert (done.state, bool(done.contested)) == ((new, False) if allowed else (old.value, True))


@pytest.mark.parametrize("old", list(StocktakeState))
def test_what_was_scanned_while_counting_is_kept_whatever_became_of_the_count(old: StocktakeState) -> None:
    row = Stocktake("s1", old.value, shelf="B-3", found=("i1",))
    row = after(row, op("stocktake.piece_found", "s1", "o1", item="i2"), "stocktake")
    row = after(row, op("stocktake.piece_found", "s1", "o2", item="i1"), "stocktake")
    row = after(row, op("stocktake.unknown_found", "s1", "o3", code="XYZ"), "stocktake")
    assert (row.state, row.found, row.unknown, row.contested) == (old.value, ("i1", "i2"), ("XYZ",), ())


def test_a_count_that_is_begun_twice_is_contested_and_one_never_begun_is_kept() -> None:
    row = after(None, op("stocktake.begun", "s1", "o1", shelf="B-3", expected=["i1"]), "stocktake")
    assert (row.state, row.shelf, row.expected, row.begun_ms, row.begun_by) == ("open", "B-3", ("i1",), 50, "meg")
    assert after(row, op("stocktake.begun", "s1", "o2", shelf="C"), "stocktake").contested == ("o2",)
    assert after(None, op("stocktake.piece_found", "s9", item="i1"), "stocktake").contested == ("o1",)


# ------------------------------------------------------------ searching


@pytest.mark.parametrize("old", ITEM_STATES)
@pytest.mark.parametrize("kind", ["item.missed", "task.piece_missing", "stocktake.ended"])
def test_only_a_piece_that_should_lie_here_is_searched_for(old: str, kind: str) -> None:
    missed = after(piece(old), op(kind))
    here = ItemState(old) in ON_THE_SHELF
    assert (missed.state, missed.contested) == (old, ())
    assert (missed.searched_for, missed.shelf) == (here, "" if here else "B-3")
    if here:
        assert (missed.searching_ms, missed.searching_by, missed.last_shelf) == (50, "meg", "B-3")


def test_a_piece_that_has_turned_out_to_lie_elsewhere_is_not_missed_from_where_it_was() -> None:
    moved = after(piece(), op("item.moved", op_id="o1", shelf="C-1"))
    assert not after(moved, op("item.missed", op_id="o2", shelf="B-3")).searched_for
    assert after(moved, op("item.missed", op_id="o2", shelf="C-1")).searched_for


def test_missing_it_twice_keeps_the_first_report_since_storage_stopped_then() -> None:
    missed = after(piece(), op("item.missed", op_id="o1", at_ms=50))
    again = after(missed, op("item.missed", op_id="o2", at_ms=90, actor=CLERK))
    assert (again.searching_ms, again.searching_by, again.last_shelf) == (50, "meg", "B-3")


def test_a_report_at_the_beginning_of_time_still_counts() -> None:
    assert after(piece(), op("item.missed", at_ms=0)).searched_for


FINDERS: list[tuple[str, str, dict[str, Any]]] = [
    ("item.found", "", {}),
    ("item.found", "D-4", {"shelf": "D-4"}),
    ("item.moved", "D-4", {"shelf": "D-4"}),
    ("stocktake.piece_found", "D-4", {"item": "i1", "shelf": "D-4"}),
    ("task.piece_ticked", "", {"item": "i1"}),
]


@pytest.mark.parametrize(("kind", "shelf", "body"), FINDERS)
@pytest.mark.parametrize("old", sorted(state.value for state in ON_THE_SHELF))
def test_any_scan_of_it_ends_the_search(old: str, kind: str, shelf: str, body: dict[str, Any]) -> None:
    lost = piece(old, shelf="", searching_ms=20, searching_by="ann", last_shelf="B-3", looked=("boxes",), paused_ms=5)
    found = after(lost, op(kind, at_ms=50, **body))
    assert (found.state, found.searched_for, found.shelf, found.looked, found.contested) == (old, False, shelf, (), ())
    assert found.paused_ms == 35, "the storage that was not charged is remembered"


@pytest.mark.parametrize("old", ITEM_STATES)
def test_lost_and_found_are_legal_moves_only(old: str) -> None:
    gone = after(piece(old, searching_ms=20), op("item.lost", reason="flood"))
    here = ItemState(old) in ON_THE_SHELF
    assert (gone.state, bool(gone.contested)) == (("lost", False) if here else (old, True))
    back = after(piece(old, searching_ms=20), op("item.found"))
    if old == "lost":
        assert (back.state, back.searching_ms, back.contested) == ("unassigned", 0, ())
    else:
        assert (back.state, bool(back.contested)) == (old, ItemState(old) not in ON_THE_SHELF)


@pytest.mark.parametrize(
    ("known", "back"),
    [({}, "unassigned"), ({"account_id": "a1"}, "received"), ({"account_id": "a1", "scan": "ab" * 32}, "scanned")],
)
@pytest.mark.parametrize("old", sorted(state.value for state in ON_THE_SHELF))
def test_a_lost_piece_that_turns_up_goes_on_where_it_was_and_in_no_task(old: str, known: Any, back: str) -> None:
    row = piece(old, searching_ms=20, task_id="t1" if old == "in_task" else "", **known)
    gone = after(row, op("item.lost", reason="flood", task=row.task_id))
    assert (gone.state, gone.task_id, gone.contested) == ("lost", "", ())
    found = after(gone, op("item.found", op_id="o2", shelf="D-4"))
    assert (found.state, found.task_id, found.shelf, found.contested) == (back, "", "D-4", ())


def test_a_piece_that_went_into_another_task_meanwhile_is_not_lost_with_the_first() -> None:
    row = piece("in_task", task_id="t2", searching_ms=20)
    gone = after(row, op("item.lost", reason="flood", task="t1"))
    assert (gone.state, gone.task_id, gone.contested) == ("in_task", "t2", ("o1",))


@pytest.mark.parametrize("kind", list(TaskKind))
@pytest.mark.parametrize("state", list(TaskState))
def test_a_task_goes_on_without_its_lost_piece_from_every_step(kind: TaskKind, state: TaskState) -> None:
    cls = task_class(kind.value)
    row = cls("t1", kind.value, "a1", "12", state.value, items=("i1", "i2"), ticked=("i2",), missing=("i1",))
    left = after(row, op("item.lost", reason="flood", task="t1"), "task")
    if state in ENDED[kind]:
        assert (left.state, left.items, left.contested) == (state.value, ("i1", "i2"), ())
    else:
        gathering = state in (TaskState.REQUESTED, TaskState.GATHERED)
        assert (left.state, left.contested) == ("gathered" if gathering else state.value, ())
        assert (left.items, left.ticked, left.missing) == (("i2",), ("i2",), ())
    assert left.history[-1][1] == "item.lost"


@pytest.mark.parametrize("state", list(PickupState))
def test_a_pickup_goes_on_without_its_lost_piece_from_every_step(state: PickupState) -> None:
    row = Pickup("p1", "a1", "12", state.value, "scheduled", ("i1", "i2"), ("i1",), ("i1",), fetched=("i1", "i2"))
    left = after(row, op("item.lost", reason="flood", pickup="p1"), "pickup")
    if state not in OPEN:
        assert (left.state, left.items, left.contested) == (state.value, ("i1", "i2"), ())
    else:
        # What is left lies at the counter: its customer can be told.
        assert (left.state, left.contested) == ("ready" if state is PickupState.SCHEDULED else state.value, ())
        assert (left.items, left.scanned, left.missing, left.fetched) == (("i2",), (), (), ("i2",))


def test_a_lost_piece_frees_a_task_whose_last_piece_it_was_for_its_decline() -> None:
    row = ShipTask("t1", "ship", "a1", "12", "label_printed", ("i1",), ticked=("i1",))
    left = after(row, op("item.lost", reason="flood", task="t1"), "task")
    assert (left.state, left.at_hand) == ("label_printed", ())
    assert may_end_without_work(TaskKind.SHIP, TaskState.LABEL_PRINTED)
    assert not may_end_without_work(TaskKind.SCAN, TaskState.PAID)
    assert not may_end_without_work(TaskKind.SHRED, TaskState.IN_SHRED_PILE)


def test_a_lost_piece_keeps_since_when_it_was_searched_for() -> None:
    gone = after(piece(shelf="", last_shelf="B-3", searching_ms=20, searching_by="ann"), op("item.lost", reason="x"))
    assert (gone.searching_ms, gone.last_shelf, gone.searching_by, gone.searched_for) == (20, "B-3", "ann", False)
    at_once = after(piece(), op("item.lost", reason="x", at_ms=70))
    assert (at_once.searching_ms, at_once.last_shelf, at_once.shelf) == (70, "B-3", "")


def test_a_clerk_below_a_manager_who_declares_a_piece_lost_is_noted() -> None:
    gone = after(piece(searching_ms=20), op("item.lost", actor=CLERK, reason="x"))
    assert gone.remarks == ("rights.level_too_low:o1",)


def test_steps_of_the_search_are_kept_once_and_only_while_it_is_on() -> None:
    row = after(piece(shelf="", searching_ms=20), op("item.looked_for", op_id="o1", step="returns"))
    row = after(row, op("item.looked_for", op_id="o2", step="boxes"))
    row = after(row, op("item.looked_for", op_id="o3", step="returns"))
    assert row.looked == ("returns", "boxes")
    assert after(piece(), op("item.looked_for")).looked == ()


@pytest.mark.parametrize("kind", ["pickup.handed_over"])
def test_a_piece_that_goes_out_is_not_searched_for_any_more(kind: str) -> None:
    row = piece("in_task", task_id="p1", searching_ms=20, shelf="")
    gone = after(row, op(kind, "p1", items=["i1"]))
    assert (gone.state, gone.searching_ms, gone.paused_ms) == ("picked_up", 0, 30)


def test_s12_a_piece_missing_at_the_hand_over_is_free_and_still_searched_for() -> None:
    row = piece("in_task", task_id="p1", state_before_task="received", searching_ms=20, shelf="")
    free = after(row, op("pickup.handed_over", "p1", items=["i2"], missing=["i1"]))
    assert (free.state, free.searched_for, free.searching_ms) == ("received", True, 20)


# ------------------------------------------------------------ two counters count one shelf


def test_what_the_other_counter_had_in_hand_since_the_count_began_is_not_missed() -> None:
    """A ends its count of B-3 without i1, which B has scanned there: in either order i1 lies on B-3."""
    ended = op("stocktake.ended", "a", "o1", at_ms=90, shelf="B-3", missing=["i1"], since_ms=40)
    seen = op("stocktake.piece_found", "b", "o2", at_ms=60, item="i1", shelf="B-3")
    for acts in permutations([ended, seen]):
        row = piece()
        for act in acts:
            row = after(row, act)
        assert (row.shelf, row.searched_for) == ("B-3", False)


def test_what_was_seen_before_the_count_began_is_missed_all_the_same() -> None:
    row = after(piece(), op("stocktake.piece_found", "b", "o1", at_ms=30, item="i1", shelf="B-3"))
    assert after(row, op("stocktake.ended", "a", "o2", at_ms=90, shelf="B-3", since_ms=40)).searched_for


ACTS = st.sampled_from(
    [
        ("item.moved", {"shelf": "C-1"}),
        ("item.missed", {"shelf": "B-3"}),
        ("item.missed", {}),
        ("item.found", {}),
        ("item.found", {"shelf": "D-4"}),
        ("item.looked_for", {}),
        ("item.lost", {"reason": "x"}),
        ("stocktake.piece_found", {"item": "i1", "shelf": "B-3"}),
        ("stocktake.ended", {"missing": ["i1"], "shelf": "B-3", "since_ms": 10}),
        ("task.piece_missing", {"item": "i1"}),
        ("task.piece_ticked", {"item": "i1"}),
        ("item.taken_back", {}),
    ]
)


@given(st.lists(st.tuples(ACTS, st.integers(0, 99)), max_size=12))
def test_in_any_order_a_piece_lies_in_one_place_or_is_searched_for_or_gone(acts: Any) -> None:
    row = piece()
    for n, ((kind, body), at_ms) in enumerate(acts):
        row = after(row, op(kind, op_id=f"o{n}", at_ms=at_ms, **body))
        lies = row.on_the_shelf and not row.searched_for
        assert [lies, row.searched_for, not row.on_the_shelf].count(True) == 1
        assert not (row.searched_for and row.shelf), "nobody knows where it is"
        assert row.paused_ms >= 0
        if row.state == "lost":
            assert row.shelf == ""
