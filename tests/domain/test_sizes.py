"""Sizes as people type them: inches and centimetres, commas and points; nothing negative, nothing absurd."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.sizes import SIDE_MAX_MM, SizeWrong, parse_size


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("12 x 9 x 4", (305, 229, 102)),
        ("12x9x4", (305, 229, 102)),
        ("12,5 x 9 x 4 in", (318, 229, 102)),
        ("12.5×9×4in", (318, 229, 102)),
        ("30 20 10 cm", (300, 200, 100)),
        ("30,5x20x10cm", (305, 200, 100)),
        ("300 * 200 * 100 mm", (300, 200, 100)),
        ('12 X 9 X 4"', (305, 229, 102)),
        ("118.11 x 1 x 1", (3000, 25, 25)),
        ("12 x 9 x 0.04", (305, 229, 1)),
    ],
)
def test_three_sides_become_millimetres(text: str, sides: tuple[int, int, int]) -> None:
    found = parse_size(text)
    assert (found.length_mm, found.width_mm, found.height_mm) == sides


def test_numbers_alone_are_in_the_unit_of_the_store() -> None:
    assert parse_size("30 x 20 x 10", "cm") == parse_size("30 x 20 x 10 cm")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "size.not_three"),
        ("12", "size.not_three"),
        ("12 x 9", "size.not_three"),
        ("12 x 9 x 4 x 2", "size.not_three"),
        ("a x b x 4", "size.not_three"),
        ("a x b x c", "size.unit"),
        ("1,200 x 9 x 4", "size.not_three"),  # thousands or decimals? nobody knows
        ("1e3 x 9 x 4", "size.not_three"),
        ("12 x 9 x NaN", "size.unit"),
        ("-12 x 9 x 4", "size.negative"),
        ("12 x 0 x 4", "size.negative"),
        ("12 x 9 x 0.01", "size.negative"),
        ("9999 x 9 x 4", "size.too_large"),
        ("301 x 20 x 10 cm", "size.too_large"),
        ("12 x 9 x 4 ft", "size.unit"),
    ],
)
def test_what_is_no_size_says_why(text: str, code: str) -> None:
    with pytest.raises(SizeWrong) as caught:
        parse_size(text)
    assert caught.value.code == code


@given(st.text(max_size=30))
def test_any_text_is_a_size_or_one_of_the_four_refusals(text: str) -> None:
    try:
        found = parse_size(text)
    except SizeWrong as wrong:
        assert wrong.code in ("size.not_three", "size.negative", "size.too_large", "size.unit")
        return
    assert all(1 <= side <= SIDE_MAX_MM for side in (found.length_mm, found.width_mm, found.height_mm))
