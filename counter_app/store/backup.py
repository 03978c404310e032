"""A backup of one home: a folder with an encrypted copy of the store and what is needed to open it again.

`counter-20261102T150000Z-n412/` holds `store.db` (same key as the store), `keys.json` (wrapped keys only: without
keyring, passphrase or key file it opens nothing), `config.toml` and the photos that the centre does not have yet.
Its name says when it was taken (UTC) and how far the journal was. It gets that name as the very last step, when
everything was read back and is on the disk: a folder of that name is whole (security 7.4).
"""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from counter_app.domain import evidence, retention
from counter_app.errors import StoreError
from counter_app.on_disk import flush_folder
from counter_app.store import journal
from counter_app.store.db import Database

LINKS_CHECKED = 1_000
TIGHT = (2, 3, 2)
"""Hourly, daily and weekly backups that stay when the disk is nearly full."""
_NAME = re.compile(r"counter-(\d{8}T\d{6}Z)-n(\d{1,15})")
_HALF = ".half-"
Tell = Callable[[str], None]
Stopping = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Backup:
    """One that is whole: where it is, when it was taken (UTC milliseconds), the journal's last position in it."""

    folder: Path
    at_ms: int
    head: int

    @property
    def store(self) -> Path:
        return self.folder / "store.db"


@dataclass(frozen=True, slots=True)
class Belongings:
    """What of a home goes into a backup beside its store."""

    store_key: bytes
    keys: Path
    config: Path
    blobs: Path


@dataclass(frozen=True, slots=True)
class Head:
    """The last line of a journal: its position and hash; (0, b"") for an empty one."""

    position: int
    op_hash: bytes


def make(
    db: Database,
    belongings: Belongings,
    into: Path,
    now_ms: int,
    *,
    tell: Tell = lambda step: None,
    stopping: Stopping = lambda: False,
) -> Backup:
    """Take a backup into the folder `into` while the counter works on, read it back, and only then give it its name.

    One at a time in a folder: the caller sees to it. `tell` hears each step before it begins: copying, checking,
    photos, writing, naming. StoreError: backup.no_room, backup.not_written (the disk said no), backup.copy_wrong (what
    was read back is not the store), store.stopped. After any of them nothing of it is left.
    """
    with on_disk(into):
        into.mkdir(parents=True, exist_ok=True)
        sweep(into)
        side = into / f"{_HALF}{_stamp(now_ms)}"
        side.mkdir(mode=0o700)
    try:
        with on_disk(into):
            tell("copying")
            with db.read() as connection:
                before = head_of(connection)
            copy = side / "store.db"
            copy.touch(mode=0o600)  # SQLite takes an empty file for a new one, and its mode stays
            db.copy_into(copy, stopping)
            tell("checking")
            head, photos = checked(copy, belongings.store_key, stopping)
            _demand_same(db, before, head)
            tell("photos")
            (side / "blobs").mkdir(mode=0o700)
            for name in photos:
                place(belongings.blobs / name, side / "blobs" / name)
            tell("writing")
            shutil.copyfile(belongings.keys, side / "keys.json")
            if belongings.config.exists():
                shutil.copyfile(belongings.config, side / "config.toml")
            flush(side)
            tell("naming")
            return _named(side, into, now_ms, head)
    except BaseException:
        shutil.rmtree(side, ignore_errors=True)
        raise


ONLY_HERE = "SELECT sha256 FROM photo WHERE state NOT IN ('durable', 'purged', 'lost') ORDER BY sha256"
"""The photos that the centre does not keep for good."""


def checked(path: Path, key: bytes, stopping: Stopping = lambda: False) -> tuple[Head, list[str]]:
    """The head of a copy that was read through and found whole, and the photos that only this station has.

    StoreError("backup.copy_wrong") for pages, lines or links that are not what was written; store.key_wrong.
    """
    db = Database(path, key, read_only=True)
    try:
        found = db.damage(stopping)
        if found:
            raise StoreError("backup.copy_wrong", what=found[0][:100])
        with db.read() as connection:
            demand_linked(connection)
            rows = connection.exec_driver_sql(ONLY_HERE).all()
            return head_of(connection), [row[0] for row in rows if _is_hash(row[0])]
    except StoreError as error:
        if error.code in ("store.damaged", "store.disk_error"):
            raise StoreError("backup.copy_wrong", what=error.code) from error
        raise
    finally:
        db.close()


def demand_linked(connection: Connection, last: int = LINKS_CHECKED) -> None:
    """The last lines of the journal bear their marks and hashes, and each names the one before it."""
    rows = connection.exec_driver_sql(
        f"SELECT {journal.MARKED}, mark FROM journal ORDER BY position DESC LIMIT ?",  # noqa: S608 - own constant
        (last,),
    ).all()
    expected: dict[str, bytes] = {}
    for *columns, mark in reversed(rows):
        core, digest = columns[7], columns[8]
        whole = journal.mark_of(columns) == mark and isinstance(core, bytes) and evidence.op_hash(core) == digest
        try:
            said = evidence.parse(core) if whole else {}
        except evidence.EvidenceError:
            said = {}
        before = expected.get(said.get("incarnation", ""))
        if not said or (before is not None and said.get("prev") != before.hex()):
            raise StoreError("backup.copy_wrong", what=f"line {columns[0]}")
        expected[said["incarnation"]] = digest


