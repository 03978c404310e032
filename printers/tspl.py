"""TSPL for TSC, Rollo and their many relatives. Pure: same label, same bytes.

Their fonts have fixed cells, so a text takes the largest cell that fits. Text with a quotation mark, a
backslash or anything outside printable ASCII is drawn as a picture: no escape sequence has to be trusted
(T2).
"""

from __future__ import annotations

from counter_app.errors import DeviceError
from printers import raster
from printers.labels import Label
from printers.layout import Code128, Element, Qr, Rule, Text, pages
from printers.media import SHIPPING, Media
from printers.text import clean, is_plain

_CELLS = (("1", 8, 12), ("2", 12, 20), ("3", 16, 24), ("4", 24, 32), ("5", 32, 48))
"""Font, width and height of its cells in dots (TSPL/TSPL2 manual, TEXT)."""

COPIES_MAX = 50


def render(label: Label, media: Media = SHIPPING, copies: int = 1) -> bytes:
    """The bytes that print `label` `copies` times on `media`.

    Raises DeviceError `printer.bad_copies` and `printer.bad_barcode`.
    """
    if not 1 <= copies <= COPIES_MAX:
        raise DeviceError("printer.bad_copies", copies=copies)
    made = b""
    for page in pages(label, media):
        made += f"SIZE {_mm(media.width, media)} mm,{_mm(media.height, media)} mm\r\n".encode("ascii")
        made += b"GAP 3 mm,0\r\nDIRECTION 1\r\nCLS\r\n"
        made += b"".join(_element(element) + b"\r\n" for element in page)
        made += f"PRINT 1,{copies}\r\n".encode("ascii")
    return made


def _mm(dots: int, media: Media) -> str:
    return f"{dots * 25.4 / media.dpi:.1f}"


def _element(element: Element) -> bytes:
    match element:
        case Rule(x, y, w, h):
            return f"BAR {x},{y},{w},{h}".encode("ascii")
        case Text():
            return field(element)
        case Code128(x, y, module, height, data):
            # 128M with !104 starts in subset B and stays there, the widths that the layout counted on.
            start = f'BARCODE {x},{y},"128M",{height},0,0,{module},{module},"!104'
            return f'{start}{barcode(data)}"'.encode("ascii")
        case Qr(x, y, module, data):
            return f'QRCODE {x},{y},Q,{module},A,0,"{barcode(data)}"'.encode("ascii")


def field(text: Text) -> bytes:
    """One line of text: in a printer font, or as a picture (in which, on these printers, 1 is white)."""
    line = clean(text.text)
    if is_plain(line) and not set(line) & set('"\\'):
        fitting = [
            (height * scale, font, scale)
            for font, width, height in _CELLS
            for scale in range(1, 11)
            if height * scale <= text.size and width * scale * len(line) <= text.w
        ]
        if fitting:
            _, font, scale = max(fitting)
            return f'TEXT {text.x},{text.y},"{font}",0,{scale},{scale},"{line}"'.encode("ascii")
    drawn = raster.line(line, text.size, text.w, text.h, text.bold)
    head = f"BITMAP {text.x},{text.y},{drawn.stride},{drawn.height},0,"
    return head.encode("ascii") + drawn.inverted()


def barcode(data: str) -> str:
    """The data of a symbol: 1 to 48 printable ASCII characters without quote, backslash or `!`."""
    if not 1 <= len(data) <= 48 or not is_plain(data) or set(data) & set('"\\!'):
        raise DeviceError("printer.bad_barcode", why="holds what a label printer cannot take")
    return data
