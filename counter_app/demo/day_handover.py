"""Hand-overs: the gate of S-12 step by step, cards that decline and do not answer, a day without the internet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from counter_app.demo.day_receive import received
from counter_app.demo.people import Customer
from counter_app.demo.platform import account_id
from counter_app.demo.walk import NotSoError
from counter_app.demo.world import World
from counter_app.domain.mail_item import MailItem
from counter_app.domain.pickup import Pickup
from counter_app.store import state
from ui.demo_drawer import LICENCE
from ui.pages.hand_over_steps import png_of
from ui.signing import SignaturePad

STROKES = [[(30.0, 60.0), (60.0, 20.0), (90.0, 70.0), (130.0, 30.0), (170.0, 62.0), (220.0, 40.0)]]


def pickup_of(world: World, customer: Customer) -> Pickup:
    """The newest pickup of a customer in the station's store; NotSoError when there is none."""
    found = find_pickup(world, customer)
    if found is None:
        raise NotSoError(f"PMB {customer.mailbox} has no pickup")
    return found


def find_pickup(world: World, customer: Customer) -> Pickup | None:
    """The newest pickup of a customer, or None."""
    with world.station.db.read() as connection:
        row = connection.exec_driver_sql(
            "SELECT id FROM pickup WHERE account_id = ? ORDER BY requested_ms DESC LIMIT 1", (account_id(customer),)
        ).first()
        return state.pickup(connection, row[0]) if row else None


def begin(world: World, customer: Customer) -> Pickup:
    """Open the hand-over of a customer's pieces in the Pickups room."""
    hand = world.hand
    hand.window.go("pickups", account_id=account_id(customer))
    found: Pickup = hand.wait(
        lambda: (one := find_pickup(world, customer)) and one.state == "in_progress" and one, "the pickup to begin"
    )
    hand.control("Hand over")
    panel: Any = hand.window.pages["pickups"]
    hand.wait(lambda: panel.hand_over.visit is not None and not panel.hand_over.busy, "the panel to be free")
    return found


def show_licence(world: World, name: str) -> None:
    """The collector's licence under the scanner."""
    given, _, family = name.rpartition(" ")
    world.shop.equipment.scanner.send((LICENCE.format(family=family.upper(), given=given.upper()) + "\r").encode())


def check_id(world: World, customer: Customer, name: str = "") -> None:
    """The collector's licence is scanned and held against the form."""
    show_licence(world, name or customer.holder)
    world.hand.wait(lambda: pickup_of(world, customer).id_checked_by, "the ID to be checked")


def scan_all(world: World, customer: Customer, items: Sequence[str]) -> None:
    hand = world.hand
    for item_id in items:
        with world.station.db.read() as connection:
            item = state.item(connection, item_id)
        if item is None:
            raise NotSoError(f"piece {item_id} is not in the store")
        world.scan(item.mail_id)
        hand.wait(partial(_ticked, world, customer, item_id), "the piece to be ticked")


def _ticked(world: World, customer: Customer, item_id: str) -> bool:
    return item_id in pickup_of(world, customer).scanned


def signature() -> bytes:
    """A signature as the pad of another counter gives it."""
    pad = SignaturePad("")
    pad.draw_strokes(STROKES)
    return png_of(pad)


def sign(world: World) -> None:
    """The collector signs on the pad."""
    pad = world.hand.control("Signature of the collector", SignaturePad)
    if isinstance(pad, SignaturePad):
        pad.draw_strokes(STROKES)
    world.hand.press("Accept")


