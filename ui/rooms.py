"""The rooms of the window in the order of the rail. A room that is not built yet is not here.

A room is loaded by its maker and not up here: the window is on the screen before its rooms are made.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ui.rail import RailItem

if TYPE_CHECKING:
    from ui.pages.page import Page


def _today(window: Any) -> Page:
    from ui.pages.today import TodayPage

    return TodayPage(window)


def _receive(window: Any) -> Page:
    from ui.pages.receive import ReceivePage

    return ReceivePage(window)


def _tasks(window: Any) -> Page:
    from ui.pages.tasks import TasksPage

    return TasksPage(window)


def _pickups(window: Any) -> Page:
    from ui.pages.pickups import PickupsPage

    return PickupsPage(window)


def _deliveries(window: Any) -> Page:
    from ui.pages.deliveries import DeliveriesPage

    return DeliveriesPage(window)


def _customers(window: Any) -> Page:
    from ui.pages.customers import CustomersPage

    return CustomersPage(window)


def _money(window: Any) -> Page:
    from ui.pages.money import MoneyPage

    return MoneyPage(window)


def _returns(window: Any) -> Page:
    from ui.pages.returns import ReturnsPage

    return ReturnsPage(window)


def _inbox(window: Any) -> Page:
    from ui.pages.inbox import InboxPage

    return InboxPage(window)


def _shelves(window: Any) -> Page:
    from ui.pages.shelves import ShelvesPage

    return ShelvesPage(window)


def _print_queue(window: Any) -> Page:
    from ui.pages.print_queue import PrintQueuePage

    return PrintQueuePage(window)


def _devices(window: Any) -> Page:
    from ui.pages.devices import DevicesPage

    return DevicesPage(window)


def answer(window: Any) -> Page:
    """The yes/no screen, which has no place on the rail."""
    from ui.pages.answer import AnswerPage

    return AnswerPage(window)


def story(window: Any) -> Page:
    """The story of a piece, which has no place on the rail."""
    from ui.pages.story import StoryPage

    return StoryPage(window)


Room = tuple[Callable[[Any], "Page"], str, str]
"""What makes the page from its window, its icon, its key."""

UPPER: dict[str, Room] = {
    "today": (_today, "layout-dashboard", "F1"),
    "receive": (_receive, "package-plus", "F2"),
    "tasks": (_tasks, "list-checks", "F3"),
    "pickups": (_pickups, "hand-helping", "F4"),
    "deliveries": (_deliveries, "truck", "F5"),
    "customers": (_customers, "users", "F7"),
    "returns": (_returns, "undo-2", "F11"),
}
"""The rooms of the day."""

LOWER: dict[str, Room] = {
    "money": (_money, "receipt", "Ctrl+Shift+M"),
    "shelves": (_shelves, "boxes", "Ctrl+Shift+S"),
    "inbox": (_inbox, "inbox", "Ctrl+Shift+I"),
    "print": (_print_queue, "printer", "Ctrl+Shift+P"),
    "devices": (_devices, "plug", "Ctrl+Shift+D"),
}
"""The rooms at the foot of the rail."""


def title(key: str) -> str:
    """The name of a room in the clerk's language."""
    return {
        "today": QCoreApplication.translate("Rooms", "Today"),
        "receive": QCoreApplication.translate("Rooms", "Receive"),
        "tasks": QCoreApplication.translate("Rooms", "Tasks"),
        "pickups": QCoreApplication.translate("Rooms", "Pickups"),
        "deliveries": QCoreApplication.translate("Rooms", "Deliveries"),
        "customers": QCoreApplication.translate("Rooms", "Customers"),
        "money": QCoreApplication.translate("Rooms", "Money"),
        "shelves": QCoreApplication.translate("Rooms", "Shelves"),
        "returns": QCoreApplication.translate("Rooms", "Returns"),
        "inbox": QCoreApplication.translate("Rooms", "Inbox"),
        "print": QCoreApplication.translate("Rooms", "Print queue"),
        "devices": QCoreApplication.translate("Rooms", "Devices"),
    }[key]


def rail_items(rooms: dict[str, Room]) -> list[RailItem]:
    """What the rail shows for these rooms."""
    return [RailItem(key, title(key), icon, shortcut) for key, (_, icon, shortcut) in rooms.items()]
