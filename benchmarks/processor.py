"""How long a thread could have run while other programs had every processor: the machine's share of a wait."""

from __future__ import annotations

import threading
from pathlib import Path


def without_processor(*threads: int) -> float:
    """Seconds since their start of these native thread ids, of the calling one without any; 0.0 where the system does
    not count it (Linux does)."""
    ids = threads or (threading.get_native_id(),)
    try:
        return sum(int(Path(f"/proc/self/task/{one}/schedstat").read_bytes().split()[1]) for one in ids) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0
