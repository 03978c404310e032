"""A store with two counters and three clerks, a centre that moves money, customers at home, and a line that is cut.

Real are the use cases, the stores, the exchange and the centre (`tests.sync.world`). What stands beside them is the
shop itself: a piece that went out of the door is in nobody's hand any more, whatever a screen says. A clerk scans, and
hands out, only what is there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from central_service import cashier
from central_service import platform_messages as pm
from central_service.payments import CardSimulator, ChargeOrder
from central_service.refusal import Refusal
from central_service.route import Call
from counter_app.desk import consolidating, parcels, pickups, receiving, ship, ship_label, shredding, task_work
from counter_app.desk.consolidating import Bundle
from counter_app.desk.context import Desk
from counter_app.desk.receiving import Arrival
from counter_app.desk.settings import settings_from
from counter_app.desk.ship import Packed, Price
from counter_app.domain import tracking
from counter_app.domain.address_shape import Address
from counter_app.domain.employee import Actor
from counter_app.domain.payment import ChargeResult
from counter_app.domain.pickup import Pickup
from counter_app.domain.rows import Row, from_plain
from counter_app.domain.task import Task
from counter_app.errors import RuleViolation
from counter_app.store import state
from counter_app.store.blobs import Blobs
from tests.conftest import SETTINGS as STORE_SETTINGS
from tests.counter_acts import PNG
from tests.sync.set_up import STORE, Setup, set_up
from tests.sync.station import Station
from tests.sync.world import World

SETTINGS: dict[str, Any] = {**STORE_SETTINGS, "shred_days": 0}
HOLDERS = ("Ann Lee", "Bob Stone")
TYPES = ("package", "letter", "package", "letter")
"""What lies on the shelf for each of them when the day begins."""
TO = Address("Cara Wells", "", "7 Pine Street", "Apt 2", "Portland", "OR", "97201")
TASK_KINDS = ("shred", "discard", "ship", "consolidate")
QUIET_ROUNDS = 20
LOST_ANSWERS = 0.2


@dataclass
class Store(Setup):
    """The set-up of the exchange's tests, with a second clerk, a second customer and pieces on the shelf."""

    middle: str = ""
    accounts: tuple[str, ...] = ()


def make_store(folder: Path) -> Store:
    """Made once; every day begins with a copy."""
    first, second = folder / "first", folder / "second"
    first.mkdir()
    second.mkdir()
    made = Store(**fields_of(set_up(first)))
    shop = Shop(second, made)
    ask = shop.ask
    made.middle = ask(
        "/v1/platform/employees", pm.SetEmployee(STORE, "Ana Ruiz", "a@example.org", 2, password="x" * 9)
    ).id
    other = pm.NewAccount(STORE, "13", HOLDERS[1], (pm.NameOnForm(HOLDERS[1]),), state="active", since="2026-09-01")
    made.accounts = (made.account, ask("/v1/platform/accounts", other).id)
    counter = shop.counters["A"]
    assert counter.exchange() == ""
    for account, holder in zip(made.accounts, HOLDERS, strict=True):
        for mail_type in TYPES:
            arrival = Arrival(account_id=account, name=holder, mail_type=mail_type, shelf="B-1")
            receiving.receive(counter.desk, Actor(made.clerk, 4), arrival)
    shop.to_quiet()
    shop.close()
    made.folder = second
    return made


class Cards(CardSimulator):
    """Cards whose answer sometimes gets lost on its way back: the money has moved, or has not, and nobody knows."""

    def __init__(self, lost: Callable[[], bool]) -> None:
        super().__init__()
        self._lost = lost

    def charge(self, order: ChargeOrder, timeout_s: float) -> ChargeResult:
        found = super().charge(order, timeout_s)
        return ChargeResult.UNKNOWN if self._lost() else found


def fields_of(setup: Setup) -> dict[str, Any]:
    return {name: getattr(setup, name) for name in ("folder", "clerk", "low", "account", "keys")}


