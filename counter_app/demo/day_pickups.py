"""Pickups beyond the plain hand-over: papers, passports, refusals, a courtesy, a week in which nobody came (2.4)."""

from __future__ import annotations

from PySide6.QtTest import QTest

from counter_app.demo.day_handover import begin, check_id, find_pickup, pickup_of, scan_all, sign, signature
from counter_app.demo.day_receive import received
from counter_app.demo.people import Customer
from counter_app.demo.platform import CLERKS, account_id
from counter_app.demo.walk import NotSoError
from counter_app.demo.world import World
from counter_app.desk import pickups
from counter_app.domain import mrz
from counter_app.domain.employee import Actor
from counter_app.errors import RuleViolation
from counter_app.store import state
from ui.pages.pickups import PickupsPage
from ui.signing import SignaturePad

DAY_MS, REPEAT_MS = 86_400_000, 400


def stranger_with_a_paper(world: World) -> None:
    """S-12: an authorised stranger with a signed paper and a passport; one piece is not found"""
    hand, report = world.hand, world.report
    customer = world.customer(11)
    pieces = [received(world, world.number(), customer) for _ in range(2)]
    world.all_sent()
    pickup = begin(world, customer)
    lost = next(one for one in pickup.items if one == pieces[0].id)
    show_passport(world, "Boris Stranger")
    report.check("S-12: a stranger is refused by his passport", hand.reads("pickup.collector_not_authorised"))
    panel = room(world).hand_over
    hand.press("Somebody brings a written authorisation")
    box = panel.papers.box
    box.name.set_text("Boris Stranger")
    box.until.set_text("2099-12-31")
    box.mailbox.set_text("9999")
    box.show_photo(signature())
    hand.press("Keep the paper")
    report.check("S-12: a paper for another mailbox is refused", hand.reads("pickup.paper_other_mailbox"))
    hand.picture("paper")
    box.mailbox.set_text(customer.mailbox)
    hand.press("Keep the paper")
    hand.wait(lambda: pickup_of(world, customer).papers, "the paper to be kept")
    show_passport(world, "Boris Stranger")
    hand.wait(lambda: pickup_of(world, customer).id_checked_by, "the passport to be read")
    after = pickup_of(world, customer)
    report.check(
        "S-12: with the paper his passport is enough", (after.id_type, bool(after.paper)) == ("passport", True)
    )
    hand.wait(lambda: not panel.busy, "the panel to be free")
    panel._missing(lost)
    hand.wait(lambda: pickup_of(world, customer).missing, "the piece to be noted as missing")
    scan_all(world, customer, [one for one in pickup.items if one != lost])
    hand.press("Charge {amount}")
    hand.wait(lambda: pickup_of(world, customer).state == "paid", "the charge")
    sign(world)
    hand.press("Hand over")
    hand.wait(lambda: pickup_of(world, customer).state == "handed_over", "the hand-over")
    done = pickup_of(world, customer)
    report.check("S-12: the paper is used up by the hand-over", done.papers[0].used_ms == done.handed_ms)
    with world.station.db.read() as connection:
        left = state.item(connection, lost)
    trace = [entry[1] for entry in left.history[-3:]] if left else []
    report.check(
        "2.11: the missing piece is free, and its history says who did not find it",
        left is not None
        and left.task_id == ""
        and trace == ["pickup.piece_missing", "item.missed", "pickup.handed_over"],
    )


