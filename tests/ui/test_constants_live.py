"""PySide6 6.12 gives back references of None that it never took; a version that does so again is not taken."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QLineEdit


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_calls_of_qt_that_return_nothing_take_no_reference_of_none_away(qapp: object) -> None:
    line = QLineEdit()
    line.setModified(True)
    before = sys.getrefcount(None)
    for _ in range(1_000):
        line.setModified(False)
    assert sys.getrefcount(None) > before - 500
