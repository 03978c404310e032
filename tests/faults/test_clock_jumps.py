"""The computer's clock jumps: hours, years, DST nights. Work goes on; expiry does not follow the jump (4.3)."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.desk import clock_watch, sign_in
from counter_app.domain.trusted_time import PLAUSIBLE_MS, TOLERATED_MS, Known, judge, seen, told
from counter_app.errors import RuleViolation
from tests.counter_acts import piece

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
YEARS = 3_650 * DAY
NOW = 1_793_631_600_000

JUMPS = st.sampled_from([-YEARS, -DAY, -HOUR, -1, 0, 1, HOUR, DAY, DAY + 1, YEARS]) | st.integers(-YEARS, YEARS)
STEPS = st.lists(st.tuples(st.sampled_from(["jump", "live", "sleep", "server"]), JUMPS), max_size=40)


# ------------------------------------------------------------ the rule


@given(STEPS)
def test_p13_trusted_time_never_goes_back_and_never_ahead_by_a_jump_alone(steps: list[tuple[str, int]]) -> None:
    """Whatever the wall clock does: trusted time never goes back, and no look takes more than a plausible day."""
    truth, wall, mono = NOW, NOW, 1_000
    known = seen(Known(), NOW, mono)
    for what, size in steps:
        before, lived = known.least_ms(mono), 0
        if what == "jump":
            wall += size
        elif what == "live":
            lived = abs(size) % DAY
            truth, wall, mono = truth + lived, wall + lived, mono + lived
        elif what == "sleep":  # the monotonic clock of this system stands still meanwhile
            truth, wall = truth + abs(size) % DAY, wall + abs(size) % DAY
        else:
            known = told(known, truth, mono)
        judged = judge(known, wall, mono)
        assert judged.trusted_ms >= before + lived
        assert judged.trusted_ms >= known.least_ms(mono)
        assert judged.trusted_ms <= max(before + lived, known.least_ms(mono)) + PLAUSIBLE_MS
        known = seen(known, judged.trusted_ms, mono)


@given(JUMPS)
def test_without_the_centre_a_wrong_clock_is_noticed_beyond_a_day_ahead_or_minutes_behind(jump: int) -> None:
    known = seen(Known(), NOW, 1_000)
    judged = judge(known, NOW + jump, 1_000)
    if jump < -TOLERATED_MS:
        assert (judged.off_by_ms, judged.proven, judged.trusted_ms) == (jump, True, NOW)
    elif jump > PLAUSIBLE_MS:
        assert (judged.off_by_ms, judged.proven, judged.trusted_ms) == (jump, False, NOW)
    else:
        assert not judged.suspect
        assert judged.trusted_ms == NOW + max(0, jump)


@given(JUMPS, st.integers(0, 30 * DAY))
def test_what_the_centre_told_shows_every_error_to_the_minute(jump: int, since: int) -> None:
    known = told(Known(), NOW, 5_000)
    judged = judge(known, NOW + since + jump, 5_000 + since)
    assert judged.off_by_ms == (jump if abs(jump) > TOLERATED_MS else 0)
    assert judged.proven
    assert NOW + since <= judged.trusted_ms <= NOW + since + PLAUSIBLE_MS


def test_a_new_store_knows_nothing_and_believes_the_clock() -> None:
    assert judge(Known(), NOW, 0).trusted_ms == NOW
    assert not judge(Known(), 0, 0).suspect


def test_a_monotonic_clock_that_goes_back_counts_as_standing_still() -> None:
    assert seen(Known(), NOW, 9_000).least_ms(1_000) == NOW


@pytest.mark.parametrize(
    ("zone", "day"),
    [("America/New_York", (2026, 3, 8)), ("America/New_York", (2026, 11, 1)), ("Australia/Lord_Howe", (2026, 4, 5))],
)
def test_a_dst_night_is_no_jump(zone: str, day: tuple[int, int, int]) -> None:
    """The wall clock is UTC: the hour that the store's clocks skip or repeat never shows in it."""
    begin = datetime(*day, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    known, mono = told(Known(), int(begin.timestamp() * 1000), 0), 0
    for minutes in range(0, 24 * 60, 7):
        mono = minutes * MINUTE
        wall = int((begin + timedelta(minutes=minutes)).timestamp() * 1000)
        judged = judge(known, wall, mono)
        assert (judged.trusted_ms, judged.off_by_ms) == (wall, 0)
        known = seen(known, judged.trusted_ms, mono)


# ------------------------------------------------------------ at the counter


def granted(counter: Any, days: int) -> None:
    """A clerk with a grant of so many days, who has signed in once."""
    until = counter.clock.wall + days * DAY
    grant = base64.b64encode(json.dumps({"not_after": until}).encode()).decode()
    said = {"id": "clerk-1", "name": "Jordan Miles", "email": "jordan@example.org", "level": 4}
    sign_in.learn(counter.desk, said, grant, "sig", until, "correct horse")
    sign_in.sign_in(counter.desk, "jordan@example.org", "correct horse")


def works(counter: Any) -> Callable[[], Any]:
    """A clerk at work; each call receives one piece."""
    counter.account("a1", "101", "Ann Lee")
    clerk = counter.clerk()
    return lambda: piece(counter, clerk)


@pytest.mark.parametrize("jump", [HOUR, -HOUR, YEARS, -YEARS, 30 * DAY])
def test_no_jump_ends_or_lengthens_a_grant(counter: Any, jump: int) -> None:
    granted(counter, 14)
    counter.clock.wall += jump
    sign_in.sign_in(counter.desk, "jordan@example.org", "correct horse")
    counter.clock.advance(15 * DAY)  # really lived: the monotonic clock went on as well
    with pytest.raises(RuleViolation, match=r"sign_in.grant_expired"):
        sign_in.sign_in(counter.desk, "jordan@example.org", "correct horse")


def test_a_clock_set_back_before_a_restart_brings_no_expired_grant_to_life(counter: Any) -> None:
    receive = works(counter)
    granted(counter, 1)
    counter.clock.advance(2 * DAY)
    receive()
    counter.clock.wall -= YEARS
    counter.clock.mono = 0
    counter.desk.watch = clock_watch.ClockWatch(counter.clock, clock_watch.stored(counter.desk.db))
    with pytest.raises(RuleViolation, match=r"sign_in.grant_expired"):
        sign_in.sign_in(counter.desk, "jordan@example.org", "correct horse")


@pytest.mark.parametrize("jump", [YEARS, -YEARS, -HOUR])
def test_work_goes_on_and_its_times_are_marked(counter: Any, jump: int) -> None:
    receive = works(counter)
    receive()
    counter.clock.wall += jump
    item = receive()
    assert item.state == "received"
    moment = counter.desk.moment()
    judged = counter.desk.watch.judged()
    assert judged.off_by_ms == pytest.approx(jump, abs=1_000)
    assert moment.wall_ms + moment.offset_ms == pytest.approx(judged.trusted_ms, abs=1_000)


def test_the_stored_time_never_goes_back(counter: Any) -> None:
    receive = works(counter)
    receive()
    high = clock_watch.stored(counter.desk.db)
    assert high >= counter.clock.wall - 60_000
    counter.clock.wall -= YEARS
    receive()
    assert clock_watch.stored(counter.desk.db) >= high
