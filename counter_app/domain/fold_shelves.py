"""How operations change a shelf and a count of it; what they change on a piece stands in `fold_items` (2.3, 2.11)."""

from __future__ import annotations

from dataclasses import replace

from counter_app.domain.folding import Rejected, Step, contest, reject_unknown
from counter_app.domain.operations import MalformedOperationError, Operation
from counter_app.domain.rows import Row
from counter_app.domain.shelf import Shelf, ShelfState
from counter_app.domain.stocktake import MOVES, Stocktake, StocktakeState


def _shelf_set(row: Row | None, op: Operation) -> Row:
    """The same code is the same shelf, whichever counter set it up: the later act says how it is."""
    said = {
        "code": op.text("code"),
        "zone": op.text("zone"),
        "kind": op.text("shelf_kind") or "shelf",
        "turn": op.number("turn"),
        "capacity": op.number("capacity"),
    }
    if row is None:
        return Shelf(op.entity_id, ShelfState.IN_USE.value, **said)  # type: ignore[arg-type]
    return replace(_the_shelf(row, op), **said)  # type: ignore[arg-type]


def _the_shelf(row: Row | None, op: Operation) -> Shelf:
    if row is None:
        raise Rejected("op.shelf_unknown")
    if not isinstance(row, Shelf):
        raise MalformedOperationError("op.wrong_row")
    return row


def _shelf_to(old: ShelfState, new: ShelfState) -> Step:
    def step(row: Row | None, op: Operation) -> Row:
        one = _the_shelf(row, op)
        return replace(one, state=new.value) if one.state == old.value else contest(one, op)

    return step


SHELF_STEPS: dict[str, Step] = {
    "shelf.set": _shelf_set,
    "shelf.closed": _shelf_to(ShelfState.IN_USE, ShelfState.CLOSED),
    "shelf.reopened": _shelf_to(ShelfState.CLOSED, ShelfState.IN_USE),
}


def _begun(row: Row | None, op: Operation) -> Row:
    if row is not None:
        return contest(row, op)
    return Stocktake(
        op.entity_id,
        StocktakeState.OPEN.value,
        shelf=op.text("shelf"),
        expected=op.names("expected"),
        begun_ms=op.at_ms,
        begun_by=op.actor.id,
    )


def _the_count(row: Row | None, op: Operation) -> Stocktake:
    if row is None:
        reject_unknown(op, "op.stocktake_unknown")
        return Stocktake(op.entity_id, StocktakeState.OPEN.value, shelf=op.text("shelf"), contested=(op.op_id,))
    if not isinstance(row, Stocktake):
        raise MalformedOperationError("op.wrong_row")
    return row


def _piece_found(row: Row | None, op: Operation) -> Row:
    # Also after another counter has ended it: that the piece lies there is a fact, and the piece's own row needs it.
    one = _the_count(row, op)
    return replace(one, found=_with(one.found, op.text("item")))


def _unknown_found(row: Row | None, op: Operation) -> Row:
    one = _the_count(row, op)
    return replace(one, unknown=_with(one.unknown, op.text("code")))


def _ended(row: Row | None, op: Operation) -> Row:
    one = _the_count(row, op)
    missing = _with(one.missing, *op.names("missing"))
    if one.state == StocktakeState.DONE.value:
        return replace(one, missing=missing)  # two counters counted it together, and both said that they are through
    return _move(one, StocktakeState.DONE, op, missing)


def _move(one: Stocktake, new: StocktakeState, op: Operation, missing: tuple[str, ...] = ()) -> Stocktake:
    if op.op_id in one.contested:
        return one
    if (StocktakeState(one.state), new) not in MOVES:
        return contest(one, op)
    return replace(one, state=new.value, missing=missing, ended_ms=op.at_ms)


def _with(values: tuple[str, ...], *more: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*values, *more)))


STOCKTAKE_STEPS: dict[str, Step] = {
    "stocktake.begun": _begun,
    "stocktake.piece_found": _piece_found,
    "stocktake.unknown_found": _unknown_found,
    "stocktake.ended": _ended,
    "stocktake.dropped": lambda row, op: _move(_the_count(row, op), StocktakeState.DROPPED, op),
}
