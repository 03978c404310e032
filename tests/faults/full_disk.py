"""A program below the shim whose disk is full, or whose syncs fail, at one place after the other.

Arguments: full|sync, BASE, FOLDER, BUG, places, CASE... For each place one line of JSON: what was told, what does not
hold afterwards, and whether work goes on without a restart once there is room.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

from counter_app.errors import CounterError
from tests.faults import after_the_cut, small_desk
from tests.faults.small_desk import Counted, Disk
from tests.planted import bugs


def main(fault: str, base: str, folder: str, bug: str, places: str, *cases: str) -> None:
    bugs.plant(bug)
    disk = Disk()
    for case in cases:
        at = _fresh(Path(base), Path(folder), [])
        before = disk.written(), disk.syncs()
        small_desk.DESK_CASES[case](at)
        at.desk.db.close()
        total = disk.written() - before[0] if fault == "full" else disk.syncs() - before[1]
        count = min(int(places), total)
        for place in sorted({number * total // count for number in range(count)}):
            print(json.dumps({"case": case, "place": place, **_tried(disk, fault, case, place, base, folder)}))


def _fresh(base: Path, folder: Path, said: list[dict[str, Any]]) -> Counted:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(base, folder)
    return Counted(folder, lambda **note: said.append(note))


def _tried(disk: Disk, fault: str, case: str, place: int, base: str, folder: str) -> dict[str, Any]:
    said: list[dict[str, Any]] = []
    at = _fresh(Path(base), Path(folder), said)
    with at.desk.db.read():
        pass  # open, as a station is that works
    told, again = "", ""
    if fault == "full":
        disk.room(place)
    else:
        disk.bad_sync(place + 1)
    try:
        small_desk.DESK_CASES[case](at)
    except CounterError as error:
        told = error.code
    except Exception as error:
        told = f"{type(error).__name__}: {error}"[:200]
    disk.room(-1)
    disk.bad_sync(0)
    count = len(said)
    try:
        at.piece()
    except Exception as error:
        again = getattr(error, "code", f"{type(error).__name__}: {error}"[:200])
    latched = at.desk.db.untrusted
    at.desk.db.close()
    wrong = after_the_cut.wrong(case, Path(folder), said)
    return {"told": told, "again": again, "latched": latched, "said": count, "wrong": wrong}


if __name__ == "__main__":
    main(*sys.argv[1:])
