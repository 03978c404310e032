"""One folder is the home, and no name from outside leads out of it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.errors import StoreError
from counter_app.paths import Home, inside

OUTSIDE = [
    *("", ".", "..", "/", "//", "./", "../", "a/..", "a/../..", "../a", "../../etc/passwd", "a/../../b"),
    *("/etc/passwd", "//server/share", "/", "a//b", "a/", "/a", "./a", "a/./b", "~/../..", "a/..", ".. ", " .."),
    *("..\\a", "a\\..\\..\\b", "\\\\server\\share", "C:\\Windows", "C:a", "c:", "a:b", "a.txt:stream", "a::$DATA"),
    *("a\x00b", "\x00", "a\nb", "a\rb", "a\x1bb", "a\x7fb", "a\u202eb", "a\u200bb", "\ufeffa", "a\ud800"),
    *(" a", "a ", "a.", "a..", "a/b.", "a./b", "...", "a /b", "a/ b"),
    *(
        "CON",
        "con",
        "con.txt",
        "NUL",
        "nul.tar.gz",
        "AUX",
        "PRN",
        "COM1",
        "com9.log",
        "LPT1",
        "a/NUL",
        "COM¹",
        "NUL .x",
    ),
    *("a*", "a?", 'a"', "a<b", "a>b", "a|b", "x" * 201),
]
INSIDE = [
    "a",
    "a.b",
    "a/b",
    "a/b/c.txt",
    "console",
    "nullable.txt",
    "COM",
    "COM10",
    "..a",
    "a..b",
    ".hidden",
    "Ünïcode",
]
INSIDE += ["a b", "x" * 200, "e\u0301", "~", "~a", "%2e%2e", "-rf", "$HOME", "`a`", "a;b", "a&b", "陈"]


@pytest.mark.parametrize("name", OUTSIDE, ids=range(len(OUTSIDE)))
def test_t7_a_name_that_leads_out_or_only_one_system_takes_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match=r"^path\.outside$"):
        inside(tmp_path, name)


@pytest.mark.parametrize("name", INSIDE)
def test_t7_an_honest_name_stays_below_its_root(tmp_path: Path, name: str) -> None:
    path = inside(tmp_path, name)
    assert path.is_relative_to(tmp_path.resolve())
    assert path == tmp_path.resolve() / name


def test_t7_the_table_is_as_long_as_was_asked_for() -> None:
    assert len(OUTSIDE) + len(INSIDE) >= 60


def test_t7_a_link_that_leads_out_is_refused_and_one_that_stays_is_not(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "secret").write_text("x")
    (root / "kept").write_text("y")
    (root / "out").symlink_to(tmp_path / "secret")
    (root / "up").symlink_to(tmp_path)
    (root / "stays").symlink_to(root / "kept")
    (root / "itself").symlink_to(root)
    for name in ("out", "up", "up/secret", "itself", "itself/up/secret"):
        with pytest.raises(StoreError):
            inside(root, name)
    assert inside(root, "stays").read_text() == "y"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(name=st.text(alphabet=st.sampled_from("./\\:~ ab\x00C"), max_size=12) | st.text(max_size=20))
def test_t7_no_name_at_all_leads_out(tmp_path: Path, name: str) -> None:
    with suppress(StoreError):
        assert tmp_path.resolve() in inside(tmp_path, name).parents


def test_a_home_is_made_for_its_owner_only_and_twice_without_harm(tmp_path: Path) -> None:
    home = Home(tmp_path / "deep" / "home")
    home.make()
    (home.blobs / "kept").write_bytes(b"x")
    home.make()
    assert (home.blobs / "kept").read_bytes() == b"x"
    if os.name == "posix":
        for folder in (home.root, home.blobs, home.scratch, home.log.parent):
            assert folder.stat().st_mode & 0o777 == 0o700
    for path in (home.store, home.keys, home.key_file, home.config, home.log, home.lock):
        assert path.is_relative_to(home.root)
    assert list(home.scratch.iterdir()) == []


def test_a_home_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match=r"^store\.folder_not_writable$"):
        Home(tmp_path / "file").make()
