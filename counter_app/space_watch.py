"""Room on the disk of one home: what is given up when it runs short, and what comes back when there is room again."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path

from counter_app.desk.context import Desk
from counter_app.domain.space import MB, RESERVE_BYTES, Space, judge
from counter_app.events import SpaceChanged
from counter_app.paths import Home
from counter_app.ports import Announce

log = logging.getLogger(__name__)
NAMES = {Space.PLENTY: "plenty", Space.LOW: "low", Space.NO_PHOTOS: "no_photos", Space.READ_ONLY: "read_only"}


class SpaceWatch:
    """Looks at the disk when told to, and tells the desk what it may still write. Used by one thread."""

    def __init__(self, home: Home, desk: Desk, announce: Announce, free: Callable[[Path], int]) -> None:
        self._home, self._desk, self._announce, self._free = home, desk, announce, free
        self._was = Space.PLENTY
        self._told = ""

    @property
    def low(self) -> bool:
        """Whether photos that the centre keeps should leave early (3.11, 7.6)."""
        return self._was >= Space.LOW

    def look(self, *, idle: bool) -> Space:
        """How it stands now. A disk that cannot be asked is no reason to stop anybody."""
        try:
            free = self._free(self._home.root)
        except OSError:
            log.warning("free space not readable")
            return self._was
        now = judge(self._was, free)
        if now is Space.READ_ONLY and self._was is not Space.READ_ONLY:
            self._home.reserve.unlink(missing_ok=True)  # for the outbox: answers of the centre are still written
        elif now is not Space.READ_ONLY and (idle or self._was is Space.READ_ONLY) and free > 4 * RESERVE_BYTES:
            self._lay_reserve()
        self._was = now
        self._desk.photos_kept = now < Space.NO_PHOTOS
        self._desk.read_only = "store.no_room" if now is Space.READ_ONLY else ""
        if NAMES[now] != (self._told or NAMES[Space.PLENTY]):
            self._told = NAMES[now]
            self._announce(SpaceChanged(NAMES[now], free // MB))
        return now

    def _lay_reserve(self) -> None:
        path = self._home.reserve
        if path.exists():
            return
        side = path.with_suffix(".half")
        try:
            with side.open("wb") as file:
                # Random, so that a file system that packs zeros away really keeps the room.
                for _ in range(RESERVE_BYTES // MB):
                    file.write(os.urandom(MB))
            side.replace(path)
        except OSError:
            side.unlink(missing_ok=True)
