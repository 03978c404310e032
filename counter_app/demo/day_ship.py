"""Parcels: a typed rate and its markup, a price agreed to, the carrier's list, a bundle (S-11, 2.6)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict

from counter_app.demo.platform import STORE
from counter_app.demo.world import World
from counter_app.desk import consolidating, parcels, ship, ship_label, task_work
from counter_app.desk.consolidating import Bundle
from counter_app.desk.ship import Packed, Price
from counter_app.domain.address_shape import Address

SENDER, BUNDLER = 36, 37
"""Customers of these steps."""
HOME = Address("Cara Wells", "", "7 Pine Street", "Apt 2", "Portland", "OR", "97201")
BOX = Packed(900, 300, 200, 100, "box", "none")
RETAIL = 1_000
LABELS = "SELECT count(*) FROM print_job WHERE kind = 'shipping_label'"


def _parcel(world: World, agreed_cents: int = 0) -> str:
    """A customer asks for a parcel to be sent; it is packed and weighed."""
    items = world.taken_in(world.customer(SENDER), 1, "package")
    task_id = world.asked(
        "ship", world.customer(SENDER), items, to=asdict(HOME), carrier="ups", agreed_cents=agreed_cents
    )
    world.do(ship.pack, task_id, BOX)
    return task_id


def _price(permille: int, reason: str = "") -> Price:
    return Price("ups", "Ground", "store", RETAIL, permille, reason)


def markup(world: World) -> None:
    """S-11: a markup is free to 1.2, needs a reason to 1.5, and no price is above that"""
    report, task_id = world.report, _parcel(world)
    blocked = world.refusal(ship.price, task_id, _price(1_501, "because"))
    report.check("S-11: above 1.5 no reason helps", blocked == "ship.markup_blocked", blocked)
    warned = world.refusal(ship.price, task_id, _price(1_300))
    report.check("S-11: above 1.2 a reason is asked for", warned == "ship.markup_reason_missing", warned)
    world.do(ship.price, task_id, _price(1_300, "packed twice"))
    task = world.task(task_id)
    report.check("S-11: with the reason it is kept", (task.postage_cents, task.rate_source) == (1_300, "typed"))
    _send(world, task_id)


def agreed(world: World) -> None:
    """2.6: a price above what the customer agreed to is asked for, and he says yes"""
    report, task_id = world.report, _parcel(world, agreed_cents=RETAIL - 100)
    world.do(ship.price, task_id, _price(1_000))
    early = world.refusal(task_work.charge, task_id)
    report.check("2.6: more than he agreed to is not charged", early == "task.customer_must_agree", early)
    world.do(task_work.ask_customer, task_id)
    world.all_sent()
    report.check("2.6: he is asked", world.task(task_id).state == "awaiting_customer", world.task(task_id).state)
    world.shop.platform.post(f"tasks/{task_id}/price", store=STORE, agreed=True)
    world.kick()
    world.hand.wait(lambda: world.task(task_id).agreed_cents == RETAIL, "the customer's yes", 30)
    _send(world, task_id)
    report.check("2.6: what he agreed to is charged", world.task(task_id).amount_cents == RETAIL)


def _send(world: World, task_id: str) -> None:
    """Charge and label."""
    world.paid(task_id)
    world.do(ship_label.make, task_id, world.number("ups"))


def reprinted(world: World) -> None:
    """2.6: a label is printed again, and nothing is bought"""
    task_id = _waiting(world)[0]
    world.all_sent()
    before, labels = world.task(task_id), world.count(LABELS)
    charges = len(world.shop.platform.get("charges", store=STORE))
    world.do(ship_label.print_again, task_id)
    world.all_sent()
    report = world.report
    report.check("2.6: a second paper comes out", world.count(LABELS) == labels + 1)
    report.check("2.6: it is the same label, and it is not paid again", world.task(task_id) == before, before.tracking)
    report.check("2.6: the card was not asked", len(world.shop.platform.get("charges", store=STORE)) == charges)


def _waiting(world: World) -> list[str]:
    (found,) = [one for one in world.do(parcels.lists) if one.carrier == "ups"]
    return [one.task_id for one in found.waiting]


def driver(world: World) -> None:
    """2.6: the carrier takes one parcel and leaves the other"""
    report, (taken, left) = world.report, _waiting(world)
    manifest = world.do(parcels.begin, "ups")
    early = world.refusal(parcels.hand_over, manifest.id)
    report.check("2.6: an empty list is not handed over", early == "parcels.nothing_scanned", early)
    world.do(parcels.scan, manifest.id, world.task(taken).tracking)
    world.do(parcels.hand_over, manifest.id, "Sam")
    states = [world.piece(world.task(one).items[0]).state for one in (taken, left)]
    report.check("2.6: what was scanned is shipped, the other stays", states == ["shipped", "in_task"], str(states))
    report.check("2.6: the parcel left behind waits for the next driver", _waiting(world) == [left])


def bundled(world: World) -> None:
    """2.7: two packages become one with a Mail ID of its own"""
    customer, report = world.customer(BUNDLER), world.report
    items = world.taken_in(customer, 2, "package")
    task_id = world.asked("consolidate", customer, items)
    cents = world.paid(task_id).amount_cents
    report.check("2.7: each package costs its fee", cents == 2 * 195, f"{cents} cents")
    world.do(consolidating.bind, task_id, Bundle(2_100, 300, 250, 200, "package", "B-3"))
    bundle = world.piece(world.task(task_id).parent)
    report.check("2.7: the bundle has a C label and a shelf", (bundle.mail_id[0], bundle.shelf) == ("C", "B-3"))
    inside = {world.piece(one.id).state for one in items}
    report.check("2.7: its parts are inside", inside == {"included_in_consolidation"})
    world.all_sent()
    there = {row["id"]: row["state"] for row in world.shop.platform.get("tasks", store=STORE)}
    report.check("the centre has seen the same", there.get(task_id) == "consolidated", there.get(task_id, ""))


STEPS: tuple[Callable[[World], None], ...] = (markup, agreed, reprinted, driver, bundled)
