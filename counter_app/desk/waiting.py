"""Who has pieces waiting: one row per customer with pieces on the shelf or with an open pickup, straight from SQL."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.desk.context import Desk

LONG_DAYS = 7
"""From then on a pickup may be declined and a piece counts as waiting long (2.4)."""
PAGE_MAX = 200
FILTERS = ("all", "scheduled", "in_progress", "payment_declined", "waiting_long", "owed")

# Pickups under way come first, then declined cards, then scheduled ones; within a group the longest wait.
_SHELF = "('received', 'scanned', 'in_task')"
_WAITING = f"""
WITH shelf AS (
  SELECT account_id, count(*) AS pieces, min(received_ms) AS oldest_ms FROM item
  WHERE state IN {_SHELF} AND account_id <> '' GROUP BY account_id
), asked AS (
  SELECT account_id, id, state, requested_ms, coalesce(json_extract(data, '$.appointment_ms'), 0) AS appointment_ms,
    coalesce(json_extract(data, '$.locked_by'), '') AS locked_by,
    min((CASE WHEN state IN ('scheduled', 'ready') THEN 1 ELSE 0 END) * 10000000000000 + requested_ms)
  FROM pickup WHERE account_id <> '' AND state IN
    ('scheduled', 'ready', 'in_progress', 'charging', 'paid', 'pay_later', 'payment_declined')
  GROUP BY account_id
), who AS (
  SELECT account_id FROM shelf UNION SELECT account_id FROM asked
), waiting AS (
  SELECT who.account_id AS account_id, coalesce(shelf.pieces, 0) AS pieces,
    coalesce(shelf.oldest_ms, asked.requested_ms) AS oldest_ms,
    coalesce(asked.id, '') AS pickup_id, coalesce(asked.state, '') AS pickup_state,
    coalesce(asked.appointment_ms, 0) AS appointment_ms, coalesce(asked.locked_by, '') AS locked_by, 0 AS owed_cents,
    CASE coalesce(asked.state, '') WHEN '' THEN 3 WHEN 'scheduled' THEN 2 WHEN 'ready' THEN 2
      WHEN 'payment_declined' THEN 1 ELSE 0 END AS turn
  FROM who LEFT JOIN shelf ON shelf.account_id = who.account_id LEFT JOIN asked ON asked.account_id = who.account_id
)"""  # noqa: S608 - constants of this module only
# Pieces that are out of the door while their fee was declined; their customers may have nothing on the shelf at all.
_OWED = """
WITH waiting AS (
  SELECT account_id, 0 AS pieces, min(json_extract(data, '$.handed_ms')) AS oldest_ms, min(id) AS pickup_id,
    'owed' AS pickup_state, 0 AS appointment_ms, '' AS locked_by,
    sum(json_extract(data, '$.amount_cents')) AS owed_cents, 0 AS turn
  FROM pickup INDEXED BY ix_pickup_owed
  WHERE state = 'handed_over' AND json_extract(data, '$.payment') = 'declined' GROUP BY account_id
)"""
_WHERE = {
    "all": "oldest_ms > ?",
    "scheduled": "turn = 2 AND oldest_ms > ?",
    "in_progress": "turn = 0 AND oldest_ms > ?",
    "payment_declined": "turn = 1 AND oldest_ms > ?",
    "waiting_long": "pieces > 0 AND oldest_ms <= ?",
    "owed": "oldest_ms > ?",
}
# Of those who are expected, whoever has an appointment stands in the order of the clock.
_ORDER = (
    "ORDER BY turn, CASE WHEN turn = 2 THEN appointment_ms = 0 ELSE 0 END, "
    "CASE WHEN turn = 2 THEN appointment_ms ELSE 0 END, oldest_ms, account_id"
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A customer with `pieces` on the shelf; the facts of the newest one, and the open pickup if there is one.

    `oldest_ms` is UTC milliseconds since when the oldest piece waits (or the pickup was asked for).
    """

    account_id: str
    holder: str
    mailbox: str
    account_state: str
    pieces: int
    oldest_ms: int
    pickup_id: str
    pickup_state: str
    item_id: str
    mail_id: str
    tracking: str
    carrier: str
    shelf: str
    appointment_ms: int = 0
    locked_by: str = ""
    """The clerk (his id) who is at the pickup."""
    owed_cents: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """How many customers each filter holds, how many pieces wait, and since when the oldest does (0: none waits)."""

    all: int
    scheduled: int
    in_progress: int
    payment_declined: int
    waiting_long: int
    pieces: int
    oldest_ms: int
    owed: int = 0


