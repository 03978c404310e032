"""The thread on which a damaged store is searched while the counter goes on in a fresh one."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from counter_app.clocks import os_entropy
from counter_app.desk.context import Desk
from counter_app.errors import CounterError
from counter_app.events import ActsLost, RebuildMoved
from counter_app.paths import Home
from counter_app.rebuild import rescue
from counter_app.store.db import Database
from counter_app.store.keys import Keys

log = logging.getLogger(__name__)


class Rescue:
    """Runs `rebuild.rescue` once and tells each step. What is not done at its closing is done at the next start."""

    def __init__(
        self, home: Home, keys: Keys, db: Database, desk: Desk, tell: Callable[[RebuildMoved | ActsLost], None]
    ) -> None:
        self._stop = threading.Event()
        self._tell = tell
        self._steps = rescue(
            home, keys, db, lambda: desk.identity, desk.moment, os_entropy, stopping=self._stop.is_set, local=desk.local
        )
        self._thread = threading.Thread(target=self._run, name="rescue", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self, deadline_s: float = 10.0) -> bool:
        """Stop at the next step; True when the thread ended in time."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(deadline_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            for told in self._steps:
                self._tell(told)
        except CounterError as error:
            log.warning("rescue stopped", extra={"code": error.code})
        except Exception:
            # Nothing of the damaged store is touched by it: the next start tries again.
            log.exception("rescue failed")
