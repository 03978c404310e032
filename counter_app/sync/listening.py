"""The thread that waits at the centre for news, so that a round comes at once and not with the next poll.

A comfort only. It has a connection of its own, so no act waits behind it; it asks only while the exchange is idle after
a round that went well; and whatever goes wrong with it is waited out, longer and longer, while the polls go on.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from counter_app.errors import CounterError, ServerBusy
from counter_app.store.db import Database
from counter_app.sync import wire
from counter_app.sync.central import Central
from counter_app.sync.schedule import Schedule

log = logging.getLogger(__name__)
BETWEEN_S = 1.0
"""At least so long between two questions: an answer that comes too early must not make them spin."""
NOT_SERVED_S = 3_600.0
"""A centre of an earlier version has no such route; it may be a newer one later in the day."""


class Listener:
    """Asks `central`, which nobody else uses, whether the stream has moved, and calls `moved` when it has.

    `listen` and `rest` are told by the exchange, from its thread: idle after a round that went well, or not.
    """

    def __init__(
        self,
        db: Database,
        central: Central,
        stream: str,
        schedule: Schedule,
        between_s: float = BETWEEN_S,
    ) -> None:
        self._db = db
        self._central = central
        self._stream = stream
        self._schedule = schedule
        self._between_s = between_s
        self.moved: Callable[[], None] = lambda: None
        self._idle = threading.Event()
        self._stop = threading.Event()
        self._woke_at = ""
        self._thread = threading.Thread(target=self._run, name="sync-wait", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def listen(self) -> None:
        """The exchange is idle, and the centre answers."""
        self._idle.set()

    def rest(self) -> None:
        """A round is on its way, or the centre does not answer."""
        self._idle.clear()

    def stop(self) -> None:
        """End soon; `join` waits for that. What is asked just now is cut."""
        self._stop.set()
        self._idle.set()
        self._central.cut()

    def join(self, seconds: float) -> bool:
        """True when the thread ended in time."""
        if self._thread.is_alive():
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        wait = 0.0
        while not self._stop.wait(wait):
            self._idle.wait()
            if self._stop.is_set():
                return
            wait = self._between_s * (1.0 + self._schedule.random())
            try:
                if self._once():
                    self._schedule.failures = 0
                else:
                    wait = max(wait, self._schedule.failed())
            except CounterError as error:
                wait = max(wait, self._after(error))
            except Exception:
                log.exception("waiting for news failed")
                wait = max(wait, self._schedule.failed())

    def _after(self, error: CounterError) -> float:
        if self._stop.is_set():
            return 0.0
        log.info("no news to wait for", extra={"code": error.code})
        if error.facts.get("status") == 404:
            return NOT_SERVED_S
        return self._schedule.failed(float(error.facts.get("retry_after_s", 0)) if isinstance(error, ServerBusy) else 0)

    def _once(self) -> bool:
        """Ask once; False when the centre says of a cursor for the second time that something is behind it."""
        at = self._cursor()
        if not at:
            return True
        if not wire.moved(self._central.wait(self._stream, at)):
            return True
        # The round that runs meanwhile, with an act or by the clock, may have brought it already.
        self._idle.wait()
        if self._stop.is_set() or self._cursor() != at:
            return True
        if self._woke_at == at:
            return False
        self._woke_at = at
        self.moved()
        return True

    def _cursor(self) -> str:
        with self._db.read() as connection:
            found = connection.exec_driver_sql("SELECT cursor FROM cursor WHERE stream = ?", (self._stream,)).scalar()
        return str(found or "")
