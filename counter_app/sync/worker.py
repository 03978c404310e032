"""The thread that exchanges with the centre: wakes on a new act, on its schedule, and never makes a clerk wait."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from counter_app.errors import CounterError, ServerBusy, SyncError
from counter_app.events import SyncChanged
from counter_app.ports import Announce, Clock
from counter_app.store import journal, photos
from counter_app.sync.blobs import PhotoRounds
from counter_app.sync.engine import Engine
from counter_app.sync.listening import Listener
from counter_app.sync.schedule import Schedule

log = logging.getLogger(__name__)
MORE_S = 0.5
"""Between two turns of photos when nobody kicked: an act that nobody can send must not make the rounds spin."""


class Worker:
    """Runs `engine.round()` until it is closed. `kick()` may be called from any thread."""

    def __init__(
        self,
        engine: Engine,
        schedule: Schedule,
        clock: Clock,
        announce: Announce,
        on_state: Callable[[bool], None] = lambda online: None,
        report: Callable[[str], None] = lambda trouble: None,
        photo_rounds: PhotoRounds | None = None,
        listener: Listener | None = None,
    ) -> None:
        self._engine = engine
        self._schedule = schedule
        self._clock = clock
        self._announce = announce
        self._on_state = on_state
        self._report = report
        self._last_code = ""
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._held = False
        engine.stopping = self._stop.is_set
        engine.on_hints = lambda hints: schedule.hinted(hints.poll_s, hints.spread_s)
        self._photos = photo_rounds
        if photo_rounds is not None:
            photo_rounds.stopping = lambda: self._stop.is_set() or self._wake.is_set()
        self._listener = listener
        if listener is not None:
            listener.moved = self.kick
        self._last_success: int | None = None
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)

    def start(self) -> None:
        self._thread.start()
        if self._listener is not None:
            self._listener.start()

    def kick(self) -> None:
        """Exchange now, as soon as the round that runs is over."""
        self._wake.set()

    def close(self, deadline_s: float = 5.0) -> bool:
        """Stop; True when the threads ended in time. What was not sent stays in the journal."""
        until = time.monotonic() + deadline_s
        self._stop.set()
        self._wake.set()
        if self._listener is not None:
            self._listener.stop()
        if self._thread.is_alive():
            self._thread.join(deadline_s)
        listened = self._listener is None or self._listener.join(max(0.0, until - time.monotonic()))
        return listened and not self._thread.is_alive()

    def _run(self) -> None:
        wait = 0.0
        while not self._stop.is_set():
            # What the centre asked to wait is waited, whoever kicks: it asked because it has too much to do.
            (self._stop if self._held else self._wake).wait(wait)
            if self._stop.is_set():
                return
            self._wake.clear()
            wait = self._one_round()
            self._tidy()

    def _one_round(self) -> float:
        self._held = more = False
        if self._listener is not None:
            self._listener.rest()
        try:
            self._engine.round()
            if self._photos is not None:
                more = self._photos.round()
        except SyncError as error:
            self._say("refused" if error.facts.get("status") else "offline", error.code)
            after = error.facts.get("retry_after_s", 0) if isinstance(error, ServerBusy) else 0
            self._held = bool(after)
            return self._schedule.failed(float(after))
        except CounterError as error:
            log.warning("exchange stopped", extra={"code": error.code})
            self._say("offline", error.code)
            return self._schedule.failed()
        except Exception:
            # A bug must not end the thread for the day: it is logged, shown, and tried again.
            log.exception("exchange failed")
            self._say("offline", "sync.fault")
            return self._schedule.failed()
        self._last_success = self._clock.wall_ms()
        self._say("online", "")
        trouble, self._last_code = self._last_code, ""
        self._report(trouble)
        wait = self._schedule.succeeded()
        if self._listener is not None:
            self._listener.listen()
        return min(wait, MORE_S) if more else wait

    def _tidy(self) -> None:
        # The round is over, offline too: the time to move the log into the store's file, off the commits of the
        # counter. Without it, days without the centre would fill the log until a clerk's own commit has to do it.
        try:
            self._engine.db.checkpoint()
        except CounterError as error:
            log.warning("checkpoint failed", extra={"code": error.code})

    def _say(self, state: str, code: str) -> None:
        self._last_code = code or self._last_code
        self._on_state(state == "online")
        try:
            with self._engine.db.read() as connection:
                waiting = journal.unsent_count(connection) + photos.waiting_count(connection)
        except CounterError as error:
            log.warning("store not readable", extra={"code": error.code})
            return
        self._announce(SyncChanged(state, waiting, self._last_success, code))
