"""What stations say of themselves, for the operator's eyes; and what an operator wants a store to look at."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from central_service.arrival import Signer
from central_service.centre import Centre
from central_service.console.tables import operator_act, station_report
from central_service.messages import Notice, Report, Reported
from central_service.tables import journal

NOTICE_LIFE_MS = 14 * 24 * 3_600_000
NOTICES_MAX = 50


def take(centre: Centre, signer: Signer, said: Report) -> Reported:
    """Keep the newest report of this station; the notices for its store, the oldest first."""
    now_ms = centre.clock()
    mine = (station_report.c.store_id == signer.store, station_report.c.device == signer.device)
    values = {
        "at_ms": now_ms,
        "version": said.version,
        "waiting": said.waiting,
        "parked": said.parked,
        "photos": said.photos,
        "last_code": said.last_code,
    }

    def work(connection: Connection) -> Reported:
        if not connection.execute(update(station_report).where(*mine).values(**values)).rowcount:
            connection.execute(insert(station_report).values(store_id=signer.store, device=signer.device, **values))
        found = connection.execute(
            select(operator_act.c.id, operator_act.c.about, operator_act.c.at_ms, journal.c.kind)
            .join(
                journal,
                (journal.c.store_id == operator_act.c.store_id) & (journal.c.op_id == operator_act.c.about),
            )
            .where(
                operator_act.c.store_id == signer.store,
                operator_act.c.what == "told",
                operator_act.c.at_ms > now_ms - NOTICE_LIFE_MS,
            )
            .order_by(operator_act.c.id.desc())
            .limit(NOTICES_MAX)
        ).all()
        notices = tuple(Notice(one.id, one.about, one.kind, one.at_ms) for one in reversed(found))
        return Reported(now_ms, notices)

    return centre.db.transact(work, signer.store)
