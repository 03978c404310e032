"""Hostile strings at a real window and a real desk; what went where is counted and told at the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from argon2 import PasswordHasher

from counter_app.desk import sign_in
from tests.security.tally import TALLY
from tests.ui.conftest import bench  # noqa: F401 - the window at work, for these tests too


@pytest.fixture(autouse=True)
def _quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_in, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Iterator[Any]:
    """`tally.path(name)`, then `tally.add(kind)` for each string; the seconds of a path are measured."""
    yield TALLY
    TALLY.stop()


def pytest_terminal_summary(terminalreporter: Any) -> None:
    if TALLY.seconds:
        terminalreporter.section("hostile strings")
        for line in TALLY.lines():
            terminalreporter.write_line(line)


def pytest_sessionfinish(session: Any, exitstatus: int) -> None:
    if exitstatus == 0:
        TALLY.keep()
