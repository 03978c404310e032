"""A store's own terms for pickups: how they are offered, how early, and what one visit is (2.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from counter_app.domain.pickup import DECLINE_AFTER_DAYS
from counter_app.domain.service_level import StoreHours

OFFERED = ("business_hours", "by_appointment", "after_preparation")
"""Any time that the store is open; at an agreed time only; once the pieces lie at the counter."""
LETTERS_PER = ("visit", "pickup")
LONGEST_LEAD_DAYS = 60


@dataclass(frozen=True, slots=True)
class PickupTerms:
    """`lead_days` in business days; two pickups of one collector within `visit_minutes` of a day are one visit."""

    offered: str = "business_hours"
    lead_days: int = 1
    letters_per: str = "visit"
    visit_minutes: int = 60
    shelf: str = "COUNTER"
    """Where prepared pieces wait for their customer."""

    def __post_init__(self) -> None:
        if self.offered not in OFFERED or self.letters_per not in LETTERS_PER:
            raise ValueError("no such way of handing pieces out")
        if self.lead_days < 0 or self.visit_minutes < 0:
            raise ValueError("days and minutes are never negative")

    def earliest(self, asked_at: datetime, hours: StoreHours) -> datetime:
        """From when pieces that are asked for at `asked_at` can be collected, UTC.

        A request outside of the hours counts from the next opening, as every other day rule does (4.2 case 3).
        """
        day = hours.local(asked_at).date()
        if not hours.is_business_day(day) or asked_at >= hours.closing_at(day):
            day = hours.next_business_day(day)
        for _ in range(self.lead_days):
            day = hours.next_business_day(day)
        return max(asked_at, hours.opening_at(day))

    def refusal(self, at: datetime, asked_at: datetime, hours: StoreHours) -> str:
        """Why an appointment at `at` cannot be: pickup.too_soon, pickup.store_closed; "" when it can."""
        if at < self.earliest(asked_at, hours):
            return "pickup.too_soon"
        day = hours.local(at).date()
        open_then = hours.is_business_day(day) and hours.opening_at(day) <= at < hours.closing_at(day)
        return "" if open_then else "pickup.store_closed"


def terms_from(plain: Mapping[str, Any]) -> PickupTerms:
    """`{"offered": "by_appointment", "lead_days": 2, "letters_per": "pickup", "visit_minutes": 30, "shelf": "A1"}`."""
    usual = PickupTerms()
    offered = str(plain.get("offered") or usual.offered)
    letters_per = str(plain.get("letters_per") or usual.letters_per)
    return PickupTerms(
        offered=offered if offered in OFFERED else usual.offered,
        lead_days=min(LONGEST_LEAD_DAYS, max(0, int(plain.get("lead_days", usual.lead_days)))),
        letters_per=letters_per if letters_per in LETTERS_PER else usual.letters_per,
        visit_minutes=max(0, int(plain.get("visit_minutes", usual.visit_minutes))),
        shelf=str(plain.get("shelf") or usual.shelf)[:20],
    )


def appointment_refused(
    terms: PickupTerms, hours: StoreHours, at_ms: int, asked_ms: int
) -> tuple[str, datetime | None]:
    """Why what is asked for at `asked_ms` cannot be collected at `at_ms` (0: no appointment), and from when on it can.

    The one rule of counter and portal. ("", None) when it can; pickup.appointment_missing, pickup.too_soon,
    pickup.store_closed otherwise, without a time for a store that does not open within a year.
    """
    if not at_ms:
        return ("pickup.appointment_missing" if terms.offered == "by_appointment" else "", None)
    asked = datetime.fromtimestamp(asked_ms / 1000, UTC)
    try:
        earliest = terms.earliest(asked, hours)
    except ValueError:
        return "pickup.store_closed", None
    try:
        refused = terms.refusal(datetime.fromtimestamp(at_ms / 1000, UTC), asked, hours)
    except (ValueError, OverflowError, OSError):  # beyond every calendar
        refused = "pickup.store_closed"
    return (refused, earliest) if refused else ("", None)


def may_be_declined_on(waits_from: date) -> date:
    """The first day on which what waits since `waits_from` may be given up: seven full days lie between (T7)."""
    return waits_from + timedelta(days=DECLINE_AFTER_DAYS + 1)
