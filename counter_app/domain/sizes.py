"""Sizes as people type them: three sides in inches or centimetres, with commas or points; millimetres inside."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from counter_app.domain.values import Dimensions

SIDE_MAX_MM = 3_000
"""No carrier takes a longer side (UPS and FedEx: 108 in), and no counter has room for it."""
_MM = {"in": Decimal("25.4"), "cm": Decimal(10), "mm": Decimal(1)}
_UNITS = {"in": "in", "ins": "in", "inch": "in", "inches": "in", '"': "in", "''": "in", "cm": "cm", "mm": "mm"}
_UNITS |= {"po": "in", "pouces": "in", "”": "in", "″": "in"}
_SIDE = re.compile(r"(-?)([0-9]{1,4}(?:[.,][0-9]{1,2})?)")


class SizeWrong(ValueError):
    """What was typed is no size. `code`: size.not_three, size.negative, size.too_large, size.unit."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def parse_size(text: str, unit: str = "in") -> Dimensions:
    """`12 x 9 x 4`, `30×20×10 cm` or `12,5 9 4 in` as millimetres, length first; `unit` is that of numbers alone.

    SizeWrong for anything but three sides between 1 mm and 3 m.
    """
    said = text.strip().lower()
    found = re.search(r"[a-z\"'”″]+$", said.replace("×", "x"))
    if found and found.group() != "x":
        if found.group() not in _UNITS:
            raise SizeWrong("size.unit")
        unit, said = _UNITS[found.group()], said[: found.start()].strip()
    sides = [one for one in re.split(r"\s*[x×*]\s*|\s+", said) if one]
    if len(sides) != 3:
        raise SizeWrong("size.not_three")
    return Dimensions(*(_side(one, unit) for one in sides))


def _side(text: str, unit: str) -> int:
    found = _SIDE.fullmatch(text)
    if found is None:
        raise SizeWrong("size.not_three")
    mm = int((Decimal(found[2].replace(",", ".")) * _MM[unit]).quantize(Decimal(1), ROUND_HALF_UP))
    if found[1] or mm < 1:
        raise SizeWrong("size.negative")
    if mm > SIDE_MAX_MM:
        raise SizeWrong("size.too_large")
    return mm
