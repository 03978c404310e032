"""The Pickups room on the smallest usual screen: nothing scrolls that has room."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_room_does_not_scroll_on_a_usual_screen_before_a_hand_over_was_ever_open(
    bench: Any, qapp: Any, language: str
) -> None:
    from ui import language as languages

    languages.speak(qapp, language)
    try:
        bench.sign_in()
        bench.window.resize(1366, 768)
        bench.window.go("pickups")
        bench.settle()
        assert bench.window.stack.currentWidget().bar.maximum() == 0
    finally:
        languages.speak(qapp, "en")
