"""E-mail to customers: each one at most once, whatever crashes.

A row is claimed for as long as a conversation may take. Until the text itself is handed over, a crash or a refusal
only means: later. From then until the server's answer the row says `sending`, and whoever finds it like that after the
claim has run out does not know whether it went: it is `doubtful`, and a person decides. Its Message-ID is made from the
row's name, so that the server's log tells.
"""

from __future__ import annotations

import hashlib
import json
from email.utils import formatdate

from sqlalchemy import Connection, func, select, update

from central_service import mail_finding
from central_service.centre import Centre
from central_service.database import EVERY_STORE
from central_service.mail_tables import mail
from central_service.mail_texts import written
from central_service.refusal import Refusal
from central_service.rhythm import Stopping
from central_service.smtp_line import InDoubt, MailConfig, NotSent, compose, send
from central_service.tables import state_row, store

LEASE_MS = 300_000
"""Longer than any one conversation: a handful of answers, each within the timeout of the line."""
TRIES_MAX = 12
LONGEST_WAIT_MS = 3_600_000
LOOK_EVERY_S = 2.0
DONE = -1


class ClaimLostError(Exception):
    """Somebody else has the row now."""


def message_id(store_id: str, name: str, sender: str) -> str:
    return f"<{mark_of(store_id, name)}@{sender.rpartition('@')[2]}>"


def mark_of(store_id: str, name: str) -> str:
    """32 hex digits that name an e-mail, in its Message-ID and to an operator."""
    return hashlib.sha256(f"counter-mail-1\n{store_id}\n{name}".encode()).hexdigest()[:32]


def send_one(centre: Centre, config: MailConfig, store_id: str, name: str) -> str:
    """Send one e-mail if it is due; the state it is in afterwards, "" when it was not ours to send."""
    claim = centre.entropy(16).hex()
    found = centre.db.transact(lambda connection: _claim(connection, store_id, name, claim, centre.clock()), store_id)
    if found is None:
        return ""
    if found == "doubtful":
        return _told(centre, "doubtful", "mail.no_answer")
    try:
        to, subject, body = _filled(centre, store_id, name)
        ident = message_id(store_id, name, config.sender)
        made = compose(config, to, ident, subject, body, formatdate(centre.clock() / 1_000))
        send(config, made, lambda: _move(centre, store_id, name, claim, "queued", "sending"))
    except NotSent as refused:
        return _later(centre, store_id, name, claim, refused)
    except InDoubt:
        _move(centre, store_id, name, claim, "sending", "doubtful", "mail.no_answer")
        return _told(centre, "doubtful", "mail.no_answer")
    except ClaimLostError:
        return ""
    _move(centre, store_id, name, claim, "sending", "sent")
    return _told(centre, "sent", "")


def _claim(connection: Connection, store_id: str, name: str, claim: str, now_ms: int) -> str | None:
    mine = (mail.c.store_id == store_id, mail.c.id == name, mail.c.next_try_ms.between(0, now_ms))
    lost = connection.execute(
        update(mail)
        .where(*mine, mail.c.state == "sending")
        .values(state="doubtful", next_try_ms=DONE, code="mail.no_answer")
    )
    if lost.rowcount:
        return "doubtful"
    taken = connection.execute(
        update(mail)
        .where(*mine, mail.c.state == "queued")
        .values(claim=claim, tries=mail.c.tries + 1, next_try_ms=now_ms + LEASE_MS)
    )
    return "claimed" if taken.rowcount else None


def _move(centre: Centre, store_id: str, name: str, claim: str, old: str, new: str, code: str = "") -> None:
    """ClaimLostError when the row is not ours any more in state `old`."""
    until = centre.clock() + LEASE_MS if new == "sending" else DONE
    moved = centre.db.transact(
        lambda connection: (
            connection.execute(
                update(mail)
                .where(mail.c.store_id == store_id, mail.c.id == name, mail.c.claim == claim, mail.c.state == old)
                .values(state=new, next_try_ms=until, code=code)
            ).rowcount
        ),
        store_id,
    )
    if not moved:
        raise ClaimLostError


