"""How operations change a task: what all kinds have in common (S-10, 2.5). What one kind has alone stands beside it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from counter_app.domain import payment, task
from counter_app.domain.folding import Rejected, Step, contest, reject_unknown, remark, settle
from counter_app.domain.operations import MalformedOperationError, Operation
from counter_app.domain.payment import ChargeResult
from counter_app.domain.rows import Row, typed
from counter_app.domain.task import CHARGED_FROM, ENDED, ChargeLine, Task, TaskKind, TaskState
from counter_app.domain.tasks import task_class

S = TaskState


def the_task(row: Row | None, op: Operation) -> Task:
    """The task that `op` is about; an act on a task that this side has never seen is kept, contested, on a stub."""
    if row is None:
        reject_unknown(op, "op.task_unknown")
        stub = task_class(TaskKind.FEE.value)
        return stub(op.entity_id, TaskKind.FEE.value, "", "", S.REQUESTED.value, contested=(op.op_id,))
    if not isinstance(row, Task):
        raise MalformedOperationError("op.wrong_row")
    return row


def move_task(row: Task, new: TaskState, op: Operation, **changes: Any) -> Task:
    """`row` in state `new`, if its kind may go there; contested otherwise. Ended tasks are nobody's any more."""
    if op.op_id in row.contested:
        return row
    kind = TaskKind(row.kind)
    if not task.may_move(kind, TaskState(row.state), new):
        return contest(row, op)
    if new in ENDED[kind]:
        changes |= {"ended_ms": op.at_ms, "ended_by": op.actor.id, "locked_by": "", "locked_ms": 0}
    return replace(row, state=new.value, **changes)


def to(new: TaskState, change: Callable[[Task, Operation], dict[str, Any]] = lambda row, op: {}) -> Step:
    """A step that moves the task to `new` and changes what `change` says."""

    def step(row: Row | None, op: Operation) -> Row:
        one = the_task(row, op)
        return move_task(one, new, op, **change(one, op))

    return step


def while_in(states: frozenset[TaskState], change: Callable[[Task, Operation], dict[str, Any]]) -> Step:
    """A step that changes what `change` says while the task is in one of `states`, and is contested otherwise."""

    def step(row: Row | None, op: Operation) -> Row:
        one = the_task(row, op)
        if op.op_id in one.contested:
            return one
        if TaskState(one.state) not in states:
            return contest(one, op)
        return replace(one, **change(one, op))

    return step


def lines_of(op: Operation) -> tuple[ChargeLine, ...]:
    """The charge lines that an act carries as frozen text; MalformedOperationError when they are none."""
    try:
        return tuple(ChargeLine(**typed(ChargeLine, one)) for one in frozen(op, "lines", list))
    except (ValueError, TypeError) as error:
        raise MalformedOperationError("op.field_wrong", "lines") from error


def frozen(op: Operation, key: str, shape: type) -> Any:
    """A field of frozen JSON as a `shape` (list or dict, empty for none); MalformedOperationError otherwise."""
    try:
        found = json.loads(op.text(key) or ("[]" if shape is list else "{}"))
    except (ValueError, RecursionError) as error:
        raise MalformedOperationError("op.field_wrong", key) from error
    if not isinstance(found, shape):
        raise MalformedOperationError("op.field_wrong", key)
    return found


def _begun(row: Row | None, op: Operation) -> Row:
    if row is not None:
        return contest(row, op)
    cls = task_class(op.text("task_kind"))
    asked = frozen(op, "terms", dict)
    try:
        terms = typed(cls, {key: value for key, value in asked.items() if key in cls.TERMS})
        return cls(
            id=op.entity_id,
            kind=op.text("task_kind"),
            account_id=op.text("account"),
            mailbox=op.text("mailbox"),
            state=S.REQUESTED.value,
            items=tuple(dict.fromkeys(op.names("items"))),
            requested_ms=op.at_ms,
            wanted_ms=op.number("wanted_ms"),
            instructions=op.text("instructions"),
            opened_by=op.actor.id if op.kind == "task.opened" else "",
            **terms,
        )
    except (ValueError, TypeError) as error:
        raise MalformedOperationError("op.field_wrong", "terms") from error


