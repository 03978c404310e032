"""How operations change a pickup, up to the gate and through it (S-12, S-14 to S-16)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from counter_app.domain import payment, pickup
from counter_app.domain.folding import Step, contest, reject_unknown, remark, settle
from counter_app.domain.operations import MalformedOperationError, Operation
from counter_app.domain.payment import ChargeResult
from counter_app.domain.pickup import Pickup, PickupState
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
    if PickupState(one.state) is not PickupState.IN_PROGRESS:
        # The fee of what is charged, or paid, does not cover another piece.
        return contest(one, op)
    return replace(one, items=_add(one.items, *op.names("items")))


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
    return {
        "collector": collector,
        "id_type": op.text("id_type"),
        "id_checked_by": op.actor.id,
        "collector_listed": bool(op.number("listed")),
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
    return {"amount_cents": op.number("amount_cents"), "attempt": op.number("attempt"), "payment": "asked"}


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
    return _move_pickup(one, state, op, payment=result.value, charged_ms=op.at_ms if paid else 0)


def _pickup_handed_over(row: Row | None, op: Operation) -> Row:
    one = _pickup(row, op)
    if op.op_id in one.contested:
        return one
    # The same gate as at the counter: a FACT is kept, but a gate that stood open is written beside it.
    # A second hand-over is contested, and says nothing about the gates of the first.
    if PickupState(one.state) is not PickupState.HANDED_OVER:
        differ = ("pickup.pieces_differ",) if set(op.names("items")) != set(one.to_hand_over) else ()
        for gap in (*pickup.gaps(one), *differ):
            one = remark(one, f"{gap}:{op.op_id}")
    return _move_pickup(one, PickupState.HANDED_OVER, op, handed_by=op.actor.id, handed_ms=op.at_ms)


STEPS: dict[str, Step] = {
    "pickup.opened": _pickup_opened,
    "pickup.requested": _pickup_opened,
    "pickup.pieces_added": _pieces_added,
    "pickup.started": _to(PickupState.IN_PROGRESS),
    "pickup.id_checked": _while_in_progress(_id_checked),
    "pickup.piece_scanned": _piece_scanned,
    "pickup.piece_missing": _while_in_progress(lambda row, op: {"missing": _add(row.missing, op.text("item"))}),
    "pickup.charge_asked": _to(PickupState.CHARGING, _charge),
    "pickup.charge_put_off": _to(PickupState.PAY_LATER, _charge),
    "pickup.nothing_due": _to(PickupState.PAID, lambda op: {"payment": "nothing_due"}),
    "pickup.charged": _pickup_charged,
    "pickup.tried_again": _to(PickupState.IN_PROGRESS, lambda op: {"payment": ""}),
    "pickup.signed": _while_in_progress(lambda row, op: {"signature": op.text("signature")}),
    "pickup.put_back": _to(
        PickupState.READY,
        lambda op: {
            "scanned": (),
            "collector": "",
            "collector_listed": False,
            "id_type": "",
            "id_checked_by": "",
            "signature": "",
        },
    ),
    "pickup.handed_over": _pickup_handed_over,
    "pickup.settled": lambda row, op: settle(_pickup(row, op), op),
    "pickup.declined": _to(PickupState.DECLINED, lambda op: {"reason": op.text("reason")}),
}
