"""How a disk that fills up is judged: worse at once, better only when it is clearly better."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.space import BETTER_BYTES, MB, RESERVE_BYTES, Space, judge

SPACES = st.sampled_from(list(Space))
FREE = st.integers(0, 5_000).map(lambda mb: mb * MB)


@pytest.mark.parametrize(("free_mb", "space"), [(2_000, 0), (1_999, 1), (500, 1), (499, 2), (100, 2), (99, 3), (0, 3)])
def test_7_6_the_limits(free_mb: int, space: int) -> None:
    assert judge(Space.PLENTY, free_mb * MB) == space


@given(SPACES, FREE)
def test_7_6_it_is_never_judged_better_than_the_limits_say(was: Space, free: int) -> None:
    assert judge(was, free) >= judge(Space.PLENTY, free)


@given(SPACES, FREE)
def test_7_6_looking_again_says_the_same(was: Space, free: int) -> None:
    once = judge(was, free)
    assert judge(once, free) == once


@given(FREE)
def test_7_6_the_reserve_that_was_given_back_is_not_room(free: int) -> None:
    if judge(Space.PLENTY, free) is Space.READ_ONLY:
        assert judge(Space.READ_ONLY, free + RESERVE_BYTES) is Space.READ_ONLY
    assert BETTER_BYTES > RESERVE_BYTES
