"""`/openapi.json`, made from the table of routes and the shapes of their messages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_type_hints

import msgspec

from central_service.messages import Fault, Id
from central_service.route import Route
from central_service.shapes import schema

_FAULTS = {
    "anybody": (400, 401, 403, 408, 413, 415, 429),
    "device": (400, 401, 403, 404, 408, 409, 410, 413, 415, 426, 429),
    "platform": (400, 401, 403, 404, 408, 409, 413, 415),
}
PATH = "/openapi.json"


def openapi(routes: Sequence[Route]) -> dict[str, Any]:
    """The document (OpenAPI 3.1) for `routes` and for itself."""
    named: dict[str, Any] = {}
    paths: dict[str, Any] = {PATH: {"get": _itself()}}
    for route in routes:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route, named)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Counter central service", "version": "1", "description": "See docs/protocol.md."},
        "paths": paths,
        "components": {
            "schemas": named,
            "securitySchemes": {
                "device": {"type": "http", "scheme": "bearer", "description": "Token of a station, 15 minutes"},
                "platform": {"type": "http", "scheme": "bearer", "description": "Token of the platform"},
            },
        },
    }


def _operation(route: Route, named: dict[str, Any]) -> dict[str, Any]:
    fault = {"description": "Refused", "content": _json(schema(Fault, named))}
    found: dict[str, Any] = {
        "operationId": f"{route.method.lower()}{route.path.replace('/', '_').replace('{', '').replace('}', '')}",
        "summary": route.summary,
        "security": [] if route.caller == "anybody" else [{route.caller: []}],
        "responses": {
            "200": {"description": "Done", "content": _json(schema(route.answers, named))},
            **{str(status): fault for status in (*_FAULTS[route.caller], 503)},
        },
    }
    parameters = []
    if "{id}" in route.path:
        parameters.append({"name": "id", "in": "path", "required": True, "schema": schema(Id, named)})
    if route.asks is not None and route.method == "GET":
        hints = get_type_hints(route.asks, include_extras=True)
        parameters += [
            {
                "name": field.name,
                "in": "query",
                "required": field.required,
                "schema": schema(hints[field.name], named),
            }
            for field in msgspec.structs.fields(route.asks)
        ]
    elif route.asks is not None:
        found["requestBody"] = {"required": True, "content": _json(schema(route.asks, named))}
    parameters += route.described.get("parameters", ())
    found["responses"] |= route.described.get("responses", {})
    for status in route.described.get("not", ()):
        del found["responses"][status]
    if "requestBody" in route.described:
        found["requestBody"] = route.described["requestBody"]
    return {**found, "parameters": parameters} if parameters else found


def _itself() -> dict[str, Any]:
    return {
        "operationId": "get_openapi",
        "summary": "This document",
        "security": [],
        "responses": {"200": {"description": "Done", "content": _json({"type": "object"})}},
    }


def _json(body: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": body}}