def head_of(connection: Connection) -> Head:
    """The last line of the journal as it is now."""
    row = connection.exec_driver_sql("SELECT position, op_hash FROM journal ORDER BY position DESC LIMIT 1").first()
    return Head(row[0], row[1]) if row else Head(0, b"")


def _demand_same(db: Database, before: Head, copied: Head) -> None:
    # The copy is of a moment after `before` was read; the journal only grows, so its head must be a line of it.
    with db.read() as connection:
        row = connection.exec_driver_sql("SELECT op_hash FROM journal WHERE position = ?", (copied.position,)).scalar()
    if copied.position < before.position or (row or b"") != copied.op_hash:
        raise StoreError("backup.copy_wrong", what="head")


# ---------------------------------------------------------------- the folder of backups


def listed(into: Path) -> list[Backup]:
    """The whole backups in a folder, the oldest first; anything else that lies there is not looked at."""
    found = []
    for folder in into.iterdir() if into.is_dir() else ():
        backup = named(folder)
        if backup is not None:
            found.append(backup)
    return sorted(found, key=lambda one: (one.at_ms, one.head))


def named(folder: Path) -> Backup | None:
    """The backup whose folder this is, by its name; None for any other."""
    parts = _NAME.fullmatch(folder.name)
    if parts is None or not folder.is_dir():
        return None
    try:
        at = datetime.strptime(parts[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(folder, int(at.timestamp()) * 1000, int(parts[2]))


def sweep(into: Path) -> None:
    """Remove what a crash or a pulled plug left half done."""
    for folder in into.glob(f"{_HALF}*"):
        shutil.rmtree(folder, ignore_errors=True)


def prune(into: Path, *, tight: bool = False) -> int:
    """Remove what is not kept any more (24 hourly, 14 daily, 8 weekly; a few of each on a full disk); how many went."""
    backups = listed(into)
    left = retention.kept((one.at_ms for one in backups), *(TIGHT if tight else ()))
    gone = [one for one in backups if one.at_ms not in left]
    for one in gone:
        remove(one)
    return len(gone)


def remove(backup: Backup) -> None:
    """Take a backup away; its name goes first, so that half of it is never taken for a whole one."""
    side = backup.folder.with_name(_HALF + backup.folder.name)
    with on_disk(backup.folder.parent):
        backup.folder.rename(side)
    shutil.rmtree(side, ignore_errors=True)


def copy_to(backup: Backup, second: Path) -> Backup:
    """The same backup in a second place: a folder on another disk. StoreError: backup.no_room, backup.second_gone."""
    if not second.is_dir():
        raise StoreError("backup.second_gone", folder=str(second))  # a stick that is not plugged in, not a new folder
    earlier = listed(second)
    there = second / backup.folder.name
    if there.is_dir():
        return Backup(there, backup.at_ms, backup.head)
    sweep(second)
    side = second / f"{_HALF}{backup.folder.name}"
    try:
        with on_disk(second):
            (side / "blobs").mkdir(parents=True)
            for path in backup.folder.iterdir():
                if path.is_file():
                    shutil.copyfile(path, side / path.name)
            for path in (backup.folder / "blobs").iterdir():
                # The photo lies there already, in the backup before: on most disks a second name costs nothing.
                known = earlier[-1].folder / "blobs" / path.name if earlier else path
                place(known if known.exists() else path, side / "blobs" / path.name)
            flush(side)
            side.rename(there)
            flush_folder(second)
    except BaseException:
        shutil.rmtree(side, ignore_errors=True)
        raise
    return Backup(there, backup.at_ms, backup.head)


# ---------------------------------------------------------------- files


def place(source: Path, target: Path) -> None:
    """The same file under a second name, or a copy where the disk knows no second names. A photo that is gone is
    left out: the piece it belongs to is worth more than a backup that stops at it."""
    try:
        os.link(source, target)
    except FileNotFoundError:
        return
    except OSError:
        shutil.copyfile(source, target)
        _flush_file(target)


def flush(folder: Path) -> None:
    """The files of a backup and their names onto the disk; its photos are there already (`place`)."""
    for path in folder.iterdir():
        if path.is_file():
            _flush_file(path)
    flush_folder(folder / "blobs")
    flush_folder(folder)


def _flush_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


@contextmanager
def on_disk(folder: Path) -> Iterator[None]:
    """What the disk says no to, as StoreError: backup.no_room, backup.not_written."""
    try:
        yield
    except StoreError as error:
        if error.code == "store.full":
            raise StoreError("backup.no_room", folder=str(folder)) from error
        raise
    except OSError as error:
        code = "backup.no_room" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "backup.not_written"
        raise StoreError(code, folder=str(folder)) from error


def _named(side: Path, into: Path, now_ms: int, head: Head) -> Backup:
    while (final := into / f"counter-{_stamp(now_ms)}-n{head.position}").exists():
        now_ms += 1000  # two within a second
    side.rename(final)
    flush_folder(into)
    return Backup(final, now_ms // 1000 * 1000, head.position)


def _stamp(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms // 1000, UTC).strftime("%Y%m%dT%H%M%SZ")


def _is_hash(name: str) -> bool:
    return len(name) == 64 and not set(name) - set("0123456789abcdef")
