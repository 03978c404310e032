"""What a clerk reads of printers and the paper that is owed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

PAPER: dict[str, Any] = {
    "print.already_answered": QT_TRANSLATE_NOOP("Sentences", "Somebody has answered this already."),
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
}
