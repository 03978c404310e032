"""The rooms of the window in the order of the rail. A room that is not built yet is not here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from ui.frame import RailItem
from ui.pages.customers import CustomersPage
from ui.pages.devices import DevicesPage
from ui.pages.inbox import InboxPage
from ui.pages.page import Page
from ui.pages.pickups import PickupsPage
from ui.pages.print_queue import PrintQueuePage
from ui.pages.receive import ReceivePage
from ui.pages.today import TodayPage

Room = tuple[Callable[[Any], Page], str, str]
"""What makes the page from its window, its icon, its function key."""

UPPER: dict[str, Room] = {
    "today": (TodayPage, "layout-dashboard", "F1"),
    "receive": (ReceivePage, "package-plus", "F2"),
    "pickups": (PickupsPage, "hand-helping", "F4"),
    "customers": (CustomersPage, "users", "F7"),
}
"""The rooms of the day."""

LOWER: dict[str, Room] = {
    "inbox": (InboxPage, "inbox", ""),
    "print": (PrintQueuePage, "printer", ""),
    "devices": (DevicesPage, "plug", ""),
}
"""The rooms at the foot of the rail."""


def title(key: str) -> str:
    """The name of a room in the clerk's language."""
    return {
        "today": QCoreApplication.translate("Rooms", "Today"),
        "receive": QCoreApplication.translate("Rooms", "Receive"),
        "pickups": QCoreApplication.translate("Rooms", "Pickups"),
        "customers": QCoreApplication.translate("Rooms", "Customers"),
        "inbox": QCoreApplication.translate("Rooms", "Inbox"),
        "print": QCoreApplication.translate("Rooms", "Print queue"),
        "devices": QCoreApplication.translate("Rooms", "Devices"),
    }[key]


def rail_items(rooms: dict[str, Room]) -> list[RailItem]:
    """What the rail shows for these rooms."""
    return [RailItem(key, title(key), icon, shortcut) for key, (_, icon, shortcut) in rooms.items()]
