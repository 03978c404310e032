"""The acts on personal deliveries and on what they use up (S-17, S-18, 2.9, 2.20)."""

from __future__ import annotations

from counter_app.domain.delivery import GONE
from counter_app.domain.kinds import ITEMS, Nature, kind

DELIVERY = (
    kind("task.bags_sealed", Nature.FACT, "task.process", "bags:int"),
    kind("task.labels_owed", Nature.FACT, "task.process", "pieces:list"),
    kind("task.piece_dropped", Nature.FACT, "task.process", "piece"),
    kind("task.driver_arrived", Nature.FACT, "task.process", "driver courier", personal="driver"),
    kind("task.driver_gone", Nature.FACT, "task.process", "why", choices={"why": GONE}),
    kind("task.driver_photographed", Nature.FACT, "task.process", "photo"),
    kind("task.code_tried", Nature.FACT, "task.process", "proof"),
    kind("task.code_released", Nature.INTENT, "delivery.release_code", "reason", personal="reason"),
    kind("task.code_sent", Nature.FACT, "platform.task", "code_salt code_check courier"),
    kind(
        "task.handed_to_driver",
        Nature.FACT,
        "task.process",
        "items:list missing:list ticked:int",
        also=(*ITEMS, ("item", "missing")),
    ),
    kind("task.delivery_put_back", Nature.FACT, "task.process", "why items:list", also=ITEMS, choices={"why": GONE}),
    kind("task.delivered", Nature.FACT, "platform.task", "delivered_ms:int items:list", also=ITEMS),
    kind(
        "task.delivery_noted",
        Nature.FACT,
        "delivery.note_delivered",
        "reason items:list",
        personal="reason",
        also=ITEMS,
    ),
    kind("task.pieces_returned", Nature.FACT, "task.process", "items:list", also=ITEMS),
    kind("task.pieces_not_returned", Nature.FACT, "task.process", "items:list", also=ITEMS),
    kind("task.driver_photo_viewed", Nature.FACT, "delivery.driver_photo", "reason", personal="reason"),
    kind("supply.counted", Nature.FACT, "supply.keep", "on_hand:int"),
    kind("supply.restocked", Nature.FACT, "supply.keep", "count:int on_hand:int"),
    kind("supply.level_set", Nature.FACT, "supply.level", "level:int"),
)
