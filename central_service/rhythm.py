"""Work that comes again while the service runs: looking after its history, forgetting old tombstones."""

from __future__ import annotations

import threading
from collections.abc import Callable

from central_service.centre import Centre

STOP_S = 10.0


class Rhythm:
    """Does `work` every `every_s` seconds in a thread of its own, the first time after that long. `stop` joins."""

    def __init__(self, centre: Centre, name: str, every_s: float, work: Callable[[], object]) -> None:
        self._centre, self._name, self._every_s, self._work = centre, name, every_s, work
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"centre-{name}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._thread.join(STOP_S)

    def _run(self) -> None:
        while not self._over.wait(self._every_s):
            try:
                self._work()
            except Exception as error:  # the top of a thread: say it and go on, the next time comes
                self._centre.log(f"{self._name}_raised", error=type(error).__name__)
