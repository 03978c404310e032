"""The screen of a store that cannot be used, and the line that tells of a rescue: words, ways on, keys, names."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from counter_app.errors import StoreError
from counter_app.events import ActsLost, RebuildMoved, StoreFailed
from counter_app.ports import RawScan
from ui.damage import StoppedPage
from ui.doing import Doing
from ui.window import Window


@pytest.fixture
def window(qtbot: Any) -> Window:
    made = Window(Doing(), wedge=False)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(window: Window) -> StoppedPage:
    assert window.stopped is not None
    assert window.stopped.isVisible()
    return window.stopped


def test_7_3_a_damaged_store_offers_a_rebuild_and_says_how_long(window: Window, qtbot: Any) -> None:
    window.cannot_start(StoreError("store.damaged", minutes=4))
    page = shown(window)
    assert list(page.buttons) == ["rebuild", "quit"]
    assert "4 minute" in page.buttons["rebuild"].accessibleName()
    assert all(one.accessibleName() for one in page.buttons.values())
    assert "damaged" in page.accessibleName()
    with qtbot.waitSignal(window.way_on, timeout=2_000) as chosen:
        qtbot.keyClick(page.buttons["rebuild"], Qt.Key.Key_Return)
    assert chosen.args == ["rebuild"]
    window.tell_starting("Setting aside")
    assert page.text.text() == "Setting aside"


def test_the_keyboard_goes_from_rebuild_to_close(window: Window, qtbot: Any) -> None:
    window.cannot_start(StoreError("store.damaged"))
    page = shown(window)
    qtbot.waitUntil(lambda: page.buttons["rebuild"].hasFocus(), timeout=2_000)
    qtbot.keyClick(page.buttons["rebuild"], Qt.Key.Key_Tab)
    assert page.buttons["quit"].hasFocus()
    qtbot.keyClick(page.buttons["quit"], Qt.Key.Key_Space)
    assert not window.isVisible()


@pytest.mark.parametrize(
    ("code", "buttons"),
    [
        ("store.missing", ["rebuild", "quit"]),
        ("store.too_new", ["export", "quit"]),
        ("store.disk_error", ["quit"]),
        ("store.already_open", ["quit"]),
        ("store.folder_not_writable", ["quit"]),
        ("store.identity_lost", ["quit"]),
    ],
)
def test_every_reason_has_its_ways_on(window: Window, code: str, buttons: list[str]) -> None:
    window.cannot_start(StoreError(code, folder="counter"))
    page = shown(window)
    assert list(page.buttons) == buttons
    assert page.text.text() != code
    assert "…" not in page.text.text()


def test_6_1_a_store_that_fails_at_work_stops_the_counter(bench: Any) -> None:
    bench.sign_in()
    bench.doing.hear(StoreFailed("store.disk_error"))
    bench.settle()
    page = shown(bench.window)
    assert "Disk error" in page.text.text()
    assert bench.doing.actor is None
    bench.window.take_scan(RawScan(b"214", "214"))
    assert bench.window.heard_sounds[-1] == "refused"


def test_7_3_the_line_tells_how_far_the_rescue_is_and_how_it_ended(bench: Any) -> None:
    bench.sign_in()
    line = bench.window.rescue_line
    assert not line.isVisible()
    bench.doing.hear(RebuildMoved("acts", 200, 415))
    bench.settle()
    assert line.isVisible()
    assert "200" in line.accessibleName()
    assert "415" in line.accessibleName()
    since = bench.counter.clock.wall
    bench.doing.hear(ActsLost(3, since, since + 180_000, 412, 415, rebuilt=True))
    bench.settle()
    text = line.accessibleName()
    assert "412 of 415" in text
    assert "10:00" in text
    assert "10:03" in text
    line.pressed.emit()
    assert not line.isVisible()


def test_7_2_what_the_disk_lost_is_on_the_sign_in_screen_too(bench: Any) -> None:
    at = bench.counter.clock.wall
    bench.doing.hear(ActsLost(7, at, at + 180_000, 0, 7))
    bench.settle()
    assert "7 between" in bench.window.sign_in_page.hint.text()
    bench.doing.hear(ActsLost(0, 0, 0, 7, 7))
    bench.settle()
    assert "all 7 were found again" in bench.window.sign_in_page.hint.text()


def test_clerks_that_were_rescued_appear_unless_somebody_is_typing(bench: Any) -> None:
    page = bench.window.sign_in_page
    bench.counter.clerk()
    page.email.edit.setText("jo")
    bench.doing.hear(RebuildMoved("people", 1, 1))
    bench.settle()
    assert page.clerks.count() == 0
    page.email.clear()
    bench.doing.hear(RebuildMoved("people", 1, 1))
    bench.settle()
    assert page.clerks.count() == 2
