"""What a clerk reads of carrier drops, the cut-off, sizes, pieces kept apart and returns."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

INTAKE: dict[str, Any] = {
    # ---- what is said of a piece
    "item.registered": QT_TRANSLATE_NOOP(
        "Sentences",
        "Registered mail is not taken in: its addressee must fetch it at the post office. Leave it with the "
        "carrier and tell the customer.",
    ),
    "item.restricted_not_on_form": QT_TRANSLATE_NOOP(
        "Sentences",
        "The Form 1583 of PMB {mailbox} does not let you take restricted delivery. Leave the piece with the carrier; "
        "the addressee signs for it himself.",
    ),
    "item.postage_wrong": QT_TRANSLATE_NOOP(
        "Sentences", "This is no postage due. Type dollars and cents, for example 1.35, at most 1,000.00."
    ),
    "item.type_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "This store has no type called “{type}” any more. Choose another type."
    ),
    "size.not_three": QT_TRANSLATE_NOOP(
        "Sentences", "A size is three numbers: length, width, height, for example 12 x 9 x 4 in or 30 x 20 x 10 cm."
    ),
    "size.negative": QT_TRANSLATE_NOOP("Sentences", "No side of a piece is nothing or less. Measure it again."),
    "size.too_large": QT_TRANSLATE_NOOP(
        "Sentences", "No side is longer than 3 meters (118 in). Look whether it was inches or centimeters."
    ),
    "size.unit": QT_TRANSLATE_NOOP("Sentences", "Sizes are in inches (in), centimeters (cm) or millimeters (mm)."),
    # ---- drops
    "intake.carrier_missing": QT_TRANSLATE_NOOP("Sentences", "Say which carrier it is."),
    "intake.count_wrong": QT_TRANSLATE_NOOP("Sentences", "Count the pieces: a drop has 1 to {most} of them."),
    "intake.accountable_wrong": QT_TRANSLATE_NOOP(
        "Sentences", "There cannot be more accountable pieces than the {pieces} that were counted. Count them again."
    ),
    "intake.unknown": QT_TRANSLATE_NOOP("Sentences", "This drop is not known here. Look at the list again."),
    "intake.not_open": QT_TRANSLATE_NOOP(
        "Sentences", "This drop is squared already. Choose the drop that the piece came with, or open a new one."
    ),
    "intake.differs": QT_TRANSLATE_NOOP(
        "Sentences",
        "{pieces} pieces were counted and {recorded} are recorded; {accountable} were accountable and {seen} are "
        "marked so. Look for the difference, or write down why it is so.",
    ),
    # ---- a stack of letters
    "batch.no_name": QT_TRANSLATE_NOOP(
        "Sentences", "Press the letter of the name that stands on it. U keeps it as unassigned."
    ),
    "batch.no_photo": QT_TRANSLATE_NOOP(
        "Sentences", "There is no picture yet: Space takes it. Enter once more inserts the letter without one."
    ),
    # ---- the cut-off
    "cutoff.reason_missing": QT_TRANSLATE_NOOP("Sentences", "Write down why they wait until tomorrow."),
    "cutoff.nothing_waits": QT_TRANSLATE_NOOP("Sentences", "Nothing waits any more: every piece is in a mailbox."),
    # ---- mail received, returns
    "notice.not_needed": QT_TRANSLATE_NOOP(
        "Sentences", "“Mail received” is for mailboxes that are not approved or on hold. PMB {mailbox} is neither."
    ),
    "item.marked_for_return": QT_TRANSLATE_NOOP(
        "Sentences", "{mail_id} is marked to go back to its sender. Take the mark back first, if it is to stay."
    ),
    "return.reason_not_allowed": QT_TRANSLATE_NOOP(
        "Sentences",
        "For this reason the piece may not go back: a counter does not refuse mail of its customers. Choose one of "
        "the reasons that are offered, or keep it.",
    ),
    "return.inside_six_months": QT_TRANSLATE_NOOP(
        "Sentences",
        "The holder of PMB {mailbox} left less than six months ago. His mail is held or mailed on with new postage, "
        "and not sent back.",
    ),
    "return.photo_missing": QT_TRANSLATE_NOOP(
        "Sentences", "Take a photo first (F10): what goes back leaves a picture here."
    ),
    "return.marked_already": QT_TRANSLATE_NOOP("Sentences", "{mail_id} is marked already. Nothing was changed."),
    "return.not_marked": QT_TRANSLATE_NOOP(
        "Sentences", "{mail_id} is not marked to go back. Keep it here: do not give it to the carrier."
    ),
    "manifest.not_open": QT_TRANSLATE_NOOP(
        "Sentences", "This list has gone with the carrier already. Begin a new one for the next."
    ),
    "manifest.empty": QT_TRANSLATE_NOOP("Sentences", "Nothing is on the list yet. Scan the pieces that go back."),
    # ---- on the yes/no screen
    "piece.apart_return": QT_TRANSLATE_NOOP(
        "Sentences", "It goes back to its sender: give it to the carrier in the Returns room (F11)."
    ),
    "piece.apart_hold": QT_TRANSLATE_NOOP(
        "Sentences", "PMB {mailbox} is on hold: keep the piece apart until there is an instruction."
    ),
    "piece.moved_here": QT_TRANSLATE_NOOP("Sentences", "It lay in another mailbox by mistake: {why}"),
    # ---- reasons of a return
    "reason.not_approved": QT_TRANSLATE_NOOP("Sentences", "Mailbox not approved"),
    "reason.name_not_on_form": QT_TRANSLATE_NOOP("Sentences", "Name not on the Form 1583"),
    "reason.inactive_6_months": QT_TRANSLATE_NOOP("Sentences", "Closed for six months or more"),
    "reason.rejected": QT_TRANSLATE_NOOP("Sentences", "Mailbox rejected"),
    "reason.misdelivered": QT_TRANSLATE_NOOP("Sentences", "Delivered here by mistake"),
    "reason.unknown": QT_TRANSLATE_NOOP("Sentences", "Nobody knows the addressee"),
    "reason.customer_request": QT_TRANSLATE_NOOP("Sentences", "The customer asked for it"),
    "reason.refused": QT_TRANSLATE_NOOP("Sentences", "The customer refuses it"),
    "reason.unclaimed": QT_TRANSLATE_NOOP("Sentences", "Never fetched"),
}
