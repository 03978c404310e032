"""What every way of taking a piece in has in common: what is said of it, how it is written, and its label.

Whose piece it is, and whether it may come in at all, is decided by who calls (`receiving`, `to_be_checked`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from counter_app.desk.context import Act, Desk, demand
from counter_app.desk.pieces import duplicates, tracking_key
from counter_app.domain import tracking
from counter_app.domain.mail_item import FLAGS, MAIL_TYPES, MailItem
from counter_app.domain.mailbox import Account, InsertRule
from counter_app.domain.sizes import SIDE_MAX_MM
from counter_app.domain.text import clean
from counter_app.domain.values import Dimensions, new_mail_id
from counter_app.errors import RuleViolation
from counter_app.events import PieceReceived
from counter_app.store import blobs, journal
from counter_app.store.db import straight

OPEN_RULES = (InsertRule.INSERT, InsertRule.INSERT_AND_WARN)
NO_DROP = "-"
POSTAGE_DUE_MAX = 100_000
"""Cents; more is a typing error."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A piece as the clerk has it in hand. Grams (0: not weighed), cents, `photo` JPEG or PNG bytes."""

    account_id: str = ""
    name: str = ""
    confirmed: str = ""
    """The name on the form that the clerk says it is, when the match was only likely."""
    mail_type: str = "package"
    carrier: str = ""
    tracking: str = ""
    weight_g: int = 0
    shelf: str = ""
    photo: bytes = b""
    flags: tuple[str, ...] = ()
    duplicate_reason: str = ""
    sender: str = ""
    custom_type: str = ""
    """What the store calls it (`settings.custom_types`); it decides the `mail_type`."""
    size: Dimensions | None = None
    postage_due_cents: int = 0
    intake: str = ""
    """The carrier's drop that it came with; "" for the only open one, NO_DROP for none."""
    label: bool = True
    mailbox: str = ""
    """As it is written on the piece; only for `to_be_checked.receive`."""


@dataclass(frozen=True, slots=True)
class Received:
    """What the clerk is told: the piece, its label's job, warnings that did not stop it."""

    item: MailItem
    job_id: str
    warnings: tuple[str, ...] = field(default=())


def takes_mail(account: Account, today: str) -> bool:
    """Whether a piece may be put into this mailbox today, by its state."""
    return account.insert_rule(today) in OPEN_RULES


def insert(act: Act, arrival: Arrival, body: dict[str, Any], matched: str, warnings: tuple[str, ...]) -> Received:
    """Write the piece and owe its label; the gate is the caller's."""
    desk = act.desk
    item_id = desk.new_id()
    done = act.write("item.received", item_id, mail_id=_free_mail_id(desk, act), **body)
    if body["photo"]:
        blobs.note(act.connection, body["photo"], "piece", len(arrival.photo), desk.now_ms(), done.op.op_id)
    item = after(done)
    job = ""
    if arrival.label:
        job = act.owe("item_label", label_of(desk, item, matched), item_id=item_id)
    act.tell(PieceReceived(item_id, item.mail_id, item.mailbox, done.op.op_id))
    return Received(item, job, warnings)


