"""Simulated scales and scanners that speak the devices' own bytes over real lines, for demo and tests.

A line is a TCP socket on the loopback (works everywhere) or a pseudo terminal (Linux, macOS). Each simulator
is a context manager, gives its `address` for config.toml, and can be unplugged and plugged in again under the
same address.
"""

from __future__ import annotations

import os
import select
import socket
import sys
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from threading import Condition, Thread
from typing import Any, Protocol

from counter_app.devices.serial_scale import GRAMS_PER
from counter_app.errors import DeviceError

_WAIT_S = 5.0


class _Wire(Protocol):
    """One end of a line. `descriptors`: what to wait on; `feed`: the bytes that came on one of them."""

    head: str

    def descriptors(self) -> list[Any]: ...

    def feed(self, ready: Any) -> bytes: ...

    def send(self, data: bytes) -> None: ...

    def connected(self) -> bool: ...

    def plug_in(self) -> None: ...

    def unplug(self) -> None: ...

    def close(self) -> None: ...


class _TcpWire:
    """A server on 127.0.0.1 that serves one connection at a time; its port stays the same when replugged."""

    def __init__(self) -> None:
        self._port = 0
        self._server: socket.socket | None = None
        self._peer: socket.socket | None = None
        self.plug_in()
        self.head = f"socket://127.0.0.1:{self._port}"

    def plug_in(self) -> None:
        server = socket.socket()
        if sys.platform != "win32":
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            server.bind(("127.0.0.1", self._port))
            server.listen(1)
            server.settimeout(_WAIT_S)  # a client may be gone again before it is served
        except OSError:
            server.close()
            raise
        self._server, self._port = server, server.getsockname()[1]

    def descriptors(self) -> list[Any]:
        return [s for s in (self._server, self._peer) if s is not None]

    def connected(self) -> bool:
        return self._peer is not None

    def feed(self, ready: Any) -> bytes:
        try:
            if self._server is not None and ready is self._server:
                peer, _ = self._server.accept()
                self._drop_peer()
                self._peer = peer
                peer.settimeout(_WAIT_S)
                return b""
            data: bytes = ready.recv(4096)
        except OSError:
            data = b""
        if not data:
            self._drop_peer()
        return data

    def send(self, data: bytes) -> None:
        try:
            if self._peer:
                self._peer.sendall(data)
        except OSError:
            self._drop_peer()

    def _drop_peer(self) -> None:
        peer, self._peer = self._peer, None
        if peer:
            peer.close()

    def unplug(self) -> None:
        self._drop_peer()
        server, self._server = self._server, None
        if server:
            # The serving thread may be waiting on it, and would keep it listening for a moment after close.
            with suppress(OSError):
                server.shutdown(socket.SHUT_RDWR)
            server.close()

    def close(self) -> None:
        self.unplug()


