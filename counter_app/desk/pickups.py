"""Handing pieces over: ID first, every piece scanned and of that mailbox, paid, signed, and only then out (S-12).

The gate stands below the screen: `hand_over` refuses until `domain.pickup.gaps` is empty, whoever calls it. Charging
goes through the journal: the act asks, the centre answers by a row, and an answer that never came is "checking".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.desk.context import Act, Desk, demand
from counter_app.desk.pieces import find_piece
from counter_app.desk.waiting import (  # noqa: F401 - the list of this room
    LONG_DAYS,
    Counts,
    Waiting,
    counts,
    listing,
    place,
)
from counter_app.domain import names
from counter_app.domain.aamva import IdCard
from counter_app.domain.employee import Actor
from counter_app.domain.fees import FeeLine, pickup_fee, total
from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.mailbox import Account
from counter_app.domain.pickup import ID_TYPES, OPEN, Pickup, PickupState, gaps
from counter_app.domain.text import clean
from counter_app.domain.values import Money
from counter_app.errors import RuleViolation
from counter_app.events import PickupChanged
from counter_app.limits import IMAGE_FORMATS
from counter_app.store import blobs, state

if TYPE_CHECKING:
    from sqlalchemy import Connection

_PICKABLE = (ItemState.RECEIVED, ItemState.SCANNED)


@dataclass(frozen=True, slots=True)
class Visit:
    """A pickup as the screen shows it: its pieces, whose it is, what it costs, what still stands open."""

    pickup: Pickup
    account: Account
    items: tuple[MailItem, ...]
    fee_lines: tuple[FeeLine, ...]
    due: Money
    open_gaps: tuple[str, ...]
    may_collect: tuple[str, ...] = ()
    more: tuple[MailItem, ...] = ()
    """Pieces of the same account on the shelf that are in no pickup and could go too."""


def visit(desk: Desk, pickup_id: str) -> Visit:
    """The pickup and everything about it."""
    with desk.db.read() as connection:
        return _visit(desk, connection, pickup_id)


def pickable(desk: Desk, account_id: str) -> tuple[MailItem, ...]:
    """The pieces of an account that may go into a pickup now, the longest waiting first; at most 200."""
    with desk.db.read() as connection:
        return _pickable(connection, account_id)


def find_waiting(desk: Desk, text: str) -> MailItem | None:
    """The piece of a scanned Mail ID or tracking number if it waits on the shelf for a customer."""
    with desk.db.read() as connection:
        item = find_piece(connection, text)
    return item if item is not None and item.account_id and item.on_the_shelf else None


def begin(desk: Desk, actor: Actor, account_id: str = "", item_id: str = "", pickup_id: str = "") -> Visit:
    """The hand-over of a customer who stands at the counter: the pickup that is under way, else the one he asked
    for (started now), else a walk-in with every piece that may go (S-14, S-16).

    RuleViolation: item.unknown, and those of `start` and `open_walk_in`.
    """
    demand(actor, "pickup.process")
    with desk.db.read() as connection:
        if item_id:
            item = state.item(connection, item_id)
            if item is None:
                raise RuleViolation("item.unknown")
            account_id, pickup_id = item.account_id, pickup_id or (item.task_id if item.on_the_shelf else "")
        known = state.pickup(connection, pickup_id) if pickup_id else None
        if known is None or PickupState(known.state) not in OPEN:
            row = connection.exec_driver_sql(
                "SELECT id FROM pickup WHERE account_id = ? AND state NOT IN ('handed_over', 'declined') "
                "ORDER BY state IN ('scheduled', 'ready'), requested_ms LIMIT 1",
                (known.account_id if known else account_id,),
            ).first()
            known = state.pickup(connection, row[0]) if row else None
        chosen = [] if known else [one.id for one in _pickable(connection, account_id)]
    if known is None:
        return open_walk_in(desk, actor, account_id, chosen)
    if PickupState(known.state) in (PickupState.SCHEDULED, PickupState.READY):
        return start(desk, actor, known.id)
    return visit(desk, known.id)


def open_walk_in(desk: Desk, actor: Actor, account_id: str, item_ids: Sequence[str]) -> Visit:
    """Create a walk-in pickup for pieces on the shelf and start it (S-16).

    RuleViolation: pickup.no_pieces, mailbox.* (its state allows no pickup), pickup.not_of_mailbox,
    item.in_other_task (which one), item.not_on_shelf, pickup.exists (the customer already asked: take that one).
    """
    with desk.act(actor, "pickup.process") as act:
        account = _account(act.connection, account_id)
        if not account.rule.walk_in_pickup:
            raise RuleViolation(account.rule.reason, mailbox=account.mailbox)
        waiting = act.connection.exec_driver_sql(
            "SELECT id FROM pickup WHERE account_id = ? AND state IN ('scheduled', 'ready') LIMIT 1", (account_id,)
        ).first()
        if waiting is not None:
            raise RuleViolation("pickup.exists", pickup_id=waiting[0], mailbox=account.mailbox)
        chosen = _demand_pieces(act.connection, account_id, item_ids)
        pickup_id = desk.new_id()
        act.write("pickup.opened", pickup_id, account=account_id, mailbox=account.mailbox, mode="walk_in", items=chosen)
        return _step_done(act, pickup_id)


def start(desk: Desk, actor: Actor, pickup_id: str) -> Visit:
    """Begin a scheduled pickup while the customer is present (S-14)."""
    with desk.act(actor, "pickup.process") as act:
        pickup = _pickup(act.connection, pickup_id)
        if PickupState(pickup.state) not in (PickupState.SCHEDULED, PickupState.READY):
            raise RuleViolation("pickup.wrong_state", state=pickup.state)
        account = _account(act.connection, pickup.account_id)
        if not account.rule.walk_in_pickup:
            raise RuleViolation(account.rule.reason, mailbox=account.mailbox)
        act.write("pickup.started", pickup_id)
        return _step_done(act, pickup_id)


def add_pieces(desk: Desk, actor: Actor, pickup_id: str, item_ids: Sequence[str]) -> Visit:
    """Take more pieces of the same mailbox into a pickup that is not yet charged."""
    with desk.act(actor, "pickup.process") as act:
        pickup = _in_progress(act.connection, pickup_id)
        chosen = _demand_pieces(act.connection, pickup.account_id, item_ids)
        act.write("pickup.pieces_added", pickup_id, items=chosen)
        return _step_done(act, pickup_id)


def check_id(desk: Desk, actor: Actor, pickup_id: str, collector: str, id_type: str) -> Visit:
    """Record that the collector's ID was looked at; he must be on the form or an authorised individual (S-12).

    RuleViolation: pickup.id_type_missing, pickup.collector_missing, pickup.collector_not_authorised (with the names
    that may collect).
    """
    with desk.act(actor, "pickup.process") as act:
        pickup = _open(act.connection, pickup_id)
        if id_type not in ID_TYPES:
            raise RuleViolation("pickup.id_type_missing")
        shown = clean(collector).text
        if not shown:
            raise RuleViolation("pickup.collector_missing")
        account = _account(act.connection, pickup.account_id)
        allowed = account.may_collect(desk.today())
        found = names.match(shown, list(allowed))
        if found.verdict != "exact":
            raise RuleViolation("pickup.collector_not_authorised", name=shown, likely=found.name or "", allowed=allowed)
        act.write("pickup.id_checked", pickup_id, collector=found.name, id_type=id_type, listed=1)
        return _step_done(act, pickup_id)


def check_card(desk: Desk, actor: Actor, pickup_id: str, card: IdCard) -> Visit:
    """The same from a scanned driver licence or ID card; an expired card is refused. Only the name is kept."""
    if card.expires_on is not None and card.expires_on.isoformat() < desk.today():
        raise RuleViolation("pickup.id_expired", expired_on=card.expires_on.isoformat())
    name = f"{card.given_names} {card.family_name}"
    return check_id(desk, actor, pickup_id, name, "driver_licence")


def scan_piece(desk: Desk, actor: Actor, pickup_id: str, text: str) -> Visit:
    """Tick one piece by its Mail ID label or tracking number; a foreign label stops the hand-over (S-12).

    RuleViolation: item.unknown, pickup.foreign_piece (with the mailbox that it belongs to), item.in_other_task,
    pickup.piece_not_in_pickup (same mailbox: it can be added).
    """
    with desk.act(actor, "pickup.process") as act:
        pickup = _open(act.connection, pickup_id)
        item = find_piece(act.connection, text)
        if item is None:
            raise RuleViolation("item.unknown", scanned=clean(text).text[:40])
        if item.account_id != pickup.account_id:
            raise RuleViolation("pickup.foreign_piece", mail_id=item.mail_id, mailbox=item.mailbox)
        if item.id not in pickup.items:
            if item.task_id and item.task_id != pickup_id:
                raise RuleViolation("item.in_other_task", mail_id=item.mail_id, task_id=item.task_id)
            raise RuleViolation("pickup.piece_not_in_pickup", mail_id=item.mail_id, item_id=item.id)
        if item.id not in pickup.scanned:
            act.write("pickup.piece_scanned", pickup_id, item=item.id)
        return _step_done(act, pickup_id)


def piece_missing(desk: Desk, actor: Actor, pickup_id: str, item_id: str) -> Visit:
    """A piece is not on its shelf: the others go out, this one is searched for."""
    with desk.act(actor, "pickup.process") as act:
        pickup = _in_progress(act.connection, pickup_id)
        if item_id not in pickup.items or item_id in pickup.scanned:
            raise RuleViolation("pickup.piece_not_in_pickup")
        act.write("pickup.piece_missing", pickup_id, item=item_id)
        return _step_done(act, pickup_id)


def charge(desk: Desk, actor: Actor, pickup_id: str) -> Visit:
    """Ask the centre to charge the fee; nothing due counts as paid at once.

    The key of the charge is the pickup and its attempt, so that asking twice never charges twice (S-15). Who collects
    and which pieces leave is settled before: RuleViolation with the open gap otherwise (S-12).
    """
    with desk.act(actor, "pickup.process") as act:
        pickup = _in_progress(act.connection, pickup_id)
        _demand_settled(pickup)
        due = _visit(desk, act.connection, pickup_id).due
        if due.cents == 0:
            act.write("pickup.nothing_due", pickup_id)
        else:
            act.write("pickup.charge_asked", pickup_id, amount_cents=due.cents, attempt=pickup.attempt + 1)
        return _step_done(act, pickup_id)


def charge_later(desk: Desk, actor: Actor, pickup_id: str) -> Visit:
    """Without the internet: let the fee be charged when the act arrives, if the store's setting allows it.

    RuleViolation: pickup.offline_refused (the store does not), pickup.offline_limit (with the limit),
    pickup.online (there is no reason to put it off).
    """
    with desk.act(actor, "pickup.process") as act:
        pickup = _open(act.connection, pickup_id)
        if PickupState(pickup.state) not in (PickupState.IN_PROGRESS, PickupState.CHARGING):
            raise RuleViolation("pickup.wrong_state", state=pickup.state)
        if desk.online:
            raise RuleViolation("pickup.online")
        if desk.settings.offline_handover != "charge_later":
            raise RuleViolation("pickup.offline_refused")
        _demand_settled(pickup)
        charging = pickup.state == PickupState.CHARGING.value
        cents = pickup.amount_cents if charging else _visit(desk, act.connection, pickup_id).due.cents
        if cents > desk.settings.offline_limit_cents:
            raise RuleViolation(
                "pickup.offline_limit", amount_cents=cents, limit_cents=desk.settings.offline_limit_cents
            )
        attempt = pickup.attempt if charging else pickup.attempt + 1
        act.write("pickup.charge_put_off", pickup_id, amount_cents=cents, attempt=attempt)
        return _step_done(act, pickup_id)


def try_again(desk: Desk, actor: Actor, pickup_id: str) -> Visit:
    """After a declined card: the customer has changed the payment method, back to work (S-15)."""
    with desk.act(actor, "pickup.process") as act:
        pickup = _pickup(act.connection, pickup_id)
        if pickup.state != PickupState.PAYMENT_DECLINED.value:
            raise RuleViolation("pickup.wrong_state", state=pickup.state)
        act.write("pickup.tried_again", pickup_id)
        return _step_done(act, pickup_id)


def sign(desk: Desk, actor: Actor, pickup_id: str, picture: bytes) -> Visit:
    """Keep the collector's signature (PNG); an empty one is refused."""
    demand(actor, "pickup.process")
    if not picture.startswith(IMAGE_FORMATS[1]):
        raise RuleViolation("pickup.signature_empty")
    name = desk.blobs.keep(picture, "signature")
    with desk.act(actor, "pickup.process") as act:
        _open(act.connection, pickup_id)
        done = act.write("pickup.signed", pickup_id, signature=name)
        blobs.note(act.connection, name, "signature", len(picture), desk.now_ms(), done.op.op_id)
        return _step_done(act, pickup_id)


