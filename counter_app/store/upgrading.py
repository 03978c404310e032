"""An existing store comes to the schema of this program by way of a copy; the old file stays as it was until it is
replaced in one step, and for 14 days after it (security 7.5).

What fails, or is cut off by a pulled plug, leaves the old store, which the old program still opens.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from counter_app.errors import StoreError
from counter_app.on_disk import flush_folder
from counter_app.store import backup, schema
from counter_app.store.db import Database

ROOM = 2.2
"""Of the store's size: for the backup, for the copy that is upgraded, and some air."""
OLD_DAYS = 14
_OLD = re.compile(r"\.before-\w+-(\d{8}T\d{6}Z)$")
_SIGNED = "op_id, incarnation, n, kind, entity, at_ms, core, op_hash, sig, status, seq, code, args, level"


def bring_to_head(
    store: Path,
    key: bytes,
    now_ms: int,
    save: Callable[[Database], object],
    free: Callable[[Path], int],
    tell: Callable[[str], None] = lambda step: None,
) -> bool:
    """Upgrade the closed store `store` when an older program made it; True when it was changed.

    `save` takes a backup of it first. `tell` hears: saving, copying, upgrading, comparing, swapping.
    StoreError: store.too_new (nothing is opened for writing), store.upgrade_no_room, store.upgrade_failed, and what
    `save` raises.
    """
    db = Database(store, key, read_only=True)
    try:
        with db.read() as connection:
            found = schema.current(connection)
    finally:
        db.close()
    if found in ("", schema.HEAD):
        return False
    if found not in schema.KNOWN:
        raise StoreError("store.too_new", found=found, known=schema.HEAD)
    _demand_room(store, free)
    side = store.with_name(store.name + ".upgrading")
    _remove(side)
    try:
        with backup.on_disk(store.parent):
            tell("saving")
            _settled(store, key, save)
            tell("copying")
            side.touch(mode=0o600)
            shutil.copyfile(store, side)
            tell("upgrading")
            _upgraded(side, key, tell)
            tell("swapping")
            _swapped(store, side, found, now_ms)
    except StoreError as error:
        _remove(side)
        if error.code == "backup.not_written":
            raise StoreError("store.upgrade_failed", found=found, to=schema.HEAD) from error
        raise
    except Exception as error:
        _remove(side)
        raise StoreError("store.upgrade_failed", found=found, to=schema.HEAD) from error
    except BaseException:
        _remove(side)
        raise
    return True


def drop_old(store: Path, now_ms: int) -> None:
    """Remove what upgrades left beside the store, 14 days after."""
    for path in store.parent.glob(f"{store.name}.before-*"):
        stamp = _OLD.search(path.name)
        if stamp is not None:
            at = datetime.strptime(stamp[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            if now_ms - int(at.timestamp() * 1000) > OLD_DAYS * 86_400_000:
                path.unlink(missing_ok=True)


def _demand_room(store: Path, free: Callable[[Path], int]) -> None:
    size = sum(path.stat().st_size for path in (store, store.with_name(store.name + "-wal")) if path.exists())
    there = free(store.parent)
    if there < ROOM * size:
        needed = int(ROOM * size) // 1_000_000 + 1
        raise StoreError("store.upgrade_no_room", needed_mb=needed, free_mb=there // 1_000_000)


def _settled(store: Path, key: bytes, save: Callable[[Database], object]) -> None:
    """Backed up, and all of it in the one file: what lies in the log beside it would be left behind."""
    db = Database(store, key)
    try:
        save(db)
        with db.write():
            pass  # so that there is a writer to close: the last one moves the log into the file and removes it
    finally:
        db.close()
    log = store.with_name(store.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise StoreError("store.busy")


def _upgraded(side: Path, key: bytes, tell: Callable[[str], None]) -> None:
    db = Database(side, key)
    try:
        with db.read() as connection:
            before = _contents(connection)
        schema.upgrade(db)
        tell("comparing")
        with db.read() as connection:
            broken = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
            after = _contents(connection)
        if broken != "ok" or any(after.get(name) != what for name, what in before.items()):
            raise StoreError("store.upgrade_failed", to=schema.HEAD)
    finally:
        db.close()


def _contents(connection: Connection) -> dict[str, Any]:
    """How many rows each table has, and the journal's lines as one hash."""
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
        "AND name NOT LIKE 'account_search%' AND name NOT LIKE 'sqlite%' AND name <> 'alembic_version'"
    ).scalars()
    found: dict[str, Any] = {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar()  # noqa: S608 - from the schema
        for name in list(names)
    }
    lines = hashlib.sha256()
    sql = f"SELECT {_SIGNED} FROM journal ORDER BY position"  # noqa: S608 - own constant
    for row in connection.exec_driver_sql(sql):
        lines.update(repr(tuple(row)).encode())
    return found | {"": lines.hexdigest()}


def _swapped(store: Path, side: Path, found: str, now_ms: int) -> None:
    with side.open("rb+") as file:
        os.fsync(file.fileno())
    stamp = datetime.fromtimestamp(now_ms // 1000, UTC).strftime("%Y%m%dT%H%M%SZ")
    old = store.with_name(f"{store.name}.before-{schema.HEAD}-{stamp}")
    old.unlink(missing_ok=True)
    backup.place(store, old)  # a second name: the store's own is never without a file
    try:
        side.replace(store)
    except OSError:
        old.unlink(missing_ok=True)
        raise
    for suffix in ("-wal", "-shm"):
        store.with_name(store.name + suffix).unlink(missing_ok=True)
    flush_folder(store.parent)


def _remove(side: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        side.with_name(side.name + suffix).unlink(missing_ok=True)
