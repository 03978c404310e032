"""Print jobs on their way to paper, one thread per printer. Paper is not idempotent, so:

    owed -> printing     committed before the first byte leaves
    printing -> done     the printer said so (or, with confirm=no, ended cleanly)
    printing -> owed     it failed before any byte could leave; tried again later, in order
    printing -> doubtful bytes may have left and nobody knows: the clerk is asked, nothing is printed on a
    guess owed -> failed       no printer could ever print this payload

A job found `printing` at start was caught by a crash and is doubtful. A doubtful job does not hold up the
others.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from counter_app.domain.print_job import Job, JobState
from counter_app.errors import CounterError, DeviceError, RuleViolation
from counter_app.events import DeviceChanged, PrintJobChanged
from counter_app.ports import Announce, DeviceState, DeviceStatus, Transport
from printers.addresses import PrinterAddress
from printers.labels import label_from_payload
from printers.transports import open_transport

_log = logging.getLogger(__name__)


class JobStore(Protocol):
    """Where jobs are kept. Every `mark` is on disk when it returns; calls come from several threads."""

    def next_owed(self, printer: str) -> Job | None:
        """The owed job of `printer` with the lowest position."""

    def mark(self, job_id: str, state: str, code: str = "") -> bool:
        """Moves a job; `printing` counts a try, and only a job that is still owed takes it: else False.

        Raises StoreError when it cannot be kept.
        """

    def printing(self) -> Sequence[Job]:
        """All jobs in `printing`, of all printers."""

    def job(self, job_id: str) -> Job | None: ...


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer of this station: its name in jobs, where it is, its role in the status bar."""

    name: str
    address: PrinterAddress
    role: str = "printer"
    timeout_s: float = 20.0


Opening = Callable[[PrinterAddress, str], Transport]
"""From an address and a job id to a transport for that job."""


