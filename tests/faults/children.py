"""What a child of the zygote can be asked to do. Everything is loaded here, before the first fork."""

from __future__ import annotations

import contextlib
import io
import os
from collections import Counter
from typing import Any

import pytest

from counter_app.demo import people, walk
from tests.faults.clerk import Clerk, Say
from tests.faults.screen import ScreenClerk
from tests.planted import bugs


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


os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
__all__ = ["day", "drain", "existing_test", "walk", "window_day"]
