"""./counter on its own: a copy beside empty locks and a stand-in for the program; nothing is downloaded."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
STAND_IN = """
import os, sys, time
print(sys.argv[1:], os.getcwd(), flush=True)
if "wait" in sys.argv:
    print(os.getpid(), flush=True)
    time.sleep(20)
sys.exit(int(sys.argv[-1]))
"""

UV = """#!/bin/sh
# Makes an environment as uv does, without pip; there is nothing to install into it.
[ "$1" = pip ] && exit 0
for last in "$@"; do :; done
exec "{python}" -m venv --without-pip "$last"
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and links of POSIX")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder with the launcher, two empty locks and a program that shows how it was called."""
    shutil.copy(ROOT / "counter", tmp_path)
    (tmp_path / "requirements.lock").write_text("# nothing\n")
    (tmp_path / "requirements-dev.lock").write_text("# nothing\n")
    (tmp_path / "counter_app").mkdir()
    (tmp_path / "counter_app" / "main.py").write_text(STAND_IN)
    return tmp_path


def environment(**more: str) -> dict[str, str]:
    """No uv, no index, and no say of the tests' own environment."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PIP_", "UV_", "COUNTER_", "PYTHON"))}
    return kept | {"PATH": "/usr/bin:/bin", "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull} | more


def counter(house: Path, *args: str, cwd: Path | None = None, path: str = "") -> subprocess.CompletedProcess[str]:
    line, env = [sys.executable, str(house / "counter"), *args], environment()
    env["PATH"] = path + env["PATH"]
    return subprocess.run(line, cwd=cwd or house, env=env, capture_output=True, text=True, timeout=120)


def quick_uv(folder: Path) -> str:
    """A stand-in for uv; returns what to put before PATH."""
    (folder / "bin").mkdir()
    (folder / "bin" / "uv").write_text(UV.format(python=sys.executable))
    (folder / "bin" / "uv").chmod(0o755)
    return f"{folder / 'bin'}:"


def load(house: Path) -> ModuleType:
    """The launcher as a module, to ask its functions one by one."""
    loader = SourceFileLoader(f"launcher_in_{house.name}", str(house / "counter"))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    was, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = was
    return module


def pretend_set_up(house: Path, launcher: ModuleType, lock: str) -> Path:
    """An environment as a finished set-up leaves it, with one package in it. Returns the package."""
    package = house / ".venv" / "lib" / f"python{launcher.VERSION}" / "site-packages" / "somepackage"
    package.mkdir(parents=True)
    launcher.PYTHON.parent.mkdir()
    launcher.PYTHON.symlink_to(sys.executable)
    stamp = {"made_from": launcher.fingerprint(lock), "installed": sorted(launcher.installed())}
    launcher.STAMP.write_text(json.dumps(stamp))
    return package


def test_first_use_sets_up_and_what_was_interrupted_is_repaired(house: Path, tmp_path: Path) -> None:
    elsewhere, path = tmp_path / "elsewhere", quick_uv(tmp_path)
    elsewhere.mkdir()
    first = counter(house, "central", "--port", "7", cwd=elsewhere, path=path)
    assert first.returncode == 7, first.stderr
    assert "Setting up" in first.stderr
    assert first.stdout == f"['central', '--port', '7'] {elsewhere}\n"

    second = counter(house, "central", "0", cwd=elsewhere, path=path)
    assert (second.returncode, second.stderr) == (0, "")

    (house / ".venv" / "counter-stamp.json").unlink()  # as after an interruption: it is written last
    (house / ".venv" / "bin" / "python").unlink()
    third = counter(house, "central", "0", path=path)
    assert third.returncode == 0, third.stderr
    assert "Setting up" in third.stderr


@pytest.mark.long
def test_first_use_with_what_comes_with_python(house: Path) -> None:
    first = counter(house, "central", "0")
    assert first.returncode == 0, first.stderr
    assert list((house / ".venv" / "bin").glob("pip*"))
    assert counter(house, "central", "0").stderr == ""


def test_the_program_gets_the_signals_itself(house: Path) -> None:
    launcher = load(house)
    pretend_set_up(house, launcher, launcher.RUNTIME)
    line = [sys.executable, str(house / "counter"), "central", "wait"]
    with subprocess.Popen(line, env=environment(), stdout=subprocess.PIPE, text=True) as running:
        try:
            assert running.stdout is not None
            assert running.stdout.readline().startswith("['central', 'wait']")
            assert int(running.stdout.readline()) == running.pid
            running.send_signal(signal.SIGTERM)
            assert running.wait(timeout=10) == -signal.SIGTERM
        finally:
            running.kill()


def test_a_finished_set_up_is_taken_as_it_is(house: Path) -> None:
    launcher = load(house)
    assert not launcher.is_set_up(launcher.RUNTIME)
    pretend_set_up(house, launcher, launcher.RUNTIME)
    assert launcher.is_set_up(launcher.RUNTIME)
    assert not launcher.is_set_up(launcher.TOOLS)


def test_tools_hold_the_program_s_needs_too(house: Path) -> None:
    launcher = load(house)
    pretend_set_up(house, launcher, launcher.TOOLS)
    assert launcher.is_set_up(launcher.RUNTIME)
    assert launcher.is_set_up(launcher.TOOLS)


@pytest.mark.parametrize("damage", ["stamp gone", "stamp cut", "lock changed", "python gone", "package gone"])
def test_damage_is_noticed(house: Path, damage: str) -> None:
    launcher = load(house)
    package = pretend_set_up(house, launcher, launcher.RUNTIME)
    if damage == "stamp gone":
        launcher.STAMP.unlink()
    elif damage == "stamp cut":
        launcher.STAMP.write_text(launcher.STAMP.read_text()[:40])
    elif damage == "lock changed":
        (house / "requirements.lock").write_text("# another\n")
    elif damage == "python gone":
        launcher.PYTHON.unlink()
        launcher.PYTHON.symlink_to(house / "an-older-python")
    else:
        package.rmdir()
    assert not launcher.is_set_up(launcher.RUNTIME)


def test_another_python_makes_its_own_environment(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    launcher = load(house)
    pretend_set_up(house, launcher, launcher.RUNTIME)
    monkeypatch.setattr(launcher, "VERSION", "3.99")
    assert not launcher.is_set_up(launcher.RUNTIME)


def test_an_unsupported_python_is_told_which_ones_are(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    launcher = load(house)
    monkeypatch.setattr(launcher.sys, "version_info", (3, 10, 4))
    monkeypatch.setenv("PATH", str(house))
    with pytest.raises(SystemExit, match=r"3\.11, 3\.12, 3\.13 or 3\.14"):
        launcher.require_supported_python(["demo"])


def test_a_folder_that_is_no_environment_is_never_emptied(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    launcher = load(house)
    papers = house / "papers"
    papers.mkdir()
    (papers / "letter.txt").write_text("keep me")
    monkeypatch.setattr(launcher, "VENV", papers)
    with pytest.raises(SystemExit, match="Nothing was changed"):
        launcher.clear_venv()
    assert (papers / "letter.txt").read_text() == "keep me"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian's packages")
def test_who_may_not_install_gets_the_line_to_type(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    launcher = load(house)
    monkeypatch.setattr(launcher.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(launcher.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(launcher, "apt_name", lambda names: names[-1])
    with pytest.raises(SystemExit) as said:
        launcher.provide_system_packages([("libgl1",), ("libglib2.0-0t64", "libglib2.0-0")])
    assert str(said.value).endswith(
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libgl1 libglib2.0-0"
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian's packages")
def test_only_what_a_command_needs_is_asked_for(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    launcher = load(house)
    monkeypatch.setattr(launcher, "loads", lambda library: False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")

    def asked(command: str, *args: str) -> set[str]:
        return {names[-1] for names in launcher.missing_packages(command, args, making_venv=False)}

    assert asked("central") == set()
    assert asked("verify") == set()
    assert {"libgl1", "libglib2.0-0"} <= asked("self-test")
    assert "libxcb-cursor0" in asked("run")
    assert "libxcb-cursor0" not in asked("demo", "--headless", "out")
    monkeypatch.delenv("DISPLAY")
    assert "libxcb-cursor0" not in asked("run")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian's packages")
@pytest.mark.parametrize(("user", "there", "asked"), [(0, (), True), (0, ("cc",), False), (1000, (), False)])
def test_a_compiler_is_brought_for_the_tests_only_where_that_asks_nobody(
    house: Path, monkeypatch: pytest.MonkeyPatch, user: int, there: tuple[str, ...], asked: bool
) -> None:
    launcher = load(house)
    monkeypatch.setattr(launcher, "loads", lambda library: True)
    monkeypatch.setattr(launcher.os, "geteuid", lambda: user)
    found = ("apt-get", "objdump", "uv", *there)
    monkeypatch.setattr(launcher.shutil, "which", lambda name: f"/usr/bin/{name}" if name in found else None)
    missing = launcher.missing_packages("test", (), making_venv=False)
    assert (("gcc",) in missing, ("libc6-dev",) in missing) == (asked, asked)
    assert launcher.missing_packages("run", (), making_venv=False) == []


def test_the_tests_from_outside_are_provided_for_but_never_demanded(
    house: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    launcher = load(house)
    lines: list[str] = []
    monkeypatch.setattr(launcher, "loads", lambda library: True)
    monkeypatch.setattr(launcher.shutil, "which", lambda name: None if name == "xdotool" else f"/usr/bin/{name}")
    monkeypatch.setattr(launcher, "SYSTEM_PYTHON", str(house / "no-python"))
    monkeypatch.setattr(launcher, "apt_name", lambda names: names[-1])
    monkeypatch.setattr(launcher, "apt", lambda line: lines.append(line) or 0)
    missing = launcher.missing_for_outside()
    assert [names[-1] for names in missing] == ["xdotool", "at-spi2-core", "gir1.2-atspi-2.0", "python3-gi"]

    monkeypatch.setattr(launcher.os, "geteuid", lambda: 1000)
    launcher.provide_outside_driver(missing)
    assert lines == []
    assert "skipped" in capsys.readouterr().err

    monkeypatch.setattr(launcher.os, "geteuid", lambda: 0)
    launcher.provide_outside_driver(missing)
    assert lines[-1].split()[-4:] == ["xdotool", "at-spi2-core", "gir1.2-atspi-2.0", "python3-gi"]
    assert capsys.readouterr().err == ""


def test_an_unknown_command_names_the_known_ones(house: Path) -> None:
    told = counter(house, "nonsense")
    assert told.returncode == 2
    assert "installer" in told.stderr
    assert counter(house).returncode == 0
    assert not (house / ".venv").exists()
