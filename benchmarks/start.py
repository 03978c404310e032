"""From the start of the process to the window on the screen with its scan box, against a bare Qt window.

Both are whole processes, in turn: python, the imports, a QApplication, a window shown and painted. The program's own
start is the real one, `desktop.show`; its work behind the window begins after the first paint, and that is the moment
that is taken.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.bench import BLOCKS, Figure, apart

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 11
GOAL = 4.0
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
app.processEvents()
import os
os.write(1, b"shown\\n")
os._exit(0)
"""
OURS = """
import os
from counter_app import desktop
def shown(doing, starting):
    os.write(1, b"shown\\n")
    os._exit(0)
desktop.show(desktop.application(), shown)
"""


def measure(folder: Path, rounds: int = ROUNDS) -> list[Figure]:
    """The median ratio of pairs of processes; the first pair, which reads the disk, is left out."""
    pairs = [(_seconds(OURS), _seconds(BARE)) for _ in range(rounds + 1)][1:]
    ours, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    count = max(1, len(pairs) // min(BLOCKS, 3))
    parts = [pairs[start : start + count] for start in range(0, len(pairs), count)]
    ratios = [statistics.median(a for a, _ in part) / statistics.median(b for _, b in part) for part in parts]
    value = ours / bare
    note = f"ours {ours * 1000:.0f} ms, bare {bare * 1000:.0f} ms, medians of {rounds} processes each, from spawn"
    against = "a bare QMainWindow shown in a process of its own"
    return [Figure("window_shown", round(value, 3), "x", GOAL, value <= GOAL, against, note, apart(ratios))]


def _seconds(program: str) -> float:
    started = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - this interpreter, a program of this file
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:
        assert child.stdout is not None
        line = child.stdout.readline()
        seconds = time.perf_counter() - started
        child.wait(30)
    if line != b"shown\n":
        raise RuntimeError("the window was not shown")
    return seconds
