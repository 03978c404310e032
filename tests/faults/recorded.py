"""A program below the shim: does the named use cases, and says each thing done. Arguments: HOME BUG CASE..."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.faults.small_desk import Disk, run_case
from tests.planted import bugs


def main(home: str, bug: str, *cases: str) -> None:
    bugs.plant(bug)
    disk = Disk()
    if not disk.there:
        raise SystemExit("this program needs the shim")
    for name in cases:
        disk.note(begins=name)
        run_case(name, Path(home) / name, disk.note)
        disk.note(ends=name)


if __name__ == "__main__":
    main(*sys.argv[1:])
