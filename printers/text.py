"""Text from outside made fit for paper: control characters gone, letters in clusters, an estimate of
widths.
"""

from __future__ import annotations

import unicodedata

_NARROW = frozenset(" !',.:;|/\\()[]{}`ijlItfr-\"*")
_WIDE = frozenset("MW@%mw")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def clean(text: str) -> str:
    """`text` on one line: NFC, no control or invisible characters, blanks joined; "?" if nothing would be
    left.

    A text that was not blank never becomes blank: a label without a name must be one whose name is unknown.
    """
    kept = "".join(" " if _breaks(ch) else ch for ch in text if not _hidden(ch))
    joined = " ".join(unicodedata.normalize("NFC", kept).split())
    return joined if joined or not text.strip() else "?"


def _breaks(ch: str) -> bool:
    return ch.isspace() or unicodedata.category(ch) in {"Cc", "Zl", "Zp"}


def _hidden(ch: str) -> bool:
    # Format characters (joiners, direction marks, BOM), lone surrogates, variation selectors: nothing to
    # draw.
    return unicodedata.category(ch) in {"Cf", "Cs"} or "\ufe00" <= ch <= "\ufe0f"


def is_plain(text: str) -> bool:
    """Whether every character is printable ASCII, which all printer fonts have."""
    return all(" " <= ch <= "~" for ch in text)


def clusters(text: str) -> list[str]:
    """`text` cut into letters with their combining marks; never cut inside one."""
    found: list[str] = []
    for ch in text:
        if found and (unicodedata.combining(ch) or unicodedata.category(ch) in {"Mn", "Me"}):
            found[-1] += ch
        else:
            found.append(ch)
    return found


def width(text: str, size: int) -> int:
    """Dots that `text` needs at most at glyph height `size`, in the printers' own narrow bold fonts.

    An estimate on the safe side, so that layout needs neither a printer nor a font file.
    """
    thousandths = 0
    for cluster in clusters(text):
        ch = cluster[0]
        if unicodedata.east_asian_width(ch) in "WF" or ord(ch) > 0xFFFF:
            thousandths += 1050
        elif ch in _NARROW:
            thousandths += 400
        elif ch in _WIDE:
            thousandths += 950
        elif ch.isupper():
            thousandths += 780
        elif ord(ch) < 128:
            thousandths += 620
        else:
            thousandths += 750
    return -(-thousandths * size // 1000)


def wrap(text: str, size: int, room: int) -> list[str]:
    """`text` in lines no wider than `room` dots, broken at blanks where it can be."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, size) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while width(line, size) > room and len(clusters(line)) > 1:
            head = _head(line, size, room)
            lines.append(head)
            line = line[len(head) :]
    if line:
        lines.append(line)
    return lines


def cut(text: str, size: int, room: int) -> str:
    """`text`, or its beginning and "..." when it is wider than `room` dots."""
    if width(text, size) <= room:
        return text
    return _head(text, size, room - width("...", size)).rstrip() + "..."


def _head(text: str, size: int, room: int) -> str:
    head = ""
    for cluster in clusters(text):
        if head and width(head + cluster, size) > room:
            break
        head += cluster
    return head


def visual(text: str) -> list[str]:
    """The clusters of `text` from left to right as they stand on paper.

    A small reading of UAX 9 that is enough for names: the first strong letter gives the direction of the
    line, runs of the other direction are turned within it, numbers keep their order. No embeddings, no
    Arabic joining.
    """
    parts = clusters(text)
    kinds = [_direction(part) for part in parts]
    if "R" not in kinds:
        return parts
    base = next(kind for kind in kinds if kind in "LR")
    # Blanks and marks between two runs of one direction belong to it, all others to the line.
    before = base
    for at, kind in enumerate(kinds):
        if kind != "N":
            before = kind
            continue
        after = next((later for later in kinds[at:] if later != "N"), base)
        kinds[at] = "L" if before == after == "L" else "R" if before == after == "R" else base
    runs: list[tuple[str, list[str]]] = []
    for part, kind in zip(parts, kinds, strict=True):
        if runs and runs[-1][0] == kind:
            runs[-1][1].append(part)
        else:
            runs.append((kind, [part]))
    ordered = [[_mirrored(part) for part in reversed(run)] if kind == "R" else run for kind, run in runs]
    if base == "R":
        ordered.reverse()
    return [part for run in ordered for part in run]


def _direction(cluster: str) -> str:
    kind = unicodedata.bidirectional(cluster[0])
    if kind in {"R", "AL"}:
        return "R"
    return "L" if kind in {"L", "EN", "AN"} else "N"


def _mirrored(cluster: str) -> str:
    pairs = "()[]{}<>"
    return pairs[pairs.index(cluster) ^ 1] if cluster in pairs else cluster
