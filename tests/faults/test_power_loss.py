"""Power cuts at any moment: nothing that was said done is missing, whatever the disk had not yet been made to keep."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from random import Random

import pytest

from tests.faults import after_the_cut, small_desk
from tests.faults.power import Recording, below_the_shim, read_log

CASES = (*small_desk.DESK_CASES, *small_desk.FOLDER_CASES)
CUTS = 10_000 if os.environ.get("COUNTER_LONG") == "1" else 2_000


def record(ground: Path, library: Path, base: Path, *cases: str, bug: str = "") -> list[Recording]:
    """Let the use cases run below the shim, and read what the disk saw."""
    home, log = ground / f"home{bug}", ground / f"log{bug}"
    for case in cases:
        shutil.copytree(base, home / case)
    below_the_shim(library, home, log, "tests.faults.recorded", str(home), bug, *cases)
    records = read_log(log)
    return [Recording(records, case, base) for case in cases]


def lost_in(recording: Recording, ground: Path, count: int, seed: int) -> tuple[int, list[str]]:
    """Cut `count` times: how many cuts lost something, and the first things that were lost."""
    bad, examples = 0, []
    folder = ground / "cut"
    for moment, files, said in recording.cuts(count, Random(seed)):
        recording.put(files, folder)
        found = after_the_cut.wrong(recording.case, folder, said)
        if found:
            bad += 1
            examples += [f"{recording.case} cut at {moment} of {recording.length}: {one}" for one in found[:2]]
        shutil.rmtree(folder)
    return bad, examples[:10]


@pytest.fixture(scope="module")
def recordings(ground: Path, library: Path, base: Path) -> dict[str, Recording]:
    return {one.case: one for one in record(ground, library, base, *CASES)}


@pytest.mark.parametrize("case", CASES)
def test_power_cuts_lose_nothing_that_was_said_done(ground: Path, recordings: dict[str, Recording], case: str) -> None:
    """2,000 cuts over six use cases; COUNTER_LONG=1: 10,000."""
    recording = recordings[case]
    assert recording.said, "nothing was said done: there is nothing to lose"
    assert any(number > recording.length // 2 for number, _ in recording.said)
    bad, examples = lost_in(recording, ground, CUTS // len(CASES) + 1, seed=1583)
    assert (bad, examples) == (0, [])


@pytest.mark.parametrize(
    ("bug", "case", "seen"),
    [
        ("synchronous_normal", "pieces", "said done and lost"),
        ("announce_before_commit", "pieces", "announced and lost"),
        ("cursor_saved_before_its_rows", "exchange", "covers rows that are not here"),
    ],
)
def test_a_planted_bug_loses_what_was_said_done_and_is_caught(
    ground: Path, library: Path, base: Path, bug: str, case: str, seen: str
) -> None:
    (recording,) = record(ground, library, base, case, bug=bug)
    bad, examples = lost_in(recording, ground, 200, seed=1583)
    assert bad > 0, f"{bug} is not seen"
    assert any(seen in one for one in examples)
