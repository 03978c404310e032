"""Paper is not idempotent: no label is printed twice unless somebody looked and said so."""

import threading
from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from counter_app.errors import DeviceError, RuleViolation, StoreError
from counter_app.events import DeviceChanged, PrintJobChanged
from counter_app.ports import DeviceState, DeviceStatus
from printers.addresses import parse_address
from printers.labels import TestLabel, payload_of
from printers.readers import unhex, zpl_commands, zpl_labels
from printers.simulators import SimulatedZplPrinter
from printers.spooler import Job, JobState, Printer, Spooler
from printers.tcp import TcpTransport


class Jobs:
    """A job store in memory, with the same promises as the real one."""

    def __init__(self):
        self._lock = threading.Lock()
        self.changed = threading.Condition(self._lock)
        self.rows: dict[str, Job] = {}
        self.codes: dict[str, str] = {}
        self.full = False

    def owe(self, job_id, printer="front", copies=1, kind="test_label", payload=None):
        made = payload if payload is not None else payload_of(TestLabel(job_id, printer, "now"))
        with self._lock:
            job = Job(job_id, kind, made, printer, copies, position=len(self.rows))
            self.rows[job_id] = job

    def next_owed(self, printer):
        with self._lock:
            owed = [j for j in self.rows.values() if j.printer == printer and j.state == JobState.OWED]
            return min(owed, key=lambda j: j.position, default=None)

    def mark(self, job_id, state, code=""):
        with self._lock:
            if self.full:
                raise StoreError("store.full")
            job = self.rows.get(job_id)
            if job is None or (state == JobState.PRINTING and job.state != JobState.OWED):
                return False
            self.rows[job_id] = replace(job, state=state, tries=job.tries + (state == JobState.PRINTING))
            self.codes[job_id] = code
            self.changed.notify_all()
            return True

    def printing(self):
        with self._lock:
            return [job for job in self.rows.values() if job.state == JobState.PRINTING]

    def job(self, job_id):
        with self._lock:
            return self.rows.get(job_id)

    def states(self):
        with self._lock:
            return {job_id: job.state for job_id, job in self.rows.items()}

    def wait(self, job_id, *states):
        with self._lock:
            assert self.changed.wait_for(lambda: self.rows[job_id].state in states, 5), self.rows[job_id].state


def printed(label):
    """Which job a label on paper came from: the store's name on it."""
    texts = [unhex(command.text) for command in zpl_commands(label) if command.name == "FD"]
    return texts[1]


class Front:
    """A store with one simulated printer and a running spooler."""

    def __init__(self):
        self.printer = SimulatedZplPrinter()
        self.jobs = Jobs()
        self.said = []
        self.spoken = threading.Condition()
        self.spooler = self.made()

    def made(self, timeout_s=0.5):
        address = parse_address(f"tcp://127.0.0.1:{self.printer.port}")
        return Spooler(
            self.jobs,
            self.hear,
            [Printer("front", address, timeout_s=timeout_s)],
            opening=lambda known, job_id: TcpTransport(known, poll_s=0.01),
            backoff_s=(0.02, 0.05),
        )

    def hear(self, event):
        with self.spoken:
            self.said.append(event)
            self.spoken.notify_all()

    def wait_for_device(self, state, code=""):
        wanted = DeviceChanged(DeviceStatus("printer", "front", state, code))
        with self.spoken:
            assert self.spoken.wait_for(lambda: wanted in self.said, 5)

    def close(self):
        assert self.spooler.close(5)
        self.printer.close()

    def paper(self):
        return [printed(label) for label in self.printer.labels]


@pytest.fixture
def front():
    store = Front()
    yield store
    store.close()


def test_jobs_are_printed_once_and_in_order(front):
    for number in range(5):
        front.jobs.owe(f"J{number}")
    front.jobs.owe("copies", copies=3)
    front.spooler.start()
    front.jobs.wait("copies", JobState.DONE)
    front.jobs.owe("later")
    front.spooler.wake()
    front.jobs.wait("later", JobState.DONE)
    assert front.paper() == [f"J{number}" for number in range(5)] + ["copies"] * 3 + ["later"]
    assert [event.state for event in front.said if isinstance(event, PrintJobChanged)][:2] == [
        "printing",
        "done",
    ]