class Spooler:
    """Prints what is owed. `start` once, `wake` after every commit that owes a job, `close` at the end."""

    def __init__(
        self,
        jobs: JobStore,
        announce: Announce,
        printers: Sequence[Printer],
        opening: Opening = open_transport,
        backoff_s: Sequence[float] = (1.0, 2.0, 5.0, 10.0, 30.0),
        look_every_s: float | None = None,
    ) -> None:
        """`look_every_s`: how often an idle printer is asked how it is, so that the clerk knows before it matters."""
        self._jobs = jobs
        self._announce = announce
        self._opening = opening
        self._lines = {printer.name: _Line(printer) for printer in printers}
        self._backoff_s = tuple(backoff_s)
        self._look_every_s = look_every_s
        self._changed = threading.Condition()
        # Two answers to one question must not both find the job doubtful.
        self._answering = threading.Lock()
        self._stopping = False

    def recover(self) -> int:
        """Makes every job that a crash caught on its way to paper doubtful; gives their number."""
        caught = list(self._jobs.printing())
        for job in caught:
            self._mark(job, JobState.DOUBTFUL, "printer.interrupted")
        return len(caught)

    def start(self) -> None:
        """Recovers, then prints until `close`. Raises StoreError when the store cannot be read."""
        self.recover()
        for line in self._lines.values():
            name = f"printer {line.printer.name}"
            line.thread = threading.Thread(target=self._run, args=(line,), name=name, daemon=True)
            line.thread.start()

    def wake(self) -> None:
        """Something is owed, or a printer may be well again: looks now instead of after the back-off."""
        with self._changed:
            for line in self._lines.values():
                line.woken = True
            self._changed.notify_all()

    def pause(self, printer: str) -> None:
        """Nothing more is begun on `printer`; a job under way is finished. Raises DeviceError."""
        self._line(printer).paused = True

    def resume(self, printer: str) -> None:
        self._line(printer).paused = False
        self.wake()

    def answer(self, job_id: str, printed: bool) -> None:
        """The clerk looked at the paper of a doubtful job: it is done, or owed again.

        Raises RuleViolation `printer.job_not_doubtful`, so that a second answer prints nothing.
        """
        with self._answering:
            job = self._jobs.job(job_id)
            if job is None or job.state != JobState.DOUBTFUL:
                raise RuleViolation("printer.job_not_doubtful")
            self._mark(job, JobState.DONE if printed else JobState.OWED)
        self.wake()

    def close(self, deadline_s: float = 5.0) -> bool:
        """Ends all threads; False when one still talks to its printer after `deadline_s` seconds.

        What such a thread was printing is doubtful at the next start.
        """
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        until = time.monotonic() + deadline_s
        for line in self._lines.values():
            if line.thread is not None:
                line.thread.join(max(0.0, until - time.monotonic()))
        return not any(line.thread is not None and line.thread.is_alive() for line in self._lines.values())

    def print_next(self, printer: str) -> bool | None:
        """Takes one step: True when a job moved, False when nothing is owed, None when the printer cannot
        now.

        What the threads do; for tests and for callers without threads.
        """
        line = self._line(printer)
        job = self._jobs.next_owed(printer)
        if job is None:
            return False
        try:
            label = label_from_payload(job.kind, job.payload)
            data = line.printer.address.render(label, job.copies)
            transport = self._opening(line.printer.address, job.id)
        except DeviceError as error:
            self._mark(job, JobState.FAILED, error.code)
            return True
        except Exception:
            # A label that we cannot draw by a mistake of ours must not hold up all others for ever.
            self._mark(job, JobState.FAILED, "printer.cannot_draw")
            raise
        try:
            status = transport.status(line.printer.timeout_s)
            self._show(line, status.state, status.code)
            if status.state != DeviceState.READY:
                return None
            return self._send(line, job, transport, data)
        finally:
            transport.close()

    def look(self, printer: str) -> bool:
        """Ask a printer how it is and show that, without printing; False when it could not print now."""
        line = self._line(printer)
        transport = self._opening(line.printer.address, "look")
        try:
            status = transport.status(line.printer.timeout_s)
        finally:
            transport.close()
        self._show(line, status.state, status.code)
        return status.state == DeviceState.READY

    def _send(self, line: _Line, job: Job, transport: Transport, data: bytes) -> bool | None:
        if not self._mark(job, JobState.PRINTING):
            return True  # its piece was taken back while the printer was asked how it is: nothing is owed any more
        try:
            transport.send(data, line.printer.timeout_s)
        except DeviceError as error:
            # Only a clear "nothing left" may ever be tried again without asking.
            nothing_left = error.facts.get("bytes_sent") == 0
            self._mark(job, JobState.OWED if nothing_left else JobState.DOUBTFUL, error.code)
            gone = error.code == "printer.gone"
            self._show(line, DeviceState.GONE if gone else DeviceState.FAULT, error.code)
            return None
        except Exception:
            self._mark(job, JobState.DOUBTFUL, "printer.interrupted")
            raise
        self._mark(job, JobState.DONE)
        return True

    def _run(self, line: _Line) -> None:
        failures = 0
        while True:
            moved: bool | None = False
            with self._changed:
                if self._stopping:
                    return
                line.woken = False
            try:
                if not line.paused:
                    moved = self.print_next(line.printer.name)
                    if moved is False and self._look_every_s is not None and not self.look(line.printer.name):
                        moved = None
            except CounterError as error:
                _log.warning("printer %s: %s", line.printer.name, error.code)
                moved = None
            except Exception as error:  # the top of this thread: a bug of ours must not end printing
                _log.error("printer %s: %s", line.printer.name, type(error).__name__)
                self._show(line, DeviceState.FAULT, "printer.fault")
                moved = None
            if moved:
                failures = 0
                continue
            wait_s = self._look_every_s
            if moved is None:
                wait_s = self._backoff_s[min(failures, len(self._backoff_s) - 1)]
                failures += 1
            with self._changed:
                self._changed.wait_for(lambda: self._stopping or line.woken, wait_s)

    def _mark(self, job: Job, state: str, code: str = "") -> bool:
        moved = self._jobs.mark(job.id, state, code)
        if moved:
            self._announce(PrintJobChanged(job.id, job.kind, state, code))
        return moved

    def _show(self, line: _Line, state: str, code: str) -> None:
        status = DeviceStatus(line.printer.role, line.printer.name, state, code)
        if status != line.shown:
            line.shown = status
            self._announce(DeviceChanged(status))

    def _line(self, printer: str) -> _Line:
        line = self._lines.get(printer)
        if line is None:
            raise DeviceError("printer.unknown", printer=printer)
        return line


@dataclass(slots=True, eq=False)
class _Line:
    """One printer with its thread; what changes is changed by that thread or under the spooler's lock."""

    printer: Printer
    thread: threading.Thread | None = None
    shown: DeviceStatus | None = None
    woken: bool = False
    paused: bool = False
