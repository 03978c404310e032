"""Where a station keeps its things: one folder, the home."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from counter_app.errors import StoreError

_FORBIDDEN = frozenset('\\:*?"<>|')
_RESERVED = frozenset(
    (
        "CON",
        "PRN",
        "AUX",
        "NUL",
        "CONIN$",
        "CONOUT$",
        *(f"{port}{n}" for port in ("COM", "LPT") for n in "0123456789¹²³"),
    )
)


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of one station. Everything below it is the program's own; nothing else is ever written."""

    root: Path

    @property
    def store(self) -> Path:
        return self.root / "store.db"

    @property
    def keys(self) -> Path:
        return self.root / "keys.json"

    @property
    def key_file(self) -> Path:
        return self.root / "demo.key"

    @property
    def config(self) -> Path:
        return self.root / "config.toml"

    @property
    def blobs(self) -> Path:
        return self.root / "blobs"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def last_drill(self) -> Path:
        """When a restore was last rehearsed."""
        return self.root / "last-drill.json"

    @property
    def reserve(self) -> Path:
        """Room that is given back when the disk is full."""
        return self.root / "reserve"

    @property
    def scratch(self) -> Path:
        return self.root / "scratch"

    @property
    def log(self) -> Path:
        return self.root / "log" / "counter.jsonl"

    @property
    def high_water(self) -> Path:
        return self.root / "high-water"

    @property
    def card(self) -> Path:
        """Who this station is, sealed; it outlives a damaged store."""
        return self.root / "station.card"

    @property
    def lock(self) -> Path:
        return self.root / "lock"

    def demand_writable(self) -> None:
        """StoreError("store.folder_not_writable") for a home that takes nothing or cannot be looked at."""
        try:
            self.root.stat()
        except FileNotFoundError:
            return
        except OSError as error:
            raise StoreError("store.folder_not_writable", folder=str(self.root)) from error
        self.make()

    def make(self) -> None:
        """Create the folders, readable by this user only; StoreError when that is not possible."""
        try:
            for folder in (self.root, self.blobs, self.scratch, self.log.parent):
                folder.mkdir(parents=True, exist_ok=True)
                if os.name == "posix":
                    folder.chmod(0o700)
            probe = self.scratch / ".can-write"
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as error:
            raise StoreError("store.folder_not_writable", folder=str(self.root)) from error


def inside(root: Path, name: str) -> Path:
    """`root / name`, guaranteed to lie below `root`; StoreError("path.outside") for anything else.

    Refuses absolute paths, drive letters, `..`, alternate streams and links that lead out. A name that only one
    system would take (`CON`, `a.`, a backslash) is refused on all of them, so that a backup opens everywhere.
    """
    parts = name.split("/")
    if any(not part or part != part.strip(" ") or part.endswith(".") for part in parts):
        raise StoreError("path.outside")
    if any(part.partition(".")[0].rstrip(" ").upper() in _RESERVED for part in parts):
        raise StoreError("path.outside")
    if not name.isprintable() or any(ch in _FORBIDDEN for ch in name) or len(name) > 200:
        raise StoreError("path.outside")
    path = (root / name).resolve()
    if not path.is_relative_to(root.resolve()) or path == root.resolve():
        raise StoreError("path.outside")
    return path
