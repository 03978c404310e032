"""Which panel works on which kind of task."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.pages.task_panel import TaskPanel

if TYPE_CHECKING:
    from ui.pages.page import Page

PANELS: dict[str, Callable[[Page], TaskPanel]] = {
    "fee": TaskPanel,
}
"""Kind -> its panel; a fee has nothing but what all kinds share."""
