"""Power cuts without a machine that is switched off: what the shim wrote down is replayed up to any moment.

A cut keeps everything that was synced. Of what was written after the last sync of a file any part may be on the disk,
some of it torn between sectors; of what was done to the names in a folder after its last sync, any beginning may be.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from random import Random
from typing import Any

import pytest

SECTOR = 512
ROOT = Path(__file__).resolve().parents[2]


def shim(folder: Path) -> Path:
    """The shim, compiled; the test is skipped where that is not possible."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the shim is made for Linux")
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        pytest.skip("no C compiler here: power cuts, a full disk and bad syncs are NOT tested (Debian: gcc libc6-dev)")
    made = folder / "shim.so"
    source = Path(__file__).with_name("shim.c")
    line = [compiler, "-O1", "-shared", "-fPIC", "-o", str(made), str(source), "-ldl", "-lpthread"]
    done = subprocess.run(line, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return made


def below_the_shim(library: Path, home: Path, log: Path | None, module: str, *arguments: str) -> str:
    """Run a program of ours below the shim, to its end; what it printed."""
    more = {"FAULTS_LOG": str(log)} if log else {}
    done = subprocess.run(
        [sys.executable, "-P", "-m", module, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LD_PRELOAD": str(library), "FAULTS_HOME": str(home), **more},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@dataclass(frozen=True, slots=True)
class Record:
    op: str
    offset: int
    path: str
    data: bytes


def read_log(path: Path) -> list[Record]:
    """What the shim wrote down."""
    raw, at, found = path.read_bytes(), 0, []
    while at < len(raw):
        end = raw.index(b"\n", at)
        op, offset, length, path_length = raw[at:end].split()
        at = end + 1
        name = raw[at : at + int(path_length)].decode()
        at += int(path_length)
        found.append(Record(op.decode(), int(offset), name, raw[at : at + int(length)]))
        at += int(length)
    return found


@dataclass(slots=True)
class _File:
    """One file's content over time: `synced` up to `at`, and the writes that came later."""

    synced: bytearray
    writes: list[tuple[int, Record]] = field(default_factory=list)
    syncs: list[int] = field(default_factory=list)
    at: int = 0


class Recording:
    """One use case as the disk saw it: records below one folder, numbered, and what was said done in between."""

    def __init__(self, records: list[Record], case: str, base: Path) -> None:
        self.case = case
        self.said: list[tuple[int, dict[str, Any]]] = []
        self._files: list[_File] = []
        self._names: dict[str, int] = {}
        self._folder_acts: dict[str, list[tuple[int, str, str, int | str]]] = defaultdict(list)
        self._folder_syncs: dict[str, list[int]] = defaultdict(list)
        for path in base.rglob("*"):
            if path.is_file():
                self._names[str(path.relative_to(base))] = self._new(path.read_bytes())
        self._folders = [str(path.relative_to(base)) for path in base.rglob("*") if path.is_dir()]
        self._first_names = dict(self._names)
        begun, self.length = False, 0
        for record in records:
            note = json.loads(record.data) if record.op == "n" else {}
            if "begins" in note or "ends" in note:
                begun = note.get("begins") == case
            elif begun:
                self._take(self.length, record, note)
                self.length += 1

    def _new(self, data: bytes = b"") -> int:
        self._files.append(_File(bytearray(data)))
        return len(self._files) - 1

    def _take(self, number: int, record: Record, note: dict[str, Any]) -> None:
        path = record.path.removeprefix(self.case + "/") if record.path != self.case else "."
        folder = str(PurePosixPath(path).parent)
        if note:
            self.said.append((number, note))
        elif record.op == "c":
            self._names[path] = self._new()
            self._folder_acts[folder].append((number, "link", path, self._names[path]))
        elif record.op == "u":
            del self._names[path]
            self._folder_acts[folder].append((number, "unlink", path, 0))
        elif record.op == "r":
            new = record.data.decode().removeprefix(self.case + "/")
            self._names[new] = self._names.pop(path)
            self._folder_acts[folder].append((number, "rename", path, new))
        elif record.op == "d":
            self._folder_syncs[path].append(number)
        elif record.op == "s":
            self._files[self._names[path]].syncs.append(number)
        else:
            self._files[self._names[path]].writes.append((number, record))

    def cuts(self, count: int, random: Random) -> Iterator[tuple[int, dict[str, bytes], list[dict[str, Any]]]]:
        """`count` cuts in the order of time: the moment, the files as found afterwards, what was said until then."""
        # A tenth of them after the end, when the program is idle: what is then not on the disk never will be.
        moments = [random.randrange(self.length + 1) if number % 10 else self.length for number in range(count)]
        for moment in sorted(moments):
            names = self._names_at(moment, random)
            files = {path: self._content(self._files[file], moment, random) for path, file in names.items()}
            yield moment, files, [note for number, note in self.said if number < moment]

    def put(self, files: dict[str, bytes], folder: Path) -> None:
        """Lay the files of a cut into an empty `folder`."""
        for name in self._folders:
            (folder / name).mkdir(parents=True, exist_ok=True)
        for path, data in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
            (folder / path).chmod(0o600)

    def _names_at(self, moment: int, random: Random) -> dict[str, int]:
        names = dict(self._first_names)
        for folder, acts in self._folder_acts.items():
            synced = max((one for one in self._folder_syncs[folder] if one < moment), default=-1)
            sure = sum(act[0] < synced for act in acts)
            loose = sum(act[0] < moment for act in acts) - sure
            for _, what, path, target in acts[: sure + random.randint(0, loose)]:
                if what == "link":
                    names[path] = int(target)
                elif what == "unlink":
                    del names[path]
                else:
                    names[str(target)] = names.pop(path)
        return names

    def _content(self, file: _File, moment: int, random: Random) -> bytes:
        synced = max((one for one in file.syncs if one < moment), default=-1)
        while file.at < len(file.writes) and file.writes[file.at][0] < synced:
            _put(file.synced, file.writes[file.at][1])
            file.at += 1
        loose = [record for number, record in file.writes[file.at :] if number < moment]
        if not loose:
            return bytes(file.synced)
        data = bytearray(file.synced)
        if random.random() < 0.3:
            chosen = loose[: random.randint(0, len(loose))]
        else:
            share = random.random()
            chosen = [record for record in loose if random.random() < share]
        for record in chosen:
            _put(data, record if random.random() < 0.7 else None, record, random)
        return bytes(data)


def _put(data: bytearray, whole: Record | None, torn: Record | None = None, random: Random | None = None) -> None:
    """Write a record into `data`: whole, or only some of the sectors that it touches."""
    record = whole or torn
    assert record is not None
    if record.op == "t":
        if record.offset <= len(data):
            del data[record.offset :]
        else:
            data.extend(bytes(record.offset - len(data)))
        return
    end = record.offset + len(record.data)
    if len(data) < end:
        data.extend(bytes(end - len(data)))
    if whole is not None or random is None:
        data[record.offset : end] = record.data
        return
    start = record.offset
    while start < end:
        stop = min(end, (start // SECTOR + 1) * SECTOR)
        if random.random() < 0.5:
            data[start:stop] = record.data[start - record.offset : stop - record.offset]
        start = stop
