"""The words of the Pickups and Customers rooms: states, waiting times, kinds of mail, what happened to a piece."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.mailbox import RULES, AccountState
from ui.figures import money, weight_text, when_text

if TYPE_CHECKING:
    from counter_app.domain.fees import FeeLine
    from counter_app.domain.mail_item import MailItem

HOUR_MS = 3_600_000
DAY_MS = 86_400_000
CARRIERS = {
    "usps": "USPS",
    "ups": "UPS",
    "fedex": "FedEx",
    "dhl": "DHL",
    "amazon": "Amazon",
    "ontrac": "OnTrac",
    "canada-post": "Canada Post",
    "purolator": "Purolator",
    "dpd": "DPD",
    "royal-mail": "Royal Mail",
    "yunexpress": "YunExpress",
}


def carrier(code: str) -> str:
    """A carrier as it writes itself; names, not words, so they are not translated."""
    return CARRIERS.get(code, code[:1].upper() + code[1:])


def pieces(count: int) -> str:
    return QCoreApplication.translate("Pickups", "%n piece(s)", "", count)


def pmb(mailbox: str) -> str:
    return QCoreApplication.translate("Pickups", "PMB {mailbox}").format(mailbox=mailbox or "–")


def weight(grams: int) -> str:
    """Pounds and ounces; a piece that was never weighed shows nothing, not zero."""
    return weight_text(grams) if grams > 0 else ""


def waited(since_ms: int, now_ms: int) -> str:
    """How long something waits, short enough for a column: `25 min`, `5 h`, `9 d`."""
    gone = max(0, now_ms - since_ms)
    if gone >= DAY_MS:
        return QCoreApplication.translate("Pickups", "{days} d").format(days=gone // DAY_MS)
    if gone >= HOUR_MS:
        return QCoreApplication.translate("Pickups", "{hours} h").format(hours=gone // HOUR_MS)
    return QCoreApplication.translate("Pickups", "{minutes} min").format(minutes=gone // 60_000)


def waited_in_full(since_ms: int, now_ms: int) -> str:
    """The same in words, for a card."""
    gone = max(0, now_ms - since_ms)
    if gone >= DAY_MS:
        return QCoreApplication.translate("Pickups", "%n day(s)", "", gone // DAY_MS)
    if gone >= HOUR_MS:
        return QCoreApplication.translate("Pickups", "%n hour(s)", "", gone // HOUR_MS)
    return QCoreApplication.translate("Pickups", "%n minute(s)", "", gone // 60_000)


def pickup_pill(state: str) -> tuple[str, str]:
    """(text, kind) of a pickup's state. A charge that was asked for is being checked, never paid (S-15)."""
    return {
        "scheduled": (QCoreApplication.translate("Pickups", "Scheduled"), "info"),
        "ready": (QCoreApplication.translate("Pickups", "At the counter"), "info"),
        "owed": (QCoreApplication.translate("Pickups", "Owed"), "bad"),
        "in_progress": (QCoreApplication.translate("Pickups", "In progress"), "info"),
        "charging": (QCoreApplication.translate("Pickups", "Fee checking"), "warn"),
        "paid": (QCoreApplication.translate("Pickups", "Paid, to hand over"), "ok"),
        "pay_later": (QCoreApplication.translate("Pickups", "Charge later"), "warn"),
        "payment_declined": (QCoreApplication.translate("Pickups", "Payment declined"), "bad"),
        "handed_over": (QCoreApplication.translate("Pickups", "Handed over"), "ok"),
        "declined": (QCoreApplication.translate("Pickups", "Declined"), ""),
    }.get(state, (state, ""))


def account_pill(state: str) -> tuple[str, str]:
    """(text, kind) of an account's state."""
    return {
        "signed_up": (QCoreApplication.translate("Pickups", "Not approved"), "warn"),
        "docs_submitted": (QCoreApplication.translate("Pickups", "Not approved"), "warn"),
        "pre_review": (QCoreApplication.translate("Pickups", "Not approved"), "warn"),
        "pending_approval": (QCoreApplication.translate("Pickups", "Approval pending"), "warn"),
        "active": (QCoreApplication.translate("Pickups", "Active"), "ok"),
        "resubmission_due": (QCoreApplication.translate("Pickups", "Form renewal due"), "warn"),
        "on_hold": (QCoreApplication.translate("Pickups", "On hold"), "bad"),
        "expired": (QCoreApplication.translate("Pickups", "Expired"), "bad"),
        "inactive": (QCoreApplication.translate("Pickups", "Closed"), "bad"),
        "rejected": (QCoreApplication.translate("Pickups", "Rejected"), "bad"),
        "released": (QCoreApplication.translate("Pickups", "Former holder"), "bad"),
    }.get(state, (state or QCoreApplication.translate("Pickups", "Unknown"), "bad"))


