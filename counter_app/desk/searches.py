"""Looking for a piece that is not where it should be: since when, where it was seen last, where one has looked (2.11).

Whatever misses a piece (a hand-over, a task, a count) puts it here; whoever scans it, anywhere, ends the search.
Nobody but a manager gives it up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.desk.context import Desk, demand
from counter_app.desk.intake import after, shelf_code
from counter_app.desk.pieces import find_piece
from counter_app.desk.places import name_of, note_missing, searched_ids
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import SEARCH_STEPS, ItemState, MailItem
from counter_app.domain.pickup import Pickup, PickupState
from counter_app.domain.task import Task, TaskKind, TaskState, may_end_without_work
from counter_app.domain.text import clean, scan_text
from counter_app.errors import RuleViolation
from counter_app.events import PickupChanged, PieceChanged, TaskChanged
from counter_app.store import state

if TYPE_CHECKING:
    from sqlalchemy import Connection

_SEEN_BY = frozenset(
    {
        "item.received",
        "item.moved",
        "item.weighed",
        "item.found",
        "item.assigned",
        "item.reassigned",
        "stocktake.piece_found",
        "task.piece_ticked",
    }
)
"""Acts for which somebody had the piece in hand."""
_ON_THE_PILE = TaskState.IN_SHRED_PILE
"""What lies there needs no further work of its own: the pile is shredded as a whole."""
_CHARGED = (PickupState.CHARGING, PickupState.PAID, PickupState.PAY_LATER)
_MISSED_BY = ("item.missed", "stocktake.ended", "task.piece_missing")


@dataclass(frozen=True, slots=True)
class Search:
    """A piece that is searched for, or was given up. `seen_*`: who had it in hand last, when, by which act."""

    item: MailItem
    last_shelf: str
    seen_ms: int
    seen_by: str
    seen_kind: str
    missed_ms: int
    missed_by: str

    @property
    def lost(self) -> bool:
        return self.item.state == ItemState.LOST.value

    @property
    def to_look(self) -> tuple[str, ...]:
        """The steps that nobody has done yet."""
        return tuple(one for one in SEARCH_STEPS if one not in self.item.looked)


def listing(desk: Desk, actor: Actor) -> tuple[Search, ...]:
    """What is searched for, the longest first, and after it what was declared lost."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        items = [found for one in searched_ids(connection) if (found := state.item(connection, one))]
        return tuple(_search(connection, one) for one in items)