def test_without_paper_jobs_wait_and_come_in_order_when_it_is_back(front):
    front.printer.paper_out()
    for number in range(3):
        front.jobs.owe(f"J{number}")
    front.spooler.start()
    front.wait_for_device(DeviceState.FAULT, "printer.no_paper")
    assert set(front.jobs.states().values()) == {JobState.OWED}
    assert front.jobs.job("J0").tries == 0, "nothing was begun"
    front.printer.mend()
    front.jobs.wait("J2", JobState.DONE)
    assert front.paper() == ["J0", "J1", "J2"]
    shown_states = [event.status.state for event in front.said if isinstance(event, DeviceChanged)]
    assert shown_states == [DeviceState.FAULT, DeviceState.READY], "told once each, not at every try"


def test_a_printer_that_is_switched_off_gets_its_jobs_later(front):
    front.printer.power_off()
    front.jobs.owe("J")
    front.spooler.start()
    front.wait_for_device(DeviceState.GONE, "printer.gone")
    front.printer.power_on()
    front.jobs.wait("J", JobState.DONE)
    assert front.paper() == ["J"]


def test_paper_that_ends_within_a_job_makes_it_doubtful_and_the_clerk_decides(front):
    front.printer.paper_out(after=1)
    front.jobs.owe("first")
    front.jobs.owe("second")
    front.spooler.start()
    # The first label came out, and with it the roll ended: the printer cannot say "all well" any more.
    front.jobs.wait("first", JobState.DOUBTFUL)
    assert front.jobs.codes["first"] == "printer.no_paper"
    front.printer.mend()
    front.jobs.wait("second", JobState.DONE)
    assert front.paper() == ["first", "second"], "a doubtful job holds up nobody and is not repeated"
    front.spooler.answer("first", printed=True)
    assert front.jobs.job("first").state == JobState.DONE
    with pytest.raises(RuleViolation, match=r"printer\.job_not_doubtful"):
        front.spooler.answer("first", printed=False)


def test_a_line_that_breaks_within_a_label_is_asked_about_and_printed_again_on_a_no(front):
    front.printer.cut_after(100)
    front.jobs.owe("J")
    front.spooler.start()
    front.jobs.wait("J", JobState.DOUBTFUL)
    assert front.paper() == []
    front.spooler.answer("J", printed=False)
    front.jobs.wait("J", JobState.DONE)
    assert front.paper() == ["J"]


def test_a_job_that_is_taken_back_while_its_printer_is_asked_prints_nothing(front):
    front.jobs.owe("J")
    opening = front.spooler._opening

    def taken_back_meanwhile(address, job_id):
        del front.jobs.rows["J"]
        return opening(address, job_id)

    front.spooler._opening = taken_back_meanwhile
    assert front.spooler.print_next("front")
    assert front.paper() == []
    assert not [event for event in front.said if isinstance(event, PrintJobChanged)]


def test_a_crash_between_paper_and_store_is_a_question_after_the_restart(front):
    front.jobs.owe("J")
    real = front.jobs.mark

    def crashing(job_id, state, code=""):
        if state == JobState.DONE:
            raise KeyboardInterrupt
        return real(job_id, state, code)

    front.jobs.mark = crashing
    with pytest.raises(KeyboardInterrupt):
        front.spooler.print_next("front")
    front.jobs.mark = real
    assert front.paper() == ["J"]
    assert front.jobs.job("J").state == JobState.PRINTING, "kept before the first byte left"
    front.spooler = front.made()
    front.spooler.start()
    front.jobs.wait("J", JobState.DOUBTFUL)
    front.jobs.owe("next")
    front.spooler.wake()
    front.jobs.wait("next", JobState.DONE)
    assert front.paper() == ["J", "next"]


def test_nothing_is_printed_when_the_store_cannot_keep_that_it_is_printing(front):
    front.jobs.owe("J")
    front.jobs.full = True
    with pytest.raises(StoreError):
        front.spooler.print_next("front")
    assert front.paper() == []
    front.jobs.full = False
    assert front.spooler.print_next("front") is True
    assert front.paper() == ["J"]


def test_a_payload_that_no_printer_could_print_fails_and_holds_up_nobody(front):
    front.jobs.owe("bad", kind="item_label", payload={"mail_id": "^XZ"})
    front.jobs.owe("many", copies=51)
    front.jobs.owe("good")
    front.spooler.start()
    front.jobs.wait("good", JobState.DONE)
    assert front.jobs.states() == {"bad": "failed", "many": "failed", "good": "done"}
    assert (front.jobs.codes["bad"], front.jobs.codes["many"]) == ("printer.bad_label", "printer.bad_copies")
    assert front.paper() == ["good"]


