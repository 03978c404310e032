"""T1: a hostile name is shown as it was typed, wherever it is shown; and every control has a name."""

from __future__ import annotations

import html
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from counter_app import limits
from ui import gallery
from ui.buttons import button
from ui.chips import Chip, ChipButton
from ui.entries import check, combo, field
from ui.frame import PageHead, ScanBox, StatusBar, TopBar
from ui.notices import Answer, Banner, EmptyState, FactGrid, ProgressLine, ToastHost, ask
from ui.rail import Rail, RailItem
from ui.widgets import Card, column, text_label, tip, unnamed_controls

HOSTILE = (
    "Ann <b>x</b>",
    "R<br>D",
    '<img src="{picture}">',
    "PMB 12\n<b>x</b>",
    "A & B &amp; C",
    "<Ann> Lee",
)


def everything(name: str) -> QWidget:
    root = QMainWindow()
    page = QWidget()
    root.setCentralWidget(page)
    facts = FactGrid((("who", name),))
    facts.set_value("who", name)
    wrong = field(name, name)
    wrong.show_error(name)
    top = TopBar(ScanBox())
    top.show_clerk(name, name)
    status = StatusBar()
    status.show_chip("x", name, "ok", "wifi", name)
    head = PageHead(name, name)
    inside = column(
        top,
        head,
        text_label(name, "h1"),
        text_label(name, "body", wrap=True, selectable=True),
        text_label(name, elide="middle"),
        button(name, "primary", "check"),
        check(name),
        combo(name, (("a", name),)),
        wrong,
        facts,
        Chip(name, "ok"),
        ChipButton(name, "bad", "x", name + "!"),
        Banner(name, "warn", name),
        EmptyState("inbox", name, name, name),
        ProgressLine(name, lambda: None),
        Card(name),
        Rail(name, name, (RailItem("a", name, "mail", "F1"),)),
        status,
    )
    page.setLayout(inside)
    ask(page, name, (Answer("a", name), Answer("b", name, "danger")), lambda _key: None)
    toasts = ToastHost(root)
    toasts.move_to(head.slot)
    toasts.show_toast(name, lambda: None)
    return root


def test_t1_no_label_ever_guesses_rich_text(qtbot: QtBot) -> None:
    for name in HOSTILE:
        root = everything(name)
        qtbot.addWidget(root)
        root.show()
        labels = root.findChildren(QLabel)
        assert len(labels) > 20
        assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
        for widget in root.findChildren(QWidget):
            shown = widget.toolTip()
            assert not shown or (shown.startswith("<qt>") and html.escape(html.unescape(shown[4:-5])) == shown[4:-5])


def test_t1_a_planted_picture_is_never_loaded(qtbot: QtBot, tmp_path: Path) -> None:
    planted = tmp_path / "planted.png"
    picture = QImage(200, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor("#ff00ff"))
    assert picture.save(str(planted))
    root = everything(f'<img src="{planted}">')
    qtbot.addWidget(root)
    root.show()
    seen = root.grab().toImage()
    magenta = QColor("#ff00ff")
    found = any(seen.pixelColor(x, y) == magenta for x in range(0, seen.width(), 6) for y in range(0, seen.height(), 6))
    assert not found


def test_t1_a_button_shows_its_ampersand_and_makes_no_mnemonic_of_it(qtbot: QtBot) -> None:
    made = button("R&D")
    qtbot.addWidget(made)
    assert made.text() == "R&&D"
    assert made.accessibleName() == "R&D"
    assert made.shortcut().isEmpty()


def test_a_tip_is_escaped(qtbot: QtBot) -> None:
    made = button("Go")
    qtbot.addWidget(made)
    tip(made, "<b>& more")
    assert made.toolTip() == "<qt>&lt;b&gt;&amp; more</qt>"


def test_every_control_has_an_accessible_name(qtbot: QtBot) -> None:
    root = everything("Élodie Tremblay")
    qtbot.addWidget(root)
    assert unnamed_controls(root) == []
    nameless = QLineEdit(root)
    assert unnamed_controls(root) == [nameless]


def test_the_gallery_has_no_nameless_control_and_no_cut_button(qtbot: QtBot, qapp: QApplication) -> None:
    for make in (gallery.pickups, gallery.blocks, gallery.states):
        root, _name = make()
        qtbot.addWidget(root)
        root.show()
        qapp.processEvents()
        assert unnamed_controls(root) == []
        assert (root.width(), root.height()) == (gallery.SIZE.width(), gallery.SIZE.height())


def test_entries_take_no_more_than_the_limit(qtbot: QtBot) -> None:
    made = field("Name")
    qtbot.addWidget(made)
    made.edit.insert("x" * (limits.TEXT_MAX_CHARS + 50))
    assert len(made.text()) == limits.TEXT_MAX_CHARS


def test_a_cut_label_keeps_both_ends_and_its_whole_name(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    number = text_label("9400111899223197428490", "value", elide="middle")
    number.setParent(root)
    root.show()
    number.resize(110, 20)
    assert number.text().startswith("94")
    assert number.text().endswith("90")
    assert "…" in number.text()
    assert number.accessibleName() == "9400111899223197428490"


def test_a_field_says_what_is_wrong_until_it_is_mended(qtbot: QtBot) -> None:
    made = field("Mailbox")
    qtbot.addWidget(made)
    made.show_error("No mailbox has this number.")
    assert made.edit.accessibleDescription() == "No mailbox has this number."
    made.edit.setText("PMB 1")
    assert made.error() == ""