def listing(desk: Desk, chosen: str, offset: int, limit: int) -> tuple[Waiting, ...]:
    """At most 200 rows of one of FILTERS from `offset` on; ValueError for another filter."""
    sql = f"""{_source(chosen)}
        SELECT page.account_id, coalesce(account.holder, ''), coalesce(account.mailbox, item.mailbox, ''),
          coalesce(account.state, ''), page.pieces, page.oldest_ms, page.pickup_id, page.pickup_state,
          coalesce(item.id, ''), coalesce(item.mail_id, ''), coalesce(item.tracking, ''),
          coalesce(json_extract(item.data, '$.carrier'), ''), coalesce(item.shelf, ''),
          page.appointment_ms, page.locked_by, page.owed_cents
        FROM (SELECT * FROM waiting WHERE {_where(chosen)} {_ORDER} LIMIT ? OFFSET ?) page
        LEFT JOIN account ON account.id = page.account_id
        LEFT JOIN item ON item.id = (SELECT id FROM item newest WHERE newest.account_id = page.account_id
          AND newest.state IN {_SHELF} ORDER BY newest.received_ms DESC, newest.id DESC LIMIT 1)
        {_ORDER.replace(" account_id", " page.account_id")}"""  # noqa: S608 - constants only
    values = (_line(desk, chosen), max(0, min(limit, PAGE_MAX)), max(0, offset))
    with desk.db.read() as connection:
        return tuple(Waiting(*row) for row in connection.exec_driver_sql(sql, values).all())


def counts(desk: Desk) -> Counts:
    """What the filters hold now."""
    sql = f"""{_WAITING}
        SELECT count(*), coalesce(sum(turn = 2), 0), coalesce(sum(turn = 0), 0), coalesce(sum(turn = 1), 0),
          coalesce(sum(pieces > 0 AND oldest_ms <= ?), 0), coalesce(sum(pieces), 0), coalesce(min(oldest_ms), 0),
          (SELECT count(DISTINCT account_id) FROM pickup INDEXED BY ix_pickup_owed
           WHERE state = 'handed_over' AND json_extract(data, '$.payment') = 'declined')
        FROM waiting"""  # noqa: S608 - constants only
    with desk.db.read() as connection:
        return Counts(*connection.exec_driver_sql(sql, (_line(desk, "waiting_long"),)).one())


def place(desk: Desk, chosen: str, account_id: str) -> int:
    """At which offset of the listing a customer stands; -1 when he is not in it."""
    sql = f"""{_source(chosen)}
        SELECT n FROM (SELECT account_id, row_number() OVER ({_ORDER}) - 1 AS n
          FROM waiting WHERE {_where(chosen)}) WHERE account_id = ?"""  # noqa: S608 - constants only
    with desk.db.read() as connection:
        found = connection.exec_driver_sql(sql, (_line(desk, chosen), account_id)).first()
    return int(found[0]) if found else -1


def _source(chosen: str) -> str:
    return _OWED if chosen == "owed" else _WAITING


def _where(chosen: str) -> str:
    if chosen not in _WHERE:
        raise ValueError(f"no such filter: {chosen[:40]}")
    return _WHERE[chosen]


def _line(desk: Desk, chosen: str) -> int:
    return desk.now_ms() - LONG_DAYS * 86_400_000 if chosen == "waiting_long" else -1
