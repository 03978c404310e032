"""Stations that send photos to a real centre by a line that a test can cut."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import create_engine

from central_service.server import EmbeddedCentre
from counter_app.store import photos
from counter_app.sync.blob_line import BlobLine
from counter_app.sync.blobs import PhotoRounds
from counter_app.sync.central import Central
from counter_app.sync.schedule import Schedule
from tests.central.station import Platform, fresh_id
from tests.counter_acts import one, piece
from tests.sync.cutting_line import CuttingLine
from tests.sync.real_shop import Shop, Station

JPEG = b"\xff\xd8\xff\xe0"


def picture(size: int = 20_000) -> bytes:
    return JPEG + os.urandom(size - len(JPEG))


@dataclass
class Sender:
    """A station with its photo rounds, small chunks, and a line that can break."""

    station: Station
    rounds: PhotoRounds
    way: CuttingLine
    account: str
    platform: Platform
    low: bool = False
    asked: list[str] = field(default_factory=list)

    @property
    def desk(self) -> Any:
        return self.station.desk

    def photo(self, data: bytes = b"") -> str:
        """A piece is received with a photo; its name."""
        return str(piece(self.station.counter, self.station.clerk, self.account, photo=data or picture()).photo)

    def round(self) -> bool:
        """Acts, then photos; a line that broke is tried again at once."""
        self.station.engine.round()
        return self.again()

    def again(self) -> bool:
        self.rounds._not_before = 0
        return self.rounds.round()

    def until_still(self) -> None:
        for _ in range(30):
            self.round()
            if not self.waiting():
                return
        raise AssertionError("the photos do not arrive")

    def state(self, name: str) -> str:
        return str(one(self.desk, "SELECT state FROM photo WHERE sha256 = ?", name))

    def waiting(self) -> int:
        with self.desk.db.read() as connection:
            return photos.waiting_count(connection)

    def later(self, ms: int, *, backup: bool = True) -> None:
        """So long later; meanwhile the centre was backed up, as every night."""
        if backup:
            self.back_up()
        self.station.counter.clock.advance(ms)

    def back_up(self) -> None:
        heads = self.platform.get("heads")
        self.platform.post("durable", epoch=heads["epoch"], heads=heads["heads"])


@contextmanager
def senders(running: EmbeddedCentre, make_counter: Any) -> Iterator[Callable[..., Sender]]:
    """Makes stations of a store of its own; each call one more."""
    platform, store = Platform(running.base_url), fresh_id()
    platform.store(store)
    shop = Shop(
        make_counter, platform, running.base_url, store, platform.clerk(store, level=4), platform.account(store)
    )
    ways: list[CuttingLine] = []

    def make(name: str = "one") -> Sender:
        station = shop.station(name)
        with station.desk.db.write() as connection:
            connection.exec_driver_sql("UPDATE meta SET value = ? WHERE key = 'store'", (store,))
        station.engine.round()
        way = CuttingLine(running.port)
        ways.append(way)
        central = Central(way.url, timeouts_s=(1.0, 2.0), answer_s=5.0)
        shop.opened.append(central)
        central.speak_for(station.desk.identity.device, station.desk.identity.sign)
        counter = station.counter
        rounds = PhotoRounds(
            station.desk.db,
            station.desk.blobs,
            BlobLine(central),
            counter.clock,
            counter.told.append,
            Schedule(random=lambda: 0.5),
            lambda: counter.clock.wall,
            chunk_least=4_000,
            chunk_most=8_000,
        )
        sender = Sender(station, rounds, way, shop.account, platform)
        rounds.low_disk = lambda: sender.low
        return sender

    yield make
    for central in shop.opened:
        central.close()
    for way in ways:
        way.close()
    platform.close()


def change(running: EmbeddedCentre, statement: Any) -> None:
    engine = create_engine(running._url)
    with engine.begin() as connection:
        connection.execute(statement)
    engine.dispose()
