"""Toast, question bar and frame: they speak, and never take the clerk's hands off the scan box."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.buttons import FilterBar, button
from ui.frame import PageHead, ScanBox, StatusBar
from ui.notices import Answer, AskBar, ToastHost, ask
from ui.rail import Rail, RailItem
from ui.signing import SignaturePad
from ui.widgets import lay


def shown(qtbot: QtBot, root: QWidget) -> QWidget:
    qtbot.addWidget(root)
    root.resize(900, 400)
    root.show()
    root.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is root, timeout=2_000)
    return root


def bench(qtbot: QtBot, duration_ms: int = 6_000) -> tuple[QWidget, ScanBox, PageHead, ToastHost]:
    root = QWidget()
    scan, head = ScanBox(), PageHead("Pickups", "38 waiting", button("New pickup"))
    lay(QVBoxLayout(root), scan, head, None)
    toasts = ToastHost(root, duration_ms)
    toasts.move_to(head.slot)
    shown(qtbot, root)
    scan.setFocus()
    return root, scan, head, toasts


def test_a_toast_never_takes_the_focus(qtbot: QtBot) -> None:
    root, scan, _head, toasts = bench(qtbot)
    undone: list[int] = []
    moves: list[object] = []
    QApplication.instance().focusChanged.connect(lambda before, now: moves.append(now))  # type: ignore[union-attr]
    toasts.show_toast("Handed to Amara Okafor", lambda: undone.append(1))
    QApplication.processEvents()
    assert root.focusWidget() is scan
    QTest.mouseClick(toasts.toast, Qt.MouseButton.LeftButton)
    assert root.focusWidget() is scan
    QTest.mouseClick(toasts.toast.undo, Qt.MouseButton.LeftButton)
    assert root.focusWidget() is scan
    assert undone == [1]
    assert toasts.text() == ""
    assert moves == []


def test_a_toast_lies_over_no_button_and_is_named(qtbot: QtBot) -> None:
    root, _scan, head, toasts = bench(qtbot)
    toasts.show_toast("A very long sentence about a piece " * 6, lambda: None)
    QApplication.processEvents()
    assert toasts.toast.accessibleName() == toasts.text()
    box = toasts.toast.rect().translated(toasts.toast.mapTo(root, toasts.toast.rect().topLeft()))
    others = [one for one in root.findChildren(QPushButton) if one is not toasts.toast.undo]
    assert others
    for one in others:
        assert not box.intersects(one.rect().translated(one.mapTo(root, one.rect().topLeft())))
    assert head.slot.isAncestorOf(toasts.toast)


def test_ctrl_z_in_the_scan_box_takes_the_last_act_back_once(qtbot: QtBot) -> None:
    _root, scan, _head, toasts = bench(qtbot)
    undone: list[str] = []
    toasts.show_toast("First", lambda: undone.append("first"))
    toasts.show_toast("Second", lambda: undone.append("second"))
    QTest.keyClick(scan, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(scan, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["second"]


def test_ctrl_z_while_typing_belongs_to_the_text(qtbot: QtBot) -> None:
    _root, scan, _head, toasts = bench(qtbot)
    undone: list[str] = []
    toasts.show_toast("Done", lambda: undone.append("act"))
    QTest.keyClicks(scan, "ab")
    QTest.keyClick(scan, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == []
    assert scan.text() == ""


def test_a_toast_goes_by_itself(qtbot: QtBot) -> None:
    _root, _scan, _head, toasts = bench(qtbot, duration_ms=20)
    toasts.show_toast("Gone soon", lambda: None)
    assert toasts.text() == "Gone soon"
    qtbot.waitUntil(lambda: toasts.text() == "", timeout=2_000)


def test_a_question_stands_in_the_page_and_gives_the_focus_back(qtbot: QtBot) -> None:
    root, scan, _head, _toasts = bench(qtbot)
    said: list[str] = []
    bar = ask(
        root,
        "Hand it out?",
        (Answer("no", "Keep"), Answer("yes", "Hand out", "danger", "Ctrl+H")),
        said.append,
    )
    QApplication.processEvents()
    assert bar.window() is root
    assert bar.isVisible()
    QTest.keyClick(root, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert said == ["yes"]
    assert root.focusWidget() is scan
    again = ask(root, "And now?", (Answer("ok", "Yes"),), said.append)
    assert again is bar
    QTest.keyClick(root, Qt.Key.Key_Escape)
    assert said == ["yes", ""]
    assert not bar.isVisible()
    assert len(root.findChildren(AskBar)) == 1


def test_the_scan_box_tells_what_is_typed_late_and_what_is_entered_at_once(qtbot: QtBot) -> None:
    _root, scan, _head, _toasts = bench(qtbot)
    entered: list[str] = []
    scan.entered.connect(entered.append)
    with qtbot.waitSignal(scan.typed, timeout=2_000) as heard:
        QTest.keyClicks(scan, "ama")
    assert heard.args == ["ama"]
    QTest.keyClick(scan, Qt.Key.Key_Return)
    assert entered == ["ama"]


def test_the_rail_answers_mouse_and_function_keys(qtbot: QtBot) -> None:
    rail = Rail("Shop", "Counter 1", (RailItem("a", "Today", "mail", "F1"), RailItem("b", "Receive", "package", "F2")))
    shown(qtbot, rail)
    heard: list[str] = []
    rail.current_changed.connect(heard.append)
    QTest.keyClick(rail, Qt.Key.Key_F2)
    assert heard == ["b"]
    assert rail.current() == "b"
    rail.set_count("a", 3)
    rail.set_current("a")
    assert heard == ["b"]
    assert rail._buttons["a"].accessibleName() == "Today, 3 waiting, F1"


def test_status_chips_change_in_place_and_can_be_pressed(qtbot: QtBot) -> None:
    bar = StatusBar()
    shown(qtbot, bar)
    first = bar.show_chip("scale", "Scale", "ok", "scale", "Scale ready")
    assert bar.show_chip("scale", "Scale gone", "bad", "scale", "Scale is not plugged in") is first
    assert first.accessibleName() == "Scale is not plugged in"
    with qtbot.waitSignal(bar.pressed, timeout=1_000) as heard:
        QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert heard.args == ["scale"]


def test_exactly_one_filter_is_chosen(qtbot: QtBot) -> None:
    filters = FilterBar((("all", "All"), ("ready", "Ready")))
    shown(qtbot, filters)
    filters.set_count("ready", 12)
    with qtbot.waitSignal(filters.changed, timeout=1_000):
        QTest.mouseClick(filters._chips["ready"], Qt.MouseButton.LeftButton)
    assert filters.key() == "ready"
    assert filters._chips["ready"].label() == "Ready  12"


def test_a_signature_is_ink_on_white_and_a_tap_is_none(qtbot: QtBot) -> None:
    pad = SignaturePad("Signature")
    qtbot.addWidget(pad)
    pad.resize(300, 120)
    pad.show()
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=pad.rect().center())
    assert pad.is_empty()
    pad.clear()
    pad.draw_strokes([[(20, 20), (60, 80), (120, 30), (200, 90)]])
    assert not pad.is_empty()
    picture = pad.image()
    assert (picture.width(), picture.height()) == (600, 240)
    white = QColor("white")
    assert picture.pixelColor(2, 2) == white
    assert any(picture.pixelColor(x, y) != white for x in range(0, 600, 3) for y in range(0, 240, 3))
