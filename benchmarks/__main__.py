"""`./counter bench [NAME...] [--json FILE]`: measure, print each figure beside its goal."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import (
    beside,
    central_load,
    counter_act,
    desk,
    first_sync,
    keystroke,
    memory,
    scan_to_answer,
    start,
    sync,
    sync_in,
)
from benchmarks.bench import Figure, as_json

FIGURES: dict[str, Callable[[Path], list[Figure]]] = {
    "counter_act": counter_act.measure,
    "keystroke": keystroke.measure,
    "start": start.measure,
    "scan_to_answer": scan_to_answer.measure,
    "sync_in": sync_in.measure,
    "first_sync": first_sync.measure,
    "memory": memory.measure,
    "sync": sync.measure,
    "central": central_load.measure,
    "desk": desk.measure,
}


def main() -> int:
    """Exit 0 also when a goal is missed: a figure is a finding, not a fault. 1 when one could not be measured."""
    parser = argparse.ArgumentParser(prog="counter bench")
    parser.add_argument("name", nargs="*", choices=[*FIGURES, []], help="which figures; all when none is named")
    parser.add_argument("--peers", action="store_true", help="first install the peers of `sync` (npm, pip; network)")
    parser.add_argument("--json", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    if arguments.peers:
        failed = beside.install()
        if failed or not arguments.name:
            return failed
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    names = arguments.name or [name for name in FIGURES if name != "first_sync"]  # which `sync` measures too
    with tempfile.TemporaryDirectory() as folder:
        figures, missing = _here(names[0], Path(folder)) if len(names) == 1 else _each_alone(names, Path(folder))
    if arguments.json:
        arguments.json.parent.mkdir(parents=True, exist_ok=True)
        arguments.json.write_text(as_json(figures) + "\n", encoding="utf-8")
    return int(missing)


def _here(name: str, folder: Path) -> tuple[list[Figure], bool]:
    figures = FIGURES[name](folder)
    for one in figures:
        verdict = "not measured" if one.value is None else "holds" if one.holds else "MISSED"
        value = "-" if one.value is None else one.value
        print(f"{one.name:26} {value:>8} {one.unit:3} goal {one.goal:<5} spread {one.spread:<6} {verdict}")
        print(f"{'':26} against {one.floor}; {one.note}", flush=True)
    return figures, False


def _each_alone(names: list[str], folder: Path) -> tuple[list[Figure], bool]:
    """Each in a process of its own: what one leaves in memory must not slow down the next, nor end it."""
    figures: list[Figure] = []
    missing = False
    for name in names:
        told = folder / f"{name}.json"
        subprocess.run([sys.executable, "-m", "benchmarks", name, "--json", str(told)], check=False)  # noqa: S603
        if told.exists():
            figures += [Figure(**one) for one in json.loads(told.read_text("utf-8"))["figures"]]
        else:
            missing = True
            print(f"{name:26} NOT MEASURED: what went wrong stands above", flush=True)
    return figures, missing


if __name__ == "__main__":
    sys.exit(main())
