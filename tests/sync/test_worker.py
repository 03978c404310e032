"""The thread of the exchange: wakes when it is kicked, waits longer and longer, obeys the centre, ends when asked."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.errors import Offline, ServerBusy, SignInNeeded, StoreError
from counter_app.events import SyncChanged
from counter_app.sync.schedule import CAP_S, POLL_ACTIVE_S, Schedule
from counter_app.sync.worker import Worker

WAIT_S = 10.0


class Rounds:
    """An exchange that does what it is told at each round, and says when it was asked."""

    def __init__(self, db: Any, outcomes: list[Exception | None]) -> None:
        self.db, self.outcomes = db, outcomes
        self.begun: queue.Queue[int] = queue.Queue()
        self.count = 0
        self.stopping: Callable[[], bool] = lambda: False
        self.hold = threading.Event()
        self.hold.set()

    def round(self) -> None:
        self.count += 1
        self.begun.put(self.count)
        assert self.hold.wait(WAIT_S)
        outcome = self.outcomes[min(self.count, len(self.outcomes)) - 1]
        if outcome is not None:
            raise outcome


class Heard:
    """What was announced; can be waited for."""

    def __init__(self) -> None:
        self.said: queue.Queue[SyncChanged] = queue.Queue()

    def __call__(self, event: Any) -> None:
        self.said.put(event)

    def next(self) -> SyncChanged:
        return self.said.get(timeout=WAIT_S)


@pytest.fixture
def start(counter: Any) -> Iterator[Callable[..., tuple[Worker, Rounds, Heard]]]:
    workers: list[tuple[Worker, Rounds]] = []

    def make(*outcomes: Exception | None, poll_s: float = 600.0, random: float = 0.0) -> tuple[Worker, Rounds, Heard]:
        rounds, heard = Rounds(counter.desk.db, list(outcomes)), Heard()
        schedule = Schedule(random=lambda: random, poll_s=poll_s)
        worker = Worker(rounds, schedule, counter.clock, heard)  # type: ignore[arg-type]
        workers.append((worker, rounds))
        worker.start()
        return worker, rounds, heard

    yield make
    for worker, rounds in workers:
        rounds.hold.set()
        assert worker.close()


def test_the_first_round_needs_no_kick_and_its_end_is_said(start: Any, counter: Any) -> None:
    _, rounds, heard = start(None)
    said = heard.next()
    assert (said.state, said.waiting, said.code) == ("online", 0, "")
    assert said.last_success_ms is not None
    assert rounds.count == 1


def test_a_kick_is_a_round_at_once(start: Any) -> None:
    worker, rounds, heard = start(None)
    heard.next()
    for count in (2, 3):
        worker.kick()
        heard.next()
        assert rounds.count == count


def test_a_kick_during_a_round_is_not_forgotten_and_many_are_one(start: Any) -> None:
    worker, rounds, heard = start(None)
    heard.next()
    rounds.begun.get(timeout=WAIT_S)
    rounds.hold.clear()
    worker.kick()
    rounds.begun.get(timeout=WAIT_S)
    for _ in range(10):
        worker.kick()
    rounds.hold.set()
    heard.next()
    heard.next()
    assert rounds.count == 3
    assert heard.said.empty()


@pytest.mark.parametrize(
    ("error", "state", "code"),
    [
        (Offline(), "offline", "sync.offline"),
        (Offline("sync.portal"), "offline", "sync.portal"),
        (ServerBusy("sync.busy"), "offline", "sync.busy"),
        (SignInNeeded("device.revoked", status=403), "refused", "device.revoked"),
        (StoreError("store.full"), "offline", "store.full"),
        (ZeroDivisionError(), "offline", "sync.fault"),
    ],
    ids=lambda one: str(one),
)
def test_every_failure_is_said_and_tried_again(start: Any, error: Exception, state: str, code: str) -> None:
    _, rounds, heard = start(error, None)
    assert (heard.next().state, heard.next().state) == (state, "online")
    assert rounds.count == 2


def test_a_failure_says_its_code(start: Any) -> None:
    _, _, heard = start(Offline("sync.portal"), None)
    first, second = heard.next(), heard.next()
    assert (first.code, first.last_success_ms, second.code) == ("sync.portal", None, "")


def test_a_bug_is_logged_without_its_words(start: Any, caplog: pytest.LogCaptureFixture) -> None:
    _, _, heard = start(ValueError("Ann Lee"), None)
    heard.next()
    heard.next()
    assert [record.message for record in caplog.records] == ["exchange failed"]


def test_what_the_centre_asks_to_wait_is_waited_whoever_kicks(start: Any) -> None:
    worker, rounds, heard = start(ServerBusy("sync.busy", retry_after_s=600))
    assert heard.next().code == "sync.busy"
    for _ in range(5):
        worker.kick()
    with pytest.raises(queue.Empty):
        heard.said.get(timeout=0.2)
    assert rounds.count == 1
    assert worker.close()


def test_a_kick_ends_a_wait_that_nobody_asked_for(start: Any) -> None:
    worker, rounds, heard = start(Offline(), None, random=1.0)
    for _ in range(9):
        rounds.outcomes.insert(0, Offline())
    heard.next()
    worker.kick()
    heard.next()
    assert rounds.count == 2


def test_closing_ends_the_thread_out_of_any_wait(start: Any) -> None:
    for outcome in (None, Offline(), ServerBusy("x", retry_after_s=600)):
        worker, rounds, heard = start(outcome, random=1.0, poll_s=600.0)
        heard.next()
        assert worker.close()
        assert rounds.stopping()
        assert not worker._thread.is_alive()


def test_closing_says_when_a_round_does_not_end_in_time(start: Any) -> None:
    worker, rounds, heard = start(None)
    heard.next()
    rounds.begun.get(timeout=WAIT_S)
    rounds.hold.clear()
    worker.kick()
    rounds.begun.get(timeout=WAIT_S)
    assert worker.close(0.05) is False
    rounds.hold.set()
    assert worker.close()


def test_a_worker_that_never_started_closes(counter: Any) -> None:
    worker = Worker(Rounds(counter.desk.db, [None]), Schedule(lambda: 0.0), counter.clock, Heard())  # type: ignore[arg-type]
    assert worker.close()


def test_the_log_of_the_store_is_moved_when_there_is_nothing_else_to_do(start: Any, counter: Any) -> None:
    counter.account("a1", "101", "Ann Lee")
    before = counter.desk.db.path.read_bytes()
    _, _, heard = start(None, poll_s=0.01)
    for _ in range(3):
        heard.next()
    assert counter.desk.db.path.read_bytes() != before


def test_the_log_of_the_store_is_moved_without_the_centre_too(start: Any, counter: Any) -> None:
    counter.account("a1", "101", "Ann Lee")
    log = counter.desk.db.path.with_name(counter.desk.db.path.name + "-wal")
    size = log.stat().st_size
    assert size > 0
    for _ in range(6):
        worker, _, heard = start(Offline())
        assert heard.next().state == "offline"
        assert worker.close()
        counter.account("a1", "101", "Ann Lee")
    assert log.stat().st_size <= size  # written from its beginning again each time, and not behind what was there


def test_waits_grow_by_doubling_to_a_bound_and_begin_again_after_a_success() -> None:
    schedule = Schedule(random=lambda: 1.0)
    assert [schedule.failed() for _ in range(11)] == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]
    assert schedule.succeeded() == POLL_ACTIVE_S
    assert schedule.failed() == 1


@given(failures=st.integers(0, 10_000), random=st.floats(0, 1), after=st.integers(0, 3_600))
def test_no_wait_is_negative_or_without_a_bound(failures: int, random: float, after: int) -> None:
    schedule = Schedule(random=lambda: random, failures=failures)
    wait = schedule.failed(float(after))
    assert (after <= wait <= 2 * after) if after else (0 <= wait <= CAP_S)


def test_a_round_that_went_well_is_reported_with_the_trouble_before_it(counter: Any) -> None:
    reported: queue.Queue[str] = queue.Queue()
    rounds, heard = Rounds(counter.desk.db, [None, Offline("sync.too_slow"), None, None]), Heard()
    schedule = Schedule(random=lambda: 0.0, poll_s=600.0)
    worker = Worker(rounds, schedule, counter.clock, heard, report=reported.put)  # type: ignore[arg-type]
    worker.start()
    try:
        said = [reported.get(timeout=WAIT_S)]
        worker.kick()  # fails, and comes again by itself
        said.append(reported.get(timeout=WAIT_S))
        worker.kick()
        said.append(reported.get(timeout=WAIT_S))
    finally:
        assert worker.close()
    assert said == ["", "sync.too_slow", ""]
