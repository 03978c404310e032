"""Postal scales on USB: HID Point of Sale Usage Tables 1.02, usage page 0x8D (scales).

Weights are whole grams, converted with Decimal. A status that is not "stable", "zero" or "in motion", a unit
that is not stated or has more than one meaning (tael, ton), or a buffer that is too short is never a weight.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from counter_app.devices.addresses import HidAddress
from counter_app.domain.values import GRAMS_PER_LB, GRAMS_PER_OZ
from counter_app.errors import BadReading, DeviceError
from counter_app.ports import Reading

USAGE_PAGE_SCALES = 0x8D
REPORT_ID = 0x03
"""The data report of every postal scale found; other ids are limits and statistics."""

GRAMS_MAX = 10_000_000
"""Ten tonnes: nothing on a counter weighs more, so a larger number is nonsense."""

UNITS: dict[int, tuple[str, Decimal]] = {
    1: ("mg", Decimal("0.001")),
    2: ("g", Decimal(1)),
    3: ("kg", Decimal(1000)),
    4: ("ct", Decimal("0.2")),
    6: ("gr", Decimal("0.06479891")),
    7: ("dwt", Decimal("1.55517384")),
    8: ("t", Decimal(1_000_000)),
    10: ("ozt", Decimal("31.1034768")),
    11: ("oz", GRAMS_PER_OZ),
    12: ("lb", GRAMS_PER_LB),
}
"""Usages 0x51..0x5C. Tael (5) and ton (9) are left out: both mean different weights in different places."""

_REFUSED = {
    1: "scale.fault",
    5: "scale.under_zero",
    6: "scale.over_limit",
    7: "scale.needs_calibration",
    8: "scale.needs_zero",
}
_ZERO, _MOVING, _STABLE = 2, 3, 4

KNOWN = frozenset(
    {
        *((0x0922, product) for product in (0x8003, 0x8004, 0x8009)),  # DYMO
        (0x6096, 0x0158),  # DYMO, Sanford 10 lb
        *((0x1446, product) for product in (0x6173, 0x6A73, 0x6A78)),  # Stamps.com 510, Endicia 75 lb
        *((0x2474, product) for product in (0x0550, 0x3550)),  # Stamps.com steel
        (0x7B7C, 0x0100),  # Elane PS311
        *((0x0EB8, product) for product in (0xF000, 0x2200)),  # Mettler PS60, Ariva
        (0x0B67, 0x555E),  # Fairbanks
        (0x2233, 0x6323),  # RadioShack
        (0x0D8F, 0x0200),  # Pitney Bowes 397-B
    }
)
"""Vendor and product ids of postal scales: some firmwares and the libusb backend report no usage page."""


def parse_report(report: bytes) -> Reading:
    """What one scale data report says: whole grams (half up), stable or in motion, the report as evidence.

    Six bytes (id 3, status, unit, signed exponent, weight low, weight high), five when the backend took the
    id away; a padded tail is ignored. In motion gives `stable=False`; status 2 is a stable zero.
    Raises BadReading: scale.short_report, scale.in_motion (five bytes), scale.report_unknown, scale.fault,
    scale.under_zero, scale.over_limit, scale.needs_calibration, scale.needs_zero, scale.status_unknown,
    scale.unit_unknown, scale.implausible. Source: HID POS 1.02, Scale Data Report.
    """
    report = bytes(report)
    if len(report) < 5:
        raise BadReading("scale.short_report", length=len(report))
    if len(report) == 5:
        if report[0] == REPORT_ID:
            # In motion without its id, or a whole report that lost its last byte: no telling which.
            raise BadReading("scale.in_motion")
        body = report
    elif report[0] == REPORT_ID:
        body = report[1:6]
    else:
        # A buffer of zeros lands here too: some backends hand one out when nothing came.
        raise BadReading("scale.report_unknown", report_id=report[0])
    status, unit_code, exponent, low, high = body
    if status in _REFUSED:
        raise BadReading(_REFUSED[status])
    if status not in (_ZERO, _MOVING, _STABLE):
        raise BadReading("scale.status_unknown", status=status)
    if unit_code not in UNITS:
        raise BadReading("scale.unit_unknown", unit=unit_code)
    unit, grams_per_unit = UNITS[unit_code]
    if status == _ZERO:
        return Reading(0, True, report, unit)
    raw = low | high << 8
    scale = exponent - 256 if exponent > 127 else exponent
    return Reading(to_grams(Decimal(raw).scaleb(scale), grams_per_unit), status == _STABLE, report, unit)


def to_grams(amount: Decimal, grams_per_unit: Decimal) -> int:
    """Whole grams, halves up; BadReading scale.implausible above GRAMS_MAX."""
    grams = amount * grams_per_unit
    if grams > GRAMS_MAX:
        raise BadReading("scale.implausible")
    return int(grams.quantize(Decimal(1), ROUND_HALF_UP))


@contextmanager
def hid_errors(lost: str) -> Iterator[None]:
    """Turns what hidapi raises into DeviceError `lost`: a device that sleeps or left the bus."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise DeviceError(lost) from error


