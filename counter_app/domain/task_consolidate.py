"""Consolidation: several pieces become one, with a Mail ID of its own that begins with C (2.7, KB-CONS)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.mail_item import MailItem
from counter_app.domain.task import ChargeLine, Task
from counter_app.domain.task_ship import CARRIERS, beyond

if TYPE_CHECKING:
    from counter_app.domain.task_fees import TaskPrices

FEWEST = 2


@dataclass(frozen=True, slots=True)
class ConsolidateTask(Task):
    """A bundle in the making. `parent` is the new piece once it is bound together."""

    parent: str = ""
    mail_id: str = ""
    bundled_ms: int = 0


def consolidate_lines(task: Task, items: Sequence[MailItem], prices: TaskPrices) -> tuple[ChargeLine, ...]:
    """Each package costs, letters and postcards and everything flat are free (2.7)."""
    packages = sum(1 for item in items if item.mail_type == "package")
    if not packages or not prices.consolidate_package:
        return ()
    return (ChargeLine("package", "", packages, prices.consolidate_package),)


def too_big_for(weight_g: int, length_mm: int, width_mm: int, height_mm: int) -> tuple[str, ...]:
    """The carriers that would not take the bundle as one parcel."""
    return tuple(one for one in CARRIERS if beyond(one, weight_g, length_mm, width_mm, height_mm))
