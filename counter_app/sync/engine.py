"""One round of the exchange: push what waits, record every answer, pull rows and lay own acts over them again.

No transaction is open while the network is waited for. An answer writes only its own line in the journal; rows change
only by a pull, and a cursor is saved in the transaction of the rows that it covers.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from counter_app.errors import ServerBusy, SyncError
from counter_app.events import InboxChanged, OutcomesArrived, RowsArrived
from counter_app.limits import PULL_MAX_ROWS
from counter_app.ports import Announce, Clock
from counter_app.store import incarnation, journal, pulled, put_back, superseded
from counter_app.store.db import Database
from counter_app.store.journal import Identity, Waiting
from counter_app.sync import comparing, proof, wire
from counter_app.sync.central import Central, DeviceForked, EpochChanged
from counter_app.sync.first_sync import Asked, FirstSync

BATCH_OPS = 50
ROWS_PER_COMMIT = 200
SCHEMA = 1
"""The newest shape of rows that this program understands."""
COMPARE_TRIES = 3
PAGE_ROWS = PULL_MAX_ROWS
"""Rows of a page; said only when it is not what goes without saying."""
_CURSOR_OF_NO_USE = ("sync.cursor_scope", "sync.cursor_expired")
log = logging.getLogger(__name__)


@dataclass(slots=True)
class Engine:
    """The exchange of one station with its centre; used by one thread."""

    db: Database
    central: Central
    identity: Identity
    clock: Clock
    announce: Announce
    on_offset: Callable[[int], None] = lambda offset_ms: None
    batch_ops: int = field(default=BATCH_OPS)
    stopping: Callable[[], bool] = lambda: False
    on_identity: Callable[[Identity], None] = lambda identity: None
    """Told of a new incarnation before any other act can be written."""
    entropy: Callable[[int], bytes] = os.urandom
    on_hints: Callable[[wire.Hints], None] = lambda hints: None
    """Told when the centre would like to be asked again."""
    _epochs: int = field(default=0, init=False)
    _started: bool = field(default=False, init=False)
    _forks: int = field(default=0, init=False)
    _cosigned_ms: int = field(default=0, init=False)
    first_sync: FirstSync = field(init=False)

    def __post_init__(self) -> None:
        self.first_sync = FirstSync(
            self.db,
            self.clock,
            self.announce,
            f"store:{self.identity.store}",
            self._ask_ahead,
            self._measure_clock,
            lambda: self.stopping(),
        )

    def round(self) -> None:
        """Push everything, then pull everything. Raises SyncError; whatever was answered until then is kept.

        Ends early when `stopping` says so, and when the centre changes its history a second time.
        """
        self._epochs = self._forks = 0
        if not self._started:
            self._read_again()
        # Before the pull: a centre that finds this program too old to pull (426) still takes what was done.
        self._push_and_pull()
        if self._epochs:
            self._push_and_pull()  # a pull may be the first to hear of another history: everything waits again
        if self.stopping() or self.first_sync.under_way():
            return
        if comparing.due(self.db, self.clock.wall_ms()):
            self._compare()

    def _push_and_pull(self) -> None:
        while not self.stopping() and self.push_once():
            pass
        while not self.stopping() and self.pull_once():
            pass
        self._cosigned_ms = proof.cosign(
            self.db, self.central, self.identity.sign, self.clock.wall_ms(), self._cosigned_ms
        )

    def _read_again(self) -> None:
        """Once after each start, which may be that of a newer program."""
        with self.db.write(background=True) as connection:
            understood = pulled.read_again(connection, self.clock.wall_ms())
        self._started = True
        if understood:
            log.info("rows understood now", extra={"count": understood})

    def _compare(self) -> None:
        stream = f"store:{self.identity.store}"
        for _ in range(COMPARE_TRIES):
            with self.db.read() as connection:
                epoch = _epoch(connection)
            try:
                if comparing.compare(self.db, self.central, stream, epoch, self.clock.wall_ms()) is not None:
                    return
            except SyncError as error:
                if error.facts.get("status") == 404:  # a centre of an earlier version compares nothing
                    return
                raise
            while not self.stopping() and self.pull_once():
                pass

    def push_once(self) -> bool:
        """Send one batch; True when there is more to send now."""
        with self.db.read() as connection:
            epoch = _epoch(connection)
            waiting = wire.batch(journal.waiting(connection, self.batch_ops), self.batch_ops)
        if not waiting:
            return False
        body = {
            "epoch": epoch,
            "device_id": self.identity.device,
            "incarnation": self.identity.incarnation,
            "ops": [wire.pushed(op) for op in waiting],
        }
        started = self.clock.mono_ms()
        try:
            said = self.central.push(body)
        except EpochChanged as error:
            self._new_epoch(error.facts["epoch"])
            return True
        except DeviceForked as error:
            self._go_on_beside(error)
            return True
        except (ServerBusy, SyncError) as error:
            self._failed(waiting, error)
            raise
        self._measure_clock(said, started, self.clock.mono_ms())
        found = wire.answers(said, [op.op_id for op in waiting])
        with self.db.write(background=True) as connection:
            journal.record(connection, found, self.clock.wall_ms())
            superseded.keep_held(connection, self.identity.public_key, found)
            misfit = proof.keep_receipts(connection, said, self.clock.wall_ms())
            behind = [one.op_id for one in found if one.status == "deferred" and one.code == "op.gap"]
            carried = put_back.carry_over(connection, self.identity, behind)
            open_count = _inbox_count(connection)
        self._note_durable(said, epoch)
        self.batch_ops = min(BATCH_OPS, self.batch_ops * 2)
        self.announce(OutcomesArrived({one.op_id: one.status for one in found}))
        if misfit or any(one.status in ("contested", "rejected", "quarantined") for one in found):
            self.announce(InboxChanged(open_count))
        return bool(carried) or (any(one.status != "deferred" for one in found) and len(found) == len(waiting))

    def _go_on_beside(self, error: DeviceForked) -> None:
        """This store was set back or copied: what the centre cannot take under the old numbers gets new ones."""
        self._forks += 1
        if self._forks > 1:
            raise error  # Once in a round: a centre that refuses the new chain too has another reason.

        def beside(connection: Any) -> tuple[Identity, int]:
            return incarnation.go_on_beside(connection, self.identity, self.entropy, error.facts["n"])

        self._renumber(beside, error.code)

    def _renumber(self, work: Callable[[Any], tuple[Identity, int]], code: str) -> None:
        old = self.identity
        try:
            with self.db.write(background=True) as connection:
                new, count = work(connection)
                # Inside of the turn: no act can be written under the old name once the new one is there.
                self.on_identity(new)
        except BaseException:
            self.on_identity(old)
            raise
        self.identity = new
        log.warning("new incarnation", extra={"code": code, "count": count})

    def _failed(self, waiting: list[Waiting], error: SyncError) -> None:
        """Narrow down to the one operation that the centre chokes on, and set it aside after 8 tries alone.

        A centre that is down, busy or behind a broken gateway says nothing about an operation: then nothing is counted.
        """
        if not isinstance(error, ServerBusy) and error.facts.get("status") not in (400, 413, 422):
            return
        if len(waiting) > 1:
            self.batch_ops = max(1, len(waiting) // 2)
            return
        if isinstance(error, ServerBusy) and not error.facts.get("fault"):
            return
        only = waiting[0]
        if only.tries + 1 < journal.TRIES_ALONE:
            with self.db.write(background=True) as connection:
                journal.count_try(connection, [only.op_id])
            return

        def park(connection: Any) -> tuple[Identity, int]:
            journal.count_try(connection, [only.op_id])
            journal.park(connection, only.op_id, error.code, self.clock.wall_ms())
            return incarnation.go_on_past(connection, self.identity, self.entropy, only.op_id)

        self._renumber(park, "sync.parked")
        with self.db.read() as connection:
            open_count = _inbox_count(connection)
        self.announce(InboxChanged(open_count))

    def pull_once(self) -> bool:
        """Pull one page of the store's stream, or as much of a first register as comes; True when there is more."""
        stream = f"store:{self.identity.store}"
        if self.first_sync.under_way():
            return self._fetch_register()
        with self.db.read() as connection:
            cursor = connection.exec_driver_sql("SELECT cursor FROM cursor WHERE stream = ?", (stream,)).scalar() or ""
            unread = pulled.unread_count(connection)
            tree = proof.asked(connection)
        try:
            said = self._ask(cursor, unread, tree)
        except EpochChanged as error:
            self._new_epoch(error.facts["epoch"])
            return True
        except SyncError as error:
            if error.code in _CURSOR_OF_NO_USE and cursor:
                self._from_the_beginning(error)
                return True
            raise
        epoch = str(said.get("epoch") or "")
        more = False
        for page in wire.pages(said):
            if page.stream == stream:
                page = replace(page, next=page.next or cursor)  # not said when it is the same
                if not cursor and self.first_sync.worth_it(page):
                    self.first_sync.begin(page, epoch)
                    return True
                self._keep(page, epoch, first=not cursor)
                if page.more and page.next == cursor:
                    raise SyncError("sync.no_progress")  # else the same page would be asked for until the evening
                more = more or page.more
        self._keep_checkpoint(said, tree)
        self._note_durable(said, epoch)
        hints = wire.hints(said)
        if hints is not None:
            self.on_hints(hints)
        return more

    def _ask(self, cursor: str, unread: int, tree: Sequence[Mapping[str, Any]] = ()) -> Mapping[str, Any]:
        asked = self._ask_ahead(cursor, unread, tree)
        self._measure_clock(asked.said, asked.started_ms, asked.ended_ms)
        return asked.said

    def _ask_ahead(self, cursor: str, unread: int, tree: Sequence[Mapping[str, Any]] = ()) -> Asked:
        """The answer, which nobody has read yet."""
        stream = f"store:{self.identity.store}"
        body: dict[str, Any] = {"streams": [{"id": stream, "cursor": cursor}], "schema": SCHEMA}
        if unread:
            body["unread"] = unread
        if PAGE_ROWS != PULL_MAX_ROWS:
            body["max_rows"] = PAGE_ROWS
        if tree:
            body["tree"] = tree
        started = self.clock.mono_ms()
        said = self.central.pull(body)
        return Asked(said, started, self.clock.mono_ms())

    def _fetch_register(self) -> bool:
        def send() -> None:
            while not self.stopping() and self.push_once():
                pass

        try:
            return self.first_sync.run(send)
        except SyncError as error:
            if error.code not in _CURSOR_OF_NO_USE:
                raise
            self.first_sync.discard()
            self._from_the_beginning(error)
            return True

    def _note_durable(self, said: Mapping[str, Any], epoch: str) -> None:
        durable = wire.durable(said)
        with self.db.read() as connection:
            news = {key: seq for key, seq in durable.items() if seq > pulled.durable_seq(connection, key, epoch)}
        if news:
            with self.db.write(background=True) as connection:
                pulled.note_durable(connection, news, epoch)

    def _keep_checkpoint(self, said: Mapping[str, Any], tree: list[dict[str, Any]]) -> None:
        if not said.get("checkpoint"):
            return
        with self.db.write(background=True) as connection:
            changed = proof.take_checkpoint(connection, said, tree, self.clock.wall_ms())
            open_count = _inbox_count(connection)
        if changed:
            self.announce(InboxChanged(open_count))

    def _keep(self, page: wire.Page, epoch: str, *, first: bool) -> None:
        # Chunks of a page are commits of their own, so that a clerk never waits behind a page; the cursor moves
        # with the last of them, so that it never covers a row that is not here.
        chunks = [
            (entity, rows[start : start + ROWS_PER_COMMIT])
            for entity, rows in page.rows.items()
            for start in range(0, len(rows), ROWS_PER_COMMIT)
        ]
        now_ms, open_before, open_count = self.clock.wall_ms(), 0, 0
        for number, (entity, rows) in enumerate(chunks or [("", [])], 1):
            with self.db.write(background=True) as connection:
                if number == 1:
                    open_before = _inbox_count(connection)
                    pulled.forget(connection, page.gone)
                bad = pulled.accept(connection, entity, rows, now_ms) if entity else []
                for row_id in bad:
                    log.warning("pulled row not understood", extra={"entity": entity, "row": row_id})
                if number >= len(chunks):
                    connection.exec_driver_sql(
                        "INSERT INTO cursor (stream, epoch, cursor, high) VALUES (?, ?, ?, ?) ON CONFLICT (stream) "
                        "DO UPDATE SET epoch = excluded.epoch, cursor = excluded.cursor, high = excluded.high",
                        (page.stream, epoch, page.next, page.high),
                    )
                    if first:
                        pulled.fetching(connection)
                    if not page.more and pulled.arrived(connection, page.high):
                        connection.exec_driver_sql("DELETE FROM meta WHERE key = 'compared_ms'")
                    open_count = _inbox_count(connection)
        counts = {entity: len(rows) for entity, rows in page.rows.items() if rows}
        if counts or page.gone:
            self.announce(RowsArrived(counts))
        if open_count != open_before:
            self.announce(InboxChanged(open_count))

    def _from_the_beginning(self, error: SyncError) -> None:
        """The centre does not take this cursor any more. What waits to be sent has nothing to do with it."""
        epoch = str(self.central.hello().get("epoch") or "")
        with self.db.read() as connection:
            known = _epoch(connection)
        if epoch != known:
            self._new_epoch(epoch)
            return
        if not self._begin_anew():
            raise SyncError("sync.resync_stopped") from error

    def _begin_anew(self) -> bool:
        now_ms = self.clock.wall_ms()
        with self.db.write(background=True) as connection:
            allowed = pulled.may_begin_anew(connection, now_ms)
            if allowed:
                pulled.begin_anew(connection, now_ms)
            else:
                pulled.stop_beginning_anew(connection, now_ms)
            open_count = _inbox_count(connection)
        if not allowed:
            self.announce(InboxChanged(open_count))
            log.warning("rows would be fetched again and again", extra={"code": "sync.resync_stopped"})
        return allowed

    def _new_epoch(self, epoch: str) -> None:
        """The centre has another history: everything this station ever did is sent again, and pulled from the start.

        Sending again is safe: a repeated op_id gets its first answer.
        """
        self._epochs += 1
        if not epoch or self._epochs > 1:
            raise SyncError("sync.epoch_missing")
        self.first_sync.discard()  # of the old history
        now_ms = self.clock.wall_ms()
        with self.db.write(background=True) as connection:
            journal.send_all_again(connection)
            connection.exec_driver_sql(
                "INSERT INTO meta (key, value) VALUES ('epoch', ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (epoch,),
            )
            # The cursor of the old history stays when that is not allowed: the next pull stops at it.
            if pulled.may_begin_anew(connection, now_ms):
                pulled.begin_anew(connection, now_ms)

    def _measure_clock(self, said: Mapping[str, Any], started_ms: int, ended_ms: int) -> None:
        """By the monotonic clock: when it was asked, and when the answer was here."""
        server = said.get("server_time_ms")
        if isinstance(server, int):
            there = server + (ended_ms - started_ms) // 2 + self.clock.mono_ms() - ended_ms
            self.on_offset(there - self.clock.wall_ms())


def _epoch(connection: object) -> str:
    row = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'epoch'").scalar()  # type: ignore[attr-defined]
    return str(row or "")


def _inbox_count(connection: object) -> int:
    sql = "SELECT count(*) FROM inbox WHERE state = 'open'"
    return int(connection.exec_driver_sql(sql).scalar_one())  # type: ignore[attr-defined]