def hand_over(desk: Desk, actor: Actor, pickup_id: str) -> Visit:
    """Record the custody at the moment of the hand-over (T6); the receipt is owed in the same transaction.

    RuleViolation with the first open gap and all of them in `gaps`: nothing leaves while one is open.
    """
    with desk.act(actor, "pickup.process") as act:
        before = _visit(desk, act.connection, pickup_id)
        if PickupState(before.pickup.state) not in OPEN:
            raise RuleViolation("pickup.wrong_state", state=before.pickup.state)
        if before.open_gaps:
            raise RuleViolation(before.open_gaps[0], gaps=before.open_gaps)
        leaving = before.pickup.to_hand_over
        foreign = [one for one in before.items if one.id in leaving and one.account_id != before.account.id]
        if foreign:
            raise RuleViolation("pickup.foreign_piece", mail_id=foreign[0].mail_id, mailbox=foreign[0].mailbox)
        missing = before.pickup.missing
        done = act.write("pickup.handed_over", pickup_id, items=leaving, missing=missing)
        act.owe("pickup_receipt", _receipt(desk, before, done.anchor, actor), printer="receipt")
        return _step_done(act, pickup_id)


def put_back(desk: Desk, actor: Actor, pickup_id: str, reason: str = "") -> Visit:
    """Interrupt a pickup that is not charged: the pieces stay kept for it, the ID check is forgotten."""
    with desk.act(actor, "pickup.process") as act:
        _in_progress(act.connection, pickup_id)
        act.write("pickup.put_back", pickup_id, reason=clean(reason).text)
        return _step_done(act, pickup_id)


