"""Which class holds a task of which kind."""

from __future__ import annotations

from counter_app.domain.delivery import DeliveryTask
from counter_app.domain.fee_task import FeeTask
from counter_app.domain.task import Task, TaskKind
from counter_app.domain.task_consolidate import ConsolidateTask
from counter_app.domain.task_deposit import DepositTask
from counter_app.domain.task_scan import ScanTask
from counter_app.domain.task_ship import ShipTask
from counter_app.domain.task_shred import ShredTask

TASKS: dict[str, type[Task]] = {kind.value: Task for kind in TaskKind} | {
    TaskKind.FEE.value: FeeTask,
    TaskKind.PERSONAL_DELIVERY.value: DeliveryTask,
    TaskKind.SCAN.value: ScanTask,
    TaskKind.SHRED.value: ShredTask,
    TaskKind.CHECK_DEPOSIT.value: DepositTask,
    TaskKind.SHIP.value: ShipTask,
    TaskKind.CONSOLIDATE.value: ConsolidateTask,
}
"""Kind -> class of its row. A kind that knows more than every task does has a class of its own."""


def task_class(kind: object) -> type[Task]:
    """The class for a row that says it is of `kind`; ValueError for a kind that this program does not know."""
    found = TASKS.get(kind) if isinstance(kind, str) else None
    if found is None:
        raise ValueError("no such kind of task")
    return found
