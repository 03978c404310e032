"""Personal deliveries: gathered, sealed, labelled, the driver's photo, his code, and only then out (S-17, S-18, 2.9).

The gate stands below the screen: `hand_over` refuses until `domain.delivery.gaps` is empty and the tick is set, whoever
calls it. Gathering, taking up and declining are those of every task (`task_work`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from counter_app.desk.context import Act, Desk, demand
from counter_app.desk.deliveries_list import (  # noqa: F401 - the lists of this room
    LISTS,
    Line,
    counts,
    listing,
    place,
)
from counter_app.desk.held import hold
from counter_app.desk.pieces import find_piece
from counter_app.desk.task_work import TaskView, done, task_of, view_of, working
from counter_app.domain.delivery import (
    BAGS_MAX,
    GONE,
    PREPARED,
    TRIES,
    DeliveryTask,
    gaps,
    is_right,
    label_numbers,
    proof_of,
    spoken_code,
)
from counter_app.domain.employee import Actor
from counter_app.domain.task import TaskState
from counter_app.domain.text import clean
from counter_app.errors import RuleViolation, StoreError
from counter_app.events import PrintJobChanged
from counter_app.limits import IMAGE_FORMATS
from counter_app.store import blobs, state

if TYPE_CHECKING:
    from sqlalchemy import Connection

S = TaskState


def seal(desk: Desk, actor: Actor, task_id: str, bags: int) -> TaskView:
    """Letters and small pieces are in `bags` poly bags; the labels "n of m" are owed at once, one for each piece.

    Called again it is the count that is put right, and no label is owed twice. RuleViolation: delivery.bags_wrong,
    and those of `working`.
    """
    with desk.act(actor, "task.process") as act:
        task = _working(act, task_id, S.GATHERED, *PREPARED)
        if not 0 <= bags <= BAGS_MAX:
            raise RuleViolation("delivery.bags_wrong", limit=BAGS_MAX)
        if bags != task.bags or not task.sealed_ms:
            act.write("task.bags_sealed", task_id, bags=bags)
        _owe_labels(act, task_id)
        return done(act, task_id)


def drop_piece(desk: Desk, actor: Actor, task_id: str, item_id: str) -> TaskView:
    """A piece cannot go after all; what goes is numbered anew, so every label is owed again.

    RuleViolation: task.piece_not_in_task.
    """
    with desk.act(actor, "task.process") as act:
        task = _working(act, task_id, *PREPARED)
        if item_id not in task.at_hand:
            raise RuleViolation("task.piece_not_in_task", mail_id="")
        act.write("task.piece_dropped", task_id, piece=item_id)
        _owe_labels(act, task_id)
        return done(act, task_id)


def print_label(desk: Desk, actor: Actor, task_id: str, item_id: str) -> str:
    """Owe the label of one piece once more, because it was lost or spoilt; returns the job's id. It is no act."""
    with desk.act(actor, "task.process") as act:
        task = _task(act.connection, task_id)
        if item_id not in task.labelled:
            raise RuleViolation("delivery.no_label_yet")
        return _owe_label(act, view_of(desk, act.connection, actor, task_id), item_id)


def driver_here(desk: Desk, actor: Actor, task_id: str, driver: str = "", courier: str = "") -> TaskView:
    """A driver stands at the counter for this delivery; `courier` when it is another than was said.

    RuleViolation with the first open gap of what is prepared before he comes, delivery.courier_unknown.
    """
    with desk.act(actor, "task.process") as act:
        task = _working(act, task_id, S.LABELLED)
        _refuse_early(task, "delivery.no_driver")
        if courier and courier not in desk.settings.couriers:
            raise RuleViolation("delivery.courier_unknown")
        act.write("task.driver_arrived", task_id, driver=clean(driver, 80).text, courier=courier)
        return done(act, task_id)


def driver_gone(desk: Desk, actor: Actor, task_id: str, why: str) -> TaskView:
    """The driver goes without the pieces; the next one begins with his own photo and code.

    RuleViolation: delivery.why_missing.
    """
    with desk.act(actor, "task.process") as act:
        _working(act, task_id, S.DRIVER_ARRIVED, S.PHOTO_TAKEN, S.CODE_MATCHED)
        if why not in GONE:
            raise RuleViolation("delivery.why_missing")
        act.write("task.driver_gone", task_id, why=why)
        return done(act, task_id)


