"""What the tests of scanning, shredding and depositing share: a task ready for its step, and pages."""

from __future__ import annotations

import hashlib
from typing import Any

from counter_app.desk import task_work
from counter_app.domain.rows import to_plain
from counter_app.domain.task_scan import ScanPage
from counter_app.store import state


def page(shop: Any, text: str = "one", ink: int = 500, **more: Any) -> ScanPage:
    """A page that is kept here."""
    return ScanPage(shop.desk.blobs.keep(b"\xff\xd8\xff" + text.encode(), "scan"), ink=ink, **more)


def elsewhere(text: str) -> ScanPage:
    """A page that another computer has."""
    return ScanPage(hashlib.sha256(text.encode()).hexdigest())


def paid(shop: Any, task_id: str) -> None:
    """Charged and paid: by the card when anything is due."""
    from tests.desk.test_tasks import charged

    if task_work.charge(shop.desk, shop.ann, task_id).task.state == "charging":
        charged(shop, task_id, "paid")


def put_in(shop: Any, task_id: str, task_state: str, **more: Any) -> None:
    """A task in a state, as the centre's row brings it."""
    with shop.desk.db.write() as connection:
        plain = to_plain(state.task(connection, task_id))  # type: ignore[arg-type]
        connection.exec_driver_sql("UPDATE journal SET status = 'applied', seq = 900 WHERE status = 'waiting'")
        assert state.accept_pulled(connection, "task", [(task_id, 901, {**plain, "state": task_state, **more})]) == []


def item(shop: Any, item_id: str) -> Any:
    with shop.desk.db.read() as connection:
        return state.item(connection, item_id)