def search_of(desk: Desk, actor: Actor, item_id: str) -> Search:
    """What is known of one piece that is missing; RuleViolation item.unknown."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        return _search(connection, _item(connection, item_id))


def report(desk: Desk, actor: Actor, item_id: str) -> Search:
    """The piece is not on its shelf: search for it. RuleViolation: item.unknown, item.not_on_shelf, search.already."""
    with desk.act(actor, "item.search") as act:
        item = _item(act.connection, item_id)
        if item.searched_for:
            raise RuleViolation("search.already", mail_id=item.mail_id)
        if not item.on_the_shelf:
            raise RuleViolation("item.not_on_shelf", mail_id=item.mail_id, state=item.state)
        note_missing(act, item_id)
        return _search(act.connection, _item(act.connection, item_id))


def look(desk: Desk, actor: Actor, item_id: str, step: str) -> Search:
    """One place more where the piece is not. RuleViolation: search.not_searched, search.step_wrong."""
    with desk.act(actor, "item.search") as act:
        item = _item(act.connection, item_id)
        if not item.searched_for:
            raise RuleViolation("search.not_searched", mail_id=item.mail_id)
        if step not in SEARCH_STEPS:
            raise RuleViolation("search.step_wrong")
        if step not in item.looked:
            done = act.write("item.looked_for", item_id, step=step)
            act.tell(PieceChanged(item_id, "item.looked_for", done.op.op_id))
        return _search(act.connection, _item(act.connection, item_id))


def found(desk: Desk, actor: Actor, item_id: str, shelf: str = "") -> MailItem:
    """The piece is in hand again; `shelf` when it is put down at once. RuleViolation: search.not_searched."""
    with desk.act(actor, "item.search") as act:
        item = _item(act.connection, item_id)
        if not (item.searched_for or item.state == ItemState.LOST.value):
            raise RuleViolation("search.not_searched", mail_id=item.mail_id)
        done = act.write("item.found", item_id, shelf=shelf_code(shelf))
        act.tell(PieceChanged(item_id, "item.found", done.op.op_id))
        return after(done)


def seen(desk: Desk, actor: Actor, scanned: str) -> MailItem | None:
    """A scan of any kind, anywhere: when it is that of a piece that is missing, the search is over, and here it is."""
    demand(actor, "item.search")
    with desk.db.read() as connection:
        item = find_piece(connection, scan_text(scanned).text.strip())
    if item is None or not (item.searched_for or item.state == ItemState.LOST.value):
        return None
    return found(desk, actor, item.id)


def declare_lost(desk: Desk, actor: Actor, item_id: str, reason: str) -> Search:
    """Give the search up: the piece is lost, until somebody scans it. Needs L4 and a reason.

    The task or pickup that it lies in goes on without it, whatever step that is at. RuleViolation:
    search.reason_missing, search.not_searched, search.last_of_task (nothing would be left of a task that is charged and
    cannot be declined any more).
    """
    with desk.act(actor, "item.declare_lost") as act:
        item, said = _item(act.connection, item_id), clean(reason).text
        if not said:
            raise RuleViolation("search.reason_missing", mail_id=item.mail_id)
        if not item.searched_for:
            raise RuleViolation("search.not_searched", mail_id=item.mail_id)
        task, pickup = _kept_for(act.connection, item)
        done = act.write(
            "item.lost", item_id, reason=said, task=task.id if task else "", pickup=pickup.id if pickup else ""
        )
        act.tell(PieceChanged(item_id, "item.lost", done.op.op_id))
        if task is not None:
            act.tell(TaskChanged(task.id, task.kind, task.state))
        if pickup is not None:
            act.tell(PickupChanged(pickup.id, pickup.state))
        return _search(act.connection, after(done))


def _kept_for(connection: Connection, item: MailItem) -> tuple[Task | None, Pickup | None]:
    """The task or the pickup that the piece lies in, which can go on or end without it."""
    if item.state != ItemState.IN_TASK.value:
        return None, None
    task, pickup = state.task(connection, item.task_id), state.pickup(connection, item.task_id)
    stuck = False
    if task is not None:
        kind, step = TaskKind(task.kind), TaskState(task.state)
        stuck = set(task.at_hand) <= {item.id} and not may_end_without_work(kind, step) and step != _ON_THE_PILE
    if pickup is not None:
        stuck = set(pickup.to_hand_over) <= {item.id} and PickupState(pickup.state) in _CHARGED
    if stuck:
        raise RuleViolation("search.last_of_task", mail_id=item.mail_id, task_id=item.task_id)
    return task, pickup


def _search(connection: Connection, item: MailItem) -> Search:
    seen_at, seen_by, seen_kind = item.received_ms, item.received_by, "item.received"
    for _, kind, at_ms, who in item.history:
        if kind in _MISSED_BY and item.searching_ms and at_ms >= item.searching_ms > 1:
            break
        if kind in _SEEN_BY:
            seen_at, seen_by, seen_kind = at_ms, who, kind
    return Search(
        item,
        item.last_shelf,
        seen_at,
        name_of(connection, seen_by),
        seen_kind,
        item.searching_ms,
        name_of(connection, item.searching_by),
    )


def _item(connection: Connection, item_id: str) -> MailItem:
    one = state.item(connection, item_id)
    if one is None:
        raise RuleViolation("item.unknown")
    return one
