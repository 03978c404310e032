"""The due clock: when a task must be done, by the store's own hours, holidays and time zone.

Instants come in and go out as aware UTC; dates and minutes of the day are the store's. Elapsed rules (T1, T5)
count hours, day rules (T2, T3, T4, T8) count calendar days, so that a change to summer time moves neither.
Time zones come from the system, or from the `tzdata` package where the system has none (Windows).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from math import gcd
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

CUTOFF_MINUTES = 13 * 60
"""13:00 at the store: a request before it is due the same business day (T3), from it on the next (T4)."""

SEARCH_DAYS = 366
ZONE = "America/New_York"
"""Where a store is that does not say where it is."""
_DAY = 24 * 60

_ELAPSED_HOURS = {"approval_target": 24, "approval_limit": 48, "task_target": 24}
_DAY_TASKS = frozenset(
    ("scan", "ship", "consolidate", "shred", "discard", "check_deposit", "pickup", "personal_delivery", "fee")
)
KINDS = (*sorted(_DAY_TASKS), "insert", *_ELAPSED_HOURS)

Hours = tuple[int, int]
"""Opening and closing as minutes after local midnight; closing may be 1440."""


@dataclass(frozen=True, slots=True)
class StoreHours:
    """When a store is open. `zone` is an IANA name; `weekly` maps Monday = 0 ... Sunday = 6 to hours or None.

    `special` overrides single dates (half days, or a day that is closed otherwise), `closed` overrides both.
    ValueError when the zone is unknown or hours do not lie in one day in the right order.
    """

    zone: str
    weekly: Mapping[int, Hours | None]
    special: Mapping[date, Hours] = field(default_factory=dict)
    closed: frozenset[date] = frozenset()
    cutoff_minutes: int = CUTOFF_MINUTES

    def __post_init__(self) -> None:
        _zone(self.zone)
        if any(day not in range(7) for day in self.weekly):
            raise ValueError("a weekday is 0 (Monday) to 6 (Sunday)")
        for hours in (*self.weekly.values(), *self.special.values()):
            if hours is not None and not 0 <= hours[0] < hours[1] <= _DAY:
                raise ValueError("a store opens before it closes, within one day")
        if not 0 <= self.cutoff_minutes <= _DAY:
            raise ValueError("the cut-off is a minute of the day")

    def on(self, day: date) -> Hours | None:
        """Opening and closing minute of `day`, None when the store is closed all day."""
        if day in self.closed:
            return None
        return self.special[day] if day in self.special else self.weekly.get(day.weekday())

    def is_business_day(self, day: date) -> bool:
        """Whether the store opens on `day`; a store that opens on Saturdays has a business day then."""
        return self.on(day) is not None

    def next_business_day(self, day: date) -> date:
        """The first business day after `day`; ValueError when there is none within 366 days."""
        for count in range(1, SEARCH_DAYS + 1):
            later = day + timedelta(days=count)
            if self.is_business_day(later):
                return later
        raise ValueError("the store does not open within 366 days")

    def opening_at(self, day: date) -> datetime:
        """When the store opens on `day`, UTC; ValueError when it does not."""
        return self._instant(day, 0)

    def closing_at(self, day: date) -> datetime:
        """When the store closes on `day`, UTC; ValueError when it does not open."""
        return self._instant(day, 1)

    def local(self, instant: datetime) -> datetime:
        """`instant` on the store's wall clock; a naive `instant` is a ValueError."""
        if instant.utcoffset() is None:
            raise ValueError("an instant needs its time zone")
        return instant.astimezone(_zone(self.zone))

    def _instant(self, day: date, end: int) -> datetime:
        hours = self.on(day)
        if hours is None:
            raise ValueError("the store is closed on that day")
        return _at(day, hours[end], self.zone)


def hours_from(zone: str, plain: Mapping[str, Any]) -> StoreHours:
    """`{"weekly": {"0": [540, 1080], ...}, "special": {"2026-12-24": [540, 780]}, "closed": ["2026-12-25"]}`,
    minutes after local midnight; a store that says nothing is open Monday to Friday, nine to six."""
    weekly = plain.get("weekly") or {str(day): [540, 1080] for day in range(5)}
    special = plain.get("special") or {}
    return StoreHours(
        zone=zone,
        weekly={int(day): (int(hours[0]), int(hours[1])) for day, hours in weekly.items() if hours},
        special={date.fromisoformat(day): (int(hours[0]), int(hours[1])) for day, hours in special.items()},
        closed=frozenset(date.fromisoformat(day) for day in plain.get("closed") or ()),
    )


