"""A shelf is counted by scanning; a piece that is missing is searched for, found or given up (2.11)."""

from collections.abc import Callable
from typing import Any

import pytest

from counter_app.desk import pickups, searches, shelves, stocktakes, task_work
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import SEARCH_STEPS
from counter_app.store import state
from tests.counter_acts import everything, kinds, piece, ready_to_leave, refusal

CLERK, MANAGER = Actor("clerk-1", 1), Actor("meg", 4)


@pytest.fixture
def shop(counter: Any) -> Any:
    counter.account("a1", "101", "Ann Lee")
    counter.clerk()
    shelves.set_up(counter.desk, MANAGER, "B-3", "Back", "shelf", 1)
    shelves.set_up(counter.desk, MANAGER, "C-1", "Back", "shelf", 2)
    return counter


def item(shop: Any, item_id: str) -> Any:
    with shop.desk.db.read() as connection:
        return state.item(connection, item_id)


def ids(pieces: Any) -> list[str]:
    return [one.id for one in pieces]


def test_a_shelf_is_counted_and_its_differences_are_put_right(shop: Any) -> None:
    here, missing = piece(shop, MANAGER, shelf="B-3"), piece(shop, MANAGER, shelf="B-3")
    other = piece(shop, MANAGER, shelf="C-1")
    count = stocktakes.begin(shop.desk, CLERK, "b-3")
    assert (ids(count.missing), count.right, count.even) == ([here.id, missing.id], (), False)
    count, what = stocktakes.scan(shop.desk, CLERK, "B-3", here.mail_id)
    assert (what, ids(count.right)) == ("right", [here.id])
    assert stocktakes.scan(shop.desk, CLERK, "B-3", here.mail_id)[1] == "again"
    count, what = stocktakes.scan(shop.desk, CLERK, "B-3", other.mail_id)
    assert (what, [(one.item.id, one.where) for one in count.misplaced]) == ("misplaced", [(other.id, "C-1")])
    count, what = stocktakes.scan(shop.desk, CLERK, "B-3", "1Z999AA10123456784")
    assert (what, count.unknown) == ("unknown", ("1Z999AA10123456784",))

    count = stocktakes.move_here(shop.desk, CLERK, "B-3", other.id)
    assert (ids(count.right), count.misplaced) == ([here.id, other.id], ())
    ended = stocktakes.end(shop.desk, CLERK, "B-3")
    assert ids(ended.missing) == [missing.id]
    lost = item(shop, missing.id)
    assert (lost.searched_for, lost.shelf, lost.last_shelf, item(shop, other.id).shelf) == (True, "", "B-3", "B-3")
    assert stocktakes.open_counts(shop.desk, CLERK) == ()
    assert refusal(stocktakes.scan, shop.desk, CLERK, "B-3", here.mail_id).code == "stocktake.not_open"


def test_a_shelf_that_is_as_the_register_says_is_even(shop: Any) -> None:
    here = piece(shop, MANAGER, shelf="B-3")
    stocktakes.begin(shop.desk, CLERK, "B-3")
    assert stocktakes.scan(shop.desk, CLERK, "B-3", here.mail_id)[0].even
    stocktakes.end(shop.desk, CLERK, "B-3")
    assert searches.listing(shop.desk, CLERK) == ()


def test_a_count_is_gone_on_with_where_it_was_left(shop: Any) -> None:
    here = piece(shop, MANAGER, shelf="B-3")
    stocktakes.begin(shop.desk, CLERK, "B-3")
    stocktakes.scan(shop.desk, CLERK, "B-3", here.mail_id)
    again = stocktakes.begin(shop.desk, MANAGER, "B-3")
    assert (ids(again.right), again.begun_by, len(again.counts)) == ([here.id], ("Jordan Miles",), 1)
    assert ids(stocktakes.count_of(shop.desk, MANAGER, "B-3").right) == [here.id]
    assert [one.shelf for one in stocktakes.open_counts(shop.desk, CLERK)] == ["B-3"]


def test_what_comes_and_goes_while_one_counts_is_no_difference(shop: Any) -> None:
    leaving = piece(shop, MANAGER, shelf="B-3")
    stocktakes.begin(shop.desk, CLERK, "B-3")
    shelves.put(shop.desk, CLERK, leaving.id, "C-1")
    assert stocktakes.count_of(shop.desk, CLERK, "B-3").even