def photograph(desk: Desk, actor: Actor, task_id: str, photo: bytes) -> TaskView:
    """Keep the driver's photo, JPEG or PNG: encrypted, and away from this computer once it is safe at the centre.

    RuleViolation: delivery.photo_empty. StoreError("store.photo_not_saved") while the disk has no room for photos:
    without a photo nothing is handed over.
    """
    demand(actor, "task.process")
    if not photo.startswith(IMAGE_FORMATS):
        raise RuleViolation("delivery.photo_empty")
    if not desk.photos_kept:
        raise StoreError("store.photo_not_saved")
    with desk.db.read() as connection:
        _task(connection, task_id)
    name = desk.blobs.keep(photo, "driver")
    with desk.act(actor, "task.process") as act:
        _working(act, task_id, S.DRIVER_ARRIVED, S.PHOTO_TAKEN)
        written = act.write("task.driver_photographed", task_id, photo=name)
        blobs.note(act.connection, name, "driver", len(photo), desk.now_ms(), written.op.op_id)
        return done(act, task_id)


def try_code(desk: Desk, actor: Actor, task_id: str, code: str) -> TaskView:
    """Compare the code that the driver says with the one that the platform sent; spaces and case do not matter.

    A wrong code is written down and comes back in the view (`tries`): three, and only support goes on. RuleViolation:
    delivery.code_missing (nothing was typed), delivery.code_not_sent (there is none yet), delivery.code_locked.
    """
    demand(actor, "task.process")
    with desk.db.read() as connection:
        salt = _task(connection, task_id).code_salt
    proof = proof_of(code, salt)  # slow, and so outside of everybody's turn to write
    with desk.act(actor, "task.process") as act:
        task = _working(act, task_id, S.PHOTO_TAKEN)
        if not spoken_code(code):
            raise RuleViolation("delivery.code_missing")
        if not task.code_check:
            raise RuleViolation("delivery.code_not_sent")
        if task.locked_out:
            raise RuleViolation("delivery.code_locked", tries=TRIES)
        if task.code_salt != salt:
            raise RuleViolation("delivery.code_changed")
        # A wrong code may be the right one of another delivery: only what is right here is written as it is.
        act.write("task.code_tried", task_id, proof=proof if is_right(task, proof) else "")
        return done(act, task_id)


def release_code(desk: Desk, actor: Actor, task_id: str, reason: str) -> TaskView:
    """A manager who has spoken with support lets the code be tried three times more (S-18).

    RuleViolation: delivery.reason_missing, delivery.not_locked.
    """
    with desk.act(actor, "delivery.release_code") as act:
        task = _task(act.connection, task_id)
        said = clean(reason).text
        if not said:
            raise RuleViolation("delivery.reason_missing")
        if not task.open or not task.locked_out:
            raise RuleViolation("delivery.not_locked")
        act.write("task.code_released", task_id, reason=said)
        return done(act, task_id)


def hand_over(desk: Desk, actor: Actor, task_id: str, ticked: bool) -> TaskView:
    """Record that the driver has the pieces: all of the six steps, or none of it (S-18).

    RuleViolation with the first open gap and all of them in `gaps`; delivery.not_ticked is the last.
    """
    with desk.act(actor, "task.process") as act:
        task = _working(act, task_id)
        found = (*gaps(task), *(() if ticked else ("delivery.not_ticked",)))
        if found:
            raise RuleViolation(found[0], gaps=found, tries=TRIES)
        hold(act, task, task.at_hand)
        for item in view_of(desk, act.connection, actor, task_id).items:
            if item.id in task.at_hand and item.account_id != task.account_id:
                raise RuleViolation("pickup.foreign_piece", mail_id=item.mail_id, mailbox=item.mailbox)
        act.write("task.handed_to_driver", task_id, items=task.at_hand, missing=task.missing, ticked=1)
        return done(act, task_id)


def put_back(desk: Desk, actor: Actor, task_id: str, why: str = "no_show") -> TaskView:
    """Nobody takes the pieces any more today: they lie on their shelves again and are free (2.9).

    RuleViolation: delivery.why_missing, task.wrong_step (nothing was gathered, or the driver has them).
    """
    with desk.act(actor, "task.process") as act:
        task = _working(act, task_id, S.GATHERED, *PREPARED)
        if why not in GONE:
            raise RuleViolation("delivery.why_missing")
        act.write("task.delivery_put_back", task_id, why=why, items=task.items)
        return done(act, task_id)


# ---------------------------------------------------------------- once the driver has them


def take_back(desk: Desk, actor: Actor, scanned: str) -> TaskView:
    """A driver brings a piece back: scanned, and on the shelf again. With the last one its delivery has come back.

    RuleViolation: item.unknown, delivery.not_out (no driver has this piece).
    """
    with desk.act(actor, "task.process") as act:
        item = find_piece(act.connection, scanned)
        if item is None:
            raise RuleViolation("item.unknown", scanned=clean(scanned).text[:40])
        task = state.task(act.connection, item.task_id)
        if not isinstance(task, DeliveryTask) or item.id not in task.out:
            raise RuleViolation("delivery.not_out", mail_id=item.mail_id)
        act.write("task.pieces_returned", task.id, items=(item.id,))
        return done(act, task.id)


