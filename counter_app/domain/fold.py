"""`apply(row, operation) -> row`: the only place where the state of a row is decided.

Station and central service run this same function, so what a clerk sees before the centre has answered is what
the centre will decide when nothing came in between. It is pure: no clock, no random, no I/O.
"""

from __future__ import annotations

from dataclasses import replace

from counter_app.domain import (
    fold_accounts,
    fold_deliveries,
    fold_intake,
    fold_items,
    fold_pickups,
    fold_shelves,
    fold_tasks,
    permissions,
)
from counter_app.domain.folding import Rejected, Step, remark
from counter_app.domain.operations import Kind, MalformedOperationError, Nature, Operation, kind_of
from counter_app.domain.rows import Row

__all__ = ["Rejected", "apply", "is_contested"]
_STEPS: dict[str, dict[str, Step]] = {
    "item": fold_items.STEPS,
    "pickup": fold_pickups.STEPS,
    "account": fold_accounts.STEPS,
    "employee": fold_accounts.EMPLOYEE_STEPS,
    "task": {**fold_tasks.STEPS, **fold_deliveries.STEPS},
    "shelf": fold_shelves.SHELF_STEPS,
    "stocktake": fold_shelves.STOCKTAKE_STEPS,
    "supply": fold_deliveries.SUPPLY_STEPS,
    "intake": fold_intake.INTAKE_STEPS,
    "manifest": fold_intake.RETURNS_STEPS,
}


def apply(entity: str, row: Row | None, op: Operation, row_id: str = "") -> Row:
    """The row after `op`.

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
    step = _STEPS.get(entity, {}).get(op.kind)
    if step is None:
        raise MalformedOperationError("op.no_step", f"{op.kind} on {entity}")
    after = step(row, op)
    if row is None:
        after = replace(after, id=_new_id(kind, entity, op, row_id))
    if not verdict:
        after = remark(after, f"{verdict.code}:{op.op_id}")
    return replace(after, history=(*after.history, (op.op_id, op.kind, op.at_ms, op.actor.id)))


def _new_id(kind: Kind, entity: str, op: Operation, row_id: str) -> str:
    # A stub for an unknown piece of a pickup must carry the id of the piece, not that of the pickup.
    if entity == kind.entity:
        return op.entity_id
    others = [one for typ, key in kind.also_touches if typ == entity for one in op.ids(key)]
    if not row_id and len(set(others)) == 1:
        return others[0]
    if row_id not in others:
        raise MalformedOperationError("op.row_not_touched", row_id[:60])
    return row_id


def is_contested(row: Row | None, op: Operation) -> bool:
    """Whether `op` contradicted this row when it was folded in."""
    return row is not None and op.op_id in row.contested
