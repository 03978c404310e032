"""How operations change a personal delivery, up to the gate and through it, and what it uses up (S-17, S-18, 2.9)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from counter_app.domain import delivery, fold_tasks
from counter_app.domain.delivery import DRIVER_HERE, PREPARED, DeliveryTask
from counter_app.domain.fold_tasks import move_task, the_task
from counter_app.domain.folding import Rejected, Step, contest, remark
from counter_app.domain.operations import MalformedOperationError, Operation
from counter_app.domain.rows import Row
from counter_app.domain.supply import Supply
from counter_app.domain.task import TaskState

S = TaskState
_NOBODY: dict[str, Any] = {"driver": "", "driver_ms": 0, "photo": "", "matched_ms": 0}
"""No driver is here: the next one begins with his own photo and code."""


def _delivery(change: Callable[[DeliveryTask, Operation], Row]) -> Step:
    """A step of deliveries alone; on any other task the act is a contradiction."""

    def step(row: Row | None, op: Operation) -> Row:
        one = the_task(row, op)
        if op.op_id in one.contested:
            return one
        return change(one, op) if isinstance(one, DeliveryTask) else contest(one, op)

    return step


def _is(one: DeliveryTask, *states: TaskState) -> bool:
    return TaskState(one.state) in states


def _bags_sealed(one: DeliveryTask, op: Operation) -> Row:
    bags = op.number("bags")
    if _is(one, *PREPARED):
        return replace(one, bags=bags)  # counted anew
    return move_task(one, S.SEALED, op, bags=bags, sealed_ms=max(1, op.at_ms))


def _labels_owed(one: DeliveryTask, op: Operation) -> Row:
    pieces = op.names("pieces")
    if _is(one, S.LABELLED, *DRIVER_HERE):
        return replace(one, labelled=pieces)
    return move_task(one, S.LABELLED, op, labelled=pieces)


def _piece_dropped(one: DeliveryTask, op: Operation) -> Row:
    piece = op.text("piece")
    if not _is(one, *PREPARED) or piece not in one.at_hand:
        return contest(one, op)
    left = tuple(item for item in one.ticked if item != piece)
    return replace(one, ticked=left, missing=(*one.missing, piece))


def _driver_arrived(one: DeliveryTask, op: Operation) -> Row:
    changes = {**_NOBODY, "driver": op.text("driver"), "driver_ms": max(1, op.at_ms), "gone": ""}
    return move_task(one, S.DRIVER_ARRIVED, op, **changes, courier=op.text("courier") or one.courier)


def _driver_gone(one: DeliveryTask, op: Operation) -> Row:
    return (
        move_task(one, S.LABELLED, op, **_NOBODY, gone=op.text("why")) if _is(one, *DRIVER_HERE) else contest(one, op)
    )


def _photographed(one: DeliveryTask, op: Operation) -> Row:
    if _is(one, S.PHOTO_TAKEN):
        return replace(one, photo=op.text("photo"))  # taken again
    return move_task(one, S.PHOTO_TAKEN, op, photo=op.text("photo"))


def _code_tried(one: DeliveryTask, op: Operation) -> Row:
    if not _is(one, S.PHOTO_TAKEN) or one.locked_out or not one.code_check:
        return contest(one, op)
    if delivery.is_right(one, op.text("proof")):
        return move_task(one, S.CODE_MATCHED, op, matched_ms=max(1, op.at_ms), tries=0)
    return replace(one, tries=one.tries + 1)


def _code_released(one: DeliveryTask, op: Operation) -> Row:
    if not one.open or not one.locked_out:
        raise Rejected("delivery.not_locked")
    return replace(one, tries=0)


def _code_sent(one: DeliveryTask, op: Operation) -> Row:
    if not one.open:
        return contest(one, op)
    code: dict[str, Any] = {"code_salt": op.text("code_salt"), "code_check": op.text("code_check"), "tries": 0}
    after = replace(one, **code, courier=op.text("courier") or one.courier)
    # What matched was the code before: whoever stands here is not the driver of the new one.
    return replace(after, state=S.LABELLED.value, **_NOBODY) if _is(one, S.CODE_MATCHED) else after


def _handed_over(one: DeliveryTask, op: Operation) -> Row:
    # The same gate as at the counter: a FACT is kept, but a gate that stood open is written beside it.
    # A second hand-over is contested, and says nothing about the gates of the first.
    if not _is(one, S.HANDED_TO_DRIVER):
        found = list(delivery.gaps(one))
        if not op.number("ticked"):
            found.append("delivery.not_ticked")
        if set(op.names("items")) != set(one.at_hand):
            found.append("delivery.pieces_differ")
        for gap in found:
            one = remark(one, f"{gap}:{op.op_id}")
    done = {"handed_ms": op.at_ms, "handed_by": op.actor.id, "locked_by": "", "locked_ms": 0}
    return move_task(one, S.HANDED_TO_DRIVER, op, **done)


def _put_back(one: DeliveryTask, op: Operation) -> Row:
    if not _is(one, S.GATHERED, *PREPARED):
        return contest(one, op)
    return move_task(one, S.DECLINED, op, **_NOBODY, gone=op.text("why"), reason=op.text("why"))


def _delivered(one: DeliveryTask, op: Operation) -> Row:
    outcome = "partly_returned" if one.returned or one.not_returned else "delivered"
    when = op.number("delivered_ms") or op.at_ms
    return move_task(one, S.DELIVERED, op, delivered_ms=when, outcome=outcome, reason=op.text("reason"))


def _coming_back(field: str) -> Step:
    """Pieces of a delivery are accounted for one by one; with the last of them it has come back."""

    def change(one: DeliveryTask, op: Operation) -> Row:
        pieces = op.names("items")
        if not _is(one, S.HANDED_TO_DRIVER) or not pieces or not set(pieces) <= set(one.out):
            return contest(one, op)
        more: dict[str, Any] = {field: tuple(dict.fromkeys((*getattr(one, field), *pieces)))}
        after = replace(one, **more)
        return after if after.out else move_task(after, S.RETURNED, op, outcome="returned")

    return _delivery(change)


def _photo_viewed(one: DeliveryTask, op: Operation) -> Row:
    return one  # who looked, and when, stands in its history


def _opened(row: Row | None, op: Operation) -> Row:
    """Written down by a clerk: whatever he says of it, the code comes from the platform alone."""
    after = fold_tasks.STEPS["task.opened"](row, op)
    if row is None and isinstance(after, DeliveryTask):
        return replace(after, code_salt="", code_check="")
    return after


STEPS: dict[str, Step] = {
    "task.opened": _opened,
    "task.bags_sealed": _delivery(_bags_sealed),
    "task.labels_owed": _delivery(_labels_owed),
    "task.piece_dropped": _delivery(_piece_dropped),
    "task.driver_arrived": _delivery(_driver_arrived),
    "task.driver_gone": _delivery(_driver_gone),
    "task.driver_photographed": _delivery(_photographed),
    "task.code_tried": _delivery(_code_tried),
    "task.code_released": _delivery(_code_released),
    "task.code_sent": _delivery(_code_sent),
    "task.handed_to_driver": _delivery(_handed_over),
    "task.delivery_put_back": _delivery(_put_back),
    "task.delivered": _delivery(_delivered),
    "task.delivery_noted": _delivery(_delivered),
    "task.pieces_returned": _coming_back("returned"),
    "task.pieces_not_returned": _coming_back("not_returned"),
    "task.driver_photo_viewed": _delivery(_photo_viewed),
}


def _supply(change: Callable[[Supply, Operation], dict[str, Any]]) -> Step:
    def step(row: Row | None, op: Operation) -> Row:
        if row is not None and not isinstance(row, Supply):
            raise MalformedOperationError("op.wrong_row")
        one = row if row is not None else Supply(op.entity_id)
        return replace(one, **change(one, op))

    return step


SUPPLY_STEPS: dict[str, Step] = {
    "supply.counted": _supply(lambda one, op: {"on_hand": op.number("on_hand"), "since_ms": max(1, op.at_ms)}),
    "supply.restocked": _supply(lambda one, op: {"on_hand": op.number("on_hand"), "since_ms": max(1, op.at_ms)}),
    "supply.level_set": _supply(lambda one, op: {"level": op.number("level")}),
}
