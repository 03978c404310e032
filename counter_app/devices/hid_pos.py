"""Scanners in HID-POS mode: usage page 0x8C, 64-byte input reports with id 2.

Two layouts are in the field. Honeywell and its kin: length, three bytes of symbology identifier, 56 bytes of
data, ..., flags. Newland, IDTech and theirs: length, 56 bytes of data, ..., flags. Bit 0 of the last byte
says that the message goes on in the next report.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from counter_app.devices import aim
from counter_app.devices.addresses import HidAddress
from counter_app.devices.hid_scale import find, hid_errors, hidapi
from counter_app.devices.scanners import as_text, monotonic_ms
from counter_app.errors import BadReading, DeviceError
from counter_app.limits import SERIAL_SCAN_MAX_BYTES
from counter_app.ports import RawScan

USAGE_PAGE_SCANNERS = 0x8C
REPORT_ID = 0x02
REPORT_BYTES = 64
DATA_MAX = 56
GAP_MS = 250
"""A licence is 5 to 11 reports; a pause longer than this between two of them means that the rest is lost."""

_NEWLAND = 0x1EAB


def parse_report(report: bytes, vendor: int = 0) -> tuple[bytes, str, bool]:
    """One report's data, its symbology identifier ("" in the Newland layout) and whether more follows.

    The layout follows from the vendor, else from byte 2, which is `]` in the Honeywell layout. Raises
    BadReading: scan.short_report, scan.report_unknown, scan.bad_length.
    """
    report = bytes(report)
    if len(report) < REPORT_BYTES:
        raise BadReading("scan.short_report", length=len(report))
    if report[0] != REPORT_ID:
        raise BadReading("scan.report_unknown", report_id=report[0])
    length, more = report[1], bool(report[63] & 1)
    if not 0 < length <= DATA_MAX:
        raise BadReading("scan.bad_length", length=length)
    identifier = report[2:5].decode("latin-1")
    if vendor != _NEWLAND and aim.name(identifier):
        return report[5 : 5 + length], identifier, more
    return report[2 : 2 + length], "", more


class PosAssembler:
    """Puts the reports of one message together. Pure: reports and milliseconds in, whole scans out."""

    def __init__(self, vendor: int = 0) -> None:
        self._vendor = vendor
        self._parts: list[bytes] = []
        self._identifier = ""
        self._last_ms = 0

    def feed(self, report: bytes, now_ms: int) -> RawScan | None:
        """The scan that ends with this report, else None. A bad report drops the whole message.

        Raises BadReading: those of `parse_report`, scan.mixed; DeviceError scan.too_long.
        """
        parts, self._parts = self._parts, []
        data, identifier, more = parse_report(report, self._vendor)
        if parts and now_ms - self._last_ms > GAP_MS:
            parts = []
        if parts and identifier != self._identifier:
            raise BadReading("scan.mixed")
        parts.append(data)
        if sum(map(len, parts)) > SERIAL_SCAN_MAX_BYTES:
            raise DeviceError("scan.too_long", limit=SERIAL_SCAN_MAX_BYTES)
        self._identifier, self._last_ms = identifier, now_ms
        if more:
            self._parts = parts
            return None
        whole = b"".join(parts)
        symbology = aim.name(identifier)
        if not identifier:
            whole, symbology = aim.split(whole)
        return RawScan(whole, as_text(whole), symbology, now_ms)


class HidPosScanner:
    """A HID-POS scanner that was opened. All calls belong to one thread, shared with every hidapi user."""

    def __init__(self, address: HidAddress, hid: Any = None, now_ms: Callable[[], int] = monotonic_ms) -> None:
        """Opens the scanner. DeviceError as `HidScale`."""
        hid = hid or hidapi()
        info = find(hid, address, USAGE_PAGE_SCANNERS, frozenset())
        self._now_ms = now_ms
        self._assembler = PosAssembler(info["vendor_id"])
        self._device = hid.device()
        with hid_errors("device.busy"):
            self._device.open_path(info["path"])

    def read(self, timeout_s: float) -> RawScan | None:
        """The next scan, None when none was whole within `timeout_s`.

        DeviceError device.gone; scan.too_long and the BadReadings of `PosAssembler`, after which it goes on.
        """
        deadline = time.monotonic() + timeout_s
        while (left_ms := int((deadline - time.monotonic()) * 1000)) > 0:
            with hid_errors("device.gone"):
                report = self._device.read(REPORT_BYTES, timeout_ms=left_ms)
            if report and (scan := self._assembler.feed(bytes(report), self._now_ms())):
                return scan
        return None

    def close(self) -> None:
        with hid_errors("device.gone"):
            self._device.close()
