"""Clerks sign in online: password by Argon2id, tries counted before the compare, a grant for days offline."""

from __future__ import annotations

import base64
import json
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, delete, insert, select, update

from central_service.arrival import Signer
from central_service.centre import Centre
from central_service.messages import Clerk, LoggedIn, LogIn
from central_service.refusal import Refusal, too_many
from central_service.tables import employee_secret, login_try, state_row
from counter_app.domain.employee import Employee
from counter_app.domain.evidence import canonical
from counter_app.domain.rows import from_plain

GRANT_LIFE_MS = 14 * 24 * 3_600_000
FREE_TRIES = 5
FIRST_WAIT_MS = 60_000
LONGEST_WAIT_MS = 900_000
GRANT_TAG = b"counter-grant-1\n"

hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""19 MiB, t=2, p=1: the least that OWASP's cheat sheet names; 43 ms on a small machine."""


def log_in(centre: Centre, signer: Signer, asked: LogIn) -> LoggedIn:
    """The clerk and a grant bound to him, this store and this station.

    Refusal 403 `clerk.wrong_password` for a wrong password, an unknown address and an inactive employee alike;
    429 `clerk.too_many_tries` after five, known address or not.
    """
    email = asked.email.strip().lower()
    account = centre.keys.seal("login", email.encode())
    now_ms = centre.clock()
    centre.db.transact(lambda connection: _count_try(connection, signer.store, account, now_ms), signer.store)
    found = _find(centre, signer.store, email)
    kept = found[1] if found else _nobody()
    if not _fits(kept, asked.password) or found is None or not found[0].active:
        raise Refusal(403, "clerk.wrong_password")
    centre.db.transact(
        lambda connection: connection.execute(
            delete(login_try).where(login_try.c.store_id == signer.store, login_try.c.account == account)
        ),
        signer.store,
    )
    clerk = found[0]
    grant = canonical(
        {
            "clerk": clerk.id,
            "store": signer.store,
            "level": clerk.level,
            "device": signer.device,
            "not_before": now_ms,
            "not_after": now_ms + GRANT_LIFE_MS,
            "pin_allowed": 1,
        }
    )
    return LoggedIn(
        Clerk(clerk.id, clerk.name, clerk.email, clerk.level),
        base64.b64encode(grant).decode(),
        centre.keys.sign(GRANT_TAG + grant).hex(),
    )


def _count_try(connection: Connection, store: str, account: str, now_ms: int) -> None:
    mine = (login_try.c.store_id == store, login_try.c.account == account)
    # Held to the commit, so that many tries at once are counted one by one.
    row = connection.execute(select(login_try).where(*mine).with_for_update()).first()
    if row is None:
        connection.execute(insert(login_try).values(store_id=store, account=account, tries=1, last_ms=now_ms))
        return
    if row.tries >= FREE_TRIES:
        wait_ms = min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** min(10, row.tries - FREE_TRIES))
        # A clock that was set back must not lock anybody out for years.
        left = min(wait_ms, row.last_ms + wait_ms - now_ms)
        if left > 0:
            raise too_many("clerk.too_many_tries", -(-left // 1_000))
    connection.execute(update(login_try).where(*mine).values(tries=row.tries + 1, last_ms=now_ms))


def _find(centre: Centre, store: str, email: str) -> tuple[Employee, str] | None:
    with centre.db.read(store) as connection:
        row = connection.execute(
            select(employee_secret.c.hash, state_row.c.row)
            .join_from(
                employee_secret,
                state_row,
                (employee_secret.c.store_id == state_row.c.store_id)
                & (employee_secret.c.employee == state_row.c.id)
                & (state_row.c.entity == "employee"),
            )
            .where(employee_secret.c.store_id == store, employee_secret.c.email == email)
        ).first()
    if row is None:
        return None
    employee = from_plain("employee", json.loads(row.row))
    return (employee, row.hash) if isinstance(employee, Employee) else None


def _fits(kept: str, password: str) -> bool:
    try:
        return hasher.verify(kept, password)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobody() -> str:
    # An unknown address takes as long as a known one.
    return hasher.hash("nobody")
