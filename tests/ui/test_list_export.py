"""A list as a file, through the window: who may, where to, how far, and what is said when it cannot be (T3)."""

from __future__ import annotations

import csv
import errno
import os
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from counter_app.desk import csv_file, export, receiving
from counter_app.desk.receiving import Arrival
from ui.notices import AskBar
from ui.sentences import sentence


@pytest.fixture
def shop(bench: Any) -> Any:
    bench.counter.account("a1", "214", "Amara Okafor")
    bench.counter.account("a2", "331", "=1+1")
    bench.sign_in(4)
    receiving.receive(bench.counter.desk, bench.doing.actor, Arrival("a1", "Amara Okafor", shelf="A-1"))
    return bench


def page_of(bench: Any, key: str) -> Any:
    bench.window.go(key)
    bench.settle()
    return bench.window.pages[key]


def choose(bench: Any, page: Any, path: Path) -> None:
    """The clerk names the file and presses Save; then until the list is written or refused."""
    bench.settle()
    dialog = page.export.dialog
    assert isinstance(dialog, QFileDialog)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog), "no system's window in a test"
    ended: list[int] = []
    page.export.finished.connect(ended.append)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    for _ in range(100):
        bench.settle()
        if ended:
            break
    assert len(ended) == 1


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_customers_become_a_file_and_it_is_said(shop: Any, tmp_path: Path) -> None:
    page = page_of(shop, "customers")
    page.export.customers()
    shop.settle()
    name = Path(page.export.dialog.selectedFiles()[0]).name
    assert name == "customers-2026-11-02.csv", "no customer names a file (T7)"
    choose(shop, page, tmp_path / name)
    assert [row[1] for row in rows(tmp_path / name)] == ["Holder", "Amara Okafor", "'=1+1"]
    assert name in shop.window.toasts.text()
    assert "2 row" in shop.window.toasts.text()
    assert page.export.dialog is None
    assert page.export.progress is None


@pytest.mark.parametrize(("answer", "count"), [("on_shelf", 1), ("today", 1), ("month", 1)])
def test_today_asks_which_pieces_first(shop: Any, tmp_path: Path, answer: str, count: int) -> None:
    page = page_of(shop, "today")
    page.export.pieces()
    bar = page.findChild(AskBar)
    assert bar is not None
    assert bar.isVisible()
    bar._answer(answer)
    choose(shop, page, tmp_path / "x.csv")
    assert len(rows(tmp_path / "x.csv")) == count + 1


def test_who_leaves_the_question_gets_no_dialog(shop: Any) -> None:
    page = page_of(shop, "today")
    page.export.pieces()
    page.findChild(AskBar)._answer("")
    shop.settle()
    assert page.export.dialog is None


def test_below_a_manager_nobody_is_asked_for_a_file(bench: Any) -> None:
    bench.counter.account("a1", "214", "Amara Okafor")
    bench.sign_in(3)
    page = page_of(bench, "customers")
    page.export.customers()
    bench.settle()
    assert page.export.dialog is None
    assert bench.window.toasts.text() == sentence("rights.level_too_low", {"least_level": 4, "level": 3})


def test_the_lock_closes_the_dialog(shop: Any) -> None:
    page = page_of(shop, "customers")
    page.export.customers()
    shop.settle()
    assert page.export.dialog is not None
    shop.window.lock()
    shop.settle()
    assert page.export.dialog is None


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "export.disk_full"), (errno.EACCES, "export.not_allowed")])
def test_a_disk_that_cannot_is_said_and_leaves_what_was_there(
    shop: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"as it was")

    def fails(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    page = page_of(shop, "customers")
    page.export.customers()
    monkeypatch.setattr(csv_file.os, "fsync", fails)
    choose(shop, page, path)
    assert shop.window.toasts.text() == sentence(code, {"file": "list.csv"})
    assert path.read_bytes() == b"as it was"
    assert [one.name for one in tmp_path.glob("*.part")] + [one.name for one in tmp_path.glob(".*")] == []
    page.export.customers()
    shop.settle()
    assert page.export.dialog is not None, "and it can be tried again"
    page.export.dialog.reject()


def test_a_long_list_shows_how_far_it_is_and_can_be_stopped(
    shop: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    go_on = threading.Event()
    real = export._customers

    def slow(*args: Any) -> Any:
        for row in real(*args):
            assert go_on.wait(20)
            yield row

    monkeypatch.setattr(export, "_customers", slow)
    monkeypatch.setattr(csv_file, "LOOK_EVERY", 1)
    page = page_of(shop, "customers")
    page.export.customers()
    shop.settle()
    ended: list[int] = []
    page.export.finished.connect(ended.append)
    page.export.dialog.fileSelected.emit(str(tmp_path / "long.csv"))
    page.export.dialog.close()
    assert page.export.progress is None, "not before 300 ms"
    qtbot.waitUntil(lambda: page.export.progress is not None, timeout=5_000)
    page.export.customers()
    shop.settle()
    assert page.export.dialog is None, "one list at a time"
    page.export.stop()
    go_on.set()
    qtbot.waitUntil(lambda: bool(ended), timeout=5_000)
    assert ended == [-1]
    assert page.export.progress is None
    assert list(tmp_path.glob("*.csv")) == []
