"""`apply(row, operation) -> row`: the only place where the state of a row is decided.

Station and central service run this same function, so what a clerk sees before the centre has answered is what
the centre will decide when nothing came in between. It is pure: no clock, no random, no I/O.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from counter_app.domain import mail_item, mailbox, payment, permissions, pickup
from counter_app.domain.employee import Employee
from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.mailbox import Account, AccountState, Collector, FormName
from counter_app.domain.operations import Kind, MalformedOperationError, Nature, Operation, kind_of
from counter_app.domain.payment import ChargeResult
from counter_app.domain.pickup import Pickup, PickupState
from counter_app.domain.rows import Row

R = TypeVar("R", bound=Row)


class Rejected(Exception):
    """An INTENT that may not be carried out. `code` is stable; a FACT never raises this."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def apply(entity: str, row: Row | None, op: Operation, row_id: str = "") -> Row | None:
    """The row after `op`, or None when there is nothing to keep.

    `entity` and `row_id` say which of the rows that the operation touches this is (a pair of `touches`); `row_id` is
    needed when `row` is None and is not the operation's own. A FACT that contradicts the row is noted
    in `contested` and leaves the state as it was; a FACT of somebody without the right is noted in `remarks`.
    Raises Rejected for an INTENT that is not allowed, MalformedOperationError for one that makes no sense and for
    an act of the platform that somebody else claims to have done.
    """
    kind = kind_of(op.kind)
    verdict = permissions.allows(op.actor, kind.action)
    if not verdict and kind.nature is Nature.INTENT:
        raise Rejected(verdict.code)
    if not verdict and kind.action in permissions.PLATFORM_ONLY:
        # Nothing happened in the shop that would have to be kept: a clerk cannot make himself an owner by saying so.
        raise MalformedOperationError(verdict.code)
    if row is not None and any(entry[0] == op.op_id for entry in row.history):
        return row
    step = _STEPS.get((op.kind, entity))
    if step is None:
        raise MalformedOperationError("op.no_step", f"{op.kind} on {entity}")
    after = step(row, op)
    if after is None:
        return None
    if row is None:
        after = replace(after, id=_new_id(kind, entity, op, row_id))
    if not verdict:
        after = _remark(after, f"{verdict.code}:{op.op_id}")
    return replace(after, history=(*after.history, (op.op_id, op.kind, op.at_ms, op.actor.id)))


def _new_id(kind: Kind, entity: str, op: Operation, row_id: str) -> str:
    # A stub for an unknown piece of a pickup must carry the id of the piece, not that of the pickup.
    if entity == kind.entity:
        return op.entity_id
    others = [one for typ, key in kind.also_touches if typ == entity for one in op.names(key)]
    if not row_id and len(set(others)) == 1:
        return others[0]
    if row_id not in others:
        raise MalformedOperationError("op.row_not_touched", row_id[:60])
    return row_id


def is_contested(row: Row | None, op: Operation) -> bool:
    """Whether `op` contradicted this row when it was folded in."""
    return row is not None and op.op_id in row.contested


def _contest(row: R, op: Operation) -> R:
    if kind_of(op.kind).nature is Nature.INTENT:
        raise Rejected("op.move_not_allowed")
    return replace(row, contested=(*row.contested, op.op_id))


def _remark(row: R, text: str) -> R:
    return replace(row, remarks=(*row.remarks, text))


# ---------------------------------------------------------------- pieces


def _item_received(row: Row | None, op: Operation) -> Row:
    stub = row if isinstance(row, MailItem) and not row.mail_id else None
    if row is not None and stub is None:
        return _contest(row, op)
    return MailItem(
        id=op.entity_id,
        mail_id=op.text("mail_id"),
        state=(ItemState.RECEIVED if op.text("account") else ItemState.UNASSIGNED).value,
        account_id=op.text("account"),
        mailbox=op.text("mailbox"),
        name_on_piece=op.text("name"),
        name_matched=op.text("matched"),
        verdict=op.text("verdict"),
        mail_type=op.text("mail_type") or "package",
        carrier=op.text("carrier"),
        tracking=op.text("tracking"),
        weight_g=op.number("weight_g"),
        shelf=op.text("shelf"),
        photo=op.text("photo"),
        flags=op.names("flags"),
        received_on=op.text("received_on"),
        received_ms=op.at_ms,
        received_by=op.actor.id,
        contested=stub.contested if stub else (),
        remarks=stub.remarks if stub else (),
        history=stub.history if stub else (),
    )


