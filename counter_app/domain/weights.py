"""Weights as people type them: `12 oz`, `1 lb 3`, `340 g`, `1,2 kg`; whole grams inside (KB-WEIGHT)."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from counter_app.domain.values import GRAMS_PER_LB, GRAMS_PER_OZ

WEIGHT_MAX_G = 150_000
"""No carrier takes more in one parcel."""
_UNITS = {"oz": GRAMS_PER_OZ, "lb": GRAMS_PER_LB, "g": Decimal(1), "kg": Decimal(1_000)}
_NAMES = {"oz": "oz", "ozs": "oz", "ounce": "oz", "ounces": "oz", "once": "oz", "onces": "oz"}
_NAMES |= {"lb": "lb", "lbs": "lb", "pound": "lb", "pounds": "lb", "livre": "lb", "livres": "lb", "#": "lb"}
_NAMES |= {"g": "g", "gr": "g", "gram": "g", "grams": "g", "gramme": "g", "grammes": "g", "kg": "kg", "kilo": "kg"}
_PART = re.compile(r"\s*([0-9]{1,6}(?:[.,][0-9]{1,3})?)\s*([a-z#]*)")


class WeightWrong(ValueError):
    """What was typed is no weight. `code`: weight.unreadable, weight.nothing, weight.too_large."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def parse_weight(text: str, unit: str = "oz") -> int:
    """Whole grams of what was typed; `unit` is that of a number alone, and behind pounds a number alone is ounces.

    WeightWrong for anything that is no weight above nothing and up to 150 kg.
    """
    said, at, total, behind = text.strip().lower(), 0, Decimal(0), ""
    if not said:
        raise WeightWrong("weight.unreadable")
    while at < len(said):
        found = _PART.match(said, at)
        name = _NAMES.get(found[2], "") if found and found[2] else ("oz" if behind == "lb" else unit)
        if found is None or not name or (behind and (behind, name) != ("lb", "oz")):
            raise WeightWrong("weight.unreadable")
        total += Decimal(found[1].replace(",", ".")) * _UNITS[name]
        at, behind = found.end(), name
        if not said[at:].strip():
            break
    grams = int(total.quantize(Decimal(1), ROUND_HALF_UP))
    if grams < 1:
        raise WeightWrong("weight.nothing")
    if grams > WEIGHT_MAX_G:
        raise WeightWrong("weight.too_large")
    return grams