def decline(desk: Desk, actor: Actor, pickup_id: str, reason: str) -> Visit:
    """Give a pickup up: its pieces are free again. A reason is required; a completed one cannot be declined."""
    with desk.act(actor, "pickup.decline") as act:
        pickup = _pickup(act.connection, pickup_id)
        said = clean(reason).text
        if not said:
            raise RuleViolation("pickup.reason_missing")
        act.write("pickup.declined", pickup_id, reason=said, items=pickup.items)
        return _step_done(act, pickup_id)


def _pickable(connection: Connection, account_id: str) -> tuple[MailItem, ...]:
    rows = connection.exec_driver_sql(
        "SELECT id FROM item WHERE account_id = ? AND state IN ('received', 'scanned') ORDER BY received_ms LIMIT 200",
        (account_id,),
    ).all()
    found = (state.item(connection, row[0]) for row in rows)
    return tuple(one for one in found if one is not None and one.apart != "return")


def _demand_settled(pickup: Pickup) -> None:
    # What was charged for can neither be taken out of the pickup nor marked as missing any more.
    early = [gap for gap in gaps(pickup) if gap not in ("pickup.not_paid", "pickup.not_signed")]
    if early:
        raise RuleViolation(early[0], gaps=tuple(early))


def _demand_pieces(connection: Connection, account_id: str, item_ids: Sequence[str]) -> tuple[str, ...]:
    chosen = tuple(dict.fromkeys(item_ids))
    if not chosen:
        raise RuleViolation("pickup.no_pieces")
    for item_id in chosen:
        item = state.item(connection, item_id)
        if item is None:
            raise RuleViolation("item.unknown")
        if item.account_id != account_id:
            raise RuleViolation("pickup.not_of_mailbox", mail_id=item.mail_id, mailbox=item.mailbox)
        if item.task_id and ItemState(item.state) is ItemState.IN_TASK:
            raise RuleViolation("item.in_other_task", mail_id=item.mail_id, task_id=item.task_id)
        if item.apart == "return":
            raise RuleViolation("item.marked_for_return", mail_id=item.mail_id)
        if ItemState(item.state) not in _PICKABLE:
            raise RuleViolation("item.not_on_shelf", mail_id=item.mail_id, state=item.state)
    return chosen


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


