"""`./counter bench desk`: what the task desk is held to, one after the other."""

from __future__ import annotations

from pathlib import Path

from benchmarks import desk_fetch, desk_hand_over, desk_insert, desk_todo
from benchmarks.bench import Figure

PARTS = (desk_todo, desk_fetch, desk_hand_over, desk_insert)


def measure(folder: Path) -> list[Figure]:
    """Every figure of the to-do list, fetching, inserting in batches and handing over."""
    found: list[Figure] = []
    for part in PARTS:
        home = folder / part.__name__.rpartition(".")[2]
        home.mkdir()
        found += part.measure(home)
    return found
