"""A scan as PDF: pages written as the JPEGs they are, and what has to be known of a PDF that somebody brings. Pure.

Only what a scan needs: one picture a page, no fonts, no scripts, no words about who made it or when, so that the same
pages are always the same bytes.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator, Sequence

from counter_app.errors import DeviceError
from counter_app.limits import BLOB_MAX_BYTES, PDF_FORMAT

LONG_SIDE_PT = 792
"""Points of the longer side of a page: that of a US letter."""
INFLATED_MOST = 64 * 1024 * 1024
"""Bytes of unpacked objects that are looked through; a file with more is a bomb."""
_ACTIVE = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData)\b")
_STREAM = re.compile(rb"<<(?P<head>[^\x00]{0,2000}?)>>\s*stream\r?\n", re.DOTALL)
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
_TREE = re.compile(rb"/Type\s*/Pages\b")
_COUNT = re.compile(rb"/Count\s+(\d{1,6})\b")


def write_pdf(pages: Sequence[tuple[bytes, int]]) -> bytes:
    """A PDF with one page for each (JPEG, degrees that it is turned clockwise). ValueError without a page.

    DeviceError("picture.damaged") for what is no JPEG.
    """
    if not pages:
        raise ValueError("a PDF has at least one page")
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for jpeg, turn in pages:
        width, height, colours = _measure(jpeg)
        scale = LONG_SIDE_PT / max(width, height)
        wide, high = round(width * scale, 2), round(height * scale, 2)
        page = len(objects) + 1
        kids.append(f"{page} 0 R")
        draw = f"q {wide} 0 0 {high} 0 0 cm /P Do Q".encode()
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {wide} {high}] /Rotate {turn % 360} "
            f"/Resources << /XObject << /P {page + 2} 0 R >> >> /Contents {page + 1} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(draw), draw))
        space = "/DeviceGray" if colours == 1 else "/DeviceRGB"
        objects.append(
            f"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace {space} "
            f"/BitsPerComponent 8 /Filter /DCTDecode /Length {len(jpeg)} >>\nstream\n".encode()
            + jpeg
            + b"\nendstream"
        )
    objects[1] = f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(kids)}] >>".encode()
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    made = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        made += b"%010d 00000 n \n" % place
    made += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(made)


def _measure(jpeg: bytes) -> tuple[int, int, int]:
    """Width, height and the number of colours by the start-of-frame segment."""
    at = 2
    while jpeg.startswith(b"\xff\xd8") and at + 10 <= len(jpeg) and jpeg[at] == 0xFF:
        marker = jpeg[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", jpeg, at + 5)
            if width and height:
                return width, height, jpeg[at + 9]
            break
        at += 2 + struct.unpack_from(">H", jpeg, at + 2)[0]
    raise DeviceError("picture.damaged")


def pages_of_pdf(data: bytes) -> int:
    """How many pages a finished PDF has. It is read only as far as that takes, and drawn by nobody here.

    DeviceError: pages.pdf_damaged, pages.pdf_locked (it asks for a password), pages.pdf_active (it holds scripts or
    other files), pages.too_large.
    """
    if len(data) > BLOB_MAX_BYTES:
        raise DeviceError("pages.too_large", megabytes=len(data) // (1024 * 1024))
    if not data.startswith(PDF_FORMAT) or b"%%EOF" not in data[-2048:]:
        raise DeviceError("pages.pdf_damaged")
    if re.search(rb"/Encrypt\b", data):
        raise DeviceError("pages.pdf_locked")
    parts = [data, *_packed(data)]
    if any(_ACTIVE.search(part) for part in parts):
        raise DeviceError("pages.pdf_active")
    count = max((number for part in parts for number in _counts(part)), default=0)
    count = count or sum(len(_PAGE.findall(part)) for part in parts)
    if not count:
        raise DeviceError("pages.pdf_damaged")
    return count


def _counts(part: bytes) -> Iterator[int]:
    """What the page trees in `part` say that they hold; the root says the most."""
    for found in _TREE.finditer(part):
        start = part.rfind(b"<<", 0, found.start())
        end = part.find(b">>", found.end())
        body = part[max(start, 0) : end if end >= 0 else len(part)]
        yield from (int(one[1]) for one in _COUNT.finditer(body))


def _packed(data: bytes) -> Iterator[bytes]:
    """The streams that hold objects, unpacked."""
    left = INFLATED_MOST
    for found in _STREAM.finditer(data):
        if b"/ObjStm" not in found["head"]:
            continue
        unpacker = zlib.decompressobj()
        try:
            part = unpacker.decompress(data[found.end() :], left)
        except zlib.error as error:
            raise DeviceError("pages.pdf_damaged") from error
        left -= len(part)
        if left <= 0:
            raise DeviceError("pages.too_large", megabytes=INFLATED_MOST // (1024 * 1024))
        yield part
