"""What a clerk reads of the line to the centre."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

CENTRE: dict[str, Any] = {
    "sync.fault": QT_TRANSLATE_NOOP(
        "Sentences",
        "Counter made a mistake while it spoke to the centre. Everything is kept here; it tries again by itself.",
    ),
    "sync.epoch_changed": QT_TRANSLATE_NOOP(
        "Sentences", "The centre was restored. Everything is kept here and sent again by itself."
    ),
    "sync.cursor_scope": QT_TRANSLATE_NOOP(
        "Sentences", "The centre does not know where this computer stopped. Everything is fetched again by itself."
    ),
    "sync.resync_stopped": QT_TRANSLATE_NOOP(
        "Sentences",
        "This computer would have to fetch everything again, for the second time in a day. Work goes on with what is "
        "here, and everything is sent; tell support, then mark this as done to let it try again.",
    ),
    "sync.cursor_expired": QT_TRANSLATE_NOOP(
        "Sentences", "This computer was away for more than a year. Everything is fetched again by itself."
    ),
    "server.fault": QT_TRANSLATE_NOOP(
        "Sentences", "The centre made a mistake. Everything is kept here and sent later."
    ),
    "server.restored": QT_TRANSLATE_NOOP(
        "Sentences",
        "The centre was set back to a backup and waits for its operator. Everything is kept here and sent later.",
    ),
    "server.busy": QT_TRANSLATE_NOOP("Sentences", "The centre is busy. Everything is kept here and sent later."),
    "server.disk_full": QT_TRANSLATE_NOOP(
        "Sentences", "The centre has no room on its disk. Everything is kept here and sent later; tell support."
    ),
    "sync.offline": QT_TRANSLATE_NOOP(
        "Sentences", "No answer from the centre. Everything is kept here and sent later."
    ),
    "sync.not_the_centre": QT_TRANSLATE_NOOP(
        "Sentences", "Something else answered instead of the centre. Everything is kept here and sent later."
    ),
    "sync.portal": QT_TRANSLATE_NOOP("Sentences", "This network asks for a sign-in page. Open a browser and sign in."),
    "sync.not_private": QT_TRANSLATE_NOOP("Sentences", "The connection is not private. Nothing was sent."),
    "sync.busy": QT_TRANSLATE_NOOP("Sentences", "The centre is busy. Everything is kept here and sent later."),
    "sync.version": QT_TRANSLATE_NOOP(
        "Sentences", "This program and the centre have no common version. Update the program on this computer."
    ),
    "sync.refused": QT_TRANSLATE_NOOP("Sentences", "The centre refused this. Everything is kept here."),
    "sync.not_registered": QT_TRANSLATE_NOOP(
        "Sentences", "This computer is not registered at the centre. Ask a manager."
    ),
    "sync.answer_too_large": QT_TRANSLATE_NOOP(
        "Sentences", "Something else answered instead of the centre. Everything is kept here and sent later."
    ),
    "sync.address_wrong": QT_TRANSLATE_NOOP("Sentences", "The centre’s address in the settings is wrong."),
    "sync.address_not_private": QT_TRANSLATE_NOOP(
        "Sentences", "The centre’s address in the settings is not private (https). Nothing was sent."
    ),
    "sync.device_forked": QT_TRANSLATE_NOOP(
        "Sentences", "The centre has other acts of this computer than this store. Stop here and tell your support."
    ),
    "device.not_proven": QT_TRANSLATE_NOOP(
        "Sentences", "The centre does not accept this computer’s proof. Ask a manager to register it again."
    ),
    "device.code_wrong": QT_TRANSLATE_NOOP(
        "Sentences", "This code is wrong or was used already. Ask a manager for a new one."
    ),
}
