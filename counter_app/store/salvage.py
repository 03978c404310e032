"""What is still to be had of a damaged store: lines of the journal that prove themselves, and rows on sound pages.

A line of the journal counts only when its hash and the station's signature fit; a disclosure only when it opens the
commitment that was signed. Rows of the trade, sign-ins and owed labels stand on pages that proved themselves; they may
be older than the centre's and are replaced by the next pull.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from counter_app.domain import evidence
from counter_app.store import journal, superseded
from counter_app.store.pages import Pages, read_pages

_KNOWN_STATUS = frozenset((*journal.FINAL, *journal.WAITING, "parked"))
_T, _I, _B = str, int, bytes
_LINE = (_T, _T, _I, _T, _T, _I, _B, _B, _B, _T)
_META = ("org", "store", "device_id", "incarnation", "centre_key", "epoch", "name", "settings")
_ROWS: dict[str, tuple[type, ...]] = {
    "item": (_T, _I, _T, _T, _T, _T, _T, _T, _I, _T, _T, _T),
    "pickup": (_T, _I, _T, _T, _T, _I, _T),
    "account": (_T, _I, _T, _T, _T, _T),
    "employee": (_T, _I, _T, _T, _I, _I, _T),
    "task": (_T, _I, _T, _T, _T, _T, _I, _I, _T, _T),
    "intake": (_T, _I, _T, _T, _I, _T),
    "shelf": (_T, _I, _T, _T, _I, _T),
    "manifest": (_T, _I, _T, _T, _T, _I, _T),
    "stocktake": (_T, _I, _T, _T, _I, _T),
    "supply": (_T, _I, _I, _T),
}
_VERIFIER = (_T, _T, _T, _I, _T, _T, _T, _I, _I, _T, _I)
_JOB = (_T, _T, _T, _T, _I, _T, _T, _I, _T, _I)
_PHOTO = (_T, _T, _I, _T, _I)


@dataclass(slots=True)
class Line:
    """A line of the journal that proved itself; `said` is what its bytes say, `opened` its disclosures."""

    op_id: str
    core: bytes
    op_hash: bytes
    sig: bytes
    status: str
    seq: int | None
    code: str
    args: str
    level: int
    said: dict[str, Any]
    opened: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    position: int = 0

    @property
    def n(self) -> int:
        return int(self.said["n"])

    @property
    def incarnation(self) -> str:
        return str(self.said["incarnation"])

    @property
    def at_ms(self) -> int:
        return int(self.said["at_ms"])

    @property
    def undisclosed(self) -> bool:
        """Whether something that was said in it, such as a name, cannot be opened any more."""
        return any(isinstance(value, dict) and key not in self.opened for key, value in self.said["body"].items())

    @property
    def unsent(self) -> bool:
        return self.status not in journal.FINAL


@dataclass(slots=True)
class Salvage:
    """What was found. `lines` by incarnation and n; `rows` by entity and id: (seq, content as JSON text)."""

    lines: dict[tuple[str, int], Line] = field(default_factory=dict)
    meta: dict[str, str] = field(default_factory=dict)
    superseded: dict[str, str] = field(default_factory=dict)
    """op_id (and old incarnation) -> the bytes and signature that an act had before it was numbered anew."""
    rows: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)
    bases: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)
    verifiers: list[tuple[Any, ...]] = field(default_factory=list)
    jobs: list[tuple[Any, ...]] = field(default_factory=list)
    photos: list[tuple[Any, ...]] = field(default_factory=list)
    pages: int = 0
    damaged: int = 0

    def missing(self) -> dict[str, list[tuple[int, int]]]:
        """The holes in each incarnation: first and last running number that is not here."""
        numbers: dict[str, set[int]] = {}
        for name, n in (*self.lines, *superseded.places(self.superseded.values())):
            numbers.setdefault(name, set()).add(n)
        return {name: _holes(sorted(found)) for name, found in numbers.items()}

    def in_order(self) -> list[Line]:
        """The lines as they were written, each chain by its own numbers; two stores may place them differently."""
        chains: dict[str, list[Line]] = {}
        for line in sorted(self.lines.values(), key=lambda line: -line.n):
            chains.setdefault(line.incarnation, []).append(line)
        placed = sorted(self.lines.values(), key=lambda line: (line.position, line.n))
        return [chains[line.incarnation].pop() for line in placed]


def _holes(numbers: list[int]) -> list[tuple[int, int]]:
    before = 0
    holes = []
    for n in numbers:
        if n > before + 1:
            holes.append((before + 1, n - 1))
        before = n
    return holes


def salvage(
    paths: Sequence[Path],
    key: bytes,
    public_key: bytes,
    step: Callable[[int, int], None] = lambda done, total: None,
    *,
    log_only: bool = False,
) -> Salvage:
    """Read every store of `paths`, the newest first: what an earlier one gave is not overruled by a later one.

    `log_only` reads only those pages that the write-ahead log has: the newest acts, quickly.
    `step(pages done, pages in all)` is called now and then; what it raises ends the reading. OSError as from a file.
    """
    found = Salvage()
    signed = Ed25519PublicKey.from_public_bytes(public_key)
    for path in paths:
        with read_pages(path, key) as pages:
            reader = _Reader(pages, signed)
            reader.read(step, pages.logged if log_only else pages.numbers)
        found.damaged += pages.damaged
        found.pages += len(pages.numbers)
        for at, line in reader.lines().items():
            known = found.lines.setdefault(at, line)
            known.opened = {**line.opened, **known.opened}
        one = reader.found
        found.meta = {**one.meta, **found.meta}
        found.superseded = {**one.superseded, **found.superseded}
        found.rows = {**one.rows, **found.rows}
        found.bases = {**one.bases, **found.bases}
        for mine, more in ((found.verifiers, one.verifiers), (found.jobs, one.jobs), (found.photos, one.photos)):
            ids = {row[0] for row in mine}
            mine += [row for row in more if row[0] not in ids]
    return found


class _Reader:
    def __init__(self, pages: Pages, key: Ed25519PublicKey) -> None:
        self._pages = pages
        self._key = key
        self._proven: set[tuple[bytes, bytes]] = set()
        self._lines: dict[str, Line] = {}
        self._opened: dict[str, dict[str, tuple[bytes, str]]] = {}
        self.found = Salvage()

    def read(self, step: Callable[[int, int], None], numbers: Sequence[int]) -> None:
        """Every image of these pages for lines, the newest of each page for the rest."""
        for done, number in enumerate(numbers):
            if done % 200 == 0:
                step(done, len(numbers))
            images = self._pages.images(number)
            for image in images:
                for rowid, values in self._pages.records(image):
                    if not self._evidence(rowid, values) and image is images[-1]:
                        self._rest(values)

    def _evidence(self, rowid: int, values: tuple[Any, ...]) -> bool:
        if len(values) > len(_LINE) and values[0] is None and _fits(values[1:], _LINE):
            line = self._line(rowid, values)
            old = self._lines.get(line.op_id) if line else None
            # A line that was numbered anew stands further back; an answered one never waits again.
            if line is not None and (
                old is None
                or line.position > old.position
                or (line.position == old.position and (old.unsent or not line.unsent))
            ):
                self._lines[line.op_id] = line
            return True
        if len(values) == 4 and _fits(values, (_T, _T, _B, _T)) and len(values[2]) == 16:
            self._opened.setdefault(values[0], {})[values[1]] = (values[2], values[3])
            return True
        return False

    def lines(self) -> dict[tuple[str, int], Line]:
        """The lines by incarnation and n, with what opens their commitments."""
        for line in self._lines.values():
            line.opened = _fitting(line.said["body"], self._opened.get(line.op_id, {}))
        return {(line.incarnation, line.n): line for line in self._lines.values()}

    def _line(self, rowid: int, values: tuple[Any, ...]) -> Line | None:
        op_id, core, digest, sig, status = values[1], *values[7:11]
        seq, code, args, _, level = (*values[11:16], *[None] * 5)[:5]
        if evidence.op_hash(core) != digest or status not in _KNOWN_STATUS:
            return None
        if (digest, sig) not in self._proven:
            try:
                self._key.verify(sig, evidence.signing_bytes(digest))
            except InvalidSignature:
                return None
            self._proven.add((digest, sig))
        try:
            said = evidence.parse(core)
        except evidence.EvidenceError:
            return None
        if said.get("op_id") != op_id or not isinstance(said.get("body"), dict):
            return None
        seq = seq if isinstance(seq, int) else None
        level = level if isinstance(level, int) else 0
        return Line(op_id, core, digest, sig, status, seq, code or "", args or "", level, said, position=rowid)

    def _rest(self, values: tuple[Any, ...]) -> None:
        """Rows of the trade, sign-ins, owed labels, and who the station is."""
        found = self.found
        if len(values) == 2 and values[0] in _META and isinstance(values[1], str):
            found.meta[values[0]] = values[1]
        elif len(values) == 2 and _fits(values, (_T, _T)) and values[0].startswith(superseded.PREFIX):
            found.superseded[values[0].partition(":")[2]] = values[1]
        elif len(values) == 4 and values[0] in _ROWS and _fits(values, (_T, _T, _I)):
            if isinstance(values[3], str):
                found.bases[values[0], values[1]] = (values[2], values[3])
        elif _fits(values, _VERIFIER) and values[4].startswith("$argon2"):
            found.verifiers.append(values[:11])
        elif values and values[0] is None and _fits(values[1:], _JOB):
            found.jobs.append(values[1:11])
        elif len(values) == 5 and _fits(values, _PHOTO) and len(values[0]) == 64:
            found.photos.append(values)
        else:
            self._row(values)

    def _row(self, values: tuple[Any, ...]) -> None:
        for entity, shape in _ROWS.items():
            columns = values[1:] if entity == "account" and values and values[0] is None else values
            if (entity == "account") != (columns is not values) or not _fits(columns, shape):
                continue
            content = next((one for one in columns if isinstance(one, str) and one.startswith("{")), None)
            old = self.found.rows.get((entity, columns[0]))
            if content is not None and (old is None or old[0] <= columns[1]):
                self.found.rows[entity, columns[0]] = (columns[1], content)
            return


def _fits(values: tuple[Any, ...], shape: tuple[type, ...]) -> bool:
    # A newer store may have more columns behind these.
    return len(values) >= len(shape) and all(isinstance(one, kind) for one, kind in zip(values, shape, strict=False))


def _fitting(body: dict[str, Any], opened: dict[str, tuple[bytes, str]]) -> dict[str, tuple[bytes, str]]:
    """Only what opens a commitment of this body; a value that does not fit is no evidence."""
    fits: dict[str, tuple[bytes, str]] = {}
    for key, one in opened.items():
        try:
            if isinstance(body.get(key), dict) and evidence.reveal({key: body[key]}, {key: one}):
                fits[key] = one
        except evidence.EvidenceError:
            continue
    return fits


def behind(found: Salvage, position: int) -> Iterator[Line]:
    """The lines after `position` of the same store, in order, as far as there is no hole."""
    later = sorted((line for line in found.lines.values() if line.position > position), key=lambda line: line.position)
    for expected, line in enumerate(later, position + 1):
        if line.position != expected:
            return
        yield line
