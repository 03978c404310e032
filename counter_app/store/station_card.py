"""Who this station is, kept beside its store: without it a damaged store would take the station's name along."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy.exc import DBAPIError

from counter_app.errors import StoreError
from counter_app.store.db import Database

KEPT = ("org", "store", "device_id", "centre_key", "epoch", "name", "settings")
NEEDED = ("org", "store", "device_id", "centre_key", "settings")
_ABOUT = b"counter-station-card-1"


def read(path: Path, key: bytes) -> dict[str, str]:
    """What the card says; {} when there is none, or when it was damaged."""
    try:
        data = path.read_bytes()
        said = json.loads(AESGCM(key).decrypt(data[:12], data[12:], _ABOUT))
    except (OSError, ValueError, InvalidTag):
        return {}
    return {name: said[name] for name in KEPT if isinstance(said.get(name), str)} if isinstance(said, dict) else {}


def device_of(store: Path, key: bytes) -> str:
    """Which station the closed store `store` itself is of; "" for one that was never completed, or does not open."""
    db = Database(store, key, read_only=True)
    try:
        with db.read() as connection:
            return str(connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'device_id'").scalar() or "")
    except (StoreError, DBAPIError):
        return ""
    finally:
        db.close()


def keep(path: Path, key: bytes, meta: Mapping[str, str], entropy: Callable[[int], bytes]) -> None:
    """Write the card when it says something else than the store; StoreError("store.folder_not_writable")."""
    said = {name: meta[name] for name in KEPT if name in meta}
    if read(path, key) == said:
        return
    nonce = entropy(12)
    side = path.with_suffix(".new")
    try:
        with side.open("wb") as file:
            file.write(nonce + AESGCM(key).encrypt(nonce, json.dumps(said).encode(), _ABOUT))
            file.flush()
            os.fsync(file.fileno())
        side.replace(path)
    except OSError as error:
        raise StoreError("store.folder_not_writable", folder=str(path.parent)) from error