def test_a_label_that_a_mistake_of_ours_cannot_draw_fails_and_holds_up_nobody(front, monkeypatch):
    from printers import zpl

    real = zpl.render

    def render(label, media, copies):
        if label.store == "odd":
            raise ZeroDivisionError
        return real(label, media, copies)

    monkeypatch.setattr(zpl, "render", render)
    front.jobs.owe("odd")
    front.jobs.owe("good")
    front.spooler.start()
    front.jobs.wait("good", JobState.DONE)
    assert (front.jobs.job("odd").state, front.jobs.codes["odd"]) == (JobState.FAILED, "printer.cannot_draw")
    assert front.paper() == ["good"]


def test_a_paused_printer_begins_nothing_until_it_is_resumed(front):
    front.spooler.pause("front")
    front.jobs.owe("J")
    front.spooler.start()
    front.spooler.wake()
    assert front.jobs.states() == {"J": "owed"}
    front.spooler.resume("front")
    front.jobs.wait("J", JobState.DONE)
    with pytest.raises(DeviceError, match=r"printer\.unknown"):
        front.spooler.pause("back")


class Stuck:
    """A transport that waits inside `send` until it is let go."""

    def __init__(self):
        self.inside, self.go = threading.Event(), threading.Event()

    def status(self, timeout_s):
        return DeviceStatus("printer", "stuck", DeviceState.READY)

    def send(self, data, timeout_s):
        self.inside.set()
        assert self.go.wait(5)

    def close(self):
        pass


def test_close_keeps_its_deadline_and_one_stuck_printer_stops_no_other(tmp_path):
    stuck, jobs = Stuck(), Jobs()
    jobs.owe("held", printer="stuck")
    jobs.owe("J", printer="file")
    folder = parse_address(f"file:{tmp_path}")

    def opening(address, job_id):
        from printers.transports import open_transport

        return stuck if job_id == "held" else open_transport(address, job_id)

    spooler = Spooler(jobs, lambda event: None, [Printer("stuck", folder), Printer("file", folder)], opening)
    spooler.start()
    assert stuck.inside.wait(5)
    jobs.wait("J", JobState.DONE)
    assert spooler.close(0.05) is False
    assert jobs.job("held").state == JobState.PRINTING
    stuck.go.set()
    assert spooler.close(5) is True
    assert [path.name for path in tmp_path.iterdir()] == ["J.zpl"]


class Crash(BaseException):
    """The program dies here."""


class Paper:
    """A printer as a transport, with every way to fail, at once and without a socket.

    The next `send` behaves as `plan` says; `out` is the paper.
    """

    def __init__(self):
        self.out: list[str] = []
        self.plan = "well"
        self.state = "well"

    def status(self, timeout_s):
        good = self.state == "well"
        return DeviceStatus("printer", "p", DeviceState.READY if good else DeviceState.GONE, "" if good else "gone")

    def send(self, data, timeout_s):
        plan, self.plan = self.plan, "well"
        if plan == "gone before":
            raise DeviceError("printer.gone", bytes_sent=0)
        if plan == "crash before":
            raise Crash
        if plan == "bug before":
            raise ZeroDivisionError
        if plan == "cut":
            raise DeviceError("printer.gone", bytes_sent=7)
        if plan == "unknown":
            raise DeviceError("printer.gone")
        self.out += [printed(label) for label in zpl_labels(data)]
        if plan == "printed, silent":
            raise DeviceError("printer.not_confirmed", bytes_sent=len(data))
        if plan == "printed, unknown":
            raise DeviceError("printer.not_confirmed")
        if plan == "printed, crash":
            raise Crash
        if plan == "printed, bug":
            raise ZeroDivisionError

    def close(self):
        pass


PLANS = [
    "well",
    "gone before",
    "crash before",
    "bug before",
    "cut",
    "unknown",
    "printed, silent",
    "printed, unknown",
    "printed, crash",
    "printed, bug",
]


