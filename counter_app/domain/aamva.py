"""What the PDF417 on a North American driving licence or ID card says (AAMVA DL/ID standard, 2000 to 2025).

Only the fields that the counter needs leave this module; nothing personal is ever in a repr or an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

PAYLOAD_MAX = 4_096
"""Characters. A PDF417 holds 1,850; the rest is room for a scanner's padding."""

# Issuer numbers 636000 ... 636062 in their order, then 604426 ... 604434 (AAMVA IIN list).
_ISSUERS_636 = (
    "VA NY MA MD NC SC CT LA MT NM FL DE ON NS CA TX NL NB IA GU CO AR KS OH VT PA AZ US BC OR MO WI MI AL "
    "ND IL NJ IN MN NH UT ME SD DC SK WA KY HI MB NV ID MS RI TN NE GA CU HL OK AK WY WV VI"
)
_ISSUERS_604 = "PE AS QC YT MP PR AB NU NT"
_ISSUERS = {str(636000 + n): code for n, code in enumerate(_ISSUERS_636.split())} | {
    str(604426 + n): code for n, code in enumerate(_ISSUERS_604.split())
}
_PROVINCES = frozenset(("AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"))

_HEADER = re.compile(r"(?:ANSI ?|AAMVA ?)(\d{6})(\d{2})(?:\d{2}){1,2}((?:[A-Z]{2}\d{8})*)")
_SEPARATORS = re.compile(r"[\n\r\x1c-\x1e|]+")
_LINE = re.compile(r"(?:DL|ID|EN)?(D[A-D][A-Z])(.*)", re.DOTALL)
# For payloads out of which a keyboard wedge took the line ends: the elements, each with what may follow its
# id, because names and towns hold such letters too (RICHMOND + DAJ reads DDA + J).
_ID_SHAPES = (
    ("DBA DBB DBD DDB DDC DDH DDI DDJ", r"(?=\d{8}|NONE)"),
    ("DDA", "(?=[FN])"),
    ("DDE DDF DDG", "(?=[TNU])"),
    ("DBC", "(?=[0129MFX])"),
    ("DAU DAV DAW DAX DCE", r"(?=\d)"),
    ("DAY", "(?=BLK|BLU|BRO|GRY|GRN|HAZ|MAR|PNK|DIC|UNK)"),
    ("DAZ", "(?=BAL|BLK|BLN|BRO|GRY|RED|SDY|WHI|UNK)"),
    ("DAJ", "(?=[A-Z]{2})"),
    ("DAK", r"(?=\d{5}|[A-Z]\d[A-Z])"),
    ("DCG", "(?=USA|CAN)"),
    ("DDD DDK DDL DDM DDN DDO DDP", "(?=[01YN])"),
    ("DAA DAB DAC DAD DAE DAG DAH DAI DAQ DBG DBN DBS DCA DCB DCD DCF DCJ DCK DCS DCT DCU", ""),
)
_ELEMENT = re.compile(
    "|".join(f"(?:{ids.replace(' ', '|')}){shape}" for ids, shape in _ID_SHAPES) + "|Z[A-Z](?=Z[A-Z]{2})"
)
_NAME_BLOCK = re.compile(r"DCS(.{1,40}?)DDE([TNU])DAC(.{0,40}?)DDF([TNU])DAD(.{0,40}?)DDG([TNU])")
_NAME_IDS = ("DCS", "DDE", "DAC", "DDF", "DAD", "DDG")
_NEVER_EMPTY = frozenset(("DAA", "DAB", "DAC", "DCS", "DCT", "DAG", "DAI", "DAQ"))
_PLACEHOLDERS = frozenset(("", "NONE", "UNAVL", "UNAVAIL", "UNAVAILABLE", "N/A", "NMN", "NOT AVAILABLE"))
_FIRST_NAME_FIRST = frozenset(("PA",))
"""Issuers whose early cards write the whole name (DAA) with blanks, first name first."""


