"""Stations that send photos to a real centre on loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from central_service.server import EmbeddedCentre
from tests.central.station import PLATFORM_TOKEN
from tests.sync.photo_sender import Sender, senders


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedCentre]:
    centre = EmbeddedCentre(tmp_path_factory.mktemp("centre") / "central.db", platform_token=PLATFORM_TOKEN)
    centre.start()
    yield centre
    centre.stop()


@pytest.fixture
def make_sender(running: EmbeddedCentre, make_counter: Any) -> Iterator[Callable[..., Sender]]:
    with senders(running, make_counter) as made:
        yield made


@pytest.fixture
def sender(make_sender: Callable[..., Sender]) -> Sender:
    return make_sender()
