"""`./counter demo` on a screen: the window, and a drawer of simulated devices."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from counter_app import desktop
from counter_app.demo.words import BANNER
from ui.doing import Doing


def run(seed: int) -> int:
    """Found a store in a scratch folder, work in it until the window is closed, and clean up."""
    folder = Path(tempfile.mkdtemp(prefix="counter-demo-"))

    def work(doing: Doing, starting: desktop.Starting) -> Any:
        from counter_app.demo.bench import Bench

        return Bench(folder, seed, doing, starting.told.emit)

    try:
        return desktop.show(desktop.application(), work, BANNER)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def hint() -> str:
    """Who can sign in, for the sign-in screen of the demo."""
    from counter_app.demo.platform import CLERKS, PASSWORD

    return f"Demo: sign in as {CLERKS[0][2]} with {PASSWORD}"
