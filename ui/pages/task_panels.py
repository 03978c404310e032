"""Which panel works on which kind of task."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ui.pages.bundles import Bundles
from ui.pages.deposits_out import DepositsOut
from ui.pages.parcels_out import ParcelsOut
from ui.pages.rate_tables import RateTables
from ui.pages.shred_pile import ShredPile
from ui.pages.task_consolidate import ConsolidatePanel
from ui.pages.task_deposit import DepositPanel
from ui.pages.task_discard import DiscardPanel
from ui.pages.task_panel import TaskPanel
from ui.pages.task_personal_delivery import DeliveryPanel
from ui.pages.task_scan import ScanPanel
from ui.pages.task_ship import ShipPanel
from ui.pages.task_shred import ShredPanel

if TYPE_CHECKING:
    from ui.pages.page import Page


PANELS: dict[str, Callable[[Page], TaskPanel]] = {
    "fee": TaskPanel,
    "personal_delivery": DeliveryPanel,
    "scan": ScanPanel,
    "shred": ShredPanel,
    "discard": DiscardPanel,
    "check_deposit": DepositPanel,
    "ship": ShipPanel,
    "consolidate": ConsolidatePanel,
}
"""Kind -> its panel; a fee has nothing but what all kinds share."""
LISTS: dict[str, Callable[[Page], Any]] = {
    "shred_pile": ShredPile,
    "deposits_out": DepositsOut,
    "parcels_out": ParcelsOut,
    "bundles": Bundles,
    "rate_tables": RateTables,
}
"""What a task becomes after the to-do list, as long as it is watched; a list takes the page's place like a panel."""
