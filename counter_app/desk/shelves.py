"""The shelf map: what lies where, putting and moving by scan, and fetching in walking order (2.3, domain.md 8).

A shelf is known by its code. What was typed in before anybody set the shelf up stays where it is and is shown as such.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.desk.context import Desk, demand
from counter_app.desk.intake import after, shelf_code
from counter_app.desk.pieces import find_piece
from counter_app.desk.places import (
    Place,
    all_shelves,
    count_searched,
    counted_by_shelf,
    pieces_on,
    place_at,
    shelf_named,
)
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import MAIL_TYPES, ItemState, MailItem
from counter_app.domain.shelf import SHELF_KINDS, Shelf, ShelfState, on_the_walk, shelf_id
from counter_app.domain.text import clean, scan_text
from counter_app.errors import RuleViolation
from counter_app.events import PieceChanged, PrintJobChanged, ShelvesChanged
from counter_app.store import state

if TYPE_CHECKING:
    from sqlalchemy import Connection

TURN_MAX, CAPACITY_MAX = 9_999, 9_999
SHEET_MAX = 500
"""Pieces on one pull sheet, as on one receipt."""
_TYPES = {one: one.replace("_", " ") for one in MAIL_TYPES}


@dataclass(frozen=True, slots=True)
class StoreMap:
    """Every place in walking order; pieces without any place, and those searched for, are counted beside."""

    places: tuple[Place, ...]
    without_place: int
    searched_for: int

    @property
    def pieces(self) -> int:
        return sum(one.pieces for one in self.places) + self.without_place + self.searched_for


@dataclass(frozen=True, slots=True)
class Scanned:
    """What was scanned in front of the shelves. `kind`: piece, shelf (`place` may not be set up yet), unknown."""

    kind: str
    text: str
    item: MailItem | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Put:
    """A piece on its new shelf; `before` is where it lay. `full`: more lies there now than was meant to."""

    item: MailItem
    before: str
    place: Place
    was_searched: bool = False

    @property
    def full(self) -> bool:
        shelf = self.place.shelf
        return shelf is not None and 0 < shelf.capacity < self.place.pieces


@dataclass(frozen=True, slots=True)
class Fetch:
    """A piece to fetch, and where from; `code` is where it was thought to be when it is searched for."""

    item: MailItem
    code: str
    shelf: Shelf | None

    @property
    def searched_for(self) -> bool:
        return self.item.searched_for


def store_map(desk: Desk, actor: Actor) -> StoreMap:
    """What lies where, now."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        counted = counted_by_shelf(connection)
        shelves = {one.code: one for one in all_shelves(connection)}
        searched = count_searched(connection)
    codes = sorted({*shelves, *counted} - {""}, key=lambda code: on_the_walk(shelves.get(code), code))
    places = tuple(Place(code, shelves.get(code), counted.get(code, 0)) for code in codes)
    return StoreMap(places, counted.get("", 0) - searched, searched)


def place(desk: Desk, actor: Actor, code: str) -> Place:
    """One shelf and how much lies there; a code that nobody has set up has no shelf."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        return place_at(connection, shelf_code(code))


def lying(desk: Desk, actor: Actor, code: str) -> tuple[MailItem, ...]:
    """The pieces on a shelf, the longest waiting first; "" for those that have no place. At most 500."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        return tuple(one for one in pieces_on(connection, code) if not one.searched_for)


def recognise(desk: Desk, actor: Actor, scanned: str) -> Scanned:
    """What was scanned in front of the shelves: a shelf that is known, a piece, or what looks like a shelf."""
    demand(actor, "customer.look")
    text = scan_text(scanned).text.strip()
    with desk.db.read() as connection:
        code = _code_or_none(text)
        known = place_at(connection, code) if code else None
        if known is not None and (known.shelf is not None or known.pieces):
            return Scanned("shelf", text, place=known)
        item = find_piece(connection, text)
    if item is not None:
        return Scanned("piece", text, item=item)
    return Scanned("shelf", text, place=known) if known is not None else Scanned("unknown", text)


# ---------------------------------------------------------------- acts


def put(desk: Desk, actor: Actor, item_id: str, code: str, *, anyway: bool = False) -> Put:
    """Put a piece on a shelf, or move it there; what was searched for, or lost, is found by it.

    RuleViolation: item.shelf_wrong, shelf.unknown (with the code; `anyway` when it is meant all the same),
    shelf.closed, item.unknown, item.not_on_shelf.
    """
    with desk.act(actor, "item.move") as act:
        there = place_at(act.connection, _demand_code(code))
        if there.shelf is None and not there.pieces and not anyway:
            raise RuleViolation("shelf.unknown", shelf=there.code)
        if there.shelf is not None and not there.shelf.in_use:
            raise RuleViolation("shelf.closed", shelf=there.code)
        item = _item(act.connection, item_id)
        lost = item.state == ItemState.LOST.value
        if not (item.on_the_shelf or lost):
            raise RuleViolation("item.not_on_shelf", mail_id=item.mail_id, state=item.state)
        kind = "item.found" if lost or item.searched_for else "item.moved"
        done = act.write(kind, item_id, shelf=there.code)
        act.tell(PieceChanged(item_id, kind, done.op.op_id))
        return Put(after(done), item.shelf, place_at(act.connection, there.code), kind == "item.found")


