"""What may not lie in a mailbox: `mail received` notices, pieces kept apart, and returns to their senders (2.12).

Three rules stand here and in the fold: mail of a customer, or of one who left less than six months ago, is not sent
back (R-14 to R-17); what goes back is marked with its reason before a carrier takes it (R-18); a piece for a mailbox
on hold is kept until there is an instruction.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from counter_app.desk.context import Act, Desk, demand
from counter_app.desk.intake import Arrival, after, body_of, insert, label_of
from counter_app.desk.pieces import find_piece
from counter_app.domain import names, returns
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.mailbox import Account, InsertRule
from counter_app.domain.manifest import Manifest, ManifestState
from counter_app.domain.service_level import return_due_at
from counter_app.domain.text import clean
from counter_app.errors import RuleViolation
from counter_app.events import PieceChanged, PrintJobChanged, ReturnsChanged
from counter_app.store import blobs, state

if TYPE_CHECKING:
    from sqlalchemy import Connection

MOST = 500
_NOTICES = {InsertRule.NOTICE_AND_RETURN: "return", InsertRule.NOTICE_AND_HOLD: "hold"}


@dataclass(frozen=True, slots=True)
class Choices:
    """For which reasons a piece may go back today (none: it may not), until when, and whose number is on it."""

    reasons: tuple[str, ...]
    due_ms: int
    account: Account | None
    named: bool
    inside_six_months: bool = False
    """Its holder left less than six months ago: it is held or mailed on, never sent back (R-14)."""


@dataclass(frozen=True, slots=True)
class Apart:
    """A piece of the not-allowed-here list. `todo`: return, hold; `listed`: it stands on the open manifest."""

    item: MailItem
    todo: str
    mailbox: str
    due_ms: int
    late: bool
    listed: bool


@dataclass(frozen=True, slots=True)
class Returned:
    """A piece that was marked, and the job of its endorsement label."""

    item: MailItem
    job_id: str


# ------------------------------------------------------------ what may be done


def choices(desk: Desk, actor: Actor, item_id: str = "", account_id: str = "", name: str = "") -> Choices:
    """What may be done with a piece that is here (`item_id`), or with one in hand; RuleViolation item.unknown."""
    demand(actor, "item.return")
    with desk.db.read() as connection:
        if item_id:
            item = _item(connection, item_id)
            return _choices(desk, connection, *_whose(item, account_id))
        return _choices(desk, connection, account_id, name)


def listing(desk: Desk, actor: Actor) -> tuple[Apart, ...]:
    """Everything that lies on no mailbox's shelf: what goes back (the soonest due first), then what is kept."""
    demand(actor, "customer.look")
    now = desk.now_ms()
    with desk.db.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT id FROM item INDEXED BY ix_item_apart "
            "WHERE json_extract(nullif(data, ''), '$.apart') IN ('return', 'hold') "
            "AND json_extract(nullif(data, ''), '$.apart') <> '' AND state IN ('unassigned', 'received') LIMIT ?",
            (MOST,),
        ).all()
        listed = {one for found in _manifests(connection) for one in found.entries}
        items = [found for row in rows if (found := state.item(connection, row[0]))]
    made = [
        Apart(
            one,
            one.apart,
            one.mailbox or one.notice_mailbox,
            one.return_due_ms,
            one.apart == "return" and 0 < one.return_due_ms < now,
            one.id in listed,
        )
        for one in items
    ]
    return tuple(sorted(made, key=lambda one: (one.todo != "return", one.due_ms, one.item.apart_ms)))


