"""For all tests of the window: the theme is on, and a warning of Qt fails the test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme import apply_theme, look

HARMLESS = "propagateSizeHints"
"""The offscreen platform says so at each window."""


@pytest.fixture(autouse=True)
def no_qt_warnings(qapp: QApplication, qtlog: Any) -> Iterator[None]:
    if look.mode != "light" or not qapp.styleSheet():
        apply_theme(qapp, "light")
    yield
    qapp.processEvents()
    told = [record.message for record in qtlog.records if HARMLESS not in record.message]
    assert told == []
