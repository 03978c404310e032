"""The store's own troubles in the status bar: room, backups, damaged pages, a drill that is due. No news, no chip."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_app.events import BackupChanged, DrillDue, SpaceChanged, StoreChecked
from ui.frame import StatusBar
from ui.sentences import sentence


def show_store(bar: StatusBar, event: object) -> None:
    """Show or take away the chip that `event` is about; anything else is left alone."""
    if isinstance(event, SpaceChanged):
        _space(bar, event)
    elif isinstance(event, BackupChanged) and event.state != "running":
        text = QCoreApplication.translate("Status", "Backup missing")
        if event.state == "saved" and event.code:
            text = QCoreApplication.translate("Status", "Second backup missing")
        _trouble(bar, "backup", event.code, text, "warn")
    elif isinstance(event, StoreChecked):
        text = QCoreApplication.translate("Status", "Store damaged")
        _trouble(bar, "store", event.code, text, "bad")
    elif isinstance(event, DrillDue):
        text = QCoreApplication.translate("Status", "Backup drill due")
        _trouble(bar, "drill", "backup.drill_due" if event.due else "", text, "")


def _trouble(bar: StatusBar, key: str, code: str, text: str, kind: str) -> None:
    if code:
        bar.show_chip(key, text, kind, "shield-alert", f"{text}. {sentence(code)}")
    else:
        bar.remove_chip(key)


def _space(bar: StatusBar, event: SpaceChanged) -> None:
    if event.state == "plenty":
        bar.remove_chip("space")
        return
    text, kind = {
        "low": (QCoreApplication.translate("Status", "Disk nearly full: {free} MB"), "warn"),
        "no_photos": (QCoreApplication.translate("Status", "No room for photos: {free} MB"), "warn"),
        "read_only": (QCoreApplication.translate("Status", "Disk full: nothing new is written"), "bad"),
    }[event.state]
    text = text.format(free=event.free_mb)
    more = f". {sentence('store.no_room')}" if event.state == "read_only" else ""
    bar.show_chip("space", text, kind, "triangle-alert", text + more)
