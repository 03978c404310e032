"""The first sync of a station: a large register arrives in a file beside the store while the counter works on.

The next page is fetched while the one before is kept. Acts of the counter go out between two pages. A clerk may stop
it and go on later; so may the power, the line and the program: what was kept is not fetched again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any

from counter_app.domain.rows import ENTITIES
from counter_app.errors import StoreError, SyncError
from counter_app.events import FirstSyncMoved, InboxChanged, RowsArrived
from counter_app.ports import Announce, Clock
from counter_app.store import side_file
from counter_app.store.db import Database
from counter_app.store.side_file import Batch, SideFile, Standing
from counter_app.sync import wire
from counter_app.sync.pull_answer import PulledAnswer

LARGE_ROWS = 5_000
"""Fewer rows come straight into the store: they are there before anybody could have read a progress bar."""
OWN_ACTS_MAX = 1_000
"""A station with more acts of its own fetches its rows into the store: to copy its journal takes a moment."""
COMMIT_ROWS = 20_000
"""Rows in one commit of the side file, and so what is fetched again at most after a cut: a second or two."""
TELL_MS = 200
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """The centre's answer to a pull, which may not be read yet, and when it was asked and here (monotonic)."""

    said: Mapping[str, Any]
    started_ms: int
    ended_ms: int


