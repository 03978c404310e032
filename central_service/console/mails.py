"""E-mails of which nobody knows whether they arrived, or that were given up: what an operator sees, and decides once.

An e-mail is named by the digest that its Message-ID begins with, so that the mail server's own log can be asked.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from central_service import mail as queue
from central_service.centre import Centre
from central_service.console.operators import note
from central_service.console.visit import PAGE_ROWS
from central_service.mail_tables import mail
from central_service.refusal import Refusal
from central_service.tables import state_row, store

OPEN = ("doubtful", "given_up")


@dataclass(frozen=True)
class MailLine:
    """One e-mail. `to` is the customer's address as it is today, masked; "" when there is none any more."""

    store: str
    store_name: str
    mark: str
    template: str
    to: str
    state: str
    code: str
    tries: int
    queued_ms: int


def page_of(connection: Connection, state: str, page: int) -> tuple[list[MailLine], int]:
    """A page of the e-mails in one state, the newest first, and how many there are."""
    total = connection.execute(select(func.count()).select_from(mail).where(mail.c.state == state)).scalar_one()
    at = min(page, max(1, -(-total // PAGE_ROWS)))
    query = _lines().where(mail.c.state == state).order_by(mail.c.queued_ms.desc(), mail.c.store_id, mail.c.id)
    return [_line(row) for row in connection.execute(query.limit(PAGE_ROWS).offset((at - 1) * PAGE_ROWS))], total


def one(connection: Connection, store_id: str, mark: str) -> MailLine:
    """One e-mail, whatever state it is in; Refusal 404 when the store has none of this mark."""
    name = _name(connection, store_id, mark, OPEN)
    return _line(connection.execute(_lines().where(mail.c.store_id == store_id, mail.c.id == name)).one())


def send_again(centre: Centre, email: str, store_id: str, mark: str) -> None:
    """Queue it once more. Refusal 409 `mail.not_open` when somebody has decided already."""

    def work(connection: Connection) -> None:
        queue.send_again(connection, store_id, _name(connection, store_id, mark, OPEN), centre.clock())
        note(centre, connection, email, "mail_again", store_id, mark)

    centre.db.transact(work, store_id)


def note_arrived(centre: Centre, email: str, store_id: str, mark: str) -> None:
    """It is there after all: nothing is sent. Refusal 409 `mail.not_open` when it is not doubtful any more."""

    def work(connection: Connection) -> None:
        queue.note_arrived(connection, store_id, _name(connection, store_id, mark, ("doubtful",)))
        note(centre, connection, email, "mail_arrived", store_id, mark)

    centre.db.transact(work, store_id)


def _name(connection: Connection, store_id: str, mark: str, first: Sequence[str]) -> str:
    # The few open ones first; all of the store only when somebody looks at what was decided long ago.
    for where in (mail.c.state.in_(first), mail.c.state.not_in(first)):
        for row in connection.execute(select(mail.c.id).where(mail.c.store_id == store_id, where)):
            if queue.mark_of(store_id, row.id) == mark:
                return str(row.id)
    raise Refusal(404, "page.not_found")


def _lines() -> Select[Any]:
    account = (
        (state_row.c.store_id == mail.c.store_id)
        & (state_row.c.entity == "account")
        & (state_row.c.id == mail.c.account)
    )
    columns = (mail.c.store_id, mail.c.id, mail.c.state, mail.c.code, mail.c.tries, mail.c.queued_ms)
    return (
        select(*columns, store.c.name, state_row.c.row)
        .join(store, store.c.store_id == mail.c.store_id)
        .outerjoin(state_row, account)
    )


def _line(row: Any) -> MailLine:
    to = masked(str(json.loads(row.row).get("email", ""))) if row.row else ""
    template = row.id.partition(":")[0]
    mark = queue.mark_of(row.store_id, row.id)
    return MailLine(row.store_id, row.name, mark, template, to, row.state, row.code, row.tries, row.queued_ms)


def masked(address: str) -> str:
    """An address that its owner knows again and nobody else can write to: `a•••@e•••.org`; "" for none."""
    name, at, host = address.rpartition("@")
    if not at:
        return "•••" if address else ""
    domain, dot, end = host.rpartition(".")
    return f"{name[:1]}•••@{(domain or host)[:1]}•••{dot}{end if dot else ''}"
