"""How a page gets something done: clicks become use cases on the desk thread, events become signals here.

A page never waits. It hands a use case over and says what to do with the answer:

    self.doing.do(self.doing.rooms.receiving.receive, arrival, done=self.received, failed=self.refused)

which runs `receive(desk, actor, arrival)` on the desk thread and calls `done` or `failed` on the main thread.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

from counter_app.domain.employee import Actor
from counter_app.errors import CounterError
from counter_app.ports import DeviceStatus

if TYPE_CHECKING:
    from counter_app.desk.sign_in import Clerk

log = logging.getLogger(__name__)
Done = Callable[[Any], None]
Failed = Callable[[CounterError], None]


class AtWork(Protocol):
    """What the window needs of a station: its desk, its rooms, and the thread on which use cases run."""

    desk: Any
    rooms: Any
    devices: Any
    spooler: Any
    config: Any
    central: Any
    worker: Any

    def submit(self, work: Callable[[], Any], done: Done, failed: Failed) -> None: ...

    def device_statuses(self) -> tuple[DeviceStatus, ...]: ...


class Doing(QObject):
    """One for the window. `heard` carries every announced event, `clerk_changed` a Clerk or None."""

    heard = Signal(object)
    clerk_changed = Signal(object)
    refused = Signal(object)
    """A CounterError for which the page has no place of its own; the window says it in a toast."""
    _answered = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._station: AtWork | None = None
        self.clerk: Clerk | None = None
        self.actor: Actor | None = None
        self._answered.connect(self._back, Qt.ConnectionType.QueuedConnection)

    def start(self, station: AtWork) -> None:
        """The station is there; until now every use case was refused with `station.not_ready`."""
        self._station = station

    def stop(self) -> None:
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
        """Run `work()` on a thread of its own: a scale, a camera, a sign-in at the centre. It has its deadline."""

        def run() -> None:
            try:
                result = work()
            except CounterError as error:
                self._answered.emit(failed or self.refused.emit, error)
            except Exception:
                log.exception("work aside failed")
                self._answered.emit(failed or self.refused.emit, CounterError("program.fault"))
            else:
                self._answered.emit(done, result)

        threading.Thread(target=run, name="aside", daemon=True).start()

    def sign_in(self, clerk: Clerk | None) -> None:
        """Make `clerk` the one who acts, or nobody; called with what a sign-in use case returned."""
        self.clerk = clerk
        self.actor = self.rooms.sign_in.actor_of(self.station.desk, clerk.id) if clerk else None
        self.clerk_changed.emit(clerk)

    def _submit(self, work: Callable[[], Any], done: Done | None, failed: Failed | None) -> None:
        wrong = failed or self.refused.emit
        self.station.submit(
            work,
            lambda result: self._answered.emit(done, result),
            lambda error: self._answered.emit(wrong, error),
        )

    @Slot(object, object)
    def _back(self, then: Done | None, value: object) -> None:
        if then is not None:
            then(value)
