"""The window's frame: who may see it, where scans go."""

from __future__ import annotations

from typing import Any

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
