"""The one rule by which a photo leaves a station, each of its conditions alone."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.domain.photo_keeping import ActOf, may_leave
from counter_app.domain.retention import DAY_MS

NOW = 1_790_000_000_000
DONE = ActOf("applied", 7)
GOOD: dict[str, Any] = {
    "state": "durable",
    "acts": [DONE],
    "durable_seq": 7,
    "captured_ms": NOW - DAY_MS,
    "durable_ms": NOW - DAY_MS,
    "now_ms": NOW,
    "low_disk": False,
}


def leaves(**changed: Any) -> bool:
    said = GOOD | changed
    return may_leave(said.pop("state"), said.pop("acts"), said.pop("durable_seq"), **said)


def test_p12_durable_answered_and_a_day_old_may_leave() -> None:
    assert leaves()


@pytest.mark.parametrize("state", ["captured", "local", "sending", "stored", "purged", "lost", ""])
def test_p12_nothing_but_durable_leaves(state: str) -> None:
    assert not leaves(state=state, low_disk=True)
    assert not leaves(durable_ms=0, low_disk=True)


@pytest.mark.parametrize("status", ["waiting", "deferred", "parked", ""])
def test_p12_every_act_of_it_is_answered_also_on_a_low_disk(status: str) -> None:
    assert not leaves(acts=[ActOf(status, None)], low_disk=True)
    assert not leaves(acts=[DONE, ActOf(status, 3)], low_disk=True)
    assert not leaves(acts=[], low_disk=True)


def test_3_9_no_act_of_it_is_newer_than_the_last_backup_of_the_centre() -> None:
    assert leaves(durable_seq=8)
    assert not leaves(durable_seq=6, low_disk=True)
    assert not leaves(durable_seq=0, low_disk=True), "no backup was ever told of"
    assert not leaves(acts=[ActOf("quarantined", 0)], durable_seq=9, low_disk=True)
    assert not leaves(acts=[DONE, ActOf("applied", None)], durable_seq=9, low_disk=True)


def test_3_11_a_day_since_it_was_taken_and_since_it_is_durable_unless_the_disk_is_low() -> None:
    for late in ({"captured_ms": NOW - DAY_MS + 1}, {"durable_ms": NOW - DAY_MS + 1}, {"captured_ms": NOW + DAY_MS}):
        assert not leaves(**late)
        assert leaves(**late, low_disk=True)
