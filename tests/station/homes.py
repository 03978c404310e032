"""A real home at a real centre, and a station on it that exchanges when it is told to: no thread is started."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from central_service.server import EmbeddedCentre
from counter_app import verify
from counter_app.clocks import os_entropy
from counter_app.config import Config, config_text
from counter_app.demo.people import Customer
from counter_app.demo.platform import CLERKS, PASSWORD, Platform
from counter_app.desk import sign_in
from counter_app.paths import Home
from counter_app.station import Station
from counter_app.store.keys import KeySource
from counter_app.sync.central import Central
from counter_app.sync.enrol import enrol

ACCOUNT = "account-214"
ANN = Customer("214", "Ann Lee", (("Ann Lee", "person"),), since="2026-01-05", id_expires_on="2030-01-01")


@dataclass
class Town:
    """A centre with one store and one customer."""

    centre: EmbeddedCentre
    platform: Platform

    def home(self, folder: Path) -> Home:
        """A home that belongs to a station of the store."""
        home = Home(folder)
        home.make()
        central = Central(self.centre.base_url)
        try:
            enrol(home.store, home.keys, source(home), central, self.platform.enrolment_code(), "One", os_entropy)
        finally:
            central.close()
        home.config.write_text(config_text(self.config()), encoding="utf-8")
        return home

    def config(self) -> Config:
        return Config(name="One", central=self.centre.base_url, key_mode="keyfile")

    def there(self) -> list[str]:
        """The op_id of everything that the centre has of its stations, in its order."""
        return [line["op_id"] for line in self.platform.journal() if line["device"] != "centre"]


@contextmanager
def town(folder: Path) -> Iterator[Town]:
    centre = EmbeddedCentre(folder / "central.db", demo=True)
    centre.start()
    platform = Platform(centre.base_url, centre.platform_token)
    try:
        platform.found([ANN])
        yield Town(centre, platform)
    finally:
        platform.close()
        centre.stop()


def source(home: Home) -> KeySource:
    return KeySource("keyfile", key_file=home.key_file)


class AtHome:
    """A station on a home, with a clerk who has signed in; nothing runs by itself."""

    def __init__(self, town: Town, home: Home) -> None:
        self.heard: list[Any] = []
        self.station = Station(home, town.config(), source(home), self.heard.append)
        self.desk = self.station.desk
        assert self.station.central is not None
        said = self.station.central.log_in(CLERKS[0][2], PASSWORD)
        self.clerk = sign_in.actor_of(self.desk, sign_in.sign_in_online(self.desk, said, PASSWORD).id)

    def exchange(self) -> None:
        """One round with the centre."""
        assert self.station.worker is not None
        self.station.worker._engine.round()

    def own(self) -> list[str]:
        with self.station.db.read() as connection:
            return [row[0] for row in connection.exec_driver_sql("SELECT op_id FROM journal ORDER BY position")]

    def rows(self) -> dict[tuple[str, str], Any]:
        """Every row as a clerk sees it."""
        with self.station.db.read() as connection:
            return {
                (entity, row[0]): row[1]
                for entity in ("item", "pickup", "account", "employee")
                for row in connection.exec_driver_sql(f"SELECT id, data FROM {entity}")
            }

    def verdict(self) -> verify.Verdict:
        return verify.verify(self.station.db, self.desk.identity.public_key, self.desk.now_ms())

    def close(self) -> None:
        self.station.close()
