"""What a clerk or an owner reads about backups, upgrades and room on the disk; part of `ui.sentences`."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

STORE: dict[str, Any] = {
    "store.no_room": QT_TRANSLATE_NOOP(
        "Sentences",
        "The disk is full, so nothing new is written here. What was done is safe and is still sent. "
        "Delete files or empty the trash on this computer; Counter goes on by itself.",
    ),
    "store.stopped": QT_TRANSLATE_NOOP("Sentences", "This was stopped before it was done. Nothing was left behind."),
    "store.incarnation_used": QT_TRANSLATE_NOOP(
        "Sentences", "This computer gives no good random numbers, so nothing was changed. Tell your support."
    ),
    "store.upgrade_saving": QT_TRANSLATE_NOOP("Sentences", "Updating the store for this Counter: saving a backup …"),
    "store.upgrade_copying": QT_TRANSLATE_NOOP("Sentences", "Updating the store for this Counter: copying it …"),
    "store.upgrade_upgrading": QT_TRANSLATE_NOOP("Sentences", "Updating the store for this Counter …"),
    "store.upgrade_comparing": QT_TRANSLATE_NOOP(
        "Sentences", "Updating the store for this Counter: comparing it with the old one …"
    ),
    "store.upgrade_swapping": QT_TRANSLATE_NOOP("Sentences", "Updating the store for this Counter: nearly done …"),
    "store.upgrade_no_room": QT_TRANSLATE_NOOP(
        "Sentences",
        "The store must be updated for this Counter, which needs {needed_mb} MB; the disk has {free_mb} MB. "
        "Nothing was changed. Make room and start again.",
    ),
    "store.upgrade_failed": QT_TRANSLATE_NOOP(
        "Sentences",
        "The store could not be updated for this Counter. Nothing was changed and nothing is lost: "
        "start the Counter that you had before, and tell your support.",
    ),
    "backup.no_room": QT_TRANSLATE_NOOP(
        "Sentences", "There is no room for a backup. Make room on the disk of {folder}; the next one comes by itself."
    ),
    "backup.not_written": QT_TRANSLATE_NOOP(
        "Sentences", "The disk did not take the backup in {folder}. Try another disk, or ask your support."
    ),
    "backup.copy_wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "A backup was read back and is not what was written. The disk may be failing: tell your support today.",
    ),
    "backup.already_running": QT_TRANSLATE_NOOP(
        "Sentences", "Another program is saving a backup right now. Try again in a minute."
    ),
    "backup.second_gone": QT_TRANSLATE_NOOP(
        "Sentences",
        "The second place for backups is not there. Plug the disk in again; on this computer they are still saved.",
    ),
    "backup.not_found": QT_TRANSLATE_NOOP("Sentences", "There is no backup in {folder}."),
    "backup.which_station": QT_TRANSLATE_NOOP(
        "Sentences", "Several stations save into {folder}. Choose the folder of one of them: {stations}."
    ),
    "backup.folder_not_empty": QT_TRANSLATE_NOOP(
        "Sentences", "There is something in {folder} already. Choose a folder that is empty."
    ),
    "backup.drill_due": QT_TRANSLATE_NOOP(
        "Sentences",
        "Nobody has tried for 30 days whether a backup can be restored. Run a drill: it changes nothing here.",
    ),
    "printer.restored": QT_TRANSLATE_NOOP(
        "Sentences", "This computer was restored from a backup. Look whether this label was printed since then."
    ),
    "store.sheet_misread": QT_TRANSLATE_NOOP(
        "Sentences", "The recovery sheet was misread somewhere. Nothing was changed: look again at every letter."
    ),
    "store.sheet_wrong": QT_TRANSLATE_NOOP(
        "Sentences", "This recovery sheet is of another computer, or an older one. Nothing was changed."
    ),
    "store.sheet_none": QT_TRANSLATE_NOOP(
        "Sentences", "No recovery sheet was made before this backup. Use the key of the computer that it is of."
    ),
}
