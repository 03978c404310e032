"""The acts on carrier drops, on pieces that are kept apart, and on what goes back to its senders (2.3, 2.12)."""

from __future__ import annotations

from counter_app.domain.kinds import ITEMS, Nature, kind
from counter_app.domain.returns import REASONS

INTAKE = (
    kind("intake.opened", Nature.FACT, "item.insert", "carrier driver pieces:int accountable:int", "driver"),
    kind("intake.squared", Nature.FACT, "item.insert", "inserted:int reason", "reason"),
    kind("intake.slipped", Nature.FACT, "item.insert", "day reason", "reason"),
    kind("item.slipped", Nature.FACT, "item.insert", "day reason", "reason"),
    kind(
        "item.notice_given",
        Nature.FACT,
        "item.insert",
        "account mailbox outcome",
        choices={"outcome": ("return", "hold")},
    ),
    kind(
        "item.return_marked",
        Nature.FACT,
        "item.return",
        "account return_reason note photo due_ms:int",
        "note",
        choices={"return_reason": REASONS},
    ),
    kind("item.return_unmarked", Nature.FACT, "item.return", ""),
    kind("manifest.returns_begun", Nature.FACT, "item.return", "carrier"),
    kind("manifest.return_scanned", Nature.FACT, "item.return", "item"),
    kind("manifest.return_taken_off", Nature.FACT, "item.return", "item"),
    kind("manifest.returns_handed_over", Nature.FACT, "item.return", "items:list", also=ITEMS),
)
