"""How operations change a parcel to be sent, a bundle, and the list that a carrier takes (S-11, 2.6, 2.7).

What happened in the shop is kept, also when a gate was passed round: then a remark stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from counter_app.domain.address_shape import Address
from counter_app.domain.fold_items import item_of, move_item, out_of_task
from counter_app.domain.fold_tasks import frozen, move_task, the_task
from counter_app.domain.folding import Rejected, Step, contest, reject_unknown, remark
from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.manifest import Manifest, ManifestState
from counter_app.domain.operations import MalformedOperationError, Operation
from counter_app.domain.rows import Row, typed
from counter_app.domain.task import Task, TaskState
from counter_app.domain.task_consolidate import ConsolidateTask
from counter_app.domain.task_ship import CustomsLine, ShipTask, markup_of

S = TaskState
_BEFORE_PRICE = frozenset({S.REQUESTED, S.GATHERED, S.WEIGHED, S.PRICED})


def _parcel(row: Row | None, op: Operation) -> Task:
    """The parcel of `op`; an act of shipping on a task of another kind is contested."""
    one = the_task(row, op)
    if not isinstance(one, ShipTask) and op.op_id not in one.contested:
        return contest(one, op)
    return one


def _open_parcel(states: frozenset[TaskState], change: Callable[[ShipTask, Operation], dict[str, Any]]) -> Step:
    """A change before the price: what was priced has to be priced again."""

    def step(row: Row | None, op: Operation) -> Row:
        one = _parcel(row, op)
        if not isinstance(one, ShipTask) or op.op_id in one.contested:
            return one
        if S(one.state) not in states:
            return contest(one, op)
        state = S.WEIGHED.value if S(one.state) is S.PRICED else one.state
        return replace(one, **{"state": state, **change(one, op)})

    return step


def _addressed(one: ShipTask, op: Operation) -> dict[str, Any]:
    return {"to": Address(**{field.name: op.text(field.name) for field in fields(Address)})}


def _options(one: ShipTask, op: Operation) -> dict[str, Any]:
    try:
        customs = tuple(CustomsLine(**typed(CustomsLine, line)) for line in frozen(op, "customs", list))
    except (ValueError, TypeError) as error:
        raise MalformedOperationError("op.field_wrong", "customs") from error
    return {
        "declared_cents": op.number("declared_cents"),
        "insured_cents": op.number("insured_cents"),
        "signature": bool(op.number("signature")),
        "remove_invoice": bool(op.number("remove_invoice")),
        "customs": customs,
    }


def _weighed(one: ShipTask, op: Operation) -> dict[str, Any]:
    return {
        "state": S.WEIGHED.value,
        "weight_g": op.number("weight_g"),
        "length_mm": op.number("length_mm"),
        "width_mm": op.number("width_mm"),
        "height_mm": op.number("height_mm"),
        "packaging": op.text("packaging"),
        "contents": op.text("contents"),
        "invoice_removed": bool(op.number("invoice_removed")),
    }


def _priced(row: Row | None, op: Operation) -> Row:
    one = _parcel(row, op)
    if not isinstance(one, ShipTask) or op.op_id in one.contested:
        return one
    if S(one.state) not in (S.WEIGHED, S.PRICED):
        return contest(one, op)
    retail, postage = op.number("retail_cents"), op.number("postage_cents")
    after = replace(
        one,
        state=S.PRICED.value,
        carrier=op.text("carrier"),
        service=op.text("service"),
        source=op.text("source"),
        rate_source=op.text("rate_source"),
        retail_cents=retail,
        markup_permille=op.number("markup_permille"),
        markup_reason=op.text("reason"),
        postage_cents=postage,
    )
    markup = markup_of(retail, postage)
    if markup == "blocked":
        after = remark(after, f"ship.markup_blocked:{op.op_id}")
    elif markup == "reason" and not op.text("reason").strip():
        after = remark(after, f"ship.markup_unreasoned:{op.op_id}")
    if one.contents != "none":
        after = remark(after, f"ship.contents_not_asked:{op.op_id}")
    if one.to.abroad and not one.customs:
        after = remark(after, f"ship.customs_missing:{op.op_id}")
    return after


def _moving(new: TaskState, change: Callable[[ShipTask, Operation], dict[str, Any]]) -> Step:
    def step(row: Row | None, op: Operation) -> Row:
        one = _parcel(row, op)
        if not isinstance(one, ShipTask) or op.op_id in one.contested:
            return one
        return move_task(one, new, op, **change(one, op))

    return step


def _label(one: ShipTask, op: Operation) -> dict[str, Any]:
    return {
        "label_id": op.text("label"),
        "tracking": op.text("tracking"),
        "ships_on": op.text("ships_on"),
        "label_ms": op.at_ms,
    }


def _voided(row: Row | None, op: Operation) -> Row:
    one = _parcel(row, op)
    if not isinstance(one, ShipTask) or op.op_id in one.contested:
        return one
    if op.text("label") != one.label_id:
        return contest(one, op)  # a label of this parcel that was replaced already
    kept = {"voided": (*one.voided, one.label_id), "label_id": "", "tracking": "", "reason": op.text("reason")}
    return move_task(one, S.VOIDED, op, **kept)


def _wanted(row: Row | None, op: Operation) -> Row:
    one = _parcel(row, op)
    if op.op_id not in one.contested and S(one.state) is not S.VOIDED:
        return contest(one, op)
    return move_task(one, S.PAID, op, reason="")


def _with_carrier(row: Row | None, op: Operation) -> Row:
    one = _parcel(row, op)
    if not isinstance(one, ShipTask) or op.op_id in one.contested:
        return one
    after = move_task(one, S.HANDED_TO_CARRIER, op, manifest=op.entity_id)
    if one.remove_invoice and not one.invoice_removed:
        after = remark(after, f"ship.invoice_left_in:{op.op_id}")
    return after


def _bundled(row: Row | None, op: Operation) -> Row:
    one = the_task(row, op)
    if not isinstance(one, ConsolidateTask):
        return one if op.op_id in one.contested else contest(one, op)
    made = {"parent": op.text("parent"), "mail_id": op.text("mail_id"), "bundled_ms": op.at_ms}
    return move_task(one, S.CONSOLIDATED, op, **made)


def _undone(row: Row | None, op: Operation) -> Row:
    one = the_task(row, op)
    if not isinstance(one, ConsolidateTask) or op.names("parent") != (one.parent,):
        return contest(one, op)
    return move_task(one, S.UNDONE, op, reason=op.text("reason"))


TASK_STEPS: dict[str, Step] = {
    "ship.addressed": _open_parcel(_BEFORE_PRICE, _addressed),
    "ship.options_set": _open_parcel(_BEFORE_PRICE, _options),
    "ship.weighed": _open_parcel(_BEFORE_PRICE - {S.REQUESTED}, _weighed),
    "ship.priced": _priced,
    "ship.label_made": _moving(S.LABEL_PRINTED, _label),
    "ship.voided": _voided,
    "ship.label_wanted": _wanted,
    "manifest.parcels_handed_over": _with_carrier,
    "consolidate.bundled": _bundled,
    "consolidate.undone": _undone,
}


# ------------------------------------------------------------ the pieces


def _shipped(row: Row | None, op: Operation) -> Row:
    item = item_of(row, op)
    if item.id in op.names("missing"):
        # It was not on its shelf when the parcel was packed: it is free again, and searched for.
        if item.task_id in op.names("tasks"):
            return move_item(
                item, ItemState(item.state_before_task or "received"), op, task_id="", state_before_task=""
            )
        return item
    if item.task_id not in op.names("tasks") and op.op_id not in item.contested:
        return contest(item, op)
    return move_item(item, ItemState.SHIPPED, op)


def _new_bundle(row: Row | None, op: Operation) -> Row:
    if row is not None:
        return contest(row, op)
    return MailItem(
        id=op.entity_id,
        mail_id=op.text("mail_id"),
        state=ItemState.RECEIVED.value,
        account_id=op.text("account"),
        mailbox=op.text("mailbox"),
        name_on_piece=op.text("name"),
        name_matched=op.text("matched"),
        verdict="exact",
        mail_type=op.text("mail_type"),
        weight_g=op.number("weight_g"),
        length_mm=op.number("length_mm"),
        width_mm=op.number("width_mm"),
        height_mm=op.number("height_mm"),
        shelf=op.text("shelf"),
        received_on=op.text("received_on"),
        received_ms=op.at_ms,
        received_by=op.actor.id,
        parts=op.names("parts"),
    )


def _into_bundle(row: Row | None, op: Operation) -> Row:
    item = item_of(row, op)
    if item.id in op.names("missing"):
        return out_of_task(item, op)
    if item.task_id != op.entity_id and op.op_id not in item.contested:
        return contest(item, op)
    return move_item(item, ItemState.INCLUDED_IN_CONSOLIDATION, op, parent_id=op.text("parent"))


def _out_of_bundle(row: Row | None, op: Operation) -> Row:
    item = item_of(row, op)
    if item.id in op.names("parent"):
        if ItemState(item.state) is not ItemState.RECEIVED:
            raise Rejected("consolidate.not_on_shelf")
        return move_item(item, ItemState.TAKEN_BACK, op)
    if item.parent_id not in op.names("parent"):
        return contest(item, op)
    back = ItemState(item.state_before_task or ItemState.RECEIVED.value)
    after = move_item(item, back, op, parent_id="", task_id="", state_before_task="")
    return replace(after, final_ms=0)


ITEM_STEPS: dict[str, Step] = {
    "manifest.parcels_handed_over": _shipped,
    "item.bundled": _new_bundle,
    "consolidate.bundled": _into_bundle,
    "consolidate.undone": _out_of_bundle,
}


# ------------------------------------------------------------ the list that the carrier takes


def _begun(row: Row | None, op: Operation) -> Row:
    if row is not None:
        return contest(row, op)
    return Manifest(op.entity_id, ManifestState.OPEN.value, "parcels", op.text("carrier"), opened_ms=op.at_ms)


def _list_of(change: Callable[[Manifest, Operation], Manifest]) -> Step:
    """A change of a list of parcels while it is open."""

    def step(row: Row | None, op: Operation) -> Row:
        if row is None:
            reject_unknown(op, "op.manifest_unknown")
            return Manifest(op.entity_id, ManifestState.OPEN.value, "parcels", contested=(op.op_id,))
        if not isinstance(row, Manifest):
            raise MalformedOperationError("op.wrong_row")
        if op.op_id in row.contested:
            return row
        if row.kind != "parcels" or row.state != ManifestState.OPEN.value:
            return contest(row, op)
        return change(row, op)

    return step


def _handed(one: Manifest, op: Operation) -> Manifest:
    left = replace(
        one,
        state=ManifestState.HANDED_OVER.value,
        entries=op.names("tasks"),
        handed_ms=op.at_ms,
        handed_by=op.actor.id,
    )
    if set(op.names("tasks")) != set(one.entries):
        return remark(left, f"manifest.parcels_differ:{op.op_id}")
    return left


MANIFEST_STEPS: dict[str, Step] = {
    "manifest.parcels_begun": _begun,
    "manifest.parcel_scanned": _list_of(
        lambda one, op: replace(one, entries=tuple(dict.fromkeys((*one.entries, op.text("task")))))
    ),
    "manifest.parcel_taken_off": _list_of(
        lambda one, op: replace(one, entries=tuple(each for each in one.entries if each != op.text("task")))
    ),
    "manifest.parcels_handed_over": _list_of(_handed),
}
