"""What a clerk reads: each stable code becomes what happened, why, and what to do next.

Facts are put in as plain text. A code without a sentence shows itself, so that it can be reported; a test demands a
sentence for every code that the program can raise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from counter_app.errors import CounterError

# Each entry is found by lupdate through QT_TRANSLATE_NOOP and translated when it is shown.
SENTENCES: dict[str, str] = {
    # ---- the program
    "program.fault": QT_TRANSLATE_NOOP(
        "Sentences", "Counter made a mistake. Nothing was saved. Try again; if it stays, tell your support."
    ),
    "station.not_ready": QT_TRANSLATE_NOOP("Sentences", "The counter is still starting. It takes a second or two."),
    "rights.level_too_low": QT_TRANSLATE_NOOP(
        "Sentences", "This needs access level {least_level}; you have level {level}. Ask a colleague who has it."
    ),
    "rights.unknown_action": QT_TRANSLATE_NOOP("Sentences", "Nobody may do this at the counter."),
    "rights.platform_only": QT_TRANSLATE_NOOP("Sentences", "Only the platform can do this."),
    # ---- signing in
    "sign_in.needed": QT_TRANSLATE_NOOP("Sentences", "Sign in first."),
    "sign_in.wrong": QT_TRANSLATE_NOOP("Sentences", "That is not right. {left} tries left."),
    "sign_in.locked": QT_TRANSLATE_NOOP(
        "Sentences", "Too many wrong tries. Sign in while the computer is online, or ask a manager."
    ),
    "sign_in.unknown_here": QT_TRANSLATE_NOOP(
        "Sentences", "Nobody with this e-mail has signed in here yet. The first time needs the internet."
    ),
    "sign_in.grant_expired": QT_TRANSLATE_NOOP(
        "Sentences", "Your permission to work offline has run out. Sign in while the computer is online."
    ),
    "sign_in.pin_off": QT_TRANSLATE_NOOP("Sentences", "The PIN cannot be used now. Sign in with your password."),
    "sign_in.pin_too_simple": QT_TRANSLATE_NOOP(
        "Sentences", "Choose six digits with at least three different ones."
    ),
    "clerk.wrong_password": QT_TRANSLATE_NOOP("Sentences", "E-mail or password is wrong. Try again."),
    # ---- mailboxes
    "mailbox.unknown": QT_TRANSLATE_NOOP("Sentences", "This mailbox is not in the register."),
    "mailbox.never_approved": QT_TRANSLATE_NOOP(
        "Sentences",
        "PMB {mailbox} was never approved: no mail may be inserted. Record “mail received” and return the piece.",
    ),
    "mailbox.on_hold": QT_TRANSLATE_NOOP(
        "Sentences", "PMB {mailbox} is on hold. Tell the customer that mail has come and keep the piece apart."
    ),
    "mailbox.expired": QT_TRANSLATE_NOOP(
        "Sentences", "PMB {mailbox} has expired. Mail is still inserted; nothing goes out before it is paid."
    ),
    "mailbox.inactive": QT_TRANSLATE_NOOP(
        "Sentences", "PMB {mailbox} was closed. For six months its mail is held or re-mailed, never refused."
    ),
    "mailbox.rejected": QT_TRANSLATE_NOOP("Sentences", "PMB {mailbox} was rejected. Return the piece to its sender."),
    "mailbox.released": QT_TRANSLATE_NOOP(
        "Sentences", "PMB {mailbox} has no holder any more. Return the piece to its sender."
    ),
    "mailbox.form_renewal_due": QT_TRANSLATE_NOOP(
        "Sentences", "PMB {mailbox} must renew its Form 1583. Work goes on; remind the customer."
    ),
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
    # ---- the yes/no screen
    "answer.empty": QT_TRANSLATE_NOOP("Sentences", "Type or scan anything: a piece, a mailbox, a name, a phone."),
    "answer.unknown": QT_TRANSLATE_NOOP(
        "Sentences", "Nothing is known of “{asked}”. Try another part of the name, or the last digits of the number."
    ),
    "answer.several": QT_TRANSLATE_NOOP("Sentences", "Several mailboxes match. Look at the piece or ID, then choose."),
    "answer.former_holder": QT_TRANSLATE_NOOP(
        "Sentences", "This number has a holder and a former one. Look for whom the piece is, then choose."
    ),
    "answer.new_tracking": QT_TRANSLATE_NOOP(
        "Sentences", "This {carrier} number has not come in here. Do you have the piece in hand?"
    ),
    "answer.names": QT_TRANSLATE_NOOP("Sentences", "Mail is taken in for {names}."),
    "answer.no_names": QT_TRANSLATE_NOOP("Sentences", "No name stands on the Form 1583: nothing may be inserted."),
    "answer.id_expired": QT_TRANSLATE_NOOP(
        "Sentences", "The ID that was kept expired on {on}. Ask the customer for a valid one."
    ),
    "answer.id_until": QT_TRANSLATE_NOOP("Sentences", "The ID that was kept is valid until {on}."),
    "answer.payment_declined": QT_TRANSLATE_NOOP(
        "Sentences", "The last payment was declined. Ask the customer to change the card."
    ),
    "answer.note": QT_TRANSLATE_NOOP("Sentences", "Note: {note}"),
    "answer.on_shelf": QT_TRANSLATE_NOOP("Sentences", "Pieces on the shelf: {count}, the oldest since {day}."),
    "answer.nothing_on_shelf": QT_TRANSLATE_NOOP("Sentences", "Nothing is on the shelf for this mailbox."),
    "answer.room_missing": QT_TRANSLATE_NOOP("Sentences", "This computer does not have that room."),
    "mailbox.active": QT_TRANSLATE_NOOP("Sentences", "PMB {mailbox} is active."),
    "piece.unassigned": QT_TRANSLATE_NOOP("Sentences", "On the shelf ({shelf}), but its mailbox is not known yet."),
    "piece.received": QT_TRANSLATE_NOOP("Sentences", "On the shelf ({shelf}) for PMB {mailbox}."),
    "piece.scanned": QT_TRANSLATE_NOOP("Sentences", "Opened and scanned; on the shelf ({shelf}) for PMB {mailbox}."),
    "piece.in_task": QT_TRANSLATE_NOOP("Sentences", "Kept for a task that is open ({shelf}, PMB {mailbox})."),
    "piece.included_in_consolidation": QT_TRANSLATE_NOOP("Sentences", "Packed into a consolidation for PMB {mailbox}."),
    "piece.shipped": QT_TRANSLATE_NOOP("Sentences", "Shipped on {day} for PMB {mailbox}."),
    "piece.picked_up": QT_TRANSLATE_NOOP("Sentences", "Handed over on {day} for PMB {mailbox}."),
    "piece.shredded": QT_TRANSLATE_NOOP("Sentences", "Shredded on {day}."),
    "piece.discarded": QT_TRANSLATE_NOOP("Sentences", "Discarded on {day}."),
    "piece.deposited": QT_TRANSLATE_NOOP("Sentences", "The check was deposited on {day}."),
    "piece.handed_to_driver": QT_TRANSLATE_NOOP("Sentences", "With a driver, for PMB {mailbox}."),
    "piece.delivered": QT_TRANSLATE_NOOP("Sentences", "Delivered on {day} for PMB {mailbox}."),
    "piece.returned_to_sender": QT_TRANSLATE_NOOP("Sentences", "Returned to its sender on {day}."),
    "piece.lost": QT_TRANSLATE_NOOP("Sentences", "Not found since {day}. Look on the shelves around {shelf}."),
    "piece.taken_back": QT_TRANSLATE_NOOP("Sentences", "Inserted by mistake and taken back."),
    "piece.contested": QT_TRANSLATE_NOOP(
        "Sentences", "Two counters say different things about this piece. A manager has to look at it in the Inbox."
    ),
    # ---- pickups
    "pickup.unknown": QT_TRANSLATE_NOOP("Sentences", "This pickup does not exist any more."),
    "pickup.no_pieces": QT_TRANSLATE_NOOP("Sentences", "There is no piece to hand over."),
    "pickup.exists": QT_TRANSLATE_NOOP(
        "Sentences", "PMB {mailbox} has a pickup waiting already. Open that one and add pieces to it."
    ),
    "pickup.wrong_state": QT_TRANSLATE_NOOP("Sentences", "This pickup is not at that step."),
    "pickup.id_not_checked": QT_TRANSLATE_NOOP("Sentences", "Look at a photo ID first."),
    "pickup.id_type_missing": QT_TRANSLATE_NOOP("Sentences", "Say which kind of ID you looked at."),
    "pickup.id_expired": QT_TRANSLATE_NOOP("Sentences", "This ID expired on {expired_on}. Ask for a valid one."),
    "pickup.collector_missing": QT_TRANSLATE_NOOP("Sentences", "Type the name as it stands on the ID."),
    "pickup.collector_not_authorised": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” may not collect here. The customer can add this person to the Form 1583."
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
    # ---- inbox and paper
    "inbox.gone": QT_TRANSLATE_NOOP("Sentences", "Somebody has dealt with this already."),
    "print.already_answered": QT_TRANSLATE_NOOP("Sentences", "Somebody has answered this already."),
    # ---- store
    "store.already_open": QT_TRANSLATE_NOOP(
        "Sentences", "Counter is open on this computer already. Use the window that is there."
    ),
    "store.key_missing": QT_TRANSLATE_NOOP(
        "Sentences", "The key of this computer is missing, so the store stays closed. Nothing is lost: use the recovery sheet."
    ),
    "store.key_wrong": QT_TRANSLATE_NOOP("Sentences", "This key does not open the store. Nothing was changed."),
    "store.passphrase_wrong": QT_TRANSLATE_NOOP("Sentences", "The passphrase is wrong."),
    "store.full": QT_TRANSLATE_NOOP("Sentences", "The disk is full. Nothing was saved. Make room and try again."),
    "store.read_only": QT_TRANSLATE_NOOP("Sentences", "Counter cannot write to its folder. Nothing was saved."),
    "store.folder_not_writable": QT_TRANSLATE_NOOP("Sentences", "Counter cannot write to its folder: {folder}."),
    "store.damaged": QT_TRANSLATE_NOOP("Sentences", "The store on this computer is damaged. Nothing more is written."),
    "store.too_new": QT_TRANSLATE_NOOP(
        "Sentences", "A newer Counter made this store. Update the program on this computer."
    ),
    "store.busy": QT_TRANSLATE_NOOP("Sentences", "The store was busy for too long. Nothing was saved; try again."),
    # ---- the centre
    "sync.offline": QT_TRANSLATE_NOOP("Sentences", "No answer from the centre. Everything is kept here and sent later."),
    "sync.not_the_centre": QT_TRANSLATE_NOOP(
        "Sentences", "Something else answered instead of the centre. Everything is kept here and sent later."
    ),
    "sync.portal": QT_TRANSLATE_NOOP("Sentences", "This network asks for a sign-in page. Open a browser and sign in."),
    "sync.not_private": QT_TRANSLATE_NOOP("Sentences", "The connection is not private. Nothing was sent."),
}


def sentence(code: str, facts: Mapping[str, Any] | None = None) -> str:
    """The sentence of `code` in the clerk's language with its facts put in; the code itself when there is none."""
    pattern = SENTENCES.get(code)
    if pattern is None:
        return code
    text = QCoreApplication.translate("Sentences", pattern)
    values = {key: _said(value) for key, value in (facts or {}).items()}
    return re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], "…"), text)


def say(error: CounterError) -> str:
    """What a clerk reads of an error."""
    return sentence(error.code, error.facts)


def _said(value: Any) -> str:
    if isinstance(value, (tuple, list)):
        return ", ".join(str(one) for one in value)
    return Path(value).name if isinstance(value, Path) else str(value)
