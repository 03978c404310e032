"""Founds the demo's store: its centre, its customers, its history, and a station with simulated devices."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from central_service.server import EmbeddedCentre
from counter_app.clocks import SystemClock, os_entropy
from counter_app.config import Config, config_text
from counter_app.demo import history, people
from counter_app.demo.equipment import Equipment
from counter_app.demo.people import Customer
from counter_app.demo.platform import SETTINGS, Platform, account_id, let_operator_in
from counter_app.desk.settings import settings_from
from counter_app.paths import Home
from counter_app.store.keys import KeySource
from counter_app.sync.central import Central
from counter_app.sync.enrol import enrol


class DemoStore:
    """Everything of the demo but the window, in one folder. `close` ends all of it."""

    def __init__(self, folder: Path, seed: int, tell: Callable[[str], None] | None = None) -> None:
        self.folder = folder
        self._tell = tell or _on_terminal
        self.random = Random(seed)  # noqa: S311 - invented data, the same for the same seed
        self.customers: list[Customer] = []
        self._stack = ExitStack()
        folder.mkdir(parents=True, exist_ok=True)
        try:
            self._found()
        except BaseException:
            self.close()
            raise

    def _found(self) -> None:
        started = time.monotonic()
        self.centre = EmbeddedCentre(self.folder / "central.db", demo=True)
        self._stack.callback(self.centre.stop)
        url = self.centre.start()
        self.platform = Platform(url, self.centre.platform_token)
        self._stack.callback(self.platform.close)
        let_operator_in(self.folder / "central.db", SystemClock().wall_ms())
        self.customers = people.customers(self.random)
        self.platform.found(self.customers, _progress("customers", self._tell))
        office = history.back_office(url, self.platform.enrolment_code())
        self._stack.callback(office.central.close)
        now = SystemClock().wall_ms()
        history.write_history(office, self.random, self.customers, now, step=_progress("pieces of history", self._tell))
        self.office = office
        self.equipment = Equipment(self.folder / "camera")
        self._stack.callback(self.equipment.close)
        self._appointments()
        self.founded_in_s = time.monotonic() - started

    def _appointments(self) -> None:
        """Some customers have asked for their pieces today."""
        asked, at_ms = 0, _in_an_hour(SystemClock().wall_ms())
        for customer in self.customers:
            rows = self.platform.get("items", store="northgate", account=account_id(customer))
            free = [row["id"] for row in rows if row["state"] == "received"]
            if len(free) >= 2 and customer.state == "active":
                self.platform.request_pickup(account_id(customer), free[:2], at_ms)
                asked += 1
            if asked == 6:
                return

    def new_station(self, name: str, *, devices: bool = True) -> Home:
        """Enrol a station of the store; its home is encrypted, its key file lies inside (a demo's home only)."""
        home = Home(self.folder / "homes" / name)
        home.make()
        central = Central(self.centre.base_url)
        try:
            source = KeySource("keyfile", key_file=home.key_file)
            enrol(home.store, home.keys, source, central, self.platform.enrolment_code(), name, os_entropy)
        finally:
            central.close()
        config = Config(
            name=name.replace("-", " ").capitalize(),
            central=self.centre.base_url,
            key_mode="keyfile",
            devices=self.equipment.devices if devices else {},
            printers=self.equipment.printers if devices else {},
        )
        home.config.write_text(config_text(config), encoding="utf-8")
        return home

    def close(self) -> None:
        self._stack.close()


def _in_an_hour(now_ms: int) -> int:
    """In an hour, or when the store opens next; UTC milliseconds."""
    settings = settings_from(SETTINGS)
    now = datetime.fromtimestamp(now_ms / 1000, UTC)
    at = settings.pickups.earliest(now, settings.hours) + timedelta(hours=1)
    if settings.pickups.refusal(at, now, settings.hours):
        at = settings.hours.opening_at(settings.hours.next_business_day(settings.hours.local(at).date()))
    return int(at.timestamp() * 1000)


def _progress(what: str, tell: Callable[[str], None]) -> Callable[[int, int], None]:
    """Say how far a long step is, at most every half second."""
    last = [0.0]

    def step(done: int, total: int) -> None:
        now = time.monotonic()
        if done == total or now - last[0] > 0.5:
            last[0] = now
            tell(f"Founding the store: {done} of {total} {what}")

    return step


def _on_terminal(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
