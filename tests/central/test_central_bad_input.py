"""What should never come and comes all the same: a clear answer with a code that the protocol lists, nothing lost.

Cursors are tried in test_central_pull.py, enrolment codes in test_central_people.py, other bytes under a known id and
unknown kinds in test_central_push.py, a lying network in tests/faults, a database that is away in
test_central_database_away.py.
"""

from __future__ import annotations

import gzip
import json
import resource
from pathlib import Path

import pytest
import requests
from sqlalchemy import update

from central_service.tables import device
from tests.central.station import NOW, Refused, Station, entity_of

PROTOCOL = (Path(__file__).resolve().parents[2] / "docs" / "protocol.md").read_text(encoding="utf-8")
TEN_YEARS_MS = 10 * 365 * 86_400_000


@pytest.fixture
def station(shop) -> Station:
    return shop.station()


def _raw(station: Station, data: bytes, **headers: str) -> requests.Response:
    return station.session.post(
        f"{station.url}/v1/sync/push",
        data=data,
        headers={"Authorization": f"Bearer {station.token}", "Content-Type": "application/json"} | headers,
        timeout=20,
    )


def _body(station: Station, *ops: dict) -> dict:
    own = {"epoch": station.epoch, "device_id": station.device, "incarnation": station.incarnation}
    return own | {"ops": list(ops)}


def _listed(status: int, code: str) -> tuple[int, str]:
    assert f"`{code}`" in PROTOCOL, f"docs/protocol.md does not list {code}"
    return status, code


def test_an_operation_of_10_mb_is_refused_and_what_stands_beside_it_is_taken_alone(station):
    big = station.received() | {"core": "A" * 10_000_000}
    answer = _raw(station, json.dumps(_body(station, big)).encode())
    assert (answer.status_code, answer.json()["code"]) == _listed(413, "request.too_large")
    # A station halves its batch down to the one, sets it aside and goes on under a new incarnation.
    station.begin("after-the-big-one")
    assert station.push(station.received())[0]["status"] == "applied"
    # Just below what a request may have, one operation is still more than a batch may.
    most = station.received() | {"core": "A" * 1_900_000}
    with pytest.raises(Refused) as refused:
        station.push(most)
    assert (refused.value.status, refused.value.code) == _listed(413, "sync.batch_too_large")


def test_t9_a_bomb_is_never_opened(station):
    bomb = gzip.compress(b"[" + b" " * 200_000_000 + b"]")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    answer = _raw(station, bomb, **{"Content-Encoding": "gzip"})
    assert (answer.status_code, answer.json()["code"]) == _listed(415, "request.encoding_unknown")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 32_000
    # Without saying so it is no JSON.
    answer = _raw(station, bomb)
    assert (answer.status_code, answer.json()["code"]) == _listed(400, "request.not_json")


@pytest.mark.parametrize("off_ms", [-TEN_YEARS_MS, TEN_YEARS_MS], ids=["behind", "ahead"])
def test_p13_a_clock_that_is_ten_years_off_changes_no_state_and_no_order(shop, station, off_ms):
    account = shop.platform.account(shop.store)
    right = station.received(account)
    item_core = {"at_ms": NOW + off_ms, "offset_ms": -off_ms}
    wrong = station.seal(
        station.core("item.moved", entity_of(right), {"shelf": "B-7"}, **item_core),
    )
    after = station.make("item.moved", entity_of(right), shelf="B-8")
    assert [one["status"] for one in station.push(right, wrong, after)] == ["applied"] * 3
    row = station.rows()["item"][entity_of(right)]
    assert row["shelf"] == "B-8"
    assert [act[1] for act in row["history"]] == ["item.received", "item.moved", "item.moved"]
    # Neither its token nor its next page hang on what the station believes.
    station.log_on()
    assert station.pull()["more"] is False


def test_a_station_that_was_revoked_is_told_and_its_acts_are_taken_once_it_is_welcome_again(shop, station):
    first, waiting = station.received(), station.received()
    station.push(first)
    with shop.beneath() as connection:
        connection.execute(update(device).where(device.c.id == station.device).values(revoked=1))
    for refused_call in (lambda: station.push(waiting), station.pull):
        with pytest.raises(Refused) as refused:
            refused_call()
        assert (refused.value.status, refused.value.code) == _listed(401, "auth.needed")
    with pytest.raises(Refused) as refused:
        station.log_on()
    assert (refused.value.status, refused.value.code) == _listed(401, "device.not_proven")
    with shop.beneath() as connection:
        connection.execute(update(device).where(device.c.id == station.device).values(revoked=0))
    station.log_on()
    assert [one["status"] for one in station.push(first, waiting)] == ["applied", "applied"]
    assert len(station.rows()["item"]) == 2
