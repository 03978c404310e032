"""Passwords at a cost that tests can pay; what the real one costs is held in `test_sign_in`."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher

from counter_app.desk import sign_in


@pytest.fixture(autouse=True)
def _quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_in, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
