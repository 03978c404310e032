"""Bits that flip in the store and in its log, logs that are cut or deleted: noticed, or harmless; never silent (6.1).

Each case is a home that was damaged behind the program's back. It is looked at as a start does, then as `verify` and
the daily check do, and held against the truth. COUNTER_LONG=1 takes ten times as many.
"""

from __future__ import annotations

import os
import random
import shutil
from collections import Counter as Tally
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from counter_app import verify
from counter_app.desk import receiving
from counter_app.errors import StoreError
from counter_app.store import soundness
from counter_app.store.db import Database
from tests.conftest import STORE_KEY
from tests.counter_acts import TABLES, piece

ROUNDS = 1_000 if os.environ.get("COUNTER_LONG") else 100
TOLD = ("journal", "disclosure", "touched", "base_row", "item", "account", "verifier", "print_job", "inbox", "meta")


@dataclass
class Image:
    """A home as it was at one moment, and what stood in it."""

    folder: Path
    truth: dict[str, list[Any]]
    public_key: bytes

    def damaged(self, into: Path, change: Callable[[Path], None]) -> Path:
        shutil.rmtree(into, ignore_errors=True)
        shutil.copytree(self.folder, into)
        change(into)
        return into


def rows(db: Database) -> dict[str, list[Any]]:
    with db.read() as connection:
        return {name: connection.exec_driver_sql(f"SELECT * FROM {name} ORDER BY 1, 2").all() for name in TOLD}


@pytest.fixture(scope="module")
def images(tmp_path_factory: pytest.TempPathFactory, empty_store: Path) -> dict[str, Image]:
    """`running`: everything is in the log, as after a power cut; `closed`: everything is in the store's file."""
    folder = tmp_path_factory.mktemp("images")
    return _made(folder, empty_store)


def _made(folder: Path, empty_store: Path) -> dict[str, Image]:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from counter_app.desk.context import Desk
    from counter_app.desk.settings import settings_from
    from counter_app.store.blobs import Blobs
    from counter_app.store.journal import Identity
    from tests.conftest import SETTINGS, Counter, Entropy, FakeClock

    live = folder / "live"
    live.mkdir()
    shutil.copy(empty_store, live / "store.db")
    db = Database(live / "store.db", STORE_KEY, high_water=live / "high-water")
    key = Ed25519PrivateKey.from_private_bytes(b"\x05" * 32)
    public = key.public_key().public_bytes_raw()
    identity = Identity("org-1", "store-1", "device-1", "incarnation-1", public, key.sign, "boot-1")
    (folder / "blobs").mkdir()
    desk = Desk(
        db=db,
        blobs=Blobs(folder / "blobs", b"\x08" * 32),
        identity=identity,
        settings=settings_from(SETTINGS),
        clock=FakeClock(),
        entropy=Entropy(),
        announce=lambda event: None,
        pepper=b"\x09" * 32,
    )
    with db.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO meta (key, value) VALUES ('org', 'org-1'), ('store', 'store-1'), ('device_id', 'device-1')"
        )
    counter = Counter(desk, desk.clock)
    clerk = counter.clerk()
    counter.account("a1", "214", "Ann Lee")
    for n in range(25):
        one = piece(counter, clerk)
        receiving.move(desk, clerk, one.id, f"B-{n}")
    truth = rows(db)
    shutil.copytree(live, folder / "running")
    db.close()
    shutil.copytree(live, folder / "closed")
    assert (folder / "running" / "store.db-wal").stat().st_size > 100_000
    return {name: Image(folder / name, truth, public) for name in ("running", "closed")}


