"""The label of a parcel: made once, printed as often as paper fails, taken back within the carrier's days (2.6).

Printing again owes a paper and nothing else: it buys no postage and makes no new label.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from counter_app.desk.context import Act, Desk
from counter_app.desk.held import hold
from counter_app.desk.pieces import tracking_key
from counter_app.desk.ship import parcel
from counter_app.desk.task_work import TaskView, account_of, done, task_of, working
from counter_app.domain import tracking
from counter_app.domain.employee import Actor
from counter_app.domain.task import TaskState
from counter_app.domain.task_ship import ShipTask, void_refused
from counter_app.domain.text import clean
from counter_app.errors import RuleViolation
from counter_app.events import PrintJobChanged
from counter_app.store import state

if TYPE_CHECKING:
    from sqlalchemy import Connection

S = TaskState
OURS = frozenset({"platform", "store"})
"""Labels that this counter prints; a stamp needs none, and the customer brings his own."""
_TRACKING = re.compile(r"[A-Z0-9]{8,34}", re.ASCII)
_SURE = 0.85


@dataclass(frozen=True, slots=True)
class Voided:
    """What became of a label that was taken back. `money` says where the money is now, as a code for a sentence."""

    view: TaskView
    money: str


def make(desk: Desk, actor: Actor, task_id: str, number: str = "", ships_on: str = "") -> TaskView:
    """The label is bought and its tracking number known: keep it, and owe the paper if it is ours.

    RuleViolation: task.wrong_step (it is not paid), ship.tracking_missing, ship.tracking_wrong,
    ship.tracking_other_carrier (`carrier`), ship.tracking_check (a digit is wrong), ship.tracking_used (another
    parcel has it), ship.date_wrong.
    """
    with desk.act(actor, "task.process") as act:
        task = parcel(working(act, task_id, S.PAID))
        hold(act, task, task.at_hand)
        key = _tracking(act.connection, task, number)
        day = ships_on or desk.today()
        try:
            if date.fromisoformat(day) < date.fromisoformat(desk.today()):
                raise RuleViolation("ship.date_wrong")
        except ValueError:
            raise RuleViolation("ship.date_wrong") from None
        act.write("ship.label_made", task_id, label=desk.new_id(), tracking=key, ships_on=day)
        made = parcel(task_of(act.connection, task_id))
        if made.source in OURS:
            _owe(act, made)
        return done(act, task_id)


def print_again(desk: Desk, actor: Actor, task_id: str) -> str:
    """The same label once more, after a jam or a loss; nothing is bought. Returns the print job's id.

    RuleViolation: ship.no_label, ship.label_not_ours.
    """
    with desk.act(actor, "print.answer") as act:
        task = parcel(task_of(act.connection, task_id))
        if TaskState(task.state) is not S.LABEL_PRINTED:
            raise RuleViolation("ship.no_label")
        if task.source not in OURS:
            raise RuleViolation("ship.label_not_ours")
        return _owe(act, task)


def print_slip(desk: Desk, actor: Actor, task_id: str) -> str:
    """Owe a packing slip on the receipt printer: what is in the parcel, without any price."""
    with desk.act(actor, "print.answer") as act:
        task = parcel(task_of(act.connection, task_id))
        pieces = [item for one in task.at_hand if (item := state.item(act.connection, one))]
        rows = [[item.mail_id, item.mail_type.replace("_", " ")] for item in pieces]
        payload = {
            "store": [desk.settings.name, *desk.settings.address_lines],
            "title": "Packing slip",
            "when": desk.local(desk.now_ms()).strftime("%Y-%m-%d %H:%M %Z"),
            "rows": [*([line, ""] for line in task.to.lines), ["", ""], *rows],
            "foot": [f"{len(rows)} in this parcel"],
        }
        job_id = act.owe("parcel_list", payload, printer="receipt")
        act.tell(PrintJobChanged(job_id, "parcel_list", "owed"))
        return job_id


def void(desk: Desk, actor: Actor, task_id: str, reason: str) -> Voided:
    """Take the label back while the carrier still does. The customer's money does not move by that.

    RuleViolation: task.wrong_step (no label, or the carrier has it), task.reason_missing, ship.void_never,
    ship.void_too_late (`carrier`).
    """
    with desk.act(actor, "task.process") as act:
        task = parcel(task_of(act.connection, task_id))
        if TaskState(task.state) is not S.LABEL_PRINTED:
            raise RuleViolation("task.wrong_step", state=task.state)
        said = clean(reason).text
        if not said:
            raise RuleViolation("task.reason_missing")
        ours = task.source in OURS
        if ours:
            made_on = desk.local(task.label_ms).date()
            ships_on = date.fromisoformat(task.ships_on) if task.ships_on else made_on
            refused = void_refused(task.carrier, made_on, ships_on, date.fromisoformat(desk.today()))
            if refused:
                raise RuleViolation(f"ship.void_{refused}", carrier=task.carrier)
        act.write("ship.voided", task_id, label=task.label_id, reason=said)
        return Voided(done(act, task_id), f"ship.void_{task.source}")


def want_label(desk: Desk, actor: Actor, task_id: str) -> TaskView:
    """After a void: the parcel, which stays paid, gets another label."""
    with desk.act(actor, "task.process") as act:
        parcel(working(act, task_id, S.VOIDED))
        act.write("ship.label_wanted", task_id)
        return done(act, task_id)


def _tracking(connection: Connection, task: ShipTask, number: str) -> str:
    key = tracking_key(number)
    if task.source == "stamp" and not key:
        return ""
    if not key:
        raise RuleViolation("ship.tracking_missing")
    matches = tracking.identify(number)
    if matches:
        best = matches[0]
        if best.confidence >= _SURE and task.carrier not in {one.carrier for one in matches}:
            raise RuleViolation("ship.tracking_other_carrier", carrier=best.carrier)
        ours = next((one for one in matches if one.carrier == task.carrier), None)
        if ours is not None and ours.check == "failed":
            raise RuleViolation("ship.tracking_check", carrier=task.carrier)
        key = tracking_key((ours or best).number)
    if not _TRACKING.fullmatch(key):
        raise RuleViolation("ship.tracking_wrong")
    rows = connection.exec_driver_sql("SELECT id FROM task WHERE state = 'label_printed'").all()
    for (other_id,) in rows:
        other = state.task(connection, other_id)
        if isinstance(other, ShipTask) and other.tracking == key:
            raise RuleViolation("ship.tracking_used", task_id=other.id, mailbox=other.mailbox)
    return key


def _owe(act: Act, task: ShipTask) -> str:
    job_id = act.owe("shipping_label", _payload(act, task), printer=act.desk.shipping_printer)
    act.tell(PrintJobChanged(job_id, "shipping_label", "owed"))
    return job_id


def _payload(act: Act, task: ShipTask) -> dict[str, Any]:
    settings = act.desk.settings
    first = state.item(act.connection, task.at_hand[0]) if task.at_hand else None
    sender = account_of(act.connection, task.account_id)
    ounces = -(-task.weight_g * 10_000 // 283_495)
    return {
        "sender": [sender.holder, settings.name, f"PMB {task.mailbox}", *settings.address_lines][:6],
        "to": list(task.to.lines),
        "carrier": task.carrier.upper(),
        "service": task.service,
        "tracking": task.tracking,
        "weight": f"{ounces // 16} lb {ounces % 16} oz",
        "mail_id": first.mail_id if first else "",
        "ships_on": task.ships_on,
        "signature": "SIGNATURE REQUIRED" if task.signature else "",
    }
