"""What there is to write about: rows that changed since the last look, and pieces whose free days end soon.

It reads behind the stores' own sequence, so that taking in operations costs nothing more. The place that was reached
and the queued mails are one commit, and a mail is named by what it is about: looking twice writes once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Connection, insert, select, update

from central_service.centre import Centre
from central_service.database import EVERY_STORE
from central_service.mail_tables import mail, mail_seen
from central_service.tables import state_row, store, stream_head
from counter_app.domain.mail_item import ON_THE_SHELF, ItemState
from counter_app.domain.storage import WARN_DAYS, FreeDays, StorageTerms, days_left, free_until

ROWS_AT_ONCE = 500
NEWS_MS = 7 * 86_400_000
"""So long a piece that a station reports late has still "arrived"."""


def look(centre: Centre, store_id: str) -> int:
    """Queue what became due in `store_id` since the last look; how many. The first look only notes where it begins."""
    return centre.db.transact(lambda connection: _look(connection, store_id, centre.clock()), store_id)


def stores(centre: Centre) -> list[str]:
    """Stores in which something changed since their last look, or whose day has turned."""
    with centre.db.read(EVERY_STORE) as connection:
        rows = connection.execute(
            select(stream_head.c.store_id, stream_head.c.seq, store.c.settings, mail_seen.c.seq, mail_seen.c.day)
            .join(store, store.c.store_id == stream_head.c.store_id)
            .outerjoin(mail_seen, mail_seen.c.store_id == stream_head.c.store_id)
        ).all()
    now_ms = centre.clock()
    return [row[0] for row in rows if row[3] != row[1] or row[4] != _today(json.loads(row[2]), now_ms)]


def _look(connection: Connection, store_id: str, now_ms: int) -> int:
    head, text = connection.execute(
        select(stream_head.c.seq, store.c.settings)
        .join(store, store.c.store_id == stream_head.c.store_id)
        .where(stream_head.c.store_id == store_id)
    ).one()
    settings: dict[str, Any] = json.loads(text)
    today = _today(settings, now_ms)
    seen = connection.execute(
        select(mail_seen.c.seq, mail_seen.c.day).where(mail_seen.c.store_id == store_id)
    ).one_or_none()
    if seen is None:
        connection.execute(insert(mail_seen).values(store_id=store_id, seq=head, day=today))
        return 0
    changed = _rows(connection, store_id, seen.seq, head)
    due = list(_due(changed, now_ms))
    reached = _reached(changed, seen.seq) if len(changed) == ROWS_AT_ONCE else head
    if seen.day != today:
        due += _ending(connection, store_id, head, _terms(settings), today, settings)
    count = _queue(connection, store_id, due, now_ms)
    connection.execute(update(mail_seen).where(mail_seen.c.store_id == store_id).values(seq=reached, day=today))
    return count


def _reached(page: Sequence[tuple[int, str, dict[str, Any]]], before: int) -> int:
    # A full page may end between the rows of one operation: they are read again, and written about once.
    return max(page[-1][0] - 1, before + 1)


def _rows(connection: Connection, store_id: str, after: int, until: int) -> list[tuple[int, str, dict[str, Any]]]:
    found = connection.execute(
        select(state_row.c.seq, state_row.c.entity, state_row.c.row)
        .where(state_row.c.store_id == store_id, state_row.c.seq > after, state_row.c.seq <= until)
        .order_by(state_row.c.seq)
        .limit(ROWS_AT_ONCE)
    )
    return [(row.seq, row.entity, json.loads(row.row)) for row in found]


Due = tuple[str, str, dict[str, str]]
"""Which e-mail (template:row), about which account, with which facts."""


def _due(rows: Iterable[tuple[int, str, dict[str, Any]]], now_ms: int) -> Iterable[Due]:
    for _, entity, row in rows:
        if entity == "item" and row["account_id"]:
            for one in row.get("incidents") or ():
                if now_ms - one["at_ms"] <= NEWS_MS:
                    yield f"incident:{one['op_id']}", row["account_id"], _of_item(row) | {"text": one["text"]}
        elif entity == "task" and row["kind"] == "scan" and row["state"] == "completed" and row["account_id"]:
            facts = {"mailbox": row["mailbox"], "pages": str(row.get("pdf_pages") or 0)}
            yield f"scan_ready:{row['id']}", row["account_id"], facts
        if row.get("account_id") and entity in ("task", "item", "pickup"):
            yield from _of_acts(entity, row, now_ms)
        if entity == "item" and row["account_id"] and row["state"] == ItemState.RECEIVED.value:
            if now_ms - row["received_ms"] <= NEWS_MS:  # an old piece that was only moved has not arrived
                # The account too: a piece that went to the wrong mailbox first is news to the right one.
                yield f"arrived:{row['id']}:{row['account_id']}"[:96], row["account_id"], _of_item(row)
        elif entity == "item" and row.get("notice_for") and now_ms - row["received_ms"] <= NEWS_MS:
            # It lies in no mailbox: a customer is told of it because a clerk pressed `mail received` (2.3).
            facts = _of_item(row) | {"mailbox": row["notice_mailbox"]}
            yield f"notice_{row['notice']}:{row['id']}"[:96], row["notice_for"], facts
        elif entity == "pickup" and row["account_id"] and row["mode"] == "scheduled":
            facts = {"mailbox": row["mailbox"], "count": str(len(row["items"]))}
            # One notice for all of its pieces, and none for one that was only put back; changes send no second one.
            if row["state"] == "ready" and row.get("ready_ms"):
                yield f"pickup_ready:{row['id']}", row["account_id"], facts
            elif row["state"] == "declined":
                yield f"pickup_declined:{row['id']}", row["account_id"], facts | {"reason": row["reason"]}


def _of_acts(entity: str, row: dict[str, Any], now_ms: int) -> Iterable[Due]:
    """What is told of single acts: a second question or note is an e-mail of its own."""
    last = {kind: op_id for op_id, kind, at_ms, _ in row["history"] if now_ms - at_ms <= NEWS_MS}
    if entity == "item":
        if "item.storage_noted" in last and row.get("storage_until"):
            facts = _of_item(row) | {"until": row["storage_until"]}
            yield f"storage_noted:{last['item.storage_noted']}", row["account_id"], facts
        return
    facts = {"mailbox": row["mailbox"], "task": row["kind"] if entity == "task" else "pickup"}
    charged = last.get(f"{entity}.charged")
    if row["state"] == "payment_declined" and charged:
        # Each refusal of the card is told: the customer may have believed that it was put right (S-15).
        yield f"card_declined:{charged}", row["account_id"], facts | {"amount_cents": str(row["amount_cents"])}
    if entity == "pickup":
        return
    # Nobody asked for a fee: its decline is the store's own business.
    if row["state"] == "declined" and "task.declined" in last and row["kind"] != "fee":
        facts |= {"why": row["reason"], "comment": row["comment"], "count": str(len(row["items"]))}
        yield f"task_declined:{row['id']}", row["account_id"], facts
    elif row["state"] == "awaiting_customer" and "task.customer_asked" in last:
        facts |= {"amount_cents": str(row["amount_cents"]), "agreed_cents": str(row["agreed_cents"])}
        yield f"price_asked:{last['task.customer_asked']}", row["account_id"], facts


def _of_item(row: dict[str, Any]) -> dict[str, str]:
    return {"mailbox": row["mailbox"], "mail_id": row["mail_id"], "mail_type": row["mail_type"]}


def _ending(
    connection: Connection, store_id: str, head: int, terms: StorageTerms, today: str, settings: dict[str, Any]
) -> list[Due]:
    plans = {
        row.id: str(json.loads(row.row).get("plan", ""))
        for row in connection.execute(
            select(state_row.c.id, state_row.c.row).where(
                state_row.c.store_id == store_id, state_row.c.entity == "account"
            )
        )
    }
    due: list[Due] = []
    after = 0
    while rows := _rows(connection, store_id, after, head):
        after = _reached(rows, after) if len(rows) == ROWS_AT_ONCE else head
        for _, entity, row in rows:
            if entity != "item" or not row["account_id"] or ItemState(row["state"]) not in ON_THE_SHELF:
                continue
            arrived = row["received_on"] or _today(settings, row["received_ms"])
            free = terms.free_days(plans.get(row["account_id"], ""), row["mail_type"])
            if 0 <= days_left(arrived, free, today) <= WARN_DAYS < free:
                facts = _of_item(row) | {"until": free_until(arrived, free)}
                due.append((f"storage_ends:{row['id']}", row["account_id"], facts))
    return due


def _queue(connection: Connection, store_id: str, due: Iterable[Due], now_ms: int) -> int:
    wanted = {name: (account, facts) for name, account, facts in due}
    if not wanted:
        return 0
    there = select(mail.c.id).where(mail.c.store_id == store_id, mail.c.id.in_(list(wanted)))
    known = {row.id for row in connection.execute(there)}
    new = [
        {
            "store_id": store_id,
            "id": name,
            "account": account,
            "facts": json.dumps(facts),
            "state": "queued",
            "next_try_ms": now_ms,
            "queued_ms": now_ms,
        }
        for name, (account, facts) in wanted.items()
        if name not in known
    ]
    if new:
        connection.execute(insert(mail), new)
    return len(new)


def _today(settings: dict[str, Any], now_ms: int) -> str:
    try:
        zone: Any = ZoneInfo(str(settings.get("zone") or "UTC"))
    except (ZoneInfoNotFoundError, ValueError):
        zone = UTC
    return datetime.fromtimestamp(now_ms / 1_000, zone).date().isoformat()


def _terms(settings: dict[str, Any]) -> StorageTerms:
    said = settings.get("storage")
    plain: dict[str, Any] = said if isinstance(said, dict) else {}
    usual = _days(plain, FreeDays())
    plans = plain.get("plans")
    own = {str(plan): _days(days, usual) for plan, days in plans.items()} if isinstance(plans, dict) else {}
    return StorageTerms(usual, own)


def _days(plain: Any, otherwise: FreeDays) -> FreeDays:
    said = plain if isinstance(plain, dict) else {}
    try:
        return FreeDays(int(said.get("letters", otherwise.letters)), int(said.get("packages", otherwise.packages)))
    except (TypeError, ValueError):
        return otherwise