def test_a_count_begun_by_mistake_leaves_no_trace_on_the_pieces(shop: Any) -> None:
    here = piece(shop, MANAGER, shelf="B-3")
    stocktakes.begin(shop.desk, CLERK, "B-3")
    stocktakes.drop(shop.desk, CLERK, "B-3")
    assert not item(shop, here.id).searched_for
    assert refusal(stocktakes.end, shop.desk, CLERK, "B-3").code == "stocktake.not_open"


def test_a_piece_that_left_by_the_register_and_lies_there_is_shown_and_not_put_back_by_itself(shop: Any) -> None:
    gone = piece(shop, MANAGER, shelf="B-3")
    pickups.hand_over(shop.desk, MANAGER, ready_to_leave(shop, MANAGER, [gone]))
    stocktakes.begin(shop.desk, CLERK, "B-3")
    count, what = stocktakes.scan(shop.desk, CLERK, "B-3", gone.mail_id)
    assert (what, count.misplaced[0].where, count.misplaced[0].here_by_right) == ("misplaced", "gone", False)
    assert refusal(stocktakes.move_here, shop.desk, CLERK, "B-3", gone.id).code == "item.not_on_shelf"
    stocktakes.end(shop.desk, CLERK, "B-3")
    assert (item(shop, gone.id).state, item(shop, gone.id).contested) == ("picked_up", ())


def test_what_was_searched_for_is_found_by_being_scanned_in_a_count(shop: Any) -> None:
    missed = piece(shop, MANAGER, shelf="C-1")
    searches.report(shop.desk, CLERK, missed.id)
    stocktakes.begin(shop.desk, CLERK, "B-3")
    count, what = stocktakes.scan(shop.desk, CLERK, "B-3", missed.mail_id)
    assert (what, ids(count.right)) == ("right", [missed.id])
    assert (item(shop, missed.id).shelf, item(shop, missed.id).searched_for) == ("B-3", False)


def test_a_lost_piece_is_found_by_being_scanned_in_a_count(shop: Any) -> None:
    missed = piece(shop, MANAGER, shelf="C-1")
    searches.report(shop.desk, CLERK, missed.id)
    searches.declare_lost(shop.desk, MANAGER, missed.id, "a flood")
    stocktakes.begin(shop.desk, CLERK, "B-3")
    assert stocktakes.scan(shop.desk, CLERK, "B-3", missed.mail_id)[1] == "right"
    assert (item(shop, missed.id).state, item(shop, missed.id).shelf) == ("received", "B-3")


def test_an_unknown_code_that_was_received_meanwhile_is_no_difference_any_more(shop: Any) -> None:
    stocktakes.begin(shop.desk, CLERK, "B-3")
    stocktakes.scan(shop.desk, CLERK, "B-3", "1Z999AA10123456784")
    stocktakes.scan(shop.desk, CLERK, "B-3", "1Z999AA10123456784")
    assert kinds(shop.desk).count("stocktake.unknown_found") == 1
    piece(shop, MANAGER, shelf="B-3", tracking="1Z999AA10123456784")
    assert stocktakes.count_of(shop.desk, CLERK, "B-3").unknown == ()


def test_a_shelf_with_more_than_can_be_counted_at_once_is_refused(shop: Any, monkeypatch: Any) -> None:
    piece(shop, MANAGER, shelf="B-3")
    monkeypatch.setattr(stocktakes, "PIECES_MAX", 1)
    before = everything(shop.desk)
    assert refusal(stocktakes.begin, shop.desk, CLERK, "B-3").facts == {"shelf": "B-3", "most": 1}
    assert everything(shop.desk) == before
    assert refusal(stocktakes.begin, shop.desk, CLERK, "").code == "item.shelf_wrong"


def test_two_counters_that_began_with_the_line_cut_count_together(make_counter: Callable[..., Any]) -> None:
    """The other counter's count of the shelf arrives: what both have found is taken together, and one end ends both."""
    from dataclasses import replace

    from counter_app.domain.rows import to_plain
    from counter_app.domain.stocktake import Stocktake

    shop = make_counter()
    shop.account("a1", "101", "Ann Lee")
    mine, theirs, neither = (piece(shop, MANAGER, shelf="B-3") for _ in range(3))
    stocktakes.begin(shop.desk, CLERK, "B-3")
    stocktakes.scan(shop.desk, CLERK, "B-3", mine.mail_id)
    other = Stocktake("other", "open", shelf="B-3", found=(theirs.id,), begun_ms=shop.clock.wall, begun_by="bo")
    seen = replace(item(shop, theirs.id), seen_ms=shop.clock.wall, seen_shelf="B-3")
    with shop.desk.db.write() as connection:
        assert state.accept_pulled(connection, "stocktake", [("other", 7, to_plain(other))]) == []
        assert state.accept_pulled(connection, "item", [(theirs.id, 7, to_plain(seen))]) == []
    count = stocktakes.count_of(shop.desk, CLERK, "B-3")
    assert (sorted(ids(count.right)), ids(count.missing)) == (sorted([mine.id, theirs.id]), [neither.id])
    assert count.begun_by == ("clerk-1", "bo")
    stocktakes.end(shop.desk, CLERK, "B-3")
    assert stocktakes.open_counts(shop.desk, CLERK) == ()
    assert [one.item.id for one in searches.listing(shop.desk, CLERK)] == [neither.id]


