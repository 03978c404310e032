"""T3: whatever stands in a list, no cell of its file is a formula; and the file is there whole or not at all."""

from __future__ import annotations

import csv
import errno
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.desk import export
from counter_app.desk.csv_file import Cell, cell, inert, save
from counter_app.domain.text import clean
from counter_app.errors import CounterError
from tests.counter_acts import piece, refusal
from tests.security.hostile_strings import all_strings

ORDERS = "=+-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212"
any_text = st.one_of(
    st.text(st.characters(), max_size=80),  # half surrogates too
    st.text(alphabet=f"{ORDERS}\t\r\n\0 \ufeff\u00a0\u3000\u200b\"',;aé1", max_size=12),
)


def is_inert(text: str) -> bool:
    """What a spreadsheet would look at, written a second time and not taken from the program."""
    if text[:1] in ("\t", "\r", "\n", "\0"):
        return False
    bare = "".join(text).strip(" \t\r\n\0\v\f\ufeff\u200b\u200c\u200d\u00a0\u3000\u2003\u2028\u2029\u0085")
    return bare[:1] not in tuple(ORDERS) or not bare


def read(path: Path) -> list[list[str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


@given(any_text)
@settings(max_examples=400, deadline=None)
def test_t3_no_text_is_a_formula_raw_or_cleaned(text: str) -> None:
    assert is_inert(inert(text))
    made = cell(text)
    assert isinstance(made, str)
    assert is_inert(made)
    assert made.removeprefix("'") in (clean(text, 4_000).text, clean(text, 4_000).text.removeprefix("'"))


@given(st.lists(st.lists(st.one_of(any_text, st.integers(-(2**53), 2**53)), min_size=3, max_size=3), max_size=8))
@settings(max_examples=60, deadline=None)
def test_t3_what_is_read_back_is_what_was_written_and_only_numbers_are_bare(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[Cell]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "property.csv"
    assert save(path, ("a", "b", "c"), rows) == len(rows)
    head, *found = read(path)
    assert head == ["a", "b", "c"]
    assert found == [[str(cell(value)) for value in row] for row in rows]
    with path.open(encoding="utf-8-sig", newline="") as file:
        typed = list(csv.reader(file, quoting=csv.QUOTE_NONNUMERIC))[1:]
    assert [[type(value) for value in row] for row in typed] == [
        [float if isinstance(value, int) else str for value in row] for row in rows
    ]
    assert path.read_bytes().count(b"\r\n") == path.read_bytes().count(b"\n") == len(rows) + 1


def test_t3_a_negative_number_stays_a_number_and_the_same_as_text_does_not(tmp_path: Path) -> None:
    save(tmp_path / "a.csv", ("n", "t"), [(-5, "-5")])
    assert (tmp_path / "a.csv").read_bytes().split(b"\r\n")[1] == b'-5,"\'-5"'


def test_t3_all_hostile_strings_leave_inert(tmp_path: Path, tally: Any) -> None:
    tally.path("exports")
    rows = [(kind, text, len(text)) for kind, text in all_strings()]
    path = tmp_path / "all.csv"
    assert save(path, ("class", "text", "length"), rows) == len(rows)
    found = read(path)[1:]
    assert len(found) == len(rows)
    for (kind, text, _), (_, shown, number) in zip(rows, found, strict=True):
        assert is_inert(shown)
        assert shown.isprintable() or not text.isprintable()
        assert not {"\r", "\n", "\0", "\t", "\x1b"} & set(shown)
        assert number.isdigit()
        tally.add(kind)


# ---------------------------------------------------------------- the lists


@pytest.fixture
def shop(counter: Any) -> Any:
    counter.account(
        "a1", "101", "=cmd|x!A0", names=[{"text": "Ann Lee"}, {"text": "@Sum Ltd"}], phone="+1 518 555 0100"
    )
    counter.account("b1", "102", "Bob Stone", email="bob@example.org", state="on_hold")
    counter.clerk_actor = counter.clerk(4)
    piece(counter, counter.clerk_actor, weight_g=250, tracking="1Z999AA10123456784", shelf="A-1", carrier="ups")
    return counter


def test_customers_and_pieces_as_files(shop: Any, tmp_path: Path) -> None:
    desk, clerk = shop.desk, shop.clerk_actor
    seen: list[int] = []
    path = tmp_path / "customers.csv"
    assert export.count(desk, clerk, "customers") == export.save(desk, clerk, "customers", path, told=seen.append) == 2
    rows = read(path)
    assert rows[1] == ["101", "'=cmd|x!A0", "active", "Ann Lee, @Sum Ltd", "", "", "'+1 518 555 0100", "", "", "1"]
    assert rows[2][:3] == ["102", "Bob Stone", "on_hold"]
    assert seen == [0, 2]
    assert export.save(desk, clerk, "on_shelf", tmp_path / "shelf.csv") == 1
    (row,) = read(tmp_path / "shelf.csv")[1:]
    assert row[1:9] == ["101", "Ann Lee", "received", "A-1", "package", "ups", "1Z999AA10123456784", "250"]
    assert row[9:] == ["2026-11-02", "2026-11-02 10:00"]


@pytest.mark.parametrize(
    ("first", "last", "rows"),
    [("2026-11-02", "2026-11-02", 1), ("2026-11-01", "2026-11-01", 0), ("2026-11-03", "2026-12-31", 0)],
)
def test_a_range_of_days_is_the_stores_own_days(shop: Any, tmp_path: Path, first: str, last: str, rows: int) -> None:
    desk, clerk = shop.desk, shop.clerk_actor
    assert export.count(desk, clerk, "received", first, last) == rows
    assert export.save(desk, clerk, "received", tmp_path / "x.csv", first, last) == rows


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2026-11-03", "2026-11-02"),
        ("", ""),
        ("yesterday", "today"),
        ("9999-12-31", "9999-12-31"),
        ("' OR 1", "\ud800"),
    ],
)
def test_a_range_that_makes_no_sense_writes_nothing(shop: Any, tmp_path: Path, first: str, last: str) -> None:
    error = refusal(export.save, shop.desk, shop.clerk_actor, "received", tmp_path / "x.csv", first, last)
    assert error.code == "export.range_wrong"
    assert list(tmp_path.glob("*.csv")) == []


def test_stopped_the_old_file_stands_and_nothing_else_is_left(shop: Any, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    path = folder / "customers.csv"
    path.write_bytes(b"as it was")
    assert export.save(shop.desk, shop.clerk_actor, "customers", path, stopped=lambda: True) == -1
    assert path.read_bytes() == b"as it was"
    assert [one.name for one in folder.iterdir()] == ["customers.csv"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "export.disk_full"),
        (errno.EDQUOT, "export.disk_full"),
        (errno.EACCES, "export.not_allowed"),
        (errno.EROFS, "export.not_allowed"),
        (errno.ENOENT, "export.no_folder"),
        (errno.EIO, "export.not_written"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_disk_that_cannot_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str, call: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"as it was")

    def fails(*_args: Any, **_named: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path if call == "replace" else os, call, fails)
    error = refusal(save, path, ("a",), [("x",)])
    assert (error.code, error.facts) == (code, {"file": "list.csv"})
    assert path.read_bytes() == b"as it was"
    assert [one.name for one in tmp_path.iterdir()] == ["list.csv"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full is Linux's")
def test_a_real_full_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    handle = os.open("/dev/full", os.O_WRONLY)
    monkeypatch.setattr("tempfile.mkstemp", lambda **_named: (handle, str(tmp_path / "part")))
    assert refusal(save, tmp_path / "list.csv", ("a",), [("x" * 3_000,)] * 50).code == "export.disk_full"
    assert not (tmp_path / "list.csv").exists()


def test_no_folder_and_no_name_are_said(shop: Any, tmp_path: Path) -> None:
    desk, clerk = shop.desk, shop.clerk_actor
    assert refusal(export.save, desk, clerk, "customers", tmp_path / "gone" / "x.csv").code == "export.no_folder"
    assert refusal(export.save, desk, clerk, "customers", tmp_path).code == "export.no_file"
    with pytest.raises(CounterError):
        export.save(desk, clerk, "customers", Path())


def test_rows_that_break_off_leave_no_file(tmp_path: Path) -> None:
    def rows() -> Any:
        yield ("one",)
        raise RuntimeError("the store is gone")

    with pytest.raises(RuntimeError):
        save(tmp_path / "list.csv", ("a",), rows())
    assert list(tmp_path.iterdir()) == []
