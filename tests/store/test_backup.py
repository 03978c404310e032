"""A backup is whole or is not there: encrypted, read back, with all that opens it again, whatever breaks on the way."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from counter_app.errors import StoreError
from counter_app.store import backup
from counter_app.store.db import Database
from tests.conftest import MONDAY_MS, STORE_KEY
from tests.counter_acts import PNG, piece

STEPS = ["copying", "checking", "photos", "writing", "naming"]


@pytest.fixture
def busy(counter: Any, tmp_path: Path) -> Any:
    """A counter with pieces, one of them with a photo, and what belongs to its home."""
    counter.account("a1", "12", "Ann Lee")
    clerk = counter.clerk()
    for _ in range(3):
        piece(counter, clerk)
    counter.clerk_ = clerk
    piece(counter, clerk, photo=PNG)
    keys = tmp_path / "keys.json"
    keys.write_text('{"wrapped": true}')
    counter.belongings = backup.Belongings(STORE_KEY, keys, tmp_path / "config.toml", tmp_path / "one-blobs")
    counter.into = tmp_path / "backups"
    return counter


def take(counter: Any, now_ms: int = MONDAY_MS, **more: Any) -> backup.Backup:
    return backup.make(counter.desk.db, counter.belongings, counter.into, now_ms, **more)


def lines(db: Database) -> list[Any]:
    with db.read() as connection:
        return list(connection.exec_driver_sql("SELECT * FROM journal ORDER BY position").all())


def test_7_4_a_backup_is_the_store_encrypted_with_its_key_and_named_by_time_and_head(busy: Any) -> None:
    steps: list[str] = []
    made = take(busy, tell=steps.append)
    assert steps == STEPS
    assert made.folder.name == "counter-20261102T150000Z-n5"
    assert (made.at_ms, made.head) == (MONDAY_MS, 5)
    assert made.store.read_bytes()[:15] != b"SQLite format 3"
    assert b"Ann Lee" not in made.store.read_bytes()
    copy = Database(made.store, STORE_KEY, read_only=True)
    assert lines(copy) == lines(busy.desk.db)
    copy.close()
    with pytest.raises(StoreError, match=r"store\.key_wrong"):
        backup.checked(made.store, b"\x00" * 32)
    assert (made.folder / "keys.json").read_bytes() == busy.belongings.keys.read_bytes()
    with busy.desk.db.read() as connection:
        (photo,) = connection.exec_driver_sql("SELECT sha256 FROM photo").scalars().all()
    assert (made.folder / "blobs" / photo).read_bytes() == (busy.belongings.blobs / photo).read_bytes()
    if os.name == "posix":
        assert made.folder.stat().st_mode & 0o077 == 0
        assert made.store.stat().st_mode & 0o077 == 0
    assert [one.folder for one in backup.listed(busy.into)] == [made.folder]


def test_7_4_clerks_write_while_a_backup_is_taken_and_it_is_of_one_moment(busy: Any) -> None:
    done = threading.Event()
    written: list[str] = []

    def work() -> None:
        while not done.is_set():
            written.append(piece(busy, busy.clerk_).id)

    clerk = threading.Thread(target=work)
    clerk.start()
    try:
        made = [take(busy, MONDAY_MS + n * 3_600_000) for n in range(4)]
    finally:
        done.set()
        clerk.join(10)
    assert len(written) > 1
    everything = lines(busy.desk.db)
    for one in made:
        copy = Database(one.store, STORE_KEY, read_only=True)
        assert lines(copy) == everything[: one.head]
        copy.close()


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "full"), OSError(errno.EIO, "io"), KeyboardInterrupt()], ids=repr
)
def test_7_4_what_breaks_at_any_step_leaves_nothing_behind(busy: Any, step: str, error: BaseException) -> None:
    def tell(now: str) -> None:
        if now == step:
            raise error

    expected = StoreError if isinstance(error, OSError) else KeyboardInterrupt
    with pytest.raises(expected) as caught:
        take(busy, tell=tell)
    assert list(busy.into.iterdir()) == []
    if isinstance(error, OSError):
        code = "backup.no_room" if error.errno == errno.ENOSPC else "backup.not_written"
        assert caught.value.code == code  # type: ignore[attr-defined]
    take(busy)
    assert len(backup.listed(busy.into)) == 1


KILLED = """
import os, signal, sys
from pathlib import Path
from counter_app.store import backup
from counter_app.store.db import Database
store, folder, step = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
key = bytes.fromhex(sys.argv[4])
what = backup.Belongings(key, folder / "keys.json", folder / "config.toml", folder / "one-blobs")
def tell(now):
    if now == step:
        os.kill(os.getpid(), signal.SIGKILL)
