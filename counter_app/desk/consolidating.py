"""Consolidation: several pieces of one mailbox become one with a new Mail ID, and a manager can undo it (2.7)."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.desk.context import Desk, demand
from counter_app.desk.held import hold
from counter_app.desk.intake import label_of
from counter_app.desk.task_work import TaskView, account_of, done, task_of, working
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import MAIL_TYPES, ItemState
from counter_app.domain.task import Task, TaskState
from counter_app.domain.task_consolidate import FEWEST, ConsolidateTask
from counter_app.domain.text import clean
from counter_app.domain.values import new_mail_id
from counter_app.domain.weights import WEIGHT_MAX_G
from counter_app.errors import RuleViolation
from counter_app.events import PieceChanged
from counter_app.store import state

SIDE_MAX_MM = 3_000
SHOWN_MAX = 200


@dataclass(frozen=True, slots=True)
class Bundle:
    """The new piece as it was weighed and measured, in grams and millimetres, and where it was put."""

    weight_g: int
    length_mm: int = 0
    width_mm: int = 0
    height_mm: int = 0
    mail_type: str = "package"
    shelf: str = ""


@dataclass(frozen=True, slots=True)
class Lying:
    """A bundle that lies on its shelf and could be taken apart again."""

    task_id: str
    mail_id: str
    mailbox: str
    holder: str
    shelf: str
    parts: int
    bundled_ms: int


def lying(desk: Desk, actor: Actor) -> tuple[Lying, ...]:
    """The bundles that lie free on a shelf, the newest first; at most 200."""
    demand(actor, "customer.look")
    found = []
    with desk.db.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT id FROM task WHERE state = 'consolidated' ORDER BY requested_ms DESC LIMIT 1000"
        ).all()
        for (task_id,) in rows:
            task = _task(task_of(connection, task_id))
            parent = state.item(connection, task.parent)
            if parent is None or ItemState(parent.state) is not ItemState.RECEIVED:
                continue
            holder = account_of(connection, task.account_id).holder
            shelf, parts = parent.shelf, len(parent.parts)
            found.append(Lying(task_id, task.mail_id, task.mailbox, holder, shelf, parts, task.bundled_ms))
            if len(found) == SHOWN_MAX:
                break
    return tuple(found)


def bind(desk: Desk, actor: Actor, task_id: str, bundle: Bundle) -> TaskView:
    """Once it is paid: the pieces at hand become one, with a label and a place; what was missing is free again.

    RuleViolation: task.wrong_step, consolidate.one_piece, consolidate.two_mailboxes, item.in_other_task,
    ship.weight_wrong, ship.size_wrong, consolidate.type_wrong.
    """
    with desk.act(actor, "task.process") as act:
        task = _task(working(act, task_id, TaskState.PAID))
        pieces = [item for one in task.at_hand if (item := state.item(act.connection, one))]
        if len(pieces) < FEWEST:
            raise RuleViolation("consolidate.one_piece")
        strange = next((item for item in pieces if item.account_id != task.account_id), None)
        if strange is not None:
            raise RuleViolation("consolidate.two_mailboxes", mail_id=strange.mail_id, mailbox=strange.mailbox)
        hold(act, task, task.at_hand)
        if not 0 < bundle.weight_g <= WEIGHT_MAX_G:
            raise RuleViolation("ship.weight_wrong")
        if not all(0 <= side <= SIDE_MAX_MM for side in (bundle.length_mm, bundle.width_mm, bundle.height_mm)):
            raise RuleViolation("ship.size_wrong")
        if bundle.mail_type not in MAIL_TYPES:
            raise RuleViolation("consolidate.type_wrong")
        parent, mail_id = desk.new_id(), new_mail_id(desk.entropy(6), consolidation=True)
        holder = account_of(act.connection, task.account_id).holder
        bound = act.write(
            "item.bundled",
            parent,
            mail_id=mail_id,
            account=task.account_id,
            mailbox=task.mailbox,
            name=holder,
            matched=holder,
            mail_type=bundle.mail_type,
            weight_g=bundle.weight_g,
            length_mm=bundle.length_mm,
            width_mm=bundle.width_mm,
            height_mm=bundle.height_mm,
            shelf=clean(bundle.shelf).text,
            received_on=desk.today(),
            task=task_id,
            parts=tuple(item.id for item in pieces),
        )
        act.write(
            "consolidate.bundled",
            task_id,
            parent=parent,
            mail_id=mail_id,
            items=tuple(item.id for item in pieces),
            missing=task.missing,
        )
        made = state.item(act.connection, parent)
        if made is not None:
            act.owe("item_label", label_of(desk, made, made.name_matched), item_id=parent)
            act.tell(PieceChanged(parent, "item.bundled", bound.op.op_id))
        return done(act, task_id)


def undo(desk: Desk, actor: Actor, task_id: str, reason: str) -> TaskView:
    """Take a bundle apart again while it lies on its shelf: its pieces are back, the C label is no piece any more.

    RuleViolation: rights.level_too_low, task.wrong_step, task.reason_missing, consolidate.not_on_shelf.
    """
    with desk.act(actor, "task.unbundle") as act:
        task = _task(task_of(act.connection, task_id))
        if TaskState(task.state) is not TaskState.CONSOLIDATED:
            raise RuleViolation("task.wrong_step", state=task.state)
        said = clean(reason).text
        if not said:
            raise RuleViolation("task.reason_missing")
        parent = state.item(act.connection, task.parent)
        if parent is None or ItemState(parent.state) is not ItemState.RECEIVED:
            raise RuleViolation("consolidate.not_on_shelf", mail_id=task.mail_id)
        undone = act.write("consolidate.undone", task_id, parent=(parent.id,), items=parent.parts, reason=said)
        for one in (parent.id, *parent.parts):
            act.tell(PieceChanged(one, "consolidate.undone", undone.op.op_id))
        return done(act, task_id)


def _task(task: Task) -> ConsolidateTask:
    if not isinstance(task, ConsolidateTask):
        raise RuleViolation("consolidate.not_a_bundle")
    return task
