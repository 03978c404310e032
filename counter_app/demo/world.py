"""The headless day's world: the store, one station at work in a real window, and what the centre says of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtTest import QTest

from counter_app import desktop
from counter_app.config import read_config
from counter_app.demo.people import Customer, number
from counter_app.demo.platform import PASSWORD, STORE, account_id
from counter_app.demo.store import DemoStore
from counter_app.demo.walk import SIZES, Hand, NotSoError, Report
from counter_app.desk import receiving
from counter_app.desk.intake import Arrival
from counter_app.domain.mail_item import MailItem
from counter_app.errors import CounterError
from counter_app.station import Station
from counter_app.store import state
from counter_app.store.keys import KeySource
from ui.doing import Doing
from ui.window import Window

if TYPE_CHECKING:
    from counter_app.demo.day_counters import Counter

REPEAT_S = 0.4
"""The same scan within 0.3 s is one scan (`Supervisor`)."""


@dataclass(slots=True)
class World:
    """What the steps of the day work with."""

    folder: Path
    shop: DemoStore
    station: Station
    doing: Doing
    hand: Hand
    report: Report
    quiet: list[Customer] = field(default_factory=list)
    shelved: list[MailItem] = field(default_factory=list)
    """Pieces that the day in front of the shelves works with."""
    others: list[Counter] = field(default_factory=list)
    """The store's other counters, from the morning on."""
    until_night: ExitStack = field(default_factory=ExitStack)
    """What ends with the day."""
    last_scans: dict[str, float] = field(default_factory=dict)
    """When a text was last under the scanner."""

    # ------------------------------------------------------------ people and pieces

    def customer(self, index: int) -> Customer:
        """One of the customers with a plain active mailbox that nobody has asked a pickup for."""
        if not self.quiet:
            asked = {row["account_id"] for row in self.shop.platform.get("pickups", store="northgate")}
            people = [one for one in self.shop.customers if one.state == "active" and one.names[0][1] == "person"]
            self.quiet = [one for one in people if account_id(one) not in asked]
        return self.quiet[index]

    def in_state(self, wanted: str) -> Customer:
        return next(one for one in self.shop.customers if one.state == wanted)

    def number(self, carrier: str = "ups") -> str:
        return number(self.shop.random, carrier)

    def item_of(self, tracking: str) -> MailItem | None:
        """The newest piece with this tracking number in the station's store."""
        with self.station.db.read() as connection:
            row = connection.exec_driver_sql(
                "SELECT id FROM item WHERE tracking = ? ORDER BY received_ms DESC LIMIT 1", (tracking,)
            ).first()
            return state.item(connection, row[0]) if row else None

    def count(self, sql: str, *values: Any) -> int:
        with self.station.db.read() as connection:
            return int(connection.exec_driver_sql(sql, values).scalar() or 0)

    # ------------------------------------------------------------ what the centre has

    def waiting(self) -> int:
        return self.count("SELECT count(*) FROM journal WHERE status IN ('waiting', 'deferred')")

    def all_sent(self, seconds: float = 30.0) -> None:
        """Wait until the centre has answered everything that was done."""
        self.hand.wait(lambda: self.waiting() == 0, "every act to be answered by the centre", seconds)

    def photos(self, seconds: float = 30.0) -> list[str]:
        """The names of the station's photos, once the centre keeps all of them."""
        unsafe = "SELECT count(*) FROM photo WHERE state <> 'durable'"
        self.hand.wait(lambda: self.count(unsafe) == 0, "every photo to be kept by the centre", seconds)
        with self.station.db.read() as connection:
            return list(connection.exec_driver_sql("SELECT sha256 FROM photo ORDER BY created_ms").scalars())

    def twice_or_lost(self) -> tuple[int, int, int]:
        """(acts of this station, missing at the centre, there more than once)."""
        with self.station.db.read() as connection:
            own = [row[0] for row in connection.exec_driver_sql("SELECT op_id FROM journal")]
        there = [line["op_id"] for line in self.shop.platform.journal()]
        seen = set(there)
        doubled = len(there) - len(seen)
        return len(own), sum(op_id not in seen for op_id in own), doubled

    def charges(self, pickup_id: str) -> list[dict[str, Any]]:
        """What the centre charged for a pickup."""
        lines = self.shop.platform.get("charges", store="northgate")
        return [line for line in lines if line["pickup"] == pickup_id]

    def states_at_the_centre(self, customer: Customer) -> dict[str, str]:
        """The pieces of a customer as the centre has them: id -> state."""
        rows = self.shop.platform.get("items", store="northgate", account=account_id(customer))
        return {row["id"]: row["state"] for row in rows}

    def mend(self) -> None:
        """After a step that failed half-way: the centre is there, the printers have paper, nobody is locked out."""
        try:
            self.shop.centre.start()
        except RuntimeError:
            pass  # It runs.
        self.shop.equipment.label_printer.mend()
        self.shop.equipment.shipping_printer.mend()
        self.kick()

    def kick(self) -> None:
        """Exchange now."""
        if self.station.worker is not None:
            self.station.worker.kick()

    # ------------------------------------------------------------ tasks, by the use cases that their panels call

    def do(self, use_case: Callable[..., Any], *args: Any) -> Any:
        """Run `use_case(desk, actor, *args)` as the clerk at the window does; what it returns or raises."""
        came: list[Any] = []
        self.doing.do(use_case, *args, done=came.append, failed=came.append)
        self.hand.wait(lambda: came, f"{use_case.__name__} to be done")
        if isinstance(came[0], CounterError):
            raise came[0]
        return came[0]

    def asked(self, kind: str, customer: Customer, items: Sequence[MailItem], **terms: Any) -> str:
        """A customer asks on the web for something to be done with his pieces. The task's id, once it is here."""
        self.all_sent()
        body = {"store": STORE, "account": account_id(customer), "kind": kind, "items": [one.id for one in items]}
        task_id = str(self.shop.platform.post("tasks", **body, terms=terms)["id"])
        self.kick()
        self.hand.wait(lambda: self.task(task_id), "the task to reach the counter", 30)
        return task_id

    def task(self, task_id: str) -> Any:
        with self.station.db.read() as connection:
            return state.task(connection, task_id)

    def piece(self, item_id: str) -> MailItem:
        with self.station.db.read() as connection:
            found = state.item(connection, item_id)
        if found is None:
            raise NotSoError(f"piece {item_id} is not in the store")
        return found

    def taken_in(
        self, customer: Customer, count: int, mail_type: str, shelves: Sequence[str] = ("",)
    ) -> list[MailItem]:
        """Pieces of a customer that need not be seen coming in; they lie on the shelves in turn."""
        whose = Arrival(account_id=account_id(customer), name=customer.holder, mail_type=mail_type, carrier="ups")
        arrivals = [replace(whose, tracking=self.number(), shelf=shelves[n % len(shelves)]) for n in range(count)]
        return [self.do(receiving.receive, one).item for one in arrivals]

    # ------------------------------------------------------------ hands on the counter

    def scan(self, text: str) -> None:
        """The simulated scanner reads `text`; the same again not so soon that it would be one scan."""
        since = time.monotonic() - self.last_scans.get(text, 0.0)
        if since < REPEAT_S:
            QTest.qWait(int((REPEAT_S - since) * 1000) + 1)
        self.last_scans[text] = time.monotonic()
        self.shop.equipment.scanner.scan(text)

    def sign_in(self, email: str, password: str = PASSWORD) -> None:
        """Sign in at the sign-in screen."""
        self.hand.type_into("E-mail", email)
        self.hand.type_into("Password", password)
        self.hand.press("Sign in")


def open_world(folder: Path, seed: int, stack: ExitStack, report: Report, wanted: str = "en") -> World:
    """Found the store, enrol a station, show its window; everything ends with `stack`."""
    shop = DemoStore(folder, seed)
    stack.callback(shop.close)
    home = shop.new_station("counter-1")
    app = desktop.application(wanted)
    doing = Doing()
    window = Window(doing, wedge=False)
    window.resize(SIZES[0])
    stack.callback(window.close)
    window.show()
    app.processEvents()
    report.check("the window shows before the store is open", window.isVisible() and not doing.ready)
    station = Station(home, read_config(home.config), KeySource("keyfile", key_file=home.key_file), doing.hear)
    stack.callback(station.close)
    station.start()
    doing.start(station)
    window.ready()
    world = World(folder, shop, station, doing, Hand(window, folder / "pictures"), report)
    stack.callback(world.until_night.close)
    return world
