"""Controls in a line go on below where the room ends, and none is ever cut or laid over another."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.window_fits import misfits
from ui.buttons import FilterBar, button
from ui.flow import GAP

WIDTHS = (160, 240, 330, 420, 640, 1_000)


@pytest.fixture
def held(qtbot: Any) -> Any:
    """A bar of four chips and two links, above something else in a column."""
    links = (button("Shred pile", "link"), button("Parcels for the carrier", "link"))
    names = ("Do next", "Late", "Payment declined", "Customer asked")
    bar = FilterBar(tuple((name.lower(), name) for name in names), at_the_end=links)
    place, below = QWidget(), button("Below")
    line = QVBoxLayout(place)
    line.addWidget(bar)
    line.addWidget(below)
    line.addStretch(1)
    qtbot.addWidget(place)
    place.show()
    return place, bar, below, links


def at_width(place: QWidget, qtbot: Any, width: int) -> None:
    place.resize(width, 400)
    qtbot.waitUntil(lambda: place.width() == width)
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize("width", [*WIDTHS, *reversed(WIDTHS)])
def test_nothing_is_cut_at_any_width(held: Any, qtbot: Any, width: int) -> None:
    place, bar, below, _links = held
    at_width(place, qtbot, 1_300 - width)
    at_width(place, qtbot, max(width, place.minimumSizeHint().width()))
    assert misfits(place) == []
    assert below.geometry().top() >= bar.geometry().bottom()


def test_the_end_stands_on_the_right_while_one_line_holds_all(held: Any, qtbot: Any) -> None:
    place, bar, _below, links = held
    at_width(place, qtbot, 1_000)
    assert links[-1].geometry().right() == bar.rect().right()
    assert bar.height() == max(one.height() for one in links)
    at_width(place, qtbot, 420)
    assert [one.x() for one in links] == [0, links[0].width() + GAP]
    assert len({one.y() for one in links}) == 1


def test_a_longer_text_moves_what_stands_behind_it(held: Any, qtbot: Any) -> None:
    place, bar, _below, _links = held
    at_width(place, qtbot, 900)
    high = bar.height()
    bar.set_count("late", 10_000_000_000)
    bar.set_count("do next", 10_000_000_000)
    qtbot.waitUntil(lambda: bar.height() > high)
    assert misfits(place) == []
