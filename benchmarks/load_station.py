"""A station that does nothing but talk: real keys, chains and signatures, its requests made before the clock runs.

Its HTTP is a few lines on a bare socket, so that the load comes from one process while the centre has the other core.
"""

from __future__ import annotations

import base64
import json
import os
import socket
from typing import Any
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from counter_app.domain import evidence
from counter_app.domain.operations import KINDS
from counter_app.domain.values import new_id, new_mail_id

AT_MS = 1_793_631_600_000


class Line:
    """One kept connection to the centre."""

    def __init__(self, base_url: str) -> None:
        parts = urlsplit(base_url)
        self._host = f"{parts.hostname}:{parts.port}"
        self._socket = socket.create_connection((parts.hostname or "", parts.port or 80), 10)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._rest = b""

    def request(self, path: str, body: dict[str, Any], token: str = "", *, gzip: bool = False) -> bytes:
        """The bytes of a POST."""
        data = json.dumps(body, separators=(",", ":")).encode()
        head = [f"POST {path} HTTP/1.1", f"Host: {self._host}", f"Content-Length: {len(data)}"]
        head += ["Content-Type: application/json", *([f"Authorization: Bearer {token}"] if token else [])]
        head += ["Accept-Encoding: gzip"] if gzip else []
        return ("\r\n".join(head) + "\r\n\r\n").encode() + data

    def send(self, request: bytes) -> tuple[bytes, bytes]:
        """Head and body of the answer, as they came. RuntimeError when it is not 200."""
        self.ask_only(request)
        return self.hear()

    def fileno(self) -> int:
        return self._socket.fileno()

    def ask_only(self, request: bytes) -> None:
        self._socket.sendall(request)

    def hear(self) -> tuple[bytes, bytes]:
        """The answer to what was asked."""
        held = self._rest
        while (end := held.find(b"\r\n\r\n")) < 0:
            held += self._more()
        head, held = held[:end].lower(), held[end + 4 :]
        length = int(head.split(b"content-length:", 1)[1].split(b"\r\n", 1)[0])
        parts = [held]
        got = len(held)
        while got < length:
            parts.append(self._more())
            got += len(parts[-1])
        whole = b"".join(parts)
        self._rest = whole[length:]
        if b" 200 " not in head.split(b"\r\n", 1)[0] + b" ":
            raise RuntimeError(f"the centre answered {head[:60]!r} {whole[:200]!r}")
        return head, whole[:length]

    def ask(self, path: str, body: dict[str, Any], token: str = "") -> Any:
        return json.loads(self.send(self.request(path, body, token))[1])

    def close(self) -> None:
        self._socket.close()

    def _more(self) -> bytes:
        got = self._socket.recv(262_144)
        if not got:
            raise RuntimeError("the centre hung up")
        return got


class LoadStation:
    """Enrolled at `store`; `pushes` and `pull` give requests for its `line`."""

    def __init__(self, base_url: str, store: str, code: str, clerk: str) -> None:
        self.line, self.store, self.clerk = Line(base_url), store, clerk
        key = Ed25519PrivateKey.generate()
        self._sign, public = key.sign, key.public_key().public_bytes_raw()
        said = self.line.ask("/v1/devices/register", {"code": code, "public_key": public.hex(), "name": "Load"})
        self._org, self._device, self._epoch = said["org"], said["device_id"], said["epoch"]
        given = self.line.ask("/v1/devices/challenge", {"device_id": self._device})["challenge"]
        proof = self._sign(b"counter-token-1\n" + bytes.fromhex(given)).hex()
        answer = {"device_id": self._device, "challenge": given, "signature": proof}
        self.token = str(self.line.ask("/v1/devices/token", answer)["token"])
        self._incarnation, self._n = str(said["incarnation"]), 0
        self._prev = evidence.genesis(self._org, store, self._device, self._incarnation, public).hex()

    def pushes(self, count: int, batch: int) -> list[bytes]:
        """`count` requests of `batch` new pieces each."""
        made = []
        for _ in range(count):
            ops = [self._received() for _ in range(batch)]
            body = {"epoch": self._epoch, "device_id": self._device, "incarnation": self._incarnation, "ops": ops}
            made.append(self.line.request("/v1/sync/push", body, self.token))
        return made

    def pull(self, cursor: str, max_rows: int, *, gzip: bool = False) -> bytes:
        body = {"streams": [{"id": f"store:{self.store}", "cursor": cursor}], "max_rows": max_rows}
        return self.line.request("/v1/sync/pull", body, self.token, gzip=gzip)

    def _received(self) -> dict[str, Any]:
        body = {
            "mail_id": new_mail_id(os.urandom(6)),
            "account": "",
            "mailbox": "",
            "name": "Nora J. Fernández",
            "matched": "",
            "verdict": "no",
            "mail_type": "package",
            "tracking": f"1Z{os.urandom(8).hex().upper()}",
            "weight_g": 1_360,
            "shelf": "B-12",
        }
        known = KINDS["item.received"]
        shown = {key: value for key, value in body.items() if key in known.fields}
        hidden, opened = evidence.conceal(shown, known.personal, os.urandom)
        self._n += 1
        core = {
            "v": 1,
            "op_id": new_id(AT_MS, os.urandom(10)),
            "n": self._n,
            "prev": self._prev,
            "kind": "item.received",
            "entity": new_id(AT_MS, os.urandom(10)),
            "actor": self.clerk,
            "grant": "",
            "present": "password",
            "at_ms": AT_MS,
            "mono_ms": 5,
            "boot": "b1",
            "offset_ms": 0,
            "offset_age_s": 1,
            "org": self._org,
            "store": self.store,
            "device": self._device,
            "incarnation": self._incarnation,
            "body": hidden,
        }
        data = evidence.canonical(core)
        digest = evidence.op_hash(data)
        self._prev = digest.hex()
        return {
            "core": base64.b64encode(data).decode(),
            "sig": self._sign(evidence.signing_bytes(digest)).hex(),
            "open": {key: [salt.hex(), text] for key, (salt, text) in opened.items()},
        }
