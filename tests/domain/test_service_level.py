from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.service_level import (
    KINDS,
    DueClock,
    StoreHours,
    delivery_in_time,
    due_at,
    federal_holidays,
    insert_alarm_at,
)

NY = ZoneInfo("America/New_York")
NINE_TO_FIVE = (9 * 60, 17 * 60)
WEEK = dict.fromkeys(range(5), NINE_TO_FIVE)
MONDAY_HOLIDAY = date(2026, 9, 7)
HALF_DAY = date(2026, 12, 24)  # a Thursday
HOURS = StoreHours(
    "America/New_York",
    WEEK,
    special={HALF_DAY: (9 * 60, 12 * 60)},
    closed=frozenset((MONDAY_HOLIDAY, date(2026, 12, 25))),
)


def ny(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=NY).astimezone(UTC)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        pytest.param(ny(2026, 6, 3, 12, 59, 59), ny(2026, 6, 3, 17), id="T3 a second before 13:00"),
        pytest.param(ny(2026, 6, 3, 13, 0, 0), ny(2026, 6, 4, 17), id="T4 exactly 13:00 is after"),
        pytest.param(ny(2026, 6, 3, 7, 0), ny(2026, 6, 3, 17), id="T3 before opening"),
        pytest.param(ny(2026, 6, 3, 23, 0), ny(2026, 6, 4, 17), id="T4 after closing"),
        pytest.param(ny(2026, 6, 5, 13, 1), ny(2026, 6, 8, 17), id="T4 Friday to Monday"),
        pytest.param(ny(2026, 9, 4, 13, 1), ny(2026, 9, 8, 17), id="T4 Friday before a Monday holiday"),
        pytest.param(ny(2026, 6, 6, 10), ny(2026, 6, 8, 17), id="Saturday morning"),
        pytest.param(ny(2026, 6, 6, 15), ny(2026, 6, 8, 17), id="Saturday afternoon, the same"),
        pytest.param(ny(2026, 9, 7, 10), ny(2026, 9, 8, 17), id="on a holiday"),
        pytest.param(ny(2026, 12, 24, 11, 59), ny(2026, 12, 24, 12), id="half day, still open"),
        pytest.param(ny(2026, 12, 24, 12, 0), ny(2026, 12, 28, 17), id="half day, just closed"),
        pytest.param(ny(2026, 12, 24, 12, 30), ny(2026, 12, 28, 17), id="half day, closed before 13:00"),
        pytest.param(ny(2026, 12, 23, 13, 0), ny(2026, 12, 24, 12), id="the next day is a half day"),
        pytest.param(ny(2026, 3, 8, 1, 59), ny(2026, 3, 9, 17), id="night of the spring change"),
        pytest.param(ny(2026, 10, 30, 14), ny(2026, 11, 2, 17), id="over the autumn change"),
    ],
)
def test_t3_t4_due_by_closing(asked, due):
    assert due_at("scan", asked, HOURS) == due
    assert due_at("ship", asked, HOURS).tzinfo is UTC


def test_t3_a_store_open_on_saturday_has_a_business_day_then():
    hours = StoreHours("America/New_York", {**WEEK, 5: (600, 900)})
    assert due_at("shred", ny(2026, 6, 6, 10), hours) == ny(2026, 6, 6, 15)
    assert due_at("shred", ny(2026, 6, 6, 13, 30), hours) == ny(2026, 6, 8, 17)


def test_t3_the_clock_is_the_stores_not_the_askers():
    # 12:30 in New York is 09:30 in Los Angeles and 18:30 in Paris.
    for zone in ("America/Los_Angeles", "Europe/Paris"):
        asked = ny(2026, 6, 3, 12, 30).astimezone(ZoneInfo(zone))
        assert due_at("pickup", asked, HOURS) == ny(2026, 6, 3, 17)


