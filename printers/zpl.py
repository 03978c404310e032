"""ZPL II for Zebra and everything that speaks it. Pure: same label, same bytes.

Two doors lead into the stream and no third: `field` for text and `barcode` for the data of a symbol. Both
write every character but letters, digits and a few marks as hex (`^FH_`), so that nothing from outside can
be read as a command (T2).
"""

from __future__ import annotations

import string

from counter_app.errors import DeviceError
from printers import raster
from printers.labels import Label
from printers.layout import Code128, Element, Qr, Rule, Text, pages
from printers.media import SHIPPING, Media
from printers.text import clean, is_plain

_SAFE = frozenset(string.ascii_letters + string.digits + " .,-")
_QR_DROP = 10
"""Printers draw a QR code lower by the height of the last `^BY`; we set it to this and aim higher by as
much.
"""

COPIES_MAX = 50


def render(label: Label, media: Media = SHIPPING, copies: int = 1) -> bytes:
    """The bytes that print `label` `copies` times on `media`; ASCII only.

    Raises DeviceError `printer.bad_copies` and, for symbols that cannot be drawn, `printer.bad_barcode`.
    """
    if not 1 <= copies <= COPIES_MAX:
        raise DeviceError("printer.bad_copies", copies=copies)
    made: list[str] = []
    for page in pages(label, media):
        made += ["^XA", "^CI28", f"^PW{media.width}", f"^LL{media.height}", "^LH0,0"]
        made += [_element(element) for element in page]
        made += [f"^PQ{copies}", "^XZ"]
    return ("\n".join(made) + "\n").encode("ascii")


def _element(element: Element) -> str:
    match element:
        case Rule(x, y, w, h):
            # ^GB is a box; with a border as thick as its short side it is a solid bar.
            return f"^FO{x},{y}^GB{w},{h},{min(w, h)}^FS"
        case Text():
            return field(element)
        case Code128(x, y, module, height, data):
            # >: starts in subset B, whose widths the layout has counted on.
            return f"^FO{x},{y}^BY{module},3,{height}^BCN,{height},N,N,N^FH_^FD>:{barcode(data)}^FS"
        case Qr(x, y, module, data):
            return f"^FO{x},{y - _QR_DROP}^BY2,3,{_QR_DROP}^BQN,2,{module}^FH_^FDQA,{barcode(data)}^FS"


def field(text: Text) -> str:
    """One line of text, as printer font 0 when it is printable ASCII, else as a picture."""
    line = clean(text.text)
    if is_plain(line):
        return f"^FO{text.x},{text.y}^A0N,{text.size},{text.size}^FH_^FD{_hex(line)}^FS"
    drawn = raster.line(line, text.size, text.w, text.h, text.bold)
    total = len(drawn.rows)
    return f"^FO{text.x},{text.y}^GFA,{total},{total},{drawn.stride},{drawn.rows.hex().upper()}^FS"


def barcode(data: str) -> str:
    """The data of a symbol: 1 to 48 printable ASCII characters, nothing changed, nothing left out."""
    if not 1 <= len(data) <= 48 or not is_plain(data):
        raise DeviceError("printer.bad_barcode", why="not 1 to 48 printable ASCII characters")
    if ">" in data:
        # Calls a function inside Code 128 data of a Zebra; no Mail ID and no carrier's number has it.
        raise DeviceError("printer.bad_barcode", why="holds a greater-than sign")
    return _hex(data)


def _hex(text: str) -> str:
    return "".join(ch if ch in _SAFE else f"_{ord(ch):02X}" for ch in text)
