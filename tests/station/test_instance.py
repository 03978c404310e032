"""One program on one home; the operating system takes the lock back from a program that died."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from counter_app.errors import StoreError
from counter_app.instance import Instance

ROOT = Path(__file__).parents[2]
HOLD = """
import sys
from pathlib import Path
from counter_app.errors import StoreError
from counter_app.instance import Instance
try:
    held = Instance(Path(sys.argv[1]))
except StoreError as error:
    print(error.code, flush=True)
    raise SystemExit(3)
print("held", flush=True)
sys.stdin.read()
"""


def _other(lock: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(lock)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def _said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def _end(process: subprocess.Popen[str]) -> None:
    process.communicate("", timeout=20)


def test_the_second_program_on_a_home_is_told_so(tmp_path: Path) -> None:
    first = _other(tmp_path / "lock")
    assert _said(first) == "held"
    second = _other(tmp_path / "lock")
    assert _said(second) == "store.already_open"
    _end(second)
    assert second.returncode == 3
    with pytest.raises(StoreError) as raised:
        Instance(tmp_path / "lock")
    assert (raised.value.code, raised.value.facts["folder"]) == ("store.already_open", str(tmp_path))
    other_home = tmp_path / "other"
    other_home.mkdir()
    Instance(other_home / "lock").release()
    _end(first)
    Instance(tmp_path / "lock").release()


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")
def test_a_killed_program_does_not_keep_its_home(tmp_path: Path) -> None:
    first = _other(tmp_path / "lock")
    assert _said(first) == "held"
    first.send_signal(signal.SIGKILL)
    first.communicate(timeout=20)
    held = Instance(tmp_path / "lock")
    held.release()
    held.release()


def test_in_one_program_a_home_is_opened_once(tmp_path: Path) -> None:
    held = Instance(tmp_path / "lock")
    with pytest.raises(StoreError, match=r"^store\.already_open$"):
        Instance(tmp_path / "lock")
    held.release()
    Instance(tmp_path / "lock").release()
