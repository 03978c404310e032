"""A line to a device: a serial port by pyserial, or a TCP socket that stands for one.

The socket is our own few lines: pyserial's `socket://` handler sleeps 0.3 s at every close and leaks the
socket when the other side went first.
"""

from __future__ import annotations

import errno
import select
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol
from urllib.parse import urlsplit

from counter_app.devices.addresses import SerialAddress
from counter_app.errors import DeviceError

CONNECT_S = 2.0
GIVE_S = 1.0
_DRAIN_MAX = 64 * 1024


class Line(Protocol):
    """Bytes to and from one device. A device that went away is DeviceError device.gone, never empty bytes."""

    def take(self, wait_s: float, most: int = 4096) -> bytes:
        """What arrived, at once; waits up to `wait_s` for the first byte. b"" when nothing came."""
        ...

    def give(self, data: bytes) -> None: ...

    def close(self) -> None: ...


def open_line(address: SerialAddress, framing: str = "8N1") -> Line:
    """The opened line. `framing` holds where the address states none.

    Raises DeviceError: device.not_found, device.busy, device.no_permission, device.settings,
    device.ambiguous, device.no_driver.
    """
    if address.port.startswith("socket://"):
        return _Socket(address.port)
    return _Port(address, address.framing or framing)


def drain(line: Line) -> None:
    """Throws away what lies in the line, so that a reply can only belong to the request that follows.

    DeviceError device.never_silent when it does not end.
    """
    thrown = 0
    while data := line.take(0):
        thrown += len(data)
        if thrown > _DRAIN_MAX:
            raise DeviceError("device.never_silent")


class _Socket:
    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        try:
            self._socket = socket.create_connection((parts.hostname or "", parts.port or 0), CONNECT_S)
        except OSError as error:
            raise DeviceError("device.not_found") from error
        self._socket.settimeout(GIVE_S)

    def take(self, wait_s: float, most: int = 4096) -> bytes:
        try:
            ready, _, _ = select.select([self._socket], [], [], max(0.0, wait_s))
            data = self._socket.recv(most) if ready else b""
        except (OSError, ValueError) as error:
            raise DeviceError("device.gone") from error
        if ready and not data:
            raise DeviceError("device.gone")
        return data

    def give(self, data: bytes) -> None:
        try:
            self._socket.sendall(data)
        except OSError as error:
            raise DeviceError("device.gone") from error

    def close(self) -> None:
        self._socket.close()


_OPENING = {
    errno.ENOENT: "device.not_found",
    errno.ENODEV: "device.not_found",
    errno.ENXIO: "device.not_found",
    errno.EACCES: "device.no_permission",
    errno.EPERM: "device.no_permission",
    errno.EBUSY: "device.busy",
    errno.EAGAIN: "device.busy",
    errno.EINVAL: "device.settings",
}


class _Port:
    def __init__(self, address: SerialAddress, framing: str) -> None:
        try:
            import serial
        except ImportError as error:
            raise DeviceError("device.no_driver", library="pyserial") from error
        path = address.port or _by_usb(address)
        with _translated(opening=True):
            self._port = serial.Serial(
                path,
                baudrate=address.baud,
                bytesize=int(framing[0]),
                parity=framing[1],
                stopbits=int(framing[2]),
                timeout=0,
                write_timeout=GIVE_S,
                exclusive=True,
            )

    def take(self, wait_s: float, most: int = 4096) -> bytes:
        with _translated():
            self._port.timeout = max(0.0, wait_s)
            data = bytes(self._port.read(1))
            if data and most > 1:
                self._port.timeout = 0
                data += bytes(self._port.read(most - 1))
        return data

    def give(self, data: bytes) -> None:
        with _translated():
            self._port.write(data)

    def close(self) -> None:
        with _translated():
            self._port.close()


@contextmanager
def _translated(opening: bool = False) -> Iterator[None]:
    import serial

    foreign: tuple[type[Exception], ...] = (serial.SerialException, OSError, ValueError)
    try:
        # On POSIX pyserial lets termios.error through, which is no OSError (a pty refuses 7E1 with it).
        import termios

        foreign += (termios.error,)
    except ImportError:
        pass
    try:
        yield
    except foreign as error:
        raise DeviceError(_opening_code(error) if opening else "device.gone") from error


def _opening_code(error: Exception) -> str:
    number = getattr(error, "errno", None)
    if number is None and error.args and isinstance(error.args[0], int):
        number = error.args[0]
    if number in _OPENING:
        return _OPENING[number]
    # On Windows pyserial passes the cause on as text only.
    text = str(error)
    if "FileNotFoundError" in text:
        return "device.not_found"
    if "PermissionError" in text or "exclusively lock" in text:
        return "device.busy"
    return "device.settings"


def _by_usb(address: SerialAddress) -> str:
    """The port of the one plugged USB device with these ids: a port's name changes with the cable."""
    import serial.tools.list_ports

    plugged: list[Any] = list(serial.tools.list_ports.comports())
    fits = [
        p
        for p in plugged
        if (p.vid, p.pid) == (address.vendor, address.product)
        and (not address.serial or p.serial_number == address.serial)
        and (not address.location or p.location == address.location)
    ]
    if not fits:
        raise DeviceError("device.not_found")
    if len(fits) > 1:
        raise DeviceError("device.ambiguous", ports=[str(p.device) for p in fits])
    return str(fits[0].device)
