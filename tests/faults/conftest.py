"""Where stations are forked from; a folder in memory for thousands of small stores; and the shim."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import small_desk
from tests.faults.power import shim
from tests.faults.rounds import Zygote


@pytest.fixture(scope="session")
def zygote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zygote]:
    """Where stations are forked from."""
    if not sys.platform.startswith("linux"):
        pytest.skip("stations are forked with their window loaded; only Linux takes that")
    made = Zygote(tmp_path_factory.mktemp("zygote") / "zygote.log")
    yield made
    made.close()


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
