"""Check deposit: checks that were scanned before are endorsed, listed on a slip and mailed to one bank (2.10).

A check goes only for a payee whose name stands on the mailbox's form, by a service that can be followed, and by
Priority Mail where the bank has a PO box. Account numbers are kept and printed by their last four digits only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from counter_app.desk.context import Act, Desk, demand
from counter_app.desk.held import hold
from counter_app.desk.pieces import tracking_key
from counter_app.desk.receiving import check_name
from counter_app.desk.task_work import TaskView, account_of, done, task_of, working
from counter_app.domain import tracking
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import ItemState
from counter_app.domain.task import TaskKind, TaskState
from counter_app.domain.task_deposit import (
    CHECK_CENTS_MOST,
    CHECKS_MOST,
    PACKAGINGS,
    SERVICES,
    STALE_DAYS,
    TO_PO_BOX,
    DepositTask,
    days_old,
    deposit_gaps,
    is_us_address,
    masked,
    same_bank,
)
from counter_app.domain.text import clean
from counter_app.errors import RuleViolation
from counter_app.store import state
from counter_app.store.db import straight

if TYPE_CHECKING:
    from sqlalchemy import Connection

S = TaskState
POSTAGE_MOST = 20_000
WEIGHT_MOST_G = 2_000
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class CheckEntry:
    """A check as a clerk reads it. `cents` in cents, `dated` ISO; `confirmed` is the name that it is said to be for."""

    item_id: str
    bank: str
    account: str
    cents: int
    dated: str
    payee: str
    endorsed: bool = False
    confirmed: str = ""


def set_bank(desk: Desk, actor: Actor, task_id: str, bank: str, address: str, account: str) -> TaskView:
    """Where the checks go, if the customer has not said it or it is put right.

    RuleViolation: deposit.bank_missing, deposit.foreign_bank, task.wrong_step.
    """
    with desk.act(actor, "task.process") as act:
        task = _deposit(act, task_id, S.REQUESTED, S.GATHERED, S.PREPARED, S.WEIGHED)
        named, street = clean(bank).text, clean(address).text
        if not named or not street:
            raise RuleViolation("deposit.bank_missing")
        if not is_us_address(street):
            raise RuleViolation("deposit.foreign_bank", bank=named)
        act.write("task.deposit_to", task.id, bank=named, bank_address=street, bank_account=masked(account))
        return done(act, task_id)


def set_check(desk: Desk, actor: Actor, task_id: str, entry: CheckEntry, number: int = 0) -> TaskView:
    """Write a check down, or put right the one of this `number`.

    RuleViolation: deposit.too_many_checks, deposit.other_bank, deposit.not_scanned, deposit.amount_wrong,
    deposit.date_wrong, deposit.payee_not_on_account, deposit.payee_confirm (`likely`), task.piece_not_in_task.
    """
    with desk.act(actor, "task.process") as act:
        task = _deposit(act, task_id, S.GATHERED, S.PREPARED)
        body = _read_entry(desk, act, task, entry)
        others = [check for check in task.checks if check.number != number]
        if len(others) >= CHECKS_MOST:
            raise RuleViolation("deposit.too_many_checks", most=CHECKS_MOST)
        if any(not same_bank(check.bank, body["bank"]) for check in others):
            raise RuleViolation("deposit.other_bank", bank=others[0].bank)
        free = next(n for n in range(1, CHECKS_MOST + 1) if n not in {check.number for check in others})
        act.write("task.check_set", task_id, number=number or free, item=entry.item_id, **body)
        return done(act, task_id)


def remove_check(desk: Desk, actor: Actor, task_id: str, number: int) -> TaskView:
    """Take a check off the list again."""
    with desk.act(actor, "task.process") as act:
        task = _deposit(act, task_id, S.GATHERED, S.PREPARED)
        if any(check.number == number for check in task.checks):
            act.write("task.check_removed", task_id, number=number)
        return done(act, task_id)


def no_check(desk: Desk, actor: Actor, task_id: str, item_id: str, absent: bool = True) -> TaskView:
    """There is no check in this piece after all: it goes back to its shelf when the others leave.

    RuleViolation: task.piece_not_in_task, deposit.check_there.
    """
    with desk.act(actor, "task.process") as act:
        task = _deposit(act, task_id, S.GATHERED, S.PREPARED)
        if item_id not in task.at_hand:
            raise RuleViolation("task.piece_not_in_task", mail_id="")
        if any(check.item == item_id for check in task.checks):
            raise RuleViolation("deposit.check_there")
        if absent is not (item_id in task.absent):
            act.write("task.check_absent", task_id, item=item_id, absent=int(absent))
        return done(act, task_id)


def stale(task: DepositTask, today: str) -> tuple[int, ...]:
    """The numbers of checks that are older than 180 days: a bank may refuse them, the customer should know."""
    return tuple(check.number for check in task.checks if check.dated and days_old(check.dated, today) > STALE_DAYS)


def prepare(desk: Desk, actor: Actor, task_id: str) -> TaskView:
    """Every check is endorsed: the slip is printed, once. RuleViolation with the first of `deposit_gaps`."""
    with desk.act(actor, "task.process") as act:
        task = _deposit(act, task_id, S.GATHERED)
        gaps = deposit_gaps(task)
        if gaps:
            raise RuleViolation(gaps[0], most=CHECKS_MOST)
        if not is_us_address(task.bank_address):
            raise RuleViolation("deposit.foreign_bank", bank=task.bank)
        act.write("task.deposit_prepared", task_id, total_cents=task.total)
        act.owe("deposit_slip", slip_of(desk, act.connection, task, actor), printer="receipt")
        return done(act, task_id)


def print_slip(desk: Desk, actor: Actor, task_id: str) -> None:
    """The slip once more, because a clerk asked for it. RuleViolation: task.unknown, task.wrong_step."""
    with desk.act(actor, "task.process") as act:
        task = task_of(act.connection, task_id)
        if not isinstance(task, DepositTask) or TaskState(task.state) in (S.REQUESTED, S.GATHERED):
            raise RuleViolation("task.wrong_step", state=task.state)
        act.owe("deposit_slip", slip_of(desk, act.connection, task, actor), printer="receipt")


def pack(desk: Desk, actor: Actor, task_id: str, packaging: str, weight_g: int) -> TaskView:
    """The checks are in a letter or a large envelope and on the scale. RuleViolation: deposit.packaging_wrong."""
    with desk.act(actor, "task.process") as act:
        _deposit(act, task_id, S.PREPARED, S.PRICED)
        if packaging not in PACKAGINGS or not 0 < weight_g <= WEIGHT_MOST_G:
            raise RuleViolation("deposit.packaging_wrong", most_g=WEIGHT_MOST_G)
        act.write("task.deposit_packed", task_id, deposit_packaging=packaging, weight_g=weight_g)
        return done(act, task_id)


def price(desk: Desk, actor: Actor, task_id: str, service: str, postage_cents: int) -> TaskView:
    """The service and its postage.

    RuleViolation: deposit.not_trackable, deposit.po_box_priority, deposit.postage_wrong.
    """
    with desk.act(actor, "task.process") as act:
        task = _deposit(act, task_id, S.WEIGHED)
        if service not in SERVICES:
            raise RuleViolation("deposit.not_trackable")
        if task.po_box and service not in TO_PO_BOX:
            raise RuleViolation("deposit.po_box_priority")
        if not 0 < postage_cents <= POSTAGE_MOST:
            raise RuleViolation("deposit.postage_wrong", limit_cents=POSTAGE_MOST)
        act.write("task.deposit_priced", task_id, deposit_service=service, postage_cents=postage_cents)
        return done(act, task_id)


def label(desk: Desk, actor: Actor, task_id: str, number: str, own_label: bool = False) -> TaskView:
    """The label is on the envelope; `number` is what the carrier follows it by.

    RuleViolation: deposit.tracking_missing, deposit.tracking_wrong, task.wrong_step while it is not paid.
    """
    with desk.act(actor, "task.process") as act:
        task = _deposit(act, task_id, S.PAID)
        hold(act, task, task.with_checks)
        key = _number_of(number)
        if not key:
            raise RuleViolation("deposit.tracking_missing")
        if len(key) < 8:
            raise RuleViolation("deposit.tracking_wrong")
        act.write("task.deposit_labelled", task_id, tracking=key, own_label=int(own_label))
        return done(act, task_id)


def waiting(desk: Desk, actor: Actor) -> tuple[DepositTask, ...]:
    """Deposits that have their label and wait for the carrier, the oldest first."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        return tuple(sorted(_labelled(connection), key=lambda task: (task.requested_ms, task.id)))


