"""Whatever arrives, the answer is one of ours: never a 5xx, never a lost operation behind the nonsense."""

from __future__ import annotations

import base64
import json

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.domain import evidence
from counter_app.domain.operations import KINDS

TEXT = st.text(max_size=40) | st.sampled_from(["", "\ud800", "\x00", "a" * 300, "платёж", "-1", "[]", "[5]", "{}"])
NUMBER = st.integers(-(2**70), 2**70) | st.sampled_from([0, 1, 2**53, 2**63, -1])
JSON = st.recursive(
    st.none() | st.booleans() | NUMBER | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
BODY = {
    kind.name: st.fixed_dictionaries(
        {},
        optional={
            key: (NUMBER | JSON)
            if typ == "int"
            else (st.lists(TEXT, max_size=4) | JSON)
            if typ == "list"
            else TEXT | JSON
            for key, typ in kind.fields.items()
        },
    )
    for kind in KINDS.values()
}
QUIET = settings(
    max_examples=120,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture
def station(shop):
    return shop.station()


def post(station, path: str, data: bytes) -> requests.Response:
    return station.session.post(
        station.url + path,
        data=data,
        headers={"Authorization": f"Bearer {station.token}", "Content-Type": "application/json"},
        timeout=20,
    )


@QUIET
@given(value=JSON, path=st.sampled_from(["/v1/sync/push", "/v1/sync/pull", "/v1/clerks/login", "/v1/devices/token"]))
def test_any_json_gets_a_clear_answer(station, value, path):
    response = post(station, path, json.dumps(value).encode())
    assert response.status_code in (200, 400, 401, 403, 413, 429), response.text
    assert set(response.json()) >= {"code", "args"} or response.status_code == 200


@QUIET
@given(changed=st.dictionaries(st.sampled_from(["epoch", "device_id", "incarnation", "ops", "more"]), JSON, max_size=3))
def test_any_push_around_a_good_operation_gets_a_clear_answer(station, changed):
    body = {"epoch": station.epoch, "device_id": station.device, "incarnation": station.incarnation, "ops": []}
    response = post(station, "/v1/sync/push", json.dumps(body | changed).encode())
    assert response.status_code in (200, 400, 403, 409, 413), response.text


@QUIET
@given(data=st.data())
def test_any_signed_operation_is_answered_and_the_next_one_goes_on(station, data):
    kind = data.draw(st.sampled_from(sorted(KINDS)))
    body = data.draw(BODY[kind])
    entity = data.draw(st.sampled_from(["e1", "e2", "e3"]) | TEXT)
    try:
        hidden, opened = evidence.conceal(body, KINDS[kind].personal, lambda count: b"\x07" * count)
        core = station.core(kind, entity, hidden, actor=data.draw(st.sampled_from([station.clerk, "platform", ""])))
        evidence.canonical(core)
        shown = {key: [salt.hex(), text] for key, (salt, text) in opened.items()}
        json.dumps(shown).encode()
    except ValueError:
        return  # not even a station of ours would write it
    op = station.seal(core) | {"open": shown}
    after = station.received()
    body = {"epoch": station.epoch, "device_id": station.device, "incarnation": station.incarnation, "ops": [op, after]}
    response = post(station, "/v1/sync/push", json.dumps(body).encode())
    assert response.status_code == 200, response.text
    assert response.json()["results"][1]["status"] == "applied"


@QUIET
@given(core=st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode()), sig=TEXT)
def test_any_bytes_as_a_core_are_put_aside(station, core, sig):
    op = {"core": base64.b64encode(core).decode(), "sig": sig, "open": {}}
    body = {"epoch": station.epoch, "device_id": station.device, "incarnation": station.incarnation, "ops": [op]}
    response = post(station, "/v1/sync/push", json.dumps(body).encode())
    assert response.status_code == 200, response.text
    assert response.json()["results"][0]["status"] == "quarantined"
