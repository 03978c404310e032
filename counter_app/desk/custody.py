"""The story of a piece: who, when, where, by which act, and whether the centre knows it (security 5).

Told from this station's journal, which has every word of its own acts, and from the history of the row, which names
the acts of the other counters. What an act said in confidence and was erased since stays out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from counter_app.desk.context import Desk, demand
from counter_app.desk.places import name_of
from counter_app.domain.employee import Actor
from counter_app.domain.evidence import parse
from counter_app.domain.mail_item import MailItem
from counter_app.domain.operations import Operation
from counter_app.domain.text import clean
from counter_app.errors import RuleViolation
from counter_app.events import PieceChanged
from counter_app.store import journal, state

if TYPE_CHECKING:
    from sqlalchemy import Connection

_ABOUT_A_PIECE = ("pickup.piece_scanned", "pickup.piece_missing")
"""Acts that name a piece without changing its row."""
_SHOWN = ("shelf", "mailbox", "reason", "step", "collector", "weight_g")


@dataclass(frozen=True, slots=True)
class Happened:
    """One act in the story of a piece. Times in UTC milliseconds, by the clock of the counter that did it.

    `station` is this station's id for its own acts, "" for another counter's. `sent`: sent, kept (only here so far),
    contested, refused, trouble (set aside; see the Inbox). `n` and `op_hash` anchor it in the journal (0 and "" for
    another counter's: its own journal has them). `facts`: what the act said: shelf, mailbox, reason, step and so on.
    """

    op_id: str
    kind: str
    at_ms: int
    by: str
    station: str
    where: str
    photo: str
    sent: str
    n: int
    op_hash: str
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def anchor(self) -> str:
        """As it stands on paper: n and ten characters of the hash."""
        return f"n {self.n} · {self.op_hash[:10]}" if self.n else ""


@dataclass(frozen=True, slots=True)
class Story:
    """A piece and everything that happened to it, the first act first."""

    item: MailItem
    events: tuple[Happened, ...]
    store: str
    told_ms: int


def story(desk: Desk, actor: Actor, item_id: str) -> Story:
    """What happened to a piece; RuleViolation item.unknown."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        item = state.item(connection, item_id)
        if item is None:
            raise RuleViolation("item.unknown")
        own = _own(connection, item)
        events = [_told(connection, item, op_id, kind, at_ms, who, own) for op_id, kind, at_ms, who in item.history]
        known = {one.op_id for one in events}
        events += [
            _told(connection, item, op.op_id, op.kind, op.at_ms, op.actor.id, own)
            for op, _ in own.values()
            if op.op_id not in known
        ]
    events.sort(key=lambda one: (one.at_ms, one.n))
    return Story(item, tuple(_placed(events)), desk.settings.name, desk.now_ms())


def view_photo(desk: Desk, actor: Actor, item_id: str, reason: str = "") -> str:
    """Note that somebody looks at the photo of a piece, before it is opened; its name (security 10).

    RuleViolation: item.unknown, custody.no_photo.
    """
    with desk.act(actor, "customer.look") as act:
        item = state.item(act.connection, item_id)
        if item is None:
            raise RuleViolation("item.unknown")
        if not item.photo:
            raise RuleViolation("custody.no_photo", mail_id=item.mail_id)
        done = act.write("item.photo_viewed", item_id, photo=item.photo, reason=clean(reason).text)
        act.tell(PieceChanged(item_id, "item.photo_viewed", done.op.op_id))
        return item.photo


_Own = dict[str, tuple[Operation, tuple[str, str, int, str]]]
"""An operation of this station by its id, with (device, status, position, hash)."""


def _own(connection: Connection, item: MailItem) -> _Own:
    rows = connection.exec_driver_sql(
        "SELECT j.op_id, j.core, j.level, j.status, j.position, j.op_hash FROM touched t "
        "JOIN journal j ON j.op_id = t.op_id WHERE t.entity = 'item' AND t.id = ? ORDER BY j.position",
        (item.id,),
    ).all()
    found = _read(connection, rows)
    visits = {op.entity_id for op, _ in found.values() if op.kind.startswith("pickup.")}
    for visit in sorted(visits):
        more = connection.exec_driver_sql(
            "SELECT j.op_id, j.core, j.level, j.status, j.position, j.op_hash FROM touched t "
            "JOIN journal j ON j.op_id = t.op_id WHERE t.entity = 'pickup' AND t.id = ? "
            "AND j.kind IN (?, ?) ORDER BY j.position",
            (visit, *_ABOUT_A_PIECE),
        ).all()
        found |= {key: one for key, one in _read(connection, more).items() if one[0].text("item") == item.id}
    return found


def _read(connection: Connection, rows: object) -> _Own:
    found: _Own = {}
    for op_id, core, level, status, position, op_hash in rows:  # type: ignore[attr-defined]
        op = state.own_operation(connection, op_id, core, level)
        found[op_id] = (op, (str(parse(core)["device"]), status, position, bytes(op_hash).hex()))
    return found


def _told(connection: Connection, item: MailItem, op_id: str, kind: str, at_ms: int, who: str, own: _Own) -> Happened:
    by = name_of(connection, who)
    mine = own.get(op_id)
    if mine is None:
        sent = "contested" if op_id in item.contested else "sent"
        return Happened(op_id, kind, at_ms, by, "", "", "", sent, 0, "")
    op, (device, status, position, op_hash) = mine
    sent = "kept" if status in journal.WAITING else {"applied": "sent", "parked": "trouble"}.get(status, status)
    if op_id in item.contested:
        sent = "contested"
    if status in ("rejected", "quarantined"):
        sent = "refused"
    facts = tuple((key, str(op.body[key])) for key in _SHOWN if op.body.get(key))
    photo = item.photo if kind == "item.received" else ""
    return Happened(op_id, kind, at_ms, by, device, op.text("shelf"), photo, sent, position, op_hash, facts)


def _placed(events: list[Happened]) -> list[Happened]:
    """Where the piece was at each act: what the act says, else where it was put before."""
    where, placed = "", []
    for one in events:
        where = one.where or ("" if one.kind in ("item.missed", "item.lost", "pickup.handed_over") else where)
        placed.append(replace(one, where=where))
    return placed
