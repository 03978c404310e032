"""What a scan, an act and the counts of the day ask is found by an index: no table is read from end to end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from counter_app.desk import answers, receiving, today

GROWING = ("item", "pickup", "account", "journal", "touched", "disclosure", "base_row", "photo", "print_job", "inbox")
"""The tables that grow with the years."""


@contextmanager
def _statements(db: Any) -> Iterator[list[tuple[str, Any]]]:
    heard: list[tuple[str, Any]] = []

    def hear(connection: Any, cursor: Any, statement: str, values: Any, *_: Any) -> None:
        heard.append((statement, values))

    for engine in (db._reader, db._writer):
        event.listen(engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        for engine in (db._reader, db._writer):
            event.remove(engine, "before_cursor_execute", hear)


def _read_whole(desk: Any, heard: list[tuple[str, Any]]) -> list[str]:
    """Plans that go through a growing table, an index of it from end to end included."""
    found = []
    for statement, values in {one[0]: one for one in heard}.values():
        if not statement.lstrip().upper().startswith(("SELECT", "WITH", "UPDATE", "DELETE", "INSERT")):
            continue
        one = values[0] if isinstance(values, list) and values else values
        with desk.db.read() as connection:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", one).all()
        for line in plan:
            table = re.match(r"SCAN (\w+)", line[3])
            if table and table[1] in GROWING:
                found.append(f"{line[3]}: {statement}")
    return found


@pytest.fixture
def shop(counter: Any) -> Any:
    counter.account("a1", "101", "Ann Lee", phone="5185550142")
    return counter


@pytest.mark.parametrize(
    "scanned", ["mail_id", "tracking", "101", "1Z999AA10123456784", "SKU-12345678", "4006381333931"]
)
def test_no_scan_reads_a_whole_table(shop: Any, scanned: str) -> None:
    clerk = shop.clerk()
    item = receiving.receive(
        shop.desk, clerk, receiving.Arrival("a1", "Ann Lee", tracking="9400111899223197428497")
    ).item
    code = {"mail_id": item.mail_id, "tracking": item.tracking}.get(scanned, scanned)
    with _statements(shop.desk.db) as heard:
        answers.answer(shop.desk, clerk, code)
        receiving.recognise(shop.desk, clerk, code)
    assert heard
    assert _read_whole(shop.desk, heard) == []


def test_no_act_at_the_counter_reads_a_whole_table(shop: Any) -> None:
    clerk = shop.clerk()
    with _statements(shop.desk.db) as heard:
        item = receiving.receive(
            shop.desk, clerk, receiving.Arrival("a1", "Ann Lee", tracking="1Z999AA10123456784")
        ).item
        receiving.move(shop.desk, clerk, item.id, "B-2")
    assert len(heard) > 12
    assert _read_whole(shop.desk, heard) == []


def test_the_counts_of_the_day_read_no_whole_table(shop: Any) -> None:
    clerk = shop.clerk()
    with _statements(shop.desk.db) as heard:
        today.day(shop.desk)
    assert clerk
    assert len(heard) > 8
    assert _read_whole(shop.desk, heard) == []
    handed = next(one for one in heard if "handed_ms" in one[0])
    with shop.desk.db.read() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {handed[0]}", handed[1]).all()
    assert "ix_pickup_handed_ms" in str(plan)
