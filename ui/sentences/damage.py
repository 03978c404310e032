"""What a clerk reads about a damaged store, a failing disk, and acts that are missing; part of `ui.sentences`."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

DAMAGE: dict[str, Any] = {
    "store.damaged": QT_TRANSLATE_NOOP(
        "Sentences",
        "The store on this computer is damaged, and nothing more is written into it. Rebuild makes a fresh one beside "
        "it, so that you can go on at once, and takes over what can be read. The damaged one is kept.",
    ),
    "store.missing": QT_TRANSLATE_NOOP(
        "Sentences",
        "The store of this computer is not in its folder {folder}. Rebuild makes a fresh one and asks the centre for "
        "everything. What was not sent yet is lost, unless you have the file or a backup: then quit and put it back.",
    ),
    "store.identity_lost": QT_TRANSLATE_NOOP(
        "Sentences",
        "The store is so damaged that it cannot be told which counter this is. Nothing was changed. "
        "Ask your support: this computer must be registered again.",
    ),
    "store.disk_error": QT_TRANSLATE_NOOP(
        "Sentences",
        "Disk error: the last act was not saved. Close Counter and start it again, and do that act once more. "
        "If it comes back, the disk is failing.",
    ),
    "store.cannot_open": QT_TRANSLATE_NOOP(
        "Sentences", "The store cannot be opened. Close other programs that may hold it and start Counter again."
    ),
    "store.checking": QT_TRANSLATE_NOOP("Sentences", "Counter was not closed properly. Checking the store …"),
    "store.setting_aside": QT_TRANSLATE_NOOP("Sentences", "Setting the damaged store aside …"),
    "store.rescuing": QT_TRANSLATE_NOOP(
        "Sentences", "Reading the damaged store. You can work: pieces are kept, mailboxes come with the register."
    ),
    "store.rescuing_acts": QT_TRANSLATE_NOOP("Sentences", "Taking over acts of the damaged store: {done} of {total}"),
    "store.rescuing_rows": QT_TRANSLATE_NOOP(
        "Sentences", "Taking over the register and the shelves: {done} of {total}"
    ),
    "store.all_rescued": QT_TRANSLATE_NOOP(
        "Sentences", "The store was rebuilt. All {total} acts of this counter are here again."
    ),
    "store.acts_lost": QT_TRANSLATE_NOOP(
        "Sentences",
        "{rescued} of {total} acts were rescued; {count} between {since} and {until} are missing. "
        "Check the pieces of that time on the shelves; what the centre had comes back by itself.",
    ),
    "store.tail_found": QT_TRANSLATE_NOOP(
        "Sentences", "The disk had lost the newest acts; all {total} were found again. Have the disk checked."
    ),
    "store.tail_lost": QT_TRANSLATE_NOOP(
        "Sentences",
        "The disk has lost the newest acts: {count} between {since} and {until}. What the centre had comes back by "
        "itself; check the pieces of that time on the shelves, and have the disk checked.",
    ),
    "store.behind_the_centre": QT_TRANSLATE_NOOP(
        "Sentences",
        "The disk has lost {count} acts after {since} that the centre has. They come back by themselves; "
        "acts that were not sent yet may be missing too: check the pieces of that time on the shelves.",
    ),
    "store.act_incomplete": QT_TRANSLATE_NOOP(
        "Sentences", "The name in this act could not be read any more after damage. Look at the piece and put it right."
    ),
    "store.exported": QT_TRANSLATE_NOOP(
        "Sentences", "{count} acts that the centre does not have were saved to {file}. Give this file to your support."
    ),
    "store.nothing_to_export": QT_TRANSLATE_NOOP(
        "Sentences", "The centre has every act of this counter: there is nothing to save."
    ),
}
