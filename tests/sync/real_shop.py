"""A store on a real centre, and its real stations: what the tests of the exchange do their work with."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from central_service.server import EmbeddedCentre
from counter_app.desk import receiving
from counter_app.desk.settings import settings_from
from counter_app.domain.employee import Actor
from counter_app.errors import Offline
from counter_app.store import journal
from counter_app.store.journal import Identity
from counter_app.sync.central import Central
from counter_app.sync.engine import Engine
from tests.central.station import Platform, fresh_id
from tests.counter_acts import piece


@dataclass
class Line:
    """A network that behaves: the real calls, and between them whatever a test wants to go wrong."""

    central: Central
    lose_answers: int = 0
    faults: list[Exception] = field(default_factory=list)
    choke: Callable[[dict[str, Any]], Exception | None] = lambda body: None
    pushes: list[int] = field(default_factory=list)
    pulls: int = 0

    def push(self, body: dict[str, Any]) -> dict[str, Any]:
        if self.faults:
            raise self.faults.pop(0)
        error = self.choke(body)
        self.pushes.append(len(body["ops"]))
        if error is not None:
            raise error
        said = self.central.push(body)
        if self.lose_answers:
            self.lose_answers -= 1
            raise Offline
        return said

    def pull(self, body: dict[str, Any]) -> dict[str, Any]:
        if self.faults:
            raise self.faults.pop(0)
        self.pulls += 1
        return self.central.pull(body)

    def hello(self) -> dict[str, Any]:
        return self.central.hello()

    def digest(self, stream: str) -> dict[str, Any]:
        return self.central.digest(stream)

    def bucket(self, stream: str, number: int) -> dict[str, Any]:
        return self.central.bucket(stream, number)


@dataclass
class Station:
    counter: Any
    engine: Engine
    line: Line
    clerk: Actor
    offsets: list[int]

    @property
    def desk(self) -> Any:
        return self.counter.desk

    def waiting(self) -> int:
        with self.desk.db.read() as connection:
            return journal.waiting_count(connection)

    def statuses(self) -> dict[str, int]:
        with self.desk.db.read() as connection:
            sql = "SELECT status, count(*) FROM journal GROUP BY status"
            return {row[0]: row[1] for row in connection.exec_driver_sql(sql)}

    def rows(self) -> dict[tuple[str, str], tuple[int, dict[str, Any]]]:
        """Every row as the clerk sees it."""
        with self.desk.db.read() as connection:
            return {
                (entity, row_id): (seq, json.loads(data))
                for entity in ("item", "pickup", "account", "employee")
                for row_id, seq, data in connection.exec_driver_sql(f"SELECT id, seq, data FROM {entity}")
            }


@dataclass
class Shop:
    """One store on the centre with an account and as many stations as asked for."""

    make_counter: Any
    platform: Platform
    url: str
    store: str
    clerk: str
    account: str
    opened: list[Central] = field(default_factory=list)

    def station(self, name: str = "one") -> Station:
        counter = self.make_counter(name)
        desk = counter.desk
        key = desk.identity.sign.__self__  # the private key behind the fixture's identity
        public = key.public_key().public_bytes_raw()
        central = Central(self.url)
        self.opened.append(central)
        code = self.platform.post("enrolments", store=self.store)["code"]
        said = central.register(code, public, name)
        identity = Identity(
            said["org"], said["store"], said["device_id"], said["incarnation"], public, key.sign, "boot-1"
        )
        desk.identity = identity
        desk.settings = settings_from(said["settings"])
        with desk.db.write() as connection:
            connection.exec_driver_sql("UPDATE meta SET value = ? WHERE key = 'epoch'", (said["epoch"],))
        central.speak_for(identity.device, identity.sign)
        line, offsets = Line(central), []
        engine = Engine(desk.db, line, identity, counter.clock, counter.told.append, offsets.append)  # type: ignore[arg-type]
        return Station(counter, engine, line, Actor(self.clerk, 4), offsets)

    def at_the_centre(self) -> dict[tuple[str, str], tuple[int, dict[str, Any]]]:
        """Every row of the store, read by a station that has done nothing itself."""
        reader = self.station(f"reader-{len(self.opened)}")
        reader.engine.round()
        return reader.rows()


@contextmanager
def real_shop(running: EmbeddedCentre, make_counter: Any) -> Iterator[Shop]:
    platform = Platform(running.base_url)
    store = fresh_id()
    platform.store(store)
    clerk = platform.clerk(store, level=4)
    account = platform.account(store)
    made = Shop(make_counter, platform, running.base_url, store, clerk, account)
    yield made
    for central in made.opened:
        central.close()
    platform.close()


def receive(station: Station, account: str, count: int = 1) -> list[Any]:
    return [piece(station.counter, station.clerk, account) for _ in range(count)]


def assert_same(shop: Shop, *stations: Station) -> None:
    """P3: after everything was sent and pulled, every station shows exactly what the centre has."""
    for station in stations:
        station.engine.round()
    for station in stations:
        station.engine.round()
    truth = shop.at_the_centre()
    for station in stations:
        assert station.waiting() == 0
        assert station.rows() == truth


def receive_without_account(station: Station) -> None:
    receiving.receive_unassigned(station.desk, station.clerk, receiving.Arrival(name="Who"))
