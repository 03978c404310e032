"""An upgrade works on a copy: the old store stays, byte for byte, until the new one is proven."""

from __future__ import annotations

import errno
import hashlib
from pathlib import Path
from typing import Any

import pytest

from counter_app.errors import StoreError
from counter_app.store import backup, journal, schema, upgrading
from counter_app.store.db import Database
from tests.conftest import MONDAY_MS, STORE_KEY
from tests.counter_acts import piece
from tests.older_stores import take_back

STEPS = ["saving", "copying", "upgrading", "comparing", "swapping"]


def plenty(_: Path) -> int:
    return 10**12


@pytest.fixture
def old(counter: Any, tmp_path: Path) -> Path:
    """A store as the first version left it, with pieces that wait for the centre."""
    counter.account("a1", "12", "Ann Lee")
    clerk = counter.clerk()
    for number in range(3):
        piece(counter, clerk, tracking=f"1Z999AA1012345678{number}")
    db = counter.desk.db
    with db.write() as connection:
        take_back(connection, "0001")
    db.close()
    return Path(db.path)


def files(store: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in store.parent.glob(f"{store.name}*")
        if not path.name.endswith("-shm") and path.stat().st_size  # a reader leaves an empty log behind
    }


def bring(store: Path, **more: Any) -> bool:
    options: dict[str, Any] = {"save": lambda db: None, "free": plenty} | more
    return upgrading.bring_to_head(store, STORE_KEY, MONDAY_MS, **options)


def test_7_5_a_store_of_the_first_version_comes_to_the_head_with_what_it_owes_the_centre(
    old: Path, tmp_path: Path
) -> None:
    before, saved, steps = files(old), [], []
    belongings = backup.Belongings(STORE_KEY, tmp_path / "keys.json", tmp_path / "config.toml", tmp_path / "one-blobs")
    belongings.keys.write_text("{}")

    def save(db: Database) -> None:
        saved.append(backup.make(db, belongings, tmp_path / "backups", MONDAY_MS))

    assert bring(old, save=save, tell=steps.append) is True
    assert steps == STEPS
    db = Database(old, STORE_KEY)
    with db.read() as connection:
        assert schema.current(connection) == schema.HEAD
        assert journal.waiting_count(connection) == 4
        backup.demand_linked(connection)
        reversed_ = connection.exec_driver_sql("SELECT tracking_reversed FROM item ORDER BY 1").scalars().all()
    db.close()
    assert reversed_ == [f"{number}8765432101AA999Z1" for number in range(3)]
    kept = old.with_name(f"{old.name}.before-{schema.HEAD}-20261102T150000Z")
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == before[old.name]
    assert backup.checked(saved[0].store, STORE_KEY)[0].position == 4
    assert bring(old) is False


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    "error",
    [OSError(errno.ENOSPC, "full"), OSError(errno.EIO, "io"), ValueError("a bug"), KeyboardInterrupt()],
    ids=lambda error: repr(error)[:20],
)
def test_7_5_what_fails_at_any_step_leaves_the_old_store_byte_for_byte(
    old: Path, step: str, error: BaseException
) -> None:
    before = files(old)

    def tell(now: str) -> None:
        if now == step:
            raise error

    with pytest.raises((StoreError, KeyboardInterrupt)) as caught:
        bring(old, tell=tell)
    assert files(old) == before
    if isinstance(caught.value, StoreError):
        assert caught.value.code in ("store.upgrade_failed", "backup.no_room")
    assert bring(old) is True


def test_7_5_a_swap_that_the_disk_refuses_leaves_the_old_store(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(old)

    def refuse(self: Path, target: Path) -> None:
        raise OSError(errno.EIO, "io")

    with monkeypatch.context() as patched, pytest.raises(StoreError, match=r"store\.upgrade_failed"):
        patched.setattr(Path, "replace", refuse)
        bring(old)
    assert files(old) == before


def test_7_5_a_backup_that_fails_stops_the_upgrade(old: Path) -> None:
    before = files(old)

    def save(db: Database) -> None:
        raise StoreError("backup.copy_wrong")

    with pytest.raises(StoreError, match=r"backup\.copy_wrong"):
        bring(old, save=save)
    assert files(old) == before


@pytest.mark.parametrize(
    "sql",
    ["DELETE FROM journal WHERE position = 2", "UPDATE journal SET status = 'applied'", "DELETE FROM item"],
)
def test_7_5_a_migration_that_loses_something_is_not_taken(
    old: Path, sql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, real = files(old), schema.upgrade

    def lossy(db: Database) -> None:
        real(db)
        with db.write() as connection:
            connection.exec_driver_sql(sql)

    with monkeypatch.context() as patched, pytest.raises(StoreError, match=r"store\.upgrade_failed"):
        patched.setattr(schema, "upgrade", lossy)
        bring(old)
    assert files(old) == before


def test_7_5_without_room_for_two_and_a_bit_nothing_is_begun(old: Path) -> None:
    before, size = files(old), old.stat().st_size
    with pytest.raises(StoreError, match=r"store\.upgrade_no_room"):
        bring(old, free=lambda _: int(size * 2.1))
    assert files(old) == before
    assert bring(old, free=lambda _: int(size * 2.3)) is True


def test_6_1_a_store_of_a_newer_version_is_not_opened_for_writing(old: Path) -> None:
    db = Database(old, STORE_KEY)
    with db.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0999'")
    db.close()
    before = files(old)
    with pytest.raises(StoreError, match=r"store\.too_new") as caught:
        bring(old, save=lambda db: pytest.fail("it was opened"))
    assert caught.value.facts["found"] == "0999"
    assert files(old) == before


def test_6_1_a_newer_store_that_was_cut_off_keeps_its_log_for_the_program_that_knows_it(old: Path) -> None:
    writer = Database(old, STORE_KEY)
    with writer.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0999'")
    image = {path.name: path.read_bytes() for path in old.parent.glob(f"{old.name}*")}
    writer.close()
    for name, data in image.items():
        old.with_name(name).write_bytes(data)
    before = files(old)
    with pytest.raises(StoreError, match=r"store\.too_new"):
        bring(old)
    assert files(old) == before
    assert before[f"{old.name}-wal"]


def test_7_5_what_lies_in_the_log_beside_the_store_goes_along(old: Path) -> None:
    writer = Database(old, STORE_KEY)
    with writer.write() as connection:
        connection.exec_driver_sql("UPDATE meta SET value = 'later' WHERE key = 'epoch'")
    image = {path.name: path.read_bytes() for path in old.parent.glob(f"{old.name}*")}
    writer.close()
    for name, data in image.items():
        old.with_name(name).write_bytes(data)  # as a power cut leaves it: the last commit is only in the log
    assert bring(old) is True
    db = Database(old, STORE_KEY)
    with db.read() as connection:
        assert connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'epoch'").scalar() == "later"
    db.close()


def test_7_5_the_old_store_goes_after_fourteen_days(old: Path) -> None:
    bring(old)
    upgrading.drop_old(old, MONDAY_MS + 13 * 86_400_000)
    assert list(old.parent.glob("*.before-*"))
    upgrading.drop_old(old, MONDAY_MS + 15 * 86_400_000)
    assert not list(old.parent.glob("*.before-*"))
