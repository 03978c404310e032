"""P1-P18 of the exchange, as a state machine over the real code, and proof that the machine sees what it should."""

from __future__ import annotations

import gc
import os
import time
from pathlib import Path

import pytest

from tests.any_days import ask
from tests.sync.machine import Days, PlainDays
from tests.sync.mutants import MUTANTS
from tests.sync.set_up import Setup, set_up
from tests.sync.world import heard

RUNS = 40
RUNS_TO_CATCH = 300
"""At most; the time is what counts."""
SECONDS_TO_CATCH = 30.0
RUNS_OF_A_SEED = 200
SEEDS = os.environ.get("COUNTER_SYNC_SEEDS", "1-4")
"""Of the long form, first and last; several processes take different ones."""
COUNTS = os.environ.get("COUNTER_SYNC_COUNTS", "")
"""A file to which each process adds a line for each seed that is done: seed, runs, seconds. None is done twice."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Setup:
    return set_up(tmp_path_factory.mktemp("sync"))


@pytest.fixture(scope="module")
def after(made: Setup, tmp_path_factory: pytest.TempPathFactory) -> Setup:
    return heard(made, tmp_path_factory.mktemp("heard"))


def _run(
    setup: Setup, runs: int, days: type[Days] = Days, of_seed: int | None = None, after: Setup | None = None
) -> int:
    """How many runs were made; raises what the first failing one raised, with its steps."""

    class Here(days):  # type: ignore[misc, valid-type]
        pass

    Here.setup, Here.heard, Here.runs = setup, after, 0
    ask(Here, runs, 30, of_seed)
    return Here.runs


def test_p1_to_p18_hold_on_any_days(made: Setup, after: Setup) -> None:
    assert _run(made, RUNS, after=after) >= RUNS // 2


@pytest.mark.long
def test_p1_to_p18_hold_on_many_more_days(made: Setup, after: Setup) -> None:
    """Other questions for each seed; how many were asked is printed as it goes."""
    first, _, last = SEEDS.partition("-")
    mine, began = 0, time.monotonic()
    for number in range(int(first), int(last or first) + 1):
        if number in (one[0] for one in _counts()):
            continue
        at = time.monotonic()
        try:
            runs = _run(made, RUNS_OF_A_SEED, of_seed=number, after=after)
        except BaseException:
            print(f"seed {number}: stopped; COUNTER_SYNC_SEEDS={number} asks the same again", flush=True)
            raise
        mine += runs
        if COUNTS:
            with Path(COUNTS).open("a", encoding="utf-8") as file:
                file.write(f"{number} {runs} {time.monotonic() - at:.0f}\n")
        together = sum(one[1] for one in _counts()) or mine
        took = time.monotonic() - began
        print(f"seed {number}: {runs} runs; here {mine} in {took:.0f} s; together {together}", flush=True)
        gc.collect()  # nobody else does between tests


def _counts() -> list[tuple[int, int]]:
    """Seed and runs of what is done, by any process."""
    if not COUNTS or not Path(COUNTS).exists():
        return []
    lines = Path(COUNTS).read_text(encoding="utf-8").splitlines()
    return [(int(number), int(runs)) for number, runs, _ in (line.split() for line in lines)]


@pytest.mark.parametrize("name", MUTANTS)
def test_a_planted_bug_is_seen_by_the_machine(made: Setup, name: str) -> None:
    began = time.process_time()  # of this processor: other work on the computer is no failure
    with MUTANTS[name](), pytest.raises(AssertionError, match=r"^P\d+: ") as caught:
        _run(made, RUNS_TO_CATCH, PlainDays)
    took = time.process_time() - began
    print(f"{name}: {took:.1f} s: {str(caught.value).splitlines()[0][:90]}")
    assert took < SECONDS_TO_CATCH
