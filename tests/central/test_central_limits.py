"""How much and how often the centre may be asked: too large, too deep, too slow, too often; and an orderly end."""

from __future__ import annotations

import gzip
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
import requests

from central_service import door, limits_at_door
from central_service.limits_at_door import Buckets, Rate, Rates
from central_service.server import EmbeddedCentre
from tests.central.station import PLATFORM_TOKEN, Platform, Refused, Station


def post(station, path: str, data: bytes, **headers: str) -> requests.Response:
    told = {"Authorization": f"Bearer {station.token}", "Content-Type": "application/json"} | headers
    return requests.post(station.url + path, data=data, headers=told, timeout=20)


def test_an_operation_of_ten_megabytes_is_413_and_the_next_push_is_served(shop):
    station = shop.station()
    huge = {"core": "A" * 10_000_000, "sig": "00"}
    with pytest.raises(Refused, match=r"request\.too_large") as refused:
        station.push(huge)
    assert refused.value.args_out == {"max_bytes": 2 * 1024 * 1024}
    assert station.push(station.received())[0]["status"] == "applied"


@pytest.mark.parametrize("path", sorted(limits_at_door.BODY_MAX_BYTES))
def test_small_questions_have_small_bodies(shop, path):
    station = shop.station()
    answer = post(station, path, b'{"a": "' + b"a" * limits_at_door.body_max_bytes(path) + b'"}')
    assert (answer.status_code, answer.json()["args"]) == (413, {"max_bytes": limits_at_door.body_max_bytes(path)})


def test_a_gzip_bomb_is_refused_before_a_byte_of_it_is_read(shop):
    station = shop.station()
    bomb = gzip.compress(b" " * 100_000_000, 1)
    began = time.monotonic()
    for coding in ("gzip", "deflate", "gzip, gzip", "br", "zstd"):
        assert post(station, "/v1/sync/push", bomb, **{"Content-Encoding": coding}).status_code == 415
    assert time.monotonic() - began < 1.5  # 100 MB, five times, would take longer


@pytest.mark.parametrize("levels", [21, 10_000])
def test_json_that_is_too_deep_is_400(shop, levels):
    station = shop.station()
    answer = post(station, "/v1/sync/push", b"[" * levels + b"]" * levels)
    assert (answer.status_code, answer.json()["code"][:12]) == (400, "request.too_" if levels == 21 else "request.not_")


def test_a_body_that_drips_is_408_and_holds_nobody_up(shop, monkeypatch):
    monkeypatch.setattr(door, "BODY_SECONDS", 0.3)
    station = shop.station()
    host, port = station.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as line:
        head = f"POST /v1/sync/push HTTP/1.1\r\nHost: {host}:{port}\r\nAuthorization: Bearer {station.token}\r\n"
        line.sendall(head.encode() + b'Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{"epoch"')
        assert station.push(station.received())[0]["status"] == "applied"
        assert line.recv(4_000).startswith(b"HTTP/1.1 408 ")


# ---------------------------------------------------------------- how often


class Hands:
    """A clock that is set by hand, in seconds."""

    now = 1_000.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_gives_its_burst_then_its_rate():
    hands = Hands()
    buckets = Buckets(Rate(per_second=2, burst=3), 10, hands)
    assert [buckets.take("a") for _ in range(4)] == [0, 0, 0, 1]
    assert buckets.take("b") == 0
    hands.now += 0.5
    assert [buckets.take("a"), buckets.take("a")] == [0, 1]
    hands.now += 1_000
    assert [buckets.take("a") for _ in range(4)] == [0, 0, 0, 1]
    slow = Buckets(Rate(per_second=0.1, burst=1), 10, hands)
    assert [slow.take("a"), slow.take("a")] == [0, 10]


def test_a_million_addresses_take_no_more_room_than_was_given():
    buckets = Buckets(Rate(1, 1), 100, Hands())
    for number in range(5_000):
        buckets.take(f"2001:db8::{number:x}")
    assert len(buckets) == 100
    assert buckets.take("2001:db8::1387") == 1  # the newest is remembered


@pytest.fixture
def strict(tmp_path):
    made = EmbeddedCentre(tmp_path / "c.db", platform_token=PLATFORM_TOKEN)
    made.more = {"rates": Rates(station=Rate(0.2, 4), address=Rate(0.2, 6))}
    made.start()
    yield made
    made.stop()


def test_a_station_that_asks_too_often_is_429_and_another_one_is_served(strict):
    platform = Platform(strict.base_url)
    platform.store("s1")
    one, two = (Station(strict.base_url, platform, "s1") for _ in range(2))
    for _ in range(4):
        one.pull()
    answer = post(one, "/v1/sync/pull", b"{}")
    assert (answer.status_code, answer.json()["code"]) == (429, "rate.station")
    assert 1 <= int(answer.headers["Retry-After"]) <= 5
    two.pull()
    for opened in (one, two, platform):
        opened.close()


def test_an_address_that_asks_too_often_is_429_before_anything_is_read(strict):
    url = strict.base_url + "/v1/hello"
    far = {"X-Forwarded-For": "198.51.100.7, 203.0.113.9"}
    assert [requests.get(url, headers=far, timeout=10).status_code for _ in range(7)] == [200] * 6 + [429]
    answer = requests.get(url, headers=far, timeout=10)
    assert (answer.json()["code"], answer.headers["Cache-Control"]) == ("rate.address", "no-store")
    assert 1 <= int(answer.headers["Retry-After"]) <= 5
    # Only what our own proxy saw counts: the first entry is what the caller says of itself.
    other = {"X-Forwarded-For": "203.0.113.9, 198.51.100.8"}
    assert requests.get(url, headers=other, timeout=10).status_code == 200
    assert [requests.get(url, timeout=10).status_code for _ in range(9)] == [200] * 9  # this computer itself


# ---------------------------------------------------------------- the end


def read_answer(line: socket.socket) -> bytes:
    found = b""
    while chunk := line.recv(4_000):
        found += chunk
    return found


def answers(port: int) -> bool:
    try:
        return requests.get(f"http://127.0.0.1:{port}/readyz", timeout=10).status_code == 200
    except requests.ConnectionError:
        return False


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_told_to_end_it_finishes_what_is_under_way_and_sends_the_rest_elsewhere(tmp_path):
    command = [sys.executable, "-m", "counter_app.main", "central", "--database", str(tmp_path / "c.db"), "--port", "0"]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            port = int(re.search(r":(\d+)", process.stdout.readline()).group(1))
            end = time.monotonic() + 20
            while not answers(port):
                assert time.monotonic() < end
            body = json.dumps({"device_id": "d1"}).encode()
            head = f"POST /v1/devices/challenge HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(body)}\r\n"
            with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
                line.sendall(head.encode() + b"Content-Type: application/json\r\n\r\n" + body[:5])
                url = f"http://127.0.0.1:{port}"
                under_way = "counter_requests_under_way 2"
                while under_way not in requests.get(url + "/metrics", timeout=10).text:
                    assert time.monotonic() < end
                process.send_signal(signal.SIGTERM)
                while (answer := requests.get(url + "/readyz", timeout=10)).status_code != 503:
                    assert time.monotonic() < end
                assert (answer.json()["code"], answer.headers["Retry-After"]) == ("server.stopping", "5")
                assert requests.get(url + "/healthz", timeout=10).status_code == 200
                line.sendall(body[5:])
                assert read_answer(line).startswith(b"HTTP/1.1 200 ")
            assert process.wait(20) == 0
        finally:
            process.kill()
    # Closed in order: SQLite has folded its log back into the file.
    assert not (tmp_path / "c.db-wal").exists()
