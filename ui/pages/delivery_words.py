"""Personal deliveries in words: their state in the lists, why a driver went without the pieces, when they go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.figures import clock_text, moment_text, when_text

if TYPE_CHECKING:
    from counter_app.desk.deliveries import Line
    from counter_app.domain.delivery import DeliveryTask


def state_pill(line: Line) -> tuple[str, str]:
    """(text, kind of pill) of a delivery in a list; what is wrong goes before how far it is."""
    task = line.task
    if line.no_show:
        return QCoreApplication.translate("Deliveries", "Put back: no driver"), "bad"
    if task.open and task.locked_out:
        return QCoreApplication.translate("Deliveries", "Code locked"), "bad"
    if task.state == "handed_to_driver" and task.returned:
        text = QCoreApplication.translate("Deliveries", "{count} of {all} back")
        return text.format(count=len(task.returned), all=len(task.at_hand)), "warn"
    if task.state == "returned" and task.not_returned:
        return QCoreApplication.translate("Deliveries", "%n missing", "", len(task.not_returned)), "bad"
    return {
        "requested": (QCoreApplication.translate("Deliveries", "To gather"), "info"),
        "gathered": (QCoreApplication.translate("Deliveries", "To seal"), "info"),
        "sealed": (QCoreApplication.translate("Deliveries", "Labels to print"), "info"),
        "labelled": (QCoreApplication.translate("Deliveries", "Waits for a driver"), "ok"),
        "driver_arrived": (QCoreApplication.translate("Deliveries", "Driver is here"), "warn"),
        "photo_taken": (QCoreApplication.translate("Deliveries", "Code to compare"), "warn"),
        "code_matched": (QCoreApplication.translate("Deliveries", "To hand over"), "warn"),
        "handed_to_driver": (QCoreApplication.translate("Deliveries", "With the driver"), "info"),
        "delivered": (QCoreApplication.translate("Deliveries", "Delivered"), "ok"),
        "returned": (QCoreApplication.translate("Deliveries", "Back on the shelf"), ""),
    }.get(task.state, (task.state, ""))


def why_gone(why: str) -> str:
    """Why a driver went without the pieces."""
    return {
        "no_show": QCoreApplication.translate("Deliveries", "The driver has not come"),
        "refused_photo": QCoreApplication.translate("Deliveries", "The driver refused the photo"),
        "wrong_code": QCoreApplication.translate("Deliveries", "The driver did not know the code"),
        "left": QCoreApplication.translate("Deliveries", "The driver left"),
        "other": QCoreApplication.translate("Deliveries", "Another reason"),
    }.get(why, "")


def window(task: DeliveryTask, due_ms: int, local: Callable[[int], datetime], now_ms: int) -> str:
    """When it should go out: its window, or until closing."""
    if task.window_from_ms and task.window_to_ms:
        return f"{when_text(local(task.window_from_ms), local(now_ms))} – {clock_text(local(task.window_to_ms))}"
    return when_text(local(due_ms), local(now_ms)) if due_ms else "–"


def moment(at_ms: int, local: Callable[[int], datetime], now_ms: int) -> str:
    """When it went out or came back; a dash when that is not known."""
    return moment_text(local(at_ms), local(now_ms)) if at_ms else "–"
