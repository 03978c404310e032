"""A home made again from a backup, and the drill that shows that it can be done, how fast, and what it would cost.

The new home goes on where the backup stood: what waited then is sent again under its old op_id, what the centre has
had since comes back by pull, and new acts are written under a new incarnation (sync 3.9). Paper is not idempotent:
labels that were owed then may have been printed since, so a clerk is asked about each.
"""

from __future__ import annotations

import json
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from counter_app import verify
from counter_app.errors import CounterError, StoreError
from counter_app.on_disk import flush_folder
from counter_app.paths import Home
from counter_app.store import backup, journal, print_jobs, schema
from counter_app.store.backup import Backup, Tell
from counter_app.store.db import Database
from counter_app.store.incarnation import new_incarnation
from counter_app.store.journal import Identity
from counter_app.store.keys import Keys

Opening = Callable[[Home], Keys]
"""How the keys of a home are opened; asked once the backup's `keys.json` is in the new home."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A home that was made: what from, how far its journal goes, how much of it waits for the centre."""

    home: Home
    backup: Backup
    operations: int
    waiting: int
    incarnation: str


def find(given: Path) -> Backup:
    """The backup that `given` means: its folder, its store.db, a folder of backups, a home or a second place (then
    the newest).

    StoreError: backup.not_found; backup.which_station for a second place that several stations share.
    """
    folder = given.resolve()
    for one in (folder, folder.parent if folder.name == "store.db" else folder):
        found = backup.named(one)
        if found is not None and found.store.is_file():
            return found
    for place in (folder, Home(folder).backups):
        many = backup.listed(place)
        if many:
            return many[-1]
    shared = {one.name: backup.listed(one) for one in sorted(folder.glob("station-*"))}
    stations = {name: many for name, many in shared.items() if many}
    if len(stations) > 1:
        raise StoreError("backup.which_station", folder=str(given), stations=", ".join(stations))
    for many in stations.values():
        return many[-1]
    raise StoreError("backup.not_found", folder=str(given))


def restore(
    given: Path,
    into: Path,
    opening: Opening,
    entropy: Callable[[int], bytes],
    *,
    tell: Tell = lambda step: None,
) -> Restored:
    """Make the home `into` from a backup; it is there as a whole or not at all, whatever breaks, Ctrl-C included.

    `tell` hears: copying, checking, going_on, writing. StoreError: backup.not_found, backup.folder_not_empty,
    backup.copy_wrong, backup.no_room, backup.not_written, store.too_new, and those of `opening`.
    """
    found = find(given)
    into = into.resolve()
    with backup.on_disk(into):
        if into.exists() and (not into.is_dir() or any(into.iterdir())):
            raise StoreError("backup.folder_not_empty", folder=str(into))
        into.parent.mkdir(parents=True, exist_ok=True)
    home = Home(into.parent / f".{into.name}.half")
    with _or_nothing(home.root), backup.on_disk(into):
        tell("copying")
        shutil.rmtree(home.root, ignore_errors=True)
        home.make()
        _copied(found, home)
        opened = opening(home)
        tell("checking")
        backup.checked(home.store, opened.store_key)
        tell("going_on")
        operations, waiting, incarnation = _go_on(home, opened, entropy)
        tell("writing")
        backup.flush(home.root)
        if into.exists():
            into.rmdir()
        home.root.rename(into)
        flush_folder(into.parent)
    return Restored(Home(into), found, operations, waiting, incarnation)


def _copied(found: Backup, home: Home) -> None:
    for name, target in (("store.db", home.store), ("keys.json", home.keys), ("config.toml", home.config)):
        path = found.folder / name
        if path.is_file():
            shutil.copyfile(path, target)
            target.chmod(0o600)
    for photo in (found.folder / "blobs").iterdir() if (found.folder / "blobs").is_dir() else ():
        backup.place(photo, home.blobs / photo.name)


