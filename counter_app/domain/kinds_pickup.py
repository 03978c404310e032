"""The acts on pickups beyond the plain hand-over: preparing, papers, locks, courtesy, and what is still owed."""

from __future__ import annotations

from counter_app.domain.kinds import ITEMS, Nature, kind

PICKUP = (
    kind(
        "pickup.planned",
        Nature.FACT,
        "pickup.process",
        "account mailbox items:list appointment_ms:int",
        also=ITEMS,
    ),
    kind("pickup.appointed", Nature.FACT, "pickup.process", "appointment_ms:int"),
    kind("pickup.piece_fetched", Nature.FACT, "pickup.process", "items:list shelf", also=ITEMS),
    kind(
        "pickup.authorised",
        Nature.FACT,
        "pickup.process",
        "paper name mailbox until until_ms:int items:list photo",
        personal="name",
    ),
    kind("pickup.signature_refused", Nature.FACT, "pickup.process", "reason", personal="reason"),
    kind(
        "pickup.courtesy_marked",
        Nature.FACT,
        "pickup.courtesy",
        "account mailbox items:list reason",
        personal="reason",
        also=ITEMS,
    ),
    kind("pickup.taken", Nature.INTENT, "pickup.process", "takeover_reason", personal="takeover_reason"),
    kind("pickup.let_go", Nature.INTENT, "pickup.process", ""),
    kind("pickup.owed_retried", Nature.FACT, "pickup.process", "amount_cents:int attempt:int"),
    kind("pickup.owed_given_up", Nature.INTENT, "pickup.give_up", "reason", personal="reason"),
)
