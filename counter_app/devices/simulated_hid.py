"""Simulated HID scales and HID-POS scanners behind the small surface of hidapi that the adapters use."""

from __future__ import annotations

import time
from collections import deque
from threading import Condition, get_ident
from typing import Any

from counter_app.devices import hid_pos, hid_scale


class SimulatedHidBus:
    """Stands in for the hidapi module: `enumerate`, `device`. Notes which threads called it."""

    def __init__(self) -> None:
        self.changed = Condition()
        self.plugged: dict[bytes, _SimulatedHid] = {}
        self.callers: set[int] = set()
        self.made = 0
        self.looked = 0

    def enumerate(self, vendor_id: int = 0, product_id: int = 0) -> list[dict[str, Any]]:
        with self.changed:
            self.callers.add(get_ident())
            self.looked += 1
            infos = [device.info for device in self.plugged.values()]
            self.changed.notify_all()
        return [i for i in infos if not vendor_id or (i["vendor_id"], i["product_id"]) == (vendor_id, product_id)]

    def wait_looked(self, times: int, within_s: float = 5.0) -> bool:
        """Waits until the station has looked for devices so many more times; False when it did not."""
        with self.changed:
            goal = self.looked + times
            return self.changed.wait_for(lambda: self.looked >= goal, within_s)

    def device(self) -> _HidHandle:
        return _HidHandle(self)


class _HidHandle:
    """An opened or not yet opened device, as `hid.device()` gives it."""

    def __init__(self, bus: SimulatedHidBus) -> None:
        self._bus = bus
        self._device: _SimulatedHid | None = None
        self._queue: deque[bytes] = deque(maxlen=64)

    def open_path(self, path: bytes) -> None:
        with self._bus.changed:
            self._bus.callers.add(get_ident())
            device = self._bus.plugged.get(path)
            if device is None:
                raise OSError("open failed")
            self._device = device
            self._queue.extend(device.lying)
            device.lying.clear()
            device.handles.append(self)
            self._bus.changed.notify_all()

    def set_nonblocking(self, on: int) -> int:
        return 0

    def push(self, report: bytes) -> None:
        self._queue.append(report)

    def read(self, size: int, timeout_ms: int = 0) -> list[int]:
        """One queued report; a streaming scale makes one every `every_s`, measured by real time."""
        deadline = time.monotonic() + timeout_ms / 1000
        with self._bus.changed:
            self._bus.callers.add(get_ident())
            while True:
                device = self._device
                if device is None:
                    raise ValueError("not open")
                if device.path not in self._bus.plugged or self not in device.handles:
                    raise OSError("read error")
                if self._queue:
                    return list(self._queue.popleft()[:size])
                left = deadline - time.monotonic()
                if left <= 0:
                    return []
                wait = min(left, device.every_s) if device.every_s else left
                if not self._bus.changed.wait(wait) and (report := device.streamed()):
                    self._queue.append(report)

    def close(self) -> None:
        with self._bus.changed:
            if self._device and self in self._device.handles:
                self._device.handles.remove(self)
            self._device = None


class _SimulatedHid:
    """One device on the bus. `every_s`: how often it streams by itself, 0 for only on change."""

    usage_page = 0

    def __init__(self, bus: SimulatedHidBus, vendor: int, product: int, serial: str, every_s: float) -> None:
        self._bus, self.every_s = bus, every_s
        bus.made += 1
        self.path = f"simulated-{bus.made}-{vendor:04x}-{product:04x}-{serial}".encode()
        self.info: dict[str, Any] = {
            "path": self.path,
            "vendor_id": vendor,
            "product_id": product,
            "serial_number": serial,
            "usage_page": self.usage_page,
            "usage": 0x20,
        }
        self.handles: list[_HidHandle] = []
        self.lying: list[bytes] = []
        self.plug_in()

    @property
    def address(self) -> str:
        serial = f":{self.info['serial_number']}" if self.info["serial_number"] else ""
        return f"hid:{self.info['vendor_id']:04x}:{self.info['product_id']:04x}{serial}"

    def plug_in(self) -> None:
        with self._bus.changed:
            self._bus.plugged[self.path] = self
            self._bus.changed.notify_all()

    def unplug(self) -> None:
        """Leaves the bus, as a postal scale does by itself after some minutes."""
        with self._bus.changed:
            self._bus.plugged.pop(self.path, None)
            self.handles.clear()
            self._bus.changed.notify_all()

    def streamed(self) -> bytes:
        return b""

    def report(self, *reports: bytes) -> None:
        """Sends reports as they are to whoever has the device open."""
        with self._bus.changed:
            for handle in self.handles:
                for one in reports:
                    handle.push(one)
            self._bus.changed.notify_all()


