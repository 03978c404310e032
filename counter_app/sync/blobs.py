"""Photos go to the centre after the acts, a chunk at a time, and leave this station only when the centre keeps them.

Nothing here raises for a bad line: acts are worth more than photos, and their rounds go on as if there were none.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from counter_app.domain.retention import DAY_MS
from counter_app.errors import Offline, ServerBusy, StoreError, SyncError
from counter_app.events import InboxChanged
from counter_app.ports import Announce, Clock
from counter_app.store import photos
from counter_app.store.blobs import Blobs
from counter_app.store.db import Database
from counter_app.store.photos import Photo
from counter_app.sync.blob_line import At, BlobLine, InDoubt, NotThere, PhotoRefused
from counter_app.sync.schedule import Schedule

log = logging.getLogger(__name__)
CHUNK_LEAST, CHUNK_MOST = 256 * 1024, 1_000_000
QUICK_MS = 2_000
"""A chunk that took no longer is followed by a bigger one."""
TURN_MS = 10_000
"""So long may photos keep the exchange before acts of other stations are asked for again."""
DOUBTS = 3
"""Chunks in a row without any progress."""
AT_ONCE = 100
LOOKED_AFTER = 20
LOOK_AGAIN_MS = 7 * DAY_MS
"""After a photo left; then after as long again as it is away, so that the questions do not pile up over the years."""


@dataclass(slots=True)
class PhotoRounds:
    """The photos of one station; used by the thread of the exchange. `trusted_ms` is trusted time (security 4.3)."""

    db: Database
    blobs: Blobs
    line: BlobLine
    clock: Clock
    announce: Announce
    schedule: Schedule
    trusted_ms: Callable[[], int]
    low_disk: Callable[[], bool] = lambda: False
    stopping: Callable[[], bool] = lambda: False
    """An act was done, or the program ends: give way before the next chunk."""
    chunk_least: int = CHUNK_LEAST
    chunk_most: int = CHUNK_MOST
    _chunk: int = field(default=0, init=False)
    _not_before: int = field(default=0, init=False)
    _until: int = field(default=0, init=False)
    _ready: bool = field(default=False, init=False)

    def round(self) -> bool:
        """Send what waits, see what is durable, let go what may leave. True when it gave way and has more to send."""
        if self.clock.mono_ms() < self._not_before:
            return False
        self._until = self.clock.mono_ms() + TURN_MS
        self._chunk = max(self._chunk, self.chunk_least)
        try:
            self._prepare()
            if self._send_all():
                return True
            self._settle()
            self._purge()
            self._look_after()
        except SyncError as error:
            later = error.facts.get("retry_after_s", 0) if isinstance(error, ServerBusy) else 0
            self._not_before = self.clock.mono_ms() + int(self.schedule.failed(float(later)) * 1000)
            log.info("photos wait", extra={"code": error.code})
            return False
        self.schedule.succeeded()
        return False

    # ------------------------------------------------------------ before

    def _prepare(self) -> None:
        """What the centre said counts for its present history only; and what a crash or a restore left is put right."""
        with self.db.read() as connection:
            epoch, seen = (
                str(connection.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (key,)).scalar() or "")
                for key in ("epoch", "photo_epoch")
            )
        if epoch != seen:
            with self.db.write(background=True) as connection:
                if seen:
                    photos.set_back(connection)
                connection.exec_driver_sql(
                    "INSERT INTO meta (key, value) VALUES ('photo_epoch', ?) "
                    "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                    (epoch,),
                )
        if self._ready:
            return
        with self.db.write(background=True) as connection:
            connection.exec_driver_sql("UPDATE photo SET state = 'captured' WHERE state = 'local'")
            photos.link(connection)
        here = self.blobs.names()
        with self.db.read() as connection:
            gone = photos.in_state(connection, "durable") - here  # a backup leaves out what the centre keeps
            left = here & photos.in_state(connection, "purged")
        for name in gone:
            self._mark_purged(name)
        for name in left:
            self.blobs.purge(name)
        self._ready = True

    # ------------------------------------------------------------ sending

    def _send_all(self) -> bool:
        """Send one photo after the other; True when something else goes first."""
        refused: set[str] = set()
        while True:
            with self.db.read() as connection:
                photo = photos.to_send(connection, refused)
            if photo is None:
                return False
            if self._gives_way():
                return True
            try:
                if not self._send(photo):
                    return True
            except PhotoRefused as error:
                refused.add(photo.sha256)
                self._count_refusal(photo, error)

    def _send(self, photo: Photo) -> bool:
        """Bring one photo to the centre, from where it stopped; False when it gave way."""
        try:
            data = self.blobs.open_plain(photo.sha256)
        except StoreError as error:
            self._bytes_gone(photo, error)
            return True
        at = self._look(photo.upload, photo) if photo.upload else self._create(photo)
        doubts = 0
        while at.state == "sending":
            if self._gives_way():
                return False
            before, began = at, self.clock.mono_ms()
            try:
                at = self.line.append(at, data[at.offset : at.offset + self._chunk], photo.size)
                self._measure(self.clock.mono_ms() - began)
            except (InDoubt, Offline) as error:
                # Whether the chunk arrived is known only there: a broken line says nothing about it.
                doubts += 1
                self._chunk = max(self.chunk_least, self._chunk // 2)
                if doubts > DOUBTS:
                    raise Offline(error.code) from error
                at = self._look(at.id, photo)
            except NotThere as error:
                doubts += 1
                if doubts > DOUBTS:
                    raise Offline(error.code) from error
                at = self._create(photo)
            if at.id == before.id and at.offset > before.offset:
                doubts = 0
            elif at.state == "sending":
                doubts += 1
                if doubts > 2 * DOUBTS:
                    raise Offline("sync.no_progress")
        self._arrived(photo, at.state)
        return True

    def _create(self, photo: Photo) -> At:
        at = self.line.create(photo.sha256, photo.size, photo.kind)
        if at.state == "sending":
            self._mark(photo.sha256, "sending", upload=at.id)
        return at

    def _look(self, upload: str, photo: Photo) -> At:
        try:
            return self.line.look(upload, photo.size)
        except NotThere:
            return self._create(photo)

    def _arrived(self, photo: Photo, state: str) -> None:
        now_ms = self.trusted_ms() if state == "durable" else 0
        self._mark(photo.sha256, state, upload="", code="", tries=0, durable_ms=now_ms)

    def _measure(self, took_ms: int) -> None:
        if took_ms <= QUICK_MS:
            self._chunk = min(self.chunk_most, self._chunk * 2)

    def _gives_way(self) -> bool:
        if self.stopping() or self.clock.mono_ms() >= self._until:
            return True
        with self.db.read() as connection:
            sql = "SELECT 1 FROM journal WHERE status = 'waiting' LIMIT 1"
            return connection.exec_driver_sql(sql).first() is not None

    def _count_refusal(self, photo: Photo, error: SyncError) -> None:
        log.warning("photo refused", extra={"code": error.code})
        with self.db.write(background=True) as connection:
            known = photos.named(connection, photo.sha256) or photo
            told = photos.count_refusal(connection, known, error.code, self.clock.wall_ms())
        if told:
            self._tell_inbox()

    def _bytes_gone(self, photo: Photo, error: StoreError) -> None:
        """The file is not here or damaged: all is well if the centre has it, else a person must know."""
        log.warning("photo not readable", extra={"code": error.code})
        try:
            at = self.line.look(photo.sha256, photo.size)
        except NotThere:
            self._lost(photo)
            return
        self._mark_purged(photo.sha256)
        log.info("photo is at the centre only", extra={"code": at.state})

    # ------------------------------------------------------------ after

    def _settle(self) -> None:
        with self.db.read() as connection:
            waiting = photos.stored(connection, AT_ONCE)
        for photo in waiting:
            state = self._state_at_centre(photo)
            if state == "durable":
                self._arrived(photo, state)
            elif not state:
                self._mark(photo.sha256, "captured", upload="")

    def _purge(self) -> None:
        with self.db.read() as connection:
            candidates = photos.leaving(connection, self.trusted_ms(), self.low_disk(), AT_ONCE)
        for photo in candidates:
            if self._gives_way():
                return
            # Asked once more at the last moment: what was durable yesterday may have been lost since.
            state = self._state_at_centre(photo)
            if state != "durable":
                self._mark(photo.sha256, state or "captured", upload="", durable_ms=0)
                continue
            now_ms = self.trusted_ms()
            with self.db.write(background=True) as connection:
                known = photos.named(connection, photo.sha256)
                if known is None or not photos.may_purge(connection, known, now_ms, self.low_disk()):
                    continue  # an act of this moment names it too
                photos.mark(connection, photo.sha256, "purged", purged_ms=now_ms, look_ms=now_ms + LOOK_AGAIN_MS)
            self.blobs.purge(photo.sha256)

    def _look_after(self) -> None:
        """Whether the centre still has what only it has."""
        now_ms = self.trusted_ms()
        with self.db.read() as connection:
            asked = photos.to_look_after(connection, now_ms, LOOKED_AFTER)
        for photo in asked:
            if self._gives_way():
                return
            if self._state_at_centre(photo):
                later_ms = max(LOOK_AGAIN_MS, now_ms - photo.purged_ms)
                self._mark(photo.sha256, "purged", look_ms=now_ms + later_ms)
            else:
                self._lost(photo)

    def _state_at_centre(self, photo: Photo) -> str:
        try:
            return self.line.look(photo.sha256, photo.size).state
        except NotThere:
            return ""

    def _lost(self, photo: Photo) -> None:
        log.error("photo lost", extra={"code": "photo.missing"})
        with self.db.write(background=True) as connection:
            photos.mark_lost(connection, photo.sha256, self.clock.wall_ms())
        self._tell_inbox()

    def _mark_purged(self, name: str) -> None:
        now_ms = self.trusted_ms()
        self._mark(name, "purged", upload="", purged_ms=now_ms, look_ms=now_ms + LOOK_AGAIN_MS)

    def _mark(self, name: str, state: str, **way: object) -> None:
        with self.db.write(background=True) as connection:
            photos.mark(connection, name, state, **way)

    def _tell_inbox(self) -> None:
        with self.db.read() as connection:
            count = connection.exec_driver_sql("SELECT count(*) FROM inbox WHERE state = 'open'").scalar_one()
        self.announce(InboxChanged(int(count)))


def see(db: Database, blobs: Blobs, line: BlobLine | None, name: str) -> bytes:
    """A photo that a page wants: from here, else from the centre; it is not kept here again.

    StoreError: photo.gone, photo.damaged, photo.missing (nobody has it any more), photo.at_centre (it is there, and
    this computer is offline now). The caller has logged its reason.
    """
    try:
        return blobs.open_plain(name)
    except StoreError:
        with db.read() as connection:
            known = photos.named(connection, name)
        if known is None or known.state not in ("stored", "durable", "purged"):
            if known is not None and known.state == "lost":
                raise StoreError("photo.missing") from None
            raise
    if line is None:
        raise StoreError("photo.at_centre")
    try:
        return line.fetch(name)
    except NotThere as error:
        raise StoreError("photo.missing") from error
    except SyncError as error:
        raise StoreError("photo.damaged" if error.code == "photo.damaged" else "photo.at_centre") from error
