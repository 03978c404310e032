"""Which class holds a task of which kind."""

from __future__ import annotations

from counter_app.domain.task import Task, TaskKind
from counter_app.domain.task_consolidate import ConsolidateTask
from counter_app.domain.task_ship import ShipTask

TASKS: dict[str, type[Task]] = {kind.value: Task for kind in TaskKind} | {
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
