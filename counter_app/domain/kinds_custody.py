"""The acts on pieces and pickups."""

from __future__ import annotations

from counter_app.domain.kinds import ITEMS, Nature, kind

CUSTODY = (
    kind(
        "item.received",
        Nature.FACT,
        "item.insert",
        "mail_id account mailbox name verdict matched mail_type carrier tracking weight_g:int shelf"
        " photo flags:list received_on duplicate_reason intake sender custom_type length_mm:int width_mm:int"
        " height_mm:int postage_due_cents:int",
        personal="name matched sender",
    ),
    kind(
        "item.assigned",
        Nature.FACT,
        "item.assign",
        "account mailbox name verdict matched",
        "name matched",
    ),
    kind(
        "item.reassigned",
        Nature.FACT,
        "item.reassign",
        "account mailbox name verdict matched reason",
        personal="name matched reason",
    ),
    kind("item.moved", Nature.FACT, "item.move", "shelf"),
    kind("item.weighed", Nature.FACT, "item.weigh", "weight_g:int raw"),
    kind("item.taken_back", Nature.FACT, "item.take_back", "reason"),
    kind("item.settled", Nature.FACT, "custody.settle", "acts:list reason", personal="reason"),
    kind("pickup.opened", Nature.FACT, "pickup.process", "account mailbox mode items:list", also=ITEMS),
    kind("pickup.pieces_added", Nature.FACT, "pickup.process", "items:list", also=ITEMS),
    kind("pickup.pieces_left", Nature.FACT, "pickup.process", "items:list", also=ITEMS),
    kind("pickup.started", Nature.FACT, "pickup.process", ""),
    kind(
        "pickup.id_checked",
        Nature.FACT,
        "pickup.process",
        "collector id_type listed:int paper",
        personal="collector",
    ),
    kind("pickup.piece_scanned", Nature.FACT, "pickup.process", "item"),
    kind("pickup.piece_missing", Nature.FACT, "pickup.process", "item items:list shelf", also=ITEMS),
    kind("pickup.charge_asked", Nature.FACT, "pickup.process", "amount_cents:int attempt:int letters_cents:int"),
    kind("pickup.charge_put_off", Nature.FACT, "pickup.process", "amount_cents:int attempt:int letters_cents:int"),
    kind("pickup.nothing_due", Nature.FACT, "pickup.process", ""),
    kind("pickup.charged", Nature.FACT, "platform.charge", "result attempt:int"),
    kind("pickup.tried_again", Nature.FACT, "pickup.process", ""),
    kind("pickup.signed", Nature.FACT, "pickup.process", "signature"),
    kind("pickup.put_back", Nature.FACT, "pickup.process", "reason"),
    kind(
        "pickup.handed_over",
        Nature.FACT,
        "pickup.process",
        "items:list missing:list",
        also=(*ITEMS, ("item", "missing")),
    ),
    kind("pickup.settled", Nature.FACT, "custody.settle", "acts:list reason", personal="reason"),
    kind("pickup.declined", Nature.INTENT, "pickup.decline", "reason items:list", also=ITEMS),
    kind(
        "pickup.requested",
        Nature.FACT,
        "platform.pickup",
        "account mailbox items:list appointment_ms:int",
        also=ITEMS,
    ),
)
