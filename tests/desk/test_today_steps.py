"""What is to be done next, and the hours of the store, from the local store only."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from counter_app.desk import pickups, receiving, today

HOUR_MS = 3_600_000


def unassigned(counter: Any, actor: Any, name: str) -> Any:
    return receiving.receive_unassigned(counter.desk, actor, receiving.Arrival(name=name, shelf="U-1")).item


def received(counter: Any, actor: Any) -> Any:
    counter.account("acc-1", "214", "Amara Okafor")
    return receiving.receive(counter.desk, actor, receiving.Arrival(account_id="acc-1", name="Amara Okafor")).item


def test_an_empty_counter_has_nothing_to_do(counter: Any) -> None:
    assert today.next_steps(counter.desk) == ()


def test_t2_pieces_without_a_mailbox_come_oldest_first_and_are_due_at_closing(counter: Any) -> None:
    actor = counter.clerk()
    first = unassigned(counter, actor, "A. Okafor")
    counter.clock.advance(HOUR_MS)
    second = unassigned(counter, actor, "")
    steps = today.next_steps(counter.desk)
    assert [(one.kind, one.room, one.id) for one in steps] == [
        ("unassigned", "receive", first.id),
        ("unassigned", "receive", second.id),
    ]
    assert steps[0].facts == {"mail_id": first.mail_id, "shelf": "U-1", "name": "A. Okafor", "carrier": ""}
    assert datetime.fromtimestamp(steps[0].due_ms / 1000, UTC) == datetime(2026, 11, 2, 23, tzinfo=UTC)
    assert not steps[0].late


def test_t2_a_piece_that_lies_overnight_is_late(counter: Any) -> None:
    unassigned(counter, counter.clerk(), "")
    counter.clock.advance(9 * HOUR_MS)
    assert [one.late for one in today.next_steps(counter.desk)] == [True]


def test_an_open_pickup_is_a_step_with_its_mailbox_and_pieces(counter: Any) -> None:
    actor = counter.clerk()
    item = received(counter, actor)
    visit = pickups.open_walk_in(counter.desk, actor, "acc-1", (item.id,))
    (step,) = today.next_steps(counter.desk)
    assert (step.kind, step.room, step.id) == ("pickup", "pickups", visit.pickup.id)
    assert (step.facts["mailbox"], step.facts["holder"], step.facts["pieces"]) == ("214", "Amara Okafor", 1)


def test_a_label_in_doubt_and_an_entry_of_the_inbox_are_steps(counter: Any) -> None:
    item = received(counter, counter.clerk())
    with counter.desk.db.write() as connection:
        connection.exec_driver_sql("UPDATE print_job SET state = 'doubtful'")
        connection.exec_driver_sql(
            "INSERT INTO inbox (op_id, kind, code, facts, at_ms, state) "
            "VALUES ('op-1', 'item.moved', 'op.contested', '{}', 7, 'open')"
        )
    doubtful, entry = today.next_steps(counter.desk)
    assert (doubtful.kind, doubtful.room, doubtful.facts["kind"]) == ("doubtful", "print", "item_label")
    assert doubtful.facts["payload"]["mail_id"] == item.mail_id
    assert (entry.kind, entry.room, entry.id, entry.facts["code"]) == ("inbox", "inbox", "op-1", "op.contested")


def test_the_day_knows_when_the_store_opens_and_closes(counter: Any) -> None:
    day = today.day(counter.desk)
    assert day.opens_at == datetime(2026, 11, 2, 14, tzinfo=UTC)
    assert day.closes_at == datetime(2026, 11, 2, 23, tzinfo=UTC)


def test_a_closed_day_has_no_closing_and_the_next_opening(counter: Any) -> None:
    counter.clock.advance(5 * 24 * HOUR_MS)
    day = today.day(counter.desk)
    assert (day.date, day.closes_at) == ("2026-11-07", None)
    assert day.opens_at == datetime(2026, 11, 9, 14, tzinfo=UTC)


def test_after_closing_the_next_opening_is_tomorrow(counter: Any) -> None:
    counter.clock.advance(9 * HOUR_MS)
    assert today.day(counter.desk).opens_at == datetime(2026, 11, 3, 14, tzinfo=UTC)
