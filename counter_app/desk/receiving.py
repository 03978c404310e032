"""Receiving: a piece comes in, its mailbox and its name are held against the form, and it gets a place (S-04, S-09).

The gate is here and nowhere else: no piece is inserted for a name that does not stand on that mailbox's Form 1583,
and a likeness alone never opens it; a clerk has to confirm which name it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from counter_app.desk.context import Act, Desk, demand
from counter_app.desk.intake import (
    OPEN_RULES,
    Arrival,
    Received,
    after,
    body_of,
    insert,
    label_of,
    shelf_code,
)
from counter_app.desk.pieces import duplicates, find_piece
from counter_app.domain import names, tracking
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.mailbox import Account
from counter_app.domain.names import NameMatch
from counter_app.domain.text import clean, scan_text
from counter_app.domain.values import parse_mail_id
from counter_app.errors import RuleViolation
from counter_app.events import InboxChanged, PieceChanged, PrintJobChanged
from counter_app.store import journal, state, to_check

if TYPE_CHECKING:
    from sqlalchemy import Connection


def check_name(account: Account, name: str, today: str) -> NameMatch:
    """Whether `name` stands on the account's form today (S-09); former and future names do not count."""
    valid = [names.AuthorizedName(one.text, one.kind) for one in account.names if one.valid_on(today)]
    return names.match(name, valid)


def receive(desk: Desk, actor: Actor, arrival: Arrival) -> Received:
    """Insert a piece for a mailbox; its label is owed in the same transaction.

    RuleViolation: name.missing, name.not_on_form, name.confirm (with the likely name), mailbox.* (the state does not
    take mail, with the rule to follow), item.duplicate (with the earlier piece), item.registered and
    item.restricted_not_on_form (R-20), intake.not_open, and what is wrong with a field (item.*, size.*).
    """
    demand(actor, "item.insert")
    photo = desk.keep_photo(arrival.photo)
    with desk.act(actor, "item.insert") as act:
        account = _account(act.connection, arrival.account_id)
        warnings = _demand_open(account, desk.today())
        if "restricted" in arrival.flags and account.restricted_delivery != "yes":
            raise RuleViolation("item.restricted_not_on_form", mailbox=account.mailbox)
        matched, verdict = _demand_name(account, arrival.name, arrival.confirmed, desk.today())
        body = body_of(desk, act, arrival, photo)
        body.update(account=account.id, mailbox=account.mailbox, matched=matched, verdict=verdict)
        return insert(act, arrival, body, matched, warnings)


def receive_unassigned(desk: Desk, actor: Actor, arrival: Arrival) -> Received:
    """Take a piece in whose mailbox is not known yet: it is on the shelf and counts as not inserted (T2)."""
    demand(actor, "item.insert")
    photo = desk.keep_photo(arrival.photo)
    with desk.act(actor, "item.insert") as act:
        body = body_of(desk, act, arrival, photo)
        body.update(account="", mailbox="", matched="", verdict="")
        return insert(act, arrival, body, "", ())


def assign(desk: Desk, actor: Actor, item_id: str, account_id: str, name: str, confirmed: str = "") -> MailItem:
    """Give an unassigned piece to a mailbox, through the same gate as `receive`."""
    with desk.act(actor, "item.assign") as act:
        item = _item(act.connection, item_id)
        if item.state != ItemState.UNASSIGNED.value:
            raise RuleViolation("item.not_unassigned", mail_id=item.mail_id, mailbox=item.mailbox)
        if item.apart == "return":
            raise RuleViolation("item.marked_for_return", mail_id=item.mail_id)
        body, matched = _new_holder(desk, act, account_id, name, confirmed)
        done = act.write("item.assigned", item_id, **body)
        _close_check(act, item_id)
        act.owe("item_label", label_of(desk, after(done), matched), item_id=item_id)
        act.tell(PieceChanged(item_id, "item.assigned", done.op.op_id))
        return after(done)


