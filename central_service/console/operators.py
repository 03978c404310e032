"""Operators: who may open the console, their sessions, and the token that every form must bring back.

A session is a random token in a cookie; here is only its hash. It ends after half an hour without a page, after
twelve hours in any case, and with the operator.
"""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass
from functools import cache

from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, delete, insert, select, update

from central_service.centre import Centre
from central_service.clerks import FIRST_WAIT_MS, FREE_TRIES, LONGEST_WAIT_MS, hasher
from central_service.console.tables import operator, operator_act, operator_session, operator_try
from central_service.database import EVERY_STORE, Database
from central_service.keys import token_hash
from central_service.refusal import Refusal, too_many
from counter_app.domain.values import new_id

IDLE_MS = 30 * 60_000
LONGEST_MS = 12 * 3_600_000
SEEN_EVERY_MS = 60_000
"""How exactly it is kept when a session was last used: a page does not cost a write each."""
PASSWORD_LEAST = 12
_EMAIL = re.compile(r"[^@\s]{1,100}@[^@\s]{1,99}")


@dataclass(frozen=True)
class Session:
    """Who is signed in. `hash` names the session without opening it."""

    hash: str
    email: str


def add_operator(db: Database, email: str, password: str, now_ms: int) -> None:
    """A new operator, or a new password for one; every session of his ends. ValueError says what is wrong."""
    email = email.strip().lower()
    if not _EMAIL.fullmatch(email):
        raise ValueError("that is no e-mail address")
    if not PASSWORD_LEAST <= len(password) <= 200:
        raise ValueError(f"a password of at least {PASSWORD_LEAST} characters, please")
    kept = hasher.hash(password)

    def work(connection: Connection) -> None:
        _remove(connection, email)
        connection.execute(insert(operator).values(email=email, hash=kept, active=1, made_ms=now_ms))

    db.transact(work, EVERY_STORE)


def remove_operator(db: Database, email: str) -> bool:
    """Nobody signs in under this address any more, and open sessions end; False when there was no such operator."""
    return db.transact(lambda connection: _remove(connection, email.strip().lower()), EVERY_STORE)


def _remove(connection: Connection, email: str) -> bool:
    connection.execute(delete(operator_session).where(operator_session.c.email == email))
    return bool(connection.execute(delete(operator).where(operator.c.email == email)).rowcount)


def sign_in(centre: Centre, email: str, password: str) -> str:
    """The token of a new session. Refusal 403 `operator.wrong_password` for a wrong password and an unknown address
    alike; 429 `operator.too_many_tries` after five, known address or not. The try is committed before the compare."""
    email = email.strip().lower()
    now_ms = centre.clock()
    account = centre.keys.seal("operator", email.encode("utf-8", "replace"))
    centre.db.transact(lambda connection: _count_try(connection, account, now_ms), EVERY_STORE)
    with centre.db.read(EVERY_STORE) as connection:
        kept = connection.execute(
            select(operator.c.hash).where(operator.c.email == email, operator.c.active == 1)
        ).scalar_one_or_none()
    if not _fits(kept or _nobody(), password) or kept is None:
        raise Refusal(403, "operator.wrong_password")
    token = centre.entropy(32).hex()

    def work(connection: Connection) -> None:
        connection.execute(delete(operator_try).where(operator_try.c.account == account))
        connection.execute(delete(operator_session).where(operator_session.c.made_ms <= now_ms - LONGEST_MS))
        connection.execute(
            insert(operator_session).values(hash=token_hash(token), email=email, made_ms=now_ms, seen_ms=now_ms)
        )
        note(centre, connection, email, "signed_in")

    centre.db.transact(work, EVERY_STORE)
    return token


def _count_try(connection: Connection, account: str, now_ms: int) -> None:
    mine = operator_try.c.account == account
    row = connection.execute(select(operator_try).where(mine)).first()
    if row is None:
        connection.execute(insert(operator_try).values(account=account, tries=1, last_ms=now_ms))
        return
    if row.tries >= FREE_TRIES:
        wait_ms = min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** min(10, row.tries - FREE_TRIES))
        # A clock that was set back must not lock anybody out for years.
        left = min(wait_ms, row.last_ms + wait_ms - now_ms)
        if left > 0:
            raise too_many("operator.too_many_tries", -(-left // 1_000))
    connection.execute(update(operator_try).where(mine).values(tries=row.tries + 1, last_ms=now_ms))


def _fits(kept: str, password: str) -> bool:
    try:
        return hasher.verify(kept, password.encode("utf-8", "replace"))
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobody() -> str:
    # An unknown address takes as long as a known one.
    return hasher.hash("nobody")


def session_of(centre: Centre, token: str, *, by_itself: bool = False) -> Session | None:
    """The session that `token` opens; None when there is none or it has ended.

    `by_itself`: a page renews itself; nobody is there for it, so it does not keep the session open.
    """
    now_ms = centre.clock()
    hashed = token_hash(token)
    with centre.db.read(EVERY_STORE) as connection:
        row = connection.execute(
            select(operator_session)
            .join(operator, operator.c.email == operator_session.c.email)
            .where(operator_session.c.hash == hashed, operator.c.active == 1)
        ).first()
    if row is None or not hmac.compare_digest(row.hash, hashed):
        return None
    if now_ms - row.seen_ms >= IDLE_MS or not -SEEN_EVERY_MS <= now_ms - row.made_ms < LONGEST_MS:
        return None
    if not by_itself and now_ms - row.seen_ms >= SEEN_EVERY_MS:
        seen = update(operator_session).where(operator_session.c.hash == hashed).values(seen_ms=now_ms)
        centre.db.transact(lambda connection: connection.execute(seen), EVERY_STORE)
    return Session(row.hash, row.email)


def sign_out(centre: Centre, session: Session) -> None:
    """End this session."""

    def work(connection: Connection) -> None:
        connection.execute(delete(operator_session).where(operator_session.c.hash == session.hash))
        note(centre, connection, session.email, "signed_out")

    centre.db.transact(work, EVERY_STORE)


def note(
    centre: Centre,
    connection: Connection,
    email: str,
    what: str,
    store: str = "",
    about: str = "",
    code: str = "",
    reason: str = "",
) -> None:
    """Write down what an operator did, in the transaction that does it."""
    now_ms = centre.clock()
    connection.execute(
        insert(operator_act).values(
            store_id=store,
            id=new_id(now_ms, centre.entropy(10)),
            at_ms=now_ms,
            operator=email,
            what=what,
            about=about,
            code=code,
            reason=reason,
        )
    )


def form_token(centre: Centre, bearer_hash: str) -> str:
    """What a form of this session carries. Another one on each page, so that compressing the page tells nothing."""
    once = centre.entropy(12).hex()
    return f"{once}.{_form_seal(centre, bearer_hash, once)}"


def is_form_token(centre: Centre, bearer_hash: str, text: str) -> bool:
    """Whether `text` was made by `form_token` for this session."""
    once, _, seal = text.partition(".")
    return hmac.compare_digest(_form_seal(centre, bearer_hash, once).encode(), seal.encode("utf-8", "replace"))


def _form_seal(centre: Centre, bearer_hash: str, once: str) -> str:
    return centre.keys.seal("form", f"{bearer_hash}\n{once}".encode("utf-8", "replace"))
