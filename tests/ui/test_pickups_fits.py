"""The Pickups room on the smallest usual screen: nothing scrolls that has room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from ui.language import LANGUAGES, language


@pytest.fixture(params=sorted(LANGUAGES))
def spoken(qapp: Any, request: Any) -> Iterator[str]:
    language.speak(qapp, request.param)
    yield request.param
    language.fall_silent(qapp)


def test_the_room_does_not_scroll_on_a_usual_screen_before_a_hand_over_was_ever_open(spoken: str, bench: Any) -> None:
    bench.sign_in()
    bench.window.resize(1366, 768)
    bench.window.go("pickups")
    bench.settle()
    assert bench.window.stack.currentWidget().bar.maximum() == 0
