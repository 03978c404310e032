"""Scanners on a serial line: bytes as they came, the group separator (0x1D) included.

A scan ends at its suffix, or at a silence. A licence (`@` LF RS CR `ANSI `) has line ends of its own, so
it always ends at the silence. More than SERIAL_SCAN_MAX_BYTES or SCAN_MAX_SECONDS is dropped until the line
is silent (security rule T12), with one error.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from counter_app.devices import aim
from counter_app.devices.addresses import SerialAddress
from counter_app.devices.lines import open_line
from counter_app.errors import DeviceError
from counter_app.limits import SCAN_MAX_SECONDS, SERIAL_SCAN_MAX_BYTES
from counter_app.ports import RawScan

STX, ETX, CR, LF = b"\x02", b"\x03", b"\r", b"\n"
_LICENCE = b"@"


def monotonic_ms() -> int:
    return time.monotonic_ns() // 1_000_000


def as_text(data: bytes) -> str:
    """UTF-8 where it is, else Latin-1, so that no byte is lost."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def as_scan(data: bytes, at_ms: int, source: str = "") -> RawScan:
    """The scan in `data`, its symbology identifier (if any) taken off."""
    body, symbology = aim.split(data)
    return RawScan(body, as_text(body), symbology, at_ms, source)


class Framer:
    """Cuts a stream of bytes into scans. Pure: bytes and milliseconds in, whole scans out.

    `suffix`: cr (CR, a LF after it is dropped), crlf, stx (STX ... ETX), none (silence alone).
    """

    def __init__(self, suffix: str = "cr") -> None:
        self._suffix = suffix
        self._buffer = b""
        self._since_ms = 0
        self._dropping = False
        self._error_owed = False

    @property
    def waiting(self) -> bool:
        """Something has begun and not ended."""
        return bool(self._buffer) or self._dropping

    def feed(self, data: bytes, now_ms: int) -> list[bytes]:
        """The scans that end within `data`. DeviceError scan.too_long, once, when one goes over a limit;
        whatever follows is dropped until `silence`.
        """
        if self._dropping:
            return self._owed()
        if not self._buffer:
            self._since_ms = now_ms
        self._buffer += data
        scans = []
        while (cut := self._cut()) is not None:
            scan, self._buffer = cut
            self._since_ms = now_ms
            if len(scan) > SERIAL_SCAN_MAX_BYTES:
                self._error_owed = True
            elif scan:
                scans.append(scan)
        too_long = len(self._buffer) > SERIAL_SCAN_MAX_BYTES
        if too_long or (self._buffer and now_ms - self._since_ms > SCAN_MAX_SECONDS * 1000):
            self._buffer, self._dropping, self._error_owed = b"", True, True
        return scans or self._owed()

    def _owed(self) -> list[bytes]:
        # Whole scans are handed out first; the error waits for the next call.
        if self._error_owed:
            self._error_owed = False
            raise DeviceError("scan.too_long", limit=SERIAL_SCAN_MAX_BYTES)
        return []

    def silence(self) -> list[bytes]:
        """The line has been quiet: what is left is a scan where silence may end one.

        DeviceError scan.unfinished where a suffix was agreed and did not come: the scanner is set up
        differently, or half a scan was lost. Half a number is never handed on.
        """
        rest, self._buffer = self._buffer, b""
        self._dropping = False
        if not rest:
            return self._owed()
        if self._suffix == "none" or (self._suffix != "stx" and self._is_licence(rest)):
            for end in (CR + LF, CR, LF):
                if rest.endswith(end):
                    return [rest.removesuffix(end)] if rest != end else []
            return [rest]
        raise DeviceError("scan.unfinished", length=len(rest))

    def _is_licence(self, data: bytes) -> bool:
        return aim.split(data)[0].startswith(_LICENCE) or b"]L2".startswith(data[:3])

    def _cut(self) -> tuple[bytes, bytes] | None:
        if self._suffix == "stx":
            _, start, after = self._buffer.partition(STX)
            if not start:
                return (b"", b"") if self._buffer else None
            scan, end, rest = after.partition(ETX)
            return (scan.removesuffix(CR + LF).removesuffix(CR), rest) if end else None
        if self._suffix == "none":
            return None
        self._buffer = self._buffer.lstrip(LF) if self._suffix == "cr" else self._buffer
        if not self._buffer or self._is_licence(self._buffer):
            return None
        scan, end, rest = self._buffer.partition(CR if self._suffix == "cr" else CR + LF)
        return (scan, rest) if end else None


class SerialScanner:
    """A serial scanner that was opened."""

    def __init__(self, address: SerialAddress, now_ms: Callable[[], int] = monotonic_ms) -> None:
        """Opens the line. DeviceError as `lines.open_line`."""
        self._line = open_line(address)
        self._now_ms = now_ms
        self._gap_s = address.gap_ms / 1000
        self._framer = Framer(address.suffix)
        self._last_byte = 0.0
        self._ready: list[bytes] = []

    def read(self, timeout_s: float) -> RawScan | None:
        """The next scan, None when none was whole within `timeout_s`.

        DeviceError device.gone; scan.too_long and scan.unfinished, after which it goes on working.
        """
        deadline = time.monotonic() + timeout_s
        while not self._ready:
            now = time.monotonic()
            left, quiet = deadline - now, self._last_byte + self._gap_s - now
            if self._framer.waiting and quiet <= 0:
                self._ready += self._framer.silence()
            elif left <= 0:
                return None
            elif data := self._line.take(min(left, quiet) if self._framer.waiting else left):
                self._last_byte = time.monotonic()
                self._ready += self._framer.feed(data, self._now_ms())
        return as_scan(self._ready.pop(0), self._now_ms())

    def close(self) -> None:
        self._line.close()
