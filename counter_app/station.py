"""A station put together: store, desk, devices, printers and the exchange, each on its own thread."""

from __future__ import annotations

import json
import logging
import random
from collections.abc import Callable
from contextlib import ExitStack
from types import ModuleType
from typing import Any

from counter_app import logs
from counter_app.clocks import SystemClock, os_entropy
from counter_app.config import Config
from counter_app.desk import answers, customers, inbox, pickups, receiving, sign_in, today
from counter_app.desk.context import Desk
from counter_app.desk.settings import StoreSettings, settings_from
from counter_app.desk_thread import DeskThread
from counter_app.devices.supervisor import Supervisor
from counter_app.domain.print_job import Job
from counter_app.errors import CounterError, DeviceError, StoreError
from counter_app.events import (
    ClockJudged,
    DeviceChanged,
    PickupChanged,
    PieceChanged,
    PieceReceived,
    PrintJobChanged,
    SignedIn,
    SignedOut,
)
from counter_app.instance import Instance
from counter_app.paths import Home
from counter_app.ports import Announce, Clock, DeviceStatus, RawScan
from counter_app.store import keys, schema
from counter_app.store.blobs import Blobs
from counter_app.store.db import Database
from counter_app.store.journal import Identity
from counter_app.store.keys import KeySource
from counter_app.store.print_jobs import StoredJobs
from counter_app.sync.central import Central
from counter_app.sync.engine import Engine
from counter_app.sync.schedule import Schedule
from counter_app.sync.worker import Worker
from printers.addresses import parse_address
from printers.media import media_named
from printers.spooler import Printer, Spooler

log = logging.getLogger(__name__)
_ACTS = (PieceReceived, PieceChanged, PickupChanged, SignedIn, SignedOut)


class Rooms:
    """The use cases by room, for the window, which knows them by type only until they are loaded."""

    answers: ModuleType = answers
    customers: ModuleType = customers
    inbox: ModuleType = inbox
    pickups: ModuleType = pickups
    receiving: ModuleType = receiving
    sign_in: ModuleType = sign_in
    today: ModuleType = today


