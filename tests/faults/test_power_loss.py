"""Power cuts at any moment: nothing that was said done is missing, whatever the disk had not yet been made to keep."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest

from tests.faults import after_the_cut, small_desk
from tests.faults.power import ROOT, Recording, below_the_shim, read_log

CASES = (*small_desk.DESK_CASES, *small_desk.FOLDER_CASES)
CUTS, MANY_CUTS = 2_000, 10_000
EVIDENCE_HEAD = """# Power cuts

Written by `./counter test --long tests/faults/test_power_loss.py`. What the disk was told is replayed up to a random
moment: everything synced is kept, of what was written later any part, some of it torn between sectors of 512 bytes, of
what was done to the names in a folder any beginning. Then the store is opened by product code: every act, photo, job,
answer and cursor that was said done is there, `quick_check` is ok, the journal proves itself."""


def record(ground: Path, library: Path, base: Path, *cases: str, bug: str = "") -> list[Recording]:
    """Let the use cases run below the shim, and read what the disk saw."""
    home, log = ground / "home", ground / "log"
    shutil.rmtree(home, ignore_errors=True)
    log.unlink(missing_ok=True)
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
    """2,000 cuts over all use cases."""
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
        ("keys_named_before_the_store", "new_home", "a station that does not open"),
    ],
)
def test_a_planted_bug_loses_what_was_said_done_and_is_caught(
    ground: Path, library: Path, base: Path, bug: str, case: str, seen: str
) -> None:
    (recording,) = record(ground, library, base, case, bug=bug)
    bad, examples = lost_in(recording, ground, 200, seed=1583)
    assert bad > 0, f"{bug} is not seen"
    assert any(seen in one for one in examples)


@pytest.mark.long
def test_10000_power_cuts_lose_nothing(ground: Path, library: Path, base: Path) -> None:
    lines = ["| use case | moments | cuts | cuts that lost something |", "|---|---|---|---|"]
    share = MANY_CUTS // len(CASES) + 1
    for case in CASES:
        (recording,) = record(ground, library, base, case, bug="")
        bad, examples = lost_in(recording, ground, share, seed=2_000)
        assert examples == []
        lines.append(f"| {case} | {recording.length} | {share} | {bad} |")
    for bug in ("synchronous_normal", "announce_before_commit"):
        (recording,) = record(ground, library, base, "pieces", bug=bug)
        bad, _ = lost_in(recording, ground, 1_000, seed=2_000)
        lines.append(f"| pieces, planted: {bug} | {recording.length} | 1000 | {bad} |")
    text = f"{EVIDENCE_HEAD}\n\n" + "\n".join(lines) + "\n"
    (ROOT / "docs" / "evidence" / "power-cuts.md").write_text(text, encoding="utf-8")
