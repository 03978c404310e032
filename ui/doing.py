"""How a page gets something done: clicks become use cases on the desk thread, events become signals here.

A page never waits. It hands a use case over and says what to do with the answer:

    self.doing.do(self.doing.rooms.receiving.receive, arrival, done=self.received, failed=self.refused)

which runs `receive(desk, actor, arrival)` on the desk thread and calls `done` or `failed` on the main thread.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from counter_app.domain.employee import Actor
from counter_app.errors import CounterError
from counter_app.ports import DeviceStatus

if TYPE_CHECKING:
    from counter_app.desk.sign_in import Clerk

log = logging.getLogger(__name__)
Done = Callable[[Any], None]
Failed = Callable[[CounterError], None]
SLOW_MS = 300
"""What takes longer is shown as under way."""


@dataclass(eq=False, slots=True)
class Job:
    """Something that was asked for and has not been answered. Only what happens aside can be stopped."""

    failed: Failed
    stoppable: bool
    since_ms: float


class AtWork(Protocol):
    """What the window needs of a station: its desk, its rooms, and the thread on which use cases run."""

    desk: Any
    rooms: Any
    devices: Any
    scans: Any
    spooler: Any
    config: Any
    central: Any
    worker: Any

    def submit(self, work: Callable[[], Any], done: Done, failed: Failed) -> None: ...

    def keep_choice(self, key: str, value: str) -> None: ...

    def device_statuses(self) -> tuple[DeviceStatus, ...]: ...


class Doing(QObject):
    """One for the window. `heard` carries every announced event, `clerk_changed` a Clerk or None."""

    heard = Signal(object)
    clerk_changed = Signal(object)
    refused = Signal(object)
    """A CounterError for which the page has no place of its own; the window says it in a toast."""
    slow = Signal(bool, bool)
    """(something takes longer than a blink, it can be stopped); (False, False) when everything is answered."""
    _answered = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._station: AtWork | None = None
        self.clerk: Clerk | None = None
        self.actor: Actor | None = None
        self._jobs: list[Job] = []
        self._told_slow = False
        self._watch = QTimer(self, singleShot=True)
        self._watch.timeout.connect(self._look)
        self._answered.connect(self._back, Qt.ConnectionType.QueuedConnection)

    def start(self, station: AtWork) -> None:
        """The station is there; until now every use case was refused with `station.not_ready`."""
        self._station = station

    def leave(self) -> None:
        """The station is being closed, to be opened again; whoever was signed in is not any more."""
        self._station = self.clerk = self.actor = None

    @property
    def ready(self) -> bool:
        return self._station is not None

    @property
    def station(self) -> AtWork:
        if self._station is None:
            raise CounterError("station.not_ready")
        return self._station

    @property
    def rooms(self) -> Any:
        return self.station.rooms

    def hear(self, event: object) -> None:
        """Called by the station from any thread; the pages get it on the main thread."""
        self.heard.emit(event)

    def do(
        self, use_case: Callable[..., Any], *args: Any, done: Done | None = None, failed: Failed | None = None
    ) -> None:
        """Run `use_case(desk, actor, *args)` on the desk thread as the clerk who is signed in."""
        if self.actor is None:
            (failed or self.refused.emit)(CounterError("sign_in.needed"))
            return
        desk, actor = self.station.desk, self.actor
        self._submit(lambda: use_case(desk, actor, *args), done, failed)

    def ask(
        self, question: Callable[..., Any], *args: Any, done: Done | None = None, failed: Failed | None = None
    ) -> None:
        """Run `question(desk, *args)` on the desk thread; for what needs no clerk."""
        desk = self.station.desk
        self._submit(lambda: question(desk, *args), done, failed)

    def aside(self, work: Callable[[], Any], done: Done | None = None, failed: Failed | None = None) -> None:
        """Run `work()` on a thread of its own: a scale, a camera, a sign-in at the centre. It has its deadline.

        The clerk may stop waiting for it: then `failed` gets CounterError("act.stopped") and the answer is dropped.
        """
        good, wrong = self._begin(done, failed, stoppable=True)

        def run() -> None:
            try:
                result = work()
            except CounterError as error:
                self._answered.emit(wrong, error)
            except Exception:
                log.exception("work aside failed")
                self._answered.emit(wrong, CounterError("program.fault"))
            else:
                self._answered.emit(good, result)

        threading.Thread(target=run, name="aside", daemon=True).start()

    def sign_in(self, clerk: Clerk | None) -> None:
        """Make `clerk` the one who acts, or nobody; called with what a sign-in use case returned."""
        self.clerk = clerk
        self.actor = self.rooms.sign_in.actor_of(self.station.desk, clerk.id) if clerk else None
        self.clerk_changed.emit(clerk)

    def _submit(self, work: Callable[[], Any], done: Done | None, failed: Failed | None) -> None:
        station = self.station
        good, wrong = self._begin(done, failed, stoppable=False)
        station.submit(
            work,
            lambda result: self._answered.emit(good, result),
            lambda error: self._answered.emit(wrong, error),
        )

    # ------------------------------------------------------------ what is under way

    @property
    def at_work(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._jobs)

    def stop(self) -> None:
        """Wait no longer for what happens aside; what is being written is always waited for."""
        for job in [one for one in self._jobs if one.stoppable]:
            self._jobs.remove(job)
            job.failed(CounterError("act.stopped"))
        self._look()

    def _begin(self, done: Done | None, failed: Failed | None, stoppable: bool) -> tuple[Done, Failed]:
        """Note a job; what is to be called, on the main thread, when it went well and when it went wrong."""
        wrong: Failed = failed or self.refused.emit
        job = Job(wrong, stoppable, time.monotonic() * 1000)
        self._jobs.append(job)
        if not self._watch.isActive():
            self._watch.start(SLOW_MS)

        def end(then: Done | Failed | None, value: Any) -> None:
            if job not in self._jobs:
                return  # stopped: its answer comes too late
            self._jobs.remove(job)
            if self._told_slow:
                self._look()
            if then is not None:
                then(value)

        return (lambda value: end(done, value)), (lambda error: end(wrong, error))

    def _look(self) -> None:
        """Tell whether anything takes long, and look again when the oldest job will have."""
        waited = time.monotonic() * 1000 - min((one.since_ms for one in self._jobs), default=float("inf"))
        slow = waited >= SLOW_MS
        if slow or self._told_slow:
            self._told_slow = slow
            self.slow.emit(slow, slow and any(one.stoppable for one in self._jobs))
        if self._jobs and not slow:
            self._watch.start(max(1, int(SLOW_MS - waited)))

    @Slot(object, object)
    def _back(self, then: Done | None, value: object) -> None:
        if then is not None:
            then(value)
