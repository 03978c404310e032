"""P1-P18 of the exchange, as a state machine over the real code, and proof that the machine sees what it should."""

from __future__ import annotations

import os
import time

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.sync.machine import Days, PlainDays
from tests.sync.mutants import MUTANTS
from tests.sync.world import Setup, set_up

RUNS = 40
RUNS_TO_CATCH = 300
"""At most; the time is what counts."""
SECONDS_TO_CATCH = 30.0
TURNS_LONG = 4
SECONDS_LONG = float(os.environ.get("COUNTER_SYNC_SECONDS", "200"))
"""Of each turn in the long form; a night of them is COUNTER_SYNC_SECONDS=7000 and pytest's --timeout=0."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Setup:
    return set_up(tmp_path_factory.mktemp("sync"))


def _run(setup: Setup, runs: int, days: type[Days] = Days) -> int:
    """How many runs were made; raises what the first failing one raised."""

    class Here(days):  # type: ignore[misc, valid-type]
        pass

    Here.setup, Here.runs = setup, 0
    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=runs,
            stateful_step_count=30,
            deadline=None,
            database=None,
            print_blob=False,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate,),
        ),
    )
    return Here.runs


def test_p1_to_p18_hold_on_any_days(made: Setup) -> None:
    assert _run(made, RUNS) >= RUNS // 2


@pytest.mark.long
@pytest.mark.parametrize("turn", range(TURNS_LONG))
def test_p1_to_p18_hold_on_many_more_days(made: Setup, turn: int) -> None:
    """Other questions at each turn and at each run; how many were asked is printed."""
    until, runs = time.monotonic() + SECONDS_LONG, 0
    while time.monotonic() < until:
        runs += _run(made, 5 * RUNS)
        print(f"turn {turn}: {runs} runs of up to 30 steps", flush=True)


@pytest.mark.parametrize("name", MUTANTS)
def test_a_planted_bug_is_seen_by_the_machine(made: Setup, name: str) -> None:
    began = time.process_time()  # of this processor: other work on the computer is no failure
    with MUTANTS[name](), pytest.raises(AssertionError, match=r"^P\d+: ") as caught:
        _run(made, RUNS_TO_CATCH, PlainDays)
    took = time.process_time() - began
    print(f"{name}: {took:.1f} s: {str(caught.value).splitlines()[0][:90]}")
    assert took < SECONDS_TO_CATCH
