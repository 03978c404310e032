"""Where a device is: the addresses of config.toml, read once into frozen values.

    serial:/dev/ttyUSB0?baud=9600&protocol=toledo8217&unit=lb     serial:COM5?suffix=cr
    serial:usb:0403:6001:A50285BI?protocol=nci                    by vendor, product and serial number
    socket://127.0.0.1:4001?protocol=toledo8217&unit=kg           a device server, or a simulator
    hid:0922:8003   hid:0922:8003:SERIAL   hid:any                scale or HID-POS scanner
    watch:/path                                                   the folder of a document scanner
    folder:/path   video:/file   camera:0                         pictures; `?scan=on` reads barcodes off them

A USB device is best named by vendor, product and serial number: a port's name changes when a cable moves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from counter_app.errors import DeviceError

ROLES = ("scanner", "scale", "camera", "pages")
PROTOCOLS = ("toledo8217", "nci")
UNITS = ("lb", "kg")
SUFFIXES = ("cr", "crlf", "none", "stx")

_FRAMING = re.compile(r"[78][NEO][12]")
_USB = re.compile(r"usb:([0-9a-fA-F]{4}):([0-9a-fA-F]{4})(?::(.+))?")
_HID = re.compile(r"hid:(?:any|([0-9a-fA-F]{4}):([0-9a-fA-F]{4})(?::(.+))?)")


@dataclass(frozen=True, slots=True)
class SerialAddress:
    """A serial port, or a socket that stands for one.

    `port` is what pyserial opens ("" when the port is looked for by `vendor`, `product`, `serial`).
    `framing` "" means the usual one of the protocol; `unit` is what a scale is set to when its replies
    do not say ("lb", "kg"); `suffix` is how a scanner ends a scan; `gap_ms` is the silence that ends one.
    """

    port: str
    vendor: int = 0
    product: int = 0
    serial: str = ""
    location: str = ""
    baud: int = 9600
    framing: str = ""
    protocol: str = ""
    unit: str = ""
    suffix: str = "cr"
    gap_ms: int = 50


@dataclass(frozen=True, slots=True)
class HidAddress:
    """A HID scale or scanner; vendor 0 means: the only one of its usage page."""

    vendor: int = 0
    product: int = 0
    serial: str = ""


@dataclass(frozen=True, slots=True)
class CameraAddress:
    """Where pictures come from. `kind`: folder, video, camera. `scan`: read barcodes off every few frames."""

    kind: str
    where: str
    scan: bool = False


@dataclass(frozen=True, slots=True)
class WatchAddress:
    """A folder into which a document scanner writes its files."""

    folder: str


Address = SerialAddress | HidAddress | CameraAddress | WatchAddress


def parse(role: str, text: str) -> Address:
    """The frozen address of `text` for a device of `role` (scanner, scale, camera, pages).

    Raises DeviceError: device.role_unknown, device.address_unknown (facts: address, why).
    """
    if role not in ROLES:
        raise DeviceError("device.role_unknown", role=role)
    body, _, query = text.partition("?")
    if role == "pages":
        # A folder's name may hold any sign, a question mark too.
        if not text.startswith("watch:") or len(text) == len("watch:"):
            raise _unknown(text, "kind")
        return WatchAddress(text.removeprefix("watch:"))
    options = _options(text, query)
    if body.startswith(("serial:", "socket://")) and role != "camera":
        address: Address = _serial(role, text, body, options)
    elif (hid := _HID.fullmatch(body)) and role != "camera":
        vendor, product, serial = hid.groups()
        address = HidAddress(int(vendor or "0", 16), int(product or "0", 16), serial or "")
    elif body.startswith(("folder:", "video:", "camera:")) and role != "scale":
        kind, _, where = body.partition(":")
        if not where or (kind == "camera" and not (where.isascii() and where.isdigit())):
            raise _unknown(text, "where")
        scan = _one_of(text, options, "scan", ("off", "on"), "on" if role == "scanner" else "off")
        address = CameraAddress(kind, where, scan == "on")
    else:
        raise _unknown(text, "kind")
    if options:
        raise _unknown(text, "option " + next(iter(options)))
    return address


def _unknown(text: str, why: str) -> DeviceError:
    return DeviceError("device.address_unknown", address=text, why=why)


def _options(text: str, query: str) -> dict[str, str]:
    try:
        pairs = parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query), max_num_fields=16)
    except ValueError:
        raise _unknown(text, "options") from None
    options = dict(pairs)
    if len(options) != len(pairs):
        raise _unknown(text, "an option twice")
    return options


def _one_of(text: str, options: dict[str, str], key: str, allowed: tuple[str, ...], default: str) -> str:
    value = options.pop(key, default)
    if value not in allowed:
        raise _unknown(text, key)
    return value


def _number(text: str, options: dict[str, str], key: str, default: int, low: int, high: int) -> int:
    value = options.pop(key, str(default))
    if not (value.isascii() and value.isdigit() and len(value) < 10 and low <= int(value) <= high):
        raise _unknown(text, key)
    return int(value)


def _serial(role: str, text: str, body: str, options: dict[str, str]) -> SerialAddress:
    port, vendor, product, serial = body.removeprefix("serial:"), "0", "0", ""
    if body.startswith("socket://"):
        try:
            parts = urlsplit(body)
            whole = bool(parts.hostname and parts.port and not parts.path and parts.username is None)
        except ValueError:
            whole = False
        if not whole:
            raise _unknown(text, "host and port")
    elif usb := _USB.fullmatch(port):
        vendor, product, serial = usb[1], usb[2], usb[3] or ""
        port = ""
    elif not port or "://" in port or port.startswith("usb:"):
        raise _unknown(text, "port")
    framing = options.pop("framing", "")
    if framing and not _FRAMING.fullmatch(framing):
        raise _unknown(text, "framing")
    address = SerialAddress(
        port=port,
        vendor=int(vendor, 16),
        product=int(product, 16),
        serial=serial,
        location=options.pop("location", "") if not port else "",
        baud=_number(text, options, "baud", 9600, 300, 921_600),
        framing=framing,
        protocol=_one_of(text, options, "protocol", PROTOCOLS, "") if role == "scale" else "",
        unit=_one_of(text, options, "unit", ("", *UNITS), "") if role == "scale" else "",
        suffix=_one_of(text, options, "suffix", SUFFIXES, "cr") if role == "scanner" else "cr",
        gap_ms=_number(text, options, "gap_ms", 50, 5, 1_000) if role == "scanner" else 50,
    )
    if address.protocol == "toledo8217" and not address.unit:
        # The reply of an 8217 holds no unit: a wrong guess is wrong by a factor of 2.2.
        raise _unknown(text, "unit")
    return address
