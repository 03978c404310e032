"""The Tasks room by hand: a task is taken up from the list, its pieces are scanned, its fee is charged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from counter_app.demo.walk import NotSoError

if TYPE_CHECKING:
    from counter_app.demo.people import Customer
    from counter_app.demo.world import World
    from counter_app.domain.mail_item import MailItem

ROWS_WALKED = 200


def room(world: World) -> Any:
    """The Tasks room with its list, whatever was on the screen before."""
    world.hand.go("tasks")
    page: Any = world.hand.window.pages["tasks"]
    while page.panel is not None:
        idle(world)
        if page.panel is not None:  # else what was done there has closed it
            page.panel.escape()
            idle(world)
    return page


def idle(world: World) -> None:
    """Wait until the window has its answers and shows them."""
    world.hand.wait(lambda: not world.doing.at_work, "the desk to be idle")


def taken_up(world: World, kind: str, customer: Customer, items: Sequence[MailItem], **terms: Any) -> str:
    """A customer asks on the web for something to be done with his pieces; the clerk takes it up from the list.

    The task's id; every piece is gathered by scanning.
    """
    task_id = world.asked(kind, customer, items, **terms)
    take_up(world, task_id)
    for one in items:
        world.scan(one.mail_id)
        world.hand.wait(partial(_ticked, world, task_id, one.id), "the piece to be gathered")
    idle(world)
    return task_id


def take_up(world: World, task_id: str) -> None:
    """Choose the task in the list by the arrow keys, and Process."""
    page, hand = room(world), world.hand
    hand.wait(lambda: page.table.rows.rowCount() and not world.doing.at_work, "the list of tasks")
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(ROWS_WALKED):
        if page.table.current_row().get("id") == task_id:
            break
        QTest.keyClick(page.table, Qt.Key.Key_Down)
    else:
        raise NotSoError(f"task {task_id} is not in the list")
    hand.strike("Process")
    hand.wait(lambda: page.panel is not None and page.panel.task_id == task_id, "the task to be at work")
    idle(world)


def panel(world: World) -> Any:
    """What has the place of the list: the task at work, or a list beside it."""
    page: Any = world.hand.window.pages["tasks"]
    if page.panel is None:
        raise NotSoError("no task is at work")
    return page.panel


def charged(world: World, task_id: str) -> Any:
    """Charge the fee by its key; the task as the card's answer has left it."""
    hand, fee = world.hand, panel(world).fee
    hand.wait(lambda: fee.charge.isVisible() and fee.charge.isEnabled(), "the fee to be due")
    hand.key("Ctrl+G")
    is_now(world, task_id, lambda task: task.payment or task.state == "charging", "the fee to be asked for")
    world.kick()
    answered = is_now(world, task_id, lambda task: task.state != "charging", "the answer of the card")
    hand.wait(lambda: panel(world).view.task.state == answered.state, "the panel to show it")
    idle(world)
    return answered


def beside(world: World, name: str) -> Any:
    """Open one of the lists beside the to-do list by the key on its button."""
    room(world)
    world.hand.strike(name)
    idle(world)
    return panel(world)


def is_now(world: World, task_id: str, fact: Callable[[Any], object], what: str, seconds: float = 30.0) -> Any:
    """Wait until the task in the store is so; the task."""
    world.hand.wait(lambda: fact(world.task(task_id)), what, seconds)
    return world.task(task_id)


def _ticked(world: World, task_id: str, item_id: str) -> bool:
    return item_id in world.task(task_id).ticked
