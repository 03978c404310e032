"""How far the journal has come, in 64 bytes beside the store: what SQLite itself cannot tell.

One flipped bit in the write-ahead log, or a log that was deleted, takes the newest commits away without any error: the
store is consistent, only older (security 7.2). So after every commit that wrote to the journal its end is noted in a
file of its own. The note comes after the commit and is not synced: it is never ahead of an honest journal.
"""

from __future__ import annotations

import os
import struct
import threading
import zlib
from dataclasses import dataclass
from pathlib import Path

MAGIC = b"COUNTHW1"
SIZE = 64
_SHAPE = struct.Struct(">8sQQI32s")


@dataclass(frozen=True, slots=True)
class Mark:
    """The end of a journal: its last line, that line's running number, when it happened (UTC ms), its hash."""

    position: int
    n: int
    at_ms: int
    op_hash: bytes

    def packed(self) -> bytes:
        head = _SHAPE.pack(MAGIC, self.position, self.at_ms, self.n, self.op_hash)
        return head + struct.pack(">I", zlib.crc32(head))


@dataclass(frozen=True, slots=True)
class Seen:
    """What the file says. `state`: good, missing, unreadable; only a good one has a mark."""

    state: str
    mark: Mark | None = None


def look(path: Path) -> Seen:
    """Read the file. It never blocks a start: what is torn, garbled or cannot be read is "unreadable"."""
    try:
        with path.open("rb") as file:
            data = file.read(SIZE + 1)
    except FileNotFoundError:
        return Seen("missing")
    except OSError:
        return Seen("unreadable")
    if len(data) != SIZE or zlib.crc32(data[: _SHAPE.size]) != int.from_bytes(data[_SHAPE.size :], "big"):
        return Seen("unreadable")
    magic, position, at_ms, n, op_hash = _SHAPE.unpack(data[: _SHAPE.size])
    return Seen("good", Mark(position, n, at_ms, op_hash)) if magic == MAGIC else Seen("unreadable")


class HighWater:
    """The open file. `note` is one write of 64 bytes; a disk that refuses it must not undo an act that is saved."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        self._file, self.failed = -1, False
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        except OSError:
            self.failed = True  # a folder in its place, say: the counter works without it, and `verify` says so

    def note(self, mark: Mark) -> None:
        """Write the new end of the journal; called in the writer's turn, after its commit."""
        data = mark.packed()
        with self._lock:
            if self._file < 0:
                return
            try:
                if hasattr(os, "pwrite"):
                    os.pwrite(self._file, data, 0)
                else:  # pragma: no cover - Windows only
                    os.lseek(self._file, 0, os.SEEK_SET)
                    os.write(self._file, data)
            except OSError:
                # The act is on the disk. A mark that stays behind raises no alarm; the next one catches up.
                self.failed = True

    def close(self) -> None:
        """Safe to call twice."""
        with self._lock:
            if self._file >= 0:
                os.close(self._file)
                self._file = -1