class AamvaError(ValueError):
    """The payload is no card. `code`: aamva.empty, aamva.too_long, aamva.not_a_card, aamva.incomplete."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True, repr=False)
class CardAddress:
    """The address on the card; a field that the card leaves out is empty. `country` is USA or CAN."""

    street: str
    street_2: str
    city: str
    state: str
    postal_code: str
    country: str

    def lines(self) -> tuple[str, ...]:
        """The address as written on an envelope, without the country."""
        city = f"{self.city}," if self.city else ""
        last = " ".join(part for part in (city, self.state, self.postal_code) if part)
        return tuple(line for line in (self.street, self.street_2, last) if line)

    def __repr__(self) -> str:
        return "CardAddress(...)"


@dataclass(frozen=True, slots=True, repr=False)
class IdCard:
    """A card's holder and validity.

    `given_names` holds first and middle names, blanks between. `expires_on` is None where a card never
    expires. `jurisdiction` is the issuer's two letters, `version` the AAMVA version (0 when the header is
    lost), `document` driver_license or id_card. `truncated`: a name did not fit, so that a difference to a
    form proves nothing.
    """

    family_name: str
    given_names: str
    suffix: str
    number: str
    birth_date: date | None
    expires_on: date | None
    address: CardAddress
    jurisdiction: str
    version: int
    document: str
    truncated: bool

    @property
    def masked_number(self) -> str:
        """The number for the screen: all but its last three characters as stars."""
        shown = self.number[-3:] if len(self.number) > 5 else ""
        return "*" * (len(self.number) - len(shown)) + shown

    def __repr__(self) -> str:
        return f"IdCard(jurisdiction={self.jurisdiction!r}, version={self.version})"


def parse(payload: str | bytes) -> IdCard:
    """Read the barcode on the back of a card, versions 01 to 11, US and Canada; AamvaError for anything else.

    Subfile offsets are not used: they are wrong on many real cards. Elements are found by their ids, whatever
    parts the lines (LF, CR, RS, `|`), and in the standard's order of ids where a wedge lost the line ends.
    """
    text = _decoded(payload)
    header = _HEADER.search(text[:200])
    issuer, version, body = "", 0, text
    kind = ""
    if header:
        issuer, version, body = header[1], int(header[2]), text[header.end() :]
        kind = header[3][:2]
    fields = _elements(body)
    if len(fields) < 3:
        raise AamvaError("aamva.incomplete" if header else "aamva.not_a_card")
    jurisdiction = _ISSUERS.get(issuer, "") or fields.get("DAJ", "")[:2].upper()
    family, given, suffix = _name(fields, jurisdiction)
    number = re.sub(r"\s+", " ", fields.get("DAQ", ""))
    if not number or not (family or given):
        raise AamvaError("aamva.incomplete" if header else "aamva.not_a_card")
    canadian = _is_canadian(fields, jurisdiction)
    return IdCard(
        family_name=family,
        given_names=given,
        suffix=suffix,
        number=number,
        birth_date=_date(fields.get("DBB", "")),
        expires_on=_date(fields.get("DBA", "")),
        address=_address(fields, canadian),
        jurisdiction=jurisdiction,
        version=version,
        document="id_card" if (kind or body.lstrip()[:2]) == "ID" else "driver_license",
        truncated=any(fields.get(flag, "").upper() == "T" for flag in ("DDE", "DDF", "DDG")),
    )


def _decoded(payload: str | bytes) -> str:
    if len(payload) > PAYLOAD_MAX:
        raise AamvaError("aamva.too_long")
    if isinstance(payload, bytes):
        try:
            text = payload.decode("utf-8")
        except UnicodeDecodeError:
            text = payload.decode("latin-1")
    else:
        text = payload
    if not text.strip("\x00 \t\r\n"):
        raise AamvaError("aamva.empty")
    if re.search("[\xc2-\xc3][\x80-\xbf]", text):
        # UTF-8 that a decoder took for Latin-1: `MUÃ\x91OZ`.
        try:
            return text.encode("latin-1").decode("utf-8")
        except UnicodeError:
            return text
    return text


def _elements(body: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in _SEPARATORS.split(body):
        match = _LINE.match(line.strip("\x00 \t"))
        if match:
            fields.setdefault(match[1], _value(match[2]))
    if len(fields) >= 4:
        return fields
    return _without_separators(_SEPARATORS.sub("", body))


def _without_separators(body: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    # From version 04 on the names stand between ids that no name can be taken for.
    names = _NAME_BLOCK.search(body)
    if names:
        fields = {name: _value(value) for name, value in zip(_NAME_IDS, names.groups(), strict=True)}
        body = body[: names.start()] + "\n" + body[names.end() :]
    element, begin = "", 0
    for match in _ELEMENT.finditer(body):
        # An id comes once; right behind an id that needs data it is data: DADSON is no empty surname.
        if match[0] in fields or (element in _NEVER_EMPTY and match.start() == begin):
            continue
        if element:
            fields[element] = _value(body[begin : match.start()])
        element, begin = match[0], match.end()
        fields[element] = ""
    if element:
        fields[element] = _value(body[begin:])
    return {name: value for name, value in fields.items() if name.startswith("D")}


def _value(raw: str) -> str:
    value = "".join(ch for ch in raw if ch.isprintable()).strip()
    return "" if value.upper() in _PLACEHOLDERS else value


def _name(fields: dict[str, str], jurisdiction: str) -> tuple[str, str, str]:
    family = fields.get("DCS") or fields.get("DAB", "")
    given = [fields.get("DAC", ""), fields.get("DAD", "")]
    suffix = fields.get("DCU") or fields.get("DAE", "")
    if not given[0] and fields.get("DCT"):
        given = [fields["DCT"]]
    if not family and fields.get("DAA"):
        parts = [part.strip() for part in re.split(r"[,@$]", fields["DAA"])]
        if len(parts) == 1:
            words = parts[0].split()
            parts = [words[-1], *words[:-1]] if jurisdiction in _FIRST_NAME_FIRST else words
        family, given = parts[0], parts[1:3]
        suffix = suffix or " ".join(parts[3:])
    elif "," in family and not any(given):
        family, _, rest = family.partition(",")
        given = [rest]
    words = " ".join(part for part in given if part.upper() not in _PLACEHOLDERS).replace(",", " ").split()
    return " ".join(family.split()).strip(","), " ".join(words), suffix.strip(",")


def _is_canadian(fields: dict[str, str], jurisdiction: str) -> bool:
    country = fields.get("DCG", "").upper()
    if country[:2] in ("CA", "US"):
        return country[:2] == "CA"
    return jurisdiction in _PROVINCES


def _address(fields: dict[str, str], canadian: bool) -> CardAddress:
    def first(*names: str) -> str:
        # DAL ... DAP hold the residence where the first cards kept it apart from the mailing address.
        return next((" ".join(fields[name].split()) for name in names if fields.get(name)), "")

    return CardAddress(
        street=first("DAG", "DAL"),
        street_2=first("DAH", "DAM"),
        city=first("DAI", "DAN").rstrip(","),
        state=first("DAJ", "DAO").upper(),
        postal_code=_postal_code(first("DAK", "DAP"), canadian),
        country="CAN" if canadian else "USA",
    )


def _postal_code(raw: str, canadian: bool) -> str:
    code = re.sub(r"[\s-]", "", raw).upper()
    if canadian:
        code = code[:6] if re.match(r"[A-Z]\d[A-Z]\d[A-Z]\d", code) else code
        return f"{code[:3]} {code[3:]}" if len(code) == 6 else code
    digits = code if code.isdigit() else ""
    # The field is 11 wide: issuers fill it with blanks, or with noughts behind the five digits.
    if len(digits) >= 9 and digits[5:9] != "0000":
        return f"{digits[:5]}-{digits[5:9]}"
    return digits[:5] if len(digits) >= 5 else code


def _date(raw: str) -> date | None:
    """MMDDCCYY (US from version 02) or CCYYMMDD (version 01, Canada); None for anything else, as `NONE`.

    Country and version need not be asked, and states that swap the order do no harm: no CCYY from 1900 to
    2100 begins with a month, so at most one order makes a date.
    """
    digits = re.sub(r"[\s/.-]", "", raw)
    if len(digits) != 8 or not (digits.isascii() and digits.isdigit()):
        return None
    for year, month, day in ((4, 0, 2), (0, 4, 6)):
        try:
            found = date(int(digits[year : year + 4]), int(digits[month : month + 2]), int(digits[day : day + 2]))
        except ValueError:
            continue
        if 1900 <= found.year <= 2100:
            return found
    return None
