"""Every control of the whole window has a name for a screen reader, and the list of names is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLineEdit

from ui.accessible_names import controls, names, table
from ui.doing import Doing
from ui.window import Window

LIST = Path(__file__).resolve().parents[2] / "docs" / "accessible-names.md"


def test_every_control_has_a_name_and_the_list_holds_it(qtbot: Any) -> None:
    window = Window(Doing(), wedge=False)
    qtbot.addWidget(window)
    found = list(names(window))
    assert [one for one in found if not one[2].strip()] == []
    assert len(found) > 20
    # What differs is written anew by `python -m ui.accessible_names > docs/accessible-names.md`.
    assert LIST.read_text("utf-8") == table(window)


def test_every_control_has_a_name_while_somebody_works(bench: Any) -> None:
    bench.sign_in()
    for key in bench.window.pages:
        bench.window.go(key)
        bench.settle()
    assert [type(one).__name__ for one in controls(bench.window) if not one.accessibleName().strip()] == []


def test_a_planted_control_without_a_name_is_seen(bench: Any) -> None:
    planted = QLineEdit(bench.window.pages["today"])
    assert planted in [one for one in controls(bench.window) if not one.accessibleName()]
