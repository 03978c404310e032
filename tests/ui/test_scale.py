"""The window fits at 100 to 200 % enlargement, each in a process of its own: Qt reads the factor once, at its start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCREENS = ((1280, 720), (1366, 768), (1600, 900), (1920, 1080), (2560, 1440))
"""In pixels of the glass."""
CHILD_S = 60


def in_a_child(tmp_path: Path, factor: float, screen: tuple[int, int], fit: bool) -> dict[str, Any]:
    """What a program of its own says of the window at `factor`, on one virtual screen."""
    glass = {"name": "glass", "x": 0, "y": 0, "width": screen[0], "height": screen[1]}
    glass |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    file = tmp_path / "screens.json"
    file.write_text(json.dumps({"screens": [glass]}))
    surroundings = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
        "QT_SCALE_FACTOR": str(factor),
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, __file__, "fit" if fit else "as it is"],
        env=surroundings,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=CHILD_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize("factor", [1, 1.25, 1.5, 2])
def test_every_room_fits_at_every_enlargement(tmp_path: Path, factor: float) -> None:
    told = in_a_child(tmp_path, factor, SCREENS[-1], fit=False)
    assert told["dpr"] == factor
    assert len(told["looked_at"]) >= 2, told["looked_at"]
    assert told["misfits"] == []


@pytest.mark.parametrize(("factor", "screen"), [(2, (1280, 720)), (1.5, (1366, 768))])
def test_a_screen_without_room_is_enlarged_less_and_it_is_said(
    tmp_path: Path, factor: float, screen: tuple[int, int]
) -> None:
    told = in_a_child(tmp_path, factor, screen, fit=True)
    assert 1 < told["dpr"] < factor
    assert told["screen"][0] >= 900
    assert told["screen"][1] >= 520
    assert f"{round(told['dpr'] * 100)} %" in told["note"]
    assert told["misfits"] == []


def test_a_screen_with_room_keeps_its_enlargement(tmp_path: Path) -> None:
    told = in_a_child(tmp_path, 1.25, (1280, 720), fit=True)
    assert (told["dpr"], told["note"]) == (1.25, "")


def test_nothing_is_made_smaller_than_can_be_read() -> None:
    from PySide6.QtCore import QSize

    from ui.screen_size import less_by

    assert less_by(QSize(1366, 768)) == 1.0
    assert less_by(QSize(1280, 480)) == pytest.approx(448 / 520)
    assert less_by(QSize(450, 1000)) == 0.8
    assert less_by(QSize(450, 1000), dpr=2.0) == 0.5
    assert less_by(QSize(450, 1000), dpr=0.5) == 1.0


def look(fit: bool) -> dict[str, Any]:
    """In the child: every room of the empty window, on every screen that its logical size leaves room for."""
    from PySide6.QtWidgets import QApplication

    from tests.window_fits import misfits
    from ui import screen_size
    from ui.doing import Doing
    from ui.language import LANGUAGES, language
    from ui.theme import apply_theme
    from ui.window import Window

    app = screen_size.fitting_application() if fit else QApplication([])
    apply_theme(app, "light")
    dpr = app.primaryScreen().devicePixelRatio()
    glass = app.primaryScreen().size()
    sizes = [(round(width / dpr), round(height / dpr)) for width, height in SCREENS]
    sizes = [size for size in sizes if size[0] >= screen_size.LEAST[0] and size[1] >= screen_size.LEAST[1]]
    if fit:
        sizes = [(glass.width(), glass.height() - screen_size.TITLE_BAR)]
    found = []
    for spoken in sorted(LANGUAGES):
        language.speak(app, spoken)
        window = Window(Doing(), wedge=False)
        window.show()
        window.top.show_clerk("Jordan Miles", "Manager")
        for size in sizes:
            window.resize(*size)
            window._outer.setCurrentWidget(window.sign_in_page)
            app.processEvents()
            app.processEvents()
            found += [f"{spoken} {size} sign-in: {one}" for one in misfits(window.sign_in_page)]
            window._outer.setCurrentWidget(window._room)
            for key, page in window.pages.items():
                window.stack.setCurrentWidget(window._scrolls[key])
                for _ in range(3):  # a room lays itself out anew once it knows its size
                    app.processEvents()
                found += [f"{spoken} {size} {key}: {one}" for one in misfits(window, ("Jordan",)) if page.isVisible()]
        window.close()
    return {
        "dpr": dpr,
        "screen": [glass.width(), glass.height()],
        "note": screen_size.note(),
        "looked_at": sizes,
        "misfits": sorted(set(found)),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(look(sys.argv[1] == "fit")))
