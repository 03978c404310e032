"""What the pages show of all stores, read in few statements; no names and no texts of customers are among it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, Connection, Select, and_, exists, func, literal_column, or_, select
from sqlalchemy.sql.elements import ColumnElement

from central_service.console.tables import operator_act, station_report
from central_service.console.visit import PAGE_ROWS
from central_service.devices import TOKEN_LIFE_S
from central_service.journal import CENTRE_DEVICE
from central_service.tables import device, journal, quarantine, store, token

SEEN_LATELY_MS = 15 * 60_000
"""A station that works tells of itself every five minutes and asks for a new token every fifteen."""
SILENT_MS = 24 * 3_600_000
MINUTE_MS = 60_000
CLOSING = ("set_aside", "taken_in")


@dataclass(frozen=True)
class Totals:
    """All stores in one line of figures."""

    stores: int
    stations: int
    seen_lately: int
    waiting: int
    parked: int
    contested: int
    quarantined: int


@dataclass(frozen=True)
class StationLine:
    """One station and what it last said of itself; `at_ms` 0 when it never did."""

    store: str
    store_name: str
    device: str
    name: str
    revoked: bool
    seen_ms: int
    at_ms: int
    version: str
    waiting: int
    parked: int
    photos: int
    last_code: str


@dataclass(frozen=True)
class StoreLine:
    """One store with its stations in sum."""

    store: str
    name: str
    stations: int
    seen_ms: int
    waiting: int
    parked: int
    photos: int
    versions: tuple[str, ...]
    contested: int
    quarantined: int


def like(text: str) -> str:
    """`text` anywhere in a value, for LIKE with `\\` as escape (T4)."""
    for special in ("\\", "%", "_"):
        text = text.replace(special, "\\" + special)
    return f"%{text.lower()}%"


def of_store(wanted: str) -> ColumnElement[bool]:
    """Stores whose name or id holds `wanted`."""
    pattern = like(wanted)
    return or_(
        func.lower(store.c.name).like(pattern, escape="\\"), func.lower(store.c.store_id).like(pattern, escape="\\")
    )


def _has(table: Any, about: Any, *what: str) -> ColumnElement[bool]:
    mine = (operator_act.c.store_id == table.c.store_id, operator_act.c.about == about, operator_act.c.what.in_(what))
    return exists().where(*mine).correlate(table)


TOLD = _has(journal, journal.c.op_id, "told")
CLOSED = _has(quarantine, quarantine.c.mark, *CLOSING)
CONTESTED = journal.c.status == "contested"


def totals(connection: Connection, now_ms: int) -> Totals:
    """The figures of the overview."""

    def one(query: Select[Any]) -> int:
        return int(connection.execute(query).scalar_one() or 0)

    at_work = and_(device.c.revoked == 0, device.c.id != CENTRE_DEVICE)
    reports = select(func.sum(station_report.c.waiting), func.sum(station_report.c.parked)).join(
        device, and_(device.c.store_id == station_report.c.store_id, device.c.id == station_report.c.device)
    )
    waiting, parked = connection.execute(reports.where(at_work)).one()
    since = now_ms - SEEN_LATELY_MS
    lately = select(func.count()).select_from(device).where(at_work, or_(_reported_since(since), _asked_since(since)))
    return Totals(
        stores=one(select(func.count()).select_from(store)),
        stations=one(select(func.count()).select_from(device).where(at_work)),
        seen_lately=one(lately),
        waiting=int(waiting or 0),
        parked=int(parked or 0),
        contested=one(select(func.count()).select_from(journal).where(CONTESTED, ~TOLD)),
        quarantined=one(select(func.count()).select_from(quarantine).where(~CLOSED)),
    )


def _reported_since(since_ms: int) -> ColumnElement[bool]:
    mine = (station_report.c.store_id == device.c.store_id, station_report.c.device == device.c.id)
    return exists().where(*mine, station_report.c.at_ms > since_ms).correlate(device)


def _asked_since(since_ms: int) -> ColumnElement[bool]:
    mine = (token.c.store_id == device.c.store_id, token.c.device == device.c.id)
    return exists().where(*mine, token.c.expires_ms > since_ms + TOKEN_LIFE_S * 1_000).correlate(device)


def stores(connection: Connection, wanted: str, page: int) -> tuple[list[StoreLine], int]:
    """A page of the stores by name, and how many there are."""
    found = of_store(wanted) if wanted else store.c.store_id != ""
    total = connection.execute(select(func.count()).select_from(store).where(found)).scalar_one()
    query = select(store.c.store_id, store.c.name).where(found).order_by(func.lower(store.c.name), store.c.store_id)
    lines = connection.execute(query.limit(PAGE_ROWS).offset(_offset(page, total))).all()
    ids = [one.store_id for one in lines]
    at_work: dict[str, list[StationLine]] = {one: [] for one in ids}
    for station in _stations(connection, device.c.store_id.in_(ids)):
        at_work[station.store].append(station)
    contested = _by_store(connection, journal, ids, CONTESTED, ~TOLD)
    aside = _by_store(connection, quarantine, ids, ~CLOSED)
    return [
        StoreLine(
            one.store_id,
            one.name,
            len(mine := [station for station in at_work[one.store_id] if not station.revoked]),
            max((station.seen_ms for station in mine), default=0),
            sum(station.waiting for station in mine),
            sum(station.parked for station in mine),
            sum(station.photos for station in mine),
            tuple(sorted({station.version for station in mine if station.version})),
            contested.get(one.store_id, 0),
            aside.get(one.store_id, 0),
        )
        for one in lines
    ], total


def _by_store(connection: Connection, table: Any, ids: Sequence[str], *where: ColumnElement[bool]) -> dict[str, int]:
    query = select(table.c.store_id, func.count()).where(table.c.store_id.in_(ids), *where).group_by(table.c.store_id)
    return {row[0]: int(row[1]) for row in connection.execute(query)}


def stations(connection: Connection, wanted: str, show: str, now_ms: int, page: int) -> tuple[list[StationLine], int]:
    """A page of the stations by store, and how many there are. `show`: "", "silent" (a day), "waiting", "parked"."""
    where: list[ColumnElement[bool]] = [device.c.id != CENTRE_DEVICE]
    if wanted:
        where.append(device.c.store_id.in_(select(store.c.store_id).where(of_store(wanted))))
    if show == "silent":
        since = now_ms - SILENT_MS
        where += [device.c.revoked == 0, ~_reported_since(since), ~_asked_since(since)]
    if show in ("waiting", "parked"):
        mine = (station_report.c.store_id == device.c.store_id, station_report.c.device == device.c.id)
        where += [device.c.revoked == 0, exists().where(*mine, station_report.c[show] > 0).correlate(device)]
    total = connection.execute(select(func.count()).select_from(device).where(*where)).scalar_one()
    return _stations(connection, *where, page=page, total=total), total


def stations_of(connection: Connection, store_id: str) -> list[StationLine]:
    """All stations of one store, by name."""
    return _stations(connection, device.c.store_id == store_id)


def _stations(connection: Connection, *where: ColumnElement[bool], page: int = 0, total: int = 0) -> list[StationLine]:
    asked = (
        select(func.max(token.c.expires_ms))
        .where(token.c.store_id == device.c.store_id, token.c.device == device.c.id)
        .scalar_subquery()
        .label("expires_ms")
    )
    own = (device.c.store_id, store.c.name.label("store_name"), device.c.id, device.c.name, device.c.revoked)
    said = [one for one in station_report.c if not one.primary_key]
    query = (
        select(*own, *said, asked)
        .join(store, store.c.store_id == device.c.store_id)
        .outerjoin(
            station_report,
            and_(station_report.c.store_id == device.c.store_id, station_report.c.device == device.c.id),
        )
        .where(device.c.id != CENTRE_DEVICE, *where)
        .order_by(func.lower(store.c.name), device.c.store_id, device.c.revoked, device.c.name, device.c.id)
    )
    if page:
        query = query.limit(PAGE_ROWS).offset(_offset(page, total))
    return [
        StationLine(
            one.store_id,
            one.store_name,
            one.id,
            one.name,
            bool(one.revoked),
            max(one.at_ms or 0, (one.expires_ms or 0) - TOKEN_LIFE_S * 1_000, 0),
            one.at_ms or 0,
            one.version or "",
            one.waiting or 0,
            one.parked or 0,
            one.photos or 0,
            one.last_code or "",
        )
        for one in connection.execute(query)
    ]


def name_of(connection: Connection, store_id: str) -> str | None:
    """What a store is called; None when there is no such store."""
    return connection.execute(select(store.c.name).where(store.c.store_id == store_id)).scalar_one_or_none()


def per_minute(connection: Connection, now_ms: int, hours: int) -> list[int]:
    """Operations that arrived in each of the last minutes, the newest last; the running minute is left out."""
    last = now_ms // MINUTE_MS
    first = last - hours * 60
    # Written out: PostgreSQL takes two parameters of one value for two different expressions.
    minute = journal.c.received_at_ms - journal.c.received_at_ms % literal_column(str(MINUTE_MS), BigInteger)
    window = (journal.c.received_at_ms >= first * MINUTE_MS, journal.c.received_at_ms < last * MINUTE_MS)
    found = connection.execute(select(minute, func.count()).where(*window).group_by(minute))
    counted = {int(row[0]) // MINUTE_MS: int(row[1]) for row in found}
    return [counted.get(one, 0) for one in range(first, last)]


def contested(connection: Connection, wanted: str, told: bool, page: int) -> tuple[Sequence[Any], int]:
    """A page of contested operations, the newest first, and how many there are."""
    where = [CONTESTED, TOLD if told else ~TOLD]
    if wanted:
        where.append(journal.c.store_id.in_(select(store.c.store_id).where(of_store(wanted))))
    total = connection.execute(select(func.count()).select_from(journal).where(*where)).scalar_one()
    query = (
        select(journal, store.c.name.label("store_name"), device.c.name.label("station"))
        .join(store, store.c.store_id == journal.c.store_id)
        .outerjoin(device, and_(device.c.store_id == journal.c.store_id, device.c.id == journal.c.device))
        .where(*where)
        .order_by(journal.c.received_at_ms.desc(), journal.c.store_id, journal.c.seq.desc())
    )
    return connection.execute(query.limit(PAGE_ROWS).offset(_offset(page, total))).all(), total


def quarantined(connection: Connection, wanted: str, closed: bool, page: int) -> tuple[Sequence[Any], int]:
    """A page of what lies in quarantine without its bytes, the newest first, and how much there is."""
    where = [CLOSED if closed else ~CLOSED]
    if wanted:
        where.append(quarantine.c.store_id.in_(select(store.c.store_id).where(of_store(wanted))))
    total = connection.execute(select(func.count()).select_from(quarantine).where(*where)).scalar_one()
    columns = [one for one in quarantine.c if one.name != "raw"]
    query = (
        select(
            *columns,
            func.length(quarantine.c.raw).label("size"),
            store.c.name.label("store_name"),
            device.c.name.label("station"),
        )
        .join(store, store.c.store_id == quarantine.c.store_id)
        .outerjoin(device, and_(device.c.store_id == quarantine.c.store_id, device.c.id == quarantine.c.device))
        .where(*where)
        .order_by(quarantine.c.received_at_ms.desc(), quarantine.c.store_id, quarantine.c.seq.desc())
    )
    return connection.execute(query.limit(PAGE_ROWS).offset(_offset(page, total))).all(), total


def acts(connection: Connection, wanted: str, page: int) -> tuple[Sequence[Any], int]:
    """A page of what operators did, the newest first, and how much that is."""
    where: list[ColumnElement[bool]] = []
    if wanted:
        where.append(operator_act.c.store_id.in_(select(store.c.store_id).where(of_store(wanted))))
    total = connection.execute(select(func.count()).select_from(operator_act).where(*where)).scalar_one()
    query = (
        select(operator_act, store.c.name.label("store_name"))
        .outerjoin(store, store.c.store_id == operator_act.c.store_id)
        .where(*where)
        .order_by(operator_act.c.at_ms.desc(), operator_act.c.id.desc())
    )
    return connection.execute(query.limit(PAGE_ROWS).offset(_offset(page, total))).all(), total


def acts_about(connection: Connection, store_id: str, about: str) -> Sequence[Any]:
    """What operators did about one thing, the oldest first."""
    mine = (operator_act.c.store_id == store_id, operator_act.c.about == about)
    return connection.execute(select(operator_act).where(*mine).order_by(operator_act.c.id)).all()


def _offset(page: int, total: int) -> int:
    # A page behind the last one shows the last one: the list may have become shorter.
    return (min(page, max(1, -(-total // PAGE_ROWS))) - 1) * PAGE_ROWS


def open_of(connection: Connection, store_id: str) -> tuple[int, int]:
    """How much of one store is contested and not told, and in quarantine and not decided."""
    return (
        _by_store(connection, journal, [store_id], CONTESTED, ~TOLD).get(store_id, 0),
        _by_store(connection, quarantine, [store_id], ~CLOSED).get(store_id, 0),
    )


def acts_of(connection: Connection, store_id: str) -> Sequence[Any]:
    """The last things that operators did about one store."""
    query = select(operator_act).where(operator_act.c.store_id == store_id).order_by(operator_act.c.id.desc())
    return connection.execute(query.limit(10)).all()
