"""`./counter backup | restore | drill`: what they print, for whoever sits at a terminal with a computer that died."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from counter_app import keeping, restoring
from counter_app.clocks import SystemClock, os_entropy
from counter_app.config import read_config
from counter_app.errors import CounterError
from counter_app.paths import Home
from counter_app.store import keys
from counter_app.store.db import Database
from counter_app.store.keys import Keys, KeySource
from counter_app.unlocking import key_source

GOOD, FAILED, STOPPED = 0, 1, 130
_STEPS = {
    "copying": "copying",
    "checking": "reading the copy through",
    "photos": "photos",
    "writing": "writing to the disk",
    "naming": "done",
    "going_on": "preparing it to go on",
    "proving": "proving the journal",
    "comparing": "comparing with this computer",
}
_SENTENCES = {
    "backup.not_found": "There is no backup in {folder}.",
    "backup.which_station": "Several stations save into {folder}; name the folder of one of them: {stations}.",
    "backup.folder_not_empty": "There is something in {folder} already; give a folder that is empty or not there yet.",
    "backup.no_room": "There is not enough room for it in {folder}. Make room and try again.",
    "backup.not_written": "The disk did not take it in {folder}. Try another disk.",
    "backup.copy_wrong": "This backup is damaged. Take an older one.",
    "backup.already_running": "Another program is saving a backup into {folder} right now. Try again in a minute.",
    "backup.second_gone": "It is saved here, but the second place is not there: {folder}.",
    "store.key_missing": "Its key is not here. A key file is named with --key-file.",
    "store.key_wrong": "This key does not open it.",
    "store.sheet_misread": "The sheet was misread somewhere: look again at every letter.",
    "store.sheet_wrong": "This sheet is of another computer, or an older one.",
    "store.sheet_none": "No recovery sheet was made before this backup.",
    "store.no_keyring": "This computer keeps no keys by itself: name a new key file with --key-file.",
    "store.keys_exist": "The key file is there already; name one that is not.",
    "store.passphrase_wrong": "The passphrase is wrong.",
    "store.too_new": "It was made by a newer Counter. Update this one first.",
    "store.stopped": "Stopped. Nothing was left behind.",
}


def back_up(folder: Path, key_file: Path | None, into: Path | None) -> int:
    """Save a backup of the home in `folder`, beside a program that may be running on it. 0, or 1 when there is none."""

    def work() -> int:
        home = _home(folder)
        opened = keys.open_keys(home.keys, key_source(home, key_file))
        db = Database(home.store, opened.store_key, read_only=True)
        try:
            second = read_config(home.config).backup_folder if into is None else ""
            now = SystemClock().wall_ms()
            made, code = keeping.take(home, db, opened.store_key, now, into=into, second=second, tell=_say)
        finally:
            db.close()
        print(f"Saved: {made.folder}")
        if code:
            print(f"counter: {_SENTENCES.get(code, code).format(folder=second)} ({code})", file=sys.stderr)
        return GOOD if not code else FAILED

    return _told(work)


def restore(given: Path, into: Path, key_file: Path | None, by_sheet: bool) -> int:
    """Make the home `into` from a backup. 0, or 1 when nothing was made.

    By the recovery sheet the new home gets a key of this computer: its keyring, or a new key file `key_file`.
    """

    new_key: list[Path] = []

    def opening(home: Home) -> Keys:
        if not by_sheet:
            return keys.open_keys(home.keys, key_source(home, key_file))
        opened = keys.open_recovery(home.keys, os.environ.get("COUNTER_RECOVERY") or input("Recovery sheet: "))
        if key_file is not None:
            made = keys.wrap_again(home.keys, opened, KeySource("keyfile", key_file=key_file))
            new_key.append(key_file)
            return made
        return keys.wrap_again(home.keys, opened, KeySource("keyring", keyring=keys.os_keyring()))

    def work() -> int:
        try:
            done = restoring.restore(given, into, opening, os_entropy, tell=_say)
        except BaseException:
            for path in new_key:
                path.unlink(missing_ok=True)
            raise
        print(
            f"Restored: {done.home.root}\nFrom the backup of {_time(done.backup.at_ms)}: {done.operations} acts, "
            f"{done.waiting} of them wait for the centre.\nStart it with: ./counter run --home {into}\n"
            "What the centre has had since the backup comes back by itself, what waits is sent once more and arrives "
            "once, and you are asked about each label that was still to be printed."
        )
        return GOOD

    return _told(work)


def drill(folder: Path, key_file: Path | None) -> int:
    """Restore the newest backup of `folder` into a scratch folder and say what would be lost. 0 when it went well."""

    def work() -> int:
        home, now = _home(folder), SystemClock().wall_ms()
        source = key_source(home, key_file)
        found = restoring.drill(home, lambda one: keys.open_keys(one.keys, source), os_entropy, now, tell=_say)
        print("\n".join(_report(found, now)))
        restoring.note_drill(home, now, found.good)
        return GOOD if found.good else FAILED

    return _told(work)


def recovery(folder: Path, key_file: Path | None) -> int:
    """Print a new recovery sheet for the home in `folder`. It is shown once and kept nowhere."""

    def work() -> int:
        home = _home(folder)
        sheet = keys.add_recovery(home.keys, keys.open_keys(home.keys, key_source(home, key_file)), os_entropy)
        print(
            f"Recovery sheet of {home.root.name}, {_time(SystemClock().wall_ms())}\n\n    {sheet}\n\n"
            "Whoever has this and a backup can open it on any computer. Print it or write it down, keep it away from\n"
            "this computer, and close this window. It opens the backups that are saved from now on, so save one now:\n"
            "./counter backup. A sheet that was made earlier opens only the backups of its time."
        )
        return GOOD

    return _told(work)


def _report(found: restoring.Drill, now_ms: int) -> list[str]:
    lines = []
    if found.backup is not None:
        age = (now_ms - found.backup.at_ms) / 60_000
        lines.append(f"Newest backup: {found.backup.folder.name}, {age:.0f} minutes old")
    if found.code:
        lines.append(f"{_SENTENCES.get(found.code, found.code).format(folder='this home')} ({found.code})")
    if found.verdict:
        lines += [
            f"Restored and proven in {found.seconds / 60:.1f} minutes ({found.seconds:.1f} s): {found.verdict}",
            f"{found.operations} acts are in it, {found.waiting} of them would be sent to the centre once more",
        ]
    if found.compared:
        lost = sum(found.lost.values())
        lines += [
            f"Done since then and known to the centre: {found.after}; they would come back by themselves",
            f"Done since then and known to nobody else: {lost}; these would be lost if this computer died now",
            *(f"  {count} x {kind}" for kind, count in sorted(found.lost.items())),
        ]
        if found.photos_lost:
            lines.append(f"Photos since then that only this computer has: {found.photos_lost}")
    elif found.good:
        lines.append("The store of this computer cannot be read now, so what would be lost cannot be said")
    lines.append("The drill went well (exit 0)" if found.good else "THE DRILL FAILED (exit 1)")
    return lines


def _told(work: Callable[[], int]) -> int:
    try:
        return work()
    except KeyboardInterrupt:
        print(f"counter: {_SENTENCES['store.stopped']}", file=sys.stderr)
        return STOPPED
    except CounterError as error:
        sentence = _SENTENCES.get(error.code, "").format_map({"folder": "", **error.facts})
        print(f"counter: {sentence} ({error.code})".replace("  ", " "), file=sys.stderr)
        return STOPPED if error.code == "store.stopped" else FAILED


def _home(folder: Path) -> Home:
    if not folder.is_dir():
        raise CounterError("backup.not_found", folder=str(folder))
    return Home(folder)


def _say(step: str) -> None:
    print(f"… {_STEPS.get(step, step)}", file=sys.stderr, flush=True)


def _time(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, UTC).strftime("%Y-%m-%d %H:%M UTC")
