"""kill -9 in the middle of the day, again and again: what was confirmed is there once, and so is its paper."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from random import Random

import pytest

from tests.faults.rounds import DEADLINE_S, ROOT, Ledger, Shop, Zygote

SEED = 1583
EVIDENCE_HEAD = """# kill -9, a thousand times

Written by `./counter test --long tests/faults/test_kill_rounds.py`. A real station (store, desk thread, spooler,
exchange; every fifth day with its real window, offscreen) is killed by SIGKILL at a random moment and started again on
the same home; the centre and two printers on loopback live on. Every twelve rounds its outbox and print queue empty
themselves, and then all of this held: every piece and act that was confirmed or announced is once at the station and
once at the centre; the rows of both are equal; as many labels and receipts are on paper as are owed by acts, by the
clerk's word or by his answer to a doubtful label; no charge was made twice; `verify` exits 0."""
WINDOW_EVERY = 5
"""Every fifth day is worked at the real window; the others at the desk thread, which is what a window hears."""
DRAIN_EVERY = 12


class Killing:
    """Days of one station, each ended by SIGKILL at a moment that the seed has chosen."""

    def __init__(self, zygote: Zygote, folder: Path, stack: ExitStack, seed: int) -> None:
        self.random = Random(seed)
        self.shop = Shop(folder, stack, seed)
        self.zygote = zygote
        self.ledger = Ledger()
        self.moments: Counter[str] = Counter()
        self.starts_s: list[float] = []

    def round(self, number: int) -> None:
        """One day that is killed: while it starts, or some time after the clerk has signed in."""
        do = "window_day" if number % WINDOW_EVERY == 0 else "day"
        self.zygote.order(do, **self.shop.order(hand=self.ledger.hand))
        starting = self.random.random() < 0.2
        slow = 4 if do == "window_day" else 1
        began = time.monotonic()
        until = began + (self.random.random() * 0.15 * slow if starting else DEADLINE_S)
        at_work = False
        while (report := self.zygote.next(until)) is not None:
            assert "fault" not in report, report
            assert "ended" not in report, f"round {number} ended by itself: {report}"
            self.ledger.note(report)
            if "ready" in report and not starting:
                self.starts_s.append(time.monotonic() - began)
                at_work, until = True, time.monotonic() + self.random.random() * 0.3 * slow
        assert at_work or starting, f"round {number}: no day within {DEADLINE_S:.0f} s"
        self.zygote.kill()
        for report in self.zygote.expect("ended"):
            self.ledger.note(report)
        self.moments["at work" if at_work else "starting"] += 1

    def drain(self) -> dict[str, list[object]]:
        """Let the last one finish its day in order; then what is wrong."""
        self.zygote.order("drain", **self.shop.order(hand=self.ledger.hand))
        for report in self.zygote.expect("ended"):
            self.ledger.note(report)
        self.ledger.hand = None
        return self.ledger.held_against(self.shop)


def kill_rounds(zygote: Zygote, folder: Path, rounds: int, seed: int = SEED) -> dict[str, object]:
    """Run them; figures for the evidence. AssertionError as soon as anything was lost or doubled."""
    began = time.monotonic()
    with ExitStack() as stack:
        killing = Killing(zygote, folder, stack, seed)
        for number in range(rounds):
            killing.round(number)
            if number % DRAIN_EVERY == DRAIN_EVERY - 1 or number == rounds - 1:
                assert killing.drain() == {}, f"after round {number} of seed {seed}"
        ledger = killing.ledger
        return {
            "rounds": rounds,
            "seed": seed,
            "seconds": round(time.monotonic() - began, 1),
            **{f"killed {when}": count for when, count in sorted(killing.moments.items())},
            "days at the window": (rounds + WINDOW_EVERY - 1) // WINDOW_EVERY,
            "from the start to a clerk at work, median s": round(statistics.median(killing.starts_s), 2),
            "acts confirmed": ledger.acts,
            "of these hand-overs": sum(count for one, count in ledger.done.items() if one[0] == "pickup.handed_over"),
            "pieces confirmed": len(ledger.pieces),
            "pieces in the hand that the counter knew already": ledger.seen["known"],
            "labels and receipts": sum(killing.shop.paper().values()),
            "labels in doubt that the clerk answered": ledger.seen["answered"],
            "labels asked for once more": ledger.seen["asked_again"],
        }


def test_after_100_kills_everything_confirmed_is_there_once_and_no_label_came_out_twice(
    zygote: Zygote, tmp_path: Path
) -> None:
    figures = kill_rounds(zygote, tmp_path, 100)
    assert int(str(figures["pieces confirmed"])) > 100, "the kills came too early to mean anything"


@pytest.mark.long
def test_the_same_after_1000_kills(zygote: Zygote, tmp_path: Path) -> None:
    figures = kill_rounds(zygote, tmp_path, 1_000, seed=2_000)
    lines = [f"| {name} | {figure} |" for name, figure in figures.items()]
    text = f"{EVIDENCE_HEAD}\n\n| | |\n|---|---|\n" + "\n".join(lines) + "\n"
    (ROOT / "docs" / "evidence" / "kill-rounds.md").write_text(text, encoding="utf-8")
