"""Makes the payloads that issuers put on their cards, every AAMVA version; for tests and simulators only."""

from __future__ import annotations

from datetime import date

CANADA = {"636012": "ON", "604432": "AB", "604428": "QC"}


def payload(
    version: int = 9,
    *,
    issuer: str = "636000",
    state: str = "VA",
    family: str = "SAMPLE",
    first: str = "ANNA",
    middle: str = "QUINCY",
    suffix: str = "",
    number: str = "T64235789",
    birth: date = date(1986, 6, 6),
    expires: date | None = date(2029, 12, 10),
    street: str = "2300 WEST BROAD STREET",
    city: str = "RICHMOND",
    postal: str = "232690000  ",
    truncated: str = "N",
    kind: str = "DL",
    end: str = "\n",
    offset_error: int = 0,
) -> str:
    """One card as text. `end` parts the elements; `offset_error` makes the subfile offsets lie."""
    canadian = issuer in CANADA
    country = "CAN" if canadian else "USA"
    order = "%Y%m%d" if version <= 1 or canadian else "%m%d%Y"
    dates = {"DBB": birth.strftime(order), "DBA": expires.strftime(order) if expires else "NONE"}
    place = {"DAG": street, "DAI": city, "DAJ": state, "DAK": postal}
    if version <= 1:
        name = {"DAA": ",".join(part for part in (family, first, middle, suffix) if part)}
        elements = name | place | {"DAQ": number} | dates | {"DBC": "F"}
    elif version <= 3:
        name = {
            "DCT": f"{first},{middle}" if version == 3 else f"{first} {middle}",
            "DCS": family,
            "DCU": suffix,
        }
        elements = {"DCA": "D", "DCB": "K", "DCD": "PH"} | dates | name | place
        elements |= {"DAQ": number, "DCF": "2424244747474786102204", "DCG": country}
    else:
        name = {"DCS": family, "DDE": truncated, "DAC": first, "DDF": "N", "DAD": middle, "DDG": "N"}
        elements = {"DAQ": number} | name | {"DCA": "D", "DCB": "K", "DCD": "PH"} | dates
        elements |= {"DBC": "2", "DAU": "068 in", "DAY": "BRO"} | place
        elements |= {"DCF": "2424244747474786102204", "DCG": country, "DCU": suffix, "DDK": "1"}
        if version >= 11:
            elements |= {"DDM": "0", "DDN": "0", "DDO": "0", "DDP": "0"}
        else:
            elements |= {"DBN": f"{family}$$", "DDB": "06062018"}
    body = kind + end.join(f"{name}{value}" for name, value in elements.items()) + "\r"
    extra = f"ZVZVA01{end}".replace("\n", "\r")
    mark = "AAMVA" if version == 1 and issuer in ("636006", "636003") else "ANSI "
    jurisdiction = "" if version <= 1 else "00"
    head = f"@\n\x1e\r{mark}{issuer}{version:02}{jurisdiction}02"
    begin = len(head) + 20 + offset_error
    designators = f"{kind}{begin:04}{len(body):04}ZV{begin + len(body):04}{len(extra):04}"
    return head + designators + body + extra
