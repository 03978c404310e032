"""Photos on the centre's disk: encrypted under keys of their own, named by store and hash, never by what came in.

TLS protects the way; at rest each file is AES-256-GCM with a key that the centre's own key gives for this one file,
bound to its store, its hash and its kind, so that no file can stand in for another. A chunk of an unfinished upload is
a file too: two writers never meet in one, and a torn one is never taken for a part.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from central_service.keys import Keys
from central_service.refusal import Refusal

MAGIC = b"CNTRC1"
KINDS = ("piece", "signature", "id", "driver", "scan")
_NONCE = 12
_HASH = re.compile("[0-9a-f]{64}")
_UPLOAD = re.compile("[0-9a-f]{32}")


class BlobGoneError(Exception):
    """There is no such file, or it is not what was written."""


@dataclass(frozen=True, repr=False)
class BlobFiles:
    """The folder of photos of a centre. Names are checked again here: whatever calls, nothing leaves the folder."""

    root: Path
    keys: Keys
    entropy: Callable[[int], bytes]

    def keep(self, store: str, sha256: str, kind: str, data: bytes) -> None:
        """Write a whole photo; it is on the disk, under its name, when this returns. Refusal 507 for a full disk."""
        place = self._place(store, sha256)
        self._write(place, bytes([KINDS.index(kind)]) + data, self._about(store, sha256))

    def read(self, store: str, sha256: str) -> tuple[str, bytes]:
        """Kind and bytes of a photo. BlobGoneError when it is not there, damaged, or another one."""
        found = self._read(self._place(store, sha256), self._about(store, sha256))
        if not found or found[0] >= len(KINDS) or hashlib.sha256(found[1:]).hexdigest() != sha256:
            raise BlobGoneError
        return KINDS[found[0]], found[1:]

    def has(self, store: str, sha256: str) -> bool:
        return bool(_HASH.fullmatch(sha256)) and self._place(store, sha256).is_file()

    def keep_part(self, store: str, upload: str, offset: int, data: bytes) -> str:
        """Write one checked chunk of an upload; the name under which it is found."""
        name = self.entropy(16).hex()
        self._write(self._upload(store, upload) / name, data, self._about(store, f"{upload}:{offset}"))
        return name

    def read_part(self, store: str, upload: str, offset: int, name: str) -> bytes:
        """A chunk of an upload; BlobGoneError when it is not there or damaged."""
        if not _UPLOAD.fullmatch(name):
            raise BlobGoneError
        return self._read(self._upload(store, upload) / name, self._about(store, f"{upload}:{offset}"))

    def drop_part(self, store: str, upload: str, name: str) -> None:
        (self._upload(store, upload) / name).unlink(missing_ok=True)

    def drop_upload(self, store: str, upload: str) -> None:
        """Remove every chunk of an upload, also those that no row speaks of."""
        shutil.rmtree(self._upload(store, upload), ignore_errors=True)

    def _place(self, store: str, sha256: str) -> Path:
        if not _HASH.fullmatch(sha256):
            raise BlobGoneError
        return self._store(store) / sha256[:2] / sha256

    def _upload(self, store: str, upload: str) -> Path:
        if not _UPLOAD.fullmatch(upload):
            raise BlobGoneError
        return self._store(store) / "uploads" / upload

    def _store(self, store: str) -> Path:
        # A store's id may hold a colon or be a name that Windows keeps for itself; its hash may not.
        return self.root / hashlib.sha256(b"counter-store-1\n" + store.encode()).hexdigest()[:32]

    def _about(self, store: str, what: str) -> bytes:
        return f"{store}\n{what}".encode()

    def _cipher(self, about: bytes) -> AESGCM:
        return AESGCM(bytes.fromhex(self.keys.seal("blob", about)))

    def _write(self, place: Path, data: bytes, about: bytes) -> None:
        nonce = self.entropy(_NONCE)
        sealed = MAGIC + nonce + self._cipher(about).encrypt(nonce, data, about)
        side = place.with_name(f"{place.name}.{self.entropy(4).hex()}.new")
        with _room():
            _make_folder(place.parent, self.root.parent)
            try:
                handle = os.open(side, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
                with os.fdopen(handle, "wb") as file:
                    file.write(sealed)
                    file.flush()
                    os.fsync(file.fileno())
                side.replace(place)
            except BaseException:
                side.unlink(missing_ok=True)
                raise
            _flush(place.parent)

    def _read(self, place: Path, about: bytes) -> bytes:
        try:
            sealed = place.read_bytes()
        except FileNotFoundError:
            raise BlobGoneError from None
        if not sealed.startswith(MAGIC):
            raise BlobGoneError
        start = len(MAGIC) + _NONCE
        try:
            return self._cipher(about).decrypt(sealed[len(MAGIC) : start], sealed[start:], about)
        except (InvalidTag, ValueError):
            raise BlobGoneError from None


@contextmanager
def _room() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
            raise Refusal(507, "blob.no_room") from error
        raise


def _make_folder(folder: Path, top: Path) -> None:
    """Make `folder` with those above it below `top`, each of them on the disk in its parent."""
    if folder.is_dir() or folder == top:
        return
    _make_folder(folder.parent, top)
    folder.mkdir(mode=0o700, exist_ok=True)
    _flush(folder.parent)


def _flush(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
