"""A disk that is full, or whose syncs fail, at any byte of an act: nothing half, nothing said that is not so."""

from __future__ import annotations

import json
import os
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.faults import small_desk
from tests.faults.power import below_the_shim
from tests.faults.rounds import Ledger, Shop, Zygote
from ui.sentences import sentence

CASES = tuple(small_desk.DESK_CASES)
PLACES = 200 if os.environ.get("COUNTER_LONG") == "1" else 40


def tried(
    fault: str, ground: Path, library: Path, base: Path, *cases: str, bug: str = "", places: int = PLACES
) -> list[dict[str, Any]]:
    """What came of use cases whose disk failed at one place after the other."""
    arguments = (fault, str(base), str(ground / "work"), bug, str(places), *cases)
    said = below_the_shim(library, ground, None, "tests.faults.full_disk", *arguments)
    found = [json.loads(line) for line in said.splitlines()]
    told = Counter((one["case"], one["told"] or "nobody waits") for one in found)
    print(f"\n{fault} {bug}: {len(found)} places: {', '.join(f'{a} {b} {n}' for (a, b), n in sorted(told.items()))}")
    return found


def test_a_full_disk_saves_nothing_of_the_act_says_so_and_works_again_once_there_is_room(
    ground: Path, library: Path, base: Path
) -> None:
    found = tried("full", ground, library, base, *CASES)
    assert len(found) >= PLACES * len(CASES) * 0.9
    assert [one for one in found if one["wrong"] or one["again"]] == []
    # "" is the end of the use case, when only the log is moved into the store: that waits for another day.
    assert {one["told"] for one in found} == {"store.full", ""}
    assert sum(one["told"] == "" for one in found) < len(found) / 5
    assert "full" in sentence("store.full")
    assert "Nothing was saved" in sentence("store.full")


def test_a_sync_that_fails_is_never_told_as_saved(ground: Path, library: Path, base: Path) -> None:
    found = tried("sync", ground, library, base, *CASES)
    assert [one for one in found if one["wrong"]] == []
    assert {one["told"] for one in found} == {"store.disk_error", "store.photo_not_saved", ""}
    for one in found:
        # Also when it failed while the log was moved into the store, with nobody waiting.
        stops = one["told"] == "store.disk_error"
        assert (one["latched"], one["again"]) == (("store.disk_error",) * 2 if stops else ("", "")), one


@pytest.mark.parametrize("bug", ["rollback_hides_the_full_disk"])
def test_a_planted_bug_is_caught(ground: Path, library: Path, base: Path, bug: str) -> None:
    found = tried("full", ground, library, base, "pieces", bug=bug, places=12)
    assert any(one["told"] not in ("store.full", "") or one["wrong"] or one["again"] for one in found)


def test_the_window_refuses_a_piece_aloud_while_the_disk_is_full_and_takes_it_when_there_is_room(
    library: Path, tmp_path: Path
) -> None:
    with ExitStack() as stack:
        shop, ledger = Shop(tmp_path, stack), Ledger()
        zygote = Zygote(tmp_path / "zygote.log", LD_PRELOAD=str(library), FAULTS_HOME=str(shop.home.root))
        stack.callback(zygote.close)
        zygote.order("full_disk_window", **shop.order())
        said: dict[str, Any] = {}
        for report in zygote.expect("ended"):
            ledger.note(report)
            said.update(report)
        assert {key: said[key] for key in ("shown", "sound", "kept")} == {
            "shown": True,
            "sound": "refused",
            "kept": True,
        }
        assert (said["pieces"], said["jobs"], said["ended"]) == (0, 0, 0)
        assert len(ledger.pieces) == 1
        assert ledger.held_against(shop) == {}
