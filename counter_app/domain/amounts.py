"""Amounts of money as people type them: `1.35`, `1,35`, `$1,000.00`, `1 000,00 $`; cents inside."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\s$€£\u00a0\u202f]|usd|us", re.IGNORECASE)
_PLAIN = re.compile(r"([0-9]{1,9})(?:[.,]([0-9]{1,2}))?")
_GROUPED = re.compile(r"([0-9]{1,3}(?:([.,'])[0-9]{3})+)(?:[.,]([0-9]{2}))?")


def parse_cents(text: str) -> int:
    """Cents of an amount that is not negative; ValueError for anything that could be read in two ways."""
    said = _SIGNS.sub("", text)
    if plain := _PLAIN.fullmatch(said):
        return int(plain[1]) * 100 + int((plain[2] or "0").ljust(2, "0"))
    grouped = _GROUPED.fullmatch(said)
    if grouped is None or (grouped[3] is None and grouped[2] != "'"):
        raise ValueError("no amount of money")  # 1,350 may be a thousand, or one and a bit
    return int(re.sub(r"[.,']", "", grouped[1])) * 100 + int(grouped[3] or "0")
