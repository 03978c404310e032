"""The yes/no screen's answer for a mailbox: may mail come in today, for whom, what is open, what lies here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from counter_app.desk.answer_parts import (
    Allowed,
    Answer,
    Line,
    Offer,
    Task,
    colour_of,
    offer,
    storage_line,
    task_line,
    task_of,
)
from counter_app.desk.context import Desk
from counter_app.desk.customers import SHELF_MAX
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import MailItem
from counter_app.domain.mailbox import Account, FormName, InsertRule
from counter_app.domain.rows import from_plain
from counter_app.store import state

if TYPE_CHECKING:
    from sqlalchemy import Connection

TASKS_MAX = 5
OTHERS_MAX = 5
_TAKES = (InsertRule.INSERT, InsertRule.INSERT_AND_WARN)
_GONE = ("released", "inactive")


def about(desk: Desk, actor: Actor, asked: str, account: Account, found_by: tuple[str, str] = ("", "")) -> Answer:
    """What may be done with this mailbox today; the right to look was asked before.

    `found_by`: why the account was found and the name that did it, as `looking_up` says it: a name that stands on the
    form no longer, or a person who only collects, gets no mail (S-09).
    """
    today = desk.today()
    with desk.db.read() as connection:
        on_shelf = _on_shelf(connection, account.id)
        tasks = _tasks(desk, connection, account.id, on_shelf)
        others = _holders_beside(connection, account)
    names = names_of(account, today)
    recipients = [one for one in names if one.standing == "now" and one.role != "collector"]
    rule = account.insert_rule(today)
    verdict = rule.value
    if rule in _TAKES:
        verdict = (
            "no_names"
            if not recipients
            else {"former_name": "name_gone", "collector": "collects_only"}.get(found_by[0], verdict)
        )
    lines = [state_line(account)]
    lines += _found_line(found_by, account)
    if account.note:
        lines.append(Line("answer.note", "info", {"note": account.note}))
    lines += others
    if not recipients:
        lines.append(Line("answer.no_names", "bad"))
    lines += [task_line(one) for one in tasks]
    lines += _payment_and_id(account, names, today)
    lines += storage_line(desk, account, on_shelf, today)
    if on_shelf:
        oldest = min(item.received_ms for item in on_shelf)
        lines.append(Line("answer.on_shelf", "info", {"count": len(on_shelf), "oldest_ms": oldest}))
    takes = rule in _TAKES and bool(recipients)
    why_not = account.rule.reason if rule not in _TAKES else "answer.no_names"
    offers = (
        offer(actor, "item.insert", "receive", takes, why_not, todo=rule.value),
        _out(actor, account, tasks, on_shelf),
        offer(actor, "customer.note", "note"),
    )
    return Answer(
        "mailbox",
        verdict,
        colour_of(verdict, lines),
        asked,
        account=account,
        tasks=tasks,
        names=names,
        on_shelf=on_shelf,
        lines=tuple(lines),
        offers=offers,
        main=_main(verdict, offers),
    )


def state_line(account: Account) -> Line:
    """The state of the mailbox in words."""
    reason = account.rule.reason
    kind = "ok" if not reason else "warn" if account.rule.shown_in_insert_search else "bad"
    return Line(reason or "mailbox.active", kind, {"mailbox": account.mailbox, "since": account.state_since})


def names_of(account: Account, today: str) -> tuple[Allowed, ...]:
    """Every name with its form, those that count today first: recipients, collectors, then the others (S-09)."""
    names = [_on_form(account, one, today) for one in account.names]
    for one in account.collectors:
        standing = "no_longer" if one.valid_to and one.valid_to < today else "now"
        names.append(Allowed(one.name, "collector", standing, until=one.valid_to))
    return tuple(sorted(names, key=lambda one: (one.standing != "now", one.role == "collector")))


def _on_form(account: Account, name: FormName, today: str) -> Allowed:
    applicant = name.text == account.holder
    role = "business" if name.kind == "business" else "applicant" if applicant else "person"
    standing = "now" if name.valid_on(today) else "not_yet" if name.valid_from > today else "no_longer"
    until = account.id_expires_on if applicant else ""
    return Allowed(name.text, role, standing, name.valid_from, name.valid_to, until, bool(until) and until < today)


def _found_line(found_by: tuple[str, str], account: Account) -> list[Line]:
    why, name = found_by
    if why == "former_name":
        return [Line("answer.name_gone", "bad", {"name": name, "mailbox": account.mailbox})]
    return [Line("answer.collects_only", "warn", {"name": name})] if why == "collector" else []


def _payment_and_id(account: Account, names: tuple[Allowed, ...], today: str) -> list[Line]:
    lines = [Line("answer.payment_declined", "warn") if account.payment == "declined" else Line("answer.payment_ok")]
    until = account.id_expires_on
    if until and until < today:
        lines.append(Line("answer.id_expired", "warn", {"on": until}))
    elif until and not any(one.id_until for one in names):
        lines.append(Line("answer.id_until", "info", {"on": until}))
    return lines


def _out(actor: Actor, account: Account, tasks: tuple[Task, ...], on_shelf: tuple[MailItem, ...]) -> Offer:
    """Handing out: through the pickup that is open (S-16: look for it first), else as a walk-in."""
    if tasks:
        return offer(actor, "pickup.process", "open_task")
    if not account.rule.walk_in_pickup:
        return offer(actor, "pickup.process", "hand_over", False, account.rule.reason)
    return offer(actor, "pickup.process", "hand_over", bool(on_shelf), "answer.nothing_on_shelf")


def _main(verdict: str, offers: tuple[Offer, ...]) -> str:
    first = ("receive",) if verdict in ("insert", "insert_and_warn") else ("open_task", "hand_over")
    # Of a name that is not on the form nothing is the next step: the clerk looks at the piece once more.
    wanted = () if verdict == "name_gone" else first
    return next((one.action for one in offers if one.allowed and one.action in wanted), "")


def _on_shelf(connection: Connection, account_id: str) -> tuple[MailItem, ...]:
    rows = connection.exec_driver_sql(
        "SELECT data FROM item WHERE account_id = ? AND state IN ('received', 'scanned', 'in_task') "
        "ORDER BY received_ms DESC LIMIT ?",
        (account_id, SHELF_MAX),
    )
    found = (from_plain("item", json.loads(row[0])) for row in rows)
    return tuple(item for item in found if isinstance(item, MailItem))


def _tasks(desk: Desk, connection: Connection, account_id: str, on_shelf: tuple[MailItem, ...]) -> tuple[Task, ...]:
    ids = connection.exec_driver_sql(
        "SELECT id FROM pickup WHERE account_id = ? AND state NOT IN ('handed_over', 'declined') "
        "ORDER BY requested_ms LIMIT ?",
        (account_id, TASKS_MAX),
    ).all()
    pickups = [found for row in ids if (found := state.pickup(connection, row[0]))]
    return tuple(
        task_of(desk, one, tuple(item.mail_id for item in on_shelf if item.task_id == one.id)) for one in pickups
    )


def _holders_beside(connection: Connection, account: Account) -> list[Line]:
    """Other holders of this number: the one who has it now, those who had it and may still get mail (R-17)."""
    if not account.mailbox:
        return []
    rows = connection.exec_driver_sql(
        "SELECT other.holder, other.state IN ('released', 'inactive'), coalesce(json_extract(other.data, "
        "'$.state_since'), ''), (SELECT count(*) FROM item WHERE item.account_id = other.id AND item.state IN "
        "('received', 'scanned', 'in_task')) FROM account other WHERE other.mailbox = ? AND other.id <> ? LIMIT ?",
        (account.mailbox, account.id, OTHERS_MAX),
    ).all()
    lines = []
    for holder, gone, since, count in rows:
        facts = {"holder": holder, "since": since, "count": count, "mailbox": account.mailbox}
        if account.state in _GONE and not gone:
            lines.append(Line("holder.given_on", "bad", facts))
        elif gone and count:
            lines.append(Line("holder.former_with_pieces", "warn", facts))
        elif gone:
            lines.append(Line("holder.former", "warn", facts))
        else:
            lines.append(Line("holder.shared", "warn", facts))
    return lines
