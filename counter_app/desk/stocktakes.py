"""Counting a shelf by scanning what really lies there (2.11): what is missing, what is there and should not be.

A count belongs to the shelf and not to a counter: whoever scans at the same shelf adds to it. When two counters have
each begun one with the line cut, both are taken together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.desk.context import Act, Desk, demand
from counter_app.desk.intake import shelf_code
from counter_app.desk.pieces import find_piece, tracking_key
from counter_app.desk.places import name_of, pieces_on
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.stocktake import Stocktake
from counter_app.domain.text import scan_text
from counter_app.errors import RuleViolation
from counter_app.events import PieceChanged, ShelvesChanged
from counter_app.store import state

if TYPE_CHECKING:
    from sqlalchemy import Connection

PIECES_MAX = 500
"""More lie on no shelf that can be counted at once; the register gives no more of one."""


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A piece that lies here and belongs elsewhere; `where` is what the register says: a shelf, "" for none, or
    "gone" for one that has left by the register. `searched`: it was missed before."""

    item: MailItem
    where: str
    searched: bool

    @property
    def here_by_right(self) -> bool:
        """Whether one key puts it here; what has left by the register is looked into first."""
        return self.where != "gone"


@dataclass(frozen=True, slots=True)
class Count:
    """A shelf while it is counted. `counts` are the open counts of it, this station's or others'."""

    shelf: str
    counts: tuple[Stocktake, ...]
    right: tuple[MailItem, ...]
    """Found, and it belongs here."""
    missing: tuple[MailItem, ...]
    """Belongs here, and was not scanned yet."""
    misplaced: tuple[Misplaced, ...]
    unknown: tuple[str, ...]
    """Codes that no piece has: to be received."""
    begun_by: tuple[str, ...] = ()
    """The names of those who began."""

    @property
    def begun_ms(self) -> int:
        return min((one.begun_ms for one in self.counts), default=0)

    @property
    def even(self) -> bool:
        """Whether the shelf is as the register says."""
        return not (self.missing or self.misplaced or self.unknown)


def open_counts(desk: Desk, actor: Actor) -> tuple[Count, ...]:
    """The shelves that are being counted, the oldest count first."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT DISTINCT shelf FROM stocktake WHERE state = 'open' ORDER BY begun_ms"
        ).all()
        return tuple(_count(connection, row[0]) for row in rows)


def count_of(desk: Desk, actor: Actor, code: str) -> Count:
    """The count of one shelf, to go on with; RuleViolation stocktake.not_open."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        return _opened(connection, shelf_code(code))


def begin(desk: Desk, actor: Actor, code: str) -> Count:
    """Begin to count a shelf, or go on with the count of it that is open, whoever began it.

    RuleViolation: item.shelf_wrong, stocktake.too_many (more lies there than can be counted at once).
    """
    with desk.act(actor, "shelf.count") as act:
        shelf = shelf_code(code)
        if not shelf:
            raise RuleViolation("item.shelf_wrong", shelf="")
        if not _open(act.connection, shelf):
            here = pieces_on(act.connection, shelf)
            if len(here) >= PIECES_MAX:
                raise RuleViolation("stocktake.too_many", shelf=shelf, most=PIECES_MAX)
            act.write("stocktake.begun", desk.new_id(), shelf=shelf, expected=[one.id for one in here])
            act.tell(ShelvesChanged(shelf))
        return _count(act.connection, shelf)


def scan(desk: Desk, actor: Actor, code: str, scanned: str) -> tuple[Count, str]:
    """A piece that really lies there; the count after it, and what was scanned: right, misplaced, again, unknown.

    RuleViolation: stocktake.not_open, scan.empty.
    """
    with desk.act(actor, "shelf.count") as act:
        shelf = shelf_code(code)
        before = _opened(act.connection, shelf)
        mine = before.counts[0]
        text = scan_text(scanned).text.strip()
        if not text:
            raise RuleViolation("scan.empty")
        item = find_piece(act.connection, text)
        if item is None:
            key = tracking_key(text)
            if key not in mine.unknown:
                act.write("stocktake.unknown_found", mine.id, code=key)
            return _count(act.connection, shelf), "unknown"
        if item.id in _ids_found(before.counts):
            return before, "again"
        done = act.write("stocktake.piece_found", mine.id, item=item.id, shelf=shelf)
        act.tell(PieceChanged(item.id, "stocktake.piece_found", done.op.op_id))
        if item.state == ItemState.LOST.value:
            act.write("item.found", item.id, shelf=shelf)
        after = _count(act.connection, shelf)
        return after, "right" if any(one.id == item.id for one in after.right) else "misplaced"


