"""Parcels: a typed rate and its markup, a price agreed to, the carrier's list, a bundle (S-11, 2.6)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from counter_app.demo import panels
from counter_app.demo.platform import STORE
from counter_app.demo.world import World
from counter_app.domain.address_shape import Address

SENDER, BUNDLER = 36, 37
"""Customers of these steps."""
HOME = Address("Cara Wells", "", "7 Pine Street", "Apt 2", "Portland", "OR", "97201")
BOX_G, BUNDLE_G = 900, 2_100
RETAIL, RETAIL_TYPED = 1_000, "10.00"


def _parcel(world: World, agreed_cents: int = 0, picture: str = "") -> str:
    """A customer asks for a parcel to be sent; it is packed, and weighed on the scale."""
    hand = world.hand
    items = world.taken_in(world.customer(SENDER), 1, "package")
    terms = {"to": asdict(HOME), "carrier": "ups", "agreed_cents": agreed_cents}
    task_id = panels.taken_up(world, "ship", world.customer(SENDER), items, **terms)
    packing = panels.panel(world).packing
    world.shop.equipment.scale.put(BOX_G)
    hand.strike("Weigh")
    hand.wait(packing.scales.weight.text, "the weight from the scale")
    hand.type_into("Length x width x height", "12 x 8 x 4")
    hand.choose("Is anything forbidden inside?", "none")
    if picture:
        hand.picture(picture)
    hand.strike("Packed and weighed")
    panels.is_now(world, task_id, lambda task: task.state == "weighed", "the parcel to be weighed")
    hand.control("Retail price")
    panels.idle(world)
    hand.choose("Label", "store")
    hand.type_into("Service", "Ground")
    hand.type_into("Retail price", RETAIL_TYPED)
    return task_id


def _priced(world: World, task_id: str) -> None:
    panels.is_now(world, task_id, lambda task: task.state == "priced", "the price to be set")


def markup(world: World) -> None:
    """S-11: a markup is free to 1.2, needs a reason to 1.5, and no price is above that"""
    report, hand, task_id = world.report, world.hand, _parcel(world, picture="ship-packing")
    hand.type_into("Times", "1.501", enter=True)
    blocked = hand.reads("ship.markup_blocked") and world.task(task_id).state == "weighed"
    report.check("S-11: above 1.5 no reason helps", blocked)
    hand.picture("ship-markup-blocked")
    hand.type_into("Times", "1.3", enter=True)
    warned = hand.reads("ship.markup_reason_missing") and world.task(task_id).state == "weighed"
    report.check("S-11: above 1.2 a reason is asked for", warned)
    hand.type_into("Why more than 1.2 times?", "packed twice")
    hand.picture("ship-markup")
    hand.key("Return")
    _priced(world, task_id)
    task = world.task(task_id)
    report.check("S-11: with the reason it is kept", (task.postage_cents, task.rate_source) == (1_300, "typed"))
    papers = world.shop.equipment.shipping_printer
    before = len(papers.labels)
    _send(world, task_id)
    came = papers.wait_for_labels(before + 1, 20)
    report.check("2.6: the carrier's label comes out of the 4 x 6 printer", came)
    world.all_sent()
    report.check("2.6: and comes out once", len(papers.labels) == before + 1, len(papers.labels) - before)


def agreed(world: World) -> None:
    """2.6: a price above what the customer agreed to is asked for, and he says yes"""
    report, hand = world.report, world.hand
    task_id = _parcel(world, agreed_cents=RETAIL - 100)
    hand.type_into("Times", "1", enter=True)
    _priced(world, task_id)
    panels.idle(world)
    fee = panels.panel(world).fee
    report.check("2.6: more than he agreed to is not charged", fee.charge.isHidden())
    hand.picture("ship-ask-customer")
    hand.strike("Ask the customer")
    panels.is_now(world, task_id, lambda task: task.state == "awaiting_customer", "the customer to be asked")
    world.all_sent()
    report.check("2.6: he is asked", world.task(task_id).state == "awaiting_customer")
    world.shop.platform.post(f"tasks/{task_id}/price", store=STORE, agreed=True)
    world.kick()
    panels.is_now(world, task_id, lambda task: task.agreed_cents == RETAIL, "the customer's yes")
    _send(world, task_id)
    report.check("2.6: what he agreed to is charged", world.task(task_id).amount_cents == RETAIL)


def _send(world: World, task_id: str) -> None:
    """Charge, then scan the label that was made."""
    panels.charged(world, task_id)
    world.scan(number := world.number("ups"))
    panels.is_now(world, task_id, lambda task: task.tracking == number, "the label to be made")


def _list(world: World) -> Any:
    """The list of what waits for the driver of UPS."""
    parcels = panels.beside(world, "Parcels for the carrier")
    world.hand.choose("Carrier", "ups")
    panels.idle(world)
    return parcels


def _waiting(parcels: Any) -> list[str]:
    return [one.task_id for one in parcels._chosen().waiting] if parcels._chosen() else []


def reprinted(world: World) -> None:
    """2.6: a label is printed again, and nothing is bought"""
    hand, report = world.hand, world.report
    parcels, papers = _list(world), world.shop.equipment.shipping_printer
    task_id = parcels._row()
    before, labels = world.task(task_id), list(papers.labels)
    acts = world.count("SELECT count(*) FROM journal")
    charges = len(world.shop.platform.get("charges", store=STORE))
    hand.strike("Print label again")
    came = hand.reads("parcels.again") and papers.wait_for_labels(len(labels) + 1, 20)
    report.check("2.6: a second paper comes out", came, len(papers.labels) - len(labels))
    report.check("2.6: it is the same label", papers.labels[-1] in labels, before.tracking)
    world.all_sent()
    same = world.task(task_id) == before and world.count("SELECT count(*) FROM journal") == acts
    report.check("2.6: printing again is no act and buys nothing", same)
    report.check("2.6: the card was not asked", len(world.shop.platform.get("charges", store=STORE)) == charges)


def driver(world: World) -> None:
    """2.6: the carrier takes one parcel and leaves the other"""
    report, hand, parcels = world.report, world.hand, _list(world)
    taken, left = _waiting(parcels)
    report.check("2.6: an empty list is not handed over", not parcels.go.isEnabled())
    world.scan(world.task(taken).tracking)
    hand.wait(parcels.go.isEnabled, "the parcel on the list")
    hand.type_into("Driver", "Sam")
    hand.picture("parcels-out")
    hand.strike("Hand over")
    panels.is_now(world, taken, lambda task: task.state == "handed_to_carrier", "the driver to have it")
    panels.idle(world)
    states = [world.piece(world.task(one).items[0]).state for one in (taken, left)]
    report.check("2.6: what was scanned is shipped, the other stays", states == ["shipped", "in_task"], str(states))
    hand.wait(lambda: _waiting(parcels) == [left], "the list to be shorter")
    report.check("2.6: the parcel left behind waits for the next driver", _waiting(parcels) == [left])


def bundled(world: World) -> None:
    """2.7: two packages become one with a Mail ID of its own"""
    customer, report, hand = world.customer(BUNDLER), world.report, world.hand
    items = world.taken_in(customer, 2, "package")
    task_id = panels.taken_up(world, "consolidate", customer, items)
    cents = panels.charged(world, task_id).amount_cents
    report.check("2.7: each package costs its fee", cents == 2 * 195, f"{cents} cents")
    bundle_ = panels.panel(world).bundle
    world.shop.equipment.scale.put(BUNDLE_G)
    hand.strike("Weigh")
    hand.wait(bundle_.scales.weight.text, "the weight from the scale")
    hand.type_into("Length x width x height", "12 x 10 x 8")
    hand.type_into("Shelf", "B-03")
    hand.picture("bundle")
    hand.strike("Bind and print the label")
    panels.is_now(world, task_id, lambda task: task.parent, "the bundle")
    bundle = world.piece(world.task(task_id).parent)
    report.check("2.7: the bundle has a C label and a shelf", (bundle.mail_id[0], bundle.shelf) == ("C", "B-03"))
    inside = {world.piece(one.id).state for one in items}
    report.check("2.7: its parts are inside", inside == {"included_in_consolidation"})
    world.all_sent()
    there = {row["id"]: row["state"] for row in world.shop.platform.get("tasks", store=STORE)}
    report.check("the centre has seen the same", there.get(task_id) == "consolidated", there.get(task_id, ""))


STEPS: tuple[Callable[[World], None], ...] = (markup, agreed, reprinted, driver, bundled)
