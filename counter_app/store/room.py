"""Why the disk took nothing: because it is full, said with how much is free and how much it takes, or for worse."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

from counter_app.domain.space import BETTER_BYTES, MB, READ_ONLY_BYTES
from counter_app.errors import StoreError

FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
NEARLY_FULL_BYTES = 16 * MB
"""With less than that free a disk error is taken for a full disk: SQLite cannot always tell them apart (6.1)."""
WORK_BYTES = READ_ONLY_BYTES + BETTER_BYTES
"""With so much free a counter that had stopped for want of room writes again (7.6)."""


def nearly_full(folder: Path) -> bool:
    """Whether the disk of `folder` has no room to speak of. One that cannot be asked has some."""
    free = _free(folder)
    return free is not None and free < NEARLY_FULL_BYTES


def full(folder: Path) -> StoreError:
    """StoreError("store.full") with `free_mb`, `needed_mb` and `more_mb`.

    Without any of them when the disk has room and something else has not, such as a quota.
    """
    free = _free(folder)
    if free is None or free >= WORK_BYTES:
        return StoreError("store.full")
    more_mb = -(-(WORK_BYTES - free) // MB)
    return StoreError("store.full", free_mb=free // MB, needed_mb=WORK_BYTES // MB, more_mb=more_mb)


def refused(error: OSError, folder: Path, code: str = "store.folder_not_writable") -> StoreError:
    """What a disk that did not take a file in `folder` is told as: store.full, else `code`."""
    return full(folder) if error.errno in FULL else StoreError(code, folder=str(folder))


def _free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
