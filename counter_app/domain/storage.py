"""How long a piece lies here free of charge, by the customer's plan and the kind of mail (2.21)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from counter_app.domain.fees import PACKAGE_TYPES

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


@dataclass(frozen=True, slots=True)
class StorageTerms:
    """The store's free days: for every plan, and those of the plans that have their own."""

    usual: FreeDays = FreeDays()
    plans: Mapping[str, FreeDays] = field(default_factory=dict)

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
