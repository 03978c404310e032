"""What a clerk reads of personal deliveries, their drivers, and the poly bags that they take."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

DELIVERIES: dict[str, Any] = {
    # ---- the gates, in the order of the work
    "delivery.no_pieces": QT_TRANSLATE_NOOP(
        "Sentences", "No piece of this delivery is left. Put it back; the customer is told."
    ),
    "delivery.not_gathered": QT_TRANSLATE_NOOP("Sentences", "Scan every piece first, or mark it as not found."),
    "delivery.not_sealed": QT_TRANSLATE_NOOP(
        "Sentences", "Seal letters and small pieces first, and say how many poly bags it took."
    ),
    "delivery.labels_owed": QT_TRANSLATE_NOOP("Sentences", "The labels do not fit the pieces. Seal the pieces again."),
    "delivery.no_driver": QT_TRANSLATE_NOOP("Sentences", "No driver is here yet."),
    "delivery.no_photo": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no photo of the driver, and without one nothing is handed over. "
        "If the driver refuses, keep the pieces and say so.",
    ),
    "delivery.code_not_matched": QT_TRANSLATE_NOOP(
        "Sentences", "Ask the driver for the code and type it. Until it matches nothing leaves."
    ),
    "delivery.code_locked": QT_TRANSLATE_NOOP(
        "Sentences",
        "The code was wrong three times. Keep the pieces and call support; "
        "a manager allows new tries, or a new code comes.",
    ),
    "delivery.not_ticked": QT_TRANSLATE_NOOP("Sentences", "Tick that you hand the pieces to the driver."),
    "delivery.pieces_differ": QT_TRANSLATE_NOOP("Sentences", "Other pieces were handed over than were gathered."),
    # ---- what was entered
    "delivery.bags_wrong": QT_TRANSLATE_NOOP("Sentences", "Count the poly bags again: 0 to {limit}."),
    "delivery.no_label_yet": QT_TRANSLATE_NOOP("Sentences", "This piece has no label yet. Seal the pieces first."),
    "delivery.courier_unknown": QT_TRANSLATE_NOOP("Sentences", "Choose the courier from the list."),
    "delivery.why_missing": QT_TRANSLATE_NOOP("Sentences", "Say why the driver does not take the pieces."),
    "delivery.photo_empty": QT_TRANSLATE_NOOP(
        "Sentences", "The camera gave no picture. Look at the camera and take the photo again."
    ),
    "delivery.code_missing": QT_TRANSLATE_NOOP("Sentences", "Type the code that the driver says."),
    "delivery.code_not_sent": QT_TRANSLATE_NOOP(
        "Sentences", "The platform has sent no code for this delivery yet. Ask support; it arrives here by itself."
    ),
    "delivery.code_wrong": QT_TRANSLATE_NOOP(
        "Sentences", "That is not the code of this delivery. Ask the driver again; tries left: {left}."
    ),
    "delivery.code_changed": QT_TRANSLATE_NOOP(
        "Sentences", "A new code has just arrived for this delivery. Ask the driver again."
    ),
    "delivery.not_locked": QT_TRANSLATE_NOOP("Sentences", "The code can be tried; there is nothing to release."),
    "delivery.reason_missing": QT_TRANSLATE_NOOP("Sentences", "Write down why; it is kept with the delivery."),
    "delivery.other_kind": QT_TRANSLATE_NOOP("Sentences", "This task is no personal delivery."),
    # ---- on the way and back
    "delivery.not_out": QT_TRANSLATE_NOOP(
        "Sentences", "{mail_id} is not with the driver of this delivery. Look it up in the box above."
    ),
    "delivery.nothing_returned": QT_TRANSLATE_NOOP(
        "Sentences", "Nothing of this delivery has come back yet. Scan what the driver brings."
    ),
    "delivery.too_late": QT_TRANSLATE_NOOP("Sentences", "The driver has the pieces already."),
    # ---- poly bags
    "supply.count_wrong": QT_TRANSLATE_NOOP("Sentences", "That number cannot be right. Count again: up to {limit}."),
}
