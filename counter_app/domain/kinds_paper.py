"""What is done with what is inside an envelope: scanned, shredded, thrown away, deposited (2.8, 2.10)."""

from __future__ import annotations

from counter_app.domain.kinds import ITEMS, Nature, kind
from counter_app.domain.task_deposit import PACKAGINGS, SERVICES
from counter_app.domain.task_scan import INCIDENTS, NOTES

TASKS = (("task", "tasks"),)

PAPER = (
    kind("task.envelope_opened", Nature.FACT, "task.process", ""),
    kind("task.scan_saved", Nature.FACT, "task.process", "pages:list blank_below:int"),
    kind(
        "task.scan_noted",
        Nature.FACT,
        "task.process",
        "note_kind item text",
        personal="text",
        choices={"note_kind": NOTES},
    ),
    kind(
        "task.scan_completed",
        Nature.FACT,
        "task.process",
        "pdf pdf_pages:int resealed:int items:list missing:list",
        also=ITEMS,
    ),
    kind(
        "item.incident",
        Nature.FACT,
        "task.process",
        "incident text photo task",
        personal="text",
        choices={"incident": INCIDENTS},
    ),
    kind("task.pages_counted", Nature.FACT, "task.process", "item pages:int"),
    kind("task.put_on_pile", Nature.FACT, "task.process", "pile items:list missing:list", also=ITEMS),
    kind("task.rescued", Nature.FACT, "shred.rescue", "shelf reason items:list", personal="reason", also=ITEMS),
    kind("task.pile_shredded", Nature.FACT, "task.process", "tasks:list items:list", also=(*TASKS, *ITEMS)),
    kind("task.discarded", Nature.FACT, "task.process", "items:list missing:list", also=ITEMS),
    kind(
        "task.deposit_to",
        Nature.FACT,
        "task.process",
        "bank bank_address bank_account",
        personal="bank bank_address bank_account",
    ),
    kind(
        "task.check_set",
        Nature.FACT,
        "task.process",
        "number:int item bank account cents:int dated payee verdict endorsed:int",
        personal="bank account payee",
    ),
    kind("task.check_removed", Nature.FACT, "task.process", "number:int"),
    kind("task.check_absent", Nature.FACT, "task.process", "item absent:int"),
    kind("task.deposit_prepared", Nature.FACT, "task.process", "total_cents:int"),
    kind(
        "task.deposit_packed",
        Nature.FACT,
        "task.process",
        "deposit_packaging weight_g:int",
        choices={"deposit_packaging": PACKAGINGS},
    ),
    kind(
        "task.deposit_priced",
        Nature.FACT,
        "task.process",
        "deposit_service postage_cents:int",
        choices={"deposit_service": SERVICES},
    ),
    kind("task.deposit_labelled", Nature.FACT, "task.process", "tracking own_label:int"),
    kind("task.deposit_sent", Nature.FACT, "task.process", "tracking items:list missing:list", also=ITEMS),
)
