"""`./counter bench [NAME...] [--json FILE]`: measure, print each figure beside its goal."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import counter_act, keystroke, start
from benchmarks.bench import Figure, as_json

FIGURES: dict[str, Callable[[Path], list[Figure]]] = {
    "counter_act": counter_act.measure,
    "keystroke": keystroke.measure,
    "start": start.measure,
}


def main() -> int:
    """Exit 0 also when a goal is missed: a figure is a finding, not a fault."""
    parser = argparse.ArgumentParser(prog="counter bench")
    parser.add_argument("name", nargs="*", choices=[*FIGURES, []], help="which figures; all when none is named")
    parser.add_argument("--json", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    figures: list[Figure] = []
    for name in arguments.name or FIGURES:
        with tempfile.TemporaryDirectory() as folder:
            figures += FIGURES[name](Path(folder))
    for one in figures:
        verdict = "holds" if one.holds else "MISSED"
        print(f"{one.name:26} {one.value:>8} {one.unit:3} goal {one.goal:<5} spread {one.spread:<6} {verdict}")
        print(f"{'':26} against {one.floor}; {one.note}")
    if arguments.json:
        arguments.json.parent.mkdir(parents=True, exist_ok=True)
        arguments.json.write_text(as_json(figures) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