def find(desk: Desk, actor: Actor, code: str) -> MailItem:
    """The piece of a scanned Mail ID or tracking number; RuleViolation item.unknown."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        item = find_piece(connection, code)
    if item is None:
        raise RuleViolation("item.unknown")
    return item


# ------------------------------------------------------------ mail received


def mail_received(desk: Desk, actor: Actor, arrival: Arrival, item_id: str = "") -> Returned:
    """`Mail received` for a mailbox that takes none: its customer is told, and the piece goes back to its sender
    (never approved) or is kept apart until there is an instruction (on hold). `item_id`: a piece that is here already.

    RuleViolation: notice.not_needed (the mailbox takes mail, or returns it without a notice), name.missing,
    name.not_on_form, name.confirm, return.photo_missing, and as of `receiving.receive` what is about the piece itself.
    """
    demand(actor, "item.insert")
    photo = desk.keep_photo(arrival.photo)
    with desk.act(actor, "item.insert") as act:
        account = _account(act.connection, arrival.account_id)
        outcome = _NOTICES.get(account.insert_rule(desk.today()))
        if outcome is None:
            raise RuleViolation("notice.not_needed", mailbox=account.mailbox)
        name = arrival.name
        if item_id:
            item = _item(act.connection, item_id)
            if item.state != ItemState.UNASSIGNED.value or item.notice or item.apart == "return":
                raise RuleViolation("item.not_unassigned", mail_id=item.mail_id, mailbox=item.mailbox)
            name = name or item.name_on_piece
        _demand_named(account, name, arrival.confirmed)
        if outcome == "return":
            _demand_photo(desk, photo, item.photo if item_id else "")
        if not item_id:
            item = _take_in(act, arrival, photo)
        done = act.write("item.notice_given", item.id, account=account.id, mailbox=account.mailbox, outcome=outcome)
        if outcome == "return":
            return _mark(act, after(done), account.id, "not_approved", "", "")
        job = act.owe("item_label", label_of(desk, after(done), name), item_id=item.id)
        act.tell(PieceChanged(item.id, "item.notice_given", done.op.op_id))
        return Returned(after(done), job)


# ------------------------------------------------------------ back to the sender


def take_in(desk: Desk, actor: Actor, arrival: Arrival, reason: str, note: str = "") -> Returned:
    """A piece in hand that goes back: it is taken in without a mailbox, marked, and its endorsement is printed.

    RuleViolation: return.reason_not_allowed (with those that are), return.inside_six_months, return.photo_missing,
    and as of `receiving.receive` what is about the piece itself.
    """
    demand(actor, "item.return")
    photo = desk.keep_photo(arrival.photo)
    with desk.act(actor, "item.return") as act:
        _demand_photo(desk, photo)
        _demand_reason(_choices(desk, act.connection, arrival.account_id, arrival.name), reason)
        return _mark(act, _take_in(act, arrival, photo), arrival.account_id, reason, note, "")


def mark(
    desk: Desk, actor: Actor, item_id: str, reason: str, photo: bytes = b"", note: str = "", account_id: str = ""
) -> Returned:
    """Mark a piece that is here for its return; `account_id` is whose number stands on an unassigned one.

    RuleViolation: item.unknown, item.in_other_task, item.not_on_shelf, return.marked_already, and as of `take_in`.
    """
    demand(actor, "item.return")
    kept = desk.keep_photo(photo)
    with desk.act(actor, "item.return") as act:
        item = _item(act.connection, item_id)
        if item.state == ItemState.IN_TASK.value:
            raise RuleViolation("item.in_other_task", mail_id=item.mail_id, task_id=item.task_id)
        if ItemState(item.state) not in (ItemState.UNASSIGNED, ItemState.RECEIVED):
            raise RuleViolation("item.not_on_shelf", mail_id=item.mail_id, state=item.state)
        if item.apart == "return":
            raise RuleViolation("return.marked_already", mail_id=item.mail_id)
        whose, name = _whose(item, account_id)
        _demand_reason(_choices(desk, act.connection, whose, name), reason)
        _demand_photo(desk, kept, item.photo)
        made = _mark(act, item, whose, reason, note, kept)
        if kept:
            op_id = made.item.history[-1][0]
            blobs.note(act.connection, kept, "piece", len(photo), desk.now_ms(), op_id)
        return made


def unmark(desk: Desk, actor: Actor, item_id: str) -> MailItem:
    """Take a mark back while the piece is here; it leaves the open manifest too. RuleViolation: return.not_marked."""
    with desk.act(actor, "item.return") as act:
        item = _marked(act.connection, item_id)
        for found in _manifests(act.connection):
            if item_id in found.entries:
                act.write("manifest.return_taken_off", found.id, item=item_id)
        done = act.write("item.return_unmarked", item_id)
        act.connection.exec_driver_sql(
            "DELETE FROM print_job WHERE item_id = ? AND kind = 'endorsement_label' AND state = 'owed'", (item_id,)
        )
        act.tell(PieceChanged(item.id, "item.return_unmarked", done.op.op_id))
        return after(done)


def print_endorsement(desk: Desk, actor: Actor, item_id: str) -> str:
    """The endorsement label once more; nothing is marked again. The job's id; RuleViolation return.not_marked."""
    with desk.act(actor, "print.answer") as act:
        job_id = _owe_label(act, _marked(act.connection, item_id))
        act.tell(PrintJobChanged(job_id, "endorsement_label", "owed"))
        return job_id


