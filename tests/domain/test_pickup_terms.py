"""A store's terms for pickups: lead time in business days, hours, and the seven days of T7 over both clock changes."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from counter_app.domain.fees import PickupPrices, pickup_fee, total
from counter_app.domain.pickup import DECLINE_LEAST_MS
from counter_app.domain.pickup_terms import PickupTerms, may_be_declined_on
from counter_app.domain.service_level import StoreHours
from counter_app.domain.values import Money

HOURS = StoreHours(
    "America/New_York",
    dict.fromkeys(range(5), (540, 1080)),
    {date(2026, 12, 24): (540, 720)},
    frozenset({date(2026, 12, 25), date(2026, 9, 7)}),
)


def at(text: str) -> datetime:
    from zoneinfo import ZoneInfo

    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("America/New_York")).astimezone(UTC)


@pytest.mark.parametrize(
    ("asked", "days", "earliest"),
    [
        ("2026-11-02T10:00", 1, "2026-11-03T09:00"),
        ("2026-11-02T10:00", 0, "2026-11-02T10:00"),
        ("2026-11-02T07:00", 0, "2026-11-02T09:00"),
        ("2026-11-02T18:00", 1, "2026-11-04T09:00"),  # after closing counts from the next opening
        ("2026-11-06T13:01", 1, "2026-11-09T09:00"),  # Friday
        ("2026-11-07T10:00", 1, "2026-11-10T09:00"),  # Saturday, when it is closed
        ("2026-09-04T13:01", 1, "2026-09-08T09:00"),  # Friday before a Monday holiday
        ("2026-12-24T12:30", 1, "2026-12-29T09:00"),  # a half day that closed at noon
        ("2026-10-30T10:00", 2, "2026-11-03T09:00"),  # over the night that has an hour twice
        ("2026-03-06T10:00", 1, "2026-03-09T09:00"),  # over the night that lacks one
    ],
)
def test_s14_pieces_are_ready_after_so_many_business_days(asked: str, days: int, earliest: str) -> None:
    assert PickupTerms(lead_days=days).earliest(at(asked), HOURS) == at(earliest)


@pytest.mark.parametrize(
    ("when", "code"),
    [
        ("2026-11-02T17:00", "pickup.too_soon"),
        ("2026-11-03T08:59", "pickup.too_soon"),
        ("2026-11-03T09:00", ""),
        ("2026-11-03T17:59", ""),
        ("2026-11-03T18:00", "pickup.store_closed"),
        ("2026-11-07T12:00", "pickup.store_closed"),
        ("2026-12-24T12:00", "pickup.store_closed"),
        ("2026-12-25T10:00", "pickup.store_closed"),
    ],
)
def test_s14_an_appointment_lies_within_the_hours_and_not_too_soon(when: str, code: str) -> None:
    assert PickupTerms().refusal(at(when), at("2026-11-02T10:00"), HOURS) == code


@pytest.mark.parametrize(
    ("waits_from", "first"), [("2026-11-02", "2026-11-10"), ("2026-03-05", "2026-03-13"), ("2026-10-28", "2026-11-05")]
)
def test_t7_seven_full_days_lie_between(waits_from: str, first: str) -> None:
    assert may_be_declined_on(date.fromisoformat(waits_from)) == date.fromisoformat(first)


@pytest.mark.parametrize("day", ["2026-03-05", "2026-10-28", "2026-11-02"])
def test_t7_what_the_centre_refuses_without_a_zone_no_store_would_allow(day: str) -> None:
    latest = at(f"{day}T23:59")
    first = at(f"{may_be_declined_on(date.fromisoformat(day))}T00:00")
    assert (first - latest).total_seconds() * 1000 >= DECLINE_LEAST_MS


@pytest.mark.parametrize("wrong", [{"offered": "never"}, {"letters_per": "piece"}, {"lead_days": -1}])
def test_terms_that_make_no_sense_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any of them
        PickupTerms(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("types", "paid", "cents"),
    [
        (["letter"] * 10, False, 100),
        (["letter"] * 10, True, 0),
        (["letter", "package", "package"], True, 500),
        (["package"], True, 250),
        (["large_envelope", "letter"], True, 0),
        ([], True, 0),
    ],
)
def test_s14_letters_that_were_paid_in_this_visit_cost_nothing_more(types: list[str], paid: bool, cents: int) -> None:
    lines = pickup_fee(types, PickupPrices(Money(100), Money(250)), letters_paid=paid)
    assert total(lines).cents == cents
    assert (("pickup.letters_paid", 0) in [(line.kind, line.amount.cents) for line in lines]) is (
        paid and any(one != "package" for one in types)
    )
