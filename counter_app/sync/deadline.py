"""One deadline for a whole exchange with the centre, whatever part of it is slow.

The timeouts of requests hold between two bytes only: a line that gives a byte a second, in the handshake, in the head
or in the body, or that takes one a second of what is sent, would keep the exchange for hours. So every connection that
is opened is known here, and cut from outside when the time is over.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import requests
from requests import packages
from requests.adapters import HTTPAdapter

_urllib3: Any = packages.urllib3  # type: ignore[attr-defined]
_POOLS = {
    "http": (_urllib3.connectionpool.HTTPConnectionPool, _urllib3.connection.HTTPConnection),
    "https": (_urllib3.connectionpool.HTTPSConnectionPool, _urllib3.connection.HTTPSConnection),
}


class Deadline:
    """Watches the connections of one session: `with deadline.of(30.0): session.get(...)`. One thread at a time."""

    def __init__(self, session: requests.Session, timer: type[threading.Timer] = threading.Timer) -> None:
        self.passed = self._over = False
        self._timer, self._block = timer, 0
        self._lines: set[socket.socket] = set()
        self._changed = threading.Lock()
        adapter = _Adapter(self)
        for scheme in ("https://", "http://"):
            session.mount(scheme, adapter)

    @contextmanager
    def of(self, seconds: float) -> Iterator[None]:
        """Cut every connection when the block takes longer; then `passed` is True until the next block."""
        with self._changed:
            self.passed = self._over
            self._block += 1
            timer = self._timer(seconds, self._cut, (self._block,))
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            with self._changed:
                self._block += 1  # one that was just about to cut must not reach the next exchange

    def opened(self, line: socket.socket) -> socket.socket:
        """A second handle of a new connection: it stays valid when TLS takes over the first one."""
        handle = line.dup()
        with self._changed:
            self._lines.add(handle)
            if self._over:
                _end(handle)
        return handle

    def closed(self, handle: socket.socket) -> None:
        with self._changed:
            self._lines.discard(handle)
            handle.close()

    def cut(self) -> None:
        """Cut every connection now, and every one that is opened later; `passed` stays True. From any thread."""
        with self._changed:
            self.passed = self._over = True
            for line in self._lines:
                _end(line)

    def _cut(self, block: int) -> None:
        with self._changed:
            if block != self._block:
                return
            self.passed = True
            for line in self._lines:
                _end(line)


def _end(line: socket.socket) -> None:
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


class _Adapter(HTTPAdapter):
    """The usual one, with connections that tell the deadline of themselves."""

    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline
        super().__init__()

    def init_poolmanager(self, *args: Any, **more: Any) -> None:
        super().init_poolmanager(*args, **more)
        self.poolmanager.pool_classes_by_scheme = {
            scheme: type(pool.__name__, (pool,), {"ConnectionCls": _watched(connection, self._deadline)})
            for scheme, (pool, connection) in _POOLS.items()
        }


def _watched(connection: Any, deadline: Deadline) -> Any:
    class Watched(connection):  # type: ignore[misc]
        _handle: socket.socket | None = None

        def _new_conn(self) -> socket.socket:
            line: socket.socket = super()._new_conn()
            self._handle = deadline.opened(line)
            return line

        def close(self) -> None:
            super().close()
            handle, self._handle = self._handle, None
            if handle is not None:
                deadline.closed(handle)

    return Watched
