"""What the tests of several parts do at a counter: pieces, pickups, and a look at everything in the store."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from typing import Any

from counter_app.desk import pickups, receiving
from counter_app.desk.receiving import Arrival
from counter_app.domain.mail_item import MailItem
from counter_app.errors import CounterError


def drawn(width: int, height: int, dark: Callable[[int, int], bool]) -> bytes:
    """A PNG of one bit a pixel, dark where `dark(x, y)` says."""

    def part(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    stride = (width + 7) // 8
    rows = b""
    for y in range(height):
        bits = sum(1 << (stride * 8 - 1 - x) for x in range(width) if not dark(x, y))
        rows += b"\0" + bits.to_bytes(stride, "big")
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b"")


PNG = drawn(160, 60, lambda x, y: 10 < x < 150 and y in (x // 5 + 12, 50 - x // 5))
"""A signature: two strokes that cross."""
DOT = drawn(160, 60, lambda x, y: (x - 80) ** 2 + (y - 30) ** 2 < 9)
TABLES = ("meta", "journal", "disclosure", "touched", "base_row", "item", "pickup", "account", "inbox", "print_job")
TABLES += ("task", "supply", "photo", "cursor", "verifier", "employee", "account_search")
TABLES += ("photo", "cursor", "verifier", "employee", "account_search", "intake", "manifest")


def piece(counter: Any, clerk: Any, account: str = "a1", name: str = "Ann Lee", **more: Any) -> MailItem:
    """A piece that was received through the front door."""
    return receiving.receive(counter.desk, clerk, Arrival(account_id=account, name=name, **more)).item


def everything(desk: Any) -> dict[str, list[Any]]:
    """Every row of every table, so that "nothing was written" can be seen."""
    with desk.db.read() as connection:
        return {
            name: connection.exec_driver_sql(f"SELECT * FROM {name} ORDER BY 1, 2").all()
            if name != "account_search"
            else connection.exec_driver_sql("SELECT rowid, words FROM account_search ORDER BY 1").all()
            for name in TABLES
        }


def one(desk: Any, sql: str, *values: Any) -> Any:
    """The first value of a query."""
    with desk.db.read() as connection:
        return connection.exec_driver_sql(sql, values).scalar()


def kinds(desk: Any) -> list[str]:
    """What was done, in order."""
    with desk.db.read() as connection:
        return [row[0] for row in connection.exec_driver_sql("SELECT kind FROM journal ORDER BY position")]


def refusal(work: Any, *arguments: Any, **named: Any) -> CounterError:
    """The error with which `work` refuses; a test failure when it does not."""
    try:
        work(*arguments, **named)
    except CounterError as error:
        return error
    raise AssertionError(f"{work.__name__} did not refuse")


def charged(counter: Any, pickup_id: str, result: str = "paid", seq: int = 1_000) -> None:
    """The centre's row after it has charged the card: the only way in which a fee becomes paid."""
    from dataclasses import replace

    from counter_app.domain.rows import to_plain
    from counter_app.store import state

    with counter.desk.db.write() as connection:
        row = state.pickup(connection, pickup_id)
        new = "paid" if result == "paid" else "payment_declined"
        after = to_plain(replace(row, state=new, payment=result))
        assert state.accept_pulled(connection, "pickup", [(pickup_id, seq, after)]) == []


def ready_to_leave(counter: Any, clerk: Any, items: list[MailItem], account: str = "a1") -> str:
    """A walk-in pickup with every step of the gate done."""
    desk = counter.desk
    visit = pickups.open_walk_in(desk, clerk, account, [item.id for item in items])
    pickups.check_id(desk, clerk, visit.pickup.id, "Ann Lee", "passport")
    for item in items:
        pickups.scan_piece(desk, clerk, visit.pickup.id, item.mail_id)
    pickups.charge(desk, clerk, visit.pickup.id)
    charged(counter, visit.pickup.id)
    pickups.sign(desk, clerk, visit.pickup.id, PNG)
    return str(visit.pickup.id)
