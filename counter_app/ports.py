"""What the core asks of the outside: small Protocols, each with at least two implementations that run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from counter_app.domain.rate_table import Parcel, Rate


@dataclass(frozen=True, slots=True)
class RawScan:
    """What a scanner or a picture gave: the bytes as they came, their text, the symbology, the time.

    `symbology` is lower-case text (code128, gs1-128, qr, pdf417, ...) or "" when the device does not tell.
    `at_ms` is monotonic milliseconds of the moment the last byte arrived.
    """

    data: bytes
    text: str
    symbology: str = ""
    at_ms: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a scale showed: whole grams, whether it stood still, the raw bytes as evidence."""

    grams: int
    stable: bool
    raw: bytes = b""
    unit: str = "g"


class DeviceState:
    """How a device is, in words that the status bar shows."""

    READY = "ready"
    ASLEEP = "asleep"
    GONE = "gone"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class DeviceStatus:
    """One device as the status bar shows it. `role`: scanner, scale, camera, printer,
    receipt_printer, shipping_printer.
    """

    role: str
    name: str
    state: str
    code: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


class Clock(Protocol):
    """Wall and monotonic time, both in milliseconds. Wall is UTC."""

    def wall_ms(self) -> int: ...

    def mono_ms(self) -> int: ...


class Entropy(Protocol):
    """Random bytes from the operating system (or a seeded fake)."""

    def __call__(self, count: int, /) -> bytes: ...


Announce = Callable[[object], None]
"""Called with a frozen event after commit, from any thread; never blocks, never raises."""


class Scale(Protocol):
    """A scale that was opened. `read` raises DeviceError or BadReading and never returns a made-up weight."""

    def read(self, timeout_s: float) -> Reading: ...

    def close(self) -> None: ...


class Scanner(Protocol):
    """A scanner that was opened. `read` returns None when nothing came within `timeout_s`."""

    def read(self, timeout_s: float) -> RawScan | None: ...

    def close(self) -> None: ...


class Transport(Protocol):
    """Carries finished bytes to a printer; raises DeviceError with a stable code when it cannot."""

    def send(self, data: bytes, timeout_s: float) -> None: ...

    def status(self, timeout_s: float) -> DeviceStatus: ...

    def close(self) -> None: ...


class CarrierRates(Protocol):
    """Where retail prices of carriers come from: typed from the carrier's own page, or a table that was imported.

    A live carrier's service is a third; `docs/shipping-rates.md` says what it has to keep to.
    """

    def rates(self, parcel: Parcel, /) -> tuple[Rate, ...]:
        """What every service that takes `parcel` costs; none when no service does.

        CounterError `rates.none` when nobody can be asked now, with what to do instead: the parcel stays weighed.
        """
