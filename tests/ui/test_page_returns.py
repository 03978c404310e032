"""The Returns room and the cut-off, by keyboard and scanner (2.12, R-18, S-04)."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counter_app.desk import receiving, returns
from counter_app.desk.receiving import Arrival
from counter_app.ports import RawScan

PHOTO = b"\xff\xd8\xff a photo"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def room(bench: Any, qtbot: Any) -> Any:
    counter = bench.counter
    counter.account("a1", "214", "Amara Okafor")
    counter.account("hold", "108", "Bright Dental", state="on_hold")
    bench.sign_in(1)
    actor = bench.doing.actor
    bench.marked = returns.take_in(counter.desk, actor, Arrival(name="Zoe Quill", photo=PHOTO), "unknown").item
    bench.here = receiving.receive(counter.desk, actor, Arrival("a1", "Amara Okafor", photo=PHOTO)).item
    bench.kept = returns.mail_received(counter.desk, actor, Arrival("hold", "Bright Dental")).item
    bench.window.go("returns")
    bench.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is bench.window, timeout=2_000)
    bench.settle()
    bench.page = bench.window.pages["returns"]
    return bench


def scan(room: Any, text: str) -> None:
    room.window.take_scan(RawScan(text.encode(), text))
    room.settle()


def key(room: Any, which: Qt.Key, ctrl: bool = True) -> None:
    QTest.keyClick(QApplication.focusWidget() or room.window, which, CTRL if ctrl else Qt.KeyboardModifier.NoModifier)
    room.settle()


def state(room: Any, item: Any) -> tuple[str, str]:
    found = receiving.piece(room.counter.desk, room.doing.actor, item.id)
    return found.state, found.apart


def shown(room: Any) -> list[str]:
    rows = room.page.table.rows
    return [rows.row_at(n)["id"] for n in range(rows.rowCount())]


def test_r18_a_marked_piece_is_scanned_onto_the_list_and_handed_over_by_key(room: Any) -> None:
    assert shown(room) == [room.marked.id]
    assert not room.page.go.isEnabled()
    scan(room, room.marked.mail_id)
    assert room.page.count.text() == "1 of 1"
    key(room, Qt.Key.Key_Return)
    assert state(room, room.marked) == ("returned_to_sender", "")
    assert "took back 1 piece(s)" in room.window.toasts.text()
    assert shown(room) == []


def test_r18_a_piece_that_is_not_marked_asks_why_and_is_marked_by_key(room: Any) -> None:
    scan(room, room.here.mail_id)
    assert room.page.card.reason.key() == "customer_request"
    assert state(room, room.here) == ("received", "")
    key(room, Qt.Key.Key_Return)
    assert state(room, room.here) == ("received", "return")
    key(room, Qt.Key.Key_Z)  # the toast's Undo
    assert state(room, room.here) == ("received", "")


def test_r18_escape_leaves_the_question_and_nothing_is_marked(room: Any) -> None:
    scan(room, room.here.mail_id)
    assert room.page.unsaved()
    key(room, Qt.Key.Key_Escape, ctrl=False)
    assert state(room, room.here) == ("received", "")
    assert not room.page.unsaved()


def test_r18_a_mark_is_taken_back_and_a_label_printed_again_by_key(room: Any) -> None:
    key(room, Qt.Key.Key_P)
    with room.counter.desk.db.read() as connection:
        sql = "SELECT count(*) FROM print_job WHERE kind = 'endorsement_label'"
        assert connection.exec_driver_sql(sql).scalar() == 2
    key(room, Qt.Key.Key_K)
    assert state(room, room.marked) == ("unassigned", "")


def test_what_is_kept_apart_stands_in_its_own_list_and_is_not_for_the_carrier(room: Any) -> None:
    room.page.filter.set_key("hold")
    room.page.filter.changed.emit("hold")
    assert shown(room) == [room.kept.id]
    assert not room.page.keep.isEnabled()
    scan(room, room.kept.mail_id)
    assert [room.page.card.reason.box.itemData(n) for n in range(2)] == ["customer_request", "misdelivered"]


def test_an_unknown_code_says_so(room: Any) -> None:
    scan(room, "NOTHING-99")
    assert room.page.trouble.isVisible()
    assert room.window.heard_sounds[-1] == "refused"


def test_s04_the_cut_off_is_said_and_a_reason_ends_it(room: Any) -> None:
    actor, desk = room.doing.actor, room.counter.desk
    receiving.receive_unassigned(desk, actor, Arrival(name="Jon Doe"))
    room.window.go("today")
    room.settle()
    bar = room.window.pages["today"].cutoff
    assert not bar.isVisible()
    room.counter.clock.advance(7 * 3_600_000 + 40 * 60_000)  # 17:40, the store closes at 18:00
    room.window.status_line._cutoff._ask()
    bar.ask()
    room.settle()
    assert bar.isVisible()
    assert "1 not inserted yet, due by 6:00" in bar.text.text()
    assert "1 not inserted yet" in room.window.status.chip("cutoff").accessibleName()
    assert "1 not inserted yet" in room.window.toasts.text()
    bar.explain()
    room.settle()
    assert "Write down why" in bar.reason.error()
    bar.reason.edit.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "late truck")
    key(room, Qt.Key.Key_Return, ctrl=False)
    assert not bar.isVisible()


def test_s09_the_wrong_mailboxs_card_says_where_its_piece_went(room: Any) -> None:
    desk, actor = room.counter.desk, room.counter.clerk(4)
    room.counter.account("a2", "331", "Wei-Lin Chen")
    receiving.reassign(desk, actor, room.here.id, "a2", "Wei-Lin Chen", "misread")
    room.window.go("customers")
    room.settle()
    page = room.window.pages["customers"]
    from counter_app.desk import customers

    page.card.show_card(customers.card(desk, actor, "a1"), 0, desk)
    assert [text.split(" · ")[1:] for text in page.card.moved.texts()] == [["now PMB 331", "misread"]]