def test_t3_the_cutoff_is_the_stores_setting():
    hours = StoreHours("America/New_York", WEEK, cutoff_minutes=15 * 60)
    assert due_at("scan", ny(2026, 6, 3, 14, 59, 59), hours) == ny(2026, 6, 3, 17)
    assert due_at("scan", ny(2026, 6, 3, 15), hours) == ny(2026, 6, 4, 17)


def test_t1_t5_are_elapsed_hours_also_over_a_weekend_and_a_time_change():
    friday = ny(2026, 3, 6, 17)
    assert due_at("approval_limit", friday, HOURS) == friday + timedelta(hours=48)
    assert due_at("approval_target", friday, HOURS) == friday + timedelta(hours=24)
    assert due_at("task_target", ny(2026, 3, 7, 12), HOURS) == ny(2026, 3, 8, 13)


def test_t2_insert_is_due_on_the_day_of_arrival():
    assert due_at("insert", ny(2026, 6, 3, 9, 30), HOURS) == ny(2026, 6, 3, 17)
    assert due_at("insert", ny(2026, 6, 3, 17, 47), HOURS) == ny(2026, 6, 4, 0)
    assert due_at("insert", ny(2026, 6, 6, 11), HOURS) == ny(2026, 6, 7, 0)
    assert insert_alarm_at(ny(2026, 6, 3, 9, 30), HOURS) == ny(2026, 6, 3, 16, 30)


def test_t8_a_delivery_is_asked_for_an_hour_before_closing():
    assert delivery_in_time(ny(2026, 6, 3, 16, 0), HOURS)
    assert not delivery_in_time(ny(2026, 6, 3, 16, 0, 1), HOURS)
    assert not delivery_in_time(ny(2026, 6, 3, 16, 1), HOURS)
    assert not delivery_in_time(ny(2026, 6, 6, 10), HOURS)
    assert delivery_in_time(ny(2026, 12, 24, 11), HOURS)
    assert not delivery_in_time(ny(2026, 12, 24, 11, 1), HOURS)


def test_naive_instants_unknown_kinds_and_impossible_hours_are_refused():
    with pytest.raises(ValueError, match="time zone"):
        due_at("scan", datetime(2026, 6, 3, 12), HOURS)  # noqa: DTZ001 - the naive instant is the point
    with pytest.raises(ValueError, match="no due clock"):
        due_at("dance", ny(2026, 6, 3, 12), HOURS)
    with pytest.raises(ValueError, match="unknown time zone"):
        StoreHours("Mars/Olympus", WEEK)
    with pytest.raises(ValueError, match="unknown time zone"):
        StoreHours("../etc/passwd", WEEK)
    with pytest.raises(ValueError, match="opens before"):
        StoreHours("Europe/Paris", {0: (600, 600)})
    with pytest.raises(ValueError, match="weekday"):
        StoreHours("Europe/Paris", {7: (600, 700)})
    with pytest.raises(ValueError, match="cut-off"):
        StoreHours("Europe/Paris", WEEK, cutoff_minutes=1441)


def test_a_store_that_never_opens_gives_an_error_not_a_loop():
    with pytest.raises(ValueError, match="366 days"):
        due_at("scan", ny(2026, 6, 3, 12), StoreHours("America/New_York", {}))
    with pytest.raises(ValueError, match="closed"):
        HOURS.closing_at(MONDAY_HOLIDAY)


def test_a_single_special_day_opens_a_closed_week():
    day = date(2026, 6, 20)
    hours = StoreHours("Europe/Paris", {}, special={day: (600, 1440)})
    assert hours.next_business_day(date(2026, 6, 3)) == day
    assert hours.closing_at(day) == datetime(2026, 6, 20, 22, tzinfo=UTC)
    assert hours.opening_at(day) == datetime(2026, 6, 20, 8, tzinfo=UTC)


