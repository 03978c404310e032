"""Photos over the line to the centre: the tus 1.0 subset as a station speaks it (3.11, docs/protocol-blobs.md)."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from counter_app.errors import Offline, SyncError
from counter_app.limits import BLOB_MAX_BYTES
from counter_app.sync.central import Central
from counter_app.sync.wire import parse_json

TUS = "1.0.0"
FETCH_S = 120.0
_STATES = ("sending", "stored", "durable")


class InDoubt(SyncError):
    """The centre is at another offset, or the chunk came damaged: ask how far it is, and go on from there."""


class PhotoRefused(SyncError):
    """The centre does not take this photo; others it may."""


class NotThere(SyncError):
    """The centre does not know this upload or this photo (any more)."""


@dataclass(frozen=True, slots=True)
class At:
    """Where an upload stands at the centre; `state` is sending, stored or durable."""

    id: str
    offset: int
    state: str


class BlobLine:
    """The four requests, on one `Central`; as safe for threads as that is."""

    def __init__(self, central: Central) -> None:
        self._central = central

    def create(self, sha256: str, size: int, kind: str) -> At:
        """Begin, go on, or hear that the centre has it. PhotoRefused."""
        body = json.dumps({"sha256": sha256, "size": size, "kind": kind}).encode()
        headers = {"Content-Type": "application/json", "Upload-Length": str(size)}
        status, said, answer = self._ask("POST", "/v1/blobs", body, headers)
        if status not in (200, 201):
            raise _refused(status, answer)
        upload = parse_json(answer).get("id")
        if not isinstance(upload, str) or not upload.isalnum() or len(upload) > 64:
            raise Offline("sync.not_the_centre")
        return _at(upload, said, size)

    def look(self, upload: str, size: int) -> At:
        """How far an upload, or how safe a photo (by its SHA-256), is. NotThere."""
        status, said, answer = self._ask("HEAD", f"/v1/blobs/{upload}", b"", {})
        if status != 200:
            raise _refused(status, answer)
        return _at(upload, said, size)

    def append(self, at: At, chunk: bytes, size: int) -> At:
        """Send the bytes that are wanted next. InDoubt, NotThere, PhotoRefused."""
        headers = {
            "Content-Type": "application/offset+octet-stream",
            "Upload-Offset": str(at.offset),
            "Upload-Checksum": f"sha256 {base64.b64encode(hashlib.sha256(chunk).digest()).decode()}",
        }
        status, said, answer = self._ask("PATCH", f"/v1/blobs/{at.id}", chunk, headers)
        if status != 204:
            raise _refused(status, answer)
        return _at(at.id, said, size)

    def fetch(self, sha256: str) -> bytes:
        """A photo back from the centre. NotThere; SyncError("photo.damaged") when it is another one than was sent."""
        path = f"/v1/blobs/{sha256}"
        status, _, answer = self._ask("GET", path, b"", {}, seconds=FETCH_S, most=BLOB_MAX_BYTES)
        if status != 200:
            raise _refused(status, answer)
        if hashlib.sha256(answer).hexdigest() != sha256:
            raise SyncError("photo.damaged")
        return answer

    def _ask(
        self, method: str, path: str, data: bytes, headers: Mapping[str, str], seconds: float = 0.0, most: int = 0
    ) -> tuple[int, Mapping[str, str], bytes]:
        spoken = {"Tus-Resumable": TUS, **headers}
        status, said, answer = self._central.carry(method, path, data, spoken, seconds=seconds, most=most)
        if said.get("Tus-Resumable") != TUS:
            raise Offline("sync.not_the_centre")
        return status, said, answer


def _at(upload: str, said: Mapping[str, str], size: int) -> At:
    offset, state = said.get("Upload-Offset", ""), said.get("Blob-State", "")
    if not (offset.isascii() and offset.isdigit() and len(offset) < 16 and int(offset) <= size) or state not in _STATES:
        raise Offline("sync.not_the_centre")
    return At(upload, int(offset), state)


def _refused(status: int, answer: bytes) -> SyncError:
    said = parse_json(answer) if answer else {}
    code = str(said.get("code") or "sync.refused")[:80]
    if status in (409, 423, 460):
        return InDoubt(code, status=status)
    if status in (404, 410):
        return NotThere(code, status=status)
    if status in (400, 413, 415, 422):
        return PhotoRefused(code, status=status)
    return SyncError(code, status=status)
