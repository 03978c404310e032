"""From an address to an opened device. Foreign libraries are loaded here and not before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from counter_app.devices.addresses import Address, HidAddress, SerialAddress, WatchAddress, parse
from counter_app.devices.cameras import CameraScanner, FrameSource, open_source
from counter_app.devices.hid_pos import HidPosScanner
from counter_app.devices.hid_scale import HidScale
from counter_app.devices.scanners import SerialScanner, monotonic_ms
from counter_app.devices.serial_scale import SerialScale
from counter_app.devices.watched import WatchedFolder


def open_device(
    role: str, address: str | Address, hid: Any = None, now_ms: Callable[[], int] = monotonic_ms
) -> SerialScale | HidScale | SerialScanner | HidPosScanner | CameraScanner | FrameSource | WatchedFolder:
    """The opened scale, scanner or camera. `hid` stands in for the hidapi module; `now_ms` stamps scans.

    A camera with `?scan=on` is a CameraScanner, and its frames are at `.source`. DeviceError as
    `addresses.parse` and the adapter's own.
    """
    if isinstance(address, str):
        address = parse(role, address)
    if isinstance(address, SerialAddress):
        return SerialScale(address) if role == "scale" else SerialScanner(address, now_ms)
    if isinstance(address, HidAddress):
        return HidScale(address, hid) if role == "scale" else HidPosScanner(address, hid, now_ms)
    if isinstance(address, WatchAddress):
        return WatchedFolder(address.folder)
    source = open_source(address)
    return CameraScanner(source, now_ms=now_ms) if address.scan else source
