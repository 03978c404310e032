"""Entries say which piece they are about; a test label is owed like any other paper."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.desk import inbox, receiving
from counter_app.domain.employee import Actor
from counter_app.errors import RuleViolation
from counter_app.events import PrintJobChanged
from counter_app.store import journal


def test_an_entry_names_its_piece_its_mailbox_and_the_moment_of_the_act(counter: Any) -> None:
    counter.account("acc-1", "214", "Amara Okafor")
    actor = counter.clerk()
    item = receiving.receive(counter.desk, actor, receiving.Arrival(account_id="acc-1", name="Amara Okafor")).item
    with counter.desk.db.write() as connection:
        (op_id,) = connection.exec_driver_sql("SELECT op_id FROM journal WHERE kind = 'item.received'").one()
        answer = journal.Answer(op_id, "contested", 9, "op.contested")
        journal.record(connection, [answer], counter.desk.now_ms())
    (entry,) = inbox.entries(counter.desk)
    assert (entry.kind, entry.code, entry.mail_id, entry.mailbox) == (
        "item.received",
        "op.contested",
        item.mail_id,
        "214",
    )
    assert 0 < entry.done_ms < entry.at_ms


def test_an_entry_whose_act_is_not_known_is_still_shown(counter: Any) -> None:
    with counter.desk.db.write() as connection:
        journal.put_in_inbox(connection, "op-from-elsewhere", "op.contested", "", 5)
    (entry,) = inbox.entries(counter.desk)
    assert (entry.kind, entry.done_ms, entry.mail_id, entry.mailbox) == ("", 0, "", "")


def test_a_test_label_is_owed_to_the_printer_that_was_asked(counter: Any) -> None:
    actor = counter.clerk(level=1)
    job_id = inbox.test_label(counter.desk, actor, "receipt")
    (job,) = inbox.print_queue(counter.desk)
    assert (job.id, job.kind, job.printer, job.state) == (job_id, "test_label", "receipt", "owed")
    assert job.payload == {"store": "Northgate Mail", "printer": "receipt", "when": "2026-11-02 10:00"}
    assert PrintJobChanged(job_id, "test_label", "owed") in counter.told


def test_a_test_label_is_no_act_of_the_journal(counter: Any) -> None:
    actor = counter.clerk()
    with counter.desk.db.read() as connection:
        before = journal.waiting_count(connection)
    inbox.test_label(counter.desk, actor, "label")
    with counter.desk.db.read() as connection:
        assert journal.waiting_count(connection) == before


def test_nobody_without_a_level_prints(counter: Any) -> None:
    with pytest.raises(RuleViolation, match="rights"):
        inbox.test_label(counter.desk, Actor("clerk-1", 0, "password", ""), "label")
    assert inbox.print_queue(counter.desk) == []