def of_piece(desk: Desk, actor: Actor, scanned: str) -> tuple[str, bool]:
    """The delivery that a scanned piece is in ("" for none), and whether a driver has it."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        item = find_piece(connection, scanned)
        task = state.task(connection, item.task_id) if item is not None and item.task_id else None
        if item is None or not isinstance(task, DeliveryTask):
            return "", False
        return (task.id, item.id in task.out) if task.open or task.out else ("", False)


def not_returned(desk: Desk, actor: Actor, task_id: str, item_ids: Sequence[str] = ()) -> TaskView:
    """These pieces, or all that are still out, did not come back with the others: they are searched for.

    RuleViolation: delivery.not_out, delivery.nothing_returned (then it is simply not delivered yet).
    """
    with desk.act(actor, "task.process") as act:
        task = _out(act.connection, task_id)
        chosen = tuple(dict.fromkeys(item_ids)) or task.out
        if not set(chosen) <= set(task.out):
            raise RuleViolation("delivery.not_out", mail_id="")
        if not task.returned:
            raise RuleViolation("delivery.nothing_returned")
        act.write("task.pieces_not_returned", task_id, items=chosen)
        return done(act, task_id)


def note_delivered(desk: Desk, actor: Actor, task_id: str, reason: str) -> TaskView:
    """The customer has them, although the platform has not said so; how that is known is written down.

    RuleViolation: delivery.reason_missing, task.wrong_step.
    """
    with desk.act(actor, "delivery.note_delivered") as act:
        task = _out(act.connection, task_id)
        said = clean(reason).text
        if not said:
            raise RuleViolation("delivery.reason_missing")
        act.write("task.delivery_noted", task_id, reason=said, items=task.out)
        return done(act, task_id)


def look_at_driver(desk: Desk, actor: Actor, task_id: str, reason: str) -> str:
    """Write down who looks at the driver's photo and why, before it is shown; the photo's name (security 10).

    RuleViolation: delivery.reason_missing, delivery.no_photo.
    """
    with desk.act(actor, "delivery.driver_photo") as act:
        task = _task(act.connection, task_id)
        said = clean(reason).text
        if not said:
            raise RuleViolation("delivery.reason_missing")
        if not task.photo:
            raise RuleViolation("delivery.no_photo")
        act.write("task.driver_photo_viewed", task_id, reason=said)
        done(act, task_id)
        return task.photo


# ---------------------------------------------------------------- helpers


def _task(connection: Connection, task_id: str) -> DeliveryTask:
    task = task_of(connection, task_id)
    if not isinstance(task, DeliveryTask):
        raise RuleViolation("delivery.other_kind")
    return task


def _working(act: Act, task_id: str, *states: TaskState) -> DeliveryTask:
    _task(act.connection, task_id)
    working(act, task_id, *states)
    return _task(act.connection, task_id)


def _out(connection: Connection, task_id: str) -> DeliveryTask:
    task = _task(connection, task_id)
    if TaskState(task.state) is not S.HANDED_TO_DRIVER:
        raise RuleViolation("task.wrong_step", state=task.state)
    return task


def _refuse_early(task: DeliveryTask, until: str) -> None:
    for gap in gaps(task):
        if gap == until:
            return
        raise RuleViolation(gap, gaps=gaps(task))


def _owe_labels(act: Act, task_id: str) -> None:
    """Owe a label for each piece at hand, unless these very labels are owed or printed already."""
    task = _task(act.connection, task_id)
    if task.labelled == task.at_hand and task.labelled:
        return
    act.write("task.labels_owed", task_id, pieces=task.at_hand)
    view = view_of(act.desk, act.connection, act.actor, task_id)
    for item_id in task.at_hand:
        _owe_label(act, view, item_id)


def _owe_label(act: Act, view: TaskView, item_id: str) -> str:
    job_id = act.owe("delivery_label", label_of(act.desk, view, item_id), item_id=item_id)
    act.tell(PrintJobChanged(job_id, "delivery_label", "owed"))
    return job_id


def label_of(desk: Desk, view: TaskView, item_id: str) -> dict[str, Any]:
    """What stands on the label of one piece: whose it is, where it goes, and which of how many."""
    task, item = view.task, view.piece(item_id)
    assert isinstance(task, DeliveryTask)  # noqa: S101 - both callers have asked
    numbers = dict(label_numbers(task))
    return {
        "store": desk.settings.name,
        "pmb": task.mailbox,
        "name": view.account.holder,
        "address": task.address,
        "courier": desk.settings.couriers.get(task.courier, task.courier),
        "mail_id": item.mail_id if item else "",
        "piece": numbers.get(item_id, ""),
        "day": desk.today(),
    }