def the_gate(world: World) -> None:
    """S-12: a walk-in hand-over, step by step through the gate"""
    hand, report, shop = world.hand, world.report, world.shop
    customer, stranger = world.customer(1), world.customer(2)
    begin(world, customer)
    pickup = pickup_of(world, customer)
    hand.picture("hand-over-begun")
    give = hand.control("Hand over")
    report.check("S-12: nothing can be handed over while anything is open", not give.isEnabled())
    check_id(world, customer)
    report.check("S-12: the scanned licence is held against the form", pickup_of(world, customer).collector_listed)
    with world.station.db.read() as connection:
        foreign = connection.exec_driver_sql(
            "SELECT mail_id FROM item WHERE account_id = ? AND state = 'received' LIMIT 1", (account_id(stranger),)
        ).scalar_one()
    world.scan(foreign)
    report.check("S-12: a foreign label stops everything", hand.reads("pickup.foreign_piece"), foreign)
    hand.picture("hand-over-stop")
    scan_all(world, customer, pickup.items)
    report.check(
        "S-12: every piece is scanned", set(pickup_of(world, customer).scanned) == set(pickup.items), len(pickup.items)
    )
    hand.press("Charge {amount}")
    hand.wait(lambda: pickup_of(world, customer).state == "paid", "the charge to be answered")
    charged = world.charges(pickup.id)
    asked = charged[0]["asked"] if charged else 0
    report.check(
        "S-15: the card was charged exactly once",
        len(charged) == 1 and asked == 1,
        charged[0]["amount_cents"] if charged else "",
    )
    hand.picture("hand-over-paid")
    report.check("S-12: without a signature nothing leaves", not hand.control("Hand over").isEnabled())
    sign(world)
    hand.wait(lambda: pickup_of(world, customer).signature, "the signature to be kept")
    hand.picture("hand-over-ready")
    receipts = len(shop.equipment.receipt_printer.receipts)
    hand.press("Hand over")
    hand.wait(lambda: pickup_of(world, customer).state == "handed_over", "the custody to be recorded")
    report.check("S-12: custody is recorded at the moment of the hand-over (T6)", True, pickup.id)
    report.check("the gate left no remark", not pickup_of(world, customer).remarks)
    report.check("the receipt was printed", shop.equipment.receipt_printer.wait_for_receipts(receipts + 1, 15))
    world.all_sent()
    there = {row["id"]: row for row in shop.platform.get("pickups", store="northgate")}
    report.check("the centre has the hand-over", there.get(pickup.id, {}).get("state") == "handed_over")
    gone = {
        row["id"]: row["state"] for row in shop.platform.get("items", store="northgate", account=account_id(customer))
    }
    report.check("the centre has every piece as picked up", all(gone[one] == "picked_up" for one in pickup.items))


def declined_card(world: World) -> None:
    """S-15: a card that declines, then pays"""
    hand, report = world.hand, world.report
    customer = world.customer(4)
    received(world, world.number("ups"), customer)
    world.all_sent()
    world.shop.platform.card_answers(account_id(customer), "declined", "paid")
    pickup = begin(world, customer)
    check_id(world, customer)
    scan_all(world, customer, pickup.items)
    hand.press("Charge {amount}")
    hand.wait(lambda: pickup_of(world, customer).state == "payment_declined", "the card to be declined")
    report.check("S-15: a declined card is said in words", hand.sees("Card declined"))
    report.check("S-15: nothing leaves on a declined card", not hand.control("Hand over").isEnabled())
    hand.picture("hand-over-declined")
    hand.press("Try again")
    hand.press("Charge {amount}")
    hand.wait(lambda: pickup_of(world, customer).state == "paid", "the second charge")
    lines = world.charges(pickup.id)
    paid = [line for line in lines if line["result"] == "paid"]
    report.check("S-15: the second attempt was charged once", len(lines) == 2 and len(paid) == 1, len(lines))
    sign(world)
    hand.press("Hand over")
    hand.wait(lambda: pickup_of(world, customer).state == "handed_over", "the hand-over")
    report.check("S-15: then the pieces go out", True)


def unknown_charge(world: World) -> None:
    """S-15: a bank that does not answer"""
    hand, report = world.hand, world.report
    customer = world.customer(5)
    received(world, world.number("fedex"), customer)
    world.all_sent()
    world.shop.platform.card_answers(account_id(customer), "unknown", "paid")
    pickup = begin(world, customer)
    check_id(world, customer)
    scan_all(world, customer, pickup.items)
    hand.press("Charge {amount}")
    hand.wait(lambda: pickup_of(world, customer).state in ("charging", "paid"), "the charge to be asked for")
    world.all_sent()
    first = pickup_of(world, customer)
    shown = hand.sees("Checking {amount}…", 3) or (first is not None and first.state == "paid")
    report.check("S-15: an unknown charge shows as checking, not as paid", shown)
    hand.picture("hand-over-checking")
    world.kick()

    def paid() -> bool:
        world.kick()
        return pickup_of(world, customer).state == "paid"

    hand.wait(paid, "the centre to ask the bank again", 30)
    lines = world.charges(pickup.id)
    report.check("S-15: an unknown charge is one charge in the end", len(lines) == 1 and lines[0]["result"] == "paid")
    sign(world)
    hand.press("Hand over")
    hand.wait(lambda: pickup_of(world, customer).state == "handed_over", "the hand-over")


