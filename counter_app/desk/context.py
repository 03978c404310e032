"""What every use case works with, and the one way to act: ask the right, write, commit, and only then tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from counter_app.desk import clock_watch
from counter_app.desk.clock_watch import ClockWatch
from counter_app.desk.settings import StoreSettings
from counter_app.domain import fold, permissions
from counter_app.domain.employee import Actor
from counter_app.domain.operations import MalformedOperationError
from counter_app.domain.values import new_id
from counter_app.errors import RuleViolation, StoreError
from counter_app.ports import Announce, Clock
from counter_app.store import journal, print_jobs
from counter_app.store.blobs import Blobs
from counter_app.store.db import Database
from counter_app.store.journal import Appended, Identity, Moment

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(slots=True)
class Desk:
    """One station at work. `offset` is what the exchange with the centre last measured of this clock."""

    db: Database
    blobs: Blobs
    identity: Identity
    settings: StoreSettings
    clock: Clock
    entropy: Callable[[int], bytes]
    announce: Announce
    pepper: bytes = field(repr=False)
    offset_ms: int = 0
    offset_at_mono_ms: int | None = None
    online: bool = False
    watch: ClockWatch = field(init=False)
    on_station: dict[str, tuple[Actor, int]] = field(default_factory=dict)
    """Clerks who signed in with a password since the start: id -> (actor, monotonic ms); for the PIN switch."""
    read_only: str = ""
    """Why nothing new may be written here, as a code; "" while all is well. Signing in and out always may."""
    photos_kept: bool = True
    """False while the disk has room for acts but not for their pictures."""
    shipping_printer: str = "label"
    """The printer that the carriers' labels are owed to."""

    def __post_init__(self) -> None:
        self.watch = ClockWatch(self.clock, clock_watch.stored(self.db))

    def now_ms(self) -> int:
        return self.clock.wall_ms()

    def new_id(self) -> str:
        return new_id(self.clock.wall_ms(), self.entropy(10))

    def today(self) -> str:
        """The date at the store, ISO; the store's zone and never the computer's."""
        return self.local(self.now_ms()).date().isoformat()

    def local(self, at_ms: int) -> datetime:
        return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(ZoneInfo(self.settings.zone))

    def moment(self) -> Moment:
        mono, wall = self.clock.mono_ms(), self.clock.wall_ms()
        if self.offset_at_mono_ms is None:
            # Never measured since the start: a wall clock that cannot be right is marked with what is trusted instead.
            judged = self.watch.judged()
            return Moment(wall, mono, judged.trusted_ms - wall if judged.suspect else 0, 0)
        return Moment(wall, mono, self.offset_ms, max(0, (mono - self.offset_at_mono_ms) // 1000))

    def keep_photo(self, photo: bytes) -> str:
        """Keep the picture of a piece; "" without one, and while the disk has no room for pictures."""
        return self.blobs.keep(photo, "piece") if photo and self.photos_kept else ""

    @contextmanager
    def act(self, actor: Actor, action: str) -> Iterator[Act]:
        """One act of a clerk: the right is asked first, everything is one transaction, events follow the commit.

        RuleViolation when the right is missing or when the rows do not allow it; StoreError when the disk is so full
        that nothing new is written.
        """
        demand(actor, action)
        if self.read_only:
            raise StoreError(self.read_only)
        with self.db.write() as connection:
            act = Act(self, connection, actor)
            try:
                yield act
                self.watch.keep(connection)
            except fold.Rejected as error:
                raise RuleViolation(error.code) from error
            except MalformedOperationError as error:
                raise RuleViolation(error.code) from error
        for event in act.events:
            self.announce(event)


def demand(actor: Actor, action: str) -> None:
    """RuleViolation with the level that it takes, unless `actor` may do `action`."""
    verdict = permissions.allows(actor, action)
    if not verdict:
        raise RuleViolation(verdict.code, action=action, least_level=verdict.least_level, level=actor.level)


class Act:
    """An act under way: its transaction, and what will be told once it is on the disk."""

    def __init__(self, desk: Desk, connection: Connection, actor: Actor) -> None:
        self.desk = desk
        self.connection = connection
        self.actor = actor
        self.events: list[object] = []

    def write(self, kind: str, entity_id: str, **body: Any) -> Appended:
        """Append one operation to the journal and fold it into the rows."""
        return journal.append(
            self.connection,
            self.desk.identity,
            self.desk.entropy,
            self.desk.moment(),
            self.actor,
            kind,
            entity_id,
            body,
        )

    def owe(self, kind: str, payload: Mapping[str, Any], *, printer: str = "label", item_id: str = "") -> str:
        """Put a label into the print queue in this same transaction; returns the job's id."""
        job_id = self.desk.new_id()
        print_jobs.owe(self.connection, job_id, kind, payload, printer, self.desk.now_ms(), item_id=item_id)
        return job_id

    def tell(self, event: object) -> None:
        """Announce `event` after the commit, and never if there is none."""
        self.events.append(event)
