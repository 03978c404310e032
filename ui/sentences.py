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
SENTENCES: dict[str, Any] = {
    # ---- the program
    "program.fault": QT_TRANSLATE_NOOP(
        "Sentences", "Counter made a mistake. Nothing was saved. Try again; if it stays, tell your support."
    ),
    "station.not_ready": QT_TRANSLATE_NOOP("Sentences", "The counter is still starting. It takes a second or two."),
    "clock.wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "The computer's clock is wrong by {by}. Work goes on; times are marked. Set it right in the computer's "
        "settings.",
    ),
    "clock.suspect": QT_TRANSLATE_NOOP(
        "Sentences",
        "The computer's clock is {by} ahead of the last work here, and the centre cannot be asked. Work goes on; times "
        "are marked. Look whether the computer shows today's date.",
    ),
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
    "sign_in.pin_too_simple": QT_TRANSLATE_NOOP("Sentences", "Choose six digits with at least three different ones."),
    "clerk.too_many_tries": QT_TRANSLATE_NOOP("Sentences", "Too many wrong tries. Wait a few minutes and try again."),
    "sign_in.not_employed": QT_TRANSLATE_NOOP(
        "Sentences", "This account has been closed or changed at the centre. Ask your manager."
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
    "answer.empty": QT_TRANSLATE_NOOP(
        "Sentences", "Type or scan anything: a piece, a mailbox, a name, a phone number."
    ),
    "answer.unknown": QT_TRANSLATE_NOOP(
        "Sentences", "Nothing is known of “{asked}”. Try another part of the name, or the last digits of the number."
    ),
    "answer.several": QT_TRANSLATE_NOOP(
        "Sentences", "Several mailboxes match. Look at the piece or the ID, then choose."
    ),
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
    # ---- customers
    "customer.note_saved": QT_TRANSLATE_NOOP("Sentences", "Note saved"),
    # ---- inbox and paper
    "inbox.gone": QT_TRANSLATE_NOOP("Sentences", "Somebody has dealt with this already."),
    "print.already_answered": QT_TRANSLATE_NOOP("Sentences", "Somebody has answered this already."),
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
    "printer.gone": QT_TRANSLATE_NOOP(
        "Sentences", "The printer does not answer. Is it on, and is its cable or network there?"
    ),
    "printer.no_paper": QT_TRANSLATE_NOOP(
        "Sentences", "The printer has no paper. Put a roll in; the label comes by itself."
    ),
    "printer.head_open": QT_TRANSLATE_NOOP(
        "Sentences", "The printer’s cover is open. Close it; the label comes by itself."
    ),
    "printer.paused": QT_TRANSLATE_NOOP("Sentences", "The printer is paused. Press its pause or feed button."),
    "printer.busy": QT_TRANSLATE_NOOP("Sentences", "The printer is busy. The label comes by itself."),
    "printer.fault": QT_TRANSLATE_NOOP("Sentences", "The printer reports a fault. Switch it off and on."),
    "printer.not_confirmed": QT_TRANSLATE_NOOP(
        "Sentences", "The printer did not say whether the label came out. Look at the paper."
    ),
    "printer.interrupted": QT_TRANSLATE_NOOP(
        "Sentences", "Counter was stopped while this printed. Look whether the label came out."
    ),
    "printer.job_not_doubtful": QT_TRANSLATE_NOOP("Sentences", "Somebody has answered this already."),
    "printer.unknown": QT_TRANSLATE_NOOP("Sentences", "This computer has no such printer."),
    "printer.bad_address": QT_TRANSLATE_NOOP("Sentences", "The printer’s address in the settings is wrong: {why}."),
    "printer.bad_answer": QT_TRANSLATE_NOOP(
        "Sentences", "The printer answered something that makes no sense. Is it the right kind of printer?"
    ),
    "printer.bad_barcode": QT_TRANSLATE_NOOP("Sentences", "This cannot be printed as a barcode."),
    "printer.bad_copies": QT_TRANSLATE_NOOP("Sentences", "That number of copies cannot be printed."),
    "printer.bad_job": QT_TRANSLATE_NOOP("Sentences", "The print job is damaged and cannot be printed."),
    "printer.bad_kind": QT_TRANSLATE_NOOP("Sentences", "This program does not know this kind of label."),
    "printer.bad_label": QT_TRANSLATE_NOOP("Sentences", "The label is incomplete ({field}) and cannot be printed."),
    "printer.bad_media": QT_TRANSLATE_NOOP("Sentences", "The settings name a label size that is not known."),
    "printer.cannot_draw": QT_TRANSLATE_NOOP("Sentences", "This label could not be drawn. Tell your support."),
    "printer.not_on_this_system": QT_TRANSLATE_NOOP(
        "Sentences", "This kind of printer address does not work on this system."
    ),
    "printer.unreadable": QT_TRANSLATE_NOOP("Sentences", "The label cannot be shown."),
    # ---- devices
    "device.gone": QT_TRANSLATE_NOOP("Sentences", "Not connected. Plug it in; it comes back by itself."),
    "device.not_found": QT_TRANSLATE_NOOP(
        "Sentences", "Not found. Plug it in and switch it on; it comes back by itself."
    ),
    "device.asleep": QT_TRANSLATE_NOOP("Sentences", "Asleep. Wake it: press its button, or put something on it."),
    "device.busy": QT_TRANSLATE_NOOP("Sentences", "Busy, or used by another program. Close that program."),
    "device.ambiguous": QT_TRANSLATE_NOOP(
        "Sentences", "Two of the same kind are plugged in. Say in the settings which one it is, by its serial number."
    ),
    "device.no_permission": QT_TRANSLATE_NOOP(
        "Sentences", "This user may not open it. Ask whoever set this computer up."
    ),
    "device.no_driver": QT_TRANSLATE_NOOP("Sentences", "The driver for it is missing on this computer."),
    "device.settings": QT_TRANSLATE_NOOP(
        "Sentences", "It is set up differently than the settings say. Check speed and protocol."
    ),
    "device.address_unknown": QT_TRANSLATE_NOOP("Sentences", "Its address in the settings is wrong: {why}."),
    "device.role_unknown": QT_TRANSLATE_NOOP("Sentences", "The settings name a kind of device that is not known."),
    "device.name_taken": QT_TRANSLATE_NOOP("Sentences", "Two devices have the same name."),
    "device.never_silent": QT_TRANSLATE_NOOP("Sentences", "It sends without an end. Unplug it and plug it in again."),
    "device.closed": QT_TRANSLATE_NOOP("Sentences", "Counter is closing."),
    "device.unknown": QT_TRANSLATE_NOOP("Sentences", "This computer has no such device."),
    "device.bug": QT_TRANSLATE_NOOP(
        "Sentences",
        "Counter made a mistake with this device. Unplug it and plug it in again; if it stays, tell your support.",
    ),
    "device.bad_reading": QT_TRANSLATE_NOOP("Sentences", "It gave something that must not be used. Try again."),
    "scale.in_motion": QT_TRANSLATE_NOOP("Sentences", "The weight is still moving. Wait a moment."),
    "scale.not_settled": QT_TRANSLATE_NOOP(
        "Sentences", "The weight did not come to rest. Keep hands off the scale and try again."
    ),
    "scale.over_limit": QT_TRANSLATE_NOOP("Sentences", "Too heavy for this scale."),
    "scale.under_zero": QT_TRANSLATE_NOOP("Sentences", "Below zero. Empty the scale and set it to zero."),
    "scale.needs_zero": QT_TRANSLATE_NOOP("Sentences", "The scale wants to be set to zero. Empty it and press Zero."),
    "scale.needs_calibration": QT_TRANSLATE_NOOP(
        "Sentences", "The scale wants to be calibrated. Do not use it until then."
    ),
    "scale.fault": QT_TRANSLATE_NOOP("Sentences", "The scale reports a fault. Switch it off and on."),
    "scale.garbled": QT_TRANSLATE_NOOP("Sentences", "The scale’s answer was damaged. Check the cable."),
    "scale.implausible": QT_TRANSLATE_NOOP("Sentences", "The scale showed a weight that cannot be. Try again."),
    "scale.no_report": QT_TRANSLATE_NOOP("Sentences", "The scale gave no weight. Is it on?"),
    "scale.no_weight": QT_TRANSLATE_NOOP("Sentences", "The scale gave no weight. Put the piece on it and try again."),
    "scale.report_unknown": QT_TRANSLATE_NOOP("Sentences", "This scale speaks a language that Counter does not know."),
    "scale.request_refused": QT_TRANSLATE_NOOP("Sentences", "The scale refused to weigh. Try again."),
    "scale.short_reply": QT_TRANSLATE_NOOP("Sentences", "The scale’s answer was cut off. Check the cable."),
    "scale.short_report": QT_TRANSLATE_NOOP("Sentences", "The scale’s answer was cut off. Check the cable."),
    "scale.silent": QT_TRANSLATE_NOOP(
        "Sentences", "The scale does not answer. Is it on, and set up as the settings say?"
    ),
    "scale.status_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "The scale reports something that Counter does not know. Do not use the weight."
    ),
    "scale.unit_differs": QT_TRANSLATE_NOOP(
        "Sentences", "The scale shows another unit than the settings say. Change one of them."
    ),
    "scale.unit_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "Nobody says in which unit this scale weighs. Put it into the settings."
    ),
    "scan.too_long": QT_TRANSLATE_NOOP("Sentences", "The scan was too long and was dropped. Scan again."),
    "scan.stale": QT_TRANSLATE_NOOP(
        "Sentences", "The computer was asleep. What was scanned meanwhile was not used: scan it again."
    ),
    "scan.bad_length": QT_TRANSLATE_NOOP("Sentences", "The scan was damaged and was dropped. Scan again."),
    "scan.mixed": QT_TRANSLATE_NOOP("Sentences", "Two scans ran into each other and were dropped. Scan again."),
    "scan.report_unknown": QT_TRANSLATE_NOOP("Sentences", "This scanner speaks a language that Counter does not know."),
    "scan.short_report": QT_TRANSLATE_NOOP("Sentences", "The scan was cut off and was dropped. Scan again."),
    "scan.unfinished": QT_TRANSLATE_NOOP("Sentences", "The scan was cut off and was dropped. Scan again."),
    "camera.black": QT_TRANSLATE_NOOP("Sentences", "The picture is black. Take the cap off, or make light."),
    "camera.no_driver": QT_TRANSLATE_NOOP("Sentences", "The driver for the camera is missing on this computer."),
    "camera.no_picture": QT_TRANSLATE_NOOP("Sentences", "The camera gave no picture. Unplug it and plug it in again."),
    "picture.damaged": QT_TRANSLATE_NOOP("Sentences", "The picture is damaged. Take it again."),
    "picture.not_a_picture": QT_TRANSLATE_NOOP("Sentences", "This is not a picture."),
    "picture.too_large": QT_TRANSLATE_NOOP("Sentences", "The picture is too large."),
    # ---- store
    "store.already_open": QT_TRANSLATE_NOOP(
        "Sentences", "Counter is open on this computer already. Use the window that is there."
    ),
    "store.key_missing": QT_TRANSLATE_NOOP(
        "Sentences",
        "The key of this computer is missing, so the store stays closed. Nothing is lost: use the recovery sheet.",
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
    "store.settings_wrong": QT_TRANSLATE_NOOP(
        "Sentences", "The settings of this store make no sense. Ask the platform's support; nothing here is lost."
    ),
    # ---- the centre
    "sync.offline": QT_TRANSLATE_NOOP(
        "Sentences", "No answer from the centre. Everything is kept here and sent later."
    ),
    "sync.not_the_centre": QT_TRANSLATE_NOOP(
        "Sentences", "Something else answered instead of the centre. Everything is kept here and sent later."
    ),
    "sync.portal": QT_TRANSLATE_NOOP("Sentences", "This network asks for a sign-in page. Open a browser and sign in."),
    "sync.not_private": QT_TRANSLATE_NOOP("Sentences", "The connection is not private. Nothing was sent."),
    "sync.busy": QT_TRANSLATE_NOOP("Sentences", "The centre is busy. Everything is kept here and sent later."),
    "sync.too_slow": QT_TRANSLATE_NOOP(
        "Sentences", "The line to the centre is too slow. Everything is kept here and sent later."
    ),
    "sync.fault": QT_TRANSLATE_NOOP(
        "Sentences",
        "Counter made a mistake while it spoke to the centre. Everything is kept here; it tries again by itself.",
    ),
    "sync.no_progress": QT_TRANSLATE_NOOP(
        "Sentences", "The centre says the same again and again. Everything is kept here; tell your support if it stays."
    ),
    "sync.epoch_missing": QT_TRANSLATE_NOOP(
        "Sentences", "The centre does not say which history it has. Everything is kept here; tell your support."
    ),
    "sync.epoch_changed": QT_TRANSLATE_NOOP(
        "Sentences", "The centre was restored. Everything is kept here and sent again by itself."
    ),
    "sync.cursor_scope": QT_TRANSLATE_NOOP(
        "Sentences", "The centre does not know where this computer stopped. Everything is fetched again by itself."
    ),
    "server.fault": QT_TRANSLATE_NOOP(
        "Sentences", "The centre made a mistake. Everything is kept here and sent later."
    ),
    "server.busy": QT_TRANSLATE_NOOP("Sentences", "The centre is busy. Everything is kept here and sent later."),
    "sync.version": QT_TRANSLATE_NOOP(
        "Sentences", "This program and the centre have no common version. Update the program on this computer."
    ),
    "sync.refused": QT_TRANSLATE_NOOP("Sentences", "The centre refused this. Everything is kept here."),
    "sync.not_registered": QT_TRANSLATE_NOOP(
        "Sentences", "This computer is not registered at the centre. Ask a manager."
    ),
    "sync.answer_too_large": QT_TRANSLATE_NOOP(
        "Sentences", "Something else answered instead of the centre. Everything is kept here and sent later."
    ),
    "sync.address_wrong": QT_TRANSLATE_NOOP("Sentences", "The centre’s address in the settings is wrong."),
    "sync.address_not_private": QT_TRANSLATE_NOOP(
        "Sentences", "The centre’s address in the settings is not private (https). Nothing was sent."
    ),
    "sync.device_forked": QT_TRANSLATE_NOOP(
        "Sentences", "The centre has other acts of this computer than this store. Stop here and tell your support."
    ),
    "device.not_proven": QT_TRANSLATE_NOOP(
        "Sentences", "The centre does not accept this computer’s proof. Ask a manager to register it again."
    ),
    "device.code_wrong": QT_TRANSLATE_NOOP(
        "Sentences", "This code is wrong or was used already. Ask a manager for a new one."
    ),
}


def sentence(code: str, facts: Mapping[str, Any] | None = None) -> str:
    """The sentence of `code` in the clerk's language with its facts put in; the code itself when there is none."""
    pattern = SENTENCES.get(code)
    if pattern is None:
        return code
    text = QCoreApplication.translate("Sentences", str(pattern))
    values = {key: _said(value) for key, value in (facts or {}).items()}
    return re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], "…"), text)


def say(error: CounterError) -> str:
    """What a clerk reads of an error."""
    return sentence(error.code, error.facts)


def _said(value: Any) -> str:
    if isinstance(value, (tuple, list)):
        return ", ".join(str(one) for one in value)
    return Path(value).name if isinstance(value, Path) else str(value)
