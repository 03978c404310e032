"""A scan with a blank side, shreds and their pile, a discard, five checks deposited (2.8, 2.10)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage, QPainter

from counter_app.demo import panels
from counter_app.demo.platform import STORE, account_id
from counter_app.demo.world import World
from counter_app.domain.mail_item import MailItem
from counter_app.domain.task_deposit import CHECKS_MOST

SCANS, PAPERS, CHECKS = 32, 33, 34
"""Customers of these steps."""
OVERNIGHT = 60
"""The first of the customers that ask for something overnight, among all active ones."""
BANK = {"bank": "First National", "bank_address": "200 Main St, Austin, TX 78701", "bank_account": "••4821"}
ENVELOPE_G = 40
HOME = {"name": "Cara Wells", "line1": "7 Pine Street", "city": "Portland", "state": "OR", "postcode": "97201"}


def _sheet(path: Path, lines: Sequence[int]) -> Path:
    """A side of paper with lines of text-like ink, each so many pixels wide, as a document scanner saves it."""
    sheet = QImage(850, 1_100, QImage.Format.Format_RGB32)
    sheet.fill(0xFFFFFFFF)
    painter = QPainter(sheet)
    for line, width in enumerate(lines):
        painter.fillRect(100, 120 + 40 * line, width, 10, 0xFF303030)
    painter.end()
    sheet.save(str(path))
    return path


LETTER = (260, 200, 0, 0, 420, 0, *(650, 630, 655, 600) * 3, 320, 0, 0, 180)
SECOND = (*(655, 640, 600, 650) * 4, 240)


def _dropped(world: World, files: Sequence[Path]) -> None:
    """Files that are dragged onto the pages of a scan."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    body = panels.panel(world).body
    held = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    body.dropEvent(QDropEvent(QPointF(40, 40), Qt.DropAction.CopyAction, data, *held))


def _scanned(world: World, items: list[MailItem], picture: str = "") -> str:
    """A scan of these pieces, of two sheets with a blank side, up to the PDF that the customer gets."""
    hand = world.hand
    task_id = panels.taken_up(world, "scan", world.customer(SCANS), items)
    hand.strike("The envelopes are open")
    panels.is_now(world, task_id, lambda task: task.state == "opened", "the envelopes to be open")
    folder = world.folder / "camera"
    folder.mkdir(exist_ok=True)
    sides = {"front": LETTER, "back": (), "second": SECOND}
    _dropped(world, [_sheet(folder / f"{name}.png", lines) for name, lines in sides.items()])
    hand.wait(lambda: len(panels.panel(world).body.strip.pages()) == len(sides), "the pages")
    panels.idle(world)
    if picture:
        hand.picture(picture)
    hand.strike("Save the draft")
    panels.is_now(world, task_id, lambda task: len(task.pages) == len(sides), "the draft to be kept")
    panels.charged(world, task_id)
    hand.strike("Everything is back in its envelope, and each is closed")
    hand.strike("Send to the customer")
    panels.is_now(world, task_id, lambda task: task.state == "completed", "the PDF to be sent")
    return task_id


def scan(world: World) -> None:
    """S-04: an envelope is scanned, and its blank side is not sent"""
    (item,) = world.taken_in(world.customer(SCANS), 1, "letter")
    task = world.task(_scanned(world, [item], "scan-pages"))
    world.report.check("S-04: a scan becomes a PDF", task.state == "completed" and task.pdf_pages == 2, task.pdf_pages)
    world.report.check("2.8: its blank side is neither charged nor sent", (task.counted, task.blanks) == (2, 1))
    world.report.check("S-04: the envelope stays in the store", world.piece(item.id).state == "scanned")
    world.report.check("the centre keeps the PDF", task.pdf in world.photos(60), task.pdf[:12])


def _piled(world: World, pages: int, picture: str = "") -> tuple[str, MailItem]:
    hand, customer = world.hand, world.customer(PAPERS)
    (item,) = world.taken_in(customer, 1, "letter")
    task_id = panels.taken_up(world, "shred", customer, [item])
    hand.type_into("Pages of the chosen piece", str(pages))
    if picture:
        hand.picture(picture)
    hand.key("Return")
    panels.is_now(world, task_id, lambda task: task.state == "counted", "the pages to be counted")
    panels.charged(world, task_id)
    hand.strike("Put on the shred pile")
    panels.is_now(world, task_id, lambda task: task.state == "in_shred_pile", "the piece on the pile")
    return task_id, item