@dataclass(slots=True)
class FirstSync:
    """Used by the thread of the exchange. `ask(cursor, unread)` pulls from there; `heard` measures the clock by it."""

    db: Database
    clock: Clock
    announce: Announce
    stream: str
    ask: Callable[[str, int], Asked]
    heard: Callable[[Mapping[str, Any], int, int], None]
    stopping: Callable[[], bool]
    large_rows: int = field(default=LARGE_ROWS)
    _side: SideFile | None = field(default=None, init=False)
    _looked: bool = field(default=False, init=False)
    _at: Standing = field(default=Standing(0, 0, "", "", 0, False), init=False)
    _began: tuple[int, int] = field(default=(0, 0), init=False)
    _told_ms: int = field(default=0, init=False)
    _batch: Batch = field(default_factory=Batch, init=False)
    _unread: int = field(default=0, init=False)

    def under_way(self) -> bool:
        """Whether the register is being built; finds what an earlier start has left."""
        if not self._looked:
            self._side = SideFile.opened(self.db, self.stream)
            self._note("arriving" if self._side is not None else "")
            if self._side is not None:
                self._go_on_from(self._side.standing(self.stream))
            self._looked = True
        return self._side is not None

    def worth_it(self, page: wire.Page) -> bool:
        """Whether the first page of a walk from the beginning is the begin of a large register."""
        if not page.more or page.total < self.large_rows:
            return False
        with self.db.read() as connection:
            own = connection.exec_driver_sql("SELECT count(*) FROM journal").scalar_one()
        return int(own) <= OWN_ACTS_MAX

    def begin(self, page: wire.Page, epoch: str) -> None:
        """Keep the first page in a new side file."""
        self._side = SideFile.begun(self.db, page.total)
        self._looked = True
        self._go_on_from(Standing(0, page.total, epoch, "", 0, False))
        self._take(page)
        self._flush()
        self._note("arriving")
        self._tell("arriving")

    def discard(self) -> None:
        """Its rows are of another history: whatever came is thrown away."""
        if self.under_way() and self._side is not None:
            self._side.discard()
            self._side = None
            self._batch = Batch()
            self._note("")

    def close(self) -> None:
        if self._side is not None:
            self._side.close()
        self._side, self._looked = None, False

    def run(self, send: Callable[[], object]) -> bool:
        """Go on until the register is in the store (True), or a clerk or the program stops it (False).

        `send` sends what the counter did; it is called between pages. SyncError as of a pull: what came is kept.
        """
        if self._paused():
            self._tell("paused")
            return False
        self._go_on_from(self._at)
        try:
            self._fetch(send)
        except SyncError:
            self._flush()
            self._tell("waiting")
            raise
        self._flush()
        if self._side is None:
            return True  # the centre changed its history: the next pull begins
        if self._at.whole:
            return self._bring_in(self._side)
        self._tell("paused" if self._paused() else "waiting")
        return False

    def _fetch(self, send: Callable[[], object]) -> None:
        with ThreadPoolExecutor(1, "register") as ahead:
            coming: Future[Asked] | None = None
            while not (self._at.whole or self.stopping() or self._paused()):
                asked = coming.result() if coming is not None else self.ask(self._at.cursor, self._unread)
                send()  # now, while nothing else is on the line
                if self._side is None:
                    return
                # To read a page takes as long as the centre needs for the next one, which is therefore asked for first.
                onward = asked.said.onward() if isinstance(asked.said, PulledAnswer) else ""
                coming = ahead.submit(self.ask, onward, self._unread) if onward else None
                page = self._page_of(asked.said)
                self.heard(asked.said, asked.started_ms, asked.ended_ms)
                if page.more and coming is None:
                    coming = ahead.submit(self.ask, page.next, self._unread)
                self._take(page)
                if self._batch.count >= COMMIT_ROWS:
                    self._flush()
                self._tell("arriving", sparingly=True)

    def _page_of(self, said: Mapping[str, Any]) -> wire.Page:
        page = next((one for one in wire.pages(said) if one.stream == self.stream), None)
        if page is not None:
            page = replace(page, next=page.next or self._at.cursor)  # not said when it is the same
        if page is None or (page.more and page.next == self._at.cursor):
            raise SyncError("sync.no_progress")
        if str(said.get("epoch") or "") != self._at.epoch:
            raise SyncError("sync.cursor_scope")
        return page

    def _take(self, page: wire.Page) -> None:
        done = self._at.done + sum(len(rows) for rows in page.rows.values())
        total = max(self._at.total, done)
        unread = len(self._batch.unread)
        self._batch.take(page.rows, page.gone)
        self._at = replace(self._at, done=done, total=total, cursor=page.next, high=page.high, whole=not page.more)
        for entity, row_id, _, _ in self._batch.unread[unread:]:
            log.warning("pulled row not understood", extra={"entity": entity, "row": row_id})

    def _flush(self) -> None:
        """Keep what came, with the cursor behind it: in one commit."""
        batch, self._batch = self._batch, Batch()
        if self._side is None or not batch.pages:
            return
        try:
            self._side.keep(self.stream, self._at.epoch, batch, self._at)
        except BaseException:
            self._at = self._side.standing(self.stream)  # what was not kept is asked for again
            raise
        self._unread += len(batch.unread)

    def _bring_in(self, side: SideFile) -> bool:
        self._tell("arranging")
        try:
            if not side.arrange(self.stopping):
                return False
            side.bring_in(self.stream, self.clock.wall_ms())
        except StoreError as error:
            if error.code != "store.busy":
                raise
            log.info("the register is brought in later", extra={"code": error.code})
            return False
        self._side = None
        with self.db.read() as connection:
            # Own constants; counted in the store, so that what is told is what is there.
            counts = {
                entity: int(connection.exec_driver_sql(f"SELECT count(*) FROM {entity}").scalar_one())  # noqa: S608
                for entity in ENTITIES
            }
            inbox = connection.exec_driver_sql("SELECT count(*) FROM inbox WHERE state = 'open'").scalar_one()
        self.announce(RowsArrived({entity: count for entity, count in counts.items() if count}))
        self.announce(InboxChanged(int(inbox)))
        self._tell("arrived")
        log.info("the register has arrived", extra={"count": self._at.done})
        return True

    # ------------------------------------------------------------ where it is

    def _paused(self) -> bool:
        with self.db.read() as connection:
            return side_file.state_of(connection) == "paused"

    def _note(self, value: str) -> None:
        """What the desk reads; a clerk's pause outlives a start."""
        with self.db.read() as connection:
            there = side_file.state_of(connection)
            left = side_file.left_over(connection)
        if value and not there:
            with self.db.write(background=True) as connection:
                side_file.note_state(connection, value)
        elif not value and (there or left):
            with self.db.write(background=True) as connection:
                side_file.tidy(connection)

    def _go_on_from(self, at: Standing) -> None:
        self._at, self._began = at, (self.clock.mono_ms(), at.done)

    def _tell(self, state: str, *, sparingly: bool = False) -> None:
        now_ms = self.clock.mono_ms()
        if sparingly and now_ms - self._told_ms < TELL_MS:
            return
        self._told_ms = now_ms
        since_ms, before = self._began
        came, took_ms = self._at.done - before, now_ms - since_ms
        left = None
        if state == "arriving" and came > 0 and took_ms >= 1_000:
            left = round((self._at.total - self._at.done) * took_ms / came / 1_000)
        self.announce(FirstSyncMoved(state, self._at.done, self._at.total, left))
