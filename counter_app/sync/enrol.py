"""A new station: its keys, its encrypted store, and its place at the centre, by a one-time code."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from counter_app.errors import StoreError, SyncError
from counter_app.store import keys, schema
from counter_app.store.db import Database
from counter_app.store.keys import Keys, KeySource
from counter_app.sync.central import Central

_NEEDED = ("device_id", "incarnation", "org", "store", "centre_key", "epoch")


def enrol(
    store_path: Any,
    keys_path: Any,
    source: KeySource,
    central: Central,
    code: str,
    name: str,
    entropy: Callable[[int], bytes],
) -> Keys:
    """Register this computer and make its store; nothing is left behind when the centre refuses.

    SyncError or Offline from the centre; StoreError("store.keys_exist") when the home belongs to a station already.
    """
    if store_path.exists():
        raise StoreError("store.exists")
    opened = keys.create(keys_path, source, entropy(8).hex(), entropy)
    try:
        said = central.register(code, opened.public_key, name)
        if not all(isinstance(said.get(key), str) and said[key] for key in _NEEDED):
            raise SyncError("sync.registration_wrong")
        db = Database(store_path, opened.store_key)
        try:
            schema.upgrade(db)
            _keep(db, said, name)
        finally:
            db.close()
    except BaseException:
        keys_path.unlink(missing_ok=True)
        if source.key_file is not None:
            source.key_file.unlink(missing_ok=True)
        for suffix in ("", "-wal", "-shm"):
            store_path.with_name(store_path.name + suffix).unlink(missing_ok=True)
        raise
    return opened


def _keep(db: Database, said: Mapping[str, Any], name: str) -> None:
    settings = dict(said.get("settings") or {})
    settings.setdefault("name", said.get("store_name") or "")
    values = {key: said[key] for key in _NEEDED}
    values.update(name=name, settings=json.dumps(settings, ensure_ascii=False))
    with db.write() as connection:
        connection.exec_driver_sql("INSERT INTO meta (key, value) VALUES (?, ?)", list(values.items()))
