"""What the safe cursor costs: numbers from the head row of each store against numbers from a sequence, on PostgreSQL.

The race is the tests' own (`tests/central/cursor_race.py`): writers on 1,000 stores, a poller on one of them. The naive
one is quicker, and loses rows.
"""

from __future__ import annotations

import os
import statistics
from pathlib import Path

from benchmarks.bench import Figure, apart, not_measured
from central_service.keys import KEY_ENVIRONMENT
from counter_app.limits import PULL_MAX_ROWS
from tests.central import real_postgres
from tests.central.cursor_race import Race, race

STORES, WRITERS, SECONDS, ROUNDS, GOAL = 1_000, 4, 4.0, 3, 20.0
NAME = "sync_safe_cursor_cost"


def measure(folder: Path, stores: int = STORES, seconds: float = SECONDS, rounds: int = ROUNDS) -> list[Figure]:
    """Percent of the transactions a second that the head row costs."""
    found = real_postgres.binaries()
    if not found:
        return [not_measured(NAME, "%", GOAL, real_postgres.HOW)]
    safe: list[float] = []
    naive: list[float] = []
    missed = 0
    os.environ[KEY_ENVIRONMENT] = real_postgres.CENTRE_KEY
    with real_postgres.serving(found[0]) as server:
        for _ in range(rounds):
            for by_sequence, told in ((False, safe), (True, naive)):
                url = server.ready()
                how = Race(writers=WRITERS, seconds=seconds, stores=stores, page=PULL_MAX_ROWS, by_sequence=by_sequence)
                out = race(url, how)
                if out.faults or (out.missed and not by_sequence):
                    raise RuntimeError(f"{out.missed} rows missed; {out.faults[:1]}")
                missed += out.missed
                told.append(out.transactions / seconds)
                server.drop(url)
    value = (1 - statistics.median(safe) / statistics.median(naive)) * 100
    note = (
        f"{statistics.median(safe):,.0f} transactions/s with the head row, {statistics.median(naive):,.0f} with a "
        f"sequence (which missed {missed} rows); {stores:,} stores, {WRITERS} writers, {rounds} rounds, fsync off"
    )
    parts = [(1 - mine / other) * 100 for mine, other in zip(safe, naive, strict=True)]
    return [Figure(NAME, round(value, 1), "%", GOAL, value <= GOAL, "numbers from a sequence", note, apart(parts))]
