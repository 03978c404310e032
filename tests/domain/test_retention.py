"""Which backups are kept: 24 hourly, 14 daily, 8 weekly, whatever the clock and the opening hours do."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.retention import DAY_MS, HOUR_MS, kept

MONDAY = 1_793_577_600_000
"""Monday, 2 November 2026, 00:00 UTC."""
TIMES = st.sets(st.integers(0, 4_000).map(lambda quarter: MONDAY + quarter * HOUR_MS // 4), max_size=200)


def test_a_quarter_of_a_year_of_hourly_backups_leaves_a_day_two_weeks_and_eight() -> None:
    now = MONDAY + 13 * 7 * DAY_MS - HOUR_MS
    every_hour = [now - n * HOUR_MS for n in range(90 * 24)]
    left = sorted(kept(every_hour), reverse=True)
    assert left[:24] == every_hour[:24]
    assert {at // DAY_MS for at in left} >= {(now - n * DAY_MS) // DAY_MS for n in range(14)}
    assert now - min(left) == 7 * 7 * DAY_MS
    assert len(left) == 24 + 13 + 6


@given(TIMES)
def test_the_newest_is_always_kept_and_never_more_than_all_slots(times: set[int]) -> None:
    left = kept(times)
    assert left <= times
    assert len(left) <= 24 + 14 + 8
    assert not times or max(times) in left


@given(TIMES)
def test_looking_twice_drops_nothing_more(times: set[int]) -> None:
    assert kept(kept(times)) == kept(times)


@given(TIMES, st.integers(0, 10 * DAY_MS))
def test_what_was_dropped_would_never_have_been_needed_later(times: set[int], later: int) -> None:
    new = max(times, default=MONDAY) + later
    assert kept(kept(times) | {new}) == kept(times | {new})


@given(TIMES)
def test_a_store_that_works_on_some_days_only_keeps_as_many_days(times: set[int]) -> None:
    days = {at // DAY_MS for at in times}
    assert len({at // DAY_MS for at in kept(times)} & days) >= min(14, len(days))