def test_federal_holidays_with_their_observed_days():
    assert list(federal_holidays(2026).items())[:2] == [
        (date(2026, 1, 1), "New Year's Day"),
        (date(2026, 1, 19), "Birthday of Martin Luther King, Jr."),
    ]
    assert federal_holidays(2026)[date(2026, 7, 3)] == "Independence Day"
    assert federal_holidays(2026)[date(2026, 5, 25)] == "Memorial Day"
    assert federal_holidays(2027)[date(2027, 12, 31)] == "New Year's Day"
    assert federal_holidays(2027)[date(2027, 6, 18)] == "Juneteenth National Independence Day"
    assert date(2026, 11, 26) in federal_holidays(2026)
    assert [len(federal_holidays(year)) for year in (2021, 2022, 2026, 2027, 2028)] == [12, 10, 11, 12, 10]


ZONES = st.sampled_from(("America/New_York", "Europe/Paris", "America/Phoenix"))
INSTANTS = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants naive bounds
DAY_HOURS = st.tuples(st.integers(5 * 60, 11 * 60), st.integers(11 * 60 + 1, 1440))


@st.composite
def stores(draw):
    weekly = {day: draw(st.one_of(st.none(), DAY_HOURS)) for day in range(7)}
    weekly[draw(st.integers(0, 6))] = draw(DAY_HOURS)
    return StoreHours(draw(ZONES), weekly, cutoff_minutes=draw(st.sampled_from((780, 600, 0, 1440))))


@given(st.sampled_from(KINDS), INSTANTS, stores())
def test_every_due_time_is_utc_and_lies_ahead(kind, asked, hours):
    due = due_at(kind, asked, hours)
    assert due.tzinfo is UTC
    assert asked < due <= asked + timedelta(days=15)


@given(INSTANTS, stores())
def test_t3_due_is_the_closing_wall_time_on_both_sides_of_a_time_change(asked, hours):
    due = hours.local(due_at("scan", asked, hours))
    midnight_closing = due.hour == due.minute == 0
    day = due.date() - timedelta(days=midnight_closing)
    opened = hours.on(day)
    assert opened is not None
    assert opened[1] == (1440 if midnight_closing else due.hour * 60 + due.minute)


@given(INSTANTS, st.timedeltas(timedelta(0), timedelta(days=9)), stores())
def test_t3_who_asks_later_is_never_served_earlier(asked, later, hours):
    assert due_at("scan", asked, hours) <= due_at("scan", asked + later, hours)


@given(INSTANTS, ZONES)
def test_t1_48_hours_are_48_hours(asked, zone):
    assert due_at("approval_limit", asked, StoreHours(zone, WEEK)) - asked == timedelta(hours=48)


ODD_HOURS = st.builds(
    lambda zone, opens, length, cutoff: StoreHours(
        zone, dict.fromkeys(range(6), (opens, opens + length)), cutoff_minutes=cutoff
    ),
    st.sampled_from(["America/New_York", "America/Phoenix", "America/St_Johns", "Asia/Kathmandu"]),
    st.integers(0, 720),
    st.integers(1, 700),
    st.integers(0, 1_440),
)


@given(hours=ODD_HOURS, starts=st.lists(st.integers(0, 400 * 24 * 60), min_size=1, max_size=12))
def test_s10_the_clock_for_many_says_what_the_clock_for_one_says(hours: StoreHours, starts: list[int]) -> None:
    """Both nights of a changing clock lie in the range, and hours that no quarter of an hour divides."""
    clock = DueClock(hours)
    for minute in starts:
        for at in (minute * 60_000, minute * 60_000 + 59_999):
            at_ms = 1_772_000_000_000 // 60_000 * 60_000 + at
            due = due_at("ship", datetime.fromtimestamp(at_ms / 1000, UTC), hours)
            assert clock.due_ms("ship", at_ms) == int(due.timestamp() * 1000)


def test_s10_a_store_that_never_opens_has_no_due_time() -> None:
    clock = DueClock(StoreHours("America/New_York", {}))
    assert clock.due_ms("ship", 1_772_000_000_000) == 0
    with pytest.raises(ValueError, match="no due clock"):
        clock.due_ms("insert", 1_772_000_000_000)
