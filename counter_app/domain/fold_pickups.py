"""How operations change a pickup, up to the gate and through it (S-12, S-14 to S-16)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from counter_app.domain import payment, permissions, pickup
from counter_app.domain.folding import Rejected, Step, contest, reject_unknown, remark, settle
from counter_app.domain.operations import MalformedOperationError, Operation
from counter_app.domain.payment import ChargeResult
from counter_app.domain.pickup import COURTESY, Paper, Pickup, PickupState
from counter_app.domain.rows import Row


def _pickup(row: Row | None, op: Operation) -> Pickup:
    if row is None:
        reject_unknown(op, "op.pickup_unknown")
        return Pickup(id=op.entity_id, account_id="", mailbox="", state=PickupState.READY.value, contested=(op.op_id,))
    if not isinstance(row, Pickup):
        raise MalformedOperationError("op.wrong_row")
    return row


def _move_pickup(row: Pickup, new: PickupState, op: Operation, **changes: Any) -> Pickup:
    if op.op_id in row.contested:
        return row
    if not pickup.may_move(PickupState(row.state), new):
        return contest(row, op)
    return replace(row, state=new.value, **changes)


def _pickup_opened(row: Row | None, op: Operation) -> Row:
    if row is not None:
        return contest(row, op)
    state = PickupState.IN_PROGRESS if op.kind == "pickup.opened" else PickupState.SCHEDULED
    return Pickup(
        id=op.entity_id,
        account_id=op.text("account"),
        mailbox=op.text("mailbox"),
        state=state.value,
        mode=op.text("mode") or "scheduled",
        items=_add((), *op.names("items")),
        requested_ms=op.at_ms,
        appointment_ms=op.number("appointment_ms"),
        **(_locked(op) if state is PickupState.IN_PROGRESS else {}),
    )


def _locked(op: Operation) -> dict[str, Any]:
    return {"locked_by": op.actor.id, "locked_ms": op.at_ms}


_LET_GO: dict[str, Any] = {"locked_by": "", "locked_ms": 0}
_NOBODY: dict[str, Any] = {
    "collector": "",
    "collector_listed": False,
    "id_type": "",
    "id_checked_by": "",
    "paper": "",
    "signature": "",
}
"""Nobody stands at the counter any more: who comes next is looked at anew, and signs anew."""


def _courtesy_marked(row: Row | None, op: Operation) -> Row:
    if row is not None:
        return contest(row, op)
    return Pickup(
        id=op.entity_id,
        account_id=op.text("account"),
        mailbox=op.text("mailbox"),
        state=PickupState.HANDED_OVER.value,
        mode=COURTESY,
        items=_add((), *op.names("items")),
        requested_ms=op.at_ms,
        payment="courtesy",
        handed_by=op.actor.id,
        handed_ms=op.at_ms,
        reason=op.text("reason"),
    )


def _while_in_progress(change: Callable[[Pickup, Operation], dict[str, Any]]) -> Step:
    def step(row: Row | None, op: Operation) -> Row:
        one = _pickup(row, op)
        if op.op_id in one.contested:
            return one
        if PickupState(one.state) not in pickup.OPEN:
            return contest(one, op)
        return replace(one, **change(one, op))

    return step


def _pieces_added(row: Row | None, op: Operation) -> Row:
    one = _pickup(row, op)
    if op.op_id in one.contested:
        return one
    again = set(op.names("items")) <= set(one.items) and PickupState(one.state) in pickup.OPEN
    if PickupState(one.state) is not PickupState.IN_PROGRESS and not again:
        # The fee of what is charged, or paid, covers no other piece than those it was asked for.
        return contest(one, op)
    return replace(one, items=_add(one.items, *op.names("items")))


def _pieces_left(row: Row | None, op: Operation) -> Row:
    """The customer does not take these today: they stay here, for another pickup (S-16)."""
    one = _pickup(row, op)
    if op.op_id in one.contested:
        return one
    left = set(op.names("items"))
    kept = tuple(item for item in one.items if item not in left)
    if PickupState(one.state) is not PickupState.IN_PROGRESS or not left <= set(one.items) or not kept:
        # What is charged is charged for these pieces, and a pickup of nothing is none.
        return contest(one, op)
    return replace(
        one,
        items=kept,
        scanned=tuple(item for item in one.scanned if item not in left),
        missing=tuple(item for item in one.missing if item not in left),
        fetched=tuple(item for item in one.fetched if item not in left),
    )


def _piece_scanned(row: Row | None, op: Operation) -> Row:
    one = _pickup(row, op)
    if op.op_id in one.contested:
        return one
    piece = op.text("item")
    if PickupState(one.state) not in pickup.OPEN or piece not in one.items:
        return contest(one, op)
    missing = tuple(other for other in one.missing if other != piece)
    return replace(one, scanned=_add(one.scanned, piece), missing=missing)


def _id_checked(one: Pickup, op: Operation) -> dict[str, Any]:
    collector = op.text("collector")
    listed = bool(op.number("listed"))
    if op.text("paper"):
        paper = one.paper_of(op.text("paper"))
        # The paper of this pickup, for this person, not used up and not expired: else he is nobody here.
        listed = paper is not None and paper.good_at(op.at_ms) and paper.name == collector
    return {
        "collector": collector,
        "id_type": op.text("id_type"),
        "id_checked_by": op.actor.id,
        "collector_listed": listed,
        "paper": op.text("paper"),
        # Another person at the counter has not signed yet.
        "signature": one.signature if one.collector in ("", collector) else "",
    }


def _add(values: tuple[str, ...], *more: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*values, *more)))


def _to(new: PickupState, change: Callable[[Operation], dict[str, Any]] = lambda op: {}) -> Step:
    def step(row: Row | None, op: Operation) -> Row:
        return _move_pickup(_pickup(row, op), new, op, **change(op))

    return step


def _charge(op: Operation) -> dict[str, Any]:
    return {
        "amount_cents": op.number("amount_cents"),
        "attempt": op.number("attempt"),
        "payment": "asked",
        "letters_cents": op.number("letters_cents"),
        "charge_ms": op.at_ms,
    }


_SETTLED = (ChargeResult.PAID.value, "nothing_due")


def _pickup_charged(row: Row | None, op: Operation) -> Row:
    one = _pickup(row, op)
    if op.op_id in one.contested:
        return one
    result = ChargeResult(op.text("result"))
    attempt = op.number("attempt")
    if PickupState(one.state) in (PickupState.PAY_LATER, PickupState.HANDED_OVER):
        # The piece may be out of the door already: the answer is kept beside it, the custody state stays.
        if one.payment in _SETTLED or attempt < one.attempt:
            return contest(one, op)
        charged_ms = op.at_ms if result is ChargeResult.PAID else 0
        one = replace(one, payment=result.value, attempt=attempt, charged_ms=charged_ms)
        refused = result is ChargeResult.DECLINED and PickupState(one.state) is PickupState.PAY_LATER
        # Declined before anything left: the gate closes again.
        return _move_pickup(one, PickupState.PAYMENT_DECLINED, op) if refused else one
    if PickupState(one.state) is not PickupState.CHARGING or attempt != one.attempt:
        # A late answer to an earlier attempt says nothing about the one that is running (2.5).
        return contest(one, op)
    after = payment.after_answer(result)
    if after is payment.PaymentState.PROCESSING:
        return replace(one, payment=result.value)
    paid = after is payment.PaymentState.COMPLETED
    state = PickupState.PAID if paid else PickupState.PAYMENT_DECLINED
    # Whose card was declined comes back another day, perhaps to another clerk.
    return _move_pickup(one, state, op, payment=result.value, **({"charged_ms": op.at_ms} if paid else _LET_GO))


def _pickup_handed_over(row: Row | None, op: Operation) -> Row:
    one = _pickup(row, op)
    if op.op_id in one.contested:
        return one
    # The same gate as at the counter: a FACT is kept, but a gate that stood open is written beside it.
    # A second hand-over is contested, and says nothing about the gates of the first.
    if PickupState(one.state) is not PickupState.HANDED_OVER:
        differ = ("pickup.pieces_differ",) if set(op.names("items")) != set(one.to_hand_over) else ()
        paper = one.paper_of(one.paper)
        late = ("pickup.paper_expired",) if paper and not paper.good_at(op.at_ms) else ()
        other = ("pickup.locked",) if one.locked_by not in ("", op.actor.id) else ()
        for gap in (*pickup.gaps(one), *differ, *late, *other):
            one = remark(one, f"{gap}:{op.op_id}")
    used = tuple(replace(each, used_ms=op.at_ms) if each.id == one.paper else each for each in one.papers)
    changes = {"handed_by": op.actor.id, "handed_ms": op.at_ms, "papers": used, **_LET_GO}
    return _move_pickup(one, PickupState.HANDED_OVER, op, **changes)


def _piece_missing(one: Pickup, op: Operation) -> dict[str, Any]:
    return {"missing": _add(one.missing, op.text("item"))}


def _piece_fetched(row: Row | None, op: Operation) -> Row:
    one = _pickup(row, op)
    if op.op_id in one.contested:
        return one
    pieces = op.names("items")
    if PickupState(one.state) not in pickup.OPEN or not set(pieces) <= set(one.items):
        return contest(one, op)
    missing = tuple(other for other in one.missing if other not in pieces)
    return _ready_if_whole(replace(one, fetched=_add(one.fetched, *pieces), missing=missing), op)


def _ready_if_whole(one: Pickup, op: Operation) -> Pickup:
    # With its last piece at the counter it is ready, and its customer is told: once, whatever changes later.
    whole = bool(one.to_hand_over) and set(one.to_hand_over) <= set(one.fetched)
    if PickupState(one.state) is not PickupState.SCHEDULED or not whole:
        return one
    return replace(one, state=PickupState.READY.value, ready_ms=one.ready_ms or op.at_ms)


def _missing(row: Row | None, op: Operation) -> Row:
    one = _while_in_progress(_piece_missing)(row, op)
    return _ready_if_whole(one, op) if isinstance(one, Pickup) and op.op_id not in one.contested else one


def _piece_lost(row: Row | None, op: Operation) -> Row:
    """A piece of it was given up as lost (2.11): the others go out without it."""
    one = _pickup(row, op)
    if op.op_id in one.contested or PickupState(one.state) not in pickup.OPEN:
        return one
    kept: dict[str, Any] = {
        name: tuple(piece for piece in getattr(one, name) if piece != op.entity_id)
        for name in ("items", "scanned", "missing", "fetched")
    }
    return _ready_if_whole(replace(one, **kept), op)


def _authorised(row: Row | None, op: Operation) -> Row:
    one = _pickup(row, op)
    if op.op_id in one.contested:
        return one
    if PickupState(one.state) not in pickup.OPEN or op.text("mailbox") != one.mailbox or one.paper_of(op.text("paper")):
        return contest(one, op)
    paper = Paper(
        id=op.text("paper"),
        name=op.text("name"),
        until=op.text("until"),
        until_ms=op.number("until_ms"),
        items=op.names("items"),
        photo=op.text("photo"),
    )
    return replace(one, papers=(*one.papers, paper))


def _signature_refused(row: Row | None, op: Operation) -> Row:
    """Nothing leaves. Unpaid, it is put back as a whole; paid, the money stays with it until somebody signs."""
    one = _pickup(row, op)
    if op.op_id in one.contested:
        return one
    if PickupState(one.state) not in pickup.OPEN - {PickupState.SCHEDULED, PickupState.READY}:
        return contest(one, op)
    one = replace(one, scanned=(), refused_ms=op.at_ms, **_NOBODY, **_LET_GO)
    return replace(one, state=PickupState.READY.value) if PickupState(one.state) is PickupState.IN_PROGRESS else one


def _declined(row: Row | None, op: Operation) -> Row:
    one = _pickup(row, op)
    # The days of the store are counted where its zone is known; what no zone allows is refused here as well (T7).
    early = one.asked_for and op.at_ms - one.waits_from_ms < pickup.DECLINE_LEAST_MS
    if early and not permissions.allows(op.actor, "pickup.decline_early"):
        raise Rejected("pickup.too_early")
    return _move_pickup(one, PickupState.DECLINED, op, reason=op.text("reason"), **_LET_GO)


def _taken(row: Row | None, op: Operation) -> Row:
    one = _pickup(row, op)
    if PickupState(one.state) not in pickup.OPEN - {PickupState.SCHEDULED, PickupState.READY}:
        raise Rejected("pickup.wrong_state")
    if one.locked_by not in ("", op.actor.id) and not op.text("takeover_reason"):
        raise Rejected("pickup.locked")
    return replace(one, **_locked(op))


def _let_go(row: Row | None, op: Operation) -> Row:
    one = _pickup(row, op)
    if one.locked_by not in ("", op.actor.id):
        raise Rejected("pickup.locked")
    return replace(one, **_LET_GO)


def _owed_retried(row: Row | None, op: Operation) -> Row:
    one = _pickup(row, op)
    if op.op_id in one.contested:
        return one
    if not one.owed or op.number("attempt") <= one.attempt:
        return contest(one, op)
    return replace(one, payment="asked", attempt=op.number("attempt"))


def _owed_given_up(row: Row | None, op: Operation) -> Row:
    one = _pickup(row, op)
    if not one.owed:
        raise Rejected("pickup.not_owed")
    return replace(one, payment="given_up", reason=op.text("reason"))


STEPS: dict[str, Step] = {
    "pickup.opened": _pickup_opened,
    "pickup.requested": _pickup_opened,
    "pickup.planned": _pickup_opened,
    "pickup.appointed": _while_in_progress(lambda row, op: {"appointment_ms": op.number("appointment_ms")}),
    "pickup.piece_fetched": _piece_fetched,
    "pickup.authorised": _authorised,
    "item.lost": _piece_lost,
    "pickup.signature_refused": _signature_refused,
    "pickup.courtesy_marked": _courtesy_marked,
    "pickup.taken": _taken,
    "pickup.let_go": _let_go,
    "pickup.owed_retried": _owed_retried,
    "pickup.owed_given_up": _owed_given_up,
    "pickup.pieces_added": _pieces_added,
    "pickup.pieces_left": _pieces_left,
    "pickup.started": _to(PickupState.IN_PROGRESS, _locked),
    "pickup.id_checked": _while_in_progress(_id_checked),
    "pickup.piece_scanned": _piece_scanned,
    "pickup.piece_missing": _missing,
    "pickup.charge_asked": _to(PickupState.CHARGING, _charge),
    "pickup.charge_put_off": _to(PickupState.PAY_LATER, _charge),
    "pickup.nothing_due": _to(PickupState.PAID, lambda op: {"payment": "nothing_due"}),
    "pickup.charged": _pickup_charged,
    "pickup.tried_again": _to(PickupState.IN_PROGRESS, lambda op: {"payment": "", **_locked(op)}),
    "pickup.signed": _while_in_progress(lambda row, op: {"signature": op.text("signature")}),
    "pickup.put_back": _to(PickupState.READY, lambda op: {"scanned": (), **_NOBODY, **_LET_GO}),
    "pickup.handed_over": _pickup_handed_over,
    "pickup.settled": lambda row, op: settle(_pickup(row, op), op),
    "pickup.declined": _declined,
}