def reassign(
    desk: Desk, actor: Actor, item_id: str, account_id: str, name: str, reason: str, confirmed: str = ""
) -> MailItem:
    """Move a piece from the wrong mailbox to the right one; both histories keep a trace. Needs L4 and a reason."""
    with desk.act(actor, "item.reassign") as act:
        item = _item(act.connection, item_id)
        said = clean(reason).text
        if not said:
            raise RuleViolation("item.reason_missing")
        if item.account_id == account_id:
            raise RuleViolation("item.same_mailbox", mailbox=item.mailbox)
        if ItemState(item.state) not in (ItemState.RECEIVED, ItemState.SCANNED):
            raise RuleViolation("item.not_on_shelf", mail_id=item.mail_id, state=item.state)
        body, matched = _new_holder(desk, act, account_id, name, confirmed)
        done = act.write("item.reassigned", item_id, **body, reason=said)
        act.owe("item_label", label_of(desk, after(done), matched), item_id=item_id)
        act.tell(PieceChanged(item_id, "item.reassigned", done.op.op_id))
        return after(done)


def take_back(desk: Desk, actor: Actor, item_id: str) -> None:
    """Undo an insert while nothing else has happened to the piece; a trace stays in the journal."""
    with desk.act(actor, "item.take_back") as act:
        item = _item(act.connection, item_id)
        if ItemState(item.state) not in (ItemState.RECEIVED, ItemState.UNASSIGNED) or len(item.history) > 1:
            raise RuleViolation("item.too_late_to_undo", mail_id=item.mail_id, state=item.state)
        done = act.write("item.taken_back", item_id, reason="undo")
        _close_check(act, item_id)
        act.connection.exec_driver_sql("DELETE FROM print_job WHERE item_id = ? AND state = 'owed'", (item_id,))
        act.tell(PieceChanged(item_id, "item.taken_back", done.op.op_id))


def move(desk: Desk, actor: Actor, item_id: str, shelf: str) -> MailItem:
    """Put a piece on another shelf."""
    with desk.act(actor, "item.move") as act:
        item = _item(act.connection, item_id)
        if not item.on_the_shelf:
            raise RuleViolation("item.not_on_shelf", mail_id=item.mail_id, state=item.state)
        done = act.write("item.moved", item_id, shelf=shelf_code(shelf))
        act.tell(PieceChanged(item_id, "item.moved", done.op.op_id))
        return after(done)


def put(desk: Desk, actor: Actor, code: str, shelf: str) -> tuple[MailItem, str]:
    """Put the piece of a scanned Mail ID on a shelf; with the shelf that it lay on before. As of `move`."""
    with desk.db.read() as connection:
        item = find_piece(connection, code)
    if item is None:
        raise RuleViolation("item.unknown")
    return move(desk, actor, item.id, shelf), item.shelf


def print_again(desk: Desk, actor: Actor, item_id: str) -> str:
    """Owe the item label once more, because the clerk asked for it; returns the job's id."""
    with desk.act(actor, "print.answer") as act:
        item = _item(act.connection, item_id)
        job_id = act.owe("item_label", label_of(desk, item, item.name_matched), item_id=item_id)
        act.tell(PrintJobChanged(job_id, "item_label", "owed"))
        return job_id


def print_shelf_slip(desk: Desk, actor: Actor, item_id: str) -> str:
    """Owe a slip that stands on the shelf for a piece that cannot carry its label; returns the job's id.

    RuleViolation: item.unknown, item.not_on_shelf.
    """
    with desk.act(actor, "print.answer") as act:
        item = _item(act.connection, item_id)
        if not item.on_the_shelf:
            raise RuleViolation("item.not_on_shelf", mail_id=item.mail_id, state=item.state)
        label = label_of(desk, item, item.name_matched)
        slip = {key: label[key] for key in ("shelf", "pmb", "mail_id", "name", "received_on")}
        job_id = act.owe("shelf_slip", slip, item_id=item_id)
        act.tell(PrintJobChanged(job_id, "shelf_slip", "owed"))
        return job_id