# ------------------------------------------------------------ searching


def test_a_piece_that_is_missing_shows_where_it_was_seen_last_and_by_whom(shop: Any) -> None:
    missed = piece(shop, MANAGER, shelf="C-1")
    shelves.put(shop.desk, Actor("bo", 1), missed.id, "B-3")
    shop.clock.advance(3_600_000)
    search = searches.report(shop.desk, CLERK, missed.id)
    assert (search.last_shelf, search.seen_by, search.seen_kind) == ("B-3", "bo", "item.moved")
    assert search.seen_ms < search.missed_ms
    assert (search.missed_by, search.to_look, search.lost) == ("Jordan Miles", SEARCH_STEPS, False)
    assert searches.listing(shop.desk, CLERK) == (search,)
    assert refusal(searches.report, shop.desk, CLERK, missed.id).code == "search.already"


def test_the_steps_of_the_search_are_ticked_one_by_one(shop: Any) -> None:
    missed = piece(shop, MANAGER, shelf="C-1")
    assert refusal(searches.look, shop.desk, CLERK, missed.id, "boxes").code == "search.not_searched"
    searches.report(shop.desk, CLERK, missed.id)
    search = searches.look(shop.desk, CLERK, missed.id, "boxes")
    assert (search.item.looked, "boxes" in search.to_look) == (("boxes",), False)
    searches.look(shop.desk, CLERK, missed.id, "boxes")
    assert kinds(shop.desk).count("item.looked_for") == 1
    assert refusal(searches.look, shop.desk, CLERK, missed.id, "attic").code == "search.step_wrong"


def test_s12_a_piece_missing_at_the_counter_is_searched_for_and_a_scan_ends_it(shop: Any) -> None:
    missed = piece(shop, MANAGER, shelf="C-1")
    pickup_id = pickups.open_walk_in(shop.desk, MANAGER, "a1", [missed.id]).pickup.id
    pickups.piece_missing(shop.desk, MANAGER, pickup_id, missed.id)
    assert [(one.item.id, one.last_shelf) for one in searches.listing(shop.desk, CLERK)] == [(missed.id, "C-1")]
    pickups.scan_piece(shop.desk, MANAGER, pickup_id, missed.mail_id)
    assert searches.listing(shop.desk, CLERK) == ()
    assert item(shop, missed.id).state == "in_task"


def test_a_scan_of_any_kind_ends_the_search_and_of_other_pieces_does_nothing(shop: Any) -> None:
    missed, other = piece(shop, MANAGER, shelf="C-1"), piece(shop, MANAGER)
    searches.report(shop.desk, CLERK, missed.id)
    before = everything(shop.desk)
    for scanned in (other.mail_id, "B-3", "1Z999AA10123456784", ""):
        assert searches.seen(shop.desk, CLERK, scanned) is None
    assert everything(shop.desk) == before
    back = searches.seen(shop.desk, CLERK, missed.mail_id)
    assert back is not None
    assert (back.searched_for, back.shelf) == (False, "")
    assert refusal(searches.found, shop.desk, CLERK, missed.id).code == "search.not_searched"


def test_storage_stops_with_the_report_and_goes_on_when_it_is_found(shop: Any) -> None:
    missed = piece(shop, MANAGER, shelf="C-1")
    reported = searches.report(shop.desk, CLERK, missed.id).missed_ms
    shop.clock.advance(86_400_000)
    found = searches.found(shop.desk, CLERK, missed.id, "B-3")
    assert (found.searching_ms, found.shelf) == (0, "B-3")
    assert 86_400_000 <= found.paused_ms <= shop.clock.wall - reported