class _PtyWire:
    """A pseudo terminal, found by a link whose name stays the same when it is replugged."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="counter-pty-")
        self._link = Path(self._folder.name) / "port"
        self._ends: tuple[int, int] | None = None
        self.plug_in()
        self.head = f"serial:{self._link}"

    def plug_in(self) -> None:
        import pty
        import tty

        master, slave = pty.openpty()
        # Raw, or the terminal would take STX, ETX and CR for itself. The slave is kept open: with no one
        # on it the master would report an error to a simulator that only waits for its client.
        tty.setraw(slave)
        # A replugged line may get the number of the one before: what `select` said of that must not block here.
        os.set_blocking(master, False)
        self._ends = master, slave
        self._link.symlink_to(os.ttyname(slave))

    def descriptors(self) -> list[Any]:
        return [self._ends[0]] if self._ends else []

    def connected(self) -> bool:
        return self._ends is not None

    def feed(self, ready: Any) -> bytes:
        try:
            return os.read(ready, 4096)
        except OSError:
            return b""

    def send(self, data: bytes) -> None:
        while data and self._ends:
            _, writable, _ = select.select([], [self._ends[0]], [], _WAIT_S)
            if not writable:
                return
            with suppress(BlockingIOError):
                data = data[os.write(self._ends[0], data) :]

    def unplug(self) -> None:
        ends, self._ends = self._ends, None
        if ends:
            self._link.unlink()
            for end in ends:
                os.close(end)

    def close(self) -> None:
        self.unplug()
        self._folder.cleanup()


class _SimulatedLine(ABC):
    """A thread that serves one wire. `over`: "socket" or "pty"."""

    def __init__(self, over: str = "socket") -> None:
        self._changed = Condition()
        self._closing = False
        self._wire: _Wire = _PtyWire() if over == "pty" else _TcpWire()
        self._is_pty = over == "pty"
        self._woken, self._wake = socket.socketpair()
        self._thread = Thread(target=self._serve, name="simulated line", daemon=True)
        self._thread.start()

    @abstractmethod
    def _answer(self, data: bytes) -> bytes:
        """What the device says to `data`; called with the lock held."""

    def _serve(self) -> None:
        while True:
            with self._changed:
                if self._closing:
                    return
                waiting = self._wire.descriptors()
            try:
                ready, _, _ = select.select([self._woken, *waiting], [], [], _WAIT_S)
            except (OSError, ValueError):
                continue  # unplugged meanwhile
            with self._changed:
                for one in ready:
                    if one is self._woken:
                        self._woken.recv(64)
                    elif one in self._wire.descriptors():
                        if reply := self._answer(self._wire.feed(one)):
                            self._wire.send(reply)
                        self._changed.notify_all()

    def _nudge(self) -> None:
        self._changed.notify_all()
        self._wake.send(b"!")

    def unplug(self) -> None:
        """Pulls the cable: what is on the line is lost, and the address leads nowhere."""
        with self._changed:
            self._wire.unplug()
            self._nudge()

    def plug_in(self) -> None:
        """Puts the cable back, under the same address."""
        with self._changed:
            self._wire.plug_in()
            self._nudge()

    def close(self) -> None:
        with self._changed:
            if self._closing:
                return
            self._closing = True
            self._nudge()
        self._thread.join(_WAIT_S)
        self._wire.close()
        self._woken.close()
        self._wake.close()

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _SimulatedSerialScale(_SimulatedLine):
    """The plate of a scale: what lies on it and how it behaves. Faults stay until `put`."""

    protocol = ""

    def __init__(self, unit: str = "lb", over: str = "socket") -> None:
        self.unit = unit
        self._grams = 0
        self._state = "still"
        self._mangle: Callable[[bytes], bytes] | None = None
        self._cut: int | None = None
        self.asked = 0
        super().__init__(over)

    @property
    def address(self) -> str:
        """For config.toml. A pty has no parity, so its framing is stated."""
        framing = "&framing=8N1" if self._is_pty else ""
        return f"{self._wire.head}?protocol={self.protocol}&unit={self.unit}{framing}"

    def put(self, grams: int) -> None:
        """Lays a piece of so many grams on the plate; the scale stands still. 0 takes it off."""
        self._set("still", grams)

    def move(self) -> None:
        self._set("moving")

    def overload(self) -> None:
        self._set("over")

    def under_zero(self) -> None:
        self._set("under")

    def needs_zero(self) -> None:
        self._set("off_zero")

    def be_silent(self) -> None:
        """Does not answer any more, as a scale that is switched off behind a plugged cable."""
        self._set("silent")

    def mangle_next(self, mangle: Callable[[bytes], bytes]) -> None:
        """Passes the next reply through `mangle`: a lost or changed byte."""
        with self._changed:
            self._mangle = mangle

    def cut_next(self, after: int) -> None:
        """Loses the cable after so many bytes of the next reply."""
        with self._changed:
            self._cut = after

    def wait_asked(self, times: int, within_s: float = _WAIT_S) -> bool:
        """Waits until the station has asked so many more times; False when it did not."""
        with self._changed:
            goal = self.asked + times
            return self._changed.wait_for(lambda: self.asked >= goal, within_s)

    def _set(self, state: str, grams: int | None = None) -> None:
        with self._changed:
            self._state = state
            self._grams = self._grams if grams is None else grams

    def _answer(self, data: bytes) -> bytes:
        if b"W" not in data or self._state == "silent":
            return b""
        self.asked += 1
        reply = self._reply()
        mangle, self._mangle = self._mangle, None
        reply = mangle(reply) if mangle else reply
        if self._cut is not None:
            kept, self._cut = reply[: self._cut], None
            self._wire.send(kept)
            self._wire.unplug()
            return b""
        return reply

    @abstractmethod
    def _reply(self) -> bytes: ...

    def _shown(self, step: str) -> Decimal:
        return (Decimal(self._grams) / GRAMS_PER[self.unit]).quantize(Decimal(step), ROUND_HALF_UP)


class SimulatedToledoScale(_SimulatedSerialScale):
    """A Mettler Toledo 8217 in lb (0.005 steps shown as xx.xxx) or kg."""

    protocol = "toledo8217"
    _STATUS = {"moving": 0x41, "over": 0x42, "under": 0x44, "off_zero": 0x48}  # noqa: RUF012 - read only

    def _reply(self) -> bytes:
        if self._state in self._STATUS:
            return b"\x02?" + bytes([self._STATUS[self._state]]) + b"\r"
        return b"\x02" + f"{self._shown('0.001'):06.3f}".encode() + b"\r"


class SimulatedNciScale(_SimulatedSerialScale):
    """An NCI (SASI) scale: weight with its unit and two status bytes; only status while it has none."""

    protocol = "nci"
    _STATUS = {"moving": b"10", "over": b"02", "under": b"01", "off_zero": b"0p8"}  # noqa: RUF012 - read only

    def _reply(self) -> bytes:
        if self._state in self._STATUS:
            return b"\n" + self._STATUS[self._state] + b"\r\x03"
        status = b"00" if self._grams else b"20"
        return b"\n" + f"{self._shown('0.001'):07.3f}{self.unit.upper()}".encode() + b"\r\n" + status + b"\r\x03"


class SimulatedSerialScanner(_SimulatedLine):
    """A scanner in USB-COM mode. `suffix` as in the address: cr, crlf, none, stx."""

    def __init__(self, suffix: str = "cr", over: str = "socket") -> None:
        self._suffix = suffix
        super().__init__(over)

    @property
    def address(self) -> str:
        return f"{self._wire.head}?suffix={self._suffix}"

    def scan(self, text: str | bytes, aim: str = "", within_s: float = _WAIT_S) -> None:
        """Sends one scan, after its symbology identifier (`]C1`) where one is given.

        Waits for the station to open the line; DeviceError device.gone when it does not.
        """
        data = aim.encode() + (text.encode() if isinstance(text, str) else text)
        ends = {"cr": data + b"\r", "crlf": data + b"\r\n", "none": data, "stx": b"\x02" + data + b"\x03"}
        self.send(ends[self._suffix], within_s)

    def send(self, data: bytes, within_s: float = _WAIT_S) -> None:
        """Sends bytes as they are: half scans, floods."""
        with self._changed:
            if not self._changed.wait_for(self._wire.connected, within_s):
                raise DeviceError("device.gone")
            self._wire.send(data)

    def _answer(self, data: bytes) -> bytes:
        return b""
