"""The window's frame: who may see it, where scans go."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from counter_app.ports import RawScan


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
    bench.sign_in()
    bench.window.go("pickups")
    for key in bench.window.pages:
        if key != "answer":
            button = bench.window.rail._buttons[key]
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus, key
            assert button.isChecked() == (key == "pickups")
    bench.window.rail._buttons["print"].click()
    bench.window.rail._buttons["print"].click()
    assert bench.window.rail.current() == "print"
    assert bench.window.page.key == "print"
