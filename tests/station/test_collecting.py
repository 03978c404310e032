"""A widget that only a cycle holds dies in the window's thread, whoever allocates meanwhile."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from counter_app.collecting import Collecting


class Table(QTableView):
    """As ours are: a class of Python's, which its collector takes apart at once wherever it runs."""


class Owner:
    table: Table


@pytest.fixture
def collecting(qapp: Any) -> Iterator[Collecting]:
    gc.enable()  # as a program begins; the tests collect between two of them only
    made = Collecting()
    made.begin()
    yield made
    made.end()
    assert gc.isenabled()
    gc.disable()


def cycle(died_in: list[int]) -> None:
    owner = Owner()
    owner.table = Table()
    owner.table.owner = owner  # type: ignore[attr-defined]
    owner.table.destroyed.connect(lambda *_: died_in.append(threading.get_ident()), Qt.ConnectionType.DirectConnection)


def busy_worker() -> None:
    """A thread that allocates what sets the collector off several times over."""
    worker = threading.Thread(target=lambda: [[] for _ in range(200_000)])
    worker.start()
    worker.join()


def test_a_widget_in_a_cycle_dies_in_the_windows_thread(collecting: Collecting, qtbot: Any) -> None:
    died_in: list[int] = []
    cycle(died_in)
    busy_worker()
    assert died_in == []
    kept: list[list[Any]] = []

    def work() -> bool:
        # More at each look: what another thread lets go of meanwhile is taken off the count.
        kept.extend([] for _ in range(3_000))
        return died_in != []

    qtbot.waitUntil(work, timeout=5_000)
    assert died_in == [threading.get_ident()]


def test_nothing_is_collected_while_there_is_little(collecting: Collecting) -> None:
    gc.collect()
    began = gc.get_stats()
    collecting.look()
    assert [one["collections"] for one in gc.get_stats()] == [one["collections"] for one in began]
