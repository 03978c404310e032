"""Working on a task: what every kind has in common, from taking it up to its charge (S-10, 2.5).

A task is worked on by one clerk at a time; who takes it over says why. The fee is asked for once an attempt: the key of
the charge is the task and its attempt, and an answer that never came is "checking" (S-15).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from counter_app.desk.context import Act, Desk, demand
from counter_app.desk.held import FREE, hold, is_elsewhere, refuse_if_elsewhere
from counter_app.desk.pieces import find_piece
from counter_app.desk.tasks import due_of
from counter_app.domain import task_fees
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.mailbox import Account
from counter_app.domain.task import (
    CHARGED_FROM,
    DECLINE_REASONS,
    ChargeLine,
    Task,
    TaskKind,
    TaskState,
    total_cents,
)
from counter_app.domain.tasks import task_class
from counter_app.domain.text import clean
from counter_app.errors import RuleViolation
from counter_app.events import TaskChanged
from counter_app.store import state

if TYPE_CHECKING:
    from sqlalchemy import Connection

MOST_CENTS = 10_000_000
"""No extra charge is larger: it would be a slip of the finger."""


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task as the screen shows it. Money in cents, times in UTC milliseconds.

    `due_cents` is what it costs now by `lines`; `must_ask` says that the customer has to agree to that first.
    """

    task: Task
    account: Account
    items: tuple[MailItem, ...]
    lines: tuple[ChargeLine, ...]
    due_cents: int
    must_ask: bool
    due_ms: int
    late: bool
    locked_by: str
    """The name of whoever works on it; "" for nobody."""
    mine: bool

    def piece(self, item_id: str) -> MailItem | None:
        return next((item for item in self.items if item.id == item_id), None)


