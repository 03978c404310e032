"""How operations change a piece of mail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from counter_app.domain import mail_item
from counter_app.domain.folding import Step, contest, reject_unknown, settle
from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.operations import MalformedOperationError, Operation
from counter_app.domain.rows import Row


def _item_received(row: Row | None, op: Operation) -> Row:
    stub = row if isinstance(row, MailItem) and not row.mail_id else None
    if row is not None and stub is None:
        return contest(row, op)
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


def _item(row: Row | None, op: Operation) -> MailItem:
    if row is None:
        reject_unknown(op, "op.item_unknown")
        return _stub(op)
    if not isinstance(row, MailItem):
        raise MalformedOperationError("op.wrong_row")
    return row


def _move_item(row: MailItem, new: ItemState, op: Operation, **changes: Any) -> MailItem:
    if op.op_id in row.contested:
        return row
    if not mail_item.may_move(ItemState(row.state), new):
        return contest(row, op)
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
        return contest(item, op)
    return replace(item, **_holder(op))


def _on_the_shelf(change: Callable[[Operation], dict[str, Any]]) -> Step:
    def step(row: Row | None, op: Operation) -> Row:
        item = _item(row, op)
        if op.op_id in item.contested:
            return item
        return replace(item, **change(op)) if item.on_the_shelf else contest(item, op)

    return step


def _item_taken_back(row: Row | None, op: Operation) -> Row:
    return _move_item(_item(row, op), ItemState.TAKEN_BACK, op)


def _item_into_task(row: Row | None, op: Operation) -> Row:
    item = _item(row, op)
    foreign = op.text("account") and item.account_id and op.text("account") != item.account_id
    if foreign or (item.task_id and item.task_id != op.entity_id):
        return contest(item, op)
    return _move_item(item, ItemState.IN_TASK, op, task_id=op.entity_id, state_before_task=item.state)


def _item_out_of_task(row: Row | None, op: Operation) -> Row:
    item = _item(row, op)
    if item.task_id != op.entity_id:
        return item
    back = ItemState(item.state_before_task or ItemState.RECEIVED.value)
    return _move_item(item, back, op, task_id="", state_before_task="")


def _item_handed_over(row: Row | None, op: Operation) -> Row:
    item = _item(row, op)
    if item.id in op.names("missing"):
        # It was not on its shelf: it is free again, and searched for.
        return _item_out_of_task(row, op)
    if item.task_id != op.entity_id and op.op_id not in item.contested:
        # Also a piece that lies in no pickup at all: nobody held it against a name, a fee and a signature.
        return contest(item, op)
    return _move_item(item, ItemState.PICKED_UP, op)


item_of, move_item, out_of_task = _item, _move_item, _item_out_of_task
"""For the folds of single kinds of tasks, which stand in files of their own."""

STEPS: dict[str, Step] = {
    "item.received": _item_received,
    "item.assigned": _item_assigned,
    "item.reassigned": _item_reassigned,
    "item.moved": _on_the_shelf(lambda op: {"shelf": op.text("shelf")}),
    "item.weighed": _on_the_shelf(lambda op: {"weight_g": op.number("weight_g")}),
    "item.taken_back": _item_taken_back,
    "item.settled": lambda row, op: settle(_item(row, op), op),
    "pickup.opened": _item_into_task,
    "pickup.requested": _item_into_task,
    "pickup.pieces_added": _item_into_task,
    "pickup.handed_over": _item_handed_over,
    "pickup.declined": _item_out_of_task,
    "task.requested": _item_into_task,
    "task.opened": _item_into_task,
    "task.declined": _item_out_of_task,
    "task.cancelled": _item_out_of_task,
}
