"""The words of the Tasks room: kinds, states, due times, reasons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.values import Money
from ui.figures import money, when_text

if TYPE_CHECKING:
    from counter_app.domain.task import ChargeLine

ICONS = {
    "scan": "file-text",
    "ship": "truck",
    "consolidate": "boxes",
    "shred": "trash-2",
    "discard": "package-x",
    "check_deposit": "receipt",
    "personal_delivery": "arrow-right-left",
    "fee": "receipt",
    "pickup": "hand-helping",
}


def kind(key: str, pieces: int = 1) -> str:
    """What a task of this kind is called; several pieces that are shipped go together."""
    if key == "ship" and pieces > 1:
        return QCoreApplication.translate("Tasks", "Consolidate and ship")
    return {
        "scan": QCoreApplication.translate("Tasks", "Open and scan"),
        "ship": QCoreApplication.translate("Tasks", "Ship"),
        "consolidate": QCoreApplication.translate("Tasks", "Consolidate"),
        "shred": QCoreApplication.translate("Tasks", "Shred"),
        "discard": QCoreApplication.translate("Tasks", "Discard"),
        "check_deposit": QCoreApplication.translate("Tasks", "Check deposit"),
        "personal_delivery": QCoreApplication.translate("Tasks", "Personal delivery"),
        "fee": QCoreApplication.translate("Tasks", "Fee"),
        "pickup": QCoreApplication.translate("Tasks", "Pickup"),
    }.get(key, key)


def state_pill(state: str, kind: str = "") -> tuple[str, str]:
    """(text, kind of pill) of the state of a task of `kind`; a charge that was asked for is being checked (S-15)."""
    if kind == "fee" and state == "requested":
        return QCoreApplication.translate("Tasks", "To charge"), "info"
    return {
        "requested": (QCoreApplication.translate("Tasks", "To gather"), "info"),
        "scheduled": (QCoreApplication.translate("Tasks", "Scheduled"), "info"),
        "ready": (QCoreApplication.translate("Tasks", "Ready"), "ok"),
        "in_progress": (QCoreApplication.translate("Tasks", "In progress"), "info"),
        "gathered": (QCoreApplication.translate("Tasks", "Gathered"), "info"),
        "opened": (QCoreApplication.translate("Tasks", "Opened"), "info"),
        "scanned": (QCoreApplication.translate("Tasks", "Draft"), "info"),
        "counted": (QCoreApplication.translate("Tasks", "Counted"), "info"),
        "prepared": (QCoreApplication.translate("Tasks", "Prepared"), "info"),
        "weighed": (QCoreApplication.translate("Tasks", "Weighed"), "info"),
        "priced": (QCoreApplication.translate("Tasks", "Priced"), "info"),
        "charging": (QCoreApplication.translate("Tasks", "Checking the card"), "warn"),
        "paid": (QCoreApplication.translate("Tasks", "Paid"), "ok"),
        "pay_later": (QCoreApplication.translate("Tasks", "Charge later"), "warn"),
        "payment_declined": (QCoreApplication.translate("Tasks", "Payment declined"), "bad"),
        "awaiting_customer": (QCoreApplication.translate("Tasks", "Customer asked"), "warn"),
        "sealed": (QCoreApplication.translate("Tasks", "Sealed"), "info"),
        "labelled": (QCoreApplication.translate("Tasks", "Labelled"), "info"),
        "driver_arrived": (QCoreApplication.translate("Tasks", "Driver is here"), "warn"),
        "photo_taken": (QCoreApplication.translate("Tasks", "Photo taken"), "info"),
        "code_matched": (QCoreApplication.translate("Tasks", "Code matches"), "ok"),
        "voided": (QCoreApplication.translate("Tasks", "Label voided"), "warn"),
        "completed": (QCoreApplication.translate("Tasks", "Completed"), "ok"),
        "in_shred_pile": (QCoreApplication.translate("Tasks", "On the shred pile"), "info"),
        "shredded": (QCoreApplication.translate("Tasks", "Shredded"), "ok"),
        "rescued": (QCoreApplication.translate("Tasks", "Taken off the pile"), ""),
        "discarded": (QCoreApplication.translate("Tasks", "Discarded"), "ok"),
        "label_printed": (QCoreApplication.translate("Tasks", "Label printed"), "ok"),
        "handed_to_carrier": (QCoreApplication.translate("Tasks", "With the carrier"), "ok"),
        "consolidated": (QCoreApplication.translate("Tasks", "Consolidated"), "ok"),
        "undone": (QCoreApplication.translate("Tasks", "Taken apart again"), ""),
        "handed_to_driver": (QCoreApplication.translate("Tasks", "With the driver"), "info"),
        "delivered": (QCoreApplication.translate("Tasks", "Delivered"), "ok"),
        "returned": (QCoreApplication.translate("Tasks", "Brought back"), "warn"),
        "declined": (QCoreApplication.translate("Tasks", "Declined"), ""),
        "cancelled": (QCoreApplication.translate("Tasks", "Taken back by the customer"), ""),
    }.get(state, (state, ""))


def reasons() -> list[tuple[str, str]]:
    """Why a task is given up, in the order of how often that happens."""
    return [
        ("piece_missing", QCoreApplication.translate("Tasks", "A piece cannot be found")),
        ("piece_wrong", QCoreApplication.translate("Tasks", "Not what the customer thinks it is")),
        ("not_possible", QCoreApplication.translate("Tasks", "Cannot be done with this piece")),
        ("not_allowed", QCoreApplication.translate("Tasks", "The rules do not allow it")),
        ("address_wrong", QCoreApplication.translate("Tasks", "The address is not right")),
        ("payment", QCoreApplication.translate("Tasks", "The card is declined again and again")),
        ("customer_wish", QCoreApplication.translate("Tasks", "The customer no longer wants it")),
        ("duplicate", QCoreApplication.translate("Tasks", "Asked for twice")),
        ("other", QCoreApplication.translate("Tasks", "Another reason: write it down")),
    ]


def due(due_ms: int, late: bool, local: Callable[[int], datetime], now_ms: int) -> str:
    """When a task is due, as a column says it; a dash while the store waits for the customer."""
    if not due_ms:
        return "–"
    text = when_text(local(due_ms), local(now_ms))
    return QCoreApplication.translate("Tasks", "late: {when}").format(when=text) if late else text


def line_text(line: ChargeLine) -> str:
    """A charge line as the receipt and the screen say it; what a clerk has written stands as it is."""
    known = {
        "scan.pages": QCoreApplication.translate("Tasks", "Scanned pages"),
        "shred.pages": QCoreApplication.translate("Tasks", "Shredding"),
        "shred.more": QCoreApplication.translate("Tasks", "Further pages"),
        "discard": QCoreApplication.translate("Tasks", "Discarding"),
        "consolidate.packages": QCoreApplication.translate("Tasks", "Packages in the bundle"),
        "deposit": QCoreApplication.translate("Tasks", "Check deposit"),
        "postage": QCoreApplication.translate("Tasks", "Postage"),
        "insurance": QCoreApplication.translate("Tasks", "Insurance"),
        "signature": QCoreApplication.translate("Tasks", "Signature on delivery"),
        "storage": QCoreApplication.translate("Tasks", "Storage"),
        "postage_due": QCoreApplication.translate("Tasks", "Postage due"),
    }.get(line.key)
    text = line.label or known or line.key
    return f"{line.quantity} × {text}" if line.quantity > 1 else text


def cents(amount: int) -> str:
    """An amount in cents as money; a discount with its sign."""
    text = money(Money(abs(amount)))
    return f"−{text}" if amount < 0 else text
