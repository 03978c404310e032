"""The cut-off: what came today is in a mailbox before the store closes, or somebody says why not (T2, 4.2 case 10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from counter_app.desk.context import Desk, demand
from counter_app.domain.employee import Actor
from counter_app.domain.service_level import due_at, insert_alarm_at
from counter_app.domain.text import clean
from counter_app.errors import RuleViolation
from counter_app.events import IntakeChanged, PieceChanged

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Cutoff:
    """What is not inserted. `alarm`: less than 30 minutes are left, or none; `closes_at` is when it is due (None: a
    store that never opens). `slipped` came on an earlier day and nobody has said why it lies here still."""

    pieces: int
    drops: int
    slipped: int
    closes_at: datetime | None
    alarm: bool

    @property
    def waiting(self) -> int:
        return self.pieces + self.drops


def look(desk: Desk) -> Cutoff:
    """How the store stands against the cut-off of today. What has its reason for today is counted no more."""
    now, today = desk.now_ms(), desk.today()
    with desk.db.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT json_extract(data, '$.received_on'), coalesce(json_extract(data, '$.slipped_on'), '') "
            "FROM item WHERE state = 'unassigned' AND coalesce(json_extract(data, '$.apart'), '') = '' LIMIT ?",
            (AT_ONCE,),
        ).all()
        drops = connection.exec_driver_sql(
            "SELECT count(*) FROM intake WHERE state = 'open' AND coalesce(json_extract(data, '$.slipped_on'), '') < ?",
            (today,),
        ).scalar_one()
    pieces = sum(1 for _, slipped_on in rows if slipped_on < today)
    slipped = sum(1 for received_on, slipped_on in rows if (received_on or today) < today and not slipped_on)
    at = datetime.fromtimestamp(now / 1000, UTC)
    try:
        due = due_at("insert", at, desk.settings.hours)
        near = at >= insert_alarm_at(at, desk.settings.hours)
    except ValueError:
        due, near = None, False
    # After closing the day is over for what came before it; a late drop has until midnight (4.2 case 10).
    over = due is not None and _after_closing(desk, at)
    return Cutoff(pieces, int(drops), slipped, due, bool(pieces + drops) and (near or over or slipped > 0))


def _after_closing(desk: Desk, at: datetime) -> bool:
    hours = desk.settings.hours
    day = hours.local(at).date()
    return hours.is_business_day(day) and at >= hours.closing_at(day) - timedelta(minutes=30)


def explain(desk: Desk, actor: Actor, reason: str) -> int:
    """Note why what is not inserted slips to tomorrow; how many pieces and drops that was.

    RuleViolation: cutoff.reason_missing, cutoff.nothing_waits.
    """
    demand(actor, "item.insert")
    said = clean(reason).text
    if not said:
        raise RuleViolation("cutoff.reason_missing")
    today = desk.today()
    with desk.act(actor, "item.insert") as act:
        items = act.connection.exec_driver_sql(
            "SELECT id FROM item WHERE state = 'unassigned' AND coalesce(json_extract(data, '$.apart'), '') = '' "
            "AND coalesce(json_extract(data, '$.slipped_on'), '') < ? ORDER BY received_ms LIMIT ?",
            (today, AT_ONCE),
        ).all()
        drops = act.connection.exec_driver_sql(
            "SELECT id FROM intake WHERE state = 'open' AND coalesce(json_extract(data, '$.slipped_on'), '') < ?",
            (today,),
        ).all()
        if not items and not drops:
            raise RuleViolation("cutoff.nothing_waits")
        for (row_id,) in items:
            done = act.write("item.slipped", row_id, day=today, reason=said)
            act.tell(PieceChanged(row_id, "item.slipped", done.op.op_id))
        for (row_id,) in drops:
            act.write("intake.slipped", row_id, day=today, reason=said)
            act.tell(IntakeChanged(row_id, "open"))
    return len(items) + len(drops)
