"""Frozen facts that the core announces after commit; `ui` turns them into what a clerk sees and hears."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from counter_app.ports import DeviceStatus, RawScan, Reading


@dataclass(frozen=True, slots=True)
class Refused:
    """The trade or the program said no: a stable code and the facts for its sentence."""

    code: str
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PieceReceived:
    """A piece is in the journal: on disk, and owed to the centre."""

    item_id: str
    mail_id: str
    mailbox: str
    op_id: str


@dataclass(frozen=True, slots=True)
class PieceChanged:
    """A piece was moved, assigned, reassigned, weighed or taken back."""

    item_id: str
    kind: str
    op_id: str


@dataclass(frozen=True, slots=True)
class ShelvesChanged:
    """A shelf was set up, closed or counted; `code` says which."""

    code: str


@dataclass(frozen=True, slots=True)
class IntakeChanged:
    """A carrier's drop was opened, squared, or explained; `state` is its state now."""

    intake_id: str
    state: str


@dataclass(frozen=True, slots=True)
class ReturnsChanged:
    """The list of what goes back to its senders has changed; `state` is that of the manifest."""

    manifest_id: str
    state: str


@dataclass(frozen=True, slots=True)
class PickupChanged:
    """A pickup took a step; `state` is its state now."""

    pickup_id: str
    state: str


@dataclass(frozen=True, slots=True)
class TaskChanged:
    """A task took a step; `state` is its state now."""

    task_id: str
    kind: str
    state: str


@dataclass(frozen=True, slots=True)
class SupplyChanged:
    """A supply was counted, restocked, or its level for ordering set."""

    supply_id: str


@dataclass(frozen=True, slots=True)
class SignedIn:
    clerk_id: str
    name: str
    level: int


@dataclass(frozen=True, slots=True)
class SignedOut:
    """The clerk left or the counter locked itself (`locked`)."""

    locked: bool = False


@dataclass(frozen=True, slots=True)
class ScanArrived:
    """A device gave a scan; the desk decides what it means."""

    scan: RawScan


@dataclass(frozen=True, slots=True)
class WeightArrived:
    """The scale showed something new. `reading` is None while there is nothing that may be used."""

    reading: Reading | None
    code: str = ""


@dataclass(frozen=True, slots=True)
class DeviceChanged:
    status: DeviceStatus


@dataclass(frozen=True, slots=True)
class SyncChanged:
    """Where the exchange with the centre stands. `state`: online, offline, sending, refused."""

    state: str
    waiting: int
    last_success_ms: int | None
    code: str = ""


@dataclass(frozen=True, slots=True)
class OutcomesArrived:
    """The centre answered these operations (op_id -> status)."""

    statuses: dict[str, str]


@dataclass(frozen=True, slots=True)
class RowsArrived:
    """Rows were pulled: table -> count. What is on screen may be older than the store."""

    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class InboxChanged:
    open_count: int


@dataclass(frozen=True, slots=True)
class PrintJobChanged:
    """A job moved. `state`: owed, printing, done, failed, doubtful."""

    job_id: str
    kind: str
    state: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class BackupChanged:
    """A backup is being taken (`state` running, with its `step`), was saved at `at_ms`, or failed with `code`."""

    state: str
    at_ms: int = 0
    code: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class SpaceChanged:
    """How much room the disk has. `state`: plenty, low, no_photos, read_only; `free_mb` when it was looked at."""

    state: str
    free_mb: int


@dataclass(frozen=True, slots=True)
class StoreChecked:
    """The store was read through while nobody worked; `code` is "" when every page was whole."""

    code: str = ""


@dataclass(frozen=True, slots=True)
class DrillDue:
    """Whether somebody should try again if a backup can be restored; 30 days after the last time."""

    due: bool


@dataclass(frozen=True, slots=True)
class StoreFailed:
    """The store cannot be trusted any more: nothing is written from now on. `code`: store.damaged, store.disk_error."""

    code: str


@dataclass(frozen=True, slots=True)
class RebuildMoved:
    """How far the rescue from a damaged store is. `step`: reading (pages), people, acts, rows."""

    step: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class ActsLost:
    """What is missing after damage: `count` acts between two times (UTC ms, 0 unknown); `rescued` of `total` are here.

    `count` 0: everything came back.
    """

    count: int
    since_ms: int
    until_ms: int
    rescued: int = 0
    total: int = 0
    rebuilt: bool = False
    """After a rebuild; else the disk had silently lost the newest acts."""

    def facts(self, local: Callable[[int], datetime]) -> dict[str, Any]:
        """For a sentence: the figures, and the two times as they are said at the store; "?" for an unknown one."""
        times = {"since": self.since_ms, "until": self.until_ms}
        said = {key: f"{local(at_ms):%Y-%m-%d %H:%M}" if at_ms else "?" for key, at_ms in times.items()}
        return {"count": self.count, "rescued": self.rescued, "total": self.total, **said}


@dataclass(frozen=True, slots=True)
class ClockJudged:
    """How the computer's clock stands: ahead (positive) or behind by so many milliseconds, 0 when it is right.

    `proven` is False when it is only too far ahead of everything known to be believed.
    """

    off_by_ms: int
    proven: bool = True


@dataclass(frozen=True, slots=True)
class FirstSyncMoved:
    """How much of the register has arrived at a station that began without one.

    `state`: arriving, arranging (all rows are here, they are made searchable), waiting (no line to the centre), paused
    (by a clerk), arrived. `done` of `total` rows; `left_s` is None while nobody can say.
    """

    state: str
    done: int = 0
    total: int = 0
    left_s: int | None = None
