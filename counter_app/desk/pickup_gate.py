"""The gate before a piece leaves the counter: every piece scanned, signed, and only then out (S-12).

It stands below the screen: `hand_over` refuses until `domain.pickup.gaps` is empty, whoever calls it.
"""

from __future__ import annotations

from counter_app.desk.context import Desk, demand
from counter_app.desk.held import hold, is_elsewhere, refuse_if_elsewhere
from counter_app.desk.pickup_visit import WAITS, Visit, begun, demand_own, in_progress, step_done, the_pickup, the_visit
from counter_app.desk.pieces import find_piece
from counter_app.desk.places import note_missing, note_seen
from counter_app.domain import ink
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import MailItem
from counter_app.domain.pickup import OPEN, PickupState
from counter_app.domain.text import clean
from counter_app.domain.values import Money
from counter_app.errors import RuleViolation
from counter_app.limits import IMAGE_FORMATS
from counter_app.store import blobs, state


def scan_piece(desk: Desk, actor: Actor, pickup_id: str, text: str) -> Visit:
    """Tick one piece by its Mail ID label or tracking number; a foreign label stops the hand-over (S-12).

    RuleViolation: item.unknown, pickup.foreign_piece (with the mailbox that it belongs to), item.in_other_task,
    pickup.piece_not_in_pickup (same mailbox: it can be added).
    """
    with desk.act(actor, "pickup.process") as act:
        pickup = begun(act.connection, actor, pickup_id)
        item = find_piece(act.connection, text)
        if item is None:
            raise RuleViolation("item.unknown", scanned=clean(text).text[:40])
        if item.account_id != pickup.account_id:
            raise RuleViolation("pickup.foreign_piece", mail_id=item.mail_id, mailbox=item.mailbox)
        if item.id not in pickup.items:
            if item.task_id and item.task_id != pickup_id:
                refuse_if_elsewhere(act.connection, item, pickup_id)
            raise RuleViolation("pickup.piece_not_in_pickup", mail_id=item.mail_id, item_id=item.id)
        hold(act, pickup, [item.id])
        if item.id not in pickup.scanned:
            act.write("pickup.piece_scanned", pickup_id, item=item.id)
            note_seen(act, item.id)
        return step_done(act, pickup_id)


def piece_missing(desk: Desk, actor: Actor, pickup_id: str, item_id: str) -> Visit:
    """A piece is not on its shelf: the others go out, this one is searched for. Its own history keeps who did not
    find it, when, and the shelf where it was seen last (2.11)."""
    with desk.act(actor, "pickup.process") as act:
        pickup = the_pickup(act.connection, pickup_id)
        if PickupState(pickup.state) not in WAITS:
            pickup = in_progress(act.connection, actor, pickup_id)
        if item_id not in pickup.items or item_id in pickup.scanned:
            raise RuleViolation("pickup.piece_not_in_pickup")
        item = state.item(act.connection, item_id)
        shelf = item.shelf if item else ""
        act.write("pickup.piece_missing", pickup_id, item=item_id, items=[item_id], shelf=shelf)
        if not is_elsewhere(act.connection, item_id, pickup_id):
            note_missing(act, item_id)
        return step_done(act, pickup_id)


def sign(desk: Desk, actor: Actor, pickup_id: str, picture: bytes) -> Visit:
    """Keep the collector's signature (PNG). RuleViolation: pickup.signature_empty, pickup.signature_too_small (a dot,
    or a tap, is nobody's name)."""
    demand(actor, "pickup.process")
    if not picture.startswith(IMAGE_FORMATS[1]):
        raise RuleViolation("pickup.signature_empty")
    try:
        seen = ink.measure(picture)
    except ink.InkError as error:
        raise RuleViolation("pickup.signature_empty") from error
    if not seen.is_signature:
        raise RuleViolation("pickup.signature_too_small" if seen.dark else "pickup.signature_empty")
    name = desk.blobs.keep(picture, "signature")
    with desk.act(actor, "pickup.process") as act:
        begun(act.connection, actor, pickup_id)
        done = act.write("pickup.signed", pickup_id, signature=name)
        blobs.note(act.connection, name, "signature", len(picture), desk.now_ms(), done.op.op_id)
        return step_done(act, pickup_id)


