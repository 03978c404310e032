"""All building blocks in both themes as pictures, for eyes: `python -m ui.gallery OUT_DIR`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.buttons import FilterBar, button, icon_button
from ui.chips import Chip
from ui.entries import NoteEdit, check, combo, field, number
from ui.frame import PageHead, ScanBox, StatusBar, TopBar
from ui.notices import Answer, AskBar, Banner, EmptyState, FactGrid, ProgressLine, ToastHost
from ui.rail import Rail, RailItem
from ui.signing import PhotoView, SignaturePad
from ui.table import Column, Rows, RowsModel, RowTable
from ui.theme import apply_theme
from ui.widgets import Card, KeyCap, column, icon_label, lay, row, rule, text_label

SIZE = QSize(1366, 768)
RAIL = (
    RailItem("today", "Today", "layout-dashboard", "F1"),
    RailItem("receive", "Receive", "package-plus", "F2"),
    RailItem("tasks", "Tasks", "list-checks", "F3"),
    RailItem("pickups", "Pickups", "hand-helping", "F4"),
    RailItem("deliveries", "Deliveries", "truck", "F5"),
    RailItem("approvals", "Approvals", "shield-check", "F6"),
    RailItem("customers", "Customers", "users", "F7"),
    RailItem("office", "Office", "chart-column", "F8"),
)
LOWER = (RailItem("inbox", "Inbox", "inbox"), RailItem("print", "Print queue", "printer"))
COLUMNS = (
    Column("name", "Customer", 0, "two_line"),
    Column("number", "Tracking no.", 164, "mono"),
    Column("carrier", "Carrier", 88),
    Column("shelf", "Shelf", 64, "strong"),
    Column("weight", "Weight", 76, "weight"),
    Column("waiting", "Waiting", 72, "when"),
    Column("state", "Status", 132, "pill"),
)
PEOPLE = (
    ("Amara Okafor", "PMB 214", "1Z999AA10123456784", "UPS", "A-12", "1.2 lb", "2 h", "Ready", "ok"),
    ("Bright Dental", "PMB 108", "9400111899223197428490", "USPS", "B-03", "11.4 lb", "5 h", "Ready", "ok"),
    ("Chen, Wei-Lin", "PMB 331", "771234567890", "FedEx", "C-07", "5.3 lb", "1 d", "ID required", "warn"),
    ("Delgado & Sons LLC", "PMB 020", "420100119274", "DHL", "A-02", "0.9 lb", "1 d", "Ready", "ok"),
    ("Élodie Tremblay", "PMB 412", "LB123456789CA", "Canada", "D-01", "2.0 lb", "3 d", "Fee $4.50", "info"),
    ("Fairview Realty", "PMB 087", "1Z12345E0205271688", "UPS", "B-11", "3.1 lb", "4 d", "Ready", "ok"),
    ("García, Lucía", "PMB 155", "9405511899560441", "USPS", "A-09", "0.4 lb", "6 d", "On hold", "bad"),
    ("Hassan, Omar", "PMB 276", "TBA306128845", "Amazon", "C-02", "7.7 lb", "8 d", "Return due", "bad"),
    ("Ivanova, Mila", "PMB 303", "1Z999AA10123456999", "UPS", "C-05", "1.8 lb", "9 d", "Taken in", ""),
)  # fmt: skip
KEYS = ("name", "name_note", "number", "carrier", "shelf", "weight", "waiting", "state", "state_kind")
PEOPLE_ROWS = [dict(zip(KEYS, one, strict=True), id=n) for n, one in enumerate(PEOPLE)]


def window(page: QWidget, head: PageHead, current: str, parts: dict[str, object]) -> QWidget:
    """The frame around a page, as the program's own window builds it."""
    root = QWidget()
    root.setObjectName("page")
    root.resize(SIZE)
    rail = Rail("Northgate Mail", "Counter 2 · Main St", RAIL, LOWER)
    rail.set_current(current)
    rail.set_count("tasks", 4)
    rail.set_count("approvals", 12)
    rail.set_count("inbox", 1)
    top = TopBar(ScanBox())
    top.show_clerk("Jordan Mitchell", "Clerk")
    status = StatusBar()
    status.show_chip("link", "Online · synced 12 s ago", "ok", "wifi", left=True)
    status.show_chip("queue", "3 to send", "info", "cloud-upload", left=True)
    status.show_chip("scanner", "Scanner", "ok", "scan-barcode", "Scanner ready")
    status.show_chip("scale", "Scale 0.00 lb", "ok", "scale")
    status.show_chip("camera", "Camera asleep", "", "camera")
    status.show_chip("printer", "Printer: paper low", "warn", "printer")
    lay(QHBoxLayout(root), rail, column(top, page, status, gap=0), gap=0)
    toasts = ToastHost(root)
    toasts.move_to(head.slot)
    parts.update(root=root, scan=top.scan_box, toasts=toasts, rail=rail)
    return root