@dataclass
class Counter:
    """One of the two: its station, its desk, and how far it has heard of everything."""

    station: Station
    desk: Desk = field(init=False)
    heard: int = -1
    """The centre's number at the end of the last exchange; -1 when something was done here since, or it failed."""

    def __post_init__(self) -> None:
        world = self.station.world
        folder = world.folder / f"{self.station.name}-blobs"
        folder.mkdir(exist_ok=True)
        self.desk = Desk(
            db=self.station.db,
            blobs=Blobs(folder, b"\x08" * 32),
            identity=self.station.identity,
            settings=settings_from(SETTINGS),
            clock=self.station.times,
            entropy=world.entropy,
            announce=lambda event: None,
            pepper=b"\x09" * 32,
        )

    def exchange(self, *faults: str) -> str:
        """One round of the exchange over a line with these faults; the code of what stopped it."""
        self.station.line.faults[:] = faults
        said = self.station.round()
        self.station.line.faults.clear()
        self.desk.online = said == ""
        self.heard = self.station.world.number() if said == "" else -1
        return said

    def rows(self, entity: str) -> list[Any]:
        """Every row of this kind as this counter has it, in one order for all counters."""
        found = self.station.eye.ask(f"SELECT id, data FROM {entity} ORDER BY id")
        return [parsed(entity, data) for _, data in found]

    def one(self, entity: str, row_id: str) -> Any:
        with self.desk.db.read() as connection:
            return state.get(connection, entity, row_id)


def parsed(entity: str, data: str) -> Row:
    return from_plain(entity, json.loads(data))


class Shop(World):
    """The store on one day."""

    setup: Store

    def __init__(self, folder: Path, setup: Store, seed: int = 0) -> None:
        luck = Random(seed)
        self.cards = self.gateway = Cards(lambda: luck.random() < LOST_ANSWERS)
        super().__init__(folder, setup, seed)
        self.store = setup
        self.counters = {name: Counter(station) for name, station in self.stations.items()}
        self.gone: set[str] = set()
        """Pieces that are out of the door, in pieces, or in a parcel that the carrier took."""
        self.said: list[str] = []
        """What was done and what was answered, for whoever has to read a failure."""

    def number(self) -> int:
        """The number of the newest thing that the centre has of this store."""
        return int(self.query("SELECT seq FROM stream_head WHERE store_id = ?", STORE)[0][0])

    def moved(self) -> list[ChargeOrder]:
        return self.cards.moved

    def there(self, entity: str) -> list[Any]:
        """Every row of this kind as the centre has it."""
        sql = "SELECT row FROM state_row WHERE store_id = ? AND entity = ? ORDER BY id"
        return [parsed(entity, text) for (text,) in self.query(sql, STORE, entity)]

    # ------------------------------------------------------------ at home

    def ask(self, path: str, message: Any, path_id: str = "", route: str = "") -> Any:
        return self.served["POST", route or path].serve(Call(self.centre, message, None, path_id))

    def customer_asks(self, kind: str, account: int, items: Sequence[str]) -> None:
        who = self.store.accounts[account]
        with suppress(Refusal):
            if kind == "pickup":
                self.ask("/v1/platform/pickups", pm.NewPickup(STORE, who, tuple(items)))
            else:
                terms = {"to": asdict(TO), "carrier": "ups"} if kind == "ship" else {}
                asked = pm.NewTask(STORE, who, kind, tuple(items), terms=terms)  # type: ignore[arg-type]
                self.ask("/v1/platform/tasks", asked)

    def customer_takes_back(self, task_id: str) -> None:
        with suppress(Refusal):
            self.ask("", pm.TaskTakenBack(STORE, "changed my mind"), task_id, "/v1/platform/tasks/{id}/taken-back")

    def customer_answers(self, task_id: str, agreed: bool) -> None:
        with suppress(Refusal):
            self.ask("", pm.PriceAnswer(STORE, agreed), task_id, "/v1/platform/tasks/{id}/price")

    def centre_asks_again(self) -> None:
        """Ten minutes later: every charge whose answer never came is asked for again."""
        self.now_ms += 600_000
        cashier.retry_due(self.centre, lambda: False)

    # ------------------------------------------------------------ until everything is known everywhere

    def to_quiet(self) -> None:
        for _ in range(QUIET_ROUNDS):
            self.centre_asks_again()
            said = [counter.exchange() for counter in self.counters.values()]
            quiet = not any(counter.station.unsent() for counter in self.counters.values())
            charging = self.query("SELECT 1 FROM charge WHERE next_try_ms >= 0")
            if (
                not any(said)
                and quiet
                and not charging
                and all(one.heard == self.number() for one in self.counters.values())
            ):
                return
        raise AssertionError("the counters and their centre do not come to rest")

    # ------------------------------------------------------------ at the counter

    def actor(self, level: int) -> Actor:
        return Actor({4: self.store.clerk, 2: self.store.middle, 1: self.store.low}[level], level)

    def in_store(self, item_ids: Sequence[str]) -> bool:
        return not self.gone.intersection(item_ids)

    def act(self, name: str, level: int, what: str, work: Callable[[], Any]) -> str:
        """One act of a clerk; the code of the refusal, "" when it was done."""
        counter = self.counters[name]
        try:
            work()
        except RuleViolation as error:
            self.said.append(f"{name} L{level} {what}: {error.code}")
            return error.code
        self.said.append(f"{name} L{level} {what}")
        counter.heard = -1
        return ""

    def goes_on(self, name: str, level: int, row: Task | Pickup) -> str:
        """The next step of work on a task or pickup, as this counter shows it; "idle" when there is none for now."""
        counter, clerk = self.counters[name], self.actor(level)
        step = (
            pickup_step(self, counter, clerk, row) if isinstance(row, Pickup) else task_step(self, counter, clerk, row)
        )
        if step is None:
            return "idle"
        what, work, leaving = step
        if not self.in_store(leaving):
            return "idle"
        code = self.act(name, level, f"{what} {row.id[-4:]}", work)
        if not code:
            self.gone.update(leaving)
        return code

    def hurries(self, name: str, level: int, how: str, row: Any) -> str:
        """An act out of its order, on pieces that are there; the code of the refusal."""
        counter, clerk = self.counters[name], self.actor(level)
        here = row.to_hand_over if isinstance(row, Pickup) else row.at_hand
        if not self.in_store(here):
            return "idle"
        desk, now, leaving = counter.desk, counter.one("pickup" if isinstance(row, Pickup) else "task", row.id), here
        if how == "charge":
            of = pickups if isinstance(row, Pickup) else task_work
            work, leaving = (lambda: of.charge(desk, clerk, row.id)), ()
        elif isinstance(row, Pickup):
            work = lambda: pickups.hand_over(desk, clerk, row.id)  # noqa: E731
        elif row.kind == "discard":
            work = lambda: shredding.discard(desk, clerk, row.id)  # noqa: E731
        elif row.kind == "shred" and how == "earlier":
            work, leaving = (lambda: shredding.put_on_pile(desk, clerk, row.id)), ()
        elif row.kind == "shred":
            work = lambda: shredding.shred(desk, clerk, [row.id], len(here))  # noqa: E731
        elif row.kind == "ship" and how == "earlier":
            number = ups_number(self)
            work, leaving = (lambda: ship_label.make(desk, clerk, row.id, number)), ()
        elif row.kind == "ship":
            work = lambda: to_the_carrier(desk, clerk, now)  # noqa: E731
        else:
            work, leaving = (lambda: consolidating.bind(desk, clerk, row.id, Bundle(1_200, shelf="C-1"))), ()
        code = self.act(name, level, f"hurries to {how} {row.id[-4:]}", work)
        if not code:
            self.gone.update(leaving)
        return code


