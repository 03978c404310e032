"""One program on one home: a file lock, which the operating system takes back when the program dies."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO

from counter_app.errors import StoreError


class Instance:
    """Held while the program runs. `StoreError("store.already_open")` when another one has the home."""

    def __init__(self, path: Path) -> None:
        self._file: IO[bytes] = path.open("a+b")
        try:
            _lock(self._file)
        except OSError as error:
            self._file.close()
            raise StoreError("store.already_open", folder=str(path.parent)) from error

    def release(self) -> None:
        """Give the home back; safe to call twice."""
        self._file.close()


def _lock(file: IO[bytes]) -> None:
    if os.name == "nt":  # pragma: no cover - Windows only
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
