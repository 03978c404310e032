"""Whose parcel is it? Tracking numbers of the carriers that come to a mail center, told apart by their shape.

Shapes overlap, so an answer is a list. Ground of the table: carriers' published label guides and the public
collection `tracking_number_data` (checked number by number in the tests).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal, NamedTuple

from counter_app.domain import check_digits

Check = Literal["passed", "failed", "absent"]

_TEXT_MAX = 512
_FAILED = 0.3
"""How much of its confidence a shape keeps when the check digit does not fit."""

_SYMBOLOGY = re.compile(r"^\][A-Za-z][0-9A-Za-z]")
_NOISE = re.compile(r"[\s\-.()\x00-\x1f]+")
_MAXICODE = re.compile(
    r"^\[\)>\x1e01\x1d96[^\x1d]*\x1d\d{3}\x1d(\d{3})\x1d(1Z\d{8})\x1dUPSN\x1d([0-9A-Z]{6})(?:\x1d|\x1e|$)"
)


@dataclass(frozen=True, slots=True)
class TrackingMatch:
    """One reading of a number; `number` is what the carrier's web page takes.

    Carriers: usps, ups, fedex, dhl, amazon, ontrac, canada-post, purolator, dpd, royal-mail, yunexpress, and
    `postal` for every other post of the world. `confidence` runs from 0 to 1.
    """

    carrier: str
    number: str
    service: str
    check: Check
    confidence: float


class _Scheme(NamedTuple):
    carrier: str
    service: str
    shape: re.Pattern[str]
    """Group `number` is what is shown, group `checked` what the check digit covers; both default to all."""
    check: Callable[[str], bool] | None
    confidence: float


def _scheme(carrier: str, service: str, shape: str, check: Callable[[str], bool] | None, confidence: float) -> _Scheme:
    return _Scheme(carrier, service, re.compile(shape, re.ASCII), check, confidence)


_THREE_ONE = partial(check_digits.mod10, weights=(3, 1))
_ONE_THREE = partial(check_digits.mod10, weights=(1, 3))
_ONE_TWO = partial(check_digits.mod10, weights=(1, 2))
_FEDEX_12 = partial(check_digits.mod11_10, weights=(3, 1, 7))
_FEDEX_14 = partial(check_digits.mod11_10, weights=(1, 7, 3))
_ROUTING = r"(?:420(?:\d{5}|\d{9}))?"


def _legacy_91(number: str) -> bool:
    return _THREE_ONE("91" + number)


def _ontrac(number: str) -> bool:
    return _ONE_TWO({"C": "4", "D": "5"}[number[0]] + number[1:])


_SCHEMES = (
    _scheme("ups", "1Z", r"1Z(?P<checked>[0-9A-Z]{15}\d)", _ONE_TWO, 0.99),
    _scheme("ups", "Waybill", r"[AHJKTV](?P<checked>\d{10})", _ONE_TWO, 0.9),
    _scheme("ups", "Mail Innovations", r"MI\d{6}[0-9A-Z]{1,22}", None, 0.7),
    _scheme("ups", "Freight", r"\d{9}", None, 0.2),
    _scheme("usps", "IMpb", rf"{_ROUTING}(?P<number>9[2-5]\d{{20}}(?:\d{{4}})?(?:\d{{4}})?)", _THREE_ONE, 0.98),
    _scheme("usps", "Legacy 91", rf"{_ROUTING}(?P<number>91\d{{20}})", _THREE_ONE, 0.95),
    _scheme("usps", "USPS 20", rf"{_ROUTING}(?P<number>(?!7196)\d{{20}})", _THREE_ONE, 0.85),
    # The check digit covers a 91 that is not printed; the 7196 series (certified mail) is known to do so.
    _scheme("usps", "Legacy 20", rf"{_ROUTING}(?P<number>7196\d{{16}})", _legacy_91, 0.8),
    _scheme("fedex", "Express", r"\d{12}", _FEDEX_12, 0.85),
    _scheme("fedex", "Ground", r"\d{15}", _ONE_THREE, 0.85),
    _scheme("fedex", "Ground SSCC", r"(?P<number>00(?P<checked>\d{16}))", _THREE_ONE, 0.75),
    _scheme("fedex", "Ground SSCC", r"00(?P<number>(?P<checked>\d{18}))", _THREE_ONE, 0.75),
    _scheme("fedex", "Ground 96", r"96\d{5}(?P<number>\d{15})", _ONE_THREE, 0.96),
    _scheme("fedex", "Ground GSN", r"96\d{18}(?P<checked>(?:00)?(?P<number>\d{12}|\d{14}))", _FEDEX_14, 0.97),
    _scheme("fedex", "Express 34", r"(?!4209)[0-8]\d{19}(?P<checked>\d\d(?P<number>\d{12}))", _FEDEX_14, 0.93),
    _scheme("fedex", "ASTRA", r"3\d{15}(?P<number>\d{12})\d{4}", _FEDEX_12, 0.85),
    _scheme("dhl", "Express", r"\d{10,11}", check_digits.mod7, 0.7),
    _scheme("dhl", "Piece", r"J(?:JD|VGL|D)[0-9A-Z]{9,20}", None, 0.85),
    _scheme("dhl", "Piece", r"J[A-Z]{2,3}\d{9,10}", None, 0.5),
    _scheme("dhl", "eCommerce", r"(?:GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)(?=[A-Z]*\d)[0-9A-Z]{10,39}", None, 0.6),
    _scheme("dhl", "eCommerce", r"\d{14}", None, 0.3),
    _scheme("amazon", "Logistics", r"TB[ACM]\d{12}", None, 0.98),
    _scheme("amazon", "International", r"[AFC]\d{10}", None, 0.5),
    _scheme("ontrac", "OnTrac", r"[CD]\d{14}", _ontrac, 0.97),
    _scheme("ontrac", "LaserShip", r"L[AIEHNX][1-3]\d{7}|1LS7[12]\d{10}(?:\d\d)?|1LSCX[0-9A-Z]{10}", None, 0.92),
    _scheme("canada-post", "Domestic", r"\d{16}", _THREE_ONE, 0.9),
    _scheme("purolator", "Domestic", r"[0-5]\d{11}", check_digits.luhn, 0.8),
    _scheme("purolator", "Domestic", r"[A-Z]{3}\d{9}", None, 0.6),
    _scheme("dpd", "DPD 28", r"\d{27}[0-9A-Z]", check_digits.mod37_36, 0.8),
    _scheme("dpd", "DPD 14", r"\d{14}[0-9A-Z]", check_digits.mod37_36, 0.6),
    _scheme("yunexpress", "YunExpress", r"YT\d{16}", None, 0.9),
    # Country codes that ISO 3166 leaves to users (QM-QZ, XA-XZ, AA, ZZ) name no post.
    _scheme(
        "postal",
        "S10",
        r"[A-Z]{2}(?P<checked>\d{9})(?!AA|ZZ|X|Q[M-Z])[A-Z]{2}",
        check_digits.s10,
        0.96,
    ),
)
_POSTS = {"US": "usps", "CA": "canada-post", "GB": "royal-mail"}
_S10_SERVICES = {
    "C": "Parcel",
    "E": "EMS",
    "L": "Letter",
    "R": "Registered",
    "U": "Untracked",
    "V": "Insured",
}
_UPS_SERVICES = {
    "01": "Next Day Air",
    "02": "2nd Day Air",
    "03": "Ground",
    "12": "3 Day Select",
    "13": "Next Day Air Saver",
    "14": "Next Day Air Early",
}


def identify(text: str) -> list[TrackingMatch]:
    """Every carrier whose numbers look like `text`, the best first; empty when none does.

    Spaces, dashes, dots, brackets, case, GS and AIM symbology prefixes (`]C1`) do not matter; a 420 + ZIP in
    front of a USPS number is taken off. A reading whose check digit fails stands behind all others.
    """
    if len(text) > _TEXT_MAX:
        return []
    if text.startswith("[)>"):
        found = maxicode_ups(text)
        return [found] if found else []
    compact = _NOISE.sub("", _SYMBOLOGY.sub("", text.strip())).upper()
    best: dict[tuple[str, str], TrackingMatch] = {}
    for scheme in _SCHEMES:
        match = scheme.shape.fullmatch(compact)
        if match is None:
            continue
        reading = _read(scheme, match)
        known = best.get((reading.carrier, reading.number))
        if known is None or known.confidence < reading.confidence:
            best[reading.carrier, reading.number] = reading
    return sorted(best.values(), key=lambda one: (one.check == "failed", -one.confidence))


def maxicode_ups(text: str) -> TrackingMatch | None:
    """The UPS number in a MaxiCode message, where it is split into shipper, class of service and package.

    None when `text` is no UPS MaxiCode. `check` tells whether the joined number is whole.
    """
    match = _MAXICODE.match(text[:_TEXT_MAX])
    if match is None:
        return None
    service, package, shipper = match.groups()
    number = f"1Z{shipper}{service[1:]}{package[2:]}"
    return next((one for one in identify(number) if one.carrier == "ups"), None)


def _read(scheme: _Scheme, match: re.Match[str]) -> TrackingMatch:
    groups = match.groupdict()
    number = groups.get("number") or match[0]
    check: Check = "absent"
    if scheme.check is not None:
        check = "passed" if scheme.check(groups.get("checked") or number) else "failed"
    confidence = scheme.confidence * (_FAILED if check == "failed" else 1)
    carrier, service = scheme.carrier, scheme.service
    if service == "S10":
        carrier = _POSTS.get(number[-2:], carrier)
        service = _S10_SERVICES.get(number[0], service)
    elif service == "1Z":
        service = _UPS_SERVICES.get(number[8:10], service)
    return TrackingMatch(carrier, number, service, check, round(confidence, 3))