HASTY = ("charge", "earlier", "last")
Next = tuple[str, Callable[[], Any], Sequence[str]] | None
"""What is done next, how, and which pieces are not in the store any more after it."""


def pickup_step(shop: Shop, counter: Counter, clerk: Actor, row: Pickup) -> Next:
    desk, pid = counter.desk, row.id
    if row.state in ("scheduled", "ready"):
        return "start", lambda: pickups.start(desk, clerk, pid), ()
    if row.state in ("in_progress", "paid", "pay_later") and not row.id_type:
        holder = counter.one("account", row.account_id).holder
        return "id", lambda: pickups.check_id(desk, clerk, pid, holder, "passport"), ()
    if row.state == "in_progress":
        left = [one for one in row.to_hand_over if one not in row.scanned]
        if left:
            return piece_step(shop, counter, clerk, row, left[0])
        if desk.online:
            return "charge", lambda: pickups.charge(desk, clerk, pid), ()
        return "charge later", lambda: pickups.charge_later(desk, clerk, pid), ()
    if row.state == "payment_declined":
        return "try again", lambda: pickups.try_again(desk, clerk, pid), ()
    if row.state in ("paid", "pay_later"):
        left = [one for one in row.to_hand_over if one not in row.scanned]
        if left:
            return piece_step(shop, counter, clerk, row, left[0])
        if not row.signature:
            return "sign", lambda: pickups.sign(desk, clerk, pid, PNG), ()
        return "hand over", lambda: pickups.hand_over(desk, clerk, pid), row.to_hand_over
    return None


