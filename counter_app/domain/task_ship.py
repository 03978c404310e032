"""Shipping: what a parcel is, what it costs, and how far a store may go above retail (S-11, 2.6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from counter_app.domain.address_shape import Address
from counter_app.domain.mail_item import MailItem
from counter_app.domain.task import ChargeLine, Task

if TYPE_CHECKING:
    from counter_app.domain.task_fees import TaskPrices

CARRIERS = ("usps", "ups", "fedex", "dhl")
PACKAGINGS = ("own", "envelope", "padded", "box", "tube", "carrier_envelope", "carrier_box")
SOURCES = ("platform", "store", "stamp", "customer")
"""Who pays the carrier: the platform's account, the store's own, a stamp, or the customer who brought his label."""
CONTENTS = ("none", "lithium", "alcohol", "tobacco", "weapon", "hazardous", "perishable", "cash", "drugs", "other")
"""The answer to "is anything inside that may not be shipped?"; only `none` goes on."""
NO_ADDRESS = Address()
FREE_PERMILLE, REASON_PERMILLE = 1_200, 1_500
"""S-11: a factor of 1.2 on retail is free, up to 1.5 with a reason, nothing above."""
VOID_DAYS = {"usps": 28, "ups": 30, "dhl": -1}
"""Days after the label was made in which the carrier takes it back; -1 never. FedEx: until the day it ships."""


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that a carrier takes: grams, the longest side, and length plus girth, in millimetres (0: no limit)."""

    weight_g: int
    length_mm: int = 0
    girth_mm: int = 0


LIMITS = {
    "usps": Limit(31_751, 0, 3_302),
    "ups": Limit(68_039, 2_743, 4_191),
    "fedex": Limit(68_039, 2_743, 4_191),
    "dhl": Limit(70_000, 3_000, 0),
}
"""70 lb and 130 in; 150 lb, 108 in and 165 in; 70 kg and 300 cm: what the carriers' own guides say of one parcel."""


@dataclass(frozen=True, slots=True)
class CustomsLine:
    """One kind of thing in a parcel that goes abroad. `value_cents` is of one; `origin` is a country, two letters."""

    description: str
    quantity: int = 1
    value_cents: int = 0
    hs_code: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class ShipTask(Task):
    """A parcel to be sent; with several pieces they travel in one. Grams, millimetres, cents, UTC milliseconds."""

    TERMS: ClassVar[tuple[str, ...]] = (
        "to",
        "carrier",
        "service",
        "declared_cents",
        "insured_cents",
        "signature",
        "remove_invoice",
        "customs",
        "quote_cents",
        "agreed_cents",
    )

    to: Address = NO_ADDRESS
    carrier: str = ""
    service: str = ""
    packaging: str = ""
    weight_g: int = 0
    length_mm: int = 0
    width_mm: int = 0
    height_mm: int = 0
    contents: str = ""
    """What the clerk answered of CONTENTS; "" while nobody has looked."""
    invoice_removed: bool = False
    declared_cents: int = 0
    insured_cents: int = 0
    signature: bool = False
    remove_invoice: bool = False
    customs: tuple[CustomsLine, ...] = ()
    quote_cents: int = 0
    """What the customer was told before anybody had weighed it; 0 when nothing was said."""
    retail_cents: int = 0
    markup_permille: int = 0
    markup_reason: str = ""
    postage_cents: int = 0
    rate_source: str = ""
    """typed, or the table that the retail price is from, with its version."""
    source: str = ""
    tracking: str = ""
    label_id: str = ""
    label_ms: int = 0
    ships_on: str = ""
    voided: tuple[str, ...] = ()
    """The labels of this parcel that were taken back, oldest first."""
    manifest: str = ""


def insurance_cents(insured_cents: int, per_100: int) -> int:
    """The fee for so much insurance: `per_100` for each $100 begun."""
    return -(-insured_cents // 10_000) * per_100


def postage_of(retail_cents: int, permille: int) -> int:
    """Retail times the factor, in whole cents and never above it: 1.2 is 1.2 to the cent."""
    return retail_cents * permille // 1_000


def markup_of(retail_cents: int, postage_cents: int) -> str:
    """How S-11 sees this price: free, reason (above 1.2) or blocked (above 1.5), in exact integers.

    A price without a retail price behind it is blocked: nobody could say how far above retail it is.
    """
    if postage_cents * 1_000 <= retail_cents * FREE_PERMILLE:
        return "free"
    return "reason" if postage_cents * 1_000 <= retail_cents * REASON_PERMILLE else "blocked"


def girth_mm(length_mm: int, width_mm: int, height_mm: int) -> int:
    """The longest side plus the way round the other two, as carriers measure."""
    short, middle, long = sorted((length_mm, width_mm, height_mm))
    return long + 2 * (short + middle)


def beyond(carrier: str, weight_g: int, length_mm: int, width_mm: int, height_mm: int) -> str:
    """Which limit of `carrier` a parcel exceeds: weight, length, girth, or "" for none."""
    limit = LIMITS.get(carrier)
    if limit is None:
        return ""
    if weight_g > limit.weight_g:
        return "weight"
    if limit.length_mm and max(length_mm, width_mm, height_mm) > limit.length_mm:
        return "length"
    return "girth" if limit.girth_mm and girth_mm(length_mm, width_mm, height_mm) > limit.girth_mm else ""


def void_refused(carrier: str, made_on: date, ships_on: date, today: date) -> str:
    """Why the carrier does not take a label back any more: never, too_late, or "" while it does (2.6).

    What is not known of a carrier is no reason to refuse: the clerk asks the carrier.
    """
    if carrier == "fedex":
        return "" if today <= ships_on else "too_late"
    days = VOID_DAYS.get(carrier)
    if days is None:
        return ""
    if days < 0:
        return "never"
    return "" if today <= made_on + timedelta(days=days) else "too_late"


def ship_lines(task: ShipTask, items: Sequence[MailItem], prices: TaskPrices) -> tuple[ChargeLine, ...]:
    """Postage and insurance; the factor of S-11 lies on postage alone."""
    lines = []
    if task.postage_cents:
        lines.append(ChargeLine("postage", f"{task.carrier.upper()} {task.service}".strip(), 1, task.postage_cents))
    if task.insured_cents:
        fee = insurance_cents(task.insured_cents, 1)
        lines.append(ChargeLine("insurance", "", fee, prices.insurance_per_100))
    return tuple(lines)