def pickups() -> tuple[QWidget, str]:
    parts: dict[str, object] = {}
    head = PageHead(
        "Pickups",
        "38 parcels waiting for 27 customers · oldest 9 days",
        button("New pickup", "second", "plus", "Ctrl+N"),
    )
    filters = FilterBar((("all", "All"), ("ready", "Ready"), ("id", "ID required"), ("fee", "Fee due")))
    for key, count in (("all", 38), ("ready", 29), ("id", 3), ("fee", 4)):
        filters.set_count(key, count)
    table = RowTable(RowsModel(COLUMNS, Rows(PEOPLE_ROWS)), "Pickups list")
    sheet = Card(margins=(2, 4, 2, 8))
    sheet.body.addWidget(table)
    side = Card()
    side.setFixedWidth(316)
    captions = ("Mailbox", "Shelf", "Carrier", "Waiting", "Tracking no.", "Weight")
    facts = FactGrid(tuple(zip(("box", "shelf", "carrier", "wait", "no", "w"), captions, strict=True)))
    for key, text in (
        ("box", "PMB 331"),
        ("shelf", "C-07"),
        ("carrier", "FedEx"),
        ("wait", "1 day"),
        ("no", "7712 3456 7890"),
    ):
        facts.set_value(key, text)
    lay(
        side.body,
        row(text_label("Wei-Lin Chen", "h2"), None),
        row(Chip("Check a photo ID before handing over", "warn", "shield-check"), None),
        rule(),
        facts,
        column(text_label("Allowed to collect", "caption"), text_label("Wei-Lin Chen, Mei Chen", "value"), gap=2),
        column(
            text_label("History", "caption"),
            text_label("Text message sent · yesterday 14:06", "muted"),
            text_label("Received by Ana R. · yesterday 14:05", "muted"),
            gap=3,
        ),
        None,
        button("Hand over", "primary", "hand-helping", "Ctrl+Return"),
        row(button("Add note", "second"), button("Hold", "second", "clock")),
        gap=12,
        margins=(18, 16, 18, 18),
    )
    body = row(sheet, side, gap=16)
    body.setStretch(0, 1)
    page = QWidget()
    inside = lay(QVBoxLayout(page), head, filters, body, gap=14, margins=(24, 18, 24, 18))
    inside.setStretch(2, 1)
    root = window(page, head, "pickups", parts)
    table.select_row(2)
    toasts = parts["toasts"]
    if isinstance(toasts, ToastHost):
        toasts.show_toast("2 parcels handed to Amara Okafor", lambda: None)
    return root, "pickups"


