"""What a clerk reads when he scans, shreds, discards or deposits (2.8, 2.10)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

PAPERS: dict[str, Any] = {
    "pages.none": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no page yet. Scan, drop or photograph at least one side.",
    ),
    "pages.too_many": QT_TRANSLATE_NOOP(
        "Sentences",
        "A scan has at most {most} sides. Make two scans of this one.",
    ),
    "pages.too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "This is too large ({megabytes} MB). Scan it in black and white or with fewer dots, or in two parts.",
    ),
    "pages.not_readable": QT_TRANSLATE_NOOP(
        "Sentences",
        "This is no page: only PDF, JPEG, PNG and TIFF can be taken. The other pages are kept.",
    ),
    "pages.file_gone": QT_TRANSLATE_NOOP(
        "Sentences",
        "The file cannot be read. It may have been moved, or the folder is not there any more.",
    ),
    "pages.pdf_alone": QT_TRANSLATE_NOOP(
        "Sentences",
        "A finished PDF is a scan by itself. Take it alone, or scan its pages as pictures.",
    ),
    "pages.pdf_locked": QT_TRANSLATE_NOOP(
        "Sentences",
        "This PDF asks for a password, so the customer could not open it. Scan the paper again without one.",
    ),
    "pages.pdf_damaged": QT_TRANSLATE_NOOP(
        "Sentences",
        "This PDF is damaged or not whole. Scan the paper again.",
    ),
    "pages.pdf_active": QT_TRANSLATE_NOOP(
        "Sentences",
        "This PDF holds a program or other files and is not passed on. Scan the paper as pictures.",
    ),
    "pages.gone": QT_TRANSLATE_NOOP(
        "Sentences",
        "A page of this draft is not on this computer. Scan it again, or go on where the draft was made.",
    ),
    "pages.note_wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "Say what was in the envelope; the customer reads it.",
    ),
    "pages.incident_wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "Choose what happened to the piece.",
    ),
    "pages.not_resealed": QT_TRANSLATE_NOOP(
        "Sentences",
        "Close the envelopes again first, and tick that they are.",
    ),
    "pages.differ": QT_TRANSLATE_NOOP(
        "Sentences",
        "{pages} pages would be sent, but {charged} were charged. Send it all the same, or ask "
        "for a refund or an extra charge.",
    ),
    "shred.no_pages": QT_TRANSLATE_NOOP(
        "Sentences",
        "Count the pages: a piece has at least one.",
    ),
    "shred.too_many_pages": QT_TRANSLATE_NOOP(
        "Sentences",
        "No piece has more than {most} pages. Check the number.",
    ),
    "shred.not_on_pile": QT_TRANSLATE_NOOP(
        "Sentences",
        "This piece is not on the shred pile. Nothing was done.",
    ),
    "shred.shelf_missing": QT_TRANSLATE_NOOP(
        "Sentences",
        "Scan or type the shelf where the pieces lie from now on.",
    ),
    "shred.window_over": QT_TRANSLATE_NOOP(
        "Sentences",
        "The {days} days in which a piece can be taken off the pile are over.",
    ),
    "shred.window_open": QT_TRANSLATE_NOOP(
        "Sentences",
        "{mail_id} can still be saved until {until} and is not shredded before. Leave it on the pile.",
    ),
    "shred.count_differs": QT_TRANSLATE_NOOP(
        "Sentences",
        "Chosen: {pieces}, which is not the number that you typed. Count what you hold, and type it again.",
    ),
    "shred.nothing_chosen": QT_TRANSLATE_NOOP(
        "Sentences",
        "Choose or scan what is to be shredded.",
    ),
    "shred.too_many": QT_TRANSLATE_NOOP(
        "Sentences",
        "At most {most} tasks are shredded in one go. Take fewer, then the rest.",
    ),
    "discard.not_asked": QT_TRANSLATE_NOOP(
        "Sentences",
        "A clerk wrote this task down without saying who asked for it. Nothing is thrown away "
        "without the customer's word: decline it, and let the customer ask.",
    ),
    "deposit.bank_missing": QT_TRANSLATE_NOOP(
        "Sentences",
        "The bank and its address are missing. Type them, or ask the customer.",
    ),
    "deposit.foreign_bank": QT_TRANSLATE_NOOP(
        "Sentences",
        "Only banks in the United States take these deposits; their address ends with a state and "
        "a ZIP code. Decline the task, or put the address right.",
    ),
    "deposit.no_checks": QT_TRANSLATE_NOOP(
        "Sentences",
        "No check is written down yet.",
    ),
    "deposit.piece_without_check": QT_TRANSLATE_NOOP(
        "Sentences",
        "A piece has no check on the list. Write its check down, or say that there is none in it.",
    ),
    "deposit.not_endorsed": QT_TRANSLATE_NOOP(
        "Sentences",
        'A check is not endorsed yet. Write "For Deposit Only" on the back of each, and tick it.',
    ),
    "deposit.too_many_checks": QT_TRANSLATE_NOOP(
        "Sentences",
        "A deposit has at most {most} checks. Put this one back; the customer asks for a second deposit.",
    ),
    "deposit.other_bank": QT_TRANSLATE_NOOP(
        "Sentences",
        "All checks of a deposit are drawn on one bank, here {bank}. This one goes into a deposit of its own.",
    ),
    "deposit.not_scanned": QT_TRANSLATE_NOOP(
        "Sentences",
        "{mail_id} has no finished scan. A check is deposited only after the customer has seen it: scan it first.",
    ),
    "deposit.bank_on_check_missing": QT_TRANSLATE_NOOP(
        "Sentences",
        "Type the bank that is printed on the check.",
    ),
    "deposit.amount_wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "That cannot be the amount of a check. Type it in dollars and cents.",
    ),
    "deposit.date_wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "Type the date on the check as year-month-day, such as 2026-03-02.",
    ),
    "deposit.date_to_come": QT_TRANSLATE_NOOP(
        "Sentences",
        "This check is dated {dated}, which is still to come. The bank does not take it before: "
        "put it back and tell the customer.",
    ),
    "deposit.payee_not_on_account": QT_TRANSLATE_NOOP(
        "Sentences",
        "The check is for {payee}, whose name does not stand on the form of mailbox {mailbox}. It "
        "is not deposited: put it back and tell the customer.",
    ),
    "deposit.payee_confirm": QT_TRANSLATE_NOOP(
        "Sentences",
        "Is {payee} the same as {likely} on the form? Confirm it only if you are sure.",
    ),
    "deposit.check_there": QT_TRANSLATE_NOOP(
        "Sentences",
        "A check of this piece is on the list. Take it off first.",
    ),
    "deposit.packaging_wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "Choose a letter or a large envelope, and weigh it: up to {most_g} grams.",
    ),
    "deposit.not_trackable": QT_TRANSLATE_NOOP(
        "Sentences",
        "Checks travel only by a service that can be followed. Choose one of the list.",
    ),
    "deposit.po_box_priority": QT_TRANSLATE_NOOP(
        "Sentences",
        "The bank has a PO box: only USPS Priority Mail may go there. Choose it.",
    ),
    "deposit.postage_wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "That cannot be the postage of a letter. Type it in dollars and cents.",
    ),
    "deposit.tracking_missing": QT_TRANSLATE_NOOP(
        "Sentences",
        "Scan or type the tracking number of the label.",
    ),
    "deposit.tracking_wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "That is too short for a tracking number. Scan the barcode of the label.",
    ),
    "deposit.label_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "No deposit waits for the carrier under this label. Check the envelope.",
    ),
    "deposit.stale": QT_TRANSLATE_NOOP(
        "Sentences",
        "Check {number} is older than 180 days: the bank may refuse it.",
    ),
}
