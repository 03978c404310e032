"""Behind PgBouncer in transaction mode: many connections share two of the server, no store sees another."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from central_service.database import NO_STORE, Database
from central_service.keys import KEY_ENVIRONMENT
from central_service.tables import stream_head
from tests.central.cursor_race import Race, race
from tests.central.real_postgres import CENTRE_KEY, RealPostgres

OWN_SQL = True
PROGRAM = shutil.which("pgbouncer") or "/usr/sbin/pgbouncer"

CONFIGURATION = """
[databases]
* = host=127.0.0.1 port={server}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = trust
auth_file = {users}
pool_mode = transaction
default_pool_size = 2
max_client_conn = 200
"""


@pytest.fixture
def pooled(postgres: RealPostgres) -> Iterator[str]:
    """The URL of an empty database, by way of a pooler with two connections to it."""
    if not Path(PROGRAM).exists():
        pytest.skip("no PgBouncer here: type  apt-get install pgbouncer")
    home = Path(tempfile.mkdtemp(prefix="counter-bouncer-"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (home / "users").write_text('"counter" ""\n')
    (home / "ini").write_text(CONFIGURATION.format(server=postgres.port, port=port, users=home / "users"))
    who = {}
    if os.geteuid() == 0:
        who = {"user": "nobody"}
        for path in (home, *home.iterdir()):
            shutil.chown(path, "nobody")
    with (home / "log").open("wb") as log:
        process = subprocess.Popen([PROGRAM, home / "ini"], stdout=log, stderr=log, cwd=home, **who)
    url = postgres.database()
    try:
        wait_for(port, process, home / "log")
        yield url.replace(f":{postgres.port}/", f":{port}/")
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(20)
        postgres.drop(url)
        shutil.rmtree(home, ignore_errors=True)


def wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + 20
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < end
            time.sleep(0.02)
        else:
            return


def test_a_shared_connection_carries_no_store_into_the_next_transaction(pooled):
    db = Database(pooled)
    for number, name in enumerate(("s0", "s1", "s2", NO_STORE)):
        if name:
            row = insert(stream_head).values(store_id=name, seq=number)
            db.transact(lambda connection, row=row: connection.execute(row), name)
    wrong: list[object] = []

    def look(name: str) -> None:
        for _ in range(40):
            with db.read(name) as connection:
                seen = connection.execute(select(stream_head.c.store_id)).scalars().all()
                again = connection.execute(select(func.count()).select_from(stream_head)).scalar_one()
            if seen != ([name] if name else []) or again != len(seen):
                wrong.append((name, seen))

    threads = [threading.Thread(target=look, args=(name,)) for name in ("s0", "s1", "s2", NO_STORE) * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    db.close()
    assert wrong == []


def test_p11_nothing_is_missed_behind_a_pooler(pooled, monkeypatch):
    monkeypatch.setenv(KEY_ENVIRONMENT, CENTRE_KEY)
    out = race(pooled, Race(seconds=1.0, hold_s=0.005))
    assert (out.faults, out.missed, out.disorder) == ([], 0, 0)
    assert out.written > 20