def scheduled(world: World) -> None:
    """S-14: a pickup that the customer asked for"""
    hand, report = world.hand, world.report
    asked = [row for row in world.shop.platform.get("pickups", store="northgate") if row["state"] == "scheduled"]
    report.check("S-16: pickups that customers asked for are in the list", len(asked) >= 3, len(asked))
    customer = next(one for one in world.shop.customers if account_id(one) == asked[0]["account_id"])
    hand.go("pickups")
    hand.picture("pickups")
    pickup = begin(world, customer)
    report.check("S-14: the customer's own request is taken, not a second one", pickup.id == asked[0]["id"])
    person = next(name for name, kind in customer.names if kind == "person")
    check_id(world, customer, person)
    scan_all(world, customer, pickup.items)
    shut = not hand.control("Hand over").isEnabled()
    report.check("S-14: it is worked off while the customer is present, and nothing leaves before", shut)
    hand.picture("hand-over-scheduled")
    hand.press("Charge {amount}")
    hand.wait(lambda: pickup_of(world, customer).state == "paid", "the charge")
    sign(world)
    hand.press("Hand over")
    hand.wait(lambda: pickup_of(world, customer).state == "handed_over", "the hand-over")
    report.check("S-14: it is handed over through the same gate", True)


def offline(world: World) -> None:
    """the internet goes, work goes on, and comes back"""
    hand, report, shop = world.hand, world.report, world.shop
    customer = world.customer(6)
    world.all_sent()
    shop.centre.stop()
    world.kick()
    report.check("the status bar says that the centre is gone", hand.sees("Connection: offline"))
    pieces: list[MailItem] = [received(world, world.number(), customer) for _ in range(3)]
    report.check("pieces are received without the internet", len(pieces) == 3, len(pieces))
    report.check("they wait to be sent", world.waiting() >= 3, world.waiting())
    hand.go("today")
    hand.sees("Offline · everything is kept here", 3)
    hand.picture("offline-today")
    pickup = begin(world, customer)
    check_id(world, customer)
    scan_all(world, customer, pickup.items)
    hand.picture("offline-hand-over")
    hand.press("Charge later")
    hand.wait(lambda: pickup_of(world, customer).state == "pay_later", "the charge to be put off")
    sign(world)
    hand.press("Hand over")
    hand.wait(lambda: pickup_of(world, customer).state == "handed_over", "the hand-over without the internet")
    report.check("a hand-over goes through the same gate without the internet", True)
    waited = world.waiting()
    shop.centre.start()
    world.kick()
    world.all_sent(60)
    report.check("when the internet is back, everything is sent by itself", world.waiting() == 0, f"{waited} acts")
    own, lost, doubled = world.twice_or_lost()
    report.check("the centre has every act exactly once: none lost", lost == 0, own)
    report.check("the centre has every act exactly once: none twice", doubled == 0, own)

    def settled() -> bool:
        world.kick()
        return pickup_of(world, customer).payment == "paid"

    hand.wait(settled, "the late charge", 30)
    lines = world.charges(pickup.id)
    report.check("the fee was charged once when the act arrived", len(lines) == 1 and lines[0]["asked"] == 1)
    there = {
        row["id"]: row["state"] for row in shop.platform.get("items", store="northgate", account=account_id(customer))
    }
    report.check("the centre has the pieces as picked up", all(there[one] == "picked_up" for one in pickup.items))
    report.check("nothing of it is contested", world.count("SELECT count(*) FROM inbox WHERE state = 'open'") == 0)


STEPS = (the_gate, declined_card, unknown_charge, scheduled, offline)
