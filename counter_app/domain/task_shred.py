"""Shred: pages counted by the piece, the pile, and the days in which a piece can still be saved from it (2.10, T24)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.mail_item import MailItem
from counter_app.domain.task import ChargeLine, Task

if TYPE_CHECKING:
    from counter_app.domain.task_fees import TaskPrices

PAGES_MOST = 2_000
"""Pages of one piece; more is a slip of the finger."""
DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class PageCount:
    """How many pages a clerk has counted in a piece."""

    item: str
    pages: int


@dataclass(frozen=True, slots=True)
class ShredTask(Task):
    """A shred. `piled_ms` is when it went onto the pile `pile`, and who put it there."""

    counts: tuple[PageCount, ...] = ()
    pile: str = ""
    piled_ms: int = 0
    piled_by: str = ""

    @property
    def counted(self) -> bool:
        """Whether every piece at hand has its pages counted."""
        known = {one.item for one in self.counts}
        return bool(self.at_hand) and all(item in known for item in self.at_hand)

    def pages_of(self, item_id: str) -> int:
        return next((one.pages for one in self.counts if one.item == item_id), 0)


def shred_lines(task: ShredTask, items: Sequence[MailItem], prices: TaskPrices) -> tuple[ChargeLine, ...]:
    """$2.25 a piece up to 10 pages and $0.25 for each further page of that piece (2.10); uncounted is no line."""
    counts = [one.pages for one in task.counts if one.item in task.at_hand]
    more = sum(max(0, pages - prices.shred_pages) for pages in counts)
    lines = (
        ChargeLine("shred.pages", "", len(counts), prices.shred),
        ChargeLine("shred.more", "", more, prices.shred_more),
    )
    return tuple(line for line in lines if line.quantity and line.unit_cents)


def rescue_until_ms(task: ShredTask, days: int) -> int:
    """Until when a manager may take it out of the pile again, UTC milliseconds."""
    return task.piled_ms + days * DAY_MS


def discard_lines(task: Task, items: Sequence[MailItem], prices: TaskPrices) -> tuple[ChargeLine, ...]:
    """What the store takes for a discarded piece; nothing unless it has set a price."""
    return (ChargeLine("discard", "", len(items), prices.discard),) if items and prices.discard else ()
