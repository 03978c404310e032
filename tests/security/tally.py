"""How many hostile strings of which class went through which path, and how long it took."""

from __future__ import annotations

import json
import os
import platform
import time
from collections import Counter
from pathlib import Path

from tests.security.hostile_strings import COUNT, LONG

EVIDENCE = Path(__file__).resolve().parents[2] / "docs" / "evidence" / "hostile-strings.md"


class Tally:
    """Counts while a path is open; only one is open at a time."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter[str]] = {}
        self.seconds: dict[str, float] = {}
        self._open = ""
        self._since = 0.0

    def path(self, name: str) -> None:
        """What is added from now on goes through this path."""
        self.stop()
        self._open, self._since = name, time.monotonic()
        self.counts.setdefault(name, Counter())

    def add(self, kind: str) -> None:
        self.counts[self._open][kind.partition(":")[0]] += 1

    def stop(self) -> None:
        if self._open:
            self.seconds[self._open] = self.seconds.get(self._open, 0.0) + time.monotonic() - self._since
        self._open = ""

    def lines(self) -> list[str]:
        """One line a path: its strings and its seconds."""
        return [
            f"{sum(self.counts[name].values()):>7,} through {name} ({seconds:.1f} s)"
            for name, seconds in sorted(self.seconds.items())
        ]

    def keep(self) -> None:
        """Write the evidence: in the long form only, and only when every path was walked.

        The long form may be run file by file, or several files at a time: COUNTER_TALLY names a folder in which each
        run leaves what it counted.
        """
        if not LONG:
            return
        if folder := os.environ.get("COUNTER_TALLY"):
            mine = Path(folder) / f"{os.getpid()}.json"
            mine.write_text(json.dumps({"counts": self.counts, "seconds": self.seconds}), encoding="utf-8")
            for other in Path(folder).glob("*.json"):
                told = json.loads(other.read_text(encoding="utf-8"))
                self.counts |= {name: Counter(counts) for name, counts in told["counts"].items()}
                self.seconds |= told["seconds"]
        if len(self.seconds) >= PATHS:
            EVIDENCE.write_text(self.table(), encoding="utf-8")

    def table(self) -> str:
        """`docs/evidence/hostile-strings.md`: class by path."""
        names = sorted(self.seconds)
        kinds = sorted({kind for counts in self.counts.values() for kind in counts})
        head = [
            "# Hostile strings",
            "",
            f"{COUNT:,} distinct strings from a seed and from the trade's own list (`tests/security/naughty.txt`),",
            "through every text entry and every scan path (T1 to T5, T12 to T14). Written by `COUNTER_LONG=1 pytest",
            f"tests/security`, Python {platform.python_version()} on {platform.system()}. A number is how many strings",
            "of a class went through a path; a path that has several entries counts a string once for each.",
            "",
            "| | path | strings | seconds |",
            "|---:|---|---:|---:|",
            *(
                f"| {n} | {name} | {sum(self.counts[name].values()):,} | {self.seconds[name]:.1f} |"
                for n, name in enumerate(names, 1)
            ),
            "",
            "Class by path; the columns are the paths above, in their order.",
            "",
            "| class | " + " | ".join(str(n) for n in range(1, len(names) + 1)) + " |",
            "|---|" + "---:|" * len(names),
            *(f"| {kind} | " + " | ".join(f"{self.counts[name][kind]:,}" for name in names) + " |" for kind in kinds),
            "",
        ]
        return "\n".join(head)


PATHS = 27
"""Paths of the whole folder; fewer are no evidence."""

TALLY = Tally()
