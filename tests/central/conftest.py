"""A centre on loopback for the tests of a file; for each test a store of its own with a clerk and stations."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from central_service.server import EmbeddedCentre
from tests.central.station import PLATFORM_TOKEN, Platform, Station, fresh_id


class Shop:
    """One store on one centre, as the tests use it."""

    def __init__(self, centre: EmbeddedCentre, stack: ExitStack) -> None:
        self.stack = stack
        self.centre = centre
        self.url = centre.base_url
        self.platform = Platform(self.url)
        stack.callback(self.platform.close)
        self.store = fresh_id()
        self.platform.store(self.store)
        self.clerk = self.platform.clerk(self.store)

    def station(self, store: str = "", clerk: str = "") -> Station:
        station = Station(self.url, self.platform, store or self.store)
        station.clerk = clerk or self.clerk
        self.stack.callback(station.close)
        return station


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedCentre]:
    centre = EmbeddedCentre(tmp_path_factory.mktemp("centre") / "central.db", platform_token=PLATFORM_TOKEN)
    centre.start()
    yield centre
    centre.stop()


@pytest.fixture
def shop(running: EmbeddedCentre) -> Iterator[Shop]:
    with ExitStack() as stack:
        yield Shop(running, stack)
