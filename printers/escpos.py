"""ESC/POS receipts, with python-escpos writing the commands. Pure: same receipt, same bytes.

Printable ASCII goes as text in code page 0; everything else is drawn and goes as a raster picture (`GS v
0`), since the code pages of receipt printers cannot be told from outside. No control byte of a text ever
passes (T2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.values import spoken_mail_id
from counter_app.errors import DeviceError
from printers import raster
from printers.labels import (
    DeliveryLabel,
    EndorsementLabel,
    ItemLabel,
    Label,
    MoneySlip,
    PickupReceipt,
    PullSheet,
    ReturnsManifest,
    ShelfLabel,
    ShelfSlip,
    TestLabel,
)
from printers.layout import RETURN_TO_SENDER, manifest_rows, pull_rows, receipt_rows
from printers.text import clean, clusters, is_plain

if TYPE_CHECKING:
    from escpos.printer import Dummy
    from PIL import Image

COLUMNS = 48
"""Letters on a line of 80 mm paper in font A; 32 on 58 mm."""
_CELL = 12
_LINE = 32
COPIES_MAX = 50


def render(label: Label, columns: int = COLUMNS, copies: int = 1) -> bytes:
    """The bytes that print `label` on receipt paper, `copies` times, each cut off.

    Raises DeviceError `printer.bad_copies` and `printer.bad_media` (columns outside 24 to 64).
    """
    if not 1 <= copies <= COPIES_MAX:
        raise DeviceError("printer.bad_copies", copies=copies)
    if not 24 <= columns <= 64:
        raise DeviceError("printer.bad_media", media=str(columns))
    from escpos.printer import Dummy

    paper = _Paper(Dummy(), columns)
    match label:
        case PickupReceipt() | MoneySlip():
            paper.receipt(label)
        case ItemLabel():
            detail = [
                label.received_on,
                label.carrier,
                "" if label.piece == "1/1" else f"piece {label.piece}",
            ]
            paper.piece(label.mail_id, f"PMB {label.pmb or '-'}", f"Shelf {label.shelf or '-'}", label.name, detail)
        case ShelfSlip():
            first, second = f"Shelf {label.shelf or '-'}", f"PMB {label.pmb or '-'}"
            paper.piece(label.mail_id, first, second, label.name, [label.received_on])
        case ShelfLabel():
            paper.shelf(label)
        case PullSheet():
            paper.pull_sheet(label)
        case DeliveryLabel():
            detail = [label.day, label.courier, label.address]
            paper.piece(label.mail_id, label.piece, f"PMB {label.pmb or '-'}", label.name, detail)
        case EndorsementLabel():
            paper.endorsement(label)
        case ReturnsManifest():
            paper.manifest(label)
        case TestLabel():
            paper.line("Test receipt", big=True)
            for text in (label.store, label.printer, label.when):
                paper.line(text)
    return (b"\x1b@" + paper.finished()) * copies


class _Paper:
    """One strip of paper, written from top to bottom."""

    def __init__(self, out: Dummy, columns: int) -> None:
        self._out = out
        self._columns = columns

    def finished(self) -> bytes:
        self._out.cut()
        return bytes(self._out.output)

    def receipt(self, label: PickupReceipt | MoneySlip) -> None:
        rows = receipt_rows(label)
        for at, (text, amount) in enumerate(rows):
            if at < len(label.store):
                self.line(text, big=at == 0, centred=True)
            elif not text and not amount:
                self.line("")
            elif text == "Total" and amount == label.total:
                self.line("-" * self._columns)
                self.line(text, amount, bold=True)
            else:
                self.line(text, amount)

    def shelf(self, label: ShelfLabel) -> None:
        self.line(label.zone, centred=True)
        self.line(label.code, big=True, centred=True)
        self.line("")
        self._bars(label.code)
        self.line(label.store, centred=True)

    def pull_sheet(self, label: PullSheet) -> None:
        for at, (text, amount) in enumerate(pull_rows(label)):
            self.line(text, amount, big=at == 1, bold=text.startswith("["))

    def manifest(self, label: ReturnsManifest) -> None:
        for at, (text, _) in enumerate(manifest_rows(label)):
            self.line(text, big=at == 0, centred=at < len(label.store))

    def endorsement(self, label: EndorsementLabel) -> None:
        self.line(RETURN_TO_SENDER, big=True, centred=True)
        self.line("")
        self.line(label.words, bold=True)
        self.line("")
        self._bars(label.mail_id)
        self.line("")
        self.line(spoken_mail_id(label.mail_id), big=True, centred=True)
        self.line(" ".join(part for part in (label.store, label.marked_on) if part))

    def piece(self, mail_id: str, first: str, second: str, name: str, detail: list[str]) -> None:
        self.line(first, big=True)
        self.line(second, big=True)
        self.line(name or "-", bold=True)
        self.line(" ".join(part for part in detail if part))
        self.line("")
        self._bars(mail_id)
        self.line("")
        self._out.qr(mail_id, native=True, size=6, ec=2, center=False)
        self.line(spoken_mail_id(mail_id), big=True, centred=True)

    def _bars(self, data: str) -> None:
        # 13 symbols of 11 modules at 2 dots fit on the narrowest paper; {B is subset B.
        self._out.set(align="center", bold=False, normal_textsize=True)
        # Written here, as the library's own routine talks to the terminal.
        self._out._raw(b"\x1dh\x50\x1dw\x02\x1dH\x00\x1dkI" + bytes([len(data) + 2]))
        self._out._raw(b"{B" + field(data).encode("ascii"))

    def line(self, text: str, amount: str = "", big: bool = False, bold: bool = False, centred: bool = False) -> None:
        """One line, broken into more when it is too long; `amount` stands at the right edge of the last."""
        columns = self._columns // 2 if big else self._columns
        self._out.set(
            align="center" if centred else "left",
            bold=bold or big,
            double_width=big,
            double_height=big,
            normal_textsize=not big,
        )
        left, right = clean(text), clean(amount)
        if not is_plain(left + right):
            self._picture(left, right, big, bold or big)
            return
        # An amount longer than two thirds of a line gets a line of its own.
        beside = len(right) + 1 if 0 < len(right) <= columns * 2 // 3 else 0
        parts = _broken(left, columns - beside)
        for part in parts[:-1]:
            self._field(part)
        if beside:
            self._field(parts[-1].ljust(columns - len(right)) + right)
            return
        self._field(parts[-1])
        if right:
            for part in _broken(right, columns):
                self._field(part.rjust(columns))

    def _picture(self, left: str, right: str, big: bool, bold: bool) -> None:
        scale = 2 if big else 1
        room = self._columns * _CELL
        cells = self._columns // scale
        beside = len(clusters(right)) + 1 if 0 < len(clusters(right)) <= cells * 2 // 3 else 0
        parts = _broken(left, cells - beside)
        for part in parts[:-1]:
            self._raster(part, "", room, scale, bold)
        self._raster(parts[-1], right if beside else "", room, scale, bold)
        if right and not beside:
            self._raster("", right, room, scale, bold)

    def _raster(self, left: str, right: str, room: int, scale: int, bold: bool) -> None:
        from PIL import Image

        size, height = 22 * scale, _LINE * scale
        strip = Image.new("1", (room, height), 1)
        amount = raster.line(right, size, room if not left else room * 2 // 3, height, bold) if right else None
        if left:
            rest = room - (amount.width + _CELL if amount else 0)
            strip.paste(_image(raster.line(left, size, rest, height, bold)), (0, 0))
        if amount:
            strip.paste(_image(amount), (room - amount.width, 0))
        bits = strip.point([255 if level == 0 else 0 for level in range(256)]).tobytes()
        stride = (room + 7) // 8
        head = b"\x1dv0\x00" + stride.to_bytes(2, "little") + height.to_bytes(2, "little")
        self._out._raw(head + bits)

    def _field(self, text: str) -> None:
        self._out.text(field(text) + "\n")


def field(text: str) -> str:
    """`text` with everything but printable ASCII taken out: the only way for text into the stream."""
    return "".join(ch for ch in text if " " <= ch <= "~")


def _broken(text: str, columns: int) -> list[str]:
    lines: list[str] = []
    line: list[str] = []
    for word in text.split(" "):
        letters = clusters(word)
        if line and len(line) + 1 + len(letters) > columns:
            lines.append("".join(line))
            line = []
        line += [" ", *letters] if line else letters
        while len(line) > columns:
            lines.append("".join(line[:columns]))
            line = line[columns:]
    return [*lines, "".join(line)]


def _image(drawn: raster.Bitmap) -> Image.Image:
    from PIL import Image

    return Image.frombytes("1", (drawn.width, drawn.height), drawn.inverted())
