"""What must not stand in a published file, and under which licences our dependencies come."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SKIPPED = {".git", ".venv", "__pycache__", "build", "dist", "out", ".hypothesis", "node_modules"}
SKIPPED_ENDS = {
    ".lock",
    ".png",
    ".jpg",
    ".ttf",
    ".woff2",
    ".wav",
    ".qm",
    ".db",
    ".gz",
    ".pyc",
    ".ico",
    ".icns",
    ".pdf",
}

# Written in pieces, so that this file does not hold what it looks for.
MACHINE_PATHS = (
    "/wo" + "rk/",
    "/tm" + "p/venv",
    "/tm" + "p/wt",
    "/ro" + "ot/",
    "/ho" + "me/runner",
    "C:\\Us" + "ers\\",
)
REGISTRY_HOSTS = (
    *("py" + "pi.org", "files.python" + "hosted.org", "registry.np" + "mjs.org", "deb.deb" + "ian.org"),
    *("security.deb" + "ian.org", "index.cra" + "tes.io", "proxy.go" + "lang.org", "rubyg" + "ems.org"),
)
NEEDLES = MACHINE_PATHS + REGISTRY_HOSTS

LESSER_ALLOWED = {"pyside6-essentials", "shiboken6"}
"""Qt for Python: LGPL-3.0, linked dynamically in a folder the user may change (docs say how)."""

STRONG = re.compile(r"\b(?:A?GPL|GNU (?:Affero )?General Public)", re.IGNORECASE)
LESSER = re.compile(r"\bLGPL|GNU Lesser|Library General Public", re.IGNORECASE)


def forbidden_words(text: str) -> list[str]:
    """Machine paths and registry hosts in a text."""
    lower = text.lower()
    return [needle for needle in NEEDLES if needle.lower() in lower]


def published_files(root: Path) -> Iterator[Path]:
    """Text files that git has or would take; without git, everything that is not plainly made by a tool."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-co", "--exclude-standard", "-z"],
            cwd=root,
            capture_output=True,
            check=True,
            timeout=30,
        ).stdout.decode()
        files = [root / name for name in listed.split("\0") if name]
    except (OSError, subprocess.SubprocessError):
        files = sorted(root.rglob("*"))
    for file in files:
        made = SKIPPED & set(file.relative_to(root).parts) or any(p.endswith("_cache") for p in file.parts)
        if file.is_file() and not made and file.suffix not in SKIPPED_ENDS and file.stat().st_size < 5_000_000:
            yield file


def licence_fault(name: str, licences: list[str]) -> str | None:
    """Why a dependency may not be shipped, or None. One free choice among those stated is enough."""
    for text in licences:
        choices = re.split(r"\bOR\b", text)
        strong = [bool(STRONG.search(LESSER.sub("", choice))) for choice in choices]
        if strong and all(strong):
            return f"{name}: {text}"
    if name not in LESSER_ALLOWED and any(LESSER.search(text) for text in licences):
        return f"{name}: {'; '.join(licences)}"
    return None


def licences_of(name: str) -> list[str]:
    about = metadata.metadata(name)
    classifiers = [c for c in about.get_all("Classifier", []) if c.startswith("License ::")]
    stated = [about.get("License-Expression") or about.get("License") or ""]
    # Some write their whole licence text there: its title is in the first lines.
    return [text[:200] for text in [*stated, " OR ".join(classifiers)] if text]


def runtime_names() -> list[str]:
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    return sorted({line.partition("==")[0] for line in lines if "==" in line})


def test_no_machine_path_and_no_registry_host_is_published() -> None:
    files = list(published_files(ROOT))
    assert len(files) > 20
    found = {
        str(f.relative_to(ROOT)): words for f in files if (words := forbidden_words(f.read_text("utf-8", "replace")))
    }
    assert found == {}


def test_no_runtime_dependency_binds_us_to_the_gpl() -> None:
    looked_at, found = 0, []
    for name in runtime_names():
        try:
            fault = licence_fault(name, licences_of(name))
        except metadata.PackageNotFoundError:
            continue  # for another system
        looked_at += 1
        found += [fault] if fault else []
    assert found == []
    assert looked_at > 30


@pytest.mark.parametrize("needle", NEEDLES)
def test_a_planted_word_is_caught(needle: str) -> None:
    assert forbidden_words(f"see {needle}x") == [needle]
    assert forbidden_words("a homely workplace; the roots of py. org") == []


@pytest.mark.parametrize(
    ("name", "licences", "allowed"),
    [
        ("a", ["MIT"], True),
        ("a", ["AGPL-3.0-only"], False),
        ("a", ["License :: OSI Approved :: GNU General Public License v3 (GPLv3)"], False),
        ("a", ["GPL-2.0-or-later OR MIT"], True),
        ("a", ["LGPL-3.0-only"], False),
        ("shiboken6", ["LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"], True),
        ("a", [], True),
    ],
)
def test_a_planted_licence_is_judged(name: str, licences: list[str], allowed: bool) -> None:
    assert (licence_fault(name, licences) is None) == allowed
