"""The station dies right before and right after every commit and every announcement of a small day."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.faults.rounds import Ledger, Shop, Zygote
from tests.faults.still_clerk import CRASHED

STEP = 1 if os.environ.get("COUNTER_LONG") == "1" else 4
WHERE = {"before commit": 1, "after commit": 1, "before announce": STEP, "after announce": STEP}


def crashed_everywhere(
    zygote: Zygote, folder: Path, where: str, step: int, bug: str = "", last: int = 300
) -> tuple[int, dict[str, list[object]]]:
    """Die at each number until a day ends by itself: the last number that was reached, and what is wrong at night."""
    with ExitStack() as stack:
        shop, ledger = Shop(folder, stack), Ledger()
        number, ended = 1, CRASHED
        while ended == CRASHED and number < last:
            zygote.order("crash_day", **shop.order(hand=ledger.hand, where=where, number=number, bug=bug))
            for report in zygote.expect("ended"):
                ledger.note(report)
            ended, number = report["ended"], number + step
        assert ended == 0 or last < 300, "a day without an end"
        zygote.order("drain", **shop.order(hand=ledger.hand))
        for report in zygote.expect("ended"):
            ledger.note(report)
        return number, ledger.held_against(shop)


@pytest.mark.parametrize(("where", "step"), WHERE.items())
def test_p18_a_crash_at_every_commit_and_announcement_loses_and_doubles_nothing(
    zygote: Zygote, tmp_path: Path, where: str, step: int
) -> None:
    number, wrong = crashed_everywhere(zygote, tmp_path, where, step)
    assert wrong == {}
    assert number > 15, "the day is too short to mean anything"


def test_announcing_before_the_commit_is_caught(zygote: Zygote, tmp_path: Path) -> None:
    _, wrong = crashed_everywhere(zygote, tmp_path, "before commit", 1, bug="announce_before_commit", last=16)
    assert "an act that was announced" in wrong