backup.make(Database(store, key), what, folder / "backups", 1_793_631_600_000, tell=tell)
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
@pytest.mark.parametrize("step", ["checking", "naming"])
def test_7_4_a_killed_program_leaves_no_half_backup_under_a_final_name(busy: Any, tmp_path: Path, step: str) -> None:
    arguments = [str(busy.desk.db.path), str(tmp_path), step, STORE_KEY.hex()]
    ended = subprocess.run([sys.executable, "-c", KILLED, *arguments], timeout=60, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert backup.listed(busy.into) == []
    assert len(list(busy.into.iterdir())) == 1
    made = take(busy)
    assert list(busy.into.iterdir()) == [made.folder]


def test_7_4_a_copy_whose_bytes_the_disk_changed_never_becomes_a_backup(busy: Any) -> None:
    def tell(step: str) -> None:
        if step == "checking":
            (copy,) = busy.into.glob("*/store.db")
            data = bytearray(copy.read_bytes())
            data[len(data) // 2] ^= 0x10
            copy.write_bytes(data)

    with pytest.raises(StoreError, match=r"backup\.copy_wrong"):
        take(busy, tell=tell)
    assert list(busy.into.iterdir()) == []


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE journal SET status = 'applied' WHERE position = 3",
        "DELETE FROM journal WHERE position = 3",
        "UPDATE journal SET core = X'00' WHERE position = 5",
    ],
)
def test_7_4_a_journal_whose_last_links_do_not_hold_is_not_called_a_backup(busy: Any, sql: str) -> None:
    with busy.desk.db.write() as connection:
        connection.exec_driver_sql(sql)
    with pytest.raises(StoreError, match=r"backup\.copy_wrong"):
        take(busy)
    assert list(busy.into.iterdir()) == []


def test_7_4_another_stores_copy_is_not_taken_for_this_one(busy: Any, make_counter: Any) -> None:
    stranger = make_counter("stranger")
    stranger.account("a1", "12", "Ann Lee")
    clerk = stranger.clerk()
    for _ in range(9):
        piece(stranger, clerk)
    real = busy.desk.db.copy_into
    busy.desk.db.copy_into = stranger.desk.db.copy_into
    with pytest.raises(StoreError, match=r"backup\.copy_wrong"):
        take(busy)
    busy.desk.db.copy_into = real


def test_7_4_a_backup_stops_soon_when_the_program_closes(busy: Any) -> None:
    with pytest.raises(StoreError, match=r"store\.stopped"):
        with busy.desk.db.write() as connection:
            connection.exec_driver_sql(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
                "INSERT INTO inbox (op_id, facts) SELECT i, hex(randomblob(50)) FROM n"
            )
        take(busy, stopping=lambda: True)
    assert list(busy.into.iterdir()) == []


def test_7_4_a_photo_that_is_gone_does_not_stop_a_backup(busy: Any) -> None:
    for path in busy.belongings.blobs.iterdir():
        path.unlink()
    assert list((take(busy).folder / "blobs").iterdir()) == []


def test_7_4_only_what_the_rule_keeps_stays(busy: Any) -> None:
    made = [take(busy, MONDAY_MS + n * 3_600_000) for n in range(3)]
    for n in range(100):
        (busy.into / f"counter-2026{1 + n // 28:02}{1 + n % 28:02}T120000Z-n1").mkdir()
    (busy.into / "my own folder").mkdir()
    gone = backup.prune(busy.into)
    left = backup.listed(busy.into)
    assert left[-3:] == made
    # 23 further days fill the hourly slots too: each has one backup only.
    assert gone == 103 - len(left) > 60
    assert (busy.into / "my own folder").is_dir()
    assert not [one for one in busy.into.iterdir() if one.name.startswith(".")]


def test_7_4_two_backups_of_one_second_get_two_names(busy: Any) -> None:
    assert take(busy).folder != take(busy).folder


def test_7_4_a_second_place_gets_the_same_whole_backup_and_the_same_photo_once(busy: Any, tmp_path: Path) -> None:
    made = take(busy)
    second = tmp_path / "stick"
    with pytest.raises(StoreError, match=r"backup\.second_gone"):
        backup.copy_to(made, second)
    second.mkdir()
    there = backup.copy_to(made, second)
    assert backup.copy_to(made, second) == there
    assert backup.checked(there.store, STORE_KEY)[0].position == made.head
    later = backup.copy_to(take(busy, MONDAY_MS + 3_600_000), second)
    (photo,) = (later.folder / "blobs").iterdir()
    assert photo.samefile(there.folder / "blobs" / photo.name)
    assert [one.folder for one in backup.listed(second)] == [there.folder, later.folder]


def test_7_4_a_disk_without_second_names_gets_copies(busy: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(source: Path, target: Path) -> None:
        raise OSError(errno.EPERM, "no links on this disk")

    monkeypatch.setattr(os, "link", no_links)
    (photo,) = (take(busy).folder / "blobs").iterdir()
    assert photo.read_bytes() == (busy.belongings.blobs / photo.name).read_bytes()


def test_nothing_secret_lies_in_a_backup_in_clear(busy: Any) -> None:
    for path in take(busy).folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert STORE_KEY not in data
            assert STORE_KEY.hex().encode() not in data
    assert json.loads(busy.belongings.keys.read_text()) == {"wrapped": True}
