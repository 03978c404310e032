"""The pages of an encrypted store, one by one, past SQLite: what is left to read when the database does not open.

SQLCipher gives every page its own initialisation vector and its own HMAC, so each page proves itself: one that was
damaged is left out, and all others are as they were written (SQLCipher 4 file format; SQLite file format 1.3-1.6, 4.1).
The write-ahead log is read the same way. A flipped bit in it makes SQLite drop every commit behind it, but its later
frames are whole pages and still good. Only frames of finished commits are taken. Nothing is ever written here.
"""

from __future__ import annotations

import hashlib
import hmac
import mmap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE = 4096
_SALT = 16
_RESERVED = 80
"""At the end of each page: 16 bytes initialisation vector, 64 bytes HMAC-SHA512."""
USABLE = PAGE - _RESERVED
_WAL_HEAD, _FRAME_HEAD = 32, 24
_LEAF = 0x0D


class Pages:
    """The pages of one store and its log. `damaged` counts those read so far that did not prove themselves."""

    def __init__(self, main: bytes | mmap.mmap, frames: list[tuple[int, bytes]], opener: _Opener | None) -> None:
        self._main = main
        self._opener = opener
        self._frames: dict[int, list[bytes]] = {}
        for number, raw in frames:
            self._frames.setdefault(number, []).append(raw)
        # Numbers in the log are not under a seal: a flipped bit may name a page that no disk could hold.
        stored = range(1, len(main) // PAGE + 1)
        self.numbers = [*stored, *sorted(set(self._frames) - set(stored))]
        self.damaged = 0

    @property
    def logged(self) -> list[int]:
        """The numbers of the pages of which the log has an image."""
        return sorted(self._frames)

    def images(self, number: int) -> list[bytes]:
        """Every image of a page that proves itself, the oldest first: the file's own, then those in the log."""
        stored = self._main[(number - 1) * PAGE : number * PAGE]
        found = []
        for raw in ([stored] if len(stored) == PAGE else []) + self._frames.get(number, []):
            image = self._opener.opened(number, raw) if self._opener else None
            if image is None:
                self.damaged += 1
            else:
                found.append(image)
        return found

    def records(self, image: bytes) -> Iterator[tuple[int, tuple[Any, ...]]]:
        """The rows (rowid, columns) of a page that is a leaf of a table; none for any other page."""
        start = 100 if image[:16] == b"\0" * _SALT and image[100] == _LEAF else 0
        if image[start] != _LEAF:
            return
        count = int.from_bytes(image[start + 3 : start + 5], "big")
        for at in range(start + 8, min(start + 8 + 2 * count, USABLE - 1), 2):
            try:
                found = self._cell(image, int.from_bytes(image[at : at + 2], "big"))
            except (IndexError, ValueError):
                continue  # its overflow is on a damaged page
            yield found

    def _cell(self, image: bytes, at: int) -> tuple[int, tuple[Any, ...]]:
        size, at = _varint(image, at)
        rowid, at = _varint(image, at)
        most = USABLE - 35
        if size <= most:
            return rowid, _columns(image[at : at + size])
        least = (USABLE - 12) * 32 // 255 - 23
        local = least + (size - least) % (USABLE - 4)
        local = local if local <= most else least
        content = bytearray(image[at : at + local])
        follow = int.from_bytes(image[at + local : at + local + 4], "big")
        while len(content) < size:
            images = self.images(follow) if follow else []
            if not images:
                raise ValueError("the overflow is gone")
            more = images[-1]
            follow = int.from_bytes(more[:4], "big")
            content += more[4 : 4 + min(USABLE - 4, size - len(content))]
        return rowid, _columns(bytes(content))


@contextmanager
def read_pages(path: Path, key: bytes) -> Iterator[Pages]:
    """The pages of the store at `path` and of the log beside it. OSError when the file itself cannot be read."""
    log = path.with_name(path.name + "-wal")
    frames = list(_frames(log.read_bytes())) if log.exists() else []
    if not path.exists() or path.stat().st_size == 0:
        yield Pages(b"", frames, _opener(b"", frames, key))
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as main:
        yield Pages(main, frames, _opener(main, frames, key))


def _frames(log: bytes) -> Iterator[tuple[int, bytes]]:
    """The pages (number, bytes) of all finished commits in a write-ahead log, in the order of writing."""
    step = _FRAME_HEAD + PAGE
    heads = [log[at : at + _FRAME_HEAD] for at in range(_WAL_HEAD, len(log) - step + 1, step)]
    # Frames of the log's life before this one have other salts. The log's own head may be what is damaged.
    live = log[16:24] if any(one[8:16] == log[16:24] for one in heads) else heads[0][8:16] if heads else b""
    finished = [n for n, one in enumerate(heads) if one[8:16] == live and one[4:8] != b"\0\0\0\0"]
    for n in range(finished[-1] + 1 if finished else 0):
        at = _WAL_HEAD + n * step + _FRAME_HEAD
        yield int.from_bytes(heads[n][:4], "big"), log[at : at + PAGE]


class _Opener:
    def __init__(self, key: bytes, salt: bytes) -> None:
        self._key = key
        self.salt = salt
        self._mac = hashlib.pbkdf2_hmac("sha512", key, bytes(one ^ 0x3A for one in salt), 2, 32)

    def opened(self, number: int, raw: bytes) -> bytes | None:
        """The plain page, as long as the encrypted one; None when it does not prove itself."""
        head = _SALT if number == 1 else 0
        inside, proof = raw[head : USABLE + 16], raw[USABLE + 16 : USABLE + 80]
        said = hmac.digest(self._mac, inside + number.to_bytes(4, "little"), "sha512")
        if not hmac.compare_digest(said, proof):
            return None
        cipher = Cipher(algorithms.AES(self._key), modes.CBC(raw[USABLE : USABLE + 16])).decryptor()
        plain = cipher.update(raw[head:USABLE]) + cipher.finalize()
        return b"\0" * head + plain + b"\0" * _RESERVED


def _opener(main: bytes | mmap.mmap, frames: list[tuple[int, bytes]], key: bytes) -> _Opener | None:
    """The opener with the store's salt, also when one bit of it is wrong; None when no page proves itself by it."""
    salts = [main[:_SALT]] if len(main) >= _SALT else []
    salts += [raw[:_SALT] for number, raw in frames if number == 1]
    probes = [(at // PAGE + 1, main[at : at + PAGE]) for at in range(0, len(main) - PAGE + 1, PAGE)][:40]
    probes += frames[-40:]
    wrong = [_flipped(salt, bit) for salt in salts[:1] for bit in range(8 * _SALT)]
    for salt in [*salts, *wrong]:
        opener = _Opener(key, salt)
        if any(opener.opened(number, raw) is not None for number, raw in probes):
            return opener
    return None


def _flipped(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for n in range(9):
        byte = data[at + n]
        if n == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + n + 1
    raise ValueError("no end")


_INTEGER_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def _columns(content: bytes) -> tuple[Any, ...]:
    """The values of one record: None, int, str or bytes; the store has no floats."""
    head, at = _varint(content, 0)
    body = head
    values: list[Any] = []
    while at < head:
        kind, at = _varint(content, at)
        size = _INTEGER_SIZES.get(kind, (kind - 12) // 2 if kind >= 12 else 8 if kind == 7 else 0)
        raw = content[body : body + size]
        if len(raw) != size:
            raise ValueError("cut off")
        body += size
        if kind in _INTEGER_SIZES:
            values.append(int.from_bytes(raw, "big", signed=True))
        elif kind in (8, 9):
            values.append(kind - 8)
        elif kind >= 12:
            values.append(raw if kind % 2 == 0 else raw.decode())
        else:
            values.append(None)
    return tuple(values)
