"""What a clerk reads of the program itself, and its store."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

PROGRAM: dict[str, Any] = {
    # ---- the program
    "program.fault": QT_TRANSLATE_NOOP(
        "Sentences", "Counter made a mistake. Nothing was saved. Try again; if it stays, tell your support."
    ),
    "act.stopped": QT_TRANSLATE_NOOP("Sentences", "Stopped. Nothing was changed."),
    "language.unsaved": QT_TRANSLATE_NOOP(
        "Sentences", "Something is half entered. Finish or clear it, then change the language."
    ),
    "config.too_large": QT_TRANSLATE_NOOP("Sentences", "The settings ({file}) are too large to be read."),
    "config.not_toml": QT_TRANSLATE_NOOP(
        "Sentences", "The settings ({file}) cannot be read: {where}. Correct them, or ask whoever set this computer up."
    ),
    "config.unknown_key": QT_TRANSLATE_NOOP(
        "Sentences", "The settings hold something unknown: {key}. Correct them, or ask whoever set this computer up."
    ),
    "config.wrong_type": QT_TRANSLATE_NOOP(
        "Sentences", "A value in the settings is wrong: {key}. Correct it, or ask whoever set this computer up."
    ),
    "config.wrong_value": QT_TRANSLATE_NOOP("Sentences", "A value in the settings is wrong: {key} can be {values}."),
    "station.not_ready": QT_TRANSLATE_NOOP("Sentences", "The counter is still starting. It takes a second or two."),
    "rights.level_too_low": QT_TRANSLATE_NOOP(
        "Sentences", "This needs access level {least_level}; you have level {level}. Ask a colleague who has it."
    ),
    "rights.unknown_action": QT_TRANSLATE_NOOP("Sentences", "Nobody may do this at the counter."),
    "rights.platform_only": QT_TRANSLATE_NOOP("Sentences", "Only the platform can do this."),
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
    "store.full_by": QT_TRANSLATE_NOOP(
        "Sentences",
        "The disk is full: {free_mb} MB are free and Counter needs {needed_mb} MB. Nothing was saved. "
        "Free {more_mb} MB and try again.",
    ),
    "store.read_only": QT_TRANSLATE_NOOP("Sentences", "Counter cannot write to its folder. Nothing was saved."),
    "store.folder_not_writable": QT_TRANSLATE_NOOP("Sentences", "Counter cannot write to its folder: {folder}."),
    "store.too_new": QT_TRANSLATE_NOOP(
        "Sentences", "A newer Counter made this store. Update the program on this computer."
    ),
    "store.busy": QT_TRANSLATE_NOOP("Sentences", "The store was busy for too long. Nothing was saved; try again."),
    "store.settings_wrong": QT_TRANSLATE_NOOP(
        "Sentences", "The settings of this store make no sense. Ask the platform's support; nothing here is lost."
    ),
}
