"""Three PostgreSQL nodes under Patroni with etcd, HAProxy, PgBouncer on loopback, by the configuration that is shipped.

Everything runs as the distribution's unprivileged `postgres` user in a folder of the test, on ports of its own.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

SHIPPED = Path(__file__).resolve().parents[2] / "deploy" / "ha"
BIN = Path("/usr/lib/postgresql/15/bin")
NODES = ("node1", "node2", "node3")
PASSWORD = "superuser-of-the-test"
START_S, LOOK_S = 90.0, 0.2
QUICK = {"ttl": 20, "loop_wait": 1, "retry_timeout": 3}
"""Shorter than what is shipped, by the same rule: loop_wait + 2 x retry_timeout <= ttl."""


def missing() -> str:
    """What to type so that the cluster can be tested here; "" when nothing is missing."""
    where, needed = os.environ["PATH"] + ":/usr/sbin", ("patroni", "etcd", "haproxy", "pgbouncer")
    programs = all(shutil.which(one, path=where) for one in needed)
    if programs and BIN.exists() and os.geteuid() == 0:
        return ""
    return "as root on Debian 12: apt-get install -y patroni etcd-server haproxy pgbouncer postgresql-15"


class Cluster:
    """`with Cluster() as cluster:` the primary is at `cluster.port`, whichever node that is."""

    def __init__(self) -> None:
        self._user = pwd.getpwnam("postgres")
        self._folder = Path(tempfile.mkdtemp(prefix="counter-ha-"))
        os.chown(self._folder, self._user.pw_uid, self._user.pw_gid)
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        ports = _free_ports(4 + 2 * len(NODES))
        self._etcd, self._etcd_peer, self.port, self.pooled_port = ports[:4]
        self._pg = dict(zip(NODES, ports[4:7], strict=True))
        self._rest = dict(zip(NODES, ports[7:10], strict=True))

    def __enter__(self) -> Cluster:
        try:
            self._start_etcd()
            for node in NODES:
                self.start(node)
            self._start_haproxy()
            self.wait(lambda: self.leader() and self.standbys() >= 1, "a leader and a synchronous standby")
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ------------------------------------------------------------ what is so

    def leader(self) -> str:
        """The node that says of itself that it is the primary; "" while there is none."""
        return next((node for node in NODES if self._asks(node, "primary") == 200), "")

    def standbys(self) -> int:
        """How many nodes follow synchronously."""
        return sum(self._asks(node, "synchronous") == 200 for node in NODES)

    def wait(self, fact: Any, what: str, seconds: float = START_S) -> None:
        until = time.monotonic() + seconds
        while not fact():
            if time.monotonic() > until:
                raise AssertionError(f"waited {seconds:.0f} s in vain for {what}\n{self.logs()}")
            time.sleep(LOOK_S)  # between two looks; what ends the wait is the fact

    def sql(self, text: str, database: str = "postgres") -> str:
        """One statement at the primary, by way of HAProxy, as the superuser."""
        done = subprocess.run(
            [BIN / "psql", "-X", "-t", "-A", "-v", "ON_ERROR_STOP=1", "-c", text, self._dsn(database)],
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(done.stderr.strip())
        return done.stdout.strip()

    def logs(self) -> str:
        return "\n".join(
            f"--- {file.name}\n{file.read_text(errors='replace')[-1_500:]}" for file in self._folder.glob("*.log")
        )

    def _dsn(self, database: str) -> str:
        return f"host=127.0.0.1 port={self.port} user=postgres password={PASSWORD} dbname={database} connect_timeout=4"

    def _asks(self, node: str, path: str) -> int:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self._rest[node]}/{path}", timeout=2) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 0

    # ------------------------------------------------------------ faults

    def kill(self, node: str, what: str) -> None:
        """kill -9 of a node's `postgres`, its `patroni`, or `both`."""
        if what in ("patroni", "both"):
            self._running[node].kill()
            self._running[node].wait(10)
        if what in ("postgres", "both"):
            lines = (self._folder / node / "postmaster.pid").read_text().splitlines()
            os.kill(int(lines[0]), signal.SIGKILL)

    def start(self, node: str) -> None:
        """Patroni of this node, which starts PostgreSQL; again after it was killed."""
        environment = {
            "PATRONI_NAME": node,
            "PATRONI_ETCD3_HOSTS": f"127.0.0.1:{self._etcd}",
            "PATRONI_RESTAPI_LISTEN": f"127.0.0.1:{self._rest[node]}",
            "PATRONI_RESTAPI_CONNECT_ADDRESS": f"127.0.0.1:{self._rest[node]}",
            "PATRONI_POSTGRESQL_LISTEN": f"127.0.0.1:{self._pg[node]}",
            "PATRONI_POSTGRESQL_CONNECT_ADDRESS": f"127.0.0.1:{self._pg[node]}",
            "PATRONI_POSTGRESQL_DATA_DIR": str(self._folder / node),
            "PATRONI_POSTGRESQL_BIN_DIR": str(BIN),
            "PATRONI_POSTGRESQL_PGPASS": str(self._folder / f"{node}.pgpass"),
            "PATRONI_SUPERUSER_PASSWORD": PASSWORD,
            "PATRONI_REPLICATION_PASSWORD": "replication-of-the-test",
        }
        shipped = (SHIPPED / "patroni.yml").read_text(encoding="utf-8")
        for key, value in QUICK.items():
            line = next(line for line in shipped.splitlines() if line.strip().startswith(f"{key}:"))
            shipped = shipped.replace(line, f"    {key}: {value}")
        config = self._folder / f"{node}.yml"
        config.write_text(shipped, encoding="utf-8")
        self._begin(node, ["patroni", str(config)], environment)

    # ------------------------------------------------------------ beginning and end

    def _start_etcd(self) -> None:
        client, peer = f"http://127.0.0.1:{self._etcd}", f"http://127.0.0.1:{self._etcd_peer}"
        data = self._folder / "etcd"
        data.mkdir(mode=0o700)
        os.chown(data, self._user.pw_uid, self._user.pw_gid)
        line = ["etcd", "--name=one", f"--data-dir={data}", f"--listen-client-urls={client}"]
        line += [f"--advertise-client-urls={client}", f"--listen-peer-urls={peer}"]
        line += [f"--initial-advertise-peer-urls={peer}", f"--initial-cluster=one={peer}"]
        self._begin("etcd", line, {})

    def _start_haproxy(self) -> None:
        environment = {"LISTEN": f"127.0.0.1:{self.port}"}
        for number, node in enumerate(NODES, 1):
            environment |= {f"PG{number}": f"127.0.0.1:{self._pg[node]}", f"REST{number}": str(self._rest[node])}
        self._begin("haproxy", ["haproxy", "-db", "-f", str(SHIPPED / "haproxy.cfg")], environment)

    def serve_pooled(self, role: str, password: str) -> str:
        """Make a plain role with a database of its name; its URL by way of PgBouncer and HAProxy."""
        self.sql(f"CREATE ROLE {role} LOGIN PASSWORD '{password}'")
        self.sql(f"CREATE DATABASE {role} OWNER {role}")
        users = self._folder / "userlist.txt"
        users.write_text(f'"{role}" "{password}"\n', encoding="utf-8")
        shipped = (SHIPPED / "pgbouncer.ini").read_text(encoding="utf-8")
        for line, here in (
            ("counter = host=haproxy port=5000 dbname=counter", f"{role} = host=127.0.0.1 port={self.port}"),
            ("listen_addr = *", "listen_addr = 127.0.0.1\nunix_socket_dir ="),
            ("listen_port = 6432", f"listen_port = {self.pooled_port}"),
            ("auth_file = /etc/pgbouncer/userlist.txt", f"auth_file = {users}"),
        ):
            if line not in shipped:
                raise AssertionError(f"pgbouncer.ini has no line {line!r} any more")
            shipped = shipped.replace(line, here)
        config = self._folder / "pgbouncer.ini"
        config.write_text(shipped, encoding="utf-8")
        self._begin("pgbouncer", ["pgbouncer", str(config)], {})
        return f"postgresql://{role}:{password}@127.0.0.1:{self.pooled_port}/{role}"

    def _begin(self, name: str, line: list[str], environment: dict[str, str]) -> None:
        own = {"PATH": f"{os.environ['PATH']}:/usr/sbin", "HOME": str(self._folder), "LC_ALL": "C.UTF-8"}
        with (self._folder / f"{name}.log").open("ab") as log:
            self._running[name] = subprocess.Popen(
                line,
                env=own | environment,
                cwd=self._folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                user=self._user.pw_uid,
                group=self._user.pw_gid,
                extra_groups=[],
            )

    def close(self) -> None:
        """Ends what was started here, by its id, and removes the folder."""
        for process in reversed(self._running.values()):
            process.kill()
            process.wait(10)
        for node in NODES:
            try:
                lines = (self._folder / node / "postmaster.pid").read_text().splitlines()
                os.kill(int(lines[0]), signal.SIGKILL)
            except (OSError, ValueError, IndexError):
                continue
        shutil.rmtree(self._folder, ignore_errors=True)


def _free_ports(count: int) -> list[int]:
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports
