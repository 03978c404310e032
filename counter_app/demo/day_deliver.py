"""Deliveries: two pieces with a driver, a code wrong three times, a refused photo, a return, poly bags (S-17, S-18)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from counter_app.demo.day_receive import received
from counter_app.demo.people import Customer
from counter_app.demo.platform import STORE, account_id
from counter_app.demo.walk import NotSoError
from counter_app.demo.world import World
from counter_app.domain import delivery
from counter_app.domain.delivery import DeliveryTask, gaps
from counter_app.store import state

CODE, SPOKEN = "7K4M21", "7k4m 21"
HOUR_MS = 3_600_000


def asked(world: World, customer: Customer, pieces: int, today: bool = True) -> str:
    """The customer asks on the web for pieces that have just come in; the delivery as it reached the counter."""
    items = [received(world, world.number("ups"), customer).id for _ in range(pieces)]
    world.all_sent()
    now = world.station.desk.now_ms()
    window = {"window_from_ms": now, "window_to_ms": now + HOUR_MS} if today else {}
    terms = {"courier": "uber", "address": "5 Elm Street, Albany", "code": CODE, **window}
    body = {"store": STORE, "account": account_id(customer), "kind": "personal_delivery", "items": items}
    task_id = str(world.shop.platform.post("tasks", **body, terms=terms)["id"])
    world.hand.wait(partial(_here, world, task_id), "the delivery to reach the counter", 30)
    return task_id


def _here(world: World, task_id: str) -> bool:
    world.kick()
    return found(world, task_id) is not None


def found(world: World, task_id: str) -> DeliveryTask | None:
    with world.station.db.read() as connection:
        task = state.task(connection, task_id)
    return task if isinstance(task, DeliveryTask) else None


def task_of(world: World, task_id: str) -> DeliveryTask:
    """NotSoError when it is not in the station's store."""
    task = found(world, task_id)
    if task is None:
        raise NotSoError(f"delivery {task_id} is not in the store")
    return task


def is_now(world: World, task_id: str, fact: Callable[[DeliveryTask], object], what: str) -> None:
    world.hand.wait(lambda: fact(task_of(world, task_id)), what)


def gathered_and_sealed(world: World, task_id: str) -> None:
    """Every piece under the scanner, one bag, labels."""
    hand = world.hand
    hand.window.go("deliveries", task_id=task_id)
    hand.control("Hand to the driver")
    for item_id in task_of(world, task_id).items:
        with world.station.db.read() as connection:
            item = state.item(connection, item_id)
        world.scan(item.mail_id if item else "")
        is_now(world, task_id, partial(_ticked, item_id), "the piece to be ticked")
    hand.press("Seal and print labels")
    is_now(world, task_id, lambda task: task.labelled, "the labels to be owed")


def _tried(tries: int, task: DeliveryTask) -> bool:
    return task.tries == tries


def _ticked(item_id: str, task: DeliveryTask) -> bool:
    return item_id in task.ticked


def photographed(world: World, task_id: str) -> None:
    world.shop.equipment.camera.show_parcel("DRIVER", ("Dee Walker", "Uber"))
    world.hand.press("Take the photo")
    is_now(world, task_id, lambda task: task.photo, "the photo of the driver")


def handed_over(world: World, task_id: str) -> None:
    """The right code, the tick, and out."""
    hand = world.hand
    hand.wait(hand.control("Compare").isEnabled, "the code to be asked for")
    hand.type_into("Code that the driver says", SPOKEN, enter=True)
    is_now(world, task_id, lambda task: task.state == "code_matched", "the code to match")
    hand.press("I hand the pieces to the driver")
    hand.press("Hand to the driver")
    is_now(world, task_id, lambda task: task.state == "handed_to_driver", "the hand-over to be recorded")


