"""A folder in memory for thousands of small stores, one of them to begin with, and the shim."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import small_desk
from tests.faults.power import shim


@pytest.fixture(scope="module")
def ground() -> Iterator[Path]:
    """An empty folder; in memory where there is such a place."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None, prefix="counter-faults-") as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def library(ground: Path) -> Path:
    return shim(ground)


@pytest.fixture(scope="module")
def base(ground: Path) -> Path:
    """A store with one mailbox."""
    small_desk.found(ground / "base")
    return ground / "base"
