"""How operations change a piece of mail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from counter_app.domain import mail_item
from counter_app.domain.fold_intake import apart_steps
from counter_app.domain.folding import Step, contest, reject_unknown, remark, settle
from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.operations import MalformedOperationError, Operation
from counter_app.domain.rows import Row


def _item_received(row: Row | None, op: Operation) -> Row:
    stub = row if isinstance(row, MailItem) and not row.mail_id else None
    if row is not None and stub is None:
        return contest(row, op)
    after = MailItem(
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
        intake=op.text("intake"),
        sender=op.text("sender"),
        custom_type=op.text("custom_type"),
        length_mm=op.number("length_mm"),
        width_mm=op.number("width_mm"),
        height_mm=op.number("height_mm"),
        postage_due_cents=op.number("postage_due_cents"),
        contested=stub.contested if stub else (),
        remarks=stub.remarks if stub else (),
        history=stub.history if stub else (),
    )
    if "registered" in after.flags:
        return remark(after, f"item.registered:{op.op_id}")  # its addressee must fetch it at the post office
    return after


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
    if new not in _STILL_OURS:
        changes = _search_over(row, op) | changes  # whoever took it out had it in hand
    return replace(row, state=new.value, final_ms=final, **changes)


_STILL_OURS = mail_item.ON_THE_SHELF | {ItemState.LOST}


def _search_over(row: MailItem, op: Operation) -> dict[str, Any]:
    """What changes when a piece that was searched for is in somebody's hand again; nothing for any other."""
    if not row.searching_ms:
        return {}
    paused = row.paused_ms + max(0, op.at_ms - row.searching_ms)
    return {"searching_ms": 0, "searching_by": "", "looked": (), "paused_ms": paused}


def _item_moved(row: Row | None, op: Operation) -> Row:
    item = _item(row, op)
    if op.op_id in item.contested:
        return item
    if not item.on_the_shelf:
        return contest(item, op)
    return replace(item, shelf=op.text("shelf"), **_search_over(item, op))


def _item_missed(row: Row | None, op: Operation) -> Row:
    """It was not where the register says: searched for from now on, unless it has turned out where it is since.

    What is not here any more by another act is no contradiction: that is why it was not found.
    """
    item = _item(row, op)
    elsewhere = op.text("shelf") not in ("", item.shelf)
    # Another counter had it in hand while this shelf was counted.
    seen = 0 < op.number("since_ms") <= item.seen_ms and item.seen_shelf == item.shelf
    if op.op_id in item.contested or item.searching_ms or not item.on_the_shelf or elsewhere or seen:
        return item
    return replace(
        item,
        searching_ms=max(1, op.at_ms),
        searching_by=op.actor.id,
        last_shelf=item.shelf,
        shelf="",
        looked=(),
    )


def _item_seen(row: Row | None, op: Operation) -> Row:
    """It was scanned where it lies: a search for it is over. It is not moved by being seen."""
    item = _item(row, op)
    if op.op_id in item.contested or not item.on_the_shelf:
        return item
    place = op.text("shelf") or item.shelf
    back = {"shelf": op.text("shelf"), **_search_over(item, op)} if item.searching_ms else {}
    return replace(item, seen_ms=op.at_ms, seen_shelf=place, **back)


def _item_looked_for(row: Row | None, op: Operation) -> Row:
    item = _item(row, op)
    if not item.searching_ms:
        return item
    return replace(item, looked=tuple(dict.fromkeys((*item.looked, op.text("step")))))


def _item_found(row: Row | None, op: Operation) -> Row:
    """In somebody's hand again, wherever that was; `shelf` is where it was put, "" while it is still in his hand."""
    item = _item(row, op)
    if op.op_id in item.contested:
        return item
    place: dict[str, Any] = {"shelf": op.text("shelf")} if op.text("shelf") else {}
    if item.state == ItemState.LOST.value:
        return _move_item(item, _before_loss(item), op, **place, **_search_over(item, op))
    return replace(item, **place, **_search_over(item, op)) if item.on_the_shelf else contest(item, op)


def _before_loss(item: MailItem) -> ItemState:
    """Where a lost piece goes on when it turns up; the task that it lay in has gone on without it."""
    if not item.account_id:
        return ItemState.UNASSIGNED
    return ItemState.SCANNED if item.scan else ItemState.RECEIVED


def _item_lost(row: Row | None, op: Operation) -> Row:
    """Given up, from wherever it should lie here: also out of its task, which the act names (2.11)."""
    item = _item(row, op)
    if item.task_id not in ("", op.text("task"), op.text("pickup")) and item.on_the_shelf:
        return contest(item, op)  # another counter has put it into a task meanwhile: somebody had it in hand
    since = item.searching_ms or max(1, op.at_ms)
    place = {} if item.searching_ms else {"last_shelf": item.shelf, "searching_by": op.actor.id}
    free = {"task_id": "", "state_before_task": ""}
    return _move_item(item, ItemState.LOST, op, searching_ms=since, shelf="", **place, **free)


