"""A label as a picture, drawn from its own print bytes: what the clerk sees before paper, what a check can
decode.

Knows the ZPL that `printers.zpl` writes and nothing else. Bars and squares are drawn dot by dot.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from counter_app.errors import DeviceError
from printers import raster
from printers.code128 import modules
from printers.readers import unhex, zpl_commands, zpl_labels

if TYPE_CHECKING:
    from PIL.Image import Image


def png(data: bytes, page: int = 0) -> bytes:
    """The label number `page` in `data` (our own ZPL) as a PNG, one pixel per dot.

    Raises DeviceError `printer.unreadable` for bytes that are not ours or have no such page.
    """
    out = io.BytesIO()
    picture(data, page).save(out, "PNG")
    return out.getvalue()


def picture(data: bytes, page: int = 0) -> Image:
    """The same as a 1-bit Pillow picture, 0 is ink."""
    from PIL import Image

    labels = zpl_labels(data)
    if not 0 <= page < len(labels):
        raise DeviceError("printer.unreadable", language="zpl", why="no such page")
    # In this picture ink is 255; it is turned over at the end.
    canvas = Image.new("L", (1, 1), 0)
    width = x = y = size = module = height = magnification = 0
    symbol = ""
    for command in zpl_commands(labels[page]):
        rest = command.text
        numbers = [int(part) for part in rest.split(",") if part.isdigit()]
        match command.name:
            case "PW":
                width = numbers[0]
            case "LL":
                canvas = Image.new("L", (width, numbers[0]), 0)
            case "FO":
                x, y = numbers
            case "A0":
                size, symbol = numbers[0], "text"
            case "BY":
                module, height = numbers[0], numbers[2]
            case "BC":
                height, symbol = numbers[0], "code128"
            case "BQ":
                magnification, symbol = numbers[1], "qr"
            case "GB":
                canvas.paste(255, (x, y, x + numbers[0], y + numbers[1]))
            case "GF":
                stride, rows = numbers[2], bytes.fromhex(rest.rsplit(",", 1)[1])
                part = Image.frombytes("1", (stride * 8, len(rows) // stride), rows)
                canvas.paste(255, (x, y), part)
            case "FD":
                drawn = unhex(rest)
                if symbol == "text":
                    _write(canvas, x, y, size, drawn)
                elif symbol == "code128":
                    _bars(canvas, x, y, module, height, drawn.removeprefix(">:"))
                else:
                    # As the printers do: lower by the height of the last ^BY.
                    _squares(canvas, x, y + height, magnification, drawn.removeprefix("QA,"))
    return canvas.point([255 - level for level in range(256)]).convert("1")


def _write(canvas: Image, x: int, y: int, size: int, text: str) -> None:
    from PIL import Image

    drawn = raster.line(text, size, max(1, canvas.width - x), -(-size * 12 // 10))
    part = Image.frombytes("1", (drawn.width, drawn.height), drawn.rows)
    # Font 0 of the printers is narrower than ours.
    part = part.resize((max(1, part.width * 85 // 100), part.height))
    canvas.paste(255, (x, y), part)


def _bars(canvas: Image, x: int, y: int, module: int, height: int, data: str) -> None:
    for at, bar in enumerate(modules(data)):
        if bar:
            canvas.paste(255, (x + at * module, y, x + (at + 1) * module, y + height))


def _squares(canvas: Image, x: int, y: int, module: int, data: str) -> None:
    import qrcode  # type: ignore[import-untyped]
    from qrcode.constants import ERROR_CORRECT_Q  # type: ignore[import-untyped]

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_Q, border=0)
    code.add_data(data)
    for row, squares in enumerate(code.get_matrix()):
        for column, dark in enumerate(squares):
            if dark:
                left, top = x + column * module, y + row * module
                canvas.paste(255, (left, top, left + module, top + module))
