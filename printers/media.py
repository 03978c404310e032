"""Label stock: how many dots there are to draw on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from counter_app.errors import DeviceError


@dataclass(frozen=True, slots=True)
class Media:
    """A die-cut label: `width` and `height` in dots at `dpi` dots per inch, portrait as it leaves the
    printer.
    """

    width: int
    height: int
    dpi: int = 203

    @classmethod
    def inches(cls, width: str, height: str, dpi: int = 203) -> Media:
        """Of a size in inches, cut to whole dots (4 x 6 in at 203 dpi are 812 x 1218)."""
        return cls(int(Decimal(width) * dpi), int(Decimal(height) * dpi), dpi)


SHIPPING = Media.inches("4", "6")
SMALL = Media.inches("2.25", "1.25")
"""57 x 32 mm."""
HALF = Media.inches("4", "2")

_NAMES = re.compile(r"(\d(?:\.\d{1,2})?)x(\d(?:\.\d{1,2})?)(?:@(203|300))?", re.ASCII)


def media_named(name: str) -> Media:
    """The stock that a printer's address names: `4x6`, `2.25x1.25@300`. Inches, 203 dpi unless told.

    Raises DeviceError `printer.bad_media` for anything else, or stock too small for the barcode of a Mail ID.
    """
    matched = _NAMES.fullmatch(name)
    if matched is None:
        raise DeviceError("printer.bad_media", media=name)
    media = Media.inches(matched[1], matched[2], int(matched[3] or 203))
    if media.width < 2 * media.dpi or media.height < media.dpi:
        raise DeviceError("printer.bad_media", media=name)
    return media
