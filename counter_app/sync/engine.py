"""One round of the exchange: push what waits, record every answer, pull rows and lay own acts over them again.

No transaction is open while the network is waited for. An answer writes only its own line in the journal; rows change
only by a pull, and a cursor is saved in the transaction of the rows that it covers.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass, field

from counter_app.domain.rows import ENTITIES
from counter_app.errors import ServerBusy, SyncError
from counter_app.events import InboxChanged, OutcomesArrived, RowsArrived
from counter_app.limits import PULL_MAX_ROWS
from counter_app.ports import Announce, Clock
from counter_app.store import incarnation, journal, put_back, state
from counter_app.store.db import Database
from counter_app.store.journal import Identity, Waiting
from counter_app.sync import wire
from counter_app.sync.central import Central, DeviceForked, EpochChanged

BATCH_OPS = 50
ROWS_PER_COMMIT = 200
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
    _epochs: int = field(default=0, init=False)
    _forks: int = field(default=0, init=False)

    def round(self) -> None:
        """Push everything, then pull everything. Raises SyncError; whatever was answered until then is kept.

        Ends early when `stopping` says so, and when the centre changes its history a second time.
        """
        self._epochs = self._forks = 0
        while not self.stopping() and self.push_once():
            pass
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
        self._measure_clock(said, started)
        found = wire.answers(said, [op.op_id for op in waiting])
        with self.db.write(background=True) as connection:
            journal.record(connection, found, self.clock.wall_ms())
            behind = [one.op_id for one in found if one.status == "deferred" and one.code == "op.gap"]
            carried = put_back.carry_over(connection, self.identity, behind)
            open_count = _inbox_count(connection)
        self.batch_ops = min(BATCH_OPS, self.batch_ops * 2)
        self.announce(OutcomesArrived({one.op_id: one.status for one in found}))
        if any(one.status in ("contested", "rejected", "quarantined") for one in found):
            self.announce(InboxChanged(open_count))
        return bool(carried) or (any(one.status != "deferred" for one in found) and len(found) == len(waiting))

    def _go_on_beside(self, error: DeviceForked) -> None:
        """This store was set back or copied: what the centre cannot take under the old numbers gets new ones."""
        self._forks += 1
        if self._forks > 1:
            raise error  # Once in a round: a centre that refuses the new chain too has another reason.
        old = self.identity
        try:
            with self.db.write(background=True) as connection:
                new, count = incarnation.go_on_beside(connection, old, self.entropy, error.facts["n"])
                # Inside of the turn: no act can be written under the old name once the new one is there.
                self.on_identity(new)
        except BaseException:
            self.on_identity(old)
            raise
        self.identity = new
        log.warning("new incarnation", extra={"code": error.code, "count": count})

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
        with self.db.write(background=True) as connection:
            journal.count_try(connection, [only.op_id])
            if only.tries + 1 >= journal.TRIES_ALONE:
                journal.park(connection, only.op_id, error.code, self.clock.wall_ms())
            open_count = _inbox_count(connection)
        if only.tries + 1 >= journal.TRIES_ALONE:
            self.announce(InboxChanged(open_count))

    def pull_once(self) -> bool:
        """Pull one page of the store's stream; True when there is more."""
        stream = f"store:{self.identity.store}"
        with self.db.read() as connection:
            cursor = connection.exec_driver_sql("SELECT cursor FROM cursor WHERE stream = ?", (stream,)).scalar() or ""
        started = self.clock.mono_ms()
        try:
            said = self.central.pull({"streams": [{"id": stream, "cursor": cursor}], "max_rows": PULL_MAX_ROWS})
        except EpochChanged as error:
            self._new_epoch(error.facts["epoch"])
            return True
        except SyncError as error:
            if error.code == "sync.cursor_scope" and cursor:
                self._new_epoch(str(self.central.hello().get("epoch") or ""))
                return True
            raise
        self._measure_clock(said, started)
        more = False
        for page in wire.pages(said):
            if page.stream == stream:
                self._keep(page, str(said.get("epoch") or ""))
                if page.more and page.next == cursor:
                    raise SyncError("sync.no_progress")  # else the same page would be asked for until the evening
                more = more or page.more
        return more

    def _keep(self, page: wire.Page, epoch: str) -> None:
        # Chunks of a page are commits of their own, so that a clerk never waits behind a page; the cursor moves
        # with the last of them, so that it never covers a row that is not here.
        chunks = [
            (entity, rows[start : start + ROWS_PER_COMMIT])
            for entity, rows in page.rows.items()
            for start in range(0, len(rows), ROWS_PER_COMMIT)
        ]
        for number, (entity, rows) in enumerate(chunks or [("", [])], 1):
            with self.db.write(background=True) as connection:
                bad = state.accept_pulled(connection, entity, rows) if entity else []
                for row_id in bad:
                    log.warning("pulled row not understood", extra={"entity": entity, "row": row_id})
                if number >= len(chunks):
                    connection.exec_driver_sql(
                        "INSERT INTO cursor (stream, epoch, cursor, high) VALUES (?, ?, ?, ?) ON CONFLICT (stream) "
                        "DO UPDATE SET epoch = excluded.epoch, cursor = excluded.cursor, high = excluded.high",
                        (page.stream, epoch, page.next, page.high),
                    )
        counts = {entity: len(rows) for entity, rows in page.rows.items() if rows}
        if counts:
            self.announce(RowsArrived(counts))

    def _new_epoch(self, epoch: str) -> None:
        """The centre has another history: everything this station ever did is sent again, and pulled from the start.

        Sending again is safe: a repeated op_id gets its first answer.
        """
        self._epochs += 1
        if not epoch or self._epochs > 1:
            raise SyncError("sync.epoch_missing")
        with self.db.write(background=True) as connection:
            journal.send_all_again(connection)
            connection.exec_driver_sql("DELETE FROM cursor")
            connection.exec_driver_sql("UPDATE base_row SET seq = 0")
            for entity in ENTITIES:
                connection.exec_driver_sql(f"UPDATE {entity} SET seq = 0")  # noqa: S608 - own constants
            connection.exec_driver_sql(
                "INSERT INTO meta (key, value) VALUES ('epoch', ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (epoch,),
            )

    def _measure_clock(self, said: dict[str, object], started_mono_ms: int) -> None:
        server = said.get("server_time_ms")
        if isinstance(server, int):
            half = (self.clock.mono_ms() - started_mono_ms) // 2
            self.on_offset(server + half - self.clock.wall_ms())


def _epoch(connection: object) -> str:
    row = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'epoch'").scalar()  # type: ignore[attr-defined]
    return str(row or "")


def _inbox_count(connection: object) -> int:
    sql = "SELECT count(*) FROM inbox WHERE state = 'open'"
    return int(connection.exec_driver_sql(sql).scalar_one())  # type: ignore[attr-defined]