def blocks() -> tuple[QWidget, str]:
    parts: dict[str, object] = {}
    head = PageHead("Building blocks", "Everything that is not a list", icon_button("refresh-cw", "Read again"))
    banner = Banner("Demo: nothing here reaches the real centre.", "warn", "How this works")
    buttons = Card("Buttons")
    off = button("Not now", "primary", "check")
    off.setEnabled(False)
    lay(
        buttons.body,
        row(
            button("Receive", "primary", "package-plus", "Ctrl+Return"),
            button("R&D notes", "second", "pen-line"),
            None,
        ),
        row(button("Shred", "danger", "trash-2", "Ctrl+D"), button("Why?", "link"), off, None),
        row(
            Chip("Ready", "ok", "check"),
            Chip("ID required", "warn"),
            Chip("On hold", "bad", "ban"),
            Chip("Fee due", "info"),
            Chip("Taken in"),
            None,
        ),
        gap=12,
        margins=(18, 16, 18, 18),
    )
    entries = Card("Entries")
    name = field("Name on the piece", "As it is written")
    name.set_text("Ann <b>Lee</b> & Söhne")
    wrong = field("Mailbox")
    wrong.set_text("PMB 9999")
    wrong.show_error("No mailbox has this number.")
    lay(
        entries.body,
        row(name, wrong, gap=12),
        row(
            combo("Carrier", (("ups", "UPS"), ("usps", "USPS"))),
            field("PIN", "4 to 8 digits", secret=True),
            gap=12,
        ),
        row(check("Photo taken", True), check("Fragile"), number("Pieces", 1, 500, " pieces"), None, gap=12),
        gap=12,
        margins=(18, 16, 18, 18),
    )
    sign = Card("Signature")
    pad = SignaturePad("Signature")
    curve = ((40, 80), (60, 30), (75, 85), (95, 50), (120, 78), (150, 52), (176, 80), (214, 56), (250, 74))
    pad.draw_strokes([curve])
    lay(
        sign.body,
        pad,
        row(button("Clear", "link"), None, button("Accept", "primary")),
        gap=10,
        margins=(18, 16, 18, 18),
    )
    photo = Card("Photo")
    view = PhotoView("Photo of the label")
    view.show_image(sample_photo())
    photo.body.addWidget(view, 1)
    photo.body.addLayout(row(KeyCap("F4"), KeyCap("Ctrl+Return"), KeyCap("Escape"), None))
    body = row(column(buttons, entries, None, gap=12), column(sign, photo, gap=12), gap=12)
    body.setStretch(1, 1)
    page = QWidget()
    inside = lay(QVBoxLayout(page), banner, head, body, gap=10, margins=(24, 12, 24, 12))
    inside.setStretch(2, 1)
    return window(page, head, "today", parts), "blocks"


def states() -> tuple[QWidget, str]:
    parts: dict[str, object] = {}
    head = PageHead("States", "Asking, waiting, and nothing there")
    asking = AskBar()
    slow = Card()
    line = ProgressLine("Sending photos", lambda: None)
    line.show_step(37, 60, "37 of 60 · about a minute")
    weight = row(icon_label("scale", "accent", 32), text_label("2 lb 6.4 oz", "big"), None, gap=12)
    unknown = ProgressLine("Looking for scanners")
    lay(
        slow.body,
        weight,
        line,
        rule(),
        unknown,
        NoteEdit("Note", "Anything the next clerk should know"),
        None,
        gap=14,
        margins=(18, 12, 18, 16),
    )
    empty = Card()
    empty.body.addWidget(
        EmptyState("inbox", "Nothing to look at", "The centre took everything that was sent.", "Open the journal")
    )
    dim = Card("No picture")
    view = PhotoView("Photo of the label")
    view.show_nothing("The camera is asleep. Press F9 to wake it.")
    dim.body.addWidget(view)
    dim.body.addWidget(SignaturePad("Signature"))
    lines = column(
        Banner("The quarter is complete.", "ok"),
        Banner("No answer from the centre since 09:12. Work goes on; everything is kept here.", "bad", "Try now"),
        gap=8,
    )
    page = QWidget()
    inside = lay(
        QVBoxLayout(page),
        asking,
        head,
        lines,
        row(slow, empty, dim, gap=12),
        gap=12,
        margins=(24, 12, 24, 12),
    )
    inside.setStretch(3, 1)
    root = window(page, head, "inbox", parts)
    asking.ask(
        "Hand the piece out without a signature?",
        (Answer("no", "Keep it here"), Answer("yes", "Hand it out", "danger", "Ctrl+H")),
        lambda _key: None,
        focus=False,
    )
    return root, "states"


def sample_photo() -> QImage:
    made = QImage(480, 320, QImage.Format.Format_RGB32)
    made.fill(QColor("#C9A877"))
    painter = QPainter(made)
    painter.fillRect(90, 70, 300, 180, QColor("#FFFFFF"))
    for n in range(48):
        painter.fillRect(110 + n * 5, 180, 1 + (n * 7) % 4, 52, QColor("#111111"))
    painter.end()
    return made


def main(argv: list[str]) -> int:
    out = Path(argv[0] if argv else "out")
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        return 1
    makers: tuple[Callable[[], tuple[QWidget, str]], ...] = (pickups, blocks, states)
    for mode in ("light", "dark"):
        apply_theme(app, mode)
        for make in makers:
            root, name = make()
            root.show()
            root.activateWindow()
            if (scan := root.findChild(ScanBox)) is not None:
                scan.setFocus()
            app.processEvents()
            root.grab().save(str(out / f"{name}-{mode}.png"))
            root.close()
            root.deleteLater()
    return 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(sys.argv[1:]))