def _close_check(act: Act, item_id: str) -> None:
    if to_check.close(act.connection, item_id):
        count = act.connection.exec_driver_sql("SELECT count(*) FROM inbox WHERE state = 'open'").scalar_one()
        act.tell(InboxChanged(int(count)))


def _demand_open(account: Account, today: str) -> tuple[str, ...]:
    rule = account.insert_rule(today)
    if rule not in OPEN_RULES:
        raise RuleViolation(account.rule.reason, mailbox=account.mailbox, todo=rule.value)
    return (account.rule.reason,) if account.rule.reason else ()


def _demand_name(account: Account, name: str, confirmed: str, today: str) -> tuple[str, str]:
    shown = clean(name).text
    if not shown:
        raise RuleViolation("name.missing", mailbox=account.mailbox)
    found = check_name(account, shown, today)
    if found.verdict == "exact" and found.name:
        return found.name, "exact"
    if found.verdict == "likely" and found.name:
        if confirmed == found.name:
            return found.name, "likely"
        raise RuleViolation("name.confirm", name=shown, likely=found.name, mailbox=account.mailbox)
    raise RuleViolation("name.not_on_form", name=shown, mailbox=account.mailbox)


def _new_holder(desk: Desk, act: Act, account_id: str, name: str, confirmed: str) -> tuple[dict[str, Any], str]:
    account = _account(act.connection, account_id)
    _demand_open(account, desk.today())
    matched, verdict = _demand_name(account, name, confirmed, desk.today())
    body = {
        "account": account.id,
        "mailbox": account.mailbox,
        "name": clean(name).text,
        "matched": matched,
        "verdict": verdict,
    }
    return body, matched


def _item(connection: Connection, item_id: str) -> MailItem:
    found = state.item(connection, item_id)
    if found is None:
        raise RuleViolation("item.unknown")
    return found


def _account(connection: Connection, account_id: str) -> Account:
    found = state.account(connection, account_id)
    if found is None:
        raise RuleViolation("mailbox.unknown")
    return found


# ---------------------------------------------------------------- what the Receive room shows


_SHELF = re.compile(r"[A-Z]{1,4}(?:-?[0-9]{1,4}){1,3}")
_CONFIDENT = 0.4


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a scan in the Receive room is. `kind`: piece, mailbox, tracking, shelf, unknown.

    A mailbox number may have a holder and a former one (R-17): then `accounts` has both and nobody picks. `earlier`
    is the newest piece that came in with this tracking number.
    """

    kind: str
    text: str
    accounts: tuple[Account, ...] = ()
    reading: tracking.TrackingMatch | None = None
    earlier: MailItem | None = None
    shelf: str = ""


@dataclass(frozen=True, slots=True)
class Destination:
    """A mailbox as somebody with a piece in hand needs it: what to do today, and the names on its form."""

    account: Account
    todo: str
    """An InsertRule's value."""
    takes: bool
    names: tuple[str, ...]
    on_shelf: int
    today: str


@dataclass(frozen=True, slots=True)
class Arrived:
    """A piece in a list. `sent`: kept (still only here), sent (the centre has answered), trouble (see the Inbox)."""

    item: MailItem
    sent: str


