"""Stations that push through a failover: each operation goes out until it is answered, and each answer is judged."""

from __future__ import annotations

import base64
import json
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from benchmarks.load_station import Line, LoadStation

ANSWER_S = 40.0
"""A request that is not answered by then hangs. The service's own waits: 10 s for a connection, 15 s a statement."""
PAUSE_S = 0.05


class Wrong(Exception):
    """An answer that no failover excuses."""


@dataclass
class Heard:
    """What all stations heard; written under one lock."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    acknowledged: dict[str, str] = field(default_factory=dict)
    """op_id -> store, for each operation that was answered `applied`."""
    at: list[float] = field(default_factory=list)
    """When an accepted answer came (monotonic)."""
    answers: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    slowest_s: float = 0.0


class Pusher(LoadStation):
    """One station on a thread of its own, from `start` to `stop`: a new piece as soon as the last one is answered."""

    def __init__(self, base_url: str, store: str, code: str, clerk: str, heard: Heard, batch: int = 5) -> None:
        super().__init__(base_url, store, code, clerk)
        self._url, self._heard, self._batch = base_url, heard, batch
        self._stop, self._left = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"pusher-{store}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """What is under way is pushed until it is answered; then the thread ends."""
        self._stop.set()
        self._thread.join(120)
        if self._thread.is_alive():
            raise AssertionError("a station does not get its last operations answered")
        self.line.close()

    def leave(self) -> None:
        """End whatever is under way, for a drill that has failed."""
        self._left.set()
        self._stop.set()
        self._thread.join(2 * ANSWER_S)

    def _run(self) -> None:
        while not self._stop.is_set():
            ops = [self._received() for _ in range(self._batch)]
            try:
                while not self._answered(ops):
                    # A station would wait longer; the drill wants to see the first moment.
                    if self._left.wait(PAUSE_S):
                        return
            except Wrong as error:
                with self._heard.lock:
                    self._heard.wrong.append(str(error))
                return

    def _answered(self, ops: list[dict[str, Any]]) -> bool:
        body = {"epoch": self._epoch, "device_id": self._device, "incarnation": self._incarnation, "ops": ops}
        status, said = self._post("/v1/sync/push", body, self.token)
        if status == 401:
            self._log_on()
            return False
        if status != 200:
            return False
        states = {one["status"] for one in said["results"]}
        if states != {"applied"}:
            raise Wrong(f"answered {said['results']}")
        with self._heard.lock:
            self._heard.at.append(time.monotonic())
            self._heard.acknowledged.update((_op_id(one), self.store) for one in ops)
        return True

    def _log_on(self) -> None:
        status, said = self._post("/v1/devices/challenge", {"device_id": self._device})
        if status != 200:
            return
        proof = self._sign(b"counter-token-1\n" + bytes.fromhex(said["challenge"])).hex()
        answer = {"device_id": self._device, "challenge": said["challenge"], "signature": proof}
        status, said = self._post("/v1/devices/token", answer)
        if status == 200:
            self.token = said["token"]

    def _post(self, path: str, body: dict[str, Any], token: str = "") -> tuple[int, Any]:
        """Status and what was said; (0, None) when the line broke. Wrong for anything without a stable code."""
        began = time.monotonic()
        try:
            self.line._socket.settimeout(ANSWER_S)
            status, said = self._exchange(self.line.request(path, body, token))
        except TimeoutError as error:
            raise Wrong(f"{path} not answered within {ANSWER_S:.0f} s") from error
        except (OSError, RuntimeError) as error:
            self.line.close()
            status, said = 0, None
            with suppress(OSError):
                self.line = Line(self._url)
            with self._heard.lock:
                self._heard.answers[f"line: {error}"] += 1
        took = time.monotonic() - began
        with self._heard.lock:
            self._heard.slowest_s = max(self._heard.slowest_s, took)
            if status:
                self._heard.answers[f"{status} {'' if status == 200 else said.get('code')}".strip()] += 1
        if status >= 500 and (status != 503 or said.get("code") != "server.busy"):
            raise Wrong(f"{path}: {status} {said}")
        return status, said

    def _exchange(self, request: bytes) -> tuple[int, Any]:
        line = self.line
        line._socket.sendall(request)
        held = b""
        while (end := held.find(b"\r\n\r\n")) < 0:
            held += line._more()
        head, held = held[:end].lower(), held[end + 4 :]
        length = int(head.split(b"content-length:", 1)[1].split(b"\r\n", 1)[0])
        while len(held) < length:
            held += line._more()
        try:
            said = json.loads(held)
        except ValueError as error:
            raise Wrong(f"not the service's JSON: {head!r} {held[:200]!r}") from error
        return int(head.split(b" ", 2)[1]), said


def _op_id(pushed: dict[str, Any]) -> str:
    return str(json.loads(base64.b64decode(pushed["core"]))["op_id"])


def longest_gap(at: list[float], since: float, until: float) -> float:
    """The longest time without an accepted answer between two moments, seconds."""
    inside = [since, *(one for one in sorted(at) if since < one < until), until]
    return max(later - earlier for earlier, later in pairwise(inside))
