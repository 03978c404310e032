"""Settling charges: after the commit that noted them, outside of every transaction, and once (S-15, 2.5).

The same key is asked again only while its result is unknown. A crash between asking and noting asks again under
the same key too: that is what the key is for.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

from sqlalchemy import Connection, select, update

from central_service.book import Book
from central_service.centre import Centre
from central_service.database import EVERY_STORE
from central_service.journal import act
from central_service.payments import ChargeOrder
from central_service.rhythm import Stopping
from central_service.tables import charge, store
from counter_app.domain.payment import ChargeResult

ASK_TIMEOUT_S = 5.0
LEASE_MS = 15_000
"""How long nobody else asks for a charge that somebody is asking for; longer than any one question."""
ASKS_MAX = 12
LONGEST_WAIT_MS = 300_000
LOOK_EVERY_S = 0.5
SETTLED = -1


def settle_now(centre: Centre, store_id: str, keys: Sequence[str]) -> None:
    """Ask for the charges of one push, within 5 seconds together; what is left over the retry thread takes."""
    end = time.monotonic() + ASK_TIMEOUT_S
    for key in keys:
        left = end - time.monotonic()
        if left < 0.1:
            return
        settle(centre, store_id, key, left)


def settle(centre: Centre, store_id: str, key: str, timeout_s: float = ASK_TIMEOUT_S) -> None:
    """Ask the gateway for one charge, if it is due, and note the answer. Never asks for a settled one."""
    order = centre.db.transact(lambda connection: _claim(connection, store_id, key, centre.clock()), store_id)
    if order is None:
        return
    try:
        result = centre.gateway.charge(order, timeout_s)
    except Exception as error:
        centre.log("gateway_raised", error=type(error).__name__, key=key)
        result = ChargeResult.UNKNOWN
    centre.db.transact(lambda connection: _note(centre, connection, store_id, key, result), store_id)


def _claim(connection: Connection, store_id: str, key: str, now_ms: int) -> ChargeOrder | None:
    row = connection.execute(
        update(charge)
        .where(
            charge.c.store_id == store_id,
            charge.c.key == key,
            charge.c.result.in_(("", ChargeResult.UNKNOWN.value)),
            charge.c.next_try_ms.between(0, now_ms),
        )
        .values(asked=charge.c.asked + 1, next_try_ms=now_ms + LEASE_MS)
        .returning(charge.c.account, charge.c.amount_cents)
    ).one_or_none()
    return ChargeOrder(key, row.account, row.amount_cents) if row else None


def _note(centre: Centre, connection: Connection, store_id: str, key: str, result: ChargeResult) -> None:
    known = result is not ChargeResult.UNKNOWN
    book = Book(connection, store_id, 1, centre.clock())
    one = connection.execute(select(charge).where(charge.c.store_id == store_id, charge.c.key == key)).one()
    if known:
        org = connection.execute(select(store.c.org).where(store.c.store_id == store_id)).scalar_one()
        body = {"result": result.value, "attempt": one.attempt}
        act(centre, book, org, f"{one.entity}.charged", one.pickup, body, keep_contested=True)
    given_up = one.asked >= ASKS_MAX
    wait_ms = min(LONGEST_WAIT_MS, 1_000 * 2 ** (one.asked - 1))
    connection.execute(
        update(charge)
        .where(charge.c.store_id == store_id, charge.c.key == key)
        .values(result=result.value, next_try_ms=SETTLED if known or given_up else book.now_ms + wait_ms)
    )
    book.close()
    if given_up and not known:
        centre.log("charge_given_up", key=key, asked=one.asked)


def retry_due(centre: Centre, stopping: Stopping) -> None:
    """Ask again for charges whose result is unknown, or that a crash left behind."""
    now_ms = centre.clock()
    with centre.db.read(EVERY_STORE) as connection:
        due = connection.execute(
            select(charge.c.store_id, charge.c.key).where(charge.c.next_try_ms.between(0, now_ms)).limit(50)
        ).all()
    for store_id, key in due:
        if stopping():
            return
        settle(centre, store_id, key)
