"""`verify` finds what was changed behind the program's back, and says nothing where nothing was."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app import verify
from counter_app.desk import customers, pickups, receiving
from counter_app.domain import evidence
from counter_app.domain.rows import to_plain
from counter_app.store import journal, state
from tests.counter_acts import PNG

COLUMNS = [name.strip() for name in journal.MARKED.split(",")]


def a_busy_hour(counter: Any) -> Any:
    """A piece received and handed over, one reassigned, one taken back, a note: every kind of row."""
    desk, actor = counter.desk, counter.clerk()
    counter.account("acc-1", "214", "Amara Okafor")
    counter.account("acc-2", "215", "Lucía García")
    one = receiving.receive(desk, actor, receiving.Arrival(account_id="acc-1", name="Amara Okafor", shelf="A-1"))
    two = receiving.receive(desk, actor, receiving.Arrival(account_id="acc-1", name="Amara Okafor"))
    receiving.reassign(desk, actor, two.item.id, "acc-2", "Lucia Garcia", "wrong box")
    three = receiving.receive_unassigned(desk, actor, receiving.Arrival(name="?"))
    receiving.take_back(desk, actor, three.item.id)
    visit = pickups.open_walk_in(desk, actor, "acc-1", [one.item.id])
    pickups.check_id(desk, actor, visit.pickup.id, "Amara Okafor", "passport")
    pickups.scan_piece(desk, actor, visit.pickup.id, one.item.mail_id)
    pickups.charge(desk, actor, visit.pickup.id)
    pickups.charge_later(desk, actor, visit.pickup.id)
    pickups.sign(desk, actor, visit.pickup.id, PNG)
    pickups.hand_over(desk, actor, visit.pickup.id)
    customers.set_note(desk, actor, "acc-1", "rings twice")
    return one.item


def verdict(counter: Any, now_ms: int = 0) -> verify.Verdict:
    return verify.verify(counter.desk.db, counter.desk.identity.public_key, now_ms)


def change(counter: Any, sql: str, *values: Any) -> None:
    with counter.desk.db.write() as connection:
        connection.exec_driver_sql(sql, values)


def test_an_honest_journal_is_verified(counter: Any) -> None:
    a_busy_hour(counter)
    found = verdict(counter)
    assert found.found == []
    assert found.exit_code == verify.GOOD
    assert found.operations == 14
    assert found.rows == 5
    assert found.lines()[-1] == "VERIFIED (exit 0)"


def test_what_is_empty_is_not_disclosed_and_is_no_gap(counter: Any) -> None:
    a_busy_hour(counter)
    with counter.desk.db.read() as connection:
        empty = connection.exec_driver_sql("SELECT field FROM disclosure WHERE value = ''").scalars().all()
        cores = connection.exec_driver_sql("SELECT core FROM journal WHERE kind = 'item.received'").scalars().all()
    assert empty == []
    assert [b'"sender"' in core for core in cores] == [False] * 3
    assert verdict(counter).found == []


def test_a_home_in_which_empty_fields_were_disclosed_is_verified_too(counter: Any, monkeypatch: Any) -> None:
    """As older versions wrote it: a commitment and a disclosure for each personal field, empty or not."""

    def older(body: Any, personal: Any, entropy: Any) -> Any:
        salts = {key: entropy(16) for key in body if key in personal}
        hidden = {key: list(value) if isinstance(value, tuple) else value for key, value in body.items()}
        hidden |= {key: {"c": evidence.commitment(salt, body[key])} for key, salt in salts.items()}
        return hidden, {key: (salt, body[key]) for key, salt in salts.items()}

    with monkeypatch.context() as before:
        before.setattr(evidence, "conceal", older)
        a_busy_hour(counter)
    customers.set_note(counter.desk, counter.clerk(), "acc-2", "")
    with counter.desk.db.read() as connection:
        rows = connection.exec_driver_sql("SELECT count(*) FROM disclosure WHERE value = ''").scalar_one()
    assert rows > 3
    assert verdict(counter).found == []


def test_an_empty_journal_is_verified(counter: Any) -> None:
    assert verdict(counter).exit_code == verify.GOOD


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(data=st.data())
def test_one_byte_of_any_column_of_any_line_is_found(counter: Any, data: st.DataObject) -> None:
    if verdict(counter).operations == 0:
        a_busy_hour(counter)
    with counter.desk.db.read() as connection:
        lines = connection.exec_driver_sql(f"SELECT {journal.MARKED} FROM journal ORDER BY position").all()
    line = data.draw(st.sampled_from(lines), "line")
    column = data.draw(st.sampled_from([name for name in COLUMNS if name != "position"]), "column")
    before = line[COLUMNS.index(column)]
    if isinstance(before, bytes):
        place = data.draw(st.integers(0, len(before) - 1))
        after: Any = before[:place] + bytes([before[place] ^ data.draw(st.integers(1, 255))]) + before[place + 1 :]
    elif isinstance(before, str):
        after = before + "x"
    else:
        after = (before or 0) + data.draw(st.integers(5_000, 9_000))
    change(counter, f"UPDATE journal SET {column} = ? WHERE position = ?", after, line[0])
    try:
        assert verdict(counter).exit_code == verify.TAMPERED
    finally:
        change(counter, f"UPDATE journal SET {column} = ? WHERE position = ?", before, line[0])
    assert verdict(counter).exit_code == verify.GOOD


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM journal WHERE position = 4",
        "DELETE FROM touched WHERE op_id = (SELECT op_id FROM journal WHERE position = 4)",
        "DELETE FROM touched",
        "UPDATE disclosure SET value = 'Somebody Else' WHERE field = 'collector'",
        "UPDATE item SET data = replace(data, 'picked_up', 'received')",
        "UPDATE item SET data = replace(data, '\"A-1\"', '\"B-1\"')",
        "UPDATE pickup SET data = replace(data, 'Amara Okafor', 'Amara Okofor')",
        "UPDATE account SET data = replace(data, 'rings twice', 'rings once')",
        "DELETE FROM pickup",
        "UPDATE meta SET value = 'another' WHERE key = 'device_id'",
    ],
)
def test_a_change_of_rows_beside_the_journal_is_found(counter: Any, sql: str) -> None:
    a_busy_hour(counter)
    change(counter, sql)
    assert verdict(counter).exit_code == verify.TAMPERED


def test_two_lines_that_changed_places_are_found(counter: Any) -> None:
    a_busy_hour(counter)
    change(counter, "UPDATE journal SET position = 900 WHERE position = 3")
    with counter.desk.db.write() as connection:
        moved = connection.exec_driver_sql("SELECT op_id FROM journal WHERE position = 900").scalar_one()
        journal.mark_anew(connection, [moved])
    assert verdict(counter).exit_code == verify.TAMPERED


def test_a_whole_forged_line_is_found_although_its_hash_fits(counter: Any, make_counter: Any) -> None:
    a_busy_hour(counter)
    stranger = make_counter("stranger")
    a_busy_hour(stranger)
    with stranger.desk.db.read() as connection:
        line = connection.exec_driver_sql("SELECT core, op_hash, sig FROM journal ORDER BY position DESC LIMIT 1").one()
    change(
        counter,
        "UPDATE journal SET core = ?, op_hash = ?, sig = ? WHERE position = (SELECT max(position) FROM journal)",
        *line,
    )
    assert verdict(counter).exit_code == verify.TAMPERED


def test_an_erased_disclosure_is_incomplete_and_not_tampering(counter: Any) -> None:
    a_busy_hour(counter)
    change(counter, "DELETE FROM disclosure WHERE field = 'reason'")
    found = verdict(counter)
    assert {code for code, _ in found.found} == {verify.INCOMPLETE}
    assert found.exit_code == verify.INCOMPLETE


def test_acts_that_waited_for_three_days_are_a_warning(counter: Any) -> None:
    a_busy_hour(counter)
    found = verdict(counter, counter.clock.wall + verify.UNSENT_MS + 1_000)
    assert found.exit_code == verify.WARNINGS


def test_a_row_of_the_centre_that_only_this_station_wrote_is_folded_from_nothing(counter: Any) -> None:
    item = a_busy_hour(counter)
    with counter.desk.db.write() as connection:
        ids = [row[0] for row in connection.exec_driver_sql("SELECT op_id FROM journal ORDER BY position")]
        answers = [journal.Answer(op_id, "applied", seq) for seq, op_id in enumerate(ids, 10)]
        journal.record(connection, answers, 0)
        plain = to_plain(state.get(connection, "item", item.id))  # type: ignore[arg-type]
        state.accept_pulled(connection, "item", [(item.id, 99, plain)])
    assert verdict(counter).exit_code == verify.GOOD
    with counter.desk.db.write() as connection:
        state.accept_pulled(connection, "item", [(item.id, 100, {**plain, "shelf": "Z-9"})])
    found = verdict(counter)
    assert found.exit_code == verify.TAMPERED
    assert "the centre's row" in found.found[0][1]


def test_at_most_twenty_findings_are_printed(counter: Any) -> None:
    a_busy_hour(counter)
    change(counter, "UPDATE journal SET sig = x'00'")
    lines = verdict(counter).lines()
    assert len(lines) == verify.FINDINGS_SHOWN + 3
    assert json.dumps(lines[-1]) == '"TAMPERED (exit 3)"'
