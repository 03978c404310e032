"""The window's frame: who may see it, where scans go."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from counter_app.events import ClockJudged, Refused
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
