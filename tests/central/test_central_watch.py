"""Watching the centre: its health, its figures, its log lines, and that nobody's name is in any of them."""

from __future__ import annotations

import json
import logging
import re
import shutil

import pytest
import requests

from central_service import health, request_id
from central_service.metrics import Metrics
from central_service.server import EmbeddedCentre
from central_service.tables import SCHEMA_VERSION
from central_service.tables import centre as centre_table
from tests.central.station import PLATFORM_TOKEN

SAMPLE = re.compile(r'^[a-z_]+(\{([a-z]+="[^"\n]*",?)+\})? -?[0-9.e+]+$')


def get(url: str, **headers: str) -> requests.Response:
    return requests.get(url, headers=headers, timeout=10)


def figures(text: str) -> dict[str, float]:
    """Samples by name and labels; every line is a comment or a sample of the format 0.0.4."""
    found = {}
    for line in text.splitlines():
        assert line.startswith("# ") or SAMPLE.match(line), line
        if not line.startswith("#"):
            name, _, value = line.rpartition(" ")
            found[name] = float(value)
    assert text.endswith("\n")
    return found


def test_ready_says_why_it_is_not(shop, running, monkeypatch, tmp_path):
    assert get(shop.url + "/readyz").json() == {"ok": True}
    with monkeypatch.context() as full:
        full.setattr(health.shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(10**9, 10**9, 1_000))
        answer = get(shop.url + "/readyz")
    if running._url.startswith("sqlite"):
        assert (answer.status_code, answer.json()["args"], answer.headers["Retry-After"]) == (503, {"why": "disk"}, "5")
    else:  # the disk of a database server is not this computer's
        assert answer.status_code == 200
    with monkeypatch.context() as newer:
        newer.setattr(health, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
        assert get(shop.url + "/readyz").json()["args"] == {"why": "schema"}
    with monkeypatch.context() as gone:
        gone.setattr(health, "centre_table", centre_table.alias("nowhere").select().subquery())
        gone.setattr(centre_table, "name", "nowhere")
        assert get(shop.url + "/readyz").json()["args"] == {"why": "database"}
        assert get(shop.url + "/healthz").json() == {"ok": True}


def test_figures_count_requests_operations_and_rows(shop):
    station = shop.station()
    before = figures(get(shop.url + "/metrics").text)
    station.push(station.received(), station.received(), {**station.received(), "sig": "00"})
    rows = station.rows()
    answer = get(shop.url + "/metrics")
    assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    now = figures(answer.text)

    def grown(name: str) -> float:
        return now.get(name, 0) - before.get(name, 0)

    assert grown('counter_operations_total{result="applied"}') == 2
    assert grown('counter_operations_total{result="quarantined"}') == 1
    assert grown("counter_push_rows_total") == 3
    assert grown("counter_pull_rows_total") == sum(len(one) for one in rows.values())
    assert grown('counter_requests_total{route="/v1/sync/push",status="200"}') == 1
    assert grown('counter_request_seconds_count{route="/v1/sync/push"}') == 1
    buckets = [
        value for name, value in now.items() if name.startswith('counter_request_seconds_bucket{route="/v1/sync/p')
    ]
    assert buckets == sorted(buckets[:12]) + sorted(buckets[12:])
    assert now["counter_requests_under_way"] == 1
    assert now["counter_quarantined"] >= 0


def test_no_store_name_or_address_is_a_label(shop):
    station = shop.station()
    account = shop.platform.account(shop.store)
    station.push(station.received(account))
    get(shop.url + "/Ann-Lee/of/mailbox-12")
    requests.post(shop.url + f"/v1/platform/accounts/{account}/state", timeout=10)
    text = get(shop.url + "/metrics").text
    for secret in (shop.store, account, station.device, "Ann", "org1"):
        assert secret not in text
    assert figures(text)['counter_requests_total{route="other",status="404"}'] >= 1


def test_labels_are_escaped():
    metrics = Metrics()
    metrics.count("counter_refused_total", code='a"b\\c\nd')
    assert 'counter_refused_total{code="a\\"b\\\\c\\nd"} 1' in metrics.text({})
    with pytest.raises(KeyError):
        metrics.count("counter_nothing")


def test_figures_are_for_this_computer_or_for_the_token(tmp_path):
    centre = EmbeddedCentre(tmp_path / "c.db", platform_token=PLATFORM_TOKEN)
    url = centre.start() + "/metrics"
    try:
        assert get(url).status_code == 200
        # A proxy on this computer speaks for somebody else.
        assert get(url, **{"X-Forwarded-For": "203.0.113.9"}).status_code == 401
        assert get(url, **{"X-Forwarded-For": "127.0.0.1, 203.0.113.9"}).status_code == 401
        assert get(url, Authorization="Bearer nonsense").status_code == 401
    finally:
        centre.stop()
    centre.more = {"metrics_token": "a-token-for-figures"}
    centre.start()
    try:
        assert get(url).status_code == 401
        assert get(url, Authorization="Bearer a-token-for-figure").status_code == 401
        assert get(url, Authorization="Bearer a-token-for-figures").status_code == 200
    finally:
        centre.stop()


def test_every_answer_and_every_line_of_a_request_bears_its_id(shop, caplog):
    caplog.set_level(logging.INFO, "central_service")
    given = "0f0e0d0c-1111-2222-3333-444455556666"
    assert get(shop.url + "/v1/hello", **{"X-Request-Id": given}).headers["X-Request-Id"] == given
    made = get(shop.url + "/nothing/here").headers["X-Request-Id"]
    assert re.fullmatch("[0-9a-f]{16}", made)
    station = shop.station()
    named = "ab" * 16
    station.session.headers["X-Request-Id"] = named
    caplog.clear()
    shop.platform.account(shop.store)
    station.push({**station.received(), "sig": "00"}, station.received())
    lines = [json.loads(record.message) for record in caplog.records if record.name == "central_service"]
    assert all(line["request"] for line in lines if line["what"] == "request")
    assert [line["route"] for line in lines if line.get("request") == named] == ["/v1/sync/push"]


def test_a_line_that_a_thread_writes_bears_the_id_too(shop, caplog, monkeypatch):
    caplog.set_level(logging.INFO, "central_service")
    station = shop.station()
    station.session.headers["X-Request-Id"] = "cd" * 16

    def burst(*_args, **_more):
        raise RuntimeError

    monkeypatch.setattr("central_service.journal._fold_in", burst)
    assert station.push(station.received())[0]["code"] == "op.raised"
    lines = [json.loads(record.message) for record in caplog.records if record.name == "central_service"]
    assert {line["what"] for line in lines if line.get("request") == "cd" * 16} == {
        "batch_raised",
        "op_raised",
        "request",
    }


@pytest.mark.parametrize("given", ["Ann Lee", "ann-lee", "deadbeef\u00e9", "abc", "0" * 65, "", "cafe-Ann-Lee"])
def test_an_id_that_could_say_something_is_not_taken_over(given):
    made = request_id.begin(given, lambda count: b"\x01" * count)
    assert made == "01" * 8


def test_t5_no_name_goes_into_the_log_whatever_way_it_comes(shop, caplog):
    caplog.set_level(logging.DEBUG)
    canary = "Zebulon"
    station = shop.station()
    push = {"epoch": canary, "device_id": station.device, "incarnation": station.incarnation, "ops": []}
    asked = [
        ("GET", f"/v1/{canary}", {}),
        ("GET", f"/v1/platform/items?store={canary}", {}),
        ("POST", f"/v1/platform/accounts/{canary}/state", {"json": {"store": canary}}),
        ("POST", "/v1/clerks/login", {"json": {"email": f"{canary}@example.org", "password": canary}}),
        ("POST", "/v1/devices/register", {"json": {"code": canary, "public_key": "00" * 32, "name": canary}}),
        ("POST", "/v1/sync/push", {"json": push}),
        ("POST", "/v1/sync/push", {"json": {canary: canary}}),
        ("POST", "/v1/sync/pull", {"data": canary}),
        ("POST", "/v1/sync/cosign", {"json": {"epoch": canary}}),
    ]
    for token in (station.token, PLATFORM_TOKEN, canary):
        for method, path, more in asked:
            headers = {"Authorization": f"Bearer {token}", "X-Request-Id": canary, "User-Agent": canary}
            requests.request(method, shop.url + path, headers=headers, timeout=10, **more)
    lines = [record.getMessage() for record in caplog.records if not record.name.startswith("urllib3")]
    assert len(lines) > 20
    assert [line for line in lines if canary in line] == []
