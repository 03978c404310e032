"""Leftover photo files go; none goes that anything refers to, that is young, or that was kept just now."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.domain.retention import DAY_MS, HOUR_MS
from counter_app.errors import StoreError
from counter_app.store import blob_sweep
from counter_app.store.blobs import Blobs
from counter_app.store.db import Database
from tests.conftest import MONDAY_MS
from tests.counter_acts import piece

NAMES = [f"{number:02x}" * 32 for number in range(8)]
PLACES = {
    "photo": "INSERT INTO photo (sha256, kind, size, state, created_ms) VALUES (:n, 'piece', 1, 'local', 0)",
    "a row": "INSERT INTO base_row (entity, id, seq, data) VALUES ('item', :k, 1, '{\"photo\":\"' || :n || '\"}')",
    "an act": "INSERT INTO disclosure (op_id, field, salt, value) VALUES (:k, 'photo', x'00', '\"' || :n || '\"')",
    "bytes": "INSERT INTO disclosure (op_id, field, salt, value) VALUES (:k, 'x', CAST(('{' || :n) AS BLOB), '')",
    "the hash itself": "INSERT INTO disclosure (op_id, field, salt, value) VALUES (:k, 'h', unhex(:n), '')",
    "elsewhere": "INSERT INTO meta (key, value) VALUES ('later:' || :k, 'see ' || :n || 'ff')",
}


def put(folder: Path, name: str, age_ms: int) -> None:
    path = folder / name
    path.write_bytes(b"sealed")
    at = (MONDAY_MS - age_ms) / 1000
    os.utime(path, (at, at))


AGES = st.sampled_from((-DAY_MS, 0, HOUR_MS - 2_000, HOUR_MS + 2_000, DAY_MS - 2_000, DAY_MS + 2_000, 90 * DAY_MS))
FILES = st.fixed_dictionaries({name: st.tuples(AGES, st.sampled_from(("", *PLACES)), st.booleans()) for name in NAMES})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=FILES, kept=st.sets(st.sampled_from(NAMES)), most=st.sampled_from((1, 3, 100)))
def test_nothing_goes_that_is_named_or_young_and_everything_else_does(
    counter: Any, tmp_path_factory: pytest.TempPathFactory, files: Any, kept: set[str], most: int
) -> None:
    folder, db = tmp_path_factory.mktemp("blobs"), counter.desk.db
    blobs = Blobs(folder, b"\x08" * 32)
    blobs._kept |= kept
    with db.write() as connection:
        for table in ("photo", "base_row", "disclosure"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
        connection.exec_driver_sql("DELETE FROM meta WHERE key LIKE 'later:%'")
        for name, (_, place, _) in files.items():
            if place:
                connection.exec_driver_sql(PLACES[place], {"n": name, "k": name[:4]})
    foreign = ["thumbs.db", NAMES[0][:40], f"{NAMES[0]}.new", "x.new"]
    expected = set()
    for name, (age, place, half) in files.items():
        file = f"{name}.0123abcd.new" if half else name
        put(folder, file, age)
        if name not in kept and age > (HOUR_MS if half else DAY_MS) and (half or not place):
            expected.add(file)
    for name in foreign:
        put(folder, name, 90 * DAY_MS)
    before = {path.name for path in folder.iterdir()}
    gone: set[str] = set()
    for _ in range(2 * len(files)):
        count = blob_sweep.sweep(db, blobs, MONDAY_MS, most=most)
        now = before - {path.name for path in folder.iterdir()}
        assert len(now - gone) == count <= most
        assert now <= expected
        gone = now
    if most >= len(files):
        assert gone == expected


def test_a_photo_whose_row_was_lost_is_still_named_by_its_act(counter: Any) -> None:
    desk, clerk = counter.desk, counter.clerk()
    counter.account("a1", "214", "Ann Lee")
    name = piece(counter, clerk, photo=b"\xff\xd8\xff and so on").photo
    with desk.db.write() as connection:
        connection.exec_driver_sql("DELETE FROM photo")
    fresh = Blobs(desk.blobs.folder, b"\x08" * 32)  # the program was started anew: it has kept nothing itself
    os.utime(fresh.folder / name, (0, 0))
    assert blob_sweep.sweep(desk.db, fresh, MONDAY_MS) == 0
    assert fresh.folder.joinpath(name).exists()


def test_a_photo_that_is_kept_again_while_it_is_swept_stays(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path, b"\x08" * 32)
    name = blobs.keep(b"of a refused act", "piece")
    later = Blobs(tmp_path, b"\x08" * 32)
    assert later.keep(b"of a refused act", "piece") == name
    assert not later.remove(tmp_path / name, name)
    assert later.open_plain(name) == b"of a refused act"


def test_a_sweep_stops_at_the_next_act(counter: Any, tmp_path: Path) -> None:
    put(tmp_path, NAMES[1], 2 * DAY_MS)
    with pytest.raises(StoreError, match=r"^store\.stopped$"):
        blob_sweep.sweep(counter.desk.db, Blobs(tmp_path, b"\x08" * 32), MONDAY_MS, lambda: True)
    assert (tmp_path / NAMES[1]).exists()


def test_a_damaged_store_is_no_reason_to_take_a_photo(tmp_path: Path) -> None:
    (tmp_path / "store.db").write_bytes(os.urandom(8192))
    put(tmp_path, NAMES[1], 2 * DAY_MS)
    db = Database(tmp_path / "store.db", b"\x01" * 32)
    with pytest.raises(StoreError):
        blob_sweep.sweep(db, Blobs(tmp_path, b"\x08" * 32), MONDAY_MS)
    db.close()
    assert (tmp_path / NAMES[1]).exists()
