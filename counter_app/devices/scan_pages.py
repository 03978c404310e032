"""A side of paper as it came from a scanner, a file or a camera, made into a page: upright, small enough, measured.

Everything from outside is measured by its header before it is decoded, as every picture is (T10).
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.devices.pictures import decode_picture, encode_jpeg
from counter_app.devices.scan_pdf import pages_of_pdf
from counter_app.errors import DeviceError
from counter_app.limits import IMAGE_FORMATS, IMAGE_MAX_BYTES, IMAGE_MAX_PIXELS, PDF_FORMAT

if TYPE_CHECKING:
    from counter_app.devices.pictures import Picture

LONG_SIDE = 2_200
"""Pixels: 200 dots an inch on a US letter, which reads well and weighs little."""
QUALITY = 80
THUMB_SIDE = 220
SIDES_MOST = 500
TIFF_FORMATS = (b"II*\x00", b"MM\x00*")
_EDGE = 0.03
"""So much of each side is not looked at for ink: there a scanner draws its shadow."""
_DARKER = 32
"""By so many of 256 steps a spot is darker than its paper to be ink."""


@dataclass(frozen=True, slots=True)
class Side:
    """A side ready to be kept: JPEG (or a whole PDF), its thumbnail, its ink in hundredths of a percent."""

    data: bytes
    thumb: bytes
    ink: int
    sides: int = 1
    pdf: bool = False


def sides_of(
    data: bytes, moved: Callable[[int, int], None] = lambda done, total: None, stopping: Callable[[], bool] = bool
) -> list[Side]:
    """Every side in a file. `moved(done, total)` after each; DeviceError("act.stopped") soon after `stopping` says so.

    DeviceError: pages.not_readable (no picture, TIFF or PDF), pages.too_large, picture.damaged, picture.too_large, and
    those of `pages_of_pdf`.
    """
    if data.startswith(PDF_FORMAT):
        return [Side(data, b"", 10_000, pages_of_pdf(data), True)]
    if len(data) > IMAGE_MAX_BYTES:
        raise DeviceError("pages.too_large", megabytes=len(data) // (1024 * 1024))
    if data.startswith(IMAGE_FORMATS):
        side = made(decode_picture(data))
        moved(1, 1)
        return [side]
    if data.startswith(TIFF_FORMATS):
        return _tiff_sides(data, moved, stopping)
    raise DeviceError("pages.not_readable")


def made(image: Picture) -> Side:
    """A decoded picture as a side."""
    fitted = _fitted(image, LONG_SIDE)
    return Side(encode_jpeg(fitted, QUALITY), encode_jpeg(_fitted(fitted, THUMB_SIDE), 70), ink_of(fitted))


def thumb_of(jpeg: bytes) -> bytes:
    """The thumbnail of a kept page."""
    return encode_jpeg(_fitted(decode_picture(jpeg), THUMB_SIDE), 70)


def smaller(jpeg: bytes, long_side: int, quality: int, grey: bool) -> bytes:
    """The page once more in fewer bytes."""
    import cv2

    image = _fitted(decode_picture(jpeg), long_side)
    if grey:
        image = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY).astype("uint8")
    return encode_jpeg(image, quality)


def ink_of(image: Picture) -> int:
    """How much of the sheet is ink, in hundredths of a percent: spots clearly darker than the paper around them.

    The paper is taken from the sheet itself, so that grey or yellow paper and a shadow in a corner are no ink.
    """
    import cv2

    grey = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    small = _fitted(grey.astype("uint8"), 1_100)
    high, wide = small.shape[:2]
    top, left = int(high * _EDGE), int(wide * _EDGE)
    sheet = small[top : high - top or high, left : wide - left or wide]
    around = max(31, min(sheet.shape[:2]) // 8 | 1)
    paper = cv2.medianBlur(sheet, min(around, 255))
    darker = cv2.subtract(paper, sheet) > _DARKER
    dark = sheet < 64  # a large filled area is its own surroundings
    return round(float((darker | dark).mean()) * 10_000)


def _fitted(image: Picture, long_side: int) -> Picture:
    import cv2

    high, wide = image.shape[:2]
    scale = long_side / max(high, wide)
    if scale >= 1:
        return image
    size = (max(1, round(wide * scale)), max(1, round(high * scale)))
    return cv2.resize(image, size, interpolation=cv2.INTER_AREA).astype("uint8", copy=False)


def _tiff_sides(data: bytes, moved: Callable[[int, int], None], stopping: Callable[[], bool]) -> list[Side]:
    import cv2
    import numpy as np

    total = tiff_pages(data)
    raw = np.frombuffer(data, np.uint8)
    found = []
    for number in range(total):
        if stopping():
            raise DeviceError("act.stopped")
        try:
            done, images = cv2.imdecodemulti(raw, cv2.IMREAD_COLOR, range=(number, number + 1))
        except cv2.error as error:
            raise DeviceError("picture.damaged") from error
        if not done or len(images) != 1:
            raise DeviceError("picture.damaged")
        found.append(made(images[0].astype("uint8", copy=False)))
        moved(number + 1, total)
    return found


def tiff_pages(data: bytes) -> int:
    """How many pictures a TIFF holds, each measured by its directory. DeviceError picture.damaged, picture.too_large,
    pages.too_many."""
    order = "<" if data[:2] == b"II" else ">"
    count, seen = 0, set()
    try:
        (at,) = struct.unpack_from(order + "I", data, 4)
        while at:
            if at in seen:
                raise DeviceError("picture.damaged")
            seen.add(at)
            if _tiff_pixels(data, order, at) > IMAGE_MAX_PIXELS:
                raise DeviceError("picture.too_large")
            count += 1
            if count > SIDES_MOST:
                raise DeviceError("pages.too_many", most=SIDES_MOST)
            (entries,) = struct.unpack_from(order + "H", data, at)
            (at,) = struct.unpack_from(order + "I", data, at + 2 + 12 * entries)
    except struct.error as error:
        raise DeviceError("picture.damaged") from error
    if not count:
        raise DeviceError("picture.damaged")
    return count


def _tiff_pixels(data: bytes, order: str, at: int) -> int:
    (entries,) = struct.unpack_from(order + "H", data, at)
    size = {}
    for entry in range(entries):
        tag, typ = struct.unpack_from(order + "HH", data, at + 2 + 12 * entry)
        if tag in (256, 257):
            (size[tag],) = struct.unpack_from(order + ("H" if typ == 3 else "I"), data, at + 10 + 12 * entry)
    if not size.get(256) or not size.get(257):
        raise DeviceError("picture.damaged")
    return int(size[256] * size[257])
