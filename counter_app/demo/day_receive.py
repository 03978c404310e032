"""The drop of the morning: pieces are received by scanner, camera and keyboard, and the gate of S-09 holds."""

from __future__ import annotations

from counter_app.demo.people import Customer
from counter_app.demo.platform import account_id
from counter_app.demo.world import World
from counter_app.devices import barcodes, pictures
from counter_app.devices.simulated_pictures import Wear
from counter_app.domain.mail_item import MailItem
from printers import preview

LB = 453.59237


def clear_form(world: World) -> None:
    """Empty the Receive form, as the clerk does with its third button, whatever that says now."""
    world.hand.window.pages["receive"].form.drop.click()  # type: ignore[attr-defined]


def received(world: World, tracking: str, customer: Customer, name: str = "", weight_g: int = 0) -> MailItem:
    """Receive a piece through the window, by scanner and keyboard; the piece as the store has it."""
    hand = world.hand
    hand.go("receive")
    clear_form(world)
    world.scan(tracking)
    field = hand.control("Tracking number")
    hand.wait(lambda: field.text() == tracking, "the scanned number in its field")  # type: ignore[attr-defined]
    hand.type_into("For whom", customer.mailbox, enter=True)
    page = hand.window.pages["receive"]
    hand.wait(lambda: page.form.account_id == account_id(customer), "the mailbox to be chosen")  # type: ignore[attr-defined]
    hand.type_into("Name on the piece", name or customer.holder, enter=True)
    if weight_g:
        world.shop.equipment.scale.put(weight_g)
        hand.press("Weigh")
        hand.wait(lambda: page.form.weight.grams(), "the weight from the scale")  # type: ignore[attr-defined]
    hand.press("Receive")
    item: MailItem = hand.wait(lambda: world.item_of(tracking), "the piece in the store")
    return item


def by_scanner(world: World) -> None:
    """a parcel is received by scanner, weighed and labelled"""
    hand, report, shop = world.hand, world.report, world.shop
    customer, tracking = world.customer(1), world.number("ups")
    labels = len(shop.equipment.label_printer.labels)
    item = received(world, tracking, customer, weight_g=round(1.25 * LB))
    report.check("a parcel is received by scanner", item.account_id == account_id(customer), item.mail_id)
    report.check("its carrier is known from the number", item.carrier == "ups", item.carrier)
    report.check("its name stands on the form", item.verdict == "exact", item.name_matched)
    report.check("its weight came from the scale", abs(item.weight_g - 567) <= 3, f"{item.weight_g} g")
    report.check("the toast says so and offers Undo", hand.sees("{text} · label printing"), hand.toast)
    hand.picture("received")
    came = shop.equipment.label_printer.wait_for_labels(labels + 1, 15)
    report.check("its label came out of the printer", came, len(shop.equipment.label_printer.labels) - labels)
    paper = shop.equipment.label_printer.labels[-1]
    drawn = preview.png(paper)
    (world.folder / "pictures" / "label.png").write_bytes(drawn)
    read = {scan.text for scan in barcodes.read(pictures.decode_picture(drawn))}
    report.check("the label is read back from its own print bytes", item.mail_id in read, ", ".join(sorted(read)))
    world.all_sent()
    there = shop.platform.get("items", store="northgate", account=account_id(customer))
    same = [row for row in there if row["id"] == item.id]
    report.check("the centre has the piece exactly once", len(same) == 1, len(same))
    report.check("the piece is the same at the centre", bool(same) and same[0]["tracking"] == tracking)


def by_photo(world: World) -> None:
    """a parcel is received from a photograph"""
    hand, report = world.hand, world.report
    customer, tracking = world.customer(2), world.number("fedex")
    hand.go("receive")
    lines = (customer.holder, f"PMB {customer.mailbox}", "12 Main Street")
    world.shop.equipment.camera.show_parcel(tracking, lines, Wear(tilt=3.0, noise=4.0))
    hand.press("Photo")
    field = hand.control("Tracking number")
    hand.wait(lambda: field.text() == tracking, "the number from the photo")  # type: ignore[attr-defined]
    report.check("the tracking number is read from the photo", True, tracking)
    hand.picture("receive-photo")
    hand.type_into("For whom", customer.mailbox, enter=True)
    page = hand.window.pages["receive"]
    hand.wait(lambda: page.form.account_id == account_id(customer), "the mailbox to be chosen")  # type: ignore[attr-defined]
    hand.type_into("Name on the piece", customer.holder, enter=True)
    hand.picture("receive-filled")
    hand.press("Receive")
    item = hand.wait(lambda: world.item_of(tracking), "the piece in the store")
    report.check("the photo is kept with the piece", len(item.photo) == 64)
    kept = world.station.desk.blobs.open_plain(item.photo)
    report.check("the photo opens again from its encrypted file", kept[:3] == b"\xff\xd8\xff", f"{len(kept)} bytes")


