"""Reads our own print bytes back into commands, strictly: for simulators, for the preview and for tests.

Only what the modules of this package write is known here. Anything else is DeviceError
`printer.unreadable`, so that bytes which a printer might take for a command can never pass unseen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from counter_app.errors import DeviceError


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name as the language writes it, and what follows (text or binary)."""

    name: str
    data: bytes = b""

    @property
    def text(self) -> str:
        return self.data.decode("ascii")


def _unreadable(language: str, why: str) -> DeviceError:
    return DeviceError("printer.unreadable", language=language, why=why)


_NUMBERS = r"\d{1,5}"
_ZPL = {
    "XA": r"",
    "XZ": r"",
    "CI": r"28",
    "PW": _NUMBERS,
    "LL": _NUMBERS,
    "LH": r"0,0",
    "PQ": r"\d{1,2}",
    "FO": rf"{_NUMBERS},{_NUMBERS}",
    "FS": r"",
    "FH": r"_",
    "FD": r"(?:[A-Za-z0-9 .,>:-]|_[0-9A-F]{2})+",
    "A0": rf"N,{_NUMBERS},{_NUMBERS}",
    "BY": rf"\d{{1,2}},3,{_NUMBERS}",
    "BC": rf"N,{_NUMBERS},N,N,N",
    "BQ": r"N,2,\d{1,2}",
    "GB": rf"{_NUMBERS},{_NUMBERS},{_NUMBERS}",
    "GF": rf"A,{_NUMBERS},{_NUMBERS},{_NUMBERS},[0-9A-F]+",
}


def zpl_commands(data: bytes) -> list[Command]:
    """The commands of our own ZPL, in order. `~` commands are not ours and therefore refused."""
    text = data.decode("latin-1")
    if not text.startswith("^"):
        raise _unreadable("zpl", "does not begin with a command")
    found: list[Command] = []
    for part in text[1:].split("^"):
        name, rest = part[:2], part[2:].removesuffix("\n")
        shape = _ZPL.get(name)
        if shape is None or re.fullmatch(shape, rest, re.ASCII) is None:
            raise _unreadable("zpl", f"^{name[:2]!r}")
        found.append(Command(name, rest.encode("ascii")))
    return found


def zpl_labels(data: bytes) -> list[bytes]:
    """`data` cut into labels, each from `^XA` through `^XZ`; what stands between them is dropped."""
    return re.findall(rb"\^XA.*?\^XZ", data, re.DOTALL)


def unhex(data: str) -> str:
    """The text of a `^FD` after `^FH_`."""
    return re.sub(r"_([0-9A-F]{2})", lambda found: chr(int(found[1], 16)), data)


_FIXED = {
    b"\x1b@": 0,
    b"\x1b!": 1,
    b"\x1bE": 1,
    b"\x1ba": 1,
    b"\x1bt": 1,
    b"\x1bd": 1,
    b"\x1dh": 1,
    b"\x1dw": 1,
    b"\x1df": 1,
    b"\x1dH": 1,
    b"\x1dr": 1,
    b"\x10\x04": 1,
}
_PRINTABLE = re.compile(rb"[ -~]+")


def next_escpos(data: bytes) -> tuple[Command, int] | None:
    """The first ESC/POS command of `data` and its length in bytes; None while it is not complete.

    Printable text is a command named "text", a line feed one named "LF".
    """
    if not data:
        return None
    printable = _PRINTABLE.match(data)
    if printable:
        return Command("text", printable[0]), printable.end()
    if data[:1] == b"\n":
        return Command("LF"), 1
    head = data[:2]
    if len(head) < 2:
        if head in (b"\x1b", b"\x1d", b"\x10"):
            return None
        raise _unreadable("escpos", head.hex())
    length = _length(head, data)
    if length is None or len(data) < length:
        return None
    return Command(_NAMES.get(head[:1], "") + head[1:].decode("latin-1"), data[2:length]), length


_NAMES = {b"\x1b": "ESC ", b"\x1d": "GS ", b"\x10": "DLE "}


def _length(head: bytes, data: bytes) -> int | None:
    if head in _FIXED:
        return 2 + _FIXED[head]
    if head == b"\x1dV":
        return None if len(data) < 3 else 3 if data[2] in (0, 1, 48, 49) else 4
    if head == b"\x1dk":
        if len(data) < 4:
            return None
        if data[2] != 73:
            raise _unreadable("escpos", "barcode")
        return 4 + data[3]
    if head == b"\x1d(":
        return None if len(data) < 5 else 5 + data[3] + 256 * data[4]
    if head == b"\x1dv":
        if len(data) < 8:
            return None
        return 8 + (data[4] + 256 * data[5]) * (data[6] + 256 * data[7])
    raise _unreadable("escpos", head.hex())


def escpos_commands(data: bytes) -> list[Command]:
    """The commands of our own ESC/POS, in order."""
    found: list[Command] = []
    while data:
        step = next_escpos(data)
        if step is None:
            raise _unreadable("escpos", "ends inside a command")
        found.append(step[0])
        data = data[step[1] :]
    return found


_TSPL_LINE = re.compile(
    rb"SIZE [\d.]+ mm,[\d.]+ mm|GAP 3 mm,0|DIRECTION 1|CLS|PRINT 1,\d{1,2}"
    rb'|TEXT \d+,\d+,"[1-5]",0,\d{1,2},\d{1,2},"[^"\\\x00-\x1f\x7f-\xff]*"'
    rb'|BARCODE \d+,\d+,"128M",\d+,0,0,\d+,\d+,"[^"\\\x00-\x1f\x7f-\xff]*"'
    rb'|QRCODE \d+,\d+,Q,\d+,A,0,"[^"\\\x00-\x1f\x7f-\xff]*"|BAR \d+,\d+,\d+,\d+'
)


def tspl_commands(data: bytes) -> list[Command]:
    """The commands of our own TSPL, in order; pictures as `BITMAP` with their rows as data."""
    found: list[Command] = []
    while data:
        picture = re.match(rb"BITMAP \d+,\d+,(\d+),(\d+),0,", data)
        if picture:
            end = picture.end() + int(picture[1]) * int(picture[2])
            found.append(Command("BITMAP", data[picture.end() : end]))
        else:
            line = _TSPL_LINE.match(data)
            if line is None:
                raise _unreadable("tspl", repr(data[:20]))
            end = line.end()
            name, _, rest = line[0].partition(b" ")
            found.append(Command(name.decode("ascii"), rest))
        if data[end : end + 2] != b"\r\n":
            raise _unreadable("tspl", "line does not end")
        data = data[end + 2 :]
    return found
