"""What is to be fetched from the shelves now, and ticking it by scan: the pieces of tasks and of pickups (S-10, 2.4).

A piece of a task is ticked for everybody; what is fetched for a pickup is scanned again when it is handed over (S-12).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.desk.context import Desk, demand
from counter_app.desk.held import hold
from counter_app.desk.pieces import find_piece
from counter_app.desk.places import note_missing
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import MailItem
from counter_app.domain.task import Task
from counter_app.domain.text import clean, scan_text
from counter_app.errors import RuleViolation
from counter_app.events import PieceChanged
from counter_app.store import state

if TYPE_CHECKING:
    from sqlalchemy import Connection

LISTED_MAX = 200


@dataclass(frozen=True, slots=True)
class ToFetch:
    """A task or pickup whose pieces are on the shelves. `what` is the kind of the task, or "pickup"."""

    what: str
    id: str
    mailbox: str
    items: tuple[str, ...]
    ticked: tuple[str, ...]
    missing: tuple[str, ...]
    asked_ms: int

    @property
    def open_items(self) -> tuple[str, ...]:
        return tuple(one for one in self.items if one not in self.ticked and one not in self.missing)


def to_fetch(desk: Desk, actor: Actor) -> tuple[ToFetch, ...]:
    """Tasks that are not gathered yet and pickups that were asked for, the oldest first; at most 200."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT 'task' AS entity, id, requested_ms FROM task WHERE state = 'requested' "
            "UNION ALL SELECT 'pickup', id, requested_ms FROM pickup WHERE state IN ('scheduled', 'ready') "
            "ORDER BY requested_ms, id LIMIT ?",
            (LISTED_MAX,),
        ).all()
        found = [_one(connection, entity, row_id) for entity, row_id, _ in rows]
    return tuple(one for one in found if one is not None and one.items)


def again(desk: Desk, actor: Actor, kind: str, row_id: str) -> ToFetch:
    """One of them as it stands now; RuleViolation task.unknown."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        found = _one(connection, "pickup" if kind == "pickup" else "task", row_id)
    if found is None:
        raise RuleViolation("task.unknown")
    return found


def piece_of(desk: Desk, actor: Actor, scanned: str) -> MailItem:
    """The piece that was scanned while fetching; RuleViolation item.unknown."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        item = find_piece(connection, scan_text(scanned).text.strip())
    if item is None:
        raise RuleViolation("item.unknown", scanned=clean(scanned).text[:40])
    return item


def tick(desk: Desk, actor: Actor, task_id: str, scanned: str) -> MailItem:
    """Tick a piece of a task by scanning it off its shelf; a second scan of it changes nothing.

    RuleViolation: task.unknown, task.locked (with who has it), item.unknown, fetch.not_in_list (with where it lies).
    """
    with desk.act(actor, "task.process") as act:
        task = _task(act.connection, task_id, actor)
        item = find_piece(act.connection, scan_text(scanned).text.strip())
        if item is None:
            raise RuleViolation("item.unknown", scanned=clean(scanned).text[:40])
        if item.id not in task.items:
            raise RuleViolation("fetch.not_in_list", mail_id=item.mail_id, shelf=item.shelf or "–")
        hold(act, task, [item.id])
        if item.id not in task.ticked:
            done = act.write("task.piece_ticked", task_id, item=item.id)
            act.tell(PieceChanged(item.id, "task.piece_ticked", done.op.op_id))
        return item


def missing(desk: Desk, actor: Actor, kind: str, row_id: str, item_id: str) -> None:
    """A piece is not on its shelf: it is searched for from now on; the task is told too. RuleViolation as of `tick`."""
    if kind == "pickup":
        # The visit itself says what is missing, while the customer stands there (S-12).
        with desk.act(actor, "item.search") as act:
            note_missing(act, item_id)
        return
    with desk.act(actor, "task.process") as act:
        task = _task(act.connection, row_id, actor)
        if item_id not in task.items:
            raise RuleViolation("item.unknown")
        done = act.write("task.piece_missing", row_id, item=item_id)
        act.tell(PieceChanged(item_id, "task.piece_missing", done.op.op_id))


def _task(connection: Connection, task_id: str, actor: Actor) -> Task:
    task = state.task(connection, task_id)
    if task is None:
        raise RuleViolation("task.unknown")
    if task.locked_by not in ("", actor.id):
        raise RuleViolation("task.locked", by=task.locked_by)
    return task


def _one(connection: Connection, entity: str, row_id: str) -> ToFetch | None:
    if entity == "pickup":
        visit = state.pickup(connection, row_id)
        if visit is None:
            return None
        return ToFetch("pickup", row_id, visit.mailbox, visit.items, (), visit.missing, visit.requested_ms)
    task = state.task(connection, row_id)
    if task is None:
        return None
    return ToFetch(task.kind, row_id, task.mailbox, task.items, task.ticked, task.missing, task.requested_ms)
