"""The Shelves room by keyboard and scanner: putting, fetching, counting, and what is missing (2.3, 2.11)."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from counter_app.desk import pickups, searches, shelves
from counter_app.domain.rows import to_plain
from counter_app.domain.task import Task
from counter_app.ports import RawScan
from counter_app.store import state
from tests.counter_acts import kinds, piece
from ui.notices import AskBar
from ui.widgets import unnamed_controls

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def shop(bench: Any) -> Any:
    bench.sign_in(4)
    bench.counter.account("a1", "101", "Ann Lee")
    bench.who = bench.doing.actor
    for code, capacity in (("B-3", 1), ("C-1", 0)):
        shelves.set_up(bench.counter.desk, bench.who, code, "Back", "shelf", 0, capacity)
    return bench


def room(bench: Any, part: str = "map") -> Any:
    bench.window.go("shelves")
    bench.window.pages["shelves"].turn_to(part)
    bench.settle()
    return bench.window.pages["shelves"]


def scan(bench: Any, text: str) -> None:
    bench.window.take_scan(RawScan(text.encode(), text, source="scanner"))
    bench.settle()
    bench.settle()


def press(bench: Any, key: Qt.Key, held: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(bench.window.focusWidget() or bench.window, key, held)
    bench.settle()


def item(bench: Any, item_id: str) -> Any:
    with bench.counter.desk.db.read() as connection:
        return state.item(connection, item_id)


# ------------------------------------------------------------ the map


def test_the_room_opens_with_its_key_and_its_parts_with_theirs(shop: Any) -> None:
    QTest.keyClick(shop.window.scan_box, Qt.Key.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)
    shop.settle()
    page = shop.window.pages["shelves"]
    assert shop.window.page is page
    for key, part in (
        (Qt.Key.Key_2, "fetch"),
        (Qt.Key.Key_3, "count"),
        (Qt.Key.Key_4, "missing"),
        (Qt.Key.Key_1, "map"),
    ):
        press(shop, key)
        assert page.part is page.parts[part]
    assert unnamed_controls(page) == []


def test_a_store_without_shelves_is_told_how_to_begin(bench: Any) -> None:
    bench.sign_in(4)
    assert room(bench).part.empty.isVisible()


def test_a_shelf_then_its_pieces_until_another_shelf(shop: Any) -> None:
    first, second, third = (piece(shop.counter, shop.who) for _ in range(3))
    part = room(shop).part
    scan(shop, "C-1")
    assert part.band.isVisible()
    scan(shop, first.mail_id)
    scan(shop, second.mail_id)
    scan(shop, "B-3")
    scan(shop, third.mail_id)
    assert [item(shop, one.id).shelf for one in (first, second, third)] == ["C-1", "C-1", "B-3"]
    assert part.tiles.tiles["C-1"].number == "2"
    assert [part.table.rows.row_at(0)["id"], part.code] == [third.id, "B-3"]
    press(shop, Qt.Key.Key_Escape, NONE)
    assert (part.open_shelf, part.band.isVisible()) == ("", False)


def test_one_piece_then_its_shelf(shop: Any) -> None:
    one = piece(shop.counter, shop.who, shelf="C-1")
    part = room(shop).part
    scan(shop, one.mail_id)
    assert part.held.id == one.id
    assert item(shop, one.id).shelf == "C-1", "nothing is moved before the shelf is known"
    scan(shop, "B-3")
    assert (item(shop, one.id).shelf, part.held, part.open_shelf) == ("B-3", None, "")


def test_an_unknown_shelf_asks_and_a_manager_makes_it_by_keyboard(shop: Any) -> None:
    one = piece(shop.counter, shop.who)
    page = room(shop)
    scan(shop, one.mail_id)
    scan(shop, "D-4")
    bar = page.findChild(AskBar)
    assert bar.isVisible()
    assert "D-4" in bar.accessibleName()
    QTest.keyClick(shop.window.focusWidget(), Qt.Key.Key_Space)
    form = page.part.form
    assert form.isVisible()
    form.zone.set_text("Cellar")
    press(shop, Qt.Key.Key_Return)
    shop.settle()
    assert (item(shop, one.id).shelf, page.part.tiles.tiles["D-4"].place.zone) == ("D-4", "Cellar")


def test_a_clerk_who_may_not_make_a_shelf_may_still_use_it(bench: Any) -> None:
    bench.sign_in(1)
    bench.counter.account("a1", "101", "Ann Lee")
    one = piece(bench.counter, bench.doing.actor)
    page = room(bench)
    scan(bench, one.mail_id)
    scan(bench, "D-4")
    bar = page.findChild(AskBar)
    bar._answer("use")
    bench.settle()
    assert item(bench, one.id).shelf == "D-4"
    assert "shelf.set" not in kinds(bench.counter.desk)


def test_what_is_wrong_with_a_shelf_stands_beside_its_field(shop: Any) -> None:
    page = room(shop)
    press(shop, Qt.Key.Key_N)
    form = page.part.form
    form.code.set_text("D 4")
    press(shop, Qt.Key.Key_Return)
    assert form.code.error().startswith("“D 4” is not a shelf")
    form.code.set_text("D-4")
    form.zone.set_text(" ")
    press(shop, Qt.Key.Key_Return)
    assert form.zone.error().startswith("Say in which zone")
    form.zone.set_text("Back")
    form.turn.set_text("soon")
    press(shop, Qt.Key.Key_Return)
    assert form._error.isVisible()
    press(shop, Qt.Key.Key_Escape, NONE)
    assert not form.isVisible()


def test_a_full_shelf_warns_and_what_is_neither_shelf_nor_piece_is_refused(shop: Any) -> None:
    page = room(shop)
    scan(shop, "B-3")
    for _ in range(2):
        scan(shop, piece(shop.counter, shop.who).mail_id)
    assert page.part.tiles.tiles["B-3"].note == "Full"
    before = len(kinds(shop.counter.desk))
    scan(shop, "https://example.org/")
    assert shop.window.heard_sounds[-1] == "refused"
    assert len(kinds(shop.counter.desk)) == before


def test_the_label_of_a_shelf_prints_and_a_shelf_is_closed_and_used_again(shop: Any) -> None:
    page = room(shop)
    page.part.choose("B-3")
    press(shop, Qt.Key.Key_P)
    press(shop, Qt.Key.Key_E)
    page.part.form.close_shelf()
    shop.settle()
    assert page.part.tiles.tiles["B-3"].note == "Closed"
    press(shop, Qt.Key.Key_E)
    page.part.form.close_shelf()
    shop.settle()
    assert page.part.tiles.tiles["B-3"].place.shelf.in_use
    with shop.counter.desk.db.read() as connection:
        jobs = connection.exec_driver_sql("SELECT count(*) FROM print_job WHERE kind = 'shelf_label'").scalar()
    assert jobs == 1


# ------------------------------------------------------------ fetching


def test_pieces_of_a_task_are_fetched_in_walking_order_and_ticked_by_scan(shop: Any) -> None:
    items = [piece(shop.counter, shop.who, shelf=code) for code in ("C-1", "B-3")]
    foreign = piece(shop.counter, shop.who, shelf="C-1")
    task = Task("t1", "ship", "a1", "101", "requested", tuple(one.id for one in items))
    with shop.counter.desk.db.write() as connection:
        state.accept_pulled(connection, "task", [("t1", 5, to_plain(task))])
    part = room(shop, "fetch").part
    part.table.setFocus()
    QTest.keyClick(part.table, Qt.Key.Key_Return)
    shop.settle()
    assert [part.list.rows.row_at(n)["id"] for n in (0, 1)] == [items[1].id, items[0].id]
    assert part.list.current_id == items[1].id
    scan(shop, foreign.mail_id)
    assert (part.list.ticked_count, shop.window.heard_sounds[-1]) == (0, "refused")
    scan(shop, items[1].mail_id)
    assert (part.list.ticked_count, part.list.current_id) == (1, items[0].id)
    press(shop, Qt.Key.Key_M)
    assert item(shop, items[0].id).searched_for
    press(shop, Qt.Key.Key_P)
    with shop.counter.desk.db.read() as connection:
        task = state.task(connection, "t1")
        jobs = connection.exec_driver_sql("SELECT count(*) FROM print_job WHERE kind = 'pull_sheet'").scalar()
    assert (task.ticked, task.missing, jobs) == ((items[1].id,), (items[0].id,), 1)
    press(shop, Qt.Key.Key_Escape, NONE)
    assert part.one is None


# ------------------------------------------------------------ counting


def test_a_shelf_is_counted_to_its_end_by_scanner_and_keyboard(shop: Any) -> None:
    here, missing = (piece(shop.counter, shop.who, shelf="C-1") for _ in range(2))
    stray = piece(shop.counter, shop.who, shelf="B-3")
    part = room(shop, "count").part
    scan(shop, here.mail_id)
    assert shop.window.heard_sounds[-1] == "refused", "which shelf is it?"
    for code in ("C-1", here.mail_id, stray.mail_id, "1Z999AA10123456784"):
        scan(shop, code)
    told = {key: part.facts.value(key) for key in ("right", "missing", "misplaced", "unknown")}
    assert told == {"right": "1", "missing": "1", "misplaced": "1", "unknown": "1"}
    scan(shop, "B-3")
    assert (part.shelf, shop.window.heard_sounds[-1]) == ("C-1", "refused")
    part.table.select_id(stray.id)
    part.table.setFocus()
    QTest.keyClick(part.table, Qt.Key.Key_Return)
    shop.settle()
    assert item(shop, stray.id).shelf == "C-1"
    press(shop, Qt.Key.Key_Return)
    assert part.page.findChild(AskBar).isVisible()
    QTest.keyClick(shop.window.focusWidget(), Qt.Key.Key_Space)
    shop.settle()
    assert (item(shop, missing.id).searched_for, part.shelf) == (True, "")
    assert part.empty.isVisible()


def test_a_count_is_gone_on_with_after_leaving_the_room_and_dropped_without_a_trace(shop: Any) -> None:
    here = piece(shop.counter, shop.who, shelf="C-1")
    part = room(shop, "count").part
    scan(shop, "C-1")
    scan(shop, here.mail_id)
    shop.window.go("today")
    shop.settle()
    part = room(shop, "count").part
    assert (part.shelf, part.facts.value("right")) == ("C-1", "1")
    part.ask_drop()
    part.page.findChild(AskBar)._answer("drop")
    shop.settle()
    assert part.shelf == ""
    assert not item(shop, here.id).searched_for


def test_an_unknown_code_goes_to_the_receive_room_with_enter(shop: Any) -> None:
    part = room(shop, "count").part
    scan(shop, "C-1")
    scan(shop, "1Z999AA10123456784")
    part.table.setFocus()
    QTest.keyClick(part.table, Qt.Key.Key_Return)
    shop.settle()
    assert shop.window.page is shop.window.pages["receive"]


# ------------------------------------------------------------ missing


def test_a_search_is_worked_off_and_ends_with_a_scan(shop: Any) -> None:
    missed = piece(shop.counter, shop.who, shelf="C-1")
    searches.report(shop.counter.desk, shop.who, missed.id)
    part = room(shop, "missing").part
    assert (part.facts.value("by"), part.table.rows.row_at(0)["shelf"]) == ("Jordan Miles", "C-1")
    part.checks["boxes"].click()
    shop.settle()
    assert item(shop, missed.id).looked == ("boxes",)
    scan(shop, missed.mail_id)
    assert not item(shop, missed.id).searched_for
    assert part.empty.isVisible()


def test_2_11_a_piece_of_a_pickup_is_given_up_and_the_pickup_goes_on_without_it(shop: Any) -> None:
    one, other = (piece(shop.counter, shop.who, shelf="C-1") for _ in range(2))
    pickup_id = pickups.open_walk_in(shop.counter.desk, shop.who, "a1", [one.id, other.id]).pickup.id
    pickups.piece_missing(shop.counter.desk, shop.who, pickup_id, one.id)
    part = room(shop, "missing").part
    press(shop, Qt.Key.Key_D)
    QTest.keyClicks(part.reason.edit, "fell behind the boiler")
    QTest.keyClick(part.reason.edit, Qt.Key.Key_Return)
    shop.settle()
    assert item(shop, one.id).state == "lost"
    assert "its task goes on without it" in shop.window.toasts.text()
    assert pickups.visit(shop.counter.desk, pickup_id).pickup.items == (other.id,)


def test_a_manager_gives_a_search_up_with_a_reason_by_keyboard(shop: Any) -> None:
    missed = piece(shop.counter, shop.who, shelf="C-1")
    searches.report(shop.counter.desk, shop.who, missed.id)
    part = room(shop, "missing").part
    press(shop, Qt.Key.Key_D)
    QTest.keyClick(part.reason.edit, Qt.Key.Key_Return)
    shop.settle()
    assert part.reason.error().startswith("Write down why")
    QTest.keyClicks(part.reason.edit, "fell behind the boiler")
    QTest.keyClick(part.reason.edit, Qt.Key.Key_Return)
    shop.settle()
    assert item(shop, missed.id).state == "lost"
    press(shop, Qt.Key.Key_Return)
    assert item(shop, missed.id).state == "received", "found in the hand after all"


def test_a_clerk_below_a_manager_does_not_see_that_a_search_can_be_given_up(bench: Any) -> None:
    bench.sign_in(1)
    bench.counter.account("a1", "101", "Ann Lee")
    missed = piece(bench.counter, bench.doing.actor, shelf="C-1")
    searches.report(bench.counter.desk, bench.doing.actor, missed.id)
    assert not room(bench, "missing").part.give_up.isVisible()


def test_a_scan_in_any_other_room_ends_a_search_and_a_typed_number_does_not(shop: Any) -> None:
    missed = piece(shop.counter, shop.who, shelf="C-1")
    searches.report(shop.counter.desk, shop.who, missed.id)
    shop.window.go("today")
    shop.window.take_scan(RawScan(missed.mail_id.encode(), missed.mail_id, source="typed"))
    shop.settle()
    assert item(shop, missed.id).searched_for
    assert shop.window.answer_page.answer.verdict == "searching"
    scan(shop, missed.mail_id)
    assert not item(shop, missed.id).searched_for
