"""Shared by all tests: no screen, no real home, no network but loopback; and a real counter to work at."""

from __future__ import annotations

import gc
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What a centre has seen of a database server is noted in a folder of the user; never the real one's.
os.environ.setdefault("COUNTER_CENTRAL_STATE", tempfile.mkdtemp(prefix="counter-state-"))


def pytest_configure() -> None:
    """The ordinary run asks the same questions each time, the long form new ones. A busy computer is no failure."""
    from hypothesis import settings  # after pytest has seen the plugin, or it would warn

    settings.register_profile("ordinary", derandomize=True, deadline=None)
    settings.register_profile("long", deadline=None)
    settings.load_profile("long" if os.environ.get("COUNTER_LONG") == "1" else "ordinary")
    gc.disable()


LONGEST_FIRST = ("outside", "faults", "drill", "planted", "security", "sync", "demo", "house", "ui")
"""Folders whose files take longest: begun last, one of them would keep one process busy while the others are done."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    ranks = {name: rank for rank, name in enumerate(LONGEST_FIRST)}
    items.sort(key=lambda item: ranks.get(item.path.relative_to(here).parts[0], len(ranks)))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Collect cycles here and nowhere else: in a thread of a server they would take a window apart (Qt forbids it)."""
    found = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, limit) in enumerate(found) if count > limit > 0]
    if due:
        gc.collect(due[-1])


def pytest_sessionfinish(session: pytest.Session) -> None:
    """One of several processes has a gigabyte behind it: nobody needs to look through it once more before it ends."""
    if hasattr(session.config, "workerinput"):
        gc.freeze()


MONDAY_MS = 1_793_631_600_000
"""Monday, 2 November 2026, 10:00 in New York: the store is open."""

SETTINGS = {
    "name": "Northgate Mail",
    "zone": "America/New_York",
    "address_lines": ["12 Main Street", "Albany NY 12207"],
    "pickup_prices": {"per_visit_cents": 100, "per_package_cents": 250},
    "offline_handover": "charge_later",
    "offline_limit_cents": 2_000,
}


@dataclass
class FakeClock:
    """A clock that moves only when it is told to, and one millisecond at each look, so that ids keep their order."""

    wall: int = MONDAY_MS
    mono: int = 1_000_000

    def wall_ms(self) -> int:
        self.wall += 1
        return self.wall

    def mono_ms(self) -> int:
        return self.mono

    def advance(self, ms: int) -> None:
        self.wall += ms
        self.mono += ms


@dataclass
class Entropy:
    """Bytes that differ at every call and are the same in every run."""

    state: int = 1

    def __call__(self, count: int, /) -> bytes:
        import hashlib

        self.state += 1
        return hashlib.shake_128(self.state.to_bytes(8, "big")).digest(count)


@dataclass
class Counter:
    """A desk with a real encrypted store, and what was announced."""

    desk: Any
    clock: FakeClock
    told: list[Any] = field(default_factory=list)

    def account(self, account_id: str, mailbox: str, holder: str, **more: Any) -> str:
        """Put an account into the register, as a pull from the centre would."""
        from counter_app.store import state

        row: dict[str, Any] = {
            "id": account_id,
            "mailbox": mailbox,
            "state": "active",
            "holder": holder,
            "names": [{"text": holder, "kind": "person"}],
        }
        row.update(more)
        with self.desk.db.write() as connection:
            assert state.accept_pulled(connection, "account", [(account_id, 1, row)]) == []
        return account_id

    def clerk(self, level: int = 4, clerk_id: str = "clerk-1", password: str = "correct horse") -> Any:
        """A clerk who has signed in here; the actor."""
        from counter_app.desk import sign_in

        said = {"id": clerk_id, "name": "Jordan Miles", "email": f"{clerk_id}@example.org", "level": level}
        sign_in.learn(self.desk, said, "", "", self.clock.wall + 10**9, password)
        sign_in.sign_in(self.desk, said["email"], password)
        return sign_in.actor_of(self.desk, clerk_id)


@pytest.fixture(scope="session", autouse=True)
def real_hashers() -> Iterator[tuple[Any, ...]]:
    """Passwords cost what tests can pay, in this process; here is what they really cost."""
    from argon2 import PasswordHasher

    from central_service import clerks, platform
    from central_service.console import operators
    from counter_app.desk import sign_in

    real = (sign_in._HASHER, clerks.hasher)
    light = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sign_in, "_HASHER", light)
        for module in (clerks, platform, operators):
            patch.setattr(module, "hasher", light)
        yield real


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


STORE_KEY = b"\x07" * 32


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An encrypted store at the newest schema, made once; every counter begins with a copy of it."""
    from counter_app.store import schema
    from counter_app.store.db import Database

    path = tmp_path_factory.mktemp("store") / "empty.db"
    db = Database(path, STORE_KEY)
    schema.upgrade(db)
    with db.write() as connection:
        connection.exec_driver_sql("INSERT INTO meta (key, value) VALUES ('made', '1')")
        connection.exec_driver_sql("DELETE FROM meta")
    with db._writer.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    db.close()
    return path


@pytest.fixture
def make_counter(tmp_path: Path, clock: FakeClock, empty_store: Path) -> Iterator[Callable[..., Counter]]:
    """Make counters on stores of their own; closed at the end."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from counter_app.desk.context import Desk
    from counter_app.desk.settings import settings_from
    from counter_app.store.blobs import Blobs
    from counter_app.store.db import Database
    from counter_app.store.journal import Identity

    opened: list[Any] = []

    def make(name: str = "one", settings: dict[str, Any] | None = None) -> Counter:
        key = Ed25519PrivateKey.from_private_bytes(name.encode().ljust(32, b"\x01")[:32])
        shutil.copy(empty_store, tmp_path / f"{name}.db")
        db = Database(tmp_path / f"{name}.db", STORE_KEY)
        opened.append(db)
        folder = tmp_path / f"{name}-blobs"
        folder.mkdir()
        told: list[Any] = []
        public = key.public_key().public_bytes_raw()
        desk = Desk(
            db=db,
            blobs=Blobs(folder, b"\x08" * 32),
            identity=Identity("org-1", "store-1", f"device-{name}", f"incarnation-{name}", public, key.sign, "boot-1"),
            settings=settings_from({**SETTINGS, **(settings or {})}),
            clock=clock,
            entropy=Entropy(),
            announce=told.append,
            pepper=b"\x09" * 32,
        )
        with db.write() as connection:
            values = {
                "org": "org-1",
                "store": "store-1",
                "device_id": f"device-{name}",
                "incarnation": f"incarnation-{name}",
                "public_key": public.hex(),
                "settings": json.dumps(SETTINGS),
                "epoch": "epoch-1",
            }
            connection.exec_driver_sql("INSERT INTO meta (key, value) VALUES (?, ?)", list(values.items()))
        return Counter(desk, clock, told)

    yield make
    for db in opened:
        db.close()


@pytest.fixture
def counter(make_counter: Callable[..., Counter]) -> Counter:
    """One counter of one store, offline."""
    return make_counter()
