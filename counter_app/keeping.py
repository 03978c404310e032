"""What a station does for its own store while nobody looks: hourly backups, a check of every page, an eye on the disk.

One thread beside the counter. It reads with connections of its own and writes nothing into the store, so a clerk never
waits for it; reading through the store stops at the next act (security 7.1, 7.4, 7.6).
"""

from __future__ import annotations

import json
import logging
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

from counter_app.domain.retention import DAY_MS, HOUR_MS
from counter_app.domain.space import LOW_BYTES, MB
from counter_app.errors import CounterError, StoreError
from counter_app.events import BackupChanged, DrillDue, StoreChecked
from counter_app.instance import Instance
from counter_app.paths import Home
from counter_app.photo_sweep import PhotoSweep
from counter_app.ports import Announce, Clock
from counter_app.space_watch import SpaceWatch
from counter_app.store import backup, keys, upgrading
from counter_app.store.backup import Backup, Belongings, Stopping, Tell
from counter_app.store.db import Database

log = logging.getLogger(__name__)
LOOK_S = 30.0
IDLE_MS = 10 * 60_000
AGAIN_MS = 10 * 60_000
"""After a backup that failed."""
DRILL_DAYS = 30
ROOM_LEFT = 100 * MB
"""What a backup must leave free on its disk."""


def free_bytes(folder: Path) -> int:
    """Room on the disk of `folder` for this user."""
    return shutil.disk_usage(folder).free


def take(
    home: Home,
    db: Database,
    store_key: bytes,
    now_ms: int,
    *,
    into: Path | None = None,
    second: str = "",
    free: Callable[[Path], int] = free_bytes,
    tell: Tell = lambda step: None,
    stopping: Stopping = lambda: False,
) -> tuple[Backup, str]:
    """One backup of `home` with all that goes with it: room, old ones removed, a second place.

    Returns it and the code of what went wrong with the second place, "" when nothing did. StoreError: those of
    `backup.make`, and backup.already_running when another program takes one right now.
    """
    place = into or home.backups
    with backup.on_disk(place):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = _lock(place)
    try:
        tight = into is None and free(place) < LOW_BYTES
        if tight:
            backup.prune(place, tight=True)
        needed = db.path.stat().st_size * 6 // 5 + ROOM_LEFT
        if free(place) < needed:
            raise StoreError("backup.no_room", folder=str(place), needed_mb=needed // MB)
        belongings = Belongings(store_key, home.keys, home.config, home.blobs)
        made = backup.make(db, belongings, place, now_ms, tell=tell, stopping=stopping)
        if into is None:  # what somebody puts elsewhere by hand is theirs to remove
            backup.prune(place, tight=tight)
        return made, _copied(made, home, second)
    finally:
        lock.release()


def _lock(place: Path) -> Instance:
    try:
        return Instance(place / "lock")
    except StoreError as error:
        raise StoreError("backup.already_running", folder=str(place)) from error


def _copied(made: Backup, home: Home, second: str) -> str:
    if not second:
        return ""
    try:
        # Stations may share a second place; each has a folder of its own there, so that none removes another's.
        own = Path(second) / f"station-{keys.home_id(home.keys)}"
        if Path(second).is_dir():
            with backup.on_disk(own):
                own.mkdir(mode=0o700, exist_ok=True)
        backup.copy_to(made, own)
        backup.prune(own)
    except StoreError as error:
        log.warning("second place of backups", extra={"code": error.code})
        return error.code
    return ""


class Keeping:
    """The thread that keeps one home. `noticed()` may be called from any thread: somebody works."""

    def __init__(
        self,
        home: Home,
        db: Database,
        store_key: bytes,
        clock: Clock,
        announce: Announce,
        *,
        space: SpaceWatch | None = None,
        sweep: PhotoSweep | None = None,
        second: str = "",
        free: Callable[[Path], int] = free_bytes,
    ) -> None:
        self._home, self._db, self._key = home, db, store_key
        self._clock, self._announce, self._second, self._free = clock, announce, second, free
        self._space, self._sweep = space, sweep
        last = backup.listed(home.backups)
        self._saved = last[-1] if last else None
        self._not_before = clock.mono_ms()
        self._checked = clock.mono_ms() - DAY_MS
        self._acted = clock.mono_ms()
        self._pulled = -1
        self._drill_asked = clock.mono_ms()
        self._stop = threading.Event()
        self._closing_by = 0
        self._thread = threading.Thread(target=self._run, name="keeping", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def noticed(self) -> None:
        """Somebody works: nothing is idle now."""
        self._acted = self._clock.mono_ms()

    def close(self, deadline_s: float = 20.0) -> bool:
        """Stop; a last backup of what has changed, if it is done by then. True when the thread ended in time."""
        self._closing_by = self._clock.mono_ms() + int(deadline_s * 1000)
        self._stop.set()
        if not self._thread.is_alive():
            return True
        self._thread.join(deadline_s + 5)
        return not self._thread.is_alive()

    def look(self) -> None:
        """Do what is due now."""
        if self._space is not None:
            self._space.look(idle=self._idle())
        now = self._clock.mono_ms()
        if now >= self._not_before and self._due():
            self._back_up(self._stop.is_set)
        if self._idle() and now - self._checked >= DAY_MS:
            self._check()
        if now >= self._drill_asked:
            self._drill_asked = now + DAY_MS
            self._announce(DrillDue(self._drill_due()))

    def _run(self) -> None:
        while not self._stop.wait(LOOK_S):
            self._quietly(self.look)
        self._quietly(self._last)

    def _last(self) -> None:
        if self._changed():
            self._back_up(lambda: self._clock.mono_ms() > self._closing_by)

    def _quietly(self, work: Callable[[], None]) -> None:
        try:
            work()
        except CounterError as error:
            log.warning("keeping", extra={"code": error.code})
        except Exception:
            log.exception("keeping failed")  # the top of a thread: the next look comes

    def _idle(self) -> bool:
        return self._clock.mono_ms() - self._acted >= IDLE_MS

    # ------------------------------------------------------------ backups

    def _due(self) -> bool:
        if self._saved is None:
            return self._changed()
        age = self._clock.wall_ms() - self._saved.at_ms
        # A clock that went back makes every backup look as if it were of tomorrow.
        return (age >= HOUR_MS or age < -HOUR_MS) and (self._changed() or age >= DAY_MS)

    def _changed(self) -> bool:
        """Whether an act was done, or rows came, since the last backup."""
        with self._db.read() as connection:
            head = backup.head_of(connection).position
            pulled = self._rows_of_centre(connection)
        if self._saved is None:
            return head > 0
        return head != self._saved.head or self._pulled not in (-1, pulled)

    def _rows_of_centre(self, connection: object) -> int:
        sql = "SELECT coalesce(sum(high), 0) FROM cursor"
        return int(connection.exec_driver_sql(sql).scalar_one())  # type: ignore[attr-defined]

    def _back_up(self, stopping: Stopping) -> None:
        def tell(step: str) -> None:
            self._announce(BackupChanged("running", step=step))

        with self._db.read() as connection:
            pulled = self._rows_of_centre(connection)
        try:
            now = self._clock.wall_ms()
            self._saved, code = take(
                self._home,
                self._db,
                self._key,
                now,
                second=self._second,
                free=self._free,
                tell=tell,
                stopping=stopping,
            )
        except StoreError as error:
            self._not_before = self._clock.mono_ms() + AGAIN_MS
            log.warning("backup failed", extra={"code": error.code})
            self._announce(BackupChanged("failed", code=error.code))
            return
        self._pulled = pulled
        self._announce(BackupChanged("saved", self._saved.at_ms, code))

    def _drill_due(self) -> bool:
        """A backup is worth what its last restore was: 30 days after that, or after the first backup."""
        try:
            last = int(json.loads(self._home.last_drill.read_bytes())["at_ms"])
        except (OSError, ValueError, KeyError, TypeError):
            last = min((one.at_ms for one in backup.listed(self._home.backups)), default=self._clock.wall_ms())
        return self._clock.wall_ms() - last > DRILL_DAYS * DAY_MS

    # ------------------------------------------------------------ checks

    def _check(self) -> None:
        """Read every page while nobody works; an act ends it, and it begins anew when it is quiet again."""
        began = self._acted

        def disturbed() -> bool:
            return self._stop.is_set() or self._acted != began

        try:
            code = "store.damaged" if self._db.damage(disturbed) else ""
        except StoreError as error:
            if error.code == "store.stopped":
                return
            code = error.code
        self._checked = self._clock.mono_ms()
        if code:
            log.error("store damaged", extra={"code": code})
        else:
            self._db.checkpoint()
            upgrading.drop_old(self._home.store, self._clock.wall_ms())
        self._announce(StoreChecked(code))
        if not code and self._sweep is not None:
            self._sweep.look(disturbed)