def _stub(op: Operation) -> MailItem:
    # An act on a piece that this side has never seen: the act is kept, the piece is contested (3.6).
    return MailItem(id=op.entity_id, mail_id="", state=ItemState.UNASSIGNED.value, contested=(op.op_id,))


def _reject_unknown(op: Operation, code: str) -> None:
    if kind_of(op.kind).nature is Nature.INTENT:
        raise Rejected(code)


def _item(row: Row | None, op: Operation) -> MailItem:
    if row is None:
        _reject_unknown(op, "op.item_unknown")
        return _stub(op)
    if not isinstance(row, MailItem):
        raise MalformedOperationError("op.wrong_row")
    return row


def _move_item(row: MailItem, new: ItemState, op: Operation, **changes: Any) -> MailItem:
    if op.op_id in row.contested:
        return row
    if not mail_item.may_move(ItemState(row.state), new):
        return _contest(row, op)
    final = op.at_ms if new in mail_item.FINAL else row.final_ms
    return replace(row, state=new.value, final_ms=final, **changes)


def _item_assigned(row: Row | None, op: Operation) -> Row:
    item = _item(row, op)
    return _move_item(item, ItemState.RECEIVED, op, **_holder(op))


def _holder(op: Operation) -> dict[str, Any]:
    return {
        "account_id": op.text("account"),
        "mailbox": op.text("mailbox"),
        "name_on_piece": op.text("name"),
        "name_matched": op.text("matched"),
        "verdict": op.text("verdict"),
    }


def _item_reassigned(row: Row | None, op: Operation) -> Row:
    item = _item(row, op)
    if op.op_id in item.contested:
        return item
    if ItemState(item.state) not in (ItemState.RECEIVED, ItemState.SCANNED):
        return _contest(item, op)
    return replace(item, **_holder(op))


def _item_moved(row: Row | None, op: Operation) -> Row:
    item = _item(row, op)
    return item if op.op_id in item.contested else replace(item, shelf=op.text("shelf"))


def _item_weighed(row: Row | None, op: Operation) -> Row:
    item = _item(row, op)
    return item if op.op_id in item.contested else replace(item, weight_g=op.number("weight_g"))


def _item_taken_back(row: Row | None, op: Operation) -> Row:
    return _move_item(_item(row, op), ItemState.TAKEN_BACK, op)


def _item_into_task(row: Row | None, op: Operation) -> Row:
    item = _item(row, op)
    foreign = op.text("account") and item.account_id and op.text("account") != item.account_id
    if foreign or (item.task_id and item.task_id != op.entity_id):
        return _contest(item, op)
    return _move_item(item, ItemState.IN_TASK, op, task_id=op.entity_id, state_before_task=item.state)


def _item_out_of_task(row: Row | None, op: Operation) -> Row:
    item = _item(row, op)
    if item.task_id != op.entity_id:
        return item
    back = ItemState(item.state_before_task or ItemState.RECEIVED.value)
    return _move_item(item, back, op, task_id="", state_before_task="")


def _item_handed_over(row: Row | None, op: Operation) -> Row:
    item = _item(row, op)
    if item.task_id != op.entity_id and op.op_id not in item.contested:
        # Also a piece that lies in no pickup at all: nobody held it against a name, a fee and a signature.
        return _contest(item, op)
    return _move_item(item, ItemState.PICKED_UP, op)


# ---------------------------------------------------------------- pickups


