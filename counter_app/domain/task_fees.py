"""What a task costs, by its kind and the store's prices; every amount in whole cents (2.6 to 2.10).

What iPostal1 charges for scanning and discarding is not known: these are the store's own settings and cost nothing
until it has set them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from counter_app.domain.fee_task import FeeTask
from counter_app.domain.mail_item import MailItem
from counter_app.domain.task import ChargeLine, Task, TaskKind, total_cents
from counter_app.domain.task_consolidate import consolidate_lines
from counter_app.domain.task_deposit import deposit_lines
from counter_app.domain.task_scan import scan_lines
from counter_app.domain.task_ship import ship_lines
from counter_app.domain.task_shred import discard_lines, shred_lines


@dataclass(frozen=True, slots=True)
class TaskPrices:
    """The store's prices in cents; never below nothing."""

    scan_page: int = 0
    scan_pages_free: int = 0
    shred: int = 225
    shred_pages: int = 10
    shred_more: int = 25
    discard: int = 0
    consolidate_package: int = 195
    deposit: int = 495
    insurance_per_100: int = 400
    insurance_max: int = 250_000
    ship_permille: int = 1_000
    """The store's usual factor on retail postage, in thousandths; the guard of S-11 holds for it too."""
    price_change: int = 0
    """A price may exceed what the customer agreed to by so much before he is asked (2.6)."""

    def __post_init__(self) -> None:
        if any(getattr(self, one.name) < 0 for one in fields(self)):
            raise ValueError("a price is never negative")


Pricing = Callable[[Any, Sequence[MailItem], TaskPrices], tuple[ChargeLine, ...]]
"""From a task of its kind, its pieces at hand and the store's prices to the lines that the trade charges."""


def _nothing(task: Task, items: Sequence[MailItem], prices: TaskPrices) -> tuple[ChargeLine, ...]:
    return ()


def _of_fee(task: FeeTask, items: Sequence[MailItem], prices: TaskPrices) -> tuple[ChargeLine, ...]:
    return task.charges  # as they were worked out when it was opened


PRICING: dict[str, Pricing] = {kind.value: _nothing for kind in TaskKind} | {
    TaskKind.FEE.value: _of_fee,
    TaskKind.SHIP.value: ship_lines,
    TaskKind.CONSOLIDATE.value: consolidate_lines,
    TaskKind.SCAN.value: scan_lines,
    TaskKind.SHRED.value: shred_lines,
    TaskKind.DISCARD.value: discard_lines,
    TaskKind.CHECK_DEPOSIT.value: deposit_lines,
}
"""Kind -> what it costs by rule; extras of a clerk come on top."""


def lines_for(task: Task, items: Sequence[MailItem], prices: TaskPrices) -> tuple[ChargeLine, ...]:
    """Every line of the task as it would be charged now: what the trade charges, then what a clerk has added."""
    return (*PRICING[task.kind](task, items, prices), *task.extras)


def due_cents(task: Task, items: Sequence[MailItem], prices: TaskPrices) -> int:
    """What the task costs now, in cents."""
    return total_cents(lines_for(task, items, prices))


def must_ask(task: Task, due: int, prices: TaskPrices) -> bool:
    """Whether the customer has to say yes to `due` cents first: more than he agreed to, beyond the threshold (2.6)."""
    return task.agreed_cents > 0 and due > task.agreed_cents + prices.price_change
