"""Shred on request: pages counted, paid, put on the pile; and the pile itself, from which a manager can still save a
piece for some days and which is shredded in one go (2.10, T24). Discard on request, and never otherwise (S-04)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.desk.context import Act, Desk, demand
from counter_app.desk.held import hold
from counter_app.desk.intake import shelf_code
from counter_app.desk.pieces import find_piece
from counter_app.desk.task_work import TaskView, done, task_of, view_of, working
from counter_app.domain.employee import Actor
from counter_app.domain.rows import from_plain
from counter_app.domain.task import TaskKind, TaskState
from counter_app.domain.task_shred import DAY_MS, PAGES_MOST, ShredTask, rescue_until_ms
from counter_app.domain.text import clean
from counter_app.errors import RuleViolation
from counter_app.events import TaskChanged
from counter_app.store.db import straight

if TYPE_CHECKING:
    from sqlalchemy import Connection

S = TaskState
PILE = "SHRED"
"""The pile of a store that has set up no shelf of that kind."""
TASKS_MOST = 200
"""Tasks of one go at the shredder."""


@dataclass(frozen=True, slots=True)
class Piled:
    """A task on the shred pile. Times in UTC milliseconds."""

    task_id: str
    holder: str
    mailbox: str
    mail_ids: tuple[str, ...]
    pages: int
    pile: str
    by: str
    """The name of the clerk who put it there."""
    since_ms: int
    days: int
    rescue_until_ms: int
    ripe: bool
    """The days of rescue are over: it may be shredded."""


def count_pages(desk: Desk, actor: Actor, task_id: str, item_id: str, pages: int) -> TaskView:
    """How many pages a piece has; with the last one the task can be charged.

    RuleViolation: shred.no_pages, shred.too_many_pages, task.piece_not_in_task, task.wrong_step.
    """
    with desk.act(actor, "task.process") as act:
        task = _shred(act, task_id, S.GATHERED, S.COUNTED)
        if pages < 1:
            raise RuleViolation("shred.no_pages")
        if pages > PAGES_MOST:
            raise RuleViolation("shred.too_many_pages", most=PAGES_MOST)
        if item_id not in task.at_hand:
            raise RuleViolation("task.piece_not_in_task", mail_id="")
        if task.pages_of(item_id) != pages:
            act.write("task.pages_counted", task_id, item=item_id, pages=pages)
        return done(act, task_id)


def put_on_pile(desk: Desk, actor: Actor, task_id: str, pile: str = "") -> TaskView:
    """The paid pieces lie on the shred pile now. RuleViolation: task.wrong_step while it is not paid."""
    with desk.act(actor, "task.process") as act:
        task = _shred(act, task_id, S.PAID)
        hold(act, task, task.at_hand)
        where = shelf_code(pile) or pile_code(act.connection)
        act.write("task.put_on_pile", task_id, pile=where, items=task.items, missing=task.missing)
        return done(act, task_id)


def pile_code(connection: Connection) -> str:
    """The code of the store's shred pile."""
    found = straight(connection).execute(
        "SELECT json_extract(data, '$.code') FROM shelf WHERE json_extract(data, '$.kind') = 'shred_pile' "
        "AND json_extract(data, '$.state') = 'in_use' ORDER BY 1 LIMIT 1"
    )
    row = found.fetchone()
    return str(row[0]) if row and row[0] else PILE


def pile(desk: Desk, actor: Actor) -> tuple[Piled, ...]:
    """Everything on the pile, the oldest first."""
    demand(actor, "customer.look")
    now_ms, days = desk.now_ms(), desk.settings.shred_days
    found = []
    with desk.db.read() as connection:
        raw = straight(connection)
        rows = raw.execute(
            "SELECT t.data, a.holder FROM task t LEFT JOIN account a ON a.id = t.account_id "
            "WHERE t.kind = 'shred' AND t.state = 'in_shred_pile'"
        ).fetchall()
        for data, holder in rows:
            task = from_plain("task", json.loads(data))
            if not isinstance(task, ShredTask):
                continue
            until = rescue_until_ms(task, days)
            by = raw.execute("SELECT name FROM employee WHERE id = ?", (task.piled_by,)).fetchone()
            found.append(
                Piled(
                    task.id,
                    holder or "",
                    task.mailbox,
                    tuple(_mail_id(connection, one) for one in task.at_hand),
                    sum(task.pages_of(one) for one in task.at_hand),
                    task.pile,
                    by[0] if by else task.piled_by,
                    task.piled_ms,
                    max(0, now_ms - task.piled_ms) // DAY_MS,
                    until,
                    now_ms >= until,
                )
            )
    return tuple(sorted(found, key=lambda one: (one.since_ms, one.task_id)))