def _item_assigned(row: Row | None, op: Operation) -> Row:
    item = _item(row, op)
    if item.apart == "return" and op.op_id not in item.contested:
        return contest(item, op)
    return _move_item(item, ItemState.RECEIVED, op, **_holder(op), apart="")


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
    was_of = tuple(dict.fromkeys((*item.was_of, item.account_id)))
    return replace(item, **_holder(op), was_of=was_of, moved_why=op.text("reason"))


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
    if foreign or (item.task_id and item.task_id != op.entity_id) or item.apart == "return":
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


def _item_fetched(row: Row | None, op: Operation) -> Row:
    item = _item(row, op)
    if op.op_id in item.contested:
        return item
    if item.task_id != op.entity_id or not item.on_the_shelf:
        return contest(item, op)
    return replace(item, shelf=op.text("shelf") or item.shelf)


def _item_given(row: Row | None, op: Operation) -> Row:
    """It had gone to its customer already: only what lies in nobody's task can be marked so (KB-PUMARK)."""
    item = _item(row, op)
    if item.task_id or (item.account_id and item.account_id != op.text("account")):
        return contest(item, op)
    return _move_item(item, ItemState.PICKED_UP, op, task_id=op.entity_id)


def _item_to_driver(row: Row | None, op: Operation) -> Row:
    item = _item(row, op)
    if item.id in op.names("missing"):
        return _item_out_of_task(row, op)
    if item.task_id != op.entity_id and op.op_id not in item.contested:
        return contest(item, op)
    return _move_item(item, ItemState.HANDED_TO_DRIVER, op)


def _item_from_driver(new: ItemState) -> Step:
    """A piece of this delivery that was with the driver is at the customer's, or back; any other is left alone."""

    def step(row: Row | None, op: Operation) -> Row:
        item = _item(row, op)
        if op.op_id in item.contested:
            return item
        if item.task_id != op.entity_id or ItemState(item.state) is not ItemState.HANDED_TO_DRIVER:
            # Which pieces were out is known by the delivery, where the act is contested.
            return item
        free = {} if new is ItemState.DELIVERED else {"task_id": "", "state_before_task": ""}
        return _move_item(item, new, op, **free)

    return step


def _item_not_returned(row: Row | None, op: Operation) -> Row:
    """The driver did not bring it back with the others: it is searched for from now on (2.11)."""
    before = _item(row, op)
    after = _item_from_driver(ItemState.RECEIVED)(row, op)
    if not isinstance(after, MailItem) or after.state == before.state:
        return after
    since: dict[str, Any] = {
        "searching_ms": max(1, op.at_ms),
        "searching_by": op.actor.id,
        "last_shelf": before.shelf,
        "looked": (),
    }
    return remark(replace(after, shelf="", **since), f"item.not_returned:{op.op_id}")


item_of, move_item, out_of_task = _item, _move_item, _item_out_of_task
"""For the folds of single kinds of tasks, which stand in files of their own."""

STEPS: dict[str, Step] = {
    "item.received": _item_received,
    "item.assigned": _item_assigned,
    "item.reassigned": _item_reassigned,
    "item.moved": _item_moved,
    "item.weighed": _on_the_shelf(lambda op: {"weight_g": op.number("weight_g")}),
    "item.taken_back": _item_taken_back,
    "item.storage_noted": _on_the_shelf(lambda op: {"storage_noted_ms": op.at_ms, "storage_until": op.text("until")}),
    "item.settled": lambda row, op: settle(_item(row, op), op),
    "item.missed": _item_missed,
    "item.looked_for": _item_looked_for,
    "item.found": _item_found,
    "item.lost": _item_lost,
    "item.photo_viewed": _item,
    "stocktake.piece_found": _item_seen,
    "stocktake.ended": _item_missed,
    "pickup.opened": _item_into_task,
    "pickup.requested": _item_into_task,
    "pickup.pieces_added": _item_into_task,
    "pickup.handed_over": _item_handed_over,
    "pickup.planned": _item_into_task,
    "pickup.piece_fetched": _item_fetched,
    # Nothing changes but its history: who did not find it and when; its shelf is where it was seen last.
    "pickup.piece_missing": _item,
    "pickup.courtesy_marked": _item_given,
    "pickup.declined": _item_out_of_task,
    "pickup.pieces_left": _item_out_of_task,
    "task.requested": _item_into_task,
    "task.opened": _item_into_task,
    "task.declined": _item_out_of_task,
    "task.cancelled": _item_out_of_task,
    "task.piece_ticked": _item_seen,
    "task.piece_missing": _item_missed,
    # It lies in another task, or has left through it: nobody searches for it.
    "task.piece_left_out": _item,
    "task.pieces_added": _item_into_task,
    "task.handed_to_driver": _item_to_driver,
    "task.delivery_put_back": _item_out_of_task,
    "task.delivered": _item_from_driver(ItemState.DELIVERED),
    "task.delivery_noted": _item_from_driver(ItemState.DELIVERED),
    "task.pieces_returned": _item_from_driver(ItemState.RECEIVED),
    "task.pieces_not_returned": _item_not_returned,
    **apart_steps(_item, lambda row, op: _move_item(_item(row, op), ItemState.RETURNED_TO_SENDER, op)),
}
