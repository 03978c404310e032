"""A station put together: store, desk, devices, printers and the exchange, each on its own thread."""

from __future__ import annotations

import dataclasses
import json
import logging
import random
from collections.abc import Callable
from contextlib import ExitStack
from types import ModuleType
from typing import Any

from counter_app import logs, lost_tail, rebuild
from counter_app.clocks import SystemClock, os_entropy
from counter_app.config import Config, with_choice, write_config
from counter_app.desk import (
    answers,
    consolidating,
    custody,
    customers,
    cutoff,
    deliveries,
    depositing,
    drops,
    export,
    fetching,
    inbox,
    looking_up,
    money,
    parcels,
    pickups,
    rates,
    receiving,
    register,
    returns,
    scanning,
    searches,
    shelves,
    ship,
    ship_label,
    shredding,
    sign_in,
    stocktakes,
    supplies,
    task_work,
    tasks,
    to_be_checked,
    today,
)
from counter_app.desk.context import Desk
from counter_app.desk.settings import StoreSettings, settings_from
from counter_app.desk_thread import DeskThread
from counter_app.devices.supervisor import Supervisor
from counter_app.domain.print_job import Job
from counter_app.errors import CounterError, DeviceError, StoreError
from counter_app.events import (
    ActsLost,
    ClockJudged,
    DeviceChanged,
    IntakeChanged,
    ManifestChanged,
    PagesArrived,
    PickupChanged,
    PieceChanged,
    PieceReceived,
    PrintJobChanged,
    RebuildMoved,
    ReturnsChanged,
    ShelvesChanged,
    SignedIn,
    SignedOut,
    StoreFailed,
    SupplyChanged,
    TaskChanged,
)
from counter_app.instance import Instance
from counter_app.keeping import Keeping, free_bytes, take
from counter_app.paths import Home
from counter_app.photo_sweep import PhotoSweep
from counter_app.ports import Announce, Clock, DeviceStatus, RawScan
from counter_app.rescue_thread import Rescue
from counter_app.scan_room import ScanRoom
from counter_app.space_watch import SpaceWatch
from counter_app.store import journal, keys, room, schema, soundness, station_card, upgrading
from counter_app.store.blobs import Blobs
from counter_app.store.db import Database
from counter_app.store.journal import Identity
from counter_app.store.keys import KeySource
from counter_app.store.print_jobs import StoredJobs
from counter_app.store.salvage import Line
from counter_app.sync.blob_line import BlobLine
from counter_app.sync.blobs import PhotoRounds, see
from counter_app.sync.central import WAIT_S, WAIT_TIMEOUTS_S, Central
from counter_app.sync.engine import Engine
from counter_app.sync.listening import Listener
from counter_app.sync.report import Reporter
from counter_app.sync.schedule import Schedule
from counter_app.sync.worker import Worker
from printers.addresses import parse_address
from printers.media import media_named
from printers.spooler import Printer, Spooler

log = logging.getLogger(__name__)
_SHOWN_AS = {"label": "printer", "receipt": "receipt_printer", "shipping": "shipping_printer"}
"""A printer's name in `config.toml` -> its role in the status bar."""
_ACTS = (
    PieceReceived,
    PieceChanged,
    ShelvesChanged,
    PickupChanged,
    TaskChanged,
    ManifestChanged,
    SupplyChanged,
    IntakeChanged,
    ReturnsChanged,
    SignedIn,
    SignedOut,
)


class Rooms:
    """The use cases by room, for the window, which knows them by type only until they are loaded."""

    answers: ModuleType = answers
    custody: ModuleType = custody
    consolidating: ModuleType = consolidating
    customers: ModuleType = customers
    deliveries: ModuleType = deliveries
    cutoff: ModuleType = cutoff
    drops: ModuleType = drops
    depositing: ModuleType = depositing
    export: ModuleType = export
    fetching: ModuleType = fetching
    looking_up: ModuleType = looking_up
    inbox: ModuleType = inbox
    money: ModuleType = money
    parcels: ModuleType = parcels
    pickups: ModuleType = pickups
    rates: ModuleType = rates
    receiving: ModuleType = receiving
    register: ModuleType = register
    searches: ModuleType = searches
    shelves: ModuleType = shelves
    returns: ModuleType = returns
    ship: ModuleType = ship
    ship_label: ModuleType = ship_label
    scanning: ModuleType = scanning
    shredding: ModuleType = shredding
    sign_in: ModuleType = sign_in
    supplies: ModuleType = supplies
    task_work: ModuleType = task_work
    tasks: ModuleType = tasks
    stocktakes: ModuleType = stocktakes
    to_be_checked: ModuleType = to_be_checked
    today: ModuleType = today


