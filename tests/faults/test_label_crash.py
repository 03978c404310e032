"""The station dies while a label is printed: what may have come out is asked about, and never printed on a guess."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.faults.rounds import Ledger, Shop, Zygote

OWED = [("before connect", 0.0), ("printer asked", 0.0)]
CUT = [("some bytes", share) for share in (0.0, 0.01, 0.5, 0.99)]
OUT = [("some bytes", 1.0), ("confirmed", 1.0)]


class Counter:
    """One station that dies while printing, and starts again."""

    def __init__(self, zygote: Zygote, folder: Path, stack: ExitStack) -> None:
        self.shop = Shop(folder, stack)
        self.zygote = zygote
        self.ledger = Ledger()

    def copies(self, place: str, share: float, printed: bool, bug: str = "") -> tuple[int, str, int]:
        """Sheets on paper at the crash, what the next start calls the job, sheets after the clerk has answered."""
        known = set(self.ledger.pieces)
        self.zygote.order("label_day", **self.shop.order(place=place, share=share, bug=bug))
        for report in self.zygote.expect("ended"):
            self.ledger.note(report)
        (mail_id,) = set(self.ledger.pieces) - known
        before = self.shop.paper().get(mail_id, 0)
        self.zygote.order("label_answer", **self.shop.order(mail_id=mail_id, printed=printed, bug=bug))
        reports = self.zygote.expect("ended")
        for report in reports:
            self.ledger.note(report)
        state = next(report["state"] for report in reports if "state" in report)
        return before, state, self.shop.paper().get(mail_id, 0)


@pytest.fixture(scope="module")
def counter(zygote: Zygote, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    with ExitStack() as stack:
        yield Counter(zygote, tmp_path_factory.mktemp("labels"), stack)


@pytest.mark.parametrize(("place", "share"), OWED)
def test_a_label_of_which_no_byte_has_left_comes_out_once_by_itself(counter: Counter, place: str, share: float) -> None:
    assert counter.copies(place, share, printed=True) == (0, "done", 1)


@pytest.mark.parametrize(("place", "share"), CUT)
def test_a_label_that_was_cut_off_is_asked_about_and_printed_when_the_clerk_says_so(
    counter: Counter, place: str, share: float
) -> None:
    assert counter.copies(place, share, printed=False) == (0, "doubtful", 1)


@pytest.mark.parametrize(("place", "share"), OUT)
def test_a_label_that_came_out_is_asked_about_and_not_printed_again(counter: Counter, place: str, share: float) -> None:
    assert counter.copies(place, share, printed=True) == (1, "doubtful", 1)


def test_a_second_copy_comes_out_only_with_the_clerks_word(counter: Counter) -> None:
    assert counter.copies("confirmed", 1.0, printed=False) == (1, "doubtful", 2)


@pytest.mark.parametrize("bug", ["doubtful_printed_again", "printing_marked_after_sending"])
def test_a_planted_bug_prints_a_second_copy_and_is_caught(counter: Counter, bug: str) -> None:
    before, state, after = counter.copies("confirmed", 1.0, printed=True, bug=bug)
    assert (before, state, after) == (1, "done", 2)
