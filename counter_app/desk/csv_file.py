"""A list as a file that a spreadsheet opens and never runs: the one place where text leaves for a spreadsheet (T3).

UTF-8 with a byte order mark (else a spreadsheet on Windows takes it for its own code page), CRLF, every text in
quotes, numbers bare. The file is there whole or not at all: it is written beside its place and moved there.
"""

from __future__ import annotations

import contextlib
import csv
import errno
import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import IO

from counter_app.domain.text import clean
from counter_app.errors import CounterError
from counter_app.on_disk import flush_folder

TEXT_MAX = 4_000
"""Several names in one cell; no spreadsheet takes more than 32,767 characters."""

LOOK_EVERY = 200
"""Rows between two looks whether the clerk wants to stop."""

Cell = str | int
_BLANK = " \t\r\n\v\f\0\u0085\u00a0\u1680\u180e\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200E))
)
_ORDERS = frozenset("=+-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212")
_BREAKS = frozenset("\t\r\n\0")


def inert(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet could take it for a formula.

    It could when its first character is TAB, CR, LF or NUL, or when the first one that is no white space and no byte
    order mark is `= + - @` or one of their full-width, small or mathematical forms.
    """
    bare = text.lstrip(_BLANK)
    return f"'{text}" if text[:1] in _BREAKS or bare[:1] in _ORDERS else text


def cell(value: Cell) -> Cell:
    """A value as it goes into the file: numbers by their type, text cleaned to one visible line and made inert."""
    if isinstance(value, int):
        return int(value)
    return inert(clean(value, TEXT_MAX).text)


def save(
    path: Path,
    heads: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    told: Callable[[int], object] = lambda _done: None,
    stopped: Callable[[], bool] = lambda: False,
) -> int:
    """Write the file at `path`, replacing what is there; how many rows, or -1 when `stopped` said so.

    `told` gets the number of rows every 200 of them. CounterError: export.disk_full, export.not_allowed,
    export.no_folder, export.no_file, export.not_written; then, and when it was stopped, what stood at `path` stands
    there still.
    """
    part: Path | None = None
    try:
        # Its name is made by us: never the list's, never a customer's (T7).
        handle, name = tempfile.mkstemp(prefix=".counter-", suffix=".part", dir=path.parent)
        part = Path(name)
        with open(handle, "w", encoding="utf-8-sig", newline="") as file:
            count = _written(file, heads, rows, told, stopped)
            file.flush()
            os.fsync(file.fileno())
        if count < 0:
            return count
        part.replace(path)
        part = None
        flush_folder(path.parent)
    except OSError as error:
        raise CounterError(_code(error), file=path.name) from error
    finally:
        if part is not None:
            with contextlib.suppress(OSError):
                part.unlink()
    return count


def _written(
    file: IO[str],
    heads: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    told: Callable[[int], object],
    stopped: Callable[[], bool],
) -> int:
    out = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    out.writerow([cell(head) for head in heads])
    count = 0
    for row in rows:
        if count % LOOK_EVERY == 0:
            told(count)
            if stopped():
                return -1
        out.writerow([cell(value) for value in row])
        count += 1
    told(count)
    return -1 if stopped() else count


def _code(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "export.disk_full"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY):
        return "export.not_allowed"
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return "export.no_folder"
    if error.errno in (errno.ENAMETOOLONG, errno.EINVAL, errno.EISDIR):
        return "export.no_file"
    return "export.not_written"
