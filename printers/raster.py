"""A line of text as a 1-bit picture: what leaves when a printer's own font cannot be trusted with it."""

from __future__ import annotations

import threading
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from printers import fonts
from printers.text import clean, visual

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

# FreeType faces are shared between the threads of several printers.
_drawing = threading.Lock()


@dataclass(frozen=True, slots=True)
class Bitmap:
    """`height` rows of `stride` bytes, leftmost dot in the highest bit, 1 is black."""

    width: int
    height: int
    rows: bytes

    @property
    def stride(self) -> int:
        return (self.width + 7) // 8

    def inverted(self) -> bytes:
        """The rows with 1 as white, as TSPL wants them."""
        return bytes(byte ^ 0xFF for byte in self.rows)


def line(text: str, size: int, room: int, height: int, bold: bool = True) -> Bitmap:
    """`text` drawn `size` dots high in a picture of at most `room` x `height` dots, squeezed when it is
    wider.

    A letter that no font has becomes a hollow box: it is seen to be there, and the label still leaves.
    """
    from PIL import Image

    with _drawing:
        strip = _strip(text, size, height, bold)
    ink = strip.getbbox()
    used = max(1, min(strip.width, ink[2] if ink else 1))
    strip = strip.crop((0, 0, used, height))
    if used > room:
        strip = strip.resize((room, height), Image.Resampling.LANCZOS)
    return packed(strip)


def packed(picture: Image) -> Bitmap:
    """A grey picture (ink is light) as a bitmap."""
    sharp = picture.convert("L").point([255 if level >= 112 else 0 for level in range(256)]).convert("1")
    return Bitmap(sharp.width, sharp.height, sharp.tobytes())


def _strip(text: str, size: int, height: int, bold: bool) -> Image:
    from PIL import Image
    from PIL.ImageDraw import Draw

    parts = visual(clean(text)) or [" "]
    canvas = Image.new("L", (len(parts) * (size * 2) + size, height), 0)
    pen = Draw(canvas)
    ascent, descent = fonts.faces(size, bold)[0].getmetrics()
    # Letters are set so that descenders stay inside the box whatever the font's own line height.
    base = min(height - round(size * 0.22), (height + ascent - descent) // 2)
    whole = fonts.face_for_all(frozenset("".join(parts)) - {" "}, size, bold)
    at = 0.0
    for part in parts:
        face = whole or fonts.face_for(part[0], size, bold)
        if part == " ":
            at += size * 0.28
        elif face is None or unicodedata.combining(part[0]):
            at = _box(pen, at, base, size, unicodedata.east_asian_width(part[0]) in "WF")
        else:
            pen.text((at, base), part, fill=255, font=face, anchor="ls")
            at += face.getlength(part[0])
    if canvas.getbbox() is None and parts != [" "]:
        # Letters that are there and cannot be seen (fillers): the label says that there is something.
        _box(pen, 0, base, size, wide=False)
    return canvas


def _box(pen: ImageDraw, at: float, base: int, size: int, wide: bool) -> float:
    """A hollow box for a letter that cannot be drawn; gives where the next letter stands."""
    thick = max(1, size // 16)
    left = round(at) + thick
    right = left + round(size * (0.9 if wide else 0.55))
    pen.rectangle((left, base - round(size * 0.72), right, base), outline=255, width=thick)
    return right + thick * 2
