"""The one thread of the desk: in order, never silent, not ended by anybody's bug."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from counter_app.desk_thread import DeskThread
from counter_app.errors import CounterError, RuleViolation

WAIT_S = 10.0


@pytest.fixture
def desk() -> Iterator[DeskThread]:
    thread = DeskThread()
    thread.start()
    yield thread
    assert thread.close(WAIT_S)


def test_work_is_done_in_the_order_in_which_it_was_asked_for_on_one_thread(desk: DeskThread) -> None:
    done: list[Any] = []
    threads = set()
    for number in range(200):

        def work(number: int = number) -> int:
            threads.add(threading.current_thread().name)
            return number

        desk.submit(work, done.append, done.append)
    assert desk.close(WAIT_S)
    assert done == list(range(200))
    assert threads == {"desk"}


def test_a_refusal_reaches_who_asked(desk: DeskThread) -> None:
    heard: list[Any] = []

    def refuse() -> None:
        raise RuleViolation("name.missing", mailbox="101")

    desk.submit(refuse, heard.append, lambda error: heard.append((error.code, error.facts)))
    desk.close(WAIT_S)
    assert heard == [("name.missing", {"mailbox": "101"})]


def test_a_bug_is_a_fault_with_a_code_and_its_words_stay_out(
    desk: DeskThread, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[CounterError] = []

    def broken() -> None:
        raise KeyError("Ann Lee")

    desk.submit(broken, heard.append, heard.append)
    desk.submit(lambda: "next", heard.append, heard.append)
    desk.close(WAIT_S)
    assert [str(one) for one in heard] == ["program.fault", "next"]
    assert [record.getMessage() for record in caplog.records] == ["use case failed"]


@pytest.mark.parametrize("which", ["answered", "failed"])
def test_who_asked_and_is_gone_does_not_end_the_thread(
    desk: DeskThread, which: str, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[Any] = []

    def gone(_: Any) -> None:
        raise RuntimeError("wrapped C/C++ object has been deleted")

    def refuse() -> None:
        raise RuleViolation("name.missing")

    desk.submit(refuse if which == "failed" else lambda: 1, gone, gone)
    desk.submit(lambda: "next", heard.append, heard.append)
    desk.close(WAIT_S)
    assert heard == ["next"]
    assert [record.getMessage() for record in caplog.records] == ["outcome not heard"]


def test_what_was_submitted_is_finished_before_the_end() -> None:
    thread, done = DeskThread(), []
    gate = threading.Event()
    thread.start()
    thread.submit(lambda: gate.wait(WAIT_S), done.append, done.append)
    thread.submit(lambda: "last", done.append, done.append)
    assert thread.close(0.05) is False
    gate.set()
    assert thread.close(WAIT_S)
    assert done == [True, "last"]


def test_a_thread_that_never_started_closes() -> None:
    assert DeskThread().close()
