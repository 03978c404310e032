"""Lists as files for a spreadsheet: customers, pieces on the shelf, pieces that came in (T3, 2.22).

A list holds everybody's names, so it takes a manager; what a clerk sees one by one he may not carry out at once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from counter_app.desk import csv_file
from counter_app.desk.context import Desk, demand
from counter_app.desk.csv_file import Cell
from counter_app.domain.employee import Actor
from counter_app.errors import CounterError, RuleViolation

if TYPE_CHECKING:
    from sqlalchemy import Connection

_PIECE_HEADS = (
    "Mail ID", "Mailbox", "Name", "State", "Shelf", "Type", "Carrier", "Tracking number", "Weight (g)", "Received on",
    "Received at",
)  # fmt: skip
_CUSTOMER_HEADS = (
    "Mailbox", "Holder", "State", "Names on the Form 1583", "May also collect", "E-mail", "Phone", "Plan",
    "ID valid until", "Pieces on the shelf",
)  # fmt: skip
_PIECE = "SELECT data FROM item"
_ON_SHELF = "WHERE state IN ('unassigned', 'received', 'scanned', 'in_task')"
_RECEIVED = "WHERE received_ms >= ? AND received_ms < ? AND state <> 'taken_back'"
_CUSTOMERS = """SELECT a.data, (SELECT count(*) FROM item i WHERE i.account_id = a.id
    AND i.state IN ('received', 'scanned', 'in_task')) FROM account a"""
LISTS = ("customers", "on_shelf", "received")


def count(desk: Desk, actor: Actor, what: str, first: str = "", last: str = "") -> int:
    """How many rows the list would have now; asks the same right as `save`, before a clerk has chosen a file.

    RuleViolation: rights.level_too_low, export.range_wrong. ValueError for a list that is not in LISTS.
    """
    demand(actor, "export.list")
    where, values = _which(desk, what, first, last)
    table = "account" if what == "customers" else "item"
    with desk.db.read() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table} {where}", values).scalar_one())  # noqa: S608


def save(
    desk: Desk,
    actor: Actor,
    what: str,
    path: Path,
    first: str = "",
    last: str = "",
    told: Callable[[int], object] = lambda _done: None,
    stopped: Callable[[], bool] = lambda: False,
) -> int:
    """Write the list into `path`; how many rows it has, -1 when `stopped` said so. It may run on any thread.

    `first` and `last` are ISO dates of the store, both within the range ("received" only). `told` gets the rows so far.
    CounterError: rights.level_too_low, export.range_wrong, export.no_file, those of `csv_file.save`.
    """
    demand(actor, "export.list")
    where, values = _which(desk, what, first, last)
    if not _may_be_a_file(path):
        raise CounterError("export.no_file")
    with desk.db.read() as connection:  # one unchanging picture, however long it takes
        rows = (
            _customers(connection, where, values)
            if what == "customers"
            else _pieces(connection, where, values, ZoneInfo(desk.settings.zone))
        )
        return csv_file.save(path, _CUSTOMER_HEADS if what == "customers" else _PIECE_HEADS, rows, told, stopped)


def _may_be_a_file(path: Path) -> bool:
    try:
        return bool(path.name) and path.name.isprintable() and not path.is_dir()
    except (OSError, ValueError):  # a name that this system cannot even ask about
        return False


def _which(desk: Desk, what: str, first: str, last: str) -> tuple[str, tuple[Any, ...]]:
    if what not in LISTS:
        raise ValueError(f"no such list: {what[:40]}")
    if what == "customers":
        return "", ()
    if what == "on_shelf":
        return _ON_SHELF, ()
    try:
        begins, ends = date.fromisoformat(first), date.fromisoformat(last)
        if begins > ends:
            raise RuleViolation("export.range_wrong", first=first[:20], last=last[:20])
        return _RECEIVED, (_midnight_ms(desk, begins), _midnight_ms(desk, ends + timedelta(days=1)))
    except (ValueError, OverflowError) as error:
        raise RuleViolation("export.range_wrong", first=first[:20], last=last[:20]) from error


def _midnight_ms(desk: Desk, day: date) -> int:
    zone = ZoneInfo(desk.settings.zone)
    return int(datetime(day.year, day.month, day.day, tzinfo=zone).timestamp() * 1000)


def _pieces(connection: Connection, where: str, values: tuple[Any, ...], zone: ZoneInfo) -> Iterator[tuple[Cell, ...]]:
    sql = f"{_PIECE} {where} ORDER BY received_ms, id"
    for (data,) in connection.exec_driver_sql(sql, values):
        one = json.loads(data)
        at_ms = int(one.get("received_ms") or 0)
        local = f"{datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(zone):%Y-%m-%d %H:%M}" if at_ms else ""
        texts = ("mail_id", "mailbox", "name_matched", "state", "shelf", "mail_type", "carrier", "tracking")
        mail_id, mailbox, matched, *rest = (str(one.get(key) or "") for key in texts)
        name = matched or str(one.get("name_on_piece") or "")
        yield (mail_id, mailbox, name, *rest, int(one.get("weight_g") or 0), str(one.get("received_on") or ""), local)


def _customers(connection: Connection, where: str, values: tuple[Any, ...]) -> Iterator[tuple[Cell, ...]]:
    sql = f"{_CUSTOMERS} {where} ORDER BY a.mailbox, a.state IN ('inactive', 'released'), a.number"
    for data, pieces in connection.exec_driver_sql(sql, values):
        one = json.loads(data)
        names = ", ".join(str(name.get("text") or "") for name in one.get("names") or ())
        others = ", ".join(str(each.get("name") or "") for each in one.get("collectors") or ())
        mailbox, holder, state = (str(one.get(key) or "") for key in ("mailbox", "holder", "state"))
        rest = (str(one.get(key) or "") for key in ("email", "phone", "plan", "id_expires_on"))
        yield (mailbox, holder, state, names, others, *rest, int(pieces))
