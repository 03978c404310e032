"""The Shelves room: the map, what is to be fetched, counting a shelf, and what is missing (2.3, 2.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTimer

from counter_app import events
from counter_app.ports import RawScan
from ui.buttons import FilterBar
from ui.frame import PageHead, on_key
from ui.pages.fetch_part import FetchPart
from ui.pages.missing_part import MissingPart
from ui.pages.page import Page
from ui.pages.shelf_count import CountPart
from ui.pages.shelf_map import MapPart
from ui.widgets import ShownStack

if TYPE_CHECKING:
    from ui.window import Window

CHANGES = (
    events.PieceReceived,
    events.PieceChanged,
    events.PickupChanged,
    events.ShelvesChanged,
    events.RowsArrived,
    events.OutcomesArrived,
)


class ShelvesPage(Page):
    """Four parts under one head; a scan goes to the part that shows. Ctrl+1 to Ctrl+4 choose it."""

    finds = True

    def __init__(self, window: Window) -> None:
        super().__init__(window, PageHead(QCoreApplication.translate("Shelves", "Shelves"), ""))
        self.parts = {
            "map": MapPart(self),
            "fetch": FetchPart(self),
            "count": CountPart(self),
            "missing": MissingPart(self),
        }
        names = {
            "map": QCoreApplication.translate("Shelves", "Map"),
            "fetch": QCoreApplication.translate("Shelves", "Fetch"),
            "count": QCoreApplication.translate("Shelves", "Count"),
            "missing": QCoreApplication.translate("Shelves", "Missing"),
        }
        self.tabs = FilterBar(tuple(names.items()))
        self.tabs.changed.connect(self.turn_to)
        self.stack = ShownStack()
        for nth, (key, part) in enumerate(self.parts.items(), 1):
            self.stack.addWidget(part)
            on_key(self, f"Ctrl+{nth}", lambda key=key: self.turn_to(key))
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.stack, 1)
        self._again = QTimer(self, interval=60, singleShot=True)
        self._again.timeout.connect(self.reload)

    @property
    def part(self) -> Any:
        return self.stack.currentWidget()

    def turn_to(self, key: str) -> None:
        """Show one of the four parts."""
        if self.part is not self.parts[key]:
            self.part.left()
        self.tabs.set_key(key)
        self.stack.setCurrentWidget(self.parts[key])
        self.reload()

    def open(self, part: str = "map", shelf: str = "", item_id: str = "") -> None:
        """Show a part, with a shelf or a piece chosen in it."""
        self.turn_to(part)
        self.part.open(shelf=shelf, item_id=item_id)

    def reload(self) -> None:
        """Ask the store anew for what shows, and for the numbers on the tabs."""
        if self.doing.clerk is None or not self.doing.ready:
            return
        self.part.reload()
        self.doing.do(self.doing.rooms.shelves.store_map, done=self._count)
        self.doing.do(self.doing.rooms.fetching.to_fetch, done=lambda found: self.tabs.set_count("fetch", len(found)))

    def _count(self, shown: Any) -> None:
        self.tabs.set_count("missing", shown.searched_for)
        self.head.set_subtitle(
            QCoreApplication.translate("Shelves", "{pieces} pieces here, {free} without a shelf").format(
                pieces=shown.pieces, free=shown.without_place
            )
        )

    # ------------------------------------------------------------ Page

    def shown(self) -> None:
        self.reload()

    def left(self) -> None:
        self.part.left()

    def heard(self, event: object) -> None:
        if isinstance(event, CHANGES) and self.isVisible() and not self.part.knows(event):
            self._again.start()

    def scanned(self, scan: RawScan) -> bool:
        return bool(self.part.scanned(scan.text))

    def escape(self) -> bool:
        return bool(self.part.escape())