def body_of(desk: Desk, act: Act, arrival: Arrival, photo: str) -> dict[str, Any]:
    """What is said of the piece itself, whosever it is; RuleViolation as of `receive`."""
    if arrival.mail_type not in MAIL_TYPES or set(arrival.flags) - set(FLAGS) or not 0 <= arrival.weight_g <= 500_000:
        raise RuleViolation("item.field_wrong")
    if not 0 <= arrival.postage_due_cents <= POSTAGE_DUE_MAX:
        raise RuleViolation("item.postage_wrong")
    if "registered" in arrival.flags:
        raise RuleViolation("item.registered")  # nobody but its addressee, and at the post office
    size = arrival.size or Dimensions(0, 0, 0)
    if arrival.size and not all(0 < side <= SIDE_MAX_MM for side in (size.length_mm, size.width_mm, size.height_mm)):
        raise RuleViolation("size.too_large")
    custom = next((one for one in desk.settings.custom_types if one.name == arrival.custom_type), None)
    if arrival.custom_type and custom is None:
        raise RuleViolation("item.type_unknown", type=clean(arrival.custom_type).text)
    number, carrier = arrival.tracking.strip(), clean(arrival.carrier.lower()).text
    if number:
        candidates = tracking.identify(number)
        number = tracking_key(candidates[0].number if candidates else number)
        carrier = carrier or (candidates[0].carrier if candidates else "")
    reason = clean(arrival.duplicate_reason).text
    earlier = duplicates(act.connection, number)
    if earlier:
        if not reason:
            raise RuleViolation(
                "item.duplicate", mail_id=earlier[0].mail_id, state=earlier[0].state, mailbox=earlier[0].mailbox
            )
        demand(act.actor, "item.duplicate_override")
    return {
        "name": clean(arrival.name).text,
        "mail_type": custom.like if custom else arrival.mail_type,
        "carrier": carrier,
        "tracking": number,
        "weight_g": arrival.weight_g,
        "shelf": shelf_code(arrival.shelf),
        "photo": photo,
        "flags": _flags(arrival),
        "received_on": desk.today(),
        "duplicate_reason": reason,
        "intake": _drop_of(act, arrival.intake, carrier),
        "sender": clean(arrival.sender).text,
        "custom_type": custom.name if custom else "",
        "length_mm": size.length_mm,
        "width_mm": size.width_mm,
        "height_mm": size.height_mm,
        "postage_due_cents": arrival.postage_due_cents,
    }


def _flags(arrival: Arrival) -> tuple[str, ...]:
    due = arrival.postage_due_cents > 0 and "postage_due" not in arrival.flags
    return (*arrival.flags, "postage_due") if due else arrival.flags


def _drop_of(act: Act, said: str, carrier: str) -> str:
    """The drop that a piece belongs to: what the clerk says, else the only one that is open, or is of its carrier."""
    if said == NO_DROP:
        return ""
    rows = straight(act.connection).execute("SELECT id, carrier FROM intake WHERE state = 'open'").fetchall()
    if said:
        if not any(row[0] == said for row in rows):
            raise RuleViolation("intake.not_open")
        return said
    fits = rows if len(rows) == 1 else [row for row in rows if carrier and row[1] == carrier]
    return str(fits[0][0]) if len(fits) == 1 else ""


def shelf_code(text: str) -> str:
    """A shelf as printed and scanned: capitals, digits and dashes, at most 12 characters, "" for none."""
    code = clean(text).text.upper()
    if len(code) > 12 or any(not (ch.isascii() and (ch.isalnum() or ch == "-")) for ch in code):
        raise RuleViolation("item.shelf_wrong", shelf=code[:12])
    return code


def _free_mail_id(desk: Desk, act: Act) -> str:
    for _ in range(20):
        mail_id = new_mail_id(desk.entropy(6))
        taken = straight(act.connection).execute("SELECT 1 FROM item WHERE mail_id = ?", (mail_id,)).fetchone()
        if taken is None:
            return mail_id
    raise RuleViolation("item.no_free_mail_id")


def after(done: journal.Appended) -> MailItem:
    """The piece as the operation left it: what a reader of the store would get."""
    return next(row for row in done.rows if isinstance(row, MailItem))


def label_of(desk: Desk, item: MailItem, matched: str) -> dict[str, Any]:
    """What stands on the label of a piece."""
    return {
        "pmb": item.mailbox if item.account_id else "",  # what only stands on the piece is no mailbox yet
        "mail_id": item.mail_id,
        "name": matched or item.name_on_piece,
        "shelf": item.shelf,
        "received_on": item.received_on,
        "store": desk.settings.name,
        "carrier": item.carrier.upper() if len(item.carrier) <= 5 else item.carrier.title(),
    }