class NeverTwiceSilently(RuleBasedStateMachine):
    """Faults, crashes, a full disk and clerks who err: paper holds no more than was asked for."""

    def __init__(self):
        super().__init__()
        self.paper, self.jobs, self.said = Paper(), Jobs(), []
        self.asked: dict[str, int] = {}
        self.wrongly_done: set[str] = set()
        self.start()

    def start(self):
        printer = Printer("front", parse_address("tcp://127.0.0.1"))
        self.spooler = Spooler(self.jobs, self.said.append, [printer], lambda address, job_id: self.paper)
        self.spooler.recover()

    @rule()
    def owe(self):
        name = f"J{len(self.jobs.rows)}"
        self.jobs.owe(name)
        self.asked[name] = 1

    @rule(plan=st.sampled_from(PLANS), full=st.booleans())
    def step(self, plan, full):
        self.paper.plan, self.jobs.full = plan, full
        try:
            self.spooler.print_next("front")
        except Crash:
            self.jobs.full = False
            self.start()
        except (ZeroDivisionError, StoreError):
            pass
        self.paper.plan, self.jobs.full = "well", False

    @rule()
    def the_store_is_full_after_printing(self):
        real = self.paper.send

        def send(data, timeout_s):
            real(data, timeout_s)
            self.jobs.full = True

        self.paper.send = send
        try:
            self.spooler.print_next("front")
        except StoreError:
            pass
        self.paper.send, self.jobs.full = real, False

    @rule()
    def printer_goes_or_comes(self):
        self.paper.state = "off" if self.paper.state == "well" else "well"

    @rule()
    def restart(self):
        self.start()

    @precondition(lambda self: JobState.DOUBTFUL in self.jobs.states().values())
    @rule(data=st.data(), honest=st.booleans())
    def answer(self, data, honest):
        doubtful = sorted(name for name, state in self.jobs.states().items() if state == JobState.DOUBTFUL)
        name = data.draw(st.sampled_from(doubtful))
        seen = name in self.paper.out
        told = seen if honest else not seen
        if seen and not told:
            self.asked[name] += 1
        if told and not seen:
            self.wrongly_done.add(name)
        self.spooler.answer(name, printed=told)

    @invariant()
    def no_more_on_paper_than_asked_for(self):
        for name, asked in self.asked.items():
            assert self.paper.out.count(name) <= asked, name

    @invariant()
    def done_means_on_paper(self):
        for name, state in self.jobs.states().items():
            assert state != JobState.DONE or name in self.paper.out or name in self.wrongly_done
            assert state != JobState.FAILED

    def teardown(self):
        """At last everything that is owed comes out."""
        self.paper.state = "well"
        while self.spooler.print_next("front"):
            pass
        assert JobState.OWED not in self.jobs.states().values()
        self.no_more_on_paper_than_asked_for()
        self.done_means_on_paper()


TestNeverTwiceSilently = NeverTwiceSilently.TestCase
TestNeverTwiceSilently.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


class RealPrinterFaults(RuleBasedStateMachine):
    """The same promise with a real socket, threads and a printer switched off, cut off and emptied."""

    @initialize()
    def open(self):
        self.front = Front()
        self.front.spooler = self.front.made(timeout_s=0.08)
        self.front.spooler.start()
        self.count = 0

    @rule()
    def owe(self):
        self.front.jobs.owe(f"J{self.count}")
        self.count += 1
        self.front.spooler.wake()

    @rule(after=st.integers(0, 2))
    def paper_out(self, after):
        self.front.printer.paper_out(after)

    @rule()
    def mend(self):
        self.front.printer.mend()

    @rule(count=st.integers(0, 1500))
    def cut(self, count):
        self.front.printer.cut_after(count)

    @rule()
    def power(self):
        self.front.printer.power_off()
        self.front.printer.power_on()

    def teardown(self):
        if not hasattr(self, "front"):
            return
        try:
            self.front.printer.cut_after(10**9)
            self.front.printer.mend()
            self.front.spooler.wake()
            for name in self.front.jobs.states():
                self.front.jobs.wait(name, JobState.DONE, JobState.DOUBTFUL)
            paper = self.front.paper()
            for name, state in self.front.jobs.states().items():
                assert paper.count(name) <= 1, "twice without a question"
                assert state == JobState.DOUBTFUL or paper.count(name) == 1, "done and not on paper"
        finally:
            self.front.close()


TestRealPrinterFaults = RealPrinterFaults.TestCase
TestRealPrinterFaults.settings = settings(max_examples=12, stateful_step_count=12, deadline=None)


def test_an_idle_printer_is_asked_how_it_is_before_it_matters() -> None:
    sim = SimulatedZplPrinter()
    told: list[object] = []
    heard = threading.Condition()

    def announce(event: object) -> None:
        with heard:
            told.append(event)
            heard.notify_all()

    printer = Printer("front", parse_address(f"tcp://127.0.0.1:{sim.port}?language=zpl"))
    spooler = Spooler(Jobs(), announce, [printer], backoff_s=(0.01,), look_every_s=0.01)
    spooler.start()
    try:
        for fault, state in ((sim.mend, "ready"), (sim.paper_out, "fault"), (sim.mend, "ready")):
            fault()
            with heard:
                assert heard.wait_for(lambda state=state: told and told[-1].status.state == state, 5)
    finally:
        assert spooler.close()
        sim.close()
    assert sim.labels == []