def may_go_out(account_state: str) -> bool:
    """Whether the account's state lets pieces go out at the counter; the desk asks again."""
    known = {one.value for one in AccountState}
    return account_state in known and RULES[AccountState(account_state)].walk_in_pickup


def why_not(account_state: str) -> str:
    """The stable code of why nothing goes out."""
    known = {one.value for one in AccountState}
    return RULES[AccountState(account_state)].reason if account_state in known else "mailbox.unknown"


def waiting_pill(account_state: str, pickup_state: str) -> tuple[str, str]:
    """(text, kind) of a row of the list: the pickup's state, else what the mailbox allows."""
    if pickup_state and (may_go_out(account_state) or pickup_state not in ("scheduled", "ready")):
        return pickup_pill(pickup_state)
    if may_go_out(account_state):
        return (QCoreApplication.translate("Pickups", "Ready"), "ok")
    return account_pill(account_state)


def appointment(at: datetime, now: datetime) -> str:
    """When a customer is expected, with the zone of the store: he may be travelling (4.2 case 21)."""
    return f"{when_text(at, now)} {at.tzname()}"


def id_types() -> tuple[tuple[str, str], ...]:
    """(key, text) of the kinds of photo ID, in the order of their number keys."""
    return (
        ("driver_licence", QCoreApplication.translate("Pickups", "Driver licence")),
        ("state_id", QCoreApplication.translate("Pickups", "State ID")),
        ("passport", QCoreApplication.translate("Pickups", "Passport")),
        ("military_id", QCoreApplication.translate("Pickups", "Military ID")),
        ("tribal_id", QCoreApplication.translate("Pickups", "Tribal ID")),
        ("other_government_id", QCoreApplication.translate("Pickups", "Other photo ID")),
    )


def mail_type(code: str) -> str:
    return {
        "letter": QCoreApplication.translate("Pickups", "Letter"),
        "large_envelope": QCoreApplication.translate("Pickups", "Large envelope"),
        "postcard": QCoreApplication.translate("Pickups", "Postcard"),
        "magazine": QCoreApplication.translate("Pickups", "Magazine"),
        "package": QCoreApplication.translate("Pickups", "Package"),
        "check": QCoreApplication.translate("Pickups", "Check"),
    }.get(code, code)


def described(item: MailItem) -> str:
    """A piece in two words: `UPS package`, `Letter`."""
    kind = mail_type(item.mail_type)
    return f"{carrier(item.carrier)} · {kind}" if item.carrier else kind


def fee_line(line: FeeLine) -> str:
    if line.kind == "pickup.letters_paid":
        return QCoreApplication.translate("Pickups", "Letters, paid in this visit already")
    if line.kind == "pickup.letters":
        return QCoreApplication.translate("Pickups", "Letters, once a visit")
    return QCoreApplication.translate("Pickups", "Packages, {count} × {price}").format(
        count=line.quantity, price=money(line.unit)
    )


