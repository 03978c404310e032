"""Money, weight, size and names of things: small frozen values with their units in the name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

GRAMS_PER_OZ = Decimal("28.349523125")
GRAMS_PER_LB = Decimal("453.59237")
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MOST_CENTS = 100_000_000
"""No amount that is typed at a counter is larger: a million would be a slip of the finger."""
_CURRENCY = r"(?:US\$|[$€£]|USD|EUR|GBP)"
_AMOUNT = re.compile(rf"{_CURRENCY}? ?(\d[\d.,' ]*|[.,]\d+) ?{_CURRENCY}?", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:([., '])\d{3})(?:\1\d{3})*")
_MINUS = ("-", "\u2212", "\u2013", "(")
_TYPED = frozenset(map(chr, range(32, 127))) | {"€", "£"}
_BLANKS = dict.fromkeys(map(ord, "\t\u00a0\u2007\u2009\u202f"), " ") | {ord("\u2019"): "'"}


@dataclass(frozen=True, order=True, slots=True)
class Money:
    """An amount in minor units (cents) of one currency; adding two currencies is a ValueError."""

    cents: int
    currency: str = "USD"

    def __add__(self, other: Money) -> Money:
        if other.currency != self.currency:
            raise ValueError(f"cannot add {other.currency} to {self.currency}")
        return Money(self.cents + other.cents, self.currency)

    def times(self, count: int) -> Money:
        return Money(self.cents * count, self.currency)


class AmountError(ValueError):
    """What was typed is no price. `code` is stable: money.empty, unreadable, ambiguous, negative, too_large."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def parse_money(text: str) -> int:
    """A price as people type it in English, French or Spanish, in cents: `1,234.56`, `1 234,56 €`, `$12`, `12,5`.

    The last point or comma stands before the cents when one or two digits follow it. `1,234` alone is a thousand to
    one reader and a price with too many decimals to another: AmountError("money.ambiguous"), and nothing is guessed.
    AmountError: money.empty, money.unreadable, money.ambiguous, money.negative, money.too_large (above MOST_CENTS).
    """
    said = text.translate(_BLANKS).strip()
    if not said:
        raise AmountError("money.empty")
    if said.lstrip("$€£ ")[:1] in _MINUS or said[-1] in _MINUS:
        raise AmountError("money.negative")
    # Digits of other scripts match \d as well; nobody types a price in them here.
    found = _AMOUNT.fullmatch(said) if set(said) <= _TYPED else None
    if found is None:
        raise AmountError("money.unreadable")
    whole, cents = _parted(found[1].strip())
    amount = int((whole or "0")[:13]) * 100 + int(cents.ljust(2, "0"))
    if len(whole) > 12 or amount > MOST_CENTS:
        raise AmountError("money.too_large")
    return amount


def _parted(number: str) -> tuple[str, str]:
    """The digits before and behind the decimal sign."""
    last = max(number.rfind("."), number.rfind(","))
    head, behind = (number[:last], number[last + 1 :]) if last >= 0 else (number, "")
    if last >= 0 and behind.isdigit() and len(behind) <= 2 and number[last] not in head:
        if head and not head.isdigit() and not _GROUPED.fullmatch(head):
            raise AmountError("money.unreadable")
        return "".join(ch for ch in head if ch.isdigit()), behind
    if number.isdigit():
        return number, ""
    grouped = _GROUPED.fullmatch(number)
    if grouped is None:
        one_sign = number.count(".") + number.count(",") == 1 and behind.isdigit()
        raise AmountError("money.ambiguous" if one_sign and len(behind) == 3 else "money.unreadable")
    if grouped[1] in ".," and number.count(grouped[1]) == 1:
        raise AmountError("money.ambiguous")
    return "".join(ch for ch in number if ch.isdigit()), ""


@dataclass(frozen=True, order=True, slots=True)
class Weight:
    """A weight in whole grams, never negative."""

    grams: int

    def __post_init__(self) -> None:
        if self.grams < 0:
            raise ValueError("a weight is never negative")

    @classmethod
    def from_ounces(cls, ounces: Decimal) -> Weight:
        """The nearest whole gram to `ounces` (avoirdupois), halves up."""
        return cls(int((ounces * GRAMS_PER_OZ).quantize(Decimal(1), ROUND_HALF_UP)))

    @classmethod
    def from_pounds(cls, pounds: Decimal) -> Weight:
        """The nearest whole gram to `pounds` (avoirdupois), halves up."""
        return cls(int((pounds * GRAMS_PER_LB).quantize(Decimal(1), ROUND_HALF_UP)))

    @property
    def ounces(self) -> Decimal:
        """Ounces to one decimal, as shown at the counter."""
        return (Decimal(self.grams) / GRAMS_PER_OZ).quantize(Decimal("0.1"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Dimensions:
    """Length, width, height in whole millimetres."""

    length_mm: int
    width_mm: int
    height_mm: int


def new_id(now_ms: int, entropy: bytes) -> str:
    """A UUIDv7 as 36 characters: UTC milliseconds, then 74 bits of `entropy` (10 bytes, from the OS).

    Time and randomness are arguments, so that the domain stays pure (RFC 9562, section 5.7).
    """
    if len(entropy) < 10:
        raise ValueError("new_id needs 10 bytes of entropy")
    value = (now_ms & 0xFFFF_FFFF_FFFF) << 80 | int.from_bytes(entropy[:10], "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def new_mail_id(entropy: bytes, consolidation: bool = False) -> str:
    """A Mail ID: `M` (or `C` for a consolidation), 9 random characters, 1 check character.

    Crockford's base 32 leaves out I, L, O and U, so a clerk can read it aloud. 45 random bits from at least
    6 bytes of `entropy`: stations that cannot talk to each other do not meet on one Mail ID.
    """
    if len(entropy) < 6:
        raise ValueError("new_mail_id needs 6 bytes of entropy")
    number = int.from_bytes(entropy[:6], "big")
    body = "".join(_CROCKFORD[number >> shift & 31] for shift in range(40, -1, -5))
    head = ("C" if consolidation else "M") + body
    return head + _check_character(head)


def parse_mail_id(text: str) -> str | None:
    """The Mail ID in `text` (spaces, dashes and case do not matter), or None when it is not one."""
    compact = "".join(ch for ch in text.upper() if ch not in " -")
    if len(compact) != 11 or compact[0] not in "MC":
        return None
    # Read-aloud mistakes: the letters that the alphabet leaves out stand for the digits they look like.
    fixed = compact[0] + compact[1:].replace("O", "0").replace("I", "1").replace("L", "1")
    if any(ch not in _CROCKFORD for ch in fixed[1:]):
        return None
    return fixed if _check_character(fixed[:10]) == fixed[10] else None


def spoken_mail_id(mail_id: str) -> str:
    """The Mail ID as printed and read aloud: `M4K2P-9XQ7C3`."""
    return f"{mail_id[:5]}-{mail_id[5:]}"


def _check_character(head: str) -> str:
    # Weighted sum modulo 31 (a prime): every single wrong character and every swap of neighbours is found
    # as long as the two characters differ by less than 31; the alphabet has 32, so only 0 against Z escapes.
    total = sum((index + 1) * _CROCKFORD.index(ch) for index, ch in enumerate(head))
    return _CROCKFORD[total % 31]
