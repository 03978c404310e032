"""Photos as encrypted files named by the hash of what is in them; a row says what they are."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Connection

from counter_app.errors import StoreError
from counter_app.on_disk import flush_folder
from counter_app.store import room

MAGIC = b"CNTRB1"
KINDS = ("piece", "signature", "id", "driver", "scan")


class Blobs:
    """The folder of photos of one home. A file is written and on the disk before its row is committed."""

    def __init__(self, folder: Path, key: bytes, entropy: Callable[[int], bytes] = os.urandom) -> None:
        self.folder = folder
        self._key = key
        self._entropy = entropy
        self._turn = threading.Lock()
        self._kept: set[str] = set()

    def keep(self, data: bytes, kind: str) -> str:
        """Encrypt `data` into a file and return the SHA-256 of the plain bytes; the same bytes are kept once.

        StoreError: store.full, store.photo_not_saved; then there is no file.
        """
        if kind not in KINDS:
            raise ValueError(f"no such kind of photo: {kind}")
        name = hashlib.sha256(data).hexdigest()
        path = self.folder / name
        with self._turn:
            self._kept.add(name)  # from here on nobody sweeps it away, although its row is not yet there
        if path.exists():
            return name
        nonce = self._entropy(12)
        sealed = MAGIC + nonce + self._cipher(name).encrypt(nonce, data, name.encode())
        side = self.folder / f"{name}.{self._entropy(4).hex()}.new"
        try:
            with side.open("xb") as file:
                file.write(sealed)
                file.flush()
                os.fsync(file.fileno())
            side.replace(path)
            flush_folder(self.folder)
        except OSError as error:
            side.unlink(missing_ok=True)
            raise room.refused(error, self.folder, "store.photo_not_saved") from error
        return name

    def remove(self, path: Path, name: str) -> bool:
        """Remove a leftover file of the photo `name`; False for one that was kept since the program started."""
        with self._turn:
            if name in self._kept:
                return False
            try:
                path.unlink()
            except OSError:
                return False  # held open by a virus scanner, say: the next time
            return True

    def has(self, name: str) -> bool:
        """Whether the file of this photo is here."""
        return (self.folder / name).is_file()

    def names(self) -> set[str]:
        """Every whole photo that is here."""
        return {path.name for path in self.folder.iterdir() if len(path.name) == 64}

    def purge(self, name: str) -> None:
        """Remove the file of a photo that the centre keeps; its row says so already. Held open: the next time."""
        with self._turn:
            try:
                (self.folder / name).unlink(missing_ok=True)
            except OSError:
                return
            self._kept.discard(name)

    def open_plain(self, name: str) -> bytes:
        """The photo called `name`. StoreError: photo.gone, photo.damaged. Every caller has logged its reason."""
        if len(name) != 64 or set(name) - set("0123456789abcdef"):
            raise StoreError("photo.gone")
        try:
            sealed = (self.folder / name).read_bytes()
        except OSError as error:
            raise StoreError("photo.gone") from error
        try:
            if sealed[:6] != MAGIC:
                raise StoreError("photo.damaged")
            return self._cipher(name).decrypt(sealed[6:18], sealed[18:], name.encode())
        except (InvalidTag, ValueError) as error:
            raise StoreError("photo.damaged") from error

    def _cipher(self, name: str) -> AESGCM:
        # A key of its own for every file, so that no nonce can ever meet twice under one key.
        key = HKDF(hashes.SHA256(), 32, salt=None, info=b"counter-photo-1" + name.encode()).derive(self._key)
        return AESGCM(key)


def note(connection: Connection, name: str, kind: str, size: int, now_ms: int, op_id: str = "") -> None:
    """Write the row of a photo, in the transaction of the act `op_id` that it belongs to.

    The same bytes that had left this station, or were lost, are captured once more: their file is here again.
    """
    connection.exec_driver_sql(
        "INSERT INTO photo (sha256, kind, size, state, created_ms) VALUES (?, ?, ?, 'captured', ?) "
        "ON CONFLICT (sha256) DO UPDATE SET state = 'captured', created_ms = excluded.created_ms "
        "WHERE photo.state IN ('purged', 'lost')",
        (name, kind, size, now_ms),
    )
    if op_id:
        connection.exec_driver_sql(
            "INSERT INTO photo_act (sha256, op_id) VALUES (?, ?) ON CONFLICT DO NOTHING", (name, op_id)
        )