def move_here(desk: Desk, actor: Actor, code: str, item_id: str) -> Count:
    """What lies here belongs here from now on. RuleViolation: stocktake.not_open, item.not_on_shelf."""
    with desk.act(actor, "shelf.count") as act:
        count = _opened(act.connection, shelf_code(code))
        item = state.item(act.connection, item_id)
        if item is None:
            raise RuleViolation("item.unknown")
        if not item.on_the_shelf:
            raise RuleViolation("item.not_on_shelf", mail_id=item.mail_id, state=item.state)
        done = act.write("item.moved", item_id, shelf=count.shelf)
        act.tell(PieceChanged(item_id, "item.moved", done.op.op_id))
        return _count(act.connection, count.shelf)


def move_all_here(desk: Desk, actor: Actor, code: str) -> Count:
    """Everything that lies here and is on the books elsewhere belongs here from now on."""
    with desk.act(actor, "shelf.count") as act:
        count = _opened(act.connection, shelf_code(code))
        _take_over(act, count)
        return _count(act.connection, count.shelf)


def end(desk: Desk, actor: Actor, code: str) -> Count:
    """The count is over: what was not found is searched for, what lies here belongs here. The count as it ended.

    RuleViolation stocktake.not_open.
    """
    with desk.act(actor, "shelf.count") as act:
        count = _opened(act.connection, shelf_code(code))
        _take_over(act, count)
        missing = [one.id for one in count.missing]
        for nth, one in enumerate(count.counts):
            # Each open count of this shelf ends; the first of them says what is missing.
            act.write(
                "stocktake.ended",
                one.id,
                shelf=count.shelf,
                missing=missing if nth == 0 else [],
                since_ms=count.begun_ms,
            )
        for item_id in missing:
            act.tell(PieceChanged(item_id, "item.missed", ""))
        act.tell(ShelvesChanged(count.shelf))
        return count


def drop(desk: Desk, actor: Actor, code: str) -> None:
    """Begun by mistake: nothing follows from it. RuleViolation stocktake.not_open."""
    with desk.act(actor, "shelf.count") as act:
        count = _opened(act.connection, shelf_code(code))
        for one in count.counts:
            act.write("stocktake.dropped", one.id)
        act.tell(ShelvesChanged(count.shelf))


def _take_over(act: Act, count: Count) -> None:
    for one in count.misplaced:
        if one.here_by_right:
            kind = "item.found" if one.searched else "item.moved"
            done = act.write(kind, one.item.id, shelf=count.shelf)
            act.tell(PieceChanged(one.item.id, kind, done.op.op_id))


def _open(connection: Connection, shelf: str) -> tuple[Stocktake, ...]:
    rows = connection.exec_driver_sql(
        "SELECT id FROM stocktake WHERE state = 'open' AND shelf = ? ORDER BY begun_ms, id", (shelf,)
    ).all()
    return tuple(one for row in rows if isinstance(one := state.get(connection, "stocktake", row[0]), Stocktake))


def _opened(connection: Connection, shelf: str) -> Count:
    count = _count(connection, shelf)
    if not count.counts:
        raise RuleViolation("stocktake.not_open", shelf=shelf)
    return count


def _ids_found(counts: tuple[Stocktake, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for one in counts for item in one.found))


def _count(connection: Connection, shelf: str) -> Count:
    counts = _open(connection, shelf)
    found = _ids_found(counts)
    here = {one.id: one for one in pieces_on(connection, shelf)}
    items = [one for item_id in found if (one := state.item(connection, item_id))]
    misplaced = tuple(
        Misplaced(one, one.shelf if one.on_the_shelf else "gone", one.searched_for)
        for one in items
        if one.id not in here
    )
    unknown = tuple(
        code
        for code in dict.fromkeys(code for one in counts for code in one.unknown)
        if find_piece(connection, code) is None  # received meanwhile
    )
    return Count(
        shelf,
        counts,
        tuple(one for one in items if one.id in here),
        tuple(one for item_id, one in here.items() if item_id not in found),
        misplaced,
        unknown,
        tuple(dict.fromkeys(name_of(connection, one.begun_by) for one in counts)),
    )
