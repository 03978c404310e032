"""`./counter bench desk`: what a clerk does all day, measured at the real window."""

from __future__ import annotations

from pathlib import Path

from benchmarks import desk_insert
from benchmarks.bench import Figure

PARTS = {"insert": desk_insert.measure}


def measure(folder: Path) -> list[Figure]:
    """The figures of every part, each in a folder of its own."""
    figures = []
    for name, part in PARTS.items():
        (folder / name).mkdir()
        figures += part(folder / name)
    return figures