def recognise(desk: Desk, actor: Actor, scanned: str) -> Recognised:
    """What was scanned with a piece in hand: Mail ID, mailbox number, tracking number or shelf, in that order."""
    demand(actor, "customer.look")
    text = scan_text(scanned).text.strip()
    mail_id = parse_mail_id(text)
    with desk.db.read() as connection:
        if mail_id and connection.exec_driver_sql("SELECT 1 FROM item WHERE mail_id = ?", (mail_id,)).first():
            return Recognised("piece", mail_id)
        number = clean(text).text.upper().removeprefix("PMB").strip(" #")
        rows = connection.exec_driver_sql(
            "SELECT id FROM account WHERE mailbox IN (?, ?) ORDER BY state IN ('released', 'inactive'), number",
            (number, number.zfill(3)),
        ).all()
        holders = tuple(found for row in rows if (found := state.account(connection, row[0])))
        if holders:
            return Recognised("mailbox", text, accounts=holders)
        # MaxiCode carries its number between separators that the printable form has lost: it is read as it came.
        reading = next((one for one in tracking.identify(scanned) if _good(one)), None)
        if reading is not None:
            earlier = duplicates(connection, reading.number)
            return Recognised("tracking", text, reading=reading, earlier=earlier[0] if earlier else None)
    if len(text) <= 12 and _SHELF.fullmatch(text.upper()):
        return Recognised("shelf", text, shelf=text.upper())
    return Recognised("unknown", text)


def destination(desk: Desk, actor: Actor, account_id: str) -> Destination:
    """What the chosen mailbox says before anything is inserted; RuleViolation("mailbox.unknown")."""
    demand(actor, "customer.look")
    today = desk.today()
    with desk.db.read() as connection:
        account = _account(connection, account_id)
        count = connection.exec_driver_sql(
            "SELECT count(*) FROM item WHERE account_id = ? AND state IN ('received', 'scanned', 'in_task')",
            (account_id,),
        ).scalar_one()
    rule = account.insert_rule(today)
    names_today = tuple(one.text for one in account.names if one.valid_on(today))
    return Destination(account, rule.value, rule in OPEN_RULES, names_today, int(count), today)


def latest(desk: Desk, actor: Actor, limit: int = 60) -> list[Arrived]:
    """The pieces that came in today, the newest first."""
    demand(actor, "customer.look")
    midnight = desk.local(desk.now_ms()).replace(hour=0, minute=0, second=0, microsecond=0)
    with desk.db.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT id FROM item WHERE received_ms >= ? AND state <> 'taken_back' ORDER BY received_ms DESC LIMIT ?",
            (int(midnight.timestamp() * 1000), limit),
        ).all()
        return _arrived(connection, [row[0] for row in rows])


def unassigned(desk: Desk, actor: Actor, limit: int = 200) -> list[Arrived]:
    """Pieces on the shelf whose mailbox is not known, the oldest first: they are late (T2)."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT id FROM item WHERE state = 'unassigned' AND coalesce(json_extract(data, '$.apart'), '') = '' "
            "ORDER BY received_ms LIMIT ?",
            (limit,),
        ).all()
        return _arrived(connection, [row[0] for row in rows])


def senders(desk: Desk, actor: Actor, account_id: str, limit: int = 6) -> tuple[str, ...]:
    """Who wrote to this mailbox lately, the newest first: what is offered instead of typing."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT json_extract(data, '$.sender') FROM item WHERE account_id = ? ORDER BY received_ms DESC LIMIT 60",
            (account_id,),
        )
        return tuple(dict.fromkeys(row[0] for row in rows if row[0]))[:limit]


def piece(desk: Desk, actor: Actor, item_id: str) -> MailItem:
    """One piece, to be assigned or put right; RuleViolation("item.unknown")."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        return _item(connection, item_id)


def _arrived(connection: Connection, ids: list[str]) -> list[Arrived]:
    found = []
    for item_id in ids:
        item = state.item(connection, item_id)
        if item is None:
            continue
        statuses = {
            row[0]
            for row in connection.exec_driver_sql(
                "SELECT DISTINCT j.status FROM touched t JOIN journal j ON j.op_id = t.op_id "
                "WHERE t.entity = 'item' AND t.id = ?",
                (item_id,),
            )
        }
        sent = "kept" if statuses & set(journal.WAITING) else "trouble" if statuses - {"applied"} else "sent"
        found.append(Arrived(item, sent))
    return found


def _good(one: tracking.TrackingMatch) -> bool:
    return one.check != "failed" and one.confidence >= _CONFIDENT