def on_pile(desk: Desk, actor: Actor, scanned: str) -> str:
    """The task on the pile to which a scanned piece belongs. RuleViolation: item.unknown, shred.not_on_pile."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        item = find_piece(connection, scanned)
        if item is None:
            raise RuleViolation("item.unknown", scanned=clean(scanned).text[:40])
        found = (
            straight(connection)
            .execute("SELECT 1 FROM task WHERE id = ? AND state = 'in_shred_pile'", (item.task_id,))
            .fetchone()
        )
        if found is None:
            raise RuleViolation("shred.not_on_pile", mail_id=item.mail_id)
        return item.task_id


def rescue(desk: Desk, actor: Actor, task_id: str, shelf: str, reason: str) -> TaskView:
    """Take the pieces of a task out of the pile again and put them on `shelf` (L4, within the days of rescue).

    RuleViolation: shred.not_on_pile, shred.window_over, item.shelf_wrong, shred.shelf_missing, item.reason_missing.
    """
    with desk.act(actor, "shred.rescue") as act:
        task = _piled(act, task_id)
        code, said = shelf_code(shelf), clean(reason).text
        if not code:
            raise RuleViolation("shred.shelf_missing")
        if not said:
            raise RuleViolation("item.reason_missing")
        if desk.now_ms() >= rescue_until_ms(task, desk.settings.shred_days):
            raise RuleViolation("shred.window_over", days=desk.settings.shred_days)
        act.write("task.rescued", task_id, shelf=code, reason=said, items=task.at_hand)
        return done(act, task_id)


def shred(desk: Desk, actor: Actor, task_ids: Sequence[str], typed: int) -> int:
    """Shred these tasks of the pile in one act; how many pieces that were. `typed` is the count that the clerk has
    typed: nothing is destroyed by a key that was hit.

    RuleViolation: shred.nothing_chosen, shred.too_many, shred.not_on_pile, shred.window_open (with the first Mail ID
    whose days of rescue are not over), shred.count_differs (`pieces`).
    """
    with desk.act(actor, "task.process") as act:
        chosen = tuple(dict.fromkeys(task_ids))
        if not chosen:
            raise RuleViolation("shred.nothing_chosen")
        tasks = [_piled(act, one) for one in chosen]
        items = tuple(item for task in tasks for item in task.at_hand)
        if len(chosen) > TASKS_MOST or len(items) > 500:
            raise RuleViolation("shred.too_many", most=TASKS_MOST)
        for task in tasks:
            until = rescue_until_ms(task, desk.settings.shred_days)
            if task.at_hand and desk.now_ms() < until:
                day = desk.local(until).date().isoformat()
                raise RuleViolation("shred.window_open", mail_id=_mail_id(act.connection, task.at_hand[0]), until=day)
            hold(act, task, task.at_hand)
        if typed != len(items):
            raise RuleViolation("shred.count_differs", pieces=len(items))
        act.write("task.pile_shredded", chosen[0], tasks=chosen, items=items)
        for one in chosen:
            act.tell(TaskChanged(one, TaskKind.SHRED.value, S.SHREDDED.value))
        return len(items)


def discard(desk: Desk, actor: Actor, task_id: str) -> TaskView:
    """Throw the pieces away, because the customer has asked for it and it is paid; no clerk ever decides it himself.

    RuleViolation: task.wrong_step while it is not paid, discard.not_asked for a task that a clerk has written down
    without saying who asked.
    """
    with desk.act(actor, "task.process") as act:
        task = working(act, task_id, S.PAID)
        if task.kind != TaskKind.DISCARD.value:
            raise RuleViolation("task.wrong_step", state=task.state)
        if task.opened_by and not task.instructions:
            raise RuleViolation("discard.not_asked")
        hold(act, task, task.at_hand)
        act.write("task.discarded", task_id, items=task.items, missing=task.missing)
        return done(act, task_id)


def look(desk: Desk, actor: Actor, task_id: str) -> TaskView:
    """A task on the pile with its pieces; RuleViolation("task.unknown")."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        return view_of(desk, connection, actor, task_id)


def _shred(act: Act, task_id: str, *states: TaskState) -> ShredTask:
    task = working(act, task_id, *states)
    if not isinstance(task, ShredTask):
        raise RuleViolation("task.wrong_step", state=task.state)
    return task


def _piled(act: Act, task_id: str) -> ShredTask:
    task = task_of(act.connection, task_id)
    if not isinstance(task, ShredTask) or TaskState(task.state) is not S.IN_SHRED_PILE:
        raise RuleViolation("shred.not_on_pile", mail_id="")
    return task


def _mail_id(connection: Connection, item_id: str) -> str:
    row = straight(connection).execute("SELECT mail_id FROM item WHERE id = ?", (item_id,)).fetchone()
    return row[0] if row else ""
