"""What a child of the zygote can be asked to do. Everything is loaded here, before the first fork."""

from __future__ import annotations

import contextlib
import io
import os
from collections import Counter
from typing import Any

import pytest

from counter_app.demo import people
from counter_app.desk import inbox
from counter_app.domain.print_job import Job
from counter_app.store import print_jobs
from tests.faults.clerk import Clerk, Say
from tests.faults.delivery_clerk import DeliveryClerk
from tests.faults.screen import ScreenClerk
from tests.faults.small_desk import Disk
from tests.faults.still_clerk import StillClerk, crash_at, crash_while_printing, one_label
from tests.planted import bugs
from ui.sentences import sentence


def day(order: dict[str, Any], say: Say) -> int:
    """A day at the desk that does not end by itself: it is killed."""
    bugs.plant(order.get("bug", ""))
    clerk = Clerk(order, say)
    clerk.start()
    say(ready=1)
    _pieces(clerk, order)
    return 0


def window_day(order: dict[str, Any], say: Say) -> int:
    """The same day through the real window: confirmed is what its toast says."""
    bugs.plant(order.get("bug", ""))
    clerk = ScreenClerk(order, say)
    clerk.start()
    say(ready=1)
    _pieces(clerk, order)
    return 0


def drain(order: dict[str, Any], say: Say) -> int:
    """The evening: what is in the hand is received, the outbox and the print queue empty themselves."""
    bugs.plant(order.get("bug", ""))
    clerk = Clerk(order, say)
    clerk.start()
    say(ready=1)
    if order["hand"]:
        clerk.receive(*order["hand"])
    clerk.finish()
    say(finished=1)
    return 0


def _pieces(clerk: Any, order: dict[str, Any]) -> None:
    if order["hand"]:
        clerk.receive(*order["hand"])
    acts = [clerk.move, clerk.reassign, clerk.take_back, clerk.print_again, clerk.hand_over, clerk.assign]
    acts.append(clerk.lock_and_unlock)
    for number in range(order["acts"]):
        tracking = people.number(clerk.random, ("ups", "usps", "fedex", "dhl")[number % 4])
        if clerk.random.random() < 0.15:
            clerk.unassigned(tracking)
        else:
            clerk.receive(tracking, *clerk.customer())
        if clerk.random.random() < 0.6:
            clerk.random.choice(acts)()
    clerk.finish()


def crash_day(order: dict[str, Any], say: Say) -> int:
    """A small day in one thread that dies at a commit or an announcement with a number."""
    bugs.plant(order.get("bug", ""))
    crash_at(order["where"], order["number"])
    StillClerk(order, say).small_day()
    return 0


def label_day(order: dict[str, Any], say: Say) -> int:
    """One piece comes in and the process dies while its label is printed."""
    bugs.plant(order.get("bug", ""))
    clerk = StillClerk(order, say)
    crash_while_printing(order["place"], order["share"])
    one_label(clerk)
    return 0


def label_answer(order: dict[str, Any], say: Say) -> int:
    """The next start: another label comes out, the one in doubt is looked at; then the clerk says what he saw."""
    bugs.plant(order.get("bug", ""))
    clerk = Clerk(order, say)
    clerk.station.start()
    clerk.sign_in()
    clerk.receive(people.number(clerk.random, "ups"), *clerk.customer())
    mail_id = order["mail_id"]
    clerk.wait(lambda: all(job.state != "owed" for job in _jobs(clerk)), "the labels that are owed")
    clerk.wait(lambda: all(job.state != "printing" for job in _jobs(clerk)), "the labels on their way")
    job = next(job for job in _jobs(clerk) if job.payload["mail_id"] == mail_id)
    say(state=job.state)
    if job.state == "doubtful":
        clerk.act(inbox.answer_doubtful, job.id, order["printed"])
        clerk.station.spooler.wake()
    clerk.finish()
    return 0


def _jobs(clerk: Clerk) -> list[Job]:
    with clerk.station.db.read() as connection:
        return print_jobs.listed(connection, open_only=False)


def full_disk_window(order: dict[str, Any], say: Say) -> int:
    """The disk is full when the clerk presses Receive, and has room again when he presses it once more."""
    disk = Disk()
    clerk = ScreenClerk(order, say)
    clerk.start()
    number, account, name = people.number(clerk.random, "ups"), *clerk.customer()
    clerk.fill_in(number, account, name)
    disk.room(0)
    clerk.hand.press("Receive")
    shown = clerk.hand.sees(sentence("store.full"))
    say(shown=shown, sound=clerk.window.heard_sounds[-1], kept=clerk.form.tracking.text() == number)
    say(pieces=clerk.count("item"), jobs=clerk.count("print_job"))
    disk.room(-1)
    clerk.hand.press("Receive")
    clerk.wait(clerk.mail_id, "the toast")
    clerk.confirmed(number)
    clerk.finish()
    return 0


def existing_test(order: dict[str, Any], say: Say) -> int:
    """Run tests that exist, with a bug planted: reports how many failed in what they check, and in anything else."""
    results: Counter[str] = Counter()

    class Watch:
        def pytest_runtest_logreport(self, report: Any) -> None:
            if report.when == "call" or not report.passed:
                results["errors" if report.when != "call" else report.outcome] += 1

    bugs.plant(order["bug"])
    with open(order["log"], "ab") as log:
        os.dup2(log.fileno(), 2)
        with contextlib.redirect_stdout(io.TextIOWrapper(log, write_through=True)):
            options = ["-q", "-p", "no:cacheprovider", "-p", "no:randomly", f"--basetemp={order['folder']}"]
            pytest.main([*options, *order["tests"]], plugins=[Watch()])
    say(failed=results["failed"], passed=results["passed"], errors=results["errors"])
    return 0


def delivery_day(order: dict[str, Any], say: Say) -> int:
    """Two pieces come in, or their delivery goes on until a commit or an announcement with a number."""
    if order["receive"]:
        DeliveryClerk(order, say).two_pieces()
        return 0
    crash_at(order["where"], order["number"])
    DeliveryClerk(order, say).deliver()
    return 0
