"""How pickups end without a hand-over, and what lies in somebody else's task (T7, KB-PUMARK, 2.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from counter_app.desk.context import Desk, demand
from counter_app.desk.pickup_opening import demand_pieces
from counter_app.desk.pickup_visit import Visit, demand_own, step_done, the_account, the_pickup
from counter_app.desk.places import name_of
from counter_app.domain import permissions
from counter_app.domain.employee import Actor
from counter_app.domain.pickup import OPEN, Pickup, PickupState
from counter_app.domain.pickup_terms import may_be_declined_on
from counter_app.domain.text import clean
from counter_app.errors import RuleViolation
from counter_app.events import PieceChanged
from counter_app.store import state


@dataclass(frozen=True, slots=True)
class OtherTask:
    """The task that a piece lies in: `kind` is pickup or a kind of task; `open` while it is still worked on."""

    id: str
    kind: str
    state: str
    mailbox: str
    open: bool


def decline(desk: Desk, actor: Actor, pickup_id: str, reason: str) -> Visit:
    """Give a pickup up: its pieces are free again and its customer is told. A completed one cannot be declined.

    RuleViolation: pickup.reason_missing, pickup.too_early (seven full days at the store have not passed since the
    appointment or the request, with the first day on which it can be; a manager may before that), pickup.locked.
    """
    with desk.act(actor, "pickup.decline") as act:
        pickup = the_pickup(act.connection, pickup_id)
        said = clean(reason).text
        if not said:
            raise RuleViolation("pickup.reason_missing")
        if PickupState(pickup.state) in OPEN:
            demand_own(act.connection, actor, pickup)
        from_day = declinable_from(desk, pickup)
        if from_day > desk.today() and not permissions.allows(actor, "pickup.decline_early"):
            raise RuleViolation("pickup.too_early", from_day=from_day)
        act.write("pickup.declined", pickup_id, reason=said, items=pickup.items)
        return step_done(act, pickup_id)


def declinable_from(desk: Desk, pickup: Pickup) -> str:
    """From which day (ISO, of the store) on any clerk may decline it; "" when there is nothing to wait for (T7)."""
    if not pickup.asked_for or not pickup.waits_from_ms:
        return ""
    waits_from: date = desk.local(pickup.waits_from_ms).date()
    return may_be_declined_on(waits_from).isoformat()


def mark_picked_up(desk: Desk, actor: Actor, account_id: str, item_ids: Sequence[str], reason: str) -> Visit:
    """Mark pieces that their customer has already: no fee, one act for all of them, with its reason (KB-PUMARK).

    RuleViolation: pickup.courtesy_reason_missing, item.in_other_task (which one: decline it first), pickup.no_pieces,
    pickup.not_of_mailbox, item.not_on_shelf.
    """
    with desk.act(actor, "pickup.courtesy") as act:
        account = the_account(act.connection, account_id)
        said = clean(reason).text
        if not said:
            raise RuleViolation("pickup.courtesy_reason_missing")
        chosen = demand_pieces(act.connection, account_id, item_ids)
        pickup_id = desk.new_id()
        done = act.write(
            "pickup.courtesy_marked",
            pickup_id,
            account=account_id,
            mailbox=account.mailbox,
            items=chosen,
            reason=said,
        )
        for item_id in chosen:
            act.tell(PieceChanged(item_id, "pickup.courtesy_marked", done.op.op_id))
        return step_done(act, pickup_id)


def other_task(desk: Desk, task_id: str) -> OtherTask | None:
    """The task of that id, whatever its kind; None when this station does not know it."""
    with desk.db.read() as connection:
        pickup = state.pickup(connection, task_id)
        if pickup is not None:
            still = PickupState(pickup.state) in OPEN
            return OtherTask(pickup.id, "pickup", pickup.state, pickup.mailbox, still)
        task = state.task(connection, task_id)
        return OtherTask(task.id, task.kind, task.state, task.mailbox, task.open) if task is not None else None


def decline_other(desk: Desk, actor: Actor, task_id: str, reason: str) -> None:
    """Decline the task that a piece lies in, so that the piece is free; its customer gets that task's own notice.

    RuleViolation: task.unknown, pickup.reason_missing, those of `decline`, task.not_open.
    """
    demand(actor, "task.decline")
    found = other_task(desk, task_id)
    if found is None:
        raise RuleViolation("task.unknown")
    if found.kind == "pickup":
        decline(desk, actor, task_id, reason)
        return
    said = clean(reason).text
    if not said:
        raise RuleViolation("pickup.reason_missing")
    with desk.act(actor, "task.decline") as act:
        task = state.task(act.connection, task_id)
        if task is None or not task.open:
            raise RuleViolation("task.not_open")
        if task.locked_by not in ("", actor.id):
            raise RuleViolation("task.locked", by=name_of(act.connection, task.locked_by), since_ms=task.locked_ms)
        done = act.write("task.declined", task_id, reason="customer_wish", comment=said, items=task.items)
        for item_id in task.items:
            act.tell(PieceChanged(item_id, "task.declined", done.op.op_id))