# ------------------------------------------------------------ the carrier takes them


def manifest(desk: Desk, actor: Actor) -> Manifest | None:
    """The list of returns that is open now, or None."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        return next(iter(_manifests(connection)), None)


def begin(desk: Desk, actor: Actor, carrier: str) -> Manifest:
    """The open list of returns for a carrier; a new one when there is none. RuleViolation: intake.carrier_missing."""
    with desk.act(actor, "item.return") as act:
        who = clean(carrier.lower()).text[:40]
        if not who:
            raise RuleViolation("intake.carrier_missing")
        there = next((one for one in _manifests(act.connection) if one.carrier == who), None)
        if there is not None:
            return there
        done = act.write("manifest.returns_begun", desk.new_id(), carrier=who)
        made = next(row for row in done.rows if isinstance(row, Manifest))
        act.tell(ReturnsChanged(made.id, made.state))
        return made


def scan_onto(desk: Desk, actor: Actor, manifest_id: str, code: str) -> MailItem:
    """Tick a marked piece at the hand-over; a second scan of it changes nothing.

    RuleViolation: manifest.not_open, item.unknown, return.not_marked (it is not for this list: do not give it away).
    """
    with desk.act(actor, "item.return") as act:
        found = _open_manifest(act.connection, manifest_id)
        item = find_piece(act.connection, code)
        if item is None:
            raise RuleViolation("item.unknown")
        if item.apart != "return" or not item.on_the_shelf:
            raise RuleViolation("return.not_marked", mail_id=item.mail_id, mailbox=item.mailbox)
        if item.id not in found.entries:
            act.write("manifest.return_scanned", manifest_id, item=item.id)
            act.tell(ReturnsChanged(manifest_id, found.state))
        return item


def take_off(desk: Desk, actor: Actor, manifest_id: str, item_id: str) -> None:
    """Take a piece off the open list; it stays marked."""
    with desk.act(actor, "item.return") as act:
        found = _open_manifest(act.connection, manifest_id)
        if item_id in found.entries:
            act.write("manifest.return_taken_off", manifest_id, item=item_id)
            act.tell(ReturnsChanged(manifest_id, found.state))


def hand_over(desk: Desk, actor: Actor, manifest_id: str) -> Manifest:
    """The carrier has them: every piece on the list is returned, and the list is printed.

    RuleViolation: manifest.not_open, manifest.empty, return.not_marked (a mark was taken back since).
    """
    with desk.act(actor, "item.return") as act:
        found = _open_manifest(act.connection, manifest_id)
        if not found.entries:
            raise RuleViolation("manifest.empty")
        items = [_marked(act.connection, one) for one in found.entries]
        done = act.write("manifest.returns_handed_over", manifest_id, items=found.entries)
        act.owe("returns_manifest", _paper(desk, actor, found, items), printer="receipt")
        act.tell(ReturnsChanged(manifest_id, ManifestState.HANDED_OVER.value))
        for item in items:
            act.tell(PieceChanged(item.id, "manifest.returns_handed_over", done.op.op_id))
        return next(row for row in done.rows if isinstance(row, Manifest))


# ------------------------------------------------------------ parts


def _take_in(act: Act, arrival: Arrival, photo: str) -> MailItem:
    body = body_of(act.desk, act, arrival, photo)
    body.update(account="", mailbox="", matched="", verdict="")
    plain = Arrival(photo=arrival.photo, label=False)  # its own label follows
    return insert(act, plain, body, "", ()).item


def _mark(act: Act, item: MailItem, account_id: str, reason: str, note: str, photo: str) -> Returned:
    at = datetime.fromtimestamp(act.desk.now_ms() / 1000, UTC)
    try:
        due = int(return_due_at(at, act.desk.settings.hours).timestamp() * 1000)
    except ValueError:  # a store that never opens has no due clock
        due = 0
    done = act.write(
        "item.return_marked",
        item.id,
        account=account_id,
        return_reason=reason,
        note=clean(note).text,
        photo=photo,
        due_ms=due,
    )
    job = _owe_label(act, after(done))
    act.tell(PieceChanged(item.id, "item.return_marked", done.op.op_id))
    return Returned(after(done), job)


def _owe_label(act: Act, item: MailItem) -> str:
    said = {
        "mail_id": item.mail_id,
        "words": returns.endorsement(item.return_reason),
        "store": act.desk.settings.name,
        "marked_on": act.desk.local(item.apart_ms).date().isoformat(),
    }
    return act.owe("endorsement_label", said, item_id=item.id)


def _paper(desk: Desk, actor: Actor, found: Manifest, items: list[MailItem]) -> dict[str, Any]:
    now = desk.local(desk.now_ms())
    return {
        "store": [desk.settings.name, *desk.settings.address_lines],
        "when": f"{now:%Y-%m-%d %H:%M}",
        "carrier": found.carrier.upper() if len(found.carrier) <= 5 else found.carrier.title(),
        "pieces": [[one.mail_id, returns.endorsement(one.return_reason)] for one in items],
        "clerk": actor.id,
    }


def _choices(desk: Desk, connection: Connection, account_id: str, name: str) -> Choices:
    today = desk.today()
    account = state.account(connection, account_id) if account_id else None
    named = account is not None and _stands(account, name)
    at = datetime.fromtimestamp(desk.now_ms() / 1000, UTC)
    try:
        due = int(return_due_at(at, desk.settings.hours).timestamp() * 1000)
    except ValueError:
        due = 0
    inside = named and account is not None and account.insert_rule(today) is InsertRule.HOLD_OR_REMAIL
    return Choices(returns.reasons_for(account, named, today), due, account, named, inside)


def _stands(account: Account, name: str) -> bool:
    """Whether `name` stands or stood on the form, or is its holder's: a likeness is enough to keep a piece here."""
    known = [names.AuthorizedName(one.text, one.kind) for one in account.names]
    known.append(names.AuthorizedName(account.holder, "person"))
    return names.match(clean(name).text, known).verdict in ("exact", "likely")


