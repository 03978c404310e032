"""Bytes on the wire of a round in which nothing happened: the station's own request and the centre's answer, with their
heads, as a counting line between the two saw them."""

from __future__ import annotations

import socket
import threading
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from benchmarks.bench import Figure, apart
from benchmarks.sync_in import centre_with
from counter_app.sync.central import Central
from counter_app.sync.proof import ROOT_SHOWN

GOAL, ROUNDS = 1_024, 5


def measure(folder: Path) -> list[Figure]:
    """Request and answer of an empty pull, heads included."""
    with centre_with(folder, 100) as (url, platform), _Line(url) as line:
        central, key = Central(line.url), Ed25519PrivateKey.generate()
        try:
            said = central.register(platform.enrolment_code(), key.public_key().public_bytes_raw(), "Bench")
            central.speak_for(said["device_id"], key.sign)
            stream = {"id": f"store:{said['store']}", "cursor": ""}
            body: dict[str, Any] = {"streams": [stream], "schema": 1, "tree": [{}]}
            more = True
            while more:
                told = central.pull(body)
                page = told["streams"][0]
                stream["cursor"], more = page.get("next", stream["cursor"]), page.get("more", False)
                for checkpoint in told.get("checkpoint", ()):
                    body["tree"] = [{"size": checkpoint["size"], "root": checkpoint["root"][:ROOT_SHOWN]}]
            each = []
            for _ in range(ROUNDS):
                line.up = line.down = 0
                central.pull(body)
                each.append(line.up + line.down)
            note = f"{line.up} asked, {line.down} answered, heads included, on a kept connection"
        finally:
            central.close()
    value = max(each)
    return [Figure("sync_empty_round", value, "B", GOAL, value <= GOAL, "none: bytes both ways", note, apart(each))]


class _Line:
    """A line to the centre that counts what goes `up` and `down`."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._there = (parts.hostname or "", parts.port or 80)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.up = self.down = 0
        self._open: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._take)]

    def __enter__(self) -> _Line:
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        for one in (self._listener, *self._open):
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            one.close()
        for thread in self._threads:
            thread.join()

    def _take(self) -> None:
        while True:
            try:
                mine, _ = self._listener.accept()
            except OSError:
                return
            theirs = socket.create_connection(self._there)
            self._open += [mine, theirs]
            for whence, whither, name in ((mine, theirs, "up"), (theirs, mine, "down")):
                thread = threading.Thread(target=self._pass, args=(whence, whither, name))
                self._threads.append(thread)
                thread.start()

    def _pass(self, whence: socket.socket, whither: socket.socket, name: str) -> None:
        try:
            while data := whence.recv(65_536):
                setattr(self, name, getattr(self, name) + len(data))
                whither.sendall(data)
        except OSError:
            return
