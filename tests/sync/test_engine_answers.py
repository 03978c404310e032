"""What a centre says that makes no sense, or is not for this station, changes nothing here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from counter_app.errors import Offline, SyncError
from counter_app.limits import PULL_MAX_ROWS
from tests.central.station import fresh_id
from tests.counter_acts import one
from tests.sync.real_shop import Shop, receive_without_account


def test_an_answer_about_other_acts_or_of_another_shape_changes_nothing(shop: Shop) -> None:
    station = shop.station()
    receive_without_account(station)
    op_id = one(station.desk, "SELECT op_id FROM journal")
    for results in (
        None,
        {},
        [1],
        [{"op_id": "another", "status": "applied", "seq": 1}],
        [{"op_id": op_id, "status": "swallowed", "seq": 1}],
        [{"op_id": op_id, "status": "applied", "seq": "1"}],
        [{"op_id": op_id, "status": "applied", "seq": True}],
        [{"op_id": op_id, "status": "applied", "seq": -1}],
        [{"op_id": 5, "status": "applied", "seq": 1}],
    ):
        station.line.central = _Says({"results": results})  # type: ignore[assignment]
        with pytest.raises(Offline):
            station.engine.push_once()
        assert station.statuses() == {"waiting": 1}


@dataclass
class _Says:
    said: dict[str, Any]

    def push(self, body: Any) -> dict[str, Any]:
        return self.said

    def pull(self, body: Any) -> dict[str, Any]:
        return self.said


def _page(shop: Shop, **more: Any) -> dict[str, Any]:
    page = {"id": f"store:{shop.store}", "tables": {}, "next": "c1", "more": False, "high": 5} | more
    return {"epoch": "e", "streams": [page]}


@pytest.mark.parametrize(
    "wrong",
    [
        {"tables": []},
        {"tables": {"item": 5}},
        {"tables": {"item": {"a": 1}}},
        {"tables": {"item": [["id", 1]]}},
        {"tables": {"item": [["id", "1", {}]]}},
        {"tables": {"item": [["id", True, {}]]}},
        {"tables": {"item": [[7, 1, {}]]}},
        {"tables": {"item": [["\ud800", 1, {}]]}},
        {"more": 1},
        {"high": "5"},
        {"next": None},
        {"next": "\udfff"},
    ],
    ids=str,
)
def test_t21_a_page_that_makes_no_sense_is_not_kept_and_its_cursor_neither(shop: Shop, wrong: dict[str, Any]) -> None:
    station = shop.station()
    before = station.rows()
    station.line.central = _Says(_page(shop, **wrong))  # type: ignore[assignment]
    with pytest.raises(Offline):
        station.engine.pull_once()
    assert (station.rows(), one(station.desk, "SELECT count(*) FROM cursor")) == (before, 0)


def test_t21_a_page_that_repeats_itself_for_ever_is_left(shop: Shop) -> None:
    station = shop.station()
    station.line.central = _Says(_page(shop, more=True))  # type: ignore[assignment]
    with pytest.raises(SyncError, match=r"sync\.no_progress"):
        station.engine.round()
    assert station.line.pulls <= 3


def test_tables_of_a_newer_centre_are_left_out(shop: Shop) -> None:
    station = shop.station()
    station.line.central = _Says(_page(shop, tables={"drone": [["d", 1, {}]], "item": []}))  # type: ignore[assignment]
    assert station.engine.pull_once() is False
    assert one(station.desk, "SELECT cursor FROM cursor") == "c1"


def test_3_10_the_clocks_offset_is_measured_at_every_answer(shop: Shop) -> None:
    station = shop.station()
    station.engine.round()
    station.counter.clock.wall -= 3_600_000
    said = _page(shop) | {"server_time_ms": station.counter.clock.wall + 3_600_000}
    station.line.central = _Says(said)  # type: ignore[assignment]
    station.engine.pull_once()
    assert abs(station.offsets[-1] - 3_600_000) < 1_000
    count = len(station.offsets)
    station.line.central = _Says(_page(shop) | {"server_time_ms": "noon"})  # type: ignore[assignment]
    station.engine.pull_once()
    assert len(station.offsets) == count


def test_a_round_ends_when_the_program_ends(shop: Shop) -> None:
    station = shop.station()
    receive_without_account(station)
    station.engine.stopping = lambda: True
    station.engine.round()
    assert (station.line.pushes, station.line.pulls, station.waiting()) == ([], 0, 1)


def test_a_device_that_is_not_of_this_store_pulls_nothing(shop: Shop) -> None:
    station = shop.station()
    station.engine.identity = replace(station.engine.identity, store=fresh_id())
    with pytest.raises(SyncError):
        station.engine.round()
    assert station.rows() == {}


def test_a_page_is_as_long_as_agreed() -> None:
    assert PULL_MAX_ROWS == 1_000
