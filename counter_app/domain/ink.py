"""How much ink is on a picture of a signature: a dot is none (2.4). Reads PNG as a drawing pad writes it.

Depth 1 (grey or palette) and depth 8, without interlacing, which covers what pads and drawing libraries write.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

PIXELS_MAX = 4_000_000
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DARK = bytes(1 if value < 128 else 0 for value in range(256))


class InkError(ValueError):
    """Not a PNG that can be measured."""


@dataclass(frozen=True, slots=True)
class Ink:
    """Pixels of a picture that are dark, the box around them, and the picture's own size."""

    dark: int
    box_width: int
    box_height: int
    width: int
    height: int

    @property
    def is_signature(self) -> bool:
        """Whether somebody wrote: ink over a sixteenth of the width or a quarter of the height, and enough of it to
        reach from one end to the other, so that neither one dot nor two far apart are taken for a name."""
        wide = self.box_width * 16 >= self.width or self.box_height * 4 >= self.height
        return self.dark > 0 and wide and self.dark >= max(self.box_width, self.box_height, 24)


def measure(picture: bytes) -> Ink:
    """The ink of a PNG; InkError when it is none, is broken, or has more than four million pixels."""
    width, height, depth, channels, dark_bit, packed = _read(picture)
    stride = (width * depth * channels + 7) // 8
    try:
        raw = zlib.decompressobj().decompress(packed, (stride + 1) * height + 1)
    except zlib.error as error:
        raise InkError("broken") from error
    if len(raw) != (stride + 1) * height:
        raise InkError("broken")
    dark, left, right, top, bottom = 0, width, -1, height, -1
    before = bytes(stride)
    for y in range(height):
        at = y * (stride + 1)
        before = row = _unfiltered(raw[at], raw[at + 1 : at + 1 + stride], before, max(1, depth * channels // 8))
        found = _bits(row, width, dark_bit) if depth == 1 else _bytes(row, channels)
        if found[0]:
            dark += found[0]
            left, right, top, bottom = min(left, found[1]), max(right, found[2]), min(top, y), y
    return Ink(dark, max(0, right - left + 1), max(0, bottom - top + 1), width, height)


def _read(picture: bytes) -> tuple[int, int, int, int, int, bytes]:
    if not picture.startswith(_SIGNATURE):
        raise InkError("no PNG")
    head, palette, packed, at = b"", b"", [], 8
    while at + 12 <= len(picture):
        size, name = struct.unpack(">I4s", picture[at : at + 8])
        body = picture[at + 8 : at + 8 + size]
        at += 12 + size
        if name == b"IHDR":
            head = body
        elif name == b"PLTE":
            palette = body
        elif name == b"IDAT":
            packed.append(body)
        elif name == b"IEND":
            break
    if len(head) != 13:
        raise InkError("no header")
    width, height, depth, colour, _, _, laced = struct.unpack(">IIBBBBB", head)
    known = (depth == 8 and colour in (0, 2, 4, 6)) or (depth == 1 and colour in (0, 3))
    if not known or laced or not 0 < width * height <= PIXELS_MAX:
        raise InkError("cannot be measured")
    # Of a palette with two colours the darker one is the ink; of grey it is 0.
    dark_bit = 1 if colour == 3 and len(palette) >= 6 and sum(palette[3:6]) < sum(palette[:3]) else 0
    return width, height, depth, _CHANNELS[colour], dark_bit, b"".join(packed)


def _unfiltered(kind: int, row: bytes, above: bytes, step: int) -> bytes:
    """A row as it was before PNG filtered it (PNG 1.2, section 6)."""
    if kind == 0:
        return row
    out = bytearray(row)
    for n in range(len(out)):
        left = out[n - step] if n >= step else 0
        up = above[n]
        if kind == 1:
            guess = left
        elif kind == 2:
            guess = up
        elif kind == 3:
            guess = (left + up) // 2
        elif kind == 4:
            guess = _paeth(left, up, above[n - step] if n >= step else 0)
        else:
            raise InkError("broken")
        out[n] = (out[n] + guess) & 255
    return bytes(out)


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    distances = (abs(guess - left), abs(guess - up), abs(guess - corner))
    return (left, up, corner)[distances.index(min(distances))]


def _bits(row: bytes, width: int, dark_bit: int) -> tuple[int, int, int]:
    """(dark pixels, the first one, the last one) of a row with one bit a pixel."""
    value = int.from_bytes(row, "big") >> (len(row) * 8 - width)
    if not dark_bit:
        value ^= (1 << width) - 1
    if not value:
        return 0, 0, 0
    return value.bit_count(), width - value.bit_length(), width - 1 - ((value & -value).bit_length() - 1)


def _bytes(row: bytes, channels: int) -> tuple[int, int, int]:
    # Of colours the green says how bright they are; a signature is dark in all three.
    seen = row[min(1, channels - 1) if channels > 2 else 0 :: channels].translate(_DARK)
    return seen.count(1), max(0, seen.find(1)), max(0, seen.rfind(1))