def with_a_driver(world: World) -> None:
    """S-18: two pieces go with a driver, after three wrong codes and a word of support"""
    hand, report, shop = world.hand, world.report, world.shop
    task_id = asked(world, world.customer(20), 2)
    labels = len(shop.equipment.label_printer.labels)
    gathered_and_sealed(world, task_id)
    sealed = task_of(world, task_id)
    report.check("S-18: every piece was scanned and sealed", set(sealed.ticked) == set(sealed.items), sealed.bags)
    came = shop.equipment.label_printer.wait_for_labels(labels + 2, 15)
    report.check("S-18: one label for each piece came out by itself", came)
    hand.picture("delivery-sealed")
    give = hand.control("Hand to the driver")
    report.check(
        "S-18: nothing can be handed over while a step is open",
        not give.isEnabled(),
        len(gaps(task_of(world, task_id))),
    )
    photographed(world, task_id)
    for n in range(1, 4):
        hand.type_into("Code that the driver says", f"wrong {n}", enter=True)
        is_now(world, task_id, partial(_tried, n), "the wrong code to be counted")
    report.check("S-18: three wrong codes lock it, in words", hand.reads("delivery.code_locked"))
    hand.picture("delivery-locked")
    hand.press("Support has cleared it")
    hand.type_into("What did support say? It is kept with the delivery.", "Misread by the driver")
    hand.press("Allow three more tries")
    is_now(world, task_id, lambda task: task.tries == 0, "the code to be free again")
    report.check("S-18: a manager allows three more tries, with a reason", True)
    handed_over(world, task_id)
    report.check("S-18: handed over, and no gate left a remark", not task_of(world, task_id).remarks)
    world.all_sent()
    there = {row["id"]: row for row in shop.platform.get("tasks", store=STORE)}
    row = there.get(task_id, {})
    report.check("S-18: the centre has the hand-over", row.get("state") == "handed_to_driver", row.get("state"))
    report.check("S-18: the code can be read nowhere in the row", CODE not in str(row))
    world.photos()
    report.check(
        "S-18: the photo of the driver is safe at the centre", bool(shop.platform.photo(str(row.get("photo"))))
    )
    hand.window.go("deliveries")
    hand.press("In progress")
    hand.picture("deliveries-in-progress")
    shop.platform.post(f"tasks/{task_id}/delivered", store=STORE)
    world.kick()
    is_now(world, task_id, lambda task: task.state == "delivered", "the platform to say delivered")
    report.check("S-18: delivered when the platform says so", True)


def no_photo(world: World) -> None:
    """S-18: a driver refuses the photo; nobody else comes, and the pieces are put back"""
    hand, report = world.hand, world.report
    task_id = asked(world, world.customer(21), 1)
    gathered_and_sealed(world, task_id)
    hand.press("Driver refuses")
    hand.press("Refuses the photo")
    is_now(world, task_id, lambda task: task.gone == "refused_photo", "the refusal to be noted")
    report.check("S-18: without a photo there is no hand-over", not hand.control("Hand to the driver").isEnabled())
    hand.picture("delivery-refused")
    hand.press("Put back on the shelf")
    if hand.find("No driver came") is not None:  # half an hour before closing it is one key
        hand.press("No driver came")
    is_now(world, task_id, lambda task: task.state == "declined", "the pieces to be put back")
    item = task_of(world, task_id).items[0]
    with world.station.db.read() as connection:
        row = state.item(connection, item)
    report.check("S-17: no driver, and the piece is on the shelf again", row is not None and row.state == "received")


def brought_back(world: World) -> None:
    """S-18: a driver brings one of two pieces back"""
    hand, report = world.hand, world.report
    task_id = asked(world, world.customer(22), 2)
    gathered_and_sealed(world, task_id)
    photographed(world, task_id)
    handed_over(world, task_id)
    hand.press("In progress")
    first = task_of(world, task_id).items[0]
    with world.station.db.read() as connection:
        item = state.item(connection, first)
    world.scan(item.mail_id if item else "")
    is_now(world, task_id, lambda task: task.returned == (first,), "the piece to be back")
    report.check("S-18: a piece that came back is on the shelf", True)
    hand.press("The rest did not come back")
    is_now(world, task_id, lambda task: task.state == "returned", "the delivery to be accounted for")
    report.check("S-18: what did not come back is known", len(task_of(world, task_id).not_returned) == 1)
    hand.picture("deliveries-returned")


def bags_and_hours(world: World) -> None:
    """S-17: poly bags at the level for ordering, and a request that is held against the store's hours"""
    hand, report = world.hand, world.report
    hand.window.go("deliveries")
    hand.press("Poly bags")
    hand.window.pages["deliveries"].bags.amount.setValue(20)  # type: ignore[attr-defined]
    hand.press("I counted so many")
    report.check("S-17: at the level the room says to order", hand.sees("order now: the level is {level}"))
    hand.picture("deliveries-bags")
    task_id = asked(world, world.customer(23), 1, today=False)
    late = delivery.late_request(task_of(world, task_id), world.station.desk.settings.hours)
    hand.window.go("deliveries")
    page = hand.window.pages["deliveries"]
    page.reload(task_id=task_id)  # type: ignore[attr-defined]
    hand.wait(lambda: page._line.get("id") == task_id, "the request in its list")  # type: ignore[attr-defined]
    shown = page._line["line"].late_request  # type: ignore[attr-defined]
    report.check("S-17: a request is flagged as late by the store's own hours", shown is late, late)


STEPS: tuple[Callable[[World], None], ...] = (with_a_driver, no_photo, brought_back, bags_and_hours)
