"""Customers: find them as one types, see their card, keep a note."""

from __future__ import annotations

from dataclasses import dataclass, replace

from counter_app.desk.context import Desk, demand
from counter_app.domain import permissions
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import MailItem
from counter_app.domain.mailbox import Account
from counter_app.domain.pickup import Pickup
from counter_app.domain.text import clean
from counter_app.errors import RuleViolation
from counter_app.store import search, state

CARD_ITEMS = 50


@dataclass(frozen=True, slots=True)
class Card:
    """A mailbox card: the account, its pieces on the shelf, its latest others, its open pickup.

    Contact data is left out for a clerk below customer service (2.22).
    """

    account: Account
    on_shelf: tuple[MailItem, ...]
    earlier: tuple[MailItem, ...]
    pickup: Pickup | None
    may_contact: bool


def find(desk: Desk, actor: Actor, typed: str, limit: int = search.LIMIT) -> list[Account]:
    """Accounts that match what was typed: names on the form, mailbox, phone, e-mail; one typing error forgiven."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        ids = search.account_ids(connection, typed, limit)
        return [found for one in ids if (found := seen_by(actor, state.account(connection, one)))]


def by_mailbox(desk: Desk, actor: Actor, number: str) -> list[Account]:
    """Every account with this mailbox number, newest state first: there may be a former holder (R-17)."""
    demand(actor, "customer.look")
    key = clean(number).text.upper()
    with desk.db.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT id FROM account WHERE mailbox IN (?, ?) ORDER BY state IN ('released', 'inactive'), number",
            (key, key.zfill(3)),
        ).all()
        return [found for row in rows if (found := seen_by(actor, state.account(connection, row[0])))]


def seen_by(actor: Actor, account: Account | None) -> Account | None:
    """The account as this clerk may see it: without phone and e-mail below customer service (2.22)."""
    if account is None or permissions.allows(actor, "customer.contact"):
        return account
    return replace(account, phone="", email="")


def card(desk: Desk, actor: Actor, account_id: str) -> Card:
    """Everything that the counter knows of a mailbox; RuleViolation("mailbox.unknown")."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        account = seen_by(actor, state.account(connection, account_id))
        if account is None:
            raise RuleViolation("mailbox.unknown")
        rows = connection.exec_driver_sql(
            "SELECT id FROM item WHERE account_id = ? ORDER BY received_ms DESC LIMIT ?", (account_id, CARD_ITEMS)
        ).all()
        items = [found for row in rows if (found := state.item(connection, row[0]))]
        open_pickup = connection.exec_driver_sql(
            "SELECT id FROM pickup WHERE account_id = ? AND state NOT IN ('handed_over', 'declined') "
            "ORDER BY requested_ms LIMIT 1",
            (account_id,),
        ).first()
        pickup = state.pickup(connection, open_pickup[0]) if open_pickup else None
    return Card(
        account=account,
        on_shelf=tuple(item for item in items if item.on_the_shelf),
        earlier=tuple(item for item in items if not item.on_the_shelf),
        pickup=pickup,
        may_contact=bool(permissions.allows(actor, "customer.contact")),
    )


def set_note(desk: Desk, actor: Actor, account_id: str, note: str) -> None:
    """Write the note that every clerk sees on the card; the centre may still reject it."""
    with desk.act(actor, "customer.note") as act:
        act.write("account.note_set", account_id, note=clean(note).text)
