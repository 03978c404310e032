"""`./counter demo --headless DIR`: a whole store day through the real window, without a screen, with a report."""

from __future__ import annotations

import os
import shutil
import sys
import traceback
from collections.abc import Callable
from contextlib import ExitStack
from importlib import metadata
from pathlib import Path

from counter_app.demo.walk import NotSoError, Report

VERSION = "0.1.0"


def run(folder: Path, seed: int, wanted: str = "en", docs: Path | None = None) -> int:
    """Walk the day in the language `wanted`; pictures, `report.json` and the homes go into `folder`.

    `docs`: a day without a fault renews the pictures of the documents there.

    Exit 0 only when every check held.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from counter_app.demo import (
        day_deliver,
        day_faults,
        day_handover,
        day_paper,
        day_pickups,
        day_receive,
        day_shelves,
        day_ship,
        day_start,
    )
    from counter_app.demo.world import World, open_world

    for name in ("pictures", "homes", "camera", "central.db.blobs"):
        shutil.rmtree(folder / name, ignore_errors=True)
    for file in folder.glob("central.db*"):
        file.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    report = Report()
    with ExitStack() as stack:
        world = open_world(folder, seed, stack, report, wanted)
        steps: list[Callable[[World], None]] = [
            *day_start.STEPS,
            *day_receive.STEPS,
            *day_handover.STEPS,
            *day_shelves.STEPS,
            *day_pickups.STEPS,
            *day_deliver.STEPS,
            *day_paper.STEPS,
            *day_ship.STEPS,
            *day_faults.STEPS,
        ]
        for step in steps:
            before = report.failed
            _run(step, world, report)
            if report.failed > before:
                world.mend()
            if step is day_start.signing_in and world.doing.clerk is None:
                break  # Nothing else can be tried at a counter that nobody can sign in to.
    _run(lambda _world: day_faults.after_closing(folder, report), world, report)
    print(f"{world.hand.pictured_s:.1f} s of it for pictures", flush=True)
    report.write(folder / "report.json", _version())
    print(f"{len(report.checks) - report.failed} of {len(report.checks)} checks held; pictures and report in {folder}/")
    if report.ok and docs is not None:
        from counter_app.demo import docs_pictures

        print(f"{docs_pictures.keep(folder / 'pictures', docs)} pictures of {docs}/ renewed")
    return 0 if report.ok else 1


def _run(step: Callable[..., None], world: object, report: Report) -> None:
    name = (getattr(step, "__doc__", "") or step.__name__).split("\n")[0]
    try:
        step(world)
    except NotSoError as error:
        report.check(name, False, error)
    except Exception as error:
        # The day goes on: one broken step must not hide what the others would find.
        traceback.print_exc(file=sys.stderr)
        report.check(name, False, f"{type(error).__name__}: {error}")


def _version() -> str:
    try:
        return metadata.version("counter")
    except metadata.PackageNotFoundError:
        return VERSION