def name_gate(world: World) -> None:
    """S-09: a name that is not on the form does not get in"""
    hand, report = world.hand, world.report
    customer, tracking = world.customer(3), world.number("usps")
    hand.go("receive")
    world.scan(tracking)
    hand.type_into("For whom", customer.mailbox, enter=True)
    page = hand.window.pages["receive"]
    hand.wait(lambda: page.form.account_id == account_id(customer), "the mailbox to be chosen")  # type: ignore[attr-defined]
    hand.type_into("Name on the piece", "Ebenezer Scrooge", enter=True)
    hand.press("Receive")
    report.check("S-09: a name that is not on the form is refused in words", hand.reads("receive.not_on_form"))
    report.check("S-09: nothing was inserted", world.item_of(tracking) is None)
    hand.picture("receive-not-on-form")
    almost = customer.holder[:-1] + ("x" if customer.holder[-1] != "x" else "y")
    hand.type_into("Name on the piece", almost, enter=True)
    hand.press("Receive")
    report.check(
        "S-09: a likely name asks the clerk",
        hand.sees("Is it {name}? Look at the piece.", name=customer.holder),
        almost,
    )
    report.check("S-09: a likely name alone inserts nothing", world.item_of(tracking) is None)
    hand.picture("receive-likely")
    hand.press("Yes, it is {name}")
    hand.press("Receive")
    item = hand.wait(lambda: world.item_of(tracking), "the confirmed piece")
    report.check("S-09: the clerk's confirmation lets it in", item.verdict == "likely", item.name_matched)


def same_number_twice(world: World) -> None:
    """the same tracking number a second time"""
    hand, report = world.hand, world.report
    customer = world.customer(1)
    with world.station.db.read() as connection:
        tracking = connection.exec_driver_sql(
            "SELECT tracking FROM item WHERE account_id = ? AND tracking <> '' ORDER BY received_ms DESC LIMIT 1",
            (account_id(customer),),
        ).scalar_one()
    before = world.count("SELECT count(*) FROM item WHERE tracking = ?", tracking)
    hand.go("receive")
    world.scan(tracking)
    hand.reads("item.duplicate", 3)
    if hand.window.page.key != "receive":
        hand.go("receive")
    report.check(
        "the same number twice takes nothing in by itself",
        before == world.count("SELECT count(*) FROM item WHERE tracking = ?", tracking),
    )
    hand.picture("receive-duplicate")
    clear_form(world)


def closed_mailboxes(world: World) -> None:
    """mailboxes that take no mail"""
    hand, report = world.hand, world.report
    page = hand.window.pages["receive"]
    for state, code in (
        ("on_hold", "mailbox.on_hold"),
        ("inactive", "receive.closed"),
        ("pending_approval", "mailbox.never_approved"),
        ("rejected", "mailbox.rejected"),
    ):
        customer, tracking = world.in_state(state), world.number("amazon")
        hand.go("receive")
        world.scan(tracking)
        hand.type_into("For whom", customer.mailbox, enter=True)
        hand.wait(lambda c=customer: page.form.account_id == account_id(c), "the mailbox")  # type: ignore[attr-defined,misc]
        hand.type_into("Name on the piece", customer.holder, enter=True)
        hand.press("Receive")
        told = hand.reads(code, 5)
        report.check(f"a {state} mailbox takes nothing and says why", told and world.item_of(tracking) is None)
        if state == "on_hold":
            hand.picture("receive-on-hold")
        clear_form(world)


def unassigned(world: World) -> None:
    """a piece without a mailbox is kept as unassigned, then taken back"""
    hand, report = world.hand, world.report
    tracking = world.number("dhl")
    hand.go("receive")
    world.scan(tracking)
    field = hand.control("Tracking number")
    hand.wait(lambda: field.text() == tracking, "the scanned number")  # type: ignore[attr-defined]
    hand.press("Keep as unassigned")
    item = hand.wait(lambda: world.item_of(tracking), "the unassigned piece")
    report.check("a piece without a mailbox is kept as unassigned", item.state == "unassigned")
    hand.wait(lambda: hand.toast_says("{mail_id} is kept as unassigned"), "the toast with Undo")
    hand.window.toasts.undo()
    hand.wait(lambda: world.item_of(tracking).state == "taken_back", "the piece to be taken back")  # type: ignore[union-attr]
    report.check("Undo takes it back, with a trace", len(world.item_of(tracking).history) == 2)  # type: ignore[union-attr]
    clear_form(world)


def unknown_code(world: World) -> None:
    """a barcode that nobody knows"""
    hand, report = world.hand, world.report
    hand.go("receive")
    before = world.count("SELECT count(*) FROM item")
    world.scan("??NOBODY-KNOWS-THIS??")
    hand.wait(lambda: "unknown" in hand.window.heard_sounds[-3:] or hand.window.page.key == "answer", "an answer")
    report.check("an unknown barcode is answered and loses nothing", world.count("SELECT count(*) FROM item") == before)
    hand.picture("receive-unknown")


