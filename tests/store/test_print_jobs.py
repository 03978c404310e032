"""The print queue in the store: owed with its act, in order for each printer, doubtful until somebody has looked."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.domain.print_job import STATES, Job
from counter_app.store import print_jobs
from counter_app.store.db import Database
from counter_app.store.print_jobs import StoredJobs


@pytest.fixture
def jobs(counter: Any) -> StoredJobs:
    return StoredJobs(counter.desk.db)


def _owe(counter: Any, *names: str, printer: str = "label", **more: Any) -> None:
    for name in names:
        with counter.desk.db.write() as connection:
            print_jobs.owe(connection, name, "item_label", {"name": f"Añn {name}"}, printer, 5, **more)


def test_jobs_come_out_in_the_order_in_which_they_were_owed_for_each_printer(counter: Any, jobs: StoredJobs) -> None:
    _owe(counter, "c", "a")
    _owe(counter, "r", printer="receipt")
    _owe(counter, "b")
    order = []
    while (job := jobs.next_owed("label")) is not None:
        order.append(job.id)
        jobs.mark(job.id, "printing")
        jobs.mark(job.id, "done")
    assert order == ["c", "a", "b"]
    job = jobs.next_owed("receipt")
    assert job is not None
    assert (job.id, job.payload, job.tries, job.state) == ("r", {"name": "Añn r"}, 0, "owed")
    assert jobs.next_owed("nobody") is None


def test_only_starting_to_print_counts_as_a_try(counter: Any, jobs: StoredJobs) -> None:
    _owe(counter, "a", copies=2)
    for state in ("printing", "failed", "owed", "printing", "doubtful"):
        jobs.mark("a", state, "printer.no_paper" if state == "failed" else "")
    job = jobs.job("a")
    assert job is not None
    assert (job.tries, job.copies, job.state, job.code) == (2, 2, "doubtful", "")


def test_only_a_job_that_is_still_owed_begins_to_print(counter: Any, jobs: StoredJobs) -> None:
    _owe(counter, "a")
    assert not jobs.mark("taken back", "printing")
    assert jobs.mark("a", "printing")
    assert not jobs.mark("a", "printing")
    assert jobs.mark("a", "doubtful")
    assert not jobs.mark("a", "printing")
    job = jobs.job("a")
    assert job is not None
    assert (job.state, job.tries) == ("doubtful", 1)


def test_what_was_on_its_way_to_paper_is_known_after_a_crash(counter: Any, jobs: StoredJobs) -> None:
    _owe(counter, "a", "b")
    _owe(counter, "r", printer="receipt")
    jobs.mark("a", "printing")
    jobs.mark("r", "printing")
    counter.desk.db.close()
    again = Database(counter.desk.db.path, b"\x07" * 32)
    assert [job.id for job in StoredJobs(again).printing()] == ["a", "r"]
    again.close()


def test_a_state_that_does_not_exist_is_a_bug_and_writes_nothing(counter: Any, jobs: StoredJobs) -> None:
    _owe(counter, "a")
    with pytest.raises(ValueError, match="no such state"):
        jobs.mark("a", "perhaps")
    assert [jobs.job("a"), jobs.job("z")] == [
        Job("a", "item_label", {"name": "Añn a"}, "label", 1, 0, 1, "owed", "", 5),
        None,
    ]


def test_what_needs_somebody_stands_first_and_what_is_done_is_gone(counter: Any, jobs: StoredJobs) -> None:
    _owe(counter, *STATES)
    for state in STATES:
        jobs.mark(state, state)
    with counter.desk.db.read() as connection:
        assert [job.id for job in print_jobs.listed(connection)] == ["doubtful", "failed", "printing", "owed"]
        assert len(print_jobs.listed(connection, open_only=False)) == len(STATES)
        assert len(print_jobs.listed(connection, limit=2)) == 2
        assert print_jobs.open_count(connection) == 4


def test_a_job_is_not_owed_when_its_act_was_not_done(counter: Any, jobs: StoredJobs) -> None:
    def act() -> None:
        with counter.desk.db.write() as connection:
            print_jobs.owe(connection, "a", "item_label", {}, "label", 5)
            raise LookupError("the act broke")

    with pytest.raises(LookupError):
        act()
    assert jobs.next_owed("label") is None
