"""The to-do list with 5,000 open tasks: from the question to the first rows, and the due time of 10,000 requests.

The floor of the list is what nobody can save: reading the same few columns of all open tasks by the raw driver. The
floor of the due clock is the change of each instant into the store's local time.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from benchmarks.bench import Figure, desk_in, p99, timed
from counter_app import desktop
from counter_app.desk import tasks
from counter_app.domain.employee import Actor
from counter_app.domain.rows import to_plain
from counter_app.domain.service_level import DueClock, StoreHours
from counter_app.domain.task import OPEN, Task, TaskKind, TaskState
from counter_app.store import state
from counter_app.store.db import straight

TASKS = 5_000
REQUESTS = 10_000
ROUNDS = 200
CLERK = Actor("clerk", 4, "password", "grant")
_NOW = 1_793_631_600_000
_WEEK = 7 * 86_400_000
_KINDS = [kind.value for kind in TaskKind if kind is not TaskKind.FEE]
_STATES = [one.value for one in OPEN if one in (TaskState.REQUESTED, TaskState.GATHERED, TaskState.PAYMENT_DECLINED)]


def measure(folder: Path, count: int = TASKS, rounds: int = ROUNDS) -> list[Figure]:
    """The list as the window opens it (counts, place and first page), and the due clock alone."""
    random = Random(10)  # noqa: S311 - invented tasks, the same each time
    with desk_in(folder) as desk:
        account = {"id": "a", "mailbox": "1", "state": "active", "holder": "Ann Lee", "names": [{"text": "Ann Lee"}]}
        rows = [_task(random, n) for n in range(count)]
        with desk.db.write() as connection:
            state.accept_pulled(connection, "account", [("a", 1, account)])
            state.accept_pulled(connection, "task", [(one.id, n + 2, to_plain(one)) for n, one in enumerate(rows)])
        desk.db.checkpoint()
        desktop.at_rest()  # as the program before its first clerk: the invented rows are no garbage to look through
        opened = timed(lambda _n: tasks.opened(desk, CLERK, "next", rows[0].id), rounds)
        with desk.db.read() as connection:
            raw = straight(connection)
            floor = timed(lambda _n: raw.execute(tasks._KEYS).fetchall(), rounds)
    times = [_NOW - random.randrange(_WEEK) for _ in range(REQUESTS)]
    clock = timed(lambda _n: _due(times), 12)
    local = timed(lambda _n: [datetime.fromtimestamp(at / 1000, _ZONE).date() for at in times], 12)
    return [
        replace(
            p99("todo_5000_opens", opened, 50.0, "reading the same columns of every open task by the raw driver"),
            note=f"{_p50(opened)} to the first 200 rows with counts; the floor {_p50(floor)}, {rounds} rounds",
        ),
        replace(
            p99("due_time_of_10000", clock, 100.0, "the same instants in the store's local time, and nothing else"),
            note=f"{_p50(clock)}; the floor {_p50(local)}",
        ),
    ]


_ZONE = ZoneInfo("America/New_York")
_HOURS = StoreHours("America/New_York", dict.fromkeys(range(5), (540, 1080)) | {5: (600, 840)})


def _due(times: list[int]) -> int:
    clock = DueClock(_HOURS)
    return sum(clock.due_ms("ship", at) for at in times)


def _p50(seconds: list[float]) -> str:
    return f"p50 {sorted(seconds)[len(seconds) // 2] * 1000:.1f} ms"


def _task(random: Random, n: int) -> Task:
    asked = datetime.fromtimestamp((_NOW - random.randrange(_WEEK)) / 1000, UTC)
    return Task(
        id=f"task-{n:05}",
        kind=random.choice(_KINDS),
        account_id="a",
        mailbox="1",
        state=random.choice(_STATES),
        items=tuple(f"item-{n}-{m}" for m in range(1 + n % 3)),
        requested_ms=int(asked.timestamp() * 1000),
        instructions=json.dumps({"n": n}),
    )
