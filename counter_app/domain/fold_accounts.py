"""How operations change a mailbox account and an employee."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from counter_app.domain import mailbox
from counter_app.domain.employee import Employee
from counter_app.domain.folding import Rejected, Step, contest
from counter_app.domain.mailbox import Account, AccountState, Collector, FormName
from counter_app.domain.operations import MalformedOperationError, Operation
from counter_app.domain.rows import Row


def _named(op: Operation) -> dict[str, Any]:
    try:
        names = tuple(FormName(**_texts(one)) for one in json.loads(op.text("names") or "[]"))
        people = tuple(Collector(**_texts(one)) for one in json.loads(op.text("collectors") or "[]"))
    except (TypeError, ValueError, RecursionError) as error:
        raise MalformedOperationError("op.field_wrong", "names") from error
    return {"names": names, "collectors": people}


def _texts(entry: Any) -> dict[str, str]:
    if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
        raise TypeError("every field of a name is text")
    return entry


def _account_registered(row: Row | None, op: Operation) -> Row:
    if row is not None:
        return contest(row, op)
    return Account(
        id=op.entity_id,
        mailbox=op.text("mailbox"),
        state=AccountState.SIGNED_UP.value,
        holder=op.text("holder"),
        email=op.text("email"),
        phone=op.text("phone"),
        plan=op.text("plan"),
        restricted_delivery=op.text("restricted_delivery"),
        **_named(op),
    )


def _account(row: Row | None) -> Account:
    if not isinstance(row, Account):
        raise MalformedOperationError("op.account_unknown")
    return row


def _account_state_set(row: Row | None, op: Operation) -> Row:
    one = _account(row)
    after = replace(
        one,
        payment=op.text("payment") or one.payment,
        id_expires_on=op.text("id_expires_on") or one.id_expires_on,
    )
    if not op.text("state") or op.text("state") == one.state:
        return after
    try:
        new = AccountState(op.text("state"))
    except ValueError as error:
        raise MalformedOperationError("op.field_wrong", "state") from error
    if not mailbox.may_move(AccountState(one.state), new):
        return contest(after, op)
    # R-14 counts the six months from the closing, not from the day on which the number went back to the pool.
    released = new is AccountState.RELEASED
    return replace(after, state=new.value, state_since=one.state_since if released else op.text("since"))


def _account_names_set(row: Row | None, op: Operation) -> Row:
    one = _account(row)
    may = op.text("restricted_delivery") or one.restricted_delivery  # "" says nothing of it
    return replace(one, **_named(op), restricted_delivery=may)


def _account_note_set(row: Row | None, op: Operation) -> Row:
    if row is None:
        raise Rejected("op.account_unknown")
    return replace(_account(row), note=op.text("note"))


def _employee_set(row: Row | None, op: Operation) -> Row:
    known = row if isinstance(row, Employee) else None
    return Employee(
        id=op.entity_id,
        name=op.text("name"),
        email=op.text("email"),
        level=op.number("level"),
        active=bool(op.number("active")),
        contested=known.contested if known else (),
        remarks=known.remarks if known else (),
        history=known.history if known else (),
    )


STEPS: dict[str, Step] = {
    "account.registered": _account_registered,
    "account.state_set": _account_state_set,
    "account.names_set": _account_names_set,
    "account.note_set": _account_note_set,
}
EMPLOYEE_STEPS: dict[str, Step] = {
    "employee.set": _employee_set,
}
