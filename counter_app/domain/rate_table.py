"""A carrier's rate table as a store gets it from its carrier: zones by ZIP, weight breaks, fuel (2.6).

The text is the table: it is kept as it was imported and read by the one reader below. What it says in full stands in
`docs/shipping-rates.md`. Weights are whole ounces, pounds, grams or kilograms, as the carrier counts.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from counter_app.domain.values import AmountError, parse_money

LINES_MAX = 60_000
_UNIT_NANOGRAMS = {"oz": 28_349_523_125, "lb": 453_592_370_000, "g": 10**9, "kg": 10**12}
_IMPERIAL = frozenset({"oz", "lb"})
_ZIP3 = re.compile(r"(\d{3})(?:-(\d{3}))?", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)
_WHOLE = re.compile(r"\d{1,6}", re.ASCII)
_COLUMNS = {"carrier": 5, "service": 5, "zone": 4, "rate": 5}
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a price is asked for. Grams, millimetres; `postcode` and `country` are the destination's."""

    weight_g: int
    length_mm: int
    width_mm: int
    height_mm: int
    origin: str
    postcode: str
    country: str = "US"


@dataclass(frozen=True, slots=True)
class Rate:
    """A retail price of one service. `billed` is what it was counted with, as the carrier says it ("17 oz")."""

    carrier: str
    service: str
    retail_cents: int
    source: str
    zone: str = ""
    billed: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a line of a table, as a stable code; line 0 is the whole file."""

    line: int
    code: str
    said: str = ""


@dataclass(slots=True)
class Service:
    """One service: how it counts, and its breaks `(up to, cents)` by zone, lightest first."""

    name: str
    unit: str
    divisor: int
    fuel_permille: int
    breaks: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def billed(self, parcel: Parcel) -> int:
        """The whole units that are paid for: the weight or the room it takes, whichever is more."""
        weight = whole_units(parcel.weight_g, self.unit)
        cubic_mm = parcel.length_mm * parcel.width_mm * parcel.height_mm
        if not self.divisor or not cubic_mm:
            return weight
        if self.unit in _IMPERIAL:
            # A cubic inch is 16387.064 mm3; the divisor gives pounds, and a begun pound is a pound.
            pounds = -(-cubic_mm * 1_000 // (16_387_064 * self.divisor))
            return max(weight, pounds * (16 if self.unit == "oz" else 1))
        grams = -(-cubic_mm // self.divisor)
        return max(weight, grams if self.unit == "g" else -(-grams // 1_000))


@dataclass(slots=True)
class RateTable:
    """One version of a carrier's table. `zones`: from ranges of ZIP3 of the origin to destination -> zone."""

    carrier: str = ""
    version: str = ""
    valid_from: date = date.min
    valid_until: date = date.max
    services: dict[str, Service] = field(default_factory=dict)
    zones: dict[Range, dict[int | str, str]] = field(default_factory=dict)
    rows: int = 0

    def zone_of(self, parcel: Parcel) -> str:
        """The zone of a destination, "" when the table knows none."""
        start = _zip3(parcel.origin)
        goal: int | str | None = _zip3(parcel.postcode) if parcel.country == "US" else parcel.country
        if start is None or goal is None:
            return ""
        for (first, last), zones in self.zones.items():
            if first <= start <= last and goal in zones:
                return zones[goal]
        return ""

    def rates(self, parcel: Parcel) -> tuple[Rate, ...]:
        """What every service that takes this parcel costs, with fuel; cents are rounded up."""
        zone = self.zone_of(parcel)
        found = []
        for service in self.services.values():
            billed = service.billed(parcel)
            price = next((cents for up_to, cents in service.breaks.get(zone, ()) if billed <= up_to), None)
            if price is None:
                continue
            cents = -(-price * (1_000 + service.fuel_permille) // 1_000)
            counted = f"{billed} {service.unit}"
            found.append(Rate(self.carrier, service.name, cents, f"table:{self.version}", zone, counted))
        return tuple(found)


def whole_units(grams: int, unit: str) -> int:
    """`grams` in whole units, a begun one counts; at least 1. A pound from the scale (454 g) is 16 oz and not 17:
    a whole gram stands for half a gram less or more, and the customer has the good of it."""
    return max(1, -(-(2 * grams - 1) * 10**9 // (2 * _UNIT_NANOGRAMS[unit])))


def _zip3(postcode: str) -> int | None:
    return int(postcode[:3]) if len(postcode) >= 5 and postcode[:3].isascii() and postcode[:3].isdigit() else None


@cache
def read_kept(text: str) -> RateTable:
    """A table that was imported before; kept in memory, as every price asks for it."""
    return read(text)[0]


def read(text: str) -> tuple[RateTable, tuple[Problem, ...]]:
    """The table in `text` and everything that is wrong with it; a table with a problem is not to be used."""
    reader = _Reader()
    lines = text.removeprefix("\ufeff").splitlines()
    if len(lines) > LINES_MAX:
        return reader.table, (Problem(0, "rates.too_long", str(LINES_MAX)),)
    first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    between = ";" if first.count(";") > first.count(",") else ","
    for number, line in enumerate(lines, 1):
        if not line.strip(" ,;\t") or line.startswith("#"):
            continue
        try:
            cells = [cell.strip() for cell in next(csv.reader([line], delimiter=between))]
        except csv.Error:
            reader.wrong(number, "rates.columns")
            continue
        reader.take(number, cells)
    return reader.table, reader.finished()


class _Reader:
    """One pass over a table, which notes every problem instead of stopping at the first."""

    def __init__(self) -> None:
        self.table = RateTable()
        self._problems: list[Problem] = []
        self._rates: dict[tuple[str, str], dict[int, tuple[int, int]]] = {}

    def wrong(self, line: int, code: str, said: str = "") -> None:
        self._problems.append(Problem(line, code, said[:80]))

    def take(self, line: int, cells: list[str]) -> None:
        head = cells[0].lower()
        wanted = _COLUMNS.get(head)
        if wanted is None:
            return self.wrong(line, "rates.row_unknown", cells[0])
        while len(cells) > wanted and not cells[-1]:
            cells.pop()  # a spreadsheet fills up every line to the longest
        if len(cells) != wanted:
            return self.wrong(line, "rates.columns", head)
        self.table.rows += 1
        return getattr(self, f"_{head}")(line, *cells[1:])  # type: ignore[no-any-return]

    def _carrier(self, line: int, carrier: str, version: str, first: str, last: str) -> None:
        if self.table.carrier:
            return self.wrong(line, "rates.carrier_twice", carrier)
        if not carrier or not version:
            return self.wrong(line, "rates.carrier_missing")
        self.table.carrier, self.table.version = carrier.lower()[:40], version[:40]
        try:
            self.table.valid_from, self.table.valid_until = date.fromisoformat(first), date.fromisoformat(last)
        except ValueError:
            return self.wrong(line, "rates.date_wrong", f"{first} {last}")
        if self.table.valid_until < self.table.valid_from:
            self.wrong(line, "rates.dates_turned", f"{first} {last}")
        return None

    def _service(self, line: int, name: str, unit: str, divisor: str, fuel: str) -> None:
        if name in self.table.services:
            return self.wrong(line, "rates.service_twice", name)
        if not name or unit.lower() not in _UNIT_NANOGRAMS:
            return self.wrong(line, "rates.unit_wrong", unit)
        if not _WHOLE.fullmatch(divisor or "0") or not _WHOLE.fullmatch(fuel or "0"):
            return self.wrong(line, "rates.number_wrong", f"{divisor} {fuel}")
        self.table.services[name] = Service(name, unit.lower(), int(divisor or 0), int(fuel or 0))
        return None

    def _zone(self, line: int, origin: str, goal: str, zone: str) -> None:
        start, goals = _range(origin), _goals(goal)
        if start is None or goals is None or not zone:
            return self.wrong(line, "rates.zip_wrong", f"{origin} {goal}")
        for other, known in self.table.zones.items():
            if other[0] <= start[1] and start[0] <= other[1]:
                clash = next((one for one in goals if known.get(one, zone) != zone), None)
                if clash is not None:
                    return self.wrong(line, "rates.zone_clash", str(clash))
        self.table.zones.setdefault(start, {}).update(dict.fromkeys(goals, zone))
        return None

    def _rate(self, line: int, service: str, zone: str, up_to: str, price: str) -> None:
        if service not in self.table.services:
            return self.wrong(line, "rates.service_unknown", service)
        if not _WHOLE.fullmatch(up_to) or int(up_to) == 0:
            return self.wrong(line, "rates.number_wrong", up_to)
        try:
            cents = parse_money(price)
        except AmountError:
            return self.wrong(line, "rates.price_wrong", price)
        known = self._rates.setdefault((service, zone), {})
        if int(up_to) in known:
            return self.wrong(line, "rates.rate_twice", f"{service} {zone} {up_to}")
        known[int(up_to)] = (cents, line)
        return None

    def finished(self) -> tuple[Problem, ...]:
        if not self.table.carrier and not self._problems:
            self.wrong(0, "rates.carrier_missing")
        for (service, zone), found in self._rates.items():
            most = 0
            for up_to, (cents, line) in sorted(found.items()):
                if cents < most:
                    self.wrong(line, "rates.price_falls", f"{service} {zone} {up_to}")
                most = max(most, cents)
            breaks = [(up_to, cents) for up_to, (cents, _) in sorted(found.items())]
            self.table.services[service].breaks[zone] = breaks
        if not self._problems and not (self._rates and self.table.zones):
            self.wrong(0, "rates.no_rates")
        return tuple(sorted(self._problems, key=lambda one: one.line))


def _range(text: str) -> Range | None:
    if text == "*":
        return (0, 999)
    found = _ZIP3.fullmatch(text)
    if found is None:
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    return (first, last) if first <= last else None


def _goals(text: str) -> list[int | str] | None:
    if _COUNTRY.fullmatch(text.upper()) and text.upper() != "US":
        return [text.upper()]
    found = _range(text)
    return list(range(found[0], found[1] + 1)) if found else None
