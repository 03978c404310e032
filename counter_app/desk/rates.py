"""What carriers charge: prices that a clerk types, and rate tables that a store imports (2.6).

A table is kept in the store as the text that was imported, one for each carrier and version; importing a version again
replaces it. A file with any mistake in it changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from counter_app.desk.context import Desk, demand
from counter_app.domain.employee import Actor
from counter_app.domain.rate_table import Parcel, Problem, Rate, RateTable, read, read_kept
from counter_app.errors import RuleViolation
from counter_app.events import RatesChanged

if TYPE_CHECKING:
    from sqlalchemy import Connection

BYTES_MAX = 4_000_000
_KEY = "rates:"


@dataclass(frozen=True, slots=True)
class TypedRates:
    """The manual way: the clerk reads the price from the carrier's page or counter and types it."""

    carrier: str
    service: str
    retail_cents: int

    def rates(self, parcel: Parcel, /) -> tuple[Rate, ...]:
        return (Rate(self.carrier, self.service, self.retail_cents, "typed"),)


@dataclass(frozen=True, slots=True)
class TableRates:
    """The tables that hold on a day; of two versions of one carrier the one that began later."""

    tables: tuple[RateTable, ...]
    carriers: tuple[str, ...]

    def rates(self, parcel: Parcel, /) -> tuple[Rate, ...]:
        """CounterError: rates.none when no table holds. The cheapest first."""
        used = [one for one in self.tables if one.carrier in self.carriers]
        if not used:
            raise RuleViolation("rates.none")
        found = [rate for table in used for rate in table.rates(parcel)]
        return tuple(sorted(found, key=lambda rate: (rate.retail_cents, rate.carrier, rate.service)))


@dataclass(frozen=True, slots=True)
class TableLine:
    """A table as the list of them shows it; `holds` says whether prices come from it today."""

    carrier: str
    version: str
    valid_from: str
    valid_until: str
    services: int
    holds: bool


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file: with a problem nothing was kept. `replaced`: this version was here before."""

    carrier: str
    version: str
    rows: int
    problems: tuple[Problem, ...]
    replaced: bool = False


def import_table(desk: Desk, actor: Actor, data: bytes) -> Imported:
    """Read a rate table from a CSV file and keep it, whole or not at all.

    RuleViolation: rates.too_large, rates.not_text. What is wrong in a line is told in the answer, with its number.
    """
    demand(actor, "rates.import")
    if len(data) > BYTES_MAX:
        raise RuleViolation("rates.too_large", limit_mb=BYTES_MAX // 1_000_000)
    text = _text(data)
    table, problems = read(text)
    if problems:
        return Imported(table.carrier, table.version, table.rows, problems)
    key = f"{_KEY}{table.carrier}:{table.version}"
    with desk.act(actor, "rates.import") as act:
        held = act.connection.exec_driver_sql("SELECT 1 FROM meta WHERE key = ?", (key,)).first() is not None
        act.connection.exec_driver_sql(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, text),
        )
        act.write(
            "station.rates_imported",
            desk.identity.device,
            carrier=table.carrier,
            version=table.version,
            valid_from=table.valid_from.isoformat(),
            valid_until=table.valid_until.isoformat(),
            rows=table.rows,
        )
        act.tell(RatesChanged(table.carrier, table.version))
    return Imported(table.carrier, table.version, table.rows, (), held)


def tables(desk: Desk, actor: Actor) -> tuple[TableLine, ...]:
    """Every table of this station, by carrier, the newest first."""
    demand(actor, "customer.look")
    today = date.fromisoformat(desk.today())
    with desk.db.read() as connection:
        kept = _kept(connection)
    used = {(one.carrier, one.version) for one in _holding(kept, today)}
    return tuple(
        TableLine(
            one.carrier,
            one.version,
            one.valid_from.isoformat(),
            one.valid_until.isoformat(),
            len(one.services),
            (one.carrier, one.version) in used,
        )
        for one in sorted(kept, key=lambda table: (table.carrier, -table.valid_from.toordinal(), table.version))
    )


def of_today(desk: Desk, connection: Connection) -> TableRates:
    """The prices that hold today at the store."""
    return TableRates(_holding(_kept(connection), date.fromisoformat(desk.today())), desk.settings.carriers)


def _kept(connection: Connection) -> list[RateTable]:
    rows = connection.exec_driver_sql("SELECT value FROM meta WHERE key LIKE ? ORDER BY key", (f"{_KEY}%",))
    return [read_kept(row[0]) for row in rows]


def _holding(kept: list[RateTable], day: date) -> tuple[RateTable, ...]:
    newest: dict[str, RateTable] = {}
    for one in kept:
        if one.valid_from <= day <= one.valid_until:
            other = newest.get(one.carrier)
            if other is None or (one.valid_from, one.version) > (other.valid_from, other.version):
                newest[one.carrier] = one
    return tuple(newest.values())


def _text(data: bytes) -> str:
    if b"\0" in data:
        raise RuleViolation("rates.not_text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # A spreadsheet of Windows that did not say UTF-8; every byte is a character there.
        return data.decode("cp1252", "replace")