def happened(kind: str) -> str:
    """What happened to a piece, from the kind of the act."""
    return {
        "item.received": QCoreApplication.translate("Pickups", "Received"),
        "item.assigned": QCoreApplication.translate("Pickups", "Put to its mailbox"),
        "item.reassigned": QCoreApplication.translate("Pickups", "Moved to another mailbox"),
        "item.moved": QCoreApplication.translate("Pickups", "Put on a shelf"),
        "item.weighed": QCoreApplication.translate("Pickups", "Weighed"),
        "item.slipped": QCoreApplication.translate("Pickups", "Left for tomorrow"),
        "item.notice_given": QCoreApplication.translate("Pickups", "Customer told"),
        "item.return_marked": QCoreApplication.translate("Pickups", "Marked for its sender"),
        "item.return_unmarked": QCoreApplication.translate("Pickups", "Kept here after all"),
        "manifest.returns_handed_over": QCoreApplication.translate("Pickups", "Returned to its sender"),
        "item.taken_back": QCoreApplication.translate("Pickups", "Taken back"),
        "pickup.opened": QCoreApplication.translate("Pickups", "Put into a pickup"),
        "pickup.requested": QCoreApplication.translate("Pickups", "Pickup asked for"),
        "pickup.pieces_added": QCoreApplication.translate("Pickups", "Put into a pickup"),
        "pickup.pieces_left": QCoreApplication.translate("Pickups", "Left for another pickup"),
        "pickup.handed_over": QCoreApplication.translate("Pickups", "Handed over"),
        "pickup.declined": QCoreApplication.translate("Pickups", "Pickup declined"),
        "pickup.planned": QCoreApplication.translate("Pickups", "Put into a pickup"),
        "pickup.piece_fetched": QCoreApplication.translate("Pickups", "Brought to the counter"),
        "pickup.piece_missing": QCoreApplication.translate("Pickups", "Not found on its shelf"),
        "pickup.courtesy_marked": QCoreApplication.translate("Pickups", "Marked as picked up"),
    }.get(kind, kind)


def task_kind(kind: str) -> str:
    """What a task is for, in a word."""
    return {
        "pickup": QCoreApplication.translate("Pickups", "pickup"),
        "scan": QCoreApplication.translate("Pickups", "open and scan"),
        "ship": QCoreApplication.translate("Pickups", "shipping"),
        "consolidate": QCoreApplication.translate("Pickups", "consolidation"),
        "shred": QCoreApplication.translate("Pickups", "shredding"),
        "discard": QCoreApplication.translate("Pickups", "discarding"),
        "check_deposit": QCoreApplication.translate("Pickups", "check deposit"),
        "personal_delivery": QCoreApplication.translate("Pickups", "personal delivery"),
        "fee": QCoreApplication.translate("Pickups", "a fee"),
    }.get(kind, kind)


def item_pill(state: str) -> tuple[str, str]:
    """(text, kind) of a piece's state."""
    return {
        "unassigned": (QCoreApplication.translate("Pickups", "Unassigned"), "warn"),
        "received": (QCoreApplication.translate("Pickups", "On the shelf"), "ok"),
        "scanned": (QCoreApplication.translate("Pickups", "On the shelf"), "ok"),
        "in_task": (QCoreApplication.translate("Pickups", "In a task"), "info"),
        "included_in_consolidation": (QCoreApplication.translate("Pickups", "Consolidated"), ""),
        "shipped": (QCoreApplication.translate("Pickups", "Shipped"), ""),
        "picked_up": (QCoreApplication.translate("Pickups", "Handed over"), ""),
        "shredded": (QCoreApplication.translate("Pickups", "Shredded"), ""),
        "discarded": (QCoreApplication.translate("Pickups", "Discarded"), ""),
        "deposited": (QCoreApplication.translate("Pickups", "Deposited"), ""),
        "handed_to_driver": (QCoreApplication.translate("Pickups", "With a driver"), "info"),
        "delivered": (QCoreApplication.translate("Pickups", "Delivered"), ""),
        "returned_to_sender": (QCoreApplication.translate("Pickups", "Returned"), ""),
        "lost": (QCoreApplication.translate("Pickups", "Missing"), "bad"),
        "taken_back": (QCoreApplication.translate("Pickups", "Taken back"), ""),
    }.get(state, (state, ""))


def gap(code: str) -> str:
    """What is still open before a hand-over, as a job to do."""
    return {
        "pickup.no_pieces": QCoreApplication.translate("Pickups", "No piece to hand over"),
        "pickup.id_not_checked": QCoreApplication.translate("Pickups", "Check a photo ID"),
        "pickup.collector_not_authorised": QCoreApplication.translate("Pickups", "Find somebody who may collect"),
        "pickup.paper_not_for_piece": QCoreApplication.translate("Pickups", "Leave what the paper does not name"),
        "pickup.pieces_not_scanned": QCoreApplication.translate("Pickups", "Scan every piece"),
        "pickup.not_paid": QCoreApplication.translate("Pickups", "Settle the fee"),
        "pickup.not_signed": QCoreApplication.translate("Pickups", "Get a signature"),
    }.get(code, code)
