"""Long lists read only what is in sight, keep the choice, and speak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.table import PAGE_ROWS, PAGES_KEPT, Column, Rows, RowsModel, RowTable

COLUMNS = (
    Column("name", "Customer", 0, "two_line"),
    Column("no", "Number", 120, "mono"),
    Column("state", "State", 120, "pill"),
)


class Counted:
    """A source of made-up rows that remembers which pages were asked for."""

    def __init__(self, count: int, first: int = 0) -> None:
        self.rows = count
        self.first = first
        self.asked: list[int] = []

    def count(self) -> int:
        return self.rows

    def page(self, offset: int, limit: int) -> Sequence[Mapping[str, Any]]:
        self.asked.append(offset)
        numbers = range(offset, min(offset + limit, self.rows))
        return [
            {
                "id": n + self.first,
                "name": f"Customer {n + self.first}",
                "name_note": f"PMB {n}",
                "no": "9" * 22,
                "state": "Ready",
            }
            for n in numbers
        ]


def table(qtbot: QtBot, source: Counted | Rows) -> RowTable:
    made = RowTable(RowsModel(COLUMNS, source), "Pieces")
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    QApplication.processEvents()
    return made


def test_only_the_pages_in_sight_are_read(qtbot: QtBot) -> None:
    source = Counted(100_000)
    made = table(qtbot, source)
    made.grab()
    assert set(source.asked) == {0}
    made.scrollTo(made.rows.index(60_000, 0))
    QApplication.processEvents()
    made.grab()
    assert set(source.asked) <= {0, 59_800, 60_000}
    assert len(source.asked) <= 3


def test_no_more_than_fifty_pages_are_kept() -> None:
    source = Counted(100_000)
    model = RowsModel(COLUMNS, source)
    for row in range(0, 100_000, PAGE_ROWS):
        model.row_at(row)
    assert len(model._pages) == PAGES_KEPT
    source.asked.clear()
    model.row_at(99_999)
    assert source.asked == []


def test_the_model_is_one_by_qts_own_rules(qtbot: QtBot) -> None:
    model = RowsModel(COLUMNS, Counted(450))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.set_source(Counted(10))
    model.reload()
    assert tester.model() is model


def test_refresh_keeps_the_chosen_row_by_its_id(qtbot: QtBot) -> None:
    source = Counted(1_000, first=0)
    made = table(qtbot, source)
    made.select_row(300)
    source.first = -7  # seven rows came in above
    source.rows += 7
    made.refresh()
    assert made.current_row()["id"] == 300
    assert made.currentIndex().row() == 307
    source.first = 5_000
    made.refresh()
    assert made.current_row() == {}


def test_cells_say_their_title(qtbot: QtBot) -> None:
    model = RowsModel(COLUMNS, Counted(3))
    spoken = model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Customer: Customer 1, PMB 1"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Number"


def test_enter_and_double_click_activate_the_row(qtbot: QtBot) -> None:
    made = table(qtbot, Counted(30))
    got: list[dict[str, Any]] = []
    made.activated_row.connect(got.append)
    made.select_row(4)
    QTest.keyClick(made, Qt.Key.Key_Return)
    QTest.keyClick(made, Qt.Key.Key_Down)
    QTest.keyClick(made, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert [row["id"] for row in got] == [4, 5]
    where = made.visualRect(made.rows.index(2, 1)).center()
    QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(made.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert got[-1]["id"] == 2


def test_an_empty_list_and_a_shrunk_source_do_no_harm(qtbot: QtBot) -> None:
    made = table(qtbot, Rows())
    QTest.keyClick(made, Qt.Key.Key_Return)
    made.grab()
    source = Counted(500)
    made.rows.set_source(source)
    source.rows = 3
    assert made.rows.row_at(450) == {}
    made.grab()