def _demand_reason(found: Choices, reason: str) -> None:
    if reason in found.reasons:
        return
    account = found.account
    mailbox = account.mailbox if account is not None else ""
    if found.inside_six_months:
        raise RuleViolation("return.inside_six_months", mailbox=mailbox)
    raise RuleViolation("return.reason_not_allowed", reason=reason, mailbox=mailbox, allowed=found.reasons)


def _demand_photo(desk: Desk, *kept: str) -> None:
    if desk.photos_kept and not any(kept):
        raise RuleViolation("return.photo_missing")


def _demand_named(account: Account, name: str, confirmed: str) -> None:
    shown = clean(name).text
    if not shown:
        raise RuleViolation("name.missing", mailbox=account.mailbox)
    known = [names.AuthorizedName(one.text, one.kind) for one in account.names]
    found = names.match(shown, known or [names.AuthorizedName(account.holder, "person")])
    if found.verdict == "likely" and found.name and confirmed != found.name:
        raise RuleViolation("name.confirm", name=shown, likely=found.name, mailbox=account.mailbox)
    if found.verdict not in ("exact", "likely"):
        raise RuleViolation("name.not_on_form", name=shown, mailbox=account.mailbox)


def _whose(item: MailItem, account_id: str) -> tuple[str, str]:
    """The account and the name that a piece here is held against; a received one is its mailbox's, whatever is said."""
    if item.account_id:
        return item.account_id, item.name_matched or item.name_on_piece
    return item.notice_for or account_id, item.name_on_piece


def _manifests(connection: Connection) -> list[Manifest]:
    rows = connection.exec_driver_sql(
        "SELECT id FROM manifest WHERE state = 'open' AND kind = 'returns' ORDER BY opened_ms, id"
    ).all()
    found = [state.get(connection, "manifest", row[0]) for row in rows]
    return [one for one in found if isinstance(one, Manifest)]


def _open_manifest(connection: Connection, manifest_id: str) -> Manifest:
    found = state.get(connection, "manifest", manifest_id)
    if not isinstance(found, Manifest) or found.state != ManifestState.OPEN.value or found.kind != "returns":
        raise RuleViolation("manifest.not_open")
    return found


def _marked(connection: Connection, item_id: str) -> MailItem:
    item = _item(connection, item_id)
    if item.apart != "return" or not item.on_the_shelf:
        raise RuleViolation("return.not_marked", mail_id=item.mail_id, mailbox=item.mailbox)
    return item


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
