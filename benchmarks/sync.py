"""What the exchange is held to, one after the other: apply, first register, pull, push, the cursor, the bytes."""

from __future__ import annotations

from pathlib import Path

from benchmarks import bulk_apply, exchange, first_sync, safe_cursor, wire_bytes
from benchmarks.bench import Figure


def measure(folder: Path) -> list[Figure]:
    """Every figure of the exchange but those of the centre alone (`central`)."""
    found = []
    for part in (bulk_apply, first_sync, exchange, safe_cursor, wire_bytes):
        home = folder / part.__name__.rpartition(".")[2]
        home.mkdir()
        found += part.measure(home)
    return found