def set_up(
    desk: Desk, actor: Actor, code: str, zone: str = "", kind: str = "shelf", turn: int = 0, capacity: int = 0
) -> Shelf:
    """Make a shelf, or say anew what it is. `turn`: its place on the walk, 0 for none; `capacity` in pieces, 0 for any.

    RuleViolation: item.shelf_wrong, shelf.zone_missing, shelf.field_wrong.
    """
    with desk.act(actor, "shelf.set_up") as act:
        name, area = _demand_code(code), clean(zone).text
        if not area:
            raise RuleViolation("shelf.zone_missing", shelf=name)
        if kind not in SHELF_KINDS or not 0 <= turn <= TURN_MAX or not 0 <= capacity <= CAPACITY_MAX:
            raise RuleViolation("shelf.field_wrong", shelf=name)
        done = act.write(
            "shelf.set", shelf_id(name), code=name, zone=area, shelf_kind=kind, turn=turn, capacity=capacity
        )
        act.tell(ShelvesChanged(name))
        return next(row for row in done.rows if isinstance(row, Shelf))


def close(desk: Desk, actor: Actor, code: str) -> Shelf:
    """Nothing is put on this shelf any more; what lies there is still found. RuleViolation: shelf.unknown."""
    return _turn(desk, actor, code, ShelfState.CLOSED)


def reopen(desk: Desk, actor: Actor, code: str) -> Shelf:
    """Use a closed shelf again. RuleViolation: shelf.unknown."""
    return _turn(desk, actor, code, ShelfState.IN_USE)


def _turn(desk: Desk, actor: Actor, code: str, new: ShelfState) -> Shelf:
    with desk.act(actor, "shelf.set_up") as act:
        name = _demand_code(code)
        found = shelf_named(act.connection, name)
        if found is None:
            raise RuleViolation("shelf.unknown", shelf=name)
        if found.state == new.value:
            return found
        kind = "shelf.closed" if new is ShelfState.CLOSED else "shelf.reopened"
        done = act.write(kind, found.id)
        act.tell(ShelvesChanged(name))
        return next(row for row in done.rows if isinstance(row, Shelf))


def print_label(desk: Desk, actor: Actor, code: str) -> str:
    """Owe the label that is stuck on the shelf, with its barcode; returns the job's id. RuleViolation shelf.unknown."""
    with desk.act(actor, "print.answer") as act:
        found = shelf_named(act.connection, _demand_code(code))
        if found is None:
            raise RuleViolation("shelf.unknown", shelf=code)
        job_id = act.owe("shelf_label", {"code": found.code, "zone": found.zone, "store": desk.settings.name})
        act.tell(PrintJobChanged(job_id, "shelf_label", "owed"))
        return job_id


# ---------------------------------------------------------------- fetching


def fetch_list(desk: Desk, item_ids: Iterable[str]) -> tuple[Fetch, ...]:
    """These pieces as one meets them on the walk through the store; what has no place, or is searched for, last.

    For any set of pieces: those of a task, of a pickup, of a whole morning. Pieces that are not known are left out.
    """
    with desk.db.read() as connection:
        items = [found for one in dict.fromkeys(item_ids) if (found := state.item(connection, one))]
        codes = {one.last_shelf if one.searched_for else one.shelf for one in items}
        shelves = {code: shelf_named(connection, code) for code in codes if code}
    fetched = [
        Fetch(one, code, shelves.get(code))
        for one in items
        for code in (one.last_shelf if one.searched_for else one.shelf,)
    ]
    return tuple(
        sorted(
            fetched,
            key=lambda one: (
                one.searched_for,
                on_the_walk(one.shelf, one.code),
                one.item.mailbox,
                one.item.received_ms,
                one.item.id,
            ),
        )
    )


def print_fetch_list(desk: Desk, actor: Actor, title: str, item_ids: Iterable[str]) -> str:
    """Owe a pull sheet of these pieces, in walking order, on the receipt printer; returns the job's id.

    RuleViolation: fetch.nothing (none of them is known), fetch.too_many (with how many fit on one).
    """
    demand(actor, "print.answer")
    lines = fetch_list(desk, item_ids)
    if not lines:
        raise RuleViolation("fetch.nothing")
    if len(lines) > SHEET_MAX:
        raise RuleViolation("fetch.too_many", most=SHEET_MAX, count=len(lines))
    with desk.act(actor, "print.answer") as act:
        payload = {
            "store": desk.settings.name,
            "title": clean(title).text,
            "when": desk.local(desk.now_ms()).strftime("%Y-%m-%d %H:%M %Z"),
            "lines": [
                [one.code + (" ?" if one.searched_for else ""), one.item.mail_id, _described(one.item)]
                for one in lines
                if one.item.mail_id
            ],
            "clerk": actor.id,
        }
        job_id = act.owe("pull_sheet", payload, printer="receipt")
        act.tell(PrintJobChanged(job_id, "pull_sheet", "owed"))
        return job_id


def _described(item: MailItem) -> str:
    return " ".join(part for part in (f"PMB {item.mailbox}" if item.mailbox else "", _TYPES[item.mail_type]) if part)


def _item(connection: Connection, item_id: str) -> MailItem:
    found = state.item(connection, item_id)
    if found is None:
        raise RuleViolation("item.unknown")
    return found


def _demand_code(text: str) -> str:
    code = shelf_code(text)
    if not code:
        raise RuleViolation("item.shelf_wrong", shelf="")
    return code


def _code_or_none(text: str) -> str:
    try:
        return shelf_code(text)
    except RuleViolation:
        return ""