def due_at(kind: str, requested_at: datetime, hours: StoreHours) -> datetime:
    """When a task of `kind` that was asked for at `requested_at` must be done, in UTC.

    scan, ship, consolidate, shred, discard, check_deposit, pickup, personal_delivery: T3, T4.
    insert: T2, the closing of the day of arrival, or its midnight when it came after closing.
    approval_target 24 h, approval_limit 48 h (T1) and task_target 24 h (T5): elapsed, nights and Sundays too.
    ValueError: a naive instant, an unknown kind, a store that does not open within 366 days.
    """
    local = hours.local(requested_at)
    if kind in _ELAPSED_HOURS:
        return requested_at.astimezone(UTC) + timedelta(hours=_ELAPSED_HOURS[kind])
    day = local.date()
    still_open = hours.is_business_day(day) and requested_at < hours.closing_at(day)
    if kind == "insert":
        return hours.closing_at(day) if still_open else _at(day, _DAY, hours.zone)
    if kind not in _DAY_TASKS:
        raise ValueError(f"no due clock for {kind!r}")
    # The wall clock decides, not elapsed minutes: 13:00 is 13:00 on the day that has 23 hours, too.
    before_cutoff = local.hour * 60 + local.minute < hours.cutoff_minutes
    return hours.closing_at(day if still_open and before_cutoff else hours.next_business_day(day))


class DueClock:
    """`due_at` for many requests of one store: what was worked out once for a stretch of time is kept.

    Times in and out are UTC milliseconds; 0 where a store that never opens has no due time. Nothing changes within a
    stretch: opening, closing, cut-off and the offsets of all zones lie on its borders.
    """

    def __init__(self, hours: StoreHours) -> None:
        self._hours = hours
        minutes = [hours.cutoff_minutes, *(one for each in _all_hours(hours) for one in each)]
        self._stretch_ms = gcd(15, *minutes) * 60_000
        self._known: dict[int, int] = {}

    def due_ms(self, kind: str, at_ms: int) -> int:
        """When a task of `kind` asked for at `at_ms` is due; one of the day's tasks (T3, T4)."""
        if kind not in _DAY_TASKS:
            raise ValueError(f"no due clock for {kind!r}")
        stretch = at_ms // self._stretch_ms
        known = self._known.get(stretch)
        if known is None:
            try:
                due = due_at(kind, datetime.fromtimestamp(at_ms / 1000, UTC), self._hours)
                known = int(due.timestamp() * 1000)
            except ValueError:
                known = 0
            self._known[stretch] = known
        return known


def _all_hours(hours: StoreHours) -> list[Hours]:
    return [one for one in (*hours.weekly.values(), *hours.special.values()) if one is not None]


def return_due_at(marked_at: datetime, hours: StoreHours) -> datetime:
    """R-18: what goes back is with the carrier by the end of the next business day, UTC; ValueError as of `due_at`."""
    return hours.closing_at(hours.next_business_day(hours.local(marked_at).date()))


def delivery_in_time(requested_at: datetime, hours: StoreHours) -> bool:
    """T8: a delivery is asked at least 1 h before that day's closing (16:01 for 17:00 is late)."""
    day = hours.local(requested_at).date()
    return hours.is_business_day(day) and requested_at <= hours.closing_at(day) - timedelta(hours=1)


def insert_alarm_at(arrived_at: datetime, hours: StoreHours) -> datetime:
    """When to warn of pieces not yet inserted: 30 minutes before they are due (T2), UTC."""
    return due_at("insert", arrived_at, hours) - timedelta(minutes=30)


def federal_holidays(year: int) -> dict[date, str]:
    """The US federal holidays kept in `year` by date (5 U.S.C. 6103): Saturday's on Friday, Sunday's Monday.

    No delivery by the USPS; whether the store closes is its owner's choice. Valid from 2021 (Juneteenth) on.
    """
    kept: dict[date, str] = {}
    for each in (year, year + 1):  # New Year's Day on a Saturday is kept on 31 December
        for day, name in _legal_holidays(each).items():
            shift = {5: -1, 6: 1}.get(day.weekday(), 0)
            observed = day + timedelta(days=shift)
            if observed.year == year:
                kept[observed] = name
    return dict(sorted(kept.items()))


def _legal_holidays(year: int) -> dict[date, str]:
    return {
        date(year, 1, 1): "New Year's Day",
        _nth_weekday(year, 1, 0, 3): "Birthday of Martin Luther King, Jr.",
        _nth_weekday(year, 2, 0, 3): "Washington's Birthday",
        _nth_weekday(year, 6, 0, 1) - timedelta(days=7): "Memorial Day",
        date(year, 6, 19): "Juneteenth National Independence Day",
        date(year, 7, 4): "Independence Day",
        _nth_weekday(year, 9, 0, 1): "Labor Day",
        _nth_weekday(year, 10, 0, 2): "Columbus Day",
        date(year, 11, 11): "Veterans Day",
        _nth_weekday(year, 11, 3, 4): "Thanksgiving Day",
        date(year, 12, 25): "Christmas Day",
    }


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"unknown time zone {name!r}") from error


def _at(day: date, minute: int, zone: str) -> datetime:
    # 24:00 is the next day's midnight. A wall time that a zone skips in spring falls as much later.
    day, minute = (day + timedelta(days=1), 0) if minute == _DAY else (day, minute)
    return datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=_zone(zone)).astimezone(UTC)
