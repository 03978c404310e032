"""The store's transactions: no lost update, no waiting reader, nothing readable on the disk, errors by name."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import create_engine, event
from sqlalchemy.exc import TimeoutError as PoolTimeout

from counter_app.errors import StoreError
from counter_app.store import schema
from counter_app.store.db import Database, translated
from tests.counter_acts import piece

KEY = b"\x07" * 32
WAIT_S = 20.0


def _run(*works: Any) -> None:
    errors: list[BaseException] = []

    def guarded(work: Any) -> None:
        try:
            work()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=guarded, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(WAIT_S)
        assert not thread.is_alive()
    if errors:
        raise errors[0]


@pytest.fixture
def tally(tmp_path: Path) -> Any:
    db = Database(tmp_path / "tally.db", KEY)
    with db.write() as connection:
        connection.exec_driver_sql("CREATE TABLE tally (n INTEGER)")
        connection.exec_driver_sql("INSERT INTO tally VALUES (0)")
    yield db
    db.close()


def _value(db: Database) -> int:
    with db.read() as connection:
        return int(connection.exec_driver_sql("SELECT n FROM tally").scalar_one())


def test_four_threads_of_a_hundred_read_and_add_lose_nothing(tally: Database) -> None:
    def add() -> None:
        for _ in range(100):
            with tally.write() as connection:
                n = connection.exec_driver_sql("SELECT n FROM tally").scalar_one()
                connection.exec_driver_sql("UPDATE tally SET n = ?", (n + 1,))

    _run(add, add, add, add)
    assert _value(tally) == 400


def test_the_same_work_with_sqlalchemys_own_transactions_does_lose_updates(tmp_path: Path) -> None:
    # Why this store begins its transactions by hand: the default reads outside of the writer's lock.
    engine = create_engine(f"sqlite:///{tmp_path / 'plain.db'}", connect_args={"timeout": 20})
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE tally (n INTEGER)")
        connection.exec_driver_sql("INSERT INTO tally VALUES (0)")
    both_have_read = threading.Barrier(2, timeout=WAIT_S)

    def add() -> None:
        with engine.begin() as connection:
            n = connection.exec_driver_sql("SELECT n FROM tally").scalar_one()
            both_have_read.wait()
            connection.exec_driver_sql("UPDATE tally SET n = ?", (n + 1,))

    _run(add, add)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT n FROM tally").scalar_one() == 1
    engine.dispose()


def test_a_reader_neither_waits_for_a_writer_nor_sees_half_of_what_it_does(tally: Database) -> None:
    seen: list[int] = []
    with tally.write() as connection:
        connection.exec_driver_sql("UPDATE tally SET n = 5")
        _run(lambda: seen.append(_value(tally)))
    assert seen == [0]
    assert _value(tally) == 5


def test_a_writer_does_not_wait_for_a_reader_who_keeps_the_picture_of_the_start(tally: Database) -> None:
    def write() -> None:
        with tally.write() as connection:
            connection.exec_driver_sql("UPDATE tally SET n = 9")

    with tally.read() as connection:
        assert connection.exec_driver_sql("SELECT n FROM tally").scalar_one() == 0
        _run(write)
        assert connection.exec_driver_sql("SELECT n FROM tally").scalar_one() == 0
    assert _value(tally) == 9


def test_a_writer_has_the_lock_from_its_first_moment_also_against_other_programs(tally: Database) -> None:
    other = driver.connect(tally.path, isolation_level=None, timeout=0)
    other.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    with tally.write(), pytest.raises(driver.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    other.close()


def test_every_connection_writes_ahead_and_in_full(tally: Database) -> None:
    for way in (tally.read, tally.write):
        with way() as connection:
            pragmas = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("journal_mode", "synchronous", "secure_delete", "trusted_schema", "wal_autocheckpoint")
            }
        expected = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "trusted_schema": 0}
        assert pragmas == expected | {"wal_autocheckpoint": 10_000}


def test_the_counter_goes_before_the_exchange_that_waited_longer(tally: Database) -> None:
    order: list[str] = []
    asked = threading.Event()

    def write(name: str, background: bool) -> None:
        asked.set()
        with tally.write(background=background):
            order.append(name)

    threads = []
    with tally.write(background=True):
        for name, background in (("page 1", True), ("page 2", True), ("clerk", False)):
            asked.clear()
            threads.append(threading.Thread(target=write, args=(name, background)))
            threads[-1].start()
            assert asked.wait(WAIT_S)
        turn = tally._turn
        with turn._condition:
            assert turn._condition.wait_for(lambda: turn._clerks_waiting == 1, timeout=0) or _until_waiting(turn)
    for thread in threads:
        thread.join(WAIT_S)
    assert order[0] == "clerk"
    assert sorted(order) == ["clerk", "page 1", "page 2"]


def _until_waiting(turn: Any) -> bool:
    # Nobody tells the condition that a clerk has come; looked at again until the deadline.
    for _ in range(2_000):
        if turn._clerks_waiting:
            return True
        turn._condition.wait(0.01)
    return False


def test_a_block_that_raises_was_never_there(tally: Database) -> None:
    def broken() -> None:
        with tally.write() as connection:
            connection.exec_driver_sql("UPDATE tally SET n = 7")
            raise LookupError("power")

    with pytest.raises(LookupError, match="power"):
        broken()
    assert _value(tally) == 0


def test_a_commit_that_fails_does_not_keep_the_one_writer_for_itself(tally: Database) -> None:
    class LostError(Exception):
        pass

    def lost(connection: Any) -> None:
        raise LostError

    event.listen(tally._writer, "commit", lost)
    with pytest.raises(LostError), tally.write() as connection:
        connection.exec_driver_sql("UPDATE tally SET n = 7")
    event.remove(tally._writer, "commit", lost)
    assert _value(tally) == 0
    with tally.write() as connection:
        connection.exec_driver_sql("UPDATE tally SET n = 8")
    assert _value(tally) == 8


def test_a_wrong_key_is_called_a_wrong_key_and_changes_nothing(tmp_path: Path, tally: Database) -> None:
    tally.close()
    before = hashlib.sha256(tally.path.read_bytes()).digest()
    other = Database(tally.path, b"\x08" * 32)
    with pytest.raises(StoreError, match=r"^store\.key_wrong$"), other.read():
        pass
    with pytest.raises(StoreError, match=r"^store\.key_wrong$"), other.write():
        pass
    other.close()
    assert hashlib.sha256(tally.path.read_bytes()).digest() == before


def test_no_name_and_no_sqlite_header_can_be_read_from_the_disk(counter: Any, tmp_path: Path) -> None:
    counter.account("a1", "101", "Zebulon Quackenbush", note="Likes marmalade", phone="5185550142")
    clerk = counter.clerk()
    piece(counter, clerk, name="Zebulon Quackenbush", photo=b"\xff\xd8\xff a photo of marmalade")
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.name.endswith("-wal") and path.stat().st_size for path in files)
    counter.desk.db.checkpoint()
    for path in files:
        data = path.read_bytes().lower()
        for word in (b"zebulon", b"quackenbush", b"marmalade", b"5185550142", b"northgate", b"sqlite format 3"):
            assert word not in data, (path.name, word)
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(counter.desk.db.path).execute("SELECT * FROM sqlite_master")


def test_a_checkpoint_moves_the_log_into_the_file(counter: Any) -> None:
    counter.account("a1", "101", "Ann Lee")
    piece(counter, counter.clerk())
    before = counter.desk.db.path.read_bytes()
    counter.desk.db.checkpoint()
    assert counter.desk.db.path.read_bytes() != before


def test_a_store_that_is_read_only_says_so_and_can_be_read(tally: Database) -> None:
    frozen = Database(tally.path, KEY, read_only=True)
    assert _value(frozen) == 0
    with pytest.raises(StoreError, match=r"^store\.read_only$"), frozen.write() as connection:
        connection.exec_driver_sql("UPDATE tally SET n = 1")
    frozen.close()
    assert _value(tally) == 0


def test_a_full_disk_saves_nothing_and_the_store_works_again_after_it(tally: Database) -> None:
    with tally.write() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 5}")

    def fill() -> None:
        with tally.write() as connection:
            connection.exec_driver_sql("UPDATE tally SET n = 3")
            connection.exec_driver_sql("CREATE TABLE big AS SELECT zeroblob(1000000) AS data")

    with pytest.raises(StoreError, match=r"^store\.full$"):
        fill()
    assert _value(tally) == 0
    with tally.write() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 100000")
        connection.exec_driver_sql("UPDATE tally SET n = 4")
    assert _value(tally) == 4


def test_a_flipped_bit_in_a_page_is_damage_and_no_wrong_key(tally: Database) -> None:
    with tally.write() as connection:
        connection.exec_driver_sql("CREATE TABLE big AS SELECT zeroblob(60000) AS data")
    tally.checkpoint()
    tally.close()
    data = bytearray(tally.path.read_bytes())
    for page in range(2, len(data) // 4096):
        data[page * 4096 + 100] ^= 1
    tally.path.write_bytes(data)
    damaged = Database(tally.path, KEY)
    with pytest.raises(StoreError) as raised, damaged.read() as connection:
        connection.exec_driver_sql("SELECT sum(length(data)), hex(data) FROM big").all()
    damaged.close()
    assert raised.value.code in ("store.damaged", "store.disk_error")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("file is not a database", "store.key_wrong"),
        ("database or disk is full", "store.full"),
        ("attempt to write a readonly database", "store.read_only"),
        ("database disk image is malformed", "store.damaged"),
        ("disk I/O error", "store.disk_error"),
        ("unable to open database file", "store.cannot_open"),
        ("database is locked", "store.busy"),
    ],
)
def test_what_the_driver_says_becomes_a_code(text: str, code: str) -> None:
    with pytest.raises(StoreError) as raised, translated():
        raise driver.OperationalError(text)
    assert raised.value.code == code


def test_no_free_connection_is_busy_too() -> None:
    with pytest.raises(StoreError, match=r"^store\.busy$"), translated():
        raise PoolTimeout("QueuePool limit of size 4 overflow 4 reached")


def test_a_bug_is_not_hidden_behind_a_code(tally: Database) -> None:
    with pytest.raises(Exception, match="no such table"), tally.read() as connection:
        connection.exec_driver_sql("SELECT 1 FROM nowhere")


def test_a_folder_that_is_not_there_cannot_be_opened(tmp_path: Path) -> None:
    db = Database(tmp_path / "gone" / "store.db", KEY)
    with pytest.raises(StoreError, match=r"^store\.cannot_open$"), db.read():
        pass


def test_the_store_of_a_newer_program_is_left_alone(counter: Any) -> None:
    db = counter.desk.db
    with db.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    db.checkpoint()
    db.close()
    before = hashlib.sha256(db.path.read_bytes()).digest()
    newer = Database(db.path, KEY)
    with pytest.raises(StoreError) as raised:
        schema.upgrade(newer)
    newer.close()
    assert (raised.value.code, raised.value.facts["found"]) == ("store.too_new", "9999")
    assert hashlib.sha256(db.path.read_bytes()).digest() == before