def refused_signature(world: World) -> None:
    """S-12: a customer who refuses to sign, after a dot on the pad"""
    hand, report = world.hand, world.report
    customer = world.customer(12)
    received(world, world.number("ups"), customer)
    world.all_sent()
    pickup = begin(world, customer)
    check_id(world, customer)
    scan_all(world, customer, pickup.items)
    hand.press("Charge {amount}")
    hand.wait(lambda: pickup_of(world, customer).state == "paid", "the charge")
    pad = hand.control("Signature of the collector", SignaturePad)
    if isinstance(pad, SignaturePad):
        pad.draw_strokes([[(60.0, 60.0)]])
    hand.press("Accept")
    report.check("S-12: a dot is no signature", hand.reads("pickup.signature_too_small"))
    hand.press("Refuses to sign")
    hand.press("Nobody signs")
    hand.wait(lambda: pickup_of(world, customer).refused_ms, "the refusal to be kept")
    report.check("S-12: the clerk reads what is next", hand.reads("pickup.signature_refused_paid"))
    hand.picture("signature-refused")
    after = pickup_of(world, customer)
    report.check("S-12: nothing left, and the fee stays with it", (after.state, after.collector) == ("paid", ""))
    begin_again(world, customer)
    check_id(world, customer)
    scan_all(world, customer, pickup.items)
    sign(world)
    hand.press("Hand over")
    hand.wait(lambda: pickup_of(world, customer).state == "handed_over", "the hand-over")
    report.check("S-15: whoever signs later pays nothing again", len(world.charges(pickup.id)) == 1)


def room(world: World) -> PickupsPage:
    """The Pickups room of the window."""
    page = world.hand.window.pages["pickups"]
    if not isinstance(page, PickupsPage):
        raise NotSoError("there is no Pickups room")
    return page


def begin_again(world: World, customer: Customer) -> None:
    """Go on with a pickup that is paid."""
    world.hand.window.go("pickups", account_id=account_id(customer))
    world.hand.control("Hand over")


def show_passport(world: World, name: str) -> None:
    """The two lines of a passport under the scanner."""
    given, _, family = name.upper().rpartition(" ")
    number, born, end = "L898902C3", "740812", "400101"
    parts = [one + str(mrz.check_digit(one)) for one in (number, born, end, "<" * 14)]
    whole = str(mrz.check_digit("".join(parts)))
    lines = (
        f"P<UTO{family}<<{given.replace(' ', '<')}".ljust(44, "<"),
        f"{parts[0]}UTO{parts[1]}F{parts[2]}{parts[3]}{whole}",
    )
    panel = room(world).hand_over
    QTest.qWait(REPEAT_MS)  # The same lines once more, sooner than that, would be one scan.
    world.hand.wait(lambda: panel.visit is not None and not panel.busy, "the panel to be free")
    for line in lines:
        world.shop.equipment.scanner.send((line + "\r").encode())


def courtesy(world: World) -> None:
    """S-16: pieces that the customer has already"""
    hand, report = world.hand, world.report
    customer = world.customer(13)
    item = received(world, world.number(), customer)
    world.all_sent()
    hand.go("pickups")
    page = room(world)
    world.scan(item.mail_id)
    hand.wait(lambda: page._account_id == account_id(customer) and page.card.mark.isVisible(), "the card")
    page.card.mark.click()
    page.card.courtesy.reason.set_text("taken home on Friday")
    hand.picture("courtesy")
    hand.press("Mark as picked up")

    def gone() -> bool:
        with world.station.db.read() as connection:
            found = state.item(connection, item.id)
        return found is not None and found.state == "picked_up"

    hand.wait(gone, "the pieces to be marked")
    marked = pickup_of(world, customer)
    report.check("S-16: marked without a fee, with its reason", (marked.mode, marked.amount_cents) == ("courtesy", 0))
    world.all_sent()
    there = {row["id"]: row for row in world.shop.platform.get("pickups", store="northgate")}
    report.check("S-16: the centre has the marking", there.get(marked.id, {}).get("reason") == "taken home on Friday")


def after_a_week(world: World) -> None:
    """T7: a pickup that nobody came for"""
    hand, report = world.hand, world.report
    desk = world.station.desk
    customer = world.customer(14)
    items = [received(world, world.number(), customer) for _ in range(2)]
    clerk = Actor(world.doing.clerk.id if world.doing.clerk else "", 2, "password")
    fresh = pickups.plan(desk, clerk, account_id(customer), [items[0].id]).pickup.id
    try:
        pickups.decline(desk, clerk, fresh, "never came")
        early = ""
    except RuleViolation as error:
        early = error.code
    report.check("T7: before the week is over a clerk does not decline it", early == "pickup.too_early")
    world.do(pickups.decline, fresh, "a manager may")
    world.all_sent()
    old, office = desk.new_id(), world.shop.office
    asked = {"account": account_id(customer), "mailbox": customer.mailbox, "items": [items[1].id]}
    office.write(desk.now_ms() - 9 * DAY_MS, CLERKS[0][0], "pickup.planned", old, **asked)
    office.send()
    world.kick()
    hand.wait(lambda: world.count("SELECT count(*) FROM pickup WHERE id = ?", old), "the pickup to reach the counter")
    pickups.decline(desk, clerk, old, "never came")
    free = [world.piece(one.id) for one in items]
    report.check(
        "T7: after it the pieces are free again", [(one.state, one.task_id) for one in free] == [("received", "")] * 2
    )
    hand.go("pickups")


