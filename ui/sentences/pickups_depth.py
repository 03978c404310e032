"""What a clerk reads of papers, documents, locks, appointments, courtesy and what is owed for pickups."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

PICKUPS_DEPTH: dict[str, Any] = {
    "pickup.locked": QT_TRANSLATE_NOOP(
        "Sentences", "{by} is working on this pickup. Ask, or take it over with a reason."
    ),
    "pickup.takeover_reason_missing": QT_TRANSLATE_NOOP(
        "Sentences", "Write down why you take it over; it stays in the history."
    ),
    "pickup.too_early": QT_TRANSLATE_NOOP(
        "Sentences",
        "The customer has seven full days to come. Decline it from {from_day} on, or ask a manager to do it now.",
    ),
    "pickup.too_soon": QT_TRANSLATE_NOOP(
        "Sentences", "The pieces cannot be ready before {earliest}. Take a later time."
    ),
    "pickup.store_closed": QT_TRANSLATE_NOOP("Sentences", "The store is closed then. Take a time within its hours."),
    "pickup.appointment_missing": QT_TRANSLATE_NOOP(
        "Sentences", "This store hands out by appointment only. Agree on a day and a time."
    ),
    "pickup.time_unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "Write the day as 2026-11-30 and the time as 14:30, the store's time."
    ),
    "pickup.paper_name_missing": QT_TRANSLATE_NOOP("Sentences", "Type who may collect, as the paper says it."),
    "pickup.paper_other_mailbox": QT_TRANSLATE_NOOP(
        "Sentences",
        "The paper is for PMB {written}, this pickup is for PMB {mailbox}. It is not good here: ask the customer for "
        "another one.",
    ),
    "pickup.paper_until_missing": QT_TRANSLATE_NOOP(
        "Sentences", "Type until when the paper is good, as 2026-11-30. A paper without a date is good for today only."
    ),
    "pickup.paper_expired": QT_TRANSLATE_NOOP(
        "Sentences", "The paper was good until {until}. Nothing leaves on it: ask the customer for a new one."
    ),
    "pickup.paper_photo_missing": QT_TRANSLATE_NOOP(
        "Sentences", "Take a photo of the signed paper first; it is what proves the hand-over."
    ),
    "pickup.paper_used": QT_TRANSLATE_NOOP(
        "Sentences",
        "This paper belongs to another pickup, and a paper is good for one. Ask the customer for a new one.",
    ),
    "pickup.paper_not_for_piece": QT_TRANSLATE_NOOP(
        "Sentences",
        "The paper names single pieces, and not all of these. Put the others back, or mark them as not found.",
    ),
    "pickup.signature_too_small": QT_TRANSLATE_NOOP(
        "Sentences", "A dot is no signature. Clear the pad and have the whole name signed."
    ),
    "pickup.signature_refused": QT_TRANSLATE_NOOP(
        "Sentences",
        "Not signed, so nothing leaves. Put the pieces back on their shelves; they stay kept for this pickup until "
        "somebody who may collect signs for them.",
    ),
    "pickup.signature_refused_paid": QT_TRANSLATE_NOOP(
        "Sentences",
        "Not signed, so nothing leaves. Put the pieces back on their shelves; the fee is paid and stays with this "
        "pickup: whoever signs later pays nothing again.",
    ),
    "pickup.courtesy_reason_missing": QT_TRANSLATE_NOOP(
        "Sentences", "Write down how the customer came by these pieces; nothing is charged for them."
    ),
    "pickup.not_owed": QT_TRANSLATE_NOOP("Sentences", "Nothing is owed for this pickup any more."),
    "pickup.give_up_reason_missing": QT_TRANSLATE_NOOP("Sentences", "Write down why the store gives this fee up."),
    # ---- documents
    "mrz.not_a_document": QT_TRANSLATE_NOOP(
        "Sentences", "That is no passport and no ID card. Scan or type the lines at its foot, one after the other."
    ),
    "mrz.misread": QT_TRANSLATE_NOOP(
        "Sentences", "A check digit does not fit: the lines were read wrong. Scan them again, or look at the document."
    ),
    "mrz.next_line": QT_TRANSLATE_NOOP("Sentences", "Good. Now the next line of the document."),
}
