"""A station's tus requests, one by one, with whatever is wrong with them."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Callable
from typing import Any

import requests

JPEG = b"\xff\xd8\xff\xe0"


def picture(size: int = 5_000) -> bytes:
    return JPEG + os.urandom(size - len(JPEG))


def name_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def checksum(data: bytes) -> str:
    return f"sha256 {base64.b64encode(hashlib.sha256(data).digest()).decode()}"


class Sender:
    """One station that sends; by the connections of `request`, if it is given."""

    def __init__(self, station: Any, request: Callable[..., requests.Response] = requests.request) -> None:
        self.station = station
        self._request = request

    def ask(self, method: str, path: str, data: bytes | None = None, **headers: str) -> requests.Response:
        spoken = {"Authorization": f"Bearer {self.station.token}", "Tus-Resumable": "1.0.0"}
        spoken |= {name.replace("_", "-"): value for name, value in headers.items()}
        response = self._request(method, self.station.url + path, data=data, headers=spoken, timeout=20)
        assert response.headers["Tus-Resumable"] == "1.0.0"
        assert response.headers["Cache-Control"] == "no-store"
        return response

    def create(self, data: bytes, **changed: Any) -> requests.Response:
        body = {"sha256": name_of(data), "size": len(data), "kind": "piece"} | changed
        return self.ask("POST", "/v1/blobs", json.dumps(body).encode(), Content_Type="application/json")

    def patch(self, upload: str, offset: int, chunk: bytes, **headers: str) -> requests.Response:
        said = {
            "Content_Type": "application/offset+octet-stream",
            "Upload_Offset": str(offset),
            "Upload_Checksum": checksum(chunk),
        }
        return self.ask("PATCH", f"/v1/blobs/{upload}", chunk, **(said | headers))

    def head(self, upload: str) -> requests.Response:
        return self.ask("HEAD", f"/v1/blobs/{upload}")

    def get(self, name: str) -> requests.Response:
        return self.ask("GET", f"/v1/blobs/{name}")

    def send(self, data: bytes, step: int = 2_000) -> str:
        made = self.create(data)
        assert made.status_code == 201, made.text
        upload = made.json()["id"]
        for start in range(0, len(data), step):
            assert self.patch(upload, start, data[start : start + step]).status_code == 204
        return upload
