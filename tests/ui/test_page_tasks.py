"""The Tasks room by keyboard and scanner: the list, taking up and over, gathering, the fee, declining (S-10, S-15)."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from counter_app.desk import receiving, task_work
from counter_app.desk.receiving import Arrival
from counter_app.domain.employee import Actor
from counter_app.ports import RawScan
from counter_app.store import state
from tests.desk.test_tasks import charged
from ui.sentences import sentence
from ui.widgets import unnamed_controls


def scan(text: str, source: str = "scanner") -> RawScan:
    return RawScan(text.encode(), text, source=source)


@pytest.fixture
def room(bench: Any) -> Any:
    """Two tasks of Okafor: an old fee, and one of two pieces that came later; one piece of Chen."""
    counter = bench.counter
    counter.account("a-1", "214", "Amara Okafor")
    counter.account("a-2", "331", "Wei-Lin Chen")
    bench.sign_in()
    bench.actor = bench.doing.actor

    def piece(account: str, name: str, **more: Any) -> Any:
        return receiving.receive(counter.desk, bench.actor, Arrival(account_id=account, name=name, **more)).item

    bench.pieces = [piece("a-1", "Amara Okafor", shelf=shelf) for shelf in ("A-12", "A-13")]
    bench.foreign = piece("a-2", "Wei-Lin Chen")
    bench.fee = task_work.open_at_counter(counter.desk, bench.actor, "fee", "a-1", []).task.id
    counter.clock.advance(60_000)
    ids = [one.id for one in bench.pieces]
    bench.task = task_work.open_at_counter(counter.desk, bench.actor, "fee", "a-1", ids, "Careful, glass").task.id
    for task_id in (bench.fee, bench.task):
        task_work.let_go(counter.desk, bench.actor, task_id)
    bench.window.go("tasks")
    bench.settle()
    bench.page = bench.window.pages["tasks"]
    return bench


def shown(page: Any) -> list[str]:
    model = page.table.rows
    return [model.row_at(n)["id"] for n in range(model.rowCount())]


def task_of(room: Any, task_id: str) -> Any:
    with room.counter.desk.db.read() as connection:
        return state.task(connection, task_id)


def press(room: Any, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(room.window.focusWidget() or room.window, key, modifier)
    room.settle()


def test_s10_the_list_shows_what_is_due_first_and_says_whose_it_is(room: Any) -> None:
    assert shown(room.page) == [room.fee, room.task]
    row = room.page.table.rows.row_at(1)
    assert row["task_note"].startswith("Amara Okafor · PMB 214")
    assert (row["pieces"], row["shelf"]) == ("2", "A-12")
    assert room.page.card.holder.text() == "Amara Okafor"
    assert room.page.filters._chips["next"].label().endswith("  2")


def test_an_empty_filter_says_how_it_fills(room: Any) -> None:
    room.page.kinds._chips["shred"].click()
    room.settle()
    assert room.page.empty.isVisible()
    assert room.page.card.isHidden()
    room.page.filters._chips["next"].click()
    room.settle()
    assert shown(room.page) == [room.fee, room.task]


def test_enter_takes_the_task_up_and_escape_lets_it_go(room: Any) -> None:
    press(room, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert room.page.panel is not None
    assert task_of(room, room.fee).locked_by == "clerk-1"
    press(room, Qt.Key.Key_Escape)
    assert room.page.panel is None
    assert task_of(room, room.fee).locked_by == ""


def test_a_scanned_piece_opens_the_task_that_it_is_in_and_is_ticked_there(room: Any) -> None:
    room.window.take_scan(scan(room.pieces[0].mail_id))
    room.settle()
    assert room.page.panel.task_id == room.task
    assert room.page.panel.side.wish.text() == "Careful, glass"
    for one in room.pieces:
        room.window.take_scan(scan(one.mail_id))
    room.settle()
    room.settle()
    assert task_of(room, room.task).state == "gathered"
    assert room.window.heard_sounds[-1] == "taken"


def test_a_foreign_piece_stops_the_work_in_red(room: Any) -> None:
    room.page.work_on("fee", room.task)
    room.settle()
    room.window.take_scan(scan(room.foreign.mail_id))
    room.settle()
    panel = room.page.panel
    assert "PMB 331" in panel.stop.text()
    room.window.take_scan(scan(room.pieces[0].mail_id))
    room.settle()
    assert panel.stop.text() == ""


def test_a_piece_that_is_not_there_is_said_by_a_key(room: Any) -> None:
    room.page.work_on("fee", room.task)
    room.settle()
    press(room, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert len(task_of(room, room.task).missing) == 1


def test_a_task_of_another_clerk_is_taken_over_with_a_reason_only(room: Any) -> None:
    task_work.take(room.counter.desk, Actor("ben", 2), room.fee)
    room.page.reload()
    room.settle()
    card = room.page.card
    assert not card.go.isEnabled()
    assert card.why.text() == sentence("task.worked_on", {"by": "ben"})
    card.over.click()
    card.takeover.act()
    assert task_of(room, room.fee).locked_by == "ben"
    card.takeover.reason.set_text("Ben went home")
    card.takeover.act()
    room.settle()
    assert task_of(room, room.fee).locked_by == "clerk-1"
    assert room.page.panel is not None


def test_an_extra_charge_is_added_by_keyboard_and_taken_away(room: Any) -> None:
    room.page.work_on("fee", room.fee)
    room.settle()
    press(room, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    panel = room.page.panel
    QTest.keyClicks(room.window.focusWidget(), "Postage due")
    QTest.keyClick(room.window.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(panel.extras.amount.edit, "x")
    QTest.keyClick(panel.extras.amount.edit, Qt.Key.Key_Return)
    room.settle()
    assert panel.extras.amount.error() == sentence("money.unreadable")
    panel.extras.amount.clear()
    QTest.keyClicks(panel.extras.amount.edit, "1.20")
    QTest.keyClick(panel.extras.amount.edit, Qt.Key.Key_Return)
    room.settle()
    assert [line.cents for line in task_of(room, room.fee).extras] == [120]
    assert panel.extras.isHidden()
    panel.extras.open_box()
    panel.extras._rows[0].click()
    room.settle()
    assert task_of(room, room.fee).extras == ()


def test_s15_a_charge_is_asked_once_and_shown_as_being_checked(room: Any) -> None:
    task_work.set_extra(room.counter.desk, room.actor, room.fee, "due", "Postage due", 120)
    room.page.work_on("fee", room.fee)
    room.settle()
    press(room, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    panel = room.page.panel
    assert task_of(room, room.fee).state == "charging"
    assert panel.fee.note.text() == sentence("task.checking")
    assert panel.fee.charge.isHidden()
    press(room, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert task_of(room, room.fee).attempt == 1


def test_s15_one_key_charges_a_declined_card_again(room: Any) -> None:
    task_work.set_extra(room.counter.desk, room.actor, room.fee, "due", "Postage due", 120)
    room.page.work_on("fee", room.fee)
    room.settle()
    press(room, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    charged(room.counter, room.fee, "declined")
    room.page.panel.refresh()
    room.settle()
    assert room.page.panel.fee.note.text() == sentence("task.card_declined")
    press(room, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert (task_of(room, room.fee).state, task_of(room, room.fee).attempt) == ("charging", 2)


def test_declining_needs_a_reason_that_says_something(room: Any) -> None:
    room.page.work_on("fee", room.task)
    room.settle()
    panel = room.page.panel
    panel.side.decline.click()
    panel.side.reason.reason.set_key("other")
    panel.side.reason.act()
    room.settle()
    assert panel.side.reason.comment.error() == sentence("task.comment_missing")
    panel.side.reason.comment.set_text("The box is empty")
    panel.side.reason.act()
    room.settle()
    assert task_of(room, room.task).state == "declined"
    assert room.page.panel is None
    assert shown(room.page) == [room.fee]
    assert "Okafor" in room.window.toasts.text()


def test_today_names_the_task_and_leads_to_it(room: Any) -> None:
    room.window.go("today")
    room.settle()
    today = room.window.pages["today"]
    step = next(one for one in today._steps.values() if one.id == room.task)
    today._open(step.id)
    room.settle()
    assert room.page.panel.task_id == room.task


def test_every_control_of_the_room_has_its_name(room: Any) -> None:
    assert unnamed_controls(room.page) == []
    room.page.work_on("fee", room.task)
    room.settle()
    assert unnamed_controls(room.page) == []


def move_into_another_task(room: Any, item_id: str, new_state: str = "in_task") -> None:
    """Another counter was first: the piece lies in a discard that a customer asked for, or has left through it."""
    from counter_app.domain.rows import to_plain
    from tests.desk.test_tasks import asked

    extra = receiving.receive(room.counter.desk, room.actor, Arrival(account_id="a-1", name="Amara Okafor")).item
    other = asked(room.counter, "discard", (extra.id,))
    with room.counter.desk.db.write() as connection:
        plain = to_plain(state.item(connection, item_id)) | {"task_id": other, "state": new_state}
        connection.exec_driver_sql("UPDATE journal SET status = 'applied', seq = 900 WHERE status = 'waiting'")
        assert state.accept_pulled(connection, "item", [(item_id, 990, plain)]) == []


def test_s10_a_named_piece_that_lies_elsewhere_is_gone_to_or_left_out_by_a_key(room: Any) -> None:
    room.page.work_on("fee", room.task)
    room.settle()
    move_into_another_task(room, room.pieces[0].id)
    room.window.take_scan(scan(room.pieces[0].mail_id))
    room.settle()
    panel = room.page.panel
    assert "Discard" in panel.question._question.text()
    states = [panel.gather.table.rows.row_at(n)["status"] for n in range(2)]
    assert sorted(states) == ["In another task", "To scan"]
    press(room, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert task_of(room, room.task).missing == (room.pieces[0].id,)
    assert task_of(room, room.task).state == "requested"
    room.window.take_scan(scan(room.pieces[1].mail_id))
    room.settle()
    assert task_of(room, room.task).state == "gathered"


def test_a_piece_that_left_through_another_task_is_said_and_left_out_by_a_key(room: Any) -> None:
    room.page.work_on("fee", room.task)
    room.settle()
    move_into_another_task(room, room.pieces[0].id, "picked_up")
    room.window.take_scan(scan(room.pieces[0].mail_id))
    room.settle()
    asked = room.page.panel.question
    assert "has left the shelf through another task" in asked._question.text()
    assert asked._buttons.count() == 2, "there is nowhere to go to"
    press(room, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert task_of(room, room.task).missing == (room.pieces[0].id,)


def test_the_key_of_the_room_leads_from_a_list_beside_back_to_what_is_to_be_done(room: Any) -> None:
    room.page.show_list("shred_pile")
    room.settle()
    assert room.page.stack.currentWidget() is not room.page._list
    room.window.go("tasks")
    room.settle()
    assert room.page.stack.currentWidget() is room.page._list
    assert shown(room.page) == [room.fee, room.task]
    room.page.work_on("fee", room.task)
    room.settle()
    room.window.go("tasks")
    room.settle()
    assert room.page.panel is not None, "work that was begun is not put away"
