"""Today: the day at a glance, from the local store only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.desk.context import Desk
from counter_app.store import journal, print_jobs

_PAGE = 500


@dataclass(frozen=True, slots=True)
class Day:
    """Numbers of the day, and until when the store is open (None: closed today)."""

    date: str
    closes_at: datetime | None
    received: int
    unassigned: int
    on_shelf: int
    handed_over: int
    pickups_scheduled: int
    pickups_in_progress: int
    payment_declined: int
    to_send: int
    print_open: int
    inbox_open: int
    oldest_days: int


def day(desk: Desk) -> Day:
    """The day at the store, in the store's own zone."""
    now = desk.now_ms()
    local = desk.local(now)
    hours = desk.settings.hours
    midnight = int(local.replace(hour=0, minute=0, second=0, microsecond=0).timestamp() * 1000)
    with desk.db.read() as connection:

        def one(sql: str, *values: object) -> int:
            return int(connection.exec_driver_sql(sql, values).scalar() or 0)

        oldest = one("SELECT min(received_ms) FROM item WHERE state IN ('received', 'scanned', 'in_task')")
        return Day(
            date=local.date().isoformat(),
            closes_at=hours.closing_at(local.date()) if hours.is_business_day(local.date()) else None,
            received=one("SELECT count(*) FROM item WHERE received_ms >= ? AND state <> 'taken_back'", midnight),
            unassigned=one("SELECT count(*) FROM item WHERE state = 'unassigned'"),
            on_shelf=one("SELECT count(*) FROM item WHERE state IN ('received', 'scanned', 'in_task')"),
            handed_over=one(
                "SELECT count(*) FROM pickup WHERE state = 'handed_over' AND json_extract(data, '$.handed_ms') >= ?",
                midnight,
            ),
            pickups_scheduled=one("SELECT count(*) FROM pickup WHERE state IN ('scheduled', 'ready')"),
            pickups_in_progress=one("SELECT count(*) FROM pickup WHERE state IN ('in_progress', 'charging', 'paid')"),
            payment_declined=one("SELECT count(*) FROM pickup WHERE state = 'payment_declined'"),
            to_send=journal.waiting_count(connection),
            print_open=print_jobs.open_count(connection),
            inbox_open=one("SELECT count(*) FROM inbox WHERE state = 'open'"),
            oldest_days=max(0, (now - oldest) // 86_400_000) if oldest else 0,
        )
