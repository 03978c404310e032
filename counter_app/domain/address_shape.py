"""Whether an address can be delivered to by its shape alone: nobody is asked, nothing is guessed (2.6)."""

from __future__ import annotations

import re
from dataclasses import dataclass

HOME = "US"
_STATES_BY_DIGIT = {
    "0": "CT MA ME NH NJ NY PR RI VI VT AE",
    "1": "DE NY PA",
    "2": "DC MD NC SC VA WV",
    "3": "AL FL GA MS TN AA",
    "4": "IN KY MI OH",
    "5": "DC IA MN MT ND SD WI",
    "6": "IL KS MO NE",
    "7": "AR LA OK TX",
    "8": "AZ CO ID NM NV TX UT WY",
    "9": "AK AP AS CA FM GU HI MH MP OR PW WA",
}
STATES = frozenset(" ".join(_STATES_BY_DIGIT.values()).split())
"""States, territories and the three of the armed forces, as a US address writes them."""
MILITARY = frozenset({"AA", "AE", "AP"})
_ZIP = re.compile(r"\d{5}(?:-\d{4})?", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)
_PO_BOX = re.compile(r"\bP\.?\s*O\.?\s*B(?:OX|\.)|\bPOST\s+OFFICE\s+BOX\b|\bLOCK\s*BOX\b", re.IGNORECASE)
_NO_NUMBER_NEEDED = re.compile(r"\bGENERAL\s+DELIVERY\b|\bPSC\b|\bUNIT\b|\bP\.?\s*O\.?\s*BOX\b", re.IGNORECASE)
_INSIDE = re.compile(r"\s*(?:APT|APARTMENT|STE|SUITE|UNIT|FL|FLOOR|RM|ROOM|#)", re.IGNORECASE)
"""How a second line begins that says where in the house; its number is no house number."""
_NOWHERE = frozenset({"unknown", "n/a", "na", "none", "tbd", "test", "same", "x", "xx", "xxx", "?", "-", "."})


@dataclass(frozen=True, slots=True)
class Address:
    """Where a parcel goes. `country` is ISO 3166, two letters; `state` and `postcode` as the country writes them."""

    name: str = ""
    company: str = ""
    line1: str = ""
    line2: str = ""
    city: str = ""
    state: str = ""
    postcode: str = ""
    country: str = HOME
    phone: str = ""

    @property
    def abroad(self) -> bool:
        """Whether customs want to know what is inside; the territories of the US are no foreign country."""
        return self.country != HOME

    @property
    def to_po_box(self) -> bool:
        return bool(_PO_BOX.search(self.line1) or _PO_BOX.search(self.line2))

    @property
    def military(self) -> bool:
        return not self.abroad and self.state in MILITARY

    @property
    def lines(self) -> tuple[str, ...]:
        """As it is written on a parcel, line by line."""
        town = " ".join(part for part in (self.city, self.state, self.postcode) if part)
        all_of = (self.name, self.company, self.line1, self.line2, town, self.country if self.abroad else "")
        return tuple(line for line in all_of if line)


def wrong_with(to: Address) -> str:
    """Why nothing can be delivered to `to`, as a stable code with the field behind a colon; "" when nothing is."""
    for field in ("name", "line1", "city"):
        said = getattr(to, field).strip() or (to.company.strip() if field == "name" else "")
        if not said:
            return f"ship.address_missing:{field}"
        if said.lower() in _NOWHERE:
            return f"ship.address_nowhere:{field}"
    if not _COUNTRY.fullmatch(to.country):
        return "ship.country_wrong:country"
    if to.abroad:
        return ""
    if to.state not in STATES:
        return "ship.state_wrong:state"
    if not _ZIP.fullmatch(to.postcode) or to.postcode.startswith("000"):
        return "ship.zip_wrong:postcode"
    if to.state not in _STATES_BY_DIGIT[to.postcode[0]].split():
        return "ship.zip_not_in_state:postcode"
    numbered = to.line1 if _INSIDE.match(to.line2) else to.line1 + to.line2
    if not any(ch.isdigit() for ch in numbered) and not _NO_NUMBER_NEEDED.search(to.line1):
        return "ship.no_house_number:line1"
    return ""


def unreachable_by(carrier: str, to: Address) -> str:
    """Why `carrier` does not go there although the address is right; "" when it does. Only the post has the key to
    a PO box and the bags of the armed forces."""
    if carrier == "usps":
        return ""
    if not to.abroad and to.to_po_box:
        return "ship.po_box"
    return "ship.military" if to.military else ""
