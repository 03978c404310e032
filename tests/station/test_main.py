"""The program's door: which words it takes, and what it says when it cannot."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from counter_app import self_test
from counter_app.main import main


def test_an_installed_program_is_asked_with_dashes(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(self_test, "run", lambda: asked.append(1) or 0)
    assert main(["--self-test"]) == 0
    assert main(["self-test"]) == 0
    assert asked == [1, 1]


def test_the_self_test_loads_everything_and_says_so_in_json(capsys: pytest.CaptureFixture[str], qapp: Any) -> None:
    assert main(["self-test"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["ok"] is True
    assert {"encrypted store, all migrations", "label printed and read back", "window drawn"} <= {
        one["name"] for one in said["checks"]
    }


def test_verify_of_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    assert main(["verify", str(tmp_path / "nobody")]) == 1


def test_verify_of_a_home_without_its_key_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "home").mkdir()
    assert main(["verify", str(tmp_path / "home")]) == 2
    assert "store.key_missing" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["", "zz" * 32, "ab" * 31])
def test_verify_with_a_centre_key_that_is_none_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    (tmp_path / "home").mkdir()
    key = tmp_path / "centre.key"
    key.write_text(text)
    assert main(["verify", str(tmp_path / "home"), "--centre-key", str(key)]) == 1
    assert "64 hex digits" in capsys.readouterr().err