def drop_with_one_missing(world: World) -> None:
    """a carrier's drop is counted, and squared although one piece is missing"""
    hand, report = world.hand, world.report
    card = hand.window.pages["receive"].drop_card  # type: ignore[attr-defined]
    hand.go("receive")
    clear_form(world)
    hand.press("New drop")
    hand.type_into("Pieces", "2")
    hand.press("Open the drop")
    hand.wait(lambda: card.drops, "the drop to be open")
    item = received(world, world.number("usps"), world.customer(31))
    report.check("S-09: a piece belongs to the drop that is open", item.intake == card.at_hand)
    report.check(
        "the drop says how many of its pieces are in", hand.sees("{done} of {all} inserted", done="1", all="2")
    )
    hand.picture("receive-drop")
    hand.press("Square the drop")
    report.check("a missing piece is said when the drop is squared", hand.reads("intake.differs"))
    hand.picture("receive-drop-differs")
    hand.type_into("Why the count differs", "one piece was torn and went back", enter=True)
    hand.wait(lambda: not card.drops, "the drop to be squared")
    squared = world.count("SELECT count(*) FROM intake WHERE state = 'squared'")
    report.check("a drop with a reason is squared", squared == 1, squared)


def stack_of_letters(world: World) -> None:
    """a stack of letters goes in by scanner, keys and camera"""
    hand, report = world.hand, world.report
    customer = world.customer(30)
    batch = hand.window.pages["receive"].batch  # type: ignore[attr-defined]
    before = world.count("SELECT count(*) FROM item WHERE account_id = ?", account_id(customer))
    hand.go("receive")
    hand.press("Stack of letters")
    world.scan(customer.mailbox)
    hand.wait(lambda: batch.place, "the mailbox of the stack")
    batch.pressed("A")
    report.check("S-09: a letter goes in under a name of the form", batch.name == customer.holder, batch.name)
    hand.picture("receive-stack")
    for n in range(3):
        batch.pressed("picture")
        hand.wait(lambda: batch.photo, "the picture of the letter")
        batch.pressed("enter")
        hand.wait(lambda n=n: len(batch.done) == n + 1, "the letter to be inserted")  # type: ignore[misc]
    now = world.count("SELECT count(*) FROM item WHERE account_id = ?", account_id(customer))
    report.check("S-04: three letters of one mailbox are inserted", now - before == 3, now - before)
    batch.undo()
    hand.wait(lambda: len(batch.done) == 2, "the last letter to be taken back")
    report.check("S-04: the last letter is taken back", batch.done[-1].mailbox == customer.mailbox)
    hand.press("One piece")


def mail_received(world: World) -> None:
    """mail for a mailbox that was never approved: the customer is told, and it goes back"""
    hand, report = world.hand, world.report
    customer, tracking = world.in_state("pending_approval"), world.number("usps")
    page = hand.window.pages["receive"]
    hand.go("receive")
    clear_form(world)
    world.scan(tracking)
    hand.type_into("For whom", customer.mailbox, enter=True)
    hand.wait(lambda: page.form.account_id == account_id(customer), "the mailbox to be chosen")  # type: ignore[attr-defined]
    hand.type_into("Name on the piece", customer.holder, enter=True)
    hand.press("Photo")
    hand.wait(lambda: page.form.photo.data, "the photo")  # type: ignore[attr-defined]
    hand.picture("receive-mail-received")
    hand.press("Mail received")
    item = hand.wait(lambda: world.item_of(tracking), "the piece that goes back")
    report.check("S-09: it lies in no mailbox", (item.state, item.account_id) == ("unassigned", ""))
    report.check("R-18: it is marked for its sender", (item.apart, item.return_reason) == ("return", "not_approved"))
    report.check("R-18: it is due the next business day", item.return_due_ms > item.received_ms)
    world.all_sent()
    there = [row for row in world.shop.platform.get("items", store="northgate") if row["id"] == item.id]
    report.check("the centre knows whom to tell", bool(there) and there[0]["notice_for"] == account_id(customer))


def returns_leave(world: World) -> None:
    """what goes back is scanned onto the list and leaves with the carrier"""
    hand, report = world.hand, world.report
    hand.go("returns")
    page = hand.window.pages["returns"]
    due = hand.wait(lambda: [one for one in page._apart if one.todo == "return"], "the pieces that go back")  # type: ignore[attr-defined]
    hand.picture("returns")
    for one in due:
        world.scan(one.item.mail_id)
        hand.wait(lambda: page._manifest and one.item.id in page._manifest.entries, "the piece on the list")  # type: ignore[attr-defined]  # noqa: B023
    report.check("R-18: every piece is scanned at the hand-over", hand.sees("{done} of {all} scanned"), len(due))
    hand.picture("returns-scanned")
    hand.press("Handed over")
    hand.wait(lambda: not page._apart or all(one.todo != "return" for one in page._apart), "the list to be gone")  # type: ignore[attr-defined]
    gone = world.count("SELECT count(*) FROM item WHERE state = 'returned_to_sender'")
    report.check("R-18: what the carrier took is returned to its sender", gone >= len(due), gone)


STEPS = (
    by_scanner,
    by_photo,
    name_gate,
    same_number_twice,
    closed_mailboxes,
    unassigned,
    unknown_code,
    drop_with_one_missing,
    stack_of_letters,
    mail_received,
    returns_leave,
)