class SimulatedHidScale(_SimulatedHid):
    """A DYMO M25 by its ids: six-byte reports, in ounces (0.1) or grams as its button says."""

    usage_page = hid_scale.USAGE_PAGE_SCALES

    def __init__(
        self,
        bus: SimulatedHidBus,
        serial: str = "",
        vendor: int = 0x0922,
        product: int = 0x8004,
        every_s: float = 0.1,
    ) -> None:
        self._grams, self._status, self._unit = 0, 2, "oz"
        super().__init__(bus, vendor, product, serial, every_s)
        # What was weighed before the station opened the scale: the adapter has to throw it away.
        self.lying = [bytes([3, 4, 2, 0, 0x39, 0x30])]

    def put(self, grams: int) -> None:
        """Lays a piece on: one report in motion, then stable ones."""
        self._set(3, grams)
        self._set(4 if grams else 2, grams)

    def press_unit(self, unit: str) -> None:
        """The button on the scale: "oz" or "g"."""
        with self._bus.changed:
            self._unit = unit
        self._set(self._status, self._grams)

    def move(self) -> None:
        self._set(3, self._grams)

    def overload(self) -> None:
        self._set(6, self._grams)

    def under_zero(self) -> None:
        self._set(5, self._grams)

    def needs_calibration(self) -> None:
        self._set(7, self._grams)

    def _set(self, status: int, grams: int) -> None:
        with self._bus.changed:
            self._status, self._grams = status, grams
            report = self.streamed()
        self.report(report)

    def streamed(self) -> bytes:
        if self._unit == "oz":
            raw, unit, exponent = round(self._grams / 28.349523125 * 10), 11, 0xFF
        else:
            raw, unit, exponent = self._grams, 2, 0
        return bytes([3, self._status, unit, exponent, raw & 0xFF, raw >> 8 & 0xFF])


class SimulatedHidScanner(_SimulatedHid):
    """A HID-POS scanner. `layout`: "honeywell" (identifier in each report) or "newland"."""

    usage_page = hid_pos.USAGE_PAGE_SCANNERS

    def __init__(self, bus: SimulatedHidBus, layout: str = "honeywell", serial: str = "") -> None:
        self._layout = layout
        vendor = 0x0C2E if layout == "honeywell" else 0x1EAB
        super().__init__(bus, vendor, 0x0001, serial, every_s=0.0)

    def scan(self, data: str | bytes, aim: str = "]C0") -> None:
        """Sends one message in as many 64-byte reports as it needs."""
        data = data.encode() if isinstance(data, str) else data
        self.report(*pos_reports(data, aim, self._layout))


def pos_reports(data: bytes, aim: str, layout: str) -> list[bytes]:
    """The HID-POS reports of one message in the Honeywell or the Newland layout."""
    pieces = [data[i : i + hid_pos.DATA_MAX] for i in range(0, len(data), hid_pos.DATA_MAX)]
    reports = []
    for number, piece in enumerate(pieces):
        head = bytes([hid_pos.REPORT_ID, len(piece)]) + (aim.encode() if layout == "honeywell" else b"")
        body = (head + piece).ljust(63, b"\0")
        reports.append(body + bytes([number + 1 < len(pieces)]))
    return reports
