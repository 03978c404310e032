"""Barcodes in pictures: zxing-cpp, with a chain of retries for what tilt, blur and noise hide from it.

Measured: a licence's PDF417 is lost beyond 2 to 3 degrees of tilt and found to 15 and more once its region is
turned upright (15 to 50 ms). Text mode is Plain, because the default mode puts parentheses into GS1 data.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from counter_app.devices import aim
from counter_app.devices.pictures import decode_picture, picture_size
from counter_app.errors import DeviceError
from counter_app.ports import RawScan

if TYPE_CHECKING:
    from counter_app.devices.pictures import Picture

__all__ = ["decode_picture", "glance", "picture_size", "read"]

BUDGET_S = 0.3
_ENLARGED_MAX = 1_000_000
"""Pixels of a region that is worth enlarging: in a larger one a module is wide enough already."""

_NAMES = {
    "Code128": "code128",
    "Code39": "code39",
    "Code93": "code93",
    "ITF": "itf",
    "Codabar": "codabar",
    "EAN13": "ean13",
    "EAN8": "ean8",
    "UPCA": "upca",
    "UPCE": "upce",
    "DataBar": "databar",
    "PDF417": "pdf417",
    "QRCode": "qr",
    "MicroQRCode": "qr",
    "DataMatrix": "datamatrix",
    "Aztec": "aztec",
    "MaxiCode": "maxicode",
}
"""What parcels, licences and our own labels carry. Other formats only add false finds in a noisy picture."""


def read(image: Picture, at_ms: int = 0, source: str = "", budget_s: float = BUDGET_S) -> list[RawScan]:
    """All symbols in a grey or BGR picture, [] when there are none; text and data keep GS (0x1D).

    After a plain look, and while `budget_s` lasts, regions that look like a symbol nobody has read yet are
    turned upright, then enlarged; if there is still nothing: the picture denoised, turned by 45 degrees, and
    a second opinion from zbar where that is installed. DeviceError picture.not_a_picture for another array,
    camera.no_driver without zxing-cpp.
    """
    deadline = time.monotonic() + budget_s
    grey = _grey(image)
    if not grey.size:
        return []
    finds = _Finds(at_ms, source)
    finds.add(_zxing(grey))
    for centre, region in _regions(grey, finds):
        if time.monotonic() > deadline:
            return finds.scans
        found = _zxing(region)
        if not found and region.size < _ENLARGED_MAX and time.monotonic() <= deadline:
            found = _zxing(_larger(region))
        if finds.add(found, placed=False):
            finds.places.append(centre)
    for attempt in _ATTEMPTS:
        if finds.scans or time.monotonic() > deadline:
            break
        finds.add(_zxing(attempt(grey)), placed=False)
    if not finds.scans and time.monotonic() <= deadline:
        finds.scans += _zbar(grey, at_ms, source)
    return finds.scans


def glance(image: Picture, at_ms: int = 0, source: str = "") -> list[RawScan]:
    """As `read`, one quick look: upright symbols only, no retries. For frames of a running camera."""
    grey = _grey(image)
    finds = _Finds(at_ms, source)
    if grey.size:
        finds.add(_zxing(grey, thorough=False))
    return finds.scans


class _Finds:
    """What was found so far, each symbol once, and where it lies in the whole picture."""

    def __init__(self, at_ms: int, source: str) -> None:
        self.scans: list[RawScan] = []
        self.places: list[tuple[float, float]] = []
        self._at_ms, self._source = at_ms, source

    def add(self, symbols: list[Any], placed: bool = True) -> bool:
        for symbol in symbols:
            data = bytes(symbol.bytes)
            # GS1 is told by the identifier, every other symbology by the format.
            symbology = aim.WITH_MODIFIER.get(symbol.symbology_identifier) or _NAMES.get(symbol.format.name, "")
            scan = RawScan(data, symbol.text, symbology, self._at_ms, self._source)
            if scan not in self.scans:
                self.scans.append(scan)
            if placed:
                corners = (symbol.position.top_left, symbol.position.bottom_right)
                self.places.append((sum(c.x for c in corners) / 2, sum(c.y for c in corners) / 2))
        return bool(symbols)


def _grey(image: Picture) -> Picture:
    import numpy as np

    if not isinstance(image, np.ndarray) or image.dtype != np.uint8 or image.ndim not in (2, 3):
        raise DeviceError("picture.not_a_picture")
    if image.ndim == 3:
        if image.shape[2] not in (1, 3, 4):
            raise DeviceError("picture.not_a_picture")
        # Rec. 601 luma in whole numbers, as a grey camera would see it.
        image = (
            image[:, :, 0]
            if image.shape[2] == 1
            else (
                (
                    image[:, :, 0].astype(np.uint16) * 29
                    + image[:, :, 1] * np.uint16(150)
                    + image[:, :, 2] * np.uint16(77)
                )
                >> 8
            ).astype(np.uint8)
        )
    return np.ascontiguousarray(image)


@cache
def _formats() -> Any:
    import zxingcpp

    formats = [getattr(zxingcpp.BarcodeFormat, name) for name in _NAMES]
    return zxingcpp.BarcodeFormats(formats)


def _zxing(grey: Picture, thorough: bool = True) -> list[Any]:
    try:
        import zxingcpp
    except ImportError as error:
        raise DeviceError("camera.no_driver", library="zxing-cpp") from error
    found = zxingcpp.read_barcodes(
        grey,
        formats=_formats(),
        try_rotate=thorough,
        try_downscale=thorough,
        try_invert=thorough,
        text_mode=zxingcpp.TextMode.Plain,
    )
    return [symbol for symbol in found if symbol.valid and symbol.bytes]


def _regions(grey: Picture, finds: _Finds) -> Iterator[tuple[tuple[float, float], Picture]]:
    """Regions full of parallel bars that hold no symbol found so far: centre, and the region turned upright.

    The largest first.
    """
    try:
        import cv2
        import numpy as np
    except ImportError:
        return
    # The search is done small: bars are wide compared with a pixel, and it costs a quarter or less.
    shrink = max(1.0, max(grey.shape) / 1000)
    small = cv2.resize(grey, None, fx=1 / shrink, fy=1 / shrink, interpolation=cv2.INTER_AREA)
    across = np.abs(cv2.Sobel(small, cv2.CV_16S, 1, 0, ksize=3))
    down = np.abs(cv2.Sobel(small, cv2.CV_16S, 0, 1, ksize=3))
    rectangles = []
    for strength in (across - down, down - across, (across + down) // 2):
        bars = cv2.blur(np.clip(strength, 0, 255).astype(np.uint8), (7, 7))
        _, mask = cv2.threshold(bars, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
        mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
        mask = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((9, 9), np.uint8))
        outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        for outline in outlines:
            (cx, cy), (width, height), angle = cv2.minAreaRect(outline)
            if min(width, height) < 20 or width * height < small.size * 0.004:
                continue
            if cv2.contourArea(outline) < 0.5 * width * height:
                continue
            if width < height:
                width, height, angle = height, width, angle + 90
            rectangles.append((width * height, (cx, cy), (width, height), angle, outline))
    rectangles.sort(key=lambda r: -r[0])
    for _, (cx, cy), (width, height), angle, outline in rectangles[:6]:
        if any(cv2.pointPolygonTest(outline, (x / shrink, y / shrink), False) >= 0 for x, y in finds.places):
            continue
        margin = 24.0
        out_w, out_h = int(width * shrink * 1.06 + 2 * margin), int(height * shrink * 1.1 + 2 * margin)
        turn = cv2.getRotationMatrix2D((cx * shrink, cy * shrink), angle, 1.0)
        turn[0, 2] += out_w / 2 - cx * shrink
        turn[1, 2] += out_h / 2 - cy * shrink
        upright = cv2.warpAffine(grey, turn, (out_w, out_h), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
        yield (cx * shrink, cy * shrink), upright.astype(np.uint8, copy=False)


def _larger(region: Picture) -> Picture:
    import cv2
    import numpy as np

    return cv2.resize(region, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC).astype(np.uint8, copy=False)


def _denoised(grey: Picture) -> Picture:
    import cv2
    import numpy as np

    return cv2.GaussianBlur(grey, (3, 3), 0).astype(np.uint8, copy=False)


def _turned(grey: Picture) -> Picture:
    """By 45 degrees: 1D symbols are read to some 25 degrees of tilt and from 65 on, and not in between."""
    import cv2
    import numpy as np

    height, width = grey.shape
    side = int((height + width) * 0.7072) + 2
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), 45, 1.0)
    turn[:, 2] += (side - width) / 2, (side - height) / 2
    return cv2.warpAffine(grey, turn, (side, side), flags=cv2.INTER_LINEAR, borderValue=255).astype(
        np.uint8, copy=False
    )


_ATTEMPTS: tuple[Callable[[Picture], Picture], ...] = (_denoised, _turned)

_ZBAR_NAMES = {
    "CODE128": "code128",
    "CODE39": "code39",
    "CODE93": "code93",
    "I25": "itf",
    "CODABAR": "codabar",
    "EAN13": "ean13",
    "EAN8": "ean8",
    "UPCA": "upca",
    "UPCE": "upce",
    "DATABAR": "databar",
    "QRCODE": "qr",
}


@cache
def _zbar_decoder() -> Any:
    """pyzbar's decode, None where its zbar library is not installed. Cached: the search for it is slow."""
    try:
        from pyzbar.pyzbar import decode
    except (ImportError, OSError):
        return None
    return decode


def _zbar(grey: Picture, at_ms: int, source: str) -> list[RawScan]:
    decode = _zbar_decoder()
    if decode is None:
        return []
    try:
        symbols = decode(grey)
    except ValueError:
        # pyzbar 0.1.9 with zbar 0.23 raises on some pictures; a second opinion may keep silent.
        return []
    return [
        RawScan(bytes(s.data), s.data.decode("utf-8", "replace"), _ZBAR_NAMES[s.type], at_ms, source)
        for s in symbols
        if s.type in _ZBAR_NAMES and s.data
    ]
