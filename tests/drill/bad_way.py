"""What stands between stations and centre on a bad day: loses, delays, cuts, doubles, and answers in the centre's name.

A proxy on loopback that understands just enough HTTP: head, Content-Length, body. What happens to a request is drawn
from a seed; which threads come first is the computer's own affair.
"""

from __future__ import annotations

import http.client
import json
import socket
import threading
from collections import Counter
from contextlib import suppress
from random import Random

PATIENCE_S = 10.0
HTML = b"<html>Welcome to Free Wi-Fi. Accept the terms to go on.</html>"
SAID: tuple[tuple[int, str, dict[str, str]], ...] = (
    (401, "auth.needed", {}),
    (409, "sync.epoch_changed", {"epoch": "an-epoch-that-never-was"}),
    (409, "sync.cursor_scope", {}),
    (410, "sync.cursor_expired", {}),
    (426, "sync.version", {}),
    (429, "clerk.too_many_tries", {}),
    (500, "server.fault", {"id": "00"}),
)
FAULTS = ("lose request", "lose answer", "delay", "late", "cut request", "cut answer", "twice", "html", "status")


class BadWay:
    """A proxy to `port`, which listens on its own `port`. `share` of the requests suffer something; 0 is a good day."""

    def __init__(self, port: int, seed: int) -> None:
        self._to = port
        self._random = Random(seed)
        self._lock = threading.Lock()
        self._ending = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.share = 0.0
        self.done: Counter[str] = Counter()
        """How often each thing happened."""
        self._threads: set[threading.Thread] = set()
        self._lines: set[socket.socket] = set()
        self._begin(self._listen)

    def close(self) -> None:
        self._ending.set()
        self._listener.close()
        with self._lock:
            lines = list(self._lines)
        for line in lines:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
        for thread in list(self._threads):
            thread.join(PATIENCE_S + 5)
            assert not thread.is_alive(), "a line of the proxy does not end"

    def _begin(self, work, *args) -> None:
        def run() -> None:
            try:
                work(*args)
            finally:
                self._threads.discard(thread)

        thread = threading.Thread(target=run, name="bad-way", daemon=True)
        self._threads.add(thread)
        thread.start()

    def _listen(self) -> None:
        self._listener.settimeout(0.2)
        while not self._ending.is_set():
            try:
                line, _ = self._listener.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            line.settimeout(None)
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._begin(self._serve, line)

    def _serve(self, line: socket.socket) -> None:
        with self._lock:
            self._lines.add(line)
        try:
            while not self._ending.is_set():
                request = _read(line)
                if request is None or not self._one(line, *request):
                    return
        except (OSError, http.client.HTTPException):
            return
        finally:
            with self._lock:
                self._lines.discard(line)
            line.close()

    def _draw(self) -> tuple[str, float, int]:
        """What happens, a number between 0 and 1 for how, and which of `SAID`."""
        with self._lock:
            what = self._random.choice(FAULTS) if self._random.random() < self.share else "pass"
            which = self._random.randrange(len(SAID))
            self.done[f"{SAID[which][0]}" if what == "status" else what] += 1
            return what, self._random.random(), which

    def _one(self, line: socket.socket, head: bytes, body: bytes) -> bool:
        """Do something with one request; False when the line is to be cut."""
        what, by, which = self._draw()
        if what == "lose request":
            return False
        if what == "late":
            self._begin(self._late, head, body, by)
            return False
        if what == "cut request":
            with socket.create_connection(("127.0.0.1", self._to), PATIENCE_S) as out:
                out.sendall((head + body)[: int((len(head) + len(body)) * by)])
            return False
        if what == "html":
            line.sendall(_answer(200, HTML, "text/html"))
            return True
        if what == "status" and by < 0.5:
            return self._say(line, which, by)
        if what == "delay":
            self._ending.wait(by * 0.4)
        got = self._passed_on(head, body)
        if what == "twice":
            got = self._passed_on(head, body)
        if what == "lose answer":
            return False
        if what == "cut answer":
            line.sendall(got[: int(len(got) * by)])
            return False
        if what == "status":  # the centre has done it, and something on the way says otherwise
            return self._say(line, which, by)
        line.sendall(got)
        return True

    def _say(self, line: socket.socket, which: int, by: float) -> bool:
        status, code, args = SAID[which]
        html = int(by * 1_000) % 3 == 0
        said = HTML if html else json.dumps({"code": code, "args": args}).encode()
        line.sendall(_answer(status, said, "text/html" if html else "application/json"))
        return True

    def _late(self, head: bytes, body: bytes, by: float) -> None:
        """The asker has long given up when the request arrives."""
        self._ending.wait(by)
        with suppress(OSError, http.client.HTTPException):
            self._passed_on(head, body)

    def _passed_on(self, head: bytes, body: bytes) -> bytes:
        first, *lines = head.decode("latin-1").strip().split("\r\n")
        method, path, _ = first.split(" ")
        asked = http.client.HTTPConnection("127.0.0.1", self._to, timeout=PATIENCE_S)
        try:
            fields = dict(one.split(": ", 1) for one in lines if not one.lower().startswith("accept-encoding"))
            asked.request(method, path, body or None, fields)
            got = asked.getresponse()
            return _answer(got.status, got.read(), got.headers["Content-Type"], got.headers["Retry-After"] or "")
        finally:
            asked.close()


def _read(line: socket.socket) -> tuple[bytes, bytes] | None:
    held = b""
    while b"\r\n\r\n" not in held:
        part = line.recv(65_536)
        if not part:
            return None
        held += part
    head, _, body = held.partition(b"\r\n\r\n")
    length = next((int(one[15:]) for one in head.lower().split(b"\r\n") if one.startswith(b"content-length:")), 0)
    while len(body) < length:
        part = line.recv(65_536)
        if not part:
            return None
        body += part
    return head + b"\r\n\r\n", body


def _answer(status: int, body: bytes, kind: str, later: str = "") -> bytes:
    head = [f"HTTP/1.1 {status} Said", f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
    head += [f"Retry-After: {later}"] if later else []
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body
