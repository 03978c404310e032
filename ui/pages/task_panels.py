"""Which panel works on which kind of task."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.pages.task_panel import TaskPanel
from ui.pages.task_personal_delivery import DeliveryPanel

if TYPE_CHECKING:
    from ui.pages.page import Page


PANELS: dict[str, Callable[[Page], TaskPanel]] = {
    "fee": TaskPanel,
    "personal_delivery": DeliveryPanel,
}
"""Kind -> its panel; a fee has nothing but what all kinds share."""
