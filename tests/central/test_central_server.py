"""The running server: stopped and started in the middle of the day, its files, its log, its threads."""

from __future__ import annotations

import logging
import os
import stat
import threading
import time

import pytest
import requests
from sqlalchemy.exc import OperationalError

from central_service import journal as journal_room
from central_service import server
from central_service.app import create_app
from central_service.keys import KeyMissingError
from central_service.server import EmbeddedCentre
from tests.central.station import PLATFORM_TOKEN, Platform, Station


@pytest.fixture
def centre(tmp_path):
    made = EmbeddedCentre(tmp_path / "central.db", platform_token=PLATFORM_TOKEN)
    made.start()
    yield made
    made.stop()


def test_a_centre_stopped_in_the_middle_of_the_day_goes_on_where_it_was(centre):
    platform = Platform(centre.base_url)
    platform.store("s1")
    station = Station(centre.base_url, platform, "s1")
    station.clerk = platform.clerk("s1")
    op = station.received()
    first = station.push(op)
    hello = requests.get(centre.base_url + "/v1/hello", timeout=10).json()
    url, before = centre.base_url, station.rows()
    centre.stop()
    with pytest.raises(requests.ConnectionError):
        requests.get(url + "/v1/hello", timeout=10)
    assert centre.start() == url
    again = requests.get(url + "/v1/hello", timeout=10).json()
    assert (again["epoch"], again["centre_key"]) == (hello["epoch"], hello["centre_key"])
    assert station.push(op, station.received())[0] == first[0]
    assert before["item"].keys() < station.rows()["item"].keys()
    station.close()
    platform.close()


def test_all_threads_end_with_the_centre(tmp_path):
    before = set(threading.enumerate())
    centre = EmbeddedCentre(tmp_path / "central.db")
    url = centre.start()
    assert requests.get(url + "/readyz", timeout=10).status_code == 200
    assert set(threading.enumerate()) > before
    centre.stop()
    centre.stop()
    assert set(threading.enumerate()) <= before


def test_a_port_that_is_taken_is_said_at_once(centre, tmp_path):
    with pytest.raises(OSError, match="in use"):
        EmbeddedCentre(tmp_path / "other.db", port=centre.port).start()


@pytest.mark.skipif(os.name == "nt", reason="POSIX modes")
def test_the_keys_file_is_the_owners_only_and_not_in_the_database(centre, tmp_path):
    key = tmp_path / "central.db.key"
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}
    secret = bytes.fromhex(key.read_text().strip())
    assert secret not in (tmp_path / "central.db").read_bytes()
    assert secret.hex().encode() not in (tmp_path / "central.db").read_bytes()


def test_a_database_without_its_key_is_not_served_under_a_new_one(tmp_path):
    centre = EmbeddedCentre(tmp_path / "central.db")
    centre.start()
    centre.stop()
    key = tmp_path / "central.db.key"
    key.rename(tmp_path / "away")
    with pytest.raises(KeyMissingError):
        centre.start()
    key.write_text("11" * 32)
    with pytest.raises(KeyMissingError):
        centre.start()


def test_the_platform_token_is_in_a_file_or_the_environment_never_in_the_message(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path}/central.db"
    monkeypatch.delenv(server.TOKEN_ENVIRONMENT, raising=False)
    token, told = server.platform_token(url)
    path = tmp_path / "central.db.platform-token"
    assert token == path.read_text().strip()
    assert len(token) >= 32
    assert token not in told
    assert str(path) in told
    assert server.platform_token(url)[0] == token
    monkeypatch.setenv(server.TOKEN_ENVIRONMENT, "from-the-environment")
    assert server.platform_token(url)[0] == "from-the-environment"
    with pytest.raises(ValueError, match="16 characters"):
        create_app(url, platform_token="short")


def test_without_demo_there_is_no_card_simulator(tmp_path):
    centre = EmbeddedCentre(tmp_path / "central.db", platform_token=PLATFORM_TOKEN, demo=False)
    url = centre.start()
    try:
        headers = {"Authorization": f"Bearer {PLATFORM_TOKEN}"}
        body = {"account": "a", "answers": ["paid"]}
        assert requests.post(url + "/v1/platform/card", json=body, headers=headers, timeout=10).status_code == 404
        assert "/v1/platform/card" not in requests.get(url + "/openapi.json", timeout=10).json()["paths"]
    finally:
        centre.stop()


def test_a_fault_of_our_own_is_500_with_an_id_and_the_log_has_the_id(centre, monkeypatch, caplog):
    caplog.set_level(logging.INFO, "central_service")
    platform = Platform(centre.base_url)
    platform.store("s1")

    def burst(*_args, **_more):
        raise RuntimeError("Ann Lee of mailbox 12")

    monkeypatch.setattr("central_service.platform.act", burst)
    response = requests.post(
        centre.base_url + "/v1/platform/accounts",
        json={"store": "s1", "mailbox": "12", "holder": "Ann Lee"},
        headers={"Authorization": f"Bearer {PLATFORM_TOKEN}"},
        timeout=10,
    )
    platform.close()
    assert response.status_code == 500
    assert response.json()["code"] == "server.fault"
    assert response.json()["args"]["id"] in caplog.text
    assert "Ann Lee" not in response.text + caplog.text


def test_t5_no_name_password_or_token_is_in_the_log(centre, caplog):
    caplog.set_level(logging.DEBUG)
    platform = Platform(centre.base_url)
    platform.store("s1")
    station = Station(centre.base_url, platform, "s1")
    station.clerk = platform.clerk("s1", name="Canary Clerk", email="canary@example.org", password="canary-password")
    account = platform.account("s1")
    piece = station.received(account)
    station.push(piece, station.received() | {"sig": "00"})
    station.call("POST", "/v1/clerks/login", station.token, email="canary@example.org", password="canary-password")
    lines = [record.message for record in caplog.records if record.name == "central_service"]
    assert len(lines) > 8
    text = "\n".join(lines)
    for secret in ("Ann Lee", "Canary", "canary", station.token, PLATFORM_TOKEN, account):
        assert secret not in text
    station.close()
    platform.close()


def test_a_batch_that_raises_once_for_the_database_is_not_blamed_on_an_operation(centre, monkeypatch):
    platform = Platform(centre.base_url)
    platform.store("s1")
    station = Station(centre.base_url, platform, "s1")
    station.clerk = platform.clerk("s1")
    op = station.received()

    def full(*_args, **_more):
        raise OperationalError("insert", {}, Exception("database or disk is full"))

    with monkeypatch.context() as broken:
        broken.setattr(journal_room.Book, "close", full)
        with pytest.raises(Exception, match="503"):
            station.push(op)
    assert station.push(op)[0]["status"] == "applied"
    station.close()
    platform.close()


def test_an_answer_is_not_held_back_by_the_socket(centre):
    # Nagle's wait against a delayed acknowledgement costs 40 ms an answer.
    took = []
    with requests.Session() as session:
        for _ in range(21):
            began = time.perf_counter()
            assert session.get(centre.base_url + "/healthz", timeout=10).json() == {"ok": True}
            took.append(time.perf_counter() - began)
    took.sort()
    assert took[len(took) // 2] < 0.03
