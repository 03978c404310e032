"""The addresses of printers in the settings: what they mean, said clearly when they mean nothing.

tcp://192.168.1.40:9100?language=zpl&media=4x6      file:/var/labels
tcp://[fe80::1]?language=escpos&columns=48          cups:Zebra_GK420d
tcp://10.0.0.7?language=tspl&confirm=no             windows:ZDesigner GK420d
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl, urlsplit

from counter_app.errors import DeviceError
from printers import escpos, tspl, zpl
from printers.labels import Label
from printers.media import SHIPPING, Media, media_named

Scheme = Literal["tcp", "file", "cups", "windows"]
Language = Literal["zpl", "tspl", "escpos"]
_SCHEMES: dict[str, Scheme] = {"tcp": "tcp", "file": "file", "cups": "cups", "windows": "windows"}
_LANGUAGES: dict[str, Language] = {"zpl": "zpl", "tspl": "tspl", "escpos": "escpos"}
_QUEUE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,126}", re.ASCII)
_HOST = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,252}|[0-9A-Fa-f:.]{2,45}(?:%[A-Za-z0-9]{1,16})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PrinterAddress:
    """Where a printer is and what it speaks.

    `target` is a host, a folder, a queue or a Windows printer name, by `scheme`. With `confirm` a job
    counts as done only when the printer said so; without it a clean end of the conversation is enough (for
    printers that never answer).
    """

    scheme: Scheme
    target: str
    port: int = 9100
    language: Language = "zpl"
    media: Media = SHIPPING
    columns: int = escpos.COLUMNS
    confirm: bool = True

    def render(self, label: Label, copies: int = 1) -> bytes:
        """`label` in this printer's language, for its stock."""
        match self.language:
            case "zpl":
                return zpl.render(label, self.media, copies)
            case "tspl":
                return tspl.render(label, self.media, copies)
            case "escpos":
                return escpos.render(label, self.columns, copies)


def parse_address(text: str) -> PrinterAddress:
    """The printer that `text` names. Raises DeviceError `printer.bad_address` with the reason in `why`."""
    if not text.isprintable() or len(text) > 500:
        raise _bad(text, "not one line of text")
    head, colon, rest = text.partition(":")
    scheme = _SCHEMES.get(head)
    if not colon or scheme is None:
        raise _bad(text, "begins with none of tcp:, file:, cups:, windows:")
    target, _, query = rest.rpartition("?") if "?" in rest else (rest, "", "")
    options = _options(text, query)
    port = 9100
    if scheme == "tcp":
        target, port = _host(text, target)
    elif scheme == "cups":
        if _QUEUE.fullmatch(target) is None:
            raise _bad(text, "not the name of a queue")
    elif not target.strip():
        raise _bad(text, "names no folder" if scheme == "file" else "names no printer")
    language = _LANGUAGES.get(options.get("language", "zpl"))
    if language is None:
        raise _bad(text, "language is zpl, tspl or escpos")
    columns = options.get("columns", str(escpos.COLUMNS))
    if columns not in {str(count) for count in range(24, 65)}:
        raise _bad(text, "columns are 24 to 64")
    confirm = options.get("confirm", "yes")
    if confirm not in ("yes", "no"):
        raise _bad(text, "confirm is yes or no")
    media = media_named(options["media"]) if "media" in options else SHIPPING
    return PrinterAddress(scheme, target, port, language, media, int(columns), confirm == "yes")


def _options(text: str, query: str) -> dict[str, str]:
    try:
        pairs = parse_qsl(query, keep_blank_values=True, strict_parsing=True) if query else []
    except ValueError:
        raise _bad(text, "options are name=value, with & between them") from None
    options = dict(pairs)
    if len(options) != len(pairs):
        raise _bad(text, "an option stands twice")
    for name in options:
        if name not in ("language", "media", "columns", "confirm"):
            raise _bad(text, f"no option is called {name}")
    return options


def _host(text: str, target: str) -> tuple[str, int]:
    try:
        parts = urlsplit("tcp:" + target)
        host, port = parts.hostname or "", parts.port or 9100
    except ValueError:
        raise _bad(text, "not a host and a port") from None
    if parts.path or parts.username is not None or _HOST.fullmatch(host) is None:
        raise _bad(text, "not tcp://host:port")
    return host, port


def _bad(text: str, why: str) -> DeviceError:
    return DeviceError("printer.bad_address", address=text, why=why)