def hand_over(desk: Desk, actor: Actor, scanned: str) -> TaskView:
    """The carrier takes an envelope; its label is scanned. RuleViolation("deposit.label_unknown")."""
    with desk.act(actor, "task.process") as act:
        key = _number_of(scanned)
        task = next((one for one in _labelled(act.connection) if key and one.tracking == key), None)
        if task is None:
            raise RuleViolation("deposit.label_unknown")
        hold(act, task, task.with_checks)
        missing = tuple(one for one in task.items if one not in task.with_checks)
        act.write("task.deposit_sent", task.id, tracking=key, items=task.items, missing=missing)
        return done(act, task.id)


def slip_of(desk: Desk, connection: Connection, task: DepositTask, actor: Actor) -> dict[str, Any]:
    """What stands on the deposit slip: amounts in full, every account number by its last four digits."""
    account = account_of(connection, task.account_id)
    clerk = straight(connection).execute("SELECT name FROM employee WHERE id = ?", (actor.id,)).fetchone()
    return {
        "store": [desk.settings.name, *desk.settings.address_lines],
        "when": f"{desk.local(desk.now_ms()):%Y-%m-%d %H:%M %Z}",
        "holder": account.holder,
        "pmb": account.mailbox,
        "bank": task.bank,
        "bank_address": task.bank_address,
        "bank_account": task.bank_account,
        "checks": [
            [f"{check.number}  {check.bank} {check.account}".strip(), _dollars(check.cents)] for check in task.checks
        ],
        "total": _dollars(task.total),
        "clerk": clerk[0] if clerk else actor.id,
    }


