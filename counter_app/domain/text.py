"""Text from outside made safe to store, to show and to print."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

TEXT_MAX = 200
SCAN_TEXT_MAX = 4_096
MARKS_MAX = 4
"""Combining marks in a row. No written language stacks more on one letter."""

_JOINERS = "\u200c\u200d"
_GROUP_SEPARATOR = "\x1d"
# Letters and marks that draw nothing or only a gap: Hangul fillers, the grapheme joiner, Khmer inherent
# vowels, the braille blank. Not Cf to Unicode, yet they hide in a name as well as a zero width space does.
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
# Scripts in which a joiner changes the letters on paper: Arabic and its neighbours, the Indic family,
# Myanmar, Khmer, Mongolian.
_JOINING_SCRIPTS = (
    (0x0600, 0x08FF),
    (0x0900, 0x0DFF),
    (0x1000, 0x109F),
    (0x1780, 0x18AF),
    (0xFB50, 0xFDFF),
    (0xFE70, 0xFEFE),
)
_SCRIPTS = (
    ("latin", 0x0041, 0x005A),
    ("latin", 0x0061, 0x007A),
    ("latin", 0x00C0, 0x02AF),
    ("latin", 0x1E00, 0x1EFF),
    ("latin", 0x2C60, 0x2C7F),
    ("latin", 0xA722, 0xA7FF),
    ("latin", 0xFF21, 0xFF3A),
    ("latin", 0xFF41, 0xFF5A),
    ("greek", 0x0370, 0x03FF),
    ("greek", 0x1F00, 0x1FFF),
    ("cyrillic", 0x0400, 0x052F),
    ("cyrillic", 0x1C80, 0x1C8F),
    ("cyrillic", 0x2DE0, 0x2DFF),
    ("cyrillic", 0xA640, 0xA69F),
)


_PLAIN = re.compile("[ -~\u00a1-\u00ac\u00ae-\u017f]*")
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Safe text and what had to be done to it: any of `hidden`, `marks`, `length`, `space`."""

    text: str
    changed: frozenset[str]


def clean(text: str, limit: int = TEXT_MAX) -> Cleaned:
    """`text` as one line of visible characters in NFC, at most `limit` characters long (security rule T14).

    Gone are controls, bidi overrides and isolates, byte order marks, zero width characters (joiners stay
    inside the scripts that need them), unpaired surrogates, noncharacters; any white space is one blank.
    A combining run is cut at four marks, and the end of the text never falls into the middle of one.
    Idempotent, linear in the length of the text. `limit` below 1 is a ValueError.
    """
    if limit < 1:
        raise ValueError("the limit is at least one character")
    if len(text) <= limit and is_plain(text) and "  " not in text and text[:1] != " " != text[-1:]:
        return Cleaned(text, _NOTHING)
    return _cleaned(text, limit)


def is_plain(text: str) -> bool:
    """Whether `text` is of ASCII and accented Latin letters alone, which are visible, single and in NFC by nature."""
    return _PLAIN.fullmatch(text) is not None


def _cleaned(text: str, limit: int) -> Cleaned:
    changed: set[str] = set()
    # Marks are limited before NFC too: sorting a very long run of them is what makes normalising slow.
    visible = _limit_marks(_drop_hidden(text, changed), changed)
    composed = _limit_marks(unicodedata.normalize("NFC", visible), changed)
    joined = unicodedata.normalize("NFC", _drop_joiners(composed, changed))
    spaced = " ".join(word for word in joined.split(" ") if word)
    if spaced != joined:
        changed.add("space")
    if len(spaced) > limit:
        changed.add("length")
        spaced = _cut(spaced, limit)
    return Cleaned(spaced, frozenset(changed))


def scan_text(data: bytes | str, limit: int = SCAN_TEXT_MAX) -> Cleaned:
    """The printable form of a barcode's content: no control or format character but GS (1D), ends trimmed.

    Bytes are UTF-8, or ISO 8859-1 where they are not (what a symbol without an ECI holds). Nothing is
    composed or collapsed, because in a barcode two blanks are two blanks. Parsers that need RS, LF or CR
    (AAMVA, MaxiCode) take the raw data, not this text.
    """
    if limit < 1:
        raise ValueError("the limit is at least one character")
    if isinstance(data, bytes):
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode("latin-1")
    else:
        text = data
    changed: set[str] = set()
    kept = "".join(ch for ch in text if ch == _GROUP_SEPARATOR or not _is_hidden(ch))
    trimmed = kept.strip(" ")
    if len(kept) != len(text):
        changed.add("hidden")
    if trimmed != kept:
        changed.add("space")
    if len(trimmed) > limit:
        changed.add("length")
        trimmed = trimmed[:limit].rstrip(" ")
    return Cleaned(trimmed, frozenset(changed))


def is_mixed_script(text: str) -> bool:
    """Whether one word of `text` mixes Latin, Cyrillic or Greek letters, as look-alike names do (T14)."""
    if text.isascii():
        return False
    seen = ""
    for ch in text:
        if unicodedata.category(ch)[0] not in "LM":
            seen = ""
            continue
        script = _script(ch)
        if script and seen and script != seen:
            return True
        seen = script or seen
    return False


def _script(ch: str) -> str:
    code = ord(ch)
    for name, low, high in _SCRIPTS:
        if low <= code <= high:
            return name
    return ""


def _is_hidden(ch: str) -> bool:
    code = ord(ch)
    if 0x20 <= code < 0x7F:
        return False
    if unicodedata.category(ch) in ("Cc", "Cf", "Cs") or ch in _INVISIBLE:
        return True
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


def _drop_hidden(text: str, changed: set[str]) -> str:
    kept: list[str] = []
    for ch in text:
        if ch in "\t\n\v\f\r\x85" or unicodedata.category(ch) in ("Zs", "Zl", "Zp"):
            if ch != " ":
                changed.add("space")
            kept.append(" ")
        elif _is_hidden(ch) and ch not in _JOINERS:
            changed.add("hidden")
        else:
            kept.append(ch)
    return "".join(kept)


def _limit_marks(text: str, changed: set[str]) -> str:
    kept: list[str] = []
    run = 0
    for ch in text:
        # A joiner neither counts nor ends a run: otherwise joiners would let any number of marks through.
        if ch not in _JOINERS:
            run = run + 1 if _is_mark(ch) else 0
        if run > MARKS_MAX:
            changed.add("marks")
        else:
            kept.append(ch)
    return "".join(kept)


def _drop_joiners(text: str, changed: set[str]) -> str:
    if not any(joiner in text for joiner in _JOINERS):
        return text
    kept: list[str] = []
    for index, ch in enumerate(text):
        if ch in _JOINERS:
            before = kept[-1] if kept else ""
            after = text[index + 1 : index + 2]
            if not (_needs_joiner(before) and _needs_joiner(after)):
                changed.add("hidden")
                continue
        kept.append(ch)
    return "".join(kept)


def _needs_joiner(ch: str) -> bool:
    return bool(ch) and any(low <= ord(ch) <= high for low, high in _JOINING_SCRIPTS)


def _is_mark(ch: str) -> bool:
    return ch > "\u02ff" and unicodedata.category(ch)[0] == "M"


def _cut(text: str, limit: int) -> str:
    end = limit
    while end and (_is_mark(text[end]) or text[end] in _JOINERS):
        end -= 1
    return text[: end or limit].rstrip(" " + _JOINERS)
