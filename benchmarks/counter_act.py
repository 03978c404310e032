"""One counter act: a piece received, with its journal line, its rows and its label, on an encrypted store, FULL."""

from __future__ import annotations

import json
import os
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from benchmarks.bench import KEY, Figure, desk_in, ratio, timed
from counter_app.desk import receiving
from counter_app.domain.employee import Actor
from counter_app.domain.values import new_mail_id
from counter_app.store import state

ROUNDS = 400
CLERK = Actor("clerk", 4, "password", "grant")


def measure(folder: Path) -> list[Figure]:
    """`receive` against the same rows written by the raw driver in the same mode, in the same file."""
    with desk_in(folder) as desk:
        row = {"id": "a", "mailbox": "1", "state": "active", "holder": "Ann Lee", "names": [{"text": "Ann Lee"}]}
        with desk.db.write() as connection:
            state.accept_pulled(connection, "account", [("a", 1, row)])
        arrival = receiving.Arrival(account_id="a", name="Ann Lee", weight_g=500, shelf="A-1")
        receiving.receive(desk, CLERK, arrival)
        ours = timed(lambda _n: receiving.receive(desk, CLERK, arrival), ROUNDS)
        with desk.db.read() as connection:
            line = connection.exec_driver_sql("SELECT core, op_hash, sig FROM journal LIMIT 1").one()
            data = connection.exec_driver_sql("SELECT data FROM item LIMIT 1").scalar_one()
            payload = connection.exec_driver_sql("SELECT payload FROM print_job LIMIT 1").scalar_one()
    raw = driver.connect(str(folder / "store.db"), isolation_level=None)
    raw.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("PRAGMA wal_autocheckpoint = 10000")

    def write(number: int) -> None:
        op_id = f"{os.urandom(16).hex()}{number:04d}"
        raw.execute("BEGIN IMMEDIATE")
        raw.execute(
            "INSERT INTO journal (op_id, incarnation, n, kind, entity, at_ms, core, op_hash, sig, status, mark) "
            "VALUES (?, 'raw', ?, 'item.received', ?, ?, ?, ?, ?, 'waiting', ?)",
            (op_id, number, op_id, number, *line, line[1]),
        )
        for field in ("name", "matched"):
            raw.execute("INSERT INTO disclosure VALUES (?, ?, ?, 'Ann Lee')", (op_id, field, line[1][:16]))
        raw.execute("INSERT INTO touched VALUES (?, 'item', ?)", (op_id, op_id))
        raw.execute(
            "INSERT INTO item (id, mail_id, state, account_id, mailbox, shelf, received_ms, data) "
            "VALUES (?, ?, 'received', 'a', '1', 'A-1', ?, ?)",
            (op_id, new_mail_id(os.urandom(6)), number, data),
        )
        raw.execute(
            "INSERT INTO print_job (id, kind, payload, printer, state, item_id, created_ms) "
            "VALUES (?, 'item_label', ?, 'label', 'owed', ?, ?)",
            (op_id, json.dumps(json.loads(payload)), op_id, number),
        )
        raw.execute("COMMIT")

    floor = timed(write, ROUNDS)
    raw.close()
    return [ratio("counter_act_commit_p50", ours, floor, 2.0, "the same rows by the raw driver, encrypted, FULL")]
