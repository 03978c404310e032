"""Pictures from outside: JPEG and PNG only, measured before they are decoded (security rule T10)."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from counter_app.errors import DeviceError
from counter_app.limits import IMAGE_FORMATS, IMAGE_MAX_BYTES, IMAGE_MAX_PIXELS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]
    """Grey (height, width) or BGR (height, width, 3)."""

_JPEG, _PNG = IMAGE_FORMATS
_JPEG_SCANS_MAX = 100
"""A progressive JPEG has some ten scans; thousands of empty ones make a small file take minutes."""


def decode_picture(data: bytes) -> Picture:
    """The picture in `data` as BGR, turned upright where the file says how it was held.

    Raises DeviceError: picture.not_a_picture (neither JPEG nor PNG), picture.too_large (more than
    IMAGE_MAX_BYTES, or IMAGE_MAX_PIXELS by its header), picture.damaged (cut, broken, or not what its header
    says), camera.no_driver without OpenCV.
    """
    width, height = picture_size(data)
    try:
        import cv2
        import numpy as np
    except ImportError as error:
        raise DeviceError("camera.no_driver", library="opencv") from error
    try:
        image = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    except cv2.error as error:
        raise DeviceError("picture.damaged") from error
    if image is None or sorted(image.shape[:2]) != sorted((width, height)):
        raise DeviceError("picture.damaged")
    return image.astype(np.uint8, copy=False)


def picture_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels by the header alone; refuses as `decode_picture` does. Decodes nothing."""
    if len(data) > IMAGE_MAX_BYTES:
        raise DeviceError("picture.too_large", megabytes=len(data) // (1024 * 1024))
    if data.startswith(_PNG):
        width, height = _png_size(data)
    elif data.startswith(_JPEG):
        width, height = _jpeg_size(data)
    else:
        raise DeviceError("picture.not_a_picture")
    if width * height > IMAGE_MAX_PIXELS:
        raise DeviceError("picture.too_large", width=width, height=height)
    if not width or not height:
        raise DeviceError("picture.damaged")
    return width, height


def _png_size(data: bytes) -> tuple[int, int]:
    """IHDR's size, after a walk over every chunk up to IEND: OpenCV shows half a PNG without a word."""
    if data[12:16] != b"IHDR" or len(data) < 33:
        raise DeviceError("picture.damaged")
    width, height = struct.unpack_from(">II", data, 16)
    if width * height > IMAGE_MAX_PIXELS:
        return width, height
    at = 8
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, end = data[at + 4 : at + 8], at + 8 + length
        if end + 4 > len(data):
            break
        if zlib.crc32(data[at + 4 : end]) != struct.unpack_from(">I", data, end)[0]:
            break
        if kind == b"IEND":
            return width, height
        at = end + 4
    raise DeviceError("picture.damaged")


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """The size in the start-of-frame segment; also wants an end of image after the last scan."""
    at, size = 2, None
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            break
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            if size is not None or at + 9 > len(data):
                break
            height, width = struct.unpack_from(">HH", data, at + 5)
            size = (width, height)
        if marker == 0xDA:
            if size is None or data.count(b"\xff\xda", at) > _JPEG_SCANS_MAX:
                break
            if data.rfind(b"\xff\xd9") < data.rfind(b"\xff\xda"):
                break
            return size
        if length < 2:
            break
        at += 2 + length
    raise DeviceError("picture.damaged")


def encode_jpeg(image: Picture, quality: int = 90) -> bytes:
    """`image` as JPEG bytes; DeviceError picture.damaged when it cannot be encoded."""
    import cv2

    try:
        done, encoded = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])
    except cv2.error as error:
        raise DeviceError("picture.damaged") from error
    if not done:
        raise DeviceError("picture.damaged")
    return encoded.tobytes()