def hidapi() -> Any:
    """The hidapi module; DeviceError device.no_driver where it is not installed."""
    try:
        import hid
    except ImportError as error:
        raise DeviceError("device.no_driver", library="hidapi") from error
    return hid


def find(hid: Any, address: HidAddress, usage_page: int, known: frozenset[tuple[int, int]]) -> dict[str, Any]:
    """The one plugged device that `address` names, as hidapi's dict.

    Raises DeviceError: device.not_found; device.ambiguous when two equal ones are there and nothing tells
    them apart (facts: serials), because a guess may weigh on the wrong scale.
    """
    with hid_errors("device.not_found"):
        plugged = hid.enumerate(address.vendor, address.product)
    fits: dict[bytes, dict[str, Any]] = {}
    for info in plugged:
        ids = (info["vendor_id"], info["product_id"])
        if address.vendor:
            # A composite device also shows a keyboard; the page tells them apart where it is told at all.
            fit = ids == (address.vendor, address.product) and info.get("usage_page", 0) in (0, usage_page)
        else:
            fit = info.get("usage_page", 0) == usage_page or ids in known
        if fit and (not address.serial or info.get("serial_number") == address.serial):
            fits[bytes(info["path"])] = info
    if not fits:
        raise DeviceError("device.not_found")
    if len(fits) > 1:
        raise DeviceError("device.ambiguous", serials=[str(i.get("serial_number") or "") for i in fits.values()])
    return next(iter(fits.values()))


class HidScale:
    """A HID scale that was opened. All calls belong to one thread, shared with every other hidapi user."""

    def __init__(self, address: HidAddress, hid: Any = None) -> None:
        """Opens the scale. DeviceError: device.not_found, device.ambiguous, device.busy, device.no_driver."""
        hid = hid or hidapi()
        info = find(hid, address, USAGE_PAGE_SCALES, KNOWN)
        self._device = hid.device()
        with hid_errors("device.busy"):
            self._device.open_path(info["path"])
            self._device.set_nonblocking(1)
        self._first_dropped = False

    def read(self, timeout_s: float) -> Reading:
        """The newest report. BadReading scale.no_report when none came: some scales speak only on change.

        DeviceError device.asleep when the scale left the bus, as postal scales do after minutes of rest.
        """
        deadline = time.monotonic() + timeout_s
        while True:
            left_ms = int((deadline - time.monotonic()) * 1000)
            with hid_errors("device.asleep"):
                report = self._device.read(64, timeout_ms=max(1, left_ms))
            if report and not self._first_dropped:
                # The first report after opening was measured before it, sometimes days before.
                self._first_dropped = True
                report = None
            if report:
                return parse_report(self._newest(bytes(report)))
            if left_ms <= 1:
                raise BadReading("scale.no_report")

    def _newest(self, report: bytes) -> bytes:
        # The system queues some 30 to 64 reports; a slow reader must not show the weight of seconds ago.
        for _ in range(256):
            with hid_errors("device.asleep"):
                later = self._device.read(64)
            if not later:
                break
            report = bytes(later)
        return report

    def close(self) -> None:
        with hid_errors("device.asleep"):
            self._device.close()