def _taken(row: Row | None, op: Operation) -> Row:
    one = the_task(row, op)
    if not one.open:
        raise Rejected("task.not_open")
    if one.locked_by not in ("", op.actor.id) and not op.text("takeover_reason"):
        raise Rejected("task.locked")
    return replace(one, locked_by=op.actor.id, locked_ms=op.at_ms)


def _let_go(row: Row | None, op: Operation) -> Row:
    one = the_task(row, op)
    if one.locked_by not in ("", op.actor.id):
        raise Rejected("task.locked")
    return replace(one, locked_by="", locked_ms=0)


def _gathering(change: Callable[[Task, str], dict[str, Any]]) -> Step:
    """A piece is found or missing; with the last of them the task is gathered (and not any more without one)."""

    def step(row: Row | None, op: Operation) -> Row:
        one = the_task(row, op)
        piece = op.text("item")
        if op.op_id in one.contested:
            return one
        if TaskState(one.state) not in (S.REQUESTED, S.GATHERED) or piece not in one.items:
            return contest(one, op)
        return _as_gathered(replace(one, **change(one, piece)))

    return step


def _as_gathered(one: Task) -> Task:
    whole = bool(one.at_hand) and all(item in one.ticked for item in one.at_hand)
    return replace(one, state=(S.GATHERED if whole else S.REQUESTED).value)


def _with(values: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*values, one)))


