"""What a clerk reads of scales, scanners, cameras and pictures."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

DEVICES: dict[str, Any] = {
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
}
