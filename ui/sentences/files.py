"""What a clerk reads of files: lists that leave as files, the settings, the folder and the keys of the store."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

FILES: dict[str, Any] = {
    # ---- lists as files
    "export.disk_full": QT_TRANSLATE_NOOP(
        "Sentences", "The disk is full, so {file} was not saved; what was there before stays. Make room and try again."
    ),
    "export.not_allowed": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} could not be written there. Is it open in another program, or the folder not yours? Try another place.",
    ),
    "export.no_folder": QT_TRANSLATE_NOOP(
        "Sentences", "The folder for {file} is not there any more. Choose another place."
    ),
    "export.not_written": QT_TRANSLATE_NOOP(
        "Sentences", "{file} could not be written: the disk reports a fault. Choose another place."
    ),
    "export.no_file": QT_TRANSLATE_NOOP("Sentences", "That cannot be the name of a file. Choose another name."),
    "export.range_wrong": QT_TRANSLATE_NOOP("Sentences", "From {first} to {last} is no range of days."),
    # ---- settings
    # ---- the folder of the station
    "store.exists": QT_TRANSLATE_NOOP(
        "Sentences", "This folder has a store already; it is not registered twice. Start Counter without a code."
    ),
    "store.not_enrolled": QT_TRANSLATE_NOOP(
        "Sentences",
        "Registering this computer was not finished. Nothing is lost: start Counter with its code again, "
        "or with a new one if ten minutes have passed.",
    ),
    "path.outside": QT_TRANSLATE_NOOP("Sentences", "This file does not belong to Counter. Nothing was opened."),
    # ---- keys
    "store.keys_damaged": QT_TRANSLATE_NOOP(
        "Sentences",
        "This counter’s file of keys is damaged: the store stays closed. Nothing is lost; use the recovery sheet.",
    ),
    "store.keys_exist": QT_TRANSLATE_NOOP("Sentences", "This folder has keys already; they are never written over."),
    "store.key_mode_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "The settings name a way to keep the key that Counter does not know. Correct key_mode."
    ),
    "store.key_mode_differs": QT_TRANSLATE_NOOP(
        "Sentences", "The key of this store is kept in another way than the settings say. Correct key_mode."
    ),
    "store.key_file_open_to_others": QT_TRANSLATE_NOOP(
        "Sentences", "Other users of this computer can read the key file. Take that right away, then start again."
    ),
    "store.no_keyring": QT_TRANSLATE_NOOP(
        "Sentences", "This system has no place for the key of the store. Set a passphrase, or ask your support."
    ),
    "store.passphrase_needed": QT_TRANSLATE_NOOP("Sentences", "The store asks for its passphrase."),
    "store.locked_out": QT_TRANSLATE_NOOP(
        "Sentences", "Too many wrong passphrases. Nothing is lost: open the store with the recovery sheet."
    ),
    # ---- photos
    "photo.gone": QT_TRANSLATE_NOOP("Sentences", "This photo is not on this computer any more."),
    "photo.at_centre": QT_TRANSLATE_NOOP(
        "Sentences", "This photo is kept at the centre, and this computer is offline. Look again when it is online."
    ),
    "photo.missing": QT_TRANSLATE_NOOP(
        "Sentences",
        "The photo of this act is not on this computer and not at the centre any more. The act itself is kept; "
        "tell your support.",
    ),
    "photo.refused": QT_TRANSLATE_NOOP(
        "Sentences",
        "The centre did not take the photo of this act; it is kept here. Try again; if it comes back, tell support.",
    ),
    "photo.damaged": QT_TRANSLATE_NOOP("Sentences", "This photo is damaged and is not shown."),
    "store.photo_not_saved": QT_TRANSLATE_NOOP(
        "Sentences", "The photo could not be saved. Is the disk full? Nothing was received; try again."
    ),
    # ---- the line to the centre
    "sync.too_slow": QT_TRANSLATE_NOOP(
        "Sentences", "The line to the centre is too slow. Everything is kept here and sent later."
    ),
    "sync.epoch_missing": QT_TRANSLATE_NOOP(
        "Sentences", "The centre does not say which history it has. Everything is kept here and sent later."
    ),
    "sync.no_progress": QT_TRANSLATE_NOOP(
        "Sentences", "The centre repeats itself. Everything is kept here and sent later; tell your support."
    ),
    "sync.registration_wrong": QT_TRANSLATE_NOOP(
        "Sentences", "The centre’s answer to the registration makes no sense. Try again with a new code."
    ),
    # ---- scans that nobody can take
    "scan.empty": QT_TRANSLATE_NOOP(
        "Sentences", "The code that was scanned holds nothing that can be read. Nothing was changed: scan another one."
    ),
    "scan.locked": QT_TRANSLATE_NOOP(
        "Sentences", "Nobody is signed in, so the scan was not taken. Sign in, then scan the piece again."
    ),
    # ---- the clock
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
}
