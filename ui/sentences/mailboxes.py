"""What a clerk reads of mailboxes, customers and the yes/no screen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

MAILBOXES: dict[str, Any] = {
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
    # ---- customers
    "customer.note_saved": QT_TRANSLATE_NOOP("Sentences", "Note saved"),
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
    "answer.nothing_on_shelf": QT_TRANSLATE_NOOP(
        "Sentences", "Nothing is on the shelf for this mailbox. Look among the pieces without a mailbox."
    ),
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
}