def outcome(image: Image, home: Path) -> str:
    """start, tail, check, verify: where it was noticed; harmless: all is there; silent: nobody would ever know."""
    store = home / "store.db"
    try:
        found = soundness.examine(store, STORE_KEY, home / "high-water")
    except StoreError as error:
        assert error.code in ("store.damaged", "store.missing"), error.code
        return "start"
    if found.tail is not None:
        return "tail"
    db = Database(store, STORE_KEY, read_only=True)
    try:
        with db.read() as connection:
            if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
                return "check"
        verdict = verify.verify(db, image.public_key, 0, home / "high-water")
        if verdict.exit_code in (verify.TAMPERED, verify.INCOMPLETE):
            return "verify"
        return "harmless" if rows(db) == image.truth else "silent"
    except StoreError as error:
        assert error.code in ("store.damaged", "store.key_wrong"), error.code  # the key is right
        return "check"
    finally:
        db.close()


def flipped(name: str, place: int) -> Callable[[Path], None]:
    def change(home: Path) -> None:
        with (home / name).open("r+b") as file:
            file.seek(place // 8)
            byte = file.read(1)[0]
            file.seek(place // 8)
            file.write(bytes([byte ^ 1 << place % 8]))

    return change


def cut(length: int) -> Callable[[Path], None]:
    def change(home: Path) -> None:
        os.truncate(home / "store.db-wal", length)

    return change


def deleted(home: Path) -> None:
    for name in ("store.db-wal", "store.db-shm"):
        (home / name).unlink(missing_ok=True)


def tally(image: Image, into: Path, changes: list[Callable[[Path], None]], what: str) -> Tally[str]:
    found = Tally(outcome(image, image.damaged(into, change)) for change in changes)
    print(f"\n{what}: {dict(found)}")
    return found


def random_bits(image: Image, name: str, seed: int, rounds: int = ROUNDS) -> list[Callable[[Path], None]]:
    rnd = random.Random(seed)
    size = (image.folder / name).stat().st_size
    return [flipped(name, rnd.randrange(8 * size)) for _ in range(rounds)]


def test_6_1_every_flipped_bit_in_the_store_is_noticed(images: dict[str, Image], tmp_path: Path) -> None:
    image = images["closed"]
    found = tally(image, tmp_path / "home", random_bits(image, "store.db", 11), "flips in the store")
    assert found["silent"] == 0
    assert found["harmless"] == 0  # every byte of every page is under a seal
    assert sum(found.values()) == ROUNDS


def test_6_1_every_flipped_bit_in_the_log_is_noticed_or_takes_nothing(images: dict[str, Image], tmp_path: Path) -> None:
    image = images["running"]
    found = tally(image, tmp_path / "home", random_bits(image, "store.db-wal", 12), "flips in the log")
    assert found["silent"] == 0
    assert found["tail"] > ROUNDS // 2


def test_6_1_a_cut_log_is_noticed_wherever_it_was_cut(images: dict[str, Image], tmp_path: Path) -> None:
    image, rnd = images["running"], random.Random(13)
    size = (image.folder / "store.db-wal").stat().st_size
    cuts = [cut(rnd.randrange(size)) for _ in range(ROUNDS // 2)] + [cut(0), cut(31), cut(size - 1)]
    found = tally(image, tmp_path / "home", cuts, "cuts of the log")
    assert found["silent"] == found["harmless"] == 0


def test_6_1_a_deleted_log_is_noticed(images: dict[str, Image], tmp_path: Path) -> None:
    assert outcome(images["running"], images["running"].damaged(tmp_path / "home", deleted)) in ("start", "tail")


def test_6_1_an_undamaged_home_raises_no_alarm(images: dict[str, Image], tmp_path: Path) -> None:
    for image in images.values():
        assert outcome(image, image.damaged(tmp_path / "home", lambda home: None)) == "harmless"


def test_12_2_without_the_high_water_file_these_tests_would_fail(
    images: dict[str, Image], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planted bug: nobody looks at the mark. Flips in the log are then silent, which the tally must show."""
    monkeypatch.setattr(soundness, "tail_of", lambda connection, mark: None)
    image = images["running"]
    found = tally(image, tmp_path / "home", random_bits(image, "store.db-wal", 12, 10), "planted bug")
    assert found["silent"] > 0


def test_tables_told_are_tables() -> None:
    assert set(TOLD) <= set(TABLES)
