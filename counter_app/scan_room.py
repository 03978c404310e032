"""Pages on their way into a scan and out again as a PDF; slow work, done on a thread of its own.

Nothing here writes to the journal: pages are kept encrypted, and become a draft when a clerk saves them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from counter_app.devices import scan_pages, scan_pdf
from counter_app.domain.task_scan import ScanPage, count_of
from counter_app.errors import CounterError, DeviceError, StoreError
from counter_app.events import ScanMoved
from counter_app.limits import BLOB_MAX_BYTES
from counter_app.ports import Announce
from counter_app.store.blobs import Blobs

STEPS = ((1_754, 65, False), (1_500, 50, False), (1_240, 40, True), (1_000, 30, True))
"""Long side, quality, grey: what a thick scan is made smaller by until it may travel."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A page that is kept, and its thumbnail (JPEG; b"" for a PDF)."""

    page: ScanPage
    thumb: bytes


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of some files: the pages in order, the files that they came from, and what could not be read."""

    pages: tuple[Taken, ...]
    files: tuple[Path, ...]
    troubles: tuple[tuple[str, CounterError], ...]
    """File name and why."""


@dataclass(frozen=True, slots=True)
class Made:
    """A PDF that is kept: its SHA-256, its size in bytes, its pages."""

    sha256: str
    size: int
    pages: int


class ScanRoom:
    """The pages of one station. One piece of work at a time; `stop` ends it soon."""

    def __init__(self, blobs: Blobs, announce: Announce) -> None:
        self._blobs = blobs
        self._announce = announce
        self._stop = threading.Event()
        self._turn = threading.Lock()
        self.waiting: tuple[Path, ...] = ()
        """Whole files in the folder of the document scanner, as they were heard of last."""

    def stop(self) -> None:
        """End what is under way; whoever waits for it gets DeviceError("act.stopped")."""
        self._stop.set()

    def take_files(self, paths: Sequence[Path]) -> Imported:
        """Every page of these files, in their order. A file that cannot be read is a trouble and no more."""
        with self._turn:
            self._stop.clear()
            pages: list[Taken] = []
            files: list[Path] = []
            troubles: list[tuple[str, CounterError]] = []
            for number, path in enumerate(paths):
                self._go_on()
                self._announce(ScanMoved(number, len(paths)))
                try:
                    pages += self._take(_read(path))
                    files.append(path)
                except CounterError as error:
                    if error.code == "act.stopped" or error.code.startswith("store."):
                        raise
                    troubles.append((path.name, error))
            self._announce(ScanMoved(len(paths), len(paths)))
            return Imported(tuple(pages), tuple(files), tuple(troubles))

    def take_picture(self, data: bytes) -> Imported:
        """The page in a photo of the camera."""
        with self._turn:
            self._stop.clear()
            return Imported(tuple(self._take(data)), (), ())

    def thumbs(self, pages: Iterable[ScanPage]) -> dict[str, bytes]:
        """The thumbnails of a saved draft; b"" for a PDF and for a page that is not on this computer."""
        found: dict[str, bytes] = {}
        with self._turn:
            self._stop.clear()
            for page in pages:
                self._go_on()
                try:
                    found[page.sha256] = b"" if page.pdf else scan_pages.thumb_of(self._blobs.open_plain(page.sha256))
                except (StoreError, DeviceError):
                    found[page.sha256] = b""
        return found

    def picture(self, page: ScanPage) -> bytes:
        """A page as it is kept. StoreError photo.gone, photo.damaged."""
        return self._blobs.open_plain(page.sha256)

    def make_pdf(self, pages: Sequence[ScanPage]) -> Made:
        """One PDF of these pages, kept. DeviceError: pages.too_large, act.stopped; StoreError as `open_plain`."""
        with self._turn:
            self._stop.clear()
            if len(pages) == 1 and pages[0].pdf:
                data = self._blobs.open_plain(pages[0].sha256)
            else:
                data = self._written(pages)
            return Made(self._blobs.keep(data, "scan"), len(data), count_of(pages))

    def remove_files(self, paths: Iterable[Path]) -> tuple[str, ...]:
        """Take files out of the watched folder: their pages are kept. The names of those that could not be removed."""
        left = []
        for path in paths:
            try:
                path.unlink(missing_ok=True)
            except OSError:
                left.append(path.name)
        return tuple(left)

    def _take(self, data: bytes) -> list[Taken]:
        sides = scan_pages.sides_of(data, stopping=self._stop.is_set)
        return [
            Taken(
                ScanPage(self._blobs.keep(one.data, "scan"), 0, one.ink, 0, one.sides, int(one.pdf)),
                one.thumb,
            )
            for one in sides
        ]

    def _written(self, pages: Sequence[ScanPage]) -> bytes:
        most = BLOB_MAX_BYTES - 1_000 - 1_000 * len(pages)
        jpegs = self._each(pages, self._blobs_of(pages), lambda jpeg: jpeg)
        for side, quality, grey in STEPS:
            if sum(map(len, jpegs)) <= most:
                break
            jpegs = self._each(
                pages,
                jpegs,
                lambda jpeg, side=side, quality=quality, grey=grey: scan_pages.smaller(  # type: ignore[misc]
                    jpeg, side, quality, grey
                ),
            )
        if sum(map(len, jpegs)) > most:
            raise DeviceError("pages.too_large", megabytes=BLOB_MAX_BYTES // (1024 * 1024))
        return scan_pdf.write_pdf([(jpeg, page.turn) for jpeg, page in zip(jpegs, pages, strict=True)])

    def _blobs_of(self, pages: Sequence[ScanPage]) -> Iterable[bytes]:
        return (self._blobs.open_plain(page.sha256) for page in pages)

    def _each(self, pages: Sequence[ScanPage], jpegs: Iterable[bytes], change: Callable[[bytes], bytes]) -> list[bytes]:
        done = []
        for number, jpeg in enumerate(jpegs):
            self._go_on()
            done.append(change(jpeg))
            self._announce(ScanMoved(number + 1, len(pages)))
        return done

    def _go_on(self) -> None:
        if self._stop.is_set():
            raise DeviceError("act.stopped")


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > BLOB_MAX_BYTES:
            raise DeviceError("pages.too_large", megabytes=path.stat().st_size // (1024 * 1024))
        return path.read_bytes()
    except OSError as error:
        raise DeviceError("pages.file_gone") from error
