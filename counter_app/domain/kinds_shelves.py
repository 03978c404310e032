"""The acts on shelves, on counts of a shelf, and on a piece that is not where it should be (2.3, 2.11)."""

from __future__ import annotations

from counter_app.domain.kinds import Nature, kind
from counter_app.domain.mail_item import SEARCH_STEPS
from counter_app.domain.shelf import SHELF_KINDS

SHELVES = (
    kind(
        "shelf.set",
        Nature.INTENT,
        "shelf.set_up",
        "code zone shelf_kind turn:int capacity:int",
        choices={"shelf_kind": SHELF_KINDS},
    ),
    kind("shelf.closed", Nature.INTENT, "shelf.set_up", ""),
    kind("shelf.reopened", Nature.INTENT, "shelf.set_up", ""),
    kind("stocktake.begun", Nature.FACT, "shelf.count", "shelf expected:list"),
    kind("stocktake.piece_found", Nature.FACT, "shelf.count", "item shelf", also=(("item", "item"),)),
    kind("stocktake.unknown_found", Nature.FACT, "shelf.count", "code"),
    kind(
        "stocktake.ended",
        Nature.FACT,
        "shelf.count",
        "shelf missing:list since_ms:int",
        also=(("item", "missing"),),
    ),
    kind("stocktake.dropped", Nature.FACT, "shelf.count", ""),
    kind("item.missed", Nature.FACT, "item.search", "shelf"),
    kind("item.looked_for", Nature.FACT, "item.search", "step", choices={"step": SEARCH_STEPS}),
    kind("item.found", Nature.FACT, "item.search", "shelf"),
    kind(
        "item.lost",
        Nature.FACT,
        "item.declare_lost",
        "reason task pickup",
        personal="reason",
        also=(("task", "task"), ("pickup", "pickup")),
    ),
    kind("item.photo_viewed", Nature.FACT, "customer.look", "photo reason", personal="reason"),
)
