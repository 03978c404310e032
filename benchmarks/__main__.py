"""`./counter bench [NAME...] [--json FILE]`: measure, print each figure beside its goal."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import counter_act, keystroke, memory, scan_to_answer, start, sync_in
from benchmarks.bench import Figure, as_json

FIGURES: dict[str, Callable[[Path], list[Figure]]] = {
    "counter_act": counter_act.measure,
    "keystroke": keystroke.measure,
    "start": start.measure,
    "scan_to_answer": scan_to_answer.measure,
    "sync_in": sync_in.measure,
    "memory": memory.measure,
}


def main() -> int:
    """Exit 0 also when a goal is missed: a figure is a finding, not a fault."""
    parser = argparse.ArgumentParser(prog="counter bench")
    parser.add_argument("name", nargs="*", choices=[*FIGURES, []], help="which figures; all when none is named")
    parser.add_argument("--json", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    names = arguments.name or list(FIGURES)
    with tempfile.TemporaryDirectory() as folder:
        figures = _here(names[0], Path(folder)) if len(names) == 1 else _each_alone(names, Path(folder))
    if arguments.json:
        arguments.json.parent.mkdir(parents=True, exist_ok=True)
        arguments.json.write_text(as_json(figures) + "\n", encoding="utf-8")
    return 0


def _here(name: str, folder: Path) -> list[Figure]:
    figures = FIGURES[name](folder)
    for one in figures:
        verdict = "holds" if one.holds else "MISSED"
        print(f"{one.name:26} {one.value:>8} {one.unit:3} goal {one.goal:<5} spread {one.spread:<6} {verdict}")
        print(f"{'':26} against {one.floor}; {one.note}", flush=True)
    return figures


def _each_alone(names: list[str], folder: Path) -> list[Figure]:
    """Each in a process of its own: what one leaves in memory must not slow down the next."""
    figures: list[Figure] = []
    for name in names:
        told = folder / f"{name}.json"
        done = subprocess.run([sys.executable, "-m", "benchmarks", name, "--json", str(told)], check=False)  # noqa: S603
        if done.returncode:
            raise RuntimeError(f"{name} was not measured")
        figures += [Figure(**one) for one in json.loads(told.read_text("utf-8"))["figures"]]
    return figures


if __name__ == "__main__":
    sys.exit(main())
