"""The acts of shipping, of a consolidation, and of the list of parcels that a carrier takes (2.6, 2.7)."""

from __future__ import annotations

from counter_app.domain.kinds import ITEMS, Nature, kind
from counter_app.domain.mail_item import MAIL_TYPES
from counter_app.domain.task_ship import CONTENTS, PACKAGINGS, SOURCES

_SIZES = "length_mm:int width_mm:int height_mm:int"
_TO = "name company line1 line2 city state postcode country phone"

SHIP = (
    kind("ship.addressed", Nature.FACT, "task.process", _TO, personal=_TO, entity="task"),
    kind(
        "ship.weighed",
        Nature.FACT,
        "task.process",
        f"weight_g:int {_SIZES} packaging contents invoice_removed:int",
        choices={"packaging": PACKAGINGS, "contents": (*CONTENTS, "")},
        entity="task",
    ),
    kind(
        "ship.options_set",
        Nature.FACT,
        "task.process",
        "declared_cents:int insured_cents:int signature:int remove_invoice:int customs:json",
        personal="customs",
        entity="task",
    ),
    kind(
        "ship.priced",
        Nature.FACT,
        "task.price",
        "carrier service source rate_source retail_cents:int markup_permille:int postage_cents:int reason",
        choices={"source": SOURCES},
        entity="task",
    ),
    kind("ship.label_made", Nature.FACT, "task.process", "label tracking ships_on", entity="task"),
    kind("ship.voided", Nature.FACT, "task.process", "label reason", entity="task"),
    kind("ship.label_wanted", Nature.FACT, "task.process", "", entity="task"),
    kind("manifest.parcels_begun", Nature.FACT, "task.process", "carrier"),
    kind("manifest.parcel_scanned", Nature.FACT, "task.process", "task"),
    kind("manifest.parcel_taken_off", Nature.FACT, "task.process", "task"),
    kind(
        "manifest.parcels_handed_over",
        Nature.FACT,
        "task.process",
        "tasks:list items:list missing:list driver",
        personal="driver",
        also=(("task", "tasks"), ("item", "items"), ("item", "missing")),
    ),
    kind(
        "item.bundled",
        Nature.FACT,
        "task.process",
        f"mail_id account mailbox name matched mail_type weight_g:int {_SIZES} shelf received_on task parts:list",
        personal="name matched",
        choices={"mail_type": MAIL_TYPES},
    ),
    kind(
        "consolidate.bundled",
        Nature.FACT,
        "task.process",
        "parent mail_id items:list missing:list",
        also=(*ITEMS, ("item", "missing")),
        entity="task",
    ),
    kind(
        "consolidate.undone",
        Nature.INTENT,
        "task.unbundle",
        "parent:list items:list reason",
        also=(*ITEMS, ("item", "parent")),
        entity="task",
    ),
    kind("station.rates_imported", Nature.FACT, "rates.import", "carrier version valid_from valid_until rows:int"),
)
