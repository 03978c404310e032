"""Today: the numbers are the store's, each leads on, and the next thing to do is first in the list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from counter_app.desk import receiving, sign_in
from counter_app.domain.values import spoken_mail_id
from counter_app.events import SyncChanged


def page(bench: Any) -> Any:
    bench.window.go("today")
    bench.settle()
    return bench.window.pages["today"]


def unassigned(bench: Any, name: str = "R. Müller") -> Any:
    arrival = receiving.Arrival(name=name, carrier="usps", shelf="U-1")
    return receiving.receive_unassigned(bench.counter.desk, bench.doing.actor, arrival).item


def test_an_empty_day_says_how_to_begin(bench: Any) -> None:
    bench.sign_in()
    today = page(bench)
    assert today.empty.isVisible()
    assert not today.steps.isVisible()


def test_the_head_greets_and_names_day_and_closing_in_the_stores_zone(bench: Any) -> None:
    bench.sign_in()
    today = page(bench)
    assert today.head._title.whole_text() == "Good morning, Jordan"
    assert today.head._subtitle.whole_text() == "Monday, November 2 · Northgate Mail"
    assert (today._hours.text(), today._hours_note.text()) == (
        "Open until 6:00\u202fPM",
        "Today 9:00\u202fAM to 6:00\u202fPM · EST",
    )


def test_a_closed_day_names_the_next_opening(bench: Any) -> None:
    bench.sign_in()
    bench.counter.clock.advance(5 * 24 * 3_600_000)
    today = page(bench)
    assert (today._hours.text(), today._hours_note.text()) == ("Closed", "Opens Nov 9, 9:00\u202fAM · EST")


def test_t2_a_piece_without_a_mailbox_warns_and_is_the_next_thing_to_do(bench: Any) -> None:
    bench.sign_in()
    item = unassigned(bench)
    today = page(bench)
    tile = today.tiles["unassigned"]
    assert (tile.number, tile.tone) == ("1", "warn")
    assert tile.accessibleName() == "Not inserted yet: 1, Must be in a mailbox today"
    row = today.steps.rows.row_at(0)
    assert row["what"] == "Find the mailbox: R. Müller"
    assert row["what_note"] == f"{spoken_mail_id(item.mail_id)} · USPS · U-1"
    assert (row["state"], row["state_kind"]) == ("by 6:00\u202fPM", "warn")


def test_what_is_received_while_the_page_shows_is_counted_at_once(bench: Any, qtbot: Any) -> None:
    bench.sign_in()
    today = page(bench)
    unassigned(bench)
    qtbot.waitUntil(lambda: today.tiles["received"].number == "1", timeout=5_000)


def test_a_tile_and_a_step_lead_to_their_room_by_keyboard(bench: Any) -> None:
    bench.sign_in()
    today = page(bench)
    QTest.keyClick(today.tiles["print"], Qt.Key.Key_Return)
    assert bench.window.page.key == "print"
    unassigned(bench)
    with bench.counter.desk.db.write() as connection:
        connection.exec_driver_sql("DELETE FROM item")
        connection.exec_driver_sql("UPDATE print_job SET state = 'doubtful'")
        (job_id,) = connection.exec_driver_sql("SELECT id FROM print_job").one()
    today = page(bench)
    today.steps.select_row(0)
    QTest.keyClick(today.steps, Qt.Key.Key_Return)
    bench.settle()
    assert bench.window.page.key == "print"
    assert bench.window.page.table.current_row()["id"] == job_id


def test_a_short_gap_in_the_connection_is_not_told_and_a_long_one_is(bench: Any) -> None:
    bench.sign_in()
    bench.doing.hear(SyncChanged("offline", 1, None, "sync.offline"))
    today = page(bench)
    assert not today.offline.isVisible()
    bench.counter.clock.advance(61_000)
    today = page(bench)
    assert today.offline.isVisible()
    assert "1 act(s) wait to be sent" in today.offline.accessibleName()
    bench.doing.hear(SyncChanged("online", 0, bench.counter.clock.wall))
    today = page(bench)
    assert not today.offline.isVisible()


def test_a_clerk_without_a_pin_is_offered_one_and_can_set_it(bench: Any) -> None:
    bench.sign_in()
    today = page(bench)
    assert today.pin_card.isVisible()
    today.pin.set_text("111111")
    QTest.keyClick(today.pin.edit, Qt.Key.Key_Return)
    bench.settle()
    assert today.pin.error()
    today.pin.set_text("135790")
    QTest.keyClick(today.pin.edit, Qt.Key.Key_Return)
    bench.settle()
    assert not today.pin_card.isVisible()
    assert sign_in.switch(bench.counter.desk, "clerk-1", "135790").id == "clerk-1"
    assert page(bench).pin_card.isHidden()


def test_who_wants_no_pin_is_not_asked_again(bench: Any) -> None:
    bench.sign_in()
    page(bench)._no_pin()
    assert page(bench).pin_card.isHidden()
