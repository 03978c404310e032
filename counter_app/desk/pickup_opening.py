"""How a pickup begins: asked for, planned here, prepared, started, or a walk-in; and who is at it (S-14, S-16)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from counter_app.desk.context import Desk, demand
from counter_app.desk.held import FREE, hold, refuse_if_elsewhere
from counter_app.desk.pickup_visit import (
    WAITS,
    Visit,
    begun,
    free_pieces,
    in_progress,
    step_done,
    the_account,
    the_pickup,
    visit,
)
from counter_app.desk.pieces import find_piece
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.pickup import OPEN, PickupState
from counter_app.domain.pickup_terms import appointment_refused
from counter_app.domain.text import clean
from counter_app.errors import RuleViolation
from counter_app.events import PieceChanged
from counter_app.store import state

if TYPE_CHECKING:
    from sqlalchemy import Connection


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
        chosen = [] if known else [one.id for one in free_pieces(connection, account_id)]
    if known is None:
        return open_walk_in(desk, actor, account_id, chosen)
    if PickupState(known.state) in WAITS:
        return start(desk, actor, known.id)
    return visit(desk, known.id)


def open_walk_in(desk: Desk, actor: Actor, account_id: str, item_ids: Sequence[str]) -> Visit:
    """Create a walk-in pickup for pieces on the shelf and start it (S-16).

    RuleViolation: pickup.no_pieces, mailbox.* (its state allows no pickup), pickup.not_of_mailbox,
    item.in_other_task (which one), item.not_on_shelf, pickup.exists (the customer already asked: take that one).
    """
    with desk.act(actor, "pickup.process") as act:
        account, chosen = _demand_new(act.connection, account_id, item_ids)
        pickup_id = desk.new_id()
        act.write("pickup.opened", pickup_id, account=account_id, mailbox=account, mode="walk_in", items=chosen)
        return step_done(act, pickup_id)


def plan(desk: Desk, actor: Actor, account_id: str, item_ids: Sequence[str], at_ms: int = 0) -> Visit:
    """Write a pickup down for later: it stays among the scheduled ones until its customer comes (S-16).

    `at_ms` is the appointment in UTC milliseconds, 0 for none. RuleViolation: those of `open_walk_in` and `appoint`.
    """
    with desk.act(actor, "pickup.process") as act:
        account, chosen = _demand_new(act.connection, account_id, item_ids)
        _demand_appointment(desk, at_ms, desk.now_ms())
        pickup_id = desk.new_id()
        act.write("pickup.planned", pickup_id, account=account_id, mailbox=account, items=chosen, appointment_ms=at_ms)
        return step_done(act, pickup_id)


def appoint(desk: Desk, actor: Actor, pickup_id: str, at_ms: int) -> Visit:
    """Set or change the time at which its customer comes.

    RuleViolation: pickup.too_soon (from when on it can be), pickup.store_closed, pickup.appointment_missing (this
    store hands out by appointment only), pickup.wrong_state.
    """
    with desk.act(actor, "pickup.process") as act:
        pickup = the_pickup(act.connection, pickup_id)
        if PickupState(pickup.state) not in WAITS:
            raise RuleViolation("pickup.wrong_state", state=pickup.state)
        _demand_appointment(desk, at_ms, pickup.requested_ms or desk.now_ms())
        act.write("pickup.appointed", pickup_id, appointment_ms=at_ms)
        return step_done(act, pickup_id)


def fetch_piece(desk: Desk, actor: Actor, pickup_id: str, text: str) -> Visit:
    """Bring a piece of a scheduled pickup to the counter: scanned, it lies on the counter's shelf from now on. With
    the last one the pickup is ready and its customer is told once.

    RuleViolation: item.unknown, pickup.foreign_piece, pickup.piece_not_in_pickup, pickup.wrong_state.
    """
    with desk.act(actor, "pickup.process") as act:
        pickup = the_pickup(act.connection, pickup_id)
        if PickupState(pickup.state) not in WAITS:
            raise RuleViolation("pickup.wrong_state", state=pickup.state)
        item = find_piece(act.connection, text)
        if item is None:
            raise RuleViolation("item.unknown", scanned=clean(text).text[:40])
        if item.account_id != pickup.account_id:
            raise RuleViolation("pickup.foreign_piece", mail_id=item.mail_id, mailbox=item.mailbox)
        if item.id not in pickup.items:
            raise RuleViolation("pickup.piece_not_in_pickup", mail_id=item.mail_id, item_id=item.id)
        hold(act, pickup, [item.id])
        if item.id not in pickup.fetched:
            done = act.write("pickup.piece_fetched", pickup_id, items=[item.id], shelf=desk.settings.pickups.shelf)
            act.tell(PieceChanged(item.id, "pickup.piece_fetched", done.op.op_id))
        return step_done(act, pickup_id)


def start(desk: Desk, actor: Actor, pickup_id: str) -> Visit:
    """Begin a scheduled pickup while the customer is present (S-14)."""
    with desk.act(actor, "pickup.process") as act:
        pickup = the_pickup(act.connection, pickup_id)
        if PickupState(pickup.state) not in WAITS:
            raise RuleViolation("pickup.wrong_state", state=pickup.state)
        account = the_account(act.connection, pickup.account_id)
        if not account.rule.walk_in_pickup:
            raise RuleViolation(account.rule.reason, mailbox=account.mailbox)
        act.write("pickup.started", pickup_id)
        return step_done(act, pickup_id)


def add_pieces(desk: Desk, actor: Actor, pickup_id: str, item_ids: Sequence[str]) -> Visit:
    """Take more pieces of the same mailbox into a pickup that is not yet charged."""
    with desk.act(actor, "pickup.process") as act:
        pickup = in_progress(act.connection, actor, pickup_id)
        chosen = demand_pieces(act.connection, pickup.account_id, item_ids)
        act.write("pickup.pieces_added", pickup_id, items=chosen)
        return step_done(act, pickup_id)


def leave_pieces(desk: Desk, actor: Actor, pickup_id: str, item_ids: Sequence[str]) -> Visit:
    """What the customer does not take today stays here, free for another pickup; before anything is charged (S-16).

    RuleViolation: pickup.piece_not_in_pickup, pickup.no_pieces when nothing would be left of the pickup.
    """
    with desk.act(actor, "pickup.process") as act:
        pickup = in_progress(act.connection, actor, pickup_id)
        left = tuple(dict.fromkeys(item_ids))
        if not left or not set(left) <= set(pickup.items):
            raise RuleViolation("pickup.piece_not_in_pickup")
        if set(left) == set(pickup.items):
            raise RuleViolation("pickup.no_pieces")
        act.write("pickup.pieces_left", pickup_id, items=left)
        return step_done(act, pickup_id)


def take(desk: Desk, actor: Actor, pickup_id: str, reason: str = "") -> Visit:
    """Be the clerk who is at it; from another one it takes a reason, which stays in its history.

    RuleViolation: pickup.locked (who is at it), pickup.wrong_state.
    """
    with desk.act(actor, "pickup.process") as act:
        pickup = the_pickup(act.connection, pickup_id)
        said = clean(reason).text
        if pickup.locked_by not in ("", actor.id) and not said:
            raise RuleViolation("pickup.takeover_reason_missing")
        act.write("pickup.taken", pickup_id, takeover_reason=said if pickup.locked_by != actor.id else "")
        return step_done(act, pickup_id)


def let_go(desk: Desk, actor: Actor, pickup_id: str) -> Visit:
    """Leave a pickup that one is at to the others: any clerk may go on with it, and nothing that was done is lost.

    RuleViolation: pickup.wrong_state (nobody is at a pickup whose customer is not here), pickup.locked.
    """
    with desk.act(actor, "pickup.process") as act:
        pickup = begun(act.connection, actor, pickup_id)
        if pickup.locked_by:
            act.write("pickup.let_go", pickup_id)
        return step_done(act, pickup_id)


def demand_pieces(connection: Connection, account_id: str, item_ids: Sequence[str]) -> tuple[str, ...]:
    """The pieces once each, all of the account and free; RuleViolation names the first that is not."""
    chosen = tuple(dict.fromkeys(item_ids))
    if not chosen:
        raise RuleViolation("pickup.no_pieces")
    for item_id in chosen:
        item = state.item(connection, item_id)
        if item is None:
            raise RuleViolation("item.unknown")
        if item.account_id != account_id:
            raise RuleViolation("pickup.not_of_mailbox", mail_id=item.mail_id, mailbox=item.mailbox)
        if item.apart == "return":
            raise RuleViolation("item.marked_for_return", mail_id=item.mail_id)
        refuse_if_elsewhere(connection, item)
        if ItemState(item.state) not in FREE:
            raise RuleViolation("item.not_on_shelf", mail_id=item.mail_id, state=item.state)
    return chosen


def _demand_new(connection: Connection, account_id: str, item_ids: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    account = the_account(connection, account_id)
    if not account.rule.walk_in_pickup:
        raise RuleViolation(account.rule.reason, mailbox=account.mailbox)
    waiting = connection.exec_driver_sql(
        "SELECT id FROM pickup WHERE account_id = ? AND state IN ('scheduled', 'ready') LIMIT 1", (account_id,)
    ).first()
    if waiting is not None:
        raise RuleViolation("pickup.exists", pickup_id=waiting[0], mailbox=account.mailbox)
    return account.mailbox, demand_pieces(connection, account_id, item_ids)


def _demand_appointment(desk: Desk, at_ms: int, asked_ms: int) -> None:
    hours = desk.settings.hours
    refused, earliest = appointment_refused(desk.settings.pickups, hours, at_ms, asked_ms)
    if refused:
        facts = {"earliest": hours.local(earliest).strftime("%Y-%m-%d %H:%M %Z")} if earliest else {}
        raise RuleViolation(refused, **facts)