def view(desk: Desk, actor: Actor, task_id: str) -> TaskView:
    """The task and everything about it; RuleViolation("task.unknown")."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        return view_of(desk, connection, actor, task_id)


def open_at_counter(
    desk: Desk,
    actor: Actor,
    kind: str,
    account_id: str,
    item_ids: Sequence[str],
    instructions: str = "",
    terms: dict[str, Any] | None = None,
    wanted_ms: int = 0,
) -> TaskView:
    """Write down a task for a customer who asks at the counter or on the telephone; `terms` as its kind's TERMS.

    RuleViolation: mailbox.unknown and the mailbox's reason, task.no_pieces, item.unknown, pickup.not_of_mailbox,
    item.in_other_task, item.not_on_shelf.
    """
    with desk.act(actor, "task.process") as act:
        account = account_of(act.connection, account_id)
        if not account.rule.tasks:
            raise RuleViolation(account.rule.reason, mailbox=account.mailbox)
        allowed = set(task_class(kind).TERMS)
        chosen = _free_pieces(act.connection, account_id, item_ids)
        if not chosen and kind != TaskKind.FEE.value:
            raise RuleViolation("task.no_pieces")
        task_id = desk.new_id()
        act.write(
            "task.opened",
            task_id,
            task_kind=kind,
            account=account_id,
            mailbox=account.mailbox,
            items=chosen,
            wanted_ms=wanted_ms,
            instructions=clean(instructions).text,
            terms=json.dumps({key: value for key, value in (terms or {}).items() if key in allowed}),
        )
        return done(act, task_id)


def take(desk: Desk, actor: Actor, task_id: str, takeover_reason: str = "") -> TaskView:
    """Begin to work on a task, or take it over from another clerk with a reason.

    RuleViolation: task.unknown, task.not_open, task.locked (`by`, `since_ms`).
    """
    with desk.act(actor, "task.process") as act:
        task = open_task(act.connection, task_id)
        reason = clean(takeover_reason).text
        if task.locked_by not in ("", actor.id) and not reason:
            raise RuleViolation("task.locked", by=_name_of(act.connection, task.locked_by), since_ms=task.locked_ms)
        if task.locked_by != actor.id:
            act.write("task.taken", task_id, takeover_reason=reason)
        return done(act, task_id)


def let_go(desk: Desk, actor: Actor, task_id: str) -> TaskView:
    """Leave a task to the others; what was done stays done."""
    with desk.act(actor, "task.process") as act:
        task = task_of(act.connection, task_id)
        if task.locked_by == actor.id:
            act.write("task.let_go", task_id)
        return done(act, task_id)


def tick(desk: Desk, actor: Actor, task_id: str, scanned: str) -> TaskView:
    """Gather one piece by its Mail ID label or tracking number.

    RuleViolation: item.unknown, pickup.foreign_piece (another mailbox: stop), item.in_other_task (with `task_id` and
    its kind, to go there), task.piece_gone (it has left through another), task.piece_not_in_task (same mailbox, not
    asked for).
    """
    with desk.act(actor, "task.process") as act:
        task = working(act, task_id, TaskState.REQUESTED, TaskState.GATHERED)
        item = find_piece(act.connection, scanned)
        if item is None:
            raise RuleViolation("item.unknown", scanned=clean(scanned).text[:40])
        if item.account_id != task.account_id:
            raise RuleViolation("pickup.foreign_piece", mail_id=item.mail_id, mailbox=item.mailbox)
        if item.id not in task.items:
            refuse_if_elsewhere(act.connection, item, task_id)
            raise RuleViolation("task.piece_not_in_task", mail_id=item.mail_id)
        hold(act, task, [item.id])
        if item.id not in task.ticked:
            act.write("task.piece_ticked", task_id, item=item.id)
        return done(act, task_id)


def missing(desk: Desk, actor: Actor, task_id: str, item_id: str) -> TaskView:
    """A piece is not on its shelf: the others are worked on, this one is searched for.

    One that lies in another task, or has left through it, can be left out at any step, and nobody searches for it.
    """
    with desk.act(actor, "task.process") as act:
        elsewhere = is_elsewhere(act.connection, item_id, task_id)
        task = working(act, task_id, *(() if elsewhere else (TaskState.REQUESTED, TaskState.GATHERED)))
        if item_id not in task.items:
            raise RuleViolation("task.piece_not_in_task", mail_id="")
        if item_id not in task.missing:
            act.write("task.piece_left_out" if elsewhere else "task.piece_missing", task_id, item=item_id)
        return done(act, task_id)


def set_extra(
    desk: Desk,
    actor: Actor,
    task_id: str,
    key: str,
    label: str,
    unit_cents: int,
    quantity: int = 1,
    discount: bool = False,
) -> TaskView:
    """Add a charge or a discount before the task is charged, or change the one with this `key` (2.6).

    RuleViolation: task.amount_wrong, task.label_missing, task.charged_already.
    """
    with desk.act(actor, "task.price") as act:
        task = working(act, task_id)
        said = clean(label).text
        if not said or not key:
            raise RuleViolation("task.label_missing")
        if not 0 < unit_cents <= MOST_CENTS or not 0 < quantity <= 1_000:
            raise RuleViolation("task.amount_wrong", limit_cents=MOST_CENTS)
        if TaskState(task.state) in (TaskState.CHARGING, TaskState.PAID):
            raise RuleViolation("task.charged_already")
        act.write(
            "task.extra_set",
            task_id,
            key=key,
            label=said,
            unit_cents=unit_cents,
            quantity=quantity,
            discount=int(discount),
        )
        return done(act, task_id)


def remove_extra(desk: Desk, actor: Actor, task_id: str, key: str) -> TaskView:
    """Take an extra charge or discount away again before the task is charged."""
    with desk.act(actor, "task.price") as act:
        task = working(act, task_id)
        if TaskState(task.state) in (TaskState.CHARGING, TaskState.PAID):
            raise RuleViolation("task.charged_already")
        if any(line.key == key for line in task.extras):
            act.write("task.extra_removed", task_id, key=key)
        return done(act, task_id)


def charge(desk: Desk, actor: Actor, task_id: str) -> TaskView:
    """Ask the centre to charge what the task costs; nothing due counts as paid at once.

    RuleViolation: task.wrong_step (with the step it is at), those of `held.hold`, the mailbox's reason when its state
    allows no tasks any more, task.customer_must_agree (`due_cents`, `agreed_cents`).
    """
    with desk.act(actor, "task.process") as act:
        task = working(act, task_id)
        before = CHARGED_FROM.get(TaskKind(task.kind))
        if before is None or TaskState(task.state) is not before:
            raise RuleViolation("task.wrong_step", state=task.state)
        hold(act, task, task.at_hand)
        now = view_of(desk, act.connection, actor, task_id)
        # A mailbox that has ended meanwhile: what is paid is finished, anything else is declined (4.2 case 14).
        if not now.account.rule.tasks and task.kind != TaskKind.FEE.value:
            raise RuleViolation(now.account.rule.reason, mailbox=now.account.mailbox)
        if now.must_ask:
            raise RuleViolation("task.customer_must_agree", due_cents=now.due_cents, agreed_cents=task.agreed_cents)
        if now.due_cents == 0:
            act.write("task.nothing_due", task_id)
        else:
            lines = json.dumps([asdict(line) for line in now.lines])
            act.write("task.charge_asked", task_id, amount_cents=now.due_cents, attempt=task.attempt + 1, lines=lines)
        return done(act, task_id)


def ask_customer(desk: Desk, actor: Actor, task_id: str) -> TaskView:
    """Ask the customer whether he agrees to what the task costs now; its clock stands still until he answers (2.6)."""
    with desk.act(actor, "task.process") as act:
        task = working(act, task_id)
        if TaskState(task.state) is not TaskState.PRICED:
            raise RuleViolation("task.wrong_step", state=task.state)
        due = view_of(desk, act.connection, actor, task_id).due_cents
        act.write("task.customer_asked", task_id, amount_cents=due)
        return done(act, task_id)


def try_again(desk: Desk, actor: Actor, task_id: str) -> TaskView:
    """After a declined card: the customer has changed the payment method, the task is back in the list (S-15)."""
    with desk.act(actor, "task.process") as act:
        task = working(act, task_id)
        if TaskState(task.state) is not TaskState.PAYMENT_DECLINED:
            raise RuleViolation("task.wrong_step", state=task.state)
        act.write("task.tried_again", task_id)
        return done(act, task_id)


def decline(desk: Desk, actor: Actor, task_id: str, reason: str, comment: str = "") -> TaskView:
    """Give a task up: its pieces are free again and the customer is told why. What is charged cannot be declined.

    RuleViolation: task.reason_missing, task.comment_missing (reason "other" says nothing by itself), task.locked.
    """
    with desk.act(actor, "task.decline") as act:
        task = working(act, task_id)
        if reason not in DECLINE_REASONS:
            raise RuleViolation("task.reason_missing")
        said = clean(comment).text
        if reason == "other" and not said:
            raise RuleViolation("task.comment_missing")
        act.write("task.declined", task_id, reason=reason, comment=said, items=task.items)
        return done(act, task_id)


# ---------------------------------------------------------------- for the modules of the single kinds


def working(act: Act, task_id: str, *states: TaskState) -> Task:
    """The open task that `act.actor` works on, taken up if nobody has; in one of `states` if any are named.

    RuleViolation: task.unknown, task.not_open, task.locked, task.wrong_step.
    """
    task = open_task(act.connection, task_id)
    if task.locked_by not in ("", act.actor.id):
        raise RuleViolation("task.locked", by=_name_of(act.connection, task.locked_by), since_ms=task.locked_ms)
    if states and TaskState(task.state) not in states:
        raise RuleViolation("task.wrong_step", state=task.state)
    if not task.locked_by:
        act.write("task.taken", task_id)
        task = task_of(act.connection, task_id)
    return task


def done(act: Act, task_id: str) -> TaskView:
    """The task after an act, and the announcement of it."""
    after = view_of(act.desk, act.connection, act.actor, task_id)
    act.tell(TaskChanged(task_id, after.task.kind, after.task.state))
    return after


def view_of(desk: Desk, connection: Connection, actor: Actor, task_id: str) -> TaskView:
    """The view within a transaction that is under way."""
    task = task_of(connection, task_id)
    account = account_of(connection, task.account_id)
    items = tuple(found for one in task.items if (found := state.item(connection, one)))
    at_hand = [item for item in items if item.id in task.at_hand]
    lines = task_fees.lines_for(task, at_hand, desk.settings.task_prices)
    charged = TaskState(task.state) in (TaskState.CHARGING, TaskState.PAID) or not task.open
    shown = task.lines if charged else lines
    cents = task.amount_cents if charged else total_cents(lines)
    due = 0 if task.paused or not task.open else due_of(desk, task.kind, task.requested_ms, task.wanted_ms)
    ask = not charged and task_fees.must_ask(task, cents, desk.settings.task_prices)
    name = _name_of(connection, task.locked_by) if task.locked_by else ""
    late = 0 < due < desk.now_ms()
    return TaskView(task, account, items, shown, cents, ask, due, late, name, task.locked_by == actor.id)


def task_of(connection: Connection, task_id: str) -> Task:
    """RuleViolation("task.unknown") when there is none."""
    found = state.task(connection, task_id)
    if found is None:
        raise RuleViolation("task.unknown")
    return found


def open_task(connection: Connection, task_id: str) -> Task:
    """RuleViolation: task.unknown, task.not_open."""
    task = task_of(connection, task_id)
    if not task.open:
        raise RuleViolation("task.not_open", state=task.state)
    return task


def account_of(connection: Connection, account_id: str) -> Account:
    """RuleViolation("mailbox.unknown") when there is none."""
    found = state.account(connection, account_id)
    if found is None:
        raise RuleViolation("mailbox.unknown")
    return found


def _free_pieces(connection: Connection, account_id: str, item_ids: Sequence[str]) -> tuple[str, ...]:
    chosen = tuple(dict.fromkeys(item_ids))
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


def _name_of(connection: Connection, clerk_id: str) -> str:
    found = connection.exec_driver_sql("SELECT name FROM employee WHERE id = ?", (clerk_id,)).scalar()
    return str(found or clerk_id)
