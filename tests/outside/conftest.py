"""The station under test is the real program in a process of its own, on a screen of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.outside import screen, words
from tests.outside.hand import Hand, NotHeardError
from tests.outside.screen import Screen
from tests.outside.shop import Shop

ROOT = Path(__file__).resolve().parents[2]
PICTURES = Path(os.environ.get("COUNTER_TEST_PICTURES") or ROOT / "out" / "outside")
SHOWN = pytest.StashKey[list["Outside"]]()


class Outside:
    """One station at work: its home, its process, and the hand that works it."""

    def __init__(self, shown: Screen, shop: Shop, language: str, home_name: str) -> None:
        self.screen, self.shop, self.language = shown, shop, language
        self.home = shop.new_home(home_name)
        locale = words.LOCALES[language]
        more = {
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LANG": locale,
            "LANGUAGE": locale,
            "PYTHONUTF8": "1",
            "PYTHONFAULTHANDLER": "1",
        }
        self.said_file = (home_said := self.home.root.with_suffix(".said")).open("wb")
        self.said_path = home_said
        self.program = subprocess.Popen(
            [sys.executable, "-m", "counter_app.main", "run", "--home", str(self.home.root)],
            env=shown.environment | more,
            stdin=subprocess.DEVNULL,
            stdout=self.said_file,
            stderr=subprocess.STDOUT,
        )
        self.hand = Hand(shown, self.program)

    def tr(self, source: str, context: str = "") -> str:
        """The text in this station's language."""
        return words.said(self.language, source, context)

    def close(self) -> None:
        screen.end(self.program)
        self.said_file.close()


@pytest.fixture(scope="session")
def own_screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    why = screen.missing()
    if why:
        pytest.skip(f"nothing can be driven from outside: {why}")
    shown = Screen(tmp_path_factory.mktemp("screen"))
    yield shown
    shown.close()


@pytest.fixture
def shop(tmp_path: Path, own_screen: Screen) -> Iterator[Shop]:
    made = Shop(tmp_path)
    yield made
    made.close()


@pytest.fixture
def outside(request: pytest.FixtureRequest, own_screen: Screen, shop: Shop) -> Iterator[Outside]:
    """A freshly enrolled station in the language that the test names."""
    language = request.param
    if why := words.missing(language):
        pytest.skip(why)
    made = Outside(own_screen, shop, language, f"counter-{language}")
    request.node.stash[SHOWN] = [made]
    yield made
    made.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report: Any = yield
    if report.when == "call" and report.failed:
        for one in item.stash.get(SHOWN, []):
            PICTURES.mkdir(parents=True, exist_ok=True)
            one.screen.picture(PICTURES / f"{item.originalname}-{one.language}.png")
            if not (call.excinfo and call.excinfo.errisinstance(NotHeardError)):
                report.sections.append(("the accessibility tree", one.hand.tree()))
            for file in (one.said_path, one.home.log):
                if file.exists():
                    report.sections.append((f"the end of {file.name}", file.read_text(errors="replace")[-4_000:]))
    return report