def _without(values: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(value for value in values if value != one)


def _piece_lost(row: Row | None, op: Operation) -> Row:
    """A piece of it was given up as lost (2.11): it goes on without it, whatever step it is at."""
    one, piece = the_task(row, op), op.entity_id
    if op.op_id in one.contested or TaskState(one.state) in ENDED[TaskKind(one.kind)]:
        return one
    one = replace(
        one,
        items=_without(one.items, piece),
        ticked=_without(one.ticked, piece),
        missing=_without(one.missing, piece),
    )
    return _as_gathered(one) if TaskState(one.state) in (S.REQUESTED, S.GATHERED) else one


def _missing(one: Task, piece: str) -> dict[str, Any]:
    return {"missing": _with(one.missing, piece), "ticked": _without(one.ticked, piece)}


_WORKED_ON = frozenset({S.OPENED, S.SCANNED, S.COUNTED, S.PREPARED, S.WEIGHED, S.PRICED, S.PAID})


def _left_out(row: Row | None, op: Operation) -> Row:
    """What lies in another task is left out of this one, at any step before its pieces leave; the step stays."""
    one, piece = the_task(row, op), op.text("item")
    if TaskState(one.state) in _WORKED_ON and piece in one.items and op.op_id not in one.contested:
        return replace(one, **_missing(one, piece))
    return _gathering(_missing)(one, op)


def _pieces_added(row: Row | None, op: Operation) -> Row:
    """Pieces that it was asked for lie in it again, after another task has let them go."""
    one = the_task(row, op)
    if op.op_id in one.contested:
        return one
    if TaskState(one.state) in ENDED[TaskKind(one.kind)] or not set(op.names("items")) <= set(one.items):
        return contest(one, op)
    return one


_BEFORE_CHARGE = frozenset(S) - frozenset(task.OUT_OF_TODO) - {S.CHARGING, S.PAID}


def _extra_set(one: Task, op: Operation) -> dict[str, Any]:
    line = ChargeLine(
        op.text("key"),
        op.text("label"),
        op.number("quantity") or 1,
        op.number("unit_cents"),
        -1 if op.number("discount") else 1,
    )
    return {"extras": (*(old for old in one.extras if old.key != line.key), line)}


def _charge_asked(row: Row | None, op: Operation) -> Row:
    one = the_task(row, op)
    if op.op_id in one.contested:
        return one
    if TaskState(one.state) is not CHARGED_FROM.get(TaskKind(one.kind)) or op.number("attempt") <= one.attempt:
        return contest(one, op)
    lines = lines_of(op)
    after = move_task(
        one,
        S.CHARGING,
        op,
        lines=lines,
        amount_cents=op.number("amount_cents"),
        attempt=op.number("attempt"),
        payment="asked",
    )
    if task.total_cents(lines) != op.number("amount_cents"):
        return remark(after, f"task.sum_differs:{op.op_id}")
    return after


def _nothing_due(row: Row | None, op: Operation) -> Row:
    one = the_task(row, op)
    if TaskState(one.state) is not CHARGED_FROM.get(TaskKind(one.kind)) and op.op_id not in one.contested:
        return contest(one, op)
    return move_task(one, S.PAID, op, payment="nothing_due")


def _charged(row: Row | None, op: Operation) -> Row:
    one = the_task(row, op)
    if op.op_id in one.contested:
        return one
    if TaskState(one.state) is not S.CHARGING or op.number("attempt") != one.attempt:
        # A late answer to an earlier attempt says nothing about the one that is running (2.5).
        return contest(one, op)
    result = ChargeResult(op.text("result"))
    after = payment.after_answer(result)
    if after is payment.PaymentState.PROCESSING:
        return replace(one, payment=result.value)
    paid = after is payment.PaymentState.COMPLETED
    charged_ms = op.at_ms if paid else 0
    return move_task(one, S.PAID if paid else S.PAYMENT_DECLINED, op, payment=result.value, charged_ms=charged_ms)


def _tried_again(row: Row | None, op: Operation) -> Row:
    one = the_task(row, op)
    before = CHARGED_FROM.get(TaskKind(one.kind), S.REQUESTED)
    if TaskState(one.state) is not S.PAYMENT_DECLINED and op.op_id not in one.contested:
        return contest(one, op)
    return move_task(one, before, op, payment="")


def _customer_answered(row: Row | None, op: Operation) -> Row:
    one = the_task(row, op)
    if TaskState(one.state) is not S.AWAITING_CUSTOMER and op.op_id not in one.contested:
        return contest(one, op)
    agreed = op.number("amount_cents") if op.number("agreed") else one.agreed_cents
    return move_task(one, S.PRICED, op, agreed_cents=agreed)


def _end(new: TaskState) -> Step:
    return to(new, lambda row, op: {"reason": op.text("reason"), "comment": op.text("comment")})


STEPS: dict[str, Step] = {
    "task.requested": _begun,
    "task.opened": _begun,
    "task.taken": _taken,
    "task.let_go": _let_go,
    "task.piece_ticked": _gathering(
        lambda one, piece: {"ticked": _with(one.ticked, piece), "missing": _without(one.missing, piece)}
    ),
    "task.piece_missing": _gathering(_missing),
    "task.piece_left_out": _left_out,
    "task.pieces_added": _pieces_added,
    "item.lost": _piece_lost,
    "task.extra_set": while_in(_BEFORE_CHARGE, _extra_set),
    "task.extra_removed": while_in(
        _BEFORE_CHARGE, lambda one, op: {"extras": tuple(old for old in one.extras if old.key != op.text("key"))}
    ),
    "task.customer_asked": to(S.AWAITING_CUSTOMER, lambda row, op: {"amount_cents": op.number("amount_cents")}),
    "task.customer_answered": _customer_answered,
    "task.charge_asked": _charge_asked,
    "task.nothing_due": _nothing_due,
    "task.charged": _charged,
    "task.tried_again": _tried_again,
    "task.declined": _end(S.DECLINED),
    "task.cancelled": _end(S.CANCELLED),
    "task.settled": lambda row, op: settle(the_task(row, op), op),
}
