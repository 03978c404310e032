"""On Python 3.11, calls of Qt use up the references of None; the program must outlive a day of them."""

from __future__ import annotations

import sys

import pytest

import ui


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="constants are immortal from Python 3.12 on")
def test_no_day_of_work_uses_up_the_references_of_none() -> None:
    assert ui.__doc__
    assert all(sys.getrefcount(one) > 1 << 39 for one in (None, True, False))
