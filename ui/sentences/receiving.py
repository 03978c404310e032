"""What a clerk reads of receiving a piece."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

RECEIVING: dict[str, Any] = {
    # ---- receiving
    "name.missing": QT_TRANSLATE_NOOP("Sentences", "Type the name that stands on the piece."),
    "name.not_on_form": QT_TRANSLATE_NOOP(
        "Sentences",
        "“{name}” is not on the Form 1583 of PMB {mailbox}. Do not insert it: keep it as unassigned or return it.",
    ),
    "name.confirm": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” looks like {likely} on PMB {mailbox}. Is it that person? Look at the piece and say so."
    ),
    "item.unknown": QT_TRANSLATE_NOOP("Sentences", "No piece with this code is known here."),
    "item.duplicate": QT_TRANSLATE_NOOP(
        "Sentences",
        "This tracking number came in before, as {mail_id} (PMB {mailbox}). Give a reason to take it again.",
    ),
    "item.field_wrong": QT_TRANSLATE_NOOP("Sentences", "One of the values cannot be right. Check type and weight."),
    "item.shelf_wrong": QT_TRANSLATE_NOOP(
        "Sentences", "“{shelf}” is not a shelf. Shelves are letters, digits and dashes, at most 12."
    ),
    "item.not_unassigned": QT_TRANSLATE_NOOP("Sentences", "{mail_id} already belongs to PMB {mailbox}."),
    "item.reason_missing": QT_TRANSLATE_NOOP("Sentences", "Write down why; both histories keep it."),
    "item.same_mailbox": QT_TRANSLATE_NOOP("Sentences", "The piece is in PMB {mailbox} already."),
    "item.not_on_shelf": QT_TRANSLATE_NOOP("Sentences", "{mail_id} is not on the shelf any more."),
    "item.too_late_to_undo": QT_TRANSLATE_NOOP(
        "Sentences", "Something has happened to {mail_id} since. Correct it instead of taking it back."
    ),
    "item.in_other_task": QT_TRANSLATE_NOOP("Sentences", "{mail_id} is in another task. Finish or decline that first."),
    "item.no_free_mail_id": QT_TRANSLATE_NOOP("Sentences", "No free Mail ID was found. Try again."),
    # ---- the Receive room
    "receive.unknown_code": QT_TRANSLATE_NOOP(
        "Sentences",
        "“{code}” is no tracking number, mailbox or shelf that Counter knows. Nothing was changed: scan another code, "
        "or type the number into its field.",
    ),
    "receive.second_number": QT_TRANSLATE_NOOP(
        "Sentences",
        "{number} was scanned, but the piece in hand has {there}. Receive or clear it first, then scan the next one.",
    ),
    "receive.finish_first": QT_TRANSLATE_NOOP(
        "Sentences", "Finish or leave the piece that is shown, then scan the next one."
    ),
    "receive.nobody": QT_TRANSLATE_NOOP("Sentences", "Nobody is found for “{asked}”."),
    "register.here": QT_TRANSLATE_NOOP(
        "Sentences", "The register is here now. Look the mailbox up, then receive the piece."
    ),
    "item.mailbox_wrong": QT_TRANSLATE_NOOP(
        "Sentences", "“{mailbox}” is no mailbox number. Type the number that stands on the piece, or leave it empty."
    ),
    "item.check_by_hand": QT_TRANSLATE_NOOP(
        "Sentences", "Nobody fits {mail_id} by itself. Open it and say whose it is."
    ),
    "receive.no_mailbox": QT_TRANSLATE_NOOP(
        "Sentences", "Say whose piece it is, or keep it as unassigned with Ctrl+U."
    ),
    "receive.nothing_yet": QT_TRANSLATE_NOOP("Sentences", "There is nothing in the form yet. Scan the piece first."),
    "receive.weight_wrong": QT_TRANSLATE_NOOP("Sentences", "This is no weight. Type pounds and ounces, or weigh it."),
    "receive.no_barcode": QT_TRANSLATE_NOOP("Sentences", "No tracking number was found in the photo."),
    "receive.not_on_form": QT_TRANSLATE_NOOP(
        "Sentences", "Not on the Form 1583 of PMB {mailbox}. Keep it as unassigned, or return it."
    ),
    "receive.closed": QT_TRANSLATE_NOOP("Sentences", "PMB {mailbox} was closed."),
    "todo.insert": QT_TRANSLATE_NOOP("Sentences", "Insert it."),
    "todo.insert_and_warn": QT_TRANSLATE_NOOP("Sentences", "Insert it and tell the customer."),
    "todo.notice_and_return": QT_TRANSLATE_NOOP(
        "Sentences", "Record “mail received”, then return the piece to its sender."
    ),
    "todo.notice_and_hold": QT_TRANSLATE_NOOP(
        "Sentences", "Record “mail received” and keep the piece apart until there is an instruction."
    ),
    "todo.hold_or_remail": QT_TRANSLATE_NOOP(
        "Sentences", "Hold the piece or mail it on; it may not be refused in the first six months."
    ),
    "todo.return": QT_TRANSLATE_NOOP("Sentences", "Return the piece to its sender."),
}