def _go_on(home: Home, opened: Keys, entropy: Callable[[int], bytes]) -> tuple[int, int, str]:
    db = Database(home.store, opened.store_key)
    try:
        schema.upgrade(db)  # only a copy is touched
        with db.write() as connection:
            meta = {row[0]: row[1] for row in connection.exec_driver_sql("SELECT key, value FROM meta")}
            old = Identity(
                meta["org"],
                meta["store"],
                meta["device_id"],
                meta["incarnation"],
                opened.public_key,
                opened.device_key.sign,
            )
            new = new_incarnation(connection, old, entropy)
            print_jobs.doubt_all(connection)
            operations = int(connection.exec_driver_sql("SELECT count(*) FROM journal").scalar_one())
            return operations, journal.waiting_count(connection), new.incarnation
    finally:
        db.close()


@contextmanager
def _or_nothing(folder: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


# ---------------------------------------------------------------- the drill


@dataclass(slots=True)
class Drill:
    """What a drill found. `lost` counts by kind what only this computer has and the backup has not."""

    backup: Backup | None = None
    seconds: float = 0.0
    operations: int = 0
    waiting: int = 0
    verdict: str = ""
    good: bool = False
    code: str = ""
    after: int = 0
    """Acts since the backup that the centre has answered: they come back by pull."""
    lost: Counter[str] = field(default_factory=Counter)
    photos_lost: int = 0
    compared: bool = False


def drill(
    home: Home, opening: Opening, entropy: Callable[[int], bytes], now_ms: int, *, tell: Tell = lambda step: None
) -> Drill:
    """Restore the newest backup of `home` into a scratch folder, prove it, and say what would be lost if this
    computer died now. The centre is not spoken to, the home is only read, and the scratch folder is removed.
    """
    found, started = Drill(), time.monotonic()
    scratch = home.scratch / "drill"
    shutil.rmtree(scratch, ignore_errors=True)
    try:
        found.backup = find(home.root)
        done = restore(found.backup.folder, scratch, opening, entropy, tell=tell)
        opened = opening(done.home)
        found.operations, found.waiting = done.operations, done.waiting
        tell("proving")
        _prove(found, done.home, opened, now_ms)
        found.seconds = time.monotonic() - started
        tell("comparing")
        _compare(found, home, done.home, opened.store_key)
    except CounterError as error:
        found.good, found.code = False, error.code
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return found


def note_drill(home: Home, at_ms: int, good: bool) -> None:
    """Write down that a drill was made, so that the next one can be asked for 30 days later."""
    home.last_drill.write_text(json.dumps({"at_ms": at_ms, "good": good}), encoding="ascii")


def _prove(found: Drill, home: Home, opened: Keys, now_ms: int) -> None:
    db = Database(home.store, opened.store_key, read_only=True)
    try:
        verdict = verify.verify(db, opened.public_key, now_ms)
    finally:
        db.close()
    found.verdict = verdict.lines()[-1]
    # What was erased on purpose, or has waited for long, is no fault of the backup.
    found.good = verdict.exit_code in (verify.GOOD, verify.INCOMPLETE, verify.WARNINGS)


def _compare(found: Drill, home: Home, restored: Home, key: bytes) -> None:
    there = Database(restored.store, key, read_only=True)
    try:
        with there.read() as connection:
            known = {row[0] for row in connection.exec_driver_sql("SELECT op_id FROM journal")}
            photos = {row[0] for row in connection.exec_driver_sql("SELECT sha256 FROM photo")}
    finally:
        there.close()
    try:
        here = Database(home.store, key, read_only=True)
    except StoreError:
        return
    try:
        with here.read() as connection:
            for op_id, kind, status in connection.exec_driver_sql("SELECT op_id, kind, status FROM journal"):
                if op_id in known:
                    continue
                if status in journal.FINAL:
                    found.after += 1
                else:
                    found.lost[kind] += 1
            found.photos_lost = sum(row[0] not in photos for row in connection.exec_driver_sql(backup.ONLY_HERE))
        found.compared = True
    except StoreError:
        return  # The home cannot be read: that is what backups are for. What would be lost cannot be told.
    finally:
        here.close()
