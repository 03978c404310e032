"""The machine-readable zone of passports and ID cards (ICAO Doc 9303 parts 3 to 6): TD3, TD2 and TD1.

Only who it is and until when it is good leave this module; numbers and birth dates are checked and forgotten.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

LENGTHS = {44: 2, 36: 2, 30: 3}
"""Characters of a line -> how many lines such a document has."""
_WEIGHTS = (7, 3, 1)
_LINE = re.compile(r"[A-Z0-9<]+")
_FIRST = re.compile(r"(?:P[A-Z<]|[ACI][A-Z<])[A-Z<]{3}[A-Z0-9<]+")
_NO_DATE = "<<<<<<"


class MrzError(ValueError):
    """The lines are no document. `code`: mrz.not_a_document, mrz.misread (a check digit does not fit)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True, repr=False)
class TravelDocument:
    """A document's holder and validity. `kind` is passport or id_card, `issuer` three letters as written.

    Names are in Latin capitals with blanks between. `truncated`: the name filled its field, so that the end of it may
    be cut off. `expires_on` is None where a card never expires.
    """

    kind: str
    issuer: str
    family_name: str
    given_names: str
    expires_on: date | None
    truncated: bool

    def __repr__(self) -> str:
        return f"TravelDocument({self.kind!r})"


def check_digit(text: str) -> int:
    """The check digit of ICAO 9303-3 (4.9): weights 7, 3, 1; A is 10, `<` is 0. ValueError for other characters."""
    total = 0
    for place, letter in enumerate(text):
        if letter == "<":
            continue
        if not (letter.isascii() and letter.isalnum()) or letter.islower():
            raise ValueError("no letter of a machine-readable zone")
        total += int(letter, 36) * _WEIGHTS[place % 3]
    return total % 10


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of what was typed or scanned, without blanks, in capitals; one long line is cut where it must be."""
    lines = tuple(line for part in re.split(r"[\r\n\x1c-\x1e]+", text) if (line := _tidy(part)))
    if len(lines) == 1 and len(lines[0]) in (88, 72, 90):
        size = {88: 44, 72: 36, 90: 30}[len(lines[0])]
        return tuple(lines[0][at : at + size] for at in range(0, len(lines[0]), size))
    return lines


def _tidy(line: str) -> str:
    # Some readers type the guillemet that their keyboard layout has in place of the filler.
    return re.sub(r"\s+", "", line).replace("«", "<").replace("‹", "<").upper()


def begins(text: str) -> bool:
    """Whether `text` begins with the first line of a document, so that its other lines are waited for."""
    lines = lines_of(text)
    return (
        bool(lines) and len(lines[0]) in LENGTHS and "<<" in lines[0] + "<" and _FIRST.fullmatch(lines[0]) is not None
    )


def lines_missing(lines: tuple[str, ...]) -> int:
    """How many lines of the document that begins with `lines` have not come yet."""
    return max(0, LENGTHS.get(len(lines[0]), 1) - len(lines)) if lines else 1


def parse(text: str) -> TravelDocument:
    """Read the two or three lines of a document; MrzError for anything else and for a check digit that does not fit."""
    lines = lines_of(text)
    size = len(lines[0]) if lines else 0
    if LENGTHS.get(size) != len(lines) or any(len(line) != size or not _LINE.fullmatch(line) for line in lines):
        raise MrzError("mrz.not_a_document")
    if not _FIRST.fullmatch(lines[0]):
        raise MrzError("mrz.not_a_document")
    return _card(lines) if size == 30 else _two_lines(lines[0], lines[1], size)


def _two_lines(first: str, second: str, size: int) -> TravelDocument:
    number, born, expires = second[:10], second[13:20], second[21:28]
    _demand(number, born, expires)
    if size == 44:
        personal = second[28:43]
        # An optional field that is empty may have a filler for its check digit.
        if second[42] == "<" and personal.strip("<"):
            raise MrzError("mrz.misread")
        if second[42] != "<":
            _demand(personal)
        _demand(number + born + second[21:43] + second[43])
    else:
        _demand(number + born + second[21:35] + second[35])
    kind = "passport" if first[0] == "P" else "id_card"
    return _document(kind, first[2:5], first[5:], expires[:6])


def _card(lines: tuple[str, ...]) -> TravelDocument:
    first, second, third = lines
    number, born, expires = first[5:15], second[:7], second[8:15]
    if number[9] == "<":
        # A number of more than nine characters goes on in the optional field, its check digit last (9303-5, 4.2.4).
        rest = first[15:].split("<", 1)[0]
        if not rest:
            raise MrzError("mrz.misread")
        _demand(number[:9] + rest)
    else:
        _demand(number)
    _demand(born, expires)
    _demand(first[5:30] + second[:7] + second[8:15] + second[18:29] + second[29])
    return _document("id_card", first[2:5], third, expires[:6])


def _demand(*fields: str) -> None:
    """MrzError unless the last character of each field is the check digit of what stands before it."""
    for field in fields:
        if not field[-1].isdigit() or check_digit(field[:-1]) != int(field[-1]):
            raise MrzError("mrz.misread")


def _document(kind: str, issuer: str, names: str, expires: str) -> TravelDocument:
    family, _, given = names.rstrip("<").partition("<<")
    family, given = (" ".join(part.replace("<", " ").split()) for part in (family, given))
    if not family:
        raise MrzError("mrz.not_a_document")
    return TravelDocument(kind, issuer.strip("<"), family, given, _expiry(expires), not names.endswith("<"))


def _expiry(text: str) -> date | None:
    # Two digits of a year that lies ahead or not long behind: documents last ten years, none begins before 2000.
    if text == _NO_DATE:
        return None
    try:
        return date(2000 + int(text[:2]), int(text[2:4]), int(text[4:]))
    except ValueError as error:
        raise MrzError("mrz.misread") from error
