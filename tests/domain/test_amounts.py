"""Amounts with commas, points and signs, as three languages write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.amounts import parse_cents


@pytest.mark.parametrize(
    ("text", "cents"),
    [("1.35", 135), ("1,35", 135), ("$1.35", 135), ("1,35 $", 135), ("0.5", 50), ("12", 1200), ("$1,000.00", 100_000),
     ("1.000,00 €", 100_000), ("1 000,00 $", 100_000), ("1'000.50", 100_050), ("1'000", 100_000), ("0", 0),
     ("US$ 3", 300)],
)  # fmt: skip
def test_an_amount_is_read_in_cents(text: str, cents: int) -> None:
    assert parse_cents(text) == cents


@pytest.mark.parametrize("text", ["", "-1", "1,350", "1.350", "1.2.3", "abc", "1e3", "1.357", "٣", "--", "1,00,0"])
def test_what_could_be_read_in_two_ways_is_no_amount(text: str) -> None:
    with pytest.raises(ValueError, match="no amount"):
        parse_cents(text)


@given(st.integers(0, 10**8))
def test_what_is_written_is_read_back(cents: int) -> None:
    for point in (".", ","):
        assert parse_cents(f"{cents // 100}{point}{cents % 100:02d}") == cents
