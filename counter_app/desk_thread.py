"""The one thread on which every use case runs, in the order in which the clerk and the devices asked."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from typing import Any

from counter_app.errors import CounterError

log = logging.getLogger(__name__)
Work = Callable[[], Any]
Answered = Callable[[Any], None]
Failed = Callable[[CounterError], None]


class DeskThread:
    """Runs submitted work one after the other. The outcome is always looked at: nothing fails silently."""

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[tuple[Work, Answered, Failed] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="desk", daemon=True)

    def busy(self) -> bool:
        """Whether something is waiting to be run; what runs right now does not count."""
        return not self._queue.empty()

    def start(self) -> None:
        self._thread.start()

    def submit(self, work: Work, answered: Answered, failed: Failed) -> None:
        """Run `work` on the desk thread; one of the two others is then called there with what came of it."""
        self._queue.put((work, answered, failed))

    def close(self, deadline_s: float = 5.0) -> bool:
        """Finish what was submitted, then stop; True when that took less than `deadline_s`."""
        self._queue.put(None)
        if self._thread.is_alive():
            self._thread.join(deadline_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (entry := self._queue.get()) is not None:
            _do(*entry)
            # While this thread waits it holds nothing: what hears an answer belongs to the window, and a window that
            # was put away must not be taken apart here.
            del entry


def _do(work: Work, answered: Answered, failed: Failed) -> None:
    try:
        result = work()
    except CounterError as error:
        _told(failed, error)
    except Exception:
        # The top of a thread: a bug is logged with its place, the clerk reads that it was one.
        log.exception("use case failed")
        _told(failed, CounterError("program.fault"))
    else:
        _told(answered, result)


def _told(hear: Callable[[Any], None], outcome: Any) -> None:
    """A window that is gone or has a bug must not end the thread on which all others wait."""
    try:
        hear(outcome)
    except Exception:
        log.exception("outcome not heard")