def _pickup(row: Row | None, op: Operation) -> Pickup:
    if row is None:
        _reject_unknown(op, "op.pickup_unknown")
        return Pickup(id=op.entity_id, account_id="", mailbox="", state=PickupState.READY.value, contested=(op.op_id,))
    if not isinstance(row, Pickup):
        raise MalformedOperationError("op.wrong_row")
    return row


def _move_pickup(row: Pickup, new: PickupState, op: Operation, **changes: Any) -> Pickup:
    if op.op_id in row.contested:
        return row
    if not pickup.may_move(PickupState(row.state), new):
        return _contest(row, op)
    return replace(row, state=new.value, **changes)


def _pickup_opened(row: Row | None, op: Operation) -> Row:
    if row is not None:
        return _contest(row, op)
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


def _while_in_progress(change: Callable[[Pickup, Operation], dict[str, Any]]) -> Callable[..., Row]:
    def step(row: Row | None, op: Operation) -> Row:
        one = _pickup(row, op)
        if op.op_id in one.contested:
            return one
        if PickupState(one.state) not in pickup.OPEN:
            return _contest(one, op)
        return replace(one, **change(one, op))

    return step


def _add(values: tuple[str, ...], *more: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*values, *more)))


def _to(new: PickupState, change: Callable[[Operation], dict[str, Any]] = lambda op: {}) -> Callable[..., Row]:
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
            return _contest(one, op)
        return replace(one, payment=result.value, attempt=attempt)
    if PickupState(one.state) is not PickupState.CHARGING or attempt != one.attempt:
        # A late answer to an earlier attempt says nothing about the one that is running (2.5).
        return _contest(one, op)
    after = payment.after_answer(result)
    if after is payment.PaymentState.PROCESSING:
        return replace(one, payment=result.value)
    paid = after is payment.PaymentState.COMPLETED
    state = PickupState.PAID if paid else PickupState.PAYMENT_DECLINED
    return _move_pickup(one, state, op, payment=result.value)


def _pickup_handed_over(row: Row | None, op: Operation) -> Row:
    one = _pickup(row, op)
    if op.op_id in one.contested:
        return one
    # The same gate as at the counter: a FACT is kept, but a gate that stood open is written beside it.
    # A second hand-over is contested, and says nothing about the gates of the first.
    if PickupState(one.state) is not PickupState.HANDED_OVER:
        differ = ("pickup.pieces_differ",) if set(op.names("items")) != set(one.to_hand_over) else ()
        for gap in (*pickup.gaps(one), *differ):
            one = _remark(one, f"{gap}:{op.op_id}")
    return _move_pickup(one, PickupState.HANDED_OVER, op, handed_by=op.actor.id, handed_ms=op.at_ms)


# ---------------------------------------------------------------- accounts and employees


def _named(op: Operation) -> dict[str, Any]:
    try:
        names = tuple(FormName(**_texts(one)) for one in json.loads(op.text("names") or "[]"))
        people = tuple(Collector(**_texts(one)) for one in json.loads(op.text("collectors") or "[]"))
    except (TypeError, ValueError, RecursionError) as error:
        raise MalformedOperationError("op.field_wrong", "names") from error
    return {"names": names, "collectors": people}


def _texts(entry: Any) -> dict[str, str]:
    if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
        raise TypeError("every field of a name is text")
    return entry


def _account_registered(row: Row | None, op: Operation) -> Row:
    if row is not None:
        return _contest(row, op)
    return Account(
        id=op.entity_id,
        mailbox=op.text("mailbox"),
        state=AccountState.SIGNED_UP.value,
        holder=op.text("holder"),
        email=op.text("email"),
        phone=op.text("phone"),
        plan=op.text("plan"),
        **_named(op),
    )


def _account(row: Row | None) -> Account:
    if not isinstance(row, Account):
        raise MalformedOperationError("op.account_unknown")
    return row


