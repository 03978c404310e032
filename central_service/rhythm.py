"""Work that comes again while the service runs: charges, e-mail, its history, old tombstones."""

from __future__ import annotations

import threading
from collections.abc import Callable

from central_service.centre import Centre

STOP_S = 10.0
Stopping = Callable[[], bool]
"""Asked between two pieces of work: whether the service is ending."""


class Rhythm:
    """Does `work` every `every_s` seconds in a thread of its own, the first time after that long. `stop` joins.

    What `work` raises is logged as `NAME_raised`, and the next time comes.
    """

    def __init__(
        self, centre: Centre, name: str, every_s: float, work: Callable[[Stopping], object], stop_s: float = STOP_S
    ) -> None:
        self._centre, self._name, self._every_s, self._work, self._stop_s = centre, name, every_s, work, stop_s
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"centre-{name}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._thread.join(self._stop_s)

    def _run(self) -> None:
        while not self._over.wait(self._every_s):
            try:
                self._work(self._over.is_set)
            except Exception as error:  # the top of a thread: say it and go on, what was to be done is still there
                self._centre.log(f"{self._name}_raised", error=type(error).__name__)
