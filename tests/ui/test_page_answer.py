"""The yes/no screen: a word on its colour, why in words, and offers that do what the desk allows and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counter_app.desk import receiving
from counter_app.desk.receiving import Arrival
from counter_app.domain.mail_item import ItemState
from counter_app.domain.mailbox import RULES, InsertRule
from counter_app.ports import RawScan
from ui.sentences import SENTENCES
from ui.widgets import unnamed_controls

UPS = "1Z999AA10123456784"
KEY = Qt.Key


class Eyes:
    """What a clerk asks and sees."""

    def __init__(self, bench: Any, qtbot: Any) -> None:
        self.bench, self.window, self.page = bench, bench.window, bench.window.answer_page
        self.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window, timeout=2_000)

    def ask(self, text: str) -> None:
        self.window.answer(text)
        self.bench.settle()

    def key(self, key: Qt.Key, ctrl: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)
        self.bench.settle()

    @property
    def word(self) -> str:
        return self.page.band.word.text()


@pytest.fixture
def eyes(bench: Any, qtbot: Any) -> Eyes:
    counter = bench.counter
    counter.account("a1", "214", "Amara Okafor", note="Rings twice")
    counter.account("a2", "215", "Amara Okafor")
    counter.account("a3", "108", "Bright Dental Group", state="on_hold")
    counter.account("a4", "020", "Delgado & Sons", state="expired")
    bench.sign_in(4)
    return Eyes(bench, qtbot)


@pytest.fixture
def item(eyes: Eyes) -> Any:
    counter = eyes.bench.counter
    arrival = Arrival("a1", "Amara Okafor", tracking=UPS, shelf="A-12")
    return receiving.receive(counter.desk, eyes.bench.doing.actor, arrival).item


@pytest.mark.parametrize(
    ("asked", "word", "colour"),
    [
        ("214", "Yes", "ok"),
        ("108", "No", "bad"),
        ("020", "Careful", "warn"),
        ("amara", "Which one?", "info"),
        ("TBA999999999999", "New", "info"),
        ("zzzzqqq", "Unknown", "bad"),
    ],
)
def test_the_answer_is_a_word_and_not_only_a_colour(eyes: Eyes, asked: str, word: str, colour: str) -> None:
    eyes.ask(asked)
    assert (eyes.word, eyes.page.band.frame.property("tone")) == (word, colour)
    assert eyes.page.band.what.text()


def test_every_code_of_an_answer_has_a_sentence() -> None:
    codes = {f"piece.{state.value}" for state in ItemState} | {f"todo.{rule.value}" for rule in InsertRule}
    codes |= {rule.reason for rule in RULES.values() if rule.reason}
    source = (receiving.__file__ or "").replace("receiving.py", "answers.py")
    with open(source, encoding="utf-8") as file:
        words = file.read().split('"')
    codes |= {one for one in words if one.startswith(("answer.", "mailbox.", "piece.")) and " " not in one}
    assert sorted(one for one in codes if one not in SENTENCES and not one.endswith(".")) == ["piece.{item.state}"]


def test_a_refusal_is_shown_with_its_reason_and_its_key_does_nothing(eyes: Eyes) -> None:
    eyes.ask("108")
    button = eyes.page.offers.buttons["receive"]
    assert not button.isEnabled()
    assert "on hold" in eyes.page.offers.reasons["receive"]
    eyes.key(KEY.Key_1, ctrl=True)
    eyes.key(KEY.Key_Return)
    eyes.page._offer_pressed("receive")
    eyes.bench.settle()
    assert eyes.window.page is eyes.page


def test_enter_takes_a_mailbox_to_the_receive_room(eyes: Eyes) -> None:
    eyes.ask("214")
    eyes.key(KEY.Key_Return)
    assert eyes.window.page.key == "receive"
    assert eyes.window.page.form.account_id == "a1"


def test_enter_takes_a_new_number_to_the_receive_room(eyes: Eyes) -> None:
    eyes.ask("TBA999999999999")
    eyes.key(KEY.Key_Return)
    assert eyes.window.page.key == "receive"
    assert eyes.window.page.form.tracking.text() == "TBA999999999999"


def test_enter_in_the_scan_box_asks_and_does_not_press_an_offer(eyes: Eyes) -> None:
    eyes.ask("214")
    eyes.window.focus_scan_box()
    QTest.keyClicks(eyes.window.scan_box, "108")
    eyes.key(KEY.Key_Return)
    assert eyes.window.page is eyes.page
    assert eyes.page.answer.account.id == "a3"


def test_two_holders_of_one_name_are_shown_and_nobody_is_picked(eyes: Eyes) -> None:
    eyes.ask("amara")
    assert eyes.page.choices.rows.rowCount() == 2
    eyes.key(KEY.Key_Return)
    assert eyes.page.answer.subject == "choice"
    eyes.window.focus_scan_box()
    eyes.page.choices.setFocus()  # the focus makes the first row current, but nobody has chosen it
    eyes.key(KEY.Key_Return)
    assert eyes.page.answer.subject == "choice"
    eyes.ask("amara")
    eyes.key(KEY.Key_Down)
    eyes.key(KEY.Key_Down)
    eyes.key(KEY.Key_Return)
    assert (eyes.page.answer.subject, eyes.page.answer.account.id) == ("mailbox", "a2")


def test_a_further_scan_asks_anew_and_a_late_answer_is_dropped(eyes: Eyes, item: Any) -> None:
    eyes.ask("108")
    old, late = eyes.page.answer, []
    eyes.page._ask(late.append)
    eyes.window.take_scan(RawScan(item.mail_id.encode(), item.mail_id))
    eyes.bench.settle()
    late[0](old)
    assert eyes.page.answer.item.id == item.id
    assert "A-12" in eyes.page.band.what.text()


def test_a_piece_is_moved_by_keys_and_moved_back_by_undo(eyes: Eyes, item: Any) -> None:
    eyes.ask(item.mail_id)
    eyes.key(KEY.Key_3, ctrl=True)
    assert QApplication.focusWidget() is eyes.page.inline.edit
    QTest.keyClicks(eyes.page.inline.edit, "b-7")
    eyes.key(KEY.Key_Return)
    assert eyes.page.answer.item.shelf == "B-7"
    eyes.key(KEY.Key_Z, ctrl=True)
    assert eyes.page.answer.item.shelf == "A-12"


def test_a_shelf_that_is_none_is_refused_in_its_place(eyes: Eyes, item: Any) -> None:
    eyes.ask(item.mail_id)
    eyes.page._offer_pressed("move")
    eyes.page.inline.set_text("?? ??")
    eyes.key(KEY.Key_Return)
    assert "is not a shelf" in eyes.page.inline.error()
    eyes.key(KEY.Key_Escape)
    assert not eyes.page._inline.isVisible()
    assert eyes.window.page is eyes.page


def test_a_note_is_written(eyes: Eyes) -> None:
    eyes.ask("214")
    eyes.page._offer_pressed("note")
    eyes.page.inline.set_text("Deaf in one ear")
    eyes.key(KEY.Key_Return)
    assert eyes.page.answer.account.note == "Deaf in one ear"


def test_reassign_goes_to_the_receive_room_with_the_piece(eyes: Eyes, item: Any) -> None:
    eyes.ask(item.mail_id)
    eyes.key(KEY.Key_4, ctrl=True)
    page = eyes.window.page
    assert (page.key, page.mode, page.item.id) == ("receive", "reassign", item.id)


def test_the_level_that_is_missing_is_named(eyes: Eyes, item: Any) -> None:
    eyes.bench.sign_in(1)
    eyes.ask(item.mail_id)
    assert not eyes.page.offers.buttons["reassign"].isEnabled()
    assert "level 4; you have level 1" in eyes.page.offers.reasons["reassign"]


def test_the_answer_follows_what_happens_to_the_piece(eyes: Eyes, item: Any) -> None:
    eyes.ask(item.mail_id)
    receiving.move(eyes.bench.counter.desk, eyes.bench.doing.actor, item.id, "C-1")
    eyes.bench.settle()
    assert "C-1" in eyes.page.band.what.text()


def test_escape_goes_back_to_the_room_before(eyes: Eyes) -> None:
    eyes.window.go("receive")
    eyes.ask("214")
    eyes.window.focus_scan_box()
    eyes.key(KEY.Key_Escape)
    assert eyes.window.page.key == "receive"


def test_every_control_of_the_screen_has_a_name(eyes: Eyes, item: Any) -> None:
    for asked in ("214", item.mail_id, "amara", "zzzzqqq"):
        eyes.ask(asked)
        assert unnamed_controls(eyes.page) == []
        assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [eyes.window]
