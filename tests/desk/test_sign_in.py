"""Signing in without the internet: tries are counted first, a PIN is only for today, clocks on the wall say nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from argon2 import PasswordHasher

from counter_app.desk import sign_in
from counter_app.domain.employee import Actor, Employee
from counter_app.domain.rows import to_plain
from counter_app.errors import RuleViolation
from counter_app.events import SignedIn, SignedOut
from counter_app.store import journal, state
from tests.counter_acts import everything, kinds, one, piece, refusal

WORD, PIN = "correct horse", "135724"
HOUR_MS = 3_600_000


def test_a_password_costs_what_the_rule_says_here_and_at_the_centre(real_hashers: tuple[PasswordHasher, ...]) -> None:
    assert len(real_hashers) == 2
    for hasher in real_hashers:
        assert (hasher.time_cost, hasher.memory_cost, hasher.parallelism) == (2, 19 * 1024, 1)
        assert hasher.type.name == "ID"


@pytest.fixture
def shop(counter: Any) -> Any:
    counter.clerk_1 = counter.clerk(level=3)
    sign_in.set_pin(counter.desk, counter.clerk_1, PIN)
    return counter


def _code(work: Any, *arguments: Any) -> str:
    return refusal(work, *arguments).code


def _email(number: int = 1) -> str:
    return f"clerk-{number}@example.org"


def test_the_right_password_signs_in_and_is_written_down(counter: Any) -> None:
    actor = counter.clerk(level=3)
    assert (actor.id, actor.level, actor.present) == ("clerk-1", 3, "password")
    assert kinds(counter.desk) == ["session.signed_in"]
    assert counter.told[-1] == SignedIn("clerk-1", "Jordan Miles", 3)
    clerk = sign_in.sign_in(counter.desk, "  CLERK-1@Example.ORG ", WORD)
    assert (clerk.id, clerk.level) == ("clerk-1", 3)


def test_who_never_signed_in_here_online_cannot_do_it_offline(counter: Any) -> None:
    assert _code(sign_in.sign_in, counter.desk, "stranger@example.org", WORD) == "sign_in.unknown_here"


def test_nobody_acts_without_having_signed_in(counter: Any) -> None:
    assert _code(sign_in.actor_of, counter.desk, "clerk-1") == "sign_in.needed"


def test_ten_wrong_passwords_lock_and_the_right_one_comes_too_late(shop: Any) -> None:
    left = [refusal(sign_in.sign_in, shop.desk, _email(), "wrong").facts["left"] for _ in range(10)]
    assert left == list(range(9, -1, -1))
    assert _code(sign_in.sign_in, shop.desk, _email(), "wrong") == "sign_in.locked"
    assert _code(sign_in.sign_in, shop.desk, _email(), WORD) == "sign_in.locked"
    assert kinds(shop.desk).count("session.locked_out") == 1


def test_a_lock_out_of_one_clerk_is_not_anothers(shop: Any) -> None:
    for _ in range(10):
        refusal(sign_in.sign_in, shop.desk, _email(), "wrong")
    assert shop.clerk(clerk_id="clerk-2").id == "clerk-2"


def test_the_centre_unlocks(shop: Any) -> None:
    for _ in range(10):
        refusal(sign_in.sign_in, shop.desk, _email(), "wrong")
    assert shop.clerk(level=3, password="a new one").id == "clerk-1"
    assert refusal(sign_in.sign_in, shop.desk, _email(), WORD).facts["left"] == 9


def test_the_right_password_gives_the_tries_back(shop: Any) -> None:
    for _ in range(3):
        for _ in range(9):
            assert _code(sign_in.sign_in, shop.desk, _email(), "wrong") == "sign_in.wrong"
        sign_in.sign_in(shop.desk, _email(), WORD)


@pytest.mark.parametrize(("way", "tries"), [("password", 10), ("pin", 5)])
def test_a_try_is_on_the_disk_before_it_is_compared(
    shop: Any, way: str, tries: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PlugPulledError(BaseException):
        pass

    def cut(*_: Any) -> bool:
        raise PlugPulledError

    def attempt(secret: str) -> Any:
        if way == "pin":
            return sign_in.switch(shop.desk, "clerk-1", secret)
        return sign_in.sign_in(shop.desk, _email(), secret)

    with monkeypatch.context() as patch:
        patch.setattr(sign_in, "_verified", cut)
        for _ in range(tries):
            with pytest.raises(PlugPulledError):
                attempt("any")
    assert _code(attempt, WORD if way == "password" else PIN) == (
        "sign_in.locked" if way == "password" else "sign_in.pin_off"
    )


@pytest.mark.parametrize("jump_ms", [-10 * 365 * 24 * HOUR_MS, 10 * 365 * 24 * HOUR_MS])
def test_p13_the_wall_clock_gives_no_try_back_and_does_not_move_the_pin(shop: Any, jump_ms: int) -> None:
    for _ in range(4):
        assert _code(sign_in.switch, shop.desk, "clerk-1", "000000") == "sign_in.wrong"
    shop.clock.wall += jump_ms
    assert _code(sign_in.switch, shop.desk, "clerk-1", "000000") == "sign_in.wrong"
    assert _code(sign_in.switch, shop.desk, "clerk-1", PIN) == "sign_in.pin_off"


@pytest.mark.parametrize("jump_ms", [-10 * 365 * 24 * HOUR_MS, 10 * 365 * 24 * HOUR_MS])
def test_p13_the_pin_lives_twelve_hours_of_the_clock_that_nobody_can_set(shop: Any, jump_ms: int) -> None:
    shop.clock.wall += jump_ms
    shop.clock.mono += 12 * HOUR_MS
    assert sign_in.switch(shop.desk, "clerk-1", PIN).id == "clerk-1"
    shop.clock.mono += 1
    assert _code(sign_in.switch, shop.desk, "clerk-1", PIN) == "sign_in.needed"


def test_switching_by_pin_does_not_lengthen_the_day(shop: Any) -> None:
    for _ in range(3):
        shop.clock.mono += 4 * HOUR_MS
        sign_in.switch(shop.desk, "clerk-1", PIN)
    shop.clock.mono += 1
    assert _code(sign_in.switch, shop.desk, "clerk-1", PIN) == "sign_in.needed"


def test_a_pin_alone_opens_nothing_after_a_start(shop: Any) -> None:
    shop.desk.on_station.clear()  # what a new process has
    assert _code(sign_in.switch, shop.desk, "clerk-1", PIN) == "sign_in.needed"
    sign_in.sign_in(shop.desk, _email(), WORD)
    assert sign_in.switch(shop.desk, "clerk-1", PIN).id == "clerk-1"


def test_how_presence_was_shown_is_in_every_act(shop: Any) -> None:
    shop.account("a1", "101", "Ann Lee")
    sign_in.switch(shop.desk, "clerk-1", PIN)
    actor = sign_in.actor_of(shop.desk, "clerk-1")
    assert actor.present == "pin"
    piece(shop, actor)
    assert b'"present":"pin"' in one(shop.desk, "SELECT core FROM journal ORDER BY position DESC LIMIT 1")


def test_five_wrong_pins_turn_it_off_until_the_password(shop: Any) -> None:
    left = [refusal(sign_in.switch, shop.desk, "clerk-1", "000000").facts["left"] for _ in range(5)]
    assert left == [4, 3, 2, 1, 0]
    assert _code(sign_in.switch, shop.desk, "clerk-1", PIN) == "sign_in.pin_off"
    assert [clerk.has_pin for clerk in sign_in.clerks(shop.desk)] == [False]
    sign_in.sign_in(shop.desk, _email(), WORD)
    assert sign_in.switch(shop.desk, "clerk-1", PIN).id == "clerk-1"


@pytest.mark.parametrize(
    "pin", ["", "12345", "1234567", "111111", "121212", "12345a", "１２３４５６", "-12345", "12 456"]
)
def test_a_pin_is_six_digits_and_not_too_simple(shop: Any, pin: str) -> None:
    assert _code(sign_in.set_pin, shop.desk, shop.clerk_1, pin) == "sign_in.pin_too_simple"


def test_nobody_gives_a_pin_to_a_clerk_who_is_not_there(shop: Any) -> None:
    assert _code(sign_in.set_pin, shop.desk, Actor("clerk-9", 6), PIN) == "sign_in.needed"


def test_the_file_alone_cannot_be_guessed_at(shop: Any) -> None:
    stored = one(shop.desk, "SELECT password_hash FROM verifier")
    assert WORD not in stored
    other = replace(shop.desk, pepper=b"\x01" * 32)
    assert _code(sign_in.sign_in, other, _email(), WORD) == "sign_in.wrong"
    with pytest.raises(Exception, match="match"):
        PasswordHasher().verify(stored, WORD)


def test_a_grant_that_has_run_out_does_not_sign_in(counter: Any) -> None:
    said = {"id": "c", "name": "C", "email": "c@example.org", "level": 2}
    sign_in.learn(counter.desk, said, "g", "s", counter.clock.wall + 1_000, WORD)
    sign_in.sign_in(counter.desk, "c@example.org", WORD)
    counter.clock.advance(2_000)
    assert _code(sign_in.sign_in, counter.desk, "c@example.org", WORD) == "sign_in.grant_expired"


def _employee(shop: Any, seq: int, **more: Any) -> None:
    row = to_plain(Employee("clerk-1", "Jordan Miles", _email(), **{"level": 3, **more}))
    with shop.desk.db.write() as connection:
        assert state.accept_pulled(connection, "employee", [("clerk-1", seq, row)]) == []


def test_s20_who_has_left_signs_in_no_more_once_this_station_knows(shop: Any) -> None:
    _employee(shop, 1, active=False)
    assert _code(sign_in.sign_in, shop.desk, _email(), WORD) == "sign_in.not_employed"
    assert _code(sign_in.switch, shop.desk, "clerk-1", PIN) == "sign_in.not_employed"
    _employee(shop, 2, active=True)
    assert sign_in.sign_in(shop.desk, _email(), WORD).id == "clerk-1"


def test_s20_a_level_that_the_centre_changed_counts_at_the_next_sign_in(shop: Any) -> None:
    _employee(shop, 1, level=1)
    assert sign_in.sign_in(shop.desk, _email(), WORD).level == 1
    assert sign_in.actor_of(shop.desk, "clerk-1").level == 1
    _employee(shop, 2, level=5)
    assert sign_in.switch(shop.desk, "clerk-1", PIN).level == 5


def test_p18_leaving_never_touches_what_is_still_to_be_sent(shop: Any) -> None:
    shop.account("a1", "101", "Ann Lee")
    piece(shop, shop.clerk_1)
    with shop.desk.db.read() as connection:
        before = [one.op_id for one in journal.waiting(connection, 99)]
    sign_in.sign_out(shop.desk, shop.clerk_1)
    with shop.desk.db.read() as connection:
        after = [one.op_id for one in journal.waiting(connection, 99)]
    assert after[:-1] == before
    assert kinds(shop.desk)[-1] == "session.signed_out"
    assert shop.told[-1] == SignedOut()
    assert _code(sign_in.actor_of, shop.desk, "clerk-1") == "sign_in.needed"
    assert _code(sign_in.switch, shop.desk, "clerk-1", PIN) == "sign_in.needed"


def test_a_wrong_try_changes_nothing_but_its_count(shop: Any) -> None:
    before = everything(shop.desk)
    refusal(sign_in.sign_in, shop.desk, _email(), "wrong")
    after = everything(shop.desk)
    assert {name for name in before if before[name] != after[name]} == {"verifier"}


def test_the_sign_in_screen_shows_no_secret(shop: Any) -> None:
    (clerk,) = sign_in.clerks(shop.desk)
    assert (clerk.name, clerk.email, clerk.has_pin, clerk.may_switch) == ("Jordan Miles", _email(), True, True)
    assert "argon2" not in repr(clerk)


def test_a_refusal_says_no_password(shop: Any) -> None:
    error = refusal(sign_in.sign_in, shop.desk, _email(), "hunter2 secret")
    assert isinstance(error, RuleViolation)
    assert "hunter2" not in f"{error!r} {error} {error.facts}"