def _dollars(cents: int) -> str:
    return f"${cents // 100:,}.{cents % 100:02}"


def _read_entry(desk: Desk, act: Act, task: DepositTask, entry: CheckEntry) -> dict[str, Any]:
    item = state.item(act.connection, entry.item_id)
    if item is None or item.id not in task.at_hand:
        raise RuleViolation("task.piece_not_in_task", mail_id="")
    if item.state_before_task != ItemState.SCANNED.value:
        raise RuleViolation("deposit.not_scanned", mail_id=item.mail_id)
    bank, payee = clean(entry.bank).text, clean(entry.payee).text
    if not bank:
        raise RuleViolation("deposit.bank_on_check_missing")
    if not 0 < entry.cents <= CHECK_CENTS_MOST:
        raise RuleViolation("deposit.amount_wrong")
    if not _is_day(entry.dated) or days_old(entry.dated, desk.today()) > 3_660:
        raise RuleViolation("deposit.date_wrong")
    if days_old(entry.dated, desk.today()) < 0:
        raise RuleViolation("deposit.date_to_come", dated=entry.dated)
    matched = _payee(desk, act.connection, task, payee, entry.confirmed)
    return {
        "bank": bank,
        "account": masked(entry.account),
        "cents": entry.cents,
        "dated": entry.dated,
        "payee": payee,
        "verdict": matched,
        "endorsed": int(entry.endorsed),
    }


def _payee(desk: Desk, connection: Connection, task: DepositTask, payee: str, confirmed: str) -> str:
    account = account_of(connection, task.account_id)
    found = check_name(account, payee, desk.today()) if payee else None
    if found is not None and found.name and found.verdict == "exact":
        return "exact"
    if found is not None and found.name and found.verdict == "likely":
        if confirmed == found.name:
            return "likely"
        raise RuleViolation("deposit.payee_confirm", payee=payee, likely=found.name)
    raise RuleViolation("deposit.payee_not_on_account", payee=payee or "–", mailbox=account.mailbox)


def _is_day(text: str) -> bool:
    try:
        return bool(_ISO.fullmatch(text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _number_of(text: str) -> str:
    found: Sequence[tracking.TrackingMatch] = tracking.identify(text)
    return tracking_key(found[0].number if found else text)


def _deposit(act: Act, task_id: str, *states: TaskState) -> DepositTask:
    task = working(act, task_id, *states)
    if not isinstance(task, DepositTask):
        raise RuleViolation("task.wrong_step", state=task.state)
    return task


def _labelled(connection: Connection) -> list[DepositTask]:
    rows = straight(connection).execute(
        "SELECT id FROM task WHERE kind = ? AND state = 'label_printed'", (TaskKind.CHECK_DEPOSIT.value,)
    )
    found = (state.task(connection, row[0]) for row in rows.fetchall())
    return [task for task in found if isinstance(task, DepositTask)]
