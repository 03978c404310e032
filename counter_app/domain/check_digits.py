"""Check digits of tracking numbers: does the last character of a number fit the rest?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle

_ALPHABET_36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def mod10(number: str, weights: Sequence[int]) -> bool:
    """Weights from the left over all but the last digit, up to the next ten (GS1, USPS, UPS, Canada Post).

    Letters count as UPS counts them: A is 2, B is 3, ... J is 1.
    """
    total = _weighted([_ups_value(ch) for ch in number[:-1]], weights)
    return -total % 10 == int(number[-1])


def mod11_10(number: str, weights: Sequence[int]) -> bool:
    """Weighted sum modulo 11, then modulo 10 (FedEx Express)."""
    return _weighted([int(ch) for ch in number[:-1]], weights) % 11 % 10 == int(number[-1])


def mod7(number: str) -> bool:
    """The number before the last digit, modulo 7 (DHL Express waybill)."""
    return int(number[:-1]) % 7 == int(number[-1])


def s10(digits: str) -> bool:
    """Eight digits and a check digit of a UPU S10 item identifier."""
    check = 11 - _weighted([int(ch) for ch in digits[:8]], (8, 6, 4, 2, 3, 5, 9, 7)) % 11
    return {10: 0, 11: 5}.get(check, check) == int(digits[8])


def luhn(number: str) -> bool:
    """Every second digit from the right doubled, digit sums (ISO/IEC 7812)."""
    total = 0
    for place, ch in enumerate(reversed(number)):
        value = int(ch) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def mod37_36(number: str) -> bool:
    """ISO/IEC 7064 MOD 37,36 (DPD): the last character is a digit or a letter."""
    product = 36
    for ch in number[:-1]:
        product = (product + _ALPHABET_36.index(ch)) % 36 or 36
        product = product * 2 % 37
    return (product + _ALPHABET_36.index(number[-1])) % 36 == 1


def _weighted(values: Sequence[int], weights: Sequence[int]) -> int:
    return sum(value * weight for value, weight in zip(values, cycle(weights), strict=False))


def _ups_value(ch: str) -> int:
    return int(ch) if ch.isdigit() else (ord(ch) - 3) % 10
