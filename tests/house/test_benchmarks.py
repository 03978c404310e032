"""Every figure can be measured and has its shape. How fast it is, is not held here: `./counter bench` tells that."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks import (
    bench,
    bulk_apply,
    counter_act,
    desk_fetch,
    desk_hand_over,
    desk_insert,
    desk_todo,
    exchange,
    first_sync,
    memory,
    scan_to_answer,
    start,
    sync_in,
    wire_bytes,
)

ROOT = Path(__file__).resolve().parents[2]
SMALL: dict[str, Callable[[Path], list[bench.Figure]]] = {
    "counter_act": lambda folder: counter_act.measure(folder, rounds=12, pieces=8),
    "desk_fetch": lambda folder: desk_fetch.measure(folder, fetched=5, pieces=60, customers=12),
    "desk_todo": lambda folder: desk_todo.measure(folder, count=30, rounds=3),
    "desk_hand_over": lambda folder: desk_hand_over.measure(folder, rounds=3, shelf=5),
    "start": lambda folder: start.measure(folder, rounds=2),
    "scan_to_answer": lambda folder: scan_to_answer.measure(folder, scans=12, pieces=60, customers=12),
    "sync_in": lambda folder: sync_in.measure(folder, rows=120, runs=1),
}


EXCHANGE: dict[str, Callable[[Path], list[bench.Figure]]] = {
    "bulk_apply": lambda folder: bulk_apply.measure(folder, rows=400, rounds=1),
    "first_sync": lambda folder: first_sync.measure(folder, rows=5_500, runs=1),
    "exchange": lambda folder: exchange.measure(folder, rows=400, pushed=100, rounds=1),
    "wire_bytes": wire_bytes.measure,
}
"""What `./counter bench sync` is made of; the peers stay away where they are not installed."""


@pytest.fixture
def collector() -> Any:
    """A process that goes on gives back what a program at rest leaves out of its rounds."""
    import gc

    interval = sys.getswitchinterval()
    yield
    gc.unfreeze()
    sys.setswitchinterval(interval)


@pytest.mark.parametrize("name", SMALL)
def test_each_figure_stands_beside_its_goal_its_floor_and_its_spread(
    name: str, tmp_path: Path, qapp: Any, collector: Any
) -> None:
    figures = SMALL[name](tmp_path)
    for one in json.loads(bench.as_json(figures))["figures"]:
        assert set(one) == {"name", "value", "unit", "goal", "holds", "floor", "note", "spread"}
        assert one["value"] > 0
        assert one["spread"] >= 0
        assert one["holds"] is (one["value"] <= one["goal"])
        assert one["floor"]
        assert one["note"]


@pytest.mark.parametrize("name", EXCHANGE)
def test_each_figure_of_the_exchange_is_measured_or_says_why_not(
    name: str, tmp_path: Path, qapp: Any, collector: Any
) -> None:
    for one in EXCHANGE[name](tmp_path):
        assert (one.value or 0) > 0 or "not installed" in one.floor
        assert one.goal > 0
        assert one.note


def test_s04_a_stack_of_letters_is_counted_in_acts(tmp_path: Path, qapp: Any, collector: Any) -> None:
    figures = {one.name: one for one in desk_insert.measure(tmp_path, mailboxes=2, letters=3)}
    assert figures["desk_insert_acts_first"].value == 4
    assert figures["desk_insert_acts_next"].value == 2
    rate = figures["desk_insert_letters_minute"]
    assert rate.value is not None
    assert rate.holds is (rate.value >= rate.goal)


def test_the_floor_of_an_act_says_the_acts_own_statements(tmp_path: Path) -> None:
    figure = counter_act.measure(tmp_path, rounds=2, pieces=2)[0]
    assert "statements of each act, reads too" in figure.floor
    with bench.desk_on(tmp_path) as ours, bench.desk_on(tmp_path / "floor") as floor:
        told = []
        for desk in (ours, floor):
            with desk.db.read() as connection:
                told.append(
                    [
                        connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
                        for table in ("journal", "disclosure", "touched", "item", "print_job")
                    ]
                )
    assert told[0] == told[1] == [4, 8, 4, 4, 4]


def test_a_run_writes_the_json_that_outside_checks_read(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "figures.json"
    said = subprocess.run(
        [sys.executable, "-c", RUN, str(out)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert said.returncode == 0, said.stderr.decode()
    assert b"spread 0.5" in said.stdout
    assert json.loads(out.read_text("utf-8")) == {
        "figures": [
            {"name": "one", "value": 3.0, "unit": "x", "goal": 2.0, "holds": False, "floor": "nothing", "note": "told",
             "spread": 0.5}
        ]
    }  # fmt: skip


RUN = """
import sys
from benchmarks import __main__ as program
from benchmarks.bench import Figure
program.FIGURES["counter_act"] = lambda folder: [Figure("one", 3.0, "x", 2.0, False, "nothing", "told", 0.5)]
sys.argv = ["bench", "counter_act", "--json", sys.argv[1]]
sys.exit(program.main())
"""


@pytest.mark.skipif(not memory.STATUS.exists(), reason="this system does not tell")
def test_the_memory_of_a_process_is_read_from_the_system() -> None:
    assert 20 < memory._said_by("-c", memory.BARE) < 500


def test_the_spread_is_how_far_the_parts_of_a_run_lie_apart() -> None:
    assert bench.apart([1.0, 3.5, 2.0]) == 2.5
    steady = bench.ratio("steady", [2.0] * 80, [1.0] * 80, 2.0, "floor")
    assert (steady.value, steady.spread, steady.holds) == (2.0, 0.0, True)
    slower = bench.ratio("slower", [2.0] * 40 + [3.0] * 40, [1.0] * 80, 2.0, "floor")
    assert slower.spread == 1.0
