"""When leftover photo files may be swept: never while something that could name them is not here."""

from __future__ import annotations

import logging
from collections.abc import Callable

from counter_app.desk.context import Desk
from counter_app.paths import Home
from counter_app.store import blob_sweep

log = logging.getLogger(__name__)


class PhotoSweep:
    """Called at an idle moment, once the store was read through and found whole."""

    def __init__(self, home: Home, desk: Desk) -> None:
        self._home, self._desk = home, desk

    def look(self, stopping: Callable[[], bool]) -> None:
        """Sweep what is left over. StoreError: those of `blob_sweep.sweep`."""
        # Rows that a damaged store named may still be rescued, or be read by somebody; and a store that was set back
        # learns only from the centre which photos its lost acts had.
        kept = (found for name in ("damaged-*", "lost-*") for found in self._home.root.glob(name))
        if any(kept) or not self._desk.online:
            return
        count = blob_sweep.sweep(self._desk.db, self._desk.blobs, self._desk.watch.now_ms(), stopping)
        if count:
            log.info("leftover photo files removed", extra={"count": count})
