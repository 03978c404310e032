"""The acts that every task has in common; what only one kind has stands in files of their own."""

from __future__ import annotations

from counter_app.domain.kinds import ITEMS, Nature, kind
from counter_app.domain.task import DECLINE_REASONS, TaskKind

_KINDS = tuple(one.value for one in TaskKind)

TASK = (
    kind(
        "task.requested",
        Nature.FACT,
        "platform.task",
        "task_kind account mailbox items:list wanted_ms:int instructions terms:json",
        personal="instructions terms",
        also=ITEMS,
        choices={"task_kind": _KINDS},
    ),
    kind(
        "task.opened",
        Nature.FACT,
        "task.process",
        "task_kind account mailbox items:list wanted_ms:int instructions terms:json",
        personal="instructions terms",
        also=ITEMS,
        choices={"task_kind": _KINDS},
    ),
    kind("task.pieces_added", Nature.FACT, "task.process", "items:list", also=ITEMS),
    kind("task.taken", Nature.INTENT, "task.process", "takeover_reason", personal="takeover_reason"),
    kind("task.let_go", Nature.INTENT, "task.process", ""),
    kind("task.piece_ticked", Nature.FACT, "task.process", "item", also=(("item", "item"),)),
    kind("task.piece_missing", Nature.FACT, "task.process", "item", also=(("item", "item"),)),
    kind("task.piece_left_out", Nature.FACT, "task.process", "item", also=(("item", "item"),)),
    kind("task.extra_set", Nature.FACT, "task.price", "key label quantity:int unit_cents:int discount:int"),
    kind("task.extra_removed", Nature.FACT, "task.price", "key"),
    kind("task.customer_asked", Nature.FACT, "task.process", "amount_cents:int"),
    kind("task.customer_answered", Nature.FACT, "platform.task", "amount_cents:int agreed:int"),
    kind("task.charge_asked", Nature.FACT, "task.process", "amount_cents:int attempt:int lines:json"),
    kind("task.nothing_due", Nature.FACT, "task.process", ""),
    kind("task.charged", Nature.FACT, "platform.charge", "result attempt:int"),
    kind("task.tried_again", Nature.FACT, "task.process", ""),
    kind(
        "task.declined",
        Nature.INTENT,
        "task.decline",
        "reason comment items:list",
        "comment",
        also=ITEMS,
        choices={"reason": (*DECLINE_REASONS, "")},
    ),
    kind("task.cancelled", Nature.FACT, "platform.task", "reason items:list", also=ITEMS),
    kind("task.settled", Nature.FACT, "custody.settle", "acts:list reason", personal="reason"),
)
