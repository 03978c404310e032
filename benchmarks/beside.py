"""The peers that the exchange is measured beside: installed on request into a folder of their own, never shipped.

Each serves on loopback in processes of its own, from the same rows. benchmarks/peers/README.md says what they are.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests

ROOT = Path(__file__).resolve().parents[1]
HERE = Path(__file__).resolve().parent / "peers"
HOW = "type: ./counter bench --peers"
PEERS = "COUNTER_PEERS"
WAIT_S = 120


def folder() -> Path:
    return Path(os.environ.get(PEERS) or ROOT / ".peers")


def are_here() -> bool:
    return bool(shutil.which("node")) and _kinto().exists() and (folder() / "node_modules" / "pouchdb").exists()


def install() -> int:
    """Bring them in from the package registries; the exit code of what failed, 0 when they are here."""
    into = folder()
    into.mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / "package.json", into)
    uv, wanted = shutil.which("uv"), str(HERE / "requirements.txt")
    make = [uv, "venv", "-q", "--clear"] if uv else [sys.executable, "-m", "venv"]
    fill = [uv, "pip", "install", "-q", "--python"] if uv else []
    python = str(_kinto())
    steps = [
        ["npm", "install", "--no-audit", "--no-fund", "--silent"],
        [*make, str(into / "kinto")],
        [*fill, python, "-r", wanted] if fill else [python, "-m", "pip", "install", "-q", "-r", wanted],
    ]
    for step in steps:
        if not shutil.which(step[0]):
            print(f"{step[0]} is not here: install it, then {HOW}", file=sys.stderr)
            return 1
        code = subprocess.call(step, cwd=into)  # noqa: S603 - fixed arguments
        if code:
            return code
    return 0


def versions() -> str:
    """As installed, for the note beside a figure."""
    said = []
    for name in ("pouchdb", "express-pouchdb", "express"):
        package = json.loads((folder() / "node_modules" / name / "package.json").read_text("utf-8"))
        said.append(f"{name} {package['version']}")
    ask = "from importlib.metadata import version; print('Kinto', version('kinto'), 'waitress', version('waitress'))"
    said.append(subprocess.check_output([_kinto(), "-c", ask], text=True).strip())  # noqa: S603
    return ", ".join(said)


def _kinto() -> Path:
    return folder() / "kinto" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


@contextmanager
def pouch(home: Path, rows: Path) -> Iterator[str]:
    """The URL of an express-pouchdb with `rows`."""
    with _serving(["node", str(HERE / "pouch.js"), "serve", str(home / "served"), str(rows)]) as port:
        yield f"http://127.0.0.1:{port}"


def replicate(what: str, home: Path, url: str, batch: int, rows: Path) -> float:
    """Documents a second of one pull or push of PouchDB; `batch` 0 is its own default."""
    line = ["node", str(HERE / "pouch.js"), what, str(home / "mine"), url, str(batch), str(rows)]
    told = subprocess.check_output(line, timeout=WAIT_S, env=_environment(), text=True)  # noqa: S603
    said = json.loads(told)
    expected = len(json.loads(rows.read_text("utf-8")))
    if said["count"] != expected:
        raise RuntimeError(f"PouchDB wrote {said['count']} of {expected}")
    return float(expected / said["seconds"])


@contextmanager
def kinto(rows: Path) -> Iterator[str]:
    """The URL of the records of a Kinto with `rows`."""
    with _serving([str(_kinto()), "-W", "ignore", str(HERE / "kinto_peer.py"), str(rows)]) as port:
        yield f"http://127.0.0.1:{port}/v1/buckets/b/collections/c/records"


def pull_kinto(url: str, path: Path, page: int) -> float:
    """Records a second, page by page into SQLite: upsert, two indexes, cursor in the same transaction, FULL."""
    store = sqlite3.connect(path, isolation_level=None)
    for line in (
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "CREATE TABLE row (id TEXT PRIMARY KEY, modified INTEGER, mailbox TEXT, state TEXT, data TEXT)",
        "CREATE INDEX by_mailbox ON row (mailbox)",
        "CREATE INDEX by_state ON row (state)",
        "CREATE TABLE cursor (at TEXT)",
    ):
        store.execute(line)
    write = (
        "INSERT INTO row VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET modified = excluded.modified, "
        "mailbox = excluded.mailbox, state = excluded.state, data = excluded.data"
    )
    session, count, began = requests.Session(), 0, time.perf_counter()
    session.trust_env = False
    ask: str | None = f"{url}?_limit={page}&_sort=last_modified"
    while ask:
        answer = session.get(ask, timeout=WAIT_S)
        answer.raise_for_status()
        found: list[dict[str, Any]] = answer.json()["data"]
        store.execute("BEGIN IMMEDIATE")
        store.executemany(
            write,
            [(one["id"], one["last_modified"], one["mailbox"], one["state"], json.dumps(one)) for one in found],
        )
        ask = answer.headers.get("Next-Page")
        store.execute("INSERT INTO cursor VALUES (?)", (ask,))
        store.execute("COMMIT")
        count += len(found)
    took = time.perf_counter() - began
    store.close()
    session.close()
    return count / took


@contextmanager
def _serving(line: list[str]) -> Iterator[str]:
    with subprocess.Popen(  # noqa: S603 - fixed arguments
        line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=_environment(), text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        try:
            port = process.stdout.readline().strip()
            if not port:
                raise RuntimeError(f"{line[1]} did not start; what went wrong stands above")
            yield port
        finally:
            process.stdin.close()
            process.wait(WAIT_S)


def _environment() -> dict[str, str]:
    return {**os.environ, PEERS: str(folder())}
