"""A keystroke in the search box to rows, at 20,000 names."""

from __future__ import annotations

from pathlib import Path
from random import Random

from benchmarks.bench import Figure, desk_in, p99, timed
from counter_app.demo.people import FIRST, LAST
from counter_app.store import search, state

NAMES = 20_000


def measure(folder: Path) -> list[Figure]:
    """Prefixes as a clerk types them: one letter, then two, up to the whole surname."""
    random = Random(5)  # noqa: S311 - invented names
    with desk_in(folder) as desk:
        holders = [f"{random.choice(FIRST)} {random.choice(LAST)}{number % 97}" for number in range(NAMES)]
        for start in range(0, NAMES, 500):
            rows = [
                (f"a{n}", 1, {"id": f"a{n}", "mailbox": str(n), "state": "active", "holder": holders[n]})
                for n in range(start, start + 500)
            ]
            with desk.db.write() as connection:
                state.accept_pulled(connection, "account", rows)
        typed = [name.split()[-1][: random.randrange(1, 8)] for name in random.sample(holders, 500)]
        with desk.db.read() as connection:
            search.account_ids(connection, "warm")
            seconds = timed(lambda n: search.account_ids(connection, typed[n]), len(typed))
    return [p99("keystroke_20k_p99", seconds, 1.0, "none: milliseconds in the store, on this machine")]