def rescued(world: World) -> None:
    """2.10: two shreds are put on the pile, and one is saved from it"""
    hand, report = world.hand, world.report
    task_id, item = _piled(world, 11, "shred-count")
    cents = world.task(task_id).amount_cents
    report.check("2.10: 11 pages cost one page more than ten", cents == 250, f"{cents} cents")
    _piled(world, 3)
    pile = panels.beside(world, "Shred pile")
    hand.wait(lambda: pile.table.rows.rowCount() == 2, "both on the pile")
    hand.picture("shred-pile")
    world.scan(item.mail_id)
    report.check("T24: nothing is shredded while it can be rescued", hand.reads("shred.window_open"))
    hand.wait(lambda: (pile.table.current_row() or {}).get("id") == task_id, "the scanned one to be chosen")
    hand.type_into("Back to shelf", "D-12")
    hand.type_into("Why", "the customer has called", enter=True)
    hand.wait(lambda: world.piece(item.id).shelf == "D-12", "the piece to be on its shelf again")
    after = world.piece(item.id)
    report.check("T24: a manager saves it from the pile", not after.task_id, after.state)


def shredded(world: World) -> None:
    """2.10: when its days are over, what lies on the pile is shredded, once the clerk has typed how many pieces"""
    hand, desk = world.hand, world.station.desk
    settings = desk.settings
    desk.settings = replace(settings, shred_days=0)  # a day has no week: this one piece has waited long enough
    try:
        pile = panels.beside(world, "Shred pile")
        (task_id,) = [one.task_id for one in hand.wait(lambda: pile._piled, "the pile")]
        (item_id,) = world.task(task_id).items
        hand.strike("Choose all that may go")
        hand.type_into("How many pieces are in your hand?", "2", enter=True)
        wrong = hand.reads("shred.count_differs") and world.task(task_id).state == "in_shred_pile"
        world.report.check("2.10: a wrong count destroys nothing", wrong)
        hand.picture("shred-count-differs")
        hand.type_into("How many pieces are in your hand?", "1")
        hand.strike("Shred")
        panels.is_now(world, task_id, lambda task: task.state == "shredded", "the piece to be shredded")
    finally:
        desk.settings = settings
    world.report.check("2.10: the piece is shredded", world.piece(item_id).state == "shredded")


def discarded(world: World) -> None:
    """S-04: a piece is thrown away because the customer asked for it"""
    hand, customer = world.hand, world.customer(PAPERS)
    (item,) = world.taken_in(customer, 1, "letter")
    task_id = panels.taken_up(world, "discard", customer, [item])
    panel = panels.panel(world)
    world.report.check("S-04: not before it is paid", not panel.side.go.isEnabled())
    panels.charged(world, task_id)
    hand.key("Ctrl+Return")
    hand.strike("Throw away")
    panels.is_now(world, task_id, lambda task: task.state == "discarded", "the piece to be thrown away")
    world.report.check("S-04: what the customer does not want is discarded", world.piece(item.id).state == "discarded")


def _write_check(world: World, item: MailItem, n: int) -> None:
    """A check of a piece, as it is read off the paper."""
    hand = world.hand
    # The store has the check before it, and the form is emptied a moment later: what is typed until then goes with it.
    hand.wait(lambda: not hand.window.doing.at_work, "the check before it to be done")
    hand.choose("In the piece", item.id)
    fields = {
        "Bank on the check": "Chase Bank",
        "Account": "000123456789",
        "Amount": f"1.0{n}",
        "Date": world.station.desk.today(),
        "Pay to the order of": world.customer(SCANS).holder,
    }
    for name, text in fields.items():
        hand.type_into(name, text)
    hand.strike("“For Deposit Only” is on its back")
    hand.strike("Add the check")


