"""A store's own terms for pickups: how they are offered, how early, and what one visit is (2.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from counter_app.domain.pickup import DECLINE_AFTER_DAYS
from counter_app.domain.service_level import StoreHours

OFFERED = ("business_hours", "by_appointment", "after_preparation")
"""Any time that the store is open; at an agreed time only; once the pieces lie at the counter."""
LETTERS_PER = ("visit", "pickup")


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


def may_be_declined_on(waits_from: date) -> date:
    """The first day on which what waits since `waits_from` may be given up: seven full days lie between (T7)."""
    return waits_from + timedelta(days=DECLINE_AFTER_DAYS + 1)