def piece_step(shop: Shop, counter: Counter, clerk: Actor, row: Task | Pickup, item_id: str) -> Next:
    """Scan a piece that is there; one that is not cannot be scanned, and is noted as missing."""
    desk, item = counter.desk, counter.one("item", item_id)
    if isinstance(row, Pickup):
        if shop.in_store([item_id]):
            return f"scan {item_id[-4:]}", lambda: pickups.scan_piece(desk, clerk, row.id, item.mail_id), ()
        return f"miss {item_id[-4:]}", lambda: pickups.piece_missing(desk, clerk, row.id, item_id), ()
    if shop.in_store([item_id]):
        return f"tick {item_id[-4:]}", lambda: task_work.tick(desk, clerk, row.id, item.mail_id), ()
    return f"miss {item_id[-4:]}", lambda: task_work.missing(desk, clerk, row.id, item_id), ()


def task_step(shop: Shop, counter: Counter, clerk: Actor, row: Any) -> Next:
    desk, tid = counter.desk, row.id
    if row.state == "requested":
        left = [one for one in row.at_hand if one not in row.ticked]
        return piece_step(shop, counter, clerk, row, left[0]) if left else None
    if row.state == "payment_declined":
        return "try again", lambda: task_work.try_again(desk, clerk, tid), ()
    if row.kind == "shred" and row.state == "gathered":
        left = [one for one in row.at_hand if not row.pages_of(one)]
        return "count", lambda: shredding.count_pages(desk, clerk, tid, left[0], 12), ()
    if row.kind == "ship" and row.state == "gathered":
        box = Packed(900, 300, 200, 100, "box", "none")
        return "pack", lambda: ship.pack(desk, clerk, tid, box), ()
    if row.kind == "ship" and row.state == "weighed":
        return "price", lambda: ship.price(desk, clerk, tid, Price("ups", "Ground", "store", 1_000)), ()
    if row.kind == "ship" and row.state == "priced" and task_work.view(desk, clerk, tid).must_ask:
        return "ask", lambda: task_work.ask_customer(desk, clerk, tid), ()
    if row.state in ("gathered", "counted", "priced"):
        return "charge", lambda: task_work.charge(desk, clerk, tid), ()
    return last_step(shop, counter, clerk, row)


def last_step(shop: Shop, counter: Counter, clerk: Actor, row: Any) -> Next:
    """What is done with the pieces once it is paid."""
    desk, tid = counter.desk, row.id
    if row.kind == "shred" and row.state == "paid":
        return "pile", lambda: shredding.put_on_pile(desk, clerk, tid), ()
    if row.kind == "shred" and row.state == "in_shred_pile":
        return "shred", lambda: shredding.shred(desk, clerk, [tid], len(row.at_hand)), row.at_hand
    if row.kind == "discard" and row.state == "paid":
        return "discard", lambda: shredding.discard(desk, clerk, tid), row.at_hand
    if row.kind == "consolidate" and row.state == "paid":
        return "bind", lambda: consolidating.bind(desk, clerk, tid, Bundle(1_200, shelf="C-1")), ()
    if row.kind == "ship" and row.state == "paid":
        number = ups_number(shop)
        return "label", lambda: ship_label.make(desk, clerk, tid, number), ()
    if row.kind == "ship" and row.state == "label_printed":
        return "carrier", lambda: to_the_carrier(desk, clerk, row), row.at_hand
    return None


def to_the_carrier(desk: Desk, clerk: Actor, row: Any) -> None:
    listed = parcels.begin(desk, clerk, row.carrier)
    for other in listed.entries:
        if other != row.id:
            parcels.take_off(desk, clerk, listed.id, other)
    parcels.scan(desk, clerk, listed.id, row.tracking)
    parcels.hand_over(desk, clerk, listed.id)


def ups_number(shop: Shop) -> str:
    """A number of the carrier whose last digit is right."""
    body = f"1Z999AA1{shop.random.randrange(10**9):09d}"
    numbers = [f"{body}{digit}" for digit in range(10)]
    return next(one for one in numbers if any(each.check == "passed" for each in tracking.identify(one)))
