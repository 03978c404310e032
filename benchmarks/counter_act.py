"""One counter act: a piece received, with its journal line, its rows and its label, on an encrypted store, FULL.

The floor is the act's own statements: one run writes down every statement and every value that an act gave to the
driver, reads too, and the raw driver says them again on a copy of the same file, in the same mode. So the ratio is
what the program adds to its statements: the gate, the bytes, their hash and signature, and the way to the driver.
"""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

import sqlcipher3.dbapi2 as driver

from benchmarks.bench import KEY, Figure, desk_in, desk_on, ratio, timed
from counter_app.demo import people
from counter_app.desk import receiving
from counter_app.desk.context import Desk
from counter_app.domain.employee import Actor
from counter_app.store import state

ROUNDS = 400
PIECES = 2_000
CLERK = Actor("clerk", 4, "password", "grant")
Said = tuple[str, str, Any]
"""execute or executemany, the statement, its values."""


def measure(folder: Path, rounds: int = ROUNDS, pieces: int = PIECES) -> list[Figure]:
    """`receive` against its own statements by the raw driver, act for act in turn."""
    random = Random(1583)  # noqa: S311 - invented numbers
    arrivals = [
        receiving.Arrival(
            account_id="a", name="Ann Lee", carrier="ups", tracking=people.number(random, "ups"), weight_g=500,
            shelf="A-1",
        )
        for _ in range(rounds + pieces)
    ]  # fmt: skip
    with desk_in(folder) as desk:
        row = {"id": "a", "mailbox": "1", "state": "active", "holder": "Ann Lee", "names": [{"text": "Ann Lee"}]}
        with desk.db.write() as connection:
            state.accept_pulled(connection, "account", [("a", 1, row)])
        for arrival in arrivals[rounds:]:
            receiving.receive(desk, CLERK, arrival)
        desk.db.checkpoint()
    for name in ("written_down", "floor"):
        (folder / name).mkdir()
        shutil.copy(folder / "store.db", folder / name / "store.db")
    with written_down() as acts, desk_on(folder / "written_down") as desk:
        said = [_said(desk, arrival, acts) for arrival in arrivals[:rounds]]
    raw = driver.connect(str(folder / "floor" / "store.db"), isolation_level=None)
    for pragma in ("cell_size_check = ON", "secure_delete = ON", "synchronous = FULL", "wal_autocheckpoint = 10000"):
        if pragma.startswith("cell"):
            raw.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
        raw.execute(f"PRAGMA {pragma}")
    ours: list[float] = []
    floor: list[float] = []
    with desk_on(folder) as desk:
        # In turn, so that whatever else the machine does falls on both.
        for number, arrival in enumerate(arrivals[:rounds]):
            ours += timed(lambda _n, arrival=arrival: receiving.receive(desk, CLERK, arrival), 1)
            floor += timed(lambda _n, number=number: _say(raw, said[number]), 1)
        signing = timed(lambda _n: desk.identity.sign(b"x" * 64), min(rounds, 200))
    raw.close()
    statements = int(statistics.median(len(one) for one in said))
    against = f"the same {statements} statements of each act, reads too, by the raw driver, encrypted, FULL"
    found = ratio("counter_act_commit_p50", ours, floor, 2.0, against)
    slowest = statistics.quantiles(ours, n=100)[98] * 1000
    signature = statistics.median(signing) * 1e6
    signed = f"{found.note}, ours p99 {slowest:.1f} ms; of ours the Ed25519 signature is {signature:.0f} us"
    return [replace(found, note=signed)]


def _said(desk: Desk, arrival: receiving.Arrival, acts: list[Said]) -> list[Said]:
    acts.clear()
    receiving.receive(desk, CLERK, arrival)
    return list(acts)


def _say(raw: Any, said: list[Said]) -> None:
    for how, statement, values in said:
        if how == "many":
            raw.executemany(statement, values)
        else:
            raw.execute(statement, values).fetchall()


@contextmanager
def written_down() -> Iterator[list[Said]]:
    """While this lasts, every statement of every new connection is added to the list, COMMIT too."""
    said: list[Said] = []

    class Cursor(driver.Cursor):
        def execute(self, statement: str, values: Any = ()) -> Any:
            said.append(("one", statement, tuple(values)))
            return super().execute(statement, values)

        def executemany(self, statement: str, values: Any) -> Any:
            said.append(("many", statement, list(values)))
            return super().executemany(statement, values)

    class Connection(driver.Connection):
        def cursor(self, *_: Any) -> Any:
            return super().cursor(Cursor)

        def execute(self, statement: str, values: Any = ()) -> Any:
            return self.cursor().execute(statement, values)

        def executemany(self, statement: str, values: Any) -> Any:
            return self.cursor().executemany(statement, values)

        def commit(self) -> None:
            said.append(("one", "COMMIT", ()))
            super().commit()

    plain = driver.connect

    def connect(*what: Any, **how: Any) -> Any:
        return plain(*what, factory=Connection, **how)

    with patch.object(driver, "connect", connect):
        yield said
