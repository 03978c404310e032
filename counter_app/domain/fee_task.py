"""A fee without work: postage due that the store laid out, storage after the free days, or what a clerk names (2.5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from counter_app.domain.task import ChargeLine, Task

WHAT = ("storage", "postage_due", "other")


@dataclass(frozen=True, slots=True)
class FeeTask(Task):
    """What is charged and for which pieces; they lie where they lie and are in no task because of it.

    `until` is the day up to which storage is paid with this fee (ISO), so that no day is charged twice.
    """

    TERMS: ClassVar[tuple[str, ...]] = ("what", "about", "until", "charges")

    what: str = ""
    about: tuple[str, ...] = ()
    until: str = ""
    charges: tuple[ChargeLine, ...] = ()
