"""Customers: find them as one types, see their card, keep a note."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from counter_app.desk.context import Desk, demand
from counter_app.domain import permissions
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import MailItem
from counter_app.domain.mailbox import Account
from counter_app.domain.pickup import Pickup
from counter_app.domain.rows import NOTE_MAX
from counter_app.domain.text import clean
from counter_app.errors import RuleViolation
from counter_app.store import search, state

if TYPE_CHECKING:
    from sqlalchemy import Connection

CARD_ITEMS = 50
SHELF_MAX = 200
PAGE_MAX = 200
GROUPS: dict[str, tuple[str, ...]] = {
    "all": (),
    "active": ("active", "resubmission_due"),
    "on_hold": ("on_hold",),
    "expired": ("expired",),
    "closed": ("inactive", "released"),
    "not_approved": ("signed_up", "docs_submitted", "pre_review", "pending_approval", "rejected"),
}
"""Filter of the list -> account states; "all" has no limit."""


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
    by_mistake: tuple[MailItem, ...] = ()
    """Pieces that lay here by mistake and are in another mailbox now, the newest first."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list of accounts. `same_number`: how many other accounts carry this mailbox number (R-17)."""

    account_id: str
    holder: str
    mailbox: str
    state: str
    id_expires_on: str
    pieces: int
    same_number: int


_LISTED = """SELECT a.id, a.holder, a.mailbox, a.state, coalesce(json_extract(a.data, '$.id_expires_on'), ''),
    (SELECT count(*) FROM item WHERE item.account_id = a.id AND item.state IN ('received', 'scanned', 'in_task')),
    (SELECT count(*) FROM account other WHERE other.mailbox = a.mailbox AND other.mailbox <> '' AND other.id <> a.id)
    FROM account a"""


def listing(desk: Desk, actor: Actor, group: str, offset: int, limit: int) -> tuple[Listed, ...]:
    """At most 200 accounts of a group in the order of their mailbox numbers; of one number the holder of today first.

    ValueError for a group that is not in GROUPS.
    """
    demand(actor, "customer.look")
    where, values = _of_group(group)
    sql = f"{_LISTED} {where} ORDER BY a.mailbox, a.state IN ('inactive', 'released'), a.number LIMIT ? OFFSET ?"
    with desk.db.read() as connection:
        rows = connection.exec_driver_sql(sql, (*values, max(0, min(limit, PAGE_MAX)), max(0, offset))).all()
    return tuple(Listed(*row) for row in rows)


def count(desk: Desk, actor: Actor, group: str) -> int:
    """How many accounts a group has."""
    demand(actor, "customer.look")
    where, values = _of_group(group)
    with desk.db.read() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM account a {where}", values).scalar_one())  # noqa: S608


def place(desk: Desk, actor: Actor, group: str, account_id: str) -> int:
    """At which offset of the listing an account stands; -1 when it is not in it."""
    demand(actor, "customer.look")
    where, values = _of_group(group)
    with desk.db.read() as connection:
        found = connection.exec_driver_sql(
            "SELECT mailbox, state IN ('inactive', 'released'), number, state FROM account WHERE id = ?", (account_id,)
        ).first()
        if found is None or (GROUPS[group] and found[3] not in GROUPS[group]):
            return -1
        sql = f"""SELECT count(*) FROM account a {where or "WHERE 1"}
            AND (a.mailbox, a.state IN ('inactive', 'released'), a.number) < (?, ?, ?)"""  # noqa: S608 - own text
        return int(connection.exec_driver_sql(sql, (*values, *found[:3])).scalar_one())


def search_listing(desk: Desk, actor: Actor, typed: str, group: str) -> tuple[Listed, ...]:
    """The lines of what `find` finds, within a group; at most 200."""
    demand(actor, "customer.look")
    states = GROUPS[group]
    with desk.db.read() as connection:
        ids = search.account_ids(connection, typed, PAGE_MAX)
        rows = [connection.exec_driver_sql(f"{_LISTED} WHERE a.id = ?", (one,)).one() for one in ids]
    found = [Listed(*row) for row in rows]
    return tuple(one for one in found if not states or one.state in states)


def _of_group(group: str) -> tuple[str, tuple[str, ...]]:
    if group not in GROUPS:
        raise ValueError(f"no such group: {group[:40]}")
    states = GROUPS[group]
    return (f"WHERE a.state IN ({','.join('?' * len(states))})" if states else "", states)


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
        on_shelf = _items(connection, account_id, "state IN ('received', 'scanned', 'in_task')", SHELF_MAX)
        earlier = _items(connection, account_id, "state NOT IN ('received', 'scanned', 'in_task')", CARD_ITEMS)
        open_pickup = connection.exec_driver_sql(
            "SELECT id FROM pickup WHERE account_id = ? AND state NOT IN ('handed_over', 'declined') "
            "ORDER BY requested_ms LIMIT 1",
            (account_id,),
        ).first()
        pickup = state.pickup(connection, open_pickup[0]) if open_pickup else None
        moved = connection.exec_driver_sql(
            "SELECT item.id FROM item INDEXED BY ix_item_was_of, json_each(item.data, '$.was_of') lay "
            "WHERE json_array_length(nullif(item.data, ''), '$.was_of') > 0 AND lay.value = ? AND item.account_id <> ? "
            "ORDER BY item.received_ms DESC LIMIT ?",
            (account_id, account_id, CARD_ITEMS),
        ).all()
        by_mistake = tuple(found for row in moved if (found := state.item(connection, row[0])))
    return Card(
        account=account,
        on_shelf=on_shelf,
        earlier=earlier,
        pickup=pickup,
        may_contact=bool(permissions.allows(actor, "customer.contact")),
        by_mistake=by_mistake,
    )


def _items(connection: Connection, account_id: str, which: str, limit: int) -> tuple[MailItem, ...]:
    sql = f"SELECT id FROM item WHERE account_id = ? AND {which} ORDER BY received_ms DESC LIMIT ?"  # noqa: S608 - own text
    rows = connection.exec_driver_sql(sql, (account_id, limit)).all()
    return tuple(found for row in rows if (found := state.item(connection, row[0])))


def set_note(desk: Desk, actor: Actor, account_id: str, note: str) -> None:
    """Write the note that every clerk sees on the card; the centre may still reject it."""
    with desk.act(actor, "customer.note") as act:
        act.write("account.note_set", account_id, note=clean(note, NOTE_MAX).text)
