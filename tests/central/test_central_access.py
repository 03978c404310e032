"""Who gets in, and with what: the description, bodies, origins. Wrong callers have a file of their own."""

from __future__ import annotations

from pathlib import Path

import requests

from central_service.routes import routes
from counter_app.limits import REQUEST_MAX_BYTES


def described(shop) -> dict:
    return requests.get(shop.url + "/openapi.json", timeout=10).json()


def test_every_route_is_described_and_nothing_else(shop):
    paths = described(shop)["paths"]
    found = {(method.upper(), path) for path, item in paths.items() for method in item}
    assert found == {(one.method, one.path) for one in routes(demo=True)} | {("GET", "/openapi.json")}
    for one in routes(demo=True):
        said = paths[one.path][one.method.lower()]
        assert said["security"] == ([] if one.caller == "anybody" else [{one.caller: []}])


def test_every_route_stands_in_the_written_protocol():
    text = (Path(__file__).parents[2] / "docs" / "protocol.md").read_text(encoding="utf-8")
    assert [one.path for one in routes(demo=True) if one.path not in text] == []


def test_every_reference_in_openapi_leads_somewhere(shop):
    document = described(shop)
    waiting, names = [document], set()
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            names |= {value["$ref"]} if "$ref" in value else set()
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    assert names == {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}


def test_a_device_of_another_store_sees_and_changes_nothing_of_this_one(shop):
    mine = shop.station()
    mine.push(mine.received())
    shop.platform.store(shop.store + "b")
    other = shop.station(shop.store + "b")
    base = {"epoch": mine.epoch, "incarnation": mine.incarnation}
    foreign = [
        ("/v1/sync/push", base | {"device_id": mine.device, "ops": [mine.received()]}, 403),
        ("/v1/sync/pull", {"streams": [{"id": f"store:{shop.store}", "cursor": ""}], "max_rows": 10}, 403),
        ("/v1/clerks/login", {"email": "cleo@example.org", "password": "open sesame"}, 403),
    ]
    for path, body, status in foreign:
        response = requests.post(
            shop.url + path, json=body, headers={"Authorization": f"Bearer {other.token}"}, timeout=10
        )
        assert response.status_code == status, path
    assert not any(other.rows()["item"])
    # A core that names the other store is not taken either, under the device's own id.
    op = mine.received()
    results = other.push(op)
    assert results[0]["code"] == "core.not_yours"


def test_a_page_of_a_browser_cannot_reach_the_demo(shop):
    for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Host": "evil.example"}):
        response = requests.get(shop.url + "/v1/hello", headers=headers, timeout=10)
        assert response.status_code == 403, headers
    assert requests.get(shop.url + "/v1/hello", headers={"Origin": shop.url}, timeout=10).status_code == 200


def post(shop, data: bytes, path: str = "/v1/devices/challenge", **headers: str) -> requests.Response:
    return requests.post(
        shop.url + path, data=data, headers={"Content-Type": "application/json", **headers}, timeout=20
    )


def test_a_body_that_is_not_what_was_agreed_is_400_with_a_code(shop):
    deep = b'{"device_id":' + b"[" * 30 + b"]" * 30 + b"}"
    for data, code in (
        (b"", "request.not_json"),
        (b"<html><body>Sign in</body></html>", "request.not_json"),
        (b"\xff\xfe\x00", "request.not_json"),
        (b'{"device_id":"a","device_id":"b"}', "request.not_json"),
        (b'{"device_id":NaN}', "request.not_json"),
        (b"[" * 100_000, "request.not_json"),
        (b'{"device_id":' + b"9" * 10_000 + b"}", "request.not_json"),
        (deep, "request.too_deep"),
        (b"[]", "request.field_wrong"),
        (b"{}", "request.field_missing"),
        (b'{"device_id":5}', "request.field_wrong"),
        (b'{"device_id":"\\ud800"}', "request.field_wrong"),
        (b'{"device_id":"\\u0000"}', "request.field_wrong"),
        (b'{"device_id":"a","more":1}', "request.field_unknown"),
        (b'{"device_id":"a","\\ud800":1}', "request.field_unknown"),
    ):
        response = post(shop, data)
        assert (response.status_code, response.json()["code"]) == (400, code), data[:40]
        assert "Traceback" not in response.text


def test_too_large_a_body_is_413_with_and_without_a_length(shop):
    big = b'{"device_id":"' + b"x" * REQUEST_MAX_BYTES + b'"}'
    assert post(shop, big).json()["code"] == "request.too_large"
    chunked = requests.post(
        shop.url + "/v1/devices/challenge",
        data=iter([big[:1_000_000], big[1_000_000:]]),
        headers={"Content-Type": "application/json"},
        timeout=20,
    )
    assert chunked.status_code == 413


def test_only_plain_json_is_read(shop):
    assert post(shop, b"{}", **{"Content-Type": "text/plain"}).status_code == 415
    assert post(shop, b"{}", **{"Content-Encoding": "gzip"}).status_code == 415


def test_unknown_paths_and_methods_say_so_in_the_same_form(shop):
    response = requests.get(shop.url + "/nothing", timeout=10)
    assert (response.status_code, response.json()) == (404, {"code": "request.not_found", "args": {}})
    response = requests.put(shop.url + "/v1/hello", timeout=10)
    assert (response.status_code, response.json()["code"]) == (405, "request.method_not_allowed")
    assert response.headers["Cache-Control"] == "no-store"


def test_hello_health_and_readiness(shop):
    hello = requests.get(shop.url + "/v1/hello", timeout=10).json()
    assert hello["limits"] == {"max_ops": 200, "max_bytes": 1_000_000, "max_rows": 1_000}
    assert hello["api"] == ["v1"]
    for path in ("/healthz", "/readyz"):
        assert requests.get(shop.url + path, timeout=10).json() == {"ok": True}


def test_no_web_page_of_another_origin_is_ever_invited(shop):
    response = requests.options(shop.url + "/v1/hello", headers={"Origin": shop.url}, timeout=10)
    assert not any(name.lower().startswith("access-control") for name in response.headers)
