"""What the Receive room asks before anything is inserted, and how it tells what is still only here."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.desk import answers, receiving
from counter_app.desk.receiving import Arrival
from counter_app.errors import RuleViolation
from counter_app.store import journal

UPS = "1Z999AA10123456784"


@pytest.fixture
def clerk(counter: Any) -> Any:
    counter.account("a1", "214", "Amara Okafor")
    return counter.clerk()


def received(counter: Any, clerk: Any, **more: Any) -> Any:
    values = {"account_id": "a1", "name": "Amara Okafor", "shelf": "A-12", **more}
    return receiving.receive(counter.desk, clerk, Arrival(**values)).item


def answer_all(counter: Any, status: str) -> None:
    with counter.desk.db.write() as connection:
        waiting = journal.waiting(connection, 50)
        journal.record(connection, [journal.Answer(one.op_id, status, 7) for one in waiting], 0)


@pytest.mark.parametrize(
    ("scanned", "kind"),
    [
        (UPS, "tracking"),
        ("1Z 999 AA1 01 2345 6784", "tracking"),
        ("214", "mailbox"),
        ("PMB 214", "mailbox"),
        ("#214", "mailbox"),
        ("A-12", "shelf"),
        ("b07-3", "shelf"),
        ("0123456789104", "unknown"),
        ("https://example.org/x", "unknown"),
        ("", "unknown"),
    ],
)
def test_a_scan_is_recognised_by_what_it_is(counter: Any, clerk: Any, scanned: str, kind: str) -> None:
    assert receiving.recognise(counter.desk, clerk, scanned).kind == kind


def test_the_label_of_a_piece_that_is_here_is_a_piece(counter: Any, clerk: Any) -> None:
    item = received(counter, clerk)
    found = receiving.recognise(counter.desk, clerk, f"{item.mail_id[:5]}-{item.mail_id[5:]}".lower())
    assert (found.kind, found.text) == ("piece", item.mail_id)


def test_a_tracking_number_brings_its_carrier_and_the_piece_that_had_it_before(counter: Any, clerk: Any) -> None:
    assert receiving.recognise(counter.desk, clerk, UPS).earlier is None
    item = received(counter, clerk, tracking=UPS)
    found = receiving.recognise(counter.desk, clerk, UPS)
    assert found.reading is not None
    assert (found.reading.carrier, found.reading.number) == ("ups", UPS)
    assert found.earlier is not None
    assert found.earlier.id == item.id


def test_r17_a_number_with_a_former_holder_brings_both_and_the_present_one_first(counter: Any, clerk: Any) -> None:
    counter.account("old", "156", "Omar Hassan", state="released", state_since="2026-01-05")
    counter.account("new", "156", "Mila Ivanova")
    assert [one.id for one in receiving.recognise(counter.desk, clerk, "156").accounts] == ["new", "old"]


def test_a_destination_says_what_to_do_today(counter: Any, clerk: Any) -> None:
    names = [{"text": "Amara Okafor"}, {"text": "Old Name", "valid_to": "2025-01-01"}]
    counter.account("a1", "214", "Amara Okafor", names=names)
    counter.account("a2", "108", "Bright Dental", state="on_hold")
    received(counter, clerk)
    open_, held = (receiving.destination(counter.desk, clerk, one) for one in ("a1", "a2"))
    assert (open_.takes, open_.todo, open_.names, open_.on_shelf) == (True, "insert", ("Amara Okafor",), 1)
    assert (held.takes, held.todo, held.on_shelf) == (False, "notice_and_hold", 0)
    with pytest.raises(RuleViolation, match=r"mailbox\.unknown"):
        receiving.destination(counter.desk, clerk, "nobody")


@pytest.mark.parametrize(
    ("status", "sent"), [("waiting", "kept"), ("applied", "sent"), ("contested", "trouble"), ("rejected", "trouble")]
)
def test_a_piece_tells_whether_the_centre_has_answered(counter: Any, clerk: Any, status: str, sent: str) -> None:
    item = received(counter, clerk)
    if status != "waiting":
        answer_all(counter, status)
    told = {one.item.id: one.sent for one in receiving.latest(counter.desk, clerk)}
    # What the centre rejects is no longer laid over its rows: the piece is gone, and its entry is in the Inbox.
    assert told == ({} if status == "rejected" else {item.id: sent})


def test_a_later_act_makes_a_sent_piece_kept_again(counter: Any, clerk: Any) -> None:
    item = received(counter, clerk)
    answer_all(counter, "applied")
    receiving.move(counter.desk, clerk, item.id, "B-1")
    assert [one.sent for one in receiving.latest(counter.desk, clerk)] == ["kept"]


def test_the_list_of_today_is_newest_first_without_what_was_taken_back_or_came_yesterday(
    counter: Any, clerk: Any
) -> None:
    received(counter, clerk)
    counter.clock.advance(24 * 3_600_000)
    first, second, third = (received(counter, clerk) for _ in range(3))
    receiving.take_back(counter.desk, clerk, second.id)
    assert [one.item.id for one in receiving.latest(counter.desk, clerk)] == [third.id, first.id]
    assert [one.item.id for one in receiving.latest(counter.desk, clerk, 1)] == [third.id]


def test_t2_unassigned_pieces_are_listed_oldest_first_until_they_have_a_mailbox(counter: Any, clerk: Any) -> None:
    old = receiving.receive_unassigned(counter.desk, clerk, Arrival(tracking=UPS)).item
    counter.clock.advance(48 * 3_600_000)
    new = receiving.receive_unassigned(counter.desk, clerk, Arrival(name="Somebody")).item
    assert [one.item.id for one in receiving.unassigned(counter.desk, clerk)] == [old.id, new.id]
    receiving.assign(counter.desk, clerk, old.id, "a1", "Amara Okafor")
    assert [one.item.id for one in receiving.unassigned(counter.desk, clerk)] == [new.id]
    assert receiving.piece(counter.desk, clerk, old.id).account_id == "a1"


def test_the_answer_for_an_account_that_was_picked_is_about_that_account(counter: Any, clerk: Any) -> None:
    counter.account("twin", "215", "Amara Okafor")
    found = answers.about_mailbox(counter.desk, clerk, "twin")
    assert (found.subject, found.account.id) == ("mailbox", "twin")
    with pytest.raises(RuleViolation, match=r"mailbox\.unknown"):
        answers.about_mailbox(counter.desk, clerk, "nobody")


def test_an_unassigned_piece_is_no_green_answer(counter: Any, clerk: Any) -> None:
    receiving.receive_unassigned(counter.desk, clerk, Arrival(tracking=UPS))
    assert answers.answer(counter.desk, clerk, UPS).colour == "warn"
