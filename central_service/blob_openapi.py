"""What openapi.json says of the photo routes beside the table of routes: headers, statuses, bytes instead of JSON."""

from __future__ import annotations

from typing import Any

_FAULT = {"application/json": {"schema": {"$ref": "#/components/schemas/Fault"}}}
_DONE = {"application/json": {"schema": {"$ref": "#/components/schemas/BlobState"}}}
_BYTES = {"schema": {"type": "string", "contentMediaType": "application/octet-stream"}}


def _header(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "header", "required": True, "schema": schema}


def _refused(*statuses: int) -> dict[str, Any]:
    return {str(status): {"description": "Refused", "content": _FAULT} for status in statuses}


_TUS = _header("Tus-Resumable", {"type": "string", "enum": ["1.0.0"]})
_OFFSET = _header("Upload-Offset", {"type": "string", "pattern": "^[0-9]{1,15}$"})
_CHECKSUM = _header("Upload-Checksum", {"type": "string", "pattern": "^sha256 [A-Za-z0-9+/]{43}=$"})
_PICTURE = {"description": "The photo", "content": {"image/jpeg": {}, "image/png": {}, "application/pdf": {}}}
_STATE = {
    name: {"schema": {"type": "string"}} for name in ("Upload-Offset", "Upload-Length", "Blob-State", "Tus-Resumable")
}
_SAFE = {"description": "How far it is", "headers": _STATE}

DESCRIBED: dict[str, dict[str, Any]] = {
    "POST": {
        "parameters": [_TUS],
        "responses": {
            "200": {"description": "The photo is here", "headers": _STATE, "content": _DONE},
            "201": {"description": "Send its bytes", "headers": _STATE, "content": _DONE},
            **_refused(412),
        },
    },
    "HEAD": {"parameters": [_TUS], "responses": {"200": _SAFE, **_refused(410, 412, 422, 507)}},
    "PATCH": {
        "parameters": [_TUS, _OFFSET, _CHECKSUM],
        "requestBody": {"required": True, "content": {"application/offset+octet-stream": _BYTES}},
        "responses": {"204": _SAFE, **_refused(410, 412, 422, 460, 507)},
        "not": ("200",),
    },
    "DELETE": {
        "parameters": [_TUS],
        "responses": {"204": {"description": "Given up"}, **_refused(410, 412)},
        "not": ("200",),
    },
    "GET": {"responses": {"200": _PICTURE, **_refused(410)}},
}
PLATFORM: dict[str, Any] = {"responses": {"200": _PICTURE, **_refused(410)}}