def test_only_a_manager_gives_a_search_up_and_says_why(shop: Any) -> None:
    missed = piece(shop, MANAGER, shelf="C-1")
    assert refusal(searches.declare_lost, shop.desk, MANAGER, missed.id, "a flood").code == "search.not_searched"
    searches.report(shop.desk, CLERK, missed.id)
    assert refusal(searches.declare_lost, shop.desk, CLERK, missed.id, "a flood").code == "rights.level_too_low"
    assert refusal(searches.declare_lost, shop.desk, MANAGER, missed.id, " ").code == "search.reason_missing"
    lost = searches.declare_lost(shop.desk, MANAGER, missed.id, "a flood")
    assert (lost.lost, lost.item.state, lost.last_shelf) == (True, "lost", "C-1")
    assert [one.lost for one in searches.listing(shop.desk, CLERK)] == [True]
    assert refusal(searches.report, shop.desk, CLERK, missed.id).code == "item.not_on_shelf"
    put = shelves.put(shop.desk, CLERK, missed.id, "B-3")
    assert (put.item.state, put.item.shelf, put.was_searched) == ("received", "B-3", True)


def lose(shop: Any, item_id: str) -> Any:
    searches.report(shop.desk, CLERK, item_id)
    return searches.declare_lost(shop.desk, MANAGER, item_id, "a flood")


def test_2_11_a_piece_without_a_mailbox_can_be_lost_and_is_unassigned_when_it_turns_up(shop: Any) -> None:
    from counter_app.desk import receiving
    from counter_app.desk.receiving import Arrival

    free = receiving.receive_unassigned(shop.desk, CLERK, Arrival(name="Zoe", shelf="C-1")).item
    assert lose(shop, free.id).item.state == "lost"
    assert searches.found(shop.desk, CLERK, free.id, "B-3").state == "unassigned"


def test_2_11_a_pickup_goes_on_without_the_piece_that_was_lost(shop: Any) -> None:
    here, gone = piece(shop, MANAGER, shelf="C-1"), piece(shop, MANAGER, shelf="C-1")
    pickup_id = pickups.open_walk_in(shop.desk, MANAGER, "a1", [here.id, gone.id]).pickup.id
    assert lose(shop, gone.id).item.task_id == ""
    assert pickups.visit(shop.desk, pickup_id).pickup.items == (here.id,)
    # It turns up while the customer is still here: it is offered like any other piece of the mailbox.
    assert searches.seen(shop.desk, CLERK, gone.mail_id).state == "received"
    assert refusal(pickups.scan_piece, shop.desk, MANAGER, pickup_id, gone.mail_id).code == "pickup.piece_not_in_pickup"
    assert pickups.add_pieces(shop.desk, MANAGER, pickup_id, [gone.id]).pickup.items == (here.id, gone.id)


def test_2_11_a_task_goes_on_without_the_piece_that_was_lost(shop: Any) -> None:
    here, gone = piece(shop, MANAGER, shelf="C-1"), piece(shop, MANAGER, shelf="C-1")
    task_id = task_work.open_at_counter(shop.desk, MANAGER, "shred", "a1", [here.id, gone.id]).task.id
    task_work.tick(shop.desk, MANAGER, task_id, here.mail_id)
    task_work.missing(shop.desk, MANAGER, task_id, gone.id)
    searches.declare_lost(shop.desk, MANAGER, gone.id, "a flood")
    task = task_work.view(shop.desk, MANAGER, task_id).task
    assert (task.state, task.items, task.missing) == ("gathered", (here.id,), ())
    assert task_work.decline(shop.desk, MANAGER, task_id, "customer_wish").task.state == "declined"
    assert searches.search_of(shop.desk, CLERK, gone.id).lost


def test_2_11_the_last_piece_of_what_is_paid_stays_in_the_search(shop: Any) -> None:
    last = piece(shop, MANAGER, shelf="C-1")
    pickup_id = pickups.open_walk_in(shop.desk, MANAGER, "a1", [last.id]).pickup.id
    pickups.check_id(shop.desk, MANAGER, pickup_id, "Ann Lee", "passport")
    pickups.scan_piece(shop.desk, MANAGER, pickup_id, last.mail_id)
    pickups.charge_later(shop.desk, MANAGER, pickup_id)
    error = refusal(lose, shop, last.id)
    assert (error.code, error.facts["task_id"]) == ("search.last_of_task", pickup_id)


@pytest.mark.parametrize("work", [searches.report, searches.found, searches.search_of])
def test_a_piece_that_nobody_knows_is_refused(shop: Any, work: Callable[..., Any]) -> None:
    assert refusal(work, shop.desk, CLERK, "nobody").code == "item.unknown"
