"""Printers on the network (port 9100): ask, send, ask again.

A printer that does not answer is not fine: it is `printer.not_confirmed`. Every DeviceError of `send` tells
in `bytes_sent` how much may have reached the printer; 0 means that nothing can come out.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from counter_app.errors import BadReading, DeviceError
from counter_app.ports import DeviceState, DeviceStatus
from printers import status as read
from printers.addresses import PrinterAddress

_CONNECT_S = 5.0
_ANSWER_S = 2.0
_DRAIN_S = 1.0
_ANSWER_MAX = 4096


class TcpTransport:
    """One conversation with a printer at `host:port`; these take one client at a time, so close it soon."""

    def __init__(self, address: PrinterAddress, poll_s: float = 0.25) -> None:
        self._address = address
        self._poll_s = poll_s
        self._socket: socket.socket | None = None

    def status(self, timeout_s: float) -> DeviceStatus:
        """How the printer is, asked now. Never raises: not being there is a state as well."""
        try:
            self._ready(time.monotonic() + timeout_s)
        except DeviceError as error:
            gone = error.code == "printer.gone"
            return DeviceStatus(
                "printer", self._address.target, DeviceState.GONE if gone else DeviceState.FAULT, error.code
            )
        return DeviceStatus("printer", self._address.target, DeviceState.READY)

    def send(self, data: bytes, timeout_s: float) -> None:
        """Print `data`; returns only when the printer said that all of it is on paper (or `confirm=no`).

        Raises DeviceError `printer.gone`, `.no_paper`, `.head_open`, `.paused`, `.fault`, `.busy`,
        `.not_confirmed`, with `bytes_sent`.
        """
        deadline = time.monotonic() + timeout_s
        try:
            wire = self._ready(deadline)
        except DeviceError as error:
            raise DeviceError(error.code, bytes_sent=0) from error
        start = read.ZPL_FORGET if self._address.language == "zpl" else b""
        sent = 0
        try:
            if start:
                wire.settimeout(_left(deadline))
                wire.sendall(start)
            while sent < len(data):
                wire.settimeout(_left(deadline))
                sent += wire.send(data[sent : sent + 65_536])
        except OSError as error:
            self.close()
            raise DeviceError("printer.gone", bytes_sent=sent) from error
        if self._address.confirm:
            code = self._finished(wire, deadline)
            if code:
                self.close()
                raise DeviceError(code, bytes_sent=sent)
        self._hang_up(wire, sent)

    def close(self) -> None:
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _ready(self, deadline: float) -> socket.socket:
        wire = self._connected(deadline)
        if self._address.confirm:
            code = self._asked(wire, deadline)
            if code:
                self.close()
                raise DeviceError(code)
        return wire

    def _connected(self, deadline: float) -> socket.socket:
        if self._socket is None:
            where = (self._address.target, self._address.port)
            try:
                self._socket = socket.create_connection(where, min(_CONNECT_S, _left(deadline)))
            except OSError as error:
                raise DeviceError("printer.gone") from error
        return self._socket

    def _asked(self, wire: socket.socket, deadline: float) -> str:
        """The code of the printer's state; `printer.not_confirmed` when it gives no answer that makes
        sense.
        """
        until = min(deadline, time.monotonic() + _ANSWER_S)
        try:
            match self._address.language:
                case "zpl":
                    state = _ask(wire, read.ZPL_ASK, read.host_status, until)
                    return state.code
                case "tspl":
                    return _ask(wire, read.TSPL_ASK, _last_byte(read.tspl_status), until)
                case "escpos":
                    code = ""
                    for ask in read.ESCPOS_ASK:
                        found = _ask(wire, ask, _last_byte(partial(read.escpos_status, ask)), until)
                        code = found if found and code in ("", "printer.fault") else code
                    return code
        except BadReading:
            return "printer.not_confirmed"
        except OSError:
            return "printer.gone"

    def _finished(self, wire: socket.socket, deadline: float) -> str:
        """ "" once everything is on paper; else why that could not be seen until the deadline."""
        while True:
            until = min(deadline, time.monotonic() + _ANSWER_S)
            try:
                match self._address.language:
                    case "zpl":
                        state = _ask(wire, read.ZPL_ASK, read.host_status, until)
                        code = state.code or ("" if state.idle else "printer.busy")
                    case "tspl":
                        code = _ask(wire, read.TSPL_ASK, _last_byte(read.tspl_status), until)
                    case "escpos":
                        # Asked once: the answer is queued behind the receipt.
                        return _ask(wire, read.ESCPOS_ASK_AFTER, _last_byte(read.escpos_after), deadline)
            except BadReading:
                code = "printer.not_confirmed"
                if self._address.language == "escpos":
                    return code
            except OSError:
                # Whoever hangs up before answering has not said yes.
                return "printer.not_confirmed"
            if not code or time.monotonic() >= deadline:
                return code
            time.sleep(min(self._poll_s, _left(deadline)))

    def _hang_up(self, wire: socket.socket, sent: int) -> None:
        """Ends our side and waits until the printer has taken everything and ended its own."""
        try:
            wire.shutdown(socket.SHUT_WR)
            wire.settimeout(_DRAIN_S)
            until = time.monotonic() + _DRAIN_S
            while wire.recv(_ANSWER_MAX) and time.monotonic() < until:
                pass
        except TimeoutError:
            pass  # many printers keep their side open; our bytes are acknowledged or the next call fails
        except OSError as error:
            if not self._address.confirm:
                raise DeviceError("printer.not_confirmed", bytes_sent=sent) from error
        finally:
            self.close()


Answer = TypeVar("Answer")


def _ask(wire: socket.socket, ask: bytes, reading: Callable[[bytes], Answer | None], until: float) -> Answer:
    """What `reading` makes of the answer to `ask`.

    Raises BadReading when none comes before `until`, OSError when the printer is gone.
    """
    wire.settimeout(_left(until))
    wire.sendall(ask)
    answer = b""
    while len(answer) < _ANSWER_MAX:
        wire.settimeout(_left(until))
        try:
            part = wire.recv(_ANSWER_MAX)
        except TimeoutError:
            raise BadReading("printer.not_confirmed") from None
        if not part:
            raise ConnectionError("the printer hung up")
        answer += part
        found = reading(answer)
        if found is not None:
            return found
    raise BadReading("printer.bad_answer")


def _last_byte(reading: Callable[[int], str]) -> Callable[[bytes], str]:
    return lambda answer: reading(answer[-1])


def _left(deadline: float) -> float:
    """Seconds until `deadline`; a little more than nothing, since a timeout of 0 means something else."""
    return max(0.001, deadline - time.monotonic())
