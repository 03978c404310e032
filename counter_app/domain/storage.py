"""How long a piece lies here free of charge, by the customer's plan and the kind of mail (2.21)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from math import ceil

from counter_app.domain.fees import PACKAGE_TYPES
from counter_app.domain.values import GRAMS_PER_LB

WARN_DAYS = 5
"""So many days before the free days end the counter says so (T25)."""
LONGEST_DAYS = 3_650


@dataclass(frozen=True, slots=True)
class FreeDays:
    """Free days of flat mail and of packages; what is usual in the trade when a store says nothing (4.3)."""

    letters: int = 30
    packages: int = 7

    def __post_init__(self) -> None:
        if not (0 <= self.letters <= LONGEST_DAYS and 0 <= self.packages <= LONGEST_DAYS):
            raise ValueError("free days are 0 to 3650")

    def of(self, mail_type: str) -> int:
        return self.packages if mail_type in PACKAGE_TYPES else self.letters


UNITS = ("day", "pound_day")


@dataclass(frozen=True, slots=True)
class StorageRate:
    """What a day beyond the free ones costs, in cents: for a piece, or for each pound of it that is begun.

    iPostal1's own tariff is not known (2.21): a store that has set no rate charges nothing.
    """

    cents: int = 0
    unit: str = "day"

    def __post_init__(self) -> None:
        if self.cents < 0 or self.unit not in UNITS:
            raise ValueError("a storage rate is 0 cents or more, per day or per pound and day")


@dataclass(frozen=True, slots=True)
class StorageRates:
    """The rates of flat mail and of packages; `weekends` says whether Saturdays and Sundays cost, too."""

    letters: StorageRate = StorageRate()
    packages: StorageRate = StorageRate()
    weekends: bool = True

    def of(self, mail_type: str) -> StorageRate:
        return self.packages if mail_type in PACKAGE_TYPES else self.letters


@dataclass(frozen=True, slots=True)
class StorageTerms:
    """The store's free days and rates: for every plan, and the free days of the plans that have their own."""

    usual: FreeDays = FreeDays()
    plans: Mapping[str, FreeDays] = field(default_factory=dict)
    rates: StorageRates = StorageRates()

    def free_days(self, plan: str, mail_type: str) -> int:
        """Free days of a piece of `mail_type` for a customer with `plan`."""
        return self.plans.get(plan, self.usual).of(mail_type)


def days_left(received_on: str, free_days: int, today: str) -> int:
    """Free days after `today`: 0 on the last free day, -1 on the first day that is charged; ISO dates.

    The day of arrival is day 0 and free; with 30 free days day 31 is the first that is charged (4.2 case 9).
    """
    return free_days - max(0, (date.fromisoformat(today) - date.fromisoformat(received_on)).days)


def free_until(received_on: str, free_days: int) -> str:
    """The last day that is free, ISO."""
    return (date.fromisoformat(received_on) + timedelta(days=free_days)).isoformat()


def charged_days(received_on: str, free_days: int, until: str, paid_until: str = "", *, weekends: bool = True) -> int:
    """Days that cost, from the first after the free ones to `until`, both counted; none that is paid already.

    With 30 free days day 31 is the first that costs (4.2 case 9). Dates are ISO; `paid_until` "" for none.
    """
    first = date.fromisoformat(received_on) + timedelta(days=free_days + 1)
    if paid_until:
        first = max(first, date.fromisoformat(paid_until) + timedelta(days=1))
    count = (date.fromisoformat(until) - first).days + 1
    if count <= 0:
        return 0
    if weekends:
        return count
    whole, rest = divmod(count, 7)
    return whole * 5 + sum((first.weekday() + n) % 7 < 5 for n in range(rest))


def storage_cents(rate: StorageRate, weight_g: int, days: int) -> int:
    """What `days` cost: by the piece, or by each pound begun; a piece that was never weighed counts as one pound."""
    pounds = 1 if rate.unit == "day" else max(1, ceil(Decimal(weight_g) / GRAMS_PER_LB))
    return rate.cents * pounds * days
