"""Which piece is that? By the Mail ID on our label, or by the carrier's barcode as any scanner reads it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from counter_app.domain import tracking
from counter_app.domain.mail_item import MailItem
from counter_app.domain.values import parse_mail_id
from counter_app.store import state
from counter_app.store.db import straight

if TYPE_CHECKING:
    from sqlalchemy import Connection

TRACKING_MAX_CHARS = 64


def tracking_key(text: str) -> str:
    """A tracking number as it is kept and looked for: capitals and digits, nothing between them."""
    return "".join(ch for ch in text.upper() if ch.isalnum())[:TRACKING_MAX_CHARS]


def find_piece(connection: Connection, text: str) -> MailItem | None:
    """The piece of a scanned Mail ID or tracking number; the newest one that is still on the shelf.

    A carrier's barcode says more than the number that was kept (USPS: 420 and the ZIP code before it).
    """
    mail_id = parse_mail_id(text)
    if mail_id:
        row = connection.exec_driver_sql("SELECT id FROM item WHERE mail_id = ?", (mail_id,)).first()
        if row:
            return state.item(connection, row[0])
    numbers = [text, *(one.number for one in tracking.identify(text))]
    return next((found for number in numbers if (found := _newest(connection, tracking_key(number)))), None)


def _newest(connection: Connection, key: str) -> MailItem | None:
    if not key:
        return None  # A piece without a number is not the one that was scanned.
    rows = connection.exec_driver_sql(
        "SELECT id FROM item WHERE tracking = ? AND state <> 'taken_back' "
        "ORDER BY state IN ('received', 'scanned', 'in_task', 'unassigned') DESC, received_ms DESC LIMIT 1",
        (key,),
    ).all()
    return state.item(connection, rows[0][0]) if rows else None


def duplicates(connection: Connection, number: str) -> Sequence[MailItem]:
    """Earlier pieces with this tracking number that are or were here; pieces taken back do not count."""
    if not number:
        return []
    rows = (
        straight(connection)
        .execute(
            "SELECT id FROM item WHERE tracking = ? AND state <> 'taken_back' ORDER BY received_ms DESC LIMIT 5",
            (number,),
        )
        .fetchall()
    )
    return [found for row in rows if (found := state.item(connection, row[0]))]