class Station:
    """Everything of one home, running. `start` begins the threads, `close` ends everything."""

    def __init__(
        self, home: Home, config: Config, source: KeySource, hear: Announce, clock: Clock | None = None
    ) -> None:
        self.home = home
        self.config = config
        self.rooms = Rooms()
        self._hear = hear
        self._stack = ExitStack()
        self._clock = clock or SystemClock()
        self._papers: dict[str, DeviceStatus] = {}
        try:
            self._open(source)
        except BaseException:
            self._stack.close()
            raise

    def _open(self, source: KeySource) -> None:
        self.home.make()
        self._stack.callback(Instance(self.home.lock).release)
        self._stack.callback(logs.stop_log, logs.log_to(self.home.log))
        opened = keys.open_keys(self.home.keys, source)
        if not self.home.store.exists():
            raise StoreError("store.missing", folder=str(self.home.root))
        self.db = Database(self.home.store, opened.store_key)
        self._stack.callback(self.db.close)
        schema.upgrade(self.db)
        with self.db.read() as connection:
            self.meta: dict[str, str] = {
                row[0]: row[1] for row in connection.exec_driver_sql("SELECT key, value FROM meta")
            }
        identity = Identity(
            org=self.meta["org"],
            store=self.meta["store"],
            device=self.meta["device_id"],
            incarnation=self.meta["incarnation"],
            public_key=opened.public_key,
            sign=opened.device_key.sign,
            boot=os_entropy(4).hex(),
        )
        self.desk = Desk(
            db=self.db,
            blobs=Blobs(self.home.blobs, opened.subkey("blob")),
            identity=identity,
            settings=self._settings(),
            clock=self._clock,
            entropy=os_entropy,
            announce=self.announce,
            pepper=opened.subkey("pin"),
        )
        self.thread = DeskThread()
        self.devices = Supervisor(self.announce, self._clock)
        jobs = StoredJobs(self.db)
        self.spooler = Spooler(jobs, self.announce, self._printers(), look_every_s=30.0)
        self.central: Central | None = None
        self.worker: Worker | None = None
        if self.config.central:
            # Two connections: a sign-in at the centre must not wait for the exchange, nor disturb it.
            self.central, exchange = (self._line(identity) for _ in range(2))
            engine = Engine(self.db, exchange, identity, self._clock, self.announce, self._offset)
            schedule = Schedule(random=random.random)
            self.worker = Worker(engine, schedule, self._clock, self.announce, self._online)

    def _settings(self) -> StoreSettings:
        try:
            return settings_from(json.loads(self.meta["settings"]))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise StoreError("store.settings_wrong") from error

    def _line(self, identity: Identity) -> Central:
        central = Central(self.config.central, ca_file=self.config.ca_file)
        self._stack.callback(central.close)
        central.speak_for(identity.device, identity.sign)
        return central

    def start(self) -> None:
        """Start every thread; what goes wrong with a device shows as that device's state."""
        # Ended in the opposite order: no new scans, no new acts, then paper, then the line to the centre.
        if self.worker is not None:
            self.worker.start()
            self._stack.callback(self.worker.close)
        self.spooler.start()
        self._stack.callback(self.spooler.close)
        self.thread.start()
        self._stack.callback(self.thread.close)
        self._stack.callback(self.devices.close)
        for role, address in self.config.devices.items():
            try:
                self.devices.add(role, role, address)
            except DeviceError as error:
                log.warning("device not usable", extra={"role": role, "code": error.code})

    def close(self) -> None:
        """Stop in the right order: no new scans, no new acts, then paper and network, then the store."""
        self._stack.close()

    def announce(self, event: object) -> None:
        """Tell the window, and wake whoever has work now. Called from any thread, after commit."""
        if isinstance(event, DeviceChanged) and event.status.name in self._papers:
            self._papers[event.status.name] = event.status
        if isinstance(event, _ACTS):
            if self.worker is not None:
                self.worker.kick()
            self.spooler.wake()
        elif isinstance(event, PrintJobChanged) and event.state == "owed":
            self.spooler.wake()
        self._hear(event)

    def submit(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[CounterError], None]
    ) -> None:
        self.thread.submit(work, done, failed)

    def device_statuses(self) -> tuple[DeviceStatus, ...]:
        """Every device and printer as it was heard of last, in the order of the configuration."""
        return (*self.devices.statuses(), *self._papers.values())

    def preview(self, job: Job) -> bytes:
        """A label as it will look on paper, PNG; b"" for what only a receipt printer can draw."""
        from printers import preview, zpl
        from printers.labels import label_from_payload

        return preview.png(zpl.render(label_from_payload(job.kind, job.payload), media_named("4x2@203")))

    def read_barcodes(self, picture: bytes) -> list[RawScan]:
        """Every code in a photo; DeviceError("picture.*") for what is no picture."""
        from counter_app.devices import barcodes

        return barcodes.read(barcodes.decode_picture(picture))

    def _printers(self) -> list[Printer]:
        found = []
        for role, address in self.config.printers.items():
            try:
                shown = "printer" if role == "label" else "receipt_printer"
                found.append(Printer(role, parse_address(address), shown))
                self._papers[role] = DeviceStatus(shown, role, "")
            except DeviceError as error:
                log.warning("printer not usable", extra={"role": role, "code": error.code})
        return found

    def _offset(self, offset_ms: int) -> None:
        self.desk.offset_ms = offset_ms
        self.desk.offset_at_mono_ms = self._clock.mono_ms()
        self.desk.watch.told(self._clock.wall_ms() + offset_ms)

    def _online(self, online: bool) -> None:
        # After every exchange, also one that failed: from then on it is known what the centre says of the clock.
        self.desk.online = online
        try:
            with self.db.write(background=True) as connection:
                self.desk.watch.keep(connection)
        except StoreError as error:
            log.warning("trusted time not kept", extra={"code": error.code})
        judged = self.desk.watch.judged()
        self.announce(ClockJudged(judged.off_by_ms, judged.proven))
