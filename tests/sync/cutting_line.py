"""A network that breaks: bytes between a station and a centre pass until so many have gone, then the line is cut."""

from __future__ import annotations

import selectors
import socket
import threading


class CuttingLine:
    """A TCP relay on loopback. Each connection takes the next of `cuts`: (bytes up, bytes down) that still pass.

    None passes everything; so does every connection when the list is used up. `sent_up` counts what went through.
    """

    def __init__(self, port: int) -> None:
        self.cuts: list[tuple[int | None, int | None]] = []
        self.connections = 0
        self.sent_up = 0
        self._to = port
        self._stop = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.05)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def close(self) -> None:
        self._stop.set()
        for one in self._threads:
            one.join(10)
            assert not one.is_alive()
        self._listener.close()

    def _accept(self) -> None:
        while not self._stop.is_set():
            try:
                near, _ = self._listener.accept()
            except TimeoutError:
                continue
            self.connections += 1
            cut = self.cuts.pop(0) if self.cuts else (None, None)
            thread = threading.Thread(target=self._relay, args=(near, cut))
            self._threads.append(thread)
            thread.start()

    def _relay(self, near: socket.socket, cut: tuple[int | None, int | None]) -> None:
        far = socket.create_connection(("127.0.0.1", self._to), timeout=5)
        with near, far, selectors.DefaultSelector() as at:
            left = {near: cut[0], far: cut[1]}
            other = {near: far, far: near}
            for one in other:
                at.register(one, selectors.EVENT_READ)
            while not self._stop.is_set():
                for key, _ in at.select(0.05):
                    one = key.fileobj
                    assert isinstance(one, socket.socket)
                    room = left[one]
                    try:
                        data = one.recv(65_536 if room is None else max(1, min(65_536, room + 1)))
                        passes = data if room is None else data[:room]
                        other[one].sendall(passes)
                    except OSError:
                        return
                    self.sent_up += len(passes) if one is near else 0
                    if room is not None:
                        left[one] = room - len(passes)
                    if not data or len(passes) < len(data):
                        return
