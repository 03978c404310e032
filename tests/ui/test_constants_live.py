"""PySide6 6.12 gives back references that it never took; the program has to outlive that on Python 3.11."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QLineEdit

import ui


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_a_hundred_thousand_calls_of_qt_leave_none_alive(qapp: object) -> None:
    assert ui.__doc__
    line = QLineEdit()
    before = sys.getrefcount(None)
    for _ in range(100_000):
        line.isModified()
        line.setModified(False)
    assert before > 1 << 39
    assert sys.getrefcount(None) > 1 << 39
