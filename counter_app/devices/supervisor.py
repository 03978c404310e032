"""Keeps every device open and says what it gives: one thread a device, one for all users of hidapi.

Announced, from those threads: ScanArrived, WeightArrived (on change only; None with a code as soon as nothing
may be used), DeviceChanged, and Refused(scan.*) for a scan that had to be dropped. A device that is missing,
asleep or gone is announced once and comes back by itself.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future
from concurrent.futures import TimeoutError as FutureTimeout
from contextlib import suppress
from dataclasses import dataclass, replace
from threading import Condition, Thread
from typing import Any, TypeVar

from counter_app.devices.addresses import Address, HidAddress, parse
from counter_app.devices.cameras import CameraScanner
from counter_app.devices.opening import open_device
from counter_app.devices.serial_scale import stable_weight
from counter_app.errors import BadReading, CounterError, DeviceError
from counter_app.events import DeviceChanged, PagesArrived, Refused, ScanArrived, WeightArrived
from counter_app.ports import Announce, Clock, DeviceState, DeviceStatus, RawScan, Reading

log = logging.getLogger(__name__)
T = TypeVar("T")

BACKOFF_S = (0.5, 1.0, 2.0, 5.0, 10.0)
READ_S = 0.25
"""The longest a device is waited for at a time: a stop is heard within it."""

SHARED_READ_S = 0.05
SLEPT_MS = 5_000
"""A device that nobody looked at for so long was slept through: what lies in its line is old."""

_OLD_SCANS_MOST = 1_000
_FAULTS = frozenset({"scale.fault", "scale.needs_calibration", "scale.needs_zero"})


@dataclass(frozen=True, slots=True)
class LastSeen:
    """What a device gave last, for the Devices page: status, scan or reading, when, how many so far."""

    status: DeviceStatus
    scan: RawScan | None = None
    reading: Reading | None = None
    code: str = ""
    at_ms: int | None = None
    count: int = 0


class _Slot:
    """One device: what is open, when it is tried again, and what it gave last. Only its lane writes to it."""

    def __init__(self, role: str, name: str, address: Address) -> None:
        self.role, self.name, self.address = role, name, address
        self.device: Any = None
        self.tries = 0
        self.retry_at = 0.0
        self.next_read_at = 0.0
        self.leaving = False
        self.looked: tuple[int, int] | None = None
        self.work: list[tuple[Future[Any], Callable[[Any], Any]]] = []
        self.seen = LastSeen(DeviceStatus(role, name, "", ""))
        self.last_weight: tuple[int, bool] | str | None = None
        self.recent: dict[bytes, int] = {}


class Supervisor:
    """All devices of a station.

    with Supervisor(announce, clock) as devices:
        devices.add("scale", "Counter scale", "hid:0922:8003")
    """

    def __init__(
        self,
        announce: Announce,
        clock: Clock,
        *,
        repeat_ms: int = 300,
        backoff_s: Sequence[float] = BACKOFF_S,
        weigh_every_s: float = 0.1,
        hid: Any = None,
    ) -> None:
        """`repeat_ms`: the same scan by the same device within it is one scan. `hid` replaces hidapi."""
        self._announce, self._clock, self._hid = announce, clock, hid
        self._repeat_ms, self._backoff_s, self._weigh_every_s = repeat_ms, tuple(backoff_s), weigh_every_s
        self._changed = Condition()
        self._slots: dict[str, _Slot] = {}
        self._lanes: dict[str, Thread] = {}
        self._stopping = False

    def __enter__(self) -> Supervisor:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, role: str, name: str, address: str) -> None:
        """Takes a device on; it is opened in its own thread. `name` is shown to the clerk and is unique.

        Raises DeviceError: as `addresses.parse`, device.name_taken, device.closed.
        """
        slot = _Slot(role, name, parse(role, address))
        lane = _lane_of(slot)
        with self._changed:
            if self._stopping:
                raise DeviceError("device.closed")
            if name in self._slots:
                raise DeviceError("device.name_taken", name=name)
            self._slots[name] = slot
            if lane not in self._lanes:
                thread = Thread(target=self._run, args=(lane,), name=f"device {lane}", daemon=True)
                self._lanes[lane] = thread
                thread.start()
            self._changed.notify_all()

    def remove(self, name: str, within_s: float = 5.0) -> None:
        """Gives a device back; returns when it is closed. DeviceError device.unknown, device.busy."""
        with self._changed:
            slot = self._slot(name)
            slot.leaving = True
            self._changed.notify_all()
            if not self._changed.wait_for(lambda: self._slots.get(name) is not slot, within_s):
                raise DeviceError("device.busy", name=name)

    def statuses(self) -> tuple[DeviceStatus, ...]:
        """How each device is, in the order they were added; state "" before the first try."""
        with self._changed:
            return tuple(slot.seen.status for slot in self._slots.values())

    def test(self, name: str) -> LastSeen:
        """What the device gave last. DeviceError device.unknown."""
        with self._changed:
            return self._slot(name).seen

    def weigh(self, name: str, within_s: float = 3.0) -> Reading:
        """A settled weight, measured after this call: three equal stable readings.

        Raises as `stable_weight`; DeviceError device.gone while the scale is not there.
        """
        every_s = self._weigh_every_s
        return self._ask(name, lambda scale: stable_weight(scale, 3, within_s, every_s), within_s + 2)

    def photo(self, name: str, within_s: float = 5.0) -> bytes:
        """A picture from the camera `name`, JPEG. DeviceError as the camera's `still`, device.busy."""
        return self._ask(name, lambda d: (d.source if isinstance(d, CameraScanner) else d).still(), within_s)

    def close(self, deadline_s: float = 5.0) -> tuple[str, ...]:
        """Stops and joins every thread within `deadline_s`; the names of those that did not come back."""
        end = time.monotonic() + deadline_s
        with self._changed:
            self._stopping = True
            lanes = list(self._lanes.values())
            self._changed.notify_all()
        for thread in lanes:
            thread.join(max(0.0, end - time.monotonic()))
        return tuple(thread.name for thread in lanes if thread.is_alive())

    def _slot(self, name: str) -> _Slot:
        try:
            return self._slots[name]
        except KeyError:
            raise DeviceError("device.unknown", name=name) from None

    def _ask(self, name: str, work: Callable[[Any], T], within_s: float) -> T:
        """The result of `work`, done in the device's own thread."""
        future: Future[T] = Future()
        with self._changed:
            slot = self._slot(name)
            if self._stopping:
                raise DeviceError("device.closed")
            slot.work.append((future, work))
            self._changed.notify_all()
        try:
            return future.result(within_s)
        except (FutureTimeout, CancelledError):
            future.cancel()
            raise DeviceError("device.busy", name=name) from None

    # Below here everything runs in a lane's thread.

    def _run(self, lane: str) -> None:
        while True:
            with self._changed:
                mine = [slot for slot in self._slots.values() if _lane_of(slot) == lane]
                leaving = [slot for slot in mine if slot.leaving or self._stopping]
                done = not mine or self._stopping
                if done:
                    # Given up under the lock: a device added from here on gets a thread of its own.
                    del self._lanes[lane]
            for slot in leaving:
                self._let_go(slot)
            if done:
                return
            for slot in mine:
                if slot not in leaving:
                    self._guarded(slot, SHARED_READ_S if len(mine) > 1 else READ_S)
            with self._changed:
                now_mine = [slot for slot in self._slots.values() if _lane_of(slot) == lane]
                pause = min((self._pause(slot) for slot in now_mine), default=0.0)
                if pause > 0 and not self._stopping and not any(s.leaving or s.work for s in now_mine):
                    self._changed.wait(pause)

    def _pause(self, slot: _Slot) -> float:
        due = slot.retry_at if slot.device is None else slot.next_read_at
        return min(max(0.0, due - time.monotonic()), 60.0)

    def _let_go(self, slot: _Slot) -> None:
        self._shut(slot)
        with self._changed:
            if self._slots.get(slot.name) is slot:
                del self._slots[slot.name]
            work, slot.work = slot.work, []
            self._changed.notify_all()
        for future, _ in work:
            future.cancel()

    def _guarded(self, slot: _Slot, wait_s: float) -> None:
        try:
            self._step(slot, wait_s)
        except DeviceError as error:
            self._lost(slot, error)
        except Exception as error:
            # A bug in an adapter disables its device, not the station. Foreign text stays out of the log.
            log.error("device %s: %s", slot.role, type(error).__name__)
            self._lost(slot, DeviceError("device.bug"))

    def _step(self, slot: _Slot, wait_s: float) -> None:
        if slot.device is None:
            if time.monotonic() < slot.retry_at and not slot.work:
                return
            try:
                slot.device = open_device(slot.role, slot.address, self._hid, self._clock.mono_ms)
            finally:
                if slot.device is None:
                    self._refuse_work(slot)
        # READY is said after the first good read: an opened line proves a cable, not a device.
        self._do_work(slot)
        if slot.role == "scale":
            if time.monotonic() >= slot.next_read_at:
                self._weigh(slot, wait_s)
            else:
                self._slept(slot)
        elif slot.role == "pages":
            files = slot.device.read(wait_s)
            self._status(slot, DeviceState.READY)
            if files is not None:
                self._announce(PagesArrived(files))
        elif hasattr(slot.device, "still"):
            self._status(slot, DeviceState.READY)
            slot.next_read_at = time.monotonic() + 60.0
        else:
            self._scan(slot, wait_s)

    def _do_work(self, slot: _Slot) -> None:
        with self._changed:
            jobs, slot.work = slot.work, []
        for number, (future, work) in enumerate(jobs):
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(work(slot.device))
            except DeviceError as error:
                future.set_exception(error)
                if not isinstance(error, BadReading) and error.code.startswith(("device.", "scale.silent")):
                    for late, _ in jobs[number + 1 :]:
                        late.cancel()
                    raise
            except Exception as error:
                future.set_exception(error)
                raise

    def _refuse_work(self, slot: _Slot) -> None:
        with self._changed:
            jobs, slot.work = slot.work, []
        for future, _ in jobs:
            if future.set_running_or_notify_cancel():
                future.set_exception(DeviceError("device.gone", name=slot.name))

    def _weigh(self, slot: _Slot, wait_s: float) -> None:
        hid = isinstance(slot.address, HidAddress)
        try:
            reading = slot.device.read(wait_s if hid else 1.0)
        except BadReading as bad:
            if bad.code == "scale.no_report":
                self._status(slot, DeviceState.READY)
                return
            self._status(slot, DeviceState.FAULT if bad.code in _FAULTS else DeviceState.READY, bad.code)
            self._weight(slot, None, bad.code)
        else:
            if self._slept(slot):
                return  # an answer to a question of before; it is asked again on a fresh line
            self._status(slot, DeviceState.READY)
            self._weight(slot, reading, "")
        slot.next_read_at = time.monotonic() + self._weigh_every_s

    def _weight(self, slot: _Slot, reading: Reading | None, code: str) -> None:
        shown = (reading.grams, reading.stable) if reading else code
        if shown == slot.last_weight:
            return
        slot.last_weight = shown
        self._saw(slot, reading=reading, code=code)
        self._announce(WeightArrived(reading, code))

    def _scan(self, slot: _Slot, wait_s: float) -> None:
        try:
            scan = slot.device.read(wait_s)
        except DeviceError as error:
            if not error.code.startswith("scan."):
                raise
            self._saw(slot, code=error.code)
            self._announce(Refused(error.code, {"device": slot.name}))
            return
        if self._slept(slot, scan):
            return
        self._status(slot, DeviceState.READY)
        if scan is None:
            return
        # Counted from the last time it was seen: a scanner that is held over a label reads it all the while.
        slot.recent = {data: at for data, at in slot.recent.items() if scan.at_ms - at <= self._repeat_ms}
        repeat = scan.data in slot.recent
        slot.recent[scan.data] = scan.at_ms
        if repeat:
            return
        scan = replace(scan, source=slot.name)
        self._saw(slot, scan=scan)
        self._announce(ScanArrived(scan))

    def _slept(self, slot: _Slot, scan: RawScan | None = None) -> bool:
        """Whether computer or program stood still since the last look: then nothing of the line is used, and it is
        opened anew.

        Both clocks are asked: on some systems the monotonic one stands still in sleep, on others only the program does.
        """
        now = self._clock.mono_ms(), self._clock.wall_ms()
        before, slot.looked = slot.looked, now
        if before is None or max(now[0] - before[0], now[1] - before[1]) <= SLEPT_MS:
            return False
        if slot.role == "scanner" and not isinstance(slot.device, CameraScanner):
            old = int(scan is not None)
            with suppress(DeviceError):
                # A device that talks without end must not keep its lane here.
                while old < _OLD_SCANS_MOST and slot.device.read(0) is not None:
                    old += 1
            if old:
                self._saw(slot, code="scan.stale")
                self._announce(Refused("scan.stale", {"device": slot.name, "count": old}))
        self._shut(slot)
        slot.retry_at = 0.0
        return True

    def _saw(self, slot: _Slot, scan: RawScan | None = None, reading: Reading | None = None, code: str = "") -> None:
        with self._changed:
            count = slot.seen.count + 1
            slot.seen = LastSeen(slot.seen.status, scan, reading, code, self._clock.mono_ms(), count)

    def _status(self, slot: _Slot, state: str, code: str = "") -> None:
        if state == DeviceState.READY:
            # What the scale shows (moving, overloaded) goes with the weight; the device itself is well.
            slot.tries, code = 0, ""
        status = DeviceStatus(slot.role, slot.name, state, code)
        with self._changed:
            if slot.seen.status == status:
                return
            slot.seen = replace(slot.seen, status=status)
        self._announce(DeviceChanged(status))

    def _lost(self, slot: _Slot, error: DeviceError) -> None:
        self._shut(slot)
        slot.retry_at = time.monotonic() + self._backoff_s[min(slot.tries, len(self._backoff_s) - 1)]
        slot.tries += 1
        state, before = _state_of(error), slot.seen.status.state
        if state == DeviceState.GONE and before in (DeviceState.ASLEEP, DeviceState.GONE):
            # Already said; a scale that fell asleep is not called missing a second later.
            return
        self._status(slot, state, error.code)
        if slot.role == "scale":
            # Whatever was on the display is no weight any more.
            self._weight(slot, None, error.code)

    def _shut(self, slot: _Slot) -> None:
        device, slot.device = slot.device, None
        slot.looked = None
        if device is not None:
            try:
                device.close()
            except CounterError:
                log.info("device %s: already gone at closing", slot.role)


def _lane_of(slot: _Slot) -> str:
    # Names are the clerk's; the shared lane's key cannot be one of them.
    return "hidapi" if isinstance(slot.address, HidAddress) else f"name {slot.name}"


def _state_of(error: DeviceError) -> str:
    if error.code == "device.asleep":
        return DeviceState.ASLEEP
    if error.code in ("device.gone", "device.not_found", "scale.silent"):
        return DeviceState.GONE
    return DeviceState.FAULT
