"""A task works on what lies in it, and on nothing else: asked wherever a piece is ticked, charged for or given away.

Two counters that could not hear each other may both have promised a piece; the centre lets it lie in the first task.
The other one still names it, and must not act on it before somebody has decided (S-10, 2.5).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from counter_app.desk.context import Act
from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.pickup import Pickup
from counter_app.domain.task import Task
from counter_app.errors import RuleViolation
from counter_app.store import state

if TYPE_CHECKING:
    from sqlalchemy import Connection

FREE = (ItemState.RECEIVED, ItemState.SCANNED)


def hold(act: Act, task: Task | Pickup, item_ids: Iterable[str]) -> None:
    """These pieces lie in `task` from now on, or nothing is done: what has become free again is taken in anew.

    RuleViolation: item.in_other_task (which, and its kind), task.piece_gone (`mail_id`, `state`),
    pickup.foreign_piece, item.marked_for_return.
    """
    free = []
    for item_id in item_ids:
        item = state.item(act.connection, item_id)
        if item is None:
            raise RuleViolation("item.unknown", scanned="")
        if lies_in(item, task.id):
            continue
        refuse_if_elsewhere(act.connection, item, task.id)
        if ItemState(item.state) not in FREE:
            raise RuleViolation("task.piece_gone", mail_id=item.mail_id, item_id=item.id, state=item.state)
        if item.account_id != task.account_id:
            raise RuleViolation("pickup.foreign_piece", mail_id=item.mail_id, mailbox=item.mailbox)
        if item.apart == "return":
            raise RuleViolation("item.marked_for_return", mail_id=item.mail_id)
        free.append(item_id)
    if free:
        kind = "pickup.pieces_added" if isinstance(task, Pickup) else "task.pieces_added"
        act.write(kind, task.id, items=tuple(free))


def lies_in(item: MailItem, task_id: str) -> bool:
    """Whether the piece is in this very task."""
    return ItemState(item.state) is ItemState.IN_TASK and item.task_id == task_id


def is_elsewhere(connection: Connection, item_id: str, task_id: str) -> bool:
    """Whether the piece is in the hands of another task, or has left through one: then nobody need look for it."""
    item = state.item(connection, item_id)
    return item is not None and not lies_in(item, task_id) and ItemState(item.state) not in FREE


def refuse_if_elsewhere(connection: Connection, item: MailItem, task_id: str = "") -> None:
    """RuleViolation("item.in_other_task") with the task that has the piece, and its kind, so that one can go there."""
    if ItemState(item.state) is ItemState.IN_TASK and item.task_id and item.task_id != task_id:
        other = state.task(connection, item.task_id)
        kind = other.kind if other else "pickup"
        facts = {"mail_id": item.mail_id, "item_id": item.id, "task_id": item.task_id, "kind": kind}
        raise RuleViolation("item.in_other_task", **facts)