def _later(centre: Centre, store_id: str, name: str, claim: str, refused: NotSent) -> str:
    def work(connection: Connection) -> str:
        mine = (mail.c.store_id == store_id, mail.c.id == name, mail.c.claim == claim)
        tries = connection.execute(select(mail.c.tries).where(*mine)).scalar_one_or_none() or 0
        over = refused.final or tries >= TRIES_MAX
        wait_ms = min(LONGEST_WAIT_MS, 5_000 * 2 ** max(0, tries - 1))
        values = {
            "state": "given_up" if over else "queued",
            "next_try_ms": DONE if over else centre.clock() + wait_ms,
            "code": refused.code,
        }
        connection.execute(update(mail).where(*mine, mail.c.state.in_(("queued", "sending"))).values(**values))
        return str(values["state"])

    return _told(centre, centre.db.transact(work, store_id), refused.code)


def _told(centre: Centre, state: str, code: str) -> str:
    centre.metrics.count("counter_mails_total", result=state)
    centre.log("mail", state=state, code=code)
    return state


def _filled(centre: Centre, store_id: str, name: str) -> tuple[str, str, str]:
    """Address, subject and text, as the rows have them now; NotSent when the customer has no address any more."""
    with centre.db.read(store_id) as connection:
        one = connection.execute(select(mail).where(mail.c.store_id == store_id, mail.c.id == name)).one()
        at = connection.execute(select(store.c.name, store.c.settings).where(store.c.store_id == store_id)).one()
        row = connection.execute(
            select(state_row.c.row).where(
                state_row.c.store_id == store_id, state_row.c.entity == "account", state_row.c.id == one.account
            )
        ).scalar_one_or_none()
    to = str(json.loads(row).get("email", "")) if row else ""
    if not to:
        raise NotSent("mail.no_address", final=True)
    settings = json.loads(at.settings)
    facts = {**json.loads(one.facts), "store": str(settings.get("name") or at.name)}
    return to, *written(name.partition(":")[0], str(settings.get("language") or "en"), facts)


def send_again(connection: Connection, store_id: str, name: str, now_ms: int) -> None:
    """Queue a doubtful or given up e-mail once more: a person has looked. Refusal 409 `mail.not_open` for any other."""
    moved = connection.execute(
        update(mail)
        .where(mail.c.store_id == store_id, mail.c.id == name, mail.c.state.in_(("doubtful", "given_up")))
        .values(state="queued", claim="", tries=0, code="", next_try_ms=now_ms)
    )
    if not moved.rowcount:
        raise Refusal(409, "mail.not_open")


def note_arrived(connection: Connection, store_id: str, name: str) -> None:
    """A doubtful e-mail is there: a person has looked. Refusal 409 `mail.not_open` for any other."""
    moved = connection.execute(
        update(mail)
        .where(mail.c.store_id == store_id, mail.c.id == name, mail.c.state == "doubtful")
        .values(state="sent", claim="", code="", next_try_ms=DONE)
    )
    if not moved.rowcount:
        raise Refusal(409, "mail.not_open")


def counts(connection: Connection) -> dict[str, int]:
    """How many e-mails are in which state, but for those that were sent."""
    rows = connection.execute(select(mail.c.state, func.count()).where(mail.c.state != "sent").group_by(mail.c.state))
    return {row[0]: int(row[1]) for row in rows}


def look_and_send(centre: Centre, config: MailConfig, stopping: Stopping) -> None:
    """One look for what is to be written, and everything that is due is sent."""
    for store_id in mail_finding.stores(centre):
        if stopping():
            return
        mail_finding.look(centre, store_id)
    now_ms = centre.clock()
    with centre.db.read(EVERY_STORE) as connection:
        due = connection.execute(
            select(mail.c.store_id, mail.c.id).where(mail.c.next_try_ms.between(0, now_ms)).limit(50)
        ).all()
    for store_id, name in due:
        if stopping():
            return
        send_one(centre, config, store_id, name)