def _visit(desk: Desk, connection: Connection, pickup_id: str) -> Visit:
    pickup = _pickup(connection, pickup_id)
    account = _account(connection, pickup.account_id)
    items = tuple(found for one in pickup.items if (found := state.item(connection, one)))
    # A check comes in an envelope: it is flat mail, for which there is one charge a visit.
    leaving = [
        "letter" if item.mail_type == "check" else item.mail_type for item in items if item.id not in pickup.missing
    ]
    lines = tuple(pickup_fee(leaving, desk.settings.prices))
    people = account.may_collect(desk.today())
    return Visit(pickup, account, items, lines, total(lines), gaps(pickup), people, _pickable(connection, account.id))


def _step_done(act: Act, pickup_id: str) -> Visit:
    after = _visit(act.desk, act.connection, pickup_id)
    act.tell(PickupChanged(pickup_id, after.pickup.state))
    return after


def _pickup(connection: Connection, pickup_id: str) -> Pickup:
    found = state.pickup(connection, pickup_id)
    if found is None:
        raise RuleViolation("pickup.unknown")
    return found


def _open(connection: Connection, pickup_id: str) -> Pickup:
    pickup = _pickup(connection, pickup_id)
    if PickupState(pickup.state) not in OPEN - {PickupState.SCHEDULED, PickupState.READY}:
        raise RuleViolation("pickup.wrong_state", state=pickup.state)
    return pickup


def _in_progress(connection: Connection, pickup_id: str) -> Pickup:
    pickup = _pickup(connection, pickup_id)
    if pickup.state != PickupState.IN_PROGRESS.value:
        raise RuleViolation("pickup.wrong_state", state=pickup.state)
    return pickup


def _account(connection: Connection, account_id: str) -> Account:
    found = state.account(connection, account_id)
    if found is None:
        raise RuleViolation("mailbox.unknown")
    return found