def refuse_to_sign(desk: Desk, actor: Actor, pickup_id: str, reason: str = "") -> Visit:
    """The collector does not sign: nothing leaves. The act is kept and the pieces go back; what was paid stays with
    the pickup, so that whoever signs later pays nothing again."""
    with desk.act(actor, "pickup.process") as act:
        begun(act.connection, actor, pickup_id)
        act.write("pickup.signature_refused", pickup_id, reason=clean(reason).text)
        return step_done(act, pickup_id)


def hand_over(desk: Desk, actor: Actor, pickup_id: str) -> Visit:
    """Record the custody at the moment of the hand-over (T6); the receipt is owed in the same transaction.

    RuleViolation with the first open gap and all of them in `gaps`: nothing leaves while one is open.
    """
    with desk.act(actor, "pickup.process") as act:
        before = the_visit(desk, act.connection, pickup_id)
        if PickupState(before.pickup.state) not in OPEN:
            raise RuleViolation("pickup.wrong_state", state=before.pickup.state)
        demand_own(act.connection, actor, before.pickup)
        if before.open_gaps:
            raise RuleViolation(before.open_gaps[0], gaps=before.open_gaps)
        paper = before.pickup.paper_of(before.pickup.paper)
        if paper is not None and not paper.good_at(desk.now_ms()):
            raise RuleViolation("pickup.paper_expired", until=paper.until)
        leaving = before.pickup.to_hand_over
        foreign = [one for one in before.items if one.id in leaving and one.account_id != before.account.id]
        if foreign:
            raise RuleViolation("pickup.foreign_piece", mail_id=foreign[0].mail_id, mailbox=foreign[0].mailbox)
        hold(act, before.pickup, leaving)
        missing = before.pickup.missing
        done = act.write("pickup.handed_over", pickup_id, items=leaving, missing=missing)
        act.owe("pickup_receipt", _receipt(desk, before, done.anchor, actor), printer="receipt")
        return step_done(act, pickup_id)


def put_back(desk: Desk, actor: Actor, pickup_id: str, reason: str = "") -> Visit:
    """Interrupt a pickup that is not charged: the pieces stay kept for it, the ID check is forgotten."""
    with desk.act(actor, "pickup.process") as act:
        in_progress(act.connection, actor, pickup_id)
        act.write("pickup.put_back", pickup_id, reason=clean(reason).text)
        return step_done(act, pickup_id)


def _receipt(desk: Desk, before: Visit, anchor: str, actor: Actor) -> dict[str, object]:
    leaving = [item for item in before.items if item.id in before.pickup.to_hand_over]
    local = desk.local(desk.now_ms())
    paid = {"paid": "Paid by card", "nothing_due": "Nothing due"}.get(before.pickup.payment, "Will be charged")
    return {
        "store": [desk.settings.name, *desk.settings.address_lines],
        "when": local.strftime("%Y-%m-%d %H:%M %Z"),
        "collector": before.pickup.collector,
        "pieces": [[item.mail_id, _described(item)] for item in leaving],
        "fees": [
            [f"{line.quantity} x {line.kind.replace('_', ' ')}", _dollars(line.amount)] for line in before.fee_lines
        ],
        "total": _dollars(Money(before.pickup.amount_cents)),
        "paid": paid,
        "clerk": actor.id,
        "evidence": anchor,
    }


def _described(item: MailItem) -> str:
    return " ".join(part for part in (item.carrier.upper(), item.mail_type.replace("_", " ")) if part)


def _dollars(money: Money) -> str:
    return f"${money.cents // 100}.{money.cents % 100:02d}"
