"""The window comes first: nothing heavy is loaded before it has been painted, whichever way the program is started."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
AFTER_THE_WINDOW = (
    *("cv2", "numpy", "escpos", "keyring", "PIL", "zxingcpp", "pyzbar", "serial", "hid"),
    *("requests", "sqlalchemy", "sqlcipher3", "cryptography", "argon2", "rapidfuzz", "alembic", "starlette", "uvicorn"),
    *(
        "counter_app.station",
        "counter_app.store",
        "counter_app.desk",
        "counter_app.sync",
        "central_service",
        "printers",
    ),
)
"""What costs more to load than the window, and the parts of the program that load it."""

CHILD = """
import json, os, sys

class Watch:
    "Notes who asked first for each module that must come later."
    chains = {}

    def find_spec(self, name, path=None, target=None):
        if name in LATER:
            frame, chain = sys._getframe(1), []
            while frame is not None:
                here = frame.f_globals.get("__name__", "?")
                if not here.startswith("importlib") and here not in chain[-1:]:
                    chain.append(here)
                frame = frame.f_back
            self.chains.setdefault(name, " <- ".join([name, *chain]))
        return None

LATER = set(json.loads(sys.argv[1]))
sys.meta_path.insert(0, Watch())

from counter_app import desktop, main
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit

class Painted(QObject):
    names = set()

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.names.add(type(watched).__name__)
        return False

plain = desktop.application
def application(*wanted, **how):
    app = plain(*wanted, **how)
    app.painted = Painted(app)
    app.installEventFilter(app.painted)
    return app
desktop.application = application

def begin(starting, work):
    app = plain()
    window = next(one for one in app.topLevelWidgets() if type(one).__name__ == "Window")
    print(json.dumps({
        "chains": Watch.chains,
        "visible": window.isVisible(),
        "painted": sorted(Painted.names),
        "scan_box": window.scan_box.isEnabled() and isinstance(window.scan_box, QLineEdit),
    }), flush=True)
    os._exit(0)
desktop.Starting.begin = begin
main.main(sys.argv[2:])
"""


def first_paint(*arguments: str, later: tuple[str, ...] = AFTER_THE_WINDOW) -> dict[str, object]:
    """Start the program in a process of its own, and end it when it has painted its window; what it says then."""
    said = subprocess.run(
        [sys.executable, "-c", CHILD, json.dumps(later), *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert said.returncode == 0, said.stderr.decode()
    found: dict[str, object] = json.loads(said.stdout)
    return found


@pytest.mark.parametrize("way", ["run", "demo"])
def test_nothing_heavy_is_loaded_before_the_window_is_painted(way: str, tmp_path: Path) -> None:
    found = first_paint(*(("run", "--home", str(tmp_path)) if way == "run" else ("demo",)))
    assert found["chains"] == {}, "loaded before the first paint, and by whom"
    assert found["visible"]
    assert found["scan_box"]
    assert "SignInPage" in found["painted"]  # type: ignore[operator]


def test_the_guard_names_who_imports_what_comes_too_early(tmp_path: Path) -> None:
    found = first_paint("run", "--home", str(tmp_path), later=("ui.theme", "ui.pages.today"))
    chains = found["chains"]
    assert isinstance(chains, dict)
    assert set(chains) == {"ui.theme"}
    assert str(chains["ui.theme"]).startswith("ui.theme <- ")
    assert "counter_app.desktop" in chains["ui.theme"]
