"""The service over the shipped cluster, under load: its leader is killed again and again, no acknowledged act is lost.

COUNTER_FAILOVERS says how often (2 by default). The figures are printed; those of twenty are in docs/evidence/sync.md.
"""

from __future__ import annotations

import faulthandler
import os
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from counter_app.demo.platform import Platform
from tests.ha.cluster import Cluster, missing
from tests.ha.pushing import Heard, Pusher, longest_gap

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("COUNTER_FAILOVERS", "2"))
STORES, STATIONS_EACH = 2, 2
GAP_S = 60.0
SERVICE = "import sys; from counter_app.main import main; sys.exit(main(sys.argv[1:]))"

pytestmark = [pytest.mark.long, pytest.mark.timeout(120 + 90 * KILLS)]


@contextmanager
def _service(url: str, folder: Path) -> Iterator[tuple[str, str]]:
    """`counter central` with two processes on that database; its URL and platform token."""
    token = os.urandom(16).hex()
    environment = {**os.environ, "COUNTER_PLATFORM_TOKEN": token, "COUNTER_CENTRE_KEY": os.urandom(32).hex()}
    line = [sys.executable, "-c", SERVICE, "central", "--database", url, "--port", "0", "--workers", "2"]
    with (folder / "service.log").open("wb") as log:
        process = subprocess.Popen(
            line, env={**environment, "PYTHONPATH": str(ROOT)}, cwd=ROOT, stdout=subprocess.PIPE, stderr=log
        )
        try:
            told = process.stdout.readline().decode() if process.stdout else ""
            assert " on http" in told, (folder / "service.log").read_text()[-1_000:]
            yield told.split(" on ")[1].split(",")[0], token
        finally:
            process.terminate()
            process.wait(30)
            if process.stdout:
                process.stdout.close()


def _pushers(stack: ExitStack, url: str, token: str, heard: Heard) -> list[Pusher]:
    platform = Platform(url, token)
    stack.callback(platform.close)
    made = []
    for number in range(STORES):
        store = f"fail-{number}"
        platform.post("stores", org="fail", store=store, name=store, settings={"zone": "America/New_York"})
        clerk = f"{store}-clerk"
        said = {"id": clerk, "name": "Load", "email": f"{clerk}@example.org", "level": 4, "password": "load load"}
        platform.post("employees", store=store, **said)
        for _ in range(STATIONS_EACH):
            code = str(platform.post("enrolments", store=store)["code"])
            made.append(Pusher(url, store, code, clerk, heard))
    return made


def _ready(url: str) -> None:
    import socket
    from urllib.parse import urlsplit

    parts, until = urlsplit(url), time.monotonic() + 20
    while True:
        try:
            socket.create_connection((parts.hostname or "", parts.port or 0), 1).close()
        except OSError:
            assert time.monotonic() < until, "the service does not listen"
            time.sleep(0.02)
        else:
            return


def test_the_leader_dies_under_load_and_no_acknowledged_operation_is_lost(tmp_path: Path) -> None:
    if why := missing():
        pytest.skip(why)
    faulthandler.cancel_dump_traceback_later()  # the suite's last resort is ten minutes; this has its own timeout
    heard, gaps = Heard(), []
    with ExitStack() as stack:
        cluster = stack.enter_context(Cluster())
        url, token = stack.enter_context(_service(cluster.serve_pooled("counter", "pooled"), tmp_path))
        _ready(url)
        pushers = _pushers(stack, url, token, heard)
        for one in pushers:
            one.start()
            stack.callback(one.leave)
        for number in range(KILLS):
            _wait_for_answers(cluster, heard, 20)
            fallen, killed = cluster.leader(), time.monotonic()
            before = len(heard.acknowledged)
            cluster.kill(fallen, "both")
            cluster.wait(lambda fallen=fallen: cluster.leader() not in ("", fallen), "another leader")
            _wait_for_answers(cluster, heard, 5)
            gaps.append(longest_gap(heard.at, killed, time.monotonic()))
            acknowledged = len(heard.acknowledged)
            print(f"kill {number + 1}: {fallen}, {gaps[-1]:.1f} s without an answer, {before} -> {acknowledged}")
            cluster.start(fallen)
            cluster.wait(lambda fallen=fallen: _follows(cluster, fallen), "the fallen one as a standby")
            cluster.wait(lambda: cluster.standbys() >= 1, "a synchronous standby again")
        for one in pushers:
            one.stop()
        lines = cluster.sql("SELECT op_id, store_id FROM journal WHERE device <> 'centre'", "counter").splitlines()
        kept = Counter(tuple(line.split("|")) for line in lines)
        aside = cluster.sql("SELECT count(*) FROM quarantine", "counter")
        unlike = cluster.sql("SELECT count(*) FROM journal WHERE status <> 'applied'", "counter")
    lost = [one for one in heard.acknowledged.items() if one not in kept]
    print(
        f"{KILLS} kills: {len(heard.acknowledged)} operations acknowledged, {len(lost)} lost, answers {heard.answers}"
    )
    print(f"gap p50 {statistics.median(gaps):.1f} s, max {max(gaps):.1f} s; slowest answer {heard.slowest_s:.1f} s")
    assert heard.wrong == []
    assert lost == []
    assert max(kept.values()) == 1
    assert len(kept) == len(heard.acknowledged), "more than was acknowledged, though each was pushed until answered"
    assert (aside, unlike) == ("0", "0")
    assert max(gaps) <= GAP_S


def _wait_for_answers(cluster: Cluster, heard: Heard, count: int) -> None:
    wanted = len(heard.at) + count
    cluster.wait(lambda: heard.wrong or len(heard.at) >= wanted, "accepted answers")
    assert heard.wrong == []


def _follows(cluster: Cluster, node: str) -> bool:
    return cluster._asks(node, "replica") == 200
