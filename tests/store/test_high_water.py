"""The high-water file: 64 bytes that follow every commit of the journal, are never ahead of it and never in the way."""

from __future__ import annotations

import ast
import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.desk import customers, pickups, receiving, sign_in
from counter_app.store import high_water, journal
from counter_app.store.db import Database
from counter_app.store.high_water import SIZE, HighWater, Mark, look
from tests.conftest import STORE_KEY
from tests.counter_acts import PNG, piece, refusal

ROOT = Path(__file__).parents[2]
MARK = Mark(412, 40, 1_793_631_600_000, bytes(range(32)))


@pytest.fixture
def watched(make_counter: Callable[..., Any], tmp_path: Path) -> Iterator[Any]:
    """A counter with its high-water file, which is held against the journal after every commit."""
    counter = make_counter()
    counter.desk.db.close()
    db = Database(tmp_path / "one.db", STORE_KEY, high_water=tmp_path / "high-water")
    write, commits = db.write, []

    @contextmanager
    def held(**named: Any) -> Iterator[Any]:
        with write(**named) as connection:
            yield connection
        with db.read() as connection:
            end = journal.end(connection)
        assert look(tmp_path / "high-water").mark == end
        commits.append(end)

    db.write = held  # type: ignore[method-assign]
    counter.desk.db = db
    counter.commits = commits
    yield counter
    db.close()


def test_7_2_every_commit_of_the_journal_is_followed_by_its_mark(watched: Any) -> None:
    desk, clerk = watched.desk, watched.clerk()
    watched.account("a1", "214", "Ann Lee")
    watched.account("a2", "215", "Bo Chen")
    one, two = piece(watched, clerk), piece(watched, clerk)
    receiving.move(desk, clerk, one.id, "B-2")
    receiving.reassign(desk, clerk, two.id, "a2", "Bo Chen", "wrong box")
    three = receiving.receive_unassigned(desk, clerk, receiving.Arrival(name="?")).item
    receiving.assign(desk, clerk, three.id, "a2", "Bo Chen")
    four = receiving.receive_unassigned(desk, clerk, receiving.Arrival(name="?")).item
    receiving.take_back(desk, clerk, four.id)
    visit = pickups.open_walk_in(desk, clerk, "a1", [one.id])
    pickups.check_id(desk, clerk, visit.pickup.id, "Ann Lee", "passport")
    pickups.scan_piece(desk, clerk, visit.pickup.id, one.mail_id)
    pickups.charge(desk, clerk, visit.pickup.id)
    pickups.charge_later(desk, clerk, visit.pickup.id)
    pickups.sign(desk, clerk, visit.pickup.id, PNG)
    pickups.hand_over(desk, clerk, visit.pickup.id)
    customers.set_note(desk, clerk, "a1", "rings twice")
    sign_in.set_pin(desk, clerk, "135246")
    sign_in.switch(desk, clerk.id, "135246")
    for _ in range(sign_in.PASSWORD_TRIES):
        refusal(sign_in.sign_in, desk, "clerk-1@example.org", "wrong")
    sign_in.sign_out(desk, clerk)
    assert watched.commits[-1].position == 20
    assert len(watched.commits) > 18


def test_7_2_what_is_rolled_back_leaves_no_mark(watched: Any, tmp_path: Path) -> None:
    clerk = watched.clerk()
    before = look(tmp_path / "high-water")
    with pytest.raises(ZeroDivisionError), watched.desk.act(clerk, "item.insert") as act:
        act.write("item.moved", "i1", shelf="A-1")
        raise ZeroDivisionError
    assert look(tmp_path / "high-water") == before
    # A commit that wrote nothing to the journal does not take up what the one before had in mind.
    with watched.desk.db.write() as connection:
        connection.exec_driver_sql("UPDATE meta SET value = value")
    assert look(tmp_path / "high-water") == before


def test_7_2_only_two_places_write_lines_and_both_note_the_end() -> None:
    writers = []
    for file in sorted((ROOT / "counter_app").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and "INSERT INTO journal" in ast.unparse(node):
                writers.append((file.name, node.name, "note_end(" in ast.unparse(node)))
    assert [one for one in writers if one[0] != "history.py"] == [
        ("journal.py", "append", True),
        ("put_back.py", "put_back", True),
    ]


def test_7_2_the_mark_costs_less_than_twenty_microseconds(tmp_path: Path) -> None:
    file = HighWater(tmp_path / "high-water")
    times = []
    for n in range(2_000):
        mark = Mark(n, n, n, MARK.op_hash)
        began = time.perf_counter_ns()
        file.note(mark)
        times.append(time.perf_counter_ns() - began)
    file.close()
    assert statistics.median(times) < 20_000
    assert look(tmp_path / "high-water").mark == Mark(1_999, 1_999, 1_999, MARK.op_hash)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.data())
def test_7_2_a_torn_or_garbled_file_is_unreadable_and_never_believed(tmp_path: Path, data: st.DataObject) -> None:
    path, good = tmp_path / "high-water", MARK.packed()
    assert len(good) == SIZE
    other = Mark(413, 41, MARK.at_ms + 5, bytes(range(1, 33))).packed()
    cut = data.draw(st.integers(1, SIZE - 1))
    torn = data.draw(
        st.sampled_from((good[:cut], good + b"x", other[:cut] + good[cut:], b"", b"\0" * SIZE))
        | st.integers(0, 8 * SIZE - 1).map(lambda bit: (int.from_bytes(good, "big") ^ 1 << bit).to_bytes(SIZE, "big"))
    )
    path.write_bytes(torn)
    expected = "good" if torn in (good, other) else "unreadable"
    assert look(path).state == expected
    path.write_bytes(good)
    assert look(path) == high_water.Seen("good", MARK)


def test_7_2_a_missing_file_or_one_that_cannot_be_read_blocks_nothing(tmp_path: Path) -> None:
    assert look(tmp_path / "none").state == "missing"
    (tmp_path / "folder").mkdir()
    assert look(tmp_path / "folder").state == "unreadable"
    file = HighWater(tmp_path / "folder")
    file.note(MARK)
    assert file.failed
    file.close()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full device here")
def test_7_2_a_disk_that_refuses_the_mark_does_not_undo_the_act() -> None:
    file = HighWater(Path("/dev/full"))
    file.note(MARK)
    assert file.failed
    file.close()
    file.note(MARK)
    file.close()
