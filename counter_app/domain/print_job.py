"""A paper that is owed. Paper is not idempotent: what may have come out is never printed again without being asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


class JobState:
    """The states of a print job, as the store keeps them."""

    OWED = "owed"
    PRINTING = "printing"
    DONE = "done"
    FAILED = "failed"
    DOUBTFUL = "doubtful"


STATES = (JobState.OWED, JobState.PRINTING, JobState.DONE, JobState.FAILED, JobState.DOUBTFUL)


@dataclass(frozen=True, slots=True)
class Job:
    """One job of the queue. `position` orders the jobs of a printer, `payload` holds the label's plain values."""

    id: str
    kind: str
    payload: dict[str, Any] = field(hash=False)
    printer: str
    copies: int = 1
    tries: int = 0
    position: int = 0
    state: str = JobState.OWED
    code: str = ""
    created_ms: int = 0
