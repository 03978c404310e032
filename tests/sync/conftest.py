"""A real centre on loopback, stores on it, and stations that send photos to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from central_service.server import EmbeddedCentre
from tests.central.station import PLATFORM_TOKEN
from tests.sync.photo_sender import Sender, senders
from tests.sync.real_shop import Shop, real_shop
from tests.sync.set_up import set_up
from tests.sync.world import World


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedCentre]:
    centre = EmbeddedCentre(tmp_path_factory.mktemp("centre") / "central.db", platform_token=PLATFORM_TOKEN)
    centre.start()
    yield centre
    centre.stop()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A store in a box, with both of its stations."""
    (tmp_path / "made").mkdir()
    (tmp_path / "day").mkdir()
    made = World(tmp_path / "day", set_up(tmp_path / "made"))
    yield made
    made.close()


@pytest.fixture
def shop(running: EmbeddedCentre, make_counter: Any) -> Iterator[Shop]:
    with real_shop(running, make_counter) as made:
        yield made


@pytest.fixture
def make_sender(running: EmbeddedCentre, make_counter: Any) -> Iterator[Callable[..., Sender]]:
    with senders(running, make_counter) as made:
        yield made


@pytest.fixture
def sender(make_sender: Callable[..., Sender]) -> Sender:
    return make_sender()
