"""What a clerk reads of pickups, the hand-over and its fee."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

PICKUPS: dict[str, Any] = {
    # ---- pickups
    "pickup.unknown": QT_TRANSLATE_NOOP("Sentences", "This pickup does not exist any more."),
    "pickup.no_pieces": QT_TRANSLATE_NOOP("Sentences", "There is no piece to hand over."),
    "pickup.exists": QT_TRANSLATE_NOOP(
        "Sentences", "PMB {mailbox} has a pickup waiting already. Open that one and add pieces to it."
    ),
    "pickup.wrong_state": QT_TRANSLATE_NOOP("Sentences", "This pickup is not at that step."),
    "pickup.id_not_checked": QT_TRANSLATE_NOOP(
        "Sentences", "Look at a photo ID first. Without one nothing leaves, whoever asks."
    ),
    "pickup.id_type_missing": QT_TRANSLATE_NOOP("Sentences", "Say which kind of ID you looked at."),
    "pickup.id_expired": QT_TRANSLATE_NOOP("Sentences", "This ID expired on {expired_on}. Ask for a valid one."),
    "pickup.collector_missing": QT_TRANSLATE_NOOP("Sentences", "Type the name as it stands on the ID."),
    "pickup.collector_not_authorised": QT_TRANSLATE_NOOP(
        "Sentences",
        "“{name}” may not collect here. The customer can add this person to the Form 1583, or give a signed paper for "
        "this once.",
    ),
    "pickup.pieces_not_scanned": QT_TRANSLATE_NOOP("Sentences", "Scan every piece, or mark it as not found."),
    "pickup.foreign_piece": QT_TRANSLATE_NOOP(
        "Sentences", "STOP: {mail_id} belongs to PMB {mailbox}. Put it back on its shelf."
    ),
    "pickup.not_of_mailbox": QT_TRANSLATE_NOOP("Sentences", "{mail_id} belongs to PMB {mailbox}."),
    "pickup.piece_not_in_pickup": QT_TRANSLATE_NOOP(
        "Sentences", "This piece is not part of the pickup yet. Add it with “More pieces”."
    ),
    "pickup.not_paid": QT_TRANSLATE_NOOP("Sentences", "The fee is not paid yet."),
    "pickup.not_signed": QT_TRANSLATE_NOOP("Sentences", "The signature is missing."),
    "pickup.signature_empty": QT_TRANSLATE_NOOP("Sentences", "Nobody has signed yet."),
    "pickup.offline_refused": QT_TRANSLATE_NOOP(
        "Sentences", "Without the internet this store hands nothing over unpaid. Wait, or ask the owner."
    ),
    "pickup.offline_limit": QT_TRANSLATE_NOOP(
        "Sentences", "This fee is above the limit for charging later. Wait for the internet."
    ),
    "pickup.online": QT_TRANSLATE_NOOP("Sentences", "The internet is there: charge now."),
    "pickup.reason_missing": QT_TRANSLATE_NOOP("Sentences", "Write down why; the customer is told."),
    "pickup.open_it_first": QT_TRANSLATE_NOOP(
        "Sentences", "Choose the customer first, then scan the licence at the hand-over."
    ),
    "op.move_not_allowed": QT_TRANSLATE_NOOP("Sentences", "That is not possible at this step any more."),
    "op.account_unknown": QT_TRANSLATE_NOOP("Sentences", "This mailbox is not in the register."),
    # ---- cards
    "aamva.empty": QT_TRANSLATE_NOOP("Sentences", "Nothing was read. Scan the card again."),
    "aamva.too_long": QT_TRANSLATE_NOOP("Sentences", "That was no card. Scan the barcode on its back."),
    "aamva.not_a_card": QT_TRANSLATE_NOOP("Sentences", "That was no card. Scan the barcode on its back."),
    "aamva.incomplete": QT_TRANSLATE_NOOP("Sentences", "The card was read only in part. Scan it again, or look at it."),
}
