"""The trade's words for the codes of the domain: carriers, kinds of mail, states of mailboxes and pieces."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from counter_app.domain.mail_item import MailItem
from counter_app.domain.mailbox import Account
from counter_app.domain.values import parse_mail_id, spoken_mail_id


def carriers() -> list[tuple[str, str]]:
    """Every carrier that a tracking number can name, and "" for none."""
    return [
        ("", QCoreApplication.translate("Words", "No carrier")),
        ("usps", "USPS"),
        ("ups", "UPS"),
        ("fedex", "FedEx"),
        ("amazon", "Amazon"),
        ("dhl", "DHL"),
        ("ontrac", "OnTrac"),
        ("canada-post", "Canada Post"),
        ("purolator", "Purolator"),
        ("dpd", "DPD"),
        ("royal-mail", "Royal Mail"),
        ("yunexpress", "YunExpress"),
        ("postal", QCoreApplication.translate("Words", "Foreign post")),
    ]


def carrier(code: str) -> str:
    return dict(carriers()).get(code, code) if code else ""


def mail_types() -> list[tuple[str, str]]:
    return [
        ("package", QCoreApplication.translate("Words", "Package")),
        ("letter", QCoreApplication.translate("Words", "Letter")),
        ("large_envelope", QCoreApplication.translate("Words", "Large envelope")),
        ("magazine", QCoreApplication.translate("Words", "Magazine")),
        ("postcard", QCoreApplication.translate("Words", "Postcard")),
        ("check", QCoreApplication.translate("Words", "Check")),
    ]


def mail_type(code: str) -> str:
    return dict(mail_types()).get(code, code)


def flags() -> list[tuple[str, str]]:
    return [
        ("accountable", QCoreApplication.translate("Words", "Accountable")),
        ("perishable", QCoreApplication.translate("Words", "Perishable")),
        ("damaged", QCoreApplication.translate("Words", "Damaged")),
        ("postage_due", QCoreApplication.translate("Words", "Postage due")),
        ("looks_like_check", QCoreApplication.translate("Words", "Looks like a check")),
        ("to_be_checked", QCoreApplication.translate("Words", "To be checked")),
        ("registered", QCoreApplication.translate("Words", "Registered")),
        ("restricted", QCoreApplication.translate("Words", "Restricted")),
    ]


def mailbox_state(account: Account) -> tuple[str, str]:
    """(words, kind) of a mailbox's state for a pill; green takes mail, amber warns, red does not."""
    words = {
        "signed_up": QCoreApplication.translate("Words", "Not approved"),
        "docs_submitted": QCoreApplication.translate("Words", "Not approved"),
        "pre_review": QCoreApplication.translate("Words", "Not approved"),
        "pending_approval": QCoreApplication.translate("Words", "Not approved"),
        "active": QCoreApplication.translate("Words", "Active"),
        "resubmission_due": QCoreApplication.translate("Words", "Form renewal due"),
        "on_hold": QCoreApplication.translate("Words", "On hold"),
        "expired": QCoreApplication.translate("Words", "Expired"),
        "inactive": QCoreApplication.translate("Words", "Closed"),
        "rejected": QCoreApplication.translate("Words", "Rejected"),
        "released": QCoreApplication.translate("Words", "Former holder"),
    }[account.state]
    rule = account.rule
    return words, "ok" if not rule.reason else "warn" if rule.shown_in_insert_search else "bad"


def piece_state(item: MailItem) -> tuple[str, str]:
    """(words, kind) of a piece's state for a pill."""
    if item.searched_for:
        return QCoreApplication.translate("Words", "Missing"), "bad"
    words = {
        "unassigned": QCoreApplication.translate("Words", "Unassigned"),
        "received": QCoreApplication.translate("Words", "On the shelf"),
        "in_task": QCoreApplication.translate("Words", "In a task"),
        "scanned": QCoreApplication.translate("Words", "On the shelf"),
        "included_in_consolidation": QCoreApplication.translate("Words", "Consolidated"),
        "shipped": QCoreApplication.translate("Words", "Shipped"),
        "picked_up": QCoreApplication.translate("Words", "Picked up"),
        "shredded": QCoreApplication.translate("Words", "Shredded"),
        "discarded": QCoreApplication.translate("Words", "Discarded"),
        "deposited": QCoreApplication.translate("Words", "Deposited"),
        "handed_to_driver": QCoreApplication.translate("Words", "With a driver"),
        "delivered": QCoreApplication.translate("Words", "Delivered"),
        "returned_to_sender": QCoreApplication.translate("Words", "Returned"),
        "lost": QCoreApplication.translate("Words", "Lost"),
        "taken_back": QCoreApplication.translate("Words", "Taken back"),
    }.get(item.state, item.state)
    kinds = {"unassigned": "warn", "received": "ok", "scanned": "ok", "in_task": "info", "lost": "bad"}
    return words, kinds.get(item.state, "")


def sent_state(sent: str) -> tuple[str, str]:
    """(words, kind): where the act stands with the centre."""
    return {
        "sent": (QCoreApplication.translate("Words", "Sent"), "ok"),
        "trouble": (QCoreApplication.translate("Words", "See Inbox"), "bad"),
    }.get(sent, (QCoreApplication.translate("Words", "Kept here"), "info"))


def pmb(mailbox: str) -> str:
    """A private mailbox as it is written on mail; the words for a piece without one."""
    return f"PMB {mailbox}" if mailbox else QCoreApplication.translate("Words", "No mailbox yet")


def mail_id(text: str) -> str:
    """A Mail ID as it is read aloud; other text as it is."""
    return spoken_mail_id(text) if parse_mail_id(text) else text


def listed(names: Sequence[str], most: int = 4) -> str:
    """Names in one line, the rest as a number."""
    shown = ", ".join(names[:most])
    return shown + (f" +{len(names) - most}" if len(names) > most else "")
