"""`./counter demo` on a screen: the window, and a drawer of simulated devices."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from counter_app import desktop
from counter_app.demo.words import banner
from ui.doing import Doing
from ui.language import SYSTEM


def run(seed: int, wanted: str = SYSTEM) -> int:
    """Found a store in a scratch folder, work in it until the window is closed, and clean up."""
    app = desktop.application(wanted, fit=True)  # first, because it may start the program once more
    folder = Path(tempfile.mkdtemp(prefix="counter-demo-"))

    def work(doing: Doing, starting: desktop.Starting) -> Any:
        from counter_app.demo.bench import Bench

        return Bench(folder, seed, doing, starting.told.emit)

    try:
        return desktop.show(app, work, banner)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
