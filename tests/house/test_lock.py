"""The two locks: everything pinned and hashed, and no place on a network named."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
RUNTIME, TOOLS = "requirements.lock", "requirements-dev.lock"

PIN = re.compile(r"^(?P<name>[a-z0-9][a-z0-9-]*)==(?P<version>[^\s;]+)(?: ; [^\\]+?)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
UNWANTED = {"hid": "takes hidapi's module name", "pyside6": "brings the browser engine, 277 MB"}


def faults(lock: str) -> list[str]:
    """What in a lock's text is neither a pin with its hashes nor fit to be published."""
    found, hashes = [], 1
    for number, line in enumerate(lock.splitlines(), 1):
        if HASH.match(line):
            hashes += 1
        elif match := PIN.match(line):
            if hashes == 0:
                found.append(f"line {number}: the pin before it has no hash")
            if match["name"] in UNWANTED:
                found.append(f"line {number}: {match['name']} {UNWANTED[match['name']]}")
            hashes = 0
        else:
            found.append(f"line {number}: neither a pin nor a hash: {line[:60]}")
    return found + ([] if hashes else ["the last pin has no hash"])


def pins(lock: str) -> dict[str, set[Version]]:
    found: dict[str, set[Version]] = {}
    for match in map(PIN.match, lock.splitlines()):
        if match:
            found.setdefault(match["name"], set()).add(Version(match["version"]))
    return found


def unpinned(wanted: list[str], lock: str) -> list[str]:
    """Requirements that no pin of the lock fulfils."""
    have = pins(lock)
    requirements = map(Requirement, wanted)
    return [
        str(r)
        for r in requirements
        if not any(r.specifier.contains(v) for v in have.get(canonicalize_name(r.name), ()))
    ]


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


PROJECT = tomllib.loads(read("pyproject.toml"))


@pytest.mark.parametrize("name", [RUNTIME, TOOLS])
def test_a_lock_holds_only_hashed_pins(name: str) -> None:
    assert faults(read(name)) == []
    assert "http" not in read(name)
    assert "/" not in read(name)


def test_every_dependency_is_pinned_where_it_is_installed_from() -> None:
    runtime, tools = PROJECT["project"]["dependencies"], PROJECT["dependency-groups"]["dev"]
    assert unpinned(runtime, read(RUNTIME)) == []
    assert unpinned(runtime + tools, read(TOOLS)) == []


def test_both_locks_agree() -> None:
    runtime, tools = pins(read(RUNTIME)), pins(read(TOOLS))
    assert {name: tools.get(name) for name in runtime} == runtime
    assert "pyinstaller" in tools
    assert "pyinstaller" not in runtime


def test_planted_faults_are_caught() -> None:
    hashed = "    --hash=sha256:" + "0" * 64
    assert faults(f"a==1 \\\n{hashed}\n") == []
    assert faults(f"a==1 ; sys_platform == 'win32' \\\n{hashed} \\\n{hashed}\n") == []
    assert faults(f"a==1 \\\nb==2 \\\n{hashed}\n") == ["line 2: the pin before it has no hash"]
    assert faults("a==1 \\\n") == ["the last pin has no hash"]
    assert faults(f"a>=1 \\\n{hashed}\n") == ["line 1: neither a pin nor a hash: a>=1 \\"]
    assert len(faults("--index-url https" + f"://example.org/simple\na==1 \\\n{hashed}\n")) == 1
    assert len(faults(f"hid==1.0.9 \\\n{hashed}\n")) == 1
    assert unpinned(["a>=2"], f"a==1 \\\n{hashed}\n") == ["a>=2"]
    assert unpinned(["B_c>=2"], f"b-c==2.1 \\\n{hashed}\n") == []
    assert unpinned(["missing"], "") == ["missing"]
