"""A big store: invented customers and pieces, written as a pull from the centre writes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from counter_app.demo import people
from counter_app.desk.context import Desk
from counter_app.domain.mail_item import MailItem
from counter_app.domain.mailbox import Account, FormName
from counter_app.domain.rows import to_plain
from counter_app.domain.values import new_id, new_mail_id
from counter_app.store import state

NOW_MS = 1_793_631_600_000
DAY_MS = 86_400_000
COMMIT = 2_000
CARRIERS = ("ups", "usps", "fedex", "amazon", "dhl")
Pulled = tuple[str, int, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Known:
    """What can be scanned: some of the Mail IDs, tracking numbers and mailbox numbers that are in the store."""

    mail_ids: list[str]
    trackings: list[str]
    mailboxes: list[str]


def accounts(random: Random, count: int) -> Iterator[Account]:
    for n in range(count):
        holder = f"{random.choice(people.FIRST)} {random.choice(people.LAST)}{n % 97}"
        yield Account(f"a{n}", str(1_000 + n), "active", holder, names=(FormName(holder),), phone=f"518555{n:05d}")


def items(random: Random, count: int, customers: int) -> Iterator[MailItem]:
    """A year of pieces; one in thirty still lies on its shelf."""
    for n in range(count):
        owner = random.randrange(customers)
        received = NOW_MS - int(random.random() * 365 * DAY_MS)
        # Numbers in the shape of UPS, without the loop that looks for a right check digit: it is not read here.
        tracking = people.number(random, random.choice(CARRIERS)) if n < 500 else f"1Z{random.randrange(16**12):016X}"
        yield MailItem(
            id=new_id(received, random.randbytes(10)),
            mail_id=new_mail_id(random.randbytes(6)),
            state="received" if n % 30 == 0 else "picked_up",
            account_id=f"a{owner}",
            mailbox=str(1_000 + owner),
            name_on_piece="Ann Lee",
            name_matched="Ann Lee",
            verdict="exact",
            carrier="ups",
            tracking=tracking,
            weight_g=500,
            shelf=f"{random.choice('ABCDEF')}-{random.randrange(1, 99)}",
            received_on="2026-11-02",
            received_ms=received,
            received_by="clerk-1",
            history=((new_id(received, random.randbytes(10)), "item.received", received, "clerk-1"),),
        )


def fill(desk: Desk, customers: int, pieces: int) -> Known:
    """Put them into the store of `desk`."""
    random = Random(1583)  # noqa: S311 - invented data
    known = Known([], [], [])
    for entity, rows in (("account", accounts(random, customers)), ("item", items(random, pieces, customers))):
        page: list[Pulled] = []
        for row in rows:
            if isinstance(row, MailItem) and len(known.mail_ids) < 2_000:
                known.mail_ids.append(row.mail_id)
                known.trackings.append(row.tracking)
            elif isinstance(row, Account) and len(known.mailboxes) < 2_000:
                known.mailboxes.append(row.mailbox)
            page.append((row.id, 1, to_plain(row)))
            if len(page) == COMMIT:
                _write(desk, entity, page)
        _write(desk, entity, page)
    desk.db.checkpoint()
    return known


def _write(desk: Desk, entity: str, page: list[Pulled]) -> None:
    with desk.db.write() as connection:
        if state.accept_pulled(connection, entity, page):
            raise ValueError("a row was not understood")
    page.clear()
