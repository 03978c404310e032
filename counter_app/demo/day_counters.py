"""The store's other counters: four more stations that work beside the window all day, with and without the line.

In the evening all five, and the centre, show one picture.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counter_app.config import read_config
from counter_app.demo.day_handover import signature
from counter_app.demo.day_receive import received
from counter_app.demo.people import Customer
from counter_app.demo.platform import CLERKS, PASSWORD, STORE, account_id
from counter_app.demo.world import World
from counter_app.desk import pickups, receiving, sign_in
from counter_app.desk.intake import Arrival
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import MailItem
from counter_app.domain.rows import ENTITIES
from counter_app.station import Station
from counter_app.store.keys import KeySource

MORE = 4
PIECES_OFFLINE = 5
GRANT_MS = 2**52
Picture = dict[tuple[str, str], tuple[int, Any]]


@dataclass(frozen=True, slots=True)
class Counter:
    """One more station, and the clerk who is signed in at it."""

    station: Station
    actor: Actor

    def receive(self, tracking: str, customer: Customer, shelf: str = "") -> MailItem:
        """A piece for `customer`, taken in here."""
        arrival = Arrival(
            account_id=account_id(customer), name=customer.holder, carrier="ups", tracking=tracking, shelf=shelf
        )
        return receiving.receive(self.station.desk, self.actor, arrival).item

    def hand_out(self, customer: Customer, item: MailItem) -> str:
        """The whole gate, without the line: ID, scan, the charge for later, signature, out of the door."""
        desk, actor = self.station.desk, self.actor
        pickup_id = pickups.open_walk_in(desk, actor, account_id(customer), [item.id]).pickup.id
        pickups.check_id(desk, actor, pickup_id, customer.holder, "passport")
        pickups.scan_piece(desk, actor, pickup_id, item.mail_id)
        desk.online = False
        pickups.charge_later(desk, actor, pickup_id)
        pickups.sign(desk, actor, pickup_id, signature())
        pickups.hand_over(desk, actor, pickup_id)
        return pickup_id

    def has(self, item_id: str) -> bool:
        with self.station.db.read() as connection:
            return connection.exec_driver_sql("SELECT 1 FROM item WHERE id = ?", (item_id,)).first() is not None

    def waiting(self) -> int:
        with self.station.db.read() as connection:
            sql = "SELECT count(*) FROM journal WHERE status IN ('waiting', 'deferred')"
            return int(connection.exec_driver_sql(sql).scalar() or 0)


def open_counter(world: World, number: int, stack: ExitStack) -> Counter:
    """Enrol one more station of the store and sign a clerk in at it; it ends with `stack`."""
    home = world.shop.new_station(f"counter-{number}", devices=False)
    station = Station(home, read_config(home.config), KeySource("keyfile", key_file=home.key_file), lambda event: None)
    stack.callback(station.close)
    station.start()
    clerk_id, _, email, _ = CLERKS[1]
    answer = station.central.log_in(email, PASSWORD)  # type: ignore[union-attr]
    sign_in.learn(station.desk, answer["clerk"], answer["grant"], answer["grant_sig"], GRANT_MS, PASSWORD)
    sign_in.sign_in(station.desk, email, PASSWORD)
    return Counter(station, sign_in.actor_of(station.desk, clerk_id))


def four_more(world: World) -> None:
    """four more counters of the store open"""
    pieces = world.count("SELECT count(*) FROM item")
    for number in range(2, 2 + MORE):
        world.others.append(open_counter(world, number, world.until_night))
    for other in world.others:
        world.hand.wait(
            lambda other=other: len(picture_of(other.station)) >= pieces,  # type: ignore[misc]
            "a counter to have the register",
            120,
        )
    world.report.check("four more counters have pulled the register", len(world.others) == MORE, pieces)


def an_hour_alone(world: World) -> None:
    """the line is gone for an hour, and all five counters work on"""
    report, hand = world.report, world.hand
    world.all_sent()
    before = len(picture_of(world.station))
    world.shop.centre.stop()
    try:
        customer = world.customer(9)
        for at, other in enumerate(world.others):
            mine = [other.receive(world.number(), customer, f"C{at + 1}") for _ in range(PIECES_OFFLINE)]
            receiving.move(other.station.desk, other.actor, mine[0].id, f"D{at + 1}")
            receiving.take_back(other.station.desk, other.actor, mine[1].id)
            other.hand_out(customer, mine[2])
        received(world, world.number(), customer)
        queued = sum(other.waiting() for other in world.others)
        report.check("offline, every counter keeps what it does in its own journal", queued >= MORE * 8, queued)
    finally:
        world.shop.centre.start()
    new = MORE * PIECES_OFFLINE + 1
    all_here = before + new + MORE  # and a visit for each piece that was handed out
    _kick(world)
    hand.wait(
        lambda: all(len(picture_of(one)) >= all_here for one in _stations(world)), "everybody to have everything", 120
    )
    report.check("with the line back every counter shows what the others did", True, f"{new} pieces")


def one_picture(world: World) -> None:
    """in the evening five counters and the centre show one picture"""
    world.all_sent(60)

    def differing() -> list[str]:
        truth = picture_at_the_centre(world.folder / "central.db")
        return [
            f"{station.config.name}: {len(other)} rows, e.g. {sorted(other)[:2]}"
            for station in _stations(world)
            if (other := _unlike(picture_of(station), truth))
        ]

    _kick(world)
    try:
        world.hand.wait(lambda: not differing() and not any(one.waiting() for one in world.others), "one picture", 60)
    except Exception:
        world.report.check("five counters and the centre show one picture", False, "; ".join(differing()))
        raise
    rows = len(picture_of(world.station))
    world.report.check("five counters and the centre show one picture", True, f"{rows} rows each")


def asked_everywhere(world: World) -> None:
    """Wait until each of the five counters asks somebody to look at the contested hand-over."""
    sql = "SELECT count(*) FROM inbox WHERE state = 'open' AND code = 'op.contested'"

    def tasks(station: Station) -> int:
        with station.db.read() as connection:
            return int(connection.exec_driver_sql(sql).scalar() or 0)

    _kick(world)
    world.hand.wait(lambda: all(map(tasks, _stations(world))), "the task at every counter", 60)
    world.report.check("every counter of the store is asked to look at it", True, len(_stations(world)))


def picture_of(station: Station) -> Picture:
    """Every row that a clerk may see at this counter: (kind, id) -> (place in the order, row)."""
    with station.db.read() as connection:
        return {
            (entity, row_id): (seq, json.loads(data))
            for entity in ENTITIES
            for row_id, seq, data in connection.exec_driver_sql(f"SELECT id, seq, data FROM {entity}")  # noqa: S608
        }


def picture_at_the_centre(database: Path) -> Picture:
    """The same at the centre, read from its file past the service."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=10)) as connection:
        sql = "SELECT entity, id, seq, row FROM state_row WHERE store_id = ?"
        return {
            (entity, row_id): (seq, json.loads(row)) for entity, row_id, seq, row in connection.execute(sql, (STORE,))
        }


def _unlike(one: Picture, other: Picture) -> list[tuple[str, str]]:
    return [key for key in one.keys() | other.keys() if one.get(key) != other.get(key)]


def _stations(world: World) -> list[Station]:
    return [world.station, *(other.station for other in world.others)]


def _kick(world: World) -> None:
    for station in _stations(world):
        if station.worker is not None:
            station.worker.kick()
