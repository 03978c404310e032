"""What the tests do with a personal delivery: a customer asks for it, a clerk goes through its steps."""

from __future__ import annotations

import json
from typing import Any

from counter_app.desk import deliveries, task_work
from counter_app.domain import fold
from counter_app.domain.delivery import DeliveryTask, sealed_code
from counter_app.domain.operations import Operation, checked_body
from counter_app.domain.permissions import PLATFORM
from counter_app.domain.rows import to_plain
from counter_app.store import state

JPEG = b"\xff\xd8\xff" + b"a driver"
CODE, SALT = "7K4M 21", "5a17"
SEALED = sealed_code(CODE, SALT)
STEPS = ("gather", "seal", "driver", "photo", "code")


def asked(counter: Any, items: Any, at_ms: int = 0, account: str = "a1", mailbox: str = "101", **terms: Any) -> str:
    """A delivery that the customer asked for, as the centre's rows bring it to this counter."""
    task_id = counter.desk.new_id()
    terms = {"courier": "uber", "address": "5 Elm Street, Albany", **SEALED, **terms}
    body = {"task_kind": "personal_delivery", "account": account, "mailbox": mailbox}
    body |= {"items": [one.id for one in items], "terms": json.dumps(terms), "wanted_ms": terms.get("window_to_ms", 0)}
    checked = checked_body("task.requested", body)
    op = Operation(counter.desk.new_id(), "task.requested", task_id, PLATFORM, at_ms or counter.desk.now_ms(), checked)
    with counter.desk.db.write() as connection:
        row = fold.apply("task", None, op)
        assert state.accept_pulled(connection, "task", [(task_id, 500, to_plain(row))]) == []
        for one in items:
            item = fold.apply("item", state.item(connection, one.id), op, one.id)
            assert state.accept_pulled(connection, "item", [(one.id, 500, to_plain(item))]) == []
    return task_id


def from_the_centre(counter: Any, task_id: str, kind: str, **body: Any) -> None:
    """The centre's rows after an act of the platform, covering this station's own acts as they do once it has them."""
    with counter.desk.db.write() as connection:
        row = state.task(connection, task_id)
        assert row is not None
        op = Operation(counter.desk.new_id(), kind, task_id, PLATFORM, counter.desk.now_ms(), checked_body(kind, body))
        after = {("task", task_id): fold.apply("task", row, op)}
        for item_id in op.names("items"):
            after["item", item_id] = fold.apply("item", state.item(connection, item_id), op, item_id)
        connection.exec_driver_sql("UPDATE journal SET status = 'applied', seq = 900 WHERE status = 'waiting'")
        for (entity, row_id), one in after.items():
            assert state.accept_pulled(connection, entity, [(row_id, 901, to_plain(one))]) == []


def task(counter: Any, task_id: str) -> DeliveryTask:
    with counter.desk.db.read() as connection:
        found = state.task(connection, task_id)
    assert isinstance(found, DeliveryTask)
    return found


def work(counter: Any, clerk: Any, task_id: str, until: str = "code", bags: int = 1) -> None:
    """Do the steps in their order, up to and with `until`."""
    desk = counter.desk
    for step in STEPS[: STEPS.index(until) + 1]:
        if step == "gather":
            for item in task_work.view(desk, clerk, task_id).items:
                task_work.tick(desk, clerk, task_id, item.mail_id)
        elif step == "seal":
            deliveries.seal(desk, clerk, task_id, bags)
        elif step == "driver":
            deliveries.driver_here(desk, clerk, task_id, "Dee")
        elif step == "photo":
            deliveries.photograph(desk, clerk, task_id, JPEG)
        else:
            deliveries.try_code(desk, clerk, task_id, CODE)
