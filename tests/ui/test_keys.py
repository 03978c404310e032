"""The wedge filter with real key events: scans are told, typing arrives, commands go nowhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counter_app import limits
from counter_app.ports import RawScan
from ui.entries import field
from ui.frame import ScanBox
from ui.keys import WedgeFilter
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import lay

NO_MODS = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


class Bench:
    """A window with a scan box, a field and a table, and the filter on a clock that the test moves."""

    def __init__(self, qtbot: QtBot, qapp: QApplication) -> None:
        self.app = qapp
        self.root = QWidget()
        self.scan_box, self.note = ScanBox(), field("Note")
        self.table = RowTable(RowsModel((Column("name", "Name"),), Rows([{"id": 1, "name": "A"}])), "Rows")
        lay(QVBoxLayout(self.root), self.scan_box, self.note, self.table)
        qtbot.addWidget(self.root)
        self.root.show()
        self.root.activateWindow()
        qtbot.waitUntil(lambda: qapp.activeWindow() is self.root, timeout=2_000)
        self.clock = Clock()
        self.filter = WedgeFilter(qapp, self.scan_box, clock=self.clock)
        self.scans: list[RawScan] = []
        self.filter.scanned.connect(self.scans.append)

    def press(
        self, target: QObject, text: str, gap_ms: float, code: int = 0, mods: Qt.KeyboardModifier = NO_MODS
    ) -> None:
        self.clock.now += gap_ms
        made = code or Qt.Key(ord(text.upper()))
        QTest.sendKeyEvent(QTest.KeyAction.Click, target, Qt.Key(made), text, mods)  # type: ignore[call-overload]

    def burst(self, target: QObject, text: str, gap_ms: float = 10, enter: bool = True) -> None:
        for char in text:
            self.press(target, char, gap_ms)
        if enter:
            self.press(target, "\r", gap_ms, Qt.Key.Key_Return)

    def silence(self, ms: float = 200) -> None:
        self.clock.now += ms
        self.filter._carry_out(self.filter._machine.tick(self.clock.now))


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Iterator[Bench]:
    made = Bench(qtbot, qapp)
    yield made
    made.filter.remove()


def texts(bench: Bench) -> list[str]:
    return [scan.text for scan in bench.scans]


def test_a_burst_is_one_scan_and_types_nothing(bench: Bench) -> None:
    bench.note.edit.setFocus()
    bench.burst(bench.note.edit, "1Z999AA10123456784")
    bench.silence()
    assert texts(bench) == ["1Z999AA10123456784"]
    assert bench.scans[0].data == b"1Z999AA10123456784"
    assert bench.scans[0].source == "wedge"
    assert bench.note.text() == ""


def test_equal_digits_that_wait_in_the_queue_are_all_of_the_scan(bench: Bench) -> None:
    """So Qt gives them on X11 when the window was busy: release and press of the same key are called a repeat."""
    bench.note.edit.setFocus()
    before = ""
    for char in "1Z99988833\r":
        bench.clock.now += 4
        code = Qt.Key.Key_Return if char == "\r" else Qt.Key(ord(char))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            bench.app.sendEvent(bench.note.edit, QKeyEvent(kind, code, NO_MODS, char, char == before))
        before = char
    bench.silence()
    assert texts(bench) == ["1Z99988833"]
    assert bench.note.text() == ""


def test_slow_typing_arrives_letter_by_letter(bench: Bench) -> None:
    bench.note.edit.setFocus()
    for char in "ana maria":
        bench.press(bench.note.edit, char, 90)
    bench.silence()
    assert bench.note.text() == "ana maria"
    assert texts(bench) == []


def test_a_quick_roll_is_given_back_in_order(bench: Bench) -> None:
    bench.note.edit.setFocus()
    for char, gap in (("t", 100), ("h", 20), ("e", 25), ("n", 140)):
        bench.press(bench.note.edit, char, gap)
    bench.silence()
    assert bench.note.text() == "then"


def test_the_timer_alone_gives_a_held_letter_back(bench: Bench, qtbot: QtBot) -> None:
    bench.note.edit.setFocus()
    bench.press(bench.note.edit, "x", 100)
    assert bench.note.text() == ""
    bench.clock.now += 36
    qtbot.waitUntil(lambda: bench.note.text() == "x", timeout=2_000)


def test_a_scan_never_presses_a_default_button(bench: Bench, qtbot: QtBot) -> None:
    dialog = QDialog(bench.root)
    qtbot.addWidget(dialog)
    pressed: list[int] = []
    ok = QPushButton("OK")
    ok.setDefault(True)
    ok.clicked.connect(lambda: pressed.append(1))
    lay(QVBoxLayout(dialog), ok)
    dialog.show()
    bench.burst(dialog, "9400111899223197428490")
    bench.silence()
    assert pressed == []
    assert dialog.isVisible()
    assert texts(bench) == ["9400111899223197428490"]
    bench.press(dialog, "\r", 500, Qt.Key.Key_Return)
    assert pressed == [1]


def test_t13_commands_in_a_burst_do_nothing_and_alone_they_work(bench: Bench, qtbot: QtBot) -> None:
    done: list[str] = []
    for chord in ("F4", "Ctrl+W"):
        QShortcut(QKeySequence(chord), bench.root).activated.connect(lambda chord=chord: done.append(chord))
    box = bench.scan_box
    box.setFocus()
    bench.press(box, "", 500, Qt.Key.Key_F4)
    bench.burst(box, "1Z999", enter=False)
    bench.press(box, "\x17", 10, Qt.Key.Key_W, CTRL)
    bench.burst(box, "AA1012")
    bench.silence()
    assert done == []
    assert bench.root.isVisible()
    assert texts(bench) == ["1Z999AA1012"]
    bench.silence(500)
    bench.press(box, "", 500, Qt.Key.Key_F4)
    assert done == []
    bench.silence(40)
    bench.press(box, "\x17", 500, Qt.Key.Key_W, CTRL)
    bench.silence(40)
    assert done == ["F4", "Ctrl+W"]


def test_stray_letters_go_to_the_scan_box(bench: Bench) -> None:
    bench.table.setFocus()
    for char in "okafor":
        bench.press(bench.table, char, 90)
    bench.silence()
    assert bench.scan_box.text() == "okafor"
    assert bench.root.focusWidget() is bench.scan_box


def test_arrows_and_space_stay_where_they_are(bench: Bench) -> None:
    bench.table.setFocus()
    bench.press(bench.table, "", 90, Qt.Key.Key_Down)
    bench.press(bench.table, " ", 90, Qt.Key.Key_Space)
    bench.silence()
    assert bench.scan_box.text() == ""
    assert bench.root.focusWidget() is bench.table


def test_an_aim_identifier_becomes_the_symbology(bench: Bench) -> None:
    bench.burst(bench.scan_box, "]C1420941")
    assert [(scan.text, scan.symbology) for scan in bench.scans] == [("420941", "gs1-128")]


def test_t12_an_overlong_scan_is_announced_once(bench: Bench, qtbot: QtBot) -> None:
    told: list[int] = []
    bench.filter.overlong.connect(lambda: told.append(1))
    bench.burst(bench.scan_box, "7" * (limits.WEDGE_SCAN_MAX_CHARS + 50))
    bench.silence()
    assert told == [1]
    assert texts(bench) == []
    assert bench.scan_box.text() == ""


def test_the_keys_own_timestamps_decide_when_the_loop_was_late(bench: Bench, qtbot: QtBot) -> None:
    bench.note.edit.setFocus()
    for n, char in enumerate("ABC123456"):
        # All arrive in one moment of our clock, yet were typed 100 ms apart.
        event = QKeyEvent(QEvent.Type.KeyPress, ord(char), NO_MODS, char)
        event.setTimestamp(5_000 + 100 * n)
        bench.app.sendEvent(bench.note.edit, event)
    qtbot.waitUntil(lambda: bench.note.text() == "ABC123456", timeout=2_000)
    assert texts(bench) == []
