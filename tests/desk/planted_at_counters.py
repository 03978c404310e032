"""Ways in which a store with two counters loses a piece, passes a gate round or takes money twice, each planted in the
real code. A bug lasts as long as its `with`, which says how the days name it; none can be reached from the program."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from central_service import cashier
from central_service import journal as centre_journal
from counter_app.desk import held, money, pickup_visit
from counter_app.domain import fold_items, permissions
from counter_app.domain.mail_item import ItemState
from counter_app.domain.permissions import Verdict

PLANTED: dict[str, Callable[[], AbstractContextManager[str]]] = {}


def planted(work: Callable[[], Iterator[str]]) -> Callable[[], Iterator[str]]:
    PLANTED[work.__name__] = contextmanager(work)
    return work


@planted
def works_on_what_lies_in_another_task() -> Iterator[str]:
    """A task that names a piece is believed, whichever task the piece lies in."""
    with patch.object(held, "lies_in", lambda item, task_id: True):
        yield "gate"


@planted
def lies_in_each_task_that_asks() -> Iterator[str]:
    """The last task to ask for a piece gets it."""

    def into_task(row: Any, op: Any) -> Any:
        return replace(row, state=ItemState.IN_TASK.value, task_id=op.entity_id, state_before_task="received")

    kinds = [kind for kind, step in fold_items.STEPS.items() if step is fold_items._item_into_task]
    with patch.dict(fold_items.STEPS, dict.fromkeys(kinds, into_task)):
        yield "piece|gate"


@planted
def hands_over_through_open_gaps() -> Iterator[str]:
    with patch.object(pickup_visit, "gaps", lambda row: ()):
        yield "gate"


@planted
def asks_nobody_for_the_right() -> Iterator[str]:
    with patch.object(permissions, "allows", lambda actor, action: Verdict(True)):
        yield "gate"


@planted
def asks_the_gateway_under_a_new_key() -> Iterator[str]:
    """The answer was lost, so the charge is tried once more, as another one."""
    real = cashier.ChargeOrder

    def anew(key: str, account: str, amount_cents: int) -> Any:
        task, _, attempt = key.rpartition(":")
        return real(f"{task}:{attempt}.{os.urandom(4).hex()}", account, amount_cents)

    with patch.object(cashier, "ChargeOrder", anew):
        yield "money"


@planted
def never_charges_what_was_put_off() -> Iterator[str]:
    rest = tuple(kind for kind in centre_journal.CHARGING if kind != "pickup.charge_put_off")
    with patch.object(centre_journal, "CHARGING", rest):
        yield "money"


@planted
def forgets_the_pickups_at_the_end_of_the_day() -> Iterator[str]:
    with patch.object(money, "_paid_pickups", lambda *asked: []):
        yield "money"