def _account_state_set(row: Row | None, op: Operation) -> Row:
    one = _account(row)
    after = replace(
        one,
        payment=op.text("payment") or one.payment,
        id_expires_on=op.text("id_expires_on") or one.id_expires_on,
    )
    if not op.text("state") or op.text("state") == one.state:
        return after
    try:
        new = AccountState(op.text("state"))
    except ValueError as error:
        raise MalformedOperationError("op.field_wrong", "state") from error
    if not mailbox.may_move(AccountState(one.state), new):
        return _contest(after, op)
    # R-14 counts the six months from the closing, not from the day on which the number went back to the pool.
    released = new is AccountState.RELEASED
    return replace(after, state=new.value, state_since=one.state_since if released else op.text("since"))


def _account_names_set(row: Row | None, op: Operation) -> Row:
    return replace(_account(row), **_named(op))


def _account_note_set(row: Row | None, op: Operation) -> Row:
    if row is None:
        raise Rejected("op.account_unknown")
    return replace(_account(row), note=op.text("note"))


def _employee_set(row: Row | None, op: Operation) -> Row:
    known = row if isinstance(row, Employee) else None
    return Employee(
        id=op.entity_id,
        name=op.text("name"),
        email=op.text("email"),
        level=op.number("level"),
        active=bool(op.number("active")),
        contested=known.contested if known else (),
        remarks=known.remarks if known else (),
        history=known.history if known else (),
    )


_STEPS: dict[tuple[str, str], Callable[[Row | None, Operation], Row | None]] = {
    ("item.received", "item"): _item_received,
    ("item.assigned", "item"): _item_assigned,
    ("item.reassigned", "item"): _item_reassigned,
    ("item.moved", "item"): _item_moved,
    ("item.weighed", "item"): _item_weighed,
    ("item.taken_back", "item"): _item_taken_back,
    ("pickup.opened", "pickup"): _pickup_opened,
    ("pickup.opened", "item"): _item_into_task,
    ("pickup.requested", "pickup"): _pickup_opened,
    ("pickup.requested", "item"): _item_into_task,
    ("pickup.pieces_added", "pickup"): _while_in_progress(
        lambda row, op: {"items": _add(row.items, *op.names("items"))}
    ),
    ("pickup.pieces_added", "item"): _item_into_task,
    ("pickup.started", "pickup"): _to(PickupState.IN_PROGRESS),
    ("pickup.id_checked", "pickup"): _while_in_progress(
        lambda row, op: {
            "collector": op.text("collector"),
            "id_type": op.text("id_type"),
            "id_checked_by": op.actor.id,
            "collector_listed": bool(op.number("listed")),
        }
    ),
    ("pickup.piece_scanned", "pickup"): _while_in_progress(
        lambda row, op: {
            "scanned": _add(row.scanned, op.text("item")),
            "missing": tuple(one for one in row.missing if one != op.text("item")),
        }
    ),
    ("pickup.piece_missing", "pickup"): _while_in_progress(
        lambda row, op: {"missing": _add(row.missing, op.text("item"))}
    ),
    ("pickup.charge_asked", "pickup"): _to(PickupState.CHARGING, _charge),
    ("pickup.charge_put_off", "pickup"): _to(PickupState.PAY_LATER, _charge),
    ("pickup.nothing_due", "pickup"): _to(PickupState.PAID, lambda op: {"payment": "nothing_due"}),
    ("pickup.charged", "pickup"): _pickup_charged,
    ("pickup.tried_again", "pickup"): _to(PickupState.IN_PROGRESS, lambda op: {"payment": ""}),
    ("pickup.signed", "pickup"): _while_in_progress(lambda row, op: {"signature": op.text("signature")}),
    ("pickup.put_back", "pickup"): _to(
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
    ("pickup.handed_over", "pickup"): _pickup_handed_over,
    ("pickup.handed_over", "item"): _item_handed_over,
    ("pickup.declined", "pickup"): _to(PickupState.DECLINED, lambda op: {"reason": op.text("reason")}),
    ("pickup.declined", "item"): _item_out_of_task,
    ("account.registered", "account"): _account_registered,
    ("account.state_set", "account"): _account_state_set,
    ("account.names_set", "account"): _account_names_set,
    ("account.note_set", "account"): _account_note_set,
    ("employee.set", "employee"): _employee_set,
}
