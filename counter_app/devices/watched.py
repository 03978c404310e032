"""A folder into which a document scanner writes its files: each is announced once it has finished growing.

pages = "watch:/home/counter/scans"
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

from counter_app.errors import DeviceError

ENDINGS = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff")
SETTLED_S = 1.0
"""A file that has neither grown nor been touched for so long is whole."""
MOST = 1_000


class WatchedFolder:
    """Files of one folder, none in folders below it, no links, nothing hidden."""

    def __init__(self, folder: str, now_s: Callable[[], float] = time.monotonic, settled_s: float = SETTLED_S) -> None:
        """DeviceError device.not_found when there is no such folder."""
        self._folder = Path(folder)
        self._now_s = now_s
        self._settled_s = settled_s
        self._since: dict[str, tuple[tuple[int, int], float]] = {}
        self._told: tuple[Path, ...] | None = None
        self._closed = Event()
        self._look()

    def read(self, timeout_s: float) -> tuple[Path, ...] | None:
        """Every whole file that lies there, by age, if that has changed since the last answer; None otherwise.

        DeviceError device.gone when the folder is not there any more.
        """
        whole = self._look()
        if whole == self._told:
            self._closed.wait(timeout_s)
            return None
        self._told = whole
        return whole

    def close(self) -> None:
        self._closed.set()

    def _look(self) -> tuple[Path, ...]:
        now_s = self._now_s()
        known, self._since = self._since, {}
        whole = []
        try:
            with os.scandir(self._folder) as entries:
                for entry in entries:
                    if not _may_be_page(entry):
                        continue
                    found = entry.stat(follow_symlinks=False)
                    size = (found.st_size, found.st_mtime_ns)
                    before = known.get(entry.name)
                    since = before[1] if before is not None and before[0] == size else now_s
                    self._since[entry.name] = (size, since)
                    if found.st_size and now_s - since >= self._settled_s:
                        whole.append((found.st_mtime_ns, entry.name))
                    if len(self._since) >= MOST:
                        break
        except OSError as error:
            raise DeviceError("device.gone" if known else "device.not_found") from error
        return tuple(self._folder / name for _, name in sorted(whole))


def _may_be_page(entry: os.DirEntry[str]) -> bool:
    try:
        return (
            entry.name.lower().endswith(ENDINGS)
            and not entry.name.startswith((".", "~"))
            and entry.is_file(follow_symlinks=False)
        )
    except OSError:
        return False
