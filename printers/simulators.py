"""Printers that are not there: they take the same bytes on a real socket, and fail the way printers do.

For tests and for the demo store. What "comes out" is kept, label by label, with copies.
"""

from __future__ import annotations

import contextlib
import re
import socket
import threading
from collections.abc import Callable

from counter_app.errors import DeviceError
from printers.readers import next_escpos

_TICK_S = 0.02


class _Listening:
    """A socket on loopback with one client at a time; `power_off` and `power_on` keep the port."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self._buffer = b""
        self._muted = False
        self._cut_after: int | None = None
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self.port = 0
        self.power_on()

    def power_on(self) -> None:
        """Listens again, on the same port."""
        if self._thread is not None:
            return
        self._stop.clear()
        listener = socket.create_server(("127.0.0.1", self.port))
        self.port = listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, args=(listener,), name="simulated-printer")
        self._thread.start()

    def power_off(self) -> None:
        """Hangs up, and forgets everything that was not printed yet."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(5)
            self._thread = None
        with self.changed:
            self._buffer = b""
            self._forget()

    def close(self) -> None:
        self.power_off()

    def mute(self, muted: bool = True) -> None:
        """No answers any more; it prints on."""
        with self.changed:
            self._muted = muted

    def cut_after(self, count: int) -> None:
        """The next conversation breaks off when `count` bytes of it have come."""
        with self.changed:
            self._cut_after = count

    def wait_for(self, fact: Callable[[], bool], timeout_s: float = 5.0) -> bool:
        """Waits until `fact` holds; looked at whenever something changes here."""
        with self.changed:
            return self.changed.wait_for(fact, timeout_s)

    def _serve(self, listener: socket.socket) -> None:
        listener.settimeout(_TICK_S)
        with listener:
            while not self._stop.is_set():
                try:
                    client, _ = listener.accept()
                except TimeoutError:
                    continue
                with client, contextlib.suppress(OSError):
                    self._talk(client)

    def _talk(self, client: socket.socket) -> None:
        client.settimeout(_TICK_S)
        came = 0
        while not self._stop.is_set():
            try:
                part = client.recv(65_536)
            except TimeoutError:
                continue
            if not part:
                return
            with self.changed:
                cut = self._cut_after is not None and came + len(part) >= self._cut_after
                if cut and self._cut_after is not None:
                    part = part[: max(0, self._cut_after - came)]
                    self._cut_after = None
                came += len(part)
                self._buffer += part
                answer = self._work()
                self.changed.notify_all()
                muted = self._muted
            if cut:
                # A reset, as when the plug is pulled.
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
                return
            if answer and not muted:
                client.sendall(answer)

    def _work(self) -> bytes:
        """Takes what it can from the buffer; gives what is to be answered. Called with the lock held."""
        raise NotImplementedError

    def _forget(self) -> None:
        """Power is gone: what is in memory is lost."""