def deposit(world: World) -> None:
    """2.10: of six checks five are taken, and mailed to the bank"""
    customer, report, hand = world.customer(SCANS), world.report, world.hand
    items = world.taken_in(customer, 2, "letter")
    _scanned(world, items)
    task_id = panels.taken_up(world, "check_deposit", customer, items, **BANK)
    for n in range(CHECKS_MOST):
        _write_check(world, items[n % 2], n)
        panels.is_now(world, task_id, partial(_has_checks, n + 1), "the check on the list")
    hand.picture("deposit-checks")
    _write_check(world, items[0], CHECKS_MOST)
    report.check("2.10: a sixth check is refused", hand.reads("deposit.too_many_checks"))
    hand.strike("Print the slip")
    panels.is_now(world, task_id, lambda task: task.state == "prepared", "the slip")
    total = world.task(task_id).total
    report.check("2.10: five are on the slip", total == 510, f"{total} cents")
    world.shop.equipment.scale.put(ENVELOPE_G)
    mailing = panels.panel(world).mailing
    hand.strike("Weigh")
    hand.wait(lambda: mailing.grams.text().isdigit(), "the weight from the scale")
    hand.choose("Service", "usps_priority")
    hand.type_into("Postage", "10.85")
    hand.picture("deposit-postage")
    hand.strike("Set the postage")
    panels.is_now(world, task_id, lambda task: task.state == "priced", "the postage to be set")
    panels.charged(world, task_id)
    number = world.number("usps")
    world.scan(number)
    panels.is_now(world, task_id, lambda task: task.tracking == number, "the label to be on it")
    panels.beside(world, "Deposits for the carrier")
    hand.picture("deposits-out")
    world.scan(number)
    panels.is_now(world, task_id, lambda task: task.state == "handed_to_carrier", "the carrier to have it")
    report.check("2.10: the checks are on their way", {world.piece(one.id).state for one in items} == {"deposited"})
    world.all_sent()


def _has_checks(count: int, task: object) -> bool:
    return len(getattr(task, "checks", ())) == count


def asked_for(world: World) -> None:
    """S-10: what customers asked for overnight stands in one list, what is due first on top"""
    hand, report = world.hand, world.report
    wanted = (("ship", "package", 1), ("scan", "letter", 1), ("consolidate", "package", 2), ("shred", "letter", 3))
    more = (("scan", "large_envelope", 1), ("discard", "letter", 1), ("ship", "letter", 1))
    active = [one for one in world.shop.customers if one.state == "active"]
    for n, (kind, mail_type, count) in enumerate(wanted + more):
        customer = active[OVERNIGHT + n]
        items = world.taken_in(customer, count, mail_type, shelves=("A-04", "B-11", "C-02"))
        terms = {"to": HOME} if kind == "ship" else {}
        world.asked(kind, customer, items, **terms)
    page = panels.room(world)
    hand.wait(lambda: page.table.rows.rowCount() >= len(wanted + more), "the list of tasks")
    rows = [page.table.rows.row_at(n)["line"] for n in range(page.table.rows.rowCount())]
    dues = [(not one.late, one.due_ms) for one in rows]
    report.check("S-10: what is due first is on top", dues == sorted(dues), len(rows))
    closing = {world.station.desk.local(one.due_ms).time().isoformat("minutes") for one in rows if one.kind != "pickup"}
    report.check("S-10: each is due when the store closes, in its own clock", closing <= {"18:00", "14:00"}, closing)
    hand.picture("tasks")


def declined_card(world: World) -> None:
    """S-15: a card is declined for a task; it waits, and is charged once when the customer has changed it"""
    hand, report, customer = world.hand, world.report, world.customer(CHECKS)
    (item,) = world.taken_in(customer, 1, "letter")
    task_id = panels.taken_up(world, "shred", customer, [item])
    hand.type_into("Pages of the chosen piece", "4", enter=True)
    panels.is_now(world, task_id, lambda task: task.state == "counted", "the pages to be counted")
    world.shop.platform.card_answers(account_id(customer), "declined", "paid")
    task = panels.charged(world, task_id)
    report.check("S-15: the declined card is said in words", hand.reads("task.card_declined"), task.state)
    report.check("S-15: nothing goes on to the pile unpaid", not panels.panel(world).side.go.isEnabled())
    hand.picture("task-declined")
    page = panels.room(world)
    hand.press("Payment declined")
    hand.wait(lambda: page.table.rows.rowCount() == 1 and not world.doing.at_work, "the declined one")
    report.check("S-15: it waits under Payment declined", page.table.rows.row_at(0)["id"] == task_id)
    hand.picture("tasks-declined")
    panels.take_up(world, task_id)
    hand.strike("Try the card again")
    panels.is_now(world, task_id, lambda one: one.attempt == 2, "the card to be asked again")
    world.kick()
    panels.is_now(world, task_id, lambda one: one.state == "paid", "the card to pay")
    lines = [one for one in world.shop.platform.get("charges", store=STORE) if one["pickup"] == task_id]
    paid = [one for one in lines if one["result"] == "paid"]
    report.check("S-15: the second try was charged once", (len(lines), len(paid)) == (2, 1), len(lines))
    panels.room(world)
    hand.press("Do next")


STEPS: tuple[Callable[[World], None], ...] = (asked_for, declined_card, scan, rescued, shredded, discarded, deposit)
