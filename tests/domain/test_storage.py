"""Free days of storage: counted from the day after arrival, by plan and kind of mail (2.21, 4.2 case 9)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.mail_item import MAIL_TYPES
from counter_app.domain.storage import FreeDays, StorageTerms, days_left, free_until

DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))
FREE = st.integers(0, 400)


def test_4_2_case_9_day_31_of_30_free_days_is_the_first_that_is_charged() -> None:
    assert free_until("2026-11-02", 30) == "2026-12-02"
    assert days_left("2026-11-02", 30, "2026-11-02") == 30
    assert days_left("2026-11-02", 30, "2026-12-02") == 0
    assert days_left("2026-11-02", 30, "2026-12-03") == -1


@given(DAYS, FREE, st.integers(0, 800))
def test_4_2_case_9_each_day_at_the_counter_takes_one_free_day(came: date, free: int, later: int) -> None:
    today = came + timedelta(days=later)
    left = days_left(came.isoformat(), free, today.isoformat())
    assert left == free - later
    # The words and the number never disagree: free up to that day, and charged on the next.
    assert (left >= 0) is (today.isoformat() <= free_until(came.isoformat(), free))


@given(DAYS, FREE, st.integers(1, 800))
def test_a_clock_that_went_backwards_gives_nobody_more_than_his_free_days(came: date, free: int, before: int) -> None:
    today = came - timedelta(days=before)
    assert days_left(came.isoformat(), free, today.isoformat()) == free


@given(st.integers(0, 90), st.integers(0, 90), st.sampled_from(MAIL_TYPES))
def test_2_21_a_plan_has_its_own_days_and_others_the_stores(letters: int, packages: int, mail_type: str) -> None:
    terms = StorageTerms(FreeDays(), {"business": FreeDays(letters, packages)})
    assert terms.free_days("business", mail_type) == (packages if mail_type == "package" else letters)
    assert terms.free_days("personal", mail_type) == (7 if mail_type == "package" else 30)


@pytest.mark.parametrize("days", [-1, 3_651])
def test_free_days_are_a_number_of_days(days: int) -> None:
    with pytest.raises(ValueError, match="free days"):
        FreeDays(letters=days)