class Station:
    """Everything of one home, running. `start` begins the threads, `close` ends everything."""

    def __init__(
        self,
        home: Home,
        config: Config,
        source: KeySource,
        hear: Announce,
        clock: Clock | None = None,
        tell: Callable[[str], None] = lambda code: None,
    ) -> None:
        self.home = home
        self.config = config
        self.rooms = Rooms()
        self._hear = hear
        self._stack = ExitStack()
        self._clock = clock or SystemClock()
        self._papers: dict[str, DeviceStatus] = {}
        self._rescue: Rescue | None = None
        self.acts_lost: ActsLost | None = None
        """What was lost, or found again, since the station was opened; the window asks for it when it is ready."""
        try:
            self._open(source, tell)
        except BaseException:
            self._stack.close()
            raise

    def _open(self, source: KeySource, tell: Callable[[str], None]) -> None:
        self.home.make()
        self._stack.callback(Instance(self.home.lock).release)
        self._stack.callback(logs.stop_log, logs.log_to(self.home.log))
        opened = keys.open_keys(self.home.keys, source)
        found = soundness.examine(self.home.store, opened.store_key, self.home.high_water, tell)
        if found.high_water == "unreadable":
            log.warning("the high-water file could not be read and is written anew")
        now_ms = self._clock.wall_ms()
        lines = lost_tail.gather(self.home, opened, found.tail, now_ms) if found.tail else []
        upgrading.bring_to_head(
            self.home.store,
            opened.store_key,
            now_ms,
            lambda db: take(self.home, db, opened.store_key, now_ms),
            free_bytes,
            lambda step: tell(f"store.upgrade_{step}"),
        )
        self.db = Database(self.home.store, opened.store_key, high_water=self.home.high_water)
        self._stack.callback(self.db.close)
        self.db.on_untrusted = lambda code: self._hear(StoreFailed(code))
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
        station_card.keep(self.home.card, opened.subkey("card"), self.meta, os_entropy)
        self.desk = Desk(
            db=self.db,
            blobs=Blobs(self.home.blobs, opened.subkey("blob")),
            identity=identity,
            settings=self._settings(),
            clock=self._clock,
            entropy=os_entropy,
            announce=self.announce,
            pepper=opened.subkey("pin"),
            shipping_printer="shipping" if "shipping" in self.config.printers else "label",
        )
        space = SpaceWatch(self.home, self.desk, self.announce, free_bytes)
        self.keeping = Keeping(
            self.home,
            self.db,
            opened.store_key,
            self._clock,
            self.announce,
            space=space,
            sweep=PhotoSweep(self.home, self.desk),
            second=self.config.backup_folder,
        )
        if found.tail is not None:
            self._settle(found.tail, lines)
        if found.high_water != "good":
            with self.db.read() as connection:
                end = journal.end(connection)
            if end is not None:
                self.db.note_high_water(end)
        if rebuild.unfinished(self.home):
            self._rescue = Rescue(self.home, opened, self.db, self.desk, self._rescued)
        self.thread = DeskThread()
        self.devices = Supervisor(self.announce, self._clock)
        self.scans = ScanRoom(self.desk.blobs, self.announce)
        jobs = StoredJobs(self.db)
        self.spooler = Spooler(jobs, self.announce, self._printers(), look_every_s=30.0)
        self.central: Central | None = None
        self.worker: Worker | None = None
        if self.config.central:
            # Connections of their own: a sign-in must not wait for the exchange nor disturb it, and nobody for news.
            self.central, exchange = (self._line(identity) for _ in range(2))
            news = self._line(identity, timeouts_s=WAIT_TIMEOUTS_S, answer_s=WAIT_S)
            listener = Listener(self.db, news, f"store:{identity.store}", Schedule(random=random.random))
            engine = Engine(self.db, exchange, self.desk.identity, self._clock, self.announce, self._offset)
            self._stack.callback(engine.first_sync.close)
            exchange.on_heads = self._heads
            engine.on_identity = self._new_identity
            schedule = Schedule(random=random.random)
            tell = Reporter(self.db, exchange, self._clock, self.announce).after_round
            travelling = PhotoRounds(
                self.db,
                self.desk.blobs,
                BlobLine(exchange),
                self._clock,
                self.announce,
                Schedule(random=random.random),
                self.desk.watch.now_ms,
                lambda: space.low,
            )
            self.worker = Worker(engine, schedule, self._clock, self.announce, self._online, tell, travelling, listener)

    def _settle(self, tail: soundness.Tail, lines: list[Line]) -> None:
        self.desk.identity, told = lost_tail.settle(
            self.db, self.desk.identity, tail, lines, self.desk.moment(), os_entropy, self.desk.local
        )
        log.warning("the end of the journal was lost", extra={"code": "store.tail_lost", "count": told.count})
        self.acts_lost = told

    def _heads(self, heads: dict[str, int]) -> None:
        """The centre told how far it has heard this station; on the thread of the exchange."""
        identity = self.desk.identity
        told = lost_tail.behind_the_centre(
            self.db,
            identity,
            heads.get(identity.incarnation, 0),
            self.desk.moment(),
            os_entropy,
            self.desk.local,
        )
        if told is not None:
            log.warning("the centre knows newer acts", extra={"code": "store.tail_lost", "count": told.count})
            self.acts_lost = told
            self._hear(told)

    def _rescued(self, told: RebuildMoved | ActsLost) -> None:
        if isinstance(told, ActsLost):
            self.acts_lost = told
            if self.worker is not None:
                self.worker.kick()
        self._hear(told)

    def _settings(self) -> StoreSettings:
        try:
            return settings_from(json.loads(self.meta["settings"]))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise StoreError("store.settings_wrong") from error

    def _line(self, identity: Identity, **times: Any) -> Central:
        central = Central(self.config.central, ca_file=self.config.ca_file, **times)
        self._stack.callback(central.close)
        central.speak_for(identity.device, identity.sign)
        return central

    def start(self) -> None:
        """Start every thread; what goes wrong with a device shows as that device's state."""
        # Ended in the opposite order: no new scans, no new acts, then paper, the line to the centre, the last backup.
        self.keeping.start()
        self._stack.callback(self.keeping.close)
        if self.worker is not None:
            self.worker.start()
            self._stack.callback(self.worker.close)
        self.spooler.start()
        self._stack.callback(self.spooler.close)
        self.thread.start()
        self._stack.callback(self.thread.close)
        self._stack.callback(self.devices.close)
        if self._rescue is not None:
            self._rescue.start()
            self._stack.callback(self._rescue.close)
        for role, address in self.config.devices.items():
            try:
                self.devices.add(role, role, address)
            except DeviceError as error:
                log.warning("device not usable", extra={"role": role, "code": error.code})

    def keep_choice(self, key: str, value: str) -> None:
        """Remember what was chosen in the window (`language`, `sounds`): in force now, and after the next start."""
        file = self.home.config
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        changed = with_choice(text, key, value)
        try:
            write_config(file, changed)
        except OSError as error:
            raise room.refused(error, file.parent) from error
        self.config = dataclasses.replace(self.config, **{key: value})  # type: ignore[arg-type]

    def close(self) -> None:
        """Stop in the right order: no new scans, no new acts, then paper and network, then the store."""
        self._stack.close()

    def announce(self, event: object) -> None:
        """Tell the window, and wake whoever has work now. Called from any thread, after commit."""
        if isinstance(event, DeviceChanged) and event.status.name in self._papers:
            self._papers[event.status.name] = event.status
        if isinstance(event, PagesArrived):
            self.scans.waiting = event.files
        if isinstance(event, _ACTS):
            self.keeping.noticed()
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

        media = media_named("4x6@203" if job.kind == "shipping_label" else "4x2@203")
        return preview.png(zpl.render(label_from_payload(job.kind, job.payload), media))

    def see_photo(self, name: str) -> bytes:
        """A kept photo by its SHA-256, from here or the centre; off the main thread. StoreError: those of `see`."""
        if not self.config.central or not self.desk.online:
            return see(self.db, self.desk.blobs, None, name)
        # A line of its own: neither a sign-in nor the exchange waits for a picture.
        central = Central(self.config.central, ca_file=self.config.ca_file)
        try:
            central.speak_for(self.desk.identity.device, self.desk.identity.sign)
            return see(self.db, self.desk.blobs, BlobLine(central), name)
        finally:
            central.close()

    def read_barcodes(self, picture: bytes) -> list[RawScan]:
        """Every code in a photo; DeviceError("picture.*") for what is no picture."""
        from counter_app.devices import barcodes

        return barcodes.read(barcodes.decode_picture(picture))

    def _printers(self) -> list[Printer]:
        found = []
        for role, address in self.config.printers.items():
            try:
                shown = _SHOWN_AS[role]
                found.append(Printer(role, parse_address(address), shown))
                self._papers[role] = DeviceStatus(shown, role, "")
            except DeviceError as error:
                log.warning("printer not usable", extra={"role": role, "code": error.code})
        return found

    def _offset(self, offset_ms: int) -> None:
        self.desk.offset_ms = offset_ms
        self.desk.offset_at_mono_ms = self._clock.mono_ms()
        self.desk.watch.told(self._clock.wall_ms() + offset_ms)

    def _new_identity(self, identity: Identity) -> None:
        self.desk.identity = identity

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