def walk_in(world: World) -> None:
    """S-16: a customer who comes without having asked is found by name"""
    hand, report, customer = world.hand, world.report, world.customer(15)
    two = world.taken_in(customer, 2, "package")
    hand.go("pickups")
    hand.strike("New pickup")
    hand.type_into("Find a customer", customer.holder)
    card = hand.window.pages["customers"].card  # type: ignore[attr-defined]
    hand.wait(lambda: card.isVisible() and card.name.text() == customer.holder, "the customer's card")
    hand.picture("walk-in-search")
    hand.strike("Hand over")
    hand.wait(lambda: find_pickup(world, customer), "the pickup to be created")
    panel = room(world).hand_over
    hand.wait(lambda: panel.visit is not None and not panel.busy, "the panel to be free")
    pickup = pickup_of(world, customer)
    report.check("S-16: every piece that may go is in it", {one.id for one in two} <= set(pickup.items))
    check_id(world, customer)
    (late,) = world.taken_in(customer, 1, "letter")
    world.scan(late.mail_id)
    report.check("S-16: a further piece of the mailbox is offered", hand.sees("Take it too"))
    hand.picture("hand-over-more")
    hand.strike("Take it too")
    hand.wait(lambda: late.id in pickup_of(world, customer).items, "the further piece in the pickup")
    scan_all(world, customer, [one for one in pickup_of(world, customer).items if one != late.id])
    hand.press("Charge {amount}")
    hand.wait(lambda: pickup_of(world, customer).state == "paid", "the charge")
    sign(world)
    hand.press("Hand over")
    hand.wait(lambda: pickup_of(world, customer).state == "handed_over", "the hand-over")
    report.check(
        "S-16: all of them go out in one visit", len(pickup_of(world, customer).items) == len(pickup.items) + 1
    )


def for_later(world: World) -> None:
    """S-16: a pickup that is not worked off at once waits among the scheduled ones"""
    hand, report, customer = world.hand, world.report, world.customer(16)
    (item,) = world.taken_in(customer, 1, "package")
    hand.go("pickups")
    page = room(world)
    world.scan(item.mail_id)
    hand.wait(lambda: page._account_id == account_id(customer) and page.card.time.isVisible(), "the card")
    hand.strike("Agree on a time with the customer")
    desk = world.station.desk
    hours, now = desk.settings.hours, desk.local(desk.now_ms())
    hand.type_into("Day", now.date().isoformat())
    hand.type_into("Time", "13:30", enter=True)
    report.check("S-16: a time before the pieces can be ready is refused", hand.reads("pickup.too_soon"))
    day = hours.next_business_day(hours.local(desk.settings.pickups.earliest(now, hours)).date())
    hand.type_into("Day", day.isoformat())
    hand.type_into("Time", "13:30")
    hand.picture("pickup-for-later")
    hand.key("Return")
    hand.wait(lambda: find_pickup(world, customer), "the pickup to be written down")
    page.filters.set_key("scheduled")
    page.reload(account_id=account_id(customer))
    hand.wait(lambda: not world.doing.at_work, "the list")
    made = pickup_of(world, customer)
    report.check("S-16: it waits among the scheduled ones", (made.state, made.mode) == ("scheduled", "scheduled"))
    hand.picture("pickups-scheduled")
    page.filters.set_key("all")
    page.reload(top=True)


STEPS = (stranger_with_a_paper, refused_signature, courtesy, after_a_week, walk_in, for_later)
