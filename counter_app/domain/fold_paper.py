"""How scanning, shredding, discarding and depositing change a task and its pieces (2.8, 2.10)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from counter_app.domain.fold_items import item_of, move_item, out_of_task
from counter_app.domain.fold_tasks import move_task, the_task
from counter_app.domain.folding import Step, contest, remark
from counter_app.domain.mail_item import Incident, ItemState
from counter_app.domain.operations import MalformedOperationError, Operation
from counter_app.domain.rows import Row
from counter_app.domain.task import Task, TaskState
from counter_app.domain.task_deposit import CHECKS_MOST, TO_PO_BOX, Check, DepositTask, deposit_gaps
from counter_app.domain.task_scan import ScanTask, count_of, page_from, plain_note
from counter_app.domain.task_shred import PAGES_MOST, PageCount, ShredTask

S = TaskState
T = TypeVar("T", bound=Task)
_DRAFTED = frozenset({S.OPENED, S.SCANNED, S.PAID})
_COUNTED = frozenset({S.GATHERED, S.COUNTED})
_CHECKED = frozenset({S.GATHERED, S.PREPARED, S.WEIGHED, S.PRICED})


def of_kind(cls: type[T], states: frozenset[TaskState], change: Callable[[T, Operation], Row]) -> Step:
    """A step of one kind of task while it is in one of `states`; contested on any other."""

    def step(row: Row | None, op: Operation) -> Row:
        one = the_task(row, op)
        if op.op_id in one.contested:
            return one
        if not isinstance(one, cls) or TaskState(one.state) not in states:
            return contest(one, op)
        return change(one, op)

    return step


# ---------------------------------------------------------------- open and scan


def _saved(one: ScanTask, op: Operation) -> Row:
    try:
        pages = tuple(page_from(text) for text in op.names("pages"))
    except ValueError as error:
        raise MalformedOperationError("op.field_wrong", "pages") from error
    after = replace(one, pages=pages, blank_below=op.number("blank_below"))
    if TaskState(one.state) is S.PAID:
        return after  # what was charged stays what it was; the difference is said when it is completed
    after = replace(after, counted=count_of(after.sending))
    return after if TaskState(one.state) is S.SCANNED else move_task(after, S.SCANNED, op)


def _completed(one: ScanTask, op: Operation) -> Row:
    pages = op.number("pdf_pages")
    after = move_task(
        one,
        S.COMPLETED,
        op,
        pdf=op.text("pdf"),
        pdf_pages=pages,
        resealed=op.number("resealed"),
        blanks=count_of(one.pages) - count_of(one.sending),
        pages=(),
    )
    if after.state != S.COMPLETED.value:
        return after
    if pages != one.counted:
        after = remark(after, f"pages.differ:{op.op_id}")
    return after if op.number("resealed") else remark(after, f"pages.not_resealed:{op.op_id}")


def _item_scanned(row: Row | None, op: Operation) -> Row:
    item = item_of(row, op)
    if item.id in op.names("missing"):
        return out_of_task(row, op)
    if item.task_id != op.entity_id and op.op_id not in item.contested:
        return contest(item, op)
    return move_item(item, ItemState.SCANNED, op, task_id="", state_before_task="", scan=op.text("pdf"))


def _incident(row: Row | None, op: Operation) -> Row:
    item = item_of(row, op)
    one = Incident(op.op_id, op.text("incident"), op.text("text"), op.text("photo"), op.at_ms, op.actor.id)
    return replace(item, incidents=(*item.incidents, one))


# ---------------------------------------------------------------- shred, discard


def _counted(one: ShredTask, op: Operation) -> Row:
    piece, pages = op.text("item"), op.number("pages")
    if piece not in one.at_hand or not 1 <= pages <= PAGES_MOST:
        return contest(one, op)
    rest = tuple(count for count in one.counts if count.item != piece)
    after = replace(one, counts=(*rest, PageCount(piece, pages)))
    return move_task(after, S.COUNTED, op) if after.counted and TaskState(one.state) is S.GATHERED else after


def _piled(one: ShredTask, op: Operation) -> Row:
    return move_task(one, S.IN_SHRED_PILE, op, pile=op.text("pile"), piled_ms=op.at_ms, piled_by=op.actor.id)


def _item_piled(row: Row | None, op: Operation) -> Row:
    item = item_of(row, op)
    if item.id in op.names("missing"):
        return out_of_task(row, op)
    return replace(item, shelf=op.text("pile")) if item.task_id == op.entity_id else contest(item, op)


def _item_rescued(row: Row | None, op: Operation) -> Row:
    item = item_of(row, op)
    if item.task_id != op.entity_id:
        return item
    after = item_of(out_of_task(item, op), op)
    return after if after.task_id else replace(after, shelf=op.text("shelf"))


def _item_shredded(row: Row | None, op: Operation) -> Row:
    item = item_of(row, op)
    if item.task_id not in op.names("tasks") and op.op_id not in item.contested:
        return contest(item, op)
    return move_item(item, ItemState.SHREDDED, op)


def _ends_item(new: ItemState) -> Step:
    """The pieces of the task leave the store for good; what was not found is free and searched for."""

    def step(row: Row | None, op: Operation) -> Row:
        item = item_of(row, op)
        if item.id in op.names("missing"):
            return out_of_task(row, op)
        if item.task_id != op.entity_id and op.op_id not in item.contested:
            return contest(item, op)
        after = move_item(item, new, op)
        if new is ItemState.DEPOSITED and item.state_before_task != ItemState.SCANNED.value:
            return remark(after, f"deposit.not_scanned:{op.op_id}")
        return after

    return step


def _discarded(one: Task, op: Operation) -> Row:
    if one.kind != "discard":
        return contest(one, op)
    after = move_task(one, S.DISCARDED, op)
    unasked = bool(one.opened_by) and not one.instructions
    return remark(after, f"discard.not_asked:{op.op_id}") if unasked else after


# ---------------------------------------------------------------- check deposit


def _check_set(one: DepositTask, op: Operation) -> Row:
    check = Check(
        op.number("number"),
        op.text("item"),
        op.text("bank"),
        op.text("account"),
        op.number("cents"),
        op.text("dated"),
        op.text("payee"),
        op.text("verdict"),
        op.number("endorsed"),
    )
    checks = sorted((*(old for old in one.checks if old.number != check.number), check), key=lambda one: one.number)
    if check.item not in one.at_hand or not 1 <= check.number <= CHECKS_MOST:
        return contest(one, op)
    return replace(one, checks=tuple(checks), absent=tuple(item for item in one.absent if item != check.item))


def _check_removed(one: DepositTask, op: Operation) -> Row:
    return replace(one, checks=tuple(old for old in one.checks if old.number != op.number("number")))


def _check_absent(one: DepositTask, op: Operation) -> Row:
    piece = op.text("item")
    if piece not in one.at_hand or any(check.item == piece for check in one.checks):
        return contest(one, op)
    rest = tuple(item for item in one.absent if item != piece)
    return replace(one, absent=(*rest, piece) if op.number("absent") else rest)


def _deposit_to(one: DepositTask, op: Operation) -> Row:
    return replace(
        one, bank=op.text("bank"), bank_address=op.text("bank_address"), bank_account=op.text("bank_account")
    )


def _prepared(one: DepositTask, op: Operation) -> Row:
    after = move_task(one, S.PREPARED, op)
    for gap in deposit_gaps(one):
        after = remark(after, f"{gap}:{op.op_id}")
    return after


def _packed(one: DepositTask, op: Operation) -> Row:
    return move_task(one, S.WEIGHED, op, packaging=op.text("deposit_packaging"), weight_g=op.number("weight_g"))


def _priced(one: DepositTask, op: Operation) -> Row:
    after = move_task(one, S.PRICED, op, service=op.text("deposit_service"), postage_cents=op.number("postage_cents"))
    wrong = one.po_box and op.text("deposit_service") not in TO_PO_BOX
    return remark(after, f"deposit.po_box_priority:{op.op_id}") if wrong else after


def _labelled(one: DepositTask, op: Operation) -> Row:
    return move_task(one, S.LABEL_PRINTED, op, tracking=op.text("tracking"), own_label=op.number("own_label"))


def _sent(one: DepositTask, op: Operation) -> Row:
    return move_task(one, S.HANDED_TO_CARRIER, op)


def _in(*states: TaskState) -> frozenset[TaskState]:
    return frozenset(states)


STEPS: dict[str, Step] = {
    "task.envelope_opened": of_kind(ScanTask, _in(S.GATHERED), lambda one, op: move_task(one, S.OPENED, op)),
    "task.scan_saved": of_kind(ScanTask, _DRAFTED, _saved),
    "task.scan_noted": of_kind(ScanTask, _DRAFTED, lambda one, op: replace(one, notes=(*one.notes, plain_note(op)))),
    "task.scan_completed": of_kind(ScanTask, _in(S.PAID), _completed),
    "task.pages_counted": of_kind(ShredTask, _COUNTED, _counted),
    "task.put_on_pile": of_kind(ShredTask, _in(S.PAID), _piled),
    "task.rescued": of_kind(ShredTask, _in(S.IN_SHRED_PILE), lambda one, op: move_task(one, S.RESCUED, op)),
    "task.pile_shredded": of_kind(ShredTask, _in(S.IN_SHRED_PILE), lambda one, op: move_task(one, S.SHREDDED, op)),
    "task.discarded": of_kind(Task, _in(S.PAID), _discarded),
    "task.deposit_to": of_kind(DepositTask, _CHECKED | {S.REQUESTED}, _deposit_to),
    "task.check_set": of_kind(DepositTask, _in(S.GATHERED, S.PREPARED), _check_set),
    "task.check_removed": of_kind(DepositTask, _in(S.GATHERED, S.PREPARED), _check_removed),
    "task.check_absent": of_kind(DepositTask, _in(S.GATHERED, S.PREPARED), _check_absent),
    "task.deposit_prepared": of_kind(DepositTask, _in(S.GATHERED), _prepared),
    "task.deposit_packed": of_kind(DepositTask, _in(S.PREPARED, S.PRICED), _packed),
    "task.deposit_priced": of_kind(DepositTask, _in(S.WEIGHED), _priced),
    "task.deposit_labelled": of_kind(DepositTask, _in(S.PAID), _labelled),
    "task.deposit_sent": of_kind(DepositTask, _in(S.LABEL_PRINTED), _sent),
}
ITEM_STEPS: dict[str, Step] = {
    "task.scan_completed": _item_scanned,
    "item.incident": _incident,
    "task.put_on_pile": _item_piled,
    "task.rescued": _item_rescued,
    "task.pile_shredded": _item_shredded,
    "task.discarded": _ends_item(ItemState.DISCARDED),
    "task.deposit_sent": _ends_item(ItemState.DEPOSITED),
}
