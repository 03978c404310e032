"""The computer's clock under watch: what is trusted of it, kept in the store, so that a restart forgets nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain import trusted_time
from counter_app.domain.trusted_time import Judged, Known
from counter_app.ports import Clock
from counter_app.store.db import Database

if TYPE_CHECKING:
    from sqlalchemy import Connection

STORED_EVERY_MS = 1_000
_KEY = "trusted_ms"


class ClockWatch:
    """Safe from several threads: what is known is one frozen value, replaced whole."""

    def __init__(self, clock: Clock, high_ms: int = 0) -> None:
        """`high_ms`: what `stored` found at the start; how long the computer was off since is not known."""
        self._clock = clock
        self._known = Known(high_ms, clock.mono_ms())
        self._stored_ms = high_ms

    def judged(self) -> Judged:
        """What to make of the wall clock now."""
        return trusted_time.judge(self._known, self._clock.wall_ms(), self._clock.mono_ms())

    def now_ms(self) -> int:
        """The time that expiries are held against, UTC milliseconds."""
        return self.judged().trusted_ms

    def told(self, server_ms: int) -> None:
        """The centre has told the time."""
        self._known = trusted_time.told(self._known, server_ms, self._clock.mono_ms())

    def keep(self, connection: Connection) -> None:
        """Store the trusted time with the transaction that is under way, at most once a second."""
        now = self.now_ms()
        self._known = trusted_time.seen(self._known, now, self._clock.mono_ms())
        if now - self._stored_ms < STORED_EVERY_MS:
            return
        self._stored_ms = now
        # Another process or a copied home cannot turn it back.
        connection.exec_driver_sql(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value "
            "WHERE CAST(excluded.value AS INTEGER) > CAST(meta.value AS INTEGER)",
            (_KEY, str(now)),
        )


def stored(db: Database) -> int:
    """The highest trusted time that was ever committed to this store, 0 for a new one."""
    with db.read() as connection:
        value = connection.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (_KEY,)).scalar()
    text = str(value or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0