class SimulatedZplPrinter(_Listening):
    """A Zebra on port 9100. `labels` are the labels that came out, each from ^XA through ^XZ.

    `silent_when_stopped` makes it like the newer ones, which give no answer while they cannot print.
    """

    def __init__(self, silent_when_stopped: bool = False) -> None:
        self.labels: list[bytes] = []
        self._waiting: list[bytes] = []
        self._faults: set[str] = set()
        self._out_after: int | None = None
        self._silent_when_stopped = silent_when_stopped
        super().__init__()

    def paper_out(self, after: int = 0) -> None:
        """The roll ends, now or when `after` more labels have come out."""
        with self.changed:
            if after:
                self._out_after = len(self.labels) + after
            else:
                self._faults.add("paper")

    def head_open(self) -> None:
        with self.changed:
            self._faults.add("head")

    def pause(self) -> None:
        with self.changed:
            self._faults.add("pause")

    def mend(self) -> None:
        """Paper is in, the head is closed, it is not paused; what waited in its memory comes out."""
        with self.changed:
            self._faults.clear()
            self._out_after = None
            self._print()
            self.changed.notify_all()

    def wait_for_labels(self, count: int, timeout_s: float = 5.0) -> bool:
        return self.wait_for(lambda: len(self.labels) >= count, timeout_s)

    def _work(self) -> bytes:
        answer = b""
        while True:
            found = re.search(rb"~HS|~JX|\^XZ", self._buffer)
            if found is None:
                return answer
            before, self._buffer = self._buffer[: found.end()], self._buffer[found.end() :]
            if found[0] == b"^XZ":
                begun = before.find(b"^XA")
                if begun >= 0:
                    self._waiting.append(before[begun:])
                self._print()
            elif found[0] == b"~HS":
                # A control command acts at once; the format that it interrupts goes on.
                self._buffer = before[: -len(found[0])] + self._buffer
                answer += self._status()
            # ~JX: what came of an unfinished format is dropped.

    def _print(self) -> None:
        while self._waiting and not self._faults:
            label = self._waiting.pop(0)
            copies = re.search(rb"\^PQ(\d+)", label)
            self.labels += [label] * (int(copies[1]) if copies else 1)
            if self._out_after is not None and len(self.labels) >= self._out_after:
                self._faults.add("paper")

    def _status(self) -> bytes:
        if self._silent_when_stopped and self._faults:
            return b""
        paper, head, paused = (int(fault in self._faults) for fault in ("paper", "head", "pause"))
        stopped = int(bool(paused or paper or head))
        first = f"030,{paper},{stopped},1218,{len(self._waiting):03d},0,0,0,000,0,0,0"
        second = f"000,0,{head},0,0,2,4,0,{0:08d},1,000"
        return "".join(f"\x02{line}\x03\r\n" for line in (first, second, "1234,0")).encode("ascii")

    def _forget(self) -> None:
        self._waiting.clear()


class SimulatedReceiptPrinter(_Listening):
    """A receipt printer that speaks ESC/POS. `receipts` are the strips that were cut off, as their bytes."""

    def __init__(self) -> None:
        self.receipts: list[bytes] = []
        self.problem = ""
        """What it could not read, "" while everything was a command it knows."""
        self._strip = b""
        self._faults: set[str] = set()
        super().__init__()

    def paper_out(self) -> None:
        with self.changed:
            self._faults.add("paper")

    def cover_open(self) -> None:
        with self.changed:
            self._faults.add("cover")

    def mend(self) -> None:
        with self.changed:
            self._faults.clear()
            self._work()
            self.changed.notify_all()

    def wait_for_receipts(self, count: int, timeout_s: float = 5.0) -> bool:
        return self.wait_for(lambda: len(self.receipts) >= count, timeout_s)

    def _work(self) -> bytes:
        answer = b""
        if self._faults:
            # Off line: the buffer is not worked off, only real-time commands are (here: when they come
            # alone).
            while self._buffer[:2] == b"\x10\x04" and len(self._buffer) >= 3:
                answer += self._real_time(self._buffer[2])
                self._buffer = self._buffer[3:]
            return answer
        while True:
            try:
                step = next_escpos(self._buffer)
            except DeviceError as error:
                self.problem = str(error.facts["why"])
                self._buffer = self._strip = b""
                return answer
            if step is None:
                return answer
            command, length = step
            taken, self._buffer = self._buffer[:length], self._buffer[length:]
            if command.name == "DLE \x04":
                answer += self._real_time(command.data[0])
            elif command.name == "GS r":
                answer += b"\x00"
            else:
                self._strip += taken
                if command.name == "GS V":
                    self.receipts.append(self._strip)
                    self._strip = b""

    def _real_time(self, number: int) -> bytes:
        cover, paper = "cover" in self._faults, "paper" in self._faults
        bits = {
            1: 0x08 * bool(self._faults),
            2: 0x04 * cover | 0x20 * paper,
            4: 0x60 * paper,
        }
        return bytes([0x12 | bits.get(number, 0)])

    def _forget(self) -> None:
        self._strip = b""
