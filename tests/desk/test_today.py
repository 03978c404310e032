"""Today: the numbers of the day at the store, in the store's own zone, from the local store only."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.desk import pickups, receiving, today
from counter_app.desk.receiving import Arrival
from tests.counter_acts import charged, piece, ready_to_leave

HOUR_MS = 3_600_000


@pytest.fixture
def shop(counter: Any) -> Any:
    counter.account("a1", "101", "Ann Lee")
    counter.clerk_1 = counter.clerk()
    return counter


def test_an_empty_day_is_all_noughts(counter: Any) -> None:
    day = today.day(counter.desk)
    assert (day.date, day.received, day.on_shelf, day.handed_over, day.to_send, day.oldest_days) == (
        "2026-11-02",
        *(0,) * 5,
    )
    assert day.closes_at is not None
    assert counter.desk.local(int(day.closes_at.timestamp() * 1000)).hour == 18


def test_every_number_counts_what_it_says(shop: Any) -> None:
    items = [piece(shop, shop.clerk_1) for _ in range(5)]
    receiving.receive_unassigned(shop.desk, shop.clerk_1, Arrival(name="Who"))
    receiving.take_back(shop.desk, shop.clerk_1, items[4].id)
    pickups.hand_over(shop.desk, shop.clerk_1, ready_to_leave(shop, shop.clerk_1, [items[0]]))
    working = pickups.open_walk_in(shop.desk, shop.clerk_1, "a1", [items[1].id])
    broke = pickups.open_walk_in(shop.desk, shop.clerk_1, "a1", [items[2].id])
    pickups.check_id(shop.desk, shop.clerk_1, broke.pickup.id, "Ann Lee", "passport")
    pickups.scan_piece(shop.desk, shop.clerk_1, broke.pickup.id, items[2].mail_id)
    pickups.charge(shop.desk, shop.clerk_1, broke.pickup.id)
    charged(shop, broke.pickup.id, "declined")
    day = today.day(shop.desk)
    assert (day.received, day.unassigned, day.on_shelf, day.handed_over) == (5, 1, 3, 1)
    assert (day.pickups_in_progress, day.payment_declined, day.pickups_scheduled) == (1, 1, 0)
    assert day.tasks == 0, "a pickup is no task, whether it is paused or not"
    pickups.put_back(shop.desk, shop.clerk_1, working.pickup.id)
    day = today.day(shop.desk)
    assert (day.pickups_in_progress, day.pickups_scheduled) == (0, 1)
    assert day.print_open == 6  # five labels and one receipt: the label of the piece taken back is not owed
    assert day.inbox_open == 0
    assert day.to_send > 10


def test_the_day_begins_at_midnight_of_the_store(shop: Any) -> None:
    piece(shop, shop.clerk_1)
    shop.clock.advance(13 * HOUR_MS + HOUR_MS // 2)  # 23:30 in New York, tomorrow in UTC
    piece(shop, shop.clerk_1)
    assert (today.day(shop.desk).date, today.day(shop.desk).received) == ("2026-11-02", 2)
    shop.clock.advance(HOUR_MS)
    assert (today.day(shop.desk).date, today.day(shop.desk).received) == ("2026-11-03", 0)
    assert today.day(shop.desk).on_shelf == 2


def test_the_oldest_piece_is_counted_in_whole_days_and_never_below_nought(shop: Any) -> None:
    piece(shop, shop.clerk_1)
    shop.clock.advance(24 * HOUR_MS - 1_000)
    assert today.day(shop.desk).oldest_days == 0
    shop.clock.advance(1_000)
    assert today.day(shop.desk).oldest_days == 1
    shop.clock.wall -= 400 * 24 * HOUR_MS
    assert today.day(shop.desk).oldest_days == 0


@pytest.mark.parametrize(("days", "hour"), [(-1, None), (5, None), (1, 18)])
def test_a_day_on_which_the_store_is_shut_has_no_closing_time(counter: Any, days: int, hour: int | None) -> None:
    counter.clock.advance(days * 24 * HOUR_MS)
    closes = today.day(counter.desk).closes_at
    assert (closes is None) is (hour is None)


def test_the_two_nights_on_which_the_clock_changes_are_one_day_each(make_counter: Any) -> None:
    counter = make_counter()
    counter.account("a1", "101", "Ann Lee")
    clerk = counter.clerk()
    sunday_ms = 1_793_505_600_000  # 1 November 2026, midnight in New York
    counter.clock.wall = sunday_ms + 1_000
    piece(counter, clerk)
    counter.clock.wall = sunday_ms + 25 * HOUR_MS - 60_000
    assert (today.day(counter.desk).date, today.day(counter.desk).received) == ("2026-11-01", 1)
    counter.clock.wall = sunday_ms + 25 * HOUR_MS
    assert (today.day(counter.desk).date, today.day(counter.desk).received) == ("2026-11-02", 0)
