"""What the station tells the centre of itself now and then, and what it hears in return for the store's Inbox.

It goes beside the exchange and never stands in its way: what goes wrong here is forgotten until the next time.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from counter_app.errors import CounterError
from counter_app.events import InboxChanged
from counter_app.ports import Announce, Clock
from counter_app.store import notices
from counter_app.store.db import Database
from counter_app.sync.central import Central

VERSION = "0.1.0"
"""The program's; a test holds it against pyproject.toml."""
EVERY_MS = 300_000
log = logging.getLogger(__name__)


class Reporter:
    """Tells of one station; used by the thread of the exchange."""

    def __init__(self, db: Database, central: Central, clock: Clock, announce: Announce) -> None:
        self._db = db
        self._central = central
        self._clock = clock
        self._announce = announce
        self._told_mono_ms: int | None = None
        self._told_parked = 0

    def after_round(self, code: str) -> None:
        """Report if it is time: at first, every five minutes, and as soon as something was parked or went wrong.

        `code` is the last trouble of the exchange since the round before that went well, "" for none. Raises nothing.
        """
        try:
            with self._db.read() as connection:
                waiting, parked, photos, _ = notices.counts(connection)
            now = self._clock.mono_ms()
            told = self._told_mono_ms
            if told is not None and now - told < EVERY_MS and parked == self._told_parked and not code:
                return
            self._told_mono_ms, self._told_parked = now, parked
            said = self._central.report(
                {"version": VERSION, "waiting": waiting, "parked": parked, "photos": photos, "last_code": code[:80]}
            )
            self._take_notices(said)
        except CounterError as error:
            log.info("report not taken", extra={"code": error.code})

    def _take_notices(self, said: Mapping[str, Any]) -> None:
        given = said.get("notices")
        sound = [one for one in given if _sound(one)] if isinstance(given, list) else []
        if not sound:
            return
        with self._db.write(background=True) as connection:
            fresh = notices.take(connection, sound, self._clock.wall_ms())
            *_, open_count = notices.counts(connection)
        if fresh:
            self._announce(InboxChanged(open_count))


def _sound(one: Any) -> bool:
    keys = ("id", "op_id", "kind")
    return isinstance(one, dict) and all(isinstance(one.get(key), str) and 0 < len(one[key]) <= 64 for key in keys)
