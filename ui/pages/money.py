"""The Money room: what the day took in, to the cent, and storage that begins to cost (S-15, 2.21)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget

from counter_app.events import OutcomesArrived, PickupChanged, PieceChanged, RowsArrived, TaskChanged
from ui.buttons import FilterBar
from ui.frame import PageHead
from ui.pages.day_end import DayEndView
from ui.pages.page import Page
from ui.pages.storage_list import StorageView

if TYPE_CHECKING:
    from ui.window import Window

CHANGES = (TaskChanged, PickupChanged, PieceChanged, RowsArrived, OutcomesArrived)


class MoneyPage(Page):
    """Two views of the store's money; each reads the local store when it shows."""

    def __init__(self, window: Window) -> None:
        super().__init__(window, PageHead(QCoreApplication.translate("Money", "Money")))
        self.views = FilterBar(
            (
                ("storage", QCoreApplication.translate("Money", "Storage")),
                ("day", QCoreApplication.translate("Money", "Day end")),
            )
        )
        self.views.changed.connect(lambda _key: self.reload())
        self.storage = StorageView(self)
        self.day = DayEndView(self)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.storage)
        self.stack.addWidget(self.day)
        self.body.addWidget(self.views)
        self.body.addWidget(self.stack)
        self.body.setStretch(1, 1)

    def shown(self) -> None:
        self.reload()

    def heard(self, event: object) -> None:
        if self.isVisible() and isinstance(event, CHANGES):
            self.reload()

    def open(self, view: str = "storage") -> None:
        """Show one of the two views."""
        self.views.set_key(view)
        self.reload()

    def reload(self) -> None:
        """Read what shows anew."""
        if self.doing.clerk is None:
            return
        showing: Any = self.day if self.views.key() == "day" else self.storage
        self.stack.setCurrentWidget(showing)
        showing.reload()
