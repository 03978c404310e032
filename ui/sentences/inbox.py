"""What a clerk reads of the Inbox: what the centre did not take."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

INBOX: dict[str, Any] = {
    "piece.to_check": QT_TRANSLATE_NOOP(
        "Sentences",
        "“{name}” came in before the register was here. Hold it against the Form 1583 and put it into its mailbox.",
    ),
    "inbox.gone": QT_TRANSLATE_NOOP("Sentences", "Somebody has dealt with this already."),
    "inbox.told": QT_TRANSLATE_NOOP(
        "Sentences",
        "Two counters did something here that cannot both be, and the central service asks you to settle it. "
        "Find out what is true, put it right, then mark this as seen.",
    ),
    "op.contested": QT_TRANSLATE_NOOP(
        "Sentences",
        "The centre had another act on the same thing first. Both are kept; look at the piece and put it right.",
    ),
    "op.rejected": QT_TRANSLATE_NOOP("Sentences", "The centre did not accept this act, and it was taken back here."),
    "op.quarantined": QT_TRANSLATE_NOOP(
        "Sentences", "The centre keeps this act apart until somebody has looked at it. Tell your support."
    ),
    "op.parked": QT_TRANSLATE_NOOP(
        "Sentences",
        "The centre could not take this act, and it was set aside. Try again; if it comes back, tell your support.",
    ),
    "proof.history_changed": QT_TRANSLATE_NOOP(
        "Sentences",
        "The centre's journal no longer fits what the centre signed before. Nothing is lost here; tell your support.",
    ),
    "proof.receipt_wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "A receipt of the centre does not fit the act that was sent. The act is kept here; tell your support now.",
    ),
    "op.item_unknown": QT_TRANSLATE_NOOP("Sentences", "The centre does not know this piece."),
    "op.pickup_unknown": QT_TRANSLATE_NOOP("Sentences", "The centre does not know this pickup."),
    "op.id_reused": QT_TRANSLATE_NOOP(
        "Sentences", "The centre has another act under the same number. Tell your support."
    ),
    "op.gap": QT_TRANSLATE_NOOP(
        "Sentences", "An earlier act of this computer is missing at the centre. Tell your support."
    ),
    "op.signature_wrong": QT_TRANSLATE_NOOP(
        "Sentences", "The centre could not prove that this act comes from this computer. Tell your support."
    ),
    "op.kind_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "The centre does not know this kind of act yet. It needs an update; the act is kept."
    ),
    "op.version_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "The centre does not know this form of the act yet. It needs an update; the act is kept."
    ),
    "op.field_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "The act holds something that the centre does not know. Tell your support."
    ),
    "op.field_wrong": QT_TRANSLATE_NOOP(
        "Sentences", "The act holds a value that the centre does not take. Tell your support."
    ),
    "op.no_step": QT_TRANSLATE_NOOP("Sentences", "The act did not fit to what it was about. Look at the piece."),
    "op.wrong_row": QT_TRANSLATE_NOOP("Sentences", "The act did not fit to what it was about. Look at the piece."),
    "op.row_not_touched": QT_TRANSLATE_NOOP(
        "Sentences", "The act did not fit to what it was about. Look at the piece."
    ),
    "op.personal_in_clear": QT_TRANSLATE_NOOP(
        "Sentences", "The act held personal data in clear and was refused. Tell your support."
    ),
    "op.raised": QT_TRANSLATE_NOOP(
        "Sentences", "The centre made a mistake with this act. It is kept; tell your support."
    ),
    "pickup.items_not_free": QT_TRANSLATE_NOOP(
        "Sentences", "A piece of this pickup was promised to another task already."
    ),
    "pickup.nothing_due": QT_TRANSLATE_NOOP("Sentences", "Nothing was due for this pickup."),
    "pickup.pieces_differ": QT_TRANSLATE_NOOP(
        "Sentences", "The pieces that were handed over are not those of the pickup at the centre. Look at both."
    ),
    "account.unknown": QT_TRANSLATE_NOOP("Sentences", "The centre does not know this account."),
    "account.exists": QT_TRANSLATE_NOOP("Sentences", "The centre has this account already."),
    "account.move_not_allowed": QT_TRANSLATE_NOOP("Sentences", "This mailbox cannot change to that state."),
}
