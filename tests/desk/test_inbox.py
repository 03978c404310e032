"""The Inbox: what the centre could not apply, what paper is in doubt; looked at by somebody, once."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.desk import inbox, receiving
from counter_app.events import InboxChanged, PrintJobChanged
from counter_app.store import journal
from counter_app.store.journal import Answer
from tests.counter_acts import everything, one, piece, refusal


@pytest.fixture
def shop(counter: Any) -> Any:
    counter.account("a1", "101", "Ann Lee")
    counter.clerk_1 = counter.clerk()
    counter.item = piece(counter, counter.clerk_1)
    receiving.move(counter.desk, counter.clerk_1, counter.item.id, "B-2")
    return counter


def _op(shop: Any, kind: str) -> str:
    return str(one(shop.desk, "SELECT op_id FROM journal WHERE kind = ?", kind))


def _contest(shop: Any, kind: str, at_ms: int) -> str:
    op_id = _op(shop, kind)
    with shop.desk.db.write() as connection:
        journal.record(connection, [Answer(op_id, "contested", at_ms, "op.contested", '{"who": "Kim"}')], at_ms)
    return op_id


def test_the_newest_stands_first_and_each_says_what_it_is_about(shop: Any) -> None:
    first, second = _contest(shop, "item.received", 10), _contest(shop, "item.moved", 20)
    entries = inbox.entries(shop.desk)
    assert [entry.op_id for entry in entries] == [second, first]
    assert (entries[0].kind, entries[0].code, entries[0].facts) == ("item.moved", "op.contested", {"who": "Kim"})
    assert len(inbox.entries(shop.desk, 1)) == 1


def test_an_entry_is_closed_once_and_everybody_hears_how_many_are_left(shop: Any) -> None:
    first, _ = _contest(shop, "item.received", 10), _contest(shop, "item.moved", 20)
    inbox.resolve(shop.desk, shop.clerk_1, first)
    assert shop.told[-1] == InboxChanged(1)
    before = everything(shop.desk)
    assert refusal(inbox.resolve, shop.desk, shop.clerk_1, first).code == "inbox.gone"
    assert refusal(inbox.resolve, shop.desk, shop.clerk_1, "nobody").code == "inbox.gone"
    assert everything(shop.desk) == before


def test_closing_an_entry_changes_nothing_about_the_act(shop: Any) -> None:
    op_id = _contest(shop, "item.moved", 20)
    before = one(shop.desk, "SELECT status || seq FROM journal WHERE op_id = ?", op_id)
    inbox.resolve(shop.desk, shop.clerk_1, op_id)
    assert one(shop.desk, "SELECT status || seq FROM journal WHERE op_id = ?", op_id) == before


def _job(shop: Any, state: str) -> str:
    job_id = str(one(shop.desk, "SELECT id FROM print_job"))
    with shop.desk.db.write() as connection:
        connection.exec_driver_sql("UPDATE print_job SET state = ?, code = 'printer.gone'", (state,))
    return job_id


@pytest.mark.parametrize(("printed", "after"), [(True, "done"), (False, "owed")])
def test_only_a_clerk_says_whether_a_doubtful_label_came_out(shop: Any, printed: bool, after: str) -> None:
    job_id = _job(shop, "doubtful")
    inbox.answer_doubtful(shop.desk, shop.clerk_1, job_id, printed)
    assert one(shop.desk, "SELECT state || code FROM print_job") == after
    assert shop.told[-1] == PrintJobChanged(job_id, "item_label", after)
    error = refusal(inbox.answer_doubtful, shop.desk, shop.clerk_1, job_id, printed)
    assert error.code == "print.already_answered"


@pytest.mark.parametrize("state", ["owed", "printing", "done", "failed"])
def test_what_is_not_in_doubt_is_not_answered(shop: Any, state: str) -> None:
    job_id = _job(shop, state)
    before = everything(shop.desk)
    error = refusal(inbox.answer_doubtful, shop.desk, shop.clerk_1, job_id, True)
    assert error.code == "print.already_answered"
    assert everything(shop.desk) == before


def test_a_failed_label_is_owed_again_and_no_other(shop: Any) -> None:
    job_id = _job(shop, "failed")
    assert [job.id for job in inbox.print_queue(shop.desk)] == [job_id]
    inbox.retry_job(shop.desk, shop.clerk_1, job_id)
    assert one(shop.desk, "SELECT state FROM print_job") == "owed"
    for state in ("owed", "printing", "done", "doubtful"):
        job_id = _job(shop, state)
        assert refusal(inbox.retry_job, shop.desk, shop.clerk_1, job_id).code == "print.already_answered"
    assert refusal(inbox.retry_job, shop.desk, shop.clerk_1, "nobody").code == "print.already_answered"
