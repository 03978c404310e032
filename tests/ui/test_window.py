"""The window's frame: who may see it, where scans go."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from counter_app.errors import CounterError
from counter_app.events import ClockJudged, Refused
from counter_app.ports import RawScan
from ui.acts import paper_for
from ui.keys import WedgeFilter
from ui.window import application


def test_a_scan_while_nobody_is_signed_in_shows_nothing_of_a_customer(bench: Any) -> None:
    bench.window.take_scan(RawScan(b"214", "214"))
    bench.settle()
    assert bench.window.heard_sounds == ["refused"]
    assert not bench.window.rail.isVisible()


def test_signing_in_shows_the_rooms_and_locking_hides_them(bench: Any) -> None:
    bench.sign_in()
    assert bench.window.rail.isVisible()
    bench.window.lock()
    assert not bench.window.rail.isVisible()
    assert bench.doing.actor is None


def test_tab_stops_at_every_room(bench: Any) -> None:
    bench.window.make_rooms()
    bench.sign_in()
    bench.window.go("pickups")
    assert set(bench.window.pages) - set(bench.window.rail._buttons) == {"answer", "story"}
    for key, button in bench.window.rail._buttons.items():
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus, key
        assert button.isChecked() == (key == "pickups")
    bench.window.rail._buttons["print"].click()
    bench.window.rail._buttons["print"].click()
    assert bench.window.rail.current() == "print"
    assert bench.window.page.key == "print"


def test_a_wrong_clock_is_said_with_by_how_much_until_it_is_right(bench: Any) -> None:
    bench.sign_in()
    bench.doing.hear(ClockJudged(3 * 3_600_000))
    bench.settle()
    assert "wrong by 3 h. Work goes on; times are marked." in bench.window.toasts.text()
    assert "3 h" in bench.window.status.chip("clock").shown_text()
    bench.doing.hear(ClockJudged(0))
    bench.settle()
    with pytest.raises(KeyError):
        bench.window.status.chip("clock")


def test_what_a_device_refuses_is_said(bench: Any) -> None:
    bench.sign_in()
    bench.doing.hear(Refused("scan.stale", {"device": "scanner"}))
    bench.settle()
    assert "scan it again" in bench.window.toasts.text()


ROOM_KEYS = {"inbox": "Ctrl+Shift+I", "print": "Ctrl+Shift+P", "devices": "Ctrl+Shift+D"}


@pytest.mark.parametrize("room", ROOM_KEYS)
def test_every_room_of_the_foot_has_a_key_that_its_tip_tells(bench: Any, room: str) -> None:
    bench.sign_in()
    bench.window.activateWindow()
    button = bench.window.rail._buttons[room]
    assert ROOM_KEYS[room] in button.accessibleName()
    assert ROOM_KEYS[room] in button.toolTip()
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(bench.window.scan_box, room[0].upper(), held)
    assert bench.window.page.key == room


def test_ctrl_l_locks_the_counter_in_every_room_and_the_lock_says_so(bench: Any) -> None:
    bench.sign_in()
    bench.window.activateWindow()
    assert "Ctrl+L" in bench.window.top._lock.toolTip()
    bench.window.go("receive")
    QTest.keyClick(bench.window.scan_box, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert bench.doing.clerk is None
    assert not bench.window.rail.isVisible()


def test_a_scanner_that_types_a_form_feed_locks_nothing(bench: Any) -> None:
    """GS1 data and licences hold control characters; a scanner types them as Ctrl with a letter."""
    bench.sign_in()
    bench.window.activateWindow()
    wedge = WedgeFilter(application(), bench.window.scan_box)
    wedge.scanned.connect(bench.window.take_scan)
    box = bench.window.scan_box
    QTest.keyClicks(box, "1Z999AA1")
    QTest.keyClick(box, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box, "0123456784")
    QTest.keyClick(box, Qt.Key.Key_Return)
    bench.settle()
    wedge.remove()
    assert bench.doing.clerk is not None


def test_a_room_is_a_radio_button_to_a_screen_reader(bench: Any) -> None:
    bench.sign_in()
    for button in bench.window.rail._buttons.values():
        assert QAccessible.queryAccessibleInterface(button).role() == QAccessible.Role.RadioButton


def test_on_a_small_window_the_rail_shows_icons_and_its_tips_the_names(bench: Any) -> None:
    bench.sign_in()
    bench.window.resize(1000, 600)
    button = bench.window.rail._buttons["pickups"]
    bench.window.rail.set_count("pickups", 3)
    assert bench.window.rail.width() < 100
    assert "Pickups, 3 waiting, F4" in button.toolTip()
    bench.window.resize(1366, 768)
    assert bench.window.rail.width() > 200
    assert button.toolTip() == ""


def test_what_gets_the_keyboard_on_a_small_window_comes_into_view(bench: Any) -> None:
    bench.sign_in()
    bench.window.resize(900, 520)
    bench.window.activateWindow()
    bench.window.go("receive")
    bench.settle()
    chip = bench.window.page.list.filter._chips["today"]
    scroll = bench.window.stack.currentWidget()
    assert scroll.bar.value() == 0
    chip.setFocus()
    top = chip.mapTo(scroll.hole, chip.rect().topLeft()).y()
    assert 0 <= top <= scroll.hole.height() - chip.height()


def test_what_was_refused_while_nobody_was_signed_in_is_gone_with_the_next_clerk(bench: Any) -> None:
    bench.sign_in()
    bench.window.lock()
    bench.window.say(CounterError("sign_in.needed"))
    bench.sign_in()
    assert bench.window.toasts.text() == ""


def test_a_mail_id_has_its_dash_on_papers_too() -> None:
    assert paper_for("piece_label", {"pmb": "214", "name": "Ann Lee", "mail_id": "M2SA5G6ZXF0"}).endswith(
        "M2SA5-G6ZXF0"
    )
