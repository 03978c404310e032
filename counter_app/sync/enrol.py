"""A new station: its keys, its encrypted store, and its place at the centre, by a one-time code.

Everything is made under side names (`*.enrolling`) and takes its own name when it is whole and on the disk: the store,
what the caller settles, the key file, and at the very end `keys.json`. A home with that name is a station; before
that one rename it is none, and a new enrolment into it works, whatever a power cut has left there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from counter_app.errors import Offline, ServerBusy, StoreError, SyncError
from counter_app.on_disk import flush_folder
from counter_app.store import keys, room, schema, station_card
from counter_app.store.db import Database
from counter_app.store.keys import Keys, KeySource
from counter_app.sync.central import Central

_NEEDED = ("device_id", "incarnation", "org", "store", "centre_key", "epoch")
TRACES = ("station.card", "high-water", "backups")
"""What lies beside a store as soon as a station was opened on it: such a store is never taken for an unfinished one."""


def enrol(
    store_path: Path,
    keys_path: Path,
    source: KeySource,
    central: Central,
    code: str,
    name: str,
    entropy: Callable[[int], bytes],
    settle: Callable[[], None] = lambda: None,
) -> Keys:
    """Register this computer and make its store. `settle` writes what else a station needs, before it is one.

    What an unfinished enrolment left behind is set aside (`unfinished-1/` in the home); its keys are used again, so
    that the centre, asked again with the code that they have spent, names the same station. When the centre refuses,
    nothing is left. SyncError or Offline from the centre; StoreError: store.exists and store.keys_exist when the home
    or the key file belongs to a station already, store.full, store.folder_not_writable.
    """
    with _on_disk(store_path.parent):
        _demand_free(store_path, keys_path, source)
        made = _Side(store_path, keys_path, source)
        opened = made.begun() or made.begin(entropy)
        try:
            said = central.register(code, opened.public_key, name)
            if not all(isinstance(said.get(key), str) and said[key] for key in _NEEDED):
                raise SyncError("sync.registration_wrong")
        except SyncError as error:
            # Without an answer nobody knows whether the code is spent: then these keys may ask again.
            if not isinstance(error, (Offline, ServerBusy)):
                made.remove()
            raise
        made.fill(opened, said, name)
        settle()
        made.name()
    return opened


class _Side:
    """The files of a home under the names that they have until they are whole."""

    def __init__(self, store: Path, keys_file: Path, source: KeySource) -> None:
        self._final_store, self._final_keys, self._final = store, keys_file, source
        self._store, self._keys = _side(store), _side(keys_file)
        self._source = source if source.key_file is None else replace(source, key_file=_side(source.key_file))

    def begun(self) -> Keys | None:
        """The keys of an enrolment that was not finished, if this source opens them."""
        if not self._keys.exists():
            return None
        for source in (self._source, self._final):
            try:
                opened = keys.open_keys(self._keys, source)
            except StoreError:
                continue
            if source is not self._source and source.key_file and self._source.key_file:
                # It had its name already. Back: only together with `keys.json` it is the key of a station.
                source.key_file.replace(self._source.key_file)
                flush_folder(source.key_file.parent)
            return opened
        return None

    def begin(self, entropy: Callable[[int], bytes]) -> Keys:
        if self._final.key_file is not None and self._final.key_file.exists():
            raise StoreError("store.keys_exist")
        if self._keys.exists():
            _set_aside(self._keys)
        self.remove()
        return keys.create(self._keys, self._source, entropy(8).hex(), entropy)

    def fill(self, opened: Keys, said: Mapping[str, Any], name: str) -> None:
        """The store, closed and on the disk."""
        self._remove_store()
        db = Database(self._store, opened.store_key)
        try:
            schema.upgrade(db)
            _keep(db, said, name)
        finally:
            db.close()  # takes the log into the file
        with self._store.open("rb+") as file:
            os.fsync(file.fileno())

    def name(self) -> None:
        """Give every file its name; with the last of them there is a station."""
        self._store.replace(self._final_store)
        flush_folder(self._final_store.parent)
        if self._source.key_file is not None and self._final.key_file is not None:
            self._source.key_file.replace(self._final.key_file)
            flush_folder(self._final.key_file.parent)
        self._keys.replace(self._final_keys)
        flush_folder(self._final_keys.parent)

    def remove(self) -> None:
        self._remove_store()
        self._keys.unlink(missing_ok=True)
        if self._source.key_file is not None:
            self._source.key_file.unlink(missing_ok=True)

    def _remove_store(self) -> None:
        for suffix in ("-wal", "-shm", ""):
            self._store.with_name(self._store.name + suffix).unlink(missing_ok=True)


def _side(path: Path) -> Path:
    return path.with_name(path.name + keys.UNFINISHED)


def _demand_free(store: Path, keys_path: Path, source: KeySource) -> None:
    """Nothing here is of a station; what an unfinished enrolment left under final names is moved out of the way."""
    worked = any((store.parent / name).exists() for name in TRACES)
    if keys_path.exists():
        if _is_station(store, keys_path, source):
            raise StoreError("store.exists")
        if worked:
            raise StoreError("store.keys_exist")
    elif store.exists() and worked:
        raise StoreError("store.exists")
    # The log first: beside another store it would be read as that one's.
    for suffix in ("-wal", "-shm", ""):
        path = store.with_name(store.name + suffix)
        if path.exists():
            _set_aside(path)
    if keys_path.exists():
        # Of a program that named the keys first; they are keys like any others that were begun.
        keys_path.replace(_side(keys_path))


def _is_station(store: Path, keys_path: Path, source: KeySource) -> bool:
    """Whether the store knows which station it is of. Keys that do not open now are nobody's to move."""
    if not store.exists():
        return False
    try:
        opened = keys.open_keys(keys_path, source)
    except StoreError:
        return True
    return bool(station_card.device_of(store, opened.store_key))


def _set_aside(path: Path) -> None:
    """Into a folder beside it, under its own name; never over something else."""
    number = 1
    while (path.parent / f"unfinished-{number}" / path.name).exists():
        number += 1
    folder = path.parent / f"unfinished-{number}"
    folder.mkdir(mode=0o700, exist_ok=True)
    path.replace(folder / path.name)


@contextmanager
def _on_disk(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise room.refused(error, folder) from error


def _keep(db: Database, said: Mapping[str, Any], name: str) -> None:
    settings = dict(said.get("settings") or {})
    settings.setdefault("name", said.get("store_name") or "")
    values = {key: said[key] for key in _NEEDED}
    values.update(name=name, settings=json.dumps(settings, ensure_ascii=False))
    with db.write() as connection:
        connection.exec_driver_sql("INSERT INTO meta (key, value) VALUES (?, ?)", list(values.items()))
