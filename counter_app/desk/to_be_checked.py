"""Pieces that come in while the register is still arriving: taken in at once, checked when it is here (S-09).

Such a piece is unassigned and marked "to be checked": it belongs to nobody, so no gate ever hands it out. Once the
register has come, its Inbox task says which mailbox fits what was written on it, and one key puts it there, through
the same gate as any other piece.
"""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.desk import intake, receiving
from counter_app.desk.context import Desk, demand
from counter_app.desk.intake import Arrival, Received
from counter_app.desk.receiving import check_name
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.mailbox import Account
from counter_app.domain.text import clean
from counter_app.errors import RuleViolation
from counter_app.store import side_file, state, to_check

MAILBOX_MAX = 12


@dataclass(frozen=True, slots=True)
class Check:
    """What the register says of a piece. `account` is None when no one mailbox fits; `verdict` is of the name on it.

    `ready`: the mailbox takes mail today and the name stands on its form, so one key is enough.
    """

    item: MailItem
    account: Account | None
    verdict: str
    matched: str
    ready: bool


def receive(desk: Desk, actor: Actor, arrival: Arrival) -> Received:
    """Take a piece in with what stands on it, while there is no register to hold it against.

    RuleViolation: name.missing, item.mailbox_wrong, register.here (then it is an ordinary piece), and as of
    `receiving.receive` what is about the piece itself.
    """
    demand(actor, "item.insert")
    photo = desk.keep_photo(arrival.photo)
    mailbox = _number(arrival.mailbox)
    with desk.act(actor, "item.insert") as act:
        if not side_file.state_of(act.connection):
            raise RuleViolation("register.here")
        body = intake.body_of(desk, act, arrival, photo)
        if not body["name"]:
            raise RuleViolation("name.missing", mailbox=mailbox)
        if len(mailbox) > MAILBOX_MAX:
            raise RuleViolation("item.mailbox_wrong", mailbox=mailbox[:MAILBOX_MAX])
        flags = tuple(dict.fromkeys((*body["flags"], to_check.FLAG)))
        body.update(account="", mailbox=mailbox, matched="", verdict="", flags=flags)
        return intake.insert(act, arrival, body, "", ())


def look(desk: Desk, actor: Actor, item_id: str) -> Check:
    """Hold a piece against the register; RuleViolation item.unknown, item.not_unassigned."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        item = state.item(connection, item_id)
        if item is None:
            raise RuleViolation("item.unknown")
        if item.state != ItemState.UNASSIGNED.value:
            raise RuleViolation("item.not_unassigned", mail_id=item.mail_id, mailbox=item.mailbox)
        rows = connection.exec_driver_sql(
            "SELECT id FROM account WHERE mailbox IN (?, ?) AND mailbox <> '' ORDER BY number",
            (item.mailbox, item.mailbox.zfill(3)),
        ).all()
        found = [one for row in rows if (one := state.account(connection, row[0])) is not None]
    today = desk.today()
    fits = [(one, check_name(one, item.name_on_piece, today)) for one in found]
    # A mailbox may have a holder and a former one: only one whose form bears the name is the piece's.
    named = [(one, match) for one, match in fits if match.verdict in ("exact", "likely")]
    if len(named) != 1:
        return Check(item, found[0] if len(found) == 1 else None, "no" if found else "", "", False)
    account, match = named[0]
    takes = intake.takes_mail(account, today)
    return Check(item, account, match.verdict, match.name or "", takes and match.verdict == "exact")


def confirm(desk: Desk, actor: Actor, item_id: str) -> MailItem:
    """Put the piece into the mailbox that fits, with its label; RuleViolation as of `look`, and item.check_by_hand
    when only a clerk can say whose it is. The gate is asked again."""
    found = look(desk, actor, item_id)
    if not found.ready or found.account is None:
        raise RuleViolation("item.check_by_hand", mail_id=found.item.mail_id, mailbox=found.item.mailbox)
    return receiving.assign(desk, actor, item_id, found.account.id, found.item.name_on_piece)


def _number(mailbox: str) -> str:
    return clean(mailbox).text.upper().removeprefix("PMB").strip(" #")
