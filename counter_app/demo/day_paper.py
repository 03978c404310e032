"""A scan with a blank side, shreds and their pile, a discard, five checks deposited (2.8, 2.10)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QImage, QPainter

from counter_app.demo.world import World
from counter_app.desk import depositing, scanning, shredding
from counter_app.desk.depositing import CheckEntry
from counter_app.domain.mail_item import MailItem
from counter_app.domain.task_deposit import CHECKS_MOST

SCANS, PAPERS, CHECKS = 32, 33, 34
"""Customers of these steps."""
BANK = {"bank": "First National", "bank_address": "200 Main St, Austin, TX 78701", "bank_account": "••4821"}


def _sheet(path: Path, lines: int) -> Path:
    """A side of paper with so many lines of text-like ink, as a document scanner saves it."""
    sheet = QImage(850, 1_100, QImage.Format.Format_RGB32)
    sheet.fill(0xFFFFFFFF)
    painter = QPainter(sheet)
    for line in range(lines):
        painter.fillRect(100, 120 + 40 * line, 600, 8, 0xFF101010)
    painter.end()
    sheet.save(str(path))
    return path


def _scanned(world: World, items: list[MailItem]) -> str:
    """A scan of these pieces, of two sides each sheet, up to the PDF that the customer gets."""
    task_id = world.asked("scan", world.customer(SCANS), items)
    world.do(scanning.open_envelope, task_id)
    folder = world.folder / "camera"
    folder.mkdir(exist_ok=True)
    files = [_sheet(folder / "front.png", 20), _sheet(folder / "back.png", 0)]
    taken = world.station.scans.take_files(files)
    world.do(scanning.save, task_id, [one.page for one in taken.pages])
    world.paid(task_id)
    pdf = world.station.scans.make_pdf(world.task(task_id).sending)
    world.do(scanning.complete, task_id, pdf.sha256, pdf.size, True)
    return task_id


def scan(world: World) -> None:
    """S-04: an envelope is scanned, and its blank side is not sent"""
    (item,) = world.taken_in(world.customer(SCANS), 1, "letter")
    task = world.task(_scanned(world, [item]))
    world.report.check("S-04: a scan becomes a PDF", task.state == "completed" and task.pdf_pages == 1, task.pdf_pages)
    world.report.check("2.8: its blank side is neither charged nor sent", (task.counted, task.blanks) == (1, 1))
    world.report.check("S-04: the envelope stays in the store", world.piece(item.id).state == "scanned")
    world.report.check("the centre keeps the PDF", task.pdf in world.photos(60), task.pdf[:12])


def _piled(world: World, pages: int) -> tuple[str, MailItem]:
    customer = world.customer(PAPERS)
    (item,) = world.taken_in(customer, 1, "letter")
    task_id = world.asked("shred", customer, [item])
    world.do(shredding.count_pages, task_id, item.id, pages)
    world.paid(task_id)
    world.do(shredding.put_on_pile, task_id)
    return task_id, item


def rescued(world: World) -> None:
    """2.10: a shred of 11 pages is put on the pile and rescued from it"""
    task_id, item = _piled(world, 11)
    cents = world.task(task_id).amount_cents
    world.report.check("2.10: 11 pages cost one page more than ten", cents == 250, f"{cents} cents")
    early = world.refusal(shredding.shred, [task_id], 1)
    world.report.check("T24: nothing is shredded while it can be rescued", early == "shred.window_open", early)
    world.do(shredding.rescue, task_id, "R-1", "the customer has called")
    after = world.piece(item.id)
    world.report.check("T24: a manager saves it from the pile", after.shelf == "R-1" and not after.task_id, after.state)


def shredded(world: World) -> None:
    """2.10: when its days are over, what lies on the pile is shredded, once the clerk has typed how many pieces"""
    task_id, item = _piled(world, 3)
    desk = world.station.desk
    settings = desk.settings
    desk.settings = replace(settings, shred_days=0)  # a day has no week: this one piece has waited long enough
    try:
        wrong = world.refusal(shredding.shred, [task_id], 2)
        world.report.check("2.10: a wrong count destroys nothing", wrong == "shred.count_differs", wrong)
        world.do(shredding.shred, [task_id], 1)
    finally:
        desk.settings = settings
    world.report.check("2.10: the piece is shredded", world.piece(item.id).state == "shredded")


def discarded(world: World) -> None:
    """S-04: a piece is thrown away because the customer asked for it"""
    customer = world.customer(PAPERS)
    (item,) = world.taken_in(customer, 1, "letter")
    task_id = world.asked("discard", customer, [item])
    early = world.refusal(shredding.discard, task_id)
    world.report.check("S-04: not before it is paid", early == "task.wrong_step", early)
    world.paid(task_id)
    world.do(shredding.discard, task_id)
    world.report.check("S-04: what the customer does not want is discarded", world.piece(item.id).state == "discarded")


def deposit(world: World) -> None:
    """2.10: of six checks five are taken, and mailed to the bank"""
    customer, report = world.customer(SCANS), world.report
    items = world.taken_in(customer, 2, "letter")
    _scanned(world, items)
    task_id = world.asked("check_deposit", customer, items, **BANK)
    today = world.station.desk.today()
    for n in range(CHECKS_MOST):
        entry = CheckEntry(items[n % 2].id, "Chase Bank", "000123456789", 100 + n, today, customer.holder, True)
        world.do(depositing.set_check, task_id, entry)
    sixth = world.refusal(depositing.set_check, task_id, entry)
    report.check("2.10: a sixth check is refused", sixth == "deposit.too_many_checks", sixth)
    world.do(depositing.prepare, task_id)
    total = world.task(task_id).total
    report.check("2.10: five are on the slip", total == 510, f"{total} cents")
    world.do(depositing.pack, task_id, "letter", 40)
    world.do(depositing.price, task_id, "usps_priority", 1_085)
    world.paid(task_id)
    number = world.number("usps")
    world.do(depositing.label, task_id, number)
    world.do(depositing.hand_over, number)
    report.check("2.10: the checks are on their way", {world.piece(one.id).state for one in items} == {"deposited"})
    world.all_sent()


STEPS: tuple[Callable[[World], None], ...] = (scan, rescued, shredded, discarded, deposit)
